"""Federate: what a training worker does in a round, from weights in a file to weights or scores."""

from dataclasses import replace
from pathlib import Path
from typing import Any

from fets_desktop.app.tasks.train import training_case
from fets_desktop.federate.tensors import TensorFile, writing
from fets_desktop.jobs.worker import TaskContext
from fets_desktop.study.errors import StudyError
from fets_desktop.study.federation import Learning, TensorShape
from fets_desktop.study.plain import from_plain
from fets_desktop.train.cases import CaseShelf
from fets_desktop.train.checkpoint import State, base_of, read_weights
from fets_desktop.train.machine import pick_device
from fets_desktop.train.resunet import ResUNet
from fets_desktop.train.settings import TrainingSettings
from fets_desktop.train.trainer import train
from fets_desktop.train.validate import case_scores, mean_scores, torch_run


def run(context: TaskContext) -> dict[str, Any]:
    """Score weights on the validation cases, or train on from them.

    Returns:
        For "score" `dice` (means by region) and `cases`; for "fit" `loss` and `cases`, the weights in `target`.
    """
    context.progress(0.0, "Looking at the cases")
    return _score(context) if context.arguments["what"] == "score" else _fit(context)


def _score(context: TaskContext) -> dict[str, Any]:
    arguments = context.arguments
    cases = [training_case(plain) for plain in arguments["cases"]]
    state = read_weights(Path(arguments["weights"]))
    network = _network(state)
    device = pick_device(arguments["device"])
    run_network = torch_run(network.to(device), device, False)
    shelf = CaseShelf(Path(arguments["folder"]) / "cases")
    scores = []
    for done, case in enumerate(cases):
        context.progress(done / len(cases), f"Scoring case {done + 1} of {len(cases)}")
        scores.append(case_scores(shelf.get(case), run_network))
    return {"dice": mean_scores(scores), "cases": len(scores)}


def _network(state: State) -> ResUNet:
    network = ResUNet(base_of(state))
    try:
        network.load_state_dict(state)
    except RuntimeError as error:
        raise StudyError("bad-model", "The weights belong to another network.") from error
    return network


def _fit(context: TaskContext) -> dict[str, Any]:
    arguments = context.arguments
    cases = [training_case(plain) for plain in arguments["cases"]]
    learning = from_plain(Learning, arguments["learning"])
    initial = read_weights(Path(arguments["weights"]))
    settings = replace(
        TrainingSettings(),
        base=base_of(initial),
        epochs=learning.epochs,
        patch=learning.patch,
        learning_rate=learning.learning_rate,
        weight_decay=learning.weight_decay,
        # another draw of patches in every round, and the same one again after a cut
        seed=learning.seed + int(arguments["round"]),
        choose="last",
        threads=arguments["threads"],
        device=arguments["device"],
    )
    result = train(cases, [], settings, Path(arguments["folder"]), context.progress, context.tell, initial=initial)
    shapes = [from_plain(TensorShape, plain) for plain in arguments["tensors"]]
    with TensorFile(result.weights) as weights, writing(Path(arguments["target"]), shapes) as sink:
        for tensor in shapes:
            sink.add(tensor.name, weights.get(tensor.name))
    return {"loss": float(result.history[-1]["loss"]), "cases": len(cases)}
