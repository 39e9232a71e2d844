"""How far a case's registrations lie from one another: by seed, and by how coarsely N4 looked at the images.

    python benchmarks/registration.py --case FOLDER --shrink 8 4 --seeds 8               # T1, T2, FLAIR onto T1Gd
    python benchmarks/registration.py --case FOLDER --shrink 8/4 4 --pairs FLAIR         # T1Gd with 8, FLAIR with 4
    python benchmarks/registration.py --case FOLDER --pairs atlas --iterations 100x50x40 # T1Gd onto the atlas

FOLDER holds t1, t1ce, t2 and flair.nii.gz. All distances are means over the brain in mm. With `--keep FILE` every
matrix found is kept there, and a call with more seeds computes only those: many seeds in short pieces. The last line is

    {"T1": {"spread_mm": {"8": of the seeds about their middle, "4": the same},
            "apart_mm":  of the middles of both shrink factors,
            "apart_95_mm": [from, to] of the same, by the spread of the seeds,
            "cpu_s":     of one registration, the mean of those computed now, or null},
     ...
     "n4_cpu_s": {"8": of one image, the mean, "4": the same}}

Two middles of few seeds lie apart by chance alone: `apart_mm` and its interval are too large rather than too small.
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
from fets_desktop.study.grid import Affine
from fets_desktop.study.resources import atlas

_USUAL = Settings()
_EVERY = 6
"""Of the brain's voxels along each axis, for a mean."""
_ROUGHLY = (100, 50, 0)
_TWO_SIDED_95 = 1.96

Points = npt.NDArray[np.float64]
Matrix = list[list[float]]


class Bench:
    """One case's images, evened each once by each shrink factor, and the matrices found.

    Args:
        case: The folder of the four series.
        keep: Takes the matrices, and may hold those of an earlier call; they are forgotten at the end if None.
    """

    def __init__(self, case: Path, keep: Path | None = None) -> None:
        self._case = case
        self._evened: dict[tuple[Contrast, int], sitk.Image] = {}
        self._keep = keep
        self._found: dict[str, Matrix] = json.loads(keep.read_text("utf-8")) if keep and keep.exists() else {}
        self.n4_s: dict[int, list[float]] = {}
        self.atlas = as_float(read_image(atlas()))

    def registered(self, pair: str, shrink: str, iterations: tuple[int, ...], seed: int) -> tuple[Affine, float | None]:
        """Return the matrix of a pair, fixed to moving points, and the CPU-seconds it took; None if it was kept."""
        name = f"{self._case.name} {pair} {shrink} {'x'.join(map(str, iterations))} {seed}"
        took = None
        if name not in self._found:
            fixed, moving = self._images(pair, shrink)
            start = time.process_time()
            self._found[name] = register_rigid(fixed, moving, iterations, seed).tolist()
            took = time.process_time() - start
            if self._keep:
                self._keep.write_text(json.dumps(self._found, indent=0), "utf-8")
        return np.array(self._found[name]), took

    def _evened_once(self, contrast: Contrast, shrink: int) -> sitk.Image:
        """Return a contrast as the registration sees it."""
        if (contrast, shrink) not in self._evened:
            image = looked_at(as_float(read_image(self._case / f"{contrast.brats_name}.nii.gz")))
            start = time.process_time()
            self._evened[contrast, shrink] = even_out(image, _USUAL.n4_iterations, shrink)
            self.n4_s.setdefault(shrink, []).append(time.process_time() - start)
        return self._evened[contrast, shrink]

    def _images(self, pair: str, shrink: str) -> tuple[sitk.Image, sitk.Image]:
        """Return the fixed and the moving image of "atlas", "T1", "T2" or "FLAIR"."""
        of_t1gd, _, of_other = shrink.partition("/")
        t1gd = self._evened_once(Contrast.T1GD, int(of_t1gd))
        if pair == "atlas":
            return self.atlas, t1gd
        return t1gd, self._evened_once(Contrast(pair), int(of_other or of_t1gd))

    def brain(self, pair: str, shrink: str) -> Points:
        """Return points all over the brain in the fixed image's space, RAS+ mm: for a mean, a few mm do not matter."""
        stripped = read_volume(atlas(skull_stripped=True))
        index = np.argwhere(stripped.array[::_EVERY, ::_EVERY, ::_EVERY] > 0)[:, ::-1] * _EVERY
        points = np.asarray(stripped.grid.to_ras(index), dtype=np.float64)
        if pair == "atlas":
            return points
        return map_points(self.registered("atlas", shrink, _ROUGHLY, _USUAL.seed)[0], points)


def compare(bench: Bench, pair: str, shrinks: list[str], seeds: int, iterations: tuple[int, ...]) -> dict[str, Any]:
    """Register a pair with every seed and shrink factor, and return how far the results lie from one another."""
    points = bench.brain(pair, shrinks[0])
    groups: list[list[Points]] = []
    took: list[float] = []
    for shrink in shrinks:
        runs = [bench.registered(pair, shrink, iterations, seed + 1) for seed in range(seeds)]
        groups.append([map_points(matrix, points) for matrix, _ in runs])
        took += [seconds for _, seconds in runs if seconds is not None]
    middles = [np.mean(group, axis=0) for group in groups]
    figures: dict[str, Any] = {
        "spread_mm": {
            shrink: round(float(np.mean([apart(one, middle) for one in group])), 3)
            for shrink, group, middle in zip(shrinks, groups, middles, strict=True)
        },
        "cpu_s": round(float(np.mean(took)), 1) if took else None,
    }
    if len(groups) == 2:
        figures["apart_mm"] = round(apart(*middles), 3)
        figures["apart_95_mm"] = [round(limit, 3) for limit in apart_95(*groups)] if seeds > 1 else None
    return figures


def apart(one: Points, other: Points) -> float:
    """Return the mean distance of corresponding points, mm."""
    return float(np.linalg.norm(one - other, axis=1).mean())


def apart_95(one: list[Points], other: list[Points]) -> tuple[float, float]:
    """Return between which distances, mm, two middles lie in 95 of 100 cases.

    The runs' spread along the direction that parts the middles tells.

    Args:
        one: A group's points, a run each; two runs at least.
        other: The other's.
    """
    between = np.mean(one, axis=0) - np.mean(other, axis=0)
    towards = between / np.linalg.norm(between, axis=1, keepdims=True).clip(1e-9)
    along = [[float((points * towards).sum(axis=1).mean()) for points in group] for group in (one, other)]
    error = _TWO_SIDED_95 * float(np.sqrt(sum(np.var(group, ddof=1) / len(group) for group in along)))
    distance = float(np.mean(along[0]) - np.mean(along[1]))
    return max(0.0, distance - error), distance + error


def main() -> None:
    """Measure and print."""
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("--case", type=Path, required=True, help="a folder with t1, t1ce, t2, flair.nii.gz")
    options.add_argument("--shrink", nargs="+", default=[str(_USUAL.n4_shrink)], help="one or two of N4's factors")
    options.add_argument("--pairs", nargs="+", default=["T1", "T2", "FLAIR"], choices=["atlas", "T1", "T2", "FLAIR"])
    options.add_argument("--seeds", type=int, default=4)
    options.add_argument("--iterations", default="x".join(map(str, _USUAL.onto_iterations)))
    options.add_argument("--keep", type=Path, help="a JSON file of the matrices: another call adds seeds to it")
    options.add_argument("--json", action="store_true", help="one JSON object as the last line (always so)")
    given = options.parse_args()
    bench, iterations = Bench(given.case, given.keep), tuple(map(int, given.iterations.split("x")))
    figures = {pair: compare(bench, pair, given.shrink, given.seeds, iterations) for pair in given.pairs}
    n4_s = {str(shrink): round(float(np.mean(seconds)), 2) for shrink, seconds in bench.n4_s.items()}
    print(json.dumps({**figures, "n4_cpu_s": n4_s}))


if __name__ == "__main__":
    main()
