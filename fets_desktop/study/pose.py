"""A small rigid motion with six handles, as a person pushes an image: where it goes, and which matrix that makes."""

from dataclasses import astuple, dataclass

import numpy as np
import numpy.typing as npt

from fets_desktop.study.grid import Affine


@dataclass(frozen=True)
class Pose:
    """How an image is moved by hand: turned about a centre, then shifted.

    Angles turn counter-clockwise as seen against the axis (the right-hand rule about +R, +A, +S).

    Attributes:
        right_mm: Towards the patient's right.
        front_mm: Towards anterior.
        up_mm: Towards superior.
        nod_deg: About the axis to the right: positive lifts the face.
        tilt_deg: About the axis to anterior: positive brings the patient's right side down.
        turn_deg: About the axis to superior: positive turns the face to the patient's left.
    """

    right_mm: float = 0.0
    front_mm: float = 0.0
    up_mm: float = 0.0
    nod_deg: float = 0.0
    tilt_deg: float = 0.0
    turn_deg: float = 0.0

    @property
    def still(self) -> bool:
        """Whether nothing moves."""
        return not any(astuple(self))

    def motion(self, centre_ras: npt.ArrayLike) -> Affine:
        """Return where the image's points go, `(4, 4)`, RAS+ mm to RAS+ mm.

        Args:
            centre_ras: The point about which it turns, `(3,)`.
        """
        nod, tilt, turn = (_about(axis, angle) for axis, angle in enumerate(astuple(self)[3:]))
        centre = np.asarray(centre_ras, dtype=np.float64)
        matrix = np.eye(4)
        matrix[:3, :3] = turn @ tilt @ nod
        matrix[:3, 3] = centre - matrix[:3, :3] @ centre + np.array(astuple(self)[:3])
        return matrix


def _about(axis: int, degrees: float) -> Affine:
    """Return the `(3, 3)` rotation about axis 0, 1 or 2 by the right-hand rule."""
    cosine, sine = np.cos(np.radians(degrees)), np.sin(np.radians(degrees))
    one, other = (axis + 1) % 3, (axis + 2) % 3
    matrix = np.eye(3)
    matrix[one, one] = matrix[other, other] = cosine
    matrix[other, one], matrix[one, other] = sine, -sine
    return matrix


def nudged(transform: npt.ArrayLike, motion: npt.ArrayLike, fixed_to_atlas: npt.ArrayLike | None = None) -> Affine:
    """Return the transform after the image was moved by hand in the space of the atlas.

    A transform maps points of the fixed image to points of the moving one. Where the moved image shows something at p,
    the unmoved one showed it at motion^-1 p; so with F from atlas points to fixed points the new transform is
    T F motion^-1 F^-1.

    Args:
        transform: Fixed points to moving points, RAS+ mm.
        motion: Where the image's points go, in the atlas.
        fixed_to_atlas: Maps atlas points to points of the fixed image; None where the atlas is the fixed image.
    """
    old, back = np.asarray(transform, dtype=np.float64), np.linalg.inv(np.asarray(motion, dtype=np.float64))
    if fixed_to_atlas is None:
        return np.asarray(old @ back, dtype=np.float64)
    fixed = np.asarray(fixed_to_atlas, dtype=np.float64)
    return np.asarray(old @ fixed @ back @ np.linalg.inv(fixed), dtype=np.float64)
