"""The choice of how large the window is drawn on this computer, and what the screen has room for."""

from collections.abc import Callable

from PySide6.QtWidgets import QComboBox, QLabel

from fets_desktop.app.workspaces import TEXT_SIZES, choose_text_size, text_size
from fets_desktop.ui.text_size import in_force, room_for
from fets_desktop.ui.widgets.parts import label


class SizeChoice(QComboBox):
    """Takes a size at once, for the next start.

    Args:
        take: Calls what it is given where a failure is told.

    Attributes:
        verdict: What becomes of a choice; wherever it has room.
    """

    def __init__(self, take: Callable[[Callable[[], None]], None]) -> None:
        super().__init__()
        self._take = take
        self.verdict: QLabel = label("", "small", wrap=True)
        self.verdict.hide()
        for percent in TEXT_SIZES:
            self.addItem(f"{percent} %", percent)
        self.refresh()
        self.activated.connect(lambda _number: self._chosen())

    def refresh(self) -> None:
        """Show the size that was chosen."""
        self.setCurrentIndex(self.findData(text_size()))
        self._judge()

    def _chosen(self) -> None:
        percent = int(self.currentData())
        self._take(lambda: choose_text_size(percent))
        self.refresh()

    def _judge(self) -> None:
        """Say when it holds, and whether the screen has room for it."""
        percent, room = int(self.currentData()), room_for(self.screen().availableSize(), in_force())
        words = ""
        if percent > max(room, 100):
            words = self.tr("This screen has room for {n} %: the window opens at that.").format(n=room)
        elif percent != in_force():
            words = self.tr("It holds from the next start on.")
        self.verdict.setText(words)
        self.verdict.setVisible(bool(words))
