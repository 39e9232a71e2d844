"""A hundred files full of a patient's names, imported the real way: not one byte that is kept or sent holds them."""

import gzip
import io
import zipfile
from collections.abc import Iterator
from pathlib import Path

import nibabel
import numpy as np
import pydicom
import pytest
from pydicom.dataset import Dataset
from pydicom.sequence import Sequence
from walking import settle

from fets_desktop.app.hall import Hall
from fets_desktop.app.phi import PhiReport
from fets_desktop.dicom.header import lenient_reading
from fets_desktop.dicom.kept import read_kept
from fets_desktop.dicom.seg_out import write_seg
from fets_desktop.dicom.write import write_series
from fets_desktop.study.contrast import ALL_CONTRASTS
from fets_desktop.study.grid import Grid
from fets_desktop.study.labels import BRATS_2021
from fets_desktop.study.origin import Making, Origin
from fets_desktop.study.volume import LabelMap, Volume

GRID = Grid.from_affine((24, 40, 36), [[-4, 0, 0, 70], [0, -4, 0, 80], [0, 0, 5, -60], [0, 0, 0, 1]])
NUMBER, ACCESSION, PLACE, DOCTOR, BORN = "88123457", "QZ4711-0815", "Quarzhausen", "Doktorrot^Ignaz", "19650321"
NAME = "Zyklowska^Wanda=山田^太郎"
WORDS = (
    "Zyklowska",
    "Zyklowski",
    "山田",
    "太郎",
    "山田^太郎",
    "山田 太郎",
    NUMBER,
    ACCESSION,
    PLACE,
    "Doktorrot",
    BORN,
    "1965-03-21",
    "21.03.1965",
)
TRUE_ROOT = "1.2.276.0.7230010.99"
CODINGS = ("utf-8", "utf-16-le", "utf-16-be", "latin-1", "iso2022_jp", "shift_jis", "euc_jp")


def needles() -> set[bytes]:
    found = set()
    for word in (*WORDS, TRUE_ROOT):
        for coding in CODINGS:
            for form in (word, word.upper(), word.lower()):
                try:
                    coded = form.encode(coding)
                except UnicodeEncodeError:
                    continue
                # ISO 2022 wraps Japanese in escapes; the word may go on behind it
                found.add(coded.removesuffix(b"\x1b(B"))
    # what is packed or sealed is as good as random, and may hold four bytes by chance: so such a name is sought whole
    return {needle for needle in found if len(needle) > 5}


NEEDLES = needles()


def plant(file: Path, number: int) -> None:
    """Put names into one image: everywhere in some, in odd places in others."""
    with lenient_reading():
        dataset = pydicom.dcmread(file)
        dataset.SpecificCharacterSet = ["", "ISO 2022 IR 87"]
        dataset.PatientName, dataset.PatientBirthDate, dataset.PatientSex = NAME, BORN, "F"
        dataset.AccessionNumber, dataset.ReferringPhysicianName = ACCESSION, DOCTOR
        dataset.InstitutionName, dataset.OperatorsName = f"{PLACE} Klinikum", "Zyklowski^Operator"
        for name in ("StudyInstanceUID", "SeriesInstanceUID", "SOPInstanceUID", "FrameOfReferenceUID"):
            setattr(dataset, name, f"{TRUE_ROOT}.{dataset[name].value[5:25].replace('.', '').lstrip('0')}")
        dataset.SOPInstanceUID += f".{number + 1}"
        dataset.file_meta.MediaStorageSOPInstanceUID = dataset.SOPInstanceUID
        dataset.SeriesDescription += f" {PLACE}"
        ODD[number % len(ODD)](dataset)
        dataset.save_as(file.with_name(f"Zyklowska_{NUMBER}_{file.name}"), enforce_file_format=True)
    file.unlink()


def in_comments(dataset: Dataset) -> None:
    dataset.PatientComments, dataset.ImageComments, dataset.StudyComments = NAME, f"born 21.03.1965 {PLACE}", NUMBER


def in_private(dataset: Dataset) -> None:
    block = dataset.private_block(0x0029, "ZYKLOWSKA CSA", create=True)
    block.add_new(0x10, "UN", f"PatientName {NAME.split('=')[0]} {NUMBER}".encode())
    block.add_new(0x11, "LO", PLACE)


def in_sequences(dataset: Dataset) -> None:
    inner = Dataset()
    inner.PatientName, inner.ReceiveCoilName, inner.RequestedProcedureID = NAME, PLACE, ACCESSION
    outer = Dataset()
    outer.DerivationImageSequence, outer.RequestAttributesSequence = Sequence([inner]), Sequence([inner])
    dataset.DerivationImageSequence = dataset.RequestAttributesSequence = Sequence([outer])
    dataset.ReferencedStudySequence = Sequence([inner])


def in_overlays(dataset: Dataset) -> None:
    dataset.add_new((0x6000, 0x0022), "LO", NAME)
    dataset.add_new((0x6000, 0x3000), "OW", b"Zyklowska 88123457")
    dataset.add_new((0x5000, 0x0010), "US", 1)
    dataset.add_new((0x5000, 0x2500), "LO", PLACE)
    dataset.add_new((0xFFFC, 0xFFFC), "OB", b"Zyklowska ")


def in_the_file_itself(dataset: Dataset) -> None:
    dataset.file_meta.SourceApplicationEntityTitle = "ZYKLOWSKA"
    dataset.file_meta.PrivateInformationCreatorUID, dataset.file_meta.PrivateInformation = "1.2.3", b"Zyklowska "
    dataset.preamble = f"Zyklowska {NUMBER}".encode().ljust(128, b"\0")


def in_technical_words(dataset: Dataset) -> None:
    dataset.ProtocolName += " Zyklowska"
    dataset.ManufacturerModelName, dataset.SoftwareVersions, dataset.DeviceSerialNumber = PLACE, NUMBER, NUMBER
    dataset.BodyPartExamined, dataset.StationName, dataset.ReceiveCoilName = "ZYKLOWSKA", PLACE, "Zyklowska"
    dataset.PositionReferenceIndicator = "Doktorrot"
    dataset.add_new((0x0018, 0x0F01), "LO", "Zyklowska")
    dataset.add_new((0x0018, 0x0F02), "UC", NAME)


ODD = (in_comments, in_private, in_sequences, in_overlays, in_the_file_itself, in_technical_words)


@pytest.fixture(scope="module")
def drop(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """96 DICOM files and four NIfTI files, in folders that name the patients."""
    folder = tmp_path_factory.mktemp("drop") / f"Zyklowska, Wanda ({NUMBER}, born 21.03.1965) {PLACE}"
    rng = np.random.default_rng(4)
    for contrast in ALL_CONTRASTS:
        volume = Volume(rng.integers(1, 900, GRID.shape).astype(np.float32), GRID)
        place = folder / "山田 太郎" / contrast.brats_name
        files = write_series(volume, place, contrast, patient_name=NAME, patient_id=NUMBER, study_date="20260714")
        for number, file in enumerate(files):
            plant(file, number)
        image = nibabel.Nifti1Image(volume.array.T.astype(np.int16), GRID.affine)
        image.header["descrip"], image.header["aux_file"] = f"Zyklowski {NUMBER}".encode(), PLACE.encode()
        image.header["db_name"], image.header["intent_name"] = b"Zyklowski", ACCESSION.encode()
        image.header.extensions.append(nibabel.nifti1.Nifti1Extension("comment", f"{DOCTOR} {BORN}".encode()))
        nifti = folder / "Zyklowski_Jan" / f"Zyklowski-Jan-{NUMBER}_{contrast.brats_name}.nii.gz"
        nifti.parent.mkdir(exist_ok=True)
        nibabel.save(image, nifti)
    assert sum(path.is_file() for path in folder.rglob("*")) == 100
    return folder


@pytest.fixture(scope="module")
def imported(drop: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("planted") / "workspace"
    with Hall(folder) as hall:
        # a secret of each run's own makes other UIDs, and among thousands of digits a date's eight may stand by chance
        (folder / "pseudonym.key").write_bytes(bytes(range(32)))
        hall.secrets.unlock("a passphrase of the tests")
        hall.settings.set("privacy.table", "keep")
        hall.importing.start([drop])
        assert [view.error for view in settle(hall) if view.state != "done"] == []
        assert len(hall.cases.all()) == 2
        assert all(not case.missing for case in hall.cases.all())
    return folder


def every_byte(folder: Path) -> Iterator[tuple[str, bytes]]:
    """Yield everything in a workspace: names, files, and what is packed in them."""
    for path in folder.rglob("*"):
        yield "a name", path.name.encode("utf-8", "surrogateescape")
        if not path.is_file():
            continue
        content = path.read_bytes()
        yield path.name, content
        if path.name.endswith(".gz"):
            yield f"{path.name} unpacked", gzip.decompress(content)
        if zipfile.is_zipfile(path):
            with zipfile.ZipFile(path) as archive:
                for name in archive.namelist():
                    yield f"{path.name}: {name}", name.encode() + archive.read(name)


def leaks(folder: Path) -> set[tuple[str, bytes]]:
    return {(where, needle) for where, content in every_byte(folder) for needle in NEEDLES if needle in content}


def test_the_needles_are_found_where_they_are(drop: Path) -> None:
    found = {needle for _, needle in leaks(drop)}
    for word in ("Zyklowska", PLACE, NUMBER, ACCESSION, "Doktorrot", BORN, TRUE_ROOT):
        assert word.encode() in found
    assert "山田".encode("iso2022_jp")[:-3] in found
    assert "山田".encode() in found


def test_no_planted_name_is_in_any_byte_of_the_workspace(imported: Path) -> None:
    kept = [path.name for path in imported.rglob("*.headers.zip")]
    assert len(kept) == 4
    assert leaks(imported) == set()


def test_the_table_alone_knows_who_it_is(imported: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("FETS_DESKTOP_PASSPHRASE", "a passphrase of the tests")
    with Hall(imported) as hall:
        table = hall.identities.all()
        assert set(table) == {case.patient for case in hall.cases.all()}
        identity = next(one for one in table.values() if one.patient_id)
        assert (identity.patient_name, identity.patient_id, identity.birth_date) == (NAME, NUMBER, BORN)
        (study,) = identity.studies.values()
        assert (study.accession, study.date) == (ACCESSION, "20260714")
        products = [hall.workspace.products(case.id) for case in hall.cases.all()]
        headers = [read_kept(p.path) for found in products for name, p in found.items() if name.startswith("source/")]
        assert [len(series) for series in headers] == [24] * 4
        for header in (header for series in headers for header in series):
            assert identity.uids[header.SOPInstanceUID].startswith(TRUE_ROOT)
            assert identity.studies[header.StudyInstanceUID] == study
        case = next(case for case in hall.cases.all() if case.patient == headers[0][0].PatientID)
        assert headers[0][0].StudyDate == case.scan_date.replace("-", "")


def test_what_is_sent_back_names_nobody_either(imported: Path, tmp_path: Path) -> None:
    with Hall(imported) as hall:
        for case in hall.cases.all():
            products = hall.workspace.products(case.id)
            for series in case.series:
                if f"source/{series.id}" not in products:
                    continue
                labels = np.zeros(series.grid.shape, np.uint8)
                labels[10:14, 10:20, 10:20] = 1
                origin = Origin(case.id, case.patient, f"{case.id}/1", Making.MANUAL, software="1")
                kept = read_kept(products[f"source/{series.id}"].path)
                write_seg(LabelMap(labels, series.grid, BRATS_2021), kept, origin, tmp_path / f"{series.id}.dcm")
    sent = [path.read_bytes() for path in tmp_path.glob("*.dcm")]
    assert len(sent) == 4
    assert not [needle for content in sent for needle in NEEDLES if needle in content]


def searched(hall: Hall) -> PhiReport:
    job = hall.phi.start()
    assert [view.error for view in settle(hall) if view.id == job] == [""]
    assert hall.phi.last_report is not None
    return hall.phi.last_report


def test_the_search_finds_nothing_and_then_what_is_put_there(imported: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("FETS_DESKTOP_PASSPHRASE", "a passphrase of the tests")
    with Hall(imported) as hall:
        clean = searched(hall)
        assert (clean.findings, clean.unread, clean.closed, clean.known) == ((), (), "", 2)
        assert clean.files > 20
        case = hall.cases.all()[0].id
        hall.cases.flag(case, "please ring frau zyklowska")
        packed = io.BytesIO()
        with gzip.GzipFile(fileobj=packed, mode="wb") as inner:
            inner.write(b"\x07" * 5000 + "zYKLOWSKA".encode("utf-16-le") + b"\x07" * 5000)
        (imported / "scratch" / "odd.nii.gz").write_bytes(packed.getvalue())
        (imported / "scratch" / f"about {NUMBER}.txt").write_text(
            "seen by Erfunden^Erik, erik@example.org\n1961-02-03\n"
        )
        found = {(one.where, one.what) for one in searched(hall).findings}
        (imported / "scratch" / "odd.nii.gz").unlink()
        (imported / "scratch" / f"about {NUMBER}.txt").unlink()
    whats = {what for _, what in found}
    assert any(where.startswith("the records: cases, flag") for where, _ in found)
    assert ("scratch/odd.nii.gz, unpacked", "the name of a known patient") in found
    assert ("the name of a file or folder: scratch/…", "the number of a known patient") in found
    assert {"a person's name as DICOM writes it", "an e-mail address", "a date of birth"} <= whats
    assert not any(word.lower() in f"{where} {what}".lower() for where, what in found for word in WORDS)


def test_without_the_passphrase_the_search_says_what_it_did_not_look_for(imported: Path) -> None:
    with Hall(imported) as hall:
        report = searched(hall)
    assert report.known == 0
    assert report.closed == "The passphrase of this workspace is needed"
