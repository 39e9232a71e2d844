"""The federation's server as a command: OpenFL's aggregator in its own environment, started, watched and stopped."""

import json
import os
import signal
import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from fets_desktop.app.federation.status import read_plan
from fets_desktop.study.errors import StudyError

PYTHON_VARIABLE = "FETS_DESKTOP_AGGREGATOR"
"""May name the Python of the server's environment, where it does not lie in `.aggregator` beside the program."""
_ROOT = Path(__file__).resolve().parents[3]
_PACKAGED = Path("/usr/bin/fets-desktop-aggregator")
"""What the package of that name installs: a Python for the program's own modules."""
_LEAVE_S = 15.0


def server_python() -> Path:
    """Return the Python of the server's environment.

    Raises:
        StudyError: "federation-server" if it was not made.
    """
    chosen = os.environ.get(PYTHON_VARIABLE)
    inside = "Scripts/python.exe" if sys.platform == "win32" else "bin/python"
    for python in [Path(chosen)] if chosen else [_ROOT / ".aggregator" / inside, _PACKAGED]:
        if python.exists():
            return python
    raise StudyError(
        "federation-server",
        "It is not installed: install the package fets-desktop-aggregator, or run installers/aggregator.sh.",
    )


@contextmanager
def serving(folder: Path, listen: str = "", linger_s: float = 3600.0) -> Iterator["Server"]:
    """Serve a federation for as long as the context lasts.

    The server goes when this process does, even if that is killed: it watches its standard input, which ends then.

    Args:
        folder: Of the federation.
        listen: "address:port"; every address, at the plan's port, if "".
        linger_s: How long, after the end, sites may take to come back and hear of it.

    Raises:
        StudyError: "federation-folder", "federation-server" if it does not come up.
    """
    read_plan(folder)
    command = [str(server_python()), "-m", "fets_desktop.federate.server", str(folder), "--attended"]
    command += ["--linger", str(linger_s)] + (["--listen", listen] if listen else [])
    # what gRPC itself prints names addresses; who came and what was refused stands in the folder
    environment = {**os.environ, "PYTHONPATH": str(_ROOT), "PYTHONDONTWRITEBYTECODE": "1", "GRPC_VERBOSITY": "NONE"}
    pipe = subprocess.PIPE
    # a group of its own: Ctrl-C comes to us, and we tell it politely, once
    with subprocess.Popen(command, stdin=pipe, stdout=pipe, env=environment, start_new_session=True) as process:
        try:
            assert process.stdout
            first = _first_word(process.stdout.readline())
            yield Server(process, int(first["listening"]), int(first["round"]))
        finally:
            _end(process)


@dataclass(frozen=True)
class Server:
    """A server that runs.

    Attributes:
        process: Its process.
        port: Where it listens.
        round: The round it is at, counted from 0.
    """

    process: "subprocess.Popen[bytes]"
    port: int
    round: int

    def check(self) -> None:
        """See that it still runs, or has ended because all was done.

        Raises:
            StudyError: "federation-server" if it ended by itself.
        """
        if self.process.poll():
            raise StudyError("federation-server", "It ended by itself; the file server.log in the folder says why.")


def serve(folder: Path, said: Callable[[str], None], listen: str = "", linger_s: float = 3600.0) -> None:
    """Serve a federation until it has ended or is stopped; see `serving`.

    Args:
        folder: Of the federation.
        said: Hears where it listens.
        listen: "address:port"; every address, at the plan's port, if "".
        linger_s: How long, after the end, sites may take to come back and hear of it.

    Raises:
        StudyError: "federation-folder", "federation-server".
    """
    with serving(folder, listen, linger_s) as server:
        said(f"Listening at port {server.port}, round {server.round + 1}.")
        server.process.wait()
    server.check()


def _first_word(line: bytes) -> dict[str, int]:
    try:
        told = json.loads(line)
    except ValueError:
        raise StudyError("federation-server", "It ended before it listened; server.log may say why.") from None
    if "error" in told:
        raise StudyError("federation-server", told["error"])
    return dict(told)


def _end(process: "subprocess.Popen[bytes]") -> None:
    """Let the server finish what it is at; end it if it does not."""
    if process.poll() is None:
        process.send_signal(signal.SIGTERM)
        try:
            process.wait(_LEAVE_S)
        except subprocess.TimeoutExpired:
            process.kill()
