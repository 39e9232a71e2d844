"""A picture from a file, as large as there is room, never larger than it is crisp."""

from pathlib import Path

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPixmap
from PySide6.QtWidgets import QDialog, QVBoxLayout, QWidget

from fets_desktop.imaging.opening import plain
from fets_desktop.ui.theme import current_theme

_LARGEST_SCALE = 2.0
_WINDOW_SHARE = 0.92


class LargePicture(QDialog):
    """A picture as large as the window has room for.

    Args:
        pixmap: The picture.
        name: What it shows.
        parent: The window.
    """

    help_page = "prepare#How to look at a picture"

    def __init__(self, pixmap: QPixmap, name: str, parent: QWidget) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(name)
        self.setAccessibleName(name)
        self.resize(pixmap.size().scaled(parent.window().size() * _WINDOW_SHARE, Qt.AspectRatioMode.KeepAspectRatio))
        picture = Picture()
        picture.show_pixmap(pixmap, name)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(picture)


class Picture(QWidget):
    """Shows a picture file on black; words where there is none.

    Args:
        words: What stands there without a picture.
    """

    def __init__(self, words: str = "") -> None:
        super().__init__()
        self._words = words
        self._pixmap = QPixmap()
        self.setMinimumSize(64, 64)

    def say(self, words: str) -> None:
        """Say other words where there is no picture."""
        self._words = words
        self.update()

    def show_file(self, path: Path | None, name: str) -> None:
        """Show a file's picture; `name` is what a screen reader says."""
        if path is None:
            self.show_pixmap(QPixmap(), name)
            return
        with plain(path) as opened:
            self.show_pixmap(QPixmap(str(opened)), name)

    def show_pixmap(self, pixmap: QPixmap, name: str) -> None:
        """Show a picture, or the words if it is empty."""
        self._pixmap = pixmap
        self.setAccessibleName(name)
        self.updateGeometry()
        self.update()

    @property
    def empty(self) -> bool:
        """Whether there is no picture."""
        return self._pixmap.isNull()

    def enlarge(self) -> None:
        """Show the picture in a window of its own."""
        if not self.empty:
            LargePicture(self._pixmap, self.accessibleName(), self).open()

    def sizeHint(self) -> QSize:
        """Return the picture's own size."""
        return QSize(320, 320) if self.empty else self._pixmap.size()

    def heightForWidth(self, width: int) -> int:
        """Return the height that shows the whole picture at a width."""
        if self.empty:
            return min(width, 200)
        size = self._pixmap.size()
        return round(min(width, size.width() * _LARGEST_SCALE) * size.height() / size.width())

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the picture in the middle."""
        painter = QPainter(self)
        theme = current_theme()
        painter.fillRect(self.rect(), theme.colour("pane"))
        if self.empty:
            painter.setPen(theme.colour("faint"))
            painter.drawText(self.rect(), Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextWordWrap, self._words)
            return
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        room = self.size().boundedTo(self._pixmap.size() * _LARGEST_SCALE)
        target = self._pixmap.size().scaled(room, Qt.AspectRatioMode.KeepAspectRatio)
        left, top = (self.width() - target.width()) // 2, (self.height() - target.height()) // 2
        painter.drawPixmap(left, top, target.width(), target.height(), self._pixmap)
