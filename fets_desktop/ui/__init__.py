"""The window: shows what the hall knows, and passes a person's wishes on to it."""
