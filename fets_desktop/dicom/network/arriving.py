"""What arrives from a peer: checked by its header, written whole or not at all, under a name that says nothing."""

import hashlib
import logging
import threading
from collections.abc import Callable
from dataclasses import dataclass, field
from io import BytesIO
from pathlib import Path
from typing import Any

from pydicom import dcmread
from pynetdicom import evt

from fets_desktop.dicom.header import READ_FAULTS, lenient_reading
from fets_desktop.imaging.disk import write_whole
from fets_desktop.study.errors import StudyError

logger = logging.getLogger(__name__)

# Source: DICOM PS3.4, B.2.3; PS3.7, C.5 (not authorised)
_TAKEN, _OUT_OF_RESOURCES, _MISMATCH, _NOT_UNDERSTOOD, _NOT_ALLOWED = 0x0000, 0xA700, 0xA900, 0xC000, 0x0124

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
        images: UIDs of what was written.
        lock: Held while an object is written.
        foreign: How many were refused because nobody asked for them.
        broken: How many made no sense.
        fault: What keeps further ones from being written, for example a full disk.
    """

    folder_of: Callable[[Label, str], Path | None]
    images: set[str] = field(default_factory=set)
    foreign: int = 0
    broken: int = 0
    fault: StudyError | None = None
    lock: threading.Lock = field(default_factory=threading.Lock)

    def take(self, event: evt.Event) -> int:
        """Write one object and return the status for its sender."""
        request: Any = event.request
        try:
            sender = str(event.assoc.remote["ae_title"]).strip()
            return self.keep(event.encoded_dataset(), str(request.AffectedSOPInstanceUID), sender)
        except StudyError as error:
            self.fault = error
            return _OUT_OF_RESOURCES
        except Exception as error:  # a peer may send anything; its words stay out of the log
            logger.warning("an object that arrived could not be read: %s", type(error).__name__)
            self.broken += 1
            return _NOT_UNDERSTOOD

    def keep(self, content: bytes, image: str, sender: str = "") -> int:
        """Write one DICOM file that arrived as `image`.

        Raises:
            StudyError: "disk-full" or "read-only".
        """
        with self.lock:
            label = read_label(content)
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
            write_whole(folder / file_name(image), content)
            self.images.add(image)
        return _TAKEN


def read_label(content: bytes) -> Label | None:
    """Return which object a DICOM file holds, None for one that is no DICOM file."""
    try:
        with lenient_reading():
            header = dcmread(BytesIO(content), stop_before_pixels=True, specific_tags=list(_KEYS))
            return Label(*(str(header.get(key, "")) for key in _KEYS))
    except READ_FAULTS:
        return None


def file_name(image: str) -> str:
    """Return the name under which an object is kept: the same for the same object, and neutral."""
    return f"{hashlib.blake2b(image.encode(), digest_size=12).hexdigest()}.dcm"
