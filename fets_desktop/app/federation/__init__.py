"""Founding, joining and living in a federation, as the window and the verbs ask for it."""
