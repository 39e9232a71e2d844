"""The ways to make one label map of several: their names and words, for screens, verbs and records alike."""

from collections.abc import Iterable
from dataclasses import dataclass
from hashlib import sha256


@dataclass(frozen=True)
class FusionMethod:
    """One way.

    Attributes:
        name: Stable key, as verbs, jobs and stored proposals know it.
        title: In a person's words.
        text: One or two sentences of help, with what happens at a tie.
    """

    name: str
    title: str
    text: str


MAJORITY, VOTING, STAPLE, SIMPLE = "majority", "voting", "staple", "simple"

FUSIONS: dict[str, FusionMethod] = {
    method.name: method
    for method in (
        FusionMethod(
            STAPLE,
            "STAPLE",
            "Estimates how far each candidate can be trusted and what is true, in turns. A voxel that stays undecided "
            "becomes background.",
        ),
        FusionMethod(
            MAJORITY,
            "Majority",
            "A voxel becomes what more than half of the candidates say. Where no more than half agree, it becomes "
            "background.",
        ),
        FusionMethod(
            VOTING,
            "Voting (ITK)",
            "A voxel becomes what most candidates say, be they fewer than half. Where two labels have as many, it "
            "becomes background.",
        ),
        FusionMethod(
            SIMPLE,
            "SIMPLE",
            "Weighs each candidate by how well it agrees with the others, and leaves out those far behind. A voxel "
            "becomes what more than half of the weight says, else background.",
        ),
    )
}
"""By name; the first is offered first."""

FUSED = "fused_"
"""How the name of a fused proposal begins."""
LABEL, REGION = "label", "region"
PER: dict[str, str] = {
    REGION: "each region (ET, TC, WT) by itself, put into one another",
    LABEL: "each label (NCR, ED, ET) by itself",
}
"""What is fused: the regions that models are scored on, or the labels that are stored."""


@dataclass(frozen=True)
class Fusion:
    """What a person asks for.

    Attributes:
        method: Out of `FUSIONS`.
        per: Out of `PER`.

    Raises:
        ValueError: In a person's words, if one is unknown.
    """

    method: str
    per: str = LABEL

    def __post_init__(self) -> None:
        for value, known in ((self.method, FUSIONS), (self.per, PER)):
            if value not in known:
                raise ValueError(f"There is no fusion {value!r}; there are {', '.join(known)}.")

    def name(self, models: Iterable[str]) -> str:
        """Return the name under which the fused proposal of these models is kept: "fused_staple@0123abcd"."""
        members = "\n".join((self.per, *sorted(models)))
        return f"{FUSED}{self.method}@{sha256(members.encode()).hexdigest()[:8]}"
