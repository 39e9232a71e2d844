"""Candidate label maps over the one in hand: which are seen, where they differ from it, how much they disagree."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from fets_desktop.review.change import Change
from fets_desktop.review.disagreement import ContestedSlice, disagreement
from fets_desktop.review.flood import Voxel
from fets_desktop.review.sampling import Bytes
from fets_desktop.study.colours import Rgb
from fets_desktop.study.labels import Region
from fets_desktop.study.volume import LabelArray, LabelMap

LAYER_RGB: tuple[Rgb, ...] = (
    (255, 92, 205),
    (158, 232, 70),
    (92, 178, 255),
    (255, 255, 255),
    (255, 160, 96),
    (178, 128, 255),
)
"""Colours of candidates' outlines, taken in turn: none of them is a label's."""


@dataclass(frozen=True, eq=False)
class Layer:
    """One candidate.

    Attributes:
        name: What it is known by: a version's id, or a name of its own.
        title: In a person's words.
        labels: On the grid and in the scheme of the labels in hand.
        colour: Of its outlines.
    """

    name: str
    title: str
    labels: LabelMap
    colour: Rgb


@dataclass(frozen=True, eq=False)
class Dispute:
    """How much candidates disagree about one region.

    Attributes:
        heat: `(z, y, x)`, 0 (all say the same) to 255 (half against half).
        slices: Axial slices with a dispute, the largest area first.
    """

    heat: Bytes
    slices: tuple[ContestedSlice, ...]


def disputes(candidates: Sequence[LabelMap]) -> dict[Region, Dispute]:
    """Return how much candidates on one grid disagree about ET, TC and WT.

    Raises:
        ValueError: If there are none, or their grids differ.
    """
    found = disagreement(candidates)
    return {
        region: Dispute(np.round(one.entropy.array * np.float32(255)).astype(np.uint8), one.slices)
        for region, one in found.items()
    }


def apart(theirs: Bytes, mine: Bytes) -> Bytes:
    """Return where two slices of labels differ: 0 where they are alike, else a code for what is there instead."""
    return np.where(theirs != mine, theirs + np.uint8(1), np.uint8(0))


def hottest(heat: Bytes, index: int) -> Voxel:
    """Return the voxel (x, y, z) of an axial slice around which the most is disputed."""
    spots = np.argwhere(heat[index] > 0)
    if not len(spots):
        return heat.shape[2] // 2, heat.shape[1] // 2, index
    weights: npt.NDArray[np.float64] = heat[index][tuple(spots.T)].astype(np.float64)
    middle = (spots * weights[:, None]).sum(axis=0) / weights.sum()
    y, x = spots[int(np.argmin(((spots - middle) ** 2).sum(axis=1)))].tolist()
    return x, y, index


def taken_whole(labels: LabelArray, candidate: LabelArray) -> Change:
    """Return the change that makes labels equal to a candidate in the same scheme, on the same grid.

    Raises:
        ValueError: If the shapes differ.
    """
    if labels.shape != candidate.shape:
        raise ValueError("the candidate stands on another grid")
    return Change.of(labels != candidate, candidate)
