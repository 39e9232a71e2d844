"""The images a label map is given back to: where each one lies, and the labels on its very pixels.

Source: DICOM PS3.3, C.7.6.2 (image plane) and C.7.6.16 (functional groups of enhanced images).
"""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt
from pydicom import Dataset

from fets_desktop.dicom.header import READ_FAULTS
from fets_desktop.study.errors import StudyError
from fets_desktop.study.grid import FloatArray
from fets_desktop.study.volume import LabelArray, LabelMap

Kept = Sequence[Dataset]
"""The headers of a series without pixels, one a file."""

_LPS_TO_RAS = np.array([-1.0, -1.0, 1.0])


@dataclass(frozen=True, eq=False)
class Frame:
    """One image of a series.

    Attributes:
        sop_class: SOP Class UID of its file.
        sop_instance: SOP Instance UID of its file.
        number: Which frame of a multi-frame file, from 1; None for a file of one image.
        origin_mm: Centre of its first pixel, LPS.
        column_mm: Step from column to column, LPS.
        row_mm: Step from row to row, LPS.
        rows: Pixels from top to bottom.
        columns: Pixels from left to right.
    """

    sop_class: str
    sop_instance: str
    number: int | None
    origin_mm: FloatArray
    column_mm: FloatArray
    row_mm: FloatArray
    rows: int
    columns: int

    def points_mm(self, column_row: npt.ArrayLike) -> FloatArray:
        """Map pixel positions `(..., 2)` as (column, row) to LPS mm `(..., 3)`."""
        at = np.asarray(column_row, dtype=np.float64)
        return np.asarray(self.origin_mm + at[..., :1] * self.column_mm + at[..., 1:] * self.row_mm)


def frames_of(kept: Kept) -> tuple[Frame, ...]:
    """Return where every image of a series lies, in the order of the files and their frames.

    Raises:
        StudyError: "needs-dicom" if there is none, or one does not say where in the patient it lies.
    """
    try:
        frames = tuple(frame for dataset in kept for frame in _frames(dataset))
    except READ_FAULTS as error:
        raise StudyError("needs-dicom", "The headers do not say where each image lies.") from error
    if not frames:
        raise StudyError("needs-dicom", "No headers of the series are kept.")
    return frames


def _frames(dataset: Dataset) -> list[Frame]:
    groups = dataset.get("PerFrameFunctionalGroupsSequence")
    if not groups:
        return [_frame(dataset, None, dataset, dataset, dataset)]
    shared = (dataset.get("SharedFunctionalGroupsSequence") or [Dataset()])[0]
    found = []
    for number, group in enumerate(groups, 1):
        place, direction, measure = (
            (group.get(name) or shared[name].value)[0]
            for name in ("PlanePositionSequence", "PlaneOrientationSequence", "PixelMeasuresSequence")
        )
        found.append(_frame(dataset, number, place, direction, measure))
    return found


def _frame(dataset: Dataset, number: int | None, place: Dataset, direction: Dataset, measure: Dataset) -> Frame:
    row_mm, column_mm = (float(v) for v in measure.PixelSpacing)
    cosines = np.array([float(v) for v in direction.ImageOrientationPatient])
    origin = np.array([float(v) for v in place.ImagePositionPatient])
    if origin.shape != (3,) or cosines.shape != (6,) or not np.isfinite([*origin, *cosines, row_mm, column_mm]).all():
        raise ValueError("an image's place is three numbers and its directions are six")
    return Frame(
        str(dataset.SOPClassUID),
        str(dataset.SOPInstanceUID),
        number,
        origin,
        cosines[:3] * column_mm,
        cosines[3:] * row_mm,
        int(dataset.Rows),
        int(dataset.Columns),
    )


def labels_on(frame: Frame, labels: LabelMap) -> LabelArray:
    """Return the labels `(row, column)` at the centre of every pixel of an image.

    Where the label map's grid is the series' own, turned or mirrored as it may be, every value is taken over exactly.
    """
    to_index = np.linalg.inv(labels.grid.affine[:3, :3])
    start = labels.grid.to_index(frame.origin_mm * _LPS_TO_RAS)
    row, column = np.ogrid[: frame.rows, : frame.columns]
    place, inside = [], np.ones((frame.rows, frame.columns), dtype=np.bool_)
    for axis, size in enumerate(labels.grid.shape[::-1]):
        along, down = (float(to_index[axis] @ (step * _LPS_TO_RAS)) for step in (frame.column_mm, frame.row_mm))
        index = np.rint(start[axis] + column * along + row * down).astype(np.int32)
        inside &= (index >= 0) & (index < size)
        place.append(index)
    found: LabelArray = np.zeros((frame.rows, frame.columns), dtype=np.uint8)
    x, y, z = (index[inside] for index in place)
    found[inside] = labels.array[z, y, x]
    return found


def labels_on_all(frames: Sequence[Frame], labels: LabelMap) -> LabelArray:
    """Return the labels of every image `(frame, row, column)`; all images are of one size.

    Raises:
        StudyError: "no-labels" if no voxel is marked, "bad-geometry" if marked voxels lie on none of the images.
    """
    if len({(frame.rows, frame.columns) for frame in frames}) > 1:
        raise StudyError("bad-geometry", "The images of the series have different sizes.")
    if not labels.array.any():
        raise StudyError("no-labels", "On this series' grid no voxel is marked.")
    found = np.stack([labels_on(frame, labels) for frame in frames])
    marked, wanted = int(np.count_nonzero(found)), int(np.count_nonzero(labels.array))
    if marked != wanted:
        raise StudyError("bad-geometry", f"Of {wanted} labelled voxels {marked} lie on the images of the series.")
    return found
