"""Step 7: every kept image resampled once, linearly, from the uncorrected original; all transforms written down."""

from collections.abc import Mapping
from typing import Any

import numpy as np
import numpy.typing as npt
import SimpleITK as sitk  # noqa: N813

from fets_desktop.imaging.convert import grid_of, to_array, with_grid
from fets_desktop.imaging.files import write_array
from fets_desktop.imaging.pictures import write_png
from fets_desktop.imaging.planes import Pixels, board, cut, grey_tiles
from fets_desktop.imaging.resample import resample_image
from fets_desktop.imaging.rigid import compose, inverse, read_matrix, to_itk, write_itk, write_matrix
from fets_desktop.preprocess import names
from fets_desktop.preprocess.engines import engine_versions
from fets_desktop.preprocess.memo import file_hash
from fets_desktop.preprocess.step import Bench, Outcome, Step
from fets_desktop.study.contrast import ALL_CONTRASTS, Contrast
from fets_desktop.study.cut_off import LOOK_COVERED
from fets_desktop.study.errors import StudyError
from fets_desktop.study.finding import Finding, Grade
from fets_desktop.study.grid import BRATS_GRID, Affine
from fets_desktop.study.progress import Progress


class Resampling(Step):
    """Four heads on the atlas grid, and the composed transforms both ways."""

    name = "resample"
    title = "Resample once to the atlas grid"
    share = 6.0
    needs = (names.FACTS, *(names.matrix(name) for name in (names.TO_ATLAS, *map(names.onto, names.MOVING))))

    def parameters(self, bench: Bench) -> Mapping[str, Any]:
        """The four files."""
        return {
            "engines": engine_versions(),
            "sources": {str(contrast): file_hash(path) for contrast, path in sorted(bench.sources.items())},
        }

    def run(self, bench: Bench, progress: Progress) -> Outcome:
        """Write heads and transforms."""
        files, rows, numbers = [], [], {}
        for number, contrast in enumerate(ALL_CONTRASTS):
            progress(number / 4, f"{self.title}: {contrast}")
            matrix = self.matrix(bench, contrast)
            source = bench.whole_source(contrast)
            head = self.head(source, matrix)
            write_array(bench.folder / names.head(contrast), head, BRATS_GRID)
            bench.keep(names.head(contrast), head)
            files += [names.head(contrast), *write_both_ways(bench, contrast, matrix)]
            rows.append(grey_tiles(cut(head)))
            numbers[f"covered_{contrast}"] = _covered(source, matrix)
        return self.outcome(bench, files, rows, numbers)

    def matrix(self, bench: Bench, contrast: Contrast) -> Affine:
        """Return the one matrix that takes the contrast to the atlas."""
        first = None if contrast is Contrast.T1GD else read_matrix(bench.folder / names.matrix(names.onto(contrast)))
        return compose(contrast, first, read_matrix(bench.folder / names.matrix(names.TO_ATLAS)))

    def head(self, source: sitk.Image, matrix: Affine) -> npt.NDArray[np.float32]:
        """Return the source on the atlas grid: the recipe's one interpolation."""
        laid = with_grid(source, grid_of(source))  # its voxels may be those of 1 GB: an array would be another copy
        return np.asarray(to_array(resample_image(laid, BRATS_GRID, to_itk(matrix))), dtype=np.float32)

    def outcome(self, bench: Bench, files: list[str], rows: list[list[Pixels]], numbers: dict[str, float]) -> Outcome:
        """Draw the four images and grade by how much of the brain's box lies inside each field of view."""
        write_png(bench.folder / self.picture, board(rows))
        least = min(numbers.values())
        grade = Grade.LOOK if least < LOOK_COVERED else Grade.OK
        text = (
            f"T1, T1Gd, T2 and FLAIR from top to bottom, interpolated once. At least {100 * least:.0f} % of where the "
            "brain lies in the atlas is inside every field of view."
        )
        limits = dict.fromkeys(numbers, f"{100 * LOOK_COVERED:.0f} % or more")
        finding = Finding(self.name, self.title, grade, text, numbers, picture=self.picture, limits=limits)
        return Outcome((*files, self.picture), finding)


class Adopting(Resampling):
    """The same for a case that stands in atlas space already: identity transforms, voxels as they are."""

    title = "Already on the atlas grid"
    needs = (names.FACTS,)

    def run(self, bench: Bench, progress: Progress) -> Outcome:
        """Write the images as they are, with transforms that do nothing."""
        outcome = super().run(bench, progress)
        files = [names.matrix(name) for name in (names.TO_ATLAS, *map(names.onto, names.MOVING))]
        for name in files:
            write_matrix(bench.folder / name, np.eye(4))
        finding = Finding(
            self.name,
            self.title,
            outcome.finding.grade,
            "Nothing was registered and nothing interpolated: the transforms are the identity. "
            "Left and right rest on the images' headers alone.",
            outcome.finding.numbers,
            picture=self.picture,
        )
        return Outcome((*outcome.files, *files), finding)

    def matrix(self, bench: Bench, contrast: Contrast) -> Affine:
        """Nothing moves."""
        return np.eye(4)

    def head(self, source: sitk.Image, matrix: Affine) -> npt.NDArray[np.float32]:
        """Return the voxels untouched: an interpolation by nothing still leaks 1e-12 into the zeros."""
        return np.asarray(to_array(source), dtype=np.float32)


def write_both_ways(bench: Bench, contrast: Contrast, matrix: Affine) -> list[str]:
    """Write the transform of a contrast to the atlas and its inverse, each in both forms; return the files."""
    there, back = names.both_ways(contrast)
    files = []
    for name, values in ((there, matrix), (back, inverse(matrix))):
        if name != names.TO_ATLAS:  # the registration wrote that one
            write_matrix(bench.folder / names.matrix(name), values)
            files.append(names.matrix(name))
        write_itk(bench.folder / names.itk(name), values)
        files.append(names.itk(name))
    return files


_BRAIN_BOX = ((8, 45, 52), (138, 212, 186))
"""Where the brain lies in the SRI24 atlas, (z, y, x), half-open."""


def _covered(source: sitk.Image, matrix: Affine) -> float:
    (z0, y0, x0), (z1, y1, x1) = _BRAIN_BOX
    z, y, x = np.mgrid[z0:z1:5, y0:y1:5, x0:x1:5]
    middle, half = (np.array(_BRAIN_BOX).sum(axis=0) - 1) / 2, np.ptp(np.array(_BRAIN_BOX), axis=0) / 2
    index = np.stack([z.ravel(), y.ravel(), x.ravel()], axis=1)
    ball = (((index - middle) / half) ** 2).sum(axis=1) <= 1.0
    ras = BRATS_GRID.to_ras(index[ball][:, ::-1]) @ matrix[:3, :3].T + matrix[:3, 3]
    native = grid_of(source).to_index(ras)
    inside = ((native >= -0.5) & (native <= np.array(source.GetSize()) - 0.5)).all(axis=1)
    share = float(inside.mean())
    if share < 0.5:
        raise StudyError("registration-failed", f"Only {100 * share:.0f} % of the brain is inside the field of view.")
    return round(share, 3)
