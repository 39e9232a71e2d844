"""The hospital's network: asking an archive, fetching from it, receiving, and sending results to it."""
