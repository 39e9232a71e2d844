"""The file that opens the program at sign-in: where each system looks, and a command that comes back whole from it."""

import os
import plistlib
import shlex
from pathlib import Path

import pytest

from fets_desktop.app.autostart import content, entry, opening, switch
from fets_desktop.cli import understand
from fets_desktop.study.errors import StudyError

WORKSPACE = Path("/home/a b/50% of 'it'")


def test_each_system_has_its_place():
    home = Path("/home/a")
    assert entry("linux", home, {}) == home / ".config/autostart/fets-desktop.desktop"
    assert entry("linux", home, {"XDG_CONFIG_HOME": "/x"}) == Path("/x/autostart/fets-desktop.desktop")
    assert entry("darwin", home, {}) == home / "Library/LaunchAgents/org.fets.desktop.plist"
    assert entry("win32", home, {}).parts[-2:] == ("Startup", "FeTS Desktop.cmd")


def test_the_command_is_one_that_the_program_understands():
    command = opening(WORKSPACE)
    assert command[1:3] == ["-m", "fets_desktop"]
    wish = understand(command[3:])
    assert (wish.verb, wish.workspace, wish.options.hidden) == ("window", WORKSPACE, True)


def test_the_command_comes_back_whole_from_every_file():
    command = opening(WORKSPACE)
    exec_ = next(
        line.removeprefix("Exec=") for line in content(command, "linux").decode().splitlines() if "Exec=" in line
    )
    assert shlex.split(exec_.replace("%%", "%").replace("\\\\", "\\")) == command
    assert plistlib.loads(content(command, "darwin"))["ProgramArguments"] == command
    told = content(command, "win32").decode()
    assert told.splitlines()[1].startswith('@start "" ')
    assert f'"{WORKSPACE}"'.replace("%", "%%") in told


def test_it_is_switched_on_and_off(tmp_path):
    file = tmp_path / "autostart" / "fets-desktop.desktop"
    switch(True, WORKSPACE, file)
    assert file.read_bytes() == content(opening(WORKSPACE))
    switch(False, WORKSPACE, file)
    assert not file.exists()
    switch(False, WORKSPACE, file)


@pytest.mark.skipif(os.name == "nt", reason="a file where a folder should be")
def test_where_it_cannot_be_written_it_is_told(tmp_path):
    (tmp_path / "in the way").write_text("")
    with pytest.raises((StudyError, OSError)):
        switch(True, WORKSPACE, tmp_path / "in the way" / "x.desktop")
