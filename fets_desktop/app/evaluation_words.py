"""The measures of an evaluation, in the order of every table and file."""

from typing import Any

MEASURES = ("dice", "hd95_mm", "sensitivity", "specificity", "lesion_dice", "lesion_hd95_mm")
"""As JSON, CSV and the window name them."""

TITLES = {
    "dice": "Dice",
    "hd95_mm": "HD95 in mm",
    "sensitivity": "Sensitivity",
    "specificity": "Specificity",
    "lesion_dice": "Dice by lesion",
    "lesion_hd95_mm": "HD95 by lesion in mm",
}
"""As a person reads them."""

LOW_IS_GOOD = ("hd95_mm", "lesion_hd95_mm")
"""Distances: the smaller the better; of the others the larger."""

Row = dict[str, Any]
"""One case's scores: by measure and region, `case` and `seconds` beside them."""

CHANCE = 0.05
"""Above it a difference may well be chance."""


def paired_in_words(test: dict[str, Any]) -> list[str]:
    """Return what a paired test of two models says, a sentence each for all regions' mean Dice and for its regions."""
    first, second = test["models"]
    if "dice_overall" not in test:
        return [f"{first} and {second} were scored on no case in common."]
    parts = {"Mean Dice": test["dice_overall"], **{f"Dice of {r}": one for r, one in test["dice"].items()}}
    return [_sentence(what, one, first, second) for what, one in parts.items()]


def _sentence(what: str, test: dict[str, Any], first: str, second: str) -> str:
    mean, cases, p = test["difference"]["mean"], test["cases"], test["p"]
    on = f"on {cases} case" if cases == 1 else f"on {cases} cases"
    if not test["better"] and not test["worse"]:
        return f"{what}: {first} and {second} score the same {on}."
    better, worse, wins = (first, second, test["better"]) if mean >= 0 else (second, first, test["worse"])
    ends = sorted((test["difference"][end] or 0.0) * (1 if mean >= 0 else -1) for end in ("low", "high"))
    spread = f" (95 % interval {ends[0]:+.3f} to {ends[1]:+.3f})" if cases > 1 else ""
    verdict = "more than chance" if p < CHANCE else "which may be chance"
    above = f"{better} scores {abs(mean):.3f}{spread} above {worse} {on}, and is better on {wins}"
    return f"{what}: {above}; p = {p:.2g}, {verdict}."
