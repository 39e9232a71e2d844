"""What a machine, another program or a fault of ours does to a command, and what it says then."""

import importlib
import json
import os
import signal
import subprocess
import sys
from pathlib import Path
from types import ModuleType, SimpleNamespace

import pytest
from shell_commands import command, scan_file, started

from fets_desktop import __main__ as door
from fets_desktop.app.hall import Hall
from fets_desktop.cli import verbs
from fets_desktop.study.contrast import ALL_CONTRASTS


def test_a_workspace_that_is_open_elsewhere_is_refused(fets, tmp_path, patient):
    with Hall(tmp_path / "workspace"):
        done = fets("import", patient)
    assert (done.status, done.codes) == (4, ["workspace-open"])
    assert "Close the other one first." in done.err
    assert fets("import", patient).status == 0


def test_a_workspace_cannot_be_a_file(tmp_path):
    (tmp_path / "file").write_text("hello")
    done = command(tmp_path / "file", "--json", "cases")
    assert (done.status, done.codes) == (4, ["foreign-folder"])


@pytest.mark.skipif(os.geteuid() != 0, reason="only root may mount a disk")
def test_a_folder_that_may_only_be_read_is_refused_and_nothing_is_half_written(tmp_path, patient):
    disk = tmp_path / "disk"
    disk.mkdir()
    if subprocess.run(["mount", "-t", "tmpfs", "-o", "size=64m", "tmpfs", str(disk)], capture_output=True).returncode:
        pytest.skip("this machine lets nobody mount a disk here")
    try:
        subprocess.run(["mount", "-o", "remount,ro", str(disk)], check=True)
        done = command(disk / "workspace", "--json", "import", patient)
        assert (done.status, done.codes) == (4, ["read-only"])
        assert "may write to" in done.err
        assert list(disk.iterdir()) == []
    finally:
        subprocess.run(["umount", "-l", str(disk)], check=True)


def test_a_fault_of_ours_is_70_and_tells_no_secret(fets, monkeypatch, tmp_path):
    def broken(*_):
        raise ValueError("/home/mustermann/scan.dcm")

    monkeypatch.setattr(verbs, "VERBS", {"verify": broken})
    done = fets("verify")
    assert (done.status, done.codes) == (70, ["bug"])
    assert "mustermann" not in done.out + done.err
    log = (tmp_path / "workspace" / "logs" / "fets-desktop.log").read_text()
    assert "ValueError" in log
    assert "mustermann" not in log


def test_a_fault_while_the_workspace_is_opened_is_70_too(fets, monkeypatch):
    def broken(_):
        raise ValueError("/home/mustermann/scan.dcm")

    monkeypatch.setattr(verbs, "Hall", broken)
    done = fets("verify")
    assert (done.status, done.codes) == (70, ["bug"])
    assert "mustermann" not in done.out + done.err


def test_a_reader_who_has_seen_enough_is_no_fault(tmp_path):
    line = [sys.executable, "-m", "fets_desktop", "--workspace", str(tmp_path / "W"), "cases"]
    with subprocess.Popen(line, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True) as child:
        assert child.stdout is not None
        assert child.stderr is not None
        child.stdout.close()
        assert child.stderr.read() == ""
    assert child.returncode == 0


def test_ending_politely_is_left_as_it_was(fets):
    before = signal.getsignal(signal.SIGTERM)
    fets("cases")
    assert signal.getsignal(signal.SIGTERM) is before


@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM])
def test_a_command_that_is_stopped_goes_on_at_the_next(tmp_path, number):
    folder = tmp_path / "patient"
    for seed, contrast in enumerate(ALL_CONTRASTS):
        scan_file(folder, contrast.brats_name, seed, (60, 192, 192))
    with started(tmp_path / "W", "import", folder) as child:
        assert child.stderr is not None
        while "Converting" not in (said := child.stderr.readline()):
            assert said, "it ended before it could be stopped"
        child.send_signal(number)
        out, err = child.communicate(timeout=120)
    assert child.returncode == 130
    assert [error["code"] for error in json.loads(out)["errors"]] == ["stopped"]
    assert "The same command again goes on from here." in err
    assert "Traceback" not in err
    leftover = [path for path in Path(tmp_path / "W" / "files").rglob("*") if path.name.startswith(".part")]
    assert leftover == []
    again = command(tmp_path / "W", "--json", "import", folder)
    assert again.status == 0, again.err
    assert again.json["cases"][0]["missing"] == []
    assert command(tmp_path / "W", "--json", "verify").json["ok"]


def test_without_a_display_the_window_is_refused_in_words():
    environment = {k: v for k, v in os.environ.items() if k not in ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM")}
    if sys.platform != "linux":
        pytest.skip("only Linux runs without a display")
    done = subprocess.run(
        [sys.executable, "-m", "fets_desktop"], env=environment, capture_output=True, text=True, check=False
    )
    assert (done.returncode, done.stdout) == (4, "")
    assert "There is no display here" in done.stderr


def test_a_display_that_shows_nothing_is_refused_in_words():
    if sys.platform != "linux":
        pytest.skip("only Linux names displays")
    environment = {k: v for k, v in os.environ.items() if k not in ("WAYLAND_DISPLAY", "QT_QPA_PLATFORM")}
    done = subprocess.run(
        [sys.executable, "-m", "fets_desktop"],
        env={**environment, "DISPLAY": ":9999"},
        capture_output=True,
        text=True,
        check=False,
    )
    assert (done.returncode, done.stdout) == (4, "")
    assert "No window can be opened on the display that is set here (DISPLAY=:9999)" in done.stderr


def test_a_library_of_the_system_that_is_missing_is_named(monkeypatch, capsys):
    fault = "libEGL.so.1: cannot open shared object file: No such file or directory"

    def load(name: str) -> ModuleType:
        if name == "fets_desktop.ui.application":
            raise ImportError(fault)
        return importlib.import_module(name)

    monkeypatch.setattr(door, "importlib", SimpleNamespace(import_module=load))
    monkeypatch.setenv("QT_QPA_PLATFORM", "offscreen")
    monkeypatch.setattr(sys, "argv", ["fets-desktop"])
    assert door.main() == 4
    assert "a library of this system is missing: libEGL.so.1. Ask IT" in capsys.readouterr().err
    fault = "cannot import name 'MainWindow'"
    with pytest.raises(ImportError):
        door.main()


def test_a_broken_option_is_told_before_any_workspace_is_made(tmp_path):
    done = command(tmp_path / "W", "export")
    assert (done.status, done.out) == (2, "")
    assert not (tmp_path / "W").exists()


def test_progress_in_json_is_one_object_a_line(fets, patient):
    lines = [json.loads(line) for line in fets("import", patient).err.splitlines()]
    fractions = [line["progress"] for line in lines]
    assert all(set(line) == {"progress", "step"} for line in lines)
    assert fractions == sorted(fractions)
