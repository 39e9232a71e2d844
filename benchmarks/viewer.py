"""What the viewer costs without a GPU: CPU of the whole window a frame, 1600 x 1000 pixels, a 240 x 240 x 155 case.

    python benchmarks/viewer.py --json
    python benchmarks/viewer.py --repeats 5 --frames 60

Every figure is a median of fresh processes that open the real window on a real workspace, which holds a prepared
phantom with labels. A frame is one event of a person's hand and all that follows until the pixels stand in the window's
buffer; its cost is the CPU time of the process, all threads together. The last line is

    {"scroll_ms":       the cursor moves on by one slice in all three linked planes,
     "window_level_ms": window and level change in all three planes,
     "brush_ms":        a stroke goes on by 3 mm, disc of 10 mm,
     "ball_ms":         a stroke goes on by 3 mm, ball of 10 mm,
     "brush_20_ms", "ball_20_ms": the same with a radius of 20 mm,
     "adaptive_20_ms":  the same, disc of the adaptive brush,
     "undo_ms":         a stroke of the large ball is undone, and redone,
     "rotate_ms":       the 3-D pane turns by two degrees,
     "open_s":          CPU-seconds from the wish to review a case until all panes show it,
     "start_cpu_s":     CPU-seconds from the start of the process until the window stands there,
     "resident_mb":     resident memory with the case open, ...}
"""

import argparse
import json
import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from statistics import median

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))
os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
os.environ.setdefault("VTK_DEFAULT_OPENGL_WINDOW", "vtkEGLRenderWindow")

from PySide6.QtWidgets import QApplication

from fets_desktop.app.hall import Hall
from fets_desktop.imaging.late import fetch
from fets_desktop.ui.application import make_application
from fets_desktop.ui.shell import MainWindow

SIZE = (1600, 1000)
CASE = "PHANTOM"
WARM_UP = 5
LONGEST_S = 30.0
ENGINES = ("torch", "openvino", "nncf", "pydicom")
Figures = dict[str, float]


def build_workspace(folder: Path) -> None:
    """Put a prepared phantom with labels into a new workspace."""
    # only this process makes the phantom: the measured ones must not load its rooms
    from fets_desktop.imaging.files import write_array  # noqa: PLC0415
    from fets_desktop.phantom.brats import make_brats_case  # noqa: PLC0415
    from fets_desktop.study.case import Case, Series, Stage  # noqa: PLC0415

    volumes, truth = make_brats_case(5)
    with Hall(folder / "workspace") as hall:
        files = hall.workspace.files
        arrays = {f"prepared/{c}": v.array.astype("float32") for c, v in volumes.items()}
        arrays["brain_mask"] = (next(iter(volumes.values())).array != 0).astype("uint8")
        stored = {name: files.publish(write_array(folder / "x.nii.gz", a, truth.grid)) for name, a in arrays.items()}
        series = tuple(Series(f"{CASE}-{c}", CASE, c, 1.0, "", c, "", truth.grid) for c in volumes)
        with hall.workspace.change("person", "case imported", CASE) as change:
            change.put_case(Case(CASE, "PATIENT", Stage.PREPARED, "2026-01-01", "2026-01-01T00:00:00Z", "", series))
            for name, file in stored.items():
                change.put_product(CASE, name, file)
        labels = write_array(folder / "labels.nii.gz", truth.array, truth.grid)
        hall.reviewing.import_labels(CASE, labels, truth.scheme.name)


def run_window(workspace: Path, frames: int) -> Figures:
    """In a process of its own: open the window and the case, and use it."""
    app = make_application()
    with Hall(workspace) as hall:
        window = MainWindow(hall)
        window.resize(*SIZE)
        window.show()
        app.processEvents()
        figures = {"start_cpu_s": time.process_time(), "start_engines": float(sum(e in sys.modules for e in ENGINES))}
        fetch().join()  # as the program does once the window is seen
        figures |= _open(app, window)
        figures |= _use(app, window, frames)
        figures["resident_mb"] = _resident_mb()
        window.close()
        window.deleteLater()
        app.processEvents()
    return figures


def _open(app: QApplication, window: MainWindow) -> Figures:
    cpu, wall = time.process_time(), time.perf_counter()
    window.open_place("review", CASE)
    app.processEvents()
    planes_s = time.process_time() - cpu
    view3d = window.screen_of("review").viewer.view3d  # type: ignore[attr-defined]
    while not view3d.drawn and time.perf_counter() - wall < LONGEST_S:
        app.processEvents()
        time.sleep(0.005)
    return {"open_s": time.process_time() - cpu, "planes_s": planes_s, "open_wall_s": time.perf_counter() - wall}


def _use(app: QApplication, window: MainWindow, frames: int) -> Figures:
    from fets_desktop.review.brush import BrushShape  # noqa: PLC0415 - the screen has loaded it by now
    from fets_desktop.ui.viewer.hand import Tool  # noqa: PLC0415

    viewer = window.screen_of("review").viewer  # type: ignore[attr-defined]
    state, painting = viewer.state, viewer.painting
    x, y, z = state.cursor
    contrast, level = state.look.contrast, state.windows[state.look.contrast]

    def scroll(n: int) -> None:
        step = n % 40 - 20
        state.look_at((x + step, y + step, z + step))

    def window_level(n: int) -> None:
        state.set_window(contrast, level.dragged(float(n % 40 - 20), float(n % 30 - 15), level.width / 400))

    def dab(n: int) -> None:
        painting.dab((x - 40.0 + 3 * (n % 28), y - 30.0 + 2 * (n // 28), float(z)))

    def stroke(shape: BrushShape, diameter_mm: float = 10.0, tool: Tool = Tool.BRUSH, kept: bool = False) -> float:
        value = 1 if shape is BrushShape.DISC else 2
        state.set_hand(replace(state.hand, tool=tool, diameter_mm=diameter_mm, shape=shape, value=value))
        # so that the adaptive brush paints all it looks at
        state.set_options(replace(state.options, tolerance=100.0))
        app.processEvents()
        painting.begin(0, (x - 40.0, y - 30.0, float(z)), contrast)
        cost = _frame_ms(app, dab, frames)
        if kept:
            painting.end()
        painting.abandon()
        app.processEvents()
        return cost

    def back_and_forth(n: int) -> None:
        (painting.redo if n % 2 else painting.undo)()

    return {
        "scroll_ms": _frame_ms(app, scroll, frames),
        "window_level_ms": _frame_ms(app, window_level, frames),
        # before the strokes: after them the pane rests until they have come to an end
        "rotate_ms": _frame_ms(app, lambda _: viewer.view3d.turn(2.0, 0.0), frames),
        "brush_ms": stroke(BrushShape.DISC),
        "ball_ms": stroke(BrushShape.BALL),
        "brush_20_ms": stroke(BrushShape.DISC, 40.0),
        "adaptive_20_ms": stroke(BrushShape.DISC, 40.0, Tool.ADAPTIVE),
        "ball_20_ms": stroke(BrushShape.BALL, 40.0, kept=True),
        "undo_ms": _frame_ms(app, back_and_forth, frames),
    }


def _frame_ms(app: QApplication, event: Callable[[int], None], frames: int) -> float:
    """Return the CPU time of one frame in ms."""
    for n in range(WARM_UP):
        event(n)
        app.processEvents()
    start = time.process_time()
    for n in range(WARM_UP, WARM_UP + frames):
        event(n)
        app.processEvents()
    return 1000.0 * (time.process_time() - start) / frames


def _resident_mb() -> float:
    status = Path("/proc/self/status")
    if status.exists():
        line = next(text for text in status.read_text(encoding="ascii").splitlines() if text.startswith("VmRSS"))
        return int(line.split()[1]) / 1024
    import resource  # noqa: PLC0415 - not on Windows

    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / (1024 * 1024)


def measure(repeats: int, frames: int) -> Figures:
    """Build the workspace once, measure in fresh processes, return the medians."""
    with tempfile.TemporaryDirectory() as folder:
        build_workspace(Path(folder))
        runs: list[Figures] = []
        for _ in range(repeats):
            command = [sys.executable, __file__, "--run", str(Path(folder) / "workspace"), "--frames", str(frames)]
            done = subprocess.run(command, check=True, capture_output=True, text=True)
            runs.append(json.loads(done.stdout.splitlines()[-1]))
    return {key: round(float(median(run[key] for run in runs)), 3) for key in runs[0]}


def main() -> None:
    """Take the arguments and measure."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--repeats", type=int, default=3, help="fresh processes")
    parser.add_argument("--frames", type=int, default=40, help="frames of each kind")
    parser.add_argument("--json", action="store_true", help="nothing but the JSON line")
    parser.add_argument("--run", type=Path, help=argparse.SUPPRESS)
    arguments = parser.parse_args()
    figures = (
        run_window(arguments.run, arguments.frames) if arguments.run else measure(arguments.repeats, arguments.frames)
    )
    if not arguments.json and not arguments.run:
        for key, value in figures.items():
            print(f"{key}: {value}")
    print(json.dumps(figures))


if __name__ == "__main__":
    main()
