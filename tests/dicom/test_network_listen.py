"""Receiving pushes: strangers turned away, every encoding taken as it comes, studies handed on whole."""

import errno
import time
from pathlib import Path

import pydicom
import pytest
from hospital import Orthanc
from pydicom.dataset import Dataset, FileMetaDataset
from pydicom.encaps import encapsulate
from pydicom.uid import MRImageStorage, generate_uid
from pynetdicom import AE
from pynetdicom.presentation import build_context
from volumes_for_dicom import noise, oblique_grid

from fets_desktop.dicom.network.arriving import Arrivals, Label, file_name, read_label
from fets_desktop.dicom.network.door import Door, Guest
from fets_desktop.dicom.network.kinds import EVERY, PLAIN
from fets_desktop.dicom.network.listen import Basket, listen
from fets_desktop.dicom.write import write_series
from fets_desktop.study.contrast import Contrast
from fets_desktop.study.errors import Cancelled, StudyError
from fets_desktop.study.progress import silent

GUEST = Guest("SCANNER", "127.0.0.1")
COMPRESSED = [uid for uid in EVERY if uid.is_compressed and uid.is_encapsulated]


@pytest.fixture
def door(tmp_path):
    """An open door; what comes lies in tmp_path."""
    opened = Door(
        0,
        "FETS",
        [GUEST],
        Arrivals(lambda _label, _sender: tmp_path, tmp_path / "arriving"),
        timeout_s=30.0,
        host="127.0.0.1",
    )
    opened.open()
    yield opened
    opened.close()


def image(study: str = "1.2.3", syntax: str = PLAIN[0]) -> Dataset:
    dataset = Dataset()
    dataset.SOPClassUID, dataset.SOPInstanceUID = MRImageStorage, generate_uid()
    dataset.StudyInstanceUID, dataset.SeriesInstanceUID = study, f"{study}.1"
    dataset.PatientName, dataset.PatientID = "Push^Ed", "99"
    dataset.Rows = dataset.Columns = 2
    dataset.BitsAllocated = dataset.BitsStored = 16
    dataset.HighBit, dataset.PixelRepresentation, dataset.SamplesPerPixel = 15, 0, 1
    dataset.PhotometricInterpretation = "MONOCHROME2"
    compressed = syntax in COMPRESSED
    dataset.PixelData = encapsulate([bytes(range(50))]) if compressed else bytes(8)
    dataset["PixelData"].VR = "OB" if compressed else "OW"
    dataset["PixelData"].is_undefined_length = compressed
    dataset.file_meta = FileMetaDataset()
    dataset.file_meta.TransferSyntaxUID = pydicom.uid.UID(syntax)
    return dataset


def push(port: int, datasets, title: str = "SCANNER", called: str = "FETS") -> list[int] | None:
    """Send as a scanner would; None if nobody let it in."""
    entity = AE(title)
    kinds = {(d.SOPClassUID, d.file_meta.TransferSyntaxUID) for d in datasets}
    contexts = [build_context(kind, syntax) for kind, syntax in kinds]
    association = entity.associate("127.0.0.1", port, contexts, called)
    if not association.is_established:
        return None
    statuses = [association.send_c_store(dataset).Status for dataset in datasets]
    association.release()
    return statuses


def test_a_known_guest_delivers(door, tmp_path):
    sent = image()
    assert push(door.bound_port, [sent]) == [0]
    got = pydicom.dcmread(tmp_path / file_name(sent.SOPInstanceUID))
    assert got.PixelData == sent.PixelData
    assert got.PatientID == "99"


@pytest.mark.parametrize(("title", "called"), [("STRANGER", "FETS"), ("SCANNER", "OTHER")])
def test_strangers_and_wrong_addresses_are_turned_away(door, tmp_path, title, called):
    assert push(door.bound_port, [image()], title, called) is None
    assert list(tmp_path.iterdir()) == []
    assert door.turned_away == 1
    assert push(door.bound_port, [image()]) == [0], "and the door still works"


def test_a_known_title_from_another_computer_is_turned_away(tmp_path):
    arrivals = Arrivals(lambda _label, _sender: tmp_path, tmp_path / "arriving")
    door = Door(0, "FETS", [Guest("SCANNER", "192.0.2.7")], arrivals, timeout_s=30.0, host="127.0.0.1")
    door.open()
    try:
        assert push(door.bound_port, [image()]) is None
        assert door.turned_away == 1
    finally:
        door.close()


def test_every_encoding_is_taken_as_it_comes(door, tmp_path):
    for syntax in EVERY:
        sent = image(syntax=syntax)
        if syntax == pydicom.uid.ExplicitVRBigEndian:
            sent = pydicom.dcmread(_saved(sent, tmp_path / "big"))
        assert push(door.bound_port, [sent]) == [0], syntax.name
        got = pydicom.dcmread(tmp_path / file_name(sent.SOPInstanceUID))
        assert got.file_meta.TransferSyntaxUID == syntax
        assert got.PixelData == sent.PixelData, syntax.name


def _saved(dataset: Dataset, path: Path) -> Path:
    dataset.file_meta.MediaStorageSOPClassUID = dataset.SOPClassUID
    dataset.file_meta.MediaStorageSOPInstanceUID = dataset.SOPInstanceUID
    pydicom.dcmwrite(path, dataset, enforce_file_format=True)
    return path


def test_an_object_that_is_another_than_announced_is_refused(door, tmp_path):
    liar = image()
    announced = liar.SOPInstanceUID
    entity = AE("SCANNER")
    association = entity.associate("127.0.0.1", door.bound_port, [build_context(MRImageStorage, PLAIN[0])], "FETS")

    # the command names one object, the content is another
    original = association.dimse.send_msg

    def send_msg(message, context):
        if hasattr(message, "AffectedSOPInstanceUID"):
            message.AffectedSOPInstanceUID = generate_uid()
        return original(message, context)

    association.dimse.send_msg = send_msg
    status = association.send_c_store(liar)
    association.abort()
    assert status.Status == 0xA900
    assert not (tmp_path / file_name(announced)).exists()
    assert door.arrivals.broken == 1


def test_a_full_disk_is_told_to_the_sender_and_passes(door, tmp_path, monkeypatch):
    def full(self, *_arguments):
        raise OSError(errno.ENOSPC, "no space")

    with monkeypatch.context() as broken:
        broken.setattr("fets_desktop.dicom.network.growing.Growing._append", full)
        assert push(door.bound_port, [image()]) == [0xA700]
    assert list(tmp_path.rglob("*.*")) == []
    assert door.arrivals.fault.code == "disk-full"
    assert push(door.bound_port, [image()]) == [0]


def test_a_port_in_use_is_told(door):
    second = Door(door.bound_port, "FETS", [], door.arrivals, host="127.0.0.1")
    with pytest.raises(StudyError) as told:
        second.open()
    assert told.value.code == "pacs-port"


def test_what_is_no_dicom_has_no_label(tmp_path):
    file = tmp_path / "a"
    assert read_label(file) is None
    file.write_bytes(b"no such thing")
    assert read_label(file) is None
    file.write_bytes(b"\0" * 128 + b"DICM" + b"\xff" * 40)
    assert read_label(file) in (None, Label("", "", ""))


# --- studies


class Clock:
    def __init__(self) -> None:
        self.now = 100.0

    def __call__(self) -> float:
        return self.now


def put(basket: Basket, study: str, number: int, sender: str = "SCANNER") -> None:
    folder = basket.place(Label(f"{study}.{number}", study, "1"), sender)
    (folder / f"{number}.dcm").write_bytes(b"x")


def test_a_study_is_handed_on_when_its_sender_has_fallen_silent(tmp_path):
    clock = Clock()
    basket = Basket(tmp_path, 10.0, clock)
    put(basket, "1.2", 1)
    clock.now += 6
    put(basket, "1.2", 2)
    put(basket, "9.9", 1, "OTHER")
    clock.now += 6
    assert basket.take() == [], "the first came 12 s ago, but the last 6 s"
    clock.now += 5
    taken = sorted(basket.take(), key=lambda one: one.images)
    assert [(one.images, one.sender) for one in taken] == [(1, "OTHER"), (2, "SCANNER")]
    assert basket.take() == []


def test_what_comes_later_is_a_delivery_of_its_own(tmp_path):
    clock = Clock()
    basket = Basket(tmp_path, 1.0, clock)
    put(basket, "1.2", 1)
    clock.now += 2
    (first,) = basket.take()
    put(basket, "1.2", 2)
    clock.now += 2
    (second,) = basket.take()
    assert first.folder != second.folder
    assert [file.name for file in first.folder.iterdir()] == ["1.dcm"]


def test_folders_say_nothing(tmp_path):
    basket = Basket(tmp_path, 1.0)
    put(basket, "1.2.840.471147114711", 1)
    names = [path.name for path in tmp_path.rglob("*")]
    assert names
    assert not any("471147114711" in name for name in names)


def test_what_an_earlier_run_left_is_handed_on(tmp_path):
    put(Basket(tmp_path, 1.0), "1.2", 1)
    (left,) = Basket(tmp_path, 1.0).take()
    assert left.images == 1


def test_listening_ends_after_so_many_studies_or_at_a_person_s_wish(tmp_path):
    delivered = []

    def door_of(arrivals: Arrivals) -> Door:
        made = Door(0, "FETS", [GUEST], arrivals, timeout_s=30.0, host="127.0.0.1")
        doors.append(made)
        return made

    doors: list[Door] = []
    sent = []

    said = []

    def progress(_fraction, note):
        said.append(note.rpartition(": ")[2])
        if not sent:
            sent.append(push(doors[0].bound_port, [image("1.5"), image("1.5"), image("1.6")]))

    heard = listen(door_of, Basket(tmp_path, 0.3), progress, delivered.append, count=2)
    assert "0 studies" in said
    assert "1 studies" not in said
    assert sent == [[0, 0, 0]]
    assert (heard.studies, heard.images, heard.turned_away) == (2, 3, 0)
    assert sorted(one.images for one in delivered) == [1, 2]

    def wish(_fraction, _note):
        push(doors[1].bound_port, [image("1.7")])
        raise Cancelled

    with pytest.raises(Cancelled):
        listen(door_of, Basket(tmp_path, 100.0), wish, delivered.append)
    assert delivered[-1].images == 1, "what was still growing is not lost"


def test_listening_for_so_long(tmp_path):
    begun = time.monotonic()
    heard = listen(
        lambda arrivals: Door(0, "FETS", [GUEST], arrivals, host="127.0.0.1"),
        Basket(tmp_path, 1.0),
        silent,
        lambda _one: None,
        seconds=0.3,
    )
    assert heard.studies == 0
    assert 0.3 <= time.monotonic() - begun < 30


def test_a_real_archive_pushes_to_us(orthanc: Orthanc, tmp_path):
    who = {"patient_name": "Push^Ed", "patient_id": "99", "study_date": "20260401"}
    files = write_series(noise(oblique_grid(shape=(3, 8, 8))), tmp_path / "disc", Contrast.T1, **who)
    orthanc.empty()
    orthanc.put(*files)
    (patient,) = orthanc.ask("/patients")
    guest = Guest("ORTHANC", "127.0.0.1")
    arrivals = Arrivals(lambda _label, _sender: tmp_path / "got", tmp_path / "arriving")
    door = Door(orthanc.door_port, "FETS", [guest], arrivals, host="127.0.0.1")
    door.open()
    try:
        orthanc.ask("/modalities/fets/store", patient.encode())
    finally:
        door.close()
    assert len(list((tmp_path / "got").iterdir())) == 3
