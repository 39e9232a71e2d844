"""A model's card: what it is, what it was trained on, how it scores; no score without a measurement."""

from dataclasses import dataclass, field
from typing import Any


@dataclass(frozen=True)
class ModelCard:
    """What travels inside every model file and is shown before it is used.

    Attributes:
        name: Short name people choose it by ("starter").
        version: Running version of that name.
        family: Architecture ("resunet").
        precision: "int8", "bf16" or "f32".
        inputs: Contrasts in channel order.
        outputs: Regions in channel order.
        training_data: In words, exactly what it was trained on.
        scores: Measured scores, with where they were measured: {"int8": {"ET": ...}, "on": "..."}.
        created: ISO date.
        lineage: Parent model, round, command: whatever says where it came from.
        licence: Licence of the weights.
        limits: What it never saw, in words.
        extra: Architecture parameters needed to rebuild it (base filters ...).
    """

    name: str
    version: int
    family: str
    precision: str
    inputs: tuple[str, ...]
    outputs: tuple[str, ...]
    training_data: str
    scores: dict[str, Any] = field(default_factory=dict)
    created: str = ""
    lineage: dict[str, Any] = field(default_factory=dict)
    licence: str = ""
    limits: str = ""
    extra: dict[str, Any] = field(default_factory=dict)
