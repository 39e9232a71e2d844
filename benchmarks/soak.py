"""Hours of review by a script, and whether memory, open files or threads grow: for a window that is left open all day.

    python benchmarks/soak.py --minutes 480 --json
    python benchmarks/soak.py --minutes 10
    python benchmarks/soak.py --federation --rest-s 60      # a person's pace, and a round every five minutes beside it

The real window is open on a real workspace with a prepared phantom. Again and again the case is opened, gone through,
painted on with several tools, undone and redone, saved as a version and put away, and other places are looked at. After
each such turn the resident memory, the open files and the threads are noted. The first third does not count: caches
fill. Growth is the slope of a line through the rest. With --federation the same window takes part in a real federation.
The last line is {"turns", "strokes", "rounds", "hours", "resident_mb", "mb_per_turn", "mb_per_hour",
"in_use_kb_per_turn", "files", "files_grown", "threads_grown", "cpu_s"}. Resident memory sways by what the C library
keeps free, some 20 MB; what is in use of it, by that library's own word, does not: it tells of a leak after few turns.
The exit status is 1 if a turn keeps more than LEAK_MB, or IN_USE_KB of what is in use, or files or threads have grown.
"""

import argparse
import ctypes
import json
import os
import sys
import tempfile
import threading
import time
from contextlib import ExitStack
from dataclasses import replace
from pathlib import Path

import numpy as np
from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QApplication

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from benchmarks.soak_site import Site, federated
from benchmarks.viewer import CASE, build_workspace
from fets_desktop.app.hall import Hall
from fets_desktop.imaging.late import fetch
from fets_desktop.review.brush import BrushShape
from fets_desktop.ui.application import make_application
from fets_desktop.ui.bridge import Alarm
from fets_desktop.ui.places import PLACES
from fets_desktop.ui.shell import MainWindow
from fets_desktop.ui.viewer.hand import Tool

LEAK_MB = 0.5
"""What a turn may keep: a version's records, its row in the history, an open page of the database."""
IN_USE_KB = 100
"""What of the memory in use a turn may keep."""
_REST_S = 1.0
"""A person looks up after a case; memory is given back then, and noted after it."""
_ROUND_EVERY_S = 300.0
_STROKES, _LEAST_TURNS = 6, 6
_LONGEST_OPENING_S = 120.0


class Reader:
    """A person at the window, by script.

    Args:
        app: The application.
        hall: On a workspace that holds the prepared case.
        rest_s: How long there is nothing to do after a case.
        site: The window's part in a federation.
    """

    def __init__(self, app: QApplication, hall: Hall, rest_s: float, site: Site | None) -> None:
        self.app = app
        self._rest_s = rest_s
        self._site = site
        self.window = MainWindow(hall)
        self.window.resize(1600, 1000)
        self.window.show()
        self.app.processEvents()
        fetch().join()
        self.strokes = 0

    def turn(self) -> None:
        """Open the case, work on it, save it, put it away, and look around."""
        self.window.open_place("review", CASE)
        screen = self.window.screen_of("review")
        desk, viewer = screen.desk, screen.viewer  # type: ignore[attr-defined]
        end = time.monotonic() + _LONGEST_OPENING_S
        while desk.session is None or not viewer.view3d.drawn:
            self._happen(0.01)
            if time.monotonic() > end:
                raise SystemExit("The case did not open.")
        state, painting = viewer.state, viewer.painting
        x, y, z = state.cursor
        for n in range(-20, 20):
            state.look_at((x + n, y + n, z + n))
            self.app.processEvents()
        for number in range(_STROKES):
            tool = Tool.BRUSH if number % 2 else Tool.ERASER
            shape = BrushShape.DISC if number % 3 else BrushShape.BALL
            state.set_hand(replace(state.hand, tool=tool, shape=shape, diameter_mm=12.0, value=1 + number % 2))
            painting.begin(0, (x - 10.0, y - 10.0 + number, float(z)), state.look.contrast)
            for n in range(8):
                painting.dab((x - 10.0 + 3 * n, y - 10.0 + number, float(z)))
                self.app.processEvents()
            painting.end()
            self.strokes += 1
        for _ in range(3):
            painting.undo()
            painting.redo()
            self.app.processEvents()
        desk.save()
        desk.put_away()
        for place in PLACES:
            self.window.open_place(place.name)
            self._happen(0.02)
        if self._site:
            self._site.look()
        self._happen(max(_REST_S, self._rest_s))

    def rounds(self) -> int:
        """Return how many rounds the site has taken part in."""
        return self._site.rounds() if self._site else 0

    def _happen(self, seconds: float) -> None:
        end = time.monotonic() + seconds
        while time.monotonic() < end:
            self.app.processEvents()
            # as the program's own loop does: without it what was let go of would never be deleted
            self.app.sendPostedEvents(None, QEvent.Type.DeferredDelete)
            time.sleep(0.002)

    def leave(self) -> None:
        """Close the window."""
        self.window.close()
        self.window.deleteLater()
        self.app.processEvents()


def resident_mb() -> float:
    """Return the memory of this process that is in use, where the system says."""
    status = Path("/proc/self/statm")
    return int(status.read_text().split()[1]) * os.sysconf("SC_PAGE_SIZE") / 2**20 if status.exists() else 0.0


_HEAP = ("arena", "ordblks", "smblks", "hblks", "hblkhd", "usmblks", "fsmblks", "uordblks", "fordblks", "keepcost")


class _Heap(ctypes.Structure):
    """What the GNU C library tells of its heap (mallinfo2); of it `uordblks` is in use, `hblkhd` large pieces."""

    _fields_ = tuple((name, ctypes.c_size_t) for name in _HEAP)


def in_use_kb() -> float:
    """Return how much memory is in use of what the C library has, 0 where it does not say."""
    ask = getattr(ctypes.CDLL(None), "mallinfo2", None) if sys.platform == "linux" else None
    if ask is None:
        return 0.0
    ask.restype = _Heap
    heap = ask()
    return float(heap.uordblks + heap.hblkhd) / 1024


def open_files() -> int:
    """Return how many files and sockets this process has open; 0 where the system does not say."""
    place = Path("/proc/self/fd")
    return len(list(place.iterdir())) if place.is_dir() else 0


def slope(values: list[float]) -> float:
    """Return by how much values grow from one to the next, in the later two thirds of them."""
    late = values[len(values) // 3 :]
    return float(np.polyfit(np.arange(len(late)), late, 1)[0])


def soak(minutes: float, say: bool, *, rest_s: float, federation: bool) -> dict[str, float]:
    """Work for so long, with so long a rest after a case, and return what has grown."""
    with ExitStack() as open_things:
        folder = Path(open_things.enter_context(tempfile.TemporaryDirectory(prefix="fets-soak-")))
        build_workspace(folder)
        app = make_application()
        alarm = Alarm()
        hall = open_things.enter_context(Hall(folder / "workspace", alarm.ring))
        alarm.answer(hall.pump)
        site: Site | None = None
        if federation:
            site = open_things.enter_context(federated(hall, folder, _ROUND_EVERY_S))
        reader = Reader(app, hall, rest_s, site)
        start = time.monotonic()
        rows: list[tuple[float, float, float, float]] = []
        while time.monotonic() - start < 60 * minutes or len(rows) < _LEAST_TURNS:
            reader.turn()
            rows.append((resident_mb(), float(open_files()), float(threading.active_count()), in_use_kb()))
            if say and len(rows) % 5 == 0:
                line = f"turn {len(rows)}: {rows[-1][0]:.0f} MB, {rows[-1][1]:.0f} files, {reader.rounds()} rounds"
                print(line, file=sys.stderr, flush=True)
        hours = (time.monotonic() - start) / 3600
        rounds = reader.rounds()
        alarm.answer(None)
        reader.leave()
    memory, files, threads, in_use = (list(column) for column in zip(*rows, strict=True))
    third = len(rows) // 3
    figures = {
        "turns": len(rows),
        "strokes": reader.strokes,
        "rounds": rounds,
        "hours": hours,
        "resident_mb": memory[-1],
        "mb_per_turn": slope(memory),
        "mb_per_hour": slope(memory) * len(rows) / hours,
        "in_use_kb_per_turn": slope(in_use),
        "files": files[-1],
        "files_grown": files[-1] - files[third],
        "threads_grown": threads[-1] - threads[third],
        "cpu_s": time.process_time(),
    }
    return {name: round(value, 3) for name, value in figures.items()}


def main() -> int:
    """Take the arguments and work."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--minutes", type=float, default=480.0, metavar="N")
    parser.add_argument("--rest-s", type=float, default=_REST_S, metavar="S", help="after every case")
    parser.add_argument("--federation", action="store_true", help="the window takes part in a real federation, too")
    parser.add_argument("--json", action="store_true", help="nothing but the JSON line")
    options = parser.parse_args()
    figures = soak(options.minutes, say=not options.json, rest_s=options.rest_s, federation=options.federation)
    print(json.dumps(figures))
    kept = figures["mb_per_turn"] > LEAK_MB or figures["in_use_kb_per_turn"] > IN_USE_KB
    return 1 if kept or figures["files_grown"] > 1 or figures["threads_grown"] > 1 else 0


if __name__ == "__main__":
    sys.exit(main())
