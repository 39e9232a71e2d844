"""A workspace: one folder on a disk of this computer that holds what a site has, owned by one program at a time."""

import hashlib
import shutil
import sqlite3
import tempfile
from collections.abc import Iterator, Mapping
from contextlib import ExitStack, contextmanager
from pathlib import Path
from types import TracebackType
from typing import Any

from fets_desktop.imaging.itk_names import is_text
from fets_desktop.imaging.opening import OPENED_IMAGES, Opened, opened_through, private
from fets_desktop.store.audit import append_row
from fets_desktop.store.backup import take_snapshot
from fets_desktop.store.checking import check
from fets_desktop.store.drives import Mounts, read_mounts, refuse_network_drive
from fets_desktop.store.durable import make_private_folder
from fets_desktop.store.faults import known_faults
from fets_desktop.store.files import FileStore
from fets_desktop.store.forgetting import destroy_doomed
from fets_desktop.store.journal import EditJournal
from fets_desktop.store.layout import FACTS, FOLDERS, LOCK, holds_facts, refuse_foreign_content
from fets_desktop.store.lock import FolderLock
from fets_desktop.store.looking import Onlooker, copy_records
from fets_desktop.store.opened_images import OpenedImages
from fets_desktop.store.private_place import PrivatePlace, memory_root
from fets_desktop.store.reading import Reader
from fets_desktop.store.records import VerifyReport
from fets_desktop.store.schema import connect, migrate, read_migrations
from fets_desktop.store.sealed_lines import LineSeal
from fets_desktop.store.writing import Change
from fets_desktop.study.errors import StudyError
from fets_desktop.study.progress import Progress, silent


class Workspace(Reader):
    """The facts, files and journals of one site; made by `open`, used from one thread.

    Attributes:
        folder: Where it lies.
        files: Its immutable files.
        scratch: Where workers may write.
        logs: Where the log lies.
        only_looked_at: Whether it is only read: what is noted goes to a copy of the records, which is not kept.
    """

    def __init__(
        self, folder: Path, lock: FolderLock | Onlooker, connection: sqlite3.Connection, aside: Path | None = None
    ) -> None:
        super().__init__(connection, FileStore(folder / "files"), folder)
        self.scratch, self.logs = (aside or folder) / "scratch", (aside or folder) / "logs"
        self.only_looked_at = aside is not None
        self._aside = aside
        self._lock = lock
        self._journals: dict[Path, EditJournal] = {}
        self._opening = ExitStack()
        self._closed = False

    @classmethod
    def open(cls, folder: Path, *, create: bool = True, mounts: Mounts = read_mounts) -> "Workspace":
        """Open a workspace, bring its records up to date and keep others out of it.

        Args:
            folder: Where it lies or will lie.
            create: Whether to make it if it is not there; one whose making was cut off counts as not there.
            mounts: The drives of this computer.

        Raises:
            StudyError: "network-drive", "no-workspace", "foreign-folder", "workspace-open", "read-only", "disk-full",
                "newer-workspace" or "damaged-workspace".
        """
        folder = folder.resolve()
        if not is_text(folder):
            raise StudyError("read-only", "Its name, or that of a folder above it, is not written in UTF-8.")
        refuse_network_drive(folder, mounts)
        with known_faults(folder):
            if not create and not holds_facts(folder):
                raise StudyError("no-workspace")
            refuse_foreign_content(folder)
            make_private_folder(folder)
            lock = FolderLock(folder / LOCK)
            try:
                return cls._open_locked(folder, lock)
            except BaseException:
                lock.release()
                raise

    @classmethod
    def _open_locked(cls, folder: Path, lock: FolderLock) -> "Workspace":
        connection = connect(folder / FACTS)
        try:
            migrate(connection, read_migrations())
            for name in FOLDERS:
                make_private_folder(folder / name)
            destroy_doomed(connection, folder)
            return cls(folder, lock, connection)
        except BaseException:
            connection.close()
            raise

    @classmethod
    def look(cls, folder: Path, mounts: Mounts = read_mounts) -> "Workspace":
        """Open a workspace for reading alone, such as one that may not be written to; nothing in it is touched.

        What is noted meanwhile (a job, an audit row) is noted in a copy of the records and forgotten when it is closed.

        Args:
            folder: Where it lies.
            mounts: The drives of this computer.

        Raises:
            StudyError: As `open`.
        """
        folder = folder.resolve()
        refuse_network_drive(folder, mounts)
        with known_faults(folder):
            if not holds_facts(folder):
                raise StudyError("no-workspace")
            lock = Onlooker(folder / LOCK)
            aside = Path(tempfile.mkdtemp(prefix="fets-look-"))
            try:
                connection = connect(copy_records(folder, aside))
                migrate(connection, read_migrations())
                (aside / "scratch").mkdir(mode=0o700)
                return cls(folder, lock, connection, aside)
            except BaseException:
                lock.release()
                shutil.rmtree(aside, ignore_errors=True)
                raise

    @property
    def bench(self) -> Path:
        """Where voxels are written before they are stored: scratch, or memory where images are encrypted."""
        return private(self.scratch)

    @property
    def present(self) -> bool:
        """Whether its records are in their place: a drive may have been pulled out, a folder renamed."""
        return self.only_looked_at or holds_facts(self.folder)

    @contextmanager
    def change(
        self, actor: str, action: str, subject: str, details: Mapping[str, Any] | None = None
    ) -> Iterator[Change]:
        """Write in one transaction, together with one audit row; an exception within undoes all of it.

        Args:
            actor: A person's name, "person" or "program".
            action: What is done, in words.
            subject: What it is done to.
            details: More about it; free of patient data.

        Raises:
            StudyError: "disk-full", "read-only" or "damaged-workspace"; nothing of the change is kept.
        """
        if self._changing():
            raise RuntimeError("a change is made of one piece: finish the one before")
        with known_faults(self.folder):
            self._connection.execute("BEGIN IMMEDIATE")
        change = Change(self._connection, self.files, self.folder)
        try:
            yield change
            if change.spoiled:
                raise RuntimeError("a change of which a part failed cannot be kept")
            with known_faults(self.folder):
                append_row(self._connection, actor, action, subject, details or {})
                self._connection.execute("COMMIT")
        finally:
            # SQLite has undone it by itself where the disk was full
            if self._changing():
                self._connection.execute("ROLLBACK")

    def _changing(self) -> bool:
        return self._connection.in_transaction

    def journal(self, case: str, base: str) -> EditJournal:
        """Return the journal of the edits that started from version `base` ("" for an empty label map)."""
        return self._journal(self.folder / _journal_path(case, base))

    def _journal(self, file: Path) -> EditJournal:
        if file not in self._journals:
            self._journals[file] = EditJournal(file, self._line_seal(file), sealing=self.files.sealing)
        return self._journals[file]

    def _line_seal(self, file: Path) -> LineSeal | None:
        return None if self.files.key is None else LineSeal(self.files.key, file.name)

    def journal_paths(self, case: str) -> list[str]:
        """Return where the journals of a case lie or would lie, relative to the workspace."""
        return [_journal_path(case, base) for base in ("", *(version.id for version in self.annotations(case)))]

    def destroy_doomed(self) -> int:
        """Destroy on the disk what a change has doomed, and return how many files and folders that were.

        Raises:
            StudyError: "read-only" or "disk-full"; it is tried again when the workspace is opened next.
        """
        with known_faults(self.folder):
            destroyed = destroy_doomed(self._connection, self.folder)
        for path in destroyed:
            self._journals.pop(self.folder / path, None)
        return len(destroyed)

    def verify(self, progress: Progress = silent) -> VerifyReport:
        """Check every file's hash, the audit's chain, the records and their schema; nothing is mended."""
        journals = (EditJournal(file, self._line_seal(file)) for file in self._journal_files())
        return check(self._connection, self, journals, progress)

    def _journal_files(self) -> list[Path]:
        return sorted((self.folder / "journals").glob("*.journal"))

    # --- images that are encrypted at rest

    def open_images(self, key: bytes, *, sealing: bool, mounts: Mounts = read_mounts) -> None:
        """Open the encrypted images with their key: files are read through `imaging.opening.plain` from now on.

        Args:
            key: 256 bits.
            sealing: Whether what is written from now on is encrypted.
            mounts: The drives of this computer.

        Raises:
            StudyError: "no-private-memory" if there is no place in memory for what is opened; "disk-full".
        """
        if self.files.key is None:
            place = PrivatePlace(memory_root(mounts))
            self._opening.callback(place.close)
            opener = OpenedImages(self.folder, key, place.folder / "opened")
            self._opening.enter_context(
                opened_through(Opened(self.folder, opener.opened, self.scratch, place.folder / "scratch"))
            )
        self.files.key, self.files.sealing = key, sealing

    @property
    def images_opened(self) -> bool:
        """Whether images are encrypted here, or some still are, and this process has their key."""
        return self.files.key is not None

    def for_workers(self) -> dict[str, Any]:
        """Return what a worker needs to read the images, for its order alone: it is written down nowhere."""
        if self.files.key is None:
            return {}
        told = {"folder": str(self.folder), "scratch": str(self.scratch), "key": self.files.key.hex()}
        return {OPENED_IMAGES: told}

    def convert_journals(self) -> None:
        """Write every journal as new edits are written, encrypted or open.

        Raises:
            StudyError: "disk-full", "read-only", or "damaged-workspace" if one cannot be read; it is as before then.
        """
        folder = self.folder / "journals"
        for part in folder.glob(".*.part"):
            part.unlink()
        for aside in folder.glob("*.damaged-*"):
            self.files.convert(aside)
        # those that hold no edit yet are to write so, too
        for file in sorted({*self._journals, *self._journal_files()}):
            if (seal := self._line_seal(file)) is not None:
                self._journal(file).convert(seal, sealing=self.files.sealing)

    def close_images(self) -> None:
        """Let go of the key, and of what was opened in memory; for a workspace whose images are encrypted no more."""
        self._opening.close()
        self.files.key, self.files.sealing = None, False

    def snapshot(self, to: Path) -> list[str]:
        """Copy what changes in it, as it stands now, to a folder, and return where its stored files lie.

        Raises:
            StudyError: "disk-full", "read-only" or "damaged-workspace".
        """
        with known_faults(self.folder):
            return take_snapshot(self._connection, self.folder, to)

    def close(self) -> None:
        """Let go of the workspace; a second call does nothing."""
        if self._closed:
            return
        self._closed = True
        self._opening.close()
        try:
            self._connection.close()
        finally:
            self._lock.release()
            if self._aside is not None:
                shutil.rmtree(self._aside, ignore_errors=True)

    def __enter__(self) -> "Workspace":
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()


def _journal_path(case: str, base: str) -> str:
    name = hashlib.sha256(f"{case}\0{base}".encode()).hexdigest()[:32]
    return f"journals/{name}.journal"
