"""What pieces of work took on this computer, and by that what they will take."""

from collections import defaultdict, deque
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from statistics import median

from fets_desktop.app.pieces import Piece, guessed

_REMEMBERED = 20
_LATELY = 24
"""Pieces by which the pace of this hour is known: those of some two cases."""

_STEADY_S = 5.0
"""So much work is thought to have gone at the usual pace: one short piece alone tells little."""


@dataclass(frozen=True)
class _Known:
    """What is known until another piece ends: the usual seconds by name, and how many times as long work takes now."""

    usual: Mapping[str, float]
    pace: float
    slower: float


class Experience:
    """Learns from every piece that ends, and expects by it.

    What a piece takes is the middle of what such pieces took, for as many voxels, times how fast work went lately: a
    computer that has other things to do, or two jobs that share a core, slow down whatever comes next. What never ran
    here is guessed, in seconds of one core, times how much slower than guessed the rest was.

    Args:
        earlier: Gives what earlier runs of the program measured, the older first; asked once, when it is needed.
    """

    def __init__(self, earlier: Callable[[], Iterable[tuple[Piece, float]]] = list) -> None:
        self._earlier: Callable[[], Iterable[tuple[Piece, float]]] | None = earlier
        # seconds of the reference case, by the piece's name
        self._took: dict[str, deque[float]] = defaultdict(lambda: deque(maxlen=_REMEMBERED))
        self._lately: deque[tuple[Piece, float]] = deque(maxlen=_LATELY)
        self._known: _Known | None = None

    def took(self, piece: Piece, seconds: float) -> None:
        """Learn what a piece took that has just ended."""
        self._recall()
        self._took[piece.name].append(seconds / piece.size)
        self._lately.append((piece, seconds))
        self._known = None

    def expected(self, pieces: Sequence[Piece]) -> list[float]:
        """Return what pieces will take, in seconds, each."""
        known = self._known = self._known or self._sum_up()
        return [
            known.pace * usual * piece.size
            if (usual := known.usual.get(piece.name)) is not None
            else known.slower * guessed(piece)
            for piece in pieces
        ]

    def _recall(self) -> None:
        if self._earlier is not None:
            earlier, self._earlier = self._earlier, None
            for piece, seconds in earlier():
                self._took[piece.name].append(seconds / piece.size)

    def _sum_up(self) -> _Known:
        self._recall()
        usual = {name: median(took) for name, took in self._took.items()}
        guesses = [(guessed(piece), seconds) for piece, seconds in self._lately]
        if not guesses:
            guesses = [(guessed(Piece(name)), seconds) for name, seconds in usual.items()]
        pace = _times((usual[piece.name] * piece.size, seconds) for piece, seconds in self._lately)
        return _Known(usual, pace, _times(guesses))


def _times(pairs: Iterable[tuple[float, float]]) -> float:
    """Return how many times as long as thought work took, of pairs of what was thought and what it took."""
    thought = took = _STEADY_S
    for expected, seconds in pairs:
        thought += expected
        took += seconds
    return took / thought
