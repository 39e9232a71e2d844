"""The pieces that the work on a case is made of, and a first guess of what each takes."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from math import prod
from types import MappingProxyType

from fets_desktop.store.workspace import Workspace
from fets_desktop.study.case import Case, Stage
from fets_desktop.study.contrast import ALL_CONTRASTS
from fets_desktop.study.grid import BRATS_GRID

REFERENCE_VOXELS = 26 * 224 * 256
"""Of a series of the reference case, TCGA-FG-6692."""

NATIVE: Mapping[str, float] = MappingProxyType(
    {
        "check": 2.0,
        "bias": 6.0,
        "atlas": 19.0,
        "onto-T1": 5.0,
        "onto-T2": 5.0,
        "onto-FLAIR": 5.0,
        "resample": 6.0,
        "brain": 18.0,
        "strip": 3.0,
        "contrast": 2.0,
        "beside": 4.0,
    }
)
"""The steps of a preparation in their order, with the CPU-seconds of the reference case on one thread.

"beside" is the process's start, and the writing down of what it made.
"""

IN_ATLAS: Mapping[str, float] = MappingProxyType(
    {"check": 3.0, "resample": 2.0, "brain": 1.5, "strip": 3.0, "contrast": 2.0, "beside": 4.0}
)
"""The same of a case that came in atlas space, without its skull."""

MODEL_S = 8.0
"""A model's proposal with its process; a guess until it has proposed once."""

FUSING_S = 5.0
_GROWS: Mapping[str, float] = MappingProxyType(
    {"check": 0.5, "bias": 0.25, "onto-T1": 0.3, "onto-T2": 0.3, "onto-FLAIR": 0.3}
)
"""Which share of a step's time grows with the voxels of the series; the others work on the atlas's grid.

Measured on a phantom with 4 and 15 times as many voxels as the reference, in CPU-seconds of a busy machine: the check
took 5.7 and 15.6, evening out 9.3 and 27.3.
"""

_BESIDE_S = 3.0
_LOOKED_AT = 20


@dataclass(frozen=True)
class Piece:
    """One piece of a job.

    Attributes:
        name: Which kind: "native/bias", "model/starter@0123abcd".
        size: How much work it is, in times of the reference case's.
    """

    name: str
    size: float = 1.0

    @property
    def step(self) -> str:
        """The recipe's name of the step, or the model's id."""
        return self.name.partition("/")[2]


def of_preparing(case: Case | None) -> list[Piece]:
    """Return the steps that a case's preparation will have, by the shapes of its series; None for one yet unseen."""
    chosen = [case.chosen(contrast) for contrast in ALL_CONTRASTS] if case else []
    shapes = [series.grid.shape for series in chosen if series and series.grid]
    in_atlas = bool(shapes) and all(shape == BRATS_GRID.shape for shape in shapes)
    kind, steps = ("atlas", IN_ATLAS) if in_atlas else ("native", NATIVE)
    times = 1.0 if in_atlas or not shapes else sum(map(prod, shapes)) / len(shapes) / REFERENCE_VOXELS
    return [Piece(f"{kind}/{step}", 1 + _GROWS.get(step, 0.0) * (times - 1)) for step in steps]


def of_proposing(models: Sequence[str], *, fused: bool) -> list[Piece]:
    """Return the pieces of a job in which models propose: one each, then their fusion."""
    return [*(Piece(f"model/{model}") for model in models), *([Piece("fusion/beside")] if fused else [])]


def guessed(piece: Piece) -> float:
    """Return a first guess of a piece, in seconds of one core."""
    kind, _, step = piece.name.partition("/")
    steps = {"native": NATIVE, "atlas": IN_ATLAS}.get(kind, {})
    return piece.size * steps.get(step, FUSING_S if kind == "fusion" else MODEL_S)


def measured_before(workspace: Workspace) -> Iterator[tuple[Piece, float]]:
    """Yield what the newest cases of a workspace took, in seconds, the older first; steps that were skipped are not."""
    begun = [case for case, stage in workspace.stages().items() if stage not in (Stage.NEW, Stage.CONVERTED)]
    for name in begun[-_LOOKED_AT:]:
        took = {finding.step: finding.seconds for finding in workspace.findings(name)}
        for piece in of_preparing(workspace.case(name)):
            if seconds := took.get(piece.step):
                yield piece, seconds
        for product in workspace.products(name).values():
            maker = product.name.removeprefix("proposal/")
            seconds = product.details.get("seconds")
            if seconds and "@" in maker and "/" not in maker and "members" not in product.details:
                yield Piece(f"model/{maker}"), seconds + _BESIDE_S
