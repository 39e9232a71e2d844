"""The rules that clean a model's proposal before a person sees it, each on by default and each off by a switch."""

from collections.abc import Iterable
from dataclasses import dataclass


@dataclass(frozen=True)
class CleaningRule:
    """One rule.

    Attributes:
        name: Stable key, as verbs, jobs and stored proposals know it.
        title: What it does, in a few words.
        text: One or two sentences of help.
    """

    name: str
    title: str
    text: str


PIECES, LITTLE_ET, HOLES = "pieces", "little-et", "holes"

CLEANING: dict[str, CleaningRule] = {
    rule.name: rule
    for rule in (
        CleaningRule(
            PIECES,
            "Take out pieces that are hardly believable",
            "Specks of less than 0.1 ml, and pieces and outgrowths that the model is unsure of; such core becomes "
            "oedema. The most believable piece always stays.",
        ),
        CleaningRule(
            LITTLE_ET,
            "Very little enhancing tumour counts as necrotic core",
            "Less than 0.2 ml of it in the whole brain, of which the model is unsure.",
        ),
        CleaningRule(HOLES, "Fill holes", "Gaps of up to 1 ml that tumour encloses on all sides."),
    )
}
"""By name, in the order in which they are applied."""


def kept_rules(left_out: Iterable[str]) -> tuple[str, ...]:
    """Return the names of the rules that remain.

    Raises:
        ValueError: In a person's words, if one is unknown.
    """
    without = set(left_out)
    if unknown := sorted(without - set(CLEANING)):
        raise ValueError(f"There is no rule {', '.join(unknown)}; there are {', '.join(CLEANING)}.")
    return tuple(name for name in CLEANING if name not in without)
