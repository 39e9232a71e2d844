"""An object goes to the disk while it arrives: of however large a one the memory holds one part of a message at a time.

pynetdicom can do so too, but for all associations of a process, into the system's folder for temporary files, without a
bound, and dies of a full disk; here each association has its own folder, and its sender is told what was wrong.
Source: DICOM PS3.7, 9.1.1 and 9.3.1 (C-STORE); PS3.10, 7.1 (what stands before the data set in a file).
"""

import weakref
from io import BytesIO
from pathlib import Path
from typing import TYPE_CHECKING

from pydicom.filebase import DicomBytesIO
from pydicom.filewriter import write_file_meta_info
from pynetdicom.association import Association
from pynetdicom.dimse import DIMSEServiceProvider
from pynetdicom.dimse_messages import C_STORE_RQ, DIMSEMessage
from pynetdicom.dsutils import create_file_meta
from pynetdicom.pdu_primitives import P_DATA

from fets_desktop.dicom.network.growing import Growing
from fets_desktop.study.errors import StudyError

if TYPE_CHECKING:
    from typing_extensions import Buffer


class Arriving(BytesIO):
    """The data set of a message while it arrives; that of a C-STORE is a file, every other stays in memory.

    Attributes:
        file: Where it goes, DICOM with its meta information.
        broken: Whether nobody had agreed on how it comes.
        fault: What of the disk kept it from being written.
    """

    def __init__(self, message: DIMSEMessage, association: Association, folder: Path, most: int) -> None:
        super().__init__()
        self._message, self._association = weakref.ref(message), weakref.ref(association)
        self.file = Growing(folder, most)
        self.broken = False
        self.fault: StudyError | None = None

    def write(self, data: "Buffer") -> int:
        """Take the next part; nothing that goes wrong here is raised, for the reader of the connection would die."""
        message = self._message()
        if not isinstance(message, C_STORE_RQ):
            return super().write(data)
        part = memoryview(data)
        if self.broken or self.fault is not None:
            return len(part)
        try:
            if not self.file.size:
                self.file.add(self._beginning(message))
            self.file.add(part)
        except StudyError as error:
            self.fault = error
        except Exception:  # the command that announced it may hold anything
            self.broken = True
            self.file.discard()
        return len(part)

    def _beginning(self, message: C_STORE_RQ) -> bytes:
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
        return bytes(128) + b"DICM" + meta.getvalue()


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
            message.data_set.file.discard()
