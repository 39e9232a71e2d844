"""What lies over the window while files are held above it, so that they can be let go anywhere."""

from pathlib import Path

from PySide6.QtCore import QMimeData, Qt, Signal
from PySide6.QtGui import QDragEnterEvent, QDragLeaveEvent, QDropEvent
from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from fets_desktop.ui.widgets.parts import icon_label, label

_HARMLESS = (Qt.DropAction.CopyAction, Qt.DropAction.LinkAction)


def files_in(data: QMimeData) -> list[Path]:
    """Return the files and folders of this computer that are being dragged; addresses of the web are none."""
    return [Path(url.toLocalFile()) for url in data.urls() if url.isLocalFile() and url.toLocalFile()]


def welcome(event: QDropEvent) -> list[Path]:
    """Take files as copies, and return them; a drag without files is refused, so that the pointer says so.

    What was let go is only read. Never agree to a move, which a file browser proposes with Shift held: it would then
    delete the files, for it believes that they lie elsewhere now.
    """
    files = files_in(event.mimeData())
    harmless = [kind for kind in _HARMLESS if kind & event.possibleActions()]
    if not files or not harmless:
        event.ignore()
        return []
    event.setDropAction(harmless[0])
    event.accept()
    return files


class DropVeil(QFrame):
    """Covers its parent during a drag; `dropped` carries the paths.

    Args:
        parent: What it covers.
    """

    dropped = Signal(list)

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setProperty("look", "drop")
        self.setProperty("mood", "accent")
        self.setAcceptDrops(True)
        column = QVBoxLayout(self)
        column.setSpacing(10)
        column.addStretch(1)
        column.addWidget(icon_label("folder-down", "accent", 44), 0, Qt.AlignmentFlag.AlignHCenter)
        heading = label(self.tr("Let go to import"), "title")
        column.addWidget(heading, 0, Qt.AlignmentFlag.AlignHCenter)
        words = self.tr("The files are read where they are and not changed.")
        column.addWidget(label(words, "muted"), 0, Qt.AlignmentFlag.AlignHCenter)
        column.addStretch(1)
        self.hide()

    def cover(self) -> None:
        """Lie over the whole parent."""
        parent = self.parentWidget()
        if parent:
            self.setGeometry(parent.rect())
        self.show()
        self.raise_()

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Go on welcoming what the window welcomed."""
        welcome(event)

    def dragLeaveEvent(self, event: QDragLeaveEvent) -> None:
        """Give the window free again."""
        self.hide()

    def dropEvent(self, event: QDropEvent) -> None:
        """Take what was let go."""
        self.hide()
        if files := welcome(event):
            self.dropped.emit(files)
