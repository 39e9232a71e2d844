"""Who a patient truly is: what the headers said, held apart from everything else and encrypted at rest.

Nothing of this ever reaches a log, an error, a file name, an audit row or a message; `repr` gives nothing away.
"""

from dataclasses import dataclass, field, fields
from enum import StrEnum


class Verdict(StrEnum):
    """What a person said on the people under one patient id."""

    ONE = "one"
    """One patient, whatever the headers say."""
    PEOPLE = "two"
    """Different patients, told apart by name, birth date and sex."""
    STUDIES = "studies"
    """Each examination is a patient of its own."""


@dataclass(frozen=True)
class TrueStudy:
    """What tells one examination from another at its hospital.

    Attributes:
        uid: Study Instance UID.
        date: Study Date as in the header, YYYYMMDD.
        time: Study Time as in the header.
        accession: Accession Number.
        number: Study ID.
        physician: Referring Physician's Name.
        description: Study Description.
    """

    uid: str = field(default="", repr=False)
    date: str = field(default="", repr=False)
    time: str = field(default="", repr=False)
    accession: str = field(default="", repr=False)
    number: str = field(default="", repr=False)
    physician: str = field(default="", repr=False)
    description: str = field(default="", repr=False)


@dataclass(frozen=True)
class SourceIdentity:
    """The true identity behind a pseudonym.

    Attributes:
        patient_id: Patient ID.
        patient_name: Patient's Name as DICOM writes it, "Family^Given".
        birth_date: YYYYMMDD, "" if the header has none.
        sex: Patient's Sex as in the header.
        issuer: Issuer of Patient ID.
        studies: The examinations, by their pseudonymous Study Instance UID.
        uids: The true UID of every pseudonymous one.
        others: Further words of the headers or file names that tell who it is: other ids and names, as they stand.
    """

    patient_id: str = field(default="", repr=False)
    patient_name: str = field(default="", repr=False)
    birth_date: str = field(default="", repr=False)
    sex: str = field(default="", repr=False)
    issuer: str = field(default="", repr=False)
    studies: dict[str, TrueStudy] = field(default_factory=dict, repr=False)
    uids: dict[str, str] = field(default_factory=dict, repr=False)
    others: tuple[str, ...] = field(default=(), repr=False)

    def joined(self, later: "SourceIdentity") -> "SourceIdentity":
        """Return what both know of one patient; where they differ the later word counts, and the earlier is kept."""
        mine = {f.name: getattr(self, f.name) for f in fields(self)}
        theirs = {f.name: getattr(later, f.name) for f in fields(later)}
        plain = {
            name: theirs[name] or mine[name] for name in ("patient_id", "patient_name", "birth_date", "sex", "issuer")
        }
        displaced = [mine[name] for name in ("patient_id", "patient_name") if mine[name] not in ("", plain[name])]
        others = tuple(dict.fromkeys([*self.others, *later.others, *displaced]))
        return SourceIdentity(
            **plain, studies={**self.studies, **later.studies}, uids={**self.uids, **later.uids}, others=others
        )
