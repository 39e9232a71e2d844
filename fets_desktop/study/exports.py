"""The kinds of files that leave, in the words of the people who need them."""

from collections.abc import Collection
from dataclasses import dataclass


@dataclass(frozen=True)
class ExportKind:
    """One kind.

    Attributes:
        name: Stable name, as on the command line.
        title: What it is.
        text: What it is for.
        labels: Whether it makes no sense without labels.
        spaces: Whether it can be had in atlas space, in each series' own, or in both.
    """

    name: str
    title: str
    text: str
    labels: bool = True
    spaces: bool = False


_KINDS = (
    ExportKind(
        "nifti",
        "NIfTI",
        "Images and labels under BraTS names",
        labels=False,
        spaces=True,
    ),
    ExportKind("seg", "DICOM segmentation", "Labels on the patient's own series, for the PACS"),
    ExportKind("rtstruct", "DICOM structure set", "Outlines for radiotherapy planning"),
    ExportKind("report", "Report (PDF)", "One page with pictures, volumes and diameters"),
    ExportKind("report-dicom", "Report for the PACS", "The same page as a DICOM document"),
    ExportKind("nrrd", "3D Slicer", "A .seg.nrrd file with names, colours and codes", spaces=True),
    ExportKind("fets", "FeTS folders", "For FeTS's own tools; Import reads it back", labels=False),
    ExportKind("nnunet", "nnU-Net", "A raw data set to train nnU-Net from", labels=False),
    ExportKind("bids", "BIDS", "A derivatives data set for research pipelines", labels=False, spaces=True),
)

EXPORT_KINDS: dict[str, ExportKind] = {kind.name: kind for kind in _KINDS}
"""Every kind by its name, in the order in which a person is offered them."""

SPACES = ("atlas", "native", "both")
"""Where images and labels can lie."""


def shows_heads(kinds: Collection[str], space: str) -> bool:
    """Tell whether images with skull and face are written: native NIfTI, and what FeTS checks a preparation by."""
    return ("nifti" in kinds and space != "atlas") or "fets" in kinds
