"""The local split: which approved cases train and which validate, by patient, once and for ever.

Source: Pati et al. 2022, The Federation: "split 4:1 into training and local validation".
"""

import hashlib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass


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


def draw_split(patients: Mapping[str, str], fraction: float = 0.8, seed: int = 0, kept: Split | None = None) -> Split:
    """Split cases by patient; cases of `kept` never move, new ones fill up to the fraction.

    Fewer than two patients all train: a validation set made of the only patient would be no validation.

    Args:
        patients: Case name -> patient pseudonym.
        fraction: Share of patients that trains, 0 < fraction < 1.
        seed: Draw; the order of patients is that of a keyed hash, so it does not depend on who came first.
        kept: An earlier split whose assignment stays for every patient it knows.

    Raises:
        ValueError: If the fraction is not between 0 and 1.
    """
    if not 0.0 < fraction < 1.0:
        raise ValueError("the fraction that trains lies between 0 and 1")
    side: dict[str, bool] = {}
    for cases, validates in ((kept.train, False), (kept.validation, True)) if kept else ():
        side.update({patients[case]: validates for case in cases if case in patients})
    everyone = sorted(set(patients.values()), key=lambda p: hashlib.sha256(f"{seed}:{p}".encode()).digest())
    wanted = 0 if len(everyone) < 2 else max(1, round((1.0 - fraction) * len(everyone)))
    for patient in everyone:
        if patient not in side:
            side[patient] = sum(side.values()) < wanted
    return Split(_cases(patients, side, False), _cases(patients, side, True), fraction, seed)


def _cases(patients: Mapping[str, str], side: Mapping[str, bool], validates: bool) -> tuple[str, ...]:
    chosen: Iterable[str] = (case for case, patient in patients.items() if side[patient] is validates)
    return tuple(sorted(chosen))
