"""dcm2niix as a subprocess: the files of one series in, one NIfTI out.

Source: Li et al. 2016, J Neurosci Methods 264:47 (dcm2niix); its own help text for the options.
"""

import os
import shutil
import subprocess
import time
from collections.abc import Sequence
from pathlib import Path

import dcm2niix

from fets_desktop.study.errors import StudyError
from fets_desktop.study.progress import Progress

_OPTIONS = ("-g", "i", "-b", "n", "-z", "n", "-m", "n", "-l", "o", "-x", "i", "-d", "0", "-w", "1", "-q", "n")
"""No saved defaults, no sidecar, uncompressed, no merging, original integers, neither cropped nor turned."""

_LONGEST_S = 600.0


def run_dcm2niix(files: Sequence[Path], folder: Path, progress: Progress, *, scaling_varies: bool = False) -> Path:
    """Convert the files of one series inside `folder`, an empty scratch folder.

    Args:
        files: All files of the series and no other.
        folder: Empty; the caller removes it.
        progress: Told while the converter runs.
        scaling_varies: Whether slope and intercept differ between slices; the result is then float.

    Raises:
        StudyError: "unreadable-image" if nothing comes out, "bad-geometry" if it is more than one volume.
        Cancelled: Through `progress`; the subprocess is ended first.
    """
    source, target = folder / "in", folder / "out"
    source.mkdir(parents=True)
    target.mkdir()
    for number, file in enumerate(files):
        _place(file, source / f"{number:06d}.dcm")
    # with "-p n" it would put the first slice's slope on all; with "-p y" it takes Philips' private slope
    scaling = ("-p", "y" if scaling_varies else "n")
    _run([str(dcm2niix.bin), *_OPTIONS, *scaling, "-f", "volume", "-o", str(target), str(source)], progress)
    images = sorted(target.glob("*.nii"))
    if not images:
        raise StudyError("unreadable-image", "The converter could not decode the series.")
    if len(images) > 1:
        raise StudyError("bad-geometry", f"The series falls into {len(images)} volumes; it mixes several acquisitions.")
    return images[0]


def _place(file: Path, link: Path) -> None:
    """Link where the system lets us, else copy; either way the converter never sees the true name."""
    try:
        link.symlink_to(file.resolve())
    except OSError:
        shutil.copyfile(file, link)


def _run(command: list[str], progress: Progress) -> None:
    # its output quotes headers, so nobody keeps it
    worker = subprocess.Popen(
        command,
        stdin=subprocess.DEVNULL,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        env={**os.environ, "HOME": command[-2]},
    )
    began = time.monotonic()
    try:
        while True:
            try:
                worker.wait(0.1)
                return
            except subprocess.TimeoutExpired:
                seconds = time.monotonic() - began
                progress(min(0.9, seconds / 20), "Converting")
            if seconds > _LONGEST_S:
                raise StudyError("unreadable-image", "The converter did not come to an end.")
    finally:
        if worker.poll() is None:
            worker.kill()
            worker.wait()
