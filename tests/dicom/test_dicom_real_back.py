"""Labels back onto real series of several vendors: every voxel of the segmentation lies where its label lay."""

from pathlib import Path

import numpy as np
import pytest
from labels_for_dicom import ORIGIN, SALT, rasterised, seg_by_hand
from scipy.spatial import cKDTree
from test_dicom_real import SETS, series_of

from fets_desktop.dicom.archives import unpack
from fets_desktop.dicom.convert import convert
from fets_desktop.dicom.frames import frames_of, labels_on_all
from fets_desktop.dicom.kept import keep_headers, read_kept
from fets_desktop.dicom.rtstruct import write_rtstruct
from fets_desktop.dicom.scan import ScannedSeries, scan
from fets_desktop.dicom.seg_out import write_seg
from fets_desktop.study.grid import Grid
from fets_desktop.study.labels import BRATS_2021
from fets_desktop.study.progress import silent
from fets_desktop.study.volume import LabelMap

pytestmark = pytest.mark.real


def lesion(grid: Grid) -> LabelMap:
    """A small lesion off every axis of symmetry, with a core."""
    place = np.stack(np.indices(grid.shape), axis=-1) / np.array(grid.shape)
    radius = np.linalg.norm((place - [0.4, 0.62, 0.35]) / [0.2, 0.08, 0.1], axis=-1)
    return LabelMap(np.select([radius < 0.6, radius < 1], [4, 2], 0).astype(np.uint8), grid, BRATS_2021)


@pytest.mark.parametrize("name", [*(f"dicom2nifti/{name}" for name in SETS), "papaya_ge_PD"])
def test_labels_on_a_real_series_come_back(real_data: Path, tmp_path: Path, name: str) -> None:
    come_back(series_of(real_data / "dicom" / name), tmp_path)


def test_labels_on_a_real_enhanced_series_come_back(real_data: Path, tmp_path: Path) -> None:
    unpack(real_data / "dicom/siemens_xa30_enhanced/series.tar.gz", tmp_path / "in", silent)
    (case,) = scan([tmp_path / "in"], b"s").cases
    come_back(next(series for series in case.series if not series.set_aside), tmp_path)


def come_back(series: ScannedSeries, tmp_path: Path) -> None:
    """Write labels onto a series and find every one of them again."""
    labels = lesion(convert(series, tmp_path / "image.nii.gz"))
    keep_headers(series.files, SALT, "Q-1", tmp_path / "kept.zip")
    kept = read_kept(tmp_path / "kept.zip")
    found = seg_by_hand(write_seg(labels, kept, ORIGIN, tmp_path / "seg.dcm"))
    z, y, x = np.nonzero(labels.array)
    wanted = labels.grid.to_ras(np.stack([x, y, z], axis=-1)) * [-1, -1, 1]
    assert len(found) == len(wanted)
    distance, nearest = cKDTree(wanted).query(np.array(list(found)))
    # a series whose rounded positions lie off its own mean spacing is off by that much, never by half a voxel
    assert distance.max() < 0.2 * min(labels.grid.spacing_mm)
    values = labels.array[z, y, x][nearest]
    assert [BRATS_2021.tissue(int(v)) for v in values] == [name.split()[0] for name in found.values()]
    if len(kept) > 1:
        masks = rasterised(write_rtstruct(labels, kept, ORIGIN, tmp_path / "rt.dcm"), kept)
        stack = labels_on_all(frames_of(kept), labels)
        assert np.array_equal(masks["WT"], stack > 0)
        assert np.array_equal(masks["ET"], stack == 4)
