"""Objects on their way in: on the disk and not in memory, bounded, and nothing left of what never became whole."""

import shutil
import socket
import subprocess
import sys
import time
from contextlib import suppress
from pathlib import Path

import pydicom
import pytest
from pydicom.dataset import Dataset, FileMetaDataset
from pydicom.uid import ExplicitVRLittleEndian, MRImageStorage, generate_uid
from pynetdicom import AE
from pynetdicom.presentation import build_context

from fets_desktop.dicom.network import growing
from fets_desktop.dicom.network.arriving import Arrivals, file_name
from fets_desktop.dicom.network.door import Door, Guest

GUEST = Guest("SCANNER", "127.0.0.1")
MIB = 1 << 20


def image(size: int = 100) -> Dataset:
    """An object whose pixels take so many bytes."""
    dataset = Dataset()
    dataset.SOPClassUID, dataset.SOPInstanceUID = MRImageStorage, generate_uid()
    dataset.StudyInstanceUID, dataset.SeriesInstanceUID = "1.2.3", "1.2.3.1"
    dataset.PatientName, dataset.PatientID = "Push^Ed", "99"
    dataset.add_new("PixelData", "OW", bytes(size))
    dataset.file_meta = FileMetaDataset()
    dataset.file_meta.TransferSyntaxUID = ExplicitVRLittleEndian
    return dataset


def call(port: int):
    association = AE("SCANNER").associate(
        "127.0.0.1", port, [build_context(MRImageStorage, ExplicitVRLittleEndian)], "FETS"
    )
    assert association.is_established
    return association


def push(port: int, *images: Dataset) -> list[Dataset]:
    association = call(port)
    answers = [association.send_c_store(one) for one in images]
    association.release()
    return answers


@pytest.fixture
def door(request, tmp_path):
    """An open door that takes objects of 1 MiB at most; how long it bears silence may be a parameter."""
    arrivals = Arrivals(lambda _label, _sender: tmp_path / "got", tmp_path / "arriving", MIB)
    silence_s = getattr(request, "param", 30.0)
    opened = Door(0, "FETS", [GUEST], arrivals, timeout_s=silence_s, host="127.0.0.1")
    opened.open()
    yield opened
    opened.close()


def names(folder) -> list[str]:
    return [path.name for path in folder.rglob("*") if path.is_file()]


def test_an_object_is_on_the_disk_before_it_is_taken(tmp_path):
    seen = []

    def place(_label, _sender):
        (part,) = (tmp_path / "arriving").iterdir()
        seen.append((part.stat().st_size > MIB // 2, part.stat().st_mode & 0o777))
        return tmp_path / "got"

    door = Door(0, "FETS", [GUEST], Arrivals(place, tmp_path / "arriving"), timeout_s=30.0, host="127.0.0.1")
    door.open()
    try:
        (answer,) = push(door.bound_port, image(MIB // 2))
    finally:
        door.close()
    assert (answer.Status, seen) == (0, [(True, 0o600)])
    assert list((tmp_path / "arriving").iterdir()) == []


def test_a_file_that_landed_is_dicom_with_what_was_sent(door, tmp_path):
    sent = image(1000)
    push(door.bound_port, sent)
    got = pydicom.dcmread(tmp_path / "got" / file_name(sent.SOPInstanceUID))
    assert (got.PixelData, got.PatientID) == (sent.PixelData, "99")
    assert got.file_meta.MediaStorageSOPInstanceUID == sent.SOPInstanceUID


def test_an_object_that_is_too_large_is_told_and_the_next_one_is_taken(door, tmp_path):
    small = image()
    large, taken = push(door.bound_port, image(2 * MIB), small)
    assert (large.Status, large.ErrorComment) == (0xA700, "Larger than 1 MiB: not taken")
    assert taken.Status == 0
    assert names(tmp_path) == [file_name(small.SOPInstanceUID)]
    assert (door.arrivals.too_large, door.arrivals.broken, door.arrivals.fault) == (1, 0, None)


def test_a_disk_with_little_room_left_is_told_before_it_is_full(door, tmp_path, monkeypatch):
    usage = shutil.disk_usage(tmp_path)
    with monkeypatch.context() as nearly:
        nearly.setattr(growing.shutil, "disk_usage", lambda _path: usage._replace(free=growing.SPARE_BYTES - 1))
        (answer,) = push(door.bound_port, image())
    assert (answer.Status, answer.ErrorComment) == (0xA700, "The disk is full")
    assert door.arrivals.fault.code == "disk-full"
    assert names(tmp_path) == []
    assert push(door.bound_port, image())[0].Status == 0


# the sender falls silent, and the door's patience is what the test takes
@pytest.mark.parametrize("door", [10.0], indirect=True)
def test_of_a_sender_who_leaves_in_the_middle_nothing_stays(door, tmp_path):
    association = call(door.bound_port)
    real = association.dul.send_pdu
    sent = []

    def some(pdu):
        sent.append(pdu)
        if len(sent) == 5:
            association.abort()
        if len(sent) < 5:
            real(pdu)

    association.dul.send_pdu = some
    association.send_c_store(image(MIB - 1000))
    association.abort()
    end = time.monotonic() + 60
    while door.busy and time.monotonic() < end:
        time.sleep(0.05)
    assert (tmp_path / "arriving").is_dir(), "it had begun"
    assert names(tmp_path) == []


@pytest.mark.parametrize("kind", [1, 4])
def test_a_sender_who_announces_more_than_a_part_has_is_left_before_it_comes(kind):
    # silence alone would end it after a minute
    door = Door(0, "FETS", [GUEST], Arrivals(lambda _label, _sender: None, Path("nowhere")), timeout_s=60.0)
    door.host = "127.0.0.1"
    door.open()
    try:
        with socket.create_connection(("127.0.0.1", door.bound_port), timeout=20) as caller:
            caller.sendall(bytes((kind, 0)) + (1 << 31).to_bytes(4, "big") + bytes(64))
            with suppress(ConnectionResetError):
                while caller.recv(100):
                    pass  # whatever it says, it ends
    finally:
        door.close()


RECEIVER = """
import sys
from pathlib import Path
from fets_desktop.dicom.network.arriving import Arrivals
from fets_desktop.dicom.network.door import Door, Guest
here = Path(sys.argv[1])
door = Door(0, "FETS", [Guest("SCANNER")], Arrivals(lambda _label, _sender: here / "got", here / "arriving"))
door.open()
peak = lambda: Path("/proc/self/status").read_text().split("VmHWM:")[1].split()[0]
print(door.bound_port, peak(), flush=True)
sys.stdin.readline()
print(peak(), flush=True)
door.close()
"""


@pytest.mark.skipif(sys.platform != "linux", reason="reads the peak of memory from /proc")
def test_a_large_object_does_not_fill_the_memory(tmp_path):
    with subprocess.Popen(
        [sys.executable, "-c", RECEIVER, str(tmp_path)], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
    ) as receiver:
        assert receiver.stdin
        assert receiver.stdout
        port, before = map(int, receiver.stdout.readline().split())
        (answer,) = push(port, image(64 * MIB))
        receiver.stdin.write("\n")
        receiver.stdin.flush()
        after = int(receiver.stdout.readline())
    assert answer.Status == 0
    assert after - before < 32 << 10, "KiB more than before"
