"""How each kind of job is treated: who publishes its result, where it queues, whether it outlives the program."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from fets_desktop.jobs.spec import Lane
from fets_desktop.store.records import JobRecord

Finisher = Callable[[JobRecord, dict[str, Any]], None]
TellListener = Callable[[JobRecord, dict[str, Any]], None]


@dataclass(frozen=True)
class JobKind:
    """How a kind of task is treated.

    Attributes:
        finished: Publishes the result.
        told: Hears what it tells on its way.
        low_priority: Whether it gives way to others.
        repeatable: Whether two such jobs with different arguments make sense for one case.
        lane: Where it queues.
        resumed: Whether it goes on after the program was ended; if not, it counts as cancelled then.
        private: Gives what the worker gets beside the recorded arguments: what nobody may keep, as passwords, and what
            is not the job's own, as how long its steps take on this machine.
        patience_s: How long it may take to leave when cancelled, before it is ended; None for ten seconds.
    """

    finished: Finisher
    told: TellListener | None = None
    low_priority: bool = False
    repeatable: bool = False
    lane: Lane = Lane.CPU
    resumed: bool = True
    private: Callable[[JobRecord], dict[str, Any]] | None = None
    patience_s: float | None = None


def _nobody(record: JobRecord, result: dict[str, Any]) -> None:
    raise LookupError("nobody takes the result of this kind of job")


UNKNOWN = JobKind(_nobody)
"""A kind that nobody spoke for: an earlier version's, found unfinished."""
