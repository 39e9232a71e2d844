"""The folder layout that FeTS's own tools read and write, and that `import` takes back.

Source: FETS-AI/Front-End, DataForFeTS and split_info; DOMAIN's harmonised preprocessing.
"""

import shutil
from collections.abc import Mapping
from pathlib import Path

import SimpleITK as sitk  # noqa: N813

from fets_desktop.exchange.parcel import Parcel, plain_name
from fets_desktop.imaging.disk import known_disk_errors, write_whole
from fets_desktop.imaging.files import read_image, write_array, write_image
from fets_desktop.imaging.rigid import is_rigid, read_matrix
from fets_desktop.study.contrast import ALL_CONTRASTS, Contrast
from fets_desktop.study.errors import StudyError
from fets_desktop.study.fusing import FUSED
from fets_desktop.study.labels import BRATS_2021, Tissue, convert_labels
from fets_desktop.study.split import FETS_PLACE
from fets_desktop.study.volume import LabelArray, LabelMap

_QC_NAMES = {Contrast.T1: "T1", Contrast.T1GD: "T1CE", Contrast.T2: "T2", Contrast.FLAIR: "FL"}
_RAW = "raw_"
QC_TRANSFORMS = {
    "T1Gd-to-atlas": "T1CE_to_SRI.mat",
    **{f"{c}-to-{Contrast.T1GD}": f"{name}_to_T1CE.mat" for c, name in _QC_NAMES.items() if c is not Contrast.T1GD},
}


def write_fets(parcel: Parcel, folder: Path) -> list[Path]:
    """Write `DataForFeTS/CASE/`, `DataForQC/CASE/` and the case's line of the split.

    `CASE_final_seg` is the newest approved version, else the newest; values are those of FeTS v1 (ET = 4) unless there
    is a resection cavity, which only v2 knows.

    Returns:
        Files that other cases add to.

    Raises:
        StudyError: "disk-full" or "read-only".
    """
    case = parcel.case
    home = folder / "DataForFeTS" / case
    with known_disk_errors():
        home.mkdir(parents=True, exist_ok=True)
        for contrast, path in parcel.volumes.items():
            shutil.copyfile(path, home / f"{case}_brain_{contrast.brats_name}.nii.gz")
    if parcel.labels is not None:
        write_array(home / f"{case}_final_seg.nii.gz", as_fets(parcel.labels), parcel.labels.grid)
    for model, labels in parcel.candidates.items():
        made = model.split("@")[0]
        fused = FUSED if made.startswith(FUSED) else ""
        name = f"{case}_{fused}{plain_name(made.removeprefix(FUSED))}_seg.nii.gz"
        write_array(home / "SegmentationsForQC" / name, as_fets(labels), labels.grid)
    if parcel.provenance is not None:
        with known_disk_errors():
            shutil.copyfile(parcel.provenance, home / f"{case}_provenance.json")
    _write_qc(parcel, folder / "DataForQC" / case)
    if parcel.train is None:
        return []
    side = folder / FETS_PLACE / ("train.csv" if parcel.train else "val.csv")
    return [write_whole(side, f"data_uid\n{case}\n".encode())]


def _write_qc(parcel: Parcel, home: Path) -> None:
    """Write what a person checks a preparation by, under the names of BraTSPipeline.

    Raises:
        StudyError: "disk-full" or "read-only".
    """
    copies = {f"brain_{_QC_NAMES[contrast]}.nii.gz": path for contrast, path in parcel.volumes.items()}
    copies |= {f"{_QC_NAMES[contrast]}_to_SRI.nii.gz": path for contrast, path in parcel.heads.items()}
    copies |= {f"raw_{_QC_NAMES[contrast]}.nii.gz": path for contrast, path in parcel.series.items()}
    copies |= {QC_TRANSFORMS[name]: path for name, path in parcel.transforms.items() if name in QC_TRANSFORMS}
    with known_disk_errors():
        home.mkdir(parents=True, exist_ok=True)
        for name, path in {**copies, "brainMask_SRI.nii.gz": parcel.brain_mask}.items():
            shutil.copyfile(path, home / name)
    for prefix, images in (("raw_rai", parcel.series), ("raw_rai_n4", parcel.evened)):
        for contrast, path in images.items():
            # "RAI" in ITK's old words names where the axes come from; in DICOM's words, where they go, it is LPS
            upright = sitk.DICOMOrient(read_image(path), "LPS")
            write_image(home / f"{prefix}_{_QC_NAMES[contrast]}.nii.gz", upright)


def transforms_beside(files: Mapping[Contrast, Path]) -> dict[str, Path]:
    """Return the registrations that lie beside a case's four raw series in `DataForQC/CASE/`, by their names here.

    They hold for what the scanner made (`raw_T1CE`, and `raw_rai_T1CE` with its axes in another order), not for images
    that stand on the atlas grid already. All four, each rigid, or none: one alone leads nowhere.

    Args:
        files: Where each contrast's image lies.
    """
    if set(files) != set(ALL_CONTRASTS):
        return {}
    folders = {file.parent for file in files.values()}
    if len(folders) != 1 or not all(file.name.lower().startswith(_RAW) for file in files.values()):
        return {}
    found = {name: folders.copy().pop() / file for name, file in QC_TRANSFORMS.items()}
    return found if all(file.is_file() and _reads_as_rigid(file) for file in found.values()) else {}


def _reads_as_rigid(file: Path) -> bool:
    try:
        return is_rigid(read_matrix(file))
    except (StudyError, ValueError):
        return False


def as_fets(labels: LabelMap) -> LabelArray:
    """Return label values as FeTS v1 writes them, or v2 where there is a resection cavity."""
    known = {tissue for _, tissue in labels.scheme.values}
    if Tissue.RC in known and (labels.array == labels.scheme.value(Tissue.RC)).any():
        return labels.array
    return convert_labels(labels.array, labels.scheme, BRATS_2021)
