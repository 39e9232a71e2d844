"""GaNDLF's and FeTS's 3D-ResUNet: the same network as ours under other names.

Source: FETS-AI/Algorithms and CBICA/BrainMaGe, whose modules `ins, ds_0..3, en_1..4, us_3..0, de_3..1, out` hold
convolutions `conv0..3` and normalisations `in_0..3`. The originals align the corners when they interpolate upwards, so
what is run here does, too. A network of one contrast and one output is BrainMaGe's brain mask.
"""

from collections.abc import Iterator
from pathlib import Path

import torch

from fets_desktop.study.contrast import NETWORK_ORDER
from fets_desktop.study.labels import REGIONS
from fets_desktop.study.model import ModelCard
from fets_desktop.train.export import graph_of
from fets_desktop.train.importers.brought import Brought, State, in_float, refused
from fets_desktop.train.importers.openfl import read_openfl
from fets_desktop.train.importers.pickled import read_pickled, tensors_in
from fets_desktop.train.resunet import DEPTH, Probabilities, ResUNet, Up

_WHERE = ("model_state_dict", "state_dict", "network_weights", "model")
_NORM = ("weight", "bias", "running_mean", "running_var", "num_batches_tracked")
_CONV = ("weight", "bias")


def bring_checkpoint(path: Path) -> Brought:
    """Return a PyTorch checkpoint's network.

    Raises:
        StudyError: "bad-model" if it is no 3D-ResUNet's, or holds code.
    """
    return _brought(tensors_in(read_pickled(path), *_WHERE), "GaNDLF or FeTS checkpoint")


def bring_protobuf(path: Path) -> Brought:
    """Return the network of an OpenFL model protobuf.

    Raises:
        StudyError: "bad-model".
    """
    return _brought(read_openfl(path), "OpenFL model protobuf")


def read_brainmage(path: Path) -> ResUNet:
    """Return BrainMaGe's network of the brain mask: one contrast in, one logit out.

    Raises:
        StudyError: "bad-model" if the checkpoint is of another network.
    """
    network = network_of_others(tensors_in(read_pickled(path), *_WHERE))
    if channels_of(network) != (1, 1):
        raise refused("It is no network of BrainMaGe's: those take one contrast and mark one thing.")
    return network


def _brought(theirs: State, kind: str) -> Brought:
    network = network_of_others(theirs)
    inputs, outputs = channels_of(network)
    if (inputs, outputs) != (len(NETWORK_ORDER), len(REGIONS)):
        raise refused(
            f"It takes {inputs} contrasts and marks {outputs} regions; a network of FeTS takes four and marks three."
        )
    card = ModelCard(
        name="fets",
        version=1,
        family="resunet",
        precision="f32",
        inputs=tuple(map(str, NETWORK_ORDER)),
        outputs=tuple(map(str, REGIONS)),
        training_data=f"Not stated: taken out of a {kind}.",
        lineage={"kind": kind},
        limits="Never scored here.",
        extra={"base": network.base},
    )
    return Brought(graph_of(Probabilities(network), inputs), in_float(card), network.state_dict())


def channels_of(network: ResUNet) -> tuple[int, int]:
    """Return how many contrasts a network takes, and how many regions it marks."""
    state = network.state_dict()
    return int(state["enter.weight"].shape[1]), int(state["leave.1.weight"].shape[0])


def network_of_others(theirs: State) -> ResUNet:
    """Return our network with weights under the names of GaNDLF, FeTS and BrainMaGe.

    Raises:
        StudyError: "bad-model" if some are missing, or of another shape.
    """
    if "de_0.conv0.weight" in theirs:
        raise refused("It is a later ResUNet of GaNDLF's, with one level more on the way up; it is not known here.")
    if missing := sorted(name for _, name in names() if name not in theirs and not name.endswith("tracked")):
        raise refused(f"It is no 3D-ResUNet: {len(missing)} of its weights are missing, as {missing[0]}.")
    first, last = theirs["ins.conv0.weight"], theirs["out.conv3.weight"]
    if first.dim() != 5 or last.dim() != 5:
        raise refused("Its convolutions are not of three dimensions.")
    network = ResUNet(int(first.shape[0]), int(first.shape[1]), int(last.shape[0]))
    own = network.state_dict()
    taken = {ours: theirs[name].to(own[ours].dtype) for ours, name in names() if name in theirs}
    try:
        network.load_state_dict({**own, **taken})
    except RuntimeError as error:
        raise refused("Its weights are not shaped like a 3D-ResUNet's.") from error
    if not all(torch.isfinite(value).all() for value in taken.values()):
        raise refused("Among its weights are values that are no numbers.")
    for up in network.ups:
        assert isinstance(up, Up)
        up.aligned = True
    return network.eval()


def names() -> Iterator[tuple[str, str]]:
    """Yield every weight's name here and there."""
    for ours, theirs, parts in _modules():
        yield from ((f"{ours}.{part}", f"{theirs}.{part}") for part in parts)


def _modules() -> Iterator[tuple[str, str, tuple[str, ...]]]:
    yield "enter", "ins.conv0", _CONV
    yield from _residual("top", "ins", (0, 1), (1, 2))
    for level in range(DEPTH):
        yield f"downs.{level}.halve.0", f"ds_{level}.conv0", _CONV
        yield f"downs.{level}.halve.1.norm", f"ds_{level}.in_0", _NORM
        yield from _residual(f"downs.{level}.block", f"en_{level + 1}", (0, 1), (0, 1))
        raised = f"de_{DEPTH - 1 - level}" if level < DEPTH - 1 else "out"
        yield f"ups.{level}.narrow", f"us_{DEPTH - 1 - level}.conv0", _CONV
        yield f"ups.{level}.join.0.norm", f"{raised}.in_0", _NORM
        yield f"ups.{level}.join.1", f"{raised}.conv0", _CONV
        yield from _residual(f"ups.{level}.block", raised, (1, 2), (1, 2))
    yield "leave.0.norm", "out.in_3", _NORM
    yield "leave.1", "out.conv3", _CONV


def _residual(
    ours: str, theirs: str, norms: tuple[int, int], convolutions: tuple[int, int]
) -> Iterator[tuple[str, str, tuple[str, ...]]]:
    for step, norm, convolution in zip(("first", "second"), norms, convolutions, strict=True):
        yield f"{ours}.{step}.0.norm", f"{theirs}.in_{norm}", _NORM
        yield f"{ours}.{step}.1", f"{theirs}.conv{convolution}", _CONV
