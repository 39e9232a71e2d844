"""The workspace that was chosen last is opened again; one that is gone is told, and not made anew without a case."""

from pathlib import Path

import pytest

from fets_desktop.app import workspaces
from fets_desktop.cli.parser import parse
from fets_desktop.store.workspace import Workspace
from fets_desktop.study.errors import StudyError


@pytest.fixture(autouse=True)
def own_place(tmp_path, monkeypatch):
    monkeypatch.setattr(workspaces, "_data", lambda: tmp_path / "data")


def test_the_usual_one_until_another_is_chosen(tmp_path):
    assert parse(["cases"]).workspace == tmp_path / "data" / "workspace"
    workspaces.remember(tmp_path / "Müller's disk" / "w")
    assert parse(["cases"]).workspace == tmp_path / "Müller's disk" / "w"
    assert parse(["cases", "--workspace", str(tmp_path / "named")]).workspace == tmp_path / "named"
    assert parse(["demo"]).workspace == tmp_path / "data" / "demo"


@pytest.mark.parametrize("note", [b"", b"not/whole", b"\xff\xfe"])
def test_a_note_that_says_nothing_is_no_choice(tmp_path, note):
    workspaces.remember(tmp_path)
    (tmp_path / "data" / "last-workspace").write_bytes(note)
    assert workspaces.usual_workspace() == workspaces.default_workspace()


def test_a_chosen_one_that_is_gone_is_not_made_anew(tmp_path):
    chosen = tmp_path / "w"
    Workspace.open(chosen).close()
    workspaces.remember(chosen)
    workspaces.refuse_lost(chosen)
    chosen.rename(tmp_path / "moved")
    with pytest.raises(StudyError, match="chosen the last time") as told:
        workspaces.refuse_lost(chosen)
    assert told.value.code == "no-workspace"
    workspaces.refuse_lost(tmp_path / "another that is not there yet")
    workspaces.remember(workspaces.default_workspace())
    workspaces.refuse_lost(workspaces.default_workspace())


def test_a_text_size_holds_for_this_computer_until_another_is_chosen(tmp_path):
    assert workspaces.text_size() == workspaces.USUAL_SIZE
    workspaces.choose_text_size(125)
    assert workspaces.text_size() == 125
    with pytest.raises(ValueError, match="175"):
        workspaces.choose_text_size(175)


@pytest.mark.parametrize("note", [b"", b"large", b"40", b"\xff"])
def test_a_text_size_that_says_nothing_is_the_usual_one(tmp_path, note):
    workspaces.choose_text_size(125)
    (workspaces._data() / "text-size").write_bytes(note)
    assert workspaces.text_size() == 100


def test_a_chosen_one_that_is_closed_to_this_user_is_not_called_lost(tmp_path, monkeypatch):
    def closed(folder: Path) -> bool:
        raise PermissionError(13, "Permission denied", str(folder))

    workspaces.remember(tmp_path / "w")
    monkeypatch.setattr(workspaces, "holds_facts", closed)
    workspaces.refuse_lost(tmp_path / "w")
