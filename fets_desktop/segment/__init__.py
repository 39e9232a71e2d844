"""Networks at work on this computer, offline: prepared volumes in, proposed labels out."""
