"""A preparation killed in each of its steps, by kill -9 to a real process: it goes on, and ends with the same bytes."""

import json
import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import numpy as np
import pytest
import SimpleITK as sitk  # noqa: N813

from fets_desktop.imaging.files import read_image, write_image
from fets_desktop.preprocess.memo import MEMO_NAME, file_hash
from fets_desktop.study.contrast import ALL_CONTRASTS

pytestmark = [pytest.mark.slow, pytest.mark.timeout(1800)]

STEPS = ("check", "bias", "atlas", "onto-T2", "resample", "brain", "strip", "contrast")

RUN = """
import json, sys
from pathlib import Path
import numpy as np
from fets_desktop.imaging.files import read_label_values
from fets_desktop.preprocess.recipe import prepare
from fets_desktop.preprocess.step import Settings
from fets_desktop.study.contrast import Contrast
from fets_desktop.study.resources import atlas
order = json.loads(sys.argv[1])
mask = read_label_values(Path(order["mask"]))[0] > 0
def told(step, finding):
    if finding is None:
        print(step, flush=True)
quick = Settings(n4_iterations=(3, 3), atlas_iterations=(30, 5, 0), onto_iterations=(30, 5, 0))
prepare({Contrast(c): Path(p) for c, p in order["sources"].items()}, atlas(), lambda volumes, progress: mask,
        Path(order["folder"]), mask_maker_id="known", settings=quick, threads=order["threads"], told=told)
"""


class Run:
    """One preparation in a process of its own."""

    def __init__(self, order: dict) -> None:
        self.process = subprocess.Popen(
            [sys.executable, "-c", RUN, json.dumps(order)], stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True
        )
        assert self.process.stdout
        self.said: list[str] = []

    def until(self, step: str) -> None:
        while (line := self.process.stdout.readline()) and line.strip() != step:
            self.said.append(line.strip())
        assert line, f"it ended before {step}: {self.process.stderr.read()}"

    def kill(self) -> None:
        os.kill(self.process.pid, signal.SIGKILL)
        self.process.communicate()

    def finish(self) -> None:
        _, err = self.process.communicate(timeout=300)
        assert self.process.returncode == 0, err


def outputs(folder: Path) -> dict[str, str]:
    """The hashes of everything but the memo, which notes how long each step took."""
    assert not [path for path in folder.rglob("*") if path.name.startswith(".")], "something half-written is left"
    return {str(path.relative_to(folder)): file_hash(path) for path in folder.rglob("*") if path.name != MEMO_NAME}


@pytest.fixture(scope="module")
def order(heads, brain_in_atlas, tmp_path_factory):
    """Heads on fewer voxels, so that a preparation takes a few seconds."""
    folder = tmp_path_factory.mktemp("killed")
    sources = {}
    for contrast in ALL_CONTRASTS:
        small = sitk.BinShrink(sitk.Cast(read_image(heads.sources[contrast]), sitk.sitkFloat32), [2, 2, 1])
        sources[str(contrast)] = str(write_image(folder / f"{contrast}.nii.gz", sitk.Cast(small, sitk.sitkInt16)))
    mask = sitk.GetImageFromArray(brain_in_atlas.astype(np.uint8))
    return {"sources": sources, "mask": str(write_image(folder / "mask.nii.gz", mask)), "threads": 1}


@pytest.fixture(scope="module")
def undisturbed(order, tmp_path_factory) -> dict[str, str]:
    folder = tmp_path_factory.mktemp("undisturbed") / "case"
    Run({**order, "folder": str(folder)}).finish()
    return outputs(folder)


def test_two_threads_give_the_bytes_of_one(order, undisturbed, tmp_path):
    folder = tmp_path / "case"
    Run({**order, "folder": str(folder), "threads": 2}).finish()
    assert outputs(folder) == undisturbed


def test_killed_in_each_step_it_goes_on_and_ends_with_the_same_bytes(order, undisturbed, tmp_path):
    folder = tmp_path / "case"
    for number, step in enumerate(STEPS):
        run = Run({**order, "folder": str(folder)})
        run.until(step)
        time.sleep((0.0, 0.05, 0.2)[number % 3])
        run.kill()
        done = set(json.loads((folder / MEMO_NAME).read_text())) if (folder / MEMO_NAME).exists() else set()
        # whatever was done before this step is kept: nothing is done twice
        assert done >= set(STEPS[:number]), step
    last = Run({**order, "folder": str(folder)})
    last.finish()
    assert outputs(folder) == undisturbed
