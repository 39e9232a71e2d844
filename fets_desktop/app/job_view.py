"""A job as a person sees it."""

from dataclasses import dataclass


@dataclass(frozen=True)
class JobView:
    """A job as a person sees it.

    Attributes:
        id: Identifier.
        task: Which kind of work.
        title: In a person's words.
        case: The case it works on, "" if none or several.
        state: queued, running, done, failed or cancelled.
        fraction: 0 to 1.
        note: The step it is at.
        seconds_left: Estimate; None while there is nothing to estimate from.
        error: What went wrong, "" if nothing.
        code: The error's code, "" if nothing went wrong.
    """

    id: str
    task: str
    title: str
    case: str
    state: str
    fraction: float = 0.0
    note: str = ""
    seconds_left: float | None = None
    error: str = ""
    code: str = ""
