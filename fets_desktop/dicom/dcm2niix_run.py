"""dcm2niix as a subprocess: the files of one series in, one NIfTI out.

Source: Li et al. 2016, J Neurosci Methods 264:47 (dcm2niix); its own help text for the options.
"""

import os
import shutil
import subprocess
import sys
import threading
import time
from collections.abc import Sequence
from pathlib import Path
from typing import IO

import dcm2niix

from fets_desktop.study.errors import StudyError
from fets_desktop.study.progress import Progress

if sys.platform == "linux":
    import resource

_OPTIONS = (
    *("--progress", "y", "-g", "i", "-b", "y", "-ba", "y", "-z", "n", "-m", "n", "-l", "o", "-x", "i", "-d", "0"),
    *("-w", "2", "-q", "n", "-p", "n", "-f", "volume"),
)
"""No saved defaults, anonymised sidecar, uncompressed, no merging, original integers, neither cropped nor turned.

A second volume gets a name of its own (-w 2): written over the first, it would hide that the series was split.
"""

LONGEST_S = 300.0
"""A series of 400 slices takes some 2 s; a converter that is still running after this has lost its way."""
_MOST_MEMORY = 6 << 30
"""Address space; 5 times what the largest series that `slices` lets pass needs."""


def run_dcm2niix(files: Sequence[Path], folder: Path, progress: Progress) -> Path | None:
    """Convert the files of one series inside `folder`, an empty scratch folder.

    Of what comes out only the volume itself is taken. The files that dcm2niix adds of its own accord, `_Tilt` (shear
    undone) and `_Eq` (uneven gaps made even), hold interpolated voxels: they are never used, and `stack_of` has
    refused the series for which they are made. Its sidecar goes with the folder.

    Args:
        files: All files of the series and no other.
        folder: Empty; the caller removes it.
        progress: Told while the converter runs.

    Returns:
        The volume; None if the converter cannot decode the series or takes it for several volumes.

    Raises:
        StudyError: "unreadable-image" if it does not come to an end; it is killed then.
        Cancelled: Through `progress`; the subprocess is ended first.
    """
    source, target = folder / "in", folder / "out"
    source.mkdir(parents=True)
    target.mkdir()
    for number, file in enumerate(files):
        _place(file, source / f"{number:06d}.dcm")
    _run([str(dcm2niix.bin), *_OPTIONS, "-o", str(target), str(source)], progress)
    images = [path for path in target.glob("*.nii") if not _is_surplus(path)]
    return images[0] if len(images) == 1 else None


def _is_surplus(path: Path) -> bool:
    return any(mark in path.stem for mark in ("_Tilt", "_Eq"))


def _place(file: Path, link: Path) -> None:
    """Link where the system lets us, else copy; either way the converter never sees the true name."""
    try:
        link.symlink_to(file.resolve())
    except OSError:
        shutil.copyfile(file, link)


class _Listener(threading.Thread):
    """Reads how far the converter is; all else that it says quotes headers, and nobody keeps it."""

    def __init__(self, stream: IO[bytes]) -> None:
        super().__init__(daemon=True)
        self._stream = stream
        self.fraction = 0.0

    def run(self) -> None:
        """Read to the end."""
        with self._stream:
            # a line at most this long, so that no flood of output fills the memory
            while line := self._stream.readline(4096):
                if line.startswith(b"Progress:"):
                    try:
                        self.fraction = min(1.0, max(self.fraction, float(line[9:])))
                    except ValueError:
                        continue


def _run(command: list[str], progress: Progress) -> None:
    worker = subprocess.Popen(
        command,
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        env={**os.environ, "HOME": command[-2]},
    )
    if sys.platform == "linux":
        resource.prlimit(worker.pid, resource.RLIMIT_AS, (_MOST_MEMORY, _MOST_MEMORY))
    assert worker.stdout is not None
    listener = _Listener(worker.stdout)
    listener.start()
    began = time.monotonic()
    try:
        while True:
            try:
                worker.wait(0.1)
                return
            except subprocess.TimeoutExpired:
                progress(listener.fraction, "Converting")
            if time.monotonic() - began > LONGEST_S:
                raise StudyError("unreadable-image", "The converter did not come to an end.")
    finally:
        if worker.poll() is None:
            worker.kill()
            worker.wait()
        listener.join(5)
