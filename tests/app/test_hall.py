"""The whole hall on one workspace: opened, closed, refused, and a log that names nobody."""

import errno
import logging
import os
import subprocess
import sys
from pathlib import Path

import pytest
from still_runner import StillRunner

from fets_desktop.app.hall import Hall
from fets_desktop.app.logbook import open_logbook, scrub
from fets_desktop.jobs.runner import Lane
from fets_desktop.store.drives import Mount
from fets_desktop.store.workspace import Workspace
from fets_desktop.study.errors import StudyError


def code(folder: Path) -> str:
    with pytest.raises(StudyError) as raised:
        Hall(folder)
    return raised.value.code


def test_a_hall_opens_closes_and_opens_again(folder: Path, runner: StillRunner) -> None:
    with Hall(folder) as hall:
        assert hall.cases.all() == []
        assert runner.places_of[Lane.CPU] >= 1  # automatic: what this machine has
        hall.settings.set("jobs.cpu_lane", 2)
        assert runner.places_of == {Lane.CPU: 2}
        hall.follow()
        hall.follow()
        assert code(folder) == "workspace-open"
    hall.close()
    with Hall(folder) as hall:
        assert hall.settings.get("jobs.cpu_lane") == 2
        assert runner.places_of == {Lane.CPU: 2}
        assert hall.auditing.verify().ok


def test_a_hall_that_cannot_be_furnished_leaves_no_lock(
    folder: Path, runner: StillRunner, monkeypatch: pytest.MonkeyPatch
) -> None:
    with monkeypatch.context() as patch:
        patch.setattr("fets_desktop.app.models.Models.adopt_starter", lambda self: 1 / 0)
        with pytest.raises(ZeroDivisionError):
            Hall(folder)
    Hall(folder).close()


def test_a_network_drive_is_refused(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(
        "fets_desktop.store.workspace.Workspace.open.__func__.__kwdefaults__",
        {"create": True, "mounts": lambda: [Mount(Path("/"), "nfs4")]},
    )
    assert code(folder) == "network-drive"
    assert not folder.exists()


@pytest.mark.parametrize(
    ("number", "expected"), [(errno.EROFS, "read-only"), (errno.EACCES, "read-only"), (errno.ENOSPC, "disk-full")]
)
def test_a_disk_that_takes_nothing_is_said(
    folder: Path, monkeypatch: pytest.MonkeyPatch, number: int, expected: str
) -> None:
    def refuse(self: Path, *args: object, **more: object) -> None:
        raise OSError(number, os.strerror(number))

    monkeypatch.setattr(Path, "mkdir", refuse)
    assert code(folder) == expected


def test_a_foreign_folder_is_refused(folder: Path) -> None:
    (folder / "files").mkdir(parents=True)
    (folder / "files" / "mine.txt").touch()
    assert code(folder) == "foreign-folder"


@pytest.mark.parametrize(
    "text",
    [
        "cannot read /data/Smith John/T1 scan.dcm now",
        "in C:\\Users\\Smith\\scan.dcm",
        "patient Smith^John^^Dr",
        "id 12345678",
        "series 1.2.840.113619.2.5.1762583153",
    ],
)
def test_the_log_drops_what_could_name_a_patient(text: str) -> None:
    for word in ("Smith", "John", "12345678", "113619", "1762583153"):
        assert word not in scrub(text)


def test_the_log_keeps_what_helps() -> None:
    text = "fets_desktop.app.hall: workspace opened; 412 of 1030 files, 0.83 s, code not-3d"
    assert scrub(text) == text


def test_tracebacks_in_the_log_are_scrubbed_too(tmp_path: Path) -> None:
    book = open_logbook(tmp_path / "logs")
    try:
        try:
            raise ValueError("no T1 in /clinic/Doe_Jane/19700101/scan.dcm")
        except ValueError:
            logging.getLogger("fets_desktop.app").exception("import of %s failed", "/clinic/Doe_Jane")
    finally:
        book.close()
    logging.getLogger("fets_desktop.app").warning("after the end")
    (file,) = (tmp_path / "logs").iterdir()
    written = file.read_text()
    assert "ValueError" in written
    assert "Doe" not in written
    assert "19700101" not in written
    assert str(tmp_path) not in written
    assert "after the end" not in written


def test_a_second_process_is_kept_out(folder: Path) -> None:
    with Workspace.open(folder):
        code = f"from pathlib import Path; from fets_desktop.app.hall import Hall; Hall(Path({str(folder)!r}))"
        ended = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=False)
    assert ended.returncode != 0
    assert "already open" in ended.stderr
