"""The cases of a simulated federation: made coarser once, and split by site as a hospital would."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
import numpy.typing as npt

from fets_desktop.app.tasks.train import training_case
from fets_desktop.imaging.disk import make_folder
from fets_desktop.imaging.files import read_labels, read_volume, write_array
from fets_desktop.imaging.resample import resample_labels
from fets_desktop.study.contrast import ALL_CONTRASTS
from fets_desktop.study.errors import StudyError
from fets_desktop.study.grid import Grid
from fets_desktop.study.labels import Region, region_mask
from fets_desktop.study.progress import Progress
from fets_desktop.study.pseudonym import is_consortium_name, named_patient
from fets_desktop.study.split import Trait, draw_split
from fets_desktop.train.cases import CaseShelf, TrainingCase

_LABELS = "labels.nii.gz"
Floats = npt.NDArray[np.float32]


@dataclass(frozen=True)
class SiteCases:
    """A site's cases, on its two sides."""

    train: tuple[TrainingCase, ...]
    validation: tuple[TrainingCase, ...]

    @property
    def all(self) -> tuple[TrainingCase, ...]:
        """Return both sides."""
        return (*self.train, *self.validation)


def coarse(plain: Mapping[str, Any], spacing_mm: float, place: Path) -> TrainingCase:
    """Return a case with voxels of about `spacing_mm`, made once; as it is if its own are as large.

    Args:
        plain: As the hall hands it over.
        spacing_mm: Edge.
        place: The folder it is kept in; nothing in it tells which case it is.

    Raises:
        StudyError: "ambiguous-scheme", or what reading or writing raises.
    """
    if missing := [str(contrast) for contrast in ALL_CONTRASTS if str(contrast) not in plain["volumes"]]:
        raise StudyError("missing-contrast", f"There is no file of {', '.join(missing)}.")
    case = training_case(dict(plain))
    labels = read_labels(case.labels, case.scheme)
    steps = tuple(max(1, round(spacing_mm / edge)) for edge in labels.grid.spacing_mm)
    if max(steps) == 1:
        return case
    volumes = {contrast: place / f"{contrast}.nii.gz" for contrast in case.volumes}
    grid = coarser(labels.grid, steps)
    if not (place / _LABELS).exists():
        make_folder(place)
        for contrast, path in case.volumes.items():
            volume = read_volume(path)
            if volume.grid.shape != labels.grid.shape:
                raise StudyError("mixed-grids", f"{contrast} and the label map do not lie on one grid.")
            write_array(volumes[contrast], block_means(volume.array, steps), grid)
        # the labels come last: with them the case is whole
        write_array(place / _LABELS, resample_labels(labels, grid).array, grid)
    return TrainingCase(case.name, volumes, place / _LABELS, case.scheme)


def coarser(grid: Grid, steps: Sequence[int]) -> Grid:
    """Return the grid whose voxels are blocks of `steps` (x, y, z) voxels; what is left over at the far end goes."""
    affine = grid.affine
    affine[:3, 3] += affine[:3, :3] @ ((np.asarray(steps) - 1) / 2)
    affine[:3, :3] *= np.asarray(steps)
    z, y, x = (n // step for n, step in zip(grid.shape, reversed(steps), strict=True))
    return Grid.from_affine((z, y, x), affine)


def block_means(array: Floats, steps: Sequence[int]) -> Floats:
    """Return the means of blocks of `steps` (x, y, z) voxels of an array `(z, y, x)`."""
    z, y, x = (n // step for n, step in zip(array.shape, reversed(steps), strict=True))
    sx, sy, sz = steps
    blocks = array[: z * sz, : y * sy, : x * sx].reshape(z, sz, y, sy, x, sx)
    return np.asarray(blocks.mean(axis=(1, 3, 5)), dtype=np.float32)


def by_site(cases: Sequence[tuple[str, TrainingCase]], seed: int) -> dict[str, SiteCases]:
    """Split each site's cases 4:1 by patient, stratified by the tumour's volume, and return them by site.

    Args:
        cases: Site and case.
        seed: Of the draw.
    """
    found = {}
    for site in sorted({site for site, _ in cases}):
        own = {case.name: case for place, case in cases if place == site}
        volumes: dict[str, float] = {}
        for name, case in own.items():
            volumes[_patient(name)] = max(_tumour_ml(case), volumes.get(_patient(name), 0.0))
        traits = {patient: Trait(volume_ml=volume) for patient, volume in volumes.items()}
        split = draw_split({name: _patient(name) for name in own}, seed=seed, traits=traits)
        sides = (tuple(own[name] for name in side) for side in (split.train, split.validation))
        found[site] = SiteCases(*sides)
    return found


def _patient(case: str) -> str:
    """Return whose a case is: the names of BraTS and FeTS tell a patient's time points, others nothing."""
    return named_patient(case)[0] if is_consortium_name(case) else case


def _tumour_ml(case: TrainingCase) -> float:
    labels = read_labels(case.labels, case.scheme)
    return float(region_mask(labels.array, Region.WT, case.scheme).sum()) * labels.grid.voxel_ml


def make_coarse(
    plain: Sequence[Mapping[str, Any]], spacing_mm: float, folder: Path, shelf: CaseShelf, progress: Progress
) -> tuple[list[tuple[str, TrainingCase]], list[dict[str, str]]]:
    """Return every case that can be used with its site, and why the others cannot.

    Args:
        plain: Cases with their `site`.
        spacing_mm: Edge of their voxels.
        folder: Where they are kept.
        shelf: Takes them as the network does: what it cannot take is found now, and not in the middle of a round.
        progress: Hears each.
    """
    found: list[tuple[str, TrainingCase]] = []
    refused: list[dict[str, str]] = []
    for number, each in enumerate(plain):
        progress(number / len(plain), f"Reading case {number + 1} of {len(plain)}")
        try:
            case = coarse(each, spacing_mm, folder / f"case-{number + 1:03d}")
            shelf.get(case)
            found.append((each["site"], case))
        except StudyError as error:
            if error.code in ("disk-full", "read-only", "no-workspace"):
                raise
            refused.append({"case": each["case"], "code": error.code, "detail": error.detail})
    return found, refused
