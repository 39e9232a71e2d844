"""What may be typed, and what it means."""

import pwd
from pathlib import Path

import pytest

from fets_desktop.app.workspaces import USUAL_SIZE, default_workspace, refuse_lost, text_size
from fets_desktop.cli.parser import build_parser, parse
from fets_desktop.cli.usage import understand
from fets_desktop.cli.verbs import SERVICES, VERBS
from fets_desktop.study.contrast import Contrast
from fets_desktop.study.exports import EXPORT_KINDS

LATER = ("backup",)


def known_verbs() -> set[str]:
    action = next(a for a in build_parser()._actions if a.dest == "verb")
    return set(action.choices)


def test_without_a_verb_the_window_opens():
    wish = parse([])
    assert (wish.verb, wish.workspace, wish.demo) == ("window", default_workspace(), False)


def test_files_may_be_opened_with_the_window():
    assert parse(["window", "a.fetsreview", "b"]).options.files == [Path("a.fetsreview"), Path("b")]
    assert parse(["window"]).options.files == []


def test_the_demo_has_a_workspace_of_its_own():
    assert parse(["demo"]).workspace == default_workspace("demo") == parse(["window", "--demo"]).workspace
    assert parse(["demo"]).workspace != default_workspace()


@pytest.fixture
def no_home(monkeypatch):
    """A user whom the system gives no home, as one in a container."""

    def nobody(uid: int) -> None:
        raise KeyError(uid)

    for name in ("HOME", "XDG_DATA_HOME"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setattr(pwd, "getpwuid", nobody)


def test_who_has_no_home_names_a_workspace(no_home, capsys, tmp_path):
    with pytest.raises(SystemExit) as left:
        understand(["cases"])
    assert left.value.code == 2
    assert "no home folder, and no workspace was named. Name one: --workspace FOLDER" in capsys.readouterr().err
    assert understand(["--workspace", str(tmp_path), "cases"]).workspace == tmp_path
    refuse_lost(tmp_path)
    assert text_size() == USUAL_SIZE


BEFORE = ["--workspace", "W", "--json", "--quiet", "verify"]
AFTER = ["verify", "--quiet", "--json", "--workspace", "W"]


@pytest.mark.parametrize("line", [BEFORE, AFTER])
def test_what_all_verbs_share_may_stand_before_or_after_the_verb(line):
    wish = parse(line)
    assert (wish.workspace, wish.json, wish.quiet) == (Path("W").absolute(), True, True)


def test_a_contrast_is_named_as_people_or_brats_name_it():
    options = parse(
        ["import", "X", "--contrast", "S-1=T1Gd", "--contrast", "S-2=t1ce", "--contrast", "S=3=flair"]
    ).options
    assert options.contrast == [("S-1", Contrast.T1GD), ("S-2", Contrast.T1GD), ("S=3", Contrast.FLAIR)]


@pytest.mark.parametrize("wrong", ["S-1", "S-1=", "S-1=T3", "=T1"])
def test_a_contrast_that_is_none_is_wrong_usage(wrong, capsys):
    with pytest.raises(SystemExit) as stop:
        parse(["import", "X", "--contrast", wrong])
    assert stop.value.code == 2
    assert "SERIES=T1Gd" in capsys.readouterr().err


def test_several_kinds_of_files_are_asked_for_at_once():
    options = parse(["export", "--to", "D", "--as", "seg, report,seg"]).options
    assert options.kinds == ("seg", "report")
    assert (options.space, options.replace, options.deface) == ("both", False, False)
    assert parse(["export", "--to", "D"]).options.kinds == ("nifti",)
    for kind in EXPORT_KINDS:
        assert parse(["export", "--to", "D", "--as", kind]).options.kinds == (kind,)


WRONG = (
    ["export", "--to", "D", "--as", "seg,jpeg"],
    ["frobnicate"],
    ["import"],
    ["export"],
    ["prepare", "--no-such-thing"],
    ["export", "--to", ""],
    ["train", "--cases", " "],
    ["import", ""],
    ["cases", "--workspace", ""],
)


@pytest.mark.parametrize("line", [*WRONG, *([verb] for verb in LATER)])
def test_what_is_not_there_is_wrong_usage(line, capsys):
    with pytest.raises(SystemExit) as stop:
        parse(line)
    assert stop.value.code == 2
    assert "usage:" in capsys.readouterr().err


def test_every_verb_that_may_be_typed_is_done_by_something():
    assert known_verbs() == {*VERBS, *SERVICES, "window"}
