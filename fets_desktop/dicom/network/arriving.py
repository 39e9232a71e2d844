"""What arrives from a peer: checked by its header, written whole or not at all, under a name that says nothing."""

import hashlib
import logging
import shutil
import threading
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from pydicom import dcmread
from pydicom.dataset import Dataset
from pynetdicom import evt
from pynetdicom.association import Association

from fets_desktop.dicom.deflated import refuse_inflated
from fets_desktop.dicom.header import READ_FAULTS, lenient_reading
from fets_desktop.dicom.network.growing import MOST_BYTES, Growing
from fets_desktop.dicom.network.landing import Arriving, Landing
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
    """Takes C-STORE requests into folders, called from pynetdicom's threads, and what a DICOMweb service delivers.

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
            arrived.file.discard()

    def _take(self, arrived: Arriving, image: str, sender: str) -> int | Dataset:
        if arrived.file.too_large:
            self.too_large += 1
            return _told(f"Larger than {self.most_bytes >> 20} MiB: not taken")
        if arrived.fault is not None:
            raise arrived.fault
        return self._keep(arrived.file, image, sender)

    def begin(self) -> Growing:
        """Return where an object may grow that comes otherwise than by C-STORE; `keep` takes it once it is whole."""
        return Growing(self.stage, self.most_bytes)

    def keep(self, file: Growing) -> None:
        """Keep one DICOM file that is whole now, or count why it is not kept.

        Raises:
            StudyError: "disk-full" or "read-only".
        """
        try:
            if file.too_large:
                self.too_large += 1
            else:
                self._keep(file, None, "")
        finally:
            file.discard()

    def _keep(self, file: Growing, image: str | None, sender: str) -> int:
        """Put an object where it belongs; `image` is its UID as its sender announced it, None if nobody did."""
        file.close()
        with self.lock:
            label = read_label(file.path)
        if label is None or not label.study:
            self.broken += 1
            return _NOT_UNDERSTOOD
        if image is not None and label.image != image:
            self.broken += 1
            return _MISMATCH
        # a folder must not be taken away between the two
        with self.lock:
            folder = self.folder_of(label, sender)
            if folder is None:
                self.foreign += 1
                return _NOT_ALLOWED
            file.land(folder / file_name(label.image))
            self.images.add(label.image)
        return _TAKEN

    @property
    def size_words(self) -> str:
        """How many objects were too large, as a sentence behind others; "" if none was."""
        return f" {self.too_large} of more than {self.most_bytes >> 20} MiB: not taken." if self.too_large else ""


def _told(why: str) -> Dataset:
    """Return that there is no room for an object, with the reason."""
    answer = Dataset()
    answer.Status, answer.ErrorComment = _OUT_OF_RESOURCES, why[:_LONGEST_COMMENT]
    return answer


def read_label(path: Path) -> Label | None:
    """Return which object a DICOM file holds, None for one that is no DICOM file or unpacks to more than it may."""
    try:
        refuse_inflated(path)
        with lenient_reading():
            header = dcmread(path, stop_before_pixels=True, specific_tags=list(_KEYS))
            return Label(*(str(header.get(key, "")) for key in _KEYS))
    except (StudyError, *READ_FAULTS):
        return None


def file_name(image: str) -> str:
    """Return the name under which an object is kept: the same for the same object, and neutral."""
    return f"{hashlib.blake2b(image.encode(), digest_size=12).hexdigest()}.dcm"
