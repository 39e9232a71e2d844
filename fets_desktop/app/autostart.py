"""Opening the program when a person signs in: one file where the system looks for it; nobody's rights are needed.

Source: freedesktop.org, Desktop Application Autostart Specification; Apple, launchd.plist(5), RunAtLoad; Microsoft, the
folder Startup of the Start menu.
"""

import os
import plistlib
import shlex
import subprocess
import sys
from collections.abc import Mapping, Sequence
from pathlib import Path

from fets_desktop.imaging.disk import known_disk_errors, write_whole
from fets_desktop.jobs.runner import WORKER

_LABEL = "org.fets.desktop"


def opening(workspace: Path) -> list[str]:
    """Return the command that opens a workspace, without its window where a federation goes on."""
    return [*WORKER[:-1], "--workspace", str(workspace), "window", "--hidden"]


def entry(system: str = sys.platform, home: Path | None = None, environment: Mapping[str, str] | None = None) -> Path:
    """Return the file that makes the system open the program.

    Args:
        system: As `sys.platform`.
        home: The person's folder.
        environment: May name other places (`XDG_CONFIG_HOME`, `APPDATA`).
    """
    home, named = home or Path.home(), os.environ if environment is None else environment
    if system == "darwin":
        return home / "Library" / "LaunchAgents" / f"{_LABEL}.plist"
    if system == "win32":
        roaming = Path(named.get("APPDATA") or home / "AppData" / "Roaming")
        return roaming / "Microsoft" / "Windows" / "Start Menu" / "Programs" / "Startup" / "FeTS Desktop.cmd"
    return Path(named.get("XDG_CONFIG_HOME") or home / ".config") / "autostart" / "fets-desktop.desktop"


def content(command: Sequence[str], system: str = sys.platform) -> bytes:
    """Return what stands in that file."""
    if system == "darwin":
        return plistlib.dumps({"Label": _LABEL, "ProgramArguments": list(command), "RunAtLoad": True})
    if system == "win32":
        # read as UTF-8, whatever letters a folder has; a per cent sign begins a variable's name
        return f'@chcp 65001 >nul\r\n@start "" {subprocess.list2cmdline(command).replace("%", "%%")}\r\n'.encode()
    line = shlex.join(command).replace("\\", "\\\\").replace("%", "%%")
    return f"[Desktop Entry]\nType=Application\nName=FeTS Desktop\nExec={line}\nTerminal=false\n".encode()


def switch(on: bool, workspace: Path, file: Path | None = None) -> None:
    """Have the program opened when the person signs in, or no longer.

    Raises:
        StudyError: "disk-full" or "read-only".
    """
    file = file or entry()
    with known_disk_errors():
        if on:
            file.parent.mkdir(parents=True, exist_ok=True)
            write_whole(file, content(opening(workspace)))
        else:
            file.unlink(missing_ok=True)
