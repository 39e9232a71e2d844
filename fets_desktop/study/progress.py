"""How long work tells how far it is, and hears that it should stop."""

from typing import Protocol


class Progress(Protocol):
    """Called with a fraction done (0 to 1) and the step's name in a person's words.

    Raises:
        Cancelled: If the person asked to stop; let it pass, clean up in `finally`.
    """

    def __call__(self, fraction: float, note: str) -> None:
        """Tell how far the work is."""


def silent(fraction: float, note: str) -> None:
    """Take progress and tell nobody: for tests and for work without an audience."""


def part(progress: Progress, start: float, end: float, prefix: str = "") -> Progress:
    """Return a progress that maps 0..1 onto `start`..`end` of a longer work and puts `prefix` before its notes."""

    def inner(fraction: float, note: str) -> None:
        progress(start + (end - start) * min(max(fraction, 0.0), 1.0), f"{prefix}{note}")

    return inner
