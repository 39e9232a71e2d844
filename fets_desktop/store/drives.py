"""Which kind of drive a folder lies on: records on a network drive can be damaged by its broken locks.

Source: proc_pid_mounts(5) for the table; SQLite "How To Corrupt An SQLite Database File", section 2.1.
"""

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from pathlib import Path

from fets_desktop.study.errors import StudyError

_TABLE = Path("/proc/self/mounts")
# fmt: off
_NETWORK = frozenset((
    "9p", "afs", "beegfs", "ceph", "cifs", "davfs", "fuse.ceph", "fuse.cifs", "fuse.davfs2", "fuse.glusterfs",
    "fuse.gvfsd-fuse", "fuse.rclone", "fuse.s3fs", "fuse.sshfs", "glusterfs", "gpfs", "lustre", "ncpfs", "nfs",
    "nfs4", "pvfs2", "smb2", "smb3", "smbfs", "webdav",
))
# fmt: on


@dataclass(frozen=True)
class Mount:
    """One line of the table of mounted drives.

    Attributes:
        point: The folder where the drive begins.
        kind: The name of its file system ("ext4", "nfs4", "fuse.sshfs").
    """

    point: Path
    kind: str


Mounts = Callable[[], Iterable[Mount]]


def read_mounts() -> list[Mount]:
    """Return what is mounted, in mounting order; nothing where the system has no such table."""
    if not _TABLE.exists():
        return []
    return parse_mounts(_TABLE.read_text(encoding="utf-8", errors="surrogateescape"))


def parse_mounts(table: str) -> list[Mount]:
    """Read the text of a table of mounts, in which blanks within names are written in octal."""
    fields = (line.split(" ") for line in table.splitlines())
    return [Mount(Path(_unescape(f[1])), f[2]) for f in fields if len(f) > 2]


def _unescape(text: str) -> str:
    return re.sub(r"\\([0-7]{3})", lambda match: chr(int(match[1], 8)), text)


def drive_kind(folder: Path, mounts: Mounts = read_mounts) -> str:
    """Return the name of the file system a folder lies on, "" if unknown; the folder need not exist yet."""
    place = folder.resolve()
    kind, depth = "", -1
    for mount in mounts():
        here = len(mount.point.parts)
        # a later mount on the same folder hides the earlier one
        if here >= depth and place.is_relative_to(mount.point):
            kind, depth = mount.kind, here
    return kind


def refuse_network_drive(folder: Path, mounts: Mounts = read_mounts) -> None:
    """Let a folder on a disk of this computer pass.

    Raises:
        StudyError: "network-drive".
    """
    kind = drive_kind(folder, mounts)
    if kind in _NETWORK:
        raise StudyError("network-drive", f"The folder lies on a drive of the kind {kind}.")
