"""Headers read from bytes against pydicom: the same values wherever both read, and no harm from damaged files."""

import tarfile

import numpy as np
import pydicom
import pytest
from pydicom.dataset import Dataset
from pydicom.sequence import Sequence
from pydicom.uid import UID, ExplicitVRBigEndian, ImplicitVRLittleEndian
from volumes_for_dicom import noise, oblique_grid

from fets_desktop.dicom.careful import read_careful
from fets_desktop.dicom.header import KEYWORDS, READ_FAULTS, lenient_reading, read_header
from fets_desktop.dicom.quick import Short, Unusual, Wanted, read_quick
from fets_desktop.dicom.write import write_series
from fets_desktop.study.contrast import Contrast
from fets_desktop.study.errors import StudyError

WANTED = Wanted(KEYWORDS)


def quick(content: bytes):
    return read_quick(content, True, WANTED)


def same(path) -> bool:
    """Read both ways and compare; False where the quick one leaves the file to pydicom."""
    content = path.read_bytes()
    try:
        with lenient_reading():
            fast = quick(content)
    except Unusual:
        return False
    with lenient_reading():
        slow = read_careful(path, KEYWORDS)
    assert (fast.syntax, fast.pixels_at) == (slow.syntax, slow.pixels_at)
    for got, true in ((fast.values, slow.values), (fast.group, slow.group)):
        got = {name: value for name, value in got.items() if value and name in KEYWORDS}
        assert got == {name: value for name, value in true.items() if value}
    return True


@pytest.fixture
def slice_file(tmp_path):
    return write_series(
        noise(oblique_grid()),
        tmp_path / "one",
        Contrast.T1GD,
        patient_name="A^B",
        patient_id="1",
        study_date="20260401",
    )[0]


@pytest.fixture
def dataset(slice_file):
    return pydicom.dcmread(slice_file)


def saved(dataset, path, **how):
    dataset.save_as(path, enforce_file_format=not how, **how)
    return path


def test_a_written_slice_is_read_the_same_both_ways(slice_file):
    assert same(slice_file)


def test_implicit_vr_is_read_the_same(dataset, tmp_path):
    dataset.file_meta.TransferSyntaxUID = ImplicitVRLittleEndian
    path = tmp_path / "implicit.dcm"
    dataset.save_as(path, implicit_vr=True, little_endian=True, enforce_file_format=True)
    assert same(path)


def test_big_endian_is_left_to_pydicom_and_read_by_it(dataset, tmp_path):
    path = tmp_path / "big.dcm"
    dataset.PixelData = np.frombuffer(dataset.PixelData, "<u2").astype(">u2").tobytes()
    dataset.file_meta.TransferSyntaxUID = ExplicitVRBigEndian
    pydicom.dcmwrite(path, dataset, implicit_vr=False, little_endian=False, enforce_file_format=True)
    with pytest.raises(Unusual):
        quick(path.read_bytes())
    with lenient_reading():
        assert read_header(path).description == dataset.SeriesDescription


@pytest.mark.parametrize(
    ("charset", "name"),
    [
        ("ISO_IR 192", "Müller^Jürgen"),
        ("ISO_IR 100", "Müller^Jürgen"),
        (["", "ISO 2022 IR 87"], "Yamada^Tarou=山田^太郎=やまだ^たろう"),
        ("ISO_IR 127", "قباني^لنزار"),
        ("GB18030", "Wang^XiaoDong=王^小东"),
        (["", "ISO 2022 IR 149"], "Hong^Gildong=洪^吉洞=홍^길동"),
    ],
)
def test_names_of_every_script_are_read_the_same(dataset, tmp_path, charset, name):
    dataset.SpecificCharacterSet = charset
    dataset.PatientName = name
    path = saved(dataset, tmp_path / "name.dcm")
    assert same(path)
    with lenient_reading():
        assert read_header(path).name == name


def deep(levels: int) -> Dataset:
    inner = Dataset()
    inner.CodeValue = "x"
    for _ in range(levels):
        outer = Dataset()
        outer.ContentSequence = Sequence([inner])
        outer["ContentSequence"].is_undefined_length = True
        inner = outer
    return inner


@pytest.mark.parametrize("defined", [True, False])
def test_sequences_are_stepped_over_whatever_their_length(dataset, tmp_path, defined):
    item = deep(3)
    item.is_undefined_length_sequence_item = not defined
    dataset.ReferencedStudySequence = Sequence([item, deep(1)])
    dataset["ReferencedStudySequence"].is_undefined_length = not defined
    dataset.ContrastBolusAgentSequence = Sequence([deep(0)])
    assert same(saved(dataset, tmp_path / "nested.dcm"))


def nest(levels: int) -> bytes:
    """Return an explicit VR sequence that holds itself `levels` times, lengths undefined."""
    head = b"\x40\x00\x30\xa7SQ\0\0\xff\xff\xff\xff\xfe\xff\x00\xe0\xff\xff\xff\xff"
    return head * levels + b"\xfe\xff\x0d\xe0\0\0\0\0\xfe\xff\xdd\xe0\0\0\0\0" * levels


def test_sequences_a_thousand_deep_are_no_matter(slice_file, tmp_path):
    content = slice_file.read_bytes()
    place = content.index(b"\xe0\x7f\x10\x00")
    path = tmp_path / "deep.dcm"
    path.write_bytes(content[:place] + nest(20_000) + content[place:])
    with lenient_reading():
        read = read_header(path)
    assert (read.fault, read.rows) == ("", 20)
    path.write_bytes(content[:place] + nest(20_000)[: 20 * 15_000])
    with lenient_reading(), pytest.raises(StudyError):
        read_header(path)


def test_headers_longer_than_a_chunk_are_read_whole(dataset, tmp_path):
    dataset.add_new(0x00091010, "OB", b"\1" * 700_000)
    dataset.private_block(0x0011, "X", create=True).add_new(1, "OB", b"\2" * 3_000_000)
    path = saved(dataset, tmp_path / "long.dcm")
    with pytest.raises(Short):
        read_quick(path.read_bytes()[: 1 << 15], False, WANTED)
    assert same(path)
    with lenient_reading():
        assert read_header(path).description == dataset.SeriesDescription


def test_an_enhanced_image_gives_its_first_frames_groups(dataset, tmp_path):
    def macro(keyword, **values):
        group, inner = Dataset(), Dataset()
        for name, value in values.items():
            setattr(inner, name, value)
        setattr(group, keyword, Sequence([inner]))
        return group

    dataset.SharedFunctionalGroupsSequence = Sequence(
        [macro("MRTimingAndRelatedParametersSequence", RepetitionTime=2000)]
    )
    frames = [macro("MREchoSequence", EffectiveEchoTime=float(echo)) for echo in (2.5, 80)]
    dataset.PerFrameFunctionalGroupsSequence = Sequence(frames)
    both = macro("MRImagingModifierSequence", DiffusionBValue=7.0)
    dataset.SharedFunctionalGroupsSequence[0].MRImagingModifierSequence = both.MRImagingModifierSequence
    frames[0].MRImagingModifierSequence = macro(
        "MRImagingModifierSequence", DiffusionBValue=9.0
    ).MRImagingModifierSequence
    del dataset.RepetitionTime, dataset.EchoTime
    path = saved(dataset, tmp_path / "enhanced.dcm")
    assert same(path)
    with lenient_reading():
        read = read_header(path)
    assert (read.repetition_ms, read.echo_ms, read.diffusion_b) == (2000.0, 2.5, 7.0)


def test_absurd_sizes_are_refused_before_anybody_unpacks_them(dataset, tmp_path):
    dataset.Rows = dataset.Columns = 65535
    dataset.file_meta.TransferSyntaxUID = UID("1.2.840.10008.1.2.4.90")
    dataset.PixelData = pydicom.encaps.encapsulate([b"\xff\x4f" + bytes(100)])
    dataset["PixelData"].is_undefined_length = True
    path = saved(dataset, tmp_path / "bomb.dcm")
    with lenient_reading():
        assert "65535 x 65535" in read_header(path).fault


def mutants(content: bytes, count: int, seed: int):
    """Yield damaged copies: bytes changed, now and then cut out or doubled."""
    random = np.random.default_rng(seed)
    reach = content.index(b"\xe0\x7f\x10\x00") + 12
    for number in range(count):
        raw = bytearray(content)
        for place in random.integers(132, reach, int(random.integers(1, 4))):
            raw[place] = random.integers(0, 256)
        if number % 5 == 0:
            place = int(random.integers(132, reach))
            del raw[place : place + int(random.integers(1, 40))]
        yield bytes(raw)


def test_damaged_headers_do_no_harm_and_what_is_read_is_what_pydicom_reads(slice_file, tmp_path):
    content = slice_file.read_bytes()
    path, agreed = tmp_path / "m.dcm", 0
    for number, raw in enumerate(mutants(content, 400, 7)):
        path.write_bytes(raw)
        try:
            with lenient_reading():
                fast = quick(raw)
        except Unusual:
            continue
        with lenient_reading():
            try:
                slow = read_careful(path, KEYWORDS)
            except READ_FAULTS:
                continue  # pydicom gives up on a malformed value, which here counts as not said
        different = {k for k in KEYWORDS if (fast.values.get(k) or ()) != (slow.values.get(k) or ())}
        assert not different, [(number, k, fast.values.get(k), slow.values.get(k)) for k in different]
        agreed += 1
    assert agreed > 100


def test_every_real_set_is_read_the_same_both_ways(real_data, tmp_path):
    for name in ("n2d_t1w", "siemens_xa30_enhanced"):
        with tarfile.open(real_data / "dicom" / name / "series.tar.gz") as archive:
            members = [member for member in archive.getmembers() if member.isfile()]
            for number, member in enumerate(members[:: max(1, len(members) // 24)]):
                (tmp_path / f"{name}{number}").write_bytes(archive.extractfile(member).read())
    files = [path for path in (real_data / "dicom").rglob("*") if path.suffix in (".dcm", "")] + [*tmp_path.iterdir()]
    images = [path for path in files if path.is_file() and path.read_bytes()[128:132] == b"DICM"]
    quickly = [path for path in images if same(path)]
    assert len(images) > 80
    assert len(quickly) >= 0.9 * len(images)
