"""What a scan's plain answer says, in the words and the shapes of the hall."""

from dataclasses import dataclass
from typing import Any

from fets_desktop.study.case import Series
from fets_desktop.study.contrast import Contrast
from fets_desktop.study.errors import ERRORS

_JUDGED = ("identity-clash", "identity-unknown")


@dataclass(frozen=True)
class ImportReport:
    """What an import found.

    Attributes:
        cases: Names of the cases, new and known ones.
        set_aside: Pairs of a file's or series' neutral name and why it is not a scan to use.
        faults: For each thing that could not be used: title, detail, advice, neutral name.
        notes: Pairs of a name and what a person should know about it though nothing is refused.
        clashes: Names of the faults that are clashes of identity, for a person's verdict.
    """

    cases: tuple[str, ...]
    set_aside: tuple[tuple[str, str], ...]
    faults: tuple[tuple[str, str, str, str], ...]
    notes: tuple[tuple[str, str], ...] = ()
    clashes: tuple[str, ...] = ()


def report_of(result: dict[str, Any]) -> ImportReport:
    """Return what a scan found, faults with their fixed words."""
    faults = tuple(
        (ERRORS[f["code"]].title, f["detail"], ERRORS[f["code"]].advice, f["name"]) for f in result["faults"]
    )
    return ImportReport(
        tuple(case["id"] for case in result["cases"]),
        tuple((s["name"], s["why"]) for s in result["set_aside"]),
        faults,
        tuple((note["name"], note["why"]) for note in result.get("notes", ())),
        tuple(f["name"] for f in result["faults"] if f["code"] in _JUDGED and f["name"].startswith("X-")),
    )


def series_of(case: str, plain: dict[str, Any]) -> Series:
    """Return a scanned series as the hall keeps it, before it is converted."""

    def contrast(name: str) -> Contrast | None:
        return Contrast(plain[name]) if plain[name] else None

    return Series(
        plain["id"],
        case,
        contrast("proposal"),
        plain["confidence"],
        plain["why"],
        contrast("contrast"),
        plain["description"],
        None,
        None,
        plain["set_aside"],
        plain.get("images", 0),
        plain.get("number", 0),
        plain.get("date", ""),
        plain.get("kin", ""),
    )
