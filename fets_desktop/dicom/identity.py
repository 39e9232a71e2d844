"""Whether a patient's id always means the same person: two people under one id are never merged silently.

Scanners and archives mix people up: an id typed twice, "0" for every emergency, one person registered under two ids.
What earlier imports said counts, too, as far as it can be known (`earlier`).
"""

import datetime
import hashlib
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import groupby

from fets_desktop.dicom.earlier import Earlier
from fets_desktop.dicom.found import Fault, Mark, SetAside
from fets_desktop.dicom.gather import series_names
from fets_desktop.dicom.header import Header
from fets_desktop.dicom.person import Person, person_of
from fets_desktop.dicom.placeholder import is_unsure
from fets_desktop.study.identity import Verdict
from fets_desktop.study.pseudonym import patient_name


@dataclass(frozen=True)
class Sorted:
    """Headers whose patients are certain, and what had to be said.

    Attributes:
        headers: All that may be used.
        faults: Clashes that a person must resolve; their headers are left out.
        notes: What a person should know.
        marks: What the next import knows the patients again by.
    """

    headers: tuple[Header, ...]
    faults: tuple[Fault, ...] = ()
    notes: tuple[SetAside, ...] = ()
    marks: tuple[Mark, ...] = ()


def sort_out(
    headers: Iterable[Header],
    salt: bytes,
    verdicts: Mapping[str, str],
    earlier: Earlier = Earlier(),  # noqa: B008 - frozen
    *,
    listed: bool = False,
) -> Sorted:
    """Find ids that stand for several people, people with several ids, and dates that lie in the future.

    Args:
        headers: All headers of a scan.
        salt: The workspace's secret.
        verdicts: What a person said on earlier clashes, by the clash's name.
        earlier: Whom earlier imports brought: an id that meant somebody else then is a clash, too.
        listed: Whether a person wrote the ids into a list, so that none stands for anybody.
    """
    by_patient: dict[str, list[Header]] = defaultdict(list)
    for header in headers:
        by_patient[header.patient].append(header)
    kept: list[Header] = []
    faults: list[Fault] = []
    notes: list[SetAside] = []
    for patient, group in by_patient.items():
        one = _Id(patient, group, salt, earlier)
        verdict = verdicts.get(
            one.clash, "" if one.is_clash or one.is_held or (one.is_guess and not listed) else Verdict.ONE
        )
        if verdict:
            kept += one.judged(Verdict(verdict))
            notes += one.notes(Verdict(verdict))
        else:
            faults.append(one.fault())
    marks = _marks(kept, salt, earlier)
    notes += [*_two_ids(kept, salt, earlier, marks), *_future(kept, salt)]
    return Sorted(tuple(kept), tuple(faults), tuple(notes), tuple(marks))


class _Id:
    """One patient id of a scan, and the people it stands for.

    Attributes:
        clash: The name of the clash between its people, if there is one; it says nothing about them.
    """

    def __init__(self, patient: str, headers: Sequence[Header], salt: bytes, earlier: Earlier) -> None:
        self._headers, self._salt, self._earlier = headers, salt, earlier
        self._patient, self._name = patient, patient_name(salt, patient)
        self._before = earlier.people(self._name)
        people = self._people = _people(headers)
        # those whom a verdict gave a pseudonym of their own keep it, whoever comes with them
        self._apart = {p.key for p in people if patient_name(salt, _own(patient, p)) in earlier.patients}
        self._fresh = [p for p in people if p.key not in self._apart and not self._known(p)]
        # of a study that a verdict made a patient of its own it is known who it is
        self._unsure = {_study(h) for h in headers if is_unsure(h) and not self._is_settled(h)}
        self.clash = clash_name(salt, patient, [*self._before, *self._fresh], self._unsure)

    @property
    def is_clash(self) -> bool:
        return len(self._fresh) + bool(self._before) > 1 and bool(self._fresh)

    @property
    def is_guess(self) -> bool:
        """Whether anybody may have the id, and name or birth date do not tell whose examinations these are."""
        return bool(self._unsure) and (len({_study(h) for h in self._headers}) > 1 or self._brings_news)

    @property
    def is_held(self) -> bool:
        """Whether only the key that is locked away could tell if these are new scans of the same person."""
        marked = bool(self._fresh and self._earlier.marks.get(self._name))
        return self._earlier.closed and marked and self._brings_news

    @property
    def _brings_news(self) -> bool:
        names = (series_names(self._salt, header) for header in self._headers)
        return self._name in self._earlier.patients and any(not name & self._earlier.series for name in names)

    def _known(self, person: Person) -> bool:
        return any(self._earlier.sealed(person, self._name).agrees(one) for one in self._before)

    def judged(self, verdict: Verdict) -> list[Header]:
        """Return the headers, each under the patient that the verdict makes it."""
        return [replace(header, patient=self._key(header, verdict)) for header in self._headers]

    def _key(self, header: Header, verdict: Verdict) -> str:
        person = person_of(header)
        alone = verdict is Verdict.PEOPLE and _study(header) in self._unsure  # nothing tells whose it is
        if verdict is Verdict.STUDIES or alone or self._is_settled(header):
            # two people in one examination are still two
            return self._of_its_own(header)
        if person.key in self._apart:
            return _own(header.patient, person)
        # who was first keeps the pseudonym under which the earlier scans lie
        if verdict is Verdict.ONE or self._known(person):
            return header.patient
        return _own(header.patient, self._meant(person))

    def _of_its_own(self, header: Header) -> str:
        return f"{_own(header.patient, self._meant(person_of(header)))}{_STUDY}{header.study}"

    def _is_settled(self, header: Header) -> bool:
        return is_unsure(header) and patient_name(self._salt, self._of_its_own(header)) in self._earlier.patients

    def _meant(self, person: Person) -> Person:
        return next((known for known in self._people if person.agrees(known)), person)

    def notes(self, verdict: Verdict) -> list[SetAside]:
        """Return what a person should know of an id that was here before and cannot be compared."""
        here = self._before or self._earlier.marks.get(self._name)
        if verdict is not Verdict.ONE or here or not self._fresh or not self._brings_news:
            return []
        return [SetAside(self._name, _NOT_COMPARED)]

    def fault(self) -> Fault:
        """Return the clash in words."""
        if self.is_guess and not self.is_clash:
            before = " Others were imported before." if self._brings_news else ""
            return Fault("identity-placeholder", f"{_many(self._headers)} wait.{before}", self.clash)
        if not self.is_clash:
            return Fault("identity-unknown", f"{_many(self._headers)} of {self._name} wait.", self.clash)
        people = [*self._before, *(self._earlier.sealed(person, self._name) for person in self._fresh)]
        parts = (("anyhow", "name"), ("birth_date", "birth date"), ("sex", "sex"))
        differing = [words for field, words in parts if len({v for p in people if (v := getattr(p, field))}) > 1]
        count = len(self._fresh) + bool(self._before)
        told = f"{count} people with a different {' and '.join(differing)} have the same patient id."
        where = "stands in a line before" if self._name in self._earlier.lines else "was imported before"
        before = f" One of them {where}." if self._before else ""
        return Fault("identity-clash", f"{told}{before} {_many(self._headers)} of theirs wait.", self.clash)


_STUDY = "\nstudy "
_NOT_COMPARED = (
    "was imported before; whether it is the same person could not be checked, for no mark of that one was kept: there "
    "was no keyring and no passphrase then. Compare the patient ids' owners in the archive."
)


def _study(header: Header) -> str:
    return header.study or header.study_date


def _many(headers: Sequence[Header]) -> str:
    studies = len({header.study for header in headers})
    return f"{len(headers)} images in {studies} examination{'' if studies == 1 else 's'}"


def _people(headers: Sequence[Header]) -> list[Person]:
    """Return the different people that one id stands for; who says less joins whom he agrees with."""
    people: list[Person] = []
    # a damaged file's word does not count, unless there is no other
    said = {person_of(header) for header in headers if not header.fault} or {person_of(header) for header in headers}
    for person in sorted(said, key=lambda p: (-_told(p), -len(p.anyhow), p.key)):
        if not any(person.agrees(known) for known in people):
            people.append(person)
    return people


def _told(person: Person) -> int:
    return sum(map(bool, (person.name, person.written, person.birth_date, person.sex)))


def _own(patient: str, person: Person) -> str:
    return f"{patient}\n{person.key}"


def clash_name(salt: bytes, patient: str, people: Sequence[Person], studies: Iterable[str] = ()) -> str:
    """Return the name of a clash between these people, or of studies of nobody knows whom; it says nothing of them."""
    key = "\n".join([patient, *sorted(p.key for p in people), *sorted(studies)])
    digest = hashlib.blake2b(key.encode("utf-8", "surrogatepass"), key=salt[:64], person=b"clash", digest_size=5)
    return f"X-{digest.hexdigest().upper()}"


def _marks(headers: Sequence[Header], salt: bytes, earlier: Earlier) -> list[Mark]:
    """Return the marks of all patients that are sure to be one person."""
    found: list[Mark] = []
    ordered = sorted((h for h in headers if not h.fault), key=lambda h: h.patient)
    for patient, group in groupby(ordered, key=lambda h: h.patient):
        if _STUDY in patient:
            continue  # whose headers are not to be trusted
        name = patient_name(salt, patient)
        found += [mark for person in _people(list(group)) if (mark := earlier.mark(person, name))]
    return found


def _two_ids(headers: Sequence[Header], salt: bytes, earlier: Earlier, marks: Sequence[Mark]) -> list[SetAside]:
    """Say who has several ids: in this scan, and with a key among all that were ever imported."""
    ids: dict[tuple[str, str, str], set[str]] = defaultdict(set)
    for header in headers:
        person = person_of(header)
        if person.known() and header.patient.startswith("id ") and _STUDY not in header.patient:
            ids[person.anyhow, person.birth_date, person.sex].add(patient_name(salt, header.patient))
    here = [tuple(sorted(names)) for names in ids.values() if len(names) > 1]
    groups = list(dict.fromkeys((*earlier.namesakes(marks), *here)))
    whole = [one for one in groups if not any(set(one) < set(other) for other in groups)]
    return [
        SetAside(
            " and ".join(names),
            "have the same name and birth date: perhaps one patient under several ids. They are kept as different "
            "patients; if they are one, have the ids merged in the archive and import again, or exclude all but one.",
        )
        for names in whole
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
