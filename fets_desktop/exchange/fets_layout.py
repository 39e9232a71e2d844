"""The folder layout that FeTS's own tools read and write, and that `import` takes back.

Source: FETS-AI/Front-End, DataForFeTS and split_info; DOMAIN's harmonised preprocessing.
"""

import shutil
from pathlib import Path

from fets_desktop.exchange.parcel import Parcel, plain_name
from fets_desktop.imaging.disk import known_disk_errors, write_whole
from fets_desktop.imaging.files import write_array
from fets_desktop.study.labels import BRATS_2021, Tissue, convert_labels
from fets_desktop.study.volume import LabelArray, LabelMap

SPLIT = Path("split_info") / "fets_phase2_split_1"


def write_fets(parcel: Parcel, folder: Path) -> list[Path]:
    """Write `DataForFeTS/CASE/` and the case's line of the split.

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
        name = f"{case}_{plain_name(model.split('@')[0])}_seg.nii.gz"
        write_array(home / "SegmentationsForQC" / name, as_fets(labels), labels.grid)
    if parcel.train is None:
        return []
    side = write_whole(folder / SPLIT / ("train.csv" if parcel.train else "val.csv"), f"data_uid\n{case}\n".encode())
    return [side]


def as_fets(labels: LabelMap) -> LabelArray:
    """Return label values as FeTS v1 writes them, or v2 where there is a resection cavity."""
    known = {tissue for _, tissue in labels.scheme.values}
    if Tissue.RC in known and (labels.array == labels.scheme.value(Tissue.RC)).any():
        return labels.array
    return convert_labels(labels.array, labels.scheme, BRATS_2021)
