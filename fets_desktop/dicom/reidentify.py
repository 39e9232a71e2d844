"""The true identity given back to an object made here, for the site's own PACS alone.

An object goes out under the patient's pseudonym; only where a person asks for it, and only for a send to the hospital
the images came from, the true patient, study and UIDs take the pseudonymous ones' place. The caller asks, checks the
receiver, and writes the deed down without the identity.
"""

import hashlib
from pathlib import Path

import pydicom
from pydicom.dataelem import DataElement
from pydicom.dataset import Dataset

from fets_desktop.dicom.derived import DEIDENTIFICATION, write_object
from fets_desktop.dicom.header import READ_FAULTS
from fets_desktop.study.errors import StudyError
from fets_desktop.study.identity import SourceIdentity

_MADE_HERE = "2.25."
"""Every UID of ours is a number under this root. Source: DICOM PS3.5, B.2."""


def reidentify(file: Path, identity: SourceIdentity, out: Path) -> Path:
    """Write a copy of an object under the patient's true identity.

    Every pseudonymous UID of the study, its series, images and frame of reference becomes the true one. The object's
    own UIDs become others, the same at every send, that nobody can tell from the pseudonymous ones without the true
    study: else two archives, one under the pseudonym, one under the name, would give away together who the patient is.

    Args:
        file: A SEG, RT structure set or report made from de-identified headers; only read.
        identity: Who the patient truly is.
        out: The file to write; remove it once it is sent.

    Raises:
        StudyError: "unreadable-image" if the file is no DICOM object, "needs-dicom" if the identity is not that of its
            study; "disk-full" or "read-only".
    """
    try:
        dataset = pydicom.dcmread(file)
        pseudonymous = str(dataset.StudyInstanceUID)
    except READ_FAULTS as error:
        raise StudyError("unreadable-image", "The object to send cannot be read.") from error
    study = identity.studies.get(pseudonymous)
    if study is None or not study.uid or not identity.patient_id:
        raise StudyError("needs-dicom", "The true identity of this study is not kept in this workspace.")
    dataset.walk(lambda _, element: _give_back(element, identity.uids, study.uid))
    dataset.StudyInstanceUID = study.uid
    dataset.file_meta.MediaStorageSOPInstanceUID = dataset.SOPInstanceUID
    for name in DEIDENTIFICATION:
        if name in dataset:
            delattr(dataset, name)
    dataset.SpecificCharacterSet = "ISO_IR 192"
    dataset.PatientID, dataset.PatientName = identity.patient_id, identity.patient_name
    dataset.PatientBirthDate, dataset.PatientSex = identity.birth_date, identity.sex
    if identity.issuer:
        dataset.IssuerOfPatientID = identity.issuer
    dataset.StudyDate, dataset.StudyTime = study.date, study.time
    dataset.AccessionNumber, dataset.StudyID = study.accession, study.number
    dataset.ReferringPhysicianName = study.physician
    _put_description(dataset, study.description)
    return write_object(dataset, out)


def _give_back(element: DataElement, uids: dict[str, str], study: str) -> None:
    if element.VR != "UI" or not element.value:
        return
    if isinstance(element.value, str):
        element.value = _true(element.value, uids, study)
    else:
        element.value = [_true(str(value), uids, study) for value in element.value]


def _true(uid: str, uids: dict[str, str], study: str) -> str:
    if uid in uids or not uid.startswith(_MADE_HERE):
        return uids.get(uid, uid)
    number = hashlib.blake2b(uid.encode(), key=study.encode()[:64], digest_size=16).digest()
    return f"{_MADE_HERE}{int.from_bytes(number, 'big')}"


def _put_description(dataset: Dataset, description: str) -> None:
    if description:
        dataset.StudyDescription = description
    elif "StudyDescription" in dataset:
        del dataset.StudyDescription
