"""Check a model: whether it is the network that its card describes, tried out in a process of its own."""

import importlib
from pathlib import Path
from typing import Any

import numpy as np

from fets_desktop.app.tasks.card_trial import card_doubts
from fets_desktop.app.tasks.needing import training_parts
from fets_desktop.app.tasks.stored import sound_model
from fets_desktop.jobs.worker import TaskContext
from fets_desktop.segment.network import Network
from fets_desktop.study.errors import StudyError
from fets_desktop.study.progress import part

_FLOATS = ("f32", "bf16")


def run(context: TaskContext) -> dict[str, Any]:
    """Read the file, load its network, compare it with its card, and let it look at noise and at known tumours.

    A network of another make becomes a model file first.

    Returns:
        `inputs` and `precision`, as the card says them; `model`: the file that was checked; `doubts`: why its card is
        not believed, nothing of a model that ships or was made here.

    Raises:
        StudyError: "bad-model" with what is wrong; "no-training" for another make, in the package without training.
        Cancelled: Through the context.
    """
    arguments = context.arguments
    context.progress(0.0, "Reading the model")
    if arguments.get("foreign"):
        # it needs torch, which the package without training lacks; models of our own do not
        with training_parts():
            path = importlib.import_module("fets_desktop.app.tasks.bringing").converted(context)
    else:
        path = sound_model(Path(arguments["path"]), arguments["sha256"], arguments["name"])
    network = Network.load(path, threads=arguments["threads"])
    _check_precision(network)
    context.progress(0.4, "Trying it out")
    shape = (len(network.inputs), *network.trial_shape())
    noise = np.random.default_rng(0).standard_normal(shape).astype(np.float32)
    found = network.run(noise, lambda: context.progress(0.6, "Trying it out"))
    if found.min() < 0 or found.max() > 1:
        raise StudyError("bad-model", "What it gives are no probabilities.")
    # what ships or was made here was scored as its card says
    doubts = (
        card_doubts(network, arguments["approved"], part(context.progress, 0.6, 1.0)) if arguments.get("trial") else []
    )
    card = network.card
    return {"inputs": list(card.inputs), "precision": card.precision, "model": str(path), "doubts": doubts}


def _check_precision(network: Network) -> None:
    """Compare the precision that a card promises, and was scored in, with that of the graph."""
    said = network.card.precision
    if said not in ("int8", *_FLOATS):
        raise StudyError("bad-model", "Its card does not say in which precision it calculates.")
    if network.quantized and said in _FLOATS:
        raise StudyError("bad-model", f"Its card says {said}, but its network calculates in 8 bits.")
    if not network.quantized and said == "int8":
        raise StudyError("bad-model", "Its card says int8, but nothing in its network calculates in 8 bits.")
