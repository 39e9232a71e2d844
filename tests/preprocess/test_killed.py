"""A preparation cancelled and then killed (kill -9 to a real process) in each of its steps ends with the same bytes."""

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
from fets_desktop.imaging.rigid import inverse
from fets_desktop.preprocess import names
from fets_desktop.preprocess.memo import MEMO_NAME, file_hash
from fets_desktop.preprocess.recipe import NATIVE_STEPS
from fets_desktop.study.contrast import ALL_CONTRASTS, Contrast

STEPS = tuple(step.name for step in NATIVE_STEPS)

RUN = """
import json, sys, time
from pathlib import Path
import numpy as np
from fets_desktop.imaging import files
from fets_desktop.preprocess import aligning
from fets_desktop.preprocess.recipe import prepare
from fets_desktop.preprocess.step import Settings
from fets_desktop.study.contrast import Contrast
from fets_desktop.study.errors import Cancelled
from fets_desktop.study.resources import atlas
order = json.loads(sys.argv[1])
mask = files.read_label_values(Path(order["mask"]))[0] > 0
if known := order["known"]:  # registrations whose answer is known, and nothing packed: seconds instead of half a minute
    files._GZIP_LEVEL = 0
    aligning.Alignment.register = lambda step, bench, start=None: np.array(known[step.transform])
stops, at_work, heard = list(order["stops"]), "", 0
def told(step, finding):
    global at_work, heard
    if finding is None:
        at_work, heard = step, 0
        print(step, flush=True)
def progress(fraction, note):
    global heard
    heard += 1
    # as late within the step as its words allow
    if stops and at_work == stops[0] and heard == order["words"]:
        stops.pop()
        raise Cancelled
def once():
    quick = Settings(n4_iterations=(3, 3), atlas_iterations=(30, 5, 0), onto_iterations=(30, 5, 0))
    prepare({Contrast(c): Path(p) for c, p in order["sources"].items()}, atlas(), lambda volumes, progress: mask,
            Path(order["folder"]), progress, mask_maker_id="known", settings=quick, threads=order["threads"], told=told)
if stops:
    try:
        once()
    except Cancelled:
        print("cancelled", flush=True)
once()
"""

_WORDS = {"check": 4, "bias": 4, "resample": 4, "strip": 4, "contrast": 1}
"""How often a step tells how far it is; the others do so twice."""


class Run:
    """One preparation in a process of its own."""

    def __init__(self, order: dict) -> None:
        self.process = subprocess.Popen(
            [sys.executable, "-c", RUN, json.dumps(order)], stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True
        )
        assert self.process.stdout
        self.said: list[str] = []

    def until(self, word: str) -> None:
        while (line := self.process.stdout.readline()) and line.strip() != word:
            self.said.append(line.strip())
        assert line, f"it ended before {word}: {self.process.stderr.read()}"

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
    mask_file = str(write_image(folder / "mask.nii.gz", mask))
    return {"sources": sources, "mask": mask_file, "threads": 1, "stops": (), "words": 0, "known": {}}


@pytest.fixture(scope="module")
def known_order(order, heads):
    """The same, and the true positions in place of the registrations."""
    t1gd = heads.poses[Contrast.T1GD]
    known = {names.TO_ATLAS: t1gd, **{names.onto(c): heads.poses[c] @ inverse(t1gd) for c in names.MOVING}}
    return {**order, "known": {name: matrix.tolist() for name, matrix in known.items()}}


def disturb(order: dict, folder: Path) -> None:
    """Cancel the preparation amid each step, go on, kill it in the same step, and go on to the end."""
    for number, step in enumerate(STEPS):
        words = {"stops": [step], "words": _WORDS.get(step, 2)}
        run = Run({**order, **words, "folder": str(folder)})
        run.until("cancelled")
        run.until(step)
        time.sleep((0.0, 0.05, 0.2)[number % 3])
        run.kill()
        done = set(json.loads((folder / MEMO_NAME).read_text())) if (folder / MEMO_NAME).exists() else set()
        # whatever was done before this step is kept: nothing is done twice
        assert done >= set(STEPS[:number]), step
    Run({**order, "folder": str(folder)}).finish()


def test_cancelled_and_killed_in_each_step_it_ends_with_the_same_bytes(known_order, tmp_path):
    quiet, disturbed = tmp_path / "quiet", tmp_path / "disturbed"
    Run({**known_order, "folder": str(quiet)}).finish()
    disturb(known_order, disturbed)
    assert outputs(disturbed) == outputs(quiet)


@pytest.fixture(scope="module")
def undisturbed(order, tmp_path_factory) -> dict[str, str]:
    """With the engines' own registrations: minutes."""
    folder = tmp_path_factory.mktemp("undisturbed") / "case"
    Run({**order, "folder": str(folder)}).finish()
    return outputs(folder)


@pytest.mark.slow
@pytest.mark.timeout(1800)
def test_two_threads_give_the_bytes_of_one(order, undisturbed, tmp_path):
    folder = tmp_path / "case"
    Run({**order, "folder": str(folder), "threads": 2}).finish()
    assert outputs(folder) == undisturbed


@pytest.mark.slow
@pytest.mark.timeout(1800)
def test_disturbed_amid_the_engines_it_ends_with_the_same_bytes(order, undisturbed, tmp_path):
    disturb(order, tmp_path / "case")
    assert outputs(tmp_path / "case") == undisturbed
