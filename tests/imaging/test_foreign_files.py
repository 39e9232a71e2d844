"""Files of others: cut short, not a number, oddly named; each a clear word, none taken for what it is not."""

import gzip
import os
import struct
from collections.abc import Callable
from pathlib import Path

import numpy as np
import pytest

from fets_desktop.imaging.disk import known_disk_errors, write_whole
from fets_desktop.imaging.files import read_image, read_label_values, write_array
from fets_desktop.study.errors import StudyError
from fets_desktop.study.grid import Grid

GRID = Grid.from_affine((10, 12, 14), np.diag([2.0, 2.0, 3.0, 1.0]))


def labels() -> np.ndarray:
    values = np.zeros(GRID.shape, np.uint8)
    values[2:9, 3:9, 3:9] = np.random.default_rng(1).integers(1, 4, (7, 6, 6))
    return values


def refused(deed: Callable[[], object]) -> tuple[str, str]:
    with pytest.raises(StudyError) as raised:
        deed()
    return raised.value.code, raised.value.detail


@pytest.fixture
def packed(tmp_path: Path) -> Path:
    return write_array(tmp_path / "seg.nii.gz", labels(), GRID)


@pytest.fixture
def plain(packed: Path) -> Path:
    file = packed.with_name("seg.nii")
    file.write_bytes(gzip.decompress(packed.read_bytes()))
    return file


def test_a_whole_label_map_is_read(packed: Path, plain: Path) -> None:
    np.testing.assert_array_equal(read_label_values(packed)[0], labels())
    np.testing.assert_array_equal(read_label_values(plain)[0], labels())


@pytest.mark.parametrize("share", [0.3, 0.6, 0.95])
def test_a_label_map_that_was_cut_short_is_not_read_as_a_smaller_tumour(
    packed: Path, plain: Path, share: float
) -> None:
    for file in (packed, plain):
        content = file.read_bytes()
        file.write_bytes(content[: int(len(content) * share)])
        assert refused(lambda file=file: read_label_values(file))[0] == "unreadable-image"


def test_a_flipped_byte_in_a_packed_label_map_is_found(packed: Path) -> None:
    content = bytearray(packed.read_bytes())
    content[len(content) * 2 // 3] ^= 0x55
    packed.write_bytes(content)
    assert refused(lambda: read_label_values(packed))[0] == "unreadable-image"


@pytest.mark.parametrize("odd", [np.nan, np.inf, 1e30, 0.5, -1.0])
def test_labels_that_are_no_whole_numbers_are_refused(tmp_path: Path, odd: float) -> None:
    values = labels().astype(np.float32)
    values[0, 0, 0] = odd
    file = write_array(tmp_path / "odd.nii.gz", values, GRID)
    assert refused(lambda: read_label_values(file))[0] == "stray-labels"


def test_a_header_that_promises_too_much_takes_no_memory(tmp_path: Path, plain: Path) -> None:
    head = bytearray(plain.read_bytes()[:352])
    struct.pack_into("<8h", head, 40, 3, 30000, 30000, 30000, 1, 1, 1, 1)
    (tmp_path / "bomb.nii").write_bytes(head)
    (tmp_path / "bomb.nii.gz").write_bytes(gzip.compress(bytes(head)))
    for name in ("bomb.nii", "bomb.nii.gz"):
        assert refused(lambda name=name: read_label_values(tmp_path / name))[0] == "unreadable-image"


def test_what_is_no_file_is_said_at_once(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe.nii.gz")
    for path in (tmp_path, tmp_path / "gone.nii.gz", tmp_path / "pipe.nii.gz"):
        assert refused(lambda path=path: read_label_values(path)) == ("unreadable-image", "The file is not there.")


def test_what_is_no_nifti_is_refused_before_other_readers_print_about_it(
    tmp_path: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "Muster.png").write_bytes(b"\x89PNG rubbish")
    assert refused(lambda: read_label_values(tmp_path / "Muster.png"))[0] == "unreadable-image"
    assert "Muster" not in "".join(capfd.readouterr())


@pytest.mark.skipif(os.name != "posix", reason="names are bytes on POSIX alone")
@pytest.mark.parametrize("ending", [".nii.gz", ".nii"])
def test_a_name_that_is_not_written_in_utf_8_does_not_end_the_process(packed: Path, plain: Path, ending: str) -> None:
    odd = Path(os.fsdecode(os.fsencode(packed.parent) + b"/M\xfcller" + ending.encode()))
    try:
        (packed if ending == ".nii.gz" else plain).rename(odd)
    except OSError:
        pytest.skip("this disk takes no such name")
    assert read_image(odd).GetSize() == (14, 12, 10)
    np.testing.assert_array_equal(read_label_values(odd)[0], labels())


def test_what_is_in_the_way_is_told_in_words(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("hello")
    (tmp_path / "folder").mkdir()
    (tmp_path / "link").symlink_to(tmp_path / "nowhere")

    def folder_at(path: Path) -> None:
        with known_disk_errors():
            path.mkdir(parents=True, exist_ok=True)

    in_the_way = ("read-only", "Something else of that name is in the way.")
    assert refused(lambda: write_whole(tmp_path / "file" / "x", b"")) == in_the_way
    assert refused(lambda: write_whole(tmp_path / "folder", b"")) == in_the_way
    assert refused(lambda: folder_at(tmp_path / "link")) == in_the_way
    assert refused(lambda: write_whole(tmp_path / ("x" * 300), b"")) == (
        "read-only",
        "The name is too long for this disk.",
    )
    assert sorted(path.name for path in tmp_path.iterdir()) == ["file", "folder", "link"]
