"""The numbers that leave a site beside weights: means only, each with the marks by which the server treats it."""

from collections.abc import Iterator

from fets_desktop.federate.link import Results
from fets_desktop.study.federation import SCORE_CONSENSUS, SCORE_OUTSIDE, SCORE_OWN, TRAIN, Plan

MEAN = "mean"
"""The metric that chooses the model: the mean Dice over the regions."""
REGION_METRICS = ("ET", "TC", "WT")
CHOOSES = "validate_agg"
"""OpenFL keeps the model with the largest metric of this mark; no other metric may bear it."""
_MARKS = {SCORE_CONSENSUS: "validate_region", SCORE_OWN: "validate_local", SCORE_OUTSIDE: "validate_outside"}


def named_metrics(results: Results) -> Iterator[tuple[str, float, tuple[str, ...]]]:
    """Yield what is sent: name, value and marks.

    Every site sends the same names, for the server takes the first site's for everyone's: a score that is withheld is
    0 with the weight 0.
    """
    if results.task == TRAIN:
        yield "loss", results.metrics.get("loss", 0.0), ("metric",)
        return
    for name in (MEAN, *REGION_METRICS):
        mark = CHOOSES if results.task == SCORE_CONSENSUS and name == MEAN else _MARKS[results.task]
        yield name, results.metrics.get(name, 0.0), ("metric", mark)


def in_words(results: Results, plan: Plan) -> str:
    """Return what a message holds, item by item, for the ledger."""
    cases = f"number of cases: {results.cases}"
    if results.task == TRAIN:
        how = "" if plan.compression == "none" else f" as {plan.compression} differences"
        how += f", {results.told}" if results.told else ""
        return f"weights ({len(plan.tensors)} tensors){how}; mean loss {results.metrics.get('loss', 0.0):.4f}; {cases}"
    if results.cases == 0:
        return "no score (withheld or none)"
    told = ", ".join(f"{name} {results.metrics.get(name, 0.0):.4f}" for name in (MEAN, *REGION_METRICS))
    return f"mean Dice over the cases: {told}; {cases}"
