"""What earlier imports left to know their patients again by: keyed digests that say nothing without their key.

The key is not the workspace's: it lies where the workspace's secrets lie, in the keyring or under a passphrase. Whoever
holds both can try names and birth dates against the digests; whoever has the workspace alone cannot.
"""

import hashlib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from fets_desktop.dicom.found import Mark
from fets_desktop.dicom.person import Person

_DIGEST_BYTES = 16


@dataclass(frozen=True)
class Earlier:
    """The patients of earlier imports.

    Attributes:
        key: The secret behind the digests, b"" where it cannot be had.
        marks: Who earlier imports said a patient is, by pseudonym.
        patients: The pseudonyms of all patients that are here.
        series: The pseudonyms of all series that are here.
        lines: The pseudonyms whom only lines before in the same list brought.
        closed: Whether the key is only locked away: a person could open it.
    """

    key: bytes = field(default=b"", repr=False)
    marks: Mapping[str, tuple[Mark, ...]] = field(default_factory=dict, repr=False)
    patients: frozenset[str] = frozenset()
    series: frozenset[str] = frozenset()
    lines: frozenset[str] = frozenset()
    closed: bool = False

    def people(self, patient: str) -> list[Person]:
        """Return whom a pseudonym stood for, their words sealed as `sealed` does."""
        return [mark.person for mark in self.marks.get(patient, ())] if self.key else []

    def sealed(self, person: Person, patient: str) -> Person:
        """Return a person every word of whom is a digest, bound to the patient: whoever agreed agrees still.

        Without a key, and without anybody to be compared with, the person as it is.
        """
        if not self.key:
            return person

        def words(text: str) -> str:
            return " ".join(sorted(self._digest(patient, word) for word in text.split()))

        return Person(words(person.name), words(person.written), words(person.birth_date), words(person.sex))

    def mark(self, person: Person, patient: str) -> Mark | None:
        """Return what later imports know this person again by; None where nothing is said or there is no key."""
        if not self.key or not (person.anyhow or person.birth_date):
            return None
        whole = self._digest("", "|".join((person.anyhow, person.birth_date, person.sex))) if person.known() else ""
        return Mark(patient, self.sealed(person, patient), whole)

    def namesakes(self, marks: Iterable[Mark]) -> list[tuple[str, ...]]:
        """Return groups of patients, here or on their way, who have the same name, birth date and sex."""
        fresh = list(marks)
        groups: dict[str, set[str]] = {mark.whole: set() for mark in fresh if mark.whole}
        for mark in (*fresh, *(known for one in self.marks.values() for known in one)):
            if mark.whole in groups:
                groups[mark.whole].add(mark.patient)
        return [tuple(sorted(group)) for group in groups.values() if len(group) > 1]

    def _digest(self, bound_to: str, word: str) -> str:
        text = f"{bound_to}\n{word}".encode("utf-8", "surrogatepass")
        # a letter first, so that no digest looks like a long number
        return f"m{hashlib.blake2b(text, key=self.key[:64], person=b'mark', digest_size=_DIGEST_BYTES).hexdigest()}"
