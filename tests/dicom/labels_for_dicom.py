"""Label maps on series, and two independent ways of reading them back out of DICOM objects."""

from pathlib import Path

import numpy as np
import pydicom
from volumes_for_dicom import NAME, NUMBER, noise

from fets_desktop.dicom.kept import keep_headers, read_kept
from fets_desktop.dicom.write import write_series
from fets_desktop.study.contrast import Contrast
from fets_desktop.study.grid import Grid
from fets_desktop.study.identity import SourceIdentity
from fets_desktop.study.labels import BRATS_2021
from fets_desktop.study.origin import Making, Origin
from fets_desktop.study.volume import LabelMap

SALT = bytes(range(32))
ORIGIN = Origin(
    "P-1",
    "Q-1",
    "P-1/3",
    Making.SEMIAUTOMATIC,
    "starter",
    "2 (0123abcd)",
    "Dr. Weber",
    "2026-11-24T14:32:05Z",
    "Dr. Weber",
    "2026-11-24T15:00:00Z",
    "FeTS Desktop 0.1.0",
)


def kept_series(
    folder: Path, grid: Grid, contrast: Contrast = Contrast.T1GD
) -> tuple[tuple[pydicom.Dataset, ...], SourceIdentity]:
    """The de-identified headers of a series on `grid`, and whose they truly are."""
    files = write_series(
        noise(grid), folder / "src", contrast, patient_name=NAME, patient_id=NUMBER, study_date="20260401"
    )
    out = folder / "kept.headers.zip"
    identity = keep_headers(files, SALT, "Q-1", out)
    return read_kept(out), identity


def tumour_on(grid: Grid, scheme=BRATS_2021) -> LabelMap:
    """A rim around a core in oedema, with an island, off every axis of symmetry."""
    shape = np.array(grid.shape)
    place = np.stack(np.indices(grid.shape), axis=-1) / shape
    radius = np.linalg.norm((place - [0.45, 0.55, 0.4]) / [0.4, 0.3, 0.25], axis=-1)
    array = np.select([radius < 0.35, radius < 0.6, radius < 1.0], [1, scheme.values[-1][0], 2], 0).astype(np.uint8)
    array[1, 1, 1] = 2
    return LabelMap(array, grid, scheme)


def turned(labels: LabelMap, axes: str) -> LabelMap:
    """The same labels in the same places, stored the other way round along some of z, y, x."""
    array, affine = labels.array, labels.grid.affine
    for axis in axes:
        number = "zyx".index(axis)
        column = 2 - number
        array = np.flip(array, number)
        affine[:3, 3] += affine[:3, column] * (labels.grid.shape[number] - 1)
        affine[:3, column] *= -1
    return LabelMap(np.ascontiguousarray(array), Grid.from_affine(labels.grid.shape, affine), labels.scheme)


def places_of(labels: LabelMap) -> dict[tuple[float, ...], int]:
    """Every marked voxel by where it lies, LPS mm to a hundredth."""
    z, y, x = np.nonzero(labels.array)
    points = labels.grid.to_ras(np.stack([x, y, z], axis=-1)) * [-1, -1, 1]
    values = labels.array[z, y, x].tolist()
    return {tuple(np.round(p, 2).tolist()): v for p, v in zip(points, values, strict=True)}


def seg_by_hand(path: Path) -> dict[tuple[float, ...], str]:
    """Marked pixels of a SEG by where they lie, with their segment's label: pydicom, bits and the standard alone."""
    dataset = pydicom.dcmread(path)
    frames, rows, columns = int(dataset.NumberOfFrames), int(dataset.Rows), int(dataset.Columns)
    bits = np.unpackbits(np.frombuffer(dataset.PixelData, np.uint8), bitorder="little")
    stack = bits[: frames * rows * columns].reshape(frames, rows, columns)
    names = {int(s.SegmentNumber): str(s.SegmentLabel) for s in dataset.SegmentSequence}
    shared = dataset.SharedFunctionalGroupsSequence[0]
    found = {}
    for frame, group in zip(stack, dataset.PerFrameFunctionalGroupsSequence, strict=True):
        cosines = [float(v) for v in shared.PlaneOrientationSequence[0].ImageOrientationPatient]
        row_mm, column_mm = (float(v) for v in shared.PixelMeasuresSequence[0].PixelSpacing)
        origin = np.array([float(v) for v in group.PlanePositionSequence[0].ImagePositionPatient])
        of_segment = group.get("SegmentIdentificationSequence") or shared.SegmentIdentificationSequence
        name = names[int(of_segment[0].ReferencedSegmentNumber)]
        for row, column in zip(*np.nonzero(frame), strict=True):
            point = origin + column * column_mm * np.array(cosines[:3]) + row * row_mm * np.array(cosines[3:])
            found[tuple(np.round(point, 2).tolist())] = name
    return found


def filled(path: np.ndarray, rows: int, columns: int) -> np.ndarray:
    """Which pixel centres lie within a closed path of (column, row): how often a ray to the right crosses it."""
    row, column = np.mgrid[:rows, :columns]
    inside = np.zeros((rows, columns), dtype=bool)
    for (x0, y0), (x1, y1) in zip(path, np.roll(path, -1, axis=0), strict=True):
        if y0 == y1:
            continue
        crosses = (np.minimum(y0, y1) <= row) & (row < np.maximum(y0, y1))
        inside ^= crosses & (x0 + (row - y0) / (y1 - y0) * (x1 - x0) > column)
    return inside


def area(path: np.ndarray) -> float:
    """The area that a closed path goes around; what it goes around the other way counts as a hole."""
    x, y = path[:, 0], path[:, 1]
    return float(0.5 * (x * np.roll(y, -1) - np.roll(x, -1) * y).sum())


def rasterised(path: Path, kept: tuple[pydicom.Dataset, ...]) -> dict[str, np.ndarray]:
    """The regions of a structure set as masks `(slice, row, column)` in the order of the headers."""
    dataset = pydicom.dcmread(path)
    order = {str(k.SOPInstanceUID): n for n, k in enumerate(kept)}
    names = {int(r.ROINumber): str(r.ROIName) for r in dataset.StructureSetROISequence}
    rows, columns = int(kept[0].Rows), int(kept[0].Columns)
    found = {}
    for roi in dataset.ROIContourSequence:
        mask = np.zeros((len(kept), rows, columns), dtype=bool)
        for contour in roi.ContourSequence:
            number = order[str(contour.ContourImageSequence[0].ReferencedSOPInstanceUID)]
            mask[number] |= filled(in_pixels(contour, kept[number]), rows, columns)
        found[names[int(roi.ReferencedROINumber)]] = mask
    return found


def in_pixels(contour: pydicom.Dataset, image: pydicom.Dataset) -> np.ndarray:
    """A contour's points as (column, row) of its image; they must lie on its plane."""
    points = np.array([float(v) for v in contour.ContourData]).reshape(-1, 3)
    cosines = np.array([float(v) for v in image.ImageOrientationPatient])
    off = points - [float(v) for v in image.ImagePositionPatient]
    normal = np.cross(cosines[:3], cosines[3:])
    assert np.abs(off @ normal).max() < 1e-2, "a contour must lie on the plane of its image"
    row_mm, column_mm = (float(v) for v in image.PixelSpacing)
    return np.stack([off @ cosines[:3] / column_mm, off @ cosines[3:] / row_mm], axis=-1)
