"""Whether a patient's id always means the same person: two people under one id are never merged silently.

Scanners and archives mix people up: an id typed twice, "0" for every emergency, one person registered under two ids.
Names are compared without capitals, accents, order and punctuation, so that "MÜLLER^HANS" and "Muller, Hans" are one.
Of a name in two scripts the one it is written in counts: many Japanese and Chinese names only sound alike.
"""

import datetime
import hashlib
import re
import unicodedata
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from types import MappingProxyType

from fets_desktop.dicom.found import Fault, SetAside
from fets_desktop.dicom.header import Header
from fets_desktop.dicom.pseudonym import patient_name
from fets_desktop.dicom.wishes import ONE_PATIENT, TWO_PATIENTS

_IDEOGRAPH = re.compile(r"[\u3400-\u9fff\uf900-\ufaff]")


@dataclass(frozen=True)
class Person:
    """Who a header says it is; "" where it does not say.

    Attributes:
        name: In letters.
        written: In ideographs. Source: DICOM PS3.5, 6.2.1.2 (component groups of a person name).
        birth_date: As YYYYMMDD.
        sex: "M" or "F".
    """

    name: str
    written: str
    birth_date: str
    sex: str

    def agrees(self, other: "Person") -> bool:
        """Tell whether both may be the same person: whatever both say is the same."""
        pairs = ((self.birth_date, other.birth_date), (self.sex, other.sex))
        return all(not a or not b or a == b for a, b in pairs) and self._bears_name_of(other)

    def _bears_name_of(self, other: "Person") -> bool:
        if self.written and other.written:
            return _same_name(self.written, other.written)
        if self.name and other.name:
            return _same_name(self.name, other.name)
        # one in letters only and one in ideographs only: nobody can tell, so a person is asked
        return not (self.anyhow and other.anyhow)

    @property
    def anyhow(self) -> str:
        """The name in whatever script it stands."""
        return self.written or self.name

    def known(self) -> bool:
        """Tell whether name and birth date are both said."""
        return bool(self.anyhow and self.birth_date)

    @property
    def key(self) -> str:
        """All of it in one line."""
        return "|".join((self.name, self.birth_date, self.sex, self.written))


def person_of(header: Header) -> Person:
    """Return who a header says it is."""
    return _person(header.name, header.birth_date, header.sex)


@lru_cache(4096)
def _person(name: str, birth_date: str, sex: str) -> Person:
    birth = re.sub(r"\D", "", birth_date)[:8]
    letters, ideographs = [*name.split("="), "", ""][:2]
    if _IDEOGRAPH.search(letters):
        # scanners that know no second group put the name into the first
        letters, ideographs = "", ideographs.strip("^ ") or letters
    return Person(
        plain_name(letters),
        plain_name(ideographs),
        birth if len(birth) == 8 else "",
        sex[:1] if sex[:1] in ("M", "F") else "",
    )


def plain_name(name: str) -> str:
    """Return a name's words in order of the alphabet, without accents and capitals; of several scripts the first."""
    first = next((group for group in name.split("=") if group.strip("^ ")), "")
    folded = unicodedata.normalize("NFKD", first.casefold().replace("ß", "ss"))
    plain = "".join(sign for sign in folded if not unicodedata.combining(sign))
    return " ".join(sorted(re.findall(r"\w+", plain)))


def _same_name(one: str, other: str) -> bool:
    """Tell whether two plain names may be one: the shorter's words all stand in the longer (a middle name)."""
    a, b = set(one.split()), set(other.split())
    return a <= b or b <= a


@dataclass(frozen=True)
class Sorted:
    """Headers whose patients are certain, and what had to be said.

    Attributes:
        headers: All that may be used.
        faults: Clashes that a person must resolve; their headers are left out.
        notes: What a person should know.
    """

    headers: tuple[Header, ...]
    faults: tuple[Fault, ...] = ()
    notes: tuple[SetAside, ...] = ()


def sort_out(
    headers: Iterable[Header],
    salt: bytes,
    verdicts: Mapping[str, str],
    known: Mapping[str, tuple[str, str, str]] = MappingProxyType({}),
) -> Sorted:
    """Find ids that stand for several people, people with several ids, and dates that lie in the future.

    Args:
        headers: All headers of a scan.
        salt: The workspace's secret.
        verdicts: What a person said on earlier clashes, by the clash's name.
        known: Name, birth date and sex that earlier imports read of a patient, by pseudonym: an id that meant somebody
            else then is a clash, too.
    """
    by_patient: dict[str, list[Header]] = defaultdict(list)
    for header in headers:
        by_patient[header.patient].append(header)
    kept: list[Header] = []
    faults: list[Fault] = []
    for patient, group in by_patient.items():
        said = known.get(patient_name(salt, patient))
        earlier = _person(*said) if said else None
        people = _people(group, earlier)
        clash = clash_name(salt, patient, people)
        verdict = verdicts.get(clash, ONE_PATIENT if len(people) == 1 else "")
        if verdict == ONE_PATIENT:
            kept += group
        elif verdict == TWO_PATIENTS:
            kept += [replace(header, patient=_own_key(header, people, earlier)) for header in group]
        else:
            faults.append(Fault("identity-clash", _difference(people, earlier), clash))
    notes = [*_two_ids(kept, salt), *_future(kept, salt)]
    return Sorted(tuple(kept), tuple(faults), tuple(notes))


def _people(headers: Sequence[Header], earlier: Person | None) -> list[Person]:
    """Return the different people that one id stands for; who says less joins whom he agrees with."""
    people = [earlier] if earlier else []
    # a damaged file's word does not count, unless there is no other
    said = {person_of(header) for header in headers if not header.fault} or {person_of(header) for header in headers}
    for person in sorted(said, key=lambda p: (-_told(p), -len(p.anyhow), p.key)):
        if not any(person.agrees(known) for known in people):
            people.append(person)
    return people


def _told(person: Person) -> int:
    return sum(map(bool, (person.name, person.written, person.birth_date, person.sex)))


def _own_key(header: Header, people: Sequence[Person], earlier: Person | None) -> str:
    person = person_of(header)
    if earlier and person.agrees(earlier):
        return header.patient  # keeps the pseudonym under which the earlier scans lie
    match = next((known for known in people if person.agrees(known)), person)
    return f"{header.patient}\n{match.key}"


def clash_name(salt: bytes, patient: str, people: Sequence[Person]) -> str:
    """Return the name of a clash between these people under one id; it says nothing about them."""
    key = "\n".join([patient, *sorted(p.key for p in people)])
    digest = hashlib.blake2b(key.encode("utf-8", "surrogatepass"), key=salt[:64], person=b"clash", digest_size=5)
    return f"X-{digest.hexdigest().upper()}"


def _difference(people: Sequence[Person], earlier: Person | None) -> str:
    parts = (("anyhow", "name"), ("birth_date", "birth date"), ("sex", "sex"))
    differing = [words for field, words in parts if len({value for p in people if (value := getattr(p, field))}) > 1]
    before = " One of them was imported before." if earlier else ""
    return f"{len(people)} people with a different {' and '.join(differing)} have the same patient id.{before}"


def _two_ids(headers: Iterable[Header], salt: bytes) -> list[SetAside]:
    ids: dict[tuple[str, str], set[str]] = defaultdict(set)
    for header in headers:
        person = person_of(header)
        if person.known() and header.patient.startswith("id "):
            ids[person.anyhow, person.birth_date].add(header.patient)
    return [
        SetAside(
            " and ".join(sorted(patient_name(salt, patient) for patient in patients)),
            "have the same name and birth date: perhaps one patient under several ids. They are kept as different "
            "patients; if they are one, have the ids merged in the archive and import again, or exclude all but one.",
        )
        for patients in ids.values()
        if len(patients) > 1
    ]


def _future(headers: Iterable[Header], salt: bytes) -> list[SetAside]:
    tomorrow = (datetime.datetime.now(tz=datetime.UTC) + datetime.timedelta(days=1)).strftime("%Y%m%d")
    late = {h.patient for h in headers if len(h.study_date) == 8 and h.study_date.isdigit() and h.study_date > tomorrow}
    return [
        SetAside(
            patient_name(salt, patient),
            "the scan's date lies in the future: the scanner's clock was wrong. Intervals between its scans are not "
            "to be trusted.",
        )
        for patient in sorted(late)
    ]
