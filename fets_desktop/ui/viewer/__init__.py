"""The viewer: linked planes drawn by QPainter, a 3-D pane rendered off screen, tools under two keymaps."""
