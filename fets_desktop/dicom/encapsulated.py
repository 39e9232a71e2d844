"""A PDF page as a DICOM object that a PACS files under the study it is about.

Source: DICOM PS3.3, A.45 and C.24 (Encapsulated PDF IOD).
"""

from collections.abc import Sequence
from pathlib import Path

from pydicom import Dataset
from pydicom.uid import EncapsulatedPDFStorage

from fets_desktop.dicom.codes import REPORT
from fets_desktop.dicom.derived import dicom_moment, source_of, started, write_object
from fets_desktop.imaging.disk import known_disk_errors
from fets_desktop.study.origin import Origin


def write_encapsulated(pdf: Path, kept: Sequence[Dataset], origin: Origin, title: str, out: Path) -> Path:
    """Write a PDF as Encapsulated PDF of the study a source series belongs to.

    Args:
        pdf: Without the patient's identity in it.
        kept: Headers of a series of the study.
        origin: The labels it reports on.
        title: The document's title.
        out: The file to write.

    Raises:
        StudyError: "needs-dicom"; "disk-full" or "read-only".
    """
    source = source_of(kept)
    with known_disk_errors():
        page = pdf.read_bytes()
    made = started(source, EncapsulatedPDFStorage, "DOC", "PDF", origin)
    made.SeriesDescription = f"Report {origin.version}"
    made.ConversionType = "WSD"
    made.ContentDate, made.ContentTime = dicom_moment(origin.created)
    made.AcquisitionDateTime = ""
    made.BurnedInAnnotation = "NO"
    made.DocumentTitle = title
    code = Dataset()
    code.CodeValue, code.CodingSchemeDesignator, code.CodeMeaning = REPORT[:3]
    made.ConceptNameCodeSequence = [code]
    made.VerificationFlag = "VERIFIED" if origin.approved_at else "UNVERIFIED"
    made.SourceInstanceSequence = [_reference(dataset) for dataset in kept]
    made.MIMETypeOfEncapsulatedDocument = "application/pdf"
    made.EncapsulatedDocument = page + b"\0" * (len(page) % 2)
    made.EncapsulatedDocumentLength = len(page)
    return write_object(made, out)


def _reference(dataset: Dataset) -> Dataset:
    reference = Dataset()
    reference.ReferencedSOPClassUID, reference.ReferencedSOPInstanceUID = dataset.SOPClassUID, dataset.SOPInstanceUID
    return reference
