"""The one whole demo of the suite, killed in its middle: what had come so far serves the flows, the rest the verb."""

import json
import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

_UNCHANGING = ("files", "scratch", "lock")


@dataclass(frozen=True)
class CutDemo:
    """A demo that ended with a kill when the network was about to propose.

    Attributes:
        workspace: Its workspace, as the kill left it; the demo goes on in there.
        kept: A copy of it, for tests of what had been done until then.
    """

    workspace: Path
    kept: Path


@dataclass(frozen=True)
class DemoRun:
    """A demo that was killed in its middle and run again to its end.

    Attributes:
        workspace: Its workspace.
        json: Its answer.
        err: What it said on standard error after the kill.
    """

    workspace: Path
    json: dict[str, Any]
    err: str


def copy_workspace(folder: Path, target: Path) -> Path:
    """Copy a workspace that nobody has open; files that never change are shared, not copied."""
    shutil.copytree(folder, target, ignore=shutil.ignore_patterns(*_UNCHANGING))
    shutil.copytree(folder / "files", target / "files", copy_function=os.link)
    return target


def _line(workspace: Path) -> list[str]:
    return [sys.executable, "-m", "fets_desktop", "--workspace", str(workspace), "--json", "demo"]


def _until_segmenting(lines: Iterator[str]) -> str:
    """Read until the case is prepared and its proposal was asked for; returns all that was said."""
    said = ""
    for line in lines:
        said += line
        if json.loads(line).get("step", "").startswith("Segmenting"):
            return said
    raise AssertionError(said[-2000:])


@pytest.fixture(scope="session")
def cut_demo(tmp_path_factory: pytest.TempPathFactory) -> CutDemo:
    """DICOM, registration and brain extraction, in a process of its own, ended with SIGKILL."""
    folder = tmp_path_factory.mktemp("demo")
    workspace = folder / "workspace"
    child = subprocess.Popen(_line(workspace), stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, text=True)
    with child:
        assert child.stderr
        try:
            _until_segmenting(iter(child.stderr))
        finally:
            child.kill()
    return CutDemo(workspace, copy_workspace(workspace, folder / "kept"))


@pytest.fixture(scope="session")
def demo_run(cut_demo: CutDemo) -> DemoRun:
    """The same demo, gone on with to its report."""
    done = subprocess.run(_line(cut_demo.workspace), capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr[-2000:]
    return DemoRun(cut_demo.workspace, json.loads(done.stdout), done.stderr)
