"""No process of the program opens a connection by itself: every Python of it is listened to by an audit hook.

What native code does is seen where strace is at hand.
"""

import os
import re
import subprocess
import sys
from pathlib import Path

import pytest
from hospital import need_tool

_HOOK = """
import os, sys
_place = os.environ["FETS_TEST_CONNECTIONS"]

def _hear(event, arguments):
    if event in ("socket.connect", "socket.bind", "socket.sendto", "socket.getaddrinfo"):
        told = arguments[0] if event == "socket.getaddrinfo" else arguments[-1]
        # an address of the network is a tuple; a name in the file system is that of a service of this computer
        # urllib3 tries out, as it is loaded, whether this computer knows IPv6 at all
        if (event == "socket.getaddrinfo" or isinstance(told, tuple)) and told != ("::1", 0):
            with open(_place, "a") as file:
                file.write(f"{event} {told!r} {sys.argv[:3]}\\n")

sys.addaudithook(_hear)
with open(_place + ".heard", "a") as file:
    file.write(f"{os.getpid()}\\n")
"""


@pytest.fixture
def heard(tmp_path: Path) -> Path:
    (tmp_path / "hook").mkdir()
    (tmp_path / "hook" / "sitecustomize.py").write_text(_HOOK)
    return tmp_path / "connections"


def run(heard: Path, *words: object, through: tuple[str, ...] = ()) -> str:
    surroundings = {**os.environ, "PYTHONPATH": str(heard.parent / "hook"), "FETS_TEST_CONNECTIONS": str(heard)}
    line = [*through, sys.executable, *map(str, words)]
    done = subprocess.run(line, capture_output=True, text=True, check=False, env=surroundings)
    assert done.returncode == 0, done.stderr[-1500:]
    return heard.read_text() if heard.exists() else ""


def test_the_hook_hears(heard):
    assert "127.0.0.1" in run(heard, "-c", "import socket; socket.socket().connect_ex(('127.0.0.1', 9))")


def test_work_on_a_case_connects_nowhere(heard, patient, tmp_path):
    place = ("-m", "fets_desktop", "--workspace", tmp_path / "W", "--quiet")
    for verb in (
        ("import", patient),
        ("phi-scan",),
        ("backup", "--to", tmp_path / "B"),
        ("models", "list"),
        ("verify",),
    ):
        assert run(heard, *place, *verb) == ""
    processes = len((tmp_path / "connections.heard").read_text().splitlines())
    assert processes > 6, "the workers were heard, too"


def test_the_engines_and_the_window_connect_nowhere(heard):
    code = "import openvino, nncf, torch, fets_desktop.ui.shell, fets_desktop.dicom.scan, fets_desktop.segment.network"
    assert run(heard, "-c", f"import fets_desktop; {code}") == ""


def test_native_code_connects_nowhere_either(heard, patient, tmp_path):
    need_tool("strace", "strace")
    log = tmp_path / "calls"
    through = ("strace", "-f", "-qq", "-e", "trace=connect,sendto", "-o", str(log))
    if subprocess.run([*through, "true"], capture_output=True, check=False).returncode:
        pytest.skip("this machine lets nobody trace")
    run(heard, "-m", "fets_desktop", "--workspace", tmp_path / "W", "--quiet", "import", patient, through=through)
    assert re.findall(r"sa_family=AF_INET6?\b.*", log.read_text()) == []
