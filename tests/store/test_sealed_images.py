"""Stored images that are encrypted: nothing of them to be read without the key, nothing changed without being found."""

from pathlib import Path

import pytest

from fets_desktop.store.files import FileStore
from fets_desktop.store.hashing import sha256_of
from fets_desktop.store.journal import EditJournal
from fets_desktop.store.opened_images import OpenedImages
from fets_desktop.store.sealed_images import MARK, content_bytes, content_hash, is_sealed
from fets_desktop.store.sealed_lines import LineSeal
from fets_desktop.store.sealed_stream import PIECE
from fets_desktop.study.errors import StudyError

KEY, OTHER = bytes(range(32)), bytes(32)
PLANTED = b"a voxel nobody else has"
SIZES = (0, 1, PIECE - 1, PIECE, PIECE + 1, 2 * PIECE, 2 * PIECE + 7)


@pytest.fixture
def files(tmp_path: Path) -> FileStore:
    store = FileStore(tmp_path / "workspace" / "files")
    store.key, store.sealing = KEY, True
    return store


def put(files: FileStore, content: bytes, suffix: str = ".nii.gz") -> Path:
    scratch = files.folder.parent / "made"
    scratch.write_bytes(content)
    stored = files.publish(scratch, suffix)
    assert stored.sha256 == sha256_of(scratch)
    assert stored.bytes == len(content)
    scratch.unlink()
    return stored.path


def images(files: FileStore) -> OpenedImages:
    return OpenedImages(files.folder.parent, KEY, files.folder.parent / "memory")


@pytest.mark.parametrize("size", SIZES)
def test_what_is_encrypted_comes_back_and_bears_the_hash_of_its_content(files: FileStore, size: int):
    content = (PLANTED * (size // len(PLANTED) + 1))[:size]
    path = put(files, content)
    assert is_sealed(path)
    assert PLANTED not in path.read_bytes()
    assert content_bytes(path) == size
    with images(files).opened(path) as opened:
        assert opened.read_bytes() == content
        assert opened.stat().st_mode & 0o077 == 0
    assert not opened.exists()
    assert files.fault(path.name[:64], ".nii.gz") == ""


def test_models_and_transforms_are_left_as_they_are(files: FileStore):
    for suffix in (".fetsmodel", ".safetensors", ".mat", ".json"):
        path = put(files, PLANTED + suffix.encode(), suffix)
        assert not is_sealed(path)
        with images(files).opened(path) as opened:
            assert opened == path


def test_the_same_content_twice_is_one_file_encrypted_once(files: FileStore):
    path = put(files, PLANTED)
    before = path.read_bytes()
    assert put(files, PLANTED) == path
    assert path.read_bytes() == before


def test_what_lay_open_and_comes_again_is_encrypted_and_the_other_way_round(files: FileStore):
    for sealing in (False, True, False):
        files.sealing = sealing
        assert is_sealed(put(files, PLANTED)) is sealing
    assert len(files.images()) == 1


@pytest.mark.parametrize("where", [0, len(MARK), len(MARK) + 20, -1])
def test_a_changed_byte_is_found(files: FileStore, where: int):
    path = put(files, PLANTED * 100)
    path.chmod(0o600)
    changed = bytearray(path.read_bytes())
    changed[where] ^= 1
    path.write_bytes(changed)
    with pytest.raises(StudyError) as caught, images(files).opened(path):
        pass
    assert caught.value.code == "damaged-workspace"
    assert "changed or is damaged" in files.fault(path.name[:64], ".nii.gz")


def test_a_file_cut_short_exchanged_or_left_open_is_found(files: FileStore):
    one, other = put(files, b"1" * (PIECE + 5)), put(files, b"2" * (PIECE + 5))
    whole, second = one.read_bytes(), other.read_bytes()
    first_piece = len(MARK) + 16 + PIECE + 16
    for forged in (whole[:first_piece], whole[:-1], second, b"3" * 100, MARK, b""):
        one.chmod(0o600)
        one.write_bytes(forged)
        with pytest.raises(StudyError), images(files).opened(one):
            pass
        assert files.fault(one.name[:64], ".nii.gz")
    assert not list((files.folder.parent / "memory").rglob("*.nii.gz")), "what did not open lies there in parts"


def test_another_key_opens_nothing_and_no_key_is_said(files: FileStore):
    path = put(files, PLANTED)
    with pytest.raises(StudyError, match="damaged"):
        content_hash(path, OTHER)
    with pytest.raises(StudyError) as caught:
        content_hash(path, None)
    assert caught.value.code == "lost-image-key"
    files.key = None
    assert files.fault(path.name[:64], ".nii.gz")
    files.closed = True
    assert files.fault(path.name[:64], ".nii.gz") == "", "what cannot be told is no fault"


def test_files_of_both_kinds_are_converted_either_way_and_once(files: FileStore):
    files.sealing = False
    path = put(files, PLANTED)
    model = put(files, PLANTED, ".fetsmodel")
    assert files.images() == [path]
    files.sealing = True
    assert files.convert(path)
    assert not files.convert(path)
    assert is_sealed(path)
    assert path.stat().st_mode & 0o777 == 0o400
    files.sealing = False
    assert files.convert(path)
    assert path.read_bytes() == PLANTED == model.read_bytes()
    assert not list(files.folder.glob(".part-*"))


# --- the journal of edits


@pytest.fixture
def journal(tmp_path: Path) -> EditJournal:
    return EditJournal(tmp_path / "j.journal", LineSeal(KEY, "j.journal"), sealing=True)


def again(journal: EditJournal, key: bytes = KEY) -> EditJournal:
    return EditJournal(journal.file, LineSeal(key, journal.file.name), sealing=True)


LINES = [b"1 edit 1 first " + PLANTED, b"1 edit 2 second", b"1 undo 2 third " + PLANTED]


def test_edits_are_encrypted_line_by_line(journal: EditJournal):
    for line in LINES:
        journal.append(line)
    assert PLANTED not in journal.file.read_bytes()
    assert again(journal).read() == LINES
    again(journal).append(b"1 edit 3 later")
    assert again(journal).read() == [*LINES, b"1 edit 3 later"]


def test_a_torn_last_edit_is_dropped(journal: EditJournal):
    for line in LINES:
        journal.append(line)
    whole = journal.file.read_bytes()
    journal.file.write_bytes(whole[:-3])
    late = again(journal)
    assert late.read() == LINES[:-1]
    late.append(LINES[-1])
    assert again(journal).read() == LINES


def test_edits_of_another_journal_key_or_place_do_not_open(journal: EditJournal, tmp_path: Path):
    for line in LINES:
        journal.append(line)
    moved = tmp_path / "k.journal"
    moved.write_bytes(journal.file.read_bytes())
    for wrong in (again(journal, OTHER), EditJournal(moved, LineSeal(KEY, "k.journal"))):
        with pytest.raises(StudyError) as caught:
            wrong.read()
        assert caught.value.code == "damaged-workspace"
    with pytest.raises(StudyError) as caught:
        EditJournal(journal.file).read()
    assert caught.value.code == "lost-image-key"
    # the records of an older state with their numbers, behind others: each is bound to the one before
    old = journal.file.read_bytes()
    journal.clear()
    for line in (b"1 edit 1 other", b"1 edit 2 other"):
        journal.append(line)
    ends = [0, *(at for at in range(4, len(old)) if old[at : at + 3] == b"\xfeEJ"), len(old)]
    journal.file.write_bytes(journal.file.read_bytes() + old[ends[2] :])
    with pytest.raises(StudyError):
        again(journal).read()


def test_a_journal_is_converted_either_way_and_goes_on_so(tmp_path: Path):
    file = tmp_path / "j.journal"
    plain, seal = EditJournal(file), LineSeal(KEY, file.name)
    for line in LINES:
        plain.append(line)
    assert PLANTED in file.read_bytes()
    plain.convert(seal, sealing=True)
    plain.append(LINES[0])
    assert PLANTED not in file.read_bytes()
    assert file.stat().st_mode & 0o777 == 0o600
    assert again(plain).read() == [*LINES, LINES[0]]
    plain.convert(seal, sealing=False)
    assert EditJournal(file).read() == [*LINES, LINES[0]]


def test_edits_of_both_kinds_follow_each_other(tmp_path: Path):
    """As after a power cut in the middle: a journal that is open yet takes encrypted edits."""
    file = tmp_path / "j.journal"
    EditJournal(file).append(LINES[0])
    EditJournal(file, LineSeal(KEY, file.name), sealing=True).append(LINES[1])
    assert EditJournal(file, LineSeal(KEY, file.name)).read() == LINES[:2]
