"""The folder in memory where images are opened: one owner's, never on a disk, gone with its process."""

import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from fets_desktop.store import private_place
from fets_desktop.store.drives import Mount
from fets_desktop.store.private_place import PrivatePlace, clear_left, memory_root
from fets_desktop.study.errors import StudyError


def test_a_place_is_closed_to_others_and_gone_when_it_is_closed(tmp_path: Path):
    one, other = PrivatePlace(tmp_path), PrivatePlace(tmp_path)
    assert one.folder != other.folder
    assert {path.stat().st_mode & 0o777 for path in (one.folder, one.folder.parent)} == {0o700}
    (one.folder / "image").write_bytes(b"voxels")
    one.close()
    assert not one.folder.exists()
    assert other.folder.exists(), "it belongs to somebody who is at work"
    other.close()


@pytest.mark.parametrize("next_one", [lambda root: PrivatePlace(root).close(), clear_left])
def test_what_a_killed_process_left_is_removed_by_the_next(tmp_path: Path, next_one: Callable[[Path], None]):
    code = (
        "import os, sys; from pathlib import Path; from fets_desktop.store.private_place import PrivatePlace\n"
        "place = PrivatePlace(Path(sys.argv[1])); (place.folder / 'image').write_bytes(b'voxels')\n"
        "print(place.folder, flush=True); os.kill(os.getpid(), 9)"
    )
    told = subprocess.run([sys.executable, "-c", code, str(tmp_path)], capture_output=True, text=True, check=False)
    left = Path(told.stdout.strip())
    assert (left / "image").exists()
    next_one(tmp_path)
    assert not left.exists()


def test_a_name_that_somebody_else_has_taken_is_refused(tmp_path: Path):
    (tmp_path / "elsewhere").mkdir()
    (tmp_path / f"fets-desktop-{os.getuid()}").symlink_to(tmp_path / "elsewhere")
    with pytest.raises(StudyError) as caught:
        PrivatePlace(tmp_path)
    assert caught.value.code in ("no-private-memory", "read-only")
    assert not list((tmp_path / "elsewhere").iterdir())


def test_a_folder_of_somebody_else_under_our_name_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    maker = os.getuid()
    (tmp_path / f"fets-desktop-{maker + 1}").mkdir()
    monkeypatch.setattr(os, "getuid", lambda: maker + 1)
    with pytest.raises(StudyError, match="belongs to somebody else"):
        PrivatePlace(tmp_path)


def test_a_folder_that_was_left_open_to_others_is_closed(tmp_path: Path):
    base = tmp_path / f"fets-desktop-{os.getuid()}"
    base.mkdir()
    base.chmod(0o777)
    PrivatePlace(tmp_path).close()
    assert base.stat().st_mode & 0o777 == 0o700


def test_only_memory_will_do(monkeypatch: pytest.MonkeyPatch):
    monkeypatch.delenv("XDG_RUNTIME_DIR", raising=False)
    with pytest.raises(StudyError) as caught:
        memory_root(lambda: [Mount(Path("/"), "ext4")])
    assert caught.value.code == "no-private-memory"


def test_hardly_any_room_is_refused_with_the_figure(monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(private_place, "LEAST_BYTES", 1 << 62)
    with pytest.raises(StudyError, match="MB are free"):
        memory_root(lambda: [Mount(Path("/dev/shm"), "tmpfs")])
