"""De-identification against a second reading of PS3.15 Table E.1-1, and against names planted wherever text stands."""

import datetime
import io
import zipfile
from collections.abc import Iterator
from pathlib import Path

import pydicom
import pytest
from pydicom.datadict import dictionary_VR, keyword_for_tag, tag_for_keyword
from pydicom.dataset import Dataset, FileMetaDataset
from pydicom.sequence import Sequence
from pydicom.sr.codedict import codes
from pydicom.tag import Tag
from pydicom.uid import ExplicitVRLittleEndian, ImplicitVRLittleEndian, MRImageStorage

from fets_desktop.dicom.deidentify import deidentify, identity_of
from fets_desktop.dicom.header import lenient_reading
from fets_desktop.dicom.kept import keep_headers, read_kept
from fets_desktop.dicom.profile import TABLE, standard_code
from fets_desktop.dicom.shows import telling_names, what_shows
from fets_desktop.study.errors import StudyError
from fets_desktop.study.pseudonym import pseudonymous_uid

SALT, NAME = b"s" * 32, "P-7K3Q2F9X"
NAMES = ("ZYKLOWSKA", "Zyklowska", "zyklowska", "88123457", "Quarzhausen")

# PS3.15 2024b, Table E.1-1: Basic Profile, Modified Dates, Clean Descriptors ("" = no entry), read by eye
SECOND_READING = """
    AccessionNumber Z . .
    AcquisitionComments X . C
    AcquisitionDate X/Z C .
    AcquisitionDateTime X/Z/D C .
    AcquisitionDeviceProcessingDescription X/D . C
    AcquisitionProtocolDescription X . C
    AcquisitionTime X/Z C .
    AdditionalPatientHistory X . C
    AdmissionID X . .
    AdmittingDate X C .
    AdmittingDiagnosesDescription X . C
    Allergies X . C
    ConsultingPhysicianName Z . .
    ContentDate Z/D C .
    ContentTime Z/D C .
    ContrastBolusAgent Z/D . C
    CountryOfResidence X . .
    CurrentPatientLocation X . .
    DerivationDescription X . C
    DeviceSerialNumber X/Z/D . .
    DeviceUID U . .
    EthnicGroup X . .
    FrameComments X . C
    FrameOfReferenceUID U . .
    ImageComments X . C
    InstanceCreatorUID U . .
    InstitutionAddress X . .
    InstitutionName X/Z/D . .
    InstitutionalDepartmentName X . .
    IssuerOfPatientID X . .
    LastMenstrualDate X C .
    MedicalAlerts X . .
    MedicalRecordLocator X . .
    MilitaryRank X . .
    NameOfPhysiciansReadingStudy X . .
    Occupation X . C
    OperatorsName X/Z/D . .
    OtherPatientIDs X . .
    OtherPatientNames X . .
    PatientAddress X . .
    PatientAge X . .
    PatientBirthDate Z . .
    PatientBirthName X . .
    PatientBirthTime X . .
    PatientComments X . C
    PatientID Z/D . .
    PatientMotherBirthName X . .
    PatientName Z . .
    PatientReligiousPreference X . .
    PatientSex Z . .
    PatientSize X . .
    PatientTelephoneNumbers X . .
    PatientWeight X . .
    PerformedProcedureStepDescription X . C
    PerformedProcedureStepID X . .
    PerformedStationAETitle X . .
    PerformingPhysicianName X . .
    ProtocolName X/D . C
    ReasonForTheRequestedProcedure X . C
    ReferringPhysicianAddress X . .
    ReferringPhysicianName Z . .
    RequestAttributesSequence X . C
    RequestedProcedureDescription X/Z . C
    RequestingPhysician X . .
    RequestingService X . .
    ResponsibleOrganization X . .
    ResponsiblePerson X . .
    SeriesDate X/D C .
    SeriesDescription X . C
    SeriesInstanceUID U . .
    SOPInstanceUID U . .
    StationName X/Z/D . .
    StudyDate Z C .
    StudyDescription X . C
    StudyID Z . .
    StudyInstanceUID U . .
    StudyTime Z C .
    TimezoneOffsetFromUTC X C .
    VisitComments X . C
"""
ROWS = [line.split() for line in SECOND_READING.strip().splitlines()]
PLANTED = {
    "PN": "ZYKLOWSKA^Wanda", "LO": "Zyklowska of Quarzhausen", "SH": "zyklowska", "ST": "born ZYKLOWSKA",
    "LT": "88123457", "UT": "Quarzhausen 88123457", "UC": "Zyklowska", "CS": "ZYKLOWSKA", "AE": "QUARZHAUSEN",
    "AS": "061Y", "UR": "http://zyklowska.example", "DA": "20260714", "DT": "20260714101112.5", "TM": "101112.5",
    "DS": "88.123457", "IS": "88123457", "UI": "1.2.3.88123457.1",
    "OB": b"ZYKLOWSKA ", "UN": b"ZYKLOWSKA ", "OW": b"ZYKLOWSKA ",
    "OF": b"ZYKLOWSKA   ", "OD": b"ZYKLOWSKA       ", "OL": b"ZYKLOWSKA   ", "OV": b"ZYKLOWSKA       ",
    "US": 881, "SS": -881, "UL": 88123457, "SL": 88123457, "FL": 881.0, "FD": 88123457.25,
}  # fmt: skip


@pytest.fixture(autouse=True)
def lenient() -> Iterator[None]:
    with lenient_reading():
        yield


def image(**more: object) -> Dataset:
    dataset = Dataset()
    dataset.SOPClassUID, dataset.SOPInstanceUID, dataset.Modality = MRImageStorage, "1.2.3.4", "MR"
    dataset.PatientName, dataset.PatientID, dataset.PatientBirthDate = "ZYKLOWSKA^Wanda", "88123457", "19650321"
    dataset.StudyInstanceUID, dataset.SeriesInstanceUID = "1.2.3", "1.2.3.1"
    dataset.StudyDate, dataset.Rows, dataset.Columns = "20260714", 4, 4
    dataset.ImagePositionPatient, dataset.ImageOrientationPatient = [1.5, -2, 3], [1, 0, 0, 0, 1, 0]
    dataset.file_meta = FileMetaDataset()
    dataset.file_meta.TransferSyntaxUID = ExplicitVRLittleEndian
    for name, value in more.items():
        setattr(dataset, name, value)
    return dataset


def written(dataset: Dataset) -> bytes:
    buffer = io.BytesIO()
    dataset.save_as(buffer, enforce_file_format=True, implicit_vr=False, little_endian=True)
    return buffer.getvalue()


def leaks(content: bytes) -> list[str]:
    return [name for name in NAMES for coding in ("ascii", "utf-16-le") if name.encode(coding) in content]


def plant(dataset: Dataset, tag: Tag, kind: str) -> None:
    if kind == "SQ":
        item = Dataset()
        item.PersonName, item.TextValue, item.LongCodeValue = "ZYKLOWSKA^Wanda", "Quarzhausen", "88123457"
        dataset.add_new(tag, "SQ", Sequence([item]))
    else:
        dataset.add_new(tag, kind, PLANTED[kind])


def test_the_engines_table_is_as_we_read_it() -> None:
    kinds = {
        "X": "delete", "Z": "empty", "U": "replace_UID", "Z/D": "empty_or_replace", "X/Z": "delete_or_empty",
        "X/D": "delete_or_replace", "X/Z/D": "delete_or_empty_or_replace",
    }  # fmt: skip
    tags = {name: Tag(tag_for_keyword(name)) for name, *_ in ROWS}
    engine = {name: TABLE[tag.group, tag.element].__name__ for name, tag in tags.items()}
    assert engine == {name: kinds[basic] for name, basic, _, _ in ROWS}


@pytest.mark.parametrize(("name", "basic", "dates", "words"), ROWS, ids=lambda value: str(value))
def test_each_attribute_fares_as_the_standard_says(name: str, basic: str, dates: str, words: str) -> None:
    dataset, tag = image(), Tag(tag_for_keyword(name))
    kind = dictionary_VR(tag)
    plant(dataset, tag, kind)
    if words == "C" and kind in ("LO", "SH", "ST", "LT", "UT"):
        dataset[tag].value = "t1 ZYKLOWSKA"
    true = dataset[tag].value
    deidentify(dataset, SALT, NAME)
    value = dataset[tag].value if tag in dataset else None
    assert value != true
    if basic == "U":
        assert value == pseudonymous_uid(SALT, true)
    elif dates == "C" and kind in ("DA", "DT") and tag.group != 0x0010:
        moved = datetime.datetime.strptime(value[:8], "%Y%m%d")
        assert 1 <= (datetime.datetime(2026, 7, 14) - moved).days <= 365
        assert len(value) == 8
    elif words == "C" and value:
        assert value in ("t1", "contrast agent", "ANONYMIZED")
    elif basic in ("X", "X/Z") and kind != "TM" and words != "C":
        assert not value or name == "LastMenstrualDate"
    else:
        assert str(value or "") in ("", "ANONYMIZED", NAME, f"{NAME}^", "00010101")


@pytest.mark.parametrize("syntax", [ExplicitVRLittleEndian, ImplicitVRLittleEndian])
def test_no_planted_name_survives_in_any_attribute_of_the_table(syntax: str, tmp_path: Path) -> None:
    dataset = image()
    dataset.file_meta.TransferSyntaxUID = syntax
    for tag in (Tag(*tag) for tag in TABLE if len(tag) == 2 and tag[0] > 2):
        if keyword_for_tag(tag):
            plant(dataset, tag, dictionary_VR(tag))
    dataset.file_meta.MediaStorageSOPClassUID, dataset.file_meta.MediaStorageSOPInstanceUID = MRImageStorage, "1.2.3.4"
    dataset.save_as(tmp_path / "full.dcm", enforce_file_format=True)
    read = pydicom.dcmread(tmp_path / "full.dcm")
    assert leaks((tmp_path / "full.dcm").read_bytes())
    deidentify(read, SALT, NAME)
    assert leaks(written(read)) == []


def hidden() -> Dataset:
    """An image with names where no table looks."""
    dataset = image()
    for number, kind in enumerate(sorted(PLANTED)):
        dataset.add_new((0x0018, 0x0F00 + number), kind, PLANTED[kind])  # attributes nobody knows
    dataset.Manufacturer, dataset.ReceiveCoilName, dataset.SoftwareVersions = "Zyklowska Inc", "zyklowska", "88123457"
    dataset.BodyPartExamined = dataset.ScanOptions = "ZYKLOWSKA"
    dataset.SequenceName, dataset.PositionReferenceIndicator = "zyklowska", "Quarzhausen 5"
    dataset.ImageType = ["ORIGINAL", "PRIMARY", "ZYKLOWSKA"]
    private = dataset.private_block(0x0019, "ZYKLOWSKA PRIVATE", create=True)
    private.add_new(0x01, "PN", "ZYKLOWSKA^Wanda")
    private.add_new(0x02, "UN", b"88123457")
    private.add_new(0x03, "US", 5)
    dataset.add_new((0x0021, 0x1099), "LO", "Zyklowska, orphan of its creator")
    dataset.add_new((0x6000, 0x0022), "LO", "Zyklowska")
    dataset.add_new((0x6000, 0x3000), "OW", b"ZYKLOWSKA ")
    dataset.add_new((0x6002, 0x1500), "LO", "Zyklowska")
    dataset.add_new((0x5000, 0x2500), "LO", "Zyklowska")
    dataset.add_new((0xFFFC, 0xFFFC), "OB", b"ZYKLOWSKA ")
    deep = image()
    plant(deep, Tag("PatientComments"), "LT")
    deep.private_block(0x0019, "ZYKLOWSKA PRIVATE", create=True).add_new(0x01, "LO", "Quarzhausen")
    for _ in range(6):
        outer = Dataset()
        outer.PatientName, outer.ReceiveCoilName = "ZYKLOWSKA^Wanda", "zyklowska"
        outer.DerivationImageSequence = Sequence([deep])
        deep = outer
    code = Dataset()
    code.CodeValue, code.CodingSchemeDesignator, code.CodeMeaning = "88123457", "99LOCAL", "Zyklowska"
    dataset.ViewCodeSequence = Sequence([code])
    dataset.DerivationImageSequence = Sequence([deep])
    meta = dataset.file_meta
    meta.SourceApplicationEntityTitle, meta.PrivateInformationCreatorUID = "QUARZHAUSEN", "1.2.3.9"
    meta.PrivateInformation, meta.ImplementationVersionName = b"ZYKLOWSKA ", "zyklowska"
    dataset.preamble = b"ZYKLOWSKA".ljust(128, b"\0")
    return dataset


def test_names_hidden_where_no_table_looks_do_not_survive() -> None:
    dataset = hidden()
    deidentify(dataset, SALT, NAME)
    content = written(dataset)
    assert leaks(content) == []
    assert not [tag for tag in dataset if tag.tag.is_private]
    deep = dataset
    while "DerivationImageSequence" in deep:
        deep = deep.DerivationImageSequence[0]
    assert deep.Rows == 4  # the way down is kept, its words are not
    assert deep.get("PatientBirthDate", "") in ("", "00010101")
    assert dataset.ImageOrientationPatient == [1, 0, 0, 0, 1, 0]


def test_names_in_other_scripts_do_not_survive(tmp_path: Path) -> None:
    dataset = image(SpecificCharacterSet=["", "ISO 2022 IR 87"], PatientName="Yamada^Tarou=山田^太郎")
    dataset.ReceiveCoilName, dataset.SeriesDescription = "山田", "t2 flair 山田"
    dataset.file_meta.MediaStorageSOPClassUID, dataset.file_meta.MediaStorageSOPInstanceUID = MRImageStorage, "1.2.3.4"
    dataset.save_as(tmp_path / "jp.dcm", enforce_file_format=True)
    read = pydicom.dcmread(tmp_path / "jp.dcm")
    identity = deidentify(read, SALT, NAME)
    content = written(read)
    for word in ("山田", "太郎"):
        assert all(word.encode(coding) not in content for coding in ("utf-8", "iso2022_jp", "shift_jis", "euc_jp"))
    assert b"Yamada" not in content
    assert identity.patient_name == "Yamada^Tarou=山田^太郎"
    assert read.SeriesDescription == "t2 flair"


def test_a_short_patient_id_takes_no_other_number_away() -> None:
    dataset = image(PatientID="123", RepetitionTime="12300", EchoTime="2.123", SliceThickness="123", FlipAngle="123")
    deidentify(dataset, SALT, NAME)
    assert (dataset.RepetitionTime, dataset.EchoTime, dataset.SliceThickness) == (12300, 2.123, 123)
    assert "FlipAngle" not in dataset  # alone it might be the id


def test_what_was_done_is_said_in_the_standards_fields() -> None:
    dataset = image()
    deidentify(dataset, SALT, NAME)
    assert (dataset.PatientIdentityRemoved, dataset.LongitudinalTemporalInformationModified) == ("YES", "MODIFIED")
    said = dataset.DeidentificationMethodCodeSequence
    assert [(i.CodingSchemeDesignator, i.CodeValue) for i in said] == [
        ("DCM", "113100"),
        ("DCM", "113107"),
        ("DCM", "113105"),
    ]
    assert [i.CodeMeaning for i in said] == [
        codes.DCM.BasicApplicationConfidentialityProfile.meaning,
        codes.DCM.RetainLongitudinalTemporalInformationModifiedDatesOption.meaning,
        codes.DCM.CleanDescriptorsOption.meaning,
    ]
    assert (dataset.PatientName, dataset.PatientID, dataset.PatientBirthDate) == (f"{NAME}^", NAME, "")


def test_uids_are_keyed_and_refer_to_each_other_as_before() -> None:
    reference = Dataset()
    reference.ReferencedSOPClassUID, reference.ReferencedSOPInstanceUID = MRImageStorage, "1.2.3.5"
    first, second = image(ReferencedImageSequence=Sequence([reference])), image(SOPInstanceUID="1.2.3.5")
    identity = deidentify(first, SALT, NAME)
    deidentify(second, SALT, NAME)
    assert first.ReferencedImageSequence[0].ReferencedSOPInstanceUID == second.SOPInstanceUID != "1.2.3.5"
    assert first.ReferencedImageSequence[0].ReferencedSOPClassUID == first.SOPClassUID == MRImageStorage
    assert second.SOPInstanceUID.startswith("2.25.")
    assert len(second.SOPInstanceUID) <= 64
    assert identity.uids[second.SOPInstanceUID] == "1.2.3.5"
    assert identity.studies[first.StudyInstanceUID].uid == "1.2.3"
    third = image()
    deidentify(third, b"t" * 32, NAME)
    assert third.SOPInstanceUID != first.SOPInstanceUID


def test_dates_move_together_with_those_of_the_case() -> None:
    dataset = image(AcquisitionDate="20260716", AcquisitionDateTime="20260717120000")
    deidentify(dataset, SALT, NAME, "2026-01-10")
    assert (dataset.StudyDate, dataset.AcquisitionDate) == ("20260110", "20260112")
    assert dataset.AcquisitionDateTime == "20260113"
    odd = image(StudyDate="yesterday", SeriesDate="20260231")
    deidentify(odd, SALT, NAME, "2026-01-10")
    assert (odd.StudyDate, odd.SeriesDate) == ("", "")


def test_only_codes_of_the_standard_survive_in_its_own_words() -> None:
    known, foreign = Dataset(), Dataset()
    known.CodeValue, known.CodingSchemeDesignator, known.CodeMeaning = "121311", "DCM", "Zyklowska"
    foreign.CodeValue, foreign.CodingSchemeDesignator, foreign.CodeMeaning = "88123457", "99X", "Localizer"
    found = standard_code(known)
    assert found is not None
    assert found.CodeMeaning == "Localizer"
    assert standard_code(foreign) is None


def test_identities_show_nothing_when_they_are_printed() -> None:
    identity = identity_of(image(ReferringPhysicianName="Quarzhausen^Karl"))
    assert identity.patient_id == "88123457"
    assert leaks(repr(identity).encode()) == []


def save(dataset: Dataset, path: Path) -> Path:
    meta = dataset.file_meta
    meta.MediaStorageSOPClassUID, meta.MediaStorageSOPInstanceUID = dataset.SOPClassUID, dataset.SOPInstanceUID
    dataset.PixelData = b"ZYKLOWSKA".ljust(32, b"\0")
    dataset.BitsAllocated, dataset.SamplesPerPixel = 16, 1
    dataset.save_as(path, enforce_file_format=True)
    return path


def test_kept_headers_come_back_in_the_order_of_the_slices(tmp_path: Path) -> None:
    files = []
    for number, z in enumerate((10.0, -5.0, 2.5)):
        one = image(SOPInstanceUID=f"1.2.3.4.{number}", InstanceNumber=number, ImagePositionPatient=[0, 0, z])
        files.append(save(one, tmp_path / f"{number}.dcm"))
    identity = keep_headers(files, SALT, NAME, tmp_path / "out.zip")
    kept = read_kept(tmp_path / "out.zip")
    assert [header.ImagePositionPatient[2] for header in kept] == [-5.0, 2.5, 10.0]
    assert all("PixelData" not in header for header in kept)
    assert {identity.uids[header.SOPInstanceUID] for header in kept} == {f"1.2.3.4.{n}" for n in range(3)}
    with zipfile.ZipFile(tmp_path / "out.zip") as archive:
        assert all(leaks(archive.read(name)) == [] for name in archive.namelist())
    before = (tmp_path / "out.zip").read_bytes()
    keep_headers(files, SALT, NAME, tmp_path / "out.zip")
    assert (tmp_path / "out.zip").read_bytes() == before


def test_kept_headers_that_are_damaged_are_refused(tmp_path: Path) -> None:
    keep_headers([save(image(), tmp_path / "1.dcm")], SALT, NAME, tmp_path / "out.zip")
    content = (tmp_path / "out.zip").read_bytes()
    (tmp_path / "cut.zip").write_bytes(content[: len(content) // 2])
    with pytest.raises(StudyError, match="kept headers"):
        read_kept(tmp_path / "cut.zip")


def test_what_shows_in_the_pixels_is_flagged() -> None:
    assert what_shows([image()]) == ()
    assert what_shows([image(), image(BurnedInAnnotation="YES")]) == ("burned-in",)
    assert what_shows([image(ConversionType="WSD")]) == ("screen-picture",)
    assert telling_names([Path("Zyklowska_Wanda/t1_mprage.nii.gz")]) == ("Zyklowska", "Wanda")


def test_real_headers_lose_their_people_and_keep_their_geometry(real_data: Path, tmp_path: Path) -> None:
    files = sorted((real_data / "dicom" / "papaya_ge_PD").glob("*.dcm"))[:5]
    keep_headers(files, SALT, NAME, tmp_path / "out.zip")
    originals = {tuple(d.ImagePositionPatient): d for d in map(pydicom.dcmread, files)}
    kept = read_kept(tmp_path / "out.zip")
    assert len(kept) == len(files) == 5
    for header in kept:
        original = originals[tuple(header.ImagePositionPatient)]
        assert header.PixelSpacing == original.PixelSpacing
        assert (header.Rows, header.Columns) == (original.Rows, original.Columns)
        assert header.StudyDate != original.StudyDate
