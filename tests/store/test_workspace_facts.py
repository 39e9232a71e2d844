"""What is put in comes out as it was, whole changes or none."""

from dataclasses import replace

import pytest

from fets_desktop.store.records import JobRecord, Signer
from fets_desktop.store.schema import read_migrations
from fets_desktop.store.workspace import Workspace
from fets_desktop.study.case import Case, Stage, Surgery
from fets_desktop.study.errors import StudyError
from fets_desktop.study.finding import Finding, Grade
from fets_desktop.study.model import ModelCard
from fets_desktop.study.split import Split

LATEST = len(read_migrations())
CARD = ModelCard("starter", 1, "resunet", "int8", ("T1",), ("ET",), "phantoms only", {"int8": {"ET": 0.5}})


def reopened(workspace: Workspace) -> Workspace:
    workspace.close()
    return Workspace.open(workspace.folder, create=False)


def test_a_case_comes_back_as_it_was(workspace, stored_case):
    assert workspace.case("P-1") == stored_case
    assert workspace.cases() == [stored_case]
    with reopened(workspace) as again:
        assert again.case("P-1") == stored_case


def test_cases_stay_in_the_order_of_import(workspace, stored_case):
    for name in ("Z", "A"):
        with workspace.change("person", "case imported", name) as change:
            change.put_case(Case(name, "Q"))
    with workspace.change("person", "case corrected", "P-1") as change:
        change.put_case(Case("P-1", "Q-9"))
    assert [case.id for case in workspace.cases()] == ["P-1", "Z", "A"]
    assert workspace.case("P-1").series == ()


def test_stage_and_flag_change_alone(workspace, stored_case):
    with workspace.change("program", "case prepared", "P-1") as change:
        change.set_stage("P-1", Stage.PREPARED)
        change.set_flag("P-1", "")
    case = workspace.case("P-1")
    assert (case.stage, case.flag, case.series) == (Stage.PREPARED, "", stored_case.series)


def test_who_is_unknown_is_said_so(workspace, stored_case, version):
    for ask in (lambda: workspace.case("nobody"), lambda: workspace.annotation("P-1/9")):
        with pytest.raises(StudyError) as error:
            ask()
        assert error.value.code in ("unknown-case", "unknown-version")
    with pytest.raises(StudyError, match="no such case"), workspace.change("a", "b", "c") as change:
        change.set_stage("nobody", Stage.NEW)
    with pytest.raises(StudyError, match="no such version"), workspace.change("a", "b", "c") as change:
        change.approve("P-1/9", "x", "y")


def test_products_by_name_replaced_and_dropped_by_prefix(workspace, stored_case, publish):
    mask, picture = publish(b"mask"), publish(b"png", ".png")
    with workspace.change("program", "case prepared", "P-1") as change:
        change.put_product("P-1", "brain_mask", mask)
        change.put_product("P-1", "prepared/T1", publish(b"old"))
        change.put_product("P-1", "prepared/T1", publish(b"new"), {"step": 5})
        change.put_product("P-1", "brainXmask", picture)
    products = workspace.products("P-1")
    assert list(products) == ["brainXmask", "brain_mask", "prepared/T1"]
    assert products["prepared/T1"].path.read_bytes() == b"new"
    assert products["prepared/T1"].details == {"step": 5}
    assert products["brainXmask"].path.suffix == ".png"
    with workspace.change("person", "contrasts confirmed", "P-1") as change:
        change.drop_products("P-1", "brain_")
        change.drop_products("P-1", "prepared/")
    assert list(workspace.products("P-1")) == ["brainXmask"]
    assert mask.path.exists(), "files are never removed with their names"


def test_findings_are_replaced_as_a_whole(workspace, stored_case):
    first = [Finding("n4", "Bias", Grade.OK, "fine", {"cv_percent": 3.5}, 1.25, "n4"), Finding("x", "X", Grade.BAD)]
    for findings in (first, first[:1]):
        with workspace.change("program", "case prepared", "P-1") as change:
            change.put_findings("P-1", findings)
        assert workspace.findings("P-1") == findings


def test_versions_grow_and_are_signed_off(workspace, stored_case, version):
    first, second = version(1), version(2, note="edges")
    with workspace.change("Dr. Ä", "annotation saved", "P-1/1") as change:
        change.put_annotation(first)
        change.put_annotation(second)
    assert workspace.annotations("P-1") == [first, second]
    with workspace.change("Dr. B", "annotation approved", "P-1/2") as change:
        change.approve("P-1/2", "Dr. B", "2026-02-02T00:00:00Z")
    approved = workspace.annotation("P-1/2")
    assert (approved.approved_by, approved.approved_at) == ("Dr. B", "2026-02-02T00:00:00Z")
    assert workspace.annotation("P-1/1") == first


@pytest.mark.parametrize("sql", ["UPDATE annotations SET body = '{}'", "DELETE FROM annotations", "DELETE FROM audit"])
def test_what_must_not_change_is_refused_by_the_records_themselves(workspace, stored_case, version, sql):
    with workspace.change("a", "b", "c") as change:
        change.put_annotation(version(1))
    with pytest.raises(ValueError, match="refuse"), workspace.change("a", "b", "c") as change:
        change._run(sql)
    assert len(workspace.annotations("P-1")) == 1


def test_a_version_cannot_be_written_twice_nor_without_its_parent_case_or_file(workspace, stored_case, version):
    with workspace.change("a", "b", "c") as change:
        change.put_annotation(version(1))
    for wrong in (version(1), version(3), version(2, case="nobody")):
        with pytest.raises(ValueError, match="refuse"), workspace.change("a", "b", "c") as change:
            change.put_annotation(wrong)
    lost = version(2)
    workspace.files.path(lost.sha256).unlink()
    with pytest.raises(StudyError, match="missing"), workspace.change("a", "b", "c") as change:
        change.put_annotation(lost)
    assert len(workspace.annotations("P-1")) == 1


def test_split_models_settings_and_jobs(workspace, publish):
    assert (workspace.split(), workspace.models(), workspace.settings(), workspace.jobs()) == (None, [], {}, [])
    job = JobRecord("j", "prepare", "Preparing", "P-1", "queued", {"threads": 2, "path": None}, "now", "", "")
    done = JobRecord("j", "prepare", "Preparing", "P-1", "failed", {}, "now", "then", "No.")
    with workspace.change("a", "b", "c") as change:
        change.put_split(Split(("a",), ("b",)))
        change.put_split(Split(("a", "c"), ("b",), 0.7, 5))
        change.put_setting("look.theme", "light")
        change.put_setting("look.theme", "dark")
        change.put_setting("review.opacity", 0.4)
        change.put_job(job)
        change.put_job(JobRecord("k", "t", "T", "", "done", {}, "", "", ""))
        assert workspace.jobs()[0] == job, "a change reads what it wrote"
        change.put_job(done)
    assert workspace.split() == Split(("a", "c"), ("b",), 0.7, 5)
    assert workspace.settings() == {"look.theme": "dark", "review.opacity": 0.4}
    assert [j.id for j in workspace.jobs()] == ["j", "k"]
    assert workspace.jobs()[0] == done


def test_one_model_at_most_is_current(workspace, publish):
    one, two = publish(b"one", ".fetsmodel"), publish(b"two", ".fetsmodel")

    def put(file, current):
        with workspace.change("program", "model published", "m") as change:
            change.put_model(CARD, file, current)
        return {m.sha256: m.current for m in workspace.models()}

    assert put(one, False) == {one.sha256: False}
    assert put(one, True) == {one.sha256: True}
    assert put(two, False) == {one.sha256: True, two.sha256: False}
    assert put(two, True) == {one.sha256: False, two.sha256: True}
    assert put(two, False) == {one.sha256: False, two.sha256: True}, "to register again retires nobody"
    model = workspace.models()[1]
    assert (model.id, model.card, model.path) == (f"starter@{two.sha256[:8]}", CARD, two.path)


def test_a_change_that_fails_leaves_nothing(workspace, stored_case):
    before = workspace.audit()

    def fail(change):
        change.set_stage("P-1", Stage.EXCLUDED)
        change.put_setting("a", 1)
        raise LookupError

    with pytest.raises(LookupError), workspace.change("person", "case excluded", "P-1") as change:
        fail(change)
    assert workspace.case("P-1") == stored_case
    assert workspace.settings() == {}
    assert workspace.audit() == before
    with pytest.raises(ValueError, match="over"):
        change.put_setting("a", 1)


def test_a_change_of_which_a_part_failed_is_not_kept_even_if_the_failure_was_swallowed(workspace, stored_case):
    def swallow(change):
        try:
            change.set_stage("nobody", Stage.NEW)
        except StudyError:
            change.put_setting("a", 1)

    with pytest.raises(RuntimeError, match="part failed"), workspace.change("a", "b", "c") as change:
        swallow(change)
    assert workspace.settings() == {}


def test_changes_do_not_nest(workspace):
    with workspace.change("a", "outer", "c") as change:
        with pytest.raises(RuntimeError, match="one piece"), workspace.change("a", "inner", "c"):
            pass
        change.put_setting("a", 1)
    assert workspace.settings() == {"a": 1}
    assert [row.action for row in workspace.audit(2)] == ["outer", "workspace brought up to date"]


def test_every_change_has_one_audit_row_newest_first(workspace, stored_case):
    with workspace.change("Dr. Ä", "flagged", "P-1", {"why": "artefact", "stage": Stage.NEW}) as change:
        change.set_flag("P-1", "x")
    rows = workspace.audit()
    assert [(r.number, r.actor, r.action, r.subject) for r in rows] == [
        (LATEST + 2, "Dr. Ä", "flagged", "P-1"),
        (LATEST + 1, "person", "case imported", "P-1"),
        *((n, "program", "workspace brought up to date", f"schema {n}") for n in range(LATEST, 1, -1)),
        (1, "program", "workspace made", "schema 1"),
    ]
    assert rows[0].details == {"why": "artefact", "stage": "new"}
    assert rows[0].previous == rows[1].hash
    assert rows[-1].previous == ""
    assert rows[0].time.endswith("Z")
    assert workspace.audit(limit=1) == rows[:1]


def test_what_a_person_said_about_surgery_stays_when_the_case_is_imported_again(workspace, stored_case):
    with workspace.change("person", "said", "P-1") as change:
        change.set_surgery("P-1", Surgery.AFTER)
    with workspace.change("person", "case imported", "P-1") as change:
        change.put_case(stored_case)
    assert workspace.case("P-1").surgery is Surgery.AFTER
    with workspace.change("person", "said", "P-1") as change:
        change.put_case(replace(stored_case, surgery=Surgery.BEFORE))
    assert workspace.case("P-1").surgery is Surgery.BEFORE


def test_a_retired_model_does_not_propose_and_keeps_where_it_came_from(workspace, publish):
    card = ModelCard("m", 1, "resunet", "int8", ("T1",), ("ET",), "nothing")
    file = publish(b"model", ".fetsmodel")
    with workspace.change("program", "published", "m") as change:
        change.put_model(card, file, True, origin="imported", signer="abcd")
    with workspace.change("person", "retired", "m") as change:
        change.retire_model(workspace.models()[0].id, True)
    with workspace.change("program", "published", "m") as change:
        change.put_model(card, file, False)
    [model] = workspace.models()
    assert (model.current, model.retired, model.origin, model.signer) == (False, True, "imported", "abcd")


def test_a_signer_is_trusted_until_it_is_dropped(workspace):
    for name in ("Köln", "Köln, radiology"):
        with workspace.change("person", "signer trusted", "ab-cd") as change:
            change.put_signer(Signer("ab-cd", name, "2026-01-01T00:00:00Z"))
    assert [(s.fingerprint, s.name) for s in workspace.signers()] == [("ab-cd", "Köln, radiology")]
    with workspace.change("person", "signer dropped", "ab-cd") as change:
        change.drop_signer("ab-cd")
    assert workspace.signers() == []
