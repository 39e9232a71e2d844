"""The Cases screen."""
