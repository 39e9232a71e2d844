"""A network gets at work what it got in training, byte for byte; what it cannot take is refused by name."""

from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest

from fets_desktop.imaging.files import read_volume, write_array
from fets_desktop.segment.normalise import network_input
from fets_desktop.study.contrast import NETWORK_ORDER, Contrast
from fets_desktop.study.errors import StudyError
from fets_desktop.study.grid import Grid
from fets_desktop.study.labels import BRATS_2021
from fets_desktop.study.volume import Volume
from fets_desktop.train.cases import TrainingCase, load_case
from fets_desktop.train.validate import padded

Patient = dict[Contrast, Volume]


def in_training(paths: dict[Contrast, Path], labels: Path) -> np.ndarray:
    return padded(load_case(TrainingCase("case", paths, labels, BRATS_2021)))


def test_the_input_has_the_bytes_of_training(patient: Patient, tmp_path: Path) -> None:
    paths = {c: write_array(tmp_path / f"{c}.nii.gz", v.array, v.grid) for c, v in patient.items()}
    grid = patient[Contrast.T1].grid
    labels = write_array(tmp_path / "seg.nii.gz", np.zeros(grid.shape, np.uint8), grid)
    case = network_input({c: read_volume(p) for c, p in paths.items()}, NETWORK_ORDER, 16)
    assert case.array.shape == (4, 32, 32, 32)
    assert case.array.astype(np.float32).tobytes() == in_training(paths, labels).tobytes()
    assert case.array.flags.c_contiguous


@pytest.mark.real
def test_the_input_of_a_real_patient_has_the_bytes_of_training(real_data: Path) -> None:
    folder = real_data / "labelled" / "Brats18_CBICA_AQN_1"
    paths = {c: folder / f"{folder.name}_{c.brats_name}.nii.gz" for c in NETWORK_ORDER}
    case = network_input({c: read_volume(p) for c, p in paths.items()}, NETWORK_ORDER, 16)
    assert case.array.astype(np.float32).tobytes() == in_training(paths, folder / f"{folder.name}_seg.nii.gz").tobytes()


def test_the_channels_follow_the_card_and_the_brain_is_where_anything_is(patient: Patient) -> None:
    hole = patient[Contrast.T2].array.copy()
    hole[19, 23, 26] = 0
    volumes = patient | {Contrast.T2: Volume(hole, patient[Contrast.T2].grid)}
    case = network_input(volumes, (Contrast.FLAIR, Contrast.T2), 8)
    z, y, x = case.box.shape
    whole = np.zeros(hole.shape, bool)
    whole[case.box.slices] = case.brain
    assert np.array_equal(whole, patient[Contrast.T1].array != 0)  # a hole in one contrast is no hole in the brain
    for channel, contrast in enumerate((Contrast.FLAIR, Contrast.T2)):
        values = case.array[channel, :z, :y, :x][volumes[contrast].array[case.box.slices] != 0]
        assert abs(values.mean()) < 1e-3
        assert values.std() == pytest.approx(1, abs=1e-3)
    assert not case.array[:, z:].any()


def refused(volumes: Patient) -> StudyError:
    with pytest.raises(StudyError) as caught:
        network_input(volumes, NETWORK_ORDER, 16)
    return caught.value


@pytest.mark.parametrize(
    ("change", "word"),
    [
        (lambda a: np.zeros_like(a), "empty"),
        (lambda a: np.where(a > 150, np.nan, a), "no numbers"),
        (lambda a: np.where(a > 150, np.inf, a), "no numbers"),
        (lambda a: (a != 0).astype(np.float32), "one value"),
    ],
)
def test_voxels_without_sense_are_refused(patient: Patient, change, word: str) -> None:
    broken = replace(patient[Contrast.FLAIR], array=change(patient[Contrast.FLAIR].array))
    error = refused(patient | {Contrast.FLAIR: broken})
    assert (error.code, word in error.detail, "FLAIR" in error.detail) == ("bad-voxels", True, True)


def test_a_volume_on_another_grid_is_refused(patient: Patient) -> None:
    grid = patient[Contrast.T2].grid
    shifted = grid.affine
    shifted[0, 3] += 0.1
    moved = Volume(patient[Contrast.T2].array, Grid.from_affine(grid.shape, shifted))
    assert refused(patient | {Contrast.T2: moved}).code == "mixed-grids"
    smaller = Volume(patient[Contrast.T2].array[:-1], Grid.from_affine((39, 44, 50), grid.affine))
    assert "T2" in refused(patient | {Contrast.T2: smaller}).detail


def test_a_missing_contrast_is_named(patient: Patient) -> None:
    error = refused({c: v for c, v in patient.items() if c is not Contrast.T1GD})
    assert (error.code, "T1Gd" in error.detail) == ("missing-contrast", True)
