"""Differential privacy of what a site sends: how far its update may go, and how much noise is added."""

from dataclasses import dataclass

DELTA = 1e-5
"""The chance, at most, that the promise does not hold. It must be far below one in the number of a site's cases."""
WEAK = 10.0
"""An epsilon above this promises hardly anything: somebody's guess may become e^10, 22,000 times, as likely."""
_HUGE = 1000


@dataclass(frozen=True)
class Privacy:
    """What a site chose for its updates.

    Attributes:
        clip: The largest change that leaves, as a part of the size (Euclidean norm) of the common model; a longer one
            is shortened to it.
        noise: Standard deviation of the noise that is added to every number, as a multiple of that largest change; 0
            for none.
    """

    clip: float = 0.01
    noise: float = 1.0

    @property
    def words(self) -> str:
        """Return it as it stands beside "the weights"."""
        cut = f"cut to {100 * self.clip:g} % of the common model's size"
        return f"{cut}, with noise of {self.noise:g} times that" if self.noise else cut

    def noise_size(self, numbers: int) -> float:
        """Return how large the noise of one update is, as a multiple of the common model's size."""
        return float(self.clip * self.noise * numbers**0.5)


def epsilon_words(epsilon: float) -> str:
    """Return an epsilon as a person reads it."""
    return f"{epsilon:.3g}" if epsilon < _HUGE else f"over {_HUGE:,}"


def check_privacy(privacy: Privacy) -> Privacy:
    """Return it.

    Raises:
        ValueError: In a person's words, if it makes no sense.
    """
    if not 0 < privacy.clip <= 1:
        raise ValueError("The largest change must lie above 0 % and up to 100 % of the model's size.")
    if not 0 <= privacy.noise <= 1000:
        raise ValueError("The noise must lie between 0 and 1000 times the largest change.")
    return privacy
