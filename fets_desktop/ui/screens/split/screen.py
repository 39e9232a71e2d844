"""Split: which approved cases train and which validate, drawn once by patient."""

from collections.abc import Sequence
from functools import partial
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QDoubleSpinBox,
    QFileDialog,
    QFormLayout,
    QHBoxLayout,
    QListWidget,
    QScrollArea,
    QSpinBox,
    QStackedLayout,
    QVBoxLayout,
    QWidget,
)

from fets_desktop.app.hall import Hall
from fets_desktop.study.case import Case, Stage
from fets_desktop.ui.screen import Screen
from fets_desktop.ui.screens.split.sides import SidesCard, how_card
from fets_desktop.ui.widgets.empty import EmptyState
from fets_desktop.ui.widgets.file_dialog import file_dialog
from fets_desktop.ui.widgets.notice import Notice
from fets_desktop.ui.widgets.parts import Card, button, framed, label, roomy, row, set_words
from fets_desktop.ui.widgets.plain_list import PlainList
from fets_desktop.ui.words import count

_SIDE_WIDTH = 330


class SplitScreen(Screen):
    """Draws the split and shows both sides."""

    def __init__(self, hall: Hall, parent: QWidget | None = None) -> None:
        super().__init__(hall, parent)
        self._frozen = False
        self.fraction, self.seed = QDoubleSpinBox(), QSpinBox()
        self.train, self.validation = PlainList(self.tr("Training"), ""), PlainList(self.tr("Validation"), "")
        self.draw_button = button(self.tr("Draw the split"), self._draw, "split", "primary")
        self._share, self._notice = SidesCard(), Notice()
        self.read_button = button(self.tr("Read a split…"), self._ask_read, "folder-open")
        self.write_button = button(self.tr("Write it…"), self._ask_write, "folder-output")
        for wide, words in (
            (self.read_button, self.tr("Take the sides of FeTS's train.csv and val.csv")),
            (self.write_button, self.tr("Write train.csv and val.csv, as FeTS has them")),
        ):
            wide.setToolTip(words)
        self._news = label("", "muted", wrap=True)
        self._train_card = self._list_card(self.tr("Training"), self.train)
        self._validation_card = self._list_card(self.tr("Validation"), self.validation)
        self._lay_out()
        self.facts.split_changed.connect(self.stale)
        self.facts.case_changed.connect(self.stale)
        self.facts.federation_changed.connect(self.stale)

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
        side = framed("page")
        left = QVBoxLayout(side)
        left.setContentsMargins(0, 0, 0, 0)
        left.setSpacing(14)
        left.addWidget(self._how())
        left.addWidget(how_card())
        left.addStretch(1)
        scroll = QScrollArea()
        scroll.setWidgetResizable(True)
        scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        # where there is a scroll bar, the words make room for it, and the buttons need theirs
        scroll.setFixedWidth(
            max(_SIDE_WIDTH, side.minimumSizeHint().width() + scroll.verticalScrollBar().sizeHint().width())
        )
        scroll.setWidget(side)
        right = QVBoxLayout()
        right.setSpacing(14)
        right.addWidget(self._notice)
        right.addWidget(self._share)
        pair = QHBoxLayout()
        pair.setSpacing(14)
        pair.addWidget(self._train_card)
        pair.addWidget(self._validation_card)
        right.addLayout(pair, 1)
        line.addWidget(scroll)
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
        card.add(self.draw_button, self._news, row(self.read_button, self.write_button))
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
        frozen = self.hall.splitting.frozen_by()
        for changing in (self.fraction, self.seed):
            changing.setEnabled(not frozen)
        self.draw_button.setEnabled(bool(fresh) and not frozen)
        self.read_button.setEnabled(not frozen)
        self.write_button.setEnabled(split is not None)
        self._show_frozen(frozen, len(fresh))
        set_words(self.draw_button, self.tr("Add the new cases") if split else self.tr("Draw the split"))
        words = count(len(fresh), "{n} approved case has no side yet.", "{n} approved cases have no side yet.")
        self._news.setText(words if fresh else self.tr("Every approved case has its side."))
        self._share.show_sides(*self.hall.splitting.both_sides(), len(fresh))
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

    def _show_frozen(self, federations: Sequence[str], waiting: int) -> None:
        """Say that nothing changes while a federation goes on; a note on what was read goes with it."""
        if federations:
            words = self.tr("Frozen while {f} goes on: rounds are compared on the same cases.")
            more = self.tr("New cases get their side when it has ended, or this site has left it.") if waiting else ""
            self._notice.say(f"{words.format(f=', '.join(federations))} {more}".strip())
        elif self._frozen:
            self._notice.hide()
        self._frozen = bool(federations)

    # --- FeTS's files

    def _ask_read(self) -> None:
        dialog = file_dialog(self, self.tr("The folder with train.csv and val.csv"), QFileDialog.FileMode.Directory)
        dialog.fileSelected.connect(self.read)
        dialog.open()

    def read(self, folder: str) -> None:
        """Take the sides of the files in a folder."""
        with self.telling():
            taken = self.hall.splitting.read(Path(folder))
            words = count(taken.given, "{n} case got its side.", "{n} cases got their side.")
            names = count(taken.unknown, "{n} name is not known here.", "{n} names are not known here.")
            self._notice.say(f"{words} {names}" if taken.unknown else words)
            self.refresh()

    def _ask_write(self) -> None:
        dialog = file_dialog(self, self.tr("Write train.csv and val.csv"), QFileDialog.FileMode.Directory)
        dialog.fileSelected.connect(self.write)
        dialog.open()

    def write(self, folder: str) -> None:
        """Write the files into a folder's `split_info`."""
        with self.telling():
            files = self.hall.splitting.write(Path(folder))
            self._notice.say(self.tr("Written to {place}.").format(place=files[0].parent))
