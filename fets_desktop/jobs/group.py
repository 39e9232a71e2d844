"""A worker and all it starts: one process group, begun, ordered about and ended as one."""

import contextlib
import json
import os
import signal
import subprocess
import threading
from collections.abc import Callable, Sequence
from typing import IO

_LONGEST_LINE = 64 << 20


def begin_group(command: Sequence[str]) -> subprocess.Popen[bytes]:
    """Start a worker as the leader of a group of its own, with pipes for its three streams.

    Raises:
        OSError: If it cannot be started.
    """
    pipe = subprocess.PIPE
    # unbuffered: an order goes out at once, and nothing is left to flush into a pipe that nobody reads
    return subprocess.Popen(command, stdin=pipe, stdout=pipe, stderr=pipe, bufsize=0, start_new_session=True)


def end_group(process: subprocess.Popen[bytes]) -> None:
    """End a worker and every process it started, at once.

    After the leader's end this still finds its children: a group's number is not given anew while it has members.
    """
    with contextlib.suppress(ProcessLookupError, PermissionError):
        os.killpg(process.pid, signal.SIGKILL)


def send(process: subprocess.Popen[bytes], order: object) -> None:
    """Write an order as a line; a worker that is gone hears nothing, and its end is told by who watches it."""
    assert process.stdin
    view = memoryview(json.dumps(order).encode() + b"\n")
    with contextlib.suppress(BrokenPipeError, ValueError):
        while view:
            view = view[process.stdin.write(view) :]


def listen(
    pipe: IO[bytes] | None, take: Callable[[bytes], None], at_end: Callable[[], None] = lambda: None
) -> threading.Thread:
    """Hand every line of a pipe to `take` in a thread, which closes the pipe at its end and says so."""
    assert pipe
    thread = threading.Thread(target=_drain, args=(pipe, take, at_end), name="listener", daemon=True)
    thread.start()
    return thread


def _drain(pipe: IO[bytes], take: Callable[[bytes], None], at_end: Callable[[], None]) -> None:
    try:
        with pipe, open(pipe.fileno(), "rb", closefd=False) as lines:
            while line := lines.readline(_LONGEST_LINE):
                take(line)
    finally:
        at_end()


def how_it_ended(status: int) -> str:
    """Return an exit status in words."""
    if status >= 0:
        return f"It left with status {status}."
    try:
        return f"It was ended by the signal {signal.Signals(-status).name}."
    except ValueError:
        return f"It was ended by the signal {-status}."
