"""A registration under a person's hands: two images laid over one another, the one pushed and turned by six handles."""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum
from functools import lru_cache
from pathlib import Path

import numpy as np
import SimpleITK as sitk  # noqa: N813

from fets_desktop.app.annotations.labels_along import persons_versions
from fets_desktop.app.hand_made import TRANSFORM_OF, HandMade
from fets_desktop.app.preparing import Preparing
from fets_desktop.imaging.convert import grid_of
from fets_desktop.imaging.files import read_image
from fets_desktop.imaging.planes import Pixels, Planes, checkerboard, cut_moved, edges_over, tinted
from fets_desktop.imaging.resample import reference
from fets_desktop.imaging.rigid import to_itk
from fets_desktop.imaging.similarity import normalised_mutual_information
from fets_desktop.store.workspace import Workspace
from fets_desktop.study.contrast import Contrast
from fets_desktop.study.errors import StudyError
from fets_desktop.study.grid import BRATS_GRID, Affine
from fets_desktop.study.pose import Pose, nudged
from fets_desktop.study.resources import atlas

CENTRE = (72, 128, 119)
"""The voxel (z, y, x) of the atlas that is looked at first, and about which the image turns: amid the brain."""
CENTRE_RAS = tuple(float(v) for v in BRATS_GRID.to_ras(CENTRE[::-1]))
_COARSE = 3


class Overlay(StrEnum):
    """How two images are laid over one another."""

    SQUARES = "squares"
    EDGES = "edges"
    COLOURS = "colours"


@dataclass(frozen=True, eq=False)
class NudgeFiles:
    """What must be read to push a registration.

    Attributes:
        case: The case.
        step: The step whose result is pushed: "atlas", "onto-T1", ...
        fixed: The image that stays.
        moving: The image that is pushed.
        start: Maps fixed points to moving points, RAS+ mm, as it is in force; None where none was accepted, and the
            middles of both images lie on one another.
        fixed_to_atlas: Maps atlas points to fixed points; None where the atlas is the fixed image.
        made: Who placed it, None if it was computed.
        labels_follow: Whether a person's labels go along as a new version if it is pushed.
    """

    case: str
    step: str
    fixed: Path
    moving: Path
    start: Affine | None
    fixed_to_atlas: Affine | None
    made: HandMade | None
    labels_follow: bool = False

    def read(self) -> "NudgeSession":
        """Read both images; any thread may.

        Raises:
            StudyError: "unreadable-image" or "not-3d".
        """
        fixed, moving = (sitk.Cast(read_image(path), sitk.sitkFloat32) for path in (self.fixed, self.moving))
        return NudgeSession(self, fixed, moving)


class NudgeSession:
    """Two images in the space of the atlas, the one pushed by a `Pose`; nothing is written.

    Args:
        files: What was read.
        fixed: The image that stays.
        moving: The image that is pushed.
    """

    def __init__(self, files: NudgeFiles, fixed: sitk.Image, moving: sitk.Image) -> None:
        self.files = files
        self._start = _middles_on_one_another(fixed, moving) if files.start is None else files.start
        self._moving = moving
        self._fixed = fixed
        self._to_fixed = np.eye(4) if files.fixed_to_atlas is None else files.fixed_to_atlas
        self._grid = reference(BRATS_GRID)
        self._fixed_planes = lru_cache(maxsize=8)(lambda centre: cut_moved(fixed, self._to_fixed, self._grid, centre))

    def matrix(self, pose: Pose) -> Affine:
        """Return the transform that holds if the image stays where the pose puts it."""
        return nudged(self._start, pose.motion(CENTRE_RAS), self.files.fixed_to_atlas)

    def tiles(self, overlay: Overlay, pose: Pose, centre: tuple[int, int, int]) -> list[Pixels]:
        """Return axial, coronal and sagittal pixels `(row, column, 3)`, 1 mm each, through a voxel (z, y, x).

        The patient's right is on the left; the sagittal plane looks to the left.
        """
        fixed, moving = self._fixed_planes(centre), self._moved(pose, centre)
        match overlay:
            case Overlay.SQUARES:
                return checkerboard(fixed, moving)
            case Overlay.EDGES:
                return edges_over(fixed, moving)
            case Overlay.COLOURS:
                return tinted(fixed, moving)

    def similarity(self, pose: Pose) -> float:
        """Return the normalised mutual information of both images on every third voxel: 1 for strangers."""
        coarse = self._grid[::_COARSE, ::_COARSE, ::_COARSE]
        images = ((self._fixed, self._to_fixed), (self._moving, self.matrix(pose) @ self._to_fixed))
        one, other = (
            sitk.GetArrayFromImage(sitk.Resample(image, coarse, to_itk(way), sitk.sitkLinear, 0.0, sitk.sitkFloat32))
            for image, way in images
        )
        return normalised_mutual_information(one, other)

    def _moved(self, pose: Pose, centre: tuple[int, int, int]) -> Planes:
        return cut_moved(self._moving, self.matrix(pose) @ self._to_fixed, self._grid, centre)


def _middles_on_one_another(fixed: sitk.Image, moving: sitk.Image) -> Affine:
    """Return the shift that takes the fixed image's middle to the moving one's, RAS+ mm."""
    middles = [grid_of(image).to_ras([(size - 1) / 2 for size in image.GetSize()]) for image in (fixed, moving)]
    shift = np.eye(4)
    shift[:3, 3] = middles[1] - middles[0]
    return shift


class Nudging:
    """Opens registrations for pushing, and lets a position hold.

    Args:
        workspace: Where the cases are.
        preparing: Makes again what depends on a position.
    """

    def __init__(self, workspace: Workspace, preparing: Preparing) -> None:
        self._workspace = workspace
        self._preparing = preparing

    @property
    def steps(self) -> Sequence[str]:
        """The steps whose result can be pushed."""
        return tuple(TRANSFORM_OF)

    def files(self, case: str, step: str) -> NudgeFiles:
        """Return what must be read to push a registration.

        Raises:
            StudyError: "unknown-case", or "wrong-stage" if another contrast is asked for and T1Gd has no place in the
                atlas yet.
        """
        transform = TRANSFORM_OF[step]
        source = Contrast(transform.split("-to-")[0])
        start, made = self._preparing.known_matrix(case, transform), self._preparing.by_hand(case).get(step)
        if source is Contrast.T1GD:
            follow = bool(persons_versions(self._workspace, case))
            return NudgeFiles(case, step, atlas(), self._series(case, source), start, None, made, follow)
        to_atlas = self._preparing.matrix(case, "T1Gd-to-atlas")
        fixed = self._series(case, Contrast.T1GD)
        return NudgeFiles(case, step, fixed, self._series(case, source), start, to_atlas, made)

    def _series(self, case: str, contrast: Contrast) -> Path:
        series = self._workspace.case(case).chosen(contrast)
        if series is None:
            raise StudyError("missing-contrast", f"Without: {contrast}.")
        return self._workspace.products(case)[f"series/{series.id}"].path

    def use(self, session: NudgeSession, pose: Pose, author: str = "") -> str:
        """Let a position hold and make again what depends on it.

        Returns:
            The job's id.

        Raises:
            StudyError: As `Preparing.nudge`.
        """
        files = session.files
        return self._preparing.nudge(files.case, TRANSFORM_OF[files.step], session.matrix(pose), author)
