"""Where a site's part in a federation stands, with what to do, and the buttons that pause, go on and leave."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QProgressBar, QVBoxLayout, QWidget

from fets_desktop.app.federation.words import all_done, closed, paused, standing_in_words, under_way
from fets_desktop.study.errors import ERRORS
from fets_desktop.study.federation import Member, RoundRow, Standing
from fets_desktop.ui.federation_words import days_words, end_words, size_words
from fets_desktop.ui.screens.federation.privacy import spent_words
from fets_desktop.ui.sentences import said
from fets_desktop.ui.widgets.parts import Card, Chip, button, label, row, set_mood
from fets_desktop.ui.words import translate


@dataclass(frozen=True)
class Part:
    """A site's part in a federation at this moment.

    Attributes:
        member: The federation.
        standing: Where it stands; None if it is not under way in this program.
        rows: The rounds so far.
        pausing: Whether it will pause after this round.
        opens: When it may work again; None while it may.
    """

    member: Member
    standing: Standing | None
    rows: Sequence[RoundRow]
    pausing: bool = False
    opens: datetime | None = None


class StateCard(Card):
    """What goes on, how far it is, when it ends."""

    pause_wanted = Signal()
    resume_wanted = Signal()
    start_wanted = Signal()
    leave_wanted = Signal()
    plan_wanted = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.state = label("", "title", wrap=True)
        self.chip = Chip()
        self.detail = label("", "muted", wrap=True)
        self.bar = QProgressBar()
        self.bar.setTextVisible(False)
        self.pause_button = button(self.tr("Pause after this round"), self.pause_wanted.emit, "clock")
        self.resume_button = button(self.tr("Resume"), self.resume_wanted.emit, "play", "primary")
        self.start_button = button(self.tr("Go on"), self.start_wanted.emit, "play", "primary")
        self.plan_button = button(self.tr("Plan and certificate"), self.plan_wanted.emit, "info")
        self.leave_button = button(self.tr("Leave…"), self.leave_wanted.emit, "x")
        self._figures = {name: label("", "figure") for name in ("rounds", "left", "came", "privacy", "certificate")}
        words = QVBoxLayout()
        words.setSpacing(3)
        words.addWidget(self.state)
        words.addWidget(self.detail)
        top = QHBoxLayout()
        top.setSpacing(14)
        top.addLayout(words, 1)
        buttons = (
            self.pause_button, self.resume_button, self.start_button, self.plan_button, self.leave_button,
        )  # fmt: skip
        top.addWidget(row(self.chip, *buttons))
        self.body.addLayout(top)
        self.add(self.bar, self._lay_figures())

    def _lay_figures(self) -> QWidget:
        titles = {
            "rounds": self.tr("Rounds done"),
            "left": self.tr("Left this site"),
            "came": self.tr("Came to it"),
            "privacy": self.tr("Updates leave"),
            "certificate": self.tr("Certificate"),
        }
        built = QWidget()
        line = QHBoxLayout(built)
        line.setContentsMargins(0, 4, 0, 0)
        for name, figure in self._figures.items():
            figure.setAccessibleDescription(titles[name])
            pair = QVBoxLayout()
            pair.setSpacing(1)
            pair.addWidget(label(titles[name], "small"))
            pair.addWidget(figure)
            line.addLayout(pair, 1)
        return built

    def show_part(self, part: Part) -> None:
        """Show where a federation stands."""
        plan, standing, rows = part.member.plan, part.standing, part.rows
        done = sum(1 for each in rows if each.ended and each.number < plan.rounds)
        ended = standing.state == "ended" if standing else all_done(plan, rows)
        live, waits = under_way(standing), paused(standing)
        self.state.setText(self._title(part, ended=ended))
        self.detail.setText(self._detail(part, ended=ended))
        self._show_chip(part, ended=ended)
        self.bar.setRange(0, plan.rounds)
        self.bar.setValue(done)
        self.bar.setAccessibleName(self.tr("{n} of {all} rounds").format(n=done, all=plan.rounds))
        self.pause_button.setVisible(live and not waits and not part.pausing)
        self.resume_button.setVisible(live and (waits or part.pausing))
        self.start_button.setVisible(not live and not ended)
        self._figures["rounds"].setText(self.tr("{n} of {all}").format(n=done, all=plan.rounds))
        self._figures["left"].setText(size_words(sum(each.sent for each in rows)))
        self._figures["came"].setText(size_words(sum(each.received for each in rows)))
        self._figures["privacy"].setText(_privacy(part))
        self._figures["certificate"].setText(days_words(part.member.days_left))

    def _title(self, part: Part, *, ended: bool) -> str:
        standing = part.standing
        if ended:
            return self.tr("The federation has ended")
        if standing is None:
            return self.tr("It does not go on at this moment")
        if standing.code:
            return translate(ERRORS[standing.code].title)
        return translate(standing_in_words(standing))

    def _detail(self, part: Part, *, ended: bool) -> str:
        standing = part.standing
        if ended:
            return self.tr("All rounds are done. Rounds and ledger stay here.")
        if standing is None:
            return self.tr("“Go on” takes it up where it was. Then it goes on while the program is open.")
        if standing.code:
            advice = translate(ERRORS[standing.code].advice)
            return f"{said(standing.detail)} {advice}".strip()
        parts = []
        if standing.retry_s:
            words = self.tr("It tries again within {s:.0f} s; nothing is lost, and nobody needs to do anything.")
            parts += [said(standing.detail), words.format(s=standing.retry_s)]
        elif closed(standing) and part.opens:
            words = self.tr("It works again from {t:%H:%M}; the hours are set under Settings.")
            parts.append(words.format(t=part.opens))
        elif paused(standing):
            parts.append(self.tr("The other sites go on; “Resume” takes part again from their next round."))
        elif part.pausing:
            parts.append(self.tr("It pauses once this round is sent."))
        if not closed(standing):
            # rounds do not go on as they did while it may not work
            parts.append(end_words(part.member.plan, part.rows, datetime.now(UTC)))
        if part.member.runs_out_soon:
            parts.append(self.tr("The certificate runs out soon: ask for a new one under “Plan and certificate”."))
        return " ".join(words for words in parts if words)

    def _show_chip(self, part: Part, *, ended: bool) -> None:
        standing, plan = part.standing, part.member.plan
        mood = "good" if ended else "bad" if standing and standing.code else ""
        set_mood(self, "bad" if mood == "bad" else "")
        if ended or standing is None or standing.number < 0:
            self.chip.show_word(part.member.site, mood)
            return
        if standing.number >= plan.rounds:
            self.chip.show_word(self.tr("last look"), mood)
            return
        words = self.tr("round {n} of {all}").format(n=standing.number + 1, all=plan.rounds)
        waits = standing.retry_s or paused(standing) or closed(standing)
        self.chip.show_word(words, mood or ("warn" if waits else "accent"))


def _privacy(part: Part) -> str:
    trained = [row for row in part.rows if row.loss is not None]
    return spent_words(part.member, trained[-1].epsilon if trained else None, bool(trained))
