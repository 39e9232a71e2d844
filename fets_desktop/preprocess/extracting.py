"""Steps 8 and 9: the brain mask from whoever makes it, and the four brains it leaves."""

from collections.abc import Iterator, Mapping
from concurrent.futures import ThreadPoolExecutor
from typing import Any

import numpy as np
import numpy.typing as npt
from scipy import ndimage

from fets_desktop.imaging.convert import grid_of, to_array
from fets_desktop.imaging.files import read_image, write_array
from fets_desktop.imaging.pictures import write_png
from fets_desktop.imaging.planes import board, cut, grey_tiles, outlined
from fets_desktop.imaging.similarity import brightness_levels, mutual_information_of_levels
from fets_desktop.preprocess import names
from fets_desktop.preprocess.measures import LOOK_UNLIKE_HALVES, tumour_cut_ml, unlike_halves
from fets_desktop.preprocess.step import Bench, Given, Outcome, Step, signed
from fets_desktop.study.contrast import ALL_CONTRASTS, Contrast
from fets_desktop.study.crop import box_of
from fets_desktop.study.cut_off import LOOK_CUT_TUMOUR_ML
from fets_desktop.study.errors import StudyError
from fets_desktop.study.finding import Finding, Grade
from fets_desktop.study.grid import BRATS_GRID
from fets_desktop.study.progress import Progress, part
from fets_desktop.study.volume import Mask, Volume

BRAIN_ML = (900.0, 1900.0)
REFUSED_ML = 300.0
LOOK_PIECES_SHARE = 0.005
LOOK_BORDER_SHARE = 0.02
_SAME_GRID_MM = 0.01
_MASK_LIMITS = {
    "brain_ml": f"{BRAIN_ML[0]:.0f} to {BRAIN_ML[1]:.0f} ml",
    "stray_share": f"{100 * LOOK_PIECES_SHARE:.1f} % or less",
    "at_border": f"{LOOK_BORDER_SHARE} or less",
    "unlike_halves_share": f"{100 * LOOK_UNLIKE_HALVES:.0f} % or less",
    "tumour_cut_ml": f"{LOOK_CUT_TUMOUR_ML} ml or less",
}


class Heads(Mapping[Contrast, Volume]):
    """The four heads with skull on the atlas grid, each let go of when it was handed out: all at once are 143 MB.

    Args:
        bench: Where they lie, or are still at hand.
    """

    def __init__(self, bench: Bench) -> None:
        self._bench = bench

    def __getitem__(self, contrast: Contrast) -> Volume:
        return Volume(to_array(self._bench.take(names.head(contrast))), BRATS_GRID)

    def __iter__(self) -> Iterator[Contrast]:
        return iter(ALL_CONTRASTS)

    def __len__(self) -> int:
        return len(ALL_CONTRASTS)


class Extraction(Step):
    """Asks the mask maker that was handed in, and looks at what it returns."""

    name = "brain"
    title = "Find the brain"
    share = 18.0
    needs = names.heads()

    def parameters(self, bench: Bench) -> Mapping[str, Any]:
        """Who makes the mask: a program, or a person."""
        return bench.by_hand(self.name) or self.maker(bench)

    def maker(self, bench: Bench) -> Mapping[str, Any]:
        """What distinguishes this brain extraction from another one."""
        return {"mask_maker": bench.mask_maker_id}

    def run(self, bench: Bench, progress: Progress) -> Outcome:
        """Write the mask, `(155, 240, 240)` uint8."""
        progress(0.0, self.title)
        given = bench.given.get(self.name)
        bench.forget(but=names.heads())  # a network needs the memory more than the next step needs the images
        if given:
            mask = given_mask(given)
            with ThreadPoolExecutor(max_workers=len(ALL_CONTRASTS)) as readers:
                list(readers.map(bench.image, names.heads()))
        else:
            mask = self.mask(bench, Heads(bench), part(progress, 0.0, 0.9, f"{self.title}: "))
        progress(0.9, f"{self.title}: measuring")
        shown = {contrast: _array(bench, names.head(contrast)) for contrast in (Contrast.T1GD, Contrast.FLAIR)}
        grade, text, numbers = _judge(mask, shown[Contrast.FLAIR])
        text = f"{signed(given, 'Drawn')} {text}" if given else text
        write_array(bench.folder / names.BRAIN_MASK, mask, BRATS_GRID)
        rows = [outlined(cut(head), cut(mask)) for head in shown.values()]
        write_png(bench.folder / self.picture, board(rows))
        finding = Finding(self.name, self.title, grade, text, numbers, picture=self.picture, limits=_MASK_LIMITS)
        return Outcome((names.BRAIN_MASK, self.picture), finding)

    def mask(self, bench: Bench, heads: Mapping[Contrast, Volume], progress: Progress) -> Mask:
        """Return the brain.

        Raises:
            StudyError: "step-failed" if the mask does not stand on the atlas grid.
            Cancelled: Through `progress`.
        """
        mask = np.asarray(bench.mask_maker(heads, progress)) > 0
        if mask.shape != BRATS_GRID.shape:
            raise StudyError("step-failed", "The brain extraction gave a mask on another grid.")
        return mask


class Union(Extraction):
    """The same for a case whose skull was taken off before: wherever one of the four is not zero."""

    title = "The brain as it came"
    share = 1.0

    def maker(self, bench: Bench) -> Mapping[str, Any]:
        """Nothing but the images."""
        return {}

    def mask(self, bench: Bench, heads: Mapping[Contrast, Volume], progress: Progress) -> Mask:
        """Return the union of what is not zero."""
        return np.asarray(np.any([heads[contrast].array != 0 for contrast in heads], axis=0), dtype=np.bool_)


class Stripping(Step):
    """Takes the mask's outside away, and negative values."""

    name = "strip"
    title = "Four brains on one grid"
    share = 3.0
    needs = (names.BRAIN_MASK, *names.heads())

    def run(self, bench: Bench, progress: Progress) -> Outcome:
        """Write the four brains, float32."""
        mask = to_array(bench.image(names.BRAIN_MASK)) > 0
        brains: dict[Contrast, npt.NDArray[np.float32]] = {}
        # packing lets other threads work: a person who has just drawn a mask waits for these four files
        with ThreadPoolExecutor(max_workers=len(ALL_CONTRASTS)) as packers:
            writing = []
            for number, contrast in enumerate(ALL_CONTRASTS):
                progress(number / 4, f"{self.title}: {contrast}")
                brain = np.maximum(_array(bench, names.head(contrast)), 0)
                brains[contrast] = np.multiply(brain, mask, out=brain)
                file = bench.folder / names.brain(contrast)
                writing.append(packers.submit(write_array, file, brains[contrast], BRATS_GRID))
            grade, text, numbers = _agreement(brains, mask)
            rows = [grey_tiles(cut(brain), brain_only=True) for brain in brains.values()]
            write_png(bench.folder / self.picture, board(rows))
            files = [written.result().name for written in writing]
        for contrast, brain in brains.items():
            bench.keep(names.brain(contrast), brain)
        finding = Finding(self.name, self.title, grade, text, numbers, picture=self.picture, limits=_RESULT_LIMITS)
        return Outcome((*files, self.picture), finding)


def given_mask(given: Given) -> Mask:
    """Read a mask that a person drew.

    Raises:
        StudyError: "step-failed" if it does not stand on the atlas grid, "unreadable-image" or "not-3d".
    """
    image = read_image(given.path)
    if not grid_of(image).matches(BRATS_GRID, _SAME_GRID_MM):
        raise StudyError("step-failed", "The mask that was drawn stands on another grid.")
    return np.asarray(to_array(image) > 0, dtype=np.bool_)


def _array(bench: Bench, name: str) -> npt.NDArray[np.float32]:
    return np.asarray(to_array(bench.image(name)), dtype=np.float32)


def _judge(mask: Mask, flair: npt.NDArray[np.float32]) -> tuple[Grade, str, dict[str, float]]:
    volume_ml = float(mask.sum()) * BRATS_GRID.voxel_ml
    if volume_ml < REFUSED_ML:
        raise StudyError("step-failed", f"The brain found measures {volume_ml:.0f} ml only.")
    parts, count = ndimage.label(mask[box_of(mask).slices])
    sizes = np.bincount(parts.ravel())[1:]
    stray = 1.0 - float(sizes.max()) / float(mask.sum())
    edge = float(sum(face.sum() for face in (mask[-1], mask[:, 0], mask[:, -1], mask[:, :, 0], mask[:, :, -1])))
    border = edge / float(mask.sum()) ** (2 / 3)
    halves, cut_ml = unlike_halves(mask), tumour_cut_ml(flair, mask)
    fits = BRAIN_ML[0] <= volume_ml <= BRAIN_ML[1] and stray <= LOOK_PIECES_SHARE and border <= LOOK_BORDER_SHARE
    fits = fits and halves <= LOOK_UNLIKE_HALVES and cut_ml <= LOOK_CUT_TUMOUR_ML
    told = [
        f"The brain found measures {volume_ml:.0f} ml, in {count} {'piece' if count == 1 else 'pieces'}.",
        "Its outline is drawn on T1Gd (upper row) and FLAIR (lower row).",
    ]
    if cut_ml > LOOK_CUT_TUMOUR_ML:
        told.append(
            f"{cut_ml:.1f} ml of bright tissue go on beyond it in FLAIR: a tumour may be cut; look at its edge."
        )
    numbers = {
        "brain_ml": round(volume_ml, 1),
        "pieces": float(count),
        "stray_share": round(stray, 5),
        "at_border": round(border, 4),
        "unlike_halves_share": round(halves, 3),
        "tumour_cut_ml": round(cut_ml, 2),
    }
    return Grade.OK if fits else Grade.LOOK, " ".join(told), numbers


LOOK_SIMILARITY = 1.03
LOOK_EMPTY = 0.02
_RESULT_LIMITS = {
    **{f"similarity_{contrast}_nmi": f"{LOOK_SIMILARITY} or more" for contrast in names.MOVING},
    "empty_share": f"{100 * LOOK_EMPTY:.0f} % or less",
}


def _agreement(brains: Mapping[Contrast, npt.NDArray[np.float32]], mask: Mask) -> tuple[Grade, str, dict[str, float]]:
    numbers = {}
    inside = {contrast: brain[mask] for contrast, brain in brains.items()}
    levels = {contrast: brightness_levels(values) for contrast, values in inside.items()}
    for contrast in names.MOVING:
        likeness = mutual_information_of_levels(levels[Contrast.T1GD], levels[contrast])
        numbers[f"similarity_{contrast}_nmi"] = round(likeness, 4)
    similarity = min(numbers.values())
    empty = max(float((values == 0).mean()) for values in inside.values())
    numbers["empty_share"] = round(empty, 4)
    grade = Grade.OK if similarity >= LOOK_SIMILARITY and empty <= LOOK_EMPTY else Grade.LOOK
    text = (
        f"Inside the brain the likeness of T1Gd and the least similar contrast is {similarity:.3f} (1 is none); "
        f"{100 * empty:.1f} % of the brain is empty in one of them. T1, T1Gd, T2 and FLAIR from top to bottom."
    )
    return grade, text, numbers
