"""Whether a card tells the truth about a network that runs: it is tried where the tumour is known.

Tried out are the middle of a phantom that the program makes, and of up to two approved cases. Where a network finds
little there as its card says, the same is tried with one thing of the card changed; if it then finds far more, the card
is probably wrong. Nothing is refused for it, and finding little proves nothing: a network may not know such images.
"""

import time
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np

from fets_desktop.imaging.files import read_labels, read_volume
from fets_desktop.phantom.brats import make_brats_case
from fets_desktop.review.measures import dice
from fets_desktop.segment.labelling import THRESHOLD
from fets_desktop.segment.network import Network
from fets_desktop.segment.other_cards import OtherCard, other_cards
from fets_desktop.segment.propose import look
from fets_desktop.study.contrast import Contrast
from fets_desktop.study.crop import Box, box_of
from fets_desktop.study.errors import StudyError
from fets_desktop.study.grid import Grid
from fets_desktop.study.labels import REGIONS, SCHEMES, region_mask
from fets_desktop.study.progress import Progress
from fets_desktop.study.volume import LabelMap, Volume

ENOUGH = 0.75
"""Mean Dice at which a card is believed, and no other is tried."""
FAR = 0.12
"""By so much more mean Dice another card must find to be believed rather.

Four networks with their true cards, one of which had never seen a phantom, reach 0.79 to 0.90 on this one. With two
contrasts changed places they lose 0.09 to 0.87; least with T2 and FLAIR, which look alike.
"""
FOUND = 0.5
"""What a network must find under another card, in mean Dice, before anything is said of its card."""
_NOISE = 0.05
"""By so much less another card may find on one of several tumours: the difference means nothing."""
_NOTHING = 0.2
"""Below this mean Dice a network finds next to nothing."""
_BUDGET_S = 20.0
"""CPU-seconds for trying other cards: a slow network is tried under fewer of them."""
_SEED = 11
_EDGE = 96
"""Of the cube around a tumour, in voxels: a quarter of the brain, so that two dozen cards can be tried."""
_NOTE = "Trying it on a tumour that is known"


@dataclass(frozen=True, eq=False)
class KnownTumour:
    """The surroundings of a tumour whose outline is known.

    Attributes:
        volumes: The contrasts, brain-masked.
        truth: On the same grid.
    """

    volumes: Mapping[Contrast, Volume]
    truth: LabelMap

    @staticmethod
    def around(volumes: Mapping[Contrast, Volume], truth: LabelMap) -> "KnownTumour":
        """Return the cube around what is labelled."""
        found = box_of(truth.array)
        starts = (
            min(max((a + b - _EDGE) // 2, 0), max(n - _EDGE, 0))
            for a, b, n in zip(found.start, found.stop, truth.array.shape, strict=True)
        )
        z, y, x = starts
        box = Box((z, y, x), (z + _EDGE, y + _EDGE, x + _EDGE)).clipped(truth.grid.shape)
        affine = truth.grid.affine
        affine[:3, 3] = truth.grid.to_ras(np.array(box.start[::-1]))
        grid = Grid.from_affine(box.shape, affine)
        return KnownTumour(
            {contrast: Volume(volume.array[box.slices].copy(), grid) for contrast, volume in volumes.items()},
            LabelMap(truth.array[box.slices].copy(), grid, truth.scheme),
        )


def card_doubts(network: Network, approved: Sequence[dict[str, Any]], progress: Progress) -> list[str]:
    """Return why a network's card is not believed, a sentence or two each; nothing if nothing speaks against it.

    Args:
        network: Loaded with its card.
        approved: Approved cases of this workspace: `volumes` by contrast, `labels` and `scheme`.
        progress: Hears how it goes, and stops it.

    Raises:
        StudyError: "bad-model" if the network cannot take such images.
        Cancelled: Through `progress`.
    """
    try:
        progress(0.0, _NOTE)
        tumours = [KnownTumour.around(*make_brats_case(_SEED)), *map(_read, approved)]
        where = _where(len(approved))
        return _Trial(network, tumours, progress).doubts(where)
    except StudyError as error:
        # what cannot be tried here, for want of memory or of the atlas, says nothing about the card
        if error.code == "bad-model":
            raise
        return []


def _read(plain: dict[str, Any]) -> KnownTumour:
    volumes = {Contrast(name): read_volume(Path(path)) for name, path in plain["volumes"].items()}
    return KnownTumour.around(volumes, read_labels(Path(plain["labels"]), SCHEMES[plain["scheme"]]))


def _where(approved: int) -> str:
    if not approved:
        return "a phantom of the program's own"
    if approved == 1:
        return "a phantom of the program's own and an approved case"
    return f"a phantom of the program's own and {approved} approved cases"


class _Trial:
    """One network under several cards, on the same tumours."""

    def __init__(self, network: Network, tumours: Sequence[KnownTumour], progress: Progress) -> None:
        self._network, self._tumours, self._progress = network, tumours, progress
        self._end = time.process_time() + _BUDGET_S

    def doubts(self, where: str) -> list[str]:
        own = [self._agreement(self._network, tumour) for tumour in self._tumours]
        if max(own) > ENOUGH:
            return []
        most = max(own)
        for number, tumour in enumerate(self._tumours):
            other, found = self._best(tumour, own[number])
            most = max(most, found)
            if other is None or found < max(FOUND, own[number] + FAR):
                continue
            network = self._network.read_as(other.card)
            theirs = [self._agreement(network, each) for each in self._tumours]
            nowhere_worse = all(a >= b - _NOISE for a, b in zip(theirs, own, strict=True))
            if nowhere_worse and np.mean(theirs) >= np.mean(own) + FAR:
                return [_wrong_words(other, where, float(np.mean(own)), float(np.mean(theirs)))]
        if most < _NOTHING:
            return [
                f"However its card is read, it finds next to nothing of the tumour in {where}. It may not know such "
                "images: score it on labelled cases before it proposes."
            ]
        return []

    def _best(self, tumour: KnownTumour, own: float) -> tuple[OtherCard | None, float]:
        """Return under which other card a network agrees most, and how well."""
        best: tuple[OtherCard | None, float] = (None, 0.0)
        for group in other_cards(self._network.card):
            for other in group:
                if time.process_time() > self._end:
                    return best
                found = self._agreement_if_any(other, tumour)
                if found > best[1]:
                    best = other, found
            # the rarer ones could hardly explain it better
            if best[1] > max(ENOUGH, own + FAR):
                return best
        return best

    def _agreement_if_any(self, other: OtherCard, tumour: KnownTumour) -> float:
        """Return the agreement under another card; 0 if the network fails under it, as by intensities that are huge."""
        try:
            return self._agreement(self._network.read_as(other.card), tumour)
        except StudyError:
            return 0.0

    def _agreement(self, network: Network, tumour: KnownTumour) -> float:
        """Return the mean Dice over ET, TC and WT of what each of a network's outputs marks by itself."""
        found = look(network, tumour.volumes, lambda *_: self._progress(0.5, _NOTE))
        truth = tumour.truth.array[found.case.box.slices]
        scheme, brain = tumour.truth.scheme, found.case.brain
        pairs = zip(found.regions, REGIONS, strict=True)
        return float(np.mean([dice((p > THRESHOLD) & brain, region_mask(truth, r, scheme)) for p, r in pairs]))


def _wrong_words(other: OtherCard, where: str, own: float, theirs: float) -> str:
    return (
        f"The {other.wrong} on its card looks wrong: on {where} it reaches a mean Dice of {own:.2f} as the card says, "
        f"and of {theirs:.2f} {other.words}. Ask whoever made it, and score it before it proposes."
    )
