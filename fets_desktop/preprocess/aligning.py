"""Steps 2 to 6: even out the brightness, bring T1Gd to the atlas, and T1, T2 and FLAIR to T1Gd."""

import dataclasses
from abc import abstractmethod
from collections.abc import Mapping
from dataclasses import asdict
from typing import Any

import numpy as np
import SimpleITK as sitk  # noqa: N813

from fets_desktop.imaging.convert import to_array
from fets_desktop.imaging.files import write_image
from fets_desktop.imaging.pictures import write_png
from fets_desktop.imaging.planes import (
    Pixels,
    board,
    checkerboard,
    cut_moved,
    cut_native,
    edges_over,
    grey_tiles,
)
from fets_desktop.imaging.rigid import compose, inverse, is_rigid, read_matrix, rotation_degrees, write_matrix
from fets_desktop.preprocess import names
from fets_desktop.preprocess.engines import engine_versions, even_out, register_rigid
from fets_desktop.preprocess.fit import OTHER_HEAD, SAME_HEAD, Fit, Limits, Placed, judge, measure, words_of
from fets_desktop.preprocess.memo import file_hash
from fets_desktop.preprocess.quality import worst
from fets_desktop.preprocess.search import best_start
from fets_desktop.preprocess.step import MANY_VOXELS, STEADY, Bench, Given, Outcome, Settings, Step, signed
from fets_desktop.study.contrast import ALL_CONTRASTS, Contrast
from fets_desktop.study.errors import StudyError
from fets_desktop.study.finding import Finding, Grade
from fets_desktop.study.grid import Affine
from fets_desktop.study.progress import Progress

LOOK_DEGREES = 60.0
_FAR_MORE = 2
"""Times as many voxels; the four series of an ordinary protocol of thick slices have as many within a tenth or two."""
_SIDES = (
    "Left and right rest on the image's header alone: were all four images mirrored alike, no program could see it."
)


class Evening(Step):
    """N4 for all four: the results are looked at by registration only, and never kept as images."""

    name = "bias"
    title = "Even out the brightness for registration"
    share = 20.0
    needs = (names.FACTS,)

    def parameters(self, bench: Bench) -> Mapping[str, Any]:
        """N4's parameters and the four files."""
        return {
            "n4": {
                "iterations": bench.settings.n4_iterations,
                "shrink": bench.settings.n4_shrink,
                "coarse_shrink": bench.settings.n4_shrink_coarse,
                "coarse_for": sorted(STEADY),
                # in millions: seven digits on a line of their own look like a patient's number to the search for names
                "coarse_from_million_voxels": MANY_VOXELS / 1e6,
            },
            "engines": engine_versions(),
            "sources": {str(contrast): file_hash(path) for contrast, path in sorted(bench.sources.items())},
        }

    def run(self, bench: Bench, progress: Progress) -> Outcome:
        """Write one evened image a contrast."""
        files, numbers = [], {}
        before: list[Pixels] = []
        after: list[Pixels] = []
        for number, contrast in enumerate(ALL_CONTRASTS):
            progress(number / 4, f"{self.title}: {contrast}")
            image = bench.source(contrast)
            shrink = bench.settings.shrink_of(contrast, image.GetNumberOfPixels())
            even = even_out(image, bench.settings.n4_iterations, shrink)
            files.append(names.even(contrast))
            write_image(bench.folder / files[-1], even, packed=False)  # for the next steps alone
            numbers[f"unevenness_{contrast}_percent"] = _unevenness(image, even)
            for row, volume in ((before, image), (after, even)):
                row.append(grey_tiles(cut_native(volume))[0])
        write_png(bench.folder / self.picture, board([before, after]))
        text = (
            "Before (upper row) and after (lower row). Only the registration looks at these; the kept images are not."
        )
        finding = Finding(self.name, self.title, Grade.OK, text, numbers, picture=self.picture)
        return Outcome((*files, self.picture), finding)


def _unevenness(image: sitk.Image, even: sitk.Image) -> float:
    before, after = to_array(image), to_array(even)
    inside = before > before.mean()
    ratio = before[inside] / np.maximum(after[inside], 1e-3)
    return round(float(100.0 * ratio.std() / max(ratio.mean(), 1e-6)), 1)


class Alignment(Step):
    """Brings one image onto another: what the registrations have in common."""

    contrast: Contrast
    transform: str
    limits: Limits

    def run(self, bench: Bench, progress: Progress) -> Outcome:
        """Register, write the matrix, measure how well it fits, in the upright space of the atlas."""
        progress(0.0, self.title)
        given = bench.given.get(self.name)
        matrix = given_matrix(given) if given else self.register(bench)
        progress(0.9, f"{self.title}: measuring")
        fit = self.measure(bench, matrix)
        if not given and fit.is_doubtful(self.limits):
            progress(0.9, f"{self.title}: trying every attitude")
            matrix, fit = self.search(bench, matrix, fit)
        atlas, fixed = bench.read(bench.atlas), self.fixed(bench)
        moving = Placed(bench.image(names.even(self.contrast)), self.to_atlas(bench, matrix))
        grade, text = self.judge(fit, given)
        if (turned := rotation_degrees(matrix)) > LOOK_DEGREES:
            grade = worst((grade, Grade.LOOK))
            header = f"{self.contrast} had to be turned by {turned:.0f} degrees: its header may say a wrong attitude."
            text = f"{header} {text}"
        write_matrix(bench.folder / names.matrix(self.transform), matrix)
        planes = [cut_moved(placed.image, placed.to_atlas, atlas) for placed in (fixed, moving)]
        write_png(bench.folder / self.picture, board([checkerboard(*planes), edges_over(*planes)]))
        finding = Finding(self.name, self.title, grade, text, _numbers(fit, matrix), picture=self.picture)
        finding = dataclasses.replace(finding, limits=words_of(self.limits))
        return Outcome((names.matrix(self.transform), self.picture), finding)

    def parameters(self, bench: Bench) -> Mapping[str, Any]:
        """The atlas and the registration's parameters, or the position that a person gave."""
        if by_hand := bench.by_hand(self.name):
            return {"atlas": file_hash(bench.atlas), **by_hand}
        return {"atlas": file_hash(bench.atlas), "engines": engine_versions(), "settings": asdict(bench.settings)}

    def measure(self, bench: Bench, matrix: Affine) -> Fit:
        """Measure how well the contrast fits where a matrix brings it."""
        moving = Placed(bench.image(names.even(self.contrast)), self.to_atlas(bench, matrix))
        return measure(self.fixed(bench), moving, bench.read(bench.atlas), same_head=self.limits is SAME_HEAD)

    def search(self, bench: Bench, matrix: Affine, fit: Fit) -> tuple[Affine, Fit]:
        """Register again from the best of all attitudes, then the other way round; return what fits best."""
        moving = bench.image(names.even(self.contrast))
        start = best_start(self.fixed(bench).image, moving, bench.settings.seed)
        if start is None:
            return matrix, fit
        for other_way in (False, True):
            if not fit.is_doubtful(self.limits):
                break
            try:
                other = self.register(bench, start, other_way=other_way)
            except StudyError:
                continue  # what was found before stands
            again = self.measure(bench, other)
            if again.similarity > fit.similarity:
                matrix, fit = other, again
        return matrix, fit

    def register(self, bench: Bench, start: Affine | None = None, *, other_way: bool = False) -> Affine:
        """Find the matrix, fixed points to moving points.

        Greedy samples at the voxels of the image that stays. One of ten slices has hardly any left on the coarse level
        where it is brought, and slides away; where it stays it leads to the right place.

        Args:
            bench: Where the images lie.
            start: Where to begin; the images' centres if None.
            other_way: Let the other one of the two images stay.
        """
        fixed, moving = self.fixed(bench).image, bench.image(names.even(self.contrast))
        iterations, seed = self.iterations(bench.settings), bench.settings.seed
        if self.moving_stays(fixed, moving) == other_way:
            return register_rigid(fixed, moving, iterations, seed, start)
        return inverse(register_rigid(moving, fixed, iterations, seed, None if start is None else inverse(start)))

    def moving_stays(self, fixed: sitk.Image, moving: sitk.Image) -> bool:
        """Tell whether the fixed image is the one to be brought, and its result turned round."""
        return False

    def judge(self, fit: Fit, given: Given | None) -> tuple[Grade, str]:
        """Grade the fit; what a person placed is never refused, for the person saw it.

        Raises:
            StudyError: "registration-failed" if what was computed does not fit.
        """
        if given is None:
            return judge(fit, self.contrast, self.limits)
        try:
            grade, text = judge(fit, self.contrast, self.limits)
        except StudyError as error:
            grade, text = Grade.BAD, error.detail
        return grade, f"{signed(given, 'Placed')} {text}"

    @abstractmethod
    def iterations(self, settings: Settings) -> tuple[int, ...]:
        """Return the registration's iterations per level."""

    @abstractmethod
    def to_atlas(self, bench: Bench, matrix: Affine) -> Affine:
        """Return the matrix that takes the contrast to the atlas."""

    @abstractmethod
    def fixed(self, bench: Bench) -> Placed:
        """Return what the image was brought onto."""


class ToAtlas(Alignment):
    """T1Gd to SRI24."""

    name = "atlas"
    title = "T1Gd to the SRI24 atlas"
    share = 19.0
    needs = (names.FACTS, names.even(Contrast.T1GD))
    contrast = Contrast.T1GD
    transform = names.TO_ATLAS
    limits = OTHER_HEAD

    def iterations(self, settings: Settings) -> tuple[int, ...]:
        """The atlas's own."""
        return settings.atlas_iterations

    def to_atlas(self, bench: Bench, matrix: Affine) -> Affine:
        """Nothing to compose."""
        return matrix

    def fixed(self, bench: Bench) -> Placed:
        """The atlas itself."""
        return Placed(bench.read(bench.atlas), np.eye(4))

    def judge(self, fit: Fit, given: Given | None) -> tuple[Grade, str]:
        """Grade the fit; here and always it is said that no image shows which side is which."""
        grade, text = super().judge(fit, given)
        return grade, f"{text} {_SIDES}"


class Onto(Alignment):
    """T1, T2 or FLAIR to T1Gd."""

    share = 5.0
    limits = SAME_HEAD

    def __init__(self, contrast: Contrast) -> None:
        self.contrast = contrast
        self.name = f"onto-{contrast}"
        self.title = f"{contrast} to T1Gd"
        self.transform = names.onto(contrast)
        moving, fixed = names.even(contrast), names.even(Contrast.T1GD)
        self.needs = (names.FACTS, moving, fixed, names.matrix(names.TO_ATLAS))

    def iterations(self, settings: Settings) -> tuple[int, ...]:
        """Those onto T1Gd."""
        return settings.onto_iterations

    def moving_stays(self, fixed: sitk.Image, moving: sitk.Image) -> bool:
        """Where T1Gd has far more voxels: sampling at those of thick slices is as exact, and costs half."""
        return bool(moving.GetNumberOfPixels() * _FAR_MORE < fixed.GetNumberOfPixels())

    def to_atlas(self, bench: Bench, matrix: Affine) -> Affine:
        """Through T1Gd."""
        return compose(self.contrast, matrix, read_matrix(bench.folder / names.matrix(names.TO_ATLAS)))

    def fixed(self, bench: Bench) -> Placed:
        """T1Gd, where it lies in the atlas."""
        matrix = read_matrix(bench.folder / names.matrix(names.TO_ATLAS))
        return Placed(bench.image(names.even(Contrast.T1GD)), matrix)


def given_matrix(given: Given) -> Affine:
    """Read a position that a person gave.

    Raises:
        StudyError: "step-failed" if it is no rigid matrix.
    """
    matrix = read_matrix(given.path)
    if not is_rigid(matrix):
        raise StudyError("step-failed", f"The position {given.path.name} does more than turn and shift.")
    return matrix


def _numbers(fit: Fit, matrix: Affine) -> dict[str, float]:
    return {
        "similarity_nmi": round(fit.similarity, 4),
        "sharpness_percent": round(100.0 * fit.gain, 1),
        "head_overlap": round(fit.overlap, 3),
        "turned_degrees": round(rotation_degrees(matrix), 2),
        **({"mirror_fit": round(fit.mirror, 2)} if fit.mirror else {}),
    }
