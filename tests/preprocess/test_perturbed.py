"""The real patient with headers that lie about where the head was: what is found is consistent with itself."""

from pathlib import Path

import numpy as np
import pytest
import SimpleITK as sitk  # noqa: N813
from scipy.spatial.transform import Rotation

from fets_desktop.imaging.files import read_image, write_image
from fets_desktop.imaging.rigid import read_matrix
from fets_desktop.preprocess.engines import moved_header
from fets_desktop.preprocess.recipe import prepare
from fets_desktop.study.contrast import ALL_CONTRASTS
from fets_desktop.study.finding import Grade
from fets_desktop.study.grid import BRATS_GRID

CONSISTENT_MM = 0.7


def lying(image: sitk.Image, degrees: float, shift_mm: float, seed: int) -> np.ndarray:
    """A turn about the image's middle and a shift, RAS+ mm, each in a direction of its own."""
    rng = np.random.default_rng(seed)
    axis, way = (v / np.linalg.norm(v) for v in rng.normal(size=(2, 3)))
    middle = np.array(image.TransformContinuousIndexToPhysicalPoint([(n - 1) / 2 for n in image.GetSize()]))
    middle = middle * [-1, -1, 1]
    matrix = np.eye(4)
    matrix[:3, :3] = Rotation.from_rotvec(np.radians(degrees) * axis).as_matrix()
    matrix[:3, 3] = middle - matrix[:3, :3] @ middle + shift_mm * way
    return matrix


@pytest.fixture(scope="module")
def brain_points(brain_in_atlas) -> np.ndarray:
    return BRATS_GRID.to_ras(np.argwhere(brain_in_atlas[::8, ::8, ::8])[:, ::-1] * 8)


@pytest.fixture(scope="module")
def native(real_data: Path) -> dict:
    case = real_data / "native" / "TCGA-FG-6692"
    return {contrast: case / f"{contrast.brats_name}.nii.gz" for contrast in ALL_CONTRASTS}


@pytest.fixture(scope="module")
def straight(native, sri24, mask_maker, tmp_path_factory):
    return prepare(native, sri24, mask_maker, tmp_path_factory.mktemp("straight"), mask_maker_id="known")


@pytest.mark.real
@pytest.mark.slow
@pytest.mark.timeout(1800)
@pytest.mark.parametrize(("degrees", "shift_mm"), [(45, 30), (30, 60), (180, 60)])
def test_lying_headers_change_nothing(native, straight, sri24, mask_maker, brain_points, tmp_path, degrees, shift_mm):
    sources, lies = {}, {}
    for seed, (contrast, path) in enumerate(native.items()):
        image = read_image(path)
        # every contrast lies in its own way
        lies[contrast] = lying(image, degrees, shift_mm, seed + degrees)
        sources[contrast] = write_image(tmp_path / f"{contrast}.nii.gz", moved_header(image, lies[contrast]))
    found = prepare(sources, sri24, mask_maker, tmp_path / "case", mask_maker_id="known")
    for contrast in ALL_CONTRASTS:
        expected = lies[contrast] @ read_matrix(straight.transforms[f"{contrast}-to-atlas"])
        gap = read_matrix(found.transforms[f"{contrast}-to-atlas"]) - expected
        error_mm = float(np.linalg.norm(brain_points @ gap[:3, :3].T + gap[:3, 3], axis=1).mean())
        print(f"{degrees} degrees, {shift_mm} mm: {contrast} {error_mm:.2f} mm")
        assert error_mm <= CONSISTENT_MM, contrast
    assert all(finding.grade is not Grade.BAD for finding in found.findings)
