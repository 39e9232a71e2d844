"""The package without training: everything but training is there, and training says in plain words that it is not."""

import json
import subprocess
import sys

_LOOK = """
import importlib, json, pkgutil, sys

class Absent:
    def find_spec(self, name, path=None, target=None):
        if name.partition(".")[0] in ("torch", "torchio", "nncf", "dp_accounting"):
            raise ModuleNotFoundError(f"No module named {name!r}", name=name)

sys.meta_path.insert(0, Absent())
import fets_desktop.cli, fets_desktop.ui.shell
from fets_desktop.__main__ import find_task
from fets_desktop.app import tasks
from fets_desktop.study.errors import StudyError

said = {}
for module in pkgutil.iter_modules(tasks.__path__):
    try:
        find_task(module.name)
    except AttributeError:
        pass  # no task, but a part of some
    except StudyError as error:
        said[module.name] = error.code
try:
    find_task("nonsense")
except ModuleNotFoundError as error:
    said["nonsense"] = "unknown"
print(json.dumps(said))
"""


TRAINS = {"train", "federate", "quantize"}
WORKS = {
    "scan", "convert", "phantom", "prepare", "segment", "segment_candidates", "evaluate", "export", "check_model",
    "phi_scan", "pacs_get", "pacs_send", "pacs_listen", "backup",
}  # fmt: skip


def test_only_what_trains_is_refused():
    done = subprocess.run([sys.executable, "-c", _LOOK], capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr[-1500:]
    said = json.loads(done.stdout)
    assert said["nonsense"] == "unknown"
    assert {name: said.get(name) for name in TRAINS} == dict.fromkeys(TRAINS, "no-training")
    assert not WORKS & set(said)
