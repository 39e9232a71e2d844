"""Grow from seeds: every label grows from where it is drawn until it meets another, or an edge of the images.

Source: watershed from markers (Beucher and Meyer 1993) as ITK's MorphologicalWatershedFromMarkers, on the strongest
gradient of all contrasts. Seeds of "none of the labels" need not be drawn: what lies farther than `reach_mm` from every
seed, or outside the brain, is that.
"""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt
import SimpleITK as sitk  # noqa: N813

from fets_desktop.imaging.late import late
from fets_desktop.review.change import NOTHING, Change, grown
from fets_desktop.study.crop import Box, box_of
from fets_desktop.study.errors import Cancelled
from fets_desktop.study.grid import FloatArray, Grid
from fets_desktop.study.progress import Progress, silent
from fets_desktop.study.volume import LabelArray, Mask

ndimage = late("scipy.ndimage")

_EDGE_MM = 1.0
_OUTSIDE = 255
_LEVELS = 255.0
_STRONGEST = 99.5
_Bytes = npt.NDArray[np.uint8]


@dataclass(frozen=True, eq=False)
class Seeds:
    """What grows, and in what.

    Attributes:
        labels: `(z, y, x)`; every labelled voxel is a seed, and stays what it is.
        images: The contrasts whose edges stop the growth, on the same grid.
        grid: Where they stand.
        reach_mm: No label grows farther than that from its seeds.
        brain: Labels stay inside it; None: everywhere.
    """

    labels: LabelArray
    images: Sequence[FloatArray]
    grid: Grid
    reach_mm: float
    brain: Mask | None = None


def grow(seeds: Seeds, progress: Progress = silent) -> Change:
    """Return where the labels grow to; any thread may call it.

    Raises:
        Cancelled: From `progress`.
    """
    spacing = seeds.grid.spacing_mm[::-1]
    drawn = box_of(seeds.labels)
    if drawn.empty or not seeds.images:
        return NOTHING
    margin = [int(np.ceil(seeds.reach_mm / s)) + 1 for s in spacing]
    z, y, x = seeds.labels.shape
    box = grown(drawn, (margin[0], margin[1], margin[2]), (z, y, x))
    edges = _edges(seeds, box, progress)
    progress(0.5, "Markers")
    markers = _markers(seeds, box)
    grew = _flooded(edges, markers, progress)
    values = np.where(grew == _OUTSIDE, 0, grew).astype(np.uint8)
    progress(1.0, "Done")
    return Change.of((seeds.labels[box.slices] == 0) & (values != 0), values, box)


def _edges(seeds: Seeds, box: Box, progress: Progress) -> _Bytes:
    """Return the strongest edge of all contrasts, 0 to 255, for the voxels of a box."""
    strongest = np.zeros(box.shape, dtype=np.float32)
    for number, image in enumerate(seeds.images):
        progress(0.45 * number / len(seeds.images), "Edges of the images")
        part = np.nan_to_num(np.asarray(image[box.slices], dtype=np.float32), posinf=0.0, neginf=0.0)
        sigma = [_EDGE_MM / s for s in seeds.grid.spacing_mm[::-1]]
        edge = ndimage.gaussian_gradient_magnitude(part, sigma, truncate=3.0)
        inside = edge if seeds.brain is None else edge[seeds.brain[box.slices]]
        scale = float(np.percentile(inside, _STRONGEST)) if inside.size else 0.0
        if scale > 0:
            np.maximum(strongest, edge / np.float32(scale), out=strongest)
    return np.asarray(np.minimum(strongest, 1.0) * _LEVELS, dtype=np.uint8)


def _markers(seeds: Seeds, box: Box) -> _Bytes:
    markers = seeds.labels[box.slices].copy()
    far = ndimage.distance_transform_edt(markers == 0, sampling=seeds.grid.spacing_mm[::-1]) > seeds.reach_mm
    if seeds.brain is not None:
        far |= ~seeds.brain[box.slices]
    markers[far & (markers == 0)] = _OUTSIDE
    return np.asarray(markers, dtype=np.uint8)


def _flooded(edges: _Bytes, markers: _Bytes, progress: Progress) -> _Bytes:
    flood = sitk.MorphologicalWatershedFromMarkersImageFilter()
    flood.SetMarkWatershedLine(False)
    flood.SetFullyConnected(False)
    stopped: list[Cancelled] = []

    def tell() -> None:
        # an exception must not cross ITK; it is raised again on this side
        try:
            progress(0.55 + 0.44 * flood.GetProgress(), "Growing")
        except Cancelled as wish:
            stopped.append(wish)
            flood.Abort()

    flood.AddCommand(sitk.sitkProgressEvent, tell)
    try:
        grew = flood.Execute(sitk.GetImageFromArray(edges), sitk.GetImageFromArray(markers))
    except RuntimeError:
        if stopped:
            raise stopped[0] from None
        raise
    finally:
        flood.RemoveAllCommands()
    if stopped:
        raise stopped[0]
    return np.asarray(sitk.GetArrayFromImage(grew), dtype=np.uint8)
