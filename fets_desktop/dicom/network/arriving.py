"""What arrives from a peer: checked by its header, written whole or not at all, under a name that says nothing."""

import hashlib
import logging
import shutil
import threading
from collections.abc import Callable
from dataclasses import dataclass, field
from io import BytesIO
from pathlib import Path
from typing import Any

from pydicom import dcmread
from pydicom.dataset import Dataset
from pynetdicom import evt
from pynetdicom.association import Association

from fets_desktop.dicom.deflated import refuse_inflated
from fets_desktop.dicom.header import READ_FAULTS, lenient_reading
from fets_desktop.dicom.network.landing import MOST_BYTES, Arriving, Landing
from fets_desktop.imaging.disk import write_whole
from fets_desktop.study.errors import StudyError

logger = logging.getLogger(__name__)

# Source: DICOM PS3.4, B.2.3; PS3.7, C.5 (not authorised)
_TAKEN, _OUT_OF_RESOURCES, _MISMATCH, _NOT_UNDERSTOOD, _NOT_ALLOWED = 0x0000, 0xA700, 0xA900, 0xC000, 0x0124
# Source: DICOM PS3.7, C.4.1 (error comment, of the kind "long string")
_LONGEST_COMMENT = 64

_KEYS = ["SOPInstanceUID", "StudyInstanceUID", "SeriesInstanceUID"]


@dataclass(frozen=True)
class Label:
    """Which object arrived: UIDs of itself, its study and its series."""

    image: str
    study: str
    series: str


@dataclass
class Arrivals:
    """Takes C-STORE requests into folders; called from pynetdicom's threads.

    Attributes:
        folder_of: Returns where an object from a sender goes, None for one that nobody asked for.
        stage: A private folder of ours alone, on the same disk, where objects lie while they arrive.
        most_bytes: Of one object; of a larger one nothing is kept.
        images: UIDs of what was written.
        lock: Held while an object is written.
        foreign: How many were refused because nobody asked for them.
        broken: How many made no sense.
        too_large: How many were larger than what is taken.
        fault: What keeps further ones from being written, for example a full disk.
    """

    folder_of: Callable[[Label, str], Path | None]
    stage: Path
    most_bytes: int = MOST_BYTES
    images: set[str] = field(default_factory=set)
    foreign: int = 0
    broken: int = 0
    too_large: int = 0
    fault: StudyError | None = None
    lock: threading.Lock = field(default_factory=threading.Lock)

    def receive(self, association: Association) -> None:
        """Let what an association brings go to the disk while it arrives."""
        association.dimse = Landing(association, self.stage, self.most_bytes)

    def forget(self, event: evt.Event) -> None:
        """Remove what has come of an object whose sender has gone."""
        if isinstance(event.assoc.dimse, Landing):
            event.assoc.dimse.leave()

    def clear(self) -> None:
        """Remove what never became whole."""
        shutil.rmtree(self.stage, ignore_errors=True)

    def take(self, event: evt.Event) -> int | Dataset:
        """Keep one object and return the status for its sender."""
        request: Any = event.request
        arrived: Arriving = request.DataSet
        try:
            sender = str(event.assoc.remote["ae_title"]).strip()
            return self._take(arrived, str(request.AffectedSOPInstanceUID), sender)
        except StudyError as error:
            self.fault = error
            return _told(error.text.title)
        except Exception as error:  # a peer may send anything; its words stay out of the log
            logger.warning("an object that arrived could not be read: %s", type(error).__name__)
            self.broken += 1
            return _NOT_UNDERSTOOD
        finally:
            arrived.discard()

    def _take(self, arrived: Arriving, image: str, sender: str) -> int | Dataset:
        if arrived.too_large:
            self.too_large += 1
            return _told(f"Larger than {self.most_bytes >> 20} MiB: not taken")
        if arrived.fault is not None:
            raise arrived.fault
        arrived.close_file()
        try:
            refuse_inflated(arrived.path)
        except StudyError:
            self.broken += 1
            return _NOT_UNDERSTOOD
        return self._keep(arrived.path, arrived.land, image, sender)

    def keep(self, content: bytes, image: str, sender: str = "") -> int:
        """Write one DICOM file that arrived as `image`.

        Raises:
            StudyError: "disk-full" or "read-only".
        """
        return self._keep(BytesIO(content), lambda path: write_whole(path, content), image, sender)

    def _keep(self, source: Path | BytesIO, put: Callable[[Path], object], image: str, sender: str) -> int:
        with self.lock:
            label = read_label(source)
        if label is None or not label.study:
            self.broken += 1
            return _NOT_UNDERSTOOD
        if label.image != image:
            self.broken += 1
            return _MISMATCH
        # a folder must not be taken away between the two
        with self.lock:
            folder = self.folder_of(label, sender)
            if folder is None:
                self.foreign += 1
                return _NOT_ALLOWED
            put(folder / file_name(image))
            self.images.add(image)
        return _TAKEN


def _told(why: str) -> Dataset:
    """Return that there is no room for an object, with the reason."""
    answer = Dataset()
    answer.Status, answer.ErrorComment = _OUT_OF_RESOURCES, why[:_LONGEST_COMMENT]
    return answer


def read_label(source: Path | BytesIO) -> Label | None:
    """Return which object a DICOM file holds, None for one that is no DICOM file."""
    try:
        with lenient_reading():
            header = dcmread(source, stop_before_pixels=True, specific_tags=list(_KEYS))
            return Label(*(str(header.get(key, "")) for key in _KEYS))
    except READ_FAULTS:
        return None


def file_name(image: str) -> str:
    """Return the name under which an object is kept: the same for the same object, and neutral."""
    return f"{hashlib.blake2b(image.encode(), digest_size=12).hexdigest()}.dcm"
