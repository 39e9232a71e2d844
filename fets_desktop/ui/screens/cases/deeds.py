"""A person's word on chosen cases of the board: excluded with a reason, flagged, assigned to a reader."""

from collections.abc import Callable, Sequence
from functools import partial

from fets_desktop.app.forgetting import Forgotten
from fets_desktop.study.case import Case, Stage
from fets_desktop.ui.screen import Screen
from fets_desktop.ui.widgets.ask import AskWords
from fets_desktop.ui.widgets.forget_dialog import AskForget
from fets_desktop.ui.words import count, lacking, translate


class CaseDeeds:
    """Asks for what is needed and does it, case by case.

    Args:
        screen: Shows the dialogs and failures.
    """

    def __init__(self, screen: Screen) -> None:
        self._screen = screen
        self._cases = screen.hall.cases

    def exclude(self, chosen: list[Case]) -> None:
        """Take cases out of the work with a reason, or bring them back if all are out."""
        if chosen and all(case.stage is Stage.EXCLUDED for case in chosen):
            self._for_each(chosen, self._cases.include)
            return
        left = [case for case in chosen if case.stage is not Stage.EXCLUDED]
        if not left:
            return
        missing = sorted({contrast.value for case in left for contrast in lacking(case)})
        offers = [translate("{c} is missing", c=", ".join(missing))] if missing else []
        self._ask(
            count(len(left), "Exclude {n} case", "Exclude {n} cases"),
            translate("It takes no further part in the work. Nothing is deleted, and it can be included again."),
            translate("Reason, for example: poor signal"),
            translate("Exclude"),
            lambda words: self._for_each(left, partial(_with_words, self._cases.exclude, words)),
            [*offers, translate("Poor signal, judged by eye"), translate("Moved during the scan")],
        )

    def flag(self, chosen: list[Case]) -> None:
        """Write what is wrong with cases, or take the words away if all have some."""
        if chosen and all(case.flag for case in chosen):
            self._for_each(chosen, partial(_with_words, self._cases.flag, ""))
        elif chosen:
            self._ask(
                count(len(chosen), "Flag a problem of {n} case", "Flag a problem of {n} cases"),
                translate("Your words stay with the case. Do not write a patient's name."),
                translate("What is the problem?"),
                translate("Flag"),
                lambda words: self._for_each(chosen, partial(_with_words, self._cases.flag, words)),
            )

    def assign(self, chosen: list[Case]) -> None:
        """Say who is to read cases; empty words are nobody."""
        if not chosen:
            return
        known = [case.assigned for case in self._cases.all() if case.assigned]
        me = str(self._screen.hall.settings.get("review.reviewer")).strip()
        names = list(dict.fromkeys(name for name in (me, *reversed(known)) if name))[:3]
        self._ask(
            count(len(chosen), "Assign {n} case", "Assign {n} cases"),
            translate("Who is to read it? Leave the line empty for nobody in particular."),
            translate("Name of the reader"),
            translate("Assign"),
            lambda words: self._for_each(chosen, partial(_with_words, self._cases.assign, words)),
            names,
            needed=False,
        )

    def forget(self, case: str) -> None:
        """Destroy what there is of a case, or of its patient, after a person has said so."""
        forgetting = self._screen.hall.forgetting

        def outlook(whole: bool) -> Forgotten:
            return forgetting.outlook(case, whole_patient=whole)

        def forget(whole: bool) -> None:
            with self._screen.telling():
                forgetting.forget(case, whole_patient=whole)

        AskForget(outlook, case, forget, self._screen).open()

    def _ask(
        self,
        title: str,
        text: str,
        hint: str,
        accept: str,
        then: Callable[[str], None],
        offers: Sequence[str] = (),
        *,
        needed: bool = True,
    ) -> None:
        dialog = AskWords(title, text, hint, accept, self._screen, needed=needed, offers=offers)
        dialog.answered.connect(then)
        dialog.open()

    def _for_each(self, cases: list[Case], call: Callable[[str], object]) -> None:
        with self._screen.telling():
            for case in cases:
                call(case.id)


def _with_words(call: Callable[[str, str], object], words: str, case: str) -> None:
    call(case, words)
