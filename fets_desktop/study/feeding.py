"""How a network is fed and read, as its card says it: what a candidate needs to run here without a line of code.

The defaults are the federation's own network: z-score over the non-zero voxels of each contrast, the whole crop at
once, probabilities out. `docs/candidates.md` is the page for whoever writes a card.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import chain

from fets_desktop.study.errors import StudyError

SCALES = ("z-score", "unit", "none")
OVER = ("non-zero", "brain", "all")
OUTSIDE = ("zero", "same")
ACTIVATIONS = ("none", "sigmoid", "softmax")
BLENDS = ("gaussian", "even")
_LARGEST_EDGE = 512
_LARGEST_OVERLAP = 0.9
_LARGEST_MULTIPLE = 64


@dataclass(frozen=True)
class Scaling:
    """What is done to the intensities of one contrast.

    Attributes:
        scale: "z-score" (mean 0, deviation 1), "unit" (smallest 0, largest 1), "none".
        over: Which voxels count and are changed: "non-zero" of the contrast itself, the "brain" (where any contrast is
            not zero, its holes filled), or "all" of the crop around the brain. The others become what `outside` says.
        clip: Two percentiles of these voxels, to which values are cut off before they are scaled; none if empty.
        trim: Two percentiles; only values between them count for mean and deviation, nothing is cut off; none if empty.
        trim_deviations: Only values within so many deviations of the mean of all count for mean and deviation; 0 for
            all. With `trim`, what is left by both counts.
        limits: Smallest and largest value after scaling, to which the rest is cut off; none if empty.
        outside: What the other voxels become: "zero", or the "same" as a zero among those that count.
    """

    scale: str = "z-score"
    over: str = "non-zero"
    clip: tuple[float, ...] = ()
    trim: tuple[float, ...] = ()
    trim_deviations: float = 0.0
    limits: tuple[float, ...] = ()
    outside: str = "zero"


@dataclass(frozen=True)
class Feeding:
    """How a network is fed and read.

    Attributes:
        scaling: One for every contrast, in the order of the card's inputs; a single one stands for all.
        orientation: Where the three axes of its input lead, as letters of R/L, A/P, S/I ("RAS" for an array whose first
            axis grows to the right); "" for `(z, y, x)` of the case's own grid, which on the atlas is "SPL".
        patch: Fixed edges of its input in voxels, in the order of its axes; empty if it takes the whole crop.
        overlap: Share of a patch by which neighbours overlap at least.
        blend: How overlapping patches are weighed: "gaussian" (a deviation of an eighth of the patch) or "even".
        margin: By how many voxels its output is smaller than its input on every side, as without padding.
        multiple_of: What the edges of its input are multiples of, where it has no fixed patch.
        activation: What makes its output probabilities: "none" if it gives them, "sigmoid", "softmax". Patches are
            blended before it.
        halves: Whether it takes half precision, as what is trained here; else 32 bits.
    """

    scaling: tuple[Scaling, ...] = (Scaling(),)
    orientation: str = ""
    patch: tuple[int, ...] = ()
    overlap: float = 0.5
    blend: str = "gaussian"
    margin: int = 0
    multiple_of: int = 16
    activation: str = "none"
    halves: bool = True

    def scalings(self, contrasts: int) -> tuple[Scaling, ...]:
        """Return one scaling for each of so many contrasts."""
        return self.scaling * contrasts if len(self.scaling) == 1 else self.scaling

    def check(self, contrasts: int) -> None:
        """Refuse what makes no sense, by the name it has on the card.

        Args:
            contrasts: How many contrasts the network takes.

        Raises:
            StudyError: "bad-model".
        """
        if len(self.scaling) not in (1, contrasts):
            raise _refused(f"it has {len(self.scaling)} entries under scaling for {contrasts} contrasts")
        if fault := next(chain(_scaling_faults(self.scaling), self._faults()), None):
            raise _refused(fault)

    def _faults(self) -> Iterator[str]:
        yield from _choice("activation", self.activation, ACTIVATIONS)
        yield from _choice("blend", self.blend, BLENDS)
        if self.orientation and not _is_orientation(self.orientation):
            yield f"{self.orientation!r} under orientation does not name three directions, as RAS or SPL do"
        if self.patch and not (len(self.patch) == 3 and all(_whole(n, 4, _LARGEST_EDGE) for n in self.patch)):
            yield "patch is not three edges of 4 to 512 voxels"
        if not _number(self.overlap) or not 0 <= self.overlap <= _LARGEST_OVERLAP:
            yield "overlap is not a share of 0 to 0.9"
        if not _whole(self.margin, 0, min((*self.patch, _LARGEST_EDGE)) // 2 - 1):
            yield "margin leaves nothing of its input"
        if self.margin and not self.patch:
            yield "margin is only for networks with a fixed patch"
        if not _whole(self.multiple_of, 1, _LARGEST_MULTIPLE):
            yield "multiple_of is not a whole number of 1 to 64"
        yield from _choice("halves", self.halves, (True, False))


def _scaling_faults(scalings: tuple[Scaling, ...]) -> Iterator[str]:
    for one in scalings:
        yield from _choice("scale", one.scale, SCALES)
        yield from _choice("over", one.over, OVER)
        yield from _choice("outside", one.outside, OUTSIDE)
        for name, pair in (("clip", one.clip), ("trim", one.trim)):
            if pair and not (_pair(pair) and pair[0] >= 0 and pair[1] <= 100):
                yield f"{name} is not two percentiles, the smaller first"
        if one.limits and not _pair(one.limits):
            yield "limits is not two numbers, the smaller first"
        if not _number(one.trim_deviations) or one.trim_deviations < 0:
            yield "trim_deviations is not a number of 0 or more"


def _choice(name: str, value: object, choices: tuple[object, ...]) -> Iterator[str]:
    if value not in choices:
        yield f"{value!r} under {name} is unknown; there are {', '.join(map(str, choices))}"


def _is_orientation(text: object) -> bool:
    return isinstance(text, str) and len(text) == 3 and {_AXES.get(letter) for letter in text} == {0, 1, 2}


_AXES = {letter: axis for axis, pair in enumerate(("RL", "AP", "SI")) for letter in pair}


def _number(value: object) -> bool:
    return isinstance(value, int | float) and not isinstance(value, bool)


def _whole(value: object, low: int, high: int) -> bool:
    return isinstance(value, int) and not isinstance(value, bool) and low <= value <= high


def _pair(values: tuple[float, ...]) -> bool:
    return len(values) == 2 and all(map(_number, values)) and values[0] < values[1]


def _refused(fault: str) -> StudyError:
    return StudyError("bad-model", f"On its card, {fault}.")
