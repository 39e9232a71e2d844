"""Matrices between the spaces of a case, as greedy and ITK-SNAP write them, and as ITK and Slicer read them.

A matrix is `(4, 4)`, RAS+ mm to RAS+ mm, and maps POINTS of the fixed image to points of the moving one. It is named by
what it does to the IMAGE: "T1-to-atlas" takes the image T1 to the atlas grid and maps atlas points to T1 points.
Source: greedy's documentation of `-a -o` and `-r`; ITK's resampling convention.
"""

from pathlib import Path
from typing import Any

import numpy as np
import numpy.typing as npt
import SimpleITK as sitk  # noqa: N813

from fets_desktop.imaging.disk import write_whole
from fets_desktop.study.contrast import Contrast
from fets_desktop.study.errors import StudyError
from fets_desktop.study.grid import Affine

_RAS_LPS = np.diag([-1.0, -1.0, 1.0, 1.0])

ATLAS = "atlas"


def transform_name(source: str, target: str) -> str:
    """Return the name of the transform that takes images of `source` to `target`: "T1-to-atlas"."""
    return f"{source}-to-{target}"


def to_itk(matrix: npt.ArrayLike) -> sitk.AffineTransform:
    """Return the same point map as an ITK transform, LPS mm to LPS mm: what `sitk.Resample` wants."""
    lps = _RAS_LPS @ np.asarray(matrix, dtype=np.float64) @ _RAS_LPS
    transform = sitk.AffineTransform(3)
    transform.SetMatrix(lps[:3, :3].ravel().tolist())
    transform.SetTranslation(lps[:3, 3].tolist())
    return transform


def from_itk(transform: sitk.Transform) -> Affine:
    """Return the RAS+ matrix of a linear ITK transform (centre of rotation and all)."""
    corners = [(0.0, 0.0, 0.0), (1.0, 0.0, 0.0), (0.0, 1.0, 0.0), (0.0, 0.0, 1.0)]
    origin, *ends = (np.array(transform.TransformPoint(corner)) for corner in corners)
    lps = np.eye(4)
    lps[:3, 3] = origin
    lps[:3, :3] = np.stack([end - origin for end in ends], axis=1)
    return np.asarray(_RAS_LPS @ lps @ _RAS_LPS, dtype=np.float64)


def map_points(matrix: npt.ArrayLike, points_ras_mm: npt.ArrayLike) -> npt.NDArray[np.float64]:
    """Map points `(..., 3)` in RAS+ mm."""
    affine = np.asarray(matrix, dtype=np.float64)
    return np.asarray(np.asarray(points_ras_mm, dtype=np.float64) @ affine[:3, :3].T + affine[:3, 3], dtype=np.float64)


def inverse(matrix: npt.ArrayLike) -> Affine:
    """Return the inverse of an affine matrix, its last row exact."""
    affine = np.asarray(matrix, dtype=np.float64)
    result = np.eye(4)
    result[:3, :3] = np.linalg.inv(affine[:3, :3])
    result[:3, 3] = -result[:3, :3] @ affine[:3, 3]
    return result


def rotation_degrees(matrix: npt.ArrayLike) -> float:
    """Return the angle by which a rigid matrix turns."""
    cosine = (np.trace(np.asarray(matrix, dtype=np.float64)[:3, :3]) - 1.0) / 2.0
    return float(np.degrees(np.arccos(np.clip(cosine, -1.0, 1.0))))


def is_rigid(matrix: npt.NDArray[Any], tolerance: float = 1e-3) -> bool:
    """Tell whether a matrix only turns and shifts: finite, orthonormal, not mirrored."""
    if matrix.shape != (4, 4) or not np.isfinite(matrix).all():
        return False
    turn = matrix[:3, :3]
    return bool(np.abs(turn @ turn.T - np.eye(3)).max() < tolerance and np.linalg.det(turn) > 0)


def write_matrix(path: Path, matrix: npt.ArrayLike) -> Path:
    """Write a matrix as greedy and ITK-SNAP do: four rows of four numbers, RAS+.

    Raises:
        StudyError: "disk-full" or "read-only".
    """
    rows = np.asarray(matrix, dtype=np.float64)
    text = "".join(" ".join(f"{value + 0.0:.17g}" for value in row) + "\n" for row in rows)
    return write_whole(path, text.encode("ascii"))


def write_itk(path: Path, matrix: npt.ArrayLike) -> Path:
    """Write the same point map as an Insight Transform File, LPS, which 3-D Slicer and ITK read.

    Raises:
        StudyError: "disk-full" or "read-only".
    """
    transform = to_itk(matrix)
    numbers = " ".join(f"{value + 0.0:.17g}" for value in (*transform.GetMatrix(), *transform.GetTranslation()))
    text = (
        "#Insight Transform File V1.0\n#Transform 0\nTransform: AffineTransform_double_3_3\n"
        f"Parameters: {numbers}\nFixedParameters: 0 0 0\n"
    )
    return write_whole(path, text.encode("ascii"))


def read_matrix(path: Path) -> Affine:
    """Read a matrix in greedy's form.

    Raises:
        StudyError: "step-failed" if the file holds no finite, invertible 4x4 matrix.
    """
    try:
        matrix = np.array([[float(value) for value in line.split()] for line in path.read_text("ascii").splitlines()])
    except (OSError, ValueError) as error:
        raise StudyError("step-failed", f"The transform {path.name} could not be read.") from error
    if matrix.shape != (4, 4) or not np.isfinite(matrix).all() or abs(np.linalg.det(matrix[:3, :3])) < 1e-9:
        raise StudyError("step-failed", f"The transform {path.name} is damaged.")
    return matrix


def compose(contrast: Contrast, onto_t1gd: npt.ArrayLike | None, t1gd_to_atlas: npt.ArrayLike) -> Affine:
    """Return the one matrix that takes a contrast's image to the atlas.

    Args:
        contrast: T1Gd needs no first half.
        onto_t1gd: Takes the contrast to T1Gd (maps T1Gd points to its points); None for T1Gd.
        t1gd_to_atlas: Takes T1Gd to the atlas (maps atlas points to T1Gd points).
    """
    last = np.asarray(t1gd_to_atlas, dtype=np.float64)
    if contrast is Contrast.T1GD or onto_t1gd is None:
        return last
    return np.asarray(np.asarray(onto_t1gd, dtype=np.float64) @ last, dtype=np.float64)
