"""Split: which approved cases train and which validate, drawn once by patient."""

from functools import partial

from PySide6.QtWidgets import (
    QDoubleSpinBox,
    QFormLayout,
    QHBoxLayout,
    QListWidget,
    QSpinBox,
    QStackedLayout,
    QVBoxLayout,
    QWidget,
)

from fets_desktop.app.hall import Hall
from fets_desktop.study.case import Case, Stage
from fets_desktop.ui.screen import Screen
from fets_desktop.ui.widgets.empty import EmptyState
from fets_desktop.ui.widgets.parts import Card, button, label, roomy, set_words
from fets_desktop.ui.widgets.plain_list import PlainList
from fets_desktop.ui.widgets.share_bar import ShareBar
from fets_desktop.ui.words import count

_SIDE_WIDTH = 330


class SplitScreen(Screen):
    """Draws the split and shows both sides."""

    def __init__(self, hall: Hall, parent: QWidget | None = None) -> None:
        super().__init__(hall, parent)
        self.fraction, self.seed = QDoubleSpinBox(), QSpinBox()
        self.train, self.validation = PlainList(self.tr("Training"), ""), PlainList(self.tr("Validation"), "")
        self.draw_button = button(self.tr("Draw the split"), self._draw, "split", "primary")
        self._bar = ShareBar()
        self._news = label("", "muted", wrap=True)
        self._train_card = self._list_card(self.tr("Training"), self.train)
        self._validation_card = self._list_card(self.tr("Validation"), self.validation)
        self._lay_out()
        self.facts.split_changed.connect(self.stale)
        self.facts.case_changed.connect(self.stale)

    def _list_card(self, heading: str, shown: QListWidget) -> Card:
        card = Card(heading)
        card.layout().setContentsMargins(8, 14, 8, 8)  # type: ignore[union-attr]
        card.top.setContentsMargins(10, 0, 10, 0)
        card.body.addWidget(shown, 1)
        return card

    def _lay_out(self) -> None:
        board = QWidget()
        line = QHBoxLayout(board)
        line.setContentsMargins(16, 14, 16, 14)
        line.setSpacing(14)
        side = QWidget()
        side.setFixedWidth(_SIDE_WIDTH)
        left = QVBoxLayout(side)
        left.setContentsMargins(0, 0, 0, 0)
        left.setSpacing(14)
        left.addWidget(self._how())
        left.addWidget(self._why())
        left.addStretch(1)
        right = QVBoxLayout()
        right.setSpacing(14)
        share = Card(self.tr("Both sides"))
        self._share = share
        share.add(self._bar)
        right.addWidget(share)
        pair = QHBoxLayout()
        pair.setSpacing(14)
        pair.addWidget(self._train_card)
        pair.addWidget(self._validation_card)
        right.addLayout(pair, 1)
        line.addWidget(side)
        line.addLayout(right, 1)
        self._pages = QStackedLayout(self)
        self._pages.addWidget(
            EmptyState(
                "split",
                self.tr("No approved case yet"),
                self.tr(
                    "The split divides approved cases into those a model trains on and those it is scored on. "
                    "Review and approve cases first."
                ),
                button(self.tr("Go to the review"), partial(self.go.emit, "review", ""), "brush", "primary"),
            )
        )
        self._pages.addWidget(board)

    def _how(self) -> Card:
        card = Card(self.tr("Draw"))
        self.fraction.setRange(0.5, 0.95)
        self.fraction.setSingleStep(0.05)
        self.fraction.setDecimals(2)
        self.fraction.setAccessibleName(self.tr("Share that trains"))
        self.fraction.setValue(self.hall.settings.get("split.fraction"))
        self.seed.setRange(0, 999_999)
        self.seed.setAccessibleName(self.tr("Seed"))
        self.seed.setValue(self.hall.settings.get("split.seed"))
        form = QFormLayout()
        form.setVerticalSpacing(10)
        form.setHorizontalSpacing(14)
        for words, field in ((self.tr("Share that trains"), self.fraction), (self.tr("Seed"), self.seed)):
            roomy(field)
            title = label(words, "muted")
            title.setMinimumHeight(field.sizeHint().height())
            form.addRow(title, field)
        card.body.addLayout(form)
        card.add(self.draw_button, self._news)
        return card

    def _why(self) -> Card:
        card = Card(self.tr("How it is drawn"))
        card.add(
            label(
                self.tr(
                    "By patient: all time points of one patient stand on the same side, so that no model is scored on "
                    "a patient it has seen."
                ),
                "muted",
                wrap=True,
            ),
            label(
                self.tr(
                    "Four of five train, as in the FeTS study; the same seed and cases always give the same split."
                ),
                "muted",
                wrap=True,
            ),
            label(
                self.tr(
                    "Once and for ever: a case that has a side keeps it. Drawing again only gives the newly approved "
                    "cases theirs."
                ),
                "muted",
                wrap=True,
            ),
        )
        return card

    def refresh(self) -> None:
        """Read split and approved cases again."""
        cases = {case.id: case for case in self.hall.cases.all()}
        approved = [case for case in cases.values() if case.stage is Stage.APPROVED]
        split = self.hall.splitting.current()
        self._pages.setCurrentIndex(1 if approved or split else 0)
        undrawn = self.tr("Nothing here until the split is drawn.")
        few = self.tr("No case stands on this side yet. With more approved cases, some will.")
        for shown in (self.train, self.validation):
            shown.say_nothing(few if split else undrawn)
        train, validation = (split.train, split.validation) if split else ((), ())
        self._fill(self._train_card, self.train, train, cases)
        self._fill(self._validation_card, self.validation, validation, cases)
        fresh = [case for case in approved if case.id not in {*train, *validation}]
        self.draw_button.setEnabled(bool(fresh))
        set_words(self.draw_button, self.tr("Add the new cases") if split else self.tr("Draw the split"))
        words = count(len(fresh), "{n} approved case has no side yet.", "{n} approved cases have no side yet.")
        self._news.setText(words if fresh else self.tr("Every approved case has its side."))
        self._bar.show_shares(len(train), len(validation), len(fresh))
        self._share.aside.setText(
            self.tr("seed {s}, {f:.0%} train").format(s=split.seed, f=split.fraction)
            if split
            else self.tr("not drawn yet")
        )
        self.say(
            self.tr("{t} train, {v} validate").format(t=len(train), v=len(validation))
            if split
            else words
            if fresh
            else ""
        )

    def _fill(self, card: Card, shown: QListWidget, names: tuple[str, ...], cases: dict[str, Case]) -> None:
        shown.clear()
        shown.addItems([f"{name}    {cases[name].scan_date}" if name in cases else name for name in names])
        patients = len({cases[name].patient for name in names if name in cases})
        of = count(patients, "{n} patient", "{n} patients")
        card.aside.setText(f"{count(len(names), '{n} case', '{n} cases')}, {of}" if names else self.tr("empty"))

    def _draw(self) -> None:
        with self.telling():
            self.hall.splitting.draw(self.fraction.value(), self.seed.value())
