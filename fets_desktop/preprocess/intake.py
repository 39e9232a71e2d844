"""Step 1: read the four series and check that a recipe for heads may be applied to them."""

import hashlib
import json
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import SimpleITK as sitk  # noqa: N813

from fets_desktop.imaging.convert import to_array
from fets_desktop.imaging.disk import write_whole
from fets_desktop.imaging.nifti_bytes import are_numbers
from fets_desktop.imaging.pictures import write_png
from fets_desktop.imaging.planes import board, cut_native, grey_tiles
from fets_desktop.preprocess.checking import HEAD_ML, Check, Space, check_volume, overall, space_of
from fets_desktop.preprocess.huge import voxels_of
from fets_desktop.preprocess.measures import BAD_SIGNAL_TO_NOISE, LOOK_SIGNAL_TO_NOISE
from fets_desktop.preprocess.memo import file_hash
from fets_desktop.preprocess.names import FACTS
from fets_desktop.preprocess.step import Bench, Outcome, Step
from fets_desktop.study.contrast import ALL_CONTRASTS, Contrast
from fets_desktop.study.cut_off import LOOK_CUT_CM2
from fets_desktop.study.errors import StudyError
from fets_desktop.study.finding import Finding
from fets_desktop.study.progress import Progress

MOST_VOXELS = 150_000_000
"""A whole head of half-millimetre cubes has 105 million; four of these are what memory is meant for."""

_LIMITS = {
    **{f"head_{contrast}_ml": f"{HEAD_ML[0]:.0f} to {HEAD_ML[1]:.0f} ml" for contrast in ALL_CONTRASTS},
    **{
        f"noise_{contrast}": f"{LOOK_SIGNAL_TO_NOISE:.0f} or more; bad below {BAD_SIGNAL_TO_NOISE:.0f}"
        for contrast in ALL_CONTRASTS
    },
    **{f"cut_{contrast}_cm2": f"{LOOK_CUT_CM2:.0f} cm2 or less" for contrast in ALL_CONTRASTS},
}


class Intake(Step):
    """Reads, checks, and finds out whether the case stands in atlas space already."""

    name = "check"
    title = "Read and check"
    share = 2.0

    def parameters(self, bench: Bench) -> Mapping[str, Any]:
        """The four files' contents."""
        return {str(contrast): file_hash(path) for contrast, path in sorted(bench.sources.items())}

    def run(self, bench: Bench, progress: Progress) -> Outcome:
        """Check every volume, write what was found."""
        checks, tiles, seen = {}, [], dict[str, Contrast]()
        for number, contrast in enumerate(ALL_CONTRASTS):
            progress(number / 4, f"{self.title}: {contrast}")
            _refuse_huge(contrast, bench.sources[contrast])
            _refuse_strays(contrast, bench.sources[contrast])
            checks[contrast] = check_volume(contrast, bench.whole_source(contrast))
            image = bench.source(contrast)
            _refuse_twins(contrast, image, seen)
            tiles.append(grey_tiles(cut_native(image)))
        space = space_of(checks)
        write_whole(bench.folder / FACTS, json.dumps({"space": space.value}).encode())
        write_png(bench.folder / self.picture, board(tiles))
        numbers = {f"head_{contrast}_ml": round(check.head_ml, 1) for contrast, check in checks.items()}
        for contrast, check in checks.items():
            if not check.stripped:
                numbers[f"noise_{contrast}"] = round(check.signal_to_noise, 1)
                numbers[f"cut_{contrast}_cm2"] = round(check.cut_cm2, 1)
        text = _words(checks, space)
        return Outcome(
            (FACTS, self.picture),
            Finding(self.name, self.title, overall(checks), text, numbers, picture=self.picture, limits=_LIMITS),
        )


def read_space(bench: Bench) -> Space:
    """Return what the first step found out about the case."""
    return Space(json.loads((bench.folder / FACTS).read_text("utf-8"))["space"])


def _refuse_huge(contrast: Contrast, path: Path) -> None:
    """Look at the header alone: what would not fit into memory is never read."""
    if (voxels := voxels_of(path)) > MOST_VOXELS:
        raise StudyError(
            "not-a-head",
            f"{contrast} has {voxels / 1e6:.0f} million voxels; a head has fewer than {MOST_VOXELS / 1e6:.0f} million.",
        )


def _refuse_strays(contrast: Contrast, path: Path) -> None:
    """Ask the file itself: ITK reads what is no number as zero, and a file cut short without a word."""
    if path.is_file() and not are_numbers(path):
        raise StudyError("bad-voxels", f"{contrast} holds values that are no numbers.")


def _refuse_twins(contrast: Contrast, image: sitk.Image, seen: dict[str, Contrast]) -> None:
    digest = hashlib.sha256(to_array(image).tobytes()).hexdigest()
    if digest in seen:
        raise StudyError("bad-voxels", f"{seen[digest]} and {contrast} are the same image.")
    seen[digest] = contrast


def _words(checks: Mapping[Contrast, Check], space: Space) -> str:
    remarks = [remark for check in checks.values() for remark in check.remarks]
    if space is Space.ATLAS:
        remarks.insert(
            0,
            "The images stand on the atlas grid (240 x 240 x 155, 1 mm) and at least 70 % of every image is exactly "
            "zero: they were prepared before. They are taken as they are; registration and brain extraction are not "
            "done again.",
        )
    elif not remarks:
        remarks = ["Four volumes of numbers, each of the size of a head."]
    return " ".join(remarks)
