"""Ports for servers that must be told theirs before they start, so that nobody else takes them meanwhile.

The system's own choice (port 0) may give the same port to the other process of the tests, or to a connection that
somebody makes, between the moment it was asked and the server's start. So each process has a stretch of its own, below
those the system deals out, and goes through it in turn.
"""

import itertools
import os
import socket

_FIRST, _EACH, _STRETCHES = 12_000, 5_000, 4
_stretch = int(os.environ.get("PYTEST_XDIST_WORKER", "gw0").removeprefix("gw")) % _STRETCHES
# another run beside this one begins elsewhere
_turns = itertools.count(os.getpid())


def free_port() -> int:
    """Return a port of the loopback at which nobody listens; no other call of this run returns it soon."""
    for turn in itertools.islice(_turns, _EACH):
        port = _FIRST + _stretch * _EACH + turn % _EACH
        with socket.socket() as probe:
            try:
                probe.bind(("127.0.0.1", port))
            except OSError:
                continue
        return port
    raise RuntimeError("no port is free")
