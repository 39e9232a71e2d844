"""The Split screen."""
