"""What somebody changes behind the program's back does not stay hidden."""

import pytest

from fets_desktop.store.schema import read_migrations
from fets_desktop.store.workspace import Workspace
from fets_desktop.study.errors import Cancelled, StudyError

LATEST = len(read_migrations())
FREE = ("DROP TRIGGER audit_never_changes", "DROP TRIGGER audit_stays")


@pytest.fixture
def busy(workspace, stored_case, version):
    """A workspace with some history, closed."""
    for number in range(1, 6):
        with workspace.change("Dr. Ä", "annotation saved", f"P-1/{number}", {"n": number}) as change:
            change.put_annotation(version(number))
    workspace.journal("P-1", "P-1/5").append(b"edit")
    assert workspace.verify().faults == []
    workspace.close()
    return workspace.folder


def faults(folder):
    with Workspace.open(folder) as opened:
        report = opened.verify()
        assert report.ok is (not report.faults)
        return [fault for fault in report.faults if "trigger" not in fault]


def test_an_untouched_workspace_is_ok_and_everything_was_looked_at(busy):
    with Workspace.open(busy) as opened:
        report = opened.verify()
    assert (report.ok, report.faults) == (True, [])
    assert report.checked == LATEST + 6 + 6 + 1, "audit rows, files, journals"


@pytest.mark.parametrize("column", ["time", "actor", "action", "subject", "details"])
def test_a_changed_audit_row_is_found(busy, meddle, column):
    saved = LATEST + 2  # the rows before it say that the workspace was made and the case imported
    meddle(*FREE, f"UPDATE audit SET {column} = '{{}}' WHERE number = {saved}")
    assert faults(busy) == [f"Audit row {saved} was changed."]


def test_a_row_changed_together_with_its_hash_is_found(busy, meddle):
    meddle(*FREE, f"UPDATE audit SET hash = '{'0' * 64}' WHERE number = 4")
    assert faults(busy) == ["Audit row 4 was changed.", "Audit row 5 does not follow from the row before it."]


def test_rows_deleted_in_the_middle_or_at_the_end_are_missed(busy, meddle):
    meddle(*FREE, "DELETE FROM audit WHERE number IN (3, 4)")
    assert faults(busy) == ["Audit rows 3 to 4 are missing."]
    meddle("DELETE FROM audit WHERE number > 5")
    assert faults(busy)[-1] == "Audit rows after row 5 are missing."


def test_rows_renumbered_over_a_deleted_one_are_found(busy, meddle):
    meddle(*FREE, "DELETE FROM audit WHERE number = 3", "UPDATE audit SET number = number - 1 WHERE number > 3")
    assert "Audit row 3 does not follow from the row before it." in faults(busy)


def test_a_missing_safeguard_is_found(busy, meddle):
    meddle(*FREE)
    with Workspace.open(busy) as opened:
        assert opened.verify().faults == [
            "The trigger audit_never_changes of the database is not as this version made it.",
            "The trigger audit_stays of the database is not as this version made it.",
        ]


def test_a_changed_and_a_missing_file_are_found(busy):
    one, two, *_ = sorted((busy / "files").rglob("*.nii.gz"))
    one.chmod(0o600)
    one.write_bytes(one.read_bytes() + b"x")
    two.unlink()
    found = faults(busy)
    assert len(found) == 2
    assert f"The stored file {one.name[:12]} was changed or is damaged." in found
    assert f"The stored file {two.name[:12]} is missing." in found


def test_a_damaged_journal_is_found(busy):
    (file,) = (busy / "journals").iterdir()
    content = file.read_bytes()
    file.write_bytes(b"\0" * len(content) + content)
    assert "journal" in faults(busy)[0]


def test_a_record_without_what_it_refers_to_is_found(busy, meddle):
    meddle("PRAGMA foreign_keys = OFF", "DELETE FROM cases")
    assert any("refers to something that is not there" in fault for fault in faults(busy))


def test_a_record_that_makes_no_sense_is_found(busy, meddle):
    meddle("UPDATE cases SET stage = 'limbo'")
    assert faults(busy) == ["A record cannot be read: A record does not make sense."]


def complaint(folder):
    try:
        return faults(folder)
    except StudyError as error:
        return error.code == "damaged-workspace"


def test_every_damaged_page_is_found_when_opened_or_when_checked(busy):
    file = busy / "facts.db"
    content = file.read_bytes()
    for page in range(4096, len(content), 4096):
        file.write_bytes(content[:page] + b"\xa5" * 64 + content[page + 64 :])
        assert complaint(busy), page
    file.write_bytes(content)
    assert faults(busy) == []


def test_no_fault_names_a_patient_and_checking_can_be_stopped(busy, meddle):
    meddle(*FREE, "UPDATE audit SET actor = 'x'", "UPDATE cases SET patient = 'Doe', stage = 'Doe'")
    assert "Doe" not in "".join(faults(busy))

    def stop(fraction, note):
        raise Cancelled

    with Workspace.open(busy) as opened, pytest.raises(Cancelled):
        opened.verify(stop)


def test_progress_runs_from_nothing_to_all(busy):
    told = []
    with Workspace.open(busy) as opened:
        opened.verify(lambda fraction, note: told.append(fraction))
    assert told == sorted(told)
    assert (told[0], told[-1]) == (0.0, 1.0)
