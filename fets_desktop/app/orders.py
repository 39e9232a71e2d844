"""Private files of an import: where the images lie, what was read of them, what was unpacked.

Paths and headers may name a patient. They are handed to a worker in files that only this person's account may read, in
the workspace's scratch, and are removed as soon as nobody waits for them.
"""

import json
import secrets
import shutil
import time
from collections.abc import Collection, Iterable, Sequence
from pathlib import Path
from typing import Any

from fets_desktop.imaging.disk import known_disk_errors, write_whole

_STALE_S = 24 * 3600.0
"""A scan that was stopped may be taken up again for a day."""


class Orders:
    """Keeps the private files of imports.

    Args:
        scratch: The workspace's folder for workers.
    """

    def __init__(self, scratch: Path) -> None:
        self._inbox = scratch / "inbox"
        self._sources = scratch / "sources"
        self._scratch = scratch.resolve()

    def give(self, content: dict[str, Any], waiting: Collection[str]) -> Path:
        """Write an order; one of the same content that was stopped is taken up with what it has read already.

        Args:
            content: What the scan needs, at least `paths`.
            waiting: Names of the order files whose scans are under way; all others are cleared away.
        """
        found = None
        for file in sorted(self._inbox.glob("*.json")):
            if str(file) in waiting:
                continue
            if found is None and json.loads(file.read_text(encoding="utf-8")) == content:
                found = file
            else:
                self.end(file)
        return found or self._write(self._inbox, "order", content)

    def clear_stale(self, waiting: Collection[str]) -> None:
        """Remove what scans left that were stopped more than a day ago."""
        for file in self._inbox.glob("*.json"):
            if str(file) not in waiting and time.time() - file.stat().st_mtime > _STALE_S:
                self.end(file)

    def end(self, order: Path) -> None:
        """Remove an order with all that belongs to it alone."""
        order.unlink(missing_ok=True)
        order.with_suffix(".headers").unlink(missing_ok=True)
        self._release([str(order.with_suffix(".unpacked"))])

    def private_folders(self, order: Path) -> list[str]:
        """Return the folders that a scan's cases come from and that are removed after their conversion."""
        content = json.loads(order.read_text(encoding="utf-8")) if order.exists() else {}
        folders = [order.with_suffix(".unpacked")] if order.with_suffix(".unpacked").is_dir() else []
        if content.get("remove"):
            folders += [path for text in content["paths"] if (path := Path(text)).is_relative_to(self._scratch)]
        return [str(folder) for folder in folders]

    def finish(self, order: Path) -> None:
        """Remove an order whose scan is done; folders stay while a conversion waits for them."""
        folders = self.private_folders(order)
        self.end(order)
        self._release(folders)

    def put_sources(self, case: str, scanned: dict[str, Any]) -> Path:
        """Write what a conversion needs, together with what earlier imports of the case still wait for."""
        waiting = sorted(self._sources.glob(f"{case}.*.json"))
        earlier = [json.loads(file.read_text(encoding="utf-8")) for file in waiting]
        series = {s["id"]: s for content in [*earlier, scanned] for s in content["series"]}
        private = {folder for content in [*earlier, scanned] for folder in content.get("private", ())}
        file = self._write(self._sources, case, {**scanned, "series": [*series.values()], "private": sorted(private)})
        for old in waiting:
            old.unlink()
        return file

    def waiting_sources(self, case: str) -> Path | None:
        """Return what a conversion that was stopped or failed has left to be taken up again, None if nothing."""
        return next(iter(sorted(self._sources.glob(f"{case}.*.json"))), None)

    def converted(self, sources: Path) -> None:
        """Remove what a conversion needed, and its private folders if nobody else waits for them."""
        if not sources.exists():
            return
        private = json.loads(sources.read_text(encoding="utf-8")).get("private", ())
        sources.unlink()
        self._release(private)

    def _release(self, folders: Iterable[str]) -> None:
        wanted = [folder for folder in folders if Path(folder).exists()]
        if not wanted:
            return
        # file by file: with hundreds of cases of one archive the first that waits answers
        waiting = [*self._sources.glob("*.json"), *self._inbox.glob("*.json")]
        for folder in wanted:
            mark = json.dumps(folder)
            if not any(mark in file.read_text(encoding="utf-8") for file in waiting):
                self._remove(Path(folder))

    def _remove(self, path: Path) -> None:
        """Remove a folder of ours; what lies outside of scratch is a person's own and stays."""
        if path.resolve().is_relative_to(self._scratch) and path.resolve() != self._scratch:
            shutil.rmtree(path, ignore_errors=True)
            path.unlink(missing_ok=True)

    def _write(self, folder: Path, name: str, content: object) -> Path:
        with known_disk_errors():
            folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        order = write_whole(folder / f"{name}.{secrets.token_hex(6)}.json", json.dumps(content).encode())
        order.chmod(0o600)
        return order


def as_texts(paths: Sequence[Path]) -> list[str]:
    """Return whole paths as texts."""
    return [str(path.resolve()) for path in paths]
