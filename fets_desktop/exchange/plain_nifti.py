"""NIfTI files under BraTS names, with what their label values mean beside them, for people and for ITK-SNAP."""

import json
import shutil
from pathlib import Path

from fets_desktop.exchange.parcel import Parcel
from fets_desktop.imaging.disk import known_disk_errors, write_whole
from fets_desktop.imaging.files import write_array
from fets_desktop.study.colours import TISSUE_RGB
from fets_desktop.study.labels import LabelScheme

_SNAP_HEAD = """\
################################################
# ITK-SnAP Label Description File
# File format:
# IDX   -R-  -G-  -B-  -A--  VIS MSH  LABEL
# Fields:
#    IDX:   Zero-based index
#    -R-:   Red color component (0..255)
#    -G-:   Green color component (0..255)
#    -B-:   Blue color component (0..255)
#    -A-:   Label transparency (0.00 .. 1.00)
#    VIS:   Label visibility (0 or 1)
#    MSH:   Label mesh visibility (0 or 1)
#  LABEL:   Label description
################################################
"""


def write_plain(parcel: Parcel, folder: Path, atlas: bool, native: bool) -> None:
    """Write `CASE/atlas/` and `CASE/native/` with BraTS names, what they were made by, and what the values mean.

    Raises:
        StudyError: "disk-full" or "read-only".
    """
    home = folder / parcel.case
    with known_disk_errors():
        if atlas:
            _write_atlas(parcel, home / "atlas")
        if native:
            _write_native(parcel, home / "native")
        if parcel.provenance is not None:
            shutil.copyfile(parcel.provenance, home / f"{parcel.case}_provenance.json")
    if parcel.labels is not None:
        write_whole(home / f"{parcel.case}_labels.json", meaning(parcel).encode())
        write_whole(home / f"{parcel.case}_itksnap.label", itksnap_labels(parcel.labels.scheme).encode())


def _write_atlas(parcel: Parcel, folder: Path) -> None:
    folder.mkdir(parents=True, exist_ok=True)
    for contrast, path in parcel.volumes.items():
        shutil.copyfile(path, folder / f"{parcel.case}_{contrast.brats_name}.nii.gz")
    shutil.copyfile(parcel.brain_mask, folder / f"{parcel.case}_brainmask.nii.gz")
    if parcel.labels is not None:
        write_array(folder / f"{parcel.case}_seg.nii.gz", parcel.labels.array, parcel.labels.grid)


def _write_native(parcel: Parcel, folder: Path) -> None:
    folder.mkdir(parents=True, exist_ok=True)
    for contrast, path in parcel.series.items():
        shutil.copyfile(path, folder / f"{parcel.case}_{contrast.brats_name}.nii.gz")
    for contrast, labels in parcel.native.items():
        write_array(folder / f"{parcel.case}_{contrast.brats_name}_seg.nii.gz", labels.array, labels.grid)


def meaning(parcel: Parcel) -> str:
    """Return as JSON what the label values mean: a 3 is tumour in one scheme and unknown to another."""
    scheme, origin = parcel.labels.scheme if parcel.labels else None, parcel.origin
    if scheme is None or origin is None:
        return "{}"
    told = {
        "scheme": scheme.name,
        "title": scheme.title,
        "values": {str(value): tissue.words for value, tissue in scheme.values},
        "version": origin.version,
        "approved": bool(origin.approved_at),
        "made": str(origin.making),
        "model": f"{origin.model} {origin.model_version}".strip(),
    }
    return json.dumps(told, indent=1)


def itksnap_labels(scheme: LabelScheme) -> str:
    """Return a label description file as ITK-SNAP loads it (Segmentation > Import Label Descriptions).

    Source: ITK-SNAP, ColorLabelTable::SaveToFile.
    """
    rows = [(0, (0, 0, 0), 0, "Clear Label")]
    rows += [(value, TISSUE_RGB[tissue], 1, f"{tissue} {tissue.words}") for value, tissue in scheme.values]
    lines = [
        f'{value:5d}   {rgb[0]:3d}  {rgb[1]:3d}  {rgb[2]:3d}        {shown}  {shown}  {shown}    "{words}"\n'
        for value, rgb, shown, words in rows
    ]
    return _SNAP_HEAD + "".join(lines)
