"""Images encrypted at rest: turned on and off for a workspace, their key, and the file that brings a lost key back.

Both ways are three parts: `begin` notes what is wanted, `convert` writes every stored file anew (in any thread, and
again after whatever cut it off), `end` does the journals and notes that it is through. In between files of both kinds
lie side by side, each tells what it is, and everything can be read.
"""

import hashlib
import json
import logging
import shutil
from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path

from fets_desktop.app.keyring_ import Keeping, Secrets, refuse_short
from fets_desktop.imaging.disk import known_disk_errors
from fets_desktop.store.private_place import clear_left, memory_root
from fets_desktop.store.sealed import Damaged, WrongKey, new_key, read_under_passphrase, write_under_passphrase
from fets_desktop.store.sealed_images import is_sealed
from fets_desktop.store.workspace import Workspace
from fets_desktop.study.errors import StudyError
from fets_desktop.study.progress import Progress, silent

_SETTING = "images.encryption"
_FIRST_PLACE = "images"
"""Under this name the key was kept before copies of a workspace were thought of."""
_WHAT = "key to the images of a FeTS Desktop workspace"
_VOXELS = (
    *("jobs", "prepare", "pacs/send", "simulations/*/cases", "simulations/*/bench"),
    *("training/*/cases", "federation/*/cases", "evaluations/scores/*.nii.gz"),
)
"""Where images lie in scratch once no job is at work; what has not been imported yet waits elsewhere, as it came."""

logger = logging.getLogger(__name__)


class Sealing(StrEnum):
    """How a workspace's images are kept."""

    OFF = "off"
    TURNING_ON = "turning on"
    ON = "on"
    TURNING_OFF = "turning off"


@dataclass(frozen=True)
class SealingStatus:
    """How many files are encrypted.

    Attributes:
        state: What is wanted, and whether it is through.
        encrypted: Files that hold images and are encrypted.
        open: Those that are not.
    """

    state: Sealing
    encrypted: int
    open: int


class Encryption:
    """Turns encryption on and off.

    Args:
        workspace: Whose images.
        secrets: Where their key is kept.
        busy: Whether a job is at work.
    """

    def __init__(self, workspace: Workspace, secrets: Secrets, busy: Callable[[], bool] = lambda: False) -> None:
        self._workspace = workspace
        self._secrets = secrets
        self._busy = busy

    @property
    def state(self) -> Sealing:
        """What is wanted, and whether it is through."""
        return Sealing(self._noted().get("state", Sealing.OFF))

    @property
    def keeping(self) -> Keeping:
        """Where the key is kept, or would be kept now."""
        return self._secrets.keeping

    def _noted(self) -> dict[str, str]:
        return dict(self._workspace.settings().get(_SETTING, {}))

    def open(self) -> None:
        """Open the images of a workspace that has been opened, if they are encrypted.

        Raises:
            StudyError: "lost-image-key"; "locked-secrets", "wrong-passphrase" or "damaged-vault" of what keeps the key;
                "no-private-memory".
        """
        if self.state is not Sealing.OFF:
            self._workspace.files.closed = True
            clear_left(memory_root())  # also where the key cannot be had any more
            sealing = self.state in (Sealing.TURNING_ON, Sealing.ON)
            self._workspace.open_images(self._kept_key(), sealing=sealing)
            self._workspace.files.closed = False

    def _kept_key(self) -> bytes:
        """Return the key that was made for this workspace."""
        key = self._found_key()
        if key is None:
            raise StudyError("lost-image-key", "It is not where it was kept.")
        return key

    def _found_key(self) -> bytes | None:
        """Return the key that was made for this workspace; None if there was none yet, or it is not there any more."""
        name = self._noted().get("key", "")
        try:
            kept = [self._secrets.get(place) for place in (_place_of(name), _FIRST_PLACE)] if name else []
        except StudyError as error:
            if error.code == "lost-key":
                raise StudyError("lost-image-key", error.detail) from error
            raise
        return next((key for key in kept if key is not None and _name_of(key) == name), None)

    def make_key(self) -> bytes:
        """Make and keep the key, unless there is one: that of earlier, with which backups may still be encrypted.

        Raises:
            StudyError: "locked-secrets" if there is no place for it or that is closed, "lost-image-key",
                "no-private-memory", "read-only" or "disk-full".
        """
        if self._workspace.only_looked_at:
            raise StudyError("read-only")
        memory_root()
        if self.state is not Sealing.OFF:
            return self._kept_key()
        key = self._found_key()
        if key is None:
            key = new_key()
            self._secrets.put(_place_of(_name_of(key)), key)
            self._note(Sealing.OFF, key, "key to the images made")
        self._keep(key)
        return key

    def _keep(self, key: bytes) -> None:
        """Keep the key unless it is kept: nothing is encrypted with what cannot be found again."""
        if self._found_key() != key:
            self._secrets.put(_place_of(_name_of(key)), key)
        if self._found_key() != key:
            raise StudyError("lost-image-key", "It could not be kept.")

    def begin(self, wanted: bool) -> None:
        """Note that images are to be encrypted from now on, or open; make and keep their key first.

        Raises:
            StudyError: "images-busy" while a job is at work; as `make_key`.
        """
        if self._busy():
            raise StudyError("images-busy", "Wait for the jobs under way, or cancel them.")
        key = self.make_key()
        state = Sealing.TURNING_ON if wanted else Sealing.TURNING_OFF
        self._note(state, key, f"images begin to be {'encrypted' if wanted else 'decrypted'}")
        self._workspace.open_images(key, sealing=wanted)

    def convert(self, progress: Progress = silent) -> list[str]:
        """Write every stored file anew that is not yet as it is to be; touches no records.

        Returns:
            In words, what was damaged before: it stays as it is.

        Raises:
            StudyError: "disk-full" or "read-only"; begun again it goes on.
            Cancelled: Through `progress`; begun again it goes on.
        """
        files = self._workspace.files
        faults, images = [], files.images()
        for number, path in enumerate(images):
            progress(number / len(images), f"File {number + 1} of {len(images)}")
            try:
                files.convert(path)
            except StudyError as error:
                if error.code != "damaged-workspace":
                    raise
                faults.append(error.detail)
            except FileNotFoundError:
                continue  # forgotten meanwhile
        progress(1.0, "")
        return faults

    def end(self) -> None:
        """Write the journals anew, clear away what lies open in scratch, and note that it is through.

        Raises:
            StudyError: "damaged-workspace" if a journal cannot be read, "images-busy", "disk-full" or "read-only",
                "lost-image-key" if the key was lost meanwhile and cannot be kept again; it is not through then, and
                begun again it goes on.
        """
        wanted = self.state is Sealing.TURNING_ON
        if not wanted and self._busy():
            raise StudyError("images-busy", "A job has begun meanwhile; wait for it, then go on.")
        self._workspace.convert_journals()
        if wanted:
            self._clear_scratch()
        key = self._workspace.files.key or self._kept_key()
        if wanted:
            self._keep(key)
        words = "images encrypted" if wanted else "images decrypted"
        self._note(Sealing.ON if wanted else Sealing.OFF, key, words)
        if not wanted:
            self._workspace.close_images()
        logger.info(words)

    def _clear_scratch(self) -> None:
        with known_disk_errors():
            for pattern in _VOXELS:
                for left in self._workspace.scratch.glob(pattern):
                    shutil.rmtree(left) if left.is_dir() else left.unlink()

    def _note(self, state: Sealing, key: bytes, words: str) -> None:
        with self._workspace.change("person", words, "workspace") as change:
            change.put_setting(_SETTING, {"state": state.value, "key": _name_of(key)})

    def status(self) -> SealingStatus:
        """Count the files that are encrypted, and those that are not.

        Raises:
            StudyError: "read-only" if one may not be read.
        """
        with known_disk_errors():
            sealed = [is_sealed(path) for path in self._workspace.files.images()]
        return SealingStatus(self.state, sum(sealed), len(sealed) - sum(sealed))

    def write_recovery(self, file: Path, passphrase: str) -> None:
        """Write a small file that brings the key back on any computer, under a passphrase of its own.

        Args:
            file: Where to; outside of the workspace, for it must not be lost or stolen with it.
            passphrase: What opens it.

        Raises:
            StudyError: "wrong-usage" if the passphrase is too short or the file lies in the workspace, "lost-image-key"
                if there is no key yet, "disk-full" or "read-only".
        """
        refuse_short(passphrase)
        file = file.expanduser().resolve()
        if file.is_relative_to(self._workspace.folder):
            raise StudyError("wrong-usage", "A recovery file must not lie in the workspace: it opens the images there.")
        key = self._kept_key()
        write_under_passphrase(file, passphrase, json.dumps({"what": _WHAT, "key": key.hex()}).encode())
        with self._workspace.change("person", "recovery file of the images written", "workspace"):
            pass  # the audit row is all there is to record

    def recover(self, file: Path, passphrase: str) -> None:
        """Bring the key back from a recovery file, and keep it here.

        Raises:
            StudyError: "wrong-passphrase", "lost-image-key" if it is no recovery file or that of another workspace,
                "locked-secrets", "disk-full" or "read-only".
        """
        key = _key_in(file.expanduser(), passphrase)
        if _name_of(key) != self._noted().get("key", ""):
            raise StudyError("lost-image-key", "The recovery file is of another workspace.")
        self._secrets.put(_place_of(_name_of(key)), key)
        with self._workspace.change("person", "key to the images brought back", "workspace"):
            pass  # the audit row is all there is to record


def bring_key_back(folder: Path, file: Path, passphrase: str) -> None:
    """Bring the key of a workspace's images back, which does not open without it.

    Args:
        folder: The workspace's.
        file: The recovery file.
        passphrase: Of the recovery file; it becomes that of the workspace where secrets need one and have none yet.

    Raises:
        StudyError: As `Encryption.recover` and `Workspace.open`.
    """
    with Workspace.open(folder, create=False) as workspace:
        secrets = Secrets(workspace)
        if secrets.keeping is Keeping.NOWHERE or secrets.locked:
            secrets.unlock(passphrase)
        Encryption(workspace, secrets).recover(file, passphrase)


def _key_in(file: Path, passphrase: str) -> bytes:
    try:
        told = json.loads(read_under_passphrase(file, passphrase))
        if told["what"] == _WHAT:
            return bytes.fromhex(told["key"])
    except WrongKey:
        raise StudyError("wrong-passphrase", "The recovery file opens with another.") from None
    except (Damaged, OSError, ValueError, KeyError, TypeError):
        pass
    raise StudyError("lost-image-key", "This is no recovery file, or it is damaged.")


def _place_of(name: str) -> str:
    """Return under which name a key is kept: copies of a workspace share a keyring, and each may have another key."""
    return f"images {name}"


def _name_of(key: bytes) -> str:
    """Return what tells one key from another and says nothing about it."""
    return hashlib.sha256(b"which key this is" + key).hexdigest()[:16]
