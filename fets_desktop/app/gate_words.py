"""What the gate found that decides whether a model runs in 8 bits, in words for window and command line."""

from collections.abc import Mapping
from typing import Any


def gate_of(scores: Mapping[str, Any]) -> dict[str, Any]:
    """Return the figures of a card on which INT8 was judged; empty where it was not, or before that was noted."""
    if "int8_drop" not in scores:
        return {}
    kept = {key: value for key, value in scores.items() if key.startswith("int8_")}
    # where INT8 alone was scored elsewhere than the rest, the card says so
    where = scores.get("int8_on") or scores.get("on")
    return {**kept, "on": where} if where else kept


def gate_in_words(gate: Mapping[str, Any], *, passed: bool) -> str:
    """Return by how much 8 bits change the mean Dice, how surely, and what follows.

    Args:
        gate: As `gate_of`, not empty.
        passed: Whether the model runs in 8 bits.
    """
    drop, cases, ends = float(gate["int8_drop"]), gate.get("int8_cases"), gate.get("int8_drop_interval")
    allowed = gate.get("int8_gate")
    words = f"In 8 bits the mean Dice changes by {-drop:+.5f}"
    if cases:
        words += f" over {cases} case{'' if cases == 1 else 's'}"
    if ends:
        words += f" (95 % interval {-ends[1]:+.5f} to {-ends[0]:+.5f})"
    words += f"; a drop of {allowed:.5f} is allowed." if allowed is not None else "."
    return " ".join((words, _what_follows(gate, passed=passed)))


def _what_follows(gate: Mapping[str, Any], *, passed: bool) -> str:
    ends, allowed = gate.get("int8_drop_interval"), gate.get("int8_gate")
    if passed:
        mended = " with the parts that matter most left in 32" if gate.get("int8_control") else ""
        said = f"It runs in 8 bits{mended}."
        if ends and allowed is not None and ends[1] > allowed:
            said += " The interval reaches beyond that: more cases would tell more surely."
        elif gate.get("int8_cases") == 1:
            said += " One case tells little, and has no interval: more would tell more surely."
        return said
    # bf16 is not offered: each processor rounds it in its own way, or not at all, so no score would hold elsewhere
    said = "That is too much: the new model runs in 32 bits, slower and exactly as it was trained."
    if gate.get("int8_control"):
        return f"{said} Leaving the parts that matter most in 32 bits did not help either."
    return (
        f"{said} A second try may leave only the parts that matter most in 32 bits (accuracy control); it takes long."
    )
