"""The federation's server as a command: it goes when whoever started it is gone, however that came about."""

import os
import re
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest
from small_federation import ROOT, found, has_server

pytestmark = pytest.mark.skipif(not has_server(), reason="installers/aggregator.sh was not run")
_MOST_S = 60.0


def servers_of(folder: Path) -> list[int]:
    """The processes that serve a folder."""
    found_ = []
    for process in Path("/proc").glob("[0-9]*"):
        try:
            line = (process / "cmdline").read_bytes().split(b"\0")
        except OSError:
            continue
        if b"fets_desktop.federate.server" in line and str(folder).encode() in line:
            found_.append(int(process.name))
    return found_


@pytest.mark.skipif(not Path("/proc/self/cmdline").exists(), reason="it looks for processes in /proc")
def test_a_command_that_is_killed_takes_its_server_with_it(tmp_path):
    founded = found(tmp_path / "fed")
    command = [sys.executable, "-m", "fets_desktop", "--json", "aggregator", "start", str(founded.folder)]
    port = founded.plan.server.rpartition(":")[2]
    with subprocess.Popen(
        [*command, "--listen", f"127.0.0.1:{port}"], stderr=subprocess.PIPE, cwd=ROOT, text=True
    ) as process:
        try:
            assert process.stderr
            assert re.search("Listening at port", process.stderr.readline())
            (server,) = servers_of(founded.folder)
            process.send_signal(signal.SIGKILL)
            process.wait()
            deadline = time.monotonic() + _MOST_S
            while servers_of(founded.folder) and time.monotonic() < deadline:
                time.sleep(0.1)
            assert not servers_of(founded.folder), "the server lives on"
        finally:
            for left in servers_of(founded.folder):
                os.kill(left, signal.SIGKILL)
    assert server
    # it went politely: the owner is told that it stands still
    assert '"state": "stopped"' in (founded.folder / "status.json").read_text()
