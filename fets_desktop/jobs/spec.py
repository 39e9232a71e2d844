"""What to run and where it queues."""

from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path
from typing import Any


class Lane(StrEnum):
    """What a job needs most; each lane runs so many jobs at a time. DISC: short work a person waits for."""

    CPU = "cpu"
    GPU = "gpu"
    NET = "net"
    DISC = "disc"


@dataclass(frozen=True)
class JobSpec:
    """One job to run.

    Attributes:
        id: Identifier, of one running or queued job at a time.
        task: Which kind of work.
        arguments: What the task gets; plain JSON values.
        scratch: The folder it may write to.
        lane: Where it queues.
        low_priority: Whether it gives way: it runs niced, in a place of its own beside the lane, and blocks nobody.
        patience_s: How long it may take to leave when told to stop; None for the usual patience. Short for work
            that long calls of engines keep from looking up and that loses nothing when it is ended from outside.
        place: Jobs of one place, as those that write to one folder, never run side by side; "" for none.
    """

    id: str
    task: str
    arguments: dict[str, Any]
    scratch: Path
    lane: Lane = Lane.CPU
    low_priority: bool = False
    patience_s: float | None = None
    place: str = ""
