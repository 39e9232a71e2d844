"""The command line as a person uses it, in this process; and one whole demo, run once for all tests."""

import contextlib
import io
import json
import subprocess
import sys
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
import pytest

from fets_desktop.cli import parse, run
from fets_desktop.imaging.files import write_array
from fets_desktop.phantom.brats import make_brats_case
from fets_desktop.study.contrast import ALL_CONTRASTS
from fets_desktop.study.grid import Grid


@dataclass(frozen=True)
class Outcome:
    """What a command left: exit status and both outputs."""

    status: int
    out: str
    err: str

    @property
    def json(self) -> dict[str, Any]:
        """The one JSON object on standard output."""
        lines = self.out.splitlines()
        assert len(lines) == 1, self.out
        return dict(json.loads(lines[0]))

    @property
    def codes(self) -> list[str]:
        """The codes of what was refused, in order."""
        return [error["code"] for error in self.json.get("errors", [])]


def command(workspace: Path, *words: object) -> Outcome:
    """Run one command in this process."""
    out, err = io.StringIO(), io.StringIO()
    with contextlib.redirect_stdout(out), contextlib.redirect_stderr(err):
        try:
            status = run(parse(["--workspace", str(workspace), *map(str, words)]))
        except SystemExit as stop:
            status = int(stop.code or 0)
    return Outcome(status, out.getvalue(), err.getvalue())


@pytest.fixture
def fets(tmp_path: Path) -> Callable[..., Outcome]:
    """A command in a fresh workspace, with --json."""
    return lambda *words: command(tmp_path / "workspace", "--json", *words)


def scan_file(folder: Path, name: str, seed: int = 0, shape: tuple[int, ...] = (20, 40, 36)) -> Path:
    """A small NIfTI of noise, whose name says what it is."""
    affine = np.diag([-4.0, -4.0, 6.0, 1.0])
    values = np.random.default_rng(seed).integers(1, 3000, shape).astype(np.int16)
    return write_array(folder / f"{name}.nii.gz", values, Grid.from_affine(shape, affine))


@pytest.fixture
def patient(tmp_path: Path) -> Path:
    """A folder with four contrasts as small NIfTI files."""
    folder = tmp_path / "patient"
    for seed, contrast in enumerate(ALL_CONTRASTS):
        scan_file(folder, contrast.brats_name, seed)
    return folder


@dataclass(frozen=True)
class Board:
    """A workspace with one prepared case.

    Attributes:
        workspace: Its folder.
        case: The case.
        truth: Its true labels, BraTS 2017-2021, as a file.
        import_json: What `import` said.
        prepare_json: What `prepare` said.
    """

    workspace: Path
    case: str
    truth: Path
    import_json: dict[str, Any]
    prepare_json: dict[str, Any]

    def fets(self, *words: object) -> Outcome:
        """A command in this workspace, with --json."""
        return command(self.workspace, "--json", *words)


@pytest.fixture(scope="session")
def board(tmp_path_factory: pytest.TempPathFactory) -> Board:
    """A case that comes in atlas space, so that preparing it takes seconds; its versions grow from test to test."""
    folder = tmp_path_factory.mktemp("board")
    volumes, labels = make_brats_case(3)
    for contrast, volume in volumes.items():
        name = f"BraTS-GLI-00003-000_{contrast.brats_name}.nii.gz"
        write_array(folder / "in" / name, volume.array.astype(np.float32), volume.grid)
    truth = write_array(folder / "truth.nii.gz", labels.array, labels.grid)
    workspace = folder / "workspace"
    imported = command(workspace, "--json", "import", folder / "in")
    assert imported.status == 0, imported.err
    prepared = command(workspace, "--json", "prepare")
    assert prepared.status == 0, prepared.err
    return Board(workspace, imported.json["cases"][0]["case"], truth, imported.json, prepared.json)


@dataclass(frozen=True)
class DemoRun:
    """A demo that was run from the beginning.

    Attributes:
        workspace: Its workspace.
        json: Its answer.
        err: What it said on standard error.
    """

    workspace: Path
    json: dict[str, Any]
    err: str


@pytest.fixture(scope="session")
def demo_run(tmp_path_factory: pytest.TempPathFactory) -> DemoRun:
    """The one whole demo of the test suite: DICOM, registration, networks and all, in a process of its own."""
    workspace = tmp_path_factory.mktemp("demo") / "workspace"
    line = [sys.executable, "-m", "fets_desktop", "--workspace", str(workspace), "--json", "demo"]
    done = subprocess.run(line, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr[-2000:]
    return DemoRun(workspace, json.loads(done.stdout), done.stderr)
