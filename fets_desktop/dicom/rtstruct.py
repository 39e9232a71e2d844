"""A label map as an RT structure set: outlines on the images of one source series, for planning systems.

Regions of interest are the sub-compartments that are there, and TC and WT where they are more than one of them. They
are written without a type of target volume: what is a GTV is the planner's word.

Source: DICOM PS3.3, A.19 and C.8.8 (RT Structure Set IOD).
"""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from pydicom import Dataset
from pydicom.sr.coding import Code
from pydicom.uid import RTStructureSetStorage

from fets_desktop.dicom.codes import REGION_CODES, TISSUE_CODES
from fets_desktop.dicom.contours import outlines
from fets_desktop.dicom.derived import dicom_moment, person_name, say_preparation, source_of, started, write_object
from fets_desktop.dicom.frames import Frame, frames_of, labels_on_all
from fets_desktop.study.colours import REGION_RGB, TISSUE_RGB, Rgb
from fets_desktop.study.grid import FloatArray
from fets_desktop.study.labels import LabelScheme, Region
from fets_desktop.study.origin import Making, Origin
from fets_desktop.study.volume import LabelArray, LabelMap

_DETACHED_STUDY = "1.2.840.10008.3.1.2.3.1"
"""Detached Study Management: what RT Referenced Study asks for. Source: DICOM PS3.3, C.8.8.5."""


@dataclass(frozen=True)
class Roi:
    """One region of interest.

    Attributes:
        name: At most 16 characters: some planning systems cut longer ones.
        words: In a person's words.
        values: The label values it is made of.
        colour: Red, green, blue.
        code: What it is in the standard's language.
    """

    name: str
    words: str
    values: tuple[int, ...]
    colour: Rgb
    code: Code


def rois_of(scheme: LabelScheme, present: Sequence[int]) -> list[Roi]:
    """Return the regions of interest for the label values that are there."""
    rois = [
        Roi(str(tissue), tissue.words, (value,), TISSUE_RGB[tissue], TISSUE_CODES[tissue])
        for value, tissue in scheme.values
        if value in present
    ]
    for region, words in ((Region.TC, "Tumour core"), (Region.WT, "Whole tumour")):
        values = tuple(value for value, tissue in scheme.values if tissue in region.tissues and value in present)
        if len(values) > 1 and values not in [roi.values for roi in rois]:
            rois.append(Roi(str(region), words, values, REGION_RGB[region], REGION_CODES[region]))
    return rois


def write_rtstruct(labels: LabelMap, kept: Sequence[Dataset], origin: Origin, out: Path, prepared: str = "") -> Path:
    """Write a label map as an RT structure set that refers to every image of the series it lies on.

    Args:
        labels: On the series' own grid.
        kept: The series' headers without pixels; the patient they name is the one in the file.
        origin: Who and what made the labels.
        out: The file to write.
        prepared: By what the images were prepared on which the labels were made.

    Raises:
        StudyError: "no-labels", "needs-dicom" or "bad-geometry"; "disk-full" or "read-only".
    """
    source = source_of(kept)
    frames = frames_of(kept)
    pixels = labels_on_all(frames, labels)
    made = started(source, RTStructureSetStorage, "RTSTRUCT", "RTSTRUCT", origin)
    _put_head(made, source, frames, origin)
    made.StructureSetROISequence, made.ROIContourSequence, made.RTROIObservationsSequence = [], [], []
    for number, roi in enumerate(rois_of(labels.scheme, np.unique(pixels).tolist()), 1):
        made.StructureSetROISequence.append(_region(number, roi, str(source.FrameOfReferenceUID), origin))
        made.ROIContourSequence.append(_contours(number, roi, frames, pixels))
        made.RTROIObservationsSequence.append(_observation(number, roi))
    say_preparation(made, prepared)
    return write_object(made, out)


def _put_head(made: Dataset, source: Dataset, frames: Sequence[Frame], origin: Origin) -> None:
    made.SeriesDescription = f"Tumour outlines {origin.version}"
    made.StructureSetLabel = "BRAIN_TUMOUR"
    made.StructureSetName = origin.version
    made.StructureSetDescription = origin.making.words
    made.StructureSetDate, made.StructureSetTime = dicom_moment(origin.created)
    made.FrameOfReferenceUID = source.FrameOfReferenceUID
    made.PositionReferenceIndicator = ""
    made.OperatorsName = ""
    made.ApprovalStatus = "APPROVED" if origin.approved_at else "UNAPPROVED"
    if origin.approved_at:
        made.ReviewDate, made.ReviewTime = dicom_moment(origin.approved_at)
        made.ReviewerName = person_name(origin.approved_by)
    series = Dataset()
    series.SeriesInstanceUID = source.SeriesInstanceUID
    series.ContourImageSequence = [_image(frame) for frame in frames if frame.number in (None, 1)]
    study = Dataset()
    study.ReferencedSOPClassUID, study.ReferencedSOPInstanceUID = _DETACHED_STUDY, source.StudyInstanceUID
    study.RTReferencedSeriesSequence = [series]
    space = Dataset()
    space.FrameOfReferenceUID = source.FrameOfReferenceUID
    space.RTReferencedStudySequence = [study]
    made.ReferencedFrameOfReferenceSequence = [space]


def _image(frame: Frame, number: int | None = None) -> Dataset:
    image = Dataset()
    image.ReferencedSOPClassUID, image.ReferencedSOPInstanceUID = frame.sop_class, frame.sop_instance
    if number is not None:
        image.ReferencedFrameNumber = number
    return image


def _region(number: int, roi: Roi, frame_of_reference: str, origin: Origin) -> Dataset:
    region = Dataset()
    region.ROINumber = number
    region.ReferencedFrameOfReferenceUID = frame_of_reference
    region.ROIName = roi.name
    region.ROIDescription = roi.words
    region.ROIGenerationAlgorithm = origin.making.value
    if origin.making is not Making.MANUAL:
        region.ROIGenerationDescription = f"{origin.model} {origin.model_version}".strip()
    return region


def _contours(number: int, roi: Roi, frames: Sequence[Frame], pixels: LabelArray) -> Dataset:
    region = Dataset()
    region.ReferencedROINumber = number
    region.ROIDisplayColor = list(roi.colour)
    region.ContourSequence = []
    for frame, labels in zip(frames, pixels, strict=True):
        for path in outlines(np.isin(labels, roi.values)):
            contour = Dataset()
            contour.ContourNumber = len(region.ContourSequence) + 1
            contour.ContourImageSequence = [_image(frame, frame.number)]
            contour.ContourGeometricType = "CLOSED_PLANAR"
            contour.NumberOfContourPoints = len(path)
            contour.ContourData = _decimals(frame.points_mm(path))
            region.ContourSequence.append(contour)
    return region


def _decimals(points_mm: FloatArray) -> list[str]:
    """Return coordinates to a ten-thousandth of a millimetre, short enough for a decimal string."""
    return [f"{value:.4f}" for value in points_mm.ravel()]


def _observation(number: int, roi: Roi) -> Dataset:
    observation = Dataset()
    observation.ObservationNumber = observation.ReferencedROINumber = number
    observation.ROIObservationLabel = roi.name
    observation.RTROIInterpretedType = ""
    observation.ROIInterpreter = ""
    code = Dataset()
    code.CodeValue, code.CodingSchemeDesignator, code.CodeMeaning = roi.code[:3]
    observation.RTROIIdentificationCodeSequence = [code]
    return observation
