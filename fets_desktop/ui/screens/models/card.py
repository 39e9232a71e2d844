"""A model's card in plain words: what it was trained on, how it scores, what it never saw."""

from collections.abc import Mapping
from math import isfinite
from typing import Any, TypeGuard

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QWidget

from fets_desktop.app.models import StoredModel
from fets_desktop.app.training import FAMILY_TITLES
from fets_desktop.study.labels import REGIONS
from fets_desktop.study.model import ModelCard
from fets_desktop.ui.screens.models.feeding import gives_words, sees_words
from fets_desktop.ui.sentences import said
from fets_desktop.ui.widgets.parts import Card, Chip, label, row
from fets_desktop.ui.words import NOTHING, count, day, figure, translate

_PRECISIONS = {"int8": "8-bit", "f32": "32-bit", "bf16": "16-bit"}
FEDERATED = "federation publish"
"""The command that a federation's model comes from."""
_DIGITS, _SHORT = 64, 8
REGION_WORDS = {
    "Dice": "Dice is how well two outlines agree, from 0 (not at all) to 1 (wholly).",
    "ET": "ET is the enhancing tumour,",
    "TC": "TC the tumour core (enhancing and necrotic),",
    "WT": "WT the whole tumour with its oedema.",
}
"""What the letters on a card mean."""


def precision_words(card: ModelCard) -> str:
    """Return how finely a model calculates, as people say it."""
    return translate(_PRECISIONS.get(card.precision, card.precision))


def lineage_words(lineage: Mapping[str, Any]) -> str:
    """Return where a model comes from, in words; keys that nobody knows stand as they are."""
    left = {key: value for key, value in lineage.items() if value}
    command, parent = left.pop("command", ""), left.pop("parent", "")
    epochs, epoch, steps = left.pop("epochs", 0), left.pop("epoch", 0), left.pop("steps", 0)
    goes_on = left.pop("weights", "") != "new"
    if len(parent) == _DIGITS:
        parent = parent[:_SHORT]  # no name, but the hash of all its weights: its start tells it from others
    parts = []
    if command == FEDERATED:
        parts += _federated_parts(left)
    elif command == "train":
        parts.append(translate("Trained on this computer"))
    elif command:
        parts.append(translate("Trained for this program, before it came to this computer"))
    if parent:
        parts.append(translate("going on from {parent}" if goes_on else "beside {parent}", parent=parent))
    if epochs and epoch:
        parts.append(translate("epoch {n} of {all}", n=epoch, all=epochs))
    if steps:
        parts.append(count(int(steps), "{n} step", "{n} steps"))
    words = ", ".join((*parts, *(f"{key} {value}" for key, value in left.items())))
    return words[:1].upper() + words[1:]


def _federated_parts(left: dict[str, Any]) -> list[str]:
    """Return what there is to say about a federation's model, and take it out of what is left to be said."""
    federation, chosen = left.pop("federation", ""), left.pop("chosen by", "")
    parts = [translate("Averaged over the sites of the federation {id}", id=federation)]
    parts.append(translate("round {n} of {all}", n=left.pop("round", NOTHING), all=left.pop("rounds", NOTHING)))
    if chosen:
        parts.append(translate("chosen by {why}", why=said(chosen)))
    return parts


def told_by_federation(extra: Mapping[str, Any]) -> dict[str, Any]:
    """Return what a federation measured of its model, by words for who measured it; nothing for other models."""
    told = extra.get("federation")
    if not isinstance(told, Mapping):
        return {}
    return {translate("In the federation: {who}", who=said(str(who))): values for who, values in told.items()}


def _is_number(value: object) -> TypeGuard[float]:
    """Tell whether a card made elsewhere has a number there that can be shown."""
    return isinstance(value, int | float) and isfinite(value)


def score_rows(scores: Mapping[str, Any]) -> list[tuple[str, list[str]]]:
    """Return the scores as rows: what was scored, then Dice of ET, TC, WT and their mean."""
    table = []
    for name, values in scores.items():
        dice = values.get("dice", values) if isinstance(values, Mapping) else {}
        if not all(_is_number(dice.get(region)) for region in REGIONS):
            continue
        mean = sum(dice[region] for region in REGIONS) / len(REGIONS)
        mean = dice["mean"] if _is_number(dice.get("mean")) else mean
        words = translate(_PRECISIONS[name]) if name in _PRECISIONS else name
        table.append((words, [figure(value, ".3f") for value in (*(dice[region] for region in REGIONS), mean)]))
    return table


def signed_words(origin: str, signer: str, name: str) -> str:
    """Return who answers for a model.

    Args:
        origin: How it came here.
        signer: Fingerprint of who signed it, "" if nobody did.
        name: What that signer is called here.
    """
    if signer and name == signer:
        return translate("Whoever signed it as {signer}, whom a person here trusts", signer=signer)
    if signer:
        return translate("{name}, who signed it as {signer}", name=name, signer=signer)
    if origin == "shipped":
        return translate("This program, which it came with")
    if origin == "made here":
        return translate("Nobody yet: it was made here, while there was no place for this site's key")
    return translate("Nobody: it is not signed, and was taken in on a person's word")


def eight_bits_words(scores: Mapping[str, Any]) -> list[str]:
    """Return by how much 8 bits changed the scores, how surely, and on what; old cards say less, or nothing."""
    if not _is_number(drop := scores.get("int8_drop")):
        return []
    parts = [translate("Made small (8-bit), its mean Dice changed by {d:+.4f}.", d=0.0 - drop)]
    ends = scores.get("int8_drop_interval")
    if isinstance(ends, list | tuple) and len(ends) == 2 and all(map(_is_number, ends)):
        words = "The 95 % interval of that change, case by case, is {low:+.4f} to {high:+.4f}."
        parts.append(translate(words, low=-ends[1], high=-ends[0]))
    if where := scores.get("int8_on"):
        parts.append(translate("That was measured on {where}.", where=where))
    elif cases := scores.get("int8_cases"):
        parts.append(count(int(cases), "That was measured on {n} case.", "That was measured on {n} cases."))
    if scores.get("int8_control"):
        parts.append(translate("Its parts that matter most stayed in 32 bits for that."))
    return parts


def facts_of(card: ModelCard, made: str, signed: str = "") -> list[tuple[str, str]]:
    """Return what there is to say about a model, as pairs of words."""
    pairs = (
        (translate("Trained on"), card.training_data),
        (translate("Limits"), card.limits),
        (translate("Takes"), ", ".join(card.inputs)),
        (translate("Sees"), sees_words(card)),
        (translate("Gives"), gives_words(card)),
        (translate("Comes from"), lineage_words(card.lineage)),
        (translate("Answers for it"), signed),
        (translate("Licence"), card.licence),
        (translate("Made"), day(card.created) if card.created else made),
    )
    return [(title, text) for title, text in pairs if text]


class ModelView(Card):
    """Shows one model."""

    def __init__(self) -> None:
        super().__init__()
        self._name = label("", "title")
        self._current, self._kind = Chip(), Chip()
        self._facts, self._scores = QWidget(), QWidget()
        self._fact_grid, self._score_grid = QGridLayout(self._facts), QGridLayout(self._scores)
        for grid in (self._fact_grid, self._score_grid):
            grid.setContentsMargins(0, 0, 0, 0)
            grid.setHorizontalSpacing(18)
            grid.setVerticalSpacing(8)
        self._fact_grid.setColumnStretch(1, 1)
        self._score_grid.setColumnStretch(5, 1)
        self._score_grid.setColumnMinimumWidth(0, 120)
        self._where = label("", "small", wrap=True)
        self.add(row(self._name, self._kind, self._current, 1), self._facts)
        self.body.addSpacing(4)
        heading = label(self.tr("Dice"), "heading")
        heading.setToolTip(translate(REGION_WORDS["Dice"]))
        self._legend = label(" ".join(translate(words) for words in REGION_WORDS.values()), "small", wrap=True)
        self.add(heading, self._scores, self._legend, self._where)
        self.body.addStretch(1)

    def show_model(self, stored: StoredModel, signed: str) -> None:
        """Show a model's card, and who answers for it."""
        card = stored.card
        self._name.setText(f"{card.name} {card.version}")
        family = FAMILY_TITLES.get(card.family, card.family)
        self._kind.show_word(f"{family}, {precision_words(card)}")
        if stored.retired:
            self._current.show_word(self.tr("Retired"))
        else:
            self._current.show_word(self.tr("Proposes labels") if stored.current else "", "accent")
        _empty(self._fact_grid)
        for line, (title, text) in enumerate(facts_of(card, day(stored.created), signed)):
            words = label(text, wrap=True)
            words.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
            self._fact_grid.addWidget(label(title, "muted"), line, 0, Qt.AlignmentFlag.AlignTop)
            self._fact_grid.addWidget(words, line, 1)
        self._show_scores({**card.scores, **told_by_federation(card.extra)})

    def _show_scores(self, scores: Mapping[str, Any]) -> None:
        _empty(self._score_grid)
        table = score_rows(scores)
        if table:
            for column, title in enumerate((*REGIONS, translate("Mean")), 1):
                shown = _right(label(str(title), "muted"))
                shown.setToolTip(translate(REGION_WORDS.get(str(title), "")))
                self._score_grid.addWidget(shown, 0, column)
        self._legend.setVisible(bool(table))
        for line, (name, values) in enumerate(table, 1):
            self._score_grid.addWidget(label(name), line, 0)
            for column, value in enumerate(values, 1):
                self._score_grid.addWidget(_right(label(value, "strong")), line, column)
        parts = []
        if table and scores.get("on"):
            parts.append(self.tr("Measured on {where}.").format(where=scores["on"]))
        parts += eight_bits_words(scores)
        self._where.setText(
            " ".join(parts)
            if table
            else self.tr("No score was measured for this model. {n}").format(n=NOTHING).rstrip(f" {NOTHING}")
        )


def _right(widget: QWidget) -> QWidget:
    widget.setMinimumWidth(64)
    widget.setProperty("alignment", int(Qt.AlignmentFlag.AlignRight))
    return widget


def _empty(grid: QGridLayout) -> None:
    while item := grid.takeAt(0):
        if widget := item.widget():
            widget.setParent(None)
            widget.deleteLater()


def model_icon(stored: StoredModel) -> tuple[str, str]:
    """Return a model's sign in the list: a star proposes, a crossed circle is retired."""
    if stored.retired:
        return "ban", "muted"
    return ("star", "accent") if stored.current else ("box", "muted")
