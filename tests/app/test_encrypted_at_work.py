"""Training, federating, scoring and fusing where images are encrypted: nothing lies open meanwhile, nor elsewhere."""

import json
import os
import signal
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

import numpy as np
import pytest
import torch
from lying_open import lies_open
from small_case import GRID, SHAPE
from still_runner import StillRunner
from test_encryption import samples
from tiny_models import make_tiny_model
from trusted import taken
from turned import turn

from fets_desktop.app.annotations.reviewing import Reviewing
from fets_desktop.app.bus import FactsBus
from fets_desktop.app.choices import Choices
from fets_desktop.app.encryption import Encryption
from fets_desktop.app.evaluating import Evaluating
from fets_desktop.app.federation.bench import Bench
from fets_desktop.app.job_board import JobBoard
from fets_desktop.app.keyring_ import PASSPHRASE_VARIABLE, Secrets
from fets_desktop.app.models import Models
from fets_desktop.app.signing import Signing
from fets_desktop.app.splitting import Splitting
from fets_desktop.app.tasks import evaluate, federate, train
from fets_desktop.app.tasks.opened import run_opened
from fets_desktop.app.training import Training, approved_case
from fets_desktop.federate.tensors import TensorFile
from fets_desktop.imaging import opening
from fets_desktop.imaging.files import write_array
from fets_desktop.jobs.worker import Task, TaskContext
from fets_desktop.store.private_place import memory_root
from fets_desktop.store.workspace import Workspace
from fets_desktop.study.federation import Learning
from fets_desktop.study.fusing import Fusion
from fets_desktop.study.plain import to_plain
from fets_desktop.train.settings import STARTER

pytestmark = pytest.mark.usefixtures("cheap_passphrases")
CASES = ("P-1", "P-2", "P-3")
WORDS = "correct horse battery"


@dataclass
class Site:
    """An encrypted workspace with approved cases, and what lies around it."""

    workspace: Workspace
    bus: FactsBus
    board: JobBoard
    runner: StillRunner
    models: Models
    elsewhere: Path
    known: set[bytes]

    def work(self, name: str, task: Task, patch: pytest.MonkeyPatch, pattern: str) -> dict[str, Any]:
        """Do the newest job of a kind as its worker would, look at every step what lies open, and end it.

        Args:
            name: The kind.
            task: What the worker does.
            patch: Lets it begin without what this process knows.
            pattern: What it must have written in memory meanwhile.
        """
        spec = self.runner.last(name)
        seen: set[str] = set()

        def look(*_: object) -> None:
            assert lies_open(self.workspace.folder, self.known) == []
            assert lies_open(self.elsewhere, self.known) == []
            seen.update(path.name for path in spec.scratch.rglob(pattern))

        assert not spec.scratch.is_relative_to(self.workspace.folder)
        with patch.context() as alone:
            alone.setattr(opening, "_OPENED", [])
            order = json.loads(json.dumps(spec.arguments))
            result = run_opened(task, TaskContext(order, spec.scratch, look, look))
        look()
        assert seen, "nothing was written where it was looked"
        self.runner.finish(spec.id, **result)
        self.board.pump()
        assert self.board.view(spec.id).state == "done", self.board.view(spec.id).error
        assert not spec.scratch.exists()
        look()
        return result


@pytest.fixture
def site(
    workspace: Workspace, bus: FactsBus, choices: Choices, board: JobBoard, runner: StillRunner,
    add_prepared: Callable[..., str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch,
) -> Site:  # fmt: skip
    torch.set_num_threads(1)
    monkeypatch.setattr(train, "STARTER", replace(STARTER, patch=32))
    # to quantize takes most of the time, and writes networks alone
    monkeypatch.setattr("fets_desktop.train.export.quantize", lambda model, _calibration: model.clone())
    # in a file, which other processes can open
    secrets = Secrets(workspace, environment={PASSPHRASE_VARIABLE: WORDS})
    models = Models(workspace, bus, Signing(workspace, secrets))
    models.make_current(taken(models, make_tiny_model(tmp_path / "models")).id)
    turn(Encryption(workspace, secrets), True)
    reviewing = Reviewing(workspace, bus, choices)
    for number, name in enumerate(CASES):
        add_prepared(workspace, name, patient=f"Q-{name}")
        labels = np.zeros(SHAPE, np.uint8)
        for edge, value in ((8, 2), (6, 4), (3, 1)):
            labels[5 : 5 + edge, 9 : 9 + edge + number, 7 : 7 + edge] = value
        reviewing.import_labels(name, write_array(tmp_path / "seg.nii.gz", labels, GRID))
        reviewing.approve_newest(name, "Dr. Weber")
    Splitting(workspace, bus, choices).draw()
    elsewhere = tmp_path / "temporary"
    elsewhere.mkdir()
    monkeypatch.setattr(tempfile, "tempdir", str(elsewhere))
    return Site(workspace, bus, board, runner, models, elsewhere, samples(workspace))


def test_an_epoch_leaves_nothing_open_and_publishes_its_model(
    site: Site, choices: Choices, monkeypatch: pytest.MonkeyPatch
) -> None:
    training = Training(site.workspace, site.bus, site.board, site.models, choices)
    job = training.start()
    site.work("train", train.run, monkeypatch, "*.npy")
    assert training.model(job).startswith("local@")
    assert site.workspace.verify().ok


def test_a_round_s_scoring_and_training_leave_nothing_open(
    site: Site, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    Bench(site.board, site.bus)  # takes the results
    weights = tmp_path / "models" / "tiny.safetensors"
    home = site.workspace.scratch / "federation" / "fets-1"
    with TensorFile(weights) as file:
        tensors = to_plain(file.shapes)
    common = {"device": "cpu", "threads": 1, "folder": str(home), "weights": str(weights), "round": 0}
    cases = [approved_case(site.workspace, name) for name in CASES[:2]]
    lesson = {"learning": to_plain(Learning(learning_rate=1e-3, patch=32)), "tensors": tensors}
    for what, more in (("score", {}), ("fit", {**lesson, "target": str(home / "own.safetensors")})):
        site.board.start("federate", what, {**common, "what": what, "cases": cases, **more})
        result = site.work("federate", federate.run, monkeypatch, "*.npy")
        assert result["cases"] == len(cases)
    assert (home / "own.safetensors").exists(), "weights leave, and lie open"


def test_scoring_models_and_their_fusion_leaves_nothing_open(
    site: Site, choices: Choices, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    evaluating = Evaluating(site.workspace, site.board, site.models, choices)
    second = taken(site.models, make_tiny_model(tmp_path / "models", "second"))
    evaluating.start_own(["tiny", second.id], Fusion("majority"))
    result = site.work("evaluate", evaluate.run, monkeypatch, "aside/evaluations/scores/*.nii.gz")
    assert len(result["models"]) == 3


@pytest.mark.slow
def test_a_kill_amid_the_training_leaves_weights_alone_and_the_next_command_clears_the_memory(
    site: Site, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv(PASSPHRASE_VARIABLE, WORDS)
    folder = site.workspace.folder
    site.workspace.close()
    training = command(folder, "train", "--epochs", "1000")
    states = until(lambda: list(folder.glob("scratch/training/*/checkpoint.pt")), training)
    ready = f"fets-desktop-{os.getuid()}/*/scratch/jobs/*/aside/training/{states[0].parent.name}/cases/*.npy"
    for process in (*children_of(training.pid), training.pid):
        os.kill(process, signal.SIGKILL)
    training.wait()
    left = {path.suffix for path in (folder / "scratch").rglob("*") if path.is_file()}
    assert left <= {".pt", ".safetensors"}
    assert lies_open(folder, site.known) == []
    assert list(memory_root().glob(ready)), "what was opened is still in memory"
    assert command(folder, "verify").wait() == 0
    assert not list(memory_root().glob(ready))
    assert command(folder, "train", "--epochs", "1").wait() == 0
    assert lies_open(folder, site.known) == []


def command(workspace: Path, *words: str) -> "subprocess.Popen[bytes]":
    """Start a command in a process of its own."""
    line = [sys.executable, "-m", "fets_desktop", "--workspace", str(workspace), "--json", "--quiet", *words]
    return subprocess.Popen(line, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)


def children_of(process: int) -> list[int]:
    """Return the processes that one has started."""
    return [int(word) for word in Path(f"/proc/{process}/task/{process}/children").read_text().split()]


def until(look: Callable[[], list[Path]], process: "subprocess.Popen[bytes]") -> list[Path]:
    """Wait for what a process writes."""
    while not (found := look()):
        assert process.poll() is None, "it ended before"
        time.sleep(0.1)
    return found
