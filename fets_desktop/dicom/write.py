"""Write a volume as the DICOM series that a scanner would have sent: the phantom's way in, and the tests' truth."""

import copy
import hashlib
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import numpy.typing as npt
from pydicom import dcmwrite
from pydicom.dataset import Dataset, FileDataset, FileMetaDataset
from pydicom.uid import UID, ExplicitVRLittleEndian, MRImageStorage

from fets_desktop.dicom.forms import Form, as_one, encode, laid_out, tilted
from fets_desktop.imaging.disk import known_disk_errors
from fets_desktop.study.contrast import ALL_CONTRASTS, Contrast
from fets_desktop.study.grid import FloatArray, Grid
from fets_desktop.study.volume import Volume

_THICK_SLICE_MM = 2.0


@dataclass(frozen=True)
class Protocol:
    """How a series was acquired: times in ms, tags as a scanner writes them."""

    description: str
    sequence: str
    scanning: tuple[str, ...]
    acquisition: str
    repetition_ms: float
    echo_ms: float
    inversion_ms: float | None = None
    agent: str = ""


_GADOLINIUM = "Gadobutrol"
_THIN = {
    Contrast.T1: Protocol("t1_mprage_sag_p2_iso", "*tfl3d1", ("GR", "IR"), "3D", 2200.0, 2.9, 900.0),
    Contrast.T1GD: Protocol("t1_mprage_sag_p2_iso_Gd", "*tfl3d1", ("GR", "IR"), "3D", 2200.0, 2.9, 900.0, _GADOLINIUM),
    Contrast.T2: Protocol("t2_space_sag_p2_iso", "*spc_282ns", ("SE",), "3D", 3200.0, 408.0),
    Contrast.FLAIR: Protocol(
        "t2_space_dark-fluid_sag_p2_iso", "*spcir_242ns", ("SE", "IR"), "3D", 5000.0, 393.0, 1800.0
    ),
}
_THICK = {
    Contrast.T1: Protocol("t1_se_tra", "*se2d1", ("SE",), "2D", 550.0, 9.0),
    Contrast.T1GD: Protocol("t1_se_tra_Gd", "*se2d1", ("SE",), "2D", 550.0, 9.0, None, _GADOLINIUM),
    Contrast.T2: Protocol("t2_tse_tra", "*tse2d1_15", ("SE",), "2D", 5200.0, 98.0),
    Contrast.FLAIR: Protocol("t2_tirm_tra_dark-fluid", "*tir2d1_16", ("SE", "IR"), "2D", 9000.0, 87.0, 2500.0),
}


def protocol_for(contrast: Contrast, grid: Grid) -> Protocol:
    """Return a typical 3 T protocol: a 3-D one for thin slices, a 2-D one for thick ones."""
    return (_THIN if grid.spacing_mm[2] < _THICK_SLICE_MM else _THICK)[contrast]


def write_series(
    volume: Volume,
    folder: Path,
    contrast: Contrast,
    *,
    patient_name: str,
    patient_id: str,
    study_date: str,
    description: str = "",
    protocol: Protocol | None = None,
    series_number: int = 0,
    form: Form = Form(),  # noqa: B008 - frozen
) -> list[Path]:
    """Write one MR series of 16 bit, as a rule one file a slice (MR Image Storage, Explicit VR Little Endian).

    Whole-numbered voxels within 16 bits keep their values exactly; others are stored with a rescale slope, to within
    1/65535 of their range. The same arguments give the same bytes.

    Args:
        volume: Its k axis runs from slice to slice; the axes must be at right angles.
        folder: Created if it is not there.
        contrast: Which protocol's tags are written.
        patient_name: As in DICOM, "Family^Given".
        patient_id: With the date it fixes study and frame of reference, so that series belong together.
        study_date: YYYYMMDD.
        description: Instead of the protocol's own series description.
        protocol: Instead of the typical one for the contrast and slice thickness.
        series_number: Instead of 2 to 5 by contrast.
        form: Planes, patient position, encoding, one file or many.

    Returns:
        The written files.

    Raises:
        ValueError: If the grid's axes are not at right angles or a voxel is not finite.
        StudyError: "disk-full" or "read-only".
    """
    _refuse_unfit(volume)
    chosen = protocol or protocol_for(contrast, volume.grid)
    number = series_number or 2 + ALL_CONTRASTS.index(contrast)
    volume = laid_out(volume, form)
    pixels, slope, intercept = _stored(volume.array)
    head = _series_head(patient_id, study_date, number, description or chosen.description)
    head.PatientName = patient_name
    _put_protocol(head, chosen)
    head.update(_rescaling(slope, intercept))
    slices = _slices(volume.grid, pixels, head, form)
    return _write_all([as_one(slices)] if form.enhanced else slices, folder, number, form)


def _slices(grid: Grid, pixels: npt.NDArray[np.integer], head: Dataset, form: Form) -> list[FileDataset]:
    """Return an image for every slice, each with all that the series says."""
    uids = (UID(f"{head.SeriesInstanceUID}.{k + 1}") for k in range(len(pixels)))
    slices = [_slice(grid, k, pixels[k], uid, form) for k, uid in enumerate(uids)]
    for dataset in slices:
        dataset.update(copy.deepcopy(head))
    return slices


def _refuse_unfit(volume: Volume) -> None:
    directions = volume.grid.affine[:3, :3] / np.array(volume.grid.spacing_mm)
    if np.abs(directions.T @ directions - np.eye(3)).max() > 1e-4 or not np.isfinite(volume.array).all():
        raise ValueError("a DICOM series needs finite voxels and axes at right angles")


def _rescaling(slope: float, intercept: float) -> Dataset:
    """Return how stored numbers become voxels; nothing where they are the voxels."""
    told = Dataset()
    if (slope, intercept) != (1.0, 0.0):
        told.RescaleSlope, told.RescaleIntercept, told.RescaleType = _ds(slope), _ds(intercept), "US"
    return told


def _write_all(slices: list[FileDataset], folder: Path, number: int, form: Form) -> list[Path]:
    paths = [folder / f"IM-{number:04d}-{k + 1:04d}.dcm" for k in range(len(slices))]
    with known_disk_errors():
        folder.mkdir(parents=True, exist_ok=True)
        for dataset, path in zip(slices, paths, strict=True):
            encode(dataset, form.syntax)
            # not its own `save_as`, which refuses to change the byte order
            dcmwrite(path, dataset, enforce_file_format=True)
    return paths


def _series_head(patient_id: str, date: str, number: int, name: str) -> Dataset:
    """Return what every slice of a series says of patient, study and series."""
    dataset, study = Dataset(), f"{patient_id}\n{date}"
    dataset.PatientID = patient_id
    dataset.SeriesInstanceUID, dataset.SeriesNumber = _uid(f"{study}\n{number}\n{name}"), number
    dataset.SeriesDescription = dataset.ProtocolName = name
    dataset.StudyDate = dataset.SeriesDate = dataset.AcquisitionDate = dataset.ContentDate = date
    dataset.PatientBirthDate = dataset.PatientSex = dataset.StudyTime = dataset.AccessionNumber = ""
    dataset.ReferringPhysicianName = dataset.PositionReferenceIndicator = ""
    dataset.StudyInstanceUID, dataset.StudyID = _uid(study), "1"
    dataset.FrameOfReferenceUID = _uid(f"{study}\nframe")
    return dataset


def _uid(key: str) -> UID:
    """Return a UID that hangs on `key` alone, under the root that needs no registration. Source: DICOM PS3.5, B.2."""
    return UID(f"2.25.{int.from_bytes(hashlib.blake2b(key.encode(), digest_size=14).digest(), 'big')}")


def _ds(number: float) -> str:
    """Format a decimal string of at most 16 characters. Source: DICOM PS3.5, 6.2."""
    for digits in range(14, 5, -1):
        text = f"{number:.{digits}g}"
        if len(text) <= 16:
            return text
    raise ValueError(f"{number} does not fit a decimal string")


def _stored(array: FloatArray) -> tuple[npt.NDArray[np.int16] | npt.NDArray[np.uint16], float, float]:
    """Return 16-bit pixels with the slope and intercept that turn them back into the voxels."""
    low, high = float(array.min()), float(array.max())
    if bool((array == np.round(array)).all()) and low >= -32768 and high <= 65535 and (low >= 0 or high <= 32767):
        return (array.astype(np.uint16) if low >= 0 else array.astype(np.int16)), 1.0, 0.0
    slope = float(_ds((high - low) / 65535 or 1.0))
    intercept = float(_ds(low))
    scaled = np.round((array.astype(np.float64) - intercept) / slope)
    return np.asarray(scaled.clip(0, 65535)).astype(np.uint16), slope, intercept


def _slice(
    grid: Grid, k: int, pixels: npt.NDArray[np.int16] | npt.NDArray[np.uint16], uid: UID, form: Form
) -> FileDataset:
    meta = FileMetaDataset()
    meta.MediaStorageSOPClassUID, meta.MediaStorageSOPInstanceUID = MRImageStorage, uid
    meta.TransferSyntaxUID = ExplicitVRLittleEndian
    dataset = FileDataset("", {}, file_meta=meta, preamble=bytes(128))
    dataset.SOPClassUID, dataset.SOPInstanceUID = MRImageStorage, uid
    dataset.Modality, dataset.Manufacturer, dataset.SpecificCharacterSet = "MR", "SIEMENS", "ISO_IR 192"
    dataset.ImageType = ["ORIGINAL", "PRIMARY", "M", "ND", "NORM"]
    x_mm, y_mm, z_mm = grid.spacing_mm
    lps = np.diag([-1.0, -1.0, 1.0, 1.0]) @ grid.affine
    directions = lps[:3, :2] / np.array([x_mm, y_mm])
    dataset.ImageOrientationPatient = [_ds(v) for v in directions.T.ravel()]
    place = tilted(list(lps[:3, 3] + k * lps[:3, 2]), list(directions[:, 1]), k * z_mm, form.tilt_degrees)
    dataset.ImagePositionPatient = [_ds(v) for v in place]
    dataset.PixelSpacing = [_ds(y_mm), _ds(x_mm)]
    dataset.SliceThickness = dataset.SpacingBetweenSlices = _ds(z_mm)
    dataset.PatientPosition, dataset.InstanceNumber, dataset.AcquisitionNumber = form.position, k + 1, 1
    dataset.Rows, dataset.Columns = pixels.shape
    dataset.SamplesPerPixel, dataset.PhotometricInterpretation = 1, "MONOCHROME2"
    dataset.BitsAllocated = dataset.BitsStored = 16
    dataset.HighBit, dataset.PixelRepresentation = 15, int(pixels.dtype == np.int16)
    dataset.PixelData = pixels.astype(pixels.dtype.newbyteorder("<")).tobytes()
    return dataset


def _put_protocol(dataset: Dataset, protocol: Protocol) -> None:
    dataset.ScanningSequence, dataset.SequenceName = list(protocol.scanning), protocol.sequence
    dataset.SequenceVariant, dataset.ScanOptions = ["SK", "SP"], ""
    dataset.MRAcquisitionType, dataset.EchoTrainLength = protocol.acquisition, 1
    dataset.RepetitionTime, dataset.EchoTime = _ds(protocol.repetition_ms), _ds(protocol.echo_ms)
    dataset.MagneticFieldStrength, dataset.BodyPartExamined, dataset.EchoNumbers = "3", "BRAIN", 1
    if protocol.inversion_ms is not None:
        dataset.InversionTime = _ds(protocol.inversion_ms)
    if protocol.agent:
        dataset.ContrastBolusAgent = protocol.agent
