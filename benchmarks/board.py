"""What the board of cases costs with 20 rows and with 2,000: CPU of the whole window for what a person does there.

    python benchmarks/board.py --json
    python benchmarks/board.py --repeats 5

Every figure is a median of fresh processes that open the real window on a real workspace. The last line is

    {"open_20_ms", "open_2000_ms":     the board is shown, its records read,
     "scroll_20_ms", ...:              one notch of the wheel,
     "find_20_ms", ...:                one more letter in Find case,
     "choose_20_ms", ...:              another row is chosen,
     "flag_20_ms", ...:                a case is flagged and the board follows}
"""

import argparse
import json
import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path
from statistics import median

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))
os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtWidgets import QApplication

from fets_desktop.app.hall import Hall
from fets_desktop.study.case import Case, Series, Stage
from fets_desktop.study.contrast import ALL_CONTRASTS
from fets_desktop.study.facts import CaseChanged
from fets_desktop.ui.application import make_application
from fets_desktop.ui.shell import MainWindow

SIZES = (20, 2000)
_STAGES = tuple(Stage)


def build_workspace(folder: Path, count: int) -> None:
    """Put so many cases of every stage into a new workspace."""
    with Hall(folder) as hall, hall.workspace.change("person", "cases imported", "board") as change:
        for number in range(count):
            name = f"P-{number:05d}"
            series = tuple(Series(f"{name}-{c}", name, c, 1.0, "told by its header", c) for c in ALL_CONTRASTS)
            stage = _STAGES[number % len(_STAGES)]
            change.put_case(Case(name, f"PATIENT-{number}", stage, "2026-01-01", "2026-01-01T00:00:00Z", "", series))


def run_window(workspace: Path, frames: int) -> dict[str, float]:
    """In a process of its own: open the window and use the board."""
    app = make_application()
    with Hall(workspace) as hall:
        window = MainWindow(hall)
        window.resize(1600, 1000)
        window.show()
        window.open_place("help")
        app.processEvents()
        start = time.process_time()
        window.open_place("cases")
        app.processEvents()
        figures = {"open": 1000 * (time.process_time() - start)}
        figures |= _use(app, window, hall, frames)
        window.close()
        window.deleteLater()
        app.processEvents()
    return figures


def _use(app: QApplication, window: MainWindow, hall: Hall, frames: int) -> dict[str, float]:
    screen = window.screen_of("cases")
    table, search = screen.table, screen.search  # type: ignore[attr-defined]
    rows = table.model().rowCount()
    names = [case.id for case in hall.cases.all()]

    def scroll(n: int) -> None:
        table.verticalScrollBar().setValue(n * 36)

    def find(n: int) -> None:
        search.setText("P-00000"[: n % 7 + 1])

    def choose(n: int) -> None:
        table.selectRow(n * 7 % rows)

    def flag(n: int) -> None:
        hall.bus.publish(CaseChanged(names[n % len(names)]))
        screen.refresh()

    figures = {"scroll": _frame_ms(app, scroll, frames), "find": _frame_ms(app, find, frames)}
    search.clear()
    app.processEvents()
    return figures | {"choose": _frame_ms(app, choose, frames), "flag": _frame_ms(app, flag, frames)}


def _frame_ms(app: QApplication, event: Callable[[int], None], frames: int) -> float:
    """Return the CPU time of one deed in ms."""
    for n in range(2):
        event(n)
        app.processEvents()
    start = time.process_time()
    for n in range(2, 2 + frames):
        event(n)
        app.processEvents()
    return 1000.0 * (time.process_time() - start) / frames


def measure(repeats: int, frames: int) -> dict[str, float]:
    """Build both workspaces, measure in fresh processes, return the medians."""
    figures: dict[str, float] = {}
    for size in SIZES:
        with tempfile.TemporaryDirectory() as folder:
            workspace = Path(folder) / "workspace"
            build_workspace(workspace, size)
            command = [sys.executable, __file__, "--run", str(workspace), "--frames", str(frames)]
            runs: list[dict[str, float]] = []
            for _ in range(repeats):
                done = subprocess.run(command, check=True, capture_output=True, text=True)
                runs.append(json.loads(done.stdout.splitlines()[-1]))
        figures |= {f"{key}_{size}_ms": round(median(run[key] for run in runs), 2) for key in runs[0]}
    return figures


def main() -> None:
    """Take the arguments and measure."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--repeats", type=int, default=3, help="fresh processes")
    parser.add_argument("--frames", type=int, default=20, help="deeds of each kind")
    parser.add_argument("--json", action="store_true", help="nothing but the JSON line")
    parser.add_argument("--run", type=Path, help=argparse.SUPPRESS)
    options = parser.parse_args()
    figures = run_window(options.run, options.frames) if options.run else measure(options.repeats, options.frames)
    if not options.json and not options.run:
        for key, value in figures.items():
            print(f"{key}: {value}")
    print(json.dumps(figures))


if __name__ == "__main__":
    main()
