"""The worker's side: one order in, one task run, its progress and its end told; a parent's death ends it too."""

import atexit
import json
import os
import sys
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Any, NoReturn

from fets_desktop.imaging.disk import standing_on
from fets_desktop.jobs.failure import ending_of
from fets_desktop.jobs.guard import begin_guard
from fets_desktop.jobs.message import Finished, Progressed, Told, encode
from fets_desktop.study.errors import Cancelled
from fets_desktop.study.plain import to_plain
from fets_desktop.study.progress import Progress

_STDIN, _STDOUT, _STDERR = 0, 1, 2
_NICE = 10
_PROGRESS_INTERVAL_S = 0.05
_CHUNK = 1 << 16
_WORKSPACE = 2
"""How far above a job's folder the workspace lies: WORKSPACE/scratch/jobs/ID."""


@dataclass(frozen=True)
class TaskContext:
    """What a task gets.

    Attributes:
        arguments: What the hall asks for.
        scratch: The folder it may write to.
        progress: Tells how far it is; raises Cancelled when the person asked to stop.
        tell: Tells a fact on the way, as plain JSON values.
    """

    arguments: dict[str, Any]
    scratch: Path
    progress: Progress
    tell: Callable[[dict[str, Any]], None]


Task = Callable[[TaskContext], dict[str, Any]]


def serve(find_task: Callable[[str], Task], stdin: int = _STDIN, stdout: int = _STDOUT) -> int:
    """Run the one task that the other side orders, and return the exit status (0 if its end could be told).

    Args:
        find_task: Turns a task's name into its function.
        stdin: Descriptor of the orders. With the process's own, its end ends the process with all its children.
        stdout: Descriptor of the messages. The process's own is kept from native libraries' prints.
    """
    own = stdin == _STDIN
    line = _Line(_keep_clean(stdout) if stdout == _STDOUT else stdout)
    if own:
        begin_guard(stdin)
    orders = _lines(stdin)
    first = next(orders, b"")
    if not first:
        return 1
    order = json.loads(first)
    threading.Thread(target=_listen, args=(orders, line.cancelled), name="orders", daemon=True).start()
    try:
        line.send(encode(_run(find_task, order, line)))
    except BrokenPipeError:
        return 1
    return 0


def leave(status: int) -> NoReturn:
    """End this process without taking down, module by module, what it had loaded: a tenth to half of a CPU-second."""
    atexit._run_exitfuncs()
    for stream in (sys.stdout, sys.stderr):
        with suppress(OSError, ValueError):  # nobody may be left to read it
            stream.flush()
    os._exit(status)


def _keep_clean(stdout: int) -> int:
    """Return a descriptor that only we know; whatever others print goes to the error output."""
    private = os.dup(stdout)
    os.dup2(_STDERR, stdout)
    return private


def _run(find_task: Callable[[str], Task], order: dict[str, Any], line: "_Line") -> Any:  # noqa: ANN401
    job = str(order["job"])
    try:
        if order["low_priority"]:
            os.nice(_NICE)
        scratch = Path(order["scratch"])
        with standing_on(scratch.parents[min(_WORKSPACE, len(scratch.parents) - 1)]):
            scratch.mkdir(mode=0o700, parents=True, exist_ok=True)
            task = find_task(order["task"])
            finished = Finished(job, to_plain(task(TaskContext(order["arguments"], scratch, line.progress, line.tell))))
            encode(finished)  # a result that JSON cannot say is the task's fault, and told as such
            return finished
    except (Exception, SystemExit) as error:  # the other side must hear of everything
        return ending_of(job, error)


class _Line:
    """The way up: whole lines, one at a time, from whichever thread."""

    def __init__(self, descriptor: int) -> None:
        self.cancelled = threading.Event()
        self._descriptor = descriptor
        self._lock = threading.Lock()
        self._last = ("", float("-inf"))

    def progress(self, fraction: float, note: str) -> None:
        """Tell how far the work is, a few times a second at most.

        Raises:
            Cancelled: If the person asked to stop.
        """
        if self.cancelled.is_set():
            raise Cancelled
        now = time.monotonic()
        if note != self._last[0] or fraction >= 1 or now - self._last[1] >= _PROGRESS_INTERVAL_S:
            self._last = (note, now)
            self.send(encode(Progressed("", float(fraction), note)))

    def tell(self, fact: dict[str, Any]) -> None:
        """Tell a fact."""
        self.send(encode(Told("", fact)))

    def send(self, content: bytes) -> None:
        view = memoryview(content)
        with self._lock:
            while view:
                view = view[os.write(self._descriptor, view) :]


def _lines(descriptor: int) -> Iterator[bytes]:
    """Yield lines of a descriptor; unbuffered, for a buffer's lock held by a thread breaks the interpreter's exit."""
    rest = b""
    while chunk := os.read(descriptor, _CHUNK):
        *whole, rest = (rest + chunk).split(b"\n")
        yield from whole


def _listen(orders: Iterator[bytes], cancelled: threading.Event) -> None:
    for line in orders:
        if json.loads(line).get("kind") == "cancel":
            cancelled.set()
    cancelled.set()
