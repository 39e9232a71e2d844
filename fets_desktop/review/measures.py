"""How much, and how alike: volumes, Dice, HD95, sensitivity, specificity.

Source: Pati et al. 2022, eq. 1 (Dice) and FeTS's rules for empty regions: empty in both scores 1, in one scores 0.
"""

from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from fets_desktop.imaging.late import late
from fets_desktop.study.crop import box_of
from fets_desktop.study.grid import Grid
from fets_desktop.study.labels import REGIONS, LabelScheme, Region, Tissue, counts_of, region_mask
from fets_desktop.study.volume import LabelMap, Mask

ndimage = late("scipy.ndimage")


@dataclass(frozen=True)
class Volumes:
    """Volumes in ml (= cm3) by sub-compartment and by region."""

    tissues_ml: dict[Tissue, float]
    regions_ml: dict[Region, float]


@dataclass(frozen=True)
class Score:
    """How alike a region is in two label maps.

    Attributes:
        dice: 0 to 1.
        hd95_mm: 95th percentile of the surface distance, the larger of both directions.
        sensitivity: Share of the reference that was found; 1 for an empty reference.
        specificity: Share of the rest that was left alone.
    """

    dice: float
    hd95_mm: float
    sensitivity: float
    specificity: float


def volumes_of_counts(counts: Mapping[int, int], scheme: LabelScheme, voxel_ml: float) -> Volumes:
    """Return volumes from voxel counts by label value."""
    tissues = {tissue: counts.get(value, 0) * voxel_ml for value, tissue in scheme.values}
    regions = {region: sum(tissues.get(tissue, 0.0) for tissue in region.tissues) for region in REGIONS}
    return Volumes(tissues, regions)


def volumes_ml(labels: LabelMap) -> Volumes:
    """Return the volumes of a label map."""
    counts = counts_of(labels.array)
    return volumes_of_counts(dict(enumerate(counts.tolist())), labels.scheme, labels.grid.voxel_ml)


def dice(found: Mask, reference: Mask) -> float:
    """Return 2 |A and B| / (|A| + |B|); 1 if both are empty, 0 if one is."""
    total = int(np.count_nonzero(found)) + int(np.count_nonzero(reference))
    return 1.0 if total == 0 else 2.0 * int(np.count_nonzero(found & reference)) / total


def sensitivity(found: Mask, reference: Mask) -> float:
    """Return the share of `reference` that is in `found`; 1 if there is nothing to find."""
    total = int(np.count_nonzero(reference))
    return 1.0 if total == 0 else int(np.count_nonzero(found & reference)) / total


def specificity(found: Mask, reference: Mask) -> float:
    """Return the share of what is outside `reference` that is outside `found`; 1 if there is no outside."""
    outside = ~reference
    total = int(np.count_nonzero(outside))
    return 1.0 if total == 0 else int(np.count_nonzero(outside & ~found)) / total


def hd95_mm(found: Mask, reference: Mask, spacing_mm: tuple[float, float, float]) -> float:
    """Return the 95th percentile of surface distances in mm, the larger of both directions.

    A surface is the voxels of the mask with a face towards the outside; distances run between voxel centres. Both
    empty: 0. One empty: the diagonal of the array, which on the BraTS grid is the 373.13 mm of the BraTS evaluations.

    Args:
        found: `(z, y, x)`.
        reference: `(z, y, x)`, the same shape.
        spacing_mm: Voxel edges along x, y, z.
    """
    sampling = spacing_mm[::-1]
    some, other = bool(found.any()), bool(reference.any())
    if not some and not other:
        return 0.0
    if not some or not other:
        return float(np.linalg.norm([n * s for n, s in zip(found.shape, sampling, strict=True)]))
    inside = box_of(found).united(box_of(reference)).slices
    a, b = _surface(found[inside]), _surface(reference[inside])
    return max(_directed95(a, b, sampling), _directed95(b, a, sampling))


def _surface(mask: Mask) -> Mask:
    return np.asarray(mask & ~ndimage.binary_erosion(mask, border_value=0), dtype=np.bool_)


def _directed95(source: Mask, target: Mask, sampling: tuple[float, ...]) -> float:
    distance: npt.NDArray[np.float64] = ndimage.distance_transform_edt(~target, sampling=sampling)
    return float(np.percentile(distance[source], 95))


def compare(found: LabelMap, reference: LabelMap) -> dict[Region, Score]:
    """Score every region of one label map against another on the same grid; the schemes may differ.

    Raises:
        ValueError: If the grids differ.
    """
    if not found.grid.matches(reference.grid):
        raise ValueError("the label maps stand on different grids")
    return {
        region: score(
            region_mask(found.array, region, found.scheme),
            region_mask(reference.array, region, reference.scheme),
            found.grid,
        )
        for region in REGIONS
    }


def score(found: Mask, reference: Mask, grid: Grid) -> Score:
    """Score one mask against another, both `(z, y, x)` on `grid`."""
    return Score(
        dice(found, reference),
        hd95_mm(found, reference, grid.spacing_mm),
        sensitivity(found, reference),
        specificity(found, reference),
    )
