"""A patient on a disc, made by the project itself."""

from pathlib import Path

import pytest
from volumes_for_dicom import NAME, NUMBER, noise, oblique_grid

from fets_desktop.dicom.write import write_series
from fets_desktop.study.contrast import ALL_CONTRASTS
from fets_desktop.study.volume import Volume


@pytest.fixture
def head() -> Volume:
    return noise(oblique_grid())


@pytest.fixture
def dicom_case(tmp_path: Path, head: Volume) -> Path:
    """Four series of one patient, each in its own folder."""
    folder = tmp_path / "disc"
    for contrast in ALL_CONTRASTS:
        write_series(
            head, folder / contrast.brats_name, contrast, patient_name=NAME, patient_id=NUMBER, study_date="20260401"
        )
    return folder
