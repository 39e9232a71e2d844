"""Whose names a split from elsewhere holds: cases are called otherwise here, by keyed pseudonyms."""

from collections import defaultdict
from collections.abc import Iterable
from pathlib import Path

from fets_desktop.study.case import Case
from fets_desktop.study.pseudonym import case_name, is_consortium_name, listed_patient, named_patient, patient_name

_KEY = "pseudonym.key"


class Known:
    """Finds cases by what a split of FeTS calls them.

    Args:
        cases: Of this workspace.
        folder: Of the workspace; its secret tells what a name would have become at import.
    """

    def __init__(self, cases: Iterable[Case], folder: Path) -> None:
        key = folder / _KEY
        self._salt = key.read_bytes() if key.is_file() else b""
        self._cases: dict[str, list[str]] = defaultdict(list)
        for case in cases:
            for name in {case.id, case.patient}:
                self._cases[name].append(case.id)

    def cases_of(self, name: str) -> list[str]:
        """Return the cases that a name means, none if nobody knows it: all of a patient's, or the one."""
        return next((self._cases[one] for one in (name, *self._pseudonyms(name)) if one in self._cases), [])

    def _pseudonyms(self, name: str) -> list[str]:
        if not self._salt:
            return []
        found = []
        if is_consortium_name(name):
            patient, visit = named_patient(name)
            pseudonym = patient_name(self._salt, patient)
            found.append(case_name(self._salt, pseudonym, patient, visit))
        return [*found, patient_name(self._salt, listed_patient(name))]
