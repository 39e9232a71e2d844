"""Before a site joins: each thing that was looked at, well or not, with what to do; and the button that joins."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QWidget

from fets_desktop.study.federation import Check
from fets_desktop.ui.sentences import said
from fets_desktop.ui.widgets.parts import Card, button, icon_label, label, row, rule, set_look, set_words
from fets_desktop.ui.words import count, translate

_SIGNS = {
    "ok": ("circle-check", "good", "well"),
    "look": ("triangle-alert", "warn", "worth a look"),
    "no": ("circle-alert", "bad", "not well: nobody joins without it"),
}


def sign_of(check: Check) -> str:
    """Return how a thing stands: "ok", "look" where one may join all the same, "no"."""
    if check.ok:
        return "ok"
    return "no" if check.needed else "look"


class PreflightCard(Card):
    """The list of what was looked at, and Join."""

    look_wanted = Signal()
    join_wanted = Signal()

    def __init__(self) -> None:
        super().__init__(self.tr("3  Look, then join"))
        self.words = label("", "muted", wrap=True)
        self._list = QWidget()
        self._grid = QGridLayout(self._list)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(10)
        self._grid.setVerticalSpacing(7)
        self._grid.setColumnStretch(2, 1)
        self.look_button = button(self.tr("Look whether all is well"), self.look_wanted.emit, "search")
        self.join_button = button(self.tr("Join the federation"), self.join_wanted.emit, "network", "primary")
        self.why_not = label("", "small", wrap=True)
        self.lines: list[str] = []
        self.add(self.words, self._list, row(self.look_button, 1), rule(), row(self.join_button, 1), self.why_not)

    def show_checks(self, checks: Sequence[Check] | None, *, busy: bool) -> None:
        """Show what was found; None if nothing was looked at yet. It is busy while there is more to come."""
        set_words(self.look_button, self.tr("Look again") if checks else self.tr("Look whether all is well"))
        while item := self._grid.takeAt(0):
            if widget := item.widget():
                widget.setParent(None)
                widget.deleteLater()
        self.lines = []
        for line, check in enumerate(checks or ()):
            self._add(line, check)
        self._list.setVisible(bool(checks))
        words, look = self._heading(checks, busy=busy)
        self.words.setText(words)
        set_look(self.words, look)

    def _heading(self, checks: Sequence[Check] | None, *, busy: bool) -> tuple[str, str]:
        if checks is None and busy:
            return self.tr("Looking: it reaches for the server, which takes a few seconds."), "muted"
        if checks is None:
            words = self.tr(
                "Server, clock, certificates, disk, memory and cases are looked at, and what a round takes here is "
                "measured. Nothing of a case is sent."
            )
            return words, "muted"
        if bad := sum(sign_of(check) == "no" for check in checks):
            return count(bad, "{n} thing is not well yet.", "{n} things are not well yet."), "bad"
        if busy:
            return self.tr("All is well so far. What a round takes is being measured; joining need not wait."), "good"
        return self.tr("All is well."), "good"

    def _add(self, line: int, check: Check) -> None:
        icon, role, standing = _SIGNS[sign_of(check)]
        top = Qt.AlignmentFlag.AlignTop
        title = label(said(check.title), "strong")
        words = label(said(check.words), "muted", wrap=True)
        words.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        told = f"{said(check.title)}, {translate(standing)}: {said(check.words)}"
        words.setAccessibleName(told)
        self.lines.append(told)
        self._grid.addWidget(icon_label(icon, role), line, 0, top)
        self._grid.addWidget(title, line, 1, top)
        self._grid.addWidget(words, line, 2)

    def show_missing(self, missing: str) -> None:
        """Let a person join, or say what is missing."""
        self.join_button.setEnabled(not missing)
        self.join_button.setToolTip(missing)
        self.why_not.setText(
            missing or self.tr("Joining agrees to the plan above. You can pause or leave at any time.")
        )
