"""The last look: whether the images themselves say that T1 and T1Gd, T2 and FLAIR are not exchanged.

By then all four lie on one another, so that one voxel can be compared with itself.
"""

from collections.abc import Mapping
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt
from scipy import ndimage

from fets_desktop.imaging.convert import to_array
from fets_desktop.imaging.pictures import write_png
from fets_desktop.imaging.planes import board, cut, grey_tiles
from fets_desktop.preprocess import names
from fets_desktop.preprocess.quality import worst
from fets_desktop.preprocess.step import Bench, Outcome, Step
from fets_desktop.study.contrast import ALL_CONTRASTS, Contrast
from fets_desktop.study.finding import Finding, Grade
from fets_desktop.study.progress import Progress
from fets_desktop.study.volume import Mask

CERTAIN = 1.1
"""How much further the right tail must reach than the other; measured: see `brighter`."""
_DEEP_MM = 3
_EVENED_OVER_MM = 61
_TAIL_PERCENT = 0.5
_FEWEST_VOXELS = 10_000

Float32 = npt.NDArray[np.float32]


@dataclass(frozen=True)
class Evidence:
    """How one contrast stands to another inside the brain, both in units of the brain around a voxel.

    Attributes:
        above: How far the brightest half percent of voxels are brighter in the one than usual.
        below: The same for the other.
    """

    above: float
    below: float

    @property
    def ratio(self) -> float:
        """Above 1 the one is brighter where they differ most, below 1 the other."""
        return (self.above + 1e-6) / (self.below + 1e-6)

    @property
    def grade(self) -> Grade:
        """Ok if the ratio is `CERTAIN` or more, bad if it is the reverse, look between."""
        if self.ratio >= CERTAIN:
            return Grade.OK
        return Grade.BAD if self.ratio <= 1 / CERTAIN else Grade.LOOK


@dataclass(frozen=True, eq=False)
class Ground:
    """Where both pairs are compared: the brain without its outermost 3 mm.

    Attributes:
        box: The slices of the whole image that hold the brain.
        deep: Where to compare, within the box.
        around: How much of what lies around each voxel counts.
    """

    box: tuple[slice, ...]
    deep: Mask
    around: Float32


def ground_of(mask: Mask) -> Ground:
    """Return where to compare the contrasts of a brain `(z, y, x)`."""
    found = ndimage.find_objects(mask.astype(np.uint8))
    box = found[0] if found else tuple(slice(0, size) for size in mask.shape)
    deep = ndimage.binary_erosion(mask[box], iterations=_DEEP_MM)
    return Ground(box, deep, _around(deep.astype(np.float32)))


def brighter(one: Float32, other: Float32, ground: Ground) -> Evidence:
    """Compare two contrasts of one brain, voxel by voxel.

    What takes up contrast medium (vessels, choroid plexus, the tumour's rim) makes the difference T1Gd - T1 reach
    further up than down; fluid, white in T2 and black in FLAIR, does the same for T2 - FLAIR. Both are divided by their
    mean over some 60 mm around, because coils shade them differently (without it the native patient below fell from 2.4
    to 1.3); the outermost 3 mm of the brain, where a bad fit would count most, are left out.

    Measured on 22 labelled patients of eight sites and the native patient TCGA-FG-6692: T1Gd over T1 1.26 (a tumour
    without enhancement; the next is 1.65) to 8.2, median 3.5; T2 over FLAIR 2.3 to 8.4, median 5.1. Exchanged they give
    the reciprocal, one taken twice gives 1: with the limit at 1.1 all 46 pairs were called right, and all 46 exchanged
    ones exchanged.
    """
    deep = ground.deep
    if int(deep.sum()) < _FEWEST_VOXELS:
        return Evidence(0.0, 0.0)
    a, b = (
        array[ground.box] * ground.around / np.maximum(_around(array[ground.box] * deep), 1e-6)
        for array in (one, other)
    )
    low, usual, high = np.percentile((a - b)[deep], [_TAIL_PERCENT, 50, 100 - _TAIL_PERCENT])
    return Evidence(float(high - usual), float(usual - low))


def _around(array: Float32) -> Float32:
    once = ndimage.uniform_filter(array, _EVENED_OVER_MM, mode="constant")
    return np.asarray(ndimage.uniform_filter(once, _EVENED_OVER_MM, mode="constant"), dtype=np.float32)


class Telling(Step):
    """Compares the four brains with one another; changes nothing."""

    name = "contrast"
    title = "Each contrast is what it is called"
    share = 2.0
    needs = (names.BRAIN_MASK, *(names.brain(contrast) for contrast in ALL_CONTRASTS))

    def run(self, bench: Bench, progress: Progress) -> Outcome:
        """Compare, and draw the two pairs."""
        progress(0.0, self.title)
        mask = to_array(bench.image(names.BRAIN_MASK)) > 0
        brains = {c: np.asarray(to_array(bench.image(names.brain(c))), dtype=np.float32) for c in ALL_CONTRASTS}
        finding = judge(brains, mask, self)
        write_png(bench.folder / self.picture, board([grey_tiles(cut(brains[c]), brain_only=True) for c in brains]))
        return Outcome((self.picture,), finding)


def judge(brains: Mapping[Contrast, Float32], mask: Mask, step: Step) -> Finding:
    """Return the finding on both pairs."""
    pairs = ((Contrast.T1GD, Contrast.T1), (Contrast.T2, Contrast.FLAIR))
    ground = ground_of(mask)
    # side by side: a person who has just drawn a mask waits for this
    with ThreadPoolExecutor(max_workers=len(pairs)) as comparing:
        asked = [comparing.submit(brighter, brains[one], brains[other], ground) for one, other in pairs]
        gadolinium, fluid = (answer.result() for answer in asked)
    parts = [
        _words(gadolinium, Contrast.T1GD, Contrast.T1, "Contrast medium shows in T1Gd"),
        _words(fluid, Contrast.T2, Contrast.FLAIR, "Fluid is bright in T2 and dark in FLAIR"),
        f"Fine from {CERTAIN} on, bad below {1 / CERTAIN:.2f}. From top to bottom: T1, T1Gd, T2, FLAIR.",
    ]
    numbers = {"T1Gd_over_T1": round(gadolinium.ratio, 2), "T2_over_FLAIR": round(fluid.ratio, 2)}
    grade = worst((gadolinium.grade, fluid.grade))
    return Finding(step.name, step.title, grade, " ".join(parts), numbers, picture=step.picture)


def _words(evidence: Evidence, one: Contrast, other: Contrast, usual: str) -> str:
    measured = f"where the two differ most, {one} is brighter {evidence.ratio:.2f} times as far as {other} is"
    if evidence.grade is Grade.OK:
        return f"{usual}: {measured}."
    if evidence.grade is Grade.BAD:
        return f"{one} and {other} look exchanged: {measured}. Choose again on the Import screen."
    return (
        f"The images do not say which is {one} and which is {other}: {measured}. One may have been taken twice, or "
        "there is nothing to tell them apart by; look at them."
    )
