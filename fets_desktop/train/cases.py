"""Cases as training reads them: cropped to the brain, z-scored once, memory-mapped, so that a patch costs a patch."""

import hashlib
import io
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import Any

import numpy as np
import numpy.typing as npt

from fets_desktop.imaging.disk import whole_file
from fets_desktop.imaging.files import read_labels, read_volume
from fets_desktop.imaging.nifti_bytes import are_numbers
from fets_desktop.imaging.opening import private
from fets_desktop.study.contrast import NETWORK_ORDER, Contrast
from fets_desktop.study.crop import box_of, zscore
from fets_desktop.study.errors import StudyError
from fets_desktop.study.labels import REGIONS, LabelScheme, region_mask

Half = npt.NDArray[np.float16]
Bits = npt.NDArray[np.uint8]
_SAME_GRID_MM = 0.01


@dataclass(frozen=True)
class TrainingCase:
    """An approved case: four brain-masked contrasts and a label map on the atlas grid.

    Attributes:
        name: Pseudonym, for messages and per-case scores.
        volumes: One NIfTI per contrast.
        labels: The label map's NIfTI.
        scheme: What its values mean.
    """

    name: str
    volumes: Mapping[Contrast, Path]
    labels: Path
    scheme: LabelScheme


@dataclass(frozen=True, eq=False)
class ReadyCase:
    """A case in the shape the network takes.

    Attributes:
        name: The case's pseudonym.
        volumes: `(4, z, y, x)` in `NETWORK_ORDER`, z-scored over non-zero voxels, zero outside the brain.
        regions: `(z, y, x)`, bit k set where `REGIONS[k]` is.
    """

    name: str
    volumes: Half
    regions: Bits

    @property
    def shape(self) -> tuple[int, int, int]:
        """Edges of the crop, `(z, y, x)`."""
        z, y, x = self.regions.shape
        return z, y, x


def load_case(case: TrainingCase) -> ReadyCase:
    """Read, check, crop and normalise a case.

    Raises:
        StudyError: "missing-contrast", "mixed-grids", "bad-voxels", or whatever reading a file raises.
    """
    if missing := [str(c) for c in NETWORK_ORDER if c not in case.volumes]:
        raise StudyError("missing-contrast", f"Training needs {', '.join(missing)}.")
    labels = read_labels(case.labels, case.scheme)
    volumes = [read_volume(case.volumes[contrast]) for contrast in NETWORK_ORDER]
    for volume, contrast in zip(volumes, NETWORK_ORDER, strict=True):
        if not volume.grid.matches(labels.grid, _SAME_GRID_MM):
            raise StudyError("mixed-grids", f"{contrast} and the label map do not lie on one grid.")
        # ITK reads a file cut short without a word, and not-a-numbers as zero
        if not are_numbers(case.volumes[contrast]):
            raise StudyError("bad-voxels", f"{contrast} holds values that are no numbers.")
        if not np.isfinite(volume.array).all() or not volume.array.any():
            raise StudyError("bad-voxels", f"{contrast} is empty or holds values that are no numbers.")
    box = box_of(labels.array)
    for volume in volumes:
        box = box.united(box_of(volume.array))
    stack = np.stack([zscore(volume.array) for volume in volumes])[(slice(None), *box.slices)]
    bits = np.zeros(box.shape, dtype=np.uint8)
    for index, region in enumerate(REGIONS):
        bits |= region_mask(labels.array[box.slices], region, case.scheme).astype(np.uint8) << index
    return ReadyCase(case.name, stack.astype(np.float16), bits)


class CaseShelf:
    """Keeps ready cases in a folder, keyed by their files' names, sizes and times, and maps them into memory.

    Args:
        folder: Where they are kept; made if it is not there. File names tell nothing about the patient. Of a workspace
            whose images are encrypted they lie in memory instead, as long as the job runs.
    """

    def __init__(self, folder: Path) -> None:
        self._folder = private(folder)
        self._open: dict[str, ReadyCase] = {}

    def get(self, case: TrainingCase) -> ReadyCase:
        """Return a ready case, prepared at its first use.

        Raises:
            StudyError: As `load_case`; "disk-full" or "read-only".
        """
        key = case_key(case)
        if key not in self._open:
            self._open[key] = self._read(key, case.name) or self._keep(key, load_case(case))
        return self._open[key]

    def _path(self, key: str, part: str) -> Path:
        return self._folder / f"{key}.{part}.npy"

    def _read(self, key: str, name: str) -> ReadyCase | None:
        volumes, regions = self._path(key, "volumes"), self._path(key, "regions")
        if not regions.exists():
            return None
        return ReadyCase(name, np.load(volumes, mmap_mode="r"), np.load(regions, mmap_mode="r"))

    def _keep(self, key: str, ready: ReadyCase) -> ReadyCase:
        # the regions come last: their presence says that the volumes are whole
        arrays: dict[str, npt.NDArray[Any]] = {"volumes": ready.volumes, "regions": ready.regions}
        for part, array in arrays.items():
            # numpy's own way into a file does not say why it failed: a full disk would look like a fault of ours
            content = io.BytesIO()
            np.save(content, array)
            with whole_file(self._path(key, part)) as sink:
                sink.write(content.getbuffer())
        return ready


def case_key(case: TrainingCase) -> str:
    """Return what changes when a case's voxels or label scheme do; where the files lie and when changes nothing.

    Raises:
        StudyError: "unreadable-image" if a file is not there.
    """
    files = [*(case.volumes[c] for c in NETWORK_ORDER if c in case.volumes), case.labels]
    facts = []
    for path in files:
        if not path.exists():
            raise StudyError("unreadable-image", "The file is not there.")
        stat = path.stat()
        facts.append(_content(path, stat.st_size, stat.st_mtime_ns))
    return hashlib.sha256("\n".join([case.scheme.name, *facts]).encode()).hexdigest()[:24]


@lru_cache(maxsize=4096)
def _content(path: Path, size: int, time_ns: int) -> str:
    """Return the hash of a file's bytes; size and time only say when it has to be read again."""
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()
