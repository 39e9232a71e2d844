"""What a person agrees to: the plan in plain words, and what leaves this site, item by item with bytes."""

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QWidget

from fets_desktop.app.federation.words import plan_in_words
from fets_desktop.study.federation import Leaving, Member
from fets_desktop.ui.federation_words import size_words
from fets_desktop.ui.sentences import said
from fets_desktop.ui.widgets.parts import Card, clear, icon_label, label, rule

_ONCE = "once a round"


class PlanCard(Card):
    """The plan in plain words, and the owner's fingerprint to compare."""

    def __init__(self) -> None:
        super().__init__(self.tr("The plan"))

    def show_member(self, member: Member) -> None:
        """Show a federation's plan."""
        clear(self.body)
        self.aside.setText(member.plan.id)
        for line in map(said, plan_in_words(member.plan, member.site)):
            self.add(label(line, wrap=True))
        self.body.addSpacing(2)
        self.add(
            rule(),
            label(
                self.tr("Is it really the owner's? Telephone them, and compare this fingerprint:"), "muted", wrap=True
            ),
            fingerprint_label(member.owner_fingerprint, self.tr("The owner's fingerprint")),
        )


class LeavingCard(Card):
    """Everything that leaves this site, with when and how much; and what never does."""

    def __init__(self) -> None:
        super().__init__(self.tr("What leaves this site"))
        self._table = QWidget()
        self._grid = QGridLayout(self._table)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(18)
        self._grid.setVerticalSpacing(8)
        self._grid.setColumnStretch(0, 1)
        self._never = label(
            self.tr(
                "Nothing else: no image, no outline, no name, date or number of a patient, no file name, and no score "
                "of a single case."
            ),
            wrap=True,
        )
        self._sum = label("", "strong", wrap=True)
        line = QWidget()
        never = QGridLayout(line)
        never.setContentsMargins(0, 0, 0, 0)
        never.setHorizontalSpacing(10)
        never.setColumnStretch(1, 1)
        never.addWidget(icon_label("shield-check", "good", 18), 0, 0, Qt.AlignmentFlag.AlignTop)
        never.addWidget(self._never, 0, 1)
        self.add(self._table, rule(), self._sum, line)

    def show_items(self, items: Sequence[Leaving], rounds: int) -> None:
        """Show what leaves, in so many rounds."""
        while item := self._grid.takeAt(0):
            if widget := item.widget():
                widget.setParent(None)
                widget.deleteLater()
        for column, title in enumerate((self.tr("What"), self.tr("When"), self.tr("Each time"))):
            self._grid.addWidget(label(title, "small"), 0, column)
        for line, leaving in enumerate(items, 1):
            what = said(leaving.what)
            self._grid.addWidget(label(what[:1].upper() + what[1:], wrap=True), line, 0)
            self._grid.addWidget(label(said(leaving.when), "muted"), line, 1, Qt.AlignmentFlag.AlignTop)
            size = label(size_words(leaving.size), "strong")
            self._grid.addWidget(size, line, 2, Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignRight)
        once = sum(item.size for item in items if item.when == _ONCE)
        words = self.tr("About {once} a round, {all} in all {rounds} rounds.")
        self._sum.setText(words.format(once=size_words(once), all=size_words(once * rounds), rounds=rounds))


def fingerprint_label(fingerprint: str, name: str) -> QWidget:
    """Return a fingerprint as one reads it aloud: large, in groups, to be selected."""
    shown = label(fingerprint, "heading", wrap=True)
    shown.setAccessibleName(f"{name}: {fingerprint}")
    shown.setTextInteractionFlags(
        Qt.TextInteractionFlag.TextSelectableByMouse | Qt.TextInteractionFlag.TextSelectableByKeyboard
    )
    return shown
