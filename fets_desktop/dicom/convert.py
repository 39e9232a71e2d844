"""A scanned series becomes an anonymous volume whose geometry was checked before and after."""

import tempfile
from pathlib import Path

import numpy as np
import SimpleITK as sitk  # noqa: N813

from fets_desktop.dicom.dcm2niix_run import run_dcm2niix
from fets_desktop.dicom.found import ScannedSeries, SeriesKind
from fets_desktop.dicom.geometry import laid_on, read_slices, volume_grid
from fets_desktop.dicom.header import lenient_reading
from fets_desktop.imaging.convert import grid_of, to_array, to_image
from fets_desktop.imaging.disk import known_disk_errors
from fets_desktop.imaging.files import read_image, write_image
from fets_desktop.imaging.nifti_bytes import all_finite, stored_values
from fets_desktop.study.errors import StudyError
from fets_desktop.study.grid import Grid
from fets_desktop.study.progress import Progress, part, silent


def convert(series: ScannedSeries, out: Path, progress: Progress = silent) -> Grid:
    """Write one series as an anonymous .nii.gz whose voxels keep their values (slope and intercept applied).

    De-identification is by not storing: only voxels and geometry reach `out`, which is whole or absent.

    Args:
        series: What `scan` found; its files are only read.
        out: The file to write, ending in .nii.gz, in a scratch folder of ours.
        progress: Told of each step.

    Returns:
        The grid of the written volume.

    Raises:
        StudyError: "unreadable-image", "not-3d", "bad-geometry", "bad-voxels", "disk-full", "read-only".
        Cancelled: Through `progress`.
    """
    if not series.files:
        raise StudyError("no-images", "The series has no files.")
    progress(0.0, "Checking the slices")
    if series.kind is SeriesKind.DICOM:
        image = _from_dicom(series, out.parent, part(progress, 0.0, 0.8))
    else:
        finite = all_finite(stored_values(series.files[0]))
        image = read_image(series.files[0])
        if not finite:
            raise StudyError("bad-voxels", "Some of its voxels are not numbers.")
    progress(0.8, "Checking the voxels")
    _refuse_senseless(image)
    write_image(out, image)
    progress(1.0, "Converted")
    return grid_of(image)


def _from_dicom(series: ScannedSeries, near: Path, progress: Progress) -> sitk.Image:
    with lenient_reading():
        slices = read_slices(series.files)
        expected = volume_grid(slices)
    progress(0.2, "Converting")
    with known_disk_errors():
        near.mkdir(parents=True, exist_ok=True)
        with tempfile.TemporaryDirectory(dir=near, prefix=".convert-") as folder:
            running = part(progress, 0.2, 1.0)
            varies = len({slice_.scaling for slice_ in slices}) > 1
            image = read_image(run_dcm2niix(series.files, Path(folder), running, scaling_varies=varies))
    got = grid_of(image)
    if sorted(got.shape) != sorted(expected.shape):
        shape = " x ".join(map(str, reversed(got.shape)))
        wanted = " x ".join(map(str, reversed(expected.shape)))
        raise StudyError("bad-geometry", f"The headers promise {wanted} voxels, but {shape} came out.")
    grid = laid_on(expected, got)
    if grid is None:
        raise StudyError("bad-geometry", "The converted volume does not lie where the headers say.")
    return to_image(to_array(image), grid)


def _refuse_senseless(image: sitk.Image) -> None:
    array = to_array(image)
    if not np.isfinite(array).all():
        raise StudyError("bad-voxels", "Some of its voxels are not numbers.")
    if array.min() == array.max():
        raise StudyError("bad-voxels", "All its voxels have the same value.")
