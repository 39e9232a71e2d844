"""Simulate: federations of the sites of one folder, over TLS on this computer, one for each site that is held out."""

from pathlib import Path
from typing import Any

from fets_desktop.app.federation.experiment import FEWEST_SITES, Experiment
from fets_desktop.app.tasks.simulate_cases import by_site, make_coarse
from fets_desktop.app.tasks.simulate_findings import findings
from fets_desktop.app.tasks.simulate_fold import Setting, Turn
from fets_desktop.app.tasks.simulate_report import write_report
from fets_desktop.imaging.opening import private
from fets_desktop.jobs.worker import TaskContext
from fets_desktop.study.errors import StudyError
from fets_desktop.study.plain import from_plain
from fets_desktop.study.progress import part
from fets_desktop.train.cases import CaseShelf

_READ, _DRAWN = 0.05, 0.02


def run(context: TaskContext) -> dict[str, Any]:
    """Make the experiment and write its figures; after a cut it goes on in the work folder.

    Returns:
        What `findings` found, `refused` (cases that could not be used) and `files`.

    Raises:
        StudyError: "too-few-cases" if too few sites are left with cases, "federation-server", what training raises.
    """
    arguments = context.arguments
    if not arguments["cases"]:
        raise StudyError("too-few-cases", "Which cases were meant is no longer known; start it again.")
    experiment = from_plain(Experiment, arguments["experiment"])
    work = Path(arguments["work"])
    shelf = CaseShelf(work / "bench" / "cases")
    heard = part(context.progress, 0.0, _READ)
    cases, refused = make_coarse(arguments["cases"], experiment.spacing_mm, private(work / "cases"), shelf, heard)
    sites = by_site(cases, experiment.seed)
    if len(sites) < FEWEST_SITES:
        raise StudyError("too-few-cases", "Fewer than three sites have a case that can be used.")
    setting = Setting(experiment, sites, work, arguments["threads"])
    held_out = [site for site in experiment.outside or sites if site in sites]
    if not held_out or experiment.initial not in ("", *sites):
        gone = experiment.initial if held_out else ", ".join(experiment.outside)
        raise StudyError("too-few-cases", f"No case of {gone} can be used.")
    turns = []
    share = (1 - _READ - _DRAWN) / len(held_out)
    for number, outside in enumerate(held_out):
        begun = _READ + number * share
        named = f"Without {outside} ({number + 1} of {len(held_out)}): "
        turns.append(Turn(setting, outside).run(part(context.progress, begun, begun + share, named)))
    counts = [{"site": s, "train": len(c.train), "validation": len(c.validation)} for s, c in sites.items()]
    found = {**findings(counts, turns), "refused": refused}
    context.progress(1 - _DRAWN, "Drawing the figures")
    files = write_report(Path(arguments["folder"]), experiment, found, turns)
    return {**found, "files": [str(file) for file in files]}
