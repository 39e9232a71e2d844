"""The walls of the house: who may know whom, and what the window's process never loads."""

import json
import os
import pkgutil
import subprocess
import sys
from pathlib import Path

import pytest

import fets_desktop

ROOT = Path(__file__).parents[2]
PACKAGE = ROOT / "fets_desktop"
HEAVY = ("torch", "torchio", "nncf", "openvino", "pydicom", "grpc", "picsl_greedy")


def loaded_by(code: str) -> set[str]:
    """Return the top-level modules that a fresh process has loaded after running `code`."""
    script = f"{code}\nimport json, sys\nprint(json.dumps(sorted({{name.split('.')[0] for name in sys.modules}})))"
    ended = subprocess.run(
        [sys.executable, "-c", script],
        capture_output=True,
        text=True,
        check=True,
        cwd=ROOT,
        env={**os.environ, "QT_QPA_PLATFORM": "offscreen"},
    )
    return set(json.loads(ended.stdout.splitlines()[-1]))


def ui_modules() -> list[str]:
    found = pkgutil.walk_packages([str(PACKAGE / "ui")], "fets_desktop.ui.")
    return [module.name for module in found]


def test_the_window_s_process_loads_no_engine() -> None:
    names = ui_modules()
    assert "fets_desktop.ui.shell" in names
    loaded = loaded_by("\n".join(f"import {name}" for name in ["fets_desktop.app.hall", *names]))
    assert {"PySide6", "vtkmodules"} <= loaded, "the window was really loaded"
    assert loaded.isdisjoint(HEAVY)


def test_the_window_starts_without_what_it_may_never_need() -> None:
    """Scipy takes a third of a CPU-second to load: it comes with the first tool or check that computes with it."""
    loaded = loaded_by("import fets_desktop.ui.application")
    assert {"PySide6", "fets_desktop"} <= loaded
    assert "scipy" not in loaded


def test_the_command_line_loads_neither_engines_nor_the_window() -> None:
    loaded = loaded_by("import fets_desktop.cli, fets_desktop.cli.verbs, fets_desktop.app.hall")
    assert "fets_desktop" in loaded
    assert loaded.isdisjoint((*HEAVY, "PySide6", "vtkmodules", "pyqtgraph"))


@pytest.mark.parametrize(
    ("task", "never"),
    [("scan", ("torch", "openvino")), ("convert", ("scipy", "openvino")), ("segment", ("torch", "pydicom"))],
)
def test_a_worker_loads_only_its_task_s_rooms(task: str, never: tuple[str, ...]) -> None:
    loaded = loaded_by(f"from fets_desktop.__main__ import find_task; find_task({task!r})")
    assert loaded.isdisjoint((*never, "PySide6", "vtkmodules"))


def test_a_task_s_name_is_no_way_into_other_modules() -> None:
    code = "from fets_desktop.__main__ import find_task\nfor n in ('os.path', '../x', 'nothing'):\n  try: find_task(n)"
    loaded_by(f"{code}\n  except ModuleNotFoundError: pass\n  else: raise SystemExit(n)")


def test_every_room_stands_in_the_plan() -> None:
    """The contract of the storeys is exhaustive; this says it without the linter."""
    rooms = {entry.name for entry in PACKAGE.iterdir() if entry.is_dir() and (entry / "__init__.py").exists()}
    plan = (ROOT / "pyproject.toml").read_text(encoding="utf-8")
    block = plan[plan.index("layers = [") : plan.index("exhaustive = true")]
    assert {room for room in rooms if room not in block} == set()


def test_the_contracts_hold() -> None:
    lint = Path(sys.executable).with_name("lint-imports")
    ended = subprocess.run([lint, "--no-cache"], capture_output=True, text=True, check=False, cwd=ROOT)
    assert ended.returncode == 0, ended.stdout[-3000:]
    assert " 0 broken" in ended.stdout


def test_nothing_uses_multiprocessing() -> None:
    """A bundled app would relaunch itself."""
    for file in PACKAGE.rglob("*.py"):
        text = file.read_text(encoding="utf-8")
        assert "import multiprocessing" not in text, file.name
        assert "from multiprocessing" not in text, file.name
        assert "num_workers" not in text, file.name


def test_files_and_names_keep_to_the_house_s_measure() -> None:
    unloved = {"manager", "handler", "helper", "helpers", "utils", "util", "data", "info", "misc", "common"}
    for file in PACKAGE.rglob("*.py"):
        assert not unloved & set(file.stem.split("_")), file.name
        assert len(file.read_text(encoding="utf-8").splitlines()) <= 330, f"{file.name} is not read at one sitting"


def test_no_module_names_this_machine() -> None:
    for file in [*PACKAGE.rglob("*.py"), *(ROOT / "tests").rglob("*.py")]:
        text = file.read_text(encoding="utf-8")
        for place in ("/" + "work/", "/" + "root/", "/" + "tmp/team"):
            assert place not in text, file.name


def test_every_module_can_be_imported_by_itself() -> None:
    """A cycle shows where a module is imported first."""
    names = [m.name for m in pkgutil.walk_packages(fets_desktop.__path__, "fets_desktop.") if ".app" in m.name]
    names = [name for name in names if ".tasks." not in name]
    code = "\n".join(
        f"import sys; [sys.modules.pop(k) for k in list(sys.modules) if k.startswith('fets_desktop')]; import {name}"
        for name in names
    )
    assert "fets_desktop" in loaded_by(code)
