"""What a step of the recipe is, and the bench at which the steps of one case work."""

from abc import ABC, abstractmethod
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import numpy as np
import numpy.typing as npt
import SimpleITK as sitk  # noqa: N813

from fets_desktop.imaging.convert import to_image
from fets_desktop.imaging.files import read_image
from fets_desktop.preprocess.huge import MOST_LOOKED_AT, Shelf, as_float, looked_at, voxels_of
from fets_desktop.preprocess.memo import file_hash
from fets_desktop.study.annotation import FETS_FOLDER
from fets_desktop.study.contrast import Contrast
from fets_desktop.study.finding import Finding
from fets_desktop.study.grid import BRATS_GRID
from fets_desktop.study.progress import Progress
from fets_desktop.study.volume import Volume

MaskMaker = Callable[[Mapping[Contrast, Volume], Progress], npt.NDArray[np.bool_]]
"""Takes the four volumes with skull in atlas space, returns the brain `(155, 240, 240)`; tells how far it is."""


EXPORTED_N4_SHRINK = 4
"""As BraTSPipeline has it: for evened images that leave the program under the recipe's name."""


STEADY = (Contrast.T1, Contrast.T2)
"""Whose registrations stay where they are, to 0.05 mm, if N4 looks at every eighth voxel only (docs/recipe.md)."""

MANY_VOXELS = 6_000_000
"""Thick slices have 1 to 3 million voxels, cubes of 1 mm 9 million and more: every eighth of these are as many to fit a
field to as every fourth of those."""


@dataclass(frozen=True)
class Settings:
    """The recipe's parameters; the defaults are the recipe itself.

    Attributes:
        n4_iterations: Per level of the bias correction.
        n4_shrink: The bias field is fitted on every n-th voxel, as BraTSPipeline does.
        n4_shrink_coarse: The same where fewer voxels were shown to do, see `shrink_of`.
        atlas_iterations: Per level of T1Gd -> atlas; without the full-resolution level it was 3.3 mm off.
        onto_iterations: Per level of T1, T2, FLAIR -> T1Gd.
        seed: Of the registration's jittered sampling.
    """

    n4_iterations: tuple[int, ...] = (25, 25, 25, 25)
    n4_shrink: int = 4
    n4_shrink_coarse: int = 8
    atlas_iterations: tuple[int, ...] = (100, 50, 10)
    onto_iterations: tuple[int, ...] = (100, 50, 10)
    seed: int = 1

    def shrink_of(self, contrast: Contrast, voxels: int) -> int:
        """Return on every which voxel the bias field of a contrast's series is fitted: on fewer where fewer do."""
        fewer_do = contrast in STEADY or voxels > MANY_VOXELS
        return self.n4_shrink_coarse if fewer_do else self.n4_shrink


@dataclass(frozen=True)
class Given:
    """What a person made by hand, in place of what a step would find.

    Attributes:
        path: A brain mask on the atlas grid (`.nii.gz`), or a matrix as greedy writes it (`.mat`).
        author: Who made it.
        time: When, ISO, UTC.
    """

    path: Path
    author: str
    time: str


@dataclass
class Bench:
    """Where the steps of one case work: everything they share.

    Attributes:
        folder: Takes every output; nothing else is written to.
        sources: The four native files.
        atlas: The SRI24 T1 atlas with skull, on the BraTS grid.
        mask_maker: The brain extraction.
        mask_maker_id: What distinguishes this brain extraction from another one: part of the brain step's inputs.
        settings: The recipe's parameters.
        given: What persons made by hand, by the name of the step whose result it replaces.
    """

    folder: Path
    sources: Mapping[Contrast, Path]
    atlas: Path
    mask_maker: MaskMaker
    mask_maker_id: str
    settings: Settings
    given: Mapping[str, Given] = field(default_factory=dict)
    _images: Shelf = field(default_factory=Shelf, init=False, repr=False)

    def image(self, name: str) -> sitk.Image:
        """Return an image that a step before has written, as float32."""
        return self.read(self.folder / name)

    def read(self, path: Path) -> sitk.Image:
        """Return an image as float32, read once while it is at hand.

        Raises:
            StudyError: "unreadable-image" or "not-3d".
        """
        return self._images.find(path) or self._images.keep(path, as_float(read_image(path)))

    def source(self, contrast: Contrast) -> sitk.Image:
        """Return a native series as float32, for all but its interpolation: a huge one in larger voxels, `looked_at`.

        Raises:
            StudyError: "unreadable-image" or "not-3d".
        """
        path = self.sources[contrast]
        return self._images.find(path) or self._images.keep(path, looked_at(as_float(read_image(path))))

    def whole_source(self, contrast: Contrast) -> sitk.Image:
        """Return a native series with all its voxels; one that is huge is not kept and has the file's own type.

        Raises:
            StudyError: "unreadable-image" or "not-3d".
        """
        path = self.sources[contrast]
        if voxels_of(path) <= MOST_LOOKED_AT:
            return self.source(contrast)
        return read_image(path)

    def keep(self, name: str, array: npt.NDArray[np.float32]) -> None:
        """Remember an image on the atlas grid that a step has just written, so that nobody need read it again."""
        self._images.keep(self.folder / name, to_image(array, BRATS_GRID))

    def by_hand(self, step: str) -> dict[str, Any]:
        """Return what distinguishes a person's own result of a step from any other, {} if there is none."""
        given = self.given.get(step)
        return (
            {"by_hand": {"sha256": file_hash(given.path), "author": given.author, "time": given.time}} if given else {}
        )

    def take(self, name: str) -> sitk.Image:
        """Return an image that a step before has written, as float32, and let go of it.

        Raises:
            StudyError: "unreadable-image" or "not-3d".
        """
        path = self.folder / name
        return self._images.take(path) or as_float(read_image(path))

    def forget(self, but: Iterable[str] = ()) -> None:
        """Let go of all images but those of some names."""
        self._images.clear({self.folder / name for name in but})


def signed(given: Given, done: str) -> str:
    """Return who did it by hand and when, in words: `done` is "Placed" or "Drawn"."""
    if given.author == FETS_FOLDER:
        return "As it stands in the FeTS folder that the case came in; nothing was computed."
    author = "a person" if given.author == "person" else given.author
    return f"{done} by hand by {author} on {given.time[:10]}."


@dataclass(frozen=True)
class Outcome:
    """What a step made.

    Attributes:
        files: Names in the bench's folder, pictures included.
        finding: What it found.
    """

    files: tuple[str, ...]
    finding: Finding


class Step(ABC):
    """One step of the recipe.

    Attributes:
        name: Stable name: of its finding, its picture and its line in the memo.
        title: The words a person reads.
        share: Its part of the whole time, roughly, in CPU-seconds of the reference case.
        needs: The files of steps before that it reads.
    """

    name: str
    title: str
    share: float = 1.0
    needs: tuple[str, ...] = ()

    def parameters(self, bench: Bench) -> Mapping[str, Any]:
        """Return everything but `needs` that the result depends on, as JSON values."""
        return {}

    @abstractmethod
    def run(self, bench: Bench, progress: Progress) -> Outcome:
        """Do the work and write the files, each whole or not at all.

        Raises:
            StudyError: In a person's words, if the images cannot be used.
            Cancelled: Through `progress`.
        """

    @property
    def picture(self) -> str:
        """The picture's file name."""
        return f"picture-{self.name}.png"
