"""Review packages from the window: handed out, and taken in, while the window goes on answering."""

from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QFileDialog

from fets_desktop.app.review_packages.bringing_in import Taken
from fets_desktop.app.review_packages.reading import Arrived
from fets_desktop.study.case import Stage
from fets_desktop.study.errors import StudyError
from fets_desktop.study.package import Kind
from fets_desktop.ui.reading import Reading
from fets_desktop.ui.screen import Screen
from fets_desktop.ui.widgets.file_dialog import file_dialog
from fets_desktop.ui.widgets.notice import Notice
from fets_desktop.ui.widgets.package_dialogs import HandOutDialog, TakeInDialog
from fets_desktop.ui.widgets.parts import button
from fets_desktop.ui.words import by_model, count, translate

SUFFIX = "fetsreview"


class PackageFlow(QObject):
    """Asks for what is needed, and does it.

    Args:
        screen: Shows the dialogs and failures.
        notice: Says what became of it.
    """

    def __init__(self, screen: Screen, notice: Notice) -> None:
        super().__init__(screen)
        self._screen, self._notice = screen, notice
        self.reading = Reading(self)
        """The newest; those before it tell what became of them, too."""

    def _another(self) -> Reading:
        """Return a reading for one more package: what an earlier one came to must be told all the same."""
        if self.reading.busy:
            self.reading = Reading(self)
        return self.reading

    # --- out

    def hand_out(self, case: str) -> None:
        """Ask for a passphrase and a file, then write the package."""
        hall = self._screen.hall
        drawn = any(not by_model(version) for version in hall.cases.versions(case))
        dialog = HandOutDialog(case, answer=hall.handing_out.is_visitor(case), drawn=drawn, parent=self._screen)
        dialog.agreed.connect(partial(self._ask_file, case))
        dialog.open()

    def _ask_file(self, case: str, passphrase: str, blind: bool) -> None:
        answer = self._screen.hall.handing_out.is_visitor(case)
        dialog = file_dialog(self._screen, self.tr("Write the package"), QFileDialog.FileMode.AnyFile)
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setDefaultSuffix(SUFFIX)
        dialog.selectFile(f"{case}-answer.{SUFFIX}" if answer else f"{case}.{SUFFIX}")
        dialog.fileSelected.connect(lambda path: self.write(case, Path(path), passphrase, blind))
        dialog.open()

    def write(self, case: str, target: Path, passphrase: str, blind: bool) -> None:
        """Write a package; the dialog has asked whether a file there may be replaced."""
        with self._screen.telling():
            write = self._screen.hall.handing_out.hand_out(case, target, passphrase, blind=blind, replace=True)
            self._another().start(write, partial(self._written, case), self._screen.tell)

    def _written(self, case: str, file: Path) -> None:
        self._notice.say(self.tr("{case} lies encrypted in {file}.").format(case=case, file=file))

    # --- in

    def choose(self) -> None:
        """Ask which package is to be taken in."""
        dialog = file_dialog(self._screen, self.tr("Choose a package"), QFileDialog.FileMode.ExistingFile)
        dialog.setNameFilters([self.tr("Review packages") + f" (*.{SUFFIX})", self.tr("All files") + " (*)"])
        dialog.fileSelected.connect(lambda path: self.take_in(Path(path)))
        dialog.open()

    def take_in(self, file: Path, others: int = 0) -> None:
        """Ask for a package's passphrase and take it in.

        Args:
            file: The package.
            others: How many files came with it, which nothing is done with.
        """
        if others:
            left = count(others, "{n} other file was", "{n} other files were")
            self._notice.say(self.tr("One package is taken in at a time; {left} let lie.").format(left=left))
        dialog = TakeInDialog(file, self._screen)
        dialog.given.connect(partial(self._open, file, dialog))
        dialog.open()

    def _open(self, file: Path, dialog: TakeInDialog, passphrase: str) -> None:
        opener = self._screen.hall.taking_in.opener(file, passphrase)
        self._another().start(opener, partial(self._take, dialog), partial(self._refused, dialog))

    def _refused(self, dialog: TakeInDialog, error: StudyError) -> None:
        if dialog.given_up:
            return
        if error.code == "wrong-passphrase":
            dialog.refuse()
            return
        dialog.accept()
        self._screen.tell(error)

    def _take(self, dialog: TakeInDialog, arrived: Arrived) -> None:
        if dialog.given_up:
            arrived.clear()
            return
        dialog.accept()
        with self._screen.telling():
            self._say(self._screen.hall.taking_in.take(arrived))

    def _say(self, taken: Taken) -> None:
        look = button(self.tr("Open {case}").format(case=taken.case), partial(self._look, taken), look="link")
        self._notice.say(" ".join(_words(taken)), look)

    def _look(self, taken: Taken) -> None:
        case = self._screen.hall.cases.get(taken.case)
        self._screen.go.emit("cases" if case.stage is Stage.EXCLUDED else "review", taken.case)


def _words(taken: Taken) -> list[str]:
    """Say what a package brought, a sentence each."""
    versions = count(len(taken.versions), "{n} new version", "{n} new versions")
    if taken.kind is Kind.CASE:
        words = [translate("{case} came to be reviewed, with {versions}.", case=taken.case, versions=versions)]
    else:
        words = [translate("{case} was answered: {versions}.", case=taken.case, versions=versions)]
    if taken.signed:
        words.append(count(len(taken.signed), "{n} version is signed off now.", "{n} versions are signed off now."))
    if taken.rivals:
        here, there = (name.rpartition("/")[2] for name in taken.rivals)
        words.append(
            translate(
                "It was changed in both places: compare versions {a} and {b} under Versions… and adjudicate.",
                a=here,
                b=there,
            )
        )
    if taken.moved:
        words.append(translate("Its images were made anew here meanwhile: check where the outlines lie."))
    return words
