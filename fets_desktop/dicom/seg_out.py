"""A label map as a DICOM segmentation (SEG) on the images of one source series.

Source: DICOM PS3.3, A.51 and C.8.20 (Segmentation IOD); BINARY, one segment a sub-compartment that is there.
"""

from collections.abc import Sequence
from pathlib import Path

import highdicom as hd
import numpy as np
from pydicom import Dataset
from pydicom.uid import ExplicitVRLittleEndian

from fets_desktop.dicom.codes import BRAIN, CATEGORY, FAMILY, TISSUE_CODES
from fets_desktop.dicom.derived import (
    MANUFACTURER,
    MODEL_NAME,
    SERIES_NUMBER_FROM,
    copy_deidentification,
    derived_uid,
    dicom_moment,
    person_name,
    say_preparation,
    source_of,
    write_object,
)
from fets_desktop.dicom.frames import frames_of, labels_on_all
from fets_desktop.dicom.neat import neat_headers
from fets_desktop.study.colours import TISSUE_RGB
from fets_desktop.study.labels import Tissue
from fets_desktop.study.origin import Making, Origin
from fets_desktop.study.volume import LabelArray, LabelMap


def write_seg(labels: LabelMap, kept: Sequence[Dataset], origin: Origin, out: Path, prepared: str = "") -> Path:
    """Write a label map as DICOM SEG that refers to every image of the series it lies on.

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
    present = [(value, tissue) for value, tissue in labels.scheme.values if (pixels == value).any()]
    series = str(source.SeriesInstanceUID)
    made = hd.seg.Segmentation(
        source_images=neat_headers(kept, source, frames),
        pixel_array=_numbered(pixels, [value for value, _ in present]),
        segmentation_type=hd.seg.SegmentationTypeValues.BINARY,
        segment_descriptions=[_segment(number, tissue, origin) for number, (_, tissue) in enumerate(present, 1)],
        series_instance_uid=derived_uid("SEG series", origin, series),
        series_number=SERIES_NUMBER_FROM + int(source.get("SeriesNumber") or 0),
        sop_instance_uid=derived_uid("SEG", origin, series),
        instance_number=1,
        manufacturer=MANUFACTURER,
        manufacturer_model_name=MODEL_NAME,
        software_versions=origin.software,
        device_serial_number="0",
        content_label="BRAIN_TUMOUR",
        content_description=origin.making.words,
        content_creator_name=person_name(origin.approved_by) or None,
        transfer_syntax_uid=ExplicitVRLittleEndian,
        series_description=f"Tumour labels {origin.version}",
        specific_character_set="ISO_IR 192",
    )
    made.PatientName, made.ReferringPhysicianName = source.PatientName, source.ReferringPhysicianName
    copy_deidentification(source, made)
    _date(made, origin, series)
    say_preparation(made, prepared)
    return write_object(made, out)


def _numbered(pixels: LabelArray, values: Sequence[int]) -> LabelArray:
    """Return labels as segment numbers, which the standard wants to run from 1."""
    table = np.zeros(256, dtype=np.uint8)
    for number, value in enumerate(values, 1):
        table[value] = number
    return np.asarray(table[pixels])


def _segment(number: int, tissue: Tissue, origin: Origin) -> hd.seg.SegmentDescription:
    algorithm = None
    if origin.making is not Making.MANUAL:
        algorithm = hd.AlgorithmIdentificationSequence(
            name=origin.model or "unknown", family=FAMILY, version=origin.model_version or "unknown"
        )
    return hd.seg.SegmentDescription(
        segment_number=number,
        segment_label=f"{tissue} {tissue.words}",
        segmented_property_category=CATEGORY,
        segmented_property_type=TISSUE_CODES[tissue],
        algorithm_type=origin.making.value,
        algorithm_identification=algorithm,
        anatomic_regions=[BRAIN],
        tracking_id=f"{origin.case} {tissue}",
        tracking_uid=derived_uid(f"track {tissue}", _whoever(origin), ""),
        display_color=hd.color.CIELabColor.from_rgb(*TISSUE_RGB[tissue]),
    )


def _whoever(origin: Origin) -> Origin:
    """Return what stays the same over all versions of a case: a tracked thing keeps its identity."""
    return Origin(origin.case, origin.patient, "", Making.MANUAL)


def _date(made: Dataset, origin: Origin, series: str) -> None:
    """Put what hangs on the moment and on chance in highdicom's hands back to what hangs on the labels alone."""
    date, time = dicom_moment(origin.created)
    for name in ("ContentDate", "SeriesDate", "InstanceCreationDate"):
        setattr(made, name, date)
    for name in ("ContentTime", "SeriesTime", "InstanceCreationTime"):
        setattr(made, name, time)
    for equipment in made.get("ContributingEquipmentSequence", ()):
        if "ContributionDateTime" in equipment:
            equipment.ContributionDateTime = date + time
    organization = derived_uid("SEG dimensions", origin, series)
    for item in (*made.DimensionOrganizationSequence, *made.DimensionIndexSequence):
        item.DimensionOrganizationUID = organization
