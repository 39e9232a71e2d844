"""The wrapper around OpenFL's aggregator: the only modules that know OpenFL, run in an environment of their own."""
