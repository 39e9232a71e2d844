"""A job whose pieces are known beforehand: which of them are ahead, and how long that takes."""

import time
from collections.abc import Sequence

from fets_desktop.app.experience import Experience
from fets_desktop.app.pieces import Piece

_AT_LEAST = 0.15
"""Of a piece that takes longer than was thought, so much of what was thought is still said to be ahead."""


class PlannedJob:
    """Counts the pieces down, and lets others learn from each.

    Args:
        pieces: In their order. The last one takes what the others leave of the job's time.
        experience: Says what they take, and learns what they took.
    """

    def __init__(self, pieces: Sequence[Piece], experience: Experience) -> None:
        self._ahead = list(pieces)
        self._rest = pieces[-1]
        self._experience = experience
        self._begun: float | None = None
        self._since = 0.0
        self._told = 0.0

    def begin(self) -> None:
        """Note that the job's process runs."""
        self._begun = self._since = time.monotonic()

    def step_begins(self, step: str) -> None:
        """Note that a step is at work: what stood before it is done, or not wanted."""
        names = [piece.step for piece in self._ahead]
        if step in names:
            del self._ahead[: names.index(step)]
            self._since = time.monotonic()

    def step_ended(self, step: str, seconds: float | None = None) -> None:
        """Learn from a step that has ended.

        Args:
            step: The step.
            seconds: What it took; 0 if it had been done before, None if it took all the time since the one before.
        """
        now = time.monotonic()
        took = now - self._since if seconds is None else seconds
        found = next((piece for piece in self._ahead if piece.step == step), None)
        self._since = now
        self._told += took
        if found is not None:
            self._ahead.remove(found)
            if took > 0:
                self._experience.took(found, took)

    def end(self, *, done: bool) -> None:
        """Learn what the rest took, if the job came to its end."""
        if done and self._begun is not None:
            self._experience.took(self._rest, max(time.monotonic() - self._begun - self._told, 0.0))

    def left(self) -> float:
        """Return how many seconds are ahead; of what is at work the time since it began is taken off."""
        ahead = self._experience.expected(self._ahead)
        if self._begun is None or not ahead:
            return sum(ahead)
        spent = time.monotonic() - self._since
        return max(ahead[0] - spent, _AT_LEAST * ahead[0]) + sum(ahead[1:])
