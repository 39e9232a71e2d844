"""Versions side by side, restored, read a second time blind, and signed off in spite of remarks."""

import numpy as np
import pytest
from refusals import code
from small_case import GRID, SHAPE

from fets_desktop.app.annotations.reviewing import Reviewing
from fets_desktop.app.annotations.session import ReviewSession
from fets_desktop.app.annotations.versions import draft, put_version
from fets_desktop.app.bus import FactsBus
from fets_desktop.app.cases import Cases
from fets_desktop.app.choices import Choices
from fets_desktop.review.brush import Brush
from fets_desktop.store.workspace import Workspace
from fets_desktop.study.annotation import Annotation
from fets_desktop.study.case import Event
from fets_desktop.study.finding import Grade
from fets_desktop.study.labels import BRATS_2021, Region
from fets_desktop.study.volume import LabelMap


def proposal(workspace: Workspace, case: str) -> Annotation:
    array = np.zeros(SHAPE, np.uint8)
    array[6:12, 9:17, 8:16] = 2
    array[8:10, 11:14, 10:13] = 4
    array[8:10, 12, 11] = 1
    return put_version(
        workspace, LabelMap(array, GRID, BRATS_2021), draft(case, "model starter@0123abcd"), Event.PROPOSE, "proposed"
    )


def stroke(session: ReviewSession, x: float, value: int = 2, radius: float = 3.0) -> None:
    session.editor.begin("Brush", Brush(value, radius))
    session.editor.dab((x, 13.0, 9.0))
    assert session.editor.end() is not None


@pytest.fixture
def first(reviewing: Reviewing, workspace: Workspace, case: str) -> Annotation:
    """A model's proposal that Dr. Weber corrected."""
    proposal(workspace, case)
    session = reviewing.open(case)
    stroke(session, 4.0)
    version = reviewing.save(session, "Dr. Weber", "first reader")
    assert version
    reviewing.leave(session)
    return version


def test_two_versions_are_compared_by_region_and_place(reviewing: Reviewing, case: str, first: Annotation) -> None:
    found = reviewing.comparer(first.id, f"{case}/1")()
    old, new = reviewing.labels(f"{case}/1").array, reviewing.labels(first.id).array
    assert found.scores[Region.ET].dice == 1.0
    inside = (old != 0) & (new != 0)
    assert found.scores[Region.WT].dice == pytest.approx(2 * inside.sum() / ((old != 0).sum() + (new != 0).sum()))
    assert found.volumes[0].regions_ml[Region.WT] > found.volumes[1].regions_ml[Region.WT]
    (place,) = found.places
    x, y, z = place.voxel
    assert old[z, y, x] != new[z, y, x]
    assert place.ml == pytest.approx((old != new).sum() / 1000)


def test_a_restored_version_is_a_new_one(
    reviewing: Reviewing, workspace: Workspace, case: str, first: Annotation
) -> None:
    made = reviewing.restore(f"{case}/1", "Dr. Lind", "the proposal was better")
    assert (made.number, made.parent, made.author, made.note) == (
        3,
        f"{case}/1",
        "Dr. Lind",
        "the proposal was better",
    )
    assert np.array_equal(reviewing.labels(made.id).array, reviewing.labels(f"{case}/1").array)
    assert [v.id for v in workspace.annotations(case)] == [f"{case}/1", first.id, made.id]
    assert reviewing.open(case).base == made
    assert workspace.verify().ok


def test_a_second_reader_sees_the_proposal_and_not_the_first_reader(
    reviewing: Reviewing, workspace: Workspace, case: str, first: Annotation
) -> None:
    reviewing.begin_reading(case, "Dr. Lind", f"{case}/1")
    session = reviewing.open(case)
    assert session.reading
    assert session.base
    assert session.base.id == f"{case}/1"
    assert np.array_equal(session.editor.labels.array, reviewing.labels(f"{case}/1").array)
    stroke(session, 18.0)
    version = reviewing.save(session, "somebody else")
    assert version
    assert (version.author, version.parent) == ("Dr. Lind", f"{case}/1")
    assert code(lambda: reviewing.approve(session, "Dr. Lind")) == "wrong-usage"
    assert code(lambda: reviewing.restore(first.id)) == "wrong-usage"
    stroke(session, 19.0, radius=4.0)
    last = reviewing.end_reading(session, "second reader")
    assert last
    assert (last.author, last.parent, last.note) == ("Dr. Lind", version.id, "second reader")
    reviewing.leave(session)
    assert reviewing.reading(case) is None
    again = reviewing.open(case)
    assert again.reading is None
    assert again.base == last
    assert {row.action for row in workspace.audit(10)} >= {"second reading begun", "second reading finished"}
    assert workspace.verify().ok


def test_a_second_reading_outlives_a_crash_still_blind(
    reviewing: Reviewing, workspace: Workspace, case: str, first: Annotation
) -> None:
    reviewing.begin_reading(case, "Dr. Lind")
    session = reviewing.open(case)
    assert session.base is None
    stroke(session, 10.0)
    reviewing.save(session)
    stroke(session, 12.0, radius=4.0)
    painted = session.editor.labels.array.copy()
    workspace._journals.clear()
    bus = FactsBus()
    back = Reviewing(workspace, bus, Choices(workspace, bus)).open(case)
    assert back.reading
    assert back.recovered == 1
    assert np.array_equal(back.editor.labels.array, painted)


def test_a_reading_given_up_leaves_the_case_as_it_was(reviewing: Reviewing, case: str, first: Annotation) -> None:
    reviewing.begin_reading(case, "Dr. Lind", f"{case}/1")
    session = reviewing.open(case)
    stroke(session, 18.0)
    reviewing.end_reading(session, finished=False)
    reviewing.leave(session)
    back = reviewing.open(case)
    assert back.base == first
    assert back.recovered == 0


def test_who_knows_the_case_is_no_second_reader(reviewing: Reviewing, case: str, first: Annotation) -> None:
    assert code(lambda: reviewing.begin_reading(case, "Dr. Weber")) == "wrong-usage"
    assert code(lambda: reviewing.begin_reading(case, "Dr. Lind", first.id)) == "wrong-usage"
    assert code(lambda: reviewing.begin_reading(case, " ")) == "wrong-usage"
    reviewing.begin_reading(case, "Dr. Lind")
    assert code(lambda: reviewing.begin_reading(case, "Dr. Oh")) == "wrong-usage"
    session = reviewing.open(case)
    assert code(lambda: reviewing.begin_reading(case, "Dr. Oh")) == "wrong-usage"
    reviewing.leave(session)


def test_a_tumour_that_changed_much_since_its_parent_is_remarked(
    reviewing: Reviewing, workspace: Workspace, case: str
) -> None:
    proposal(workspace, case)
    session = reviewing.open(case)
    assert "labels-change" not in {f.step for f in reviewing.check(session)}
    stroke(session, 4.0, radius=9.0)
    (found,) = [f for f in reviewing.check(session) if f.step == "labels-change"]
    assert found.grade is Grade.LOOK
    assert found.numbers["change_percent"] > 25
    x, y, z = (int(found.numbers[axis]) for axis in "xyz")
    assert session.editor.labels.array[z, y, x] != session.saved[z, y, x]
    reviewing.save(session)
    assert found in reviewing.check(session), "a saved version is compared with its parent"
    reviewing.leave(session)
    assert found in reviewing.check(reviewing.open(case))


def test_the_reason_for_signing_in_spite_of_remarks_stays_with_the_version(
    reviewing: Reviewing, workspace: Workspace, case: str, first: Annotation
) -> None:
    signed = reviewing.approve(reviewing.open(case), "Dr. Weber", reason=" a small satellite lesion ")
    assert signed.approved_reason == "a small satellite lesion"
    assert workspace.annotation(first.id) == signed
    assert workspace.audit(1)[0].details["reason"] == "a small satellite lesion"


def test_a_case_is_assigned_and_stays_so_when_it_is_imported_again(workspace: Workspace, case: str) -> None:
    cases = Cases(workspace, FactsBus())
    cases.assign(case, " Dr. Lind ")
    assert cases.get(case).assigned == "Dr. Lind"
    with workspace.change("person", "case imported", case) as change:
        change.put_case(workspace.case(case))
    assert cases.get(case).assigned == "Dr. Lind"
    cases.assign(case, "")
    assert cases.get(case).assigned == ""
