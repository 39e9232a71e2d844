"""A person's word on the open case: approved with a name under it, or flagged with what is wrong."""

from functools import partial

from PySide6.QtCore import QObject, Signal

from fets_desktop.study.case import Case
from fets_desktop.study.finding import Grade
from fets_desktop.ui.screen import Screen
from fets_desktop.ui.screens.review.desk import Desk
from fets_desktop.ui.sentences import said
from fets_desktop.ui.widgets.ask import AskWords
from fets_desktop.ui.words import count


class Verdict(QObject):
    """Asks for what is needed and does it.

    Args:
        desk: Holds the open case.
        screen: Shows the dialogs and failures.
    """

    approved = Signal(str)
    """The case that was signed off."""

    def __init__(self, desk: Desk, screen: Screen) -> None:
        super().__init__(screen)
        self._desk = desk
        self._screen = screen
        self._hall = screen.hall

    def approve(self) -> None:
        """Sign the open case off; remarks of the check-list ask for a reason, the reviewer's name is asked for once."""
        session = self._desk.session
        if session is None:
            return
        with self._screen.telling():
            found = self._hall.reviewing.check(session)
            remarks = [finding for finding in found if finding.grade is Grade.LOOK]
            # what makes the file unusable is refused without a question
            if not remarks or any(finding.grade is Grade.BAD for finding in found):
                self._ask_name("")
                return
            lines = "\n".join(f"•  {said(finding.title)}: {said(finding.text)}" for finding in remarks)
            dialog = AskWords(
                count(len(remarks), "Approve in spite of {n} remark?", "Approve in spite of {n} remarks?"),
                self.tr("{remarks}\nYour reason stays with the version.").format(remarks=lines),
                self.tr("Why, for example: this tumour has no necrosis"),
                self.tr("Approve case"),
                self._screen,
            )
            dialog.answered.connect(self._ask_name)
            dialog.open()

    def _ask_name(self, reason: str) -> None:
        if reviewer := str(self._hall.settings.get("review.reviewer")).strip():
            self._sign(reviewer, reason)
            return
        dialog = AskWords(
            self.tr("Who approves?"),
            self.tr("Your name stands under every case you approve. It is asked for once; Settings can change it."),
            self.tr("For example: Dr. Weber"),
            self.tr("Approve case"),
            self._screen,
        )
        dialog.answered.connect(partial(self._named, reason))
        dialog.open()

    def _named(self, reason: str, reviewer: str) -> None:
        with self._screen.telling():
            self._hall.settings.set("review.reviewer", reviewer)
            self._sign(reviewer, reason)

    def _sign(self, reviewer: str, reason: str) -> None:
        case = self._desk.case
        with self._screen.telling():
            self._desk.approve(reviewer, reason)
            self.approved.emit(case)

    def flag(self, case: Case) -> None:
        """Say what is wrong with a case, or take the words away."""
        if case.flag:
            self._flagged(case.id, "")
            return
        dialog = AskWords(
            self.tr("Flag a problem of {case}").format(case=case.id),
            self.tr("Your words stay with the case. Do not write a patient's name."),
            self.tr("What is the problem?"),
            self.tr("Flag"),
            self._screen,
        )
        dialog.answered.connect(partial(self._flagged, case.id))
        dialog.open()

    def _flagged(self, case: str, flag: str) -> None:
        with self._screen.telling():
            self._hall.cases.flag(case, flag)
