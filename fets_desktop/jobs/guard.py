"""The guard of a worker: a process that only waits, and ends worker and children when whoever ordered the work dies."""

import itertools
import os
import select
import signal

_GONE = select.POLLHUP | select.POLLERR


def begin_guard(orders: int) -> None:
    """Start the guard; call it before any thread runs.

    No thread of the worker itself could do this: greedy's call holds the interpreter for half a minute, and meanwhile
    nothing else in the process gets a turn. The guard shares the worker's memory pages and leaves when the worker does.

    Args:
        orders: Descriptor of the orders, a pipe: when nobody is left to write to it, the other side is dead.
    """
    watched, held = os.pipe()
    worker = os.getpid()
    if os.fork():
        os.close(watched)  # the other end stays open for as long as this process lives
        return
    try:
        os.close(held)
        _let_go_of_all_but({orders, watched})
        _wait(orders, watched, worker)
    finally:
        os._exit(0)


def _let_go_of_all_but(kept: set[int]) -> None:
    """Close what else was inherited: a pipe of messages that the guard held open would seem to have a writer left."""
    edges = [-1, *sorted(kept), os.sysconf("SC_OPEN_MAX")]
    for below, above in itertools.pairwise(edges):
        if below + 1 < above:  # of an empty range os.closerange makes all descriptors there are
            os.closerange(below + 1, above)


def _wait(orders: int, watched: int, worker: int) -> None:
    poller = select.poll()
    for descriptor in (orders, watched):
        poller.register(descriptor, 0)  # no event but the other side's end
    ended = {descriptor for descriptor, event in poller.poll() if event & _GONE}
    if watched in ended or orders not in ended:
        return
    if os.getpgrp() == worker:
        os.killpg(worker, signal.SIGKILL)
    else:
        os.kill(worker, signal.SIGKILL)
