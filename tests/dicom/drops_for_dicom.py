"""Small DICOM studies for drops, and what a scan says of them in short."""

from pathlib import Path

import pydicom
from volumes_for_dicom import NAME, NUMBER, noise, oblique_grid

from fets_desktop.dicom.scan import ScanResult
from fets_desktop.dicom.write import write_series
from fets_desktop.study.contrast import ALL_CONTRASTS, Contrast

SALT = b"a secret of 32 bytes............"


def chosen(result: ScanResult) -> list[dict[Contrast, object]]:
    return [{s.contrast: s for s in case.series if s.contrast} for case in result.cases]


def codes(result: ScanResult) -> list[str]:
    return [fault.code for fault in result.faults]


def put(folder: Path, contrasts=ALL_CONTRASTS, change=None, **who) -> Path:
    who = {"patient_name": NAME, "patient_id": NUMBER, "study_date": "20260401", **who}
    for contrast in contrasts:
        for path in write_series(noise(oblique_grid()), folder / contrast.brats_name, contrast, **who):
            if change:
                dataset = pydicom.dcmread(path)
                for keyword, value in change.items():
                    setattr(dataset, keyword, value)
                dataset.save_as(path)
    return folder
