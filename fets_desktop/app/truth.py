"""How near the program came to what is known: a phantom's labels, brain and positions against what was found."""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

import numpy as np

from fets_desktop.imaging.files import read_label_values, read_labels
from fets_desktop.imaging.resample import resample_labels
from fets_desktop.review.measures import Score, compare, dice
from fets_desktop.store.records import Product
from fets_desktop.study.contrast import ALL_CONTRASTS, Contrast
from fets_desktop.study.grid import BRATS_GRID, Affine
from fets_desktop.study.labels import BRATS_2021, SCHEMES, Region
from fets_desktop.study.volume import LabelMap

_EVERY = 6  # a few thousand points of the brain say as much as all two million


@dataclass(frozen=True, eq=False)
class Truth:
    """What is known about a phantom.

    Attributes:
        labels: The tumour in atlas space.
        folder: Where the rest of it lies.
    """

    labels: LabelMap
    folder: Path

    @staticmethod
    def read(folder: Path) -> "Truth":
        """Read the truth beside a phantom.

        Raises:
            StudyError: "unreadable-image" if it is gone.
        """
        return Truth(read_labels(folder / "atlas_seg.nii.gz", BRATS_2021), folder)

    def scores(self, found: LabelMap) -> dict[Region, Score]:
        """Score a label map in atlas space; the registration's error counts in."""
        return compare(found, self.labels)

    def native_scores(self, found: Path, contrast: Contrast, scheme: str) -> dict[Region, Score]:
        """Score an exported label map where the scanner saw the tumour; its axes may run the other way."""
        reference = read_labels(self.folder / f"phantom_{contrast.brats_name}_seg.nii.gz", BRATS_2021)
        values, grid = read_label_values(found)
        return compare(resample_labels(LabelMap(values, grid, SCHEMES[scheme]), reference.grid), reference)

    def brain_dice(self, mask: Path) -> float:
        """Return the Dice of a brain mask in atlas space."""
        known, _ = read_label_values(self.folder / "atlas_brain.nii.gz")
        return dice(read_label_values(mask)[0] != 0, known != 0)

    def registration_mm(self, products: Mapping[str, Product]) -> dict[Contrast, float]:
        """Return by contrast the mean distance, over the brain, of where registration put it from where it belongs."""
        known = json.loads((self.folder / "to_atlas.json").read_text(encoding="utf-8"))
        brain, _ = read_label_values(self.folder / "atlas_brain.nii.gz")
        points = BRATS_GRID.to_ras(np.argwhere(brain[::_EVERY, ::_EVERY, ::_EVERY])[:, ::-1] * _EVERY)
        errors = {}
        for contrast in ALL_CONTRASTS:
            # the file's matrix takes points of the atlas to points of the series
            found: Affine = np.loadtxt(products[f"transform/{contrast}-to-atlas"].path)
            off = found - np.linalg.inv(np.array(known[str(contrast)]))
            errors[contrast] = float(np.linalg.norm(points @ off[:3, :3].T + off[:3, 3], axis=1).mean())
        return errors
