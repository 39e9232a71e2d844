"""What a fusion made of its candidates, and where they disagree: for the case in hand."""

from PySide6.QtCore import Signal

from fets_desktop.app.fusing import FusedProposal
from fets_desktop.app.hall import Hall
from fets_desktop.study.errors import StudyError
from fets_desktop.study.fusing import FUSIONS
from fets_desktop.ui.screens.segment.slices import SlicePlaces
from fets_desktop.ui.screens.standings import StandingsTable
from fets_desktop.ui.sentences import said
from fets_desktop.ui.widgets.parts import Card, button, label, row
from fets_desktop.ui.words import translate


class FusedCard(Card):
    """Shows a case's newest fused proposal; `review` carries the case to look at, or "CASE#88" for its axial slice 88.

    Args:
        hall: The use cases.
    """

    review = Signal(str)

    def __init__(self, hall: Hall) -> None:
        super().__init__(self.tr("Fused proposal"))
        self._hall = hall
        self._case = ""
        self._what = label("", "muted", wrap=True)
        self._remark = label("", "warn", wrap=True)
        self._standings = StandingsTable()
        self._contested = SlicePlaces(
            self.tr("Slice {n}: not all agree about {area:.0f} mm² of {region}"), self.tr("up to {area:.0f} mm²")
        )
        self._contested.review.connect(self.review)
        self._where = label("", "small", wrap=True)
        self.add(
            self._what,
            self._remark,
            self._standings,
            self._contested,
            self._where,
            row(button(self.tr("Look at it in Review"), lambda: self.review.emit(self._case), look="link"), 1),
        )
        self.hide()

    def show_case(self, case: str) -> None:
        """Show what is fused for a case; nothing if there is none."""
        self._case = case
        fused = self._hall.fusing.proposals(case) if case else []
        self.setVisible(bool(fused))
        if fused:
            self._show(fused[0])

    def _show(self, one: FusedProposal) -> None:
        told = one.details
        self.aside.setText(self._case)
        method = translate(FUSIONS[told["method"]].title)
        per = self.tr("regions") if told["per"] == "region" else self.tr("labels")
        self._what.setText(
            self.tr("{method} on {per}, version {n}").format(method=method, per=per, n=one.version.rpartition("/")[2])
        )
        failed = [
            self.tr("{model} failed: {why}").format(model=each["model"].split("@")[0], why=_why(each))
            for each in told["failed"]
        ]
        remarks = [translate(told["remark"])] if told["remark"] else []
        self._remark.setText("\n".join((*remarks, *failed)))
        self._remark.setVisible(bool(remarks or failed))
        self._standings.show_standings(told["standings"])
        self._show_contested(told["contested"])

    def _show_contested(self, contested: dict[str, list[list[float]]]) -> None:
        """Show the slices that are contested most; each leads to Review."""
        found = self._contested.show_slices(self._case, contested)
        self._where.setText(
            self.tr("The most contested axial slices, numbered as in Review. Choose one to see it there.")
            if found
            else self.tr("They agree everywhere.")
        )


def _why(failed: dict[str, str]) -> str:
    return said(failed["detail"] or StudyError(failed["code"]).text.title)
