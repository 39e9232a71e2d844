"""A NIfTI file's voxels as they lie in it: block by block, to the last."""

import gzip
from pathlib import Path

import numpy as np
import pytest

from fets_desktop.imaging.files import read_image, write_array
from fets_desktop.imaging.nifti_bytes import are_numbers, stored_values
from fets_desktop.study.errors import StudyError
from fets_desktop.study.grid import Grid

GRID = Grid.from_affine((7, 300, 301), np.eye(4))  # more than two blocks


@pytest.fixture
def values() -> np.ndarray:
    return np.arange(np.prod(GRID.shape), dtype=np.float32).reshape(GRID.shape)


@pytest.fixture
def file(tmp_path: Path, values: np.ndarray) -> Path:
    return write_array(tmp_path / "x.nii.gz", values, GRID)


@pytest.mark.parametrize("step", [1, 5, 7])
def test_every_so_many_th_value_is_told(file, values, step):
    np.testing.assert_array_equal(stored_values(file, step), values.ravel()[::step])


@pytest.mark.parametrize("place", [(0, 0, 0), (6, 299, 300)])
def test_one_value_that_is_no_number_is_found(tmp_path, file, values, place):
    assert are_numbers(file)
    values[place] = np.nan
    assert not are_numbers(write_array(tmp_path / "y.nii.gz", values, GRID))


def test_a_file_cut_short_is_refused_to_its_last_byte(tmp_path, file):
    plain = tmp_path / "plain.nii"
    plain.write_bytes(gzip.decompress(file.read_bytes())[:-1])
    for look in (are_numbers, stored_values):
        with pytest.raises(StudyError, match="cut short"):
            look(plain)


def test_what_was_read_carries_no_words_of_the_file(file):
    assert read_image(file).GetMetaDataKeys() == ()
