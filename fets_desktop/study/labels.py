"""Sub-compartments, regions and label schemes; a scheme is never guessed silently.

Source: Pati et al. 2022 (ET, TC, WT); BraTS 2017-2021 and BraTS 2023 label values; DOMAIN terms in CONTRIBUTING.md.
"""

from dataclasses import dataclass
from enum import StrEnum

import numpy as np
import numpy.typing as npt


class Tissue(StrEnum):
    """A sub-compartment of a glioma as one label value marks it; or the whole brain, where its mask is drawn."""

    NCR = "NCR"
    ED = "ED"
    ET = "ET"
    RC = "RC"
    BRAIN = "brain"

    @property
    def words(self) -> str:
        """The words a radiologist reads."""
        return _TITLES[self]


_TITLES = {
    Tissue.NCR: "Necrotic core",
    Tissue.ED: "Peritumoral oedema",
    Tissue.ET: "Enhancing tumour",
    Tissue.RC: "Resection cavity",
    Tissue.BRAIN: "Brain",
}


class Region(StrEnum):
    """A union of sub-compartments that models are scored on."""

    ET = "ET"
    TC = "TC"
    WT = "WT"

    @property
    def tissues(self) -> tuple[Tissue, ...]:
        """The sub-compartments the region consists of."""
        return _REGION_TISSUES[self]


_REGION_TISSUES = {
    Region.ET: (Tissue.ET,),
    Region.TC: (Tissue.ET, Tissue.NCR),
    Region.WT: (Tissue.ET, Tissue.NCR, Tissue.ED),
}

REGIONS = (Region.ET, Region.TC, Region.WT)
"""The order of a network's three outputs and of every table."""


@dataclass(frozen=True)
class LabelScheme:
    """Which value marks which sub-compartment.

    Attributes:
        name: Stable identifier, stored with every label map.
        title: The words a person chooses it by.
        values: Pairs of value and sub-compartment; 0 is always background.
    """

    name: str
    title: str
    values: tuple[tuple[int, Tissue], ...]

    def value(self, tissue: Tissue) -> int:
        """Return the label value of a sub-compartment.

        Raises:
            KeyError: If the scheme has no such sub-compartment.
        """
        for value, member in self.values:
            if member == tissue:
                return value
        raise KeyError(tissue)

    def tissue(self, value: int) -> Tissue:
        """Return the sub-compartment of a label value.

        Raises:
            KeyError: If the scheme does not know the value.
        """
        return dict(self.values)[value]

    def strays(self, labels: npt.NDArray[np.integer]) -> tuple[int, ...]:
        """Return the values in `labels` that the scheme does not know, in ascending order."""
        known = {0, *(value for value, _ in self.values)}
        return tuple(int(v) for v in np.unique(labels[labels != 0]) if int(v) not in known)


BRATS_2021 = LabelScheme(
    "brats2021", "BraTS 2017-2021, FeTS v1 (ET = 4)", ((1, Tissue.NCR), (2, Tissue.ED), (4, Tissue.ET))
)
BRATS_2023 = LabelScheme("brats2023", "BraTS 2023 (ET = 3)", ((1, Tissue.NCR), (2, Tissue.ED), (3, Tissue.ET)))
POST_OPERATIVE = LabelScheme(
    "postop",
    "Post-operative, FeTS v2 (ET = 3, RC = 4)",
    ((1, Tissue.NCR), (2, Tissue.ED), (3, Tissue.ET), (4, Tissue.RC)),
)
BRAIN_MASK = LabelScheme("brain", "Brain mask", ((1, Tissue.BRAIN),))
"""What a brain mask is drawn in; never a label map's scheme, and so not among `SCHEMES`."""
SCHEMES = {scheme.name: scheme for scheme in (BRATS_2021, BRATS_2023, POST_OPERATIVE)}


def counts_of(labels: npt.NDArray[np.uint8]) -> npt.NDArray[np.intp]:
    """Return how many voxels have each value, 0 to 255, in a label array of any shape."""
    marked = labels[labels != 0]  # most of a head is not: counting these alone is ten times as fast
    counts = np.bincount(marked, minlength=256)
    counts[0] = labels.size - marked.size
    return counts


def region_mask(labels: npt.NDArray[np.integer], region: Region, scheme: LabelScheme) -> npt.NDArray[np.bool_]:
    """Return where `region` is in a label array of any shape, read in `scheme`."""
    values = [scheme.value(tissue) for tissue in region.tissues]
    return np.isin(labels, values)


def convert_labels(labels: npt.NDArray[np.integer], source: LabelScheme, target: LabelScheme) -> npt.NDArray[np.uint8]:
    """Rewrite label values from one scheme to another, keeping every sub-compartment.

    Raises:
        ValueError: If a value present is unknown to `source`, or its sub-compartment to `target`.
    """
    table = np.zeros(256, dtype=np.uint8)
    wanted = {tissue: value for value, tissue in target.values}
    for value in np.unique(labels[labels != 0]):
        try:
            table[value] = wanted[source.tissue(int(value))]
        except KeyError as error:
            raise ValueError(f"label {int(value)} of {source.name} has no place in {target.name}") from error
    return np.asarray(table[np.asarray(labels, dtype=np.uint8)], dtype=np.uint8)


def possible_schemes(labels: npt.NDArray[np.integer]) -> tuple[LabelScheme, ...]:
    """Return every scheme that knows all values present: more than one means that a person must be asked."""
    return tuple(scheme for scheme in SCHEMES.values() if not scheme.strays(labels))
