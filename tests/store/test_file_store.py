"""Immutable files: named by their content, whole or not at all."""

import errno
import hashlib
import os
import stat

import pytest

from fets_desktop.store.files import FileStore
from fets_desktop.study.errors import StudyError


@pytest.fixture
def store(tmp_path):
    return FileStore(tmp_path / "files")


@pytest.fixture
def source(tmp_path):
    file = tmp_path / "source.nii.gz"
    file.write_bytes(os.urandom(3 << 20))
    return file


def names(store):
    return sorted(str(p.relative_to(store.folder)) for p in store.folder.rglob("*") if p.is_file())


def test_a_file_is_named_by_its_hash_and_read_back_by_it(store, source):
    stored = store.publish(source)
    sha256 = hashlib.sha256(source.read_bytes()).hexdigest()
    assert stored.sha256 == sha256
    assert stored.bytes == 3 << 20
    assert names(store) == [f"{sha256[:2]}/{sha256}.nii.gz"]
    assert store.path(sha256).read_bytes() == source.read_bytes()
    assert store.stored(sha256) == stored
    assert store.exists(sha256)
    assert stored.suffix == ".nii.gz"
    assert source.exists(), "what ships with the program is published from where it lies"


def test_files_are_private_and_not_to_be_written(store, source):
    path = store.publish(source).path
    assert path.stat().st_mode & 0o777 == 0o400
    assert path.parent.stat().st_mode & 0o777 == 0o700
    assert store.folder.stat().st_mode & 0o777 == 0o700


def test_the_same_content_is_one_file(store, source):
    first = store.publish(source)
    inode = first.path.stat().st_ino
    assert store.publish(source) == first
    assert first.path.stat().st_ino == inode
    assert len(names(store)) == 1


def test_one_content_may_have_two_suffixes(store, source):
    one, two = store.publish(source, ".mat"), store.publish(source, ".txt")
    assert one.path != two.path
    assert store.path(one.sha256, ".txt") == two.path
    assert store.path(one.sha256) in (one.path, two.path)


def test_publishing_again_mends_a_damaged_file(store, source):
    stored = store.publish(source)
    stored.path.chmod(0o600)
    stored.path.write_bytes(b"rot")
    assert "changed" in store.fault(stored.sha256, ".nii.gz")
    store.publish(source)
    assert store.fault(stored.sha256, ".nii.gz") == ""


def test_a_missing_file_is_said_so(store, source):
    stored = store.publish(source)
    stored.path.unlink()
    assert not store.exists(stored.sha256)
    with pytest.raises(StudyError) as error:
        store.path(stored.sha256)
    assert error.value.code == "damaged-workspace"
    assert "missing" in store.fault(stored.sha256, ".nii.gz")


@pytest.mark.parametrize("name", ["", "../../etc/passwd", "*", "a" * 63, "A" * 64, "?" * 64])
def test_only_a_hash_is_looked_up(store, name):
    with pytest.raises(ValueError, match="hash"):
        store.path(name)


def test_a_suffix_is_no_path(store, source):
    with pytest.raises(ValueError, match="suffix"):
        store.publish(source, "/../../x")


@pytest.mark.parametrize("step", ["write", "fsync", "rename"])
@pytest.mark.parametrize(("number", "code"), [(errno.ENOSPC, "disk-full"), (errno.EROFS, "read-only")])
def test_what_fails_on_the_way_leaves_nothing(store, source, monkeypatch, step, number, code):
    def refuse(*args, **kwargs):
        raise OSError(number, "injected")

    if step == "write":
        monkeypatch.setattr("fets_desktop.store.files.os.fdopen", refuse)
    elif step == "fsync":
        monkeypatch.setattr("fets_desktop.store.files.os.fsync", refuse)
    else:
        monkeypatch.setattr("pathlib.Path.rename", refuse)
    with pytest.raises(StudyError) as error:
        store.publish(source)
    assert error.value.code == code
    assert names(store) == []


def test_the_bytes_are_durable_before_the_name_and_the_name_after(store, source, monkeypatch):
    deeds = []
    fsync, rename = os.fsync, type(source).rename

    def watch_fsync(fd):
        deeds.append("sync folder" if stat.S_ISDIR(os.fstat(fd).st_mode) else "sync file")
        fsync(fd)

    def watch_rename(self, target):
        deeds.append("rename")
        return rename(self, target)

    monkeypatch.setattr(os, "fsync", watch_fsync)
    monkeypatch.setattr(type(source), "rename", watch_rename)
    store.publish(source)
    assert [deed for deed in deeds if deed != "sync folder" or "rename" in deeds][-3:] == [
        "sync folder",
        "rename",
        "sync folder",
    ]
    assert deeds.index("sync file") < deeds.index("rename")


def test_half_copies_of_a_crash_are_swept_when_opened(store, source):
    stored = store.publish(source)
    (store.folder / ".part-0123").write_bytes(b"half")
    FileStore(store.folder)
    assert names(store) == [f"{stored.sha256[:2]}/{stored.path.name}"]
