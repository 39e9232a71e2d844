"""What scores say: means with their intervals, the spread as violins, two models against each other in words."""

from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QGridLayout, QVBoxLayout, QWidget

from fets_desktop.app.evaluating import Evaluation
from fets_desktop.app.evaluation_words import MEASURES, TITLES, paired_in_words
from fets_desktop.study.labels import REGIONS
from fets_desktop.ui.screens.segment.slices import right
from fets_desktop.ui.screens.standings import StandingsTable
from fets_desktop.ui.sentences import said
from fets_desktop.ui.widgets.parts import Card, clear, label
from fets_desktop.ui.widgets.score_plots import Duel, Spot, Violins
from fets_desktop.ui.words import count, figure


class Verdict(QWidget):
    """Shows an evaluation's summary; `case_wanted` carries a case whose point was clicked."""

    case_wanted = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self.violins = Violins(self.tr("Dice of every case by region"))
        self.duel = Duel(self.tr("Dice of two models case by case"))
        self.duel.chosen.connect(self.case_wanted)
        self._means = Card(self.tr("Means"))
        self._table = QVBoxLayout()
        self._means.body.addLayout(self._table)
        spread = Card(self.tr("Dice by region"))
        spread.body.addWidget(self.violins, 1)
        self._key = label("", "small", wrap=True)
        spread.add(self._key)
        self._versus = Card(self.tr("Case by case"))
        self._versus.body.addWidget(self.duel, 1)
        self.words = label("", "muted", wrap=True)
        self._versus.add(self.words)
        self._members = Card(self.tr("The fusion and its members"))
        self._member_rows = QVBoxLayout()
        self._members.body.addLayout(self._member_rows)
        self.standings = StandingsTable()
        self._members.add(self.standings)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(14)
        for card in (self._members, self._means, spread, self._versus):
            column.addWidget(card)
        column.addStretch(1)

    def show_members(self, evaluation: Evaluation) -> None:
        """Show the mean Dice of a fusion and of its members, and what it made of each; nothing without a fusion."""
        fusion = evaluation.head
        self._members.setVisible("standings" in fusion)
        if "standings" not in fusion:
            return
        clear(self._member_rows)
        box = QWidget()
        grid = QGridLayout(box)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(10)
        grid.setVerticalSpacing(4)
        grid.setColumnStretch(0, 1)
        regions = [str(region) for region in REGIONS]
        grid.addWidget(label(self.tr("Mean Dice"), "small"), 0, 0)
        for column, words in enumerate((*regions, self.tr("all three")), 1):
            grid.addWidget(right(words, "muted"), 0, column)
        scored = [fusion, *(model for model in evaluation.models if model is not fusion and model["mean"])]
        for line, model in enumerate(scored if fusion["mean"] else (), 1):
            look = "strong" if model is fusion else ""
            grid.addWidget(label(name_of(model).split("@")[0], look, wrap=True), line, 0)
            dice = [*(model["mean"]["dice"][region] for region in regions), model["mean"]["dice_overall"]]
            for column, value in enumerate(dice, 1):
                grid.addWidget(right(figure(value, ".3f"), look), line, column)
        self._member_rows.addWidget(box)
        self.standings.show_standings(fusion["standings"])

    def show_evaluation(self, evaluation: Evaluation) -> None:
        """Show what was found of one model, or of two."""
        first, *others = evaluation.models
        self._means.heading.setText(self.tr("Means of {model}").format(model=name_of(first)))
        self._means.aside.setText(count(len(first["cases"]), "{n} case", "{n} cases"))
        self._show_means(first)
        regions = [str(region) for region in REGIONS]
        groups = [(r, [[row["dice"][r] for row in m["cases"]] for m in evaluation.models]) for r in regions]
        self.violins.show_scores(groups)
        self._key.setText(
            self.tr("Filled: {first}. Outlined: {second}. The bar is the median.").format(
                first=name_of(first), second=name_of(others[0])
            )
            if others
            else self.tr("A point is a case, the bar the median.")
        )
        self._versus.setVisible(bool(others))
        if others:
            self._show_pair(first, others[0], evaluation.paired[0])

    def _show_means(self, model: dict[str, Any]) -> None:
        clear(self._table)
        box = QWidget()
        grid = QGridLayout(box)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(12)
        grid.setVerticalSpacing(4)
        for column, region in enumerate(map(str, REGIONS), 1):
            grid.addWidget(label(region, "small"), 0, column)
        for line, measure in enumerate(MEASURES, 1):
            grid.addWidget(label(TITLES[measure], "muted"), line, 0)
            for column, region in enumerate(map(str, REGIONS), 1):
                shown = label(_number(model["mean"][measure][region], measure), "strong" if line == 1 else "")
                if ends := model["interval"][measure][region]:
                    low, high = (_number(end, measure) for end in ends)
                    shown.setToolTip(self.tr("95 % interval {low} to {high}").format(low=low, high=high))
                grid.addWidget(shown, line, column)
        if ends := model["interval"]["dice_overall"]:
            words = self.tr("Mean Dice of all three {mean:.3f}, 95 % interval {low:.3f} to {high:.3f}")
            told = words.format(mean=model["mean"]["dice_overall"], low=ends[0], high=ends[1])
            grid.addWidget(label(told, "small", wrap=True), len(MEASURES) + 1, 0, 1, 4)
        self._table.addWidget(box)

    def _show_pair(self, first: dict[str, Any], second: dict[str, Any], test: dict[str, Any]) -> None:
        theirs = {row["case"]: row for row in second["cases"]}
        spots = [
            Spot(row["case"], region, row["dice"][region], theirs[row["case"]]["dice"][region])
            for row in first["cases"]
            if row["case"] in theirs
            for region in map(str, REGIONS)
        ]
        self.duel.show_spots(spots, name_of(first), name_of(second))
        self.words.setText("\n\n".join(map(said, paired_in_words(test))))

    def tint(self) -> None:
        """Take the present theme's colours."""
        self.violins.tint()
        self.duel.tint()


def name_of(model: dict[str, Any]) -> str:
    """Return what a person calls a scored model; two of one name keep the start of their hashes."""
    return str(model["model"])


def _number(value: float, measure: str) -> str:
    return figure(value, ".1f" if measure.endswith("_mm") else ".3f")
