"""What names a patient: the words of known identities in many spellings, and the looks of names, dates and numbers.

Known words are looked for in every byte; looks only in text, for in voxels everything occurs by chance. A match is told
by its kind, never by its words.
"""

import itertools
import re
import unicodedata
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

import numpy as np
import numpy.typing as npt

from fets_desktop.study.identity import SourceIdentity

_SHORTEST_TOKEN, _SHORTEST_NUMBER, _SHORTEST_NEEDLE, LONGEST_NEEDLE = 4, 5, 6, 256
_CODINGS = ("utf-8", "utf-16-le", "utf-16-be")
_OTHER_CODINGS = ("latin-1", "iso2022_jp", "shift_jis", "euc_jp", "euc_kr", "gb18030", "iso8859_6", "iso8859_5")
_ORDINARY_TEXT = """
    admin operator technologist tech service user users local siemens philips healthineers toshiba canon hitachi
    nifti brats fets bids nnunet export exports import imports input output training validation downloads documents
    desktop pictures home media disc disk volume volumes share shared studies native atlas project projects research
    clinical case cases patients subject subjects session baseline followup visit source sources prepared segment
    labels label review approved person program workspace scratch inbox private folder file job jobs queued running
    head brain patient study series anonymous anonymized unknown none test name demo phantom hospital clinic medical
    center centre department radiology imaging institute university general north south east west male female mri
    mprage flair axial sagittal coronal contrast localizer dicom image images scan scans files data annotation model
"""
_ORDINARY = frozenset(_ORDINARY_TEXT.split())
_LOWER = np.arange(256, dtype=np.uint8)
_LOWER[65:91] += 32

_UID_BYTES = re.compile(rb"(?<![0-9.])[0-2](?:\.[0-9]{1,39}){4,30}(?![0-9.])")
_UID = re.compile(r"(?<![\d.])[0-2](?:\.(?:0|[1-9]\d*)){5,}(?![\d.])")
_OWN_ROOTS = ("2.25.", "1.2.840.10008.", "1.2.826.0.1.3680043.")  # ours, the standard's, pydicom's and highdicom's
_BEFORE_HASHES = (
    r"\w@(?=\d{8}(?!\w))",
    "stored file ",
    "initial model, ",
    r"scratch[/\\]training[/\\]",
    r"scratch[/\\]models[/\\]",
)
"""What stands before the start of a hash of ours: of eight digits after a model's name one in forty has no letter."""
_NO_HASH = "".join(f"(?<!{before})" for before in _BEFORE_HASHES)
_BORN = r"(?<!\b[PSK]-)\b(?i:born|birth|geb|dob|nato)\w*\W{0,4}"
"""What stands before a date of birth; a pseudonym is none, though chance may make it S-DOBA912345."""
_LOOKS = (
    ("a person's name as DICOM writes it", re.compile(r"[^\W\d_]{2,}\^[^\W\d_]{2,}")),
    ("an e-mail address", re.compile(r"[\w.+-]{2,}@[A-Za-z0-9-]+\.[A-Za-z]{2,}")),
    ("a telephone number", re.compile(r"(?<![\w+.])\+\d{1,3}[ /(-]?\d[\d ()/-]{6,}\d")),
    ("a long number, as of a patient or a case", re.compile(r"(?<![\w.,+-])" + _NO_HASH + r"\d{7,}(?![\w.,-])")),
    ("a date of birth", re.compile(_BORN + r"\d{1,4}[-./]?\d{1,2}[-./]?\d{2,4}")),
)  # fmt: skip
_DATE = re.compile(r"(?<![\w.-])(?:(19\d\d)([-./]?)(\d\d)\2(\d\d)|(\d\d)[-./](\d\d)[-./](19\d\d))(?![\w.-])")
_NEWEST_BIRTH = 1990


@dataclass
class Known:
    """The words of known identities, ready to be looked for.

    Attributes:
        tokens: Words, case-folded, with the kind of thing each is.
        pairs: Pairs of words that stand side by side in a name.
        needles: Byte strings in lower case, of six bytes at least, with their kinds.
        phrases: Texts with signs in them, as dates and numbers are written.
        uids: True UIDs.
    """

    tokens: dict[str, str] = field(default_factory=dict, repr=False)
    pairs: set[tuple[str, str]] = field(default_factory=set, repr=False)
    needles: dict[bytes, str] = field(default_factory=dict, repr=False)
    phrases: dict[str, str] = field(default_factory=dict, repr=False)
    uids: set[str] = field(default_factory=set, repr=False)

    @staticmethod
    def of(identities: Iterable[SourceIdentity]) -> "Known":
        """Gather the words of identities."""
        known = Known()
        for one in identities:
            known._name(one.patient_name, "the name of a known patient")
            known._word(one.patient_id, "the number of a known patient")
            for form in dates_of(one.birth_date):
                known._word(form, "the birth date of a known patient")
            for study in one.studies.values():
                known._word(study.accession, "an accession number")
                known._name(study.physician, "the name of a physician")
                known.uids.add(study.uid)
            known.uids |= set(one.uids.values())
            for other in one.others:
                if "^" in other or " " in other:
                    known._name(other, "a name or place in a known patient's headers")
                else:
                    known._word(other, "a name or number in a known patient's headers")
        known.uids.discard("")
        return known

    def _name(self, name: str, kind: str) -> None:
        for group in name.split("="):
            parts = [part for part in re.split(r"[\s^,]+", unicodedata.normalize("NFC", group)) if part]
            if not parts:
                continue
            # a given name alone is everybody's; it tells only beside the family's
            self._word(parts[0], kind)
            for spelling in _spellings(parts):
                self._needle(spelling, kind)
            for other in parts[1:]:
                a, b = parts[0].casefold(), other.casefold()
                self.pairs |= {(a, b), (b, a)} if len(a) > 1 and len(b) > 1 else set()

    def _word(self, word: str, kind: str) -> None:
        word = unicodedata.normalize("NFC", word.strip())
        if word.isdigit() and len(word) < _SHORTEST_NUMBER:
            return
        if len(word) < _shortest(word) or word.casefold() in _ORDINARY or set(word) <= set("0-. "):
            return
        for form in {word, plain_letters(word), without_accents(word)}:
            (self.tokens if re.fullmatch(r"\w+", form) else self.phrases)[form.casefold()] = kind
            self._needle(form, kind)
        self._needle(unicodedata.normalize("NFD", word), kind)

    def _needle(self, text: str, kind: str) -> None:
        codings = _CODINGS if text.isascii() else (*_CODINGS, *_OTHER_CODINGS)
        for coding in codings:
            for form in {text, text.lower(), text.upper()}:
                try:
                    needle = bytes(_LOWER[np.frombuffer(form.encode(coding), np.uint8)])
                except UnicodeEncodeError:
                    continue
                # ISO 2022 writes other scripts in seven bits, between escapes
                foreign = not needle.isascii() or b"\x1b" in needle
                if _SHORTEST_NEEDLE <= len(needle) <= LONGEST_NEEDLE and (text.isascii() or foreign):
                    self.needles[needle] = kind


def _shortest(word: str) -> int:
    return _SHORTEST_TOKEN if word.isascii() else 2


def _spellings(parts: list[str]) -> Iterator[str]:
    for sign in ("^", " ", ", ", ",", "_", "-", "."):
        yield sign.join(parts)
        yield sign.join(parts[::-1])


def plain_letters(word: str) -> str:
    """Return a word as it is written where there are no ä, ö, ü, ß and no accents."""
    for letter, written in (("ä", "ae"), ("ö", "oe"), ("ü", "ue"), ("ß", "ss"), ("Ä", "Ae"), ("Ö", "Oe"), ("Ü", "Ue")):
        word = word.replace(letter, written)
    return without_accents(word)


def without_accents(word: str) -> str:
    """Return a word whose letters have lost their accents."""
    return "".join(c for c in unicodedata.normalize("NFD", word) if not unicodedata.combining(c))


def dates_of(dicom: str) -> tuple[str, ...]:
    """Return the ways in which people write a DICOM date."""
    if not re.fullmatch(r"\d{8}", dicom):
        return ()
    y, m, d = dicom[:4], dicom[4:6], dicom[6:]
    return (dicom, f"{y}-{m}-{d}", f"{y}/{m}/{d}", f"{y}.{m}.{d}", f"{d}.{m}.{y}", f"{d}/{m}/{y}", f"{m}/{d}/{y}",
            f"{d}-{m}-{y}", f"{d}{m}{y}", f"{int(d)}.{int(m)}.{y}", f"{int(d)}/{int(m)}/{y}",
            f"{int(m)}/{int(d)}/{y}")  # fmt: skip


class Searcher:
    """Looks for known words and for looks; says the kinds it found."""

    def __init__(self, known: Known) -> None:
        self._known = known
        self._by_start: dict[int, list[tuple[bytes, str]]] = {}
        # two looks at three bytes each leave next to nothing of voxels to be compared byte by byte
        self._starts = np.zeros(1 << 24, dtype=np.bool_)
        self._nexts = np.zeros(1 << 24, dtype=np.bool_)
        for needle, kind in known.needles.items():
            start = int.from_bytes(needle[:3], "little")
            self._by_start.setdefault(start, []).append((needle, kind))
            self._starts[start] = self._nexts[int.from_bytes(needle[3:6], "little")] = True

    def in_bytes(self, content: bytes) -> set[str]:
        """Return the kinds of known words anywhere in bytes, whatever stands around them."""
        uids = _UID_BYTES.findall(content) if self._known.uids else ()
        found = {"a true UID" for uid in uids if uid.decode("ascii") in self._known.uids}
        if not self._by_start or len(content) < _SHORTEST_NEEDLE:
            return found
        low: npt.NDArray[np.uint8] = _LOWER[np.frombuffer(content, np.uint8)]
        start = low[:-2].astype(np.uint32)
        start |= low[1:-1].astype(np.uint32) << 8
        start |= low[2:].astype(np.uint32) << 16
        text = low.tobytes()
        for place in np.flatnonzero(self._starts[start[:-3]] & self._nexts[start[3:]]):
            for needle, kind in self._by_start[int(start[place])]:
                if kind not in found and text.startswith(needle, int(place)):
                    found.add(kind)
        return found

    def in_text(self, text: str, *, looks: bool = True) -> set[str]:
        """Return the kinds of known words in a text, and of what looks like a name, a date, a number or a UID."""
        folded = unicodedata.normalize("NFC", text).casefold()
        words = re.findall(r"[^\W_]+", folded)
        tokens = self._known.tokens
        found = {tokens[word] for word in (*words, *re.findall(r"\w+", folded)) if word in tokens}
        if any(pair in self._known.pairs for pair in itertools.pairwise(words)):
            found.add("the name of a known patient")
        for phrase, kind in self._known.phrases.items():
            if phrase in folded and re.search(rf"(?<!\w){re.escape(phrase)}(?!\w)", folded):
                found.add(kind)
        uids = _UID.findall(text)
        if any(uid in self._known.uids for uid in uids):
            found.add("a true UID")
        return found | (looks_of(text, uids) if looks else set())


def looks_of(text: str, uids: Iterable[str] | None = None) -> set[str]:
    """Return the kinds of things in a text that look as if they named somebody, known or not."""
    found = {kind for kind, pattern in _LOOKS if pattern.search(text)}
    for match in _DATE.finditer(text):
        year = int(match[1] or match[7])
        month, day = (int(n) for n in ((match[3], match[4]) if match[1] else (match[6], match[5])))
        if year < _NEWEST_BIRTH and 1 <= day <= 31 and (1 <= month <= 12 or 1 <= day <= 12):
            found.add("a date of birth")
    for uid in _UID.findall(text) if uids is None else uids:
        if not uid.startswith(_OWN_ROOTS):
            found.add("a UID that is not of this program")
    return found
