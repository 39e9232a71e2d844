"""Federate: one site's side of the talk, and the wrapper around the federation's server."""
