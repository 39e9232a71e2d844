"""A model's card: what it is, what it was trained on, how it scores; no score without a measurement."""

from dataclasses import dataclass, field
from typing import Any

from fets_desktop.study.case import Surgery
from fets_desktop.study.feeding import Feeding


@dataclass(frozen=True)
class ModelCard:
    """What travels inside every model file and is shown before it is used.

    Attributes:
        name: Short name people choose it by ("starter").
        version: Running version of that name.
        family: Architecture ("resunet").
        precision: "int8", "bf16" or "f32".
        inputs: Contrasts in channel order.
        outputs: Regions in channel order; or classes, of which one is "background" (see `segment.reading`).
        training_data: In words, exactly what it was trained on.
        scores: Measured scores, with where they were measured: {"int8": {"ET": ...}, "on": "..."}.
        created: ISO date.
        lineage: Parent model, round, command: whatever says where it came from.
        licence: Licence of the weights.
        limits: What it never saw, in words.
        extra: Architecture parameters needed to rebuild it (base filters ...); under "surgery" when the scans it
            learnt from were taken: "before", "after".
        feeding: How it is fed and read.
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
    feeding: Feeding = field(default_factory=Feeding)

    def caution_for(self, surgery: Surgery) -> str:
        """Return what a person must know before this model segments a case, "" if there is nothing.

        Args:
            surgery: When the case was scanned.
        """
        if surgery is Surgery.UNSAID:
            return "Nobody has said whether the case was scanned before or after surgery."
        if isinstance(seen := self.extra.get("surgery"), str | list | tuple):
            known, fits = True, surgery.value in seen
        else:
            # cards of before say it in words alone
            told = self.limits.lower()
            known = f"{surgery} surgery" in told or (
                surgery is Surgery.BEFORE and "before surgery" in self.training_data
            )
            fits = f"{surgery} surgery" not in told
        if fits and known:
            return ""
        if known:
            return f"{self.name} {self.version} never saw scans {surgery} surgery: its outlines may be wrong there."
        return f"The card of {self.name} {self.version} does not say whether it ever saw scans {surgery} surgery."
