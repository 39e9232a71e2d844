"""What the whole way of a patient costs: four series in, labels in atlas and native space, a report and a SEG out.

    python benchmarks/way.py --json                     # a phantom with skull, as DICOM on thick native slices
    python benchmarks/way.py --case FOLDER              # any folder that `import` takes as one case

Each part is the verb that a person types, in a fresh process, its workers and engines included. The last line is

    {"after_import_s": CPU-seconds of all that follows the import,
     "network_s":      of which the network itself, compiled and run on the ready array on one thread,
     "parts":          {"import": ..., "prepare": ..., "segment": ..., "export": ...} in CPU-seconds,
     "steps_s":        {"atlas": ...}: wall seconds of the preparation's steps, "wall_s": of all parts,
     "files":          how many were written, "left_out": what could not be, "load": the machine's load average}

Without DICOM series no SEG can refer to them; then "left_out" says so. A busy machine adds to CPU-seconds, too.
"""

import argparse
import json
import os
import resource
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from typing import Any

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from fets_desktop.app.tasks.phantom import write_phantom
from fets_desktop.phantom.phantom import make_phantom
from fets_desktop.study.resources import atlas
from fets_desktop.study.resources import resource as shipped

Figures = dict[str, Any]
_SEED = 11
_KINDS = ("nifti", "report", "seg")
_NETWORK = """
import json, sys, time
from pathlib import Path
import fets_desktop
from fets_desktop.imaging.files import read_volume
from fets_desktop.segment.network import Network
from fets_desktop.segment.normalise import network_input
from fets_desktop.study.contrast import Contrast
network = Network.load(Path(sys.argv[1]), threads=1)
volumes = {Contrast(name): read_volume(Path(path)) for name, path in json.loads(sys.argv[2]).items()}
ready = network_input(volumes, network.inputs, network.multiple, network.card.feeding)
start = time.process_time()
network.run(ready.array)
print(time.process_time() - start)
"""


class Way:
    """A workspace in which one case goes its way.

    Args:
        workspace: An empty folder.
    """

    def __init__(self, workspace: Path) -> None:
        self._workspace = workspace
        self.cpu_s: dict[str, float] = {}
        self.wall_s = 0.0

    def verb(self, name: str, *words: str, part: str = "") -> Figures:
        """Run a verb in a fresh process and return its JSON; its CPU-seconds are added to its part's."""
        line = [sys.executable, "-m", "fets_desktop", "--workspace", str(self._workspace), "--json", "--quiet"]
        before, start = _children_s(), time.monotonic()
        done = subprocess.run([*line, name, *words], capture_output=True, text=True, check=False)
        self.wall_s += time.monotonic() - start
        self.cpu_s[part or name] = self.cpu_s.get(part or name, 0.0) + _children_s() - before
        if not done.stdout:
            raise SystemExit(done.stderr[-2000:])
        answer: Figures = json.loads(done.stdout)
        return answer


def _children_s() -> float:
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    return used.ru_utime + used.ru_stime


def measure(source: Path, folder: Path) -> Figures:
    """Take a case its way in `folder` and return the figures.

    Raises:
        SystemExit: With the reason, if it does not get that far.
    """
    way = Way(folder / "workspace")
    imported = way.verb("import", str(source))
    cases = [row["case"] for row in imported["cases"] if not row["missing"]]
    if len(cases) != 1:
        raise SystemExit(f"One case with four contrasts is measured; {len(cases)} were found.")
    prepared = way.verb("prepare", cases[0])["cases"]
    if not prepared or not prepared[0]["volumes"]:
        raise SystemExit("The case could not be prepared.")
    segmented = way.verb("segment", cases[0], "--surgery", "before")["cases"]
    if not segmented:
        raise SystemExit("The case could not be segmented.")
    files, left_out = [], []
    # one kind after another: what one refuses must not keep the others from being written
    for kind in _KINDS:
        written = way.verb("export", cases[0], "--to", str(folder / "out"), "--as", kind, part="export")
        files += written.get("files", [])
        left_out += [f"{kind}: {error['title']}" for error in written.get("errors", ())]
    after = sum(seconds for part, seconds in way.cpu_s.items() if part != "import")
    return {
        "after_import_s": round(after, 1),
        "network_s": round(_network_s(prepared[0]["volumes"]), 2),
        "parts": {part: round(seconds, 1) for part, seconds in way.cpu_s.items()},
        "steps_s": {step["step"]: round(step["seconds"], 1) for step in prepared[0]["steps"]},
        "wall_s": round(way.wall_s, 1),
        "files": len(files),
        "left_out": left_out,
        "load": os.getloadavg()[0],
    }


def _network_s(volumes: dict[str, str]) -> float:
    model = str(shipped("models", "starter.fetsmodel"))
    root = Path(__file__).resolve().parents[1]
    command = [sys.executable, "-c", _NETWORK, model, json.dumps(volumes)]
    done = subprocess.run(command, capture_output=True, text=True, check=True, cwd=root)
    return float(done.stdout)


def main() -> None:
    """Measure and print."""
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("--json", action="store_true", help="one JSON object as the last line (always so)")
    options.add_argument("--case", type=Path, help="a folder with one case; a phantom if not given")
    given = options.parse_args()
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        source = given.case
        if source is None:
            write_phantom(make_phantom(atlas(), atlas(skull_stripped=True), _SEED), folder / "phantom")
            source = folder / "phantom" / "dicom"
        print(json.dumps(measure(source.resolve(), folder)))


if __name__ == "__main__":
    main()
