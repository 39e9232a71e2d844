"""Volumes of a hundred million voxels: what the recipe looks at of them, so that a job stays within its memory."""

import math
from collections.abc import Container, Hashable
from pathlib import Path
from threading import Lock

import SimpleITK as sitk  # noqa: N813

from fets_desktop.imaging.itk_names import itk_name

MOST_LOOKED_AT = 24_000_000
"""Voxels of an image that checks, N4 and registration look at; a head in cubes of 0.8 mm has 22 million."""

MOST_KEPT_BYTES = 400 << 20
"""Of images that a preparation remembers: twelve on the atlas grid, or eight native ones of 12 million voxels."""


def as_float(image: sitk.Image) -> sitk.Image:
    """Return an image as float32, itself if it is that already."""
    return image if image.GetPixelID() == sitk.sitkFloat32 else sitk.Cast(image, sitk.sitkFloat32)


def voxels_of(path: Path) -> int:
    """Return how many voxels a file says it has, 0 if it says nothing; nothing but its header is read."""
    reader = sitk.ImageFileReader()
    try:
        with itk_name(path) as name:
            reader.SetFileName(name)
            reader.ReadImageInformation()
    except RuntimeError:
        return 0  # said by whoever reads it
    return math.prod(reader.GetSize())


def looked_at(image: sitk.Image) -> sitk.Image:
    """Return an image with as many voxels as may be looked at, itself if it has no more.

    Two voxels are averaged into one along the finest axis, again and again. Where an image is interpolated for good,
    all its voxels are read.

    Args:
        image: Float image.
    """
    while image.GetNumberOfPixels() > MOST_LOOKED_AT:
        finest = min(range(3), key=lambda axis: image.GetSpacing()[axis])
        image = sitk.BinShrink(image, [2 if axis == finest else 1 for axis in range(3)])
    return image


class Shelf:
    """Images at hand, those used last: an image that falls off is read again. Several threads may use it."""

    def __init__(self) -> None:
        self._images: dict[Hashable, sitk.Image] = {}
        self._lock = Lock()

    def find(self, key: Hashable) -> sitk.Image | None:
        """Return an image that is still at hand."""
        with self._lock:
            image = self._images.pop(key, None)
            if image is not None:
                self._images[key] = image  # the newest again
            return image

    def keep(self, key: Hashable, image: sitk.Image) -> sitk.Image:
        """Keep an image at hand, at the cost of the oldest ones, and return it."""
        with self._lock:
            self._images.pop(key, None)
            self._images[key] = image
            while len(self._images) > 1 and sum(map(_bytes, self._images.values())) > MOST_KEPT_BYTES:
                self._images.pop(next(iter(self._images)))
        return image

    def take(self, key: Hashable) -> sitk.Image | None:
        """Return an image that is still at hand, and let go of it."""
        with self._lock:
            return self._images.pop(key, None)

    def clear(self, but: Container[Hashable] = ()) -> None:
        """Let go of all but those."""
        with self._lock:
            self._images = {key: image for key, image in self._images.items() if key in but}


def _bytes(image: sitk.Image) -> int:
    return int(image.GetNumberOfPixels()) * int(image.GetSizeOfPixelComponent())
