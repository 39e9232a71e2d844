"""NIfTI in and out: axes, directions, whole files and no names; nibabel is the second opinion."""

import gzip
import os
import subprocess
import sys
from pathlib import Path

import nibabel
import numpy as np
import pytest
import SimpleITK as sitk  # noqa: N813
from hypothesis import given, settings
from hypothesis import strategies as st
from refusals import code

from fets_desktop.imaging.convert import grid_of, to_array, to_image
from fets_desktop.imaging.disk import known_disk_errors, whole_file, write_whole
from fets_desktop.imaging.files import read_image, read_label_values, read_labels, read_volume, write_array, write_image
from fets_desktop.study.errors import StudyError
from fets_desktop.study.grid import BRATS_GRID, Grid
from fets_desktop.study.labels import BRATS_2021, BRATS_2023

SHAPE = (5, 7, 6)


def rotation(angles: tuple[float, float, float]) -> np.ndarray:
    turn = sitk.Euler3DTransform()
    turn.SetRotation(*angles)
    return np.array(turn.GetMatrix()).reshape(3, 3)


def grid(angles=(0.2, -0.3, 0.4), spacing=(0.9, 1.1, 5.5), origin=(-41.5, 12.25, -30.0), flip=False) -> Grid:
    affine = np.eye(4)
    affine[:3, :3] = rotation(angles) * np.array(spacing)
    if flip:
        affine[:3, 0] *= -1
    affine[:3, 3] = origin
    return Grid.from_affine(SHAPE, affine)


angles = st.tuples(*[st.floats(-3, 3)] * 3)
lengths = st.tuples(*[st.floats(0.2, 8)] * 3)


@settings(max_examples=60)
@given(angles, lengths, st.tuples(*[st.floats(-200, 200)] * 3), st.booleans())
def test_a_grid_survives_the_way_through_simpleitk(turn, spacing, origin, flip) -> None:
    there = grid(turn, spacing, origin, flip)
    array = np.arange(np.prod(SHAPE), dtype=np.int16).reshape(SHAPE)
    image = to_image(array, there)
    assert there.matches(grid_of(image))
    assert np.array_equal(to_array(image), array)
    # RAS of a voxel is LPS of the same voxel with x and y turned
    i, j, k = 4, 6, 2
    lps = np.array(image.TransformIndexToPhysicalPoint((i, j, k)))
    assert np.allclose(there.to_ras([i, j, k]), lps * [-1, -1, 1], atol=1e-6)
    assert image.GetPixel(i, j, k) == array[k, j, i]


@pytest.mark.parametrize("dtype", [np.float32, np.int16, np.uint8, np.bool_])
def test_nibabel_reads_the_same_voxels_at_the_same_places(tmp_path: Path, dtype: type) -> None:
    array = np.random.default_rng(1).integers(0, 2, SHAPE).astype(dtype)
    path = write_array(tmp_path / "v.nii.gz", array, grid())
    seen = nibabel.load(path)
    assert np.array_equal(np.asarray(seen.dataobj).T, array)
    assert np.allclose(seen.affine, grid().affine, atol=1e-5)
    assert np.array_equal(read_volume(path).array, array.astype(np.float32))
    assert read_volume(path).grid.matches(grid())
    assert read_volume(path).array.flags.c_contiguous


def test_what_nibabel_writes_is_read_at_the_same_places(tmp_path: Path) -> None:
    array = np.random.default_rng(2).normal(size=SHAPE).astype(np.float32)
    for flip in (False, True):
        there = grid(flip=flip)
        nibabel.save(nibabel.Nifti1Image(array.T, there.affine), tmp_path / "n.nii")
        volume = read_volume(tmp_path / "n.nii")
        assert np.array_equal(volume.array, array)
        assert volume.grid.matches(there)


def test_the_brats_grid_is_what_brats_files_say(tmp_path: Path) -> None:
    path = write_array(tmp_path / "b.nii.gz", np.zeros(BRATS_GRID.shape, np.uint8), BRATS_GRID)
    image = read_image(path)
    assert image.GetSize() == (240, 240, 155)
    assert image.GetOrigin() == (0.0, -239.0, 0.0)
    assert image.GetDirection() == (1, 0, 0, 0, 1, 0, 0, 0, 1)
    assert BRATS_GRID.axis_codes == ("L", "P", "S")


def test_the_same_voxels_give_the_same_bytes_and_nothing_of_their_source(tmp_path: Path) -> None:
    image = to_image(np.ones(SHAPE, np.int16), grid())
    image.SetMetaData("descrip", "Muster^Max 1970")
    image.SetMetaData("aux_file", "secret")
    first, second = write_image(tmp_path / "a.nii.gz", image), write_image(tmp_path / "b.nii.gz", image)
    assert first.read_bytes() == second.read_bytes()
    assert first.read_bytes()[:8] == b"\x1f\x8b\x08" + bytes(5)  # gzip's head: no name, no time
    content = gzip.decompress(first.read_bytes())
    for word in (b"Muster", b"secret", b"a.nii"):
        assert word not in content
        assert word not in first.read_bytes()
    assert sorted(p.name for p in tmp_path.iterdir()) == ["a.nii.gz", "b.nii.gz"]


def test_an_image_that_is_not_packed_holds_the_same_bytes(tmp_path):
    image = to_image(np.random.default_rng(0).random(SHAPE).astype(np.float32), grid())
    packed = write_image(tmp_path / "packed.nii.gz", image)
    plain = write_image(tmp_path / "plain.nii.gz", image, packed=False)
    assert gzip.decompress(plain.read_bytes()) == gzip.decompress(packed.read_bytes())
    np.testing.assert_array_equal(to_array(read_image(plain)), to_array(image))
    assert to_array(image).tobytes() in plain.read_bytes()


def test_what_is_no_single_volume_is_refused(tmp_path: Path) -> None:
    volume = sitk.GetImageFromArray(np.ones(SHAPE, np.int16))
    sitk.WriteImage(sitk.JoinSeries([volume, volume]), str(tmp_path / "4d.nii"))
    sitk.WriteImage(sitk.JoinSeries([volume]), str(tmp_path / "one.nii"))
    vectors = sitk.GetImageFromArray(np.ones((*SHAPE, 3), np.float32), isVector=True)
    sitk.WriteImage(vectors, str(tmp_path / "rgb.nii"))
    sitk.WriteImage(sitk.GetImageFromArray(np.ones((1, 8, 8), np.int16)), str(tmp_path / "flat.nii"))
    for name in ("4d", "rgb", "flat"):
        assert code(lambda n=name: read_image(tmp_path / f"{n}.nii")) == "not-3d"
    assert read_volume(tmp_path / "one.nii").array.shape == SHAPE, "a fourth axis of length one is none"
    (tmp_path / "rubbish.nii.gz").write_bytes(b"rubbish")
    assert code(lambda: read_image(tmp_path / "rubbish.nii.gz")) == "unreadable-image"
    with pytest.raises(StudyError, match="not there"):
        read_image(tmp_path / "nothing.nii.gz")


def test_labels_are_whole_numbers_of_their_scheme(tmp_path: Path) -> None:
    def labels(*values: float) -> Path:
        array = np.zeros(SHAPE, np.float32)
        array.flat[: len(values)] = values
        return write_array(tmp_path / "l.nii.gz", array, grid())

    read = read_labels(labels(1, 2, 4), BRATS_2021)
    assert (read.array.dtype, read.scheme, set(np.unique(read.array))) == (np.uint8, BRATS_2021, {0, 1, 2, 4})
    with pytest.raises(StudyError, match="Found 4"):
        read_labels(labels(1, 2, 4), BRATS_2023)
    for value in (0.5, 256, -1, 1e9):
        assert code(lambda v=value: read_label_values(labels(v))) == "stray-labels"
    assert read_label_values(labels(255))[0].max() == 255


def test_disk_errors_have_their_words() -> None:
    words = {28: "disk-full", 122: "disk-full", 27: "disk-full", 30: "read-only", 13: "read-only"}
    for number, expected in words.items():

        def fail(n: int = number) -> None:
            with known_disk_errors():
                raise OSError(n, os.strerror(n))

        assert code(fail) == expected
    with pytest.raises(FileNotFoundError), known_disk_errors():
        raise FileNotFoundError


def test_a_file_is_whole_or_as_it_was(tmp_path: Path) -> None:
    path = tmp_path / "deep" / "f"
    assert write_whole(path, b"old").read_bytes() == b"old"

    def cut_off() -> None:
        with whole_file(path) as sink:
            sink.write(b"half")
            raise EOFError

    with pytest.raises(EOFError):
        cut_off()
    assert path.read_bytes() == b"old"
    assert list(path.parent.iterdir()) == [path]


CHILD = """
import resource, signal, sys
from pathlib import Path
import numpy as np
from fets_desktop.imaging.files import write_array
from fets_desktop.imaging.pictures import write_png
from fets_desktop.study.errors import StudyError
from fets_desktop.study.grid import Grid
signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
resource.setrlimit(resource.RLIMIT_FSIZE, (4096, resource.RLIM_INFINITY))
zeros, noise = np.zeros((20, 40, 40), np.int16), np.random.default_rng(1).integers(0, 255, (99, 99)).astype(np.uint8)
for call in (
    lambda: write_array(Path(sys.argv[1]) / "v.nii.gz", zeros, Grid.from_affine(zeros.shape, np.eye(4))),
    lambda: write_png(Path(sys.argv[1]) / "p.png", noise),
):
    try:
        call()
    except StudyError as error:
        print(error.code)
"""


def test_a_full_disk_is_noticed_though_the_library_is_silent(tmp_path: Path) -> None:
    """Zeros pack so well that only the raw file was cut short: the packed one would have looked right."""
    ended = subprocess.run([sys.executable, "-c", CHILD, str(tmp_path)], capture_output=True, text=True, check=True)
    assert ended.stdout.split() == ["disk-full", "disk-full"]
    assert list(tmp_path.iterdir()) == []
