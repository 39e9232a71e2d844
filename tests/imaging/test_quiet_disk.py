"""A full disk is said in our words alone: the libraries beneath print nothing."""

import errno
import os
import resource
from pathlib import Path

import numpy as np
import pytest

from fets_desktop.imaging.disk import known_disk_errors, make_folder
from fets_desktop.imaging.files import write_array
from fets_desktop.imaging.quiet import quiet
from fets_desktop.study.errors import StudyError
from fets_desktop.study.grid import Grid

GRID = Grid.from_affine((40, 64, 64), np.diag([-1.0, -1.0, 1.0, 1.0]))


def test_an_image_that_does_not_fit_is_refused_without_a_library_s_word(tmp_path, capfd):
    voxels = np.random.default_rng(0).integers(0, 30000, GRID.shape).astype(np.int16)
    before = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (100_000, before[1]))
    try:
        with pytest.raises(StudyError) as caught:
            write_array(tmp_path / "a.nii.gz", voxels, GRID)
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, before)
    assert caught.value.code == "disk-full"
    assert list(tmp_path.iterdir()) == []
    said = capfd.readouterr()
    assert (said.out, said.err) == ("", "")


def test_what_is_printed_afterwards_is_heard_again(capfd):
    with quiet():
        os.write(1, b"nobody")
        os.write(2, b"nobody")
    os.write(2, b"somebody")
    said = capfd.readouterr()
    assert (said.out, said.err) == ("", "somebody")


def test_a_disk_that_fails_and_a_place_that_takes_no_folder_are_told(tmp_path):
    with pytest.raises(StudyError) as caught, known_disk_errors():
        raise OSError(errno.EIO, "Input/output error")
    assert (caught.value.code, "failing" in caught.value.detail) == ("read-only", True)
    gone = tmp_path / "gone"
    gone.mkdir()
    before = Path.cwd()
    os.chdir(gone)
    try:
        gone.rmdir()
        with pytest.raises(StudyError) as caught:
            make_folder(Path("here"))
    finally:
        os.chdir(before)
    assert caught.value.code == "read-only"
