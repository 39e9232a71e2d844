"""A file of a certificate or key: typed or chosen, and what was found in it said beside it."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFileDialog, QLabel, QLineEdit, QSizePolicy, QVBoxLayout, QWidget

from fets_desktop.app.certificates import Verdict
from fets_desktop.ui.sentences import said
from fets_desktop.ui.widgets.file_dialog import file_dialog
from fets_desktop.ui.widgets.parts import label, row, set_look, tool_button


class PemField(QWidget):
    """A path and a button that chooses it; `taken` carries a path that was chosen, or typed and left.

    Args:
        what: The file, as a title.
        hint: What stands in the field while it is empty.

    Attributes:
        field: Where the path stands.
        verdict: What was found; wherever it has room.
    """

    taken = Signal(str)

    def __init__(self, what: str, hint: str = "") -> None:
        super().__init__()
        self._what = what
        self.field = QLineEdit()
        self.field.setPlaceholderText(hint)
        self.field.setAccessibleName(what)
        self.field.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self.choose = tool_button("folder-open", self.tr("Choose a file: {what}").format(what=what), self._choose)
        self.verdict: QLabel = label("", "small", wrap=True)
        self.verdict.hide()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(row(self.field, self.choose, spacing=4))
        self.setFocusProxy(self.field)
        self.field.editingFinished.connect(lambda: self.taken.emit(self.text()))

    def text(self) -> str:
        """Return the path as it stands there."""
        return self.field.text().strip()

    def _choose(self) -> None:
        dialog = file_dialog(self, self._what, QFileDialog.FileMode.ExistingFile)
        dialog.fileSelected.connect(self._chosen)
        dialog.open()

    def _chosen(self, path: str) -> None:
        self.field.setText(path)
        self.taken.emit(path)

    def say(self, verdict: Verdict | None) -> None:
        """Say what was found in the file; nothing where there is nothing to say."""
        self.verdict.setText(said(verdict.words) if verdict else "")
        self.verdict.setVisible(verdict is not None)
        self.field.setAccessibleDescription(said(verdict.words) if verdict else "")
        if verdict:
            set_look(self.verdict, verdict.mood)
