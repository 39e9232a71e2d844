"""Which round's model is the federation's: the best by the training sites' mean Dice, not the last.

Source: Pati et al. 2022, The Federation: nothing meaningful after round 42 of 73; the final model was chosen over all
rounds by its validation score.
"""

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

from fets_desktop.federate.tensors import SUFFIX
from fets_desktop.study.federation import SCORE_CONSENSUS, RoundRow


def best_by_server(history: Sequence[Mapping[str, Any]]) -> int | None:
    """Return the round whose model scored best, from a server's record; None if none was scored.

    A round's row tells the score of the model that the round began with, which is the one kept under its number.
    """
    scores = {int(row["round"]): row["metrics"].get(SCORE_CONSENSUS, {}).get("mean") for row in history}
    return _best(scores)


def best_by_site(rows: Sequence[RoundRow]) -> int | None:
    """Return the round whose model scored best on a site's own validation cases; None if none was scored."""
    return _best({row.number: row.consensus.get("mean") for row in rows})


def _best(scores: Mapping[int, float | None]) -> int | None:
    known = {number: score for number, score in scores.items() if score is not None}
    # of equals the first: the rounds after it added nothing
    return min(known, key=lambda number: (-known[number], number)) if known else None


def models_in(folder: Path) -> dict[int, Path]:
    """Return the models of rounds that are kept in a server's folder, by the rounds behind them."""
    return {_number(path): path for path in sorted((folder / "models").glob(f"round-*{SUFFIX}"))}


def models_on(desk: Path) -> dict[int, Path]:
    """Return the models of rounds that a site has kept, with the one it received last."""
    kept = {_number(path): path for path in sorted((desk / "kept").glob(f"round-*{SUFFIX}"))}
    return kept | {_number(path.parent): path for path in sorted(desk.glob(f"round-*/consensus{SUFFIX}"))}


def _number(path: Path) -> int:
    return int(path.name.removesuffix(SUFFIX).removeprefix("round-"))
