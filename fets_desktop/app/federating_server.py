"""The federation's server as a command: OpenFL's aggregator in its own environment, started, watched and stopped."""

import json
import os
import signal
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

from fets_desktop.app.federating_founding import read_plan
from fets_desktop.study.errors import StudyError

PYTHON_VARIABLE = "FETS_DESKTOP_AGGREGATOR"
"""May name the Python of the server's environment, where it does not lie in `.aggregator` beside the program."""
_ROOT = Path(__file__).resolve().parents[2]
_LEAVE_S = 15.0


def server_python() -> Path:
    """Return the Python of the server's environment.

    Raises:
        StudyError: "federation-server" if it was not made.
    """
    chosen = os.environ.get(PYTHON_VARIABLE)
    inside = "Scripts/python.exe" if sys.platform == "win32" else "bin/python"
    python = Path(chosen) if chosen else _ROOT / ".aggregator" / inside
    if not python.exists():
        raise StudyError("federation-server", "Its environment was not made yet: run installers/aggregator.sh.")
    return python


def serve(folder: Path, said: Callable[[str], None], listen: str = "", linger_s: float = 3600.0) -> None:
    """Serve a federation until it has ended or is stopped.

    Args:
        folder: Of the federation.
        said: Hears where it listens.
        listen: "address:port"; every address, at the plan's port, if "".
        linger_s: How long, after the end, sites may take to come back and hear of it.

    Returns:
        The round that was under way when it stopped, counted from 0.

    Raises:
        StudyError: "federation-folder", "federation-server".
    """
    read_plan(folder)
    command = [str(server_python()), "-m", "fets_desktop.federate.server", str(folder), "--linger", str(linger_s)]
    if listen:
        command += ["--listen", listen]
    # what gRPC itself prints names addresses; who came and what was refused stands in the folder
    environment = {**os.environ, "PYTHONPATH": str(_ROOT), "PYTHONDONTWRITEBYTECODE": "1", "GRPC_VERBOSITY": "NONE"}
    # a group of its own: Ctrl-C comes to us, and we tell it politely, once
    with subprocess.Popen(command, stdout=subprocess.PIPE, env=environment, start_new_session=True) as process:
        try:
            assert process.stdout
            first = _first_word(process.stdout.readline())
            said(f"Listening at port {first['listening']}, round {first['round'] + 1}.")
            process.wait()
        finally:
            _end(process)
    if process.returncode:
        raise StudyError("federation-server", "It ended by itself; the file server.log in the folder says why.")


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
