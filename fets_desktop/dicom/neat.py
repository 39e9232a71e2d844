"""A series' headers as highdicom asks for them: real ones lack a thickness, or round every slice's directions anew.

What is written here goes into highdicom's hands alone; where an image lies is never changed by more than its rounding.
"""

from collections.abc import Sequence

import numpy as np
from pydicom import Dataset

from fets_desktop.dicom.derived import person_name
from fets_desktop.dicom.frames import Frame, Kept
from fets_desktop.study.grid import FloatArray


def neat_headers(kept: Kept, source: Dataset, frames: Sequence[Frame]) -> list[Dataset]:
    """Return copies of the headers in which everything stands that a segmentation is made from.

    Args:
        kept: The series' headers.
        source: From `derived.source_of`.
        frames: From `frames.frames_of(kept)`.
    """
    spacing_mm = slice_spacing_mm(frames)
    return [_neat(dataset, source, frames[0], spacing_mm) for dataset in kept]


def slice_spacing_mm(frames: Sequence[Frame]) -> float:
    """Return the usual distance between neighbouring images, 1 for a single one."""
    normal = np.cross(frames[0].column_mm, frames[0].row_mm)
    depth = np.sort([float(frame.origin_mm @ normal) for frame in frames]) / np.linalg.norm(normal)
    gaps = np.diff(depth)
    return float(np.median(gaps)) if gaps.size else 1.0


def _neat(dataset: Dataset, source: Dataset, first: Frame, spacing_mm: float) -> Dataset:
    whole = Dataset()
    whole.update(source)
    whole.update(dataset)
    if not whole.get("FrameOfReferenceUID"):
        whole.FrameOfReferenceUID = source.FrameOfReferenceUID
    for name in ("PatientName", "ReferringPhysicianName"):
        # a pseudonym has one component, which highdicom takes for a mistake
        whole[name].value = person_name(str(whole[name].value))
    if whole.get("PerFrameFunctionalGroupsSequence"):
        shared = Dataset()
        shared.PlaneOrientationSequence = [_orientation(first)]
        shared.PixelMeasuresSequence = [_measures(first, spacing_mm)]
        whole.SharedFunctionalGroupsSequence = [shared]
    else:
        whole.update(_orientation(first))
        whole.update(_measures(first, float(whole.get("SliceThickness") or spacing_mm)))
    return whole


def _orientation(frame: Frame) -> Dataset:
    item = Dataset()
    item.ImageOrientationPatient = _decimals(
        np.concatenate([vector / np.linalg.norm(vector) for vector in (frame.column_mm, frame.row_mm)])
    )
    return item


def _measures(frame: Frame, thickness_mm: float) -> Dataset:
    item = Dataset()
    item.PixelSpacing = _decimals(np.array([np.linalg.norm(frame.row_mm), np.linalg.norm(frame.column_mm)]))
    item.SliceThickness = _decimals(np.array([thickness_mm]))[0]
    return item


def _decimals(values: FloatArray) -> list[str]:
    """Return numbers to within a decimal string's sixteen characters. Source: DICOM PS3.5, 6.2."""
    return [f"{value:.12f}"[:16] for value in values.tolist()]
