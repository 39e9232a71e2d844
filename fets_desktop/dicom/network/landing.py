"""An object goes to the disk while it arrives: of however large a one the memory holds one part of a message at a time.

pynetdicom can do so too, but for all associations of a process, into the system's folder for temporary files, without a
bound, and dies of a full disk; here each association has its own folder, and its sender is told what was wrong.
Source: DICOM PS3.7, 9.1.1 and 9.3.1 (C-STORE); PS3.10, 7.1 (what stands before the data set in a file).
"""

import os
import secrets
import shutil
import weakref
from collections.abc import Callable
from contextlib import suppress
from io import BytesIO
from pathlib import Path
from typing import TYPE_CHECKING, BinaryIO

from pydicom.filebase import DicomBytesIO
from pydicom.filewriter import write_file_meta_info
from pynetdicom.association import Association
from pynetdicom.dimse import DIMSEServiceProvider
from pynetdicom.dimse_messages import C_STORE_RQ, DIMSEMessage
from pynetdicom.dsutils import create_file_meta
from pynetdicom.pdu_primitives import P_DATA

from fets_desktop.imaging.disk import known_disk_errors
from fets_desktop.study.errors import StudyError

if TYPE_CHECKING:
    from typing_extensions import Buffer

MOST_BYTES = 1 << 30
"""Of one object: twice what the largest volume takes that is converted, see `slices`."""

SPARE_BYTES = 256 << 20
"""What is left free on the disk for the work of everybody else."""

_LOOK_EVERY = 16 << 20


class Arriving(BytesIO):
    """The data set of a message while it arrives; that of a C-STORE is a file, every other stays in memory.

    Attributes:
        path: The file, DICOM with its meta information; it is removed with this object unless it has landed.
        too_large: Whether it was more than is taken; the rest of it is thrown away as it comes.
        broken: Whether nobody had agreed on how it comes.
        fault: What of the disk kept it from being written.
    """

    def __init__(self, message: DIMSEMessage, association: Association, folder: Path, most: int) -> None:
        super().__init__()
        self._message, self._association = weakref.ref(message), weakref.ref(association)
        self.path = folder / f"{secrets.token_hex(8)}.part"
        self._most, self._bytes, self._looked = most, 0, -_LOOK_EVERY
        self._file: BinaryIO | None = None
        self.too_large = self.broken = False
        self.fault: StudyError | None = None
        self._gone: Callable[[], object] = _nothing_to_remove

    def write(self, data: "Buffer") -> int:
        """Take the next part; nothing that goes wrong here is raised, for the reader of the connection would die."""
        message = self._message()
        if not isinstance(message, C_STORE_RQ):
            return super().write(data)
        part = memoryview(data)
        if self._refused():
            return len(part)
        self._bytes += len(part)
        self.too_large = self._bytes > self._most
        try:
            with known_disk_errors():
                if not self.too_large:
                    self._append(message, part)
        except StudyError as error:
            self.fault = error
        except OSError as error:
            self.fault = StudyError("read-only", str(error.strerror))
        except Exception:  # the command that announced it may hold anything
            self.broken = True
        if self._refused():
            self.discard()
        return len(part)

    def _refused(self) -> bool:
        return self.too_large or self.broken or self.fault is not None

    def _append(self, message: C_STORE_RQ, part: memoryview) -> None:
        if self._bytes - self._looked >= _LOOK_EVERY:
            self._looked = self._bytes
            self.path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
            if shutil.disk_usage(self.path.parent).free < SPARE_BYTES:
                raise StudyError("disk-full")
        if self._file is None:
            self._file = os.fdopen(os.open(self.path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "wb")
            self._gone = weakref.finalize(self, _remove, self._file, self.path)
            self._begin(message, self._file)
        self._file.write(part)

    def _begin(self, message: C_STORE_RQ, file: BinaryIO) -> None:
        association = self._association()
        accepted = association.accepted_contexts if association is not None else []
        syntax = next(one.transfer_syntax[0] for one in accepted if one.context_id == message.context_id)
        command = message.command_set
        meta = DicomBytesIO()
        write_file_meta_info(
            meta,
            create_file_meta(
                sop_class_uid=command.AffectedSOPClassUID,
                sop_instance_uid=command.AffectedSOPInstanceUID,
                transfer_syntax=syntax,
            ),
        )
        file.write(bytes(128) + b"DICM" + meta.getvalue())

    def close_file(self) -> None:
        """Bring what came to the disk, so that it can be read and moved.

        Raises:
            StudyError: "disk-full" or "read-only".
        """
        if self._file is not None and not self._file.closed:
            with known_disk_errors():
                self._file.flush()
                os.fsync(self._file.fileno())
                self._file.close()

    def land(self, path: Path) -> None:
        """Move it to where it belongs.

        Raises:
            StudyError: "disk-full" or "read-only".
        """
        with known_disk_errors():
            path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
            self.path.replace(path)

    def discard(self) -> None:
        """Remove the file, unless it has landed."""
        self._gone()


class Landing(DIMSEServiceProvider):
    """Reads the messages of an association, objects into a folder."""

    def __init__(self, association: Association, folder: Path, most: int) -> None:
        super().__init__(association)
        self._folder, self._most = folder, most

    def receive_primitive(self, primitive: P_DATA) -> None:
        """Take a part of a message."""
        if self.message is None:
            self.message = DIMSEMessage()
            self.message.data_set = Arriving(self.message, self.assoc, self._folder, self._most)
        super().receive_primitive(primitive)

    def leave(self) -> None:
        """Remove what has come of an object whose sender has gone."""
        message = self.message
        if message is not None and isinstance(message.data_set, Arriving):
            message.data_set.discard()


def _nothing_to_remove() -> None:
    pass


def _remove(file: BinaryIO, path: Path) -> None:
    with suppress(OSError):
        file.close()
    with suppress(OSError):
        path.unlink()
