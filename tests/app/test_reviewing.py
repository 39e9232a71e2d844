"""Open, paint, lose the power, save, sign off."""

from collections.abc import Callable
from pathlib import Path

import numpy as np
import pytest
from small_case import GRID, SHAPE

from fets_desktop.app.annotations import unsaved
from fets_desktop.app.annotations.reviewing import Reviewing
from fets_desktop.app.annotations.session import ReviewSession
from fets_desktop.app.annotations.versions import draft, put_version
from fets_desktop.app.bus import FactsBus
from fets_desktop.app.choices import Choices
from fets_desktop.imaging.files import write_array
from fets_desktop.review.brush import Brush
from fets_desktop.store.workspace import Workspace
from fets_desktop.study.case import Event, Stage
from fets_desktop.study.contrast import ALL_CONTRASTS
from fets_desktop.study.errors import StudyError
from fets_desktop.study.facts import CaseChanged
from fets_desktop.study.finding import Finding, Grade
from fets_desktop.study.grid import BRATS_GRID
from fets_desktop.study.labels import BRATS_2021
from fets_desktop.study.volume import LabelMap


def stroke(session: ReviewSession, x: float, value: int = 2, radius: float = 3.0) -> None:
    session.editor.begin("Brush", Brush(value, radius))
    session.editor.dab((x, 13.0, 9.0))
    session.editor.dab((x + 2.0, 15.0, 10.0))
    assert session.editor.end() is not None


def again(workspace: Workspace) -> Reviewing:
    """The reviewing of a program that was started after a crash: it knows only what is on the disk."""
    workspace._journals.clear()
    bus = FactsBus()
    return Reviewing(workspace, bus, Choices(workspace, bus))


def test_a_prepared_case_opens_with_four_brains_and_an_empty_label_map(reviewing: Reviewing, case: str) -> None:
    session = reviewing.open(case)
    assert session.base is None
    assert session.recovered == 0
    assert tuple(session.volumes) == ALL_CONTRASTS
    assert session.editor.labels.grid == GRID
    assert session.editor.labels.scheme == BRATS_2021
    assert not session.editor.labels.array.any()
    assert session.brain.sum() > 1000
    assert reviewing.open(case) is session


def test_what_is_saved_is_a_version_with_everything_known_of_it(
    reviewing: Reviewing, workspace: Workspace, case: str, facts: list[object]
) -> None:
    session = reviewing.open(case)
    stroke(session, 8.0, value=2)
    stroke(session, 10.0, value=4)
    painted = session.editor.labels.array.copy()
    version = reviewing.save(session, "Dr. Weber", "first look")
    assert version is not None
    assert (version.id, version.author, version.parent, version.note) == ("P-1/1", "Dr. Weber", None, "first look")
    assert version.edits == 2
    assert version.scheme == "brats2021"
    assert version.volumes_ml["ET"] == pytest.approx((painted == 4).sum() / 1000)
    assert version.volumes_ml["WT"] == pytest.approx((painted != 0).sum() / 1000)
    assert workspace.case(case).stage is Stage.IN_REVIEW
    assert np.array_equal(reviewing.labels("P-1/1").array, painted)
    assert facts == [CaseChanged(case)]
    assert workspace.audit(1)[0].actor == "Dr. Weber"
    assert reviewing.save(session) is None, "nothing changed since"
    stroke(session, 12.0)
    second = reviewing.save(session)
    assert second is not None
    assert (second.id, second.parent, second.author, second.edits) == ("P-1/2", "P-1/1", "person", 1)
    assert workspace.verify().ok


def test_edits_survive_a_crash_with_their_history(reviewing: Reviewing, workspace: Workspace, case: str) -> None:
    session = reviewing.open(case)
    for x in (5.0, 9.0, 13.0):
        stroke(session, x)
    session.editor.undo()
    before = session.editor.labels.array.copy()
    session.editor.begin("Brush", Brush(1, 4.0))
    session.editor.dab((10.0, 20.0, 5.0))  # the stroke in hand is all that a crash may take
    back = again(workspace).open(case)
    assert back.recovered == 4
    assert back.notice == ""
    assert np.array_equal(back.editor.labels.array, before)
    back.editor.redo()
    back.editor.undo()
    back.editor.undo()
    back.editor.undo()
    assert not back.editor.labels.array.any()
    assert not back.editor.changed


def test_undo_and_redo_beyond_a_saved_version_survive_a_crash(
    reviewing: Reviewing, workspace: Workspace, case: str
) -> None:
    session = reviewing.open(case)
    for x in (5.0, 9.0, 13.0):
        stroke(session, x)
    session.editor.undo()
    reviewing.save(session)
    session.editor.redo()  # undone before the version, done again after it
    with_all = session.editor.labels.array.copy()
    back = again(workspace).open(case)
    assert back.base == session.base
    assert np.array_equal(back.editor.labels.array, with_all)
    back.editor.undo()
    assert not back.editor.changed
    back.unsaved.clear()

    third = again(workspace)
    session = third.open(case)
    stroke(session, 16.0, value=1)
    session.editor.undo()
    third.leave(session)
    assert third.open(case).recovered == 0, "nothing is different, so nothing comes back"


def test_an_undo_of_a_saved_edit_is_known_as_a_change_after_a_crash(
    reviewing: Reviewing, workspace: Workspace, case: str
) -> None:
    session = reviewing.open(case)
    stroke(session, 5.0)
    stroke(session, 12.0)
    reviewing.save(session)
    session.editor.undo()
    fresh = again(workspace)
    back = fresh.open(case)
    assert back.recovered == 1
    assert back.changed
    assert back.editor.changed
    version = fresh.save(back)
    assert version is not None
    assert (version.edits, version.parent) == (1, "P-1/1")


def test_unsaved_edits_come_back_though_a_model_proposed_meanwhile(
    reviewing: Reviewing, workspace: Workspace, case: str
) -> None:
    session = reviewing.open(case)
    stroke(session, 5.0)
    painted = session.editor.labels.array.copy()
    proposal = LabelMap(np.full(SHAPE, 2, dtype=np.uint8), GRID, BRATS_2021)
    put_version(workspace, proposal, draft(case, "model m@1"), Event.PROPOSE, "labels proposed")
    reviewing.leave(session)
    back = reviewing.open(case)
    assert back.base is None
    assert np.array_equal(back.editor.labels.array, painted)
    version = reviewing.save(back)
    assert version is not None
    assert (version.number, version.parent) == (2, None)


def test_a_crash_between_saving_and_forgetting_the_journal_saves_nothing_twice(
    reviewing: Reviewing, workspace: Workspace, case: str
) -> None:
    session = reviewing.open(case)
    stroke(session, 5.0)
    journal = workspace.journal(case, "").file
    lines = journal.read_bytes()
    reviewing.save(session)
    journal.write_bytes(lines)
    back = again(workspace).open(case)
    assert back.base is not None
    assert back.base.id == "P-1/1"
    assert back.recovered == 0
    assert not back.changed
    assert not journal.exists()


def test_a_damaged_journal_is_put_aside_and_said(reviewing: Reviewing, workspace: Workspace, case: str) -> None:
    session = reviewing.open(case)
    for x in (5.0, 9.0, 13.0):
        stroke(session, x)
    file = workspace.journal(case, "").file
    content = bytearray(file.read_bytes())
    content[40] ^= 0xFF  # within the first edit, with good ones after it
    file.write_bytes(bytes(content))
    back = again(workspace).open(case)
    assert back.recovered == 0
    assert "Nothing was deleted" in back.notice
    assert file.with_suffix(".damaged-1").read_bytes() == bytes(content)
    stroke(back, 7.0)
    assert again(workspace).open(case).recovered == 1


def test_a_journal_of_another_label_map_keeps_what_fits(reviewing: Reviewing, workspace: Workspace, case: str) -> None:
    session = reviewing.open(case)
    stroke(session, 5.0)
    before = session.editor.labels.array.copy()
    stroke(session, 9.0)
    journal = workspace.journal(case, "")
    lines = journal.read()
    journal.clear()
    for line in (lines[0], b"1 edit 2 rubbish", lines[1]):
        journal.append(line)
    back = again(workspace).open(case)
    assert back.recovered == 1
    assert "1 were" in back.notice
    assert np.array_equal(back.editor.labels.array, before)
    assert workspace.journal(case, "").read() == lines[:1]


def test_only_active_minutes_count(
    reviewing: Reviewing, case: str, monkeypatch: pytest.MonkeyPatch, workspace: Workspace
) -> None:
    now = [1000.0]
    monkeypatch.setattr(unsaved.Unsaved.__init__, "__defaults__", (lambda: now[0],))
    session = reviewing.open(case)
    for gap, x in ((30.0, 4.0), (60.0, 8.0), (3600.0, 12.0), (15.0, 16.0)):
        now[0] += gap
        stroke(session, x)
    now[0] += 45.0
    version = reviewing.save(session)
    assert version is not None
    assert version.minutes == pytest.approx(150.0 / 60.0)


def test_a_disk_that_is_full_takes_the_stroke_back(
    reviewing: Reviewing, case: str, workspace: Workspace, monkeypatch: pytest.MonkeyPatch
) -> None:
    session = reviewing.open(case)
    stroke(session, 5.0)
    before = session.editor.labels.array.copy()

    def full(line: bytes) -> None:
        raise StudyError("disk-full")

    monkeypatch.setattr(workspace.journal(case, ""), "append", full)
    with pytest.raises(StudyError, match="disk is full"):
        stroke(session, 12.0)
    assert np.array_equal(session.editor.labels.array, before)
    assert session.unsaved.count == 1


def test_signing_off_needs_a_name_and_labels(reviewing: Reviewing, workspace: Workspace, case: str) -> None:
    session = reviewing.open(case)
    with pytest.raises(StudyError, match="reviewer"):
        reviewing.approve(session, "  ")
    with pytest.raises(StudyError, match="Nothing has been labelled"):
        reviewing.approve(session, "Dr. Weber")
    with pytest.raises(StudyError) as raised:
        reviewing.approve_newest(case, "Dr. Weber")
    assert raised.value.code == "unknown-version"
    stroke(session, 8.0)
    approved = reviewing.approve(session, "Dr. Weber", "fine")
    assert (approved.id, approved.approved_by, approved.author, approved.note) == (
        "P-1/1",
        "Dr. Weber",
        "Dr. Weber",
        "fine",
    )
    assert approved.approved_at
    assert workspace.case(case).stage is Stage.APPROVED
    assert reviewing.approve(session, "Dr. Braun").approved_by == "Dr. Braun", "a second opinion on the same version"
    stroke(session, 14.0)
    reviewing.save(session)
    assert workspace.case(case).stage is Stage.IN_REVIEW, "an edited label map is not approved any more"
    assert reviewing.approve_newest(case, "Dr. Weber").id == "P-1/2"


def test_what_the_check_list_refuses_is_not_signed(
    reviewing: Reviewing, workspace: Workspace, case: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    session = reviewing.open(case)
    stroke(session, 8.0)
    bad = Finding("labels-scheme", "Label values", Grade.BAD, "7 unknown to BraTS")
    monkeypatch.setattr("fets_desktop.app.annotations.reviewing.check", lambda *_: [bad])
    with pytest.raises(StudyError, match="7 unknown to BraTS"):
        reviewing.approve(session, "Dr. Weber")
    assert workspace.annotations(case) == [], "nothing was saved either"
    monkeypatch.undo()
    assert [finding.grade for finding in reviewing.check(session)].count(Grade.BAD) == 0
    assert reviewing.approve(session, "Dr. Weber").approved_by == "Dr. Weber"


def test_what_has_no_brain_cannot_be_reviewed(reviewing: Reviewing, workspace: Workspace, case: str) -> None:
    with workspace.change("program", "x", case) as change:
        change.set_stage(case, Stage.CONVERTED)
    with pytest.raises(StudyError) as raised:
        reviewing.open(case)
    assert raised.value.code == "wrong-stage"
    with pytest.raises(StudyError) as raised:
        reviewing.open("P-9")
    assert raised.value.code == "unknown-case"


def test_a_case_taken_out_meanwhile_keeps_its_edits(reviewing: Reviewing, workspace: Workspace, case: str) -> None:
    session = reviewing.open(case)
    stroke(session, 8.0)
    with workspace.change("person", "case excluded", case) as change:
        change.set_stage(case, Stage.EXCLUDED)
    with pytest.raises(StudyError) as raised:
        reviewing.save(session)
    assert raised.value.code == "wrong-stage"
    assert workspace.annotations(case) == []
    reviewing.leave(session)
    with workspace.change("person", "case included", case) as change:
        change.set_stage(case, Stage.PREPARED)
    assert reviewing.open(case).recovered == 1


def test_a_left_session_cannot_write_any_more(reviewing: Reviewing, case: str) -> None:
    session = reviewing.open(case)
    reviewing.close()
    with pytest.raises(RuntimeError, match="was left"):
        stroke(session, 8.0)
    assert not session.editor.labels.array.any()


@pytest.fixture
def label_file(tmp_path: Path) -> Callable[..., Path]:
    def make(*values: int, grid=GRID) -> Path:
        array = np.zeros(grid.shape, dtype=np.uint8)
        for place, value in enumerate(values):
            array[8:11, 8:11, 6 + 3 * place : 9 + 3 * place] = value
        return write_array(tmp_path / "given_seg.nii.gz", array, grid)

    return make


def refused(reviewing: Reviewing, case: str, file: Path, scheme: str | None = None) -> str:
    with pytest.raises(StudyError) as raised:
        reviewing.import_labels(case, file, scheme)
    return raised.value.code


def test_a_label_map_from_elsewhere_becomes_a_version_in_its_own_scheme(
    reviewing: Reviewing, workspace: Workspace, case: str, label_file: Callable[..., Path]
) -> None:
    version = reviewing.import_labels(case, label_file(1, 2, 3), "brats2023", "Site 4")
    assert (version.author, version.scheme, version.parent) == ("Site 4", "brats2023", None)
    assert version.volumes_ml == pytest.approx({"ET": 0.027, "TC": 0.054, "WT": 0.081})
    assert workspace.case(case).stage is Stage.IN_REVIEW
    assert reviewing.open(case).base == version
    assumed = reviewing.import_labels(case, label_file(1, 2, 4))
    assert assumed.scheme == "brats2021"
    assert "A 4 and no 3: read as BraTS 2017-2021" in assumed.note
    assert reviewing.import_labels(case, label_file(1, 2, 4), "brats2021").note == "", "a person said so"
    certain = reviewing.import_labels(case, label_file(1, 2, 3, 4))
    assert (certain.scheme, certain.note) == ("postop", ""), "only one scheme has both"
    assert [v.number for v in workspace.annotations(case)] == [1, 2, 3, 4]


def test_a_label_map_that_is_not_certain_is_refused_with_the_reason(
    reviewing: Reviewing, workspace: Workspace, case: str, label_file: Callable[..., Path], tmp_path: Path
) -> None:
    assert refused(reviewing, case, label_file(1, 2, 3)) == "ambiguous-scheme"
    assert refused(reviewing, case, label_file(1, 2)) == "ambiguous-scheme"
    assert refused(reviewing, case, label_file(1, 2, 3), "brats2021") == "stray-labels"
    assert refused(reviewing, case, label_file(1, 2, 7)) == "stray-labels"
    assert refused(reviewing, case, label_file(1, 2, 4), "brats1999") == "wrong-usage"
    assert refused(reviewing, case, label_file(1, 2, 4, grid=BRATS_GRID)) == "wrong-grid"
    assert refused(reviewing, case, tmp_path / "nothing.nii.gz") == "unreadable-image"
    assert workspace.annotations(case) == []
    assert list(workspace.scratch.rglob("*.nii*")) == []
