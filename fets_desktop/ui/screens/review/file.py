"""Labels from a file: a label map made elsewhere becomes a version of the open case."""

from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QDialog, QFileDialog, QRadioButton, QWidget

from fets_desktop.study.errors import StudyError
from fets_desktop.study.labels import SCHEMES
from fets_desktop.ui.screen import Screen
from fets_desktop.ui.screens.review.desk import Desk
from fets_desktop.ui.sentences import said
from fets_desktop.ui.widgets.dialogs import headed
from fets_desktop.ui.widgets.parts import button, row

FILTER = "NIfTI (*.nii.gz *.nii)"
"""Files that hold label maps."""


class AskScheme(QDialog):
    """Asks what the values of a label map mean; `answered` carries the scheme's name.

    Args:
        parent: The window.
    """

    help_page = "review#Labels from a file"

    answered = Signal(str)

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        title = self.tr("What do the values mean?")
        words = self.tr("The file holds no value that tells. Choose the scheme of whoever made it.")
        column = headed(self, title, words, width=440)
        self._accept = button(self.tr("Take the labels"), self.accept, look="primary")
        self._accept.setDefault(True)
        self._accept.setEnabled(False)
        self.choices = {name: QRadioButton(said(scheme.title)) for name, scheme in SCHEMES.items()}
        for choice in self.choices.values():
            choice.toggled.connect(lambda: self._accept.setEnabled(True))
            column.addWidget(choice)
        column.addSpacing(4)
        column.addWidget(row(1, button(self.tr("Cancel"), self.reject), self._accept))
        self.accepted.connect(self._answer)
        self.finished.connect(self.deleteLater)

    def _answer(self) -> None:
        self.answered.emit(next(name for name, choice in self.choices.items() if choice.isChecked()))


class LabelFile(QObject):
    """Asks for a file and takes it in.

    Args:
        desk: Holds the open case.
        screen: Shows the dialogs and failures.
    """

    taken = Signal(str, str)
    """The case, and the title of the scheme that the file was read in."""

    def __init__(self, desk: Desk, screen: Screen) -> None:
        super().__init__(screen)
        self._desk = desk
        self._screen = screen

    def ask(self) -> None:
        """Ask for the file."""
        if not self._desk.case:
            return
        dialog = QFileDialog(self._screen, self.tr("Labels from a file"), "", FILTER)
        dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
        dialog.finished.connect(dialog.deleteLater)
        dialog.fileSelected.connect(partial(self.take, self._desk.case))
        dialog.open()

    def take(self, case: str, path: str, scheme: str | None = None) -> None:
        """Take a file in; what was painted before is kept as a version of its own."""
        with self._screen.telling():
            try:
                self._desk.save()
                version = self._screen.hall.reviewing.import_labels(case, Path(path), scheme)
            except StudyError as error:
                if error.code != "ambiguous-scheme" or scheme is not None:
                    raise
                dialog = AskScheme(self._screen)
                dialog.answered.connect(partial(self.take, case, path))
                dialog.open()
                return
            self.taken.emit(case, said(SCHEMES[version.scheme].title))
