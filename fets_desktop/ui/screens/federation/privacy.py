"""Whether a site's updates are cut and blurred before they leave, and what that promises."""

from collections.abc import Callable

from PySide6.QtWidgets import QCheckBox, QDoubleSpinBox, QFormLayout, QVBoxLayout, QWidget

from fets_desktop.study.federation import Member, Plan, Role
from fets_desktop.study.privacy import DELTA, WEAK, Privacy, epsilon_words
from fets_desktop.ui.reading import Reading
from fets_desktop.ui.sentences import message_of
from fets_desktop.ui.widgets.parts import label, pause, roomy, set_look
from fets_desktop.ui.words import translate

_PAUSE_MS = 300
_DROWNS = 1.0
"""Noise larger than the model itself leaves little of it."""


class PrivacyChoice(QWidget):
    """A box to tick, two numbers, and what they mean for all rounds."""

    def __init__(self) -> None:
        super().__init__()
        self.wanted = QCheckBox(self.tr("Cut and blur what leaves (differential privacy)"))
        self.clip, self.noise = QDoubleSpinBox(), QDoubleSpinBox()
        self.words = label("", "small", wrap=True)
        self._plan: Plan | None = None
        self._accounting: Callable[[Privacy, int], Callable[[], float]] | None = None
        self._reading = Reading(self)
        self._soon = pause(self, _PAUSE_MS, self._account)
        self._numbers = QWidget()
        form = QFormLayout(self._numbers)
        form.setContentsMargins(0, 0, 0, 0)
        form.setVerticalSpacing(8)
        form.setHorizontalSpacing(14)
        for field, words, suffix, low, high, value, step in (
            (self.clip, self.tr("Largest change"), self.tr(" % of the model"), 0.01, 100.0, 1.0, 0.5),
            (self.noise, self.tr("Noise"), self.tr(" times that"), 0.0, 1000.0, 1.0, 0.1),
        ):
            field.setRange(low, high)
            field.setDecimals(4 if field is self.noise else 2)
            field.setSingleStep(step)
            field.setValue(value)
            field.setSuffix(suffix)
            field.setAccessibleName(words)
            roomy(field)
            field.valueChanged.connect(self._tell)
            title = label(words, "muted")
            title.setMinimumHeight(field.sizeHint().height())
            form.addRow(title, field)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        for part in (self.wanted, self._numbers, self.words):
            column.addWidget(part)
        self.wanted.toggled.connect(self._tell)
        self._tell()

    def set_accounting(self, accounting: Callable[[Privacy, int], Callable[[], float]]) -> None:
        """Say who works out what so many updates cost: it returns a call for another thread."""
        self._accounting = accounting

    def show_member(self, member: Member, *, joined: bool) -> None:
        """Show what was chosen; a site that only validates has nothing to choose."""
        self._plan = member.plan
        if joined and member.privacy:
            self.clip.setValue(100 * member.privacy.clip)
            self.noise.setValue(member.privacy.noise)
        if joined:
            self.wanted.setChecked(member.privacy is not None)
        for part in (self.wanted, self.clip, self.noise):
            part.setEnabled(not joined)
        self.setVisible(member.plan.role(member.site) is Role.TRAINS)
        self._tell()

    def privacy(self) -> Privacy | None:
        """Return what was chosen; None if updates leave as they are."""
        return Privacy(self.clip.value() / 100, self.noise.value()) if self.wanted.isChecked() else None

    def _tell(self, *_: object) -> None:
        chosen = self.privacy()
        self._numbers.setVisible(chosen is not None)
        self.words.setVisible(chosen is not None)
        if chosen and self._plan:
            self._say(chosen, None)
            self._soon.start()

    def _account(self) -> None:
        chosen, plan = self.privacy(), self._plan
        if chosen and chosen.noise and plan and self._accounting:
            account = self._accounting(chosen, plan.rounds)
            self._reading.start(
                account, lambda found: self._say(chosen, found), lambda error: self.words.setText(message_of(error))
            )

    def _say(self, chosen: Privacy, epsilon: float | None) -> None:
        plan = self._plan
        if plan is None or chosen != self.privacy():
            return
        size = chosen.noise_size(sum(tensor.count for tensor in plan.tensors))
        weak = not chosen.noise or (epsilon is not None and epsilon > WEAK)
        set_look(self.words, "warn" if size > _DROWNS or weak else "small")
        self.words.setText(" ".join(promise_words(plan, chosen, epsilon, size)))

    def leave(self) -> None:
        """Wait for nothing any more."""
        self._soon.stop()
        self._reading.forget()


def promise_words(plan: Plan, privacy: Privacy, epsilon: float | None, size: float) -> list[str]:
    """Return what a choice promises, sentence by sentence.

    Args:
        plan: Of the federation.
        privacy: The choice.
        epsilon: After all rounds; None before it was worked out.
        size: Of the noise in one update, beside the model.
    """
    if not privacy.noise:
        return [translate("Without noise nothing is promised: updates are cut, and that is all.")]
    lines = []
    if epsilon is None:
        lines.append(translate("What all rounds promise together is being worked out."))
    else:
        words = "After all {n} rounds: epsilon {e} at delta {d}; the smaller, the less can be told of your cases."
        lines.append(translate(words, n=plan.rounds, e=epsilon_words(epsilon), d=f"{DELTA:.5f}"))
        if epsilon > WEAK:
            lines.append(translate("So large an epsilon promises hardly anything."))
    lines.append(translate("The noise in one update is {s:.2g} times as large as the model.", s=size))
    if size > _DROWNS:
        lines.append(
            translate("So much drowns what was learnt, and the server may refuse it, unless very many sites take part.")
        )
    return [*lines, translate("Mean scores and the mean loss are sent as they are.")]


def spent_words(member: Member, epsilon: float | None, sent: bool) -> str:
    """Return in few words how updates leave, and what they have cost so far."""
    if member.privacy is None:
        return translate("as they are")
    if not member.privacy.noise:
        return translate("cut, no noise")
    if epsilon is None:
        return translate("nothing promised") if sent else translate("with noise")
    return translate("epsilon {e}", e=epsilon_words(epsilon))
