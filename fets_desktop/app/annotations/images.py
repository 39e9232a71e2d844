"""The images of a case under review: four brains with their mask, and the same with skull and skin where they exist."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from fets_desktop.app.annotations.versions import read_mask
from fets_desktop.imaging.files import read_volume
from fets_desktop.store.records import Product
from fets_desktop.study.contrast import ALL_CONTRASTS, Contrast
from fets_desktop.study.volume import LabelMap, Mask, Volume

IMAGES = ("brain_mask", *(f"prepared/{contrast}" for contrast in ALL_CONTRASTS))
"""Products that a review reads."""


@dataclass(frozen=True, eq=False)
class Images:
    """The images of a prepared case, read.

    Attributes:
        hashes: Of the files they were read from, by product.
        volumes: The four brains.
        brain: Their mask `(z, y, x)`.
        empty: What editing starts from without any version.
    """

    hashes: Mapping[str, str]
    volumes: Mapping[Contrast, Volume]
    brain: Mask
    empty: LabelMap


def read_images(products: Mapping[str, Product]) -> Images:
    """Read the products named in `IMAGES`.

    Raises:
        StudyError: "unreadable-image".
    """
    brain, empty = read_mask(products["brain_mask"].path)
    volumes = {c: read_volume(products[f"prepared/{c}"].path) for c in ALL_CONTRASTS}
    return Images({name: product.sha256 for name, product in products.items()}, volumes, brain, empty)


def reader_of_heads(products: Mapping[str, Product]) -> Callable[[], dict[Contrast, Volume]] | None:
    """Return what reads the images with skull and skin on the same grid; None if the case has none."""
    paths = {c: products[name].path for c in ALL_CONTRASTS if (name := f"head/{c}") in products}
    return partial(_read_heads, paths) if paths else None


def _read_heads(paths: Mapping[Contrast, Path]) -> dict[Contrast, Volume]:
    return {contrast: read_volume(path) for contrast, path in paths.items()}
