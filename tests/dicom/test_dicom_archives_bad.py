"""Archives made to do harm: to the memory, to what lies around a broken one, to what was unpacked before."""

import gzip
import shutil
import tarfile
import zipfile
from pathlib import Path

import pytest
from volumes_for_dicom import noise, oblique_grid

from fets_desktop.dicom import archives
from fets_desktop.dicom.archives import unpack
from fets_desktop.dicom.scan import Wishes, scan
from fets_desktop.dicom.write import write_series
from fets_desktop.study.contrast import Contrast
from fets_desktop.study.errors import StudyError
from fets_desktop.study.progress import silent

SALT = b"a secret of 32 bytes............"


@pytest.fixture
def private(tmp_path) -> Wishes:
    return Wishes(remember=tmp_path / "private.headers", unpack=tmp_path / "private.unpacked")


@pytest.fixture
def series(tmp_path) -> Path:
    write_series(
        noise(oblique_grid()),
        tmp_path / "series",
        Contrast.T2,
        patient_name="A",
        patient_id="one",
        study_date="20260401",
    )
    return tmp_path / "series"


def zipped(folder: Path, target: Path, *more: tuple[str, bytes]) -> Path:
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as packed:
        for name, content in more:
            packed.writestr(name, content)
        for path in sorted(folder.iterdir()):
            packed.write(path, path.name)
    return target


@pytest.mark.parametrize("name", ["report.zip", "report.tar.gz", "report.tar"])
def test_a_broken_archive_in_an_archive_costs_nothing_but_itself(series, tmp_path, private, name):
    whole = zipped(series, tmp_path / "disc.zip", (name, b"PK\x03\x04 neither one nor the other"))
    result = scan([whole], SALT, wishes=private)
    assert [s.contrast for case in result.cases for s in case.series] == [Contrast.T2]
    assert any("damaged" in aside.why for aside in result.set_aside)
    assert result.faults == ()


def test_what_cannot_be_placed_stops_neither_the_archive_nor_the_scan(series, tmp_path, private):
    inner = zipped(series, tmp_path / "inner.zip").read_bytes()
    more = [("x.zip", inner), ("x.zip.d", b"a file where a folder would be"), *[("twice", b"1")] * 400]
    with pytest.warns(UserWarning, match="Duplicate"):
        whole = zipped(series, tmp_path / "disc.zip", *more)
    result = scan([whole], SALT, wishes=private)
    assert len(result.cases) == 1
    assert any(aside.why == "could not be placed" for aside in result.set_aside)


@pytest.mark.parametrize("kind", [tarfile.XHDTYPE, tarfile.XGLTYPE, tarfile.GNUTYPE_LONGNAME, tarfile.GNUTYPE_LONGLINK])
def test_names_that_would_fill_the_memory_are_refused_unread(tmp_path, kind, monkeypatch):
    place = tmp_path / "a.tgz"
    with gzip.open(place, "wb", 1) as packed:
        head = tarfile.TarInfo("name")
        head.type, head.size = kind, 1 << 40
        packed.write(head.tobuf(tarfile.GNU_FORMAT))
        packed.write(bytes(4 << 20))
    read = []
    true = tarfile._Stream._read  # type: ignore[attr-defined]
    monkeypatch.setattr(tarfile._Stream, "_read", lambda self, size: read.append(size) or true(self, size))  # type: ignore[attr-defined]
    with pytest.raises(StudyError) as caught:
        unpack(place, tmp_path / "out", silent)
    assert caught.value.code == "unreadable-image"
    assert max(read) < 1 << 20


@pytest.mark.parametrize("kind", [tarfile.DIRTYPE, tarfile.SYMTYPE, tarfile.FIFOTYPE])
def test_members_that_are_no_files_count_as_well(tmp_path, monkeypatch, kind):
    monkeypatch.setattr(archives, "MOST_FILES", 50)
    place = tmp_path / "a.tar"
    with tarfile.open(place, "w") as packed:
        for number in range(100):
            member = tarfile.TarInfo(f"m{number}")
            member.type = kind
            packed.addfile(member)
    with pytest.raises(StudyError, match="more than 50 files"):
        unpack(place, tmp_path / "out", silent)


def test_an_archive_cannot_say_of_itself_that_it_is_whole(series, tmp_path, private):
    whole = zipped(series, tmp_path / "disc.zip", (".unpacked", b""), (".whole", b""))
    half = private.unpack / "0000"
    half.mkdir(parents=True)
    for name in (".unpacked", ".whole"):  # a kill in the middle left this
        (half / name).touch()
    shutil.copy(next(series.iterdir()), half)
    result = scan([whole], SALT, wishes=private)
    assert [len(s.files) for case in result.cases for s in case.series] == [len(list(series.iterdir()))]


def test_another_archive_in_the_place_of_one_that_was_unpacked_is_opened(series, tmp_path, private):
    place = zipped(series, tmp_path / "disc.zip")
    first = scan([place], SALT, wishes=private)
    write_series(
        noise(oblique_grid()),
        tmp_path / "other",
        Contrast.FLAIR,
        patient_name="B",
        patient_id="two",
        study_date="20260401",
    )
    zipped(tmp_path / "other", place)
    second = scan([place], SALT, wishes=private)
    assert [case.patient for case in first.cases] != [case.patient for case in second.cases]
    assert [s.contrast for case in second.cases for s in case.series] == [Contrast.FLAIR]
