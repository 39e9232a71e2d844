"""What a job tells, and how it travels: one JSON object a line.

Down to the worker: the order (job, task, arguments, scratch, low_priority), then perhaps {"kind": "cancel"}. Up: see
`JobMessage`.
"""

import json
from dataclasses import dataclass, field
from typing import Any

from fets_desktop.study.errors import ERRORS, StudyError
from fets_desktop.study.plain import to_plain

BUG = "bug"
"""The code of a failure that is no StudyError."""


@dataclass(frozen=True)
class Started:
    """The job's process runs."""

    job: str


@dataclass(frozen=True)
class Progressed:
    """The job is at `fraction` (0 to 1), in the step `note`."""

    job: str
    fraction: float
    note: str


@dataclass(frozen=True)
class Told:
    """The job tells something on its way, for example an epoch's loss."""

    job: str
    fact: dict[str, Any] = field(default_factory=dict)


@dataclass(frozen=True)
class Finished:
    """The job is done."""

    job: str
    result: dict[str, Any] = field(default_factory=dict)


@dataclass(frozen=True)
class Failed:
    """The job could not be done.

    Attributes:
        job: Identifier.
        code: A StudyError's code, or "bug".
        detail: Why, in plain words.
        message: The whole text; for a bug where it happened, without paths.
    """

    job: str
    code: str
    detail: str
    message: str


@dataclass(frozen=True)
class Stopped:
    """The job was cancelled, before it began or on its way."""

    job: str


JobMessage = Started | Progressed | Told | Finished | Failed | Stopped
Ending = Finished | Failed | Stopped

_KINDS: dict[type[Any], str] = {
    Progressed: "progress",
    Told: "tell",
    Finished: "finished",
    Failed: "failed",
    Stopped: "stopped",
}


def encode(message: Progressed | Told | Ending) -> bytes:
    """Return a message as a line; the job's name stays at home.

    Raises:
        TypeError: If a fact or result is nothing that JSON can say.
    """
    plain = {key: value for key, value in to_plain(message).items() if key != "job"}
    return json.dumps({"kind": _KINDS[type(message)], **plain}).encode() + b"\n"


def decode(job: str, line: bytes) -> Progressed | Told | Ending | None:
    """Return the message of a line, None for anything else that found its way into the pipe."""
    try:
        plain = json.loads(line)
        kind = plain.pop("kind")
        return _build(job, kind, plain)
    except (ValueError, KeyError, TypeError, AttributeError, RecursionError):
        return None


def _build(job: str, kind: str, plain: dict[str, Any]) -> Progressed | Told | Ending | None:
    match kind:
        case "progress":
            return Progressed(job, float(plain["fraction"]), str(plain["note"]))
        case "tell":
            return Told(job, dict(plain["fact"]))
        case "finished":
            return Finished(job, dict(plain["result"]))
        case "failed":
            code = plain["code"] if plain["code"] in ERRORS else BUG
            return Failed(job, code, str(plain["detail"]), str(plain["message"]))
        case "stopped":
            return Stopped(job)
        case _:
            return None


def failed(job: str, error: StudyError, extra: str = "") -> Failed:
    """Return the message for a known failure; `extra` is for the support, not for the screen."""
    return Failed(job, error.code, error.detail, f"{error.message}\n{extra}" if extra else error.message)
