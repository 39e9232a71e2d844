"""What a scan's plain answer says, in the words and the shapes of the hall."""

from collections.abc import Collection, Hashable, Iterable
from dataclasses import dataclass, replace
from typing import Any, TypeVar

from fets_desktop.study.case import Series
from fets_desktop.study.contrast import Contrast
from fets_desktop.study.errors import ERRORS

Line = TypeVar("Line", bound=Hashable)

_JUDGED = ("identity-clash", "identity-placeholder", "identity-unknown")


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


def joined(
    earlier: ImportReport | None, new: ImportReport, answered: Collection[str], *, by_itself: bool
) -> ImportReport:
    """Return what is to be read after one more import: a clash that nobody has judged still waits.

    Args:
        earlier: What was to be read before it.
        new: What it found.
        answered: Names of the clashes that have been judged.
        by_itself: Whether nobody started it (a PACS sent something): it takes away nothing that was not read yet.
    """
    if earlier is None:
        return new
    told = {fault[3] for fault in new.faults}
    waiting = [name for name in earlier.clashes if name not in answered and name not in told]
    done = {*earlier.clashes} - {*waiting}
    left = [one for one in earlier.faults if one[3] in waiting or (by_itself and one[3] not in done)]
    if not by_itself:
        return replace(new, faults=(*left, *new.faults), clashes=(*waiting, *new.clashes))
    return ImportReport(
        _both(earlier.cases, new.cases),
        _both(earlier.set_aside, new.set_aside),
        _both(left, new.faults),
        _both(earlier.notes, new.notes),
        _both(waiting, new.clashes),
    )


def _both(some: Iterable[Line], more: Iterable[Line]) -> tuple[Line, ...]:
    return tuple(dict.fromkeys((*some, *more)))


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
        plain.get("scanner", ""),
    )
