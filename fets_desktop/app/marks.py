"""What the next import knows patients again by: keyed digests of who they are, their key kept apart from them.

Unlike the table of patients they say nothing by themselves: they can only be compared with somebody. They are kept
wherever a secret can be kept, with a table or without.
"""

import hashlib
from collections.abc import Iterable
from typing import Any

from fets_desktop.app.keyring_ import Keeping, Secrets
from fets_desktop.store.sealed import new_key
from fets_desktop.store.workspace import Workspace
from fets_desktop.study.errors import StudyError

_SETTING, _KEY_NAME = "import.marks", "marks"


class Marks:
    """Keeps the marks of imported patients."""

    def __init__(self, workspace: Workspace, secrets: Secrets) -> None:
        self._workspace = workspace
        self._secrets = secrets

    def for_the_scan(self) -> dict[str, Any]:
        """Return what a scan compares with, for the worker's pipe alone."""
        key, closed = self._key()
        kept = self._kept()
        if key and kept["key"] != _name_of(key):
            kept = _nothing()  # made with a key that is lost: they can never be compared again
        cases = self._workspace.cases()
        return {
            "key": key.hex(),
            "closed": closed,
            "marks": kept["patients"],
            "patients": [case.patient for case in cases],
            "series": [series.id for case in cases for series in case.series if series.sha256],
        }

    def add(self, fresh: Iterable[dict[str, Any]]) -> None:
        """Keep the marks that a scan made of the patients it found."""
        key, _ = self._key()
        marks = list(fresh)
        if not key or not marks:
            return
        kept = self._kept()
        if kept["key"] != _name_of(key):
            kept = _nothing()
        patients = {name: list(some) for name, some in kept["patients"].items()}
        for mark in marks:
            known = patients.setdefault(mark["patient"], [])
            if mark not in known:
                known.append(mark)
        new = {"key": _name_of(key), "patients": patients}
        if new != kept:
            with self._workspace.change("program", "patients marked", "import", {"patients": len(patients)}) as change:
                change.put_setting(_SETTING, new)

    def forget(self, patient: str) -> None:
        """Take the marks of a patient away: the next import does not know them again."""
        kept = self._kept()
        if patient in kept["patients"]:
            left = {name: marks for name, marks in kept["patients"].items() if name != patient}
            with self._workspace.change(
                "person", "patient's marks removed", "import", {"patients": len(left)}
            ) as change:
                change.put_setting(_SETTING, {**kept, "patients": left})

    def _kept(self) -> dict[str, Any]:
        return dict(self._workspace.settings().get(_SETTING, _nothing()))

    def _key(self) -> tuple[bytes, bool]:
        """Return the key, b"" where it cannot be had, and whether it is only locked away."""
        if self._secrets.keeping is Keeping.NOWHERE:
            return b"", False
        try:
            key = self._secrets.get(_KEY_NAME)
            if key is None:
                key = new_key()
                self._secrets.put(_KEY_NAME, key)  # first the key, then what is made with it
        except StudyError:
            return b"", True
        return key, False


def _nothing() -> dict[str, Any]:
    return {"key": "", "patients": {}}


def _name_of(key: bytes) -> str:
    """Return which key it is, without saying it."""
    return f"k{hashlib.blake2b(key, person=b'name of key', digest_size=8).hexdigest()}"
