"""Going on by itself from the command line: what came is prepared and proposed for, in one queue as in the window."""

import argparse
import time
from collections.abc import Iterable
from typing import Any

from fets_desktop.app.hall import Hall
from fets_desktop.app.job_board import ENDED
from fets_desktop.app.pace import in_words
from fets_desktop.cli.answer import Answer, table
from fets_desktop.cli.verbs_work import volumes_in_words
from fets_desktop.study.errors import StudyError
from fets_desktop.study.fusing import FUSIONS, LABEL, PER
from fets_desktop.study.progress import Progress


def add_onward(verb: argparse.ArgumentParser) -> None:
    """Add the options of a verb whose cases go on by themselves."""
    onward = verb.add_argument_group("going on by itself")
    onward.add_argument(
        "--onward", action="store_true", help="prepare what came and let models propose, in one queue as in the window"
    )
    onward.add_argument(
        "--model",
        action="append",
        default=[],
        metavar="M",
        help="which models propose together by themselves from now on; given twice or more, with --onward",
    )
    onward.add_argument("--fuse", choices=list(FUSIONS), help="how what they propose is fused from now on")
    onward.add_argument("--per", choices=list(PER), help=f"fuse labels, or regions one by one ({LABEL})")


def begin(hall: Hall, options: argparse.Namespace) -> None:
    """Let cases go on by themselves from here; what an earlier command left unfinished goes on, too.

    Raises:
        StudyError: "wrong-usage", or "bad-model" if a model is not there.
    """
    if not options.onward:
        if options.model or options.fuse or options.per:
            raise StudyError("wrong-usage", "--model, --fuse and --per say how cases go on; they go with --onward.")
        return
    models = list(dict.fromkeys(hall.models.get(name).id for name in options.model))
    if len(models) == 1:
        raise StudyError("wrong-usage", "One model alone is chosen by `models use`; give two or more to be fused.")
    chosen = {"segment.candidates": ", ".join(models), "segment.fusion": options.fuse, "segment.per": options.per}
    for name, value in chosen.items():
        if value:
            hall.settings.set(name, value)
    hall.follow(alone=True)


def finish(hall: Hall, options: argparse.Namespace, came: Iterable[str], answer: Answer, progress: Progress) -> None:
    """Wait until every case has gone on as far as it can, and say how far each came.

    Args:
        hall: The use cases.
        options: The verb's.
        came: The cases that the verb brought.
        answer: Gets `onward`, a row for each of them and of all others that went on.
        progress: Hears how far the queue is, as `going_on` gave it.
    """
    if not options.onward:
        return
    while live := [view.id for view in hall.jobs.all() if view.case and view.state not in ENDED]:
        hall.jobs.wait(live, progress)
    begun = [view for view in hall.jobs.all() if view.case and view.task != "convert"]
    for view in begun:
        if view.state != "done":
            answer.judge(view, hall.jobs.error(view.id), view.case)
    rows = [_row(hall, case) for case in sorted({view.case for view in begun} | set(came))]
    answer.plain["onward"] = rows
    shown = [[row["case"], row["stage"], row["model"] or "-", *volumes_in_words(row["volumes_ml"])] for row in rows]
    answer.lines += ["", *table(["case", "stands at", "proposed by", "ET ml", "TC ml", "WT ml"], shown)]


def going_on(hall: Hall, options: argparse.Namespace, progress: Progress) -> Progress:
    """Return a progress that goes by when the last case will be through, where cases go on; else the one given."""
    return _Said(hall, progress) if options.onward else progress


def _row(hall: Hall, name: str) -> dict[str, Any]:
    versions = hall.cases.versions(name)
    newest = versions[-1] if versions else None
    return {
        "case": name,
        "stage": hall.cases.get(name).stage.words,
        "version": newest.id if newest else "",
        "model": newest.author.removeprefix("model ") if newest else "",
        "volumes_ml": dict(newest.volumes_ml) if newest else {},
    }


class _Said:
    """Says how many cases are under way, and when the last will be through; the bar goes by that time."""

    def __init__(self, hall: Hall, progress: Progress) -> None:
        self._hall = hall
        self._progress = progress
        self._begun = time.monotonic()
        self._share = 0.0

    def __call__(self, fraction: float, note: str) -> None:
        at_work = {view.case for view in self._hall.jobs.all() if view.case and view.state not in ENDED}
        under_way = max(len(at_work), self._hall.forecast.waiting())
        whole = f"{under_way} {'case' if under_way == 1 else 'cases'} under way"
        left = self._hall.forecast.seconds_left()
        if left is not None:
            whole = f"{whole}, {in_words(left)}"
            taken = time.monotonic() - self._begun
            self._share = taken / (taken + left) if taken + left else fraction
        # while nobody knows how long it will take the bar stands: one step's end is not the queue's
        step = note.rsplit(", ", 1)[0] if note.endswith(" left") else note
        self._progress(self._share, f"{step} ({whole})")
