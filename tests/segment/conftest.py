"""A synthetic patient on a small grid, and model files."""

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

import numpy as np
import pytest
import torch
from networks_for_segment import CARD, ball

from fets_desktop.study.contrast import ALL_CONTRASTS, Contrast
from fets_desktop.study.grid import Grid
from fets_desktop.study.volume import Volume
from fets_desktop.train.export import to_file

SHAPE = (40, 44, 50)
GRID = Grid.from_affine(SHAPE, [[-1, 0, 0, 7], [0, -1, 0, 90], [0, 0, 1.5, -20], [0, 0, 0, 1]])


@pytest.fixture
def write_model(tmp_path: Path) -> Callable[..., Path]:
    """Writes an IR as a model file; card fields may be given."""

    def write(model: Any, **changes: Any) -> Path:
        return to_file(model, replace(CARD, **changes), tmp_path / "known.fetsmodel")

    return write


@pytest.fixture(scope="session")
def patient() -> dict[Contrast, Volume]:
    """A brain in four noisy contrasts, off the middle of the grid; balls of growing radius are bright in them."""
    rng = np.random.default_rng(3)
    brain = ball(SHAPE, (19, 23, 26), 15.2)
    volumes = {}
    for radius, contrast in zip((4, 5, 7, 9), ALL_CONTRASTS, strict=True):
        image = 200 + 20 * rng.standard_normal(SHAPE) + 120 * ball(SHAPE, (19, 25, 30), radius)
        volumes[contrast] = Volume(np.where(brain, image, 0).astype(np.float32), GRID)
    return volumes


@pytest.fixture(autouse=True)
def one_thread() -> None:
    """The machine is shared, and equal sums need equal threads; what a test draws is the same in every run."""
    torch.set_num_threads(1)
    torch.manual_seed(0)
