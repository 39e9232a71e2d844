"""The local split: which approved cases train and which validate, by patient, once and for ever.

Source: Pati et al. 2022, The Federation: "split 4:1 into training and local validation".
"""

import hashlib
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path

FETS_PLACE = Path("split_info") / "fets_phase2_split_1"
"""Where FeTS's tools look for `train.csv` and `val.csv`."""
ENOUGH = 5
"""A scanner with fewer patients than these stands with the other small ones: four cannot be split 4:1."""


@dataclass(frozen=True)
class Split:
    """Which cases train and which validate.

    Attributes:
        train: Case names, sorted.
        validation: Case names, sorted.
        fraction: The share that trains, 0.8 in the paper.
        seed: What makes the draw repeatable.
    """

    train: tuple[str, ...]
    validation: tuple[str, ...]
    fraction: float = 0.8
    seed: int = 0


@dataclass(frozen=True)
class Trait:
    """What the two sides of a split should be alike in.

    Attributes:
        scanner: Maker and field strength, "" if unknown.
        volume_ml: Of the whole tumour, the largest of a patient's time points; None if unknown.
    """

    scanner: str = ""
    volume_ml: float | None = None


def draw_split(
    patients: Mapping[str, str],
    fraction: float = 0.8,
    seed: int = 0,
    kept: Split | None = None,
    traits: Mapping[str, Trait] | None = None,
) -> Split:
    """Split cases by patient; cases of `kept` never move, new ones fill up to the fraction.

    Patients are put in a row, by scanner and in each by the tumour's volume, and the row is cut into as many pieces of
    one length as patients shall validate: one of each piece does, drawn by the seed. So both sides hold small and
    large tumours of every scanner in the same share. With two to four patients the row is one piece: one validates.
    Fewer than two all train: a validation set made of the only patient would be no validation.

    Args:
        patients: Case name -> patient pseudonym.
        fraction: Share of patients that trains, 0 < fraction < 1.
        seed: Draw; goes by a keyed hash of the patient, so it does not depend on who came first.
        kept: An earlier split whose assignment stays for every patient it knows.
        traits: Of each patient; those that are not in it count as of no scanner and volume.

    Raises:
        ValueError: If the fraction is not between 0 and 1.
    """
    if not 0.0 < fraction < 1.0:
        raise ValueError("the fraction that trains lies between 0 and 1")
    validates: dict[str, bool] = {}
    for cases, side in ((kept.train, False), (kept.validation, True)) if kept else ():
        validates.update({patients[case]: side for case in cases if case in patients})
    row = _in_a_row(set(patients.values()), traits or {}, seed)
    wanted = 0 if len(row) < 2 else max(1, round((1.0 - fraction) * len(row)))
    for patient in list(_drawn(row, wanted, validates, seed)):
        validates[patient] = True
    return Split(_cases(patients, validates, False), _cases(patients, validates, True), fraction, seed)


def _in_a_row(everyone: set[str], traits: Mapping[str, Trait], seed: int) -> list[str]:
    """Return patients by scanner, and by volume in each; every other scanner the other way, so that no step is large.

    Those of whom nothing is known stand in the order of the draw.
    """
    found = {patient: traits.get(patient, Trait()) for patient in everyone}
    scanners = [trait.scanner for trait in found.values()]
    groups: dict[str, list[str]] = {}
    for patient in sorted(everyone, key=lambda patient: _draw(seed, patient)):
        scanner = found[patient].scanner
        groups.setdefault(scanner if scanners.count(scanner) >= ENOUGH else "", []).append(patient)
    row: list[str] = []
    for number, scanner in enumerate(sorted(groups)):
        known = sorted(groups[scanner], key=lambda patient: found[patient].volume_ml or 0.0, reverse=number % 2 == 1)
        row += known
    return row


def _drawn(row: Sequence[str], wanted: int, sided: Mapping[str, bool], seed: int) -> Iterable[str]:
    """Yield who validates besides those that do already: first from pieces of the row in which nobody does."""
    left = wanted - sum(sided.get(patient, False) for patient in row)
    edges = [len(row) * number // max(wanted, 1) for number in range(wanted + 1)]
    pieces = [row[begin:end] for begin, end in pairwise(edges)]
    chosen: set[str] = set()
    while left > 0 and (free := [piece for piece in pieces if any(p not in sided and p not in chosen for p in piece)]):
        piece = min(free, key=lambda piece: sum(sided.get(p, False) or p in chosen for p in piece))
        patient = min((p for p in piece if p not in sided and p not in chosen), key=lambda p: _draw(seed, p))
        chosen.add(patient)
        left -= 1
        yield patient


def _draw(seed: int, patient: str) -> bytes:
    return hashlib.sha256(f"{seed}:{patient}".encode()).digest()


def _cases(patients: Mapping[str, str], validates: Mapping[str, bool], side: bool) -> tuple[str, ...]:
    return tuple(sorted(case for case, patient in patients.items() if validates.get(patient, False) is side))
