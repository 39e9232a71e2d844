"""Rehearse: a step of training and a case scored, with untrained weights of the plan's network: what they take here."""

import os
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from statistics import median
from typing import Any

from fets_desktop.app.tasks.federate import Lesson, settings_for
from fets_desktop.app.tasks.train import training_case
from fets_desktop.jobs.worker import TaskContext
from fets_desktop.study.federation import Learning, TensorShape
from fets_desktop.study.plain import from_plain
from fets_desktop.train.cases import CaseShelf, TrainingCase
from fets_desktop.train.machine import pick_device
from fets_desktop.train.resunet import ResUNet
from fets_desktop.train.share import kept_to
from fets_desktop.train.trainer import Tell, Trainer
from fets_desktop.train.validate import case_scores, torch_run

_LONGEST_S = 180.0
"""Longer nobody waits for a forecast: what takes longer is told as that."""
_ENOUGH_S = 20.0
_START_TICKS = 19
"""Which number after a process's name in /proc/PID/stat says when it began, counted from 0."""
_MOST_STEPS = 4
"""The first one makes ready what the later ones use."""


def run(context: TaskContext) -> dict[str, Any]:
    """Measure on the first training case and the first validation case.

    Returns:
        `step_s`, `score_s`, `start_s`, `edge` and `late`: see `RoundCost`. The same is told if it takes too long.
    """
    start_s = _since_start_s()  # what a worker takes before it begins: nothing else was done until now
    with kept_to(context.arguments["threads"]):
        return _run(context, start_s)


def _since_start_s() -> float:
    """Return how long ago this process began (proc(5), Linux); the CPU-seconds it has used where nobody tells."""
    try:
        ticks = int(Path("/proc/self/stat").read_text().rpartition(")")[2].split()[_START_TICKS])
        return time.clock_gettime(time.CLOCK_BOOTTIME) - ticks / os.sysconf("SC_CLK_TCK")
    except (OSError, ValueError, IndexError, AttributeError):
        return time.process_time()


def _run(context: TaskContext, start_s: float) -> dict[str, Any]:
    arguments = context.arguments
    context.progress(0.0, "Reading a case")
    train, validation = ([training_case(plain) for plain in arguments[side]] for side in ("train", "validation"))
    shelf = CaseShelf(context.scratch / "cases")
    for case in (*train, *validation):
        shelf.get(case)
    stopwatch = _Stopwatch(start_s, context.tell, "step_s" if train else "score_s")
    with stopwatch.bounded():
        if train:
            context.progress(0.2, "Taking a step of training")
            _train(context, train, stopwatch)
        if validation:
            context.progress(0.7, "Scoring a case")
            _score(context, validation[0], shelf, stopwatch)
    return stopwatch.found


class _Stopwatch:
    """What was measured so far; told as it stands when it takes too long.

    Args:
        start_s: Seconds until the worker began.
        tell: Hears it then.
        first: What is measured first.
    """

    def __init__(self, start_s: float, tell: Tell, first: str) -> None:
        self.found: dict[str, Any] = {"start_s": start_s, "step_s": 0.0, "score_s": 0.0, "edge": 0, "late": False}
        self._tell = tell
        self._doing, self._since = first, time.monotonic()

    @contextmanager
    def bounded(self) -> Iterator[None]:
        """Tell what was found if what is done within does not end in time; whoever hears it ends the worker."""
        timer = threading.Timer(_LONGEST_S, self._late)
        timer.daemon = True
        timer.start()
        try:
            yield
        finally:
            timer.cancel()

    def take(self, name: str, act: Callable[[], object]) -> float:
        """Do something, and return how many seconds it took."""
        self._doing, self._since = name, time.monotonic()
        act()
        return time.monotonic() - self._since

    def _late(self) -> None:
        found = {**self.found, "late": True}
        found[self._doing] = max(found[self._doing], time.monotonic() - self._since)
        self._tell(found)


def _train(context: TaskContext, cases: list[TrainingCase], stopwatch: _Stopwatch) -> None:
    arguments = context.arguments
    lesson = Lesson(
        from_plain(Learning, arguments["learning"]),
        0,
        tuple(from_plain(TensorShape, plain) for plain in arguments["tensors"]),
        arguments["threads"],
    )
    settings = settings_for(lesson, arguments["base"], arguments["device"])
    trainer = Trainer(cases, [], settings, context.scratch, initial=ResUNet(arguments["base"]).state_dict())
    stopwatch.found["edge"] = trainer.edge
    taken = [stopwatch.take("step_s", trainer.step)]
    stopwatch.found["step_s"] = taken[0]
    while sum(taken) < _ENOUGH_S and len(taken) < _MOST_STEPS:
        context.progress(0.2 + 0.5 * len(taken) / _MOST_STEPS, "Taking a step of training")
        taken.append(stopwatch.take("step_s", trainer.step))
        stopwatch.found["step_s"] = median(taken[1:])


def _score(context: TaskContext, case: TrainingCase, shelf: CaseShelf, stopwatch: _Stopwatch) -> None:
    device = pick_device(context.arguments["device"])
    run_network = torch_run(ResUNet(context.arguments["base"]).to(device), device, False)
    stopwatch.found["score_s"] = stopwatch.take("score_s", lambda: case_scores(shelf.get(case), run_network))
