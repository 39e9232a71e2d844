"""What went wrong inside a task, in words that may leave the worker: no paths, no quoted names."""

import errno
import re
import traceback
from pathlib import Path

from fets_desktop.jobs.message import BUG, Ending, Failed, Stopped, failed
from fets_desktop.study.errors import Cancelled, StudyError

_FULL = {errno.ENOSPC, errno.EDQUOT, errno.EFBIG}
_QUOTED = re.compile(r"""(['"]).*?\1""")
# a path may hold blanks, so everything after its beginning goes
_PATH = re.compile(r"\S*[/\\].*")


def ending_of(job: str, error: BaseException) -> Ending:
    """Return how a job ends whose task raised this."""
    if isinstance(error, Cancelled):
        return Stopped(job)
    if isinstance(error, StudyError):
        return failed(job, error)
    if isinstance(error, MemoryError):
        return failed(job, StudyError("out-of-memory"))
    if isinstance(error, OSError) and error.errno in _FULL:
        return failed(job, StudyError("disk-full"))
    if isinstance(error, OSError) and error.errno == errno.EROFS:
        return failed(job, StudyError("read-only"))
    return Failed(job, BUG, type(error).__name__, describe(error))


def describe(error: BaseException) -> str:
    """Return kind, scrubbed words and places (file, line, function) of an error and of those that led to it."""
    lines: list[str] = []
    seen: set[int] = set()
    current: BaseException | None = error
    while current is not None and id(current) not in seen:
        seen.add(id(current))
        lines.append(f"{type(current).__name__}: {_words(current)}".rstrip(": "))
        frames = traceback.extract_tb(current.__traceback__)
        lines += [f"  {Path(f.filename).name}:{f.lineno} in {f.name}" for f in frames]
        current = current.__cause__ or (None if current.__suppress_context__ else current.__context__)
    return "\n".join(lines)


def _words(error: BaseException) -> str:
    if isinstance(error, OSError):
        return error.strerror or ""
    return scrub(str(error))


def scrub(text: str) -> str:
    """Take quoted words and everything that looks like a path out of a text."""
    return "\n".join(_PATH.sub("<path>", _QUOTED.sub("<text>", line)) for line in text.splitlines())
