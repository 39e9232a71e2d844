"""A case packed for other programs, on a small grid."""

from pathlib import Path

import numpy as np

from fets_desktop.exchange.parcel import Parcel
from fets_desktop.imaging.files import write_array
from fets_desktop.study.contrast import ALL_CONTRASTS, Contrast
from fets_desktop.study.grid import Grid
from fets_desktop.study.labels import BRATS_2021, BRATS_2023, LabelScheme
from fets_desktop.study.origin import Making, Origin
from fets_desktop.study.volume import LabelMap

GRID = Grid.from_affine((20, 28, 24), [[-1, 0, 0, 11], [0, -1, 0, 14], [0, 0, 1, -9], [0, 0, 0, 1]])
_C, _S = np.cos(0.2), np.sin(0.2)
NATIVE = Grid.from_affine(
    (6, 20, 16), [[-1.2 * _C, 1.2 * _S, 0, 9], [-1.2 * _S, -1.2 * _C, 0, 12], [0, 0, 3, -9], [0, 0, 0, 1]]
)
ORIGIN = Origin(
    "P-7K3Q2F9X-1AB",
    "P-7K3Q2F9X",
    "P-7K3Q2F9X-1AB/2",
    Making.SEMIAUTOMATIC,
    "starter",
    "1 (0123abcd)",
    "Dr. Weber",
    "2026-11-24T14:32:05Z",
    "Dr. Weber",
    "2026-11-24T15:00:00Z",
    "FeTS Desktop 0.1.0",
)


def labels_on(grid: Grid = GRID, scheme: LabelScheme = BRATS_2021) -> LabelMap:
    place = np.stack(np.indices(grid.shape), axis=-1) / np.array(grid.shape)
    radius = np.linalg.norm((place - [0.45, 0.55, 0.4]) / 0.4, axis=-1)
    values = [scheme.values[0][0], scheme.values[-1][0], scheme.values[1][0]]
    return LabelMap(np.select([radius < 0.3, radius < 0.6, radius < 1], values, 0).astype(np.uint8), grid, scheme)


def parcel(folder: Path, labelled: bool = True, scheme: LabelScheme = BRATS_2021, case: str = ORIGIN.case) -> Parcel:
    volumes: dict[Contrast, Path] = {}
    for number, contrast in enumerate(ALL_CONTRASTS):
        voxels = np.full(GRID.shape, 10 * (number + 1), np.float32)
        volumes[contrast] = write_array(folder / f"{contrast}.nii.gz", voxels, GRID)
    mask = write_array(folder / "mask.nii.gz", np.ones(GRID.shape, np.uint8), GRID)
    if not labelled:
        return Parcel(case, ORIGIN.patient, volumes, mask, software=ORIGIN.software)
    native = dict.fromkeys(ALL_CONTRASTS, labels_on(NATIVE, scheme))
    candidates = {name: labels_on(GRID, BRATS_2023) for name in ("starter@0123abcd", "fused_staple@89abcdef")}
    return Parcel(
        case, ORIGIN.patient, volumes, mask, {}, labels_on(GRID, scheme), native, ORIGIN, candidates, True,
        ORIGIN.software,
    )  # fmt: skip
