"""What preparing one case costs: four native NIfTI files to four brains, as the program does it, on one thread.

    python benchmarks/preprocess.py --json                           # a phantom with skull, on thick native slices
    python benchmarks/preprocess.py --case FOLDER --peer PYTHON      # t1, t1ce, t2, flair.nii.gz; beside the peer

The last line is

    {"cpu_s":          CPU-seconds of a fresh process, engines included,
     "peak_mb":        its peak resident memory,
     "mask_again_s":   seconds until the brains are there again after the brain mask was edited,
     "together_ratio": wall time of two cases at once on two cores / of one,
     "pace_cpu_s":     {"T1Gd to atlas", "FLAIR to T1Gd"}: CPU-seconds of these two registrations alone, see `pace`,
     "peer_cpu_s":     the same of brainles-preprocessing with HD-BET, null where it is not installed,
     "peer_peak_mb":   its peak, ...}

PYTHON is an interpreter in whose environment brainles-preprocessing is installed: it needs other versions than ours.
"""

import argparse
import json
import resource
import subprocess
import sys
import tempfile
import time
from collections.abc import Mapping
from pathlib import Path
from statistics import median
from typing import Any

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from scipy import ndimage

from fets_desktop.imaging.files import read_image, read_label_values, write_array
from fets_desktop.phantom.phantom import make_phantom, write_nifti
from fets_desktop.preprocess import names
from fets_desktop.preprocess.engines import register_rigid
from fets_desktop.preprocess.huge import as_float
from fets_desktop.preprocess.recipe import prepare
from fets_desktop.preprocess.step import Given, Settings
from fets_desktop.segment.brain import BrainNetwork
from fets_desktop.study.contrast import ALL_CONTRASTS, Contrast
from fets_desktop.study.progress import Progress
from fets_desktop.study.resources import atlas
from fets_desktop.study.resources import resource as shipped
from fets_desktop.study.volume import Mask, Volume

Figures = dict[str, Any]
_CASE_SEED = 11

_PEER = """
import sys
from pathlib import Path
from brainles_preprocessing.brain_extraction import HDBetExtractor
from brainles_preprocessing.modality import CenterModality, Modality
from brainles_preprocessing.preprocessor import AtlasCentricPreprocessor
case, out = Path(sys.argv[1]), Path(sys.argv[2])
def one(kind, name):
    return kind(modality_name=name, input_path=case / f"{name}.nii.gz", raw_bet_output_path=out / f"{name}.nii.gz")
runner = AtlasCentricPreprocessor(
    center_modality=one(CenterModality, "t1ce"),
    moving_modalities=[one(Modality, name) for name in ("t1", "t2", "flair")],
    brain_extractor=HDBetExtractor(), use_gpu=False)
runner.run()
"""


def sources(case: Path) -> dict[Contrast, Path]:
    """Return the four files of a case."""
    return {contrast: case / f"{contrast.brats_name}.nii.gz" for contrast in ALL_CONTRASTS}


def run_case(case: Path, folder: Path) -> Figures:
    """In a process of its own: prepare the case into `folder`; what is done there already is skipped."""
    start = time.monotonic()
    brain = BrainNetwork(shipped("models", "brain.fetsmodel"))
    made = prepare(sources(case), atlas(), brain, folder, mask_maker_id=brain.id, threads=1)
    steps = {finding.step: finding.seconds for finding in made.findings}
    return {"wall_s": time.monotonic() - start, "steps": steps}


def pace(case: Path) -> Figures:
    """In a process of its own: what greedy takes for two registrations of the originals, in CPU-seconds.

    A machine that others share is a third slower in one hour than in another: figures of different hours compare by
    this. They were 20 and 4.2 for TCGA-FG-6692 where the target for a whole case was set.
    """
    t1gd, flair = (as_float(read_image(sources(case)[contrast])) for contrast in (Contrast.T1GD, Contrast.FLAIR))
    recipe, took = Settings(), {}
    for name, fixed, moving, iterations in (
        ("T1Gd to atlas", as_float(read_image(atlas())), t1gd, recipe.atlas_iterations),
        ("FLAIR to T1Gd", t1gd, flair, recipe.onto_iterations),
    ):
        start = time.process_time()
        register_rigid(fixed, moving, iterations, recipe.seed)
        took[name] = round(time.process_time() - start, 1)
    return took


def fresh(*command: str) -> tuple[str, Figures]:
    """Run a command and return what it printed, its CPU-seconds and its peak memory."""
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    start = time.monotonic()
    # time's own child: the peak of all children would hide a smaller one that came later
    done = subprocess.run([sys.executable, "-c", _MEASURED, *command], capture_output=True, text=True, check=False)
    if done.returncode:
        raise SystemExit(done.stderr[-2000:])
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    cpu = after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime
    printed, _, peak = done.stdout.rstrip().rpartition("\n")
    return printed, {"cpu_s": cpu, "wall_s": time.monotonic() - start, "peak_mb": float(peak)}


_MEASURED = """
import resource, subprocess, sys
status = subprocess.run(sys.argv[1:]).returncode
print(resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss * 1024 / 1e6, flush=True)
sys.exit(status)
"""


def measure(case: Path, repeats: int, peer: str) -> Figures:
    """Return the figures."""
    rows = []
    with tempfile.TemporaryDirectory() as scratch:
        for number in range(repeats):
            folder = Path(scratch) / f"run{number}"
            printed, row = fresh(sys.executable, __file__, "--one", str(case), str(folder))
            rows.append({**row, **json.loads(printed.splitlines()[-1])})
        last = Path(scratch) / f"run{repeats - 1}"
        figures: Figures = {key: round(median(row[key] for row in rows), 1) for key in ("cpu_s", "peak_mb", "wall_s")}
        figures["steps_s"] = rows[-1]["steps"]
        printed, _ = fresh(sys.executable, __file__, "--pace", str(case))
        figures["pace_cpu_s"] = json.loads(printed.splitlines()[-1])
        figures["mask_again_s"] = round(_after_an_edit(case, last), 2)
        figures["together_ratio"] = round(_together(case, Path(scratch)) / figures["wall_s"], 2)
        figures |= _peer(case, Path(scratch), peer)
    return figures


def _after_an_edit(case: Path, folder: Path) -> float:
    """Return how long the brains take after a person has changed the brain mask."""
    mask, grid = read_label_values(folder / names.BRAIN_MASK)
    drawn = folder.with_name("drawn.nii.gz")
    write_array(drawn, ndimage.binary_erosion(mask > 0).astype(mask.dtype), grid)
    given = {"brain": Given(drawn, "benchmark", "2026-01-01T00:00:00+00:00")}
    start = time.monotonic()
    # as the program does it: a drawn mask reads no network, and all cores of the machine are its
    prepare(sources(case), atlas(), _nobody, folder, given=given)
    return time.monotonic() - start


def _nobody(_heads: Mapping[Contrast, Volume], _progress: Progress) -> Mask:
    raise SystemExit("the brain extraction was asked, though a mask was drawn")


def _together(case: Path, scratch: Path) -> float:
    start = time.monotonic()
    pair = [
        subprocess.Popen([sys.executable, __file__, "--one", str(case), str(scratch / name)], stdout=subprocess.DEVNULL)
        for name in ("left", "right")
    ]
    for process in pair:
        process.wait()
    return time.monotonic() - start


def _peer(case: Path, scratch: Path, python: str) -> Figures:
    if not python:
        return {"peer_cpu_s": None, "peer_peak_mb": None}
    out = scratch / "peer"
    out.mkdir()
    _, row = fresh(python, "-c", _PEER, str(case), str(out))
    return {"peer_cpu_s": round(row["cpu_s"], 1), "peer_peak_mb": round(row["peak_mb"], 1)}


def main() -> None:
    """Measure and print."""
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("--json", action="store_true", help="one JSON object as the last line (always so)")
    options.add_argument("--case", type=Path, help="a folder with t1, t1ce, t2, flair.nii.gz; a phantom if not given")
    options.add_argument("--repeats", type=int, default=1)
    options.add_argument("--peer", default="", metavar="PYTHON", help="one that has the peer")
    options.add_argument("--one", type=Path, nargs=2, help=argparse.SUPPRESS)
    options.add_argument("--pace", type=Path, help=argparse.SUPPRESS)
    given = options.parse_args()
    if given.one or given.pace:
        print(json.dumps(run_case(*given.one) if given.one else pace(given.pace)))
        return
    with tempfile.TemporaryDirectory() as folder:
        case = given.case
        if case is None:
            phantom = make_phantom(atlas(), atlas(skull_stripped=True), _CASE_SEED)
            written = write_nifti(phantom, Path(folder))
            case = Path(folder)
            for contrast, file in written.items():
                if file.name != f"{contrast.brats_name}.nii.gz":
                    file.rename(case / f"{contrast.brats_name}.nii.gz")
        print(json.dumps(measure(case, given.repeats, given.peer)))


if __name__ == "__main__":
    main()
