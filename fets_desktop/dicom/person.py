"""Who a header says it is, told apart as people tell people apart.

Names are compared without capitals, accents, order and punctuation, so that "MÜLLER^HANS" and "Muller, Hans" are one.
Of a name in two scripts the one it is written in counts: many Japanese and Chinese names only sound alike.
"""

import re
import unicodedata
from dataclasses import dataclass
from functools import lru_cache

from fets_desktop.dicom.header import Header

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
