"""Patient ids that identify nobody: what emergencies, tests and careless anonymisers write for a number."""

import re

from fets_desktop.dicom.header import Header
from fets_desktop.dicom.person import person_of

_WORDS = re.compile(
    r"(anon|anonym|anonymous|anonymi[sz]ed|deidentified|unknown|unbekannt|inconnu|unk|none|null|na|nan|"
    r"test|tester|testpatient|patienttest|patient|patientid|id|noid|noname|nobody|dummy|default|emergency|notfall)?0*"
)
_FILLED = re.compile(r"0+|9{3,}|x+|1234567?8?9?0?|12345")
"""One sign all along, or the digits in their order; a bare 1 or 1234 may be a number of a study."""


def says_nothing(word: str) -> bool:
    """Tell whether an id or a name is one that stands for anybody."""
    plain = "".join(sign for sign in word.casefold() if sign.isalnum())
    return bool(_WORDS.fullmatch(plain) or _FILLED.fullmatch(plain))


def is_unsure(header: Header) -> bool:
    """Tell whether nothing in a header tells its patient from others: no real id, no real name with a birth date."""
    kind, _, word = header.patient.partition(" ")
    if kind == "study" or (kind == "id" and not says_nothing(word)):
        return False
    return not person_of(header).known() or says_nothing(header.name)
