"""What may still be taken of the memory, with limits around the process."""

import subprocess
import sys
from pathlib import Path

import pytest

from fets_desktop.study import memory

GIB = 1 << 30

RESIDENT = """import os
def resident(): return int(open('/proc/self/statm').read().split()[1]) * os.sysconf('SC_PAGE_SIZE')
"""


def printed(script: str) -> int:
    """Return the number that a script prints in a process of its own."""
    return int(subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True).stdout)


def write_group(folder: Path, limit: str, used: int, cache: int, old: bool) -> None:
    folder.mkdir(parents=True, exist_ok=True)
    names = ("memory.limit_in_bytes", "memory.usage_in_bytes") if old else ("memory.max", "memory.current")
    for name, value in zip(names, (limit, str(used)), strict=True):
        (folder / name).write_text(f"{value}\n")
    stat = "total_inactive_file" if old else "inactive_file"
    (folder / "memory.stat").write_text(f"anon 5\n{stat} {cache}\n")


@pytest.mark.parametrize("old", [False, True])
def test_a_control_group_leaves_what_it_allows_and_caches_are_no_use(tmp_path: Path, old: bool) -> None:
    groups, own = tmp_path / "groups", tmp_path / "own"
    base = groups / "memory" if old else groups
    own.write_text(f"12:cpu:/elsewhere\n{'4:memory' if old else '0:'}:/batch/job\n")
    write_group(base / "batch" / "job", str(2 * GIB), 3 * GIB // 2, GIB // 4, old)
    write_group(base / "batch", "max", 7 * GIB, 0, old)
    assert list(memory._left_by_groups(groups, own)) == [3 * GIB // 4]


def test_a_group_seen_from_a_container_counts_and_none_is_no_limit(tmp_path: Path) -> None:
    groups, own = tmp_path / "groups", tmp_path / "own"
    assert list(memory._left_by_groups(groups, own)) == []
    own.write_text("0::/host/only/path\n")
    assert list(memory._left_by_groups(groups, own)) == []
    write_group(groups, str(GIB), GIB // 2, 0, old=False)
    assert list(memory._left_by_groups(groups, own)) == [GIB // 2]


def test_what_is_free_is_the_least_of_all(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(memory, "_left_by_shell", lambda: iter([GIB]))
    monkeypatch.setattr(memory, "_left_by_groups", lambda: iter([GIB // 2, -GIB]))
    assert memory.available_bytes() == 0, "never less than nothing"
    monkeypatch.setattr(memory, "_left_by_groups", lambda: iter([GIB // 2]))
    assert memory.available_bytes() <= GIB // 2


@pytest.mark.skipif(sys.platform != "linux", reason="only Linux tells how many addresses a process has taken")
def test_the_shell_s_limit_counts() -> None:
    code = (
        "import resource; resource.setrlimit(resource.RLIMIT_AS, (1 << 30, 1 << 30));"
        "from fets_desktop.study.memory import available_bytes; print(available_bytes())"
    )
    assert 0 < printed(code) < 1 << 30


@pytest.mark.skipif(sys.platform != "linux", reason="other systems give it back by themselves")
def test_what_was_freed_between_pieces_in_use_goes_back_to_the_system() -> None:
    """Pieces that are too small for places of their own; the last one stays in use above all that was freed."""
    script = (
        "from fets_desktop.study.memory import give_back\n"
        "pieces = [bytearray(60_000) for _ in range(2000)]\n"
        "del pieces[:-1]\n"
        "before = resident()\n"
        "give_back()\n"
        "print(before - resident())"
    )
    assert printed(RESIDENT + script) > 50_000_000


@pytest.mark.skipif(sys.platform != "linux", reason="only there the library is asked for it")
def test_large_pieces_that_were_let_go_do_not_stay_between_small_ones() -> None:
    """A piece of 20 MB was freed before, as images are: from then on the library would keep all smaller ones."""
    script = (
        "import ctypes\n"
        "from fets_desktop.study.memory import keep_large_pieces_apart\n"
        "keep_large_pieces_apart()\n"
        "library = ctypes.CDLL(None)\n"
        "library.malloc.restype = ctypes.c_void_p\n"
        "library.malloc.argtypes, library.free.argtypes = (ctypes.c_size_t,), (ctypes.c_void_p,)\n"
        "library.free(library.malloc(20 << 20))\n"
        "before, large = resident(), []\n"
        "for _ in range(15):\n"
        "    large.append(library.malloc(8 << 20))\n"
        "    ctypes.memset(large[-1], 1, 8 << 20)\n"
        "    library.malloc(100_000)\n"
        "for piece in large: library.free(piece)\n"
        "print(resident() - before)"
    )
    assert printed(RESIDENT + script) < 20 << 20


def test_a_library_that_knows_no_such_call_is_let_be(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(memory.ctypes, "CDLL", lambda name: object())
    memory.give_back()
    memory.keep_large_pieces_apart()
