"""A workspace with a prepared case on a small grid: everything real but its size."""

from collections.abc import Callable, Iterator
from pathlib import Path

import numpy as np
import pytest
from memory_keyring import MemoryKeyring
from small_case import GRID, SHAPE, brain_of
from still_runner import StillRunner

from fets_desktop.app.annotations.reviewing import Reviewing
from fets_desktop.app.bus import FactsBus
from fets_desktop.app.choices import Choices
from fets_desktop.app.encryption import Encryption
from fets_desktop.app.identities import Identities
from fets_desktop.app.job_board import JobBoard
from fets_desktop.app.keyring_ import Secrets
from fets_desktop.imaging.files import write_array
from fets_desktop.store import sealed
from fets_desktop.store.workspace import Workspace
from fets_desktop.study.case import Case, Series, Stage
from fets_desktop.study.contrast import ALL_CONTRASTS
from fets_desktop.study.facts import Fact


@pytest.fixture
def cheap_passphrases(monkeypatch: pytest.MonkeyPatch) -> None:
    """Make trying a passphrase quick: its price has a test of its own."""
    monkeypatch.setattr(sealed.write_under_passphrase, "__defaults__", (1 << 8,))


@pytest.fixture
def ring() -> MemoryKeyring:
    return MemoryKeyring()


@pytest.fixture
def encryption(workspace: Workspace, ring: MemoryKeyring) -> Encryption:
    return Encryption(workspace, Secrets(workspace, ring, {}))


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return tmp_path / "workspace"


@pytest.fixture
def workspace(folder: Path) -> Iterator[Workspace]:
    with Workspace.open(folder) as opened:
        yield opened


@pytest.fixture
def identities(workspace: Workspace, bus: FactsBus) -> Identities:
    return Identities(workspace, Secrets(workspace), Choices(workspace, bus))


@pytest.fixture
def add_prepared(tmp_path: Path) -> Callable[..., str]:
    """Put a prepared case into a workspace, as `Preparing` would have."""

    def add(workspace: Workspace, name: str = "P-1", patient: str = "Q-1", stage: Stage = Stage.PREPARED) -> str:
        rng = np.random.default_rng(len(name))
        brain = brain_of()
        series = []
        products = {}
        for contrast in ALL_CONTRASTS:
            voxels = np.where(brain, rng.normal(100, 10, SHAPE), 0).astype(np.float32)
            file = workspace.files.publish(write_array(tmp_path / f"{contrast}.nii.gz", voxels, GRID))
            products[f"prepared/{contrast}"] = products[f"series/{name}-{contrast}"] = file
            series.append(Series(f"{name}-{contrast}", name, contrast, 0.9, "", contrast, "", GRID, file.sha256))
        products["brain_mask"] = workspace.files.publish(
            write_array(tmp_path / "brain.nii.gz", brain.astype(np.uint8), GRID)
        )
        with workspace.change("person", "case imported", name) as change:
            change.put_case(Case(name, patient, stage, "", "2026-01-01T00:00:00Z", "", tuple(series)))
            for product, file in products.items():
                change.put_product(name, product, file)
        return name

    return add


@pytest.fixture
def case(workspace: Workspace, add_prepared: Callable[..., str]) -> str:
    return add_prepared(workspace)


@pytest.fixture
def bus() -> FactsBus:
    return FactsBus()


@pytest.fixture
def facts(bus: FactsBus) -> list[Fact]:
    heard: list[Fact] = []
    bus.subscribe(heard.append)
    return heard


@pytest.fixture
def reviewing(workspace: Workspace, bus: FactsBus) -> Reviewing:
    return Reviewing(workspace, bus, Choices(workspace, bus))


@pytest.fixture
def choices(workspace: Workspace, bus: FactsBus) -> Choices:
    return Choices(workspace, bus)


@pytest.fixture
def runner(monkeypatch: pytest.MonkeyPatch) -> StillRunner:
    """Every board made from now on starts its jobs here."""
    still = StillRunner()
    monkeypatch.setattr("fets_desktop.app.job_board.JobRunner", still.bind)
    return still


@pytest.fixture
def board(workspace: Workspace, bus: FactsBus, runner: StillRunner) -> JobBoard:
    return JobBoard(workspace, bus)
