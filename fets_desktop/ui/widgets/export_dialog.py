"""Asks where exported files go and in which space."""

from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QDialog, QFileDialog, QLineEdit, QRadioButton, QVBoxLayout, QWidget

from fets_desktop.ui.widgets.parts import button, label, row
from fets_desktop.ui.words import count


class ExportDialog(QDialog):
    """Chooses a folder and a space; `chosen` carries the folder and "atlas", "native" or "both".

    Args:
        cases: How many cases are exported.
        parent: The window.
    """

    chosen = Signal(str, str)

    def __init__(self, cases: int, parent: QWidget) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        title = count(cases, "Export {n} case", "Export {n} cases")
        self.setWindowTitle(title)
        self.setAccessibleName(title)
        self.setModal(True)
        self.setMinimumWidth(520)
        column = QVBoxLayout(self)
        column.setContentsMargins(22, 20, 22, 18)
        column.setSpacing(10)
        column.addWidget(label(title, "title"))
        column.addWidget(
            label(
                self.tr("NIfTI files: the four images and the newest approved labels, or the newest proposal."),
                "muted",
                wrap=True,
            )
        )
        self._spaces = {name: QRadioButton(words) for name, words in self._choices()}
        self._spaces["both"].setChecked(True)
        for choice in self._spaces.values():
            column.addWidget(choice)
        self.folder = QLineEdit()
        self.folder.setPlaceholderText(self.tr("Folder to write to"))
        self.folder.setAccessibleName(self.tr("Folder to write to"))
        column.addSpacing(6)
        column.addWidget(row(self.folder, button(self.tr("Choose…"), self._choose, "folder-open")))
        self._accept = button(self.tr("Export"), self.accept, "folder-output", "primary")
        self._accept.setDefault(True)
        self._accept.setEnabled(False)
        self.folder.textChanged.connect(lambda text: self._accept.setEnabled(bool(text.strip())))
        column.addSpacing(6)
        column.addWidget(row(1, button(self.tr("Cancel"), self.reject), self._accept))
        self.accepted.connect(self._answer)

    def _choices(self) -> tuple[tuple[str, str], ...]:
        return (
            ("both", self.tr("Atlas space and each scan's own space")),
            ("atlas", self.tr("Atlas space: 240 × 240 × 155, 1 mm")),
            ("native", self.tr("Each scan's own space: labels lie on the patient's original series")),
        )

    def _choose(self) -> None:
        dialog = QFileDialog(self, self.tr("Folder to write to"))
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.setFileMode(QFileDialog.FileMode.Directory)
        dialog.setOption(QFileDialog.Option.ShowDirsOnly)
        dialog.fileSelected.connect(self.folder.setText)
        dialog.open()

    def _answer(self) -> None:
        space = next(name for name, choice in self._spaces.items() if choice.isChecked())
        self.chosen.emit(str(Path(self.folder.text().strip()).expanduser()), space)
