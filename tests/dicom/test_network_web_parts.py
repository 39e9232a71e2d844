"""What a DICOMweb service delivers goes to the disk while it comes: bounded, whole or not at all, told in words."""

import http.server
import json
import shutil
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pydicom
import pytest
import requests
from volumes_for_dicom import NAME, NUMBER, noise, oblique_grid
from web_service import Answer, at, says, service

from fets_desktop.dicom.network import growing, parts, web_way
from fets_desktop.dicom.network.arriving import Arrivals, file_name
from fets_desktop.dicom.network.fetch import Wanted
from fets_desktop.dicom.network.growing import Growing
from fets_desktop.dicom.write import write_series
from fets_desktop.study.contrast import Contrast
from fets_desktop.study.errors import StudyError
from fets_desktop.study.progress import silent

KIND = 'multipart/related; type="application/dicom"; boundary="b=1"'
HEADER = b"Content-Type: application/dicom\r\n\r\n"
MIB = 1 << 20


@pytest.fixture
def files(tmp_path: Path) -> list[Path]:
    who = {"patient_name": NAME, "patient_id": NUMBER, "study_date": "20260401"}
    return list(write_series(noise(oblique_grid()), tmp_path / "archive", Contrast.T2, **who))


def listing(files: list[Path]) -> tuple[Wanted, bytes]:
    """The study of these files, and the answer to a search for its images."""
    headers = [pydicom.dcmread(file, stop_before_pixels=True) for file in files]
    plain = [
        {
            "0020000E": {"vr": "UI", "Value": [header.SeriesInstanceUID]},
            "00080018": {"vr": "UI", "Value": [header.SOPInstanceUID]},
        }
        for header in headers
    ]
    return Wanted(str(headers[0].StudyInstanceUID)), json.dumps(plain).encode()


def multipart(*bodies: bytes, end: bytes = b"\r\n--b=1--\r\n") -> bytes:
    return b"words before\r\n" + b"".join(b"--b=1\r\n" + HEADER + b + b"\r\n" for b in bodies)[:-2] + end


def archive(listed: bytes, deliver: Answer) -> Answer:
    """Lists images, and answers whatever else is asked as it is told to."""
    return lambda request: (says(listed) if "/instances?" in request.path else deliver)(request)


def endless(start: bytes) -> Answer:
    """Begins with something and goes on with zeros for ever."""

    def answer(request: http.server.BaseHTTPRequestHandler) -> None:
        request.send_response(200)
        request.send_header("Content-Type", KIND)
        request.end_headers()
        request.wfile.write(start)
        while True:
            request.wfile.write(bytes(MIB))

    return answer


def refused(study: Wanted, listed: bytes, deliver: Answer, folder: Path) -> StudyError:
    with service(archive(listed, deliver)) as (port, _), pytest.raises(StudyError) as raised:
        at(port).fetch(study, folder, silent)
    return raised.value


def test_images_land_as_they_were_sent_byte_for_byte(files: list[Path], tmp_path: Path) -> None:
    study, listed = listing(files)
    deliver = says(multipart(*(file.read_bytes() for file in files)), kind=KIND)
    with service(archive(listed, deliver)) as (port, asked):
        assert at(port).fetch(study, tmp_path / "got", silent).fresh == 6
    assert [path for _, path, _ in asked][1:] == [f"/dw/studies/{study.study}/series/{series_of(files[0])}"]
    for file in files:
        name = file_name(str(pydicom.dcmread(file).SOPInstanceUID))
        assert (tmp_path / "got" / name).read_bytes() == file.read_bytes()
    assert len(list((tmp_path / "got").iterdir())) == 6, "where they arrived is cleared away"


def series_of(file: Path) -> str:
    return str(pydicom.dcmread(file, stop_before_pixels=True).SeriesInstanceUID)


def test_only_what_is_missing_is_asked_for_again(files: list[Path], tmp_path: Path) -> None:
    study, listed = listing(files)
    half = says(multipart(*(file.read_bytes() for file in files[:3])), kind=KIND)
    assert "It did not send 3 of 6 images." in refused(study, listed, half, tmp_path / "got").detail
    by_image = {str(pydicom.dcmread(file).SOPInstanceUID): file for file in files}

    def one(request: http.server.BaseHTTPRequestHandler) -> None:
        says(multipart(by_image[request.path.rsplit("/", 1)[1]].read_bytes()), kind=KIND)(request)

    with service(archive(listed, one)) as (port, asked):
        assert (at(port).fetch(study, tmp_path / "got", silent).fresh, len(asked)) == (3, 4)


def test_an_image_without_end_is_refused_in_words_and_nothing_of_it_stays(
    files: list[Path], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    study, listed = listing(files)
    monkeypatch.setattr(web_way, "LONGEST_DELIVERY", 8 * MIB)
    monkeypatch.setattr(Arrivals.__init__, "__defaults__", (MIB, *Arrivals.__init__.__defaults__[1:]))
    largest = []
    real = Growing.add

    def add(self: Growing, part: bytes) -> None:
        real(self, part)
        largest.append(self.path.stat().st_size if self.path.exists() else 0)

    monkeypatch.setattr(Growing, "add", add)
    start = multipart(files[0].read_bytes(), end=b"\r\n--b=1\r\n" + HEADER)
    error = refused(study, listed, endless(start), tmp_path / "got")
    assert (error.code, "longer than any" in error.detail) == ("pacs-failed", True)
    assert 0 < max(largest) <= MIB
    assert len(list((tmp_path / "got").rglob("*.*"))) == 1, "what had arrived is kept"


def test_an_image_that_is_too_large_is_told_and_the_others_are_kept(
    files: list[Path], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    study, listed = listing(files)
    size = max(file.stat().st_size for file in files)
    monkeypatch.setattr(Arrivals.__init__, "__defaults__", (size, *Arrivals.__init__.__defaults__[1:]))
    sent = [files[0].read_bytes() + bytes(MIB), *(file.read_bytes() for file in files[1:])]
    error = refused(study, listed, says(multipart(*sent), kind=KIND), tmp_path / "got")
    assert error.detail == "It did not send 1 of 6 images. What arrived is kept. 1 of more than 0 MiB: not taken."
    assert len(list((tmp_path / "got").rglob("*.*"))) == 5


def test_a_disk_with_little_room_left_is_told(
    files: list[Path], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    study, listed = listing(files)
    usage = shutil.disk_usage(tmp_path)
    monkeypatch.setattr(growing.shutil, "disk_usage", lambda _path: usage._replace(free=growing.SPARE_BYTES - 1))
    deliver = says(multipart(*(file.read_bytes() for file in files)), kind=KIND)
    assert refused(study, listed, deliver, tmp_path / "got").code == "disk-full"
    assert list((tmp_path / "got").iterdir()) == []


@pytest.mark.parametrize("honest", [True, False])
def test_a_delivery_that_breaks_off_keeps_what_was_whole(honest: bool, tmp_path: Path) -> None:
    who = {"patient_name": NAME, "patient_id": NUMBER, "study_date": "20260401"}
    files = list(write_series(noise(oblique_grid((6, 200, 160))), tmp_path / "archive", Contrast.T2, **who))
    study, listed = listing(files)
    body = multipart(*(file.read_bytes() for file in files))
    there = body[: len(body) * 9 // 10]
    said = {"Content-Length": str(len(there) if honest else len(body))}
    error = refused(study, listed, says(there, kind=KIND, **said), tmp_path / "got")
    assert (error.detail, error.code) == ("It broke the connection off. What had arrived is kept.", "pacs-silent")
    # of one that said it would send more, the last block that comes is lost
    assert len(list((tmp_path / "got").rglob("*.*"))) in ((5,) if honest else (4, 5))


def test_images_nobody_asked_for_are_left(files: list[Path], tmp_path: Path) -> None:
    study, listed = listing(files)
    who = {"patient_name": "X", "patient_id": "1", "study_date": "20260402"}
    other = write_series(noise(oblique_grid()), tmp_path / "other", Contrast.T1, **who)
    sent = [*(file.read_bytes() for file in files), other[0].read_bytes(), b"junk", b""]
    with service(archive(listed, says(multipart(*sent), kind=KIND))) as (port, _):
        brought = at(port).fetch(study, tmp_path / "got", silent)
    assert (brought.images, brought.foreign) == (6, 1)
    assert len(list((tmp_path / "got").iterdir())) == 6


@pytest.mark.parametrize("kind", ["application/dicom", "multipart/related", "text/html; boundary=b", ""])
def test_what_is_no_multipart_answer_is_told(kind: str, files: list[Path], tmp_path: Path) -> None:
    study, listed = listing(files)
    error = refused(study, listed, says(files[0].read_bytes(), kind=kind), tmp_path / "got")
    assert (error.code, "not that of a DICOMweb" in error.detail) == ("pacs-failed", True)


def test_what_is_no_uid_makes_no_address(tmp_path: Path) -> None:
    listed = b'[{"0020000E": {"vr": "UI", "Value": ["../../1"]}, "00080018": {"vr": "UI", "Value": ["1.2"]}}]'
    with (
        service(archive(listed, says(b""))) as (port, asked),
        pytest.raises(StudyError, match="not that of a DICOMweb"),
    ):
        at(port).fetch(Wanted("1.2.3"), tmp_path / "got", silent)
    assert len(asked) == 1


class Blocks(requests.Response):
    """An answer that comes in blocks of one size."""

    def __init__(self, body: bytes, size: int) -> None:
        super().__init__()
        self.headers["Content-Type"] = KIND
        self._body, self._size = body, size

    def iter_content(self, *_: object, **__: object) -> Iterator[bytes]:
        return (self._body[at : at + self._size] for at in range(0, len(self._body), self._size))

    def close(self) -> None:
        pass


def taken(body: bytes, size: int, folder: Path, stopped: Callable[[], bool] = lambda: False) -> list[bytes]:
    found = []
    for file in parts.each_part(Blocks(body, size), lambda: Growing(folder), stopped):
        file.close()
        found.append(file.path.read_bytes())
    return found


def test_parts_are_the_same_wherever_blocks_end(tmp_path: Path) -> None:
    # what looks nearly like the mark between parts is a part's own
    bodies = [b"\r\n--b=", b"", b"\r\r\n--b\r\n--b=2\r\n\r\n", bytes(40)]
    for body in (multipart(*bodies), multipart(*bodies)[len(b"words before\r\n") :]):
        for size in (1, 2, 3, 5, 7, 11, 64, 1000):
            assert taken(body, size, tmp_path) == bodies


def test_headers_and_parts_without_end_are_left(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(parts, "_LONGEST_HEADER", 100)
    monkeypatch.setattr(parts, "_MOST_PARTS", 5)
    assert len(taken(multipart(*[b"x"] * 4), 9, tmp_path)) == 4
    for body in (multipart(*[b"x"] * 6), b"--b=1\r\n" + b"X: y\r\n" * 60):
        with pytest.raises(web_way.TooLongError):
            taken(body, 9, tmp_path)
    with pytest.raises(EOFError):
        taken(multipart(b"x"), 9, tmp_path, lambda: True)


FETCHER = """
import resource, sys
from pathlib import Path
from fets_desktop.dicom.network.web import WebNode
from fets_desktop.dicom.network.fetch import Wanted
from fets_desktop.study.node import Node, NodeKind
node = WebNode(Node("web", NodeKind.DICOMWEB, url=sys.argv[1], user="u", timeout_s=60.0), "secret")
peak = lambda: int(Path("/proc/self/status").read_text().split("VmHWM:")[1].split()[0])
before = peak()
print(node.fetch(Wanted(sys.argv[2]), Path(sys.argv[3]), lambda *_: None).images, peak() - before)
"""


@pytest.mark.skipif(sys.platform != "linux", reason="reads the peak of memory from /proc")
def test_a_large_image_does_not_fill_the_memory(files: list[Path], tmp_path: Path) -> None:
    study, listed = listing(files[:1])
    dataset = pydicom.dcmread(files[0])
    dataset.PixelData = bytes(96 * MIB)
    dataset.save_as(files[0])
    deliver = says(multipart(files[0].read_bytes()), kind=KIND)
    with service(archive(listed, deliver)) as (port, _):
        order = [sys.executable, "-c", FETCHER, f"http://127.0.0.1:{port}/dw", study.study, str(tmp_path / "got")]
        told = subprocess.run(order, capture_output=True, text=True, check=True).stdout.split()
    assert told[0] == "1"
    assert int(told[1]) < 32 << 10, "KiB more than before"
