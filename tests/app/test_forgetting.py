"""A patient is forgotten: no byte of them stays, others keep theirs, and what cannot be reached is told."""

from collections.abc import Callable
from pathlib import Path

import pytest
from memory_keyring import MemoryKeyring
from test_identities import WHO

from fets_desktop.app.annotations.reviewing import Reviewing
from fets_desktop.app.bus import FactsBus
from fets_desktop.app.choices import Choices
from fets_desktop.app.forgetting import Forgetting, forgotten_words
from fets_desktop.app.identities import Identities
from fets_desktop.app.keyring_ import Secrets
from fets_desktop.review.brush import Brush
from fets_desktop.store import workspace as workspace_module
from fets_desktop.store.records import JobRecord
from fets_desktop.store.workspace import Workspace
from fets_desktop.study.case import Case
from fets_desktop.study.errors import StudyError
from fets_desktop.study.facts import CaseForgotten
from fets_desktop.study.model import ModelCard
from fets_desktop.study.split import Split


@pytest.fixture
def kept(workspace: Workspace, bus: FactsBus, ring: MemoryKeyring) -> Identities:
    return Identities(workspace, Secrets(workspace, ring, {}), Choices(workspace, bus))


@pytest.fixture
def forgetting(workspace: Workspace, bus: FactsBus, reviewing: Reviewing, kept: Identities) -> Forgetting:
    return Forgetting(workspace, bus, reviewing, kept)


@pytest.fixture
def two(workspace: Workspace, add_prepared: Callable[..., str], reviewing: Reviewing) -> tuple[str, str]:
    """Two patients of whom each has a version, unsaved edits and a place in the split; some files are the same."""
    names = add_prepared(workspace, "P-ONE", "Q-1"), add_prepared(workspace, "P-TWO", "Q-2")
    for place, name in enumerate(names):
        session = reviewing.open(name)
        for step in range(2):
            session.editor.begin("Brush", Brush(1, 2.0))
            session.editor.dab((10.0 + place + step, 13.0, 9.0))
            assert session.editor.end() is not None
            if step == 0:
                assert reviewing.save(session, "Dr. Weber")
        reviewing.leave(session)
    with workspace.change("person", "split drawn", "split") as change:
        change.put_split(Split(("P-ONE",), ("P-TWO",)))
    return names


def everything(folder: Path) -> dict[str, bytes]:
    return {str(f.relative_to(folder)): f.read_bytes() for f in folder.rglob("*") if f.is_file()}


def test_nothing_of_a_case_stays_but_its_tombstone(workspace, forgetting, two, folder: Path, facts) -> None:
    one, other = two
    (folder / "scratch" / "prepare" / one).mkdir(parents=True)
    (folder / "scratch" / "prepare" / one / "memo.json").write_text("{}")
    before = {v.sha256 for v in workspace.annotations(other)} | {p.sha256 for p in workspace.products(other).values()}
    hers = {v.sha256 for v in workspace.annotations(one)} | {p.sha256 for p in workspace.products(one).values()}

    gone = forgetting.forget(one)

    assert gone.cases == (one,)
    assert gone.patient
    assert gone.versions == 1
    assert [case.id for case in workspace.cases()] == [other]
    for sha256 in hers - before:
        assert not workspace.files.exists(sha256)
    for sha256 in before:
        assert workspace.files.exists(sha256), "a file that both had is the other's still"
    assert not (folder / "scratch" / "prepare" / one).exists()
    assert len(list((folder / "journals").iterdir())) == 1
    split = workspace.split()
    assert split is not None
    assert (split.train, split.validation) == ((), (other,))
    assert CaseForgotten(one) in facts
    assert workspace.verify().ok
    assert workspace.audit(1)[0].action == "case forgotten"
    assert workspace.audit(1)[0].subject == one


def test_its_words_are_in_no_page_of_the_database(workspace, forgetting, two, folder: Path) -> None:
    with workspace.change("person", "case flagged", two[0]) as change:
        change.set_flag(two[0], "moved his head like nobody else")
    assert any(b"nobody else" in content for content in everything(folder).values())
    forgetting.forget(two[0])
    assert not any(b"nobody else" in content for content in everything(folder).values())


def test_a_file_that_had_lost_its_name_goes_too(workspace, forgetting, two, tmp_path: Path) -> None:
    def publish(content: bytes) -> str:
        (tmp_path / "file").write_bytes(content)
        file = workspace.files.publish(tmp_path / "file", ".png")
        with workspace.change("program", "prepared", two[0]) as change:
            change.put_product(two[0], "picture/atlas", file)
        return str(file.sha256)

    earlier, later = publish(b"earlier"), publish(b"later")
    with workspace.change("program", "prepared", two[0]) as change:
        change.drop_products(two[0], "picture/")
    assert workspace.files.exists(earlier)
    forgetting.forget(two[0])
    assert not workspace.files.exists(earlier)
    assert not workspace.files.exists(later)


def test_who_it_was_is_destroyed_with_the_last_time_point(workspace, forgetting, kept, ring, add_prepared) -> None:
    add_prepared(workspace, "P-A", "Q-1")
    add_prepared(workspace, "P-B", "Q-1")
    add_prepared(workspace, "P-C", "Q-2")
    for patient in ("Q-1", "Q-2"):
        assert kept.add(patient, WHO)
    earlier = (workspace.folder / "identities.vault").read_bytes()
    keys = dict(ring.kept)

    assert not forgetting.forget("P-A").patient
    assert set(kept.all()) == {"Q-1", "Q-2"}
    assert forgetting.forget("P-B").patient
    assert set(kept.all()) == {"Q-2"}
    # an earlier copy of the table does not open with the key that is kept now
    (workspace.folder / "identities.vault").write_bytes(earlier)
    assert ring.kept != keys
    fresh = Identities(workspace, Secrets(workspace, ring, {}), kept._choices)
    with pytest.raises(StudyError) as caught:
        fresh.all()
    assert caught.value.code == "lost-key"


@pytest.mark.parametrize("after", [0, 1, 2])
def test_a_power_cut_while_the_table_is_written_anew_leaves_one_that_opens(
    workspace, kept, ring, after: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    for patient in ("Q-1", "Q-2"):
        kept.add(patient, WHO)
    deeds = 0

    def cut(real):
        def deed(*arguments):
            nonlocal deeds
            deeds += 1
            if deeds > after:
                raise KeyboardInterrupt
            return real(*arguments)

        return deed

    with monkeypatch.context() as patch:
        patch.setattr(ring, "set_password", cut(ring.set_password))
        patch.setattr(ring, "delete_password", cut(ring.delete_password))
        with pytest.raises(KeyboardInterrupt):
            kept.forget("Q-1")
    fresh = Identities(workspace, Secrets(workspace, ring, {}), kept._choices)
    assert set(fresh.all()) in ({"Q-2"}, {"Q-1", "Q-2"})
    fresh.forget("Q-1")
    assert set(fresh.all()) == {"Q-2"}
    assert not [name for _, name in ring.kept if name.endswith(".next")]


def test_all_time_points_go_when_the_patient_goes(workspace, forgetting, add_prepared) -> None:
    for name, patient in (("P-A", "Q-1"), ("P-B", "Q-1"), ("P-C", "Q-2")):
        add_prepared(workspace, name, patient)
    assert forgetting.outlook("P-B").cases == ("P-B",)
    assert forgetting.forget("P-B", whole_patient=True).cases == ("P-A", "P-B")
    assert [case.id for case in workspace.cases()] == ["P-C"]


def test_what_is_in_use_is_not_forgotten(workspace, forgetting, two, reviewing) -> None:
    session = reviewing.open(two[0])
    with pytest.raises(StudyError, match="open for review"):
        forgetting.forget(two[0])
    reviewing.leave(session)
    job = JobRecord("j1", "train", "Training", "", "running", {"train": [{"case": two[0]}]}, "", "", "")
    with workspace.change("person", "job started", "j1") as change:
        change.put_job(job)
    with pytest.raises(StudyError, match="Training"):
        forgetting.forget(two[0])
    assert len(workspace.cases()) == 2


def test_models_and_copies_elsewhere_are_told(workspace, forgetting, two, tmp_path: Path) -> None:
    (tmp_path / "m").write_bytes(b"weights")
    stored = workspace.files.publish(tmp_path / "m", ".fetsmodel")
    card = ModelCard("m", 1, "resunet", "int8", ("T1",), ("ET",), "nothing")
    with workspace.change(
        "program", "model published", f"{card.name}@{stored.sha256[:8]}", {"saw": [two[0]]}
    ) as change:
        change.put_model(card, stored, current=False)
    for _ in range(2):
        with workspace.change("person", "case exported", two[0]):
            pass
    outlook = forgetting.outlook(two[0])
    assert len(outlook.models) == 1
    assert outlook.elsewhere == {"exported": 2}
    gone = forgetting.forget(two[0])
    assert workspace.models(), "a model stays"
    words = " ".join(forgotten_words(gone))
    assert "exported 2 times" in words
    assert outlook.models[0] in words
    assert not forgetting.outlook(two[1]).models


def test_what_could_not_be_destroyed_goes_at_the_next_opening(
    workspace, forgetting, two, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    hers = {p.sha256 for p in workspace.products(two[0]).values()} - {
        p.sha256 for p in workspace.products(two[1]).values()
    }
    before = everything(folder)

    def dies(*_: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(workspace_module, "destroy_doomed", dies)
    with pytest.raises(KeyboardInterrupt):
        forgetting.forget(two[0])
    assert set(before) <= {*everything(folder), *before}
    monkeypatch.undo()
    workspace.close()
    with Workspace.open(folder) as again:
        assert not [sha256 for sha256 in hers if again.files.exists(sha256)]
        assert again.verify().ok


def test_the_same_case_can_come_again(workspace, forgetting, two, add_prepared) -> None:
    forgetting.forget(two[0])
    add_prepared(workspace, two[0], "Q-1")
    assert isinstance(workspace.case(two[0]), Case)
    assert workspace.annotations(two[0]) == []
    assert workspace.verify().ok
