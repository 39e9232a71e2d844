"""The raw layout that nnU-Net trains from: channels by number, labels that run from 0 without gaps.

Source: nnU-Net v2, documentation/dataset_format.md; channel order as its own BraTS conversion.
"""

import json
import shutil
from pathlib import Path

from fets_desktop.exchange.parcel import Parcel
from fets_desktop.imaging.disk import known_disk_errors, write_whole
from fets_desktop.imaging.files import write_array
from fets_desktop.study.contrast import ALL_CONTRASTS
from fets_desktop.study.errors import StudyError
from fets_desktop.study.labels import POST_OPERATIVE, Tissue, convert_labels

DATASET = "Dataset001_FeTS"
_NAMES = {
    Tissue.NCR: "necrotic_core",
    Tissue.ED: "oedema",
    Tissue.ET: "enhancing_tumour",
    Tissue.RC: "resection_cavity",
}


def write_nnunet(parcel: Parcel, folder: Path) -> list[Path]:
    """Write a labelled case into `imagesTr` and `labelsTr`, one without labels into `imagesTs`.

    What the images were made by lies in `provenance/`, one file a case.
    Label values are 1 NCR, 2 ED, 3 ET and, after surgery, 4 RC, whatever scheme the version has.

    Returns:
        Files that other cases add to.

    Raises:
        StudyError: "missing-contrast" if one of the four is not there; "disk-full" or "read-only".
    """
    if missing := [contrast for contrast in ALL_CONTRASTS if contrast not in parcel.volumes]:
        raise StudyError("missing-contrast", f"nnU-Net needs all four; {', '.join(missing)} is not there.")
    home = folder / DATASET
    images = home / ("imagesTr" if parcel.labels is not None else "imagesTs")
    with known_disk_errors():
        images.mkdir(parents=True, exist_ok=True)
        for channel, contrast in enumerate(ALL_CONTRASTS):
            shutil.copyfile(parcel.volumes[contrast], images / f"{parcel.case}_{channel:04d}.nii.gz")
    if parcel.labels is not None:
        labels = convert_labels(parcel.labels.array, parcel.labels.scheme, POST_OPERATIVE)
        write_array(home / "labelsTr" / f"{parcel.case}.nii.gz", labels, parcel.labels.grid)
    if parcel.provenance is not None:
        with known_disk_errors():
            (home / "provenance").mkdir(exist_ok=True)
            shutil.copyfile(parcel.provenance, home / "provenance" / f"{parcel.case}.json")
    return [write_whole(home / "dataset.json", json.dumps(_dataset(parcel), indent=2).encode())]


def _dataset(parcel: Parcel) -> dict[str, object]:
    """Return the description of a data set of this one case; the others are added where it is put down."""
    after_surgery = parcel.labels is not None and parcel.labels.scheme == POST_OPERATIVE
    tissues = [tissue for _, tissue in POST_OPERATIVE.values if after_surgery or tissue is not Tissue.RC]
    return {
        "name": "FeTS",
        "description": "Glioma sub-compartments, brain only, SRI24 atlas space. Not for diagnostic use.",
        "channel_names": {str(channel): str(contrast) for channel, contrast in enumerate(ALL_CONTRASTS)},
        "labels": {"background": 0, **{_NAMES[tissue]: POST_OPERATIVE.value(tissue) for tissue in tissues}},
        "numTraining": int(parcel.labels is not None),
        "file_ending": ".nii.gz",
        "overwrite_image_reader_writer": "SimpleITKIO",
    }
