"""Asks which kinds of files are written, where to, and in which space."""

from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QCheckBox,
    QDialog,
    QFileDialog,
    QGridLayout,
    QLineEdit,
    QRadioButton,
    QWidget,
)

from fets_desktop.study.exports import EXPORT_KINDS, ExportKind, shows_heads
from fets_desktop.ui.widgets.dialogs import headed
from fets_desktop.ui.widgets.file_dialog import file_dialog
from fets_desktop.ui.widgets.parts import button, label, row, rule
from fets_desktop.ui.words import count, translate

_WIDTH = 720
_USUAL = "nifti"


@dataclass(frozen=True)
class ExportWish:
    """What a person chose.

    Attributes:
        folder: Where to.
        kinds: Names of `EXPORT_KINDS`.
        space: "atlas", "native" or "both".
        replace: Whether files there may be replaced that were not exported from here.
        deface: Whether the faces are taken out of native images.
    """

    folder: str
    kinds: tuple[str, ...] = (_USUAL,)
    space: str = "both"
    replace: bool = False
    deface: bool = False


class ExportDialog(QDialog):
    """Chooses kinds, a folder and a space; `chosen` carries an `ExportWish`.

    Args:
        cases: How many cases are exported.
        parent: The window.
        burned_in: How many of their series may hold text in the pixels.
        left_out: How many were chosen beside them that are not prepared yet.
    """

    help_page = "cases#What you can do"

    chosen = Signal(object)

    def __init__(self, cases: int, parent: QWidget, burned_in: int = 0, left_out: int = 0) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        title = count(cases, "Export {n} case", "Export {n} cases")
        self.kinds = {kind.name: self._kind(kind) for kind in EXPORT_KINDS.values()}
        self.spaces = {name: QRadioButton(words) for name, words in self._choices()}
        self.deface = QCheckBox(self.tr("Take the faces out of native images"))
        self.shows = label("", "warn", wrap=True)
        self._burned_in, self._left_out = burned_in, left_out
        self.replace = QCheckBox(self.tr("Replace files that are there"))
        self.replace.setToolTip(self.tr("Files that were exported from here before are replaced in any case"))
        self.folder = QLineEdit()
        self._accept = button(self.tr("Export"), self.accept, "folder-output", "primary")
        self._lay_out(title)
        self._look()
        self.accepted.connect(self._answer)

    def _kind(self, kind: ExportKind) -> QCheckBox:
        box = QCheckBox(translate(kind.title))
        box.setAccessibleDescription(translate(kind.text))
        box.setChecked(kind.name == _USUAL)
        box.toggled.connect(lambda _on: self._look())
        return box

    def _choices(self) -> tuple[tuple[str, str], ...]:
        return (
            ("both", self.tr("Atlas space and each scan's own space")),
            ("atlas", self.tr("Atlas space: 240 × 240 × 155, 1 mm")),
            ("native", self.tr("Each scan's own space: labels lie on the patient's original series")),
        )

    def _lay_out(self, title: str) -> None:
        words = self.tr("The newest approved labels are written; where none are approved, the newest.")
        if self._left_out:
            one, many = "{n} chosen case stays out", "{n} chosen cases stay out"
            words += " " + self.tr("{cases}: not prepared yet.").format(cases=count(self._left_out, one, many))
        column = headed(self, title, words, width=_WIDTH, spacing=9)
        column.addLayout(self._grid())
        column.addWidget(rule())
        self.spaces["both"].setChecked(True)
        self._space_words = label(self.tr("NIfTI, 3D Slicer and BIDS lie in"), "muted")
        column.addWidget(self._space_words)
        for choice in self.spaces.values():
            choice.toggled.connect(lambda _on: self._look())
            column.addWidget(choice)
        self.deface.toggled.connect(lambda _on: self._look())
        column.addWidget(self.deface)
        column.addWidget(self.shows)
        column.addWidget(rule())
        self.folder.setPlaceholderText(self.tr("Folder to write to"))
        self.folder.setAccessibleName(self.tr("Folder to write to"))
        self.folder.textChanged.connect(lambda _text: self._look())
        column.addWidget(row(self.folder, button(self.tr("Choose…"), self._choose, "folder-open")))
        self._accept.setDefault(True)
        column.addWidget(row(self.replace, 1, button(self.tr("Cancel"), self.reject), self._accept))

    def _grid(self) -> QGridLayout:
        """Two columns of kinds, each with what it is for below it."""
        grid = QGridLayout()
        grid.setHorizontalSpacing(22)
        grid.setVerticalSpacing(1)
        half = (len(self.kinds) + 1) // 2
        for number, kind in enumerate(EXPORT_KINDS.values()):
            line, side = 2 * (number % half), number // half
            grid.addWidget(self.kinds[kind.name], line, side)
            words = label(translate(kind.text), "small")
            words.setContentsMargins(24, 0, 0, 5)
            words.setBuddy(self.kinds[kind.name])
            grid.addWidget(words, line + 1, side, Qt.AlignmentFlag.AlignTop)
        for side in (0, 1):
            grid.setColumnStretch(side, 1)
        return grid

    def _chosen_kinds(self) -> tuple[str, ...]:
        return tuple(name for name, box in self.kinds.items() if box.isChecked())

    def _space(self) -> str:
        return next(name for name, choice in self.spaces.items() if choice.isChecked())

    def _look(self) -> None:
        """Offer only what the chosen kinds make sense of."""
        kinds = self._chosen_kinds()
        spaced = any(EXPORT_KINDS[kind].spaces for kind in kinds)
        for part in (self._space_words, *self.spaces.values()):
            part.setEnabled(spaced)
        heads = shows_heads(kinds, self._space())
        self.deface.setEnabled(heads)
        self.shows.setText(self._what_shows() if heads else "")
        self.shows.setVisible(bool(self.shows.text()))
        self._accept.setEnabled(bool(kinds) and bool(self.folder.text().strip()))

    def _what_shows(self) -> str:
        """Say what native images tell of a patient beside the tumour."""
        said = []
        if not self.deface.isChecked():
            said.append(self.tr("Native images show the face: whoever has them may recognise the patient."))
        if self._burned_in:
            one = "Text may be burnt into the pictures of {n} series: look at it before it leaves."
            said.append(count(self._burned_in, one, one))
        return " ".join(said)

    def _choose(self) -> None:
        dialog = file_dialog(self, self.tr("Folder to write to"), QFileDialog.FileMode.Directory)
        dialog.setOption(QFileDialog.Option.ShowDirsOnly)
        dialog.fileSelected.connect(self.folder.setText)
        dialog.open()

    def _answer(self) -> None:
        folder = str(Path(self.folder.text().strip()).expanduser())
        faceless = self.deface.isEnabled() and self.deface.isChecked()
        self.chosen.emit(ExportWish(folder, self._chosen_kinds(), self._space(), self.replace.isChecked(), faceless))
