"""Cards as they might have to be: one network read with its contrasts, its scaling or its outputs otherwise.

A network takes whatever four images it is given and always gives something: a card that names them in another order
runs, and finds little. What it would find under each of these cards tells which of them is right.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import permutations
from types import MappingProxyType

from fets_desktop.segment.reading import BACKGROUND
from fets_desktop.study.contrast import ALL_CONTRASTS
from fets_desktop.study.feeding import Scaling
from fets_desktop.study.model import ModelCard

_SCALINGS = MappingProxyType(
    {
        "with mean 0 and deviation 1 over the voxels that are not zero": Scaling(),
        "with mean 0 and deviation 1 over the brain": Scaling(over="brain"),
        "with values from 0 to 1 over the voxels that are not zero": Scaling(scale="unit"),
        "with intensities left as they are": Scaling(scale="none"),
    }
)


@dataclass(frozen=True)
class OtherCard:
    """A card with one thing changed.

    Attributes:
        wrong: What would be wrong on the card as it is, in words.
        words: How it is read instead.
        card: The changed card.
    """

    wrong: str
    words: str
    card: ModelCard


def other_cards(card: ModelCard) -> Iterator[list[OtherCard]]:
    """Yield cards by groups, what people get wrong most easily first."""
    orders = _orders(card)
    yield [other for moved, other in orders if moved == 2]
    yield _scalings(card)
    yield _outputs(card)
    yield [other for moved, other in orders if moved != 2]


def _orders(card: ModelCard) -> list[tuple[int, OtherCard]]:
    """Return the cards with other contrasts, each with in how many places it differs."""
    found = []
    for names in permutations([str(contrast) for contrast in ALL_CONTRASTS], len(card.inputs)):
        if moved := _moved(card.inputs, names):
            words = _swap_words(card.inputs, names) or f"with its contrasts in the order {', '.join(names)}"
            found.append((len(moved), OtherCard("order of contrasts", words, replace(card, inputs=names))))
    return sorted(found, key=lambda one: one[0])


def _scalings(card: ModelCard) -> list[OtherCard]:
    return [
        OtherCard("scaling of intensities", words, replace(card, feeding=replace(card.feeding, scaling=(scaling,))))
        for words, scaling in _SCALINGS.items()
        if set(card.feeding.scaling) != {scaling}
    ]


def _outputs(card: ModelCard) -> list[OtherCard]:
    """Return the cards with the names of the tumour's parts in another order; a background stays where it is."""
    places = [place for place, name in enumerate(card.outputs) if name != BACKGROUND]
    found = []
    for names in dict.fromkeys(permutations([card.outputs[place] for place in places])):
        outputs = list(card.outputs)
        for place, name in zip(places, names, strict=True):
            outputs[place] = name
        if _moved(card.outputs, outputs):
            words = _swap_words(card.outputs, outputs) or f"with its outputs in the order {', '.join(outputs)}"
            found.append(OtherCard("order of outputs", words, replace(card, outputs=tuple(outputs))))
    return found


def _moved(before: Sequence[str], after: Sequence[str]) -> list[str]:
    """Return what stands elsewhere, or not at all, in the other order."""
    return [one for one, other in zip(before, after, strict=True) if one != other]


def _swap_words(before: Sequence[str], after: Sequence[str]) -> str:
    """Return which two changed places; "" if it is more than that."""
    moved = _moved(before, after)
    return f"with {moved[0]} and {moved[1]} changed places" if len(moved) == 2 and set(moved) <= set(after) else ""
