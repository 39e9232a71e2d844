"""The Review screen: one case open, and all that stands about it."""
