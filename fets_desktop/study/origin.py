"""Where an exported label map comes from: what every file that leaves says about who and what made it."""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

from fets_desktop.study.annotation import Annotation

MODEL_AUTHOR = "model "
"""How an annotation's author begins if a model made it."""


class Making(StrEnum):
    """How much of it a model did. Source: DICOM PS3.3, C.8.20.4 (Segment Algorithm Type)."""

    AUTOMATIC = "AUTOMATIC"
    SEMIAUTOMATIC = "SEMIAUTOMATIC"
    MANUAL = "MANUAL"

    @property
    def words(self) -> str:
        """The words a clinician reads."""
        return _WORDS[self]


_WORDS = {
    Making.AUTOMATIC: "Proposed by a model, not corrected",
    Making.SEMIAUTOMATIC: "Proposed by a model, corrected by a person",
    Making.MANUAL: "Drawn or brought in by a person",
}


@dataclass(frozen=True)
class Origin:
    """One version of a case's labels, as it is told to the world.

    Attributes:
        case: The case's pseudonymous name.
        patient: The patient's pseudonym.
        version: The version's id ("P-4K2M/3").
        making: How much of it a model did.
        model: The model's name, "" if none had a hand in it.
        model_version: The model's version and the start of its hash.
        author: Who made this version.
        created: ISO time, UTC.
        approved_by: Who signed it off, "" if nobody.
        approved_at: ISO time of the sign-off, "" if none.
        software: This program's name and version.
    """

    case: str
    patient: str
    version: str
    making: Making
    model: str = ""
    model_version: str = ""
    author: str = ""
    created: str = ""
    approved_by: str = ""
    approved_at: str = ""
    software: str = ""


def lineage(version: Annotation, versions: Sequence[Annotation]) -> tuple[Making, str]:
    """Return how much a model did for a version, and the id of the model nearest in its ancestry ("" if none).

    A model's own version is automatic; a person's that descends from a model's is semi-automatic; all else is manual.

    Args:
        version: The one in question.
        versions: All of the case.
    """
    known = {one.id: one for one in versions}
    seen: set[str] = set()
    one: Annotation | None = version
    while one is not None and one.id not in seen:
        if one.author.startswith(MODEL_AUTHOR):
            making = Making.AUTOMATIC if one.id == version.id else Making.SEMIAUTOMATIC
            return making, one.author.removeprefix(MODEL_AUTHOR)
        seen.add(one.id)
        one = known.get(one.parent) if one.parent else None
    return Making.MANUAL, ""
