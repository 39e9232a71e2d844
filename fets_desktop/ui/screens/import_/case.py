"""One imported case for a person's eye: a card for each series, and the word that it is right."""

from collections.abc import Mapping, Sequence
from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QScrollArea, QVBoxLayout, QWidget

from fets_desktop.app.glances import Glance
from fets_desktop.study.case import Case, Series, Stage
from fets_desktop.study.contrast import ALL_CONTRASTS, Contrast
from fets_desktop.ui.contrast_choice import ContrastChoice, candidates
from fets_desktop.ui.screens.import_.aside import AsideSeries, SeriesFactsWords
from fets_desktop.ui.sentences import said
from fets_desktop.ui.widgets.card_grid import CardGrid
from fets_desktop.ui.widgets.parts import (
    Card,
    Chip,
    button,
    filled,
    framed,
    label,
    row,
    set_look,
    set_mood,
    set_words,
    tool_button,
)
from fets_desktop.ui.widgets.picture import Picture
from fets_desktop.ui.widgets.progress_row import ElidedLabel
from fets_desktop.ui.widgets.segments import Segments
from fets_desktop.ui.words import count, day, translate

_CERTAIN, _LIKELY = 0.9, 0.7
_CARD_WIDTH = 232
_CHOICES: tuple[Contrast | None, ...] = (*ALL_CONTRASTS, None)


class SeriesCard(Card):
    """One series: its picture, what it seems to be, how sure that is and why.

    Args:
        series: The series.
        picture: Its thumbnail, None until it is converted.
    """

    chosen = Signal(str, object)
    tags_wanted = Signal(str)

    def __init__(self, series: Series, picture: Path | None) -> None:
        super().__init__()
        self.series = series
        self.setFixedWidth(_CARD_WIDTH)
        self.layout().setContentsMargins(12, 12, 12, 12)  # type: ignore[union-attr]
        title = series.description or self.tr("Series without a description")
        self.setAccessibleName(title)
        image = Picture(self.tr("The picture comes with the conversion"))
        image.setFixedHeight(190)
        image.show_file(picture, self.tr("Picture of {title}").format(title=title))
        self._chip = Chip()
        words = label(title, "strong", wrap=True)
        self.choice = Segments(
            self.tr("Contrast of {title}").format(title=title), [str(c) if c else self.tr("None") for c in _CHOICES]
        )
        self.choice.picked.connect(self._picked)
        facts = label(SeriesFactsWords(self).of(series, dated=False), "small")
        facts.setHidden(not facts.text())
        why = label(said(series.why) or self.tr("Nothing in the file says what it is."), "small", wrap=True)
        why.setMinimumHeight(34)
        why.setAlignment(Qt.AlignmentFlag.AlignTop)
        self._tags = tool_button("info", self.tr("DICOM tags of {title}").format(title=title), self._ask_tags)
        self.add(image, row(words, 1, self._chip, self._tags), facts, why, self.choice)

    def show_contrast(self, contrast: Contrast | None) -> None:
        """Mark the contrast the series stands for now, and how sure that is."""
        self.choice.show_choice(_CHOICES.index(contrast))
        self._chip.show_word(*self._certainty(contrast))
        set_mood(self, "warn" if contrast and self._certainty(contrast)[1] == "warn" else "")

    def _certainty(self, contrast: Contrast | None) -> tuple[str, str]:
        if contrast is None:
            return self.tr("Not used"), ""
        if contrast != self.series.proposal:
            return self.tr("Your choice"), "accent"
        if self.series.confidence >= _CERTAIN:
            return self.tr("Certain"), "good"
        return (self.tr("Likely"), "") if self.series.confidence >= _LIKELY else (self.tr("Please check"), "warn")

    def _ask_tags(self) -> None:
        self.tags_wanted.emit(self.series.id)

    def _picked(self, number: int) -> None:
        self.chosen.emit(self.series.id, _CHOICES[number])


class CasePanel(QWidget):
    """A case's series, and the buttons that settle them; `confirmed` carries the choice.

    `overruled` carries case, series and contrast where a person wants a series back that was set aside.
    """

    confirmed = Signal(str, object)
    convert_wanted = Signal(str)
    exclude_wanted = Signal(str)
    overruled = Signal(str, str, object)
    tags_wanted = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self.case: Case | None = None
        self.choice: ContrastChoice | None = None
        self._cards: list[SeriesCard] = []
        self._busy = self._stopped = False
        self._name = label("", "title")
        self._words = ElidedLabel("muted")
        self._advice = label("", "warn", wrap=True)
        self._grid = CardGrid(_CARD_WIDTH)
        self._aside = AsideSeries()
        self._aside.overruled.connect(self._overrule)
        self._aside.tags_wanted.connect(self._ask_tags)
        self._go_on = button(self.tr("Looks right: go on"), self._confirm, "check", "primary")
        self._exclude = button(self.tr("Exclude…"), self._ask_exclude, "ban")
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(12)
        column.addWidget(filled(self._name, self._words, self._exclude, self._go_on, by=self._words, spacing=12))
        column.addWidget(self._advice)
        page = framed("page")
        inner = QVBoxLayout(page)
        inner.setContentsMargins(0, 0, 8, 0)
        inner.setSpacing(14)
        inner.addWidget(self._grid)
        inner.addWidget(self._aside)
        inner.addStretch(1)
        scroll = QScrollArea()
        scroll.setWidgetResizable(True)
        scroll.setWidget(page)
        column.addWidget(scroll, 1)

    def show_case(
        self, case: Case, pictures: Mapping[str, Path | None], busy: bool, glances: Mapping[str, Glance]
    ) -> None:
        """Show a case; a choice that was begun on the same series is kept.

        Args:
            case: To show.
            pictures: Thumbnails of the candidates, by the ids of their series.
            busy: Whether it is still converted.
            glances: What may be seen of the series set aside, by their ids.
        """
        known = self.case is not None and self.case.id == case.id
        begun = self.choice if self.case and known and _same(self.case, case) else None
        self.case, self._busy = case, busy
        self._stopped = not busy and any(not series.sha256 for series in candidates(case))
        self.choice = begun or ContrastChoice(case)
        self._name.setText(case.id)
        parts = (
            day(case.scan_date),
            count(len(case.series), "{n} series", "{n} series"),
            self._status(case),
        )
        self._words.show_text("  ·  ".join(parts))
        self._cards = [SeriesCard(series, pictures.get(series.id)) for series in candidates(case)]
        for card in self._cards:
            card.chosen.connect(self._choose)
            card.tags_wanted.connect(self._ask_tags)
        self._grid.show_cards(list(self._cards))
        self._aside.show_series([series for series in case.series if series.set_aside], glances)
        if not known:
            # what is missing may lie among them
            self._aside.head.setChecked(bool(self.choice.missing))
        self._mark()

    def _status(self, case: Case) -> str:
        if self._busy:
            return self.tr("Converting")
        return self.tr("Not converted") if self._stopped else translate(case.stage.words)

    def _choose(self, series: str, contrast: Contrast | None) -> None:
        if self.choice:
            self.choice.choose(series, contrast)
            self._mark()

    def _mark(self) -> None:
        if not self.case or not self.choice:
            return
        for card in self._cards:
            card.show_contrast(self.choice.of(card.series.id))
        missing = self.choice.missing
        self._advice.setVisible(bool(missing) or self._busy or self._stopped)
        self._advice.setText(self._advise(missing))
        set_look(self._advice, "muted" if self._busy else "warn")
        new = self.case.stage is Stage.NEW
        ready = not missing and (new or self.choice.changed)
        self._go_on.setEnabled(not self._busy and (ready or self._stopped))
        words = self.tr("Looks right: go on") if new else self.tr("Use this choice")
        set_words(self._go_on, self.tr("Convert again") if self._stopped else words)
        self._exclude.setEnabled(self.case.stage is not Stage.EXCLUDED)

    def _advise(self, missing: Sequence[Contrast]) -> str:
        if self._busy:
            return self.tr("The series are being converted; the pictures appear in a moment.")
        if self._stopped:
            return self.tr("The conversion was stopped or has failed. Nothing is lost: convert again, and it goes on.")
        if self._aside.buttons:
            words = self.tr(
                "No series stands for {c}. Choose one, use one that was set aside, import the missing series, "
                "or exclude the case."
            )
        else:
            words = self.tr("No series stands for {c}. Choose one, import the missing series, or exclude the case.")
        return words.format(c=", ".join(missing))

    def _confirm(self) -> None:
        if self.case and self._stopped:
            self.convert_wanted.emit(self.case.id)
        elif self.case and self.choice:
            self.confirmed.emit(self.case.id, self.choice.by_contrast())

    def _ask_tags(self, series: str) -> None:
        if self.case:
            self.tags_wanted.emit(next(one for one in self.case.series if one.id == series))

    def _overrule(self, series: str, contrast: Contrast) -> None:
        if self.case:
            self.overruled.emit(self.case.id, series, contrast)

    def _ask_exclude(self) -> None:
        if self.case:
            self.exclude_wanted.emit(self.case.id)

    def card(self, series: str) -> SeriesCard:
        """Return the card of a series."""
        return next(card for card in self._cards if card.series.id == series)


def _same(one: Case, other: Case) -> bool:
    return [(s.id, s.contrast) for s in one.series] == [(s.id, s.contrast) for s in other.series]
