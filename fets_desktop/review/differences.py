"""Where two label maps differ: connected places, the largest first."""

from dataclasses import dataclass

import numpy as np

from fets_desktop.imaging.late import late
from fets_desktop.study.crop import box_of
from fets_desktop.study.labels import Tissue
from fets_desktop.study.volume import LabelArray, LabelMap

ndimage = late("scipy.ndimage")

MOST = 30
"""So many places are led to."""
_NEIGHBOURS = np.ones((3, 3, 3), dtype=np.bool_)
_ORDER = {tissue: number for number, tissue in enumerate(Tissue, 1)}


@dataclass(frozen=True)
class Difference:
    """One connected place where two label maps disagree.

    Attributes:
        voxel: A voxel (x, y, z) in it, in its richest axial slice.
        ml: How large it is, cm3.
    """

    voxel: tuple[int, int, int]
    ml: float


def differences(one: LabelMap, other: LabelMap, most: int = MOST) -> list[Difference]:
    """Return where two label maps on one grid mean different things, whatever their schemes; the largest first.

    Raises:
        ValueError: If the grids differ.
    """
    if one.array.shape != other.array.shape:
        raise ValueError("the label maps stand on different grids")
    apart = _meaning(one) != _meaning(other)
    box = box_of(apart)
    if box.empty:
        return []
    pieces, _ = ndimage.label(apart[box.slices], structure=_NEIGHBOURS)
    sizes = np.bincount(pieces.reshape(-1))[1:]
    places = ndimage.find_objects(pieces)
    found = []
    for number in np.argsort(-sizes, kind="stable")[:most].tolist():
        part = places[number]
        spots = np.argwhere(pieces[part] == number + 1)
        richest = int(np.bincount(spots[:, 0]).argmax())
        flat = spots[spots[:, 0] == richest]
        middle = flat[np.argmin(((flat - flat.mean(axis=0)) ** 2).sum(axis=1))]
        z, y, x = (int(middle[n]) + part[n].start + box.start[n] for n in range(3))
        found.append(Difference((x, y, z), float(sizes[number]) * one.grid.voxel_ml))
    return found


def _meaning(labels: LabelMap) -> LabelArray:
    """Return the number of the tissue that every voxel stands for, the same in every scheme."""
    table = np.full(256, 255, dtype=np.uint8)
    table[0] = 0
    for value, tissue in labels.scheme.values:
        table[value] = _ORDER[tissue]
    return table[labels.array]
