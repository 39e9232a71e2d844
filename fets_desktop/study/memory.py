"""How much memory this process may still take, the computer's or what a limit leaves; and giving back what is free."""

import ctypes
import os
import sys
from collections.abc import Iterator
from pathlib import Path

if sys.platform != "win32":
    import resource

_SMALLEST_COMPUTER_HALF = 4 << 30
"""Windows tells it through no standard module: half of the smallest computer that is supported."""
_LARGE_BYTES = 4 << 20
"""A volume of voxels is larger. Planes as they are drawn are smaller, and would cost more if each was fetched."""
_FREE_BYTES = 64 << 20
"""So much may stay free at the end of the heap, as the library itself would have it soon: `give_back` takes it."""
_M_TRIM_THRESHOLD, _M_MMAP_THRESHOLD, _M_ARENA_MAX = -1, -3, -8
_GROUPS = Path("/sys/fs/cgroup")
_OWN_GROUPS = Path("/proc/self/cgroup")
_LAYOUTS = {
    "": ("", "memory.max", "memory.current", "inactive_file"),
    "memory": ("memory", "memory.limit_in_bytes", "memory.usage_in_bytes", "total_inactive_file"),
}
"""Of Linux's control groups, version 2 and 1, by controller: folder, limit, use, and what of it can be dropped."""


def available_bytes() -> int:
    """Return what may still be taken: of what is free by the system's own word the part that no limit forbids.

    Limits are those of a container or a batch system (control groups), and of the shell (`ulimit -v`).
    """
    return max(0, min((_free_bytes(), *_left_by_groups(), *_left_by_shell())))


def keep_large_pieces_apart() -> None:
    """Have volumes come from the system one by one, so that the room of each goes back whole once it is let go.

    By itself the GNU C library soon does so from 32 MB on alone: it takes each size that was freed for one that is
    wanted again, and keeps it in a heap, where a small piece that is still in use holds on to the room of large ones
    around it. Threads share one heap from here on. Other libraries have ways of their own.

    Source: mallopt(3); a threshold that was set does not move any more.
    """
    if choose := getattr(_c_library(), "mallopt", None):
        choose(_M_MMAP_THRESHOLD, _LARGE_BYTES)
        choose(_M_TRIM_THRESHOLD, _FREE_BYTES)
        choose(_M_ARENA_MAX, 1)


def give_back() -> None:
    """Give what was freed back to the system: after large images were let go.

    The GNU C library keeps free room between pieces that are still in use, a little more with every case; others give
    it back by themselves.
    """
    if trim := getattr(_c_library(), "malloc_trim", None):
        trim(0)


def _c_library() -> ctypes.CDLL | None:
    return ctypes.CDLL(None) if sys.platform == "linux" else None


def _free_bytes() -> int:
    """Return what is free on the computer, or half of what is built in where the system gives no word."""
    meminfo = Path("/proc/meminfo")
    if meminfo.exists():
        for line in meminfo.read_text().splitlines():
            if line.startswith("MemAvailable:"):
                return int(line.split()[1]) * 1024
    if hasattr(os, "sysconf"):
        return os.sysconf("SC_PHYS_PAGES") * os.sysconf("SC_PAGE_SIZE") // 2
    return _SMALLEST_COMPUTER_HALF


def _left_by_groups(groups: Path = _GROUPS, own: Path = _OWN_GROUPS) -> Iterator[int]:
    """Yield what each control group around this process leaves, one within the other; nothing where none limits it."""
    try:
        lines = own.read_text().splitlines()
    except OSError:
        return
    for line in lines:
        _, controllers, path = line.split(":", 2)
        if controllers in _LAYOUTS:
            folder, *names = _LAYOUTS[controllers]
            inner = Path(path.lstrip("/"))
            # in a container the path may be the host's, and not be seen from here: what is seen counts
            for each in (inner, *inner.parents):
                try:
                    yield _left_in(groups / folder / each, *names)
                except (OSError, ValueError):  # not there, or "max"
                    continue


def _left_in(group: Path, limit: str, use: str, droppable: str) -> int:
    most = int((group / limit).read_text())
    used = int((group / use).read_text())
    told = dict(line.split() for line in (group / "memory.stat").read_text().splitlines())
    return most - used + int(told.get(droppable, 0))


def _left_by_shell() -> Iterator[int]:
    """Yield what a limit of this process's addresses leaves; nothing if there is none."""
    if sys.platform == "win32":
        return
    most, _ = resource.getrlimit(resource.RLIMIT_AS)
    statm = Path("/proc/self/statm")
    if most != resource.RLIM_INFINITY and statm.exists():
        yield most - int(statm.read_text().split()[0]) * resource.getpagesize()
