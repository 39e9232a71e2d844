"""The journal of edits: what was acknowledged is there, a torn tail is dropped, damage is reported."""

import errno
import os

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from fets_desktop.store.journal import EditJournal
from fets_desktop.study.errors import StudyError

LINES = [b"first", b"", b"\xfeEJ1 looks like a mark", np.random.default_rng(0).bytes(5000), b"last one"]


@pytest.fixture
def journal(tmp_path):
    return EditJournal(tmp_path / "j.journal")


def filled(journal, lines=LINES):
    for line in lines:
        journal.append(line)
    return journal.file.read_bytes()


def test_edits_come_back_in_order_also_to_another_reader(journal):
    assert journal.read() == []
    filled(journal)
    assert journal.read() == LINES
    assert EditJournal(journal.file).read() == LINES
    assert journal.file.stat().st_mode & 0o777 == 0o600


def test_a_new_reader_goes_on_where_the_old_one_stopped(journal):
    filled(journal)
    EditJournal(journal.file).append(b"more")
    assert EditJournal(journal.file).read() == [*LINES, b"more"]


def test_clearing_forgets_and_begins_anew(journal):
    filled(journal)
    journal.clear()
    assert not journal.file.exists()
    assert journal.read() == []
    journal.append(b"new")
    assert EditJournal(journal.file).read() == [b"new"]
    journal.clear()
    journal.clear()


def test_a_tail_torn_anywhere_is_dropped_and_overwritten(journal):
    filled(journal, LINES[:-1])
    whole = journal.file.stat().st_size
    journal.append(LINES[-1])
    content = journal.file.read_bytes()
    for cut in range(whole, len(content)):
        journal.file.write_bytes(content[:cut])
        again = EditJournal(journal.file)
        assert again.read() == LINES[:-1]
        again.append(b"x")
        assert EditJournal(journal.file).read() == [*LINES[:-1], b"x"]


@pytest.mark.parametrize("tail", [b"\0" * 4096, b"\xff" * 100, b"\xfeEJ1" * 20])
def test_a_tail_of_nonsense_is_dropped(journal, tail):
    journal.file.write_bytes(filled(journal) + tail)
    assert EditJournal(journal.file).read() == LINES


@settings(max_examples=150)
@given(position=st.floats(0, 1), bit=st.integers(0, 7))
def test_no_flipped_bit_is_read_as_an_edit(tmp_path_factory, position, bit):
    journal = EditJournal(tmp_path_factory.mktemp("j") / "j.journal")
    content = bytearray(filled(journal))
    last_record = len(content) - 16 - len(LINES[-1])
    place = int(position * (len(content) - 1))
    content[place] ^= 1 << bit
    journal.file.write_bytes(content)
    if place < last_record:
        with pytest.raises(StudyError) as error:
            EditJournal(journal.file).read()
        assert error.value.code == "damaged-workspace"
    else:
        assert EditJournal(journal.file).read() == LINES[:-1]


def test_a_record_taken_from_the_middle_is_missed(journal):
    content = filled(journal)
    journal.file.write_bytes(content[: 16 + len(LINES[0])] + content[2 * 16 + len(LINES[0]) + len(LINES[1]) :])
    with pytest.raises(StudyError, match="after edit 1"):
        EditJournal(journal.file).read()


def test_nothing_is_appended_to_a_damaged_journal(journal):
    content = bytearray(filled(journal))
    content[20] ^= 1
    journal.file.write_bytes(content)
    with pytest.raises(StudyError):
        EditJournal(journal.file).append(b"x")
    assert journal.file.read_bytes() == content


@pytest.mark.parametrize("step", ["write_all", "os.fsync"])
def test_a_full_disk_takes_the_stroke_in_hand_only(journal, monkeypatch, step):
    filled(journal)

    def refuse(descriptor, content=b""):
        os.write(descriptor, content[:7])
        raise OSError(errno.ENOSPC, "injected")

    with monkeypatch.context() as patch:
        patch.setattr(f"fets_desktop.store.journal.{step}", refuse)
        with pytest.raises(StudyError) as error:
            journal.append(b"too much")
    assert error.value.code == "disk-full"
    assert EditJournal(journal.file).read() == LINES
    journal.append(b"after")
    assert EditJournal(journal.file).read() == [*LINES, b"after"]


def test_journals_of_a_workspace_are_kept_apart_and_one_owner_each(workspace):
    one, other = workspace.journal("P-1", "P-1/1"), workspace.journal("P-1", "")
    one.append(b"a")
    assert other.read() == []
    assert workspace.journal("P-1", "P-1/1") is one
    assert one.file.parent == workspace.folder / "journals"
    assert "P-1" not in one.file.name
