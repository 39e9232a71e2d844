"""A workspace on a disk that may only be read: what only looks goes on, what writes is refused, no byte is touched."""

import hashlib
import os
import shutil
import subprocess
import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest
from shell_commands import command

from fets_desktop.app.hall import Hall


@pytest.fixture
def disk(tmp_path: Path) -> Iterator[Path]:
    """A small disk that can be made read-only."""
    place = tmp_path / "disk"
    place.mkdir()
    if (
        os.geteuid()
        or subprocess.run(
            ["mount", "-t", "tmpfs", "-o", "size=64m", "tmpfs", str(place)], capture_output=True, check=False
        ).returncode
    ):
        pytest.skip("only root may mount a disk, and not everywhere")
    yield place
    subprocess.run(["umount", str(place)], check=True)


@pytest.fixture(autouse=True)
def aside(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The folder for what is temporary."""
    (tmp_path / "aside").mkdir()
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path / "aside"))
    return tmp_path / "aside"


def seal(disk: Path) -> None:
    subprocess.run(["mount", "-o", "remount,ro", str(disk)], check=True)


def test_what_only_looks_goes_on_and_what_writes_is_refused(disk: Path, patient: Path, aside: Path) -> None:
    workspace = disk / "workspace"
    case = command(workspace, "--json", "import", patient).json["cases"][0]["case"]
    seal(disk)
    done = command(workspace, "--json", "cases")
    assert (done.status, [one["case"] for one in done.json["cases"]]) == (0, [case])
    assert "cannot be written to" in done.err
    assert command(workspace, "--json", "cases", "show", case).status == 0
    assert command(workspace, "--json", "annotations", case).json == {"versions": []}
    assert command(workspace, "--json", "models").status == 0
    assert command(workspace, "--json", "verify").json["ok"]
    scanned = command(workspace, "--json", "phi-scan")
    assert (scanned.status, scanned.json["ok"], scanned.json["unread"]) == (0, True, [])
    assert scanned.json["files"] > 10
    for words in (("import", patient), ("cases", "flag", case, "--reason", "look"), ("prepare",)):
        refused = command(workspace, "--json", *words)
        assert (refused.status, refused.codes) == (4, ["read-only"]), words
    assert list(aside.glob("fets-look-*")) == []


def test_what_waits_in_the_log_of_the_records_is_seen(disk: Path, patient: Path, tmp_path: Path) -> None:
    case = command(tmp_path / "workspace", "--json", "import", patient).json["cases"][0]["case"]
    with Hall(tmp_path / "workspace") as hall:
        hall.cases.flag(case, "look at the edge")
        assert (tmp_path / "workspace" / "facts.db-wal").stat().st_size > 0
        shutil.copytree(tmp_path / "workspace", disk / "workspace")
    seal(disk)
    (seen,) = command(disk / "workspace", "--json", "cases").json["cases"]
    assert seen["flag"] == "look at the edge"


def test_looking_touches_nothing_and_keeps_nothing(patient: Path, tmp_path: Path, aside: Path) -> None:
    workspace = tmp_path / "workspace"
    case = command(workspace, "--json", "import", patient).json["cases"][0]["case"]

    def content() -> dict[str, str]:
        return {
            str(path): hashlib.sha256(path.read_bytes()).hexdigest() for path in workspace.rglob("*") if path.is_file()
        }

    before = content()
    with Hall(workspace, look=True) as hall:
        hall.cases.flag(case, "forgotten")
        (copy,) = aside.glob("fets-look-*")
        assert copy.stat().st_mode & 0o077 == 0
        with pytest.raises(Exception, match="open"):
            Hall(workspace)
    assert content() == before
    assert list(aside.glob("fets-look-*")) == []
    with Hall(workspace) as hall, pytest.raises(Exception, match="open"):
        Hall(workspace, look=True)
