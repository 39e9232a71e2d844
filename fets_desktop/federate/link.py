"""The port to a federation's server: everything above it knows these calls and no wire.

Every call waits so that `stop`, from another thread, ends it within milliseconds.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Protocol

from fets_desktop.federate.tensors import Floats, TensorFile


@dataclass(frozen=True)
class Work:
    """What the server asks for.

    Attributes:
        number: The round, counted from 0.
        tasks: What is still due of this site in it, in their order; none if it has to wait.
        sleep_s: How long the server would have it wait.
        over: Whether the federation has ended.
    """

    number: int
    tasks: tuple[str, ...]
    sleep_s: float = 0.0
    over: bool = False


@dataclass(frozen=True)
class Results:
    """What a site answers to one task.

    Attributes:
        task: Which.
        cases: How many cases stand behind it; its weight in the mean. 0 if no score is sent: then it counts nothing.
        metrics: Names and numbers.
        weights: The trained weights; None for a validation.
        base: The weights the training began from, for updates that are sent as differences.
        told: What was done to the weights before they are sent, in plain words, for the ledger.
    """

    task: str
    cases: int
    metrics: Mapping[str, float] = field(default_factory=dict)
    weights: TensorFile | None = None
    base: TensorFile | None = None
    told: str = ""


class Lost(Exception):  # noqa: N818 - the network's misfortune
    """The connection was lost, or the server did not answer in time; it is tried again. The text says why, plainly."""


class Refused(Exception):  # noqa: N818
    """The server did not take an update; the site sits this round out. The text says why."""


class Stopped(Exception):  # noqa: N818 - a person's wish
    """`stop` was called."""


class Link(Protocol):
    """One site's connection.

    All calls raise `Stopped` after `stop`, `Lost` where it may be tried again, and StudyError where a person must act:
    "federation-insecure", "federation-denied", "federation-plan", "federation-model".
    """

    def connect(self) -> float | None:
        """Reach the server and see that it accepts this site; may be called again after `Lost`.

        Returns:
            By how many seconds the server's clock is ahead of this computer's; None if it does not tell its time.
        """
        ...

    def next_work(self) -> Work:
        """Ask what is to be done."""
        ...

    def pull(self, number: int) -> Iterator[tuple[str, Floats]]:
        """Yield the tensors of the consensus of a round, in the order of the plan."""
        ...

    def push(self, number: int, results: Results) -> None:
        """Send what came of a task.

        Raises:
            Refused: If the server does not take it.
        """
        ...

    def stop(self) -> None:
        """End whatever call is under way; may be called from any thread, and is final."""
        ...

    def close(self) -> None:
        """Let go of the connection."""
        ...
