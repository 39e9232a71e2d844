"""Time points of one patient, side by side."""
