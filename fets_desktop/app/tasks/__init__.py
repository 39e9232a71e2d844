"""What runs in a worker: the only modules that introduce rooms to one another. Each has `run(context) -> dict`."""
