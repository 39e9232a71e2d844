"""Bad luck while a case is reviewed, done for real: a full disk, a workspace pulled out, a kill amid saving."""

import os
import random
import signal
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import numpy as np
import pytest
from refusals import refused

from fets_desktop.app.annotations.reviewing import Reviewing
from fets_desktop.app.annotations.session import ReviewSession
from fets_desktop.app.bus import FactsBus
from fets_desktop.app.choices import Choices
from fets_desktop.review.brush import Brush
from fets_desktop.store.workspace import Workspace
from fets_desktop.study.errors import StudyError


def opened(workspace: Workspace) -> Reviewing:
    """The reviewing of a program that was just started: it knows only what is on the disk."""
    workspace._journals.clear()
    bus = FactsBus()
    return Reviewing(workspace, bus, Choices(workspace, bus))


def stroke(session: ReviewSession, x: float, value: int = 2) -> None:
    session.editor.begin("Brush", Brush(value, 3.0))
    session.editor.dab((x, 13.0, 9.0))
    assert session.editor.end() is not None


@pytest.fixture
def disk(tmp_path: Path) -> Iterator[Path]:
    """A small disk of our own, where that is allowed."""
    point = tmp_path / "disk"
    point.mkdir()
    mount = ["mount", "-t", "tmpfs", "-o", "size=8m", "tmpfs", str(point)]
    if os.geteuid() != 0 or subprocess.run(mount, capture_output=True, check=False).returncode:
        pytest.skip("this machine lets nobody mount a disk here")
    yield point
    for place in (point, tmp_path / "pulled"):
        if place.is_mount():
            subprocess.run(["umount", "-l", str(place)], check=True)


def fill(folder: Path) -> Path:
    ballast = folder / "ballast"
    with ballast.open("wb", buffering=0) as sink:
        try:
            while sink.write(bytes(4096)):
                pass
        except OSError:
            pass
    return ballast


def test_a_disk_that_fills_up_takes_the_stroke_in_hand_and_nothing_else(
    disk: Path, add_prepared: Callable[..., str]
) -> None:
    with Workspace.open(disk / "workspace") as workspace:
        case = add_prepared(workspace)
        reviewing = opened(workspace)
        session = reviewing.open(case)
        stroke(session, 5.0)
        ballast = fill(disk)
        kept = session.editor.labels.array.copy()
        told = None
        for number in range(1000):
            try:
                stroke(session, 5.0 + number % 13, 1 + number % 2)
            except StudyError as error:
                told = error.code
                break
            kept = session.editor.labels.array.copy()
        assert told == "disk-full"
        assert np.array_equal(session.editor.labels.array, kept), "what could not be written is not shown either"
        assert refused(lambda: reviewing.save(session, "Dr. Weber")).code == "disk-full"
        assert workspace.annotations(case) == []
        assert not list((workspace.folder / "files").glob(".part*"))
        after_a_crash = opened(workspace).open(case)
        assert np.array_equal(after_a_crash.editor.labels.array, kept), "and what was shown is on the disk"
        ballast.unlink()
        version = reviewing.save(session, "Dr. Weber")
        assert version
        assert np.array_equal(reviewing.labels(version.id).array, kept)
        assert workspace.verify().ok


@pytest.mark.parametrize("how", ["moved", "unmounted"])
def test_a_workspace_that_is_pulled_out_is_told_and_does_not_come_up_elsewhere(
    disk: Path, tmp_path: Path, add_prepared: Callable[..., str], how: str
) -> None:
    folder = disk / "workspace"
    workspace = Workspace.open(folder)
    case = add_prepared(workspace)
    reviewing = opened(workspace)
    session = reviewing.open(case)
    stroke(session, 5.0)
    kept = session.editor.labels.array.copy()
    if how == "moved":
        folder.rename(disk / "elsewhere")
    else:
        subprocess.run(["mount", "--move", str(disk), str(_made(tmp_path / "pulled"))], check=False)
        if folder.exists():
            pytest.skip("this machine lets nobody move a mount")
    for call in (lambda: stroke(session, 15.0), lambda: reviewing.save(session, "Dr. Weber")):
        told = refused(call)
        assert (told.code, "Put it back" in told.detail) == ("no-workspace", True)
        assert np.array_equal(session.editor.labels.array, kept)
    assert not folder.exists()
    if how == "moved":
        (disk / "elsewhere").rename(folder)
    else:
        subprocess.run(["mount", "--move", str(tmp_path / "pulled"), str(disk)], check=True)
    stroke(session, 15.0)
    version = reviewing.save(session, "Dr. Weber")
    assert version
    assert np.array_equal(reviewing.labels(version.id).array, session.editor.labels.array)
    assert workspace.verify().ok
    workspace.close()


def _made(folder: Path) -> Path:
    folder.mkdir()
    return folder


SAVER = """
import sys
from pathlib import Path
from fets_desktop.app.bus import FactsBus
from fets_desktop.app.choices import Choices
from fets_desktop.app.annotations.reviewing import Reviewing
from fets_desktop.review.brush import Brush
from fets_desktop.store.workspace import Workspace
with Workspace.open(Path(sys.argv[1])) as workspace:
    bus = FactsBus()
    reviewing = Reviewing(workspace, bus, Choices(workspace, bus))
    session = reviewing.open("P-1")
    print("ready", flush=True)
    for n in range(10_000):
        session.editor.begin("Brush", Brush(1 + n % 2, 2.0))
        session.editor.dab((3.0 + n % 17, 13.0, 9.0))
        if session.editor.end() is None:
            continue
        print("drawn", flush=True)
        version = reviewing.save(session, "Dr. Weber")
        if version:
            print(version.id, version.sha256, flush=True)
"""


def test_a_kill_amid_saving_leaves_every_version_whole_and_every_stroke(
    folder: Path, add_prepared: Callable[..., str]
) -> None:
    with Workspace.open(folder) as workspace:
        add_prepared(workspace)
    seed = int(os.environ.get("FETS_TEST_SEED", "7"))
    moments = random.Random(seed)
    for _ in range(3):
        command = [sys.executable, "-c", SAVER, str(folder)]
        with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as writer:
            assert writer.stdout
            assert writer.stdout.readline() == "ready\n"
            said = [writer.stdout.readline() for _ in range(moments.randint(1, 40))]
            writer.send_signal(signal.SIGKILL)
            said += writer.stdout.readlines()
        versions = [line.split() for line in said if line.startswith("P-1/") and line.endswith("\n")]
        drawn = said[-1] == "drawn\n"
        with Workspace.open(folder) as workspace:
            there = {version.id: version.sha256 for version in workspace.annotations("P-1")}
            assert all(there[name] == sha256 for name, sha256 in versions), f"seed {seed}"
            assert workspace.verify().ok, f"seed {seed}"
            reviewing = opened(workspace)
            session = reviewing.open("P-1")
            newest = reviewing.labels(workspace.annotations("P-1")[-1].id).array if there else None
            saved = newest is not None and np.array_equal(session.editor.labels.array, newest)
            # the stroke of the last words is either in its version or comes back from the journal
            assert session.recovered or saved or not drawn, f"seed {seed}"
            assert not list((folder / "files").glob(".part*"))
            reviewing.leave(session)
