"""The command line as a person uses it, run in this process, and what it works on."""

import contextlib
import io
import json
import signal
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np

from fets_desktop.app.hall import Hall
from fets_desktop.cli import run, understand
from fets_desktop.imaging.files import write_array
from fets_desktop.store.hashing import sha256_of
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
            status = run(understand(["--workspace", str(workspace), *map(str, words)]))
        except SystemExit as stop:
            status = int(stop.code or 0)
    return Outcome(status, out.getvalue(), err.getvalue())


def started(workspace: Path, *words: object) -> subprocess.Popen[str]:
    """A command in a process of its own that hears Ctrl-C, though whoever runs the tests may be deaf to it."""
    line = [sys.executable, "-m", "fets_desktop", "--workspace", str(workspace), "--json", *map(str, words)]
    return subprocess.Popen(
        line,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        preexec_fn=lambda: signal.signal(signal.SIGINT, signal.SIG_DFL),
    )


def scan_file(folder: Path, name: str, seed: int = 0, shape: tuple[int, ...] = (20, 40, 36)) -> Path:
    """A small NIfTI of noise, whose name says what it is."""
    affine = np.diag([-4.0, -4.0, 6.0, 1.0])
    values = np.random.default_rng(seed).integers(1, 3000, shape).astype(np.int16)
    return write_array(folder / f"{name}.nii.gz", values, Grid.from_affine(shape, affine))


def put_model(workspace: Path, file: Path) -> str:
    """Put a model into a workspace's registry as `models import` does in the end, untried; return its id."""
    with Hall(workspace) as hall:
        return hall.models.import_file(file, sha256_of(file)).id


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
