"""What a simulated federation says: means with intervals, gains over the initial model, and paired tests, by region.

A case is scored in several turns, and on an out-of-sample case every site's own model is scored too: its value is then
the mean, so that a case counts once and every comparison is between the same cases.
"""

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

import numpy as np

from fets_desktop.app.federation.experiment import MODELS, PARTS, SETS
from fets_desktop.review.statistics import interval, paired
from fets_desktop.study.plain import to_plain

Values = dict[str, dict[str, dict[str, float]]]
"""By model, case and region."""


def findings(sites: Sequence[Mapping[str, Any]], turns: Sequence[Mapping[str, Any]]) -> dict[str, Any]:
    """Return what was found.

    Args:
        sites: Of each its name and numbers of cases.
        turns: As `Turn.run` returns them.

    Returns:
        `sites`, `turns` (each with its rounds and the one selected), and for "local" and "outside": `cases`, `dice`
        (by model and region: mean and 95 % interval), `gain_percent` (of the consensus over the initial model, by
        region), `tests` (the consensus beside each other model, by region) and `values` (by model and case).
    """
    rows = [row for turn in turns for row in turn["scores"]]
    told = [{key: turn[key] for key in ("outside", "initial", "selected", "rounds")} for turn in turns]
    return {
        "sites": list(sites),
        "turns": told,
        **{name: _judged(values_of(row for row in rows if row["set"] == name)) for name in SETS},
    }


def values_of(rows: Iterable[Mapping[str, Any]]) -> Values:
    """Return every case's Dice by model and region, its mean where it was scored more than once."""
    heard: dict[tuple[str, str, str], list[float]] = {}
    for row in rows:
        dice = {**row["dice"], "mean": float(np.mean(list(row["dice"].values())))}
        for part, value in dice.items():
            heard.setdefault((row["model"], row["case"], part), []).append(value)
    found: Values = {}
    for (model, case, part), values in heard.items():
        found.setdefault(model, {}).setdefault(case, {})[part] = float(np.mean(values))
    return found


def _judged(values: Values) -> dict[str, Any]:
    cases = sorted(set.intersection(*(set(of) for of in values.values()))) if len(values) == len(MODELS) else []
    if not cases:
        return {"cases": 0, "dice": {}, "gain_percent": {}, "tests": [], "values": values}
    columns = {m: {part: [values[m][case][part] for case in cases] for part in PARTS} for m in MODELS}
    dice = {model: {part: to_plain(interval(column[part])) for part in PARTS} for model, column in columns.items()}
    return {
        "cases": len(cases),
        "dice": dice,
        "gain_percent": {part: _gain(dice, part) for part in PARTS},
        "tests": [
            {
                "models": ["consensus", other],
                **{part: to_plain(paired(columns["consensus"][part], columns[other][part])) for part in PARTS},
            }
            for other in ("initial", "alone")
        ],
        "values": values,
    }


def _gain(dice: Mapping[str, Any], part: str) -> float | None:
    before, after = (dice[model][part]["mean"] for model in ("initial", "consensus"))
    return 100.0 * (after - before) / before if before > 0 else None
