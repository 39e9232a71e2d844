"""What is dear to make: made once a run, by the process of the tests that asks first; the others wait for it."""

import os
import pickle
from collections.abc import Callable
from pathlib import Path
from typing import TypeVar

from filelock import FileLock

from fets_desktop.phantom.anatomy import Side
from fets_desktop.phantom.brats import make_brats_case
from fets_desktop.phantom.phantom import Phantom, make_phantom
from fets_desktop.study.contrast import Contrast
from fets_desktop.study.resources import atlas
from fets_desktop.study.volume import LabelMap, Volume

PLACE = "FETS_DESKTOP_TESTS_PLACE"
"""Names the run's folder to every process of the tests; pytest's first one makes and removes it (conftest.py)."""

PHANTOM_SEED = 5

Made = TypeVar("Made")


def made_once(name: str, make: Callable[[], Made]) -> Made:
    """Return what `make` returns, or a copy of what it returned to whoever asked first in this run."""
    if PLACE not in os.environ:  # not under pytest
        return make()
    file = Path(os.environ[PLACE]) / f"{name}.pickle"
    with FileLock(file.with_suffix(".lock")):
        if not file.exists():
            made = make()
            part = file.with_suffix(".part")
            part.write_bytes(pickle.dumps(made))
            part.rename(file)
            return made
    return pickle.loads(file.read_bytes())


def brats_case(seed: int) -> tuple[dict[Contrast, Volume], LabelMap]:
    """A prepared case with its truth on the BraTS grid."""
    return made_once(f"brats-{seed}", lambda: make_brats_case(seed))


def native_phantom() -> Phantom:
    """A patient's native series with the truth about them, the tumour on the left."""
    return made_once("phantom", lambda: make_phantom(atlas(), atlas(skull_stripped=True), PHANTOM_SEED, side=Side.LEFT))
