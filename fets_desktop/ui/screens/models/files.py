"""Models come in and go out: out of a file, out of what ships with the program, from whom a person trusts."""

from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QFileDialog

from fets_desktop.app.foreign import PATTERNS
from fets_desktop.app.hall import Hall
from fets_desktop.app.models import UntrustedModelError
from fets_desktop.study.errors import StudyError
from fets_desktop.ui.screen import Screen
from fets_desktop.ui.screens.models.shipped import ShippedDialog
from fets_desktop.ui.screens.models.signers import SignersDialog
from fets_desktop.ui.screens.models.trust import TrustDialog
from fets_desktop.ui.widgets.file_dialog import file_dialog

_FILTER = "FeTS model (*.fetsmodel)"


class ModelFiles(QObject):
    """Takes models in and hands them out; `signers_changed` tells that somebody is trusted no longer.

    Args:
        hall: The use cases.
        screen: Where it asks and tells.
    """

    signers_changed = Signal()

    def __init__(self, hall: Hall, screen: Screen) -> None:
        super().__init__(screen)
        self._hall, self._screen = hall, screen

    def ask_import(self) -> None:
        """Ask for a file and take it in."""
        every = f"Models (*.fetsmodel {' '.join(PATTERNS)})"
        dialog = file_dialog(self._screen, self.tr("Import a model"), QFileDialog.FileMode.ExistingFile)
        dialog.setNameFilters([every, _FILTER])
        dialog.fileSelected.connect(self.take_in)
        dialog.open()

    def take_in(self, path: str, trust: str = "") -> None:
        """Take a model file in, after it was checked; a person is asked about one that nobody known answers for."""
        try:
            self._hall.model_checks.start_import(Path(path), trust)
        except UntrustedModelError as error:
            dialog = TrustDialog(error, Path(path).name, self._screen)
            dialog.trusted.connect(partial(self.take_in, path))
            dialog.open()
        except StudyError as error:
            self._screen.tell(error)

    def show_shipped(self) -> None:
        """Show the models that ship with the program and are not here yet; each can be taken in."""
        dialog = ShippedDialog(self._hall.models.offered(), self._screen)
        dialog.wanted.connect(self.take_in)
        dialog.open()

    def show_signers(self) -> None:
        """Show whose models are taken in; each can be trusted no longer."""
        signing = self._hall.models.signing
        dialog = SignersDialog(signing.own_fingerprint(), signing.known(), self._screen)

        def forget(signer: str) -> None:
            with self._screen.telling():
                signing.forget(signer)
                dialog.show_signers(signing.known())
                self.signers_changed.emit()

        dialog.forgotten.connect(forget)
        dialog.open()

    def ask_export(self, name: str) -> None:
        """Ask where to, and hand a model's file out."""
        dialog = file_dialog(self._screen, self.tr("Export the model"), QFileDialog.FileMode.AnyFile)
        dialog.setNameFilter(_FILTER)
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setDefaultSuffix("fetsmodel")
        dialog.selectFile(f"{name.replace('@', '-')}.fetsmodel")
        dialog.fileSelected.connect(partial(self.hand_out, name))
        dialog.open()

    def hand_out(self, name: str, path: str) -> None:
        """Copy a model's file out."""
        with self._screen.telling():
            self._hall.models.export_file(name, Path(path))
