"""Workers forked from a process that has their libraries loaded: starting one anew costs most of a CPU-second.

Each is a process of its own all the same: the leader of a group, with its own pipes, ended by its guard or by a kill.
Only numpy, SimpleITK, pydicom and their like are not loaded anew. It is for tests/cli, which starts workers by the
hundred, and for files that start many (the fixture `ready`); everywhere else they are started as a user's are.
"""

import contextlib
import gc
import importlib
import json
import os
import select
import signal
import socket
import subprocess
import sys
import threading
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import IO, Any

from fets_desktop.__main__ import main
from fets_desktop.jobs.group import begin_group
from fets_desktop.jobs.runner import WORKER

_LOADED = ("convert", "evaluate", "export", "fuse_candidates", "pacs_get", "prepare", "scan", "segment_candidates")
"""Tasks whose libraries are loaded beforehand; none of them starts a thread, which no fork would take along."""

_THREADS = Path("/proc/self/task")
_ALONE = b"alone"
_LONGEST = 1 << 20

Begin = Callable[[Sequence[str]], "subprocess.Popen[bytes] | ReadyWorker"]


class ReadyWorker:
    """What `fets_desktop.jobs` asks of a process, of one that was forked elsewhere: its streams, and its end."""

    def __init__(self, pid: int, stdin: IO[bytes], stdout: IO[bytes], stderr: IO[bytes], end: int) -> None:
        self.pid, self.stdin, self.stdout, self.stderr = pid, stdin, stdout, stderr
        self.returncode: int | None = None
        self._end = end
        self._asking = threading.Lock()

    def poll(self) -> int | None:
        """Return the exit status, None while it runs."""
        with contextlib.suppress(subprocess.TimeoutExpired):
            return self.wait(0.0)
        return None

    def wait(self, timeout: float | None = None) -> int:
        """Wait for the end and return the exit status, negative of a signal.

        Raises:
            subprocess.TimeoutExpired: If it still runs.
        """
        with self._asking:
            if self.returncode is None:
                if not select.select([self._end], [], [], timeout)[0]:
                    raise subprocess.TimeoutExpired("worker", timeout or 0.0)
                told = os.read(self._end, 64)
                os.close(self._end)
                self.returncode = int(told) if told else -signal.SIGKILL
            return self.returncode


class ReadyWorkers:
    """The process that workers are forked from; closed, it goes."""

    def __init__(self) -> None:
        ours, theirs = socket.socketpair(socket.AF_UNIX, socket.SOCK_SEQPACKET)
        self._line = ours
        self._one_at_a_time = threading.Lock()
        with theirs:
            self._process = subprocess.Popen(
                [sys.executable, __file__, str(theirs.fileno())],
                stdin=subprocess.DEVNULL,
                stdout=subprocess.DEVNULL,
                pass_fds=[theirs.fileno()],
                start_new_session=True,  # Ctrl-C is for the tests
                env={**os.environ, "PYTHONPATH": os.pathsep.join(sys.path), "OPENBLAS_NUM_THREADS": "1"},
            )

    def begin(self, command: Sequence[str]) -> "subprocess.Popen[bytes] | ReadyWorker":
        """Start a worker as `begin_group` does, in the place and with the environment of this moment."""
        if tuple(command) != WORKER:
            return begin_group(command)
        pipes = [os.pipe() for _ in range(4)]
        (theirs_in, ours_in), *outward = pipes
        inherited = [theirs_in, *(written for _, written in outward)]
        order = json.dumps({"cwd": str(Path.cwd()), "environment": dict(os.environ)}).encode()
        with self._one_at_a_time:
            socket.send_fds(self._line, [order], inherited)
            pid = int(self._line.recv(64) or 0)
        for descriptor in inherited:
            os.close(descriptor)
        if not pid:
            raise ChildProcessError("the process that workers are forked from is gone")
        out, err, end = (read for read, _ in outward)
        streams = (os.fdopen(ours_in, "wb", 0), os.fdopen(out, "rb", 0), os.fdopen(err, "rb", 0))
        return ReadyWorker(pid, *streams, end)

    def loaded(self) -> bool:
        """Wait until all is loaded, and tell whether a fork takes all along: a second thread it would leave behind."""
        return self._line.recv(64) == _ALONE

    def close(self) -> None:
        """Let the process go."""
        self._line.close()
        self._process.wait()


@contextlib.contextmanager
def ready_workers() -> Iterator[Begin]:
    """Give what begins workers in the place of `begin_group`; where a process cannot be forked so, that itself."""
    if not _THREADS.exists():
        yield begin_group
        return
    workers = ReadyWorkers()
    try:
        yield workers.begin if workers.loaded() else begin_group
    finally:
        workers.close()


def _serve(line: socket.socket) -> None:
    """Fork a worker for every order and tell how each ended, until the other side is gone; returns in each worker."""
    woken, waking = os.pipe()
    for descriptor in (woken, waking):
        os.set_blocking(descriptor, False)
    signal.signal(signal.SIGCHLD, lambda *_: None)
    signal.set_wakeup_fd(waking)
    ends: dict[int, int] = {}
    while True:
        heard, _, _ = select.select([line, woken], [], [])
        if woken in heard:
            os.read(woken, _LONGEST)
            _tell_ends(ends)
        if line not in heard:
            continue
        order, descriptors, _, _ = socket.recv_fds(line, _LONGEST, 4)
        if not order:
            sys.exit(0)
        *streams, end = descriptors
        if pid := os.fork():
            ends[pid] = end
            for descriptor in streams:
                os.close(descriptor)
            continue
        signal.set_wakeup_fd(-1)
        signal.signal(signal.SIGCHLD, signal.SIG_DFL)
        for descriptor in (woken, waking, end, *ends.values()):
            os.close(descriptor)
        _become_worker(json.loads(order), streams)
        line.send(str(os.getpid()).encode())  # not sooner: whoever hears it may kill the whole group
        line.close()
        return


def _tell_ends(ends: dict[int, int]) -> None:
    """Write the status of every worker that has ended into its pipe."""
    while ends:
        pid, status = os.waitpid(-1, os.WNOHANG)
        if not pid:
            return
        with contextlib.suppress(BrokenPipeError):
            os.write(ends[pid], str(os.waitstatus_to_exitcode(status)).encode())
        os.close(ends.pop(pid))


def _become_worker(order: dict[str, Any], streams: list[int]) -> None:
    """Make the forked process what `begin_group` starts."""
    os.setsid()
    for number, descriptor in enumerate(streams):
        os.dup2(descriptor, number)
        os.close(descriptor)
    os.environ.clear()
    os.environ.update(order["environment"])
    with contextlib.suppress(OSError):  # a place that is gone
        os.chdir(order["cwd"])
    sys.argv = ["fets_desktop", *WORKER[3:]]


if __name__ == "__main__":
    for task in _LOADED:
        importlib.import_module(f"fets_desktop.app.tasks.{task}")
    gc.collect()
    gc.freeze()
    orders = socket.socket(fileno=int(sys.argv[1]))
    orders.send(_ALONE if len(list(_THREADS.iterdir())) == 1 else b"threads")
    _serve(orders)
    sys.exit(main())
