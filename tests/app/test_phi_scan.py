"""The search reads what is packed, kept headers by the profile, and private files that a job has not removed yet."""

import base64
import bz2
import gzip
import io
import json
import lzma
import random
import string
import tarfile
import zipfile
import zlib
from dataclasses import replace
from pathlib import Path

import pytest
from pydicom.dataset import Dataset, FileMetaDataset
from pydicom.uid import ExplicitVRLittleEndian, MRImageStorage
from reportlab.pdfgen.canvas import Canvas

from fets_desktop.app.phi_words import dates_of
from fets_desktop.app.tasks import phi_scan
from fets_desktop.app.tasks.phi_hidden import LARGEST_STREAM, pdf_words
from fets_desktop.dicom.deidentify import deidentify
from fets_desktop.jobs.worker import TaskContext
from fets_desktop.store.records import JobRecord
from fets_desktop.store.workspace import Workspace
from fets_desktop.study.case import Case, Series, Stage
from fets_desktop.study.identity import SourceIdentity
from fets_desktop.study.plain import to_plain
from fets_desktop.study.progress import silent

WHO = SourceIdentity("88123457", "Zyklowska^Wanda", uids={"2.25.7": "1.2.276.0.99.1"})


@pytest.fixture
def made(tmp_path: Path) -> Path:
    Workspace.open(tmp_path / "W").close()
    return tmp_path / "W"


def searched(folder: Path, *known: SourceIdentity) -> dict[str, set[str]]:
    scratch = folder / "scratch" / "jobs" / "own"
    scratch.mkdir(parents=True, exist_ok=True)
    (scratch / "own.txt").write_text("88123457, but this is the searcher's own scratch")
    arguments = {"folder": str(folder), "known": [to_plain(who) for who in known or (WHO,)]}
    result = phi_scan.run(TaskContext(arguments, scratch, silent, lambda fact: None))
    found: dict[str, set[str]] = {}
    for one in result["findings"]:
        found.setdefault(one["where"], set()).add(one["what"])
    return found


def test_as_many_files_are_told_as_are_counted_in_the_end(made: Path) -> None:
    (made / "logs" / "leads.log").symlink_to(made / "facts.db")
    (own := made / "scratch" / "own").mkdir()
    told: list[str] = []
    arguments = {"folder": str(made), "known": []}
    context = TaskContext(arguments, own, lambda _, note: told.append(note), lambda fact: None)
    result = phi_scan.run(context)
    numbers = [note for note in told if note.startswith("File ")]
    assert numbers == [f"File {n} of {result['files']}" for n in range(1, result["files"] + 1)]
    assert len(numbers) == 2, "records and lock; neither folders nor the link"


def header(*, clean: bool, **more: str) -> bytes:
    dataset = Dataset()
    dataset.SOPClassUID, dataset.SOPInstanceUID, dataset.PatientID = MRImageStorage, "1.2.3", "88123457"
    dataset.file_meta = FileMetaDataset()
    dataset.file_meta.TransferSyntaxUID = ExplicitVRLittleEndian
    if clean:
        deidentify(dataset, b"s" * 32, "P-7K3Q2F9X")
    for name, value in more.items():
        setattr(dataset, name, value)
    dataset.file_meta.MediaStorageSOPClassUID, dataset.file_meta.MediaStorageSOPInstanceUID = MRImageStorage, "2.25.1"
    buffer = io.BytesIO()
    dataset.save_as(buffer, enforce_file_format=True, implicit_vr=False, little_endian=True)
    return buffer.getvalue()


def packed(path: Path, **entries: bytes) -> None:
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in entries.items():
            archive.writestr(f"{name}.dcm", content)


@pytest.mark.parametrize("field", ["why", "set_aside"])
def test_the_programs_own_sentences_name_nobody_who_is_called_as_their_words_are(made: Path, field: str) -> None:
    told = "named T1; short repetition and long echo; the T1 of the same case is another series"
    put_series(made, Series("S-1", "P-1", None, 0.0, "", None, "ax t1", None, None), field, told)
    assert searched(made, SourceIdentity("1", "Long^Mary"), SourceIdentity("2", "Same^Ann")) == {}
    put_series(made, Series("S-1", "P-1", None, 0.0, "", None, "ax t1", None, None), field, f"{told} of Long")
    assert searched(made, SourceIdentity("1", "Long^Mary")), "with a capital it is a name there, too"
    put_series(made, Series("S-1", "P-1", None, 0.0, "", None, "ax t1 long", None, None), field, told)
    assert searched(made, SourceIdentity("1", "Long^Mary")), "elsewhere small letters are no excuse"


@pytest.mark.parametrize("key", ["why", "title", "text"])
def test_what_a_person_typed_is_no_sentence_of_the_programs_whatever_it_is_called(made: Path, key: str) -> None:
    with Workspace.open(made) as workspace, workspace.change("person", "noted", "P-1", {key: "as mr long wished"}):
        pass
    assert searched(made, SourceIdentity("1", "Long^Mary")), "small letters or not"


def put_series(folder: Path, series: Series, field: str, words: str) -> None:
    with Workspace.open(folder) as workspace:
        if not workspace.cases():
            case = Case("P-1", "Q-1", Stage.NEW, "", "2026-01-01T00:00:00Z", "", ())
        else:
            case = workspace.case("P-1")
        with workspace.change("person", "case imported", "P-1") as change:
            change.put_case(replace(case, series=(replace(series, **{field: words}),)))


def test_a_new_workspace_is_clean(made: Path) -> None:
    assert searched(made) == {}


def test_kept_headers_are_held_against_the_profile(made: Path) -> None:
    packed(made / "files" / "good.headers.zip", a=header(clean=True))
    assert searched(made) == {}
    packed(made / "files" / "bad.headers.zip", a=header(clean=True), b=header(clean=True, StudyTime="101112"))
    packed(made / "files" / "raw.headers.zip", a=header(clean=False, ReceiveCoilName="zyklowska"))
    found = searched(made)
    assert found["files/bad.headers.zip, header 2"] == {"against the profile: StudyTime"}
    raw = found["files/raw.headers.zip, header 1"]
    assert {"against the profile: PatientID", "against the profile: PatientIdentityRemoved"} <= raw
    assert {"the number of a known patient", "the name of a known patient"} <= raw


def test_what_is_packed_is_read_and_what_is_private_is_named(made: Path) -> None:
    packed(made / "scratch" / "x.zip", zyklowska=b"nothing", plain=b"\0\0" + "ZYKLOWSKA".encode("utf-16-le"))
    (made / "scratch" / "inbox").mkdir()
    (made / "scratch" / "inbox" / "order.1.json").write_text('{"paths": ["/media/Zyklowska"]}')
    (made / "files" / "uid.bin").write_bytes(b"\xff1.2.276.0.99.1\xff")
    found = searched(made)
    assert found["scratch/x.zip, entry …"] == {"the name of a known patient"}
    assert found["scratch/x.zip, entry plain.dcm"] == {"the name of a known patient"}
    assert found["files/uid.bin"] == {"a true UID"}
    assert (
        "private until a job has ended: places, headers or images as they came" in found["scratch/inbox/order.1.json"]
    )
    assert found["scratch/inbox/order.1.json, line 1"] == {"the name of a known patient"}


def test_a_word_across_the_border_of_two_pieces_is_found(made: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(phi_scan, "_CHUNK", 1000)
    (made / "files" / "long.bin").write_bytes(b"\x90" * 995 + b"zyklowska" + b"\x90" * 3000)
    assert searched(made)["files/long.bin"] == {"the name of a known patient"}


def test_ids_of_ours_are_no_numbers_of_patients_where_chance_left_no_letter_in_them(made: Path) -> None:
    eight, twelve, sixteen = "12345678", "123456789012", "1234567890123456"
    place = made / "scratch" / "training" / sixteen
    place.mkdir(parents=True)
    (place / "state.bin").write_bytes(b"1")
    arguments = {"ticket": twelve, "model_version": f"2 ({eight})", "folder": str(place)}
    error = f"The stored file {twelve} is missing."
    job = JobRecord("j1", "train", "Training", "", "failed", arguments, "2026-01-01T00:00:00Z", "", error)
    put_job(made, job)
    assert searched(made) == {}
    assert searched(made, SourceIdentity(twelve, "Long^Mary")), "a known number is one wherever it stands"
    put_job(made, replace(job, arguments={"remark": twelve}))
    assert searched(made) == {"the records: jobs, body, row 1": {"a long number, as of a patient or a case"}}


def put_job(folder: Path, job: JobRecord) -> None:
    with Workspace.open(folder) as workspace, workspace.change("person", "noted", "workspace") as change:
        change.put_setting("privacy.images", {"key": "1234567890123456", "state": "on"})
        change.put_job(job)


def test_the_mark_of_an_archives_end_stands_in_an_image_by_chance(made: Path) -> None:
    by_chance = b"PK\5\6" + random.Random(1).randbytes(200)
    (made / "files" / "a.nii.gz").write_bytes(gzip.compress(b"zyklowska" + by_chance, compresslevel=0))
    (made / "files" / "b.bin").write_bytes(by_chance)
    with zipfile.ZipFile(made / "files" / "c.bin", "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("entry", b"zyklowska, zyklowska, zyklowska")
    (made / "files" / "c.bin").write_bytes(b"something before it" + (made / "files" / "c.bin").read_bytes())
    scratch = made / "scratch" / "jobs" / "own"
    scratch.mkdir(parents=True)
    arguments = {"folder": str(made), "known": [to_plain(WHO)]}
    result = phi_scan.run(TaskContext(arguments, scratch, silent, lambda fact: None))
    assert result["unread"] == []
    named = {one["where"] for one in result["findings"] if one["what"] == NAME}
    assert named == {"files/a.nii.gz", "files/a.nii.gz, unpacked", "files/c.bin, entry entry"}


def test_what_cannot_be_read_is_said(made: Path) -> None:
    (made / "files" / "torn.nii.gz").write_bytes(b"\x1f\x8b\x08\0torn")
    scratch = made / "scratch" / "jobs" / "own"
    scratch.mkdir(parents=True)
    result = phi_scan.run(TaskContext({"folder": str(made), "known": []}, scratch, silent, lambda fact: None))
    assert result["unread"] == ["files/torn.nii.gz"]


@pytest.mark.parametrize("pack", [gzip.compress, bz2.compress, lzma.compress])
def test_what_is_packed_twice_or_under_another_name_is_read(made: Path, pack) -> None:
    inner = io.BytesIO()
    with zipfile.ZipFile(inner, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("a", b"zyklowska, zyklowska, zyklowska")
    (made / "files" / "note.bin").write_bytes(pack(b"zyklowska, zyklowska, zyklowska"))
    packed(made / "files" / "outer.bin", one=inner.getvalue(), two=pack(b"zyklowska, zyklowska, zyklowska"))
    with tarfile.open(made / "files" / "t.tgz", "w:gz") as tar:
        tar.addfile(tarfile.TarInfo("zyklowska.txt"))
    named = {"the name of a known patient"}
    found = searched(made)
    assert found["files/note.bin, unpacked"] == named
    assert found["files/outer.bin, entry one.dcm, entry a"] == named
    assert found["files/outer.bin, entry two.dcm, unpacked"] == named
    assert found["files/t.tgz, unpacked"] == named


def test_a_link_is_read_by_where_it_leads(made: Path) -> None:
    (made / "files" / "link").symlink_to("/nowhere/zyklowska")
    assert searched(made) == {"files/link, where it leads": {"the name of a known patient"}}


def test_what_is_packed_deeper_than_anybody_needs_is_said(made: Path) -> None:
    content = b"zyklowska"
    for _ in range(5):
        outer = io.BytesIO()
        with zipfile.ZipFile(outer, "w", zipfile.ZIP_DEFLATED) as archive:
            archive.writestr("a", content)
        content = outer.getvalue()
    (made / "files" / "deep.zip").write_bytes(content)
    scratch = made / "scratch" / "jobs" / "own"
    scratch.mkdir(parents=True)
    result = phi_scan.run(TaskContext({"folder": str(made), "known": []}, scratch, silent, lambda fact: None))
    assert result["unread"] == ["files/deep.zip, entry a, entry a, entry a (packed too often, or too large)"]


def test_a_birth_date_without_its_zeros_is_a_birth_date() -> None:
    assert {"7.5.1933", "07.05.1933", "5/7/1933"} <= set(dates_of("19330507"))


NAME = "the name of a known patient"


@pytest.mark.parametrize("before", ["", "x", "xy", "data/"])
@pytest.mark.parametrize("wrap", [0, 20])
def test_base64_in_text_is_looked_into(made: Path, before: str, wrap: int) -> None:
    letters = base64.b64encode(b"On Tuesday Zyklowska, Wanda was seen again.").decode()
    if wrap:
        letters = "\n".join(letters[i : i + wrap] for i in range(0, len(letters), wrap))
    (made / "scratch" / "letter.xml").write_text(f"<letter>{before}{letters}</letter>")
    (made / "scratch" / "letter.json").write_text(json.dumps({"hash": "0" * 64, "letter": before + letters}))
    found = searched(made)
    assert NAME in found["scratch/letter.xml, in base64"]
    if not wrap:
        assert NAME in found["scratch/letter.json, line 1, in base64"]


def test_words_nobody_knows_and_packed_things_are_found_in_base64(made: Path) -> None:
    mail = base64.urlsafe_b64encode(b"ask j.smith@hospital.example").decode()
    packed = base64.b64encode(gzip.compress(b"Zyklowska^Wanda")).decode()
    (made / "logs" / "a.log").write_text(f"{mail}\n\n- {packed}\n")
    found = searched(made)
    assert found["logs/a.log, line 1, in base64"] == {"an e-mail address"}
    assert NAME in found["logs/a.log, in base64, unpacked"]


def test_hashes_and_random_letters_are_no_finding(made: Path) -> None:
    rng = random.Random(1)
    lines = ["".join(rng.choices(string.ascii_letters + string.digits + "+/", k=100)) for _ in range(2000)]
    (made / "logs" / "a.log").write_text("\n".join(lines))
    assert searched(made) == {}


@pytest.mark.parametrize("job", ["j10c0deb0957", "j41c21ed209a", "jc3c8d01ec1a"])
def test_the_id_of_a_job_is_no_name_in_base64(made: Path, job: str) -> None:
    (made / "logs" / "a.log").write_text(f"began {job}\n")
    assert searched(made) == {}


def page(words: str, **more: int) -> bytes:
    buffer = io.BytesIO()
    canvas = Canvas(buffer, **more)
    canvas.drawString(72, 700, words)
    canvas.save()
    return buffer.getvalue()


def test_deflated_text_of_a_pdf_is_read(made: Path) -> None:
    for name, content in (
        ("a.pdf", page("Seen: Wanda (née) Zyklowska", pageCompression=1)),
        ("b.pdf", page("ask ab@c.example")),
    ):
        assert b"Zyklowska" not in content
        (made / "scratch" / name).write_bytes(content)
    (made / "scratch" / "c.dcm").write_bytes(bytes(128) + b"DICM" + page("Zyklowska, Wanda", pageCompression=1))
    with zipfile.ZipFile(made / "scratch" / "d.zip", "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("e.pdf", page("Zyklowska, Wanda", pageCompression=1))
    found = searched(made)
    for where in ("scratch/a.pdf", "scratch/c.dcm", "scratch/d.zip, entry e.pdf"):
        assert NAME in found[f"{where}, in a PDF"]
    assert found["scratch/b.pdf, in a PDF"] == {"an e-mail address"}


def test_letters_set_apart_in_a_pdf_are_put_together() -> None:
    shown = rb"BT [(Zyk) -20 (low\163ka)] TJ (a\)b\\) Tj <57616E6461> Tj ET"
    assert pdf_words(shown) == "Zyklowska\na)b\\\nWanda"


def test_a_pdf_that_unfolds_without_end_is_said(made: Path) -> None:
    bomb = zlib.compress(bytes(LARGEST_STREAM + 1))
    start = b"%PDF-1.4\n1 0 obj <</Filter /FlateDecode>> stream\n"
    (made / "scratch" / "bomb.pdf").write_bytes(start + bomb + b"\nendstream")
    scratch = made / "scratch" / "jobs" / "own"
    scratch.mkdir(parents=True)
    result = phi_scan.run(TaskContext({"folder": str(made), "known": []}, scratch, silent, lambda fact: None))
    assert result["unread"] == ["scratch/bomb.pdf"]


def test_a_picture_within_a_page_names_nobody_by_chance(made: Path) -> None:
    letters = base64.b64encode(random.Random(1).randbytes(900)).decode()
    page = made / "logs" / "page.log"
    page.write_text(f'<img src="data:image/png;base64,{letters}/born+19560312/{letters}+12345678901/{letters}">\n')
    assert searched(made) == {}
    page.write_text("born 1956-03-12, no 12345678901\n")
    assert "logs/page.log, line 1" in searched(made)
