"""One job's process, seen from outside: started, listened to, told to stop, ended."""

import collections
import contextlib
import subprocess
import threading
import time
from collections.abc import Callable, Sequence

from fets_desktop.jobs.failure import scrub
from fets_desktop.jobs.group import begin_group, end_group, how_it_ended, listen, send
from fets_desktop.jobs.message import Ending, Failed, Finished, JobMessage, Started, Stopped, decode, failed
from fets_desktop.jobs.spec import JobSpec
from fets_desktop.study.errors import StudyError
from fets_desktop.study.plain import to_plain

_HEARTBEAT_S = 0.5
_TAIL_LINES = 20
_NEVER = float("inf")
_CANCEL = {"kind": "cancel"}


class Child:
    """Runs one job and posts what it tells: `Started` first, and one ending when nothing of it lives any more.

    Args:
        spec: The job.
        command: Starts the worker.
        post: Takes the messages, from other threads.
        ended: Called after the ending was posted, from another thread.
        patience_s: How long a worker may take to leave when told to stop, or after its last word.
    """

    def __init__(
        self,
        spec: JobSpec,
        command: Sequence[str],
        post: Callable[[JobMessage], None],
        ended: Callable[["Child"], None],
        patience_s: float,
    ) -> None:
        self.spec = spec
        self._command = command
        self._post = post
        self._ended = ended
        self._patience_s = patience_s
        self._deadline = _NEVER
        self._cancelled = False
        self._ordered = False
        self._ending: Ending | None = None
        self._silent = threading.Event()
        self._state = threading.Lock()
        self._tail: collections.deque[str] = collections.deque(maxlen=_TAIL_LINES)
        self._process: subprocess.Popen[bytes] | None = None
        self._watcher = threading.Thread(target=self._watch, name=f"job {spec.id}", daemon=True)

    def start(self) -> None:
        """Begin, in a thread of its own."""
        self._watcher.start()

    def cancel(self) -> None:
        """Tell the worker to stop; if it has not left in time it is ended."""
        with self._state:
            if self._cancelled:
                return
            self._cancelled = True
            self._hurry(self._patience_s if self.spec.patience_s is None else self.spec.patience_s)
            if self._ordered and self._process is not None:
                send(self._process, _CANCEL)

    def kill(self) -> None:
        """End the worker and all its children at once."""
        with self._state:
            self._cancelled = True
            self._hurry(0.0)
            if self._process is not None:
                end_group(self._process)

    def join(self, timeout_s: float) -> bool:
        """Wait until nothing of the job lives any more, and return whether that is so."""
        if self._watcher is not threading.current_thread():
            self._watcher.join(timeout_s)
        return not self._watcher.is_alive()

    def _hurry(self, seconds: float) -> None:
        self._deadline = min(self._deadline, time.monotonic() + seconds)

    def _watch(self) -> None:
        try:
            self._post(self._live())
        finally:
            self._ended(self)

    def _live(self) -> Ending:
        if self._cancelled:
            return Stopped(self.spec.id)
        try:
            process = begin_group(self._command)
        except OSError as error:
            return failed(self.spec.id, StudyError("worker-died", f"It could not be started: {error.strerror}."))
        with self._state:
            self._process = process
        self._post(Started(self.spec.id))
        threads = (
            listen(process.stdout, self._hear, self._silent.set),
            listen(process.stderr, self._remember),
            threading.Thread(target=self._order, args=(process,), daemon=True),
        )
        threads[-1].start()
        self._wait_for_end(process)
        # what it started must not outlive it, nor hold its pipes open
        end_group(process)
        status = process.wait()
        for thread in threads:
            # a process that fled the group may hold a pipe for ever; the job ends all the same
            thread.join(self._patience_s)
        assert process.stdin
        with contextlib.suppress(BrokenPipeError):
            process.stdin.close()
        return self._verdict(status)

    def _order(self, process: subprocess.Popen[bytes]) -> None:
        """Tell the worker what to do; in a thread, for a long order waits until it is read."""
        spec = self.spec
        order = {
            "job": spec.id,
            "task": spec.task,
            "arguments": to_plain(spec.arguments),
            "scratch": str(spec.scratch),
            "low_priority": spec.low_priority,
        }
        send(process, order)
        with self._state:
            self._ordered = True
            if self._cancelled:
                send(process, _CANCEL)

    def _wait_for_end(self, process: subprocess.Popen[bytes]) -> None:
        """Return when the process has ended or its time is up: its last word or a closed pipe comes first."""
        while process.poll() is None and time.monotonic() < self._deadline:
            if self._silent.is_set():
                self._hurry(self._patience_s)
                with contextlib.suppress(subprocess.TimeoutExpired):
                    process.wait(max(0.0, self._deadline - time.monotonic()))
            else:
                self._silent.wait(max(0.0, min(_HEARTBEAT_S, self._deadline - time.monotonic())))

    def _hear(self, line: bytes) -> None:
        """Post what the worker tells, but keep its ending until it has left."""
        message = decode(self.spec.id, line)
        if self._ending is not None or message is None:
            return
        if isinstance(message, Finished | Failed | Stopped):
            self._ending = message
            self._silent.set()
        else:
            self._post(message)

    def _remember(self, line: bytes) -> None:
        """Keep the last lines that native libraries printed, for a worker that dies without a word."""
        self._tail.append(scrub(line[:500].decode(errors="replace").rstrip()))

    def _verdict(self, status: int) -> Ending:
        if self._ending is not None and (isinstance(self._ending, Finished) or not self._cancelled):
            return self._ending
        if self._cancelled:
            return Stopped(self.spec.id)
        return failed(self.spec.id, StudyError("worker-died", how_it_ended(status)), "\n".join(self._tail))
