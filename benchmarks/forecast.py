"""Whether a queue's forecast comes true: cases from DICOM to proposals, what was foretold on the way, and what came.

    python benchmarks/forecast.py --cases 4 --json               # phantoms with skull, thick slices, as DICOM
    python benchmarks/forecast.py --cases 6 --stripped --json    # phantoms in atlas space, which prepare in seconds
    python benchmarks/forecast.py --from FOLDER                  # any folder that `import` takes
    python benchmarks/forecast.py --keep FOLDER                  # the workspace stays, and its measures count next time

The queue runs as in the window: import, preparation and proposal follow by themselves, as many jobs at a time as cores
and memory allow. After every case that is prepared, and at the start, a line tells what is foretold; the last line is

    {"cases": how many have their proposal, "whole_s": seconds from the import to the last proposal,
     "first":   the share by which the forecast was wrong when the first case was prepared, 0.1 for a tenth too long,
     "worst":   the same at worst of all later ones up to the last but one,
     "told":    [[cases prepared, seconds since the import, foretold, came], ...],
     "load":    the machine's load average at the end: forecasts of a machine whose load changes come less true}
"""

import argparse
import json
import os
import sys
import tempfile
import time
from pathlib import Path
from typing import Any

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from fets_desktop.app.hall import Hall
from fets_desktop.app.job_board import ENDED
from fets_desktop.dicom.write import write_series
from fets_desktop.imaging.files import write_array
from fets_desktop.phantom.brats import make_brats_case
from fets_desktop.phantom.phantom import make_phantom
from fets_desktop.study.resources import atlas

_SEED = 100
_EVERY_S = 0.2
_Told = list[tuple[int, float, float]]


def make_cases(folder: Path, cases: int, *, stripped: bool) -> None:
    """Write so many phantoms, each into a folder of its own."""
    for number in range(_SEED, _SEED + cases):
        place = folder / f"patient-{number}"
        if stripped:
            for contrast, volume in make_brats_case(number)[0].items():
                write_array(place / f"patient-{number}_{contrast.brats_name}.nii.gz", volume.array, volume.grid)
        else:
            for contrast, volume in make_phantom(atlas(), atlas(skull_stripped=True), number).volumes.items():
                write_series(
                    volume,
                    place / contrast.brats_name,
                    contrast,
                    patient_name=f"Phantom^{number}",
                    patient_id=f"PHANTOM-{number}",
                    study_date="20260401",
                )


def run(folder: Path, workspace: Path) -> dict[str, Any]:
    """Let the cases of a folder go their way and return the figures."""
    told: _Told = []
    with Hall(workspace) as hall:
        hall.follow(alone=True)
        begun = time.monotonic()
        scan = hall.importing.start([folder])
        while _busy(hall) or hall.jobs.view(scan).state not in ENDED:
            time.sleep(_EVERY_S)
            hall.pump()
            _listen(hall, told, time.monotonic() - begun)
        whole = time.monotonic() - begun
        proposed = sum(view.state == "done" for view in hall.jobs.all() if view.task.startswith("segment"))
    rows = [(done, round(at), round(left), round(whole - at)) for done, at, left in told]
    wrong: list[float] = [left / (whole - at) - 1 for done, at, left in told if 1 <= done < rows[-1][0]] or [
        float("nan")
    ]
    worst = max(wrong, key=abs)
    return {
        "cases": proposed,
        "whole_s": round(whole),
        "first": round(wrong[0], 2),
        "worst": round(worst, 2),
        "told": rows,
        "load": round(os.getloadavg()[0], 1),
    }


def _busy(hall: Hall) -> bool:
    return any(view.state not in ENDED for view in hall.jobs.all())


def _listen(hall: Hall, told: _Told, at: float) -> None:
    """Write down what is foretold as soon as another case is prepared, and before the first."""
    views = hall.jobs.all()
    prepared = sum(view.state == "done" for view in views if view.task == "prepare")
    converting = any(view.state not in ENDED for view in views if view.task in ("scan", "convert"))
    left = hall.forecast.seconds_left()
    if left and not (converting and not prepared) and (not told or told[-1][0] < prepared):
        told.append((prepared, at, left))
        print(f"{prepared} prepared after {at:.0f} s: {hall.forecast.waiting()} on their way, {left:.0f} s left")


def main() -> None:
    """Make the cases, run, and print."""
    parser = argparse.ArgumentParser(description="Whether the forecast of a queue comes true.")
    parser.add_argument("--cases", type=int, default=4)
    parser.add_argument("--stripped", action="store_true", help="phantoms in atlas space, without skull")
    parser.add_argument("--from", dest="folder", type=Path, help="cases that are there instead of phantoms")
    parser.add_argument("--keep", type=Path, help="the workspace, made if it is not there")
    parser.add_argument("--json", action="store_true", help="as everywhere here; the last line is JSON anyway")
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as name:
        folder = options.folder or Path(name) / "in"
        if not options.folder:
            make_cases(folder, options.cases, stripped=options.stripped)
        print(json.dumps(run(folder, options.keep or Path(name) / "workspace")))


if __name__ == "__main__":
    main()
