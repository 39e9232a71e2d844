"""In how many ways a scanner may store one and the same volume: planes, positions, encodings, one file or many.

The volume stays where it is in the patient; only the order of its voxels and the bytes of its files differ.
Source: DICOM PS3.3, C.7.3.1.1.2 (patient position), C.7.6.16 (enhanced images); PS3.5, A (transfer syntaxes).
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from enum import StrEnum

import numpy as np
from pydicom.dataset import Dataset, FileDataset
from pydicom.uid import UID, EnhancedMRImageStorage, ExplicitVRBigEndian, ExplicitVRLittleEndian

from fets_desktop.study.grid import Grid
from fets_desktop.study.volume import Volume


class Plane(StrEnum):
    """Which way the slices are cut; `AS_IS` along the volume's own k axis."""

    AS_IS = "as it is"
    AXIAL = "axial"
    SAGITTAL = "sagittal"
    CORONAL = "coronal"


_ACROSS = {Plane.AXIAL: 2, Plane.SAGITTAL: 0, Plane.CORONAL: 1}
_QUARTER_TURNS = {"S": 0, "DL": 1, "P": 2, "DR": 3}


@dataclass(frozen=True)
class Form:
    """How a series is stored.

    Attributes:
        plane: Which way the slices are cut.
        position: Head or feet first; supine, prone, decubitus left or right: HFS, FFP, HFDL ...; the scanner's own
            axes, and with them rows, columns and the order of slices, turn with the patient.
        tilt_degrees: By how much each slice is shifted down its columns against the one before (gantry tilt): no
            such series is a regular volume.
        syntax: Transfer syntax: uncompressed of either byte order, RLE or JPEG-LS.
        enhanced: One multi-frame file instead of one file a slice.
    """

    plane: Plane = Plane.AS_IS
    position: str = "HFS"
    tilt_degrees: float = 0.0
    syntax: str = ExplicitVRLittleEndian
    enhanced: bool = False


def laid_out(volume: Volume, form: Form) -> Volume:
    """Return the same voxels at the same places, in the order in which a form stores them."""
    directions = np.abs(volume.grid.affine[:3, :3] / np.array(volume.grid.spacing_mm))
    k = 2 if form.plane is Plane.AS_IS else int(directions[_ACROSS[form.plane]].argmax())
    i, j = (axis for axis in range(3) if axis != k)
    out = _in_order(volume, (i, j, k))
    for _ in range(_QUARTER_TURNS[form.position[2:]]):
        out = _flipped(_in_order(out, (1, 0, 2)), 0)
    if form.position.startswith("FF"):
        out = _flipped(_flipped(out, 0), 2)
    return out


def _in_order(volume: Volume, axes: tuple[int, int, int]) -> Volume:
    affine = volume.grid.affine
    affine[:3, :3] = affine[:3, list(axes)]
    array = volume.array.transpose([2 - axes[axis] for axis in (2, 1, 0)])
    z, y, x = array.shape
    return Volume(np.ascontiguousarray(array), Grid.from_affine((z, y, x), affine))


def _flipped(volume: Volume, axis: int) -> Volume:
    affine = volume.grid.affine
    affine[:3, 3] += affine[:3, axis] * (volume.array.shape[2 - axis] - 1)
    affine[:3, axis] *= -1
    array = np.ascontiguousarray(np.flip(volume.array, 2 - axis))
    return replace(volume, array=array, grid=Grid.from_affine(volume.grid.shape, affine))


def encode(dataset: FileDataset, syntax: str) -> None:
    """Give a data set with uncompressed little-endian pixels another transfer syntax."""
    uid = UID(syntax)
    if uid.is_compressed:
        dataset.compress(uid, generate_instance_uid=False)
        return
    if uid == ExplicitVRBigEndian:
        dataset.PixelData = np.frombuffer(dataset.PixelData, "<u2").astype(">u2").tobytes()
    dataset.file_meta.TransferSyntaxUID = uid


def tilted(
    position_mm: Sequence[float], columns_lps: Sequence[float], distance_mm: float, degrees: float
) -> list[float]:
    """Return where a slice lies that a tilt has shifted down its columns; it lies `distance_mm` from the first."""
    shift = distance_mm * np.tan(np.radians(degrees))
    return [float(p + shift * c) for p, c in zip(position_mm, columns_lps, strict=True)]


def as_one(slices: Sequence[FileDataset]) -> FileDataset:
    """Return one enhanced multi-frame image that holds what single slices hold, under the UID of the first."""
    one = slices[0]
    one.SOPClassUID = one.file_meta.MediaStorageSOPClassUID = EnhancedMRImageStorage
    one.NumberOfFrames = str(len(slices))
    one.PerFrameFunctionalGroupsSequence = [_frame(dataset, number) for number, dataset in enumerate(slices, 1)]
    one.SharedFunctionalGroupsSequence = [_shared(one)]
    one.PixelData = b"".join(dataset.PixelData for dataset in slices)
    one.ImageType = [*one.ImageType[:2], "M", "NONE"]
    one.InstanceNumber, one.PixelPresentation, one.VolumetricProperties = 1, "MONOCHROME", "VOLUME"
    one.ComplexImageComponent, one.AcquisitionContrast, one.ContentQualification = "MAGNITUDE", "UNKNOWN", "RESEARCH"
    one.VolumeBasedCalculationTechnique, one.BurnedInAnnotation, one.LossyImageCompression = "NONE", "NO", "00"
    for keyword in _MOVED:
        if keyword in one:
            delattr(one, keyword)
    return one


_MOVED = (
    "ImagePositionPatient", "ImageOrientationPatient", "PixelSpacing", "SliceThickness", "SpacingBetweenSlices",
    "RepetitionTime", "EchoTime", "InversionTime", "RescaleSlope", "RescaleIntercept", "RescaleType",
)  # fmt: skip


def _of(source: Dataset, *keywords: str) -> Dataset:
    item = Dataset()
    for keyword in keywords:
        if keyword in source:
            setattr(item, keyword, source[keyword].value)
    return item


def _frame(source: Dataset, number: int) -> Dataset:
    frame, content = Dataset(), Dataset()
    content.StackID, content.InStackPositionNumber, content.DimensionIndexValues = "1", number, [1, number]
    content.FrameAcquisitionNumber = 1
    frame.FrameContentSequence = [content]
    frame.PlanePositionSequence = [_of(source, "ImagePositionPatient")]
    return frame


def _shared(source: Dataset) -> Dataset:
    shared = Dataset()
    shared.PlaneOrientationSequence = [_of(source, "ImageOrientationPatient")]
    shared.PixelMeasuresSequence = [_of(source, "PixelSpacing", "SliceThickness", "SpacingBetweenSlices")]
    shared.MRTimingAndRelatedParametersSequence = [_of(source, "RepetitionTime", "EchoTrainLength")]
    echo = Dataset()
    echo.EffectiveEchoTime = float(source.EchoTime)
    shared.MREchoSequence = [echo]
    modifier = Dataset()
    modifier.InversionRecovery = "YES" if "InversionTime" in source else "NO"
    if "InversionTime" in source:
        modifier.InversionTimes = float(source.InversionTime)
    shared.MRModifierSequence = [modifier]
    scaling = Dataset()
    scaling.RescaleSlope = source.get("RescaleSlope", "1")
    scaling.RescaleIntercept = source.get("RescaleIntercept", "0")
    scaling.RescaleType = "US"
    shared.PixelValueTransformationSequence = [scaling]
    return shared
