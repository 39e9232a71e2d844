"""Editing and looking without a screen: label editor with undo, planes, display, measures, checks."""
