"""What every dialog has in common: a name, a heading, the words below it, and its margins."""

from PySide6.QtWidgets import QDialog, QScrollArea, QVBoxLayout

from fets_desktop.ui.widgets.parts import framed, label


def headed(
    dialog: QDialog, title: str, words: str = "", *, width: int = 0, spacing: int = 10, wrap: bool = False
) -> QVBoxLayout:
    """Make a dialog modal, name it, and return the column that holds its heading, for the rest to be added.

    Args:
        dialog: Without a layout yet.
        title: In its frame, as its heading, and for a screen reader.
        words: What it is about, below the heading.
        width: The least it takes; 0 leaves that to what is in it.
        spacing: Between the parts of the column.
        wrap: Whether the heading may take two lines.
    """
    dialog.setWindowTitle(title)
    dialog.setAccessibleName(title)
    dialog.setModal(True)
    if width:
        dialog.setMinimumWidth(width)
    column = QVBoxLayout(dialog)
    column.setContentsMargins(22, 20, 22, 18)
    column.setSpacing(spacing)
    column.addWidget(label(title, "title", wrap=wrap))
    if words:
        column.addWidget(label(words, "muted", wrap=True))
    return column


def scrolled_lines(column: QVBoxLayout) -> QVBoxLayout:
    """Add a page that scrolls to a column; return where its lines go."""
    page = framed("page")
    lines = QVBoxLayout(page)
    lines.setContentsMargins(0, 0, 8, 0)
    scroll = QScrollArea()
    scroll.setWidgetResizable(True)
    scroll.setWidget(page)
    column.addWidget(scroll, 1)
    return lines
