"""A fresh workspace, and a prepared case."""

from collections.abc import Callable
from pathlib import Path

import numpy as np
import pytest
from made_once import brats_case
from shell_commands import Board, Outcome, command, scan_file

from fets_desktop.app import model_checks
from fets_desktop.imaging.files import write_array
from fets_desktop.study.contrast import ALL_CONTRASTS


@pytest.fixture
def fets(tmp_path: Path) -> Callable[..., Outcome]:
    """A command in a fresh workspace, with --json."""
    return lambda *words: command(tmp_path / "workspace", "--json", *words)


@pytest.fixture(autouse=True)
def all_ready(ready: None) -> None:
    """This room starts workers by the hundred."""


@pytest.fixture(autouse=True)
def untried(monkeypatch: pytest.MonkeyPatch) -> None:
    """Networks from elsewhere are not tried on known tumours, which takes half a minute: test_card_trial.py does."""
    monkeypatch.setattr(model_checks, "is_tried", lambda origin: False)


@pytest.fixture
def patient(tmp_path: Path) -> Path:
    """A folder with four contrasts as small NIfTI files."""
    folder = tmp_path / "patient"
    for seed, contrast in enumerate(ALL_CONTRASTS):
        scan_file(folder, contrast.brats_name, seed)
    return folder


@pytest.fixture(scope="session")
def board(tmp_path_factory: pytest.TempPathFactory) -> Board:
    """A case that comes in atlas space, so that preparing it takes seconds; its versions grow from test to test."""
    folder = tmp_path_factory.mktemp("board")
    volumes, labels = brats_case(3)
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
