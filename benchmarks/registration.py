"""How far a case's registrations lie from one another: by seed, and by how coarsely N4 looked at the images.

    python benchmarks/registration.py --case FOLDER --shrink 8 4 --seeds 8               # T1, T2, FLAIR onto T1Gd
    python benchmarks/registration.py --case FOLDER --pairs atlas --iterations 100x50x40 # T1Gd onto the atlas

FOLDER holds t1, t1ce, t2 and flair.nii.gz. All distances are means over the brain in mm. The last line is

    {"T1": {"spread_mm": {"8": of the seeds about their middle, "4": the same},
            "apart_mm":  of the middles of both shrink factors,
            "cpu_s":     of one registration, the mean},
     ...
     "n4_cpu_s": {"8": of one image, the mean, "4": the same}}
"""

import argparse
import json
import sys
import time
from pathlib import Path
from typing import Any

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

import numpy as np
import numpy.typing as npt
import SimpleITK as sitk  # noqa: N813

from fets_desktop.imaging.files import read_image, read_volume
from fets_desktop.imaging.rigid import map_points
from fets_desktop.preprocess.engines import even_out, register_rigid
from fets_desktop.preprocess.huge import as_float, looked_at
from fets_desktop.preprocess.step import Settings
from fets_desktop.study.contrast import Contrast
from fets_desktop.study.resources import atlas

_USUAL = Settings()
_EVERY = 6
"""Of the brain's voxels along each axis, for a mean."""

Points = npt.NDArray[np.float64]


class Bench:
    """One case's images, evened each once by each shrink factor."""

    def __init__(self, case: Path) -> None:
        self._case = case
        self._evened: dict[tuple[Contrast, int], sitk.Image] = {}
        self.n4_s: dict[int, list[float]] = {}
        self.atlas = as_float(read_image(atlas()))

    def evened(self, contrast: Contrast, shrink: int) -> sitk.Image:
        """Return a contrast as the registration sees it."""
        if (contrast, shrink) not in self._evened:
            image = looked_at(as_float(read_image(self._case / f"{contrast.brats_name}.nii.gz")))
            start = time.process_time()
            self._evened[contrast, shrink] = even_out(image, _USUAL.n4_iterations, shrink)
            self.n4_s.setdefault(shrink, []).append(time.process_time() - start)
        return self._evened[contrast, shrink]

    def images(self, pair: str, shrink: int) -> tuple[sitk.Image, sitk.Image]:
        """Return the fixed and the moving image of "atlas", "T1", "T2" or "FLAIR"."""
        t1gd = self.evened(Contrast.T1GD, shrink)
        return (self.atlas, t1gd) if pair == "atlas" else (t1gd, self.evened(Contrast(pair), shrink))

    def brain(self, pair: str, shrink: int) -> Points:
        """Return points all over the brain in the fixed image's space, RAS+ mm: for a mean, a few mm do not matter."""
        stripped = read_volume(atlas(skull_stripped=True))
        index = np.argwhere(stripped.array[::_EVERY, ::_EVERY, ::_EVERY] > 0)[:, ::-1] * _EVERY
        points = map_points(np.eye(4), stripped.grid.to_ras(index))
        if pair == "atlas":
            return points
        roughly = register_rigid(self.atlas, self.evened(Contrast.T1GD, shrink), (100, 50, 0), _USUAL.seed)
        return map_points(roughly, points)


def compare(bench: Bench, pair: str, shrinks: list[int], seeds: int, iterations: tuple[int, ...]) -> dict[str, Any]:
    """Register a pair with every seed and shrink factor, and return how far the results lie from one another."""
    points, middles = bench.brain(pair, shrinks[0]), []
    spread, took = {}, []
    for shrink in shrinks:
        fixed, moving = bench.images(pair, shrink)
        start = time.process_time()
        found = [map_points(register_rigid(fixed, moving, iterations, seed + 1), points) for seed in range(seeds)]
        took.append((time.process_time() - start) / seeds)
        middles.append(np.mean(found, axis=0))
        spread[str(shrink)] = round(float(np.mean([apart(one, middles[-1]) for one in found])), 3)
    figures: dict[str, Any] = {"spread_mm": spread, "cpu_s": round(float(np.mean(took)), 1)}
    if len(middles) > 1:
        figures["apart_mm"] = round(apart(middles[0], middles[1]), 3)
    return figures


def apart(one: Points, other: Points) -> float:
    """Return the mean distance of corresponding points, mm."""
    return float(np.linalg.norm(one - other, axis=1).mean())


def main() -> None:
    """Measure and print."""
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("--case", type=Path, required=True, help="a folder with t1, t1ce, t2, flair.nii.gz")
    options.add_argument("--shrink", type=int, nargs="+", default=[_USUAL.n4_shrink], help="one or two of N4's factors")
    options.add_argument("--pairs", nargs="+", default=["T1", "T2", "FLAIR"], choices=["atlas", "T1", "T2", "FLAIR"])
    options.add_argument("--seeds", type=int, default=4)
    options.add_argument("--iterations", default="x".join(map(str, _USUAL.onto_iterations)))
    options.add_argument("--json", action="store_true", help="one JSON object as the last line (always so)")
    given = options.parse_args()
    bench, iterations = Bench(given.case), tuple(map(int, given.iterations.split("x")))
    figures = {pair: compare(bench, pair, given.shrink, given.seeds, iterations) for pair in given.pairs}
    n4_s = {str(shrink): round(float(np.mean(seconds)), 2) for shrink, seconds in bench.n4_s.items()}
    print(json.dumps({**figures, "n4_cpu_s": n4_s}))


if __name__ == "__main__":
    main()
