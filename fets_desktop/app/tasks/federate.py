"""Federate: what a training worker does in a round, from weights in a file to weights or scores."""

import importlib
import math
from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from fets_desktop.app.tasks.train import training_case
from fets_desktop.federate.privacy import protect
from fets_desktop.federate.tensors import TensorFile, writing
from fets_desktop.jobs.worker import TaskContext
from fets_desktop.study.errors import StudyError
from fets_desktop.study.federation import Learning, TensorShape
from fets_desktop.study.plain import from_plain
from fets_desktop.study.privacy import DELTA, Privacy, epsilon_words
from fets_desktop.study.progress import Progress
from fets_desktop.train.cases import CaseShelf, TrainingCase
from fets_desktop.train.checkpoint import State, base_of, read_weights
from fets_desktop.train.machine import pick_device
from fets_desktop.train.resunet import ResUNet
from fets_desktop.train.settings import TrainingSettings
from fets_desktop.train.share import kept_to
from fets_desktop.train.trainer import Tell, train
from fets_desktop.train.validate import case_scores, mean_scores, torch_run

_ACCOUNTING = "fets_desktop.federate.accounting"


def run(context: TaskContext) -> dict[str, Any]:
    """Score weights on the validation cases, or train on from them.

    Returns:
        For "score" `dice` (means by region) and `cases`; for "fit" `loss` and `cases`, the weights in `target`.
    """
    with kept_to(context.arguments["threads"]):
        return _run(context)


def _run(context: TaskContext) -> dict[str, Any]:
    context.progress(0.0, "Looking at the cases")
    arguments = context.arguments
    cases = [training_case(plain) for plain in arguments["cases"]]
    weights, bench = Path(arguments["weights"]), Bench(Path(arguments["folder"]), arguments["device"])
    if arguments["what"] == "score":
        scores = score_each(weights, cases, bench, context.progress)
        return {"dice": mean_scores(scores), "cases": len(scores)}
    lesson = Lesson(
        from_plain(Learning, arguments["learning"]),
        int(arguments["round"]),
        tuple(from_plain(TensorShape, plain) for plain in arguments["tensors"]),
        arguments["threads"],
    )
    loss = fit(weights, cases, lesson, Path(arguments["target"]), bench, context.progress, context.tell)
    found = {"loss": loss, "cases": len(cases)}
    if plain := arguments.get("privacy"):
        context.progress(1.0, "Cutting and blurring what leaves")
        found |= _protected(from_plain(Privacy, plain), weights, Path(arguments["target"]), lesson, arguments["spent"])
    return found


def _protected(privacy: Privacy, base: Path, own: Path, lesson: "Lesson", spent: Sequence[float]) -> dict[str, Any]:
    """Write what may leave beside the weights; return its name, the epsilon so far, and words for the ledger."""
    sent = own.with_name(f"sent{own.suffix}")
    protect(own, base, sent, lesson.tensors, privacy)
    # to load the library takes a second, which nobody pays without noise
    so_far = float(importlib.import_module(_ACCOUNTING).epsilon([*spent, privacy.noise]))
    promised = math.isfinite(so_far)
    words = f"epsilon {epsilon_words(so_far)} so far at delta {DELTA:g}" if promised else "nothing promised"
    return {"sent": sent.name, "epsilon": so_far if promised else None, "told": f"change {privacy.words} ({words})"}


@dataclass(frozen=True)
class Bench:
    """Where the work is done.

    Attributes:
        folder: Keeps ready cases and checkpoints.
        device: "auto", "cpu" or "cuda".
    """

    folder: Path
    device: str = "auto"


@dataclass(frozen=True)
class Lesson:
    """How a site trains in one round.

    Attributes:
        learning: As the plan says.
        number: The round, counted from 0.
        tensors: Of the model, as they travel.
        threads: Of the processor; 0 for all.
    """

    learning: Learning
    number: int
    tensors: tuple[TensorShape, ...]
    threads: int = 0


def score_each(
    weights: Path, cases: Sequence[TrainingCase], bench: Bench, progress: Progress
) -> list[dict[str, float]]:
    """Return the Dice of every region of each case, in their order.

    Raises:
        StudyError: "bad-model", or what reading a case raises.
    """
    network = _network(read_weights(weights))
    device = pick_device(bench.device)
    run_network = torch_run(network.to(device), device, False)
    shelf = CaseShelf(bench.folder / "cases")
    scores = []
    for done, case in enumerate(cases):
        progress(done / len(cases), f"Scoring case {done + 1} of {len(cases)}")
        scores.append(case_scores(shelf.get(case), run_network))
    return scores


def _network(state: State) -> ResUNet:
    network = ResUNet(base_of(state))
    try:
        network.load_state_dict(state)
    except RuntimeError as error:
        raise StudyError("bad-model", "The weights belong to another network.") from error
    return network


def fit(
    weights: Path,
    cases: Sequence[TrainingCase],
    lesson: Lesson,
    target: Path,
    bench: Bench,
    progress: Progress,
    tell: Tell | None = None,
) -> float:
    """Train on from weights, write what came of it to `target`, and return the mean loss of the last epoch.

    Raises:
        StudyError: As `train`.
        Cancelled: From `progress`; the same again goes on.
    """
    initial = read_weights(weights)
    settings = settings_for(lesson, base_of(initial), bench.device)
    result = train(cases, [], settings, bench.folder, progress, tell, initial=initial)
    with TensorFile(result.weights) as found, writing(target, lesson.tensors) as sink:
        for tensor in lesson.tensors:
            sink.add(tensor.name, found.get(tensor.name))
    return float(result.history[-1]["loss"])


def settings_for(lesson: Lesson, base: int, device: str) -> TrainingSettings:
    """Return the settings of one round's training.

    Args:
        lesson: As the plan says.
        base: Filters of the network's finest level.
        device: To train on.
    """
    learning = lesson.learning
    return replace(
        TrainingSettings(),
        base=base,
        epochs=learning.epochs,
        patch=learning.patch,
        learning_rate=learning.learning_rate,
        weight_decay=learning.weight_decay,
        # another draw of patches in every round, and the same one again after a cut
        seed=learning.seed + lesson.number,
        choose="last",
        threads=lesson.threads,
        device=device,
    )
