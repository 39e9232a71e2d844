"""What several candidates in a row need of memory, against the largest of them alone.

    python benchmarks/candidates.py --json
    python benchmarks/candidates.py --candidates 4 --fuse staple
    python benchmarks/candidates.py --shipped --json         # the four starters that ship, each alone and then in a row

The shipped starter, and copies of it under other names, propose for a phantom's brain and are fused, in a worker as the
program starts it. Memory is the proportional set size of the worker and all its children together, sampled twenty times
a second. The last line is

    {"one_mb": the peak of the largest candidate by itself, "queue_mb": that of all in a row with their fusion,
     "ratio": queue / one, "candidates": how many, "each_mb": the peak of each by itself; of copies of the first alone}
"""

import argparse
import json
import os
import sys
import tempfile
import threading
import time
from dataclasses import replace
from pathlib import Path
from typing import Any

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from fets_desktop.imaging.files import write_array
from fets_desktop.jobs.message import Failed, Finished, JobMessage
from fets_desktop.jobs.runner import JobRunner, JobSpec
from fets_desktop.phantom.brats import make_brats_case
from fets_desktop.study.modelfile import ModelFile, read_model, write_model

MODELS = Path(__file__).resolve().parents[1] / "resources/models"
STARTER = MODELS / "starter.fetsmodel"
_EVERY_S = 0.05


class Meter:
    """Watches what this process's children hold together, while it is entered."""

    def __init__(self) -> None:
        self.peak_bytes = 0
        self._over = threading.Event()
        self._thread = threading.Thread(target=self._watch)

    def __enter__(self) -> "Meter":
        self._thread.start()
        return self

    def __exit__(self, *_: object) -> None:
        self._over.set()
        self._thread.join()

    def _watch(self) -> None:
        while not self._over.wait(_EVERY_S):
            self.peak_bytes = max(self.peak_bytes, sum(_pss(pid) for pid in _below(os.getpid())))


def _below(pid: int) -> list[int]:
    """Return all descendants of a process."""
    found: list[int] = []
    for thread in _read(Path(f"/proc/{pid}/task"), listing=True):
        for child in _read(Path(f"/proc/{pid}/task/{thread}/children")):
            found += [int(child), *_below(int(child))]
    return found


def _read(path: Path, *, listing: bool = False) -> list[str]:
    try:
        return [each.name for each in path.iterdir()] if listing else path.read_text(encoding="utf-8").split()
    except OSError:  # it has ended meanwhile
        return []


def _pss(pid: int) -> int:
    words = _read(Path(f"/proc/{pid}/smaps_rollup"))
    return int(words[words.index("Pss:") + 1]) * 1024 if "Pss:" in words else 0


def run(task: str, arguments: dict[str, Any], scratch: Path) -> float:
    """Run a task in a worker and return the peak of its memory in MB."""
    ended = threading.Event()
    failed: list[str] = []

    def post(message: JobMessage) -> None:
        if isinstance(message, Failed):
            failed.append(message.message)
        if isinstance(message, Failed | Finished):
            ended.set()

    runner = JobRunner(post)
    with Meter() as meter:
        runner.submit(JobSpec("measured", task, arguments, scratch))
        ended.wait()
        time.sleep(_EVERY_S)
    runner.close()
    if failed:
        raise SystemExit(failed[0])
    return meter.peak_bytes / (1 << 20)


def copies(folder: Path, candidates: int) -> list[Path]:
    """Write so many copies of the starter, under names of their own."""
    starter = read_model(STARTER)
    files = []
    for number in range(candidates):
        card = replace(starter.card, name=f"copy-{number}")
        files.append(write_model(folder / f"copy-{number}.fetsmodel", ModelFile(card, starter.xml, starter.weights)))
    return files


def measure(candidates: int, method: str, *, shipped: bool) -> dict[str, Any]:
    """Return the figures."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        volumes, _ = make_brats_case(3)
        paths = {str(c): str(write_array(folder / f"{c}.nii.gz", v.array, v.grid)) for c, v in volumes.items()}
        files = sorted(MODELS.glob("starter*.fetsmodel")) if shipped else copies(folder, candidates)
        common = {"volumes": paths, "leave_out": [], "threads": 1}
        each = {}
        for file in files if shipped else files[:1]:
            wish = common | {"model": str(file), "model_id": f"{file.stem}@0"}
            each[file.stem] = run("segment", wish, folder / f"one-{file.stem}")
        models = [{"id": f"{file.stem}@0", "path": str(file)} for file in files]
        fusion = {"method": method, "per": "label"}
        queue = run("segment_candidates", common | {"models": models, "fusion": fusion}, folder / "queue")
    one = max(each.values())
    figures = {"one_mb": round(one), "queue_mb": round(queue), "ratio": round(queue / one, 2)}
    return figures | {"candidates": len(files), "each_mb": {name: round(peak) for name, peak in each.items()}}


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description="What several candidates in a row need of memory.")
    parser.add_argument("--candidates", type=int, default=4)
    parser.add_argument("--shipped", action="store_true", help="the starters that ship, instead of copies of one")
    parser.add_argument("--fuse", default="staple")
    parser.add_argument("--json", action="store_true", help="as everywhere here; the last line is JSON anyway")
    options = parser.parse_args()
    print(json.dumps(measure(options.candidates, options.fuse, shipped=options.shipped)))


if __name__ == "__main__":
    main()
