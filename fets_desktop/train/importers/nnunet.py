"""A results folder of nnU-Net version 2 becomes a model: plans.json, dataset.json and the folds' checkpoints.

Source: nnunetv2 (Isensee et al. 2021): the plan's configuration names network, patch, spacing and normalisation; the
dataset the channels and labels, or regions. What nnU-Net does at use is on the card: patches of the plan's size that
overlap by half, weighed by a Gaussian, their logits blended, then a softmax or, for regions, a sigmoid. Several folds
are averaged as logits, inside the graph. Mirroring, which nnU-Net also averages over, is left out: it takes eight times
as long.
"""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import torch
from torch import nn

from fets_desktop.study.contrast import Contrast
from fets_desktop.study.feeding import Feeding, Scaling
from fets_desktop.study.model import ModelCard
from fets_desktop.train.export import graph_of
from fets_desktop.train.families.unet import Topology, Triple, UNet
from fets_desktop.train.importers.brought import Brought, State, in_float, read_json, refused
from fets_desktop.train.importers.nnunet_words import contrast_named, outputs_of
from fets_desktop.train.importers.pickled import read_pickled, tensors_in

PLANS, DATASET = "plans.json", "dataset.json"
_CHECKPOINTS = ("checkpoint_final.pth", "checkpoint_best.pth")
_CONFIGURATION = "3d_fullres"
_SPACING_MM = 0.01
_PLAIN = ("PlainConvUNet",)
_SCALINGS = {"NoNormalization": "none", "ZScoreNormalization": "z-score", "RescaleTo01Normalization": "unit"}
_AXES = {"NibabelIOWithReorient": "SAR"}


def bring_nnunet(folder: Path) -> Brought:
    """Return the network of a results folder.

    Raises:
        StudyError: "bad-model" if it is of an unknown version or architecture, resamples, or its weights do not fit.
    """
    plans, dataset = read_json(folder / PLANS, PLANS), read_json(folder / DATASET, DATASET)
    plan = read_plan(plans, _configuration_named(folder, plans))
    outputs, activation = outputs_of(dataset)
    inputs = inputs_of(dataset)
    folds = _folds(folder)
    networks = [_network(plan, len(inputs), len(outputs), path) for path in folds]
    network = _Turned(_Mean(networks), plan.transpose)
    patch = plan.back(plan.patch)
    card = ModelCard(
        name="nnunet",
        version=1,
        family="unet",
        precision="f32",
        inputs=tuple(map(str, inputs)),
        outputs=outputs,
        training_data=f"{dataset.get('numTraining', 'An unknown number of')} cases of the data set "
        f"{plans.get('dataset_name', 'without a name')}, by nnU-Net.",
        lineage={"kind": "nnU-Net v2 results", "folds": [path.parent.name for path in folds]},
        limits="Never scored here. Run without mirroring, as nnU-Net does with --disable_tta.",
        feeding=Feeding(
            scaling=_scalings(plan, len(inputs)),
            orientation=_AXES.get(
                str(dataset.get("overwrite_image_reader_writer") or plans.get("image_reader_writer")), ""
            ),
            patch=patch,
            activation=activation,
            halves=False,
        ),
    )
    return Brought(graph_of(network, len(inputs), patch), in_float(card))


@dataclass(frozen=True)
class NnuPlan:
    """What a plan says of one configuration; axes as nnU-Net turns them.

    Attributes:
        topology: Of the network.
        patch: In voxels.
        transpose: How `(z, y, x)` is turned before anything else.
        schemes: Of normalisation, one for each channel.
        masked: Whether each channel is normalised within what is not zero.
    """

    topology: Topology
    patch: Triple
    transpose: Triple
    schemes: tuple[str, ...]
    masked: tuple[bool, ...]

    def back(self, edges: Triple) -> Triple:
        """Return edges in `(z, y, x)`."""
        turned = dict(zip(self.transpose, edges, strict=True))
        return turned[0], turned[1], turned[2]


def _configuration_named(folder: Path, plans: Mapping[str, Any]) -> str:
    """Return the configuration whose results the folder holds: its name says it, as nnU-Net writes it."""
    known = plans.get("configurations")
    if not isinstance(known, dict) or not known:
        raise refused(f"Its {PLANS} has no configurations: it is of an nnU-Net that is not known here; version 2 is.")
    said = folder.name.split("__")[-1]
    if said in known:
        return said
    if _CONFIGURATION in known:
        return _CONFIGURATION
    raise refused(
        f"It is none of nnU-Net's configurations in three dimensions; there are {', '.join(map(str, known))}."
    )


def read_plan(plans: Mapping[str, Any], name: str) -> NnuPlan:
    """Return what a plan says of a configuration.

    Raises:
        StudyError: "bad-model" if it is of an unknown version or architecture, is not in three dimensions, is the
            second of a cascade, or resamples to another spacing than the atlas grid's.
    """
    configurations: dict[str, Any] = plans["configurations"]
    settings: dict[str, Any] = dict(configurations[name])
    while (parent := settings.pop("inherits_from", None)) in configurations:
        settings = {**configurations[parent], **settings}
    if settings.get("previous_stage"):
        raise refused("It is the second stage of a cascade, which this program does not run.")
    try:
        spacing = [float(mm) for mm in settings["spacing"]]
        patch = _triple(settings["patch_size"])
        topology = _topology(settings)
        turn = _triple(plans.get("transpose_forward", (0, 1, 2)))
        schemes = tuple(map(str, settings["normalization_schemes"]))
        masked = tuple(map(bool, settings["use_mask_for_norm"]))
    except (KeyError, TypeError, ValueError, IndexError) as error:
        raise refused(
            f"Its {PLANS} lacks what describes the network: it is of an unknown version of nnU-Net."
        ) from error
    if any(abs(mm - 1) > _SPACING_MM for mm in spacing):
        words = " x ".join(f"{mm:g}" for mm in spacing)
        raise refused(
            f"It was trained on voxels of {words} mm; prepared cases have 1 mm, and nothing is resampled here."
        )
    if sorted(turn) != [0, 1, 2]:
        raise refused(f"Its {PLANS} turns the axes in no way that there is.")
    return NnuPlan(topology, patch, turn, schemes, masked)


def _topology(settings: Mapping[str, Any]) -> Topology:
    if "architecture" not in settings:
        return _older_topology(settings)
    kind = str(settings["architecture"]["network_class_name"]).rsplit(".", 1)[-1]
    if kind not in _PLAIN:
        raise refused(f"Its network is a {kind}; of nnU-Net's own {', '.join(_PLAIN)} can be taken in.")
    given = settings["architecture"]["arch_kwargs"]
    if given.get("dropout_op") or not str(given["norm_op"]).endswith("InstanceNorm3d"):
        raise refused("Its network is built of layers that this program does not know.")
    levels = int(given["n_stages"])
    return Topology(
        tuple(int(n) for n in given["features_per_stage"][:levels]),
        tuple(_triple(each) for each in given["strides"]),
        tuple(_triple(each) for each in given["kernel_sizes"]),
        _counts(given["n_conv_per_stage"], levels),
        _counts(given["n_conv_per_stage_decoder"], levels - 1),
    )


def _older_topology(settings: Mapping[str, Any]) -> Topology:
    """Return the network of a plan of versions 2.0 and 2.1."""
    if (kind := str(settings["UNet_class_name"])) not in _PLAIN:
        raise refused(f"Its network is a {kind}; of nnU-Net's own {', '.join(_PLAIN)} can be taken in.")
    strides = tuple(_triple(each) for each in settings["pool_op_kernel_sizes"])
    base, widest, levels = int(settings["UNet_base_num_features"]), int(settings["unet_max_num_features"]), len(strides)
    return Topology(
        tuple(min(base << level, widest) for level in range(levels)),
        strides,
        tuple(_triple(each) for each in settings["conv_kernel_sizes"]),
        _counts(settings["n_conv_per_stage_encoder"], levels),
        _counts(settings["n_conv_per_stage_decoder"], levels - 1),
    )


def _counts(given: int | Sequence[int], levels: int) -> tuple[int, ...]:
    return (given,) * levels if isinstance(given, int) else tuple(int(n) for n in given[:levels])


def _triple(given: int | Sequence[int]) -> Triple:
    z, y, x = (given,) * 3 if isinstance(given, int) else (int(n) for n in given)
    return z, y, x


def inputs_of(dataset: Mapping[str, Any]) -> tuple[Contrast, ...]:
    """Return the contrasts of a data set's channels.

    Raises:
        StudyError: "bad-model" if a channel is no contrast of this program, or comes twice.
    """
    named = dataset.get("channel_names") or dataset.get("modality") or {}
    if not isinstance(named, dict) or not named:
        raise refused(f"Its {DATASET} does not name its channels.")
    try:
        contrasts = tuple(contrast_named(str(named[str(k)])) for k in range(len(named)))
    except KeyError as error:
        raise refused(f"Its {DATASET} does not number its channels from 0.") from error
    if len(set(contrasts)) < len(contrasts):
        raise refused(f"Two of the channels in its {DATASET} are the same contrast.")
    return contrasts


def _scalings(plan: NnuPlan, channels: int) -> tuple[Scaling, ...]:
    if len(plan.schemes) != channels or len(plan.masked) != channels:
        raise refused(f"Its {PLANS} and its {DATASET} name different numbers of channels.")
    if unknown := sorted(set(plan.schemes) - set(_SCALINGS)):
        raise refused(f"It normalises by {', '.join(unknown)}, which this program does not do.")
    rows = zip(plan.schemes, plan.masked, strict=True)
    each = tuple(
        Scaling(_SCALINGS[scheme], over="brain" if masked and scheme == "ZScoreNormalization" else "all")
        for scheme, masked in rows
    )
    return each[:1] if len(set(each)) == 1 else each


def _folds(folder: Path) -> list[Path]:
    """Return the checkpoint of every fold."""
    found = []
    for path in sorted(folder.glob("fold_*")):
        if re.fullmatch(r"fold_(\d+|all)", path.name):
            found += [path / name for name in _CHECKPOINTS if (path / name).is_file()][:1]
    if not found:
        raise refused(f"No fold in it holds a {_CHECKPOINTS[0]}.")
    return found


def _network(plan: NnuPlan, inputs: int, outputs: int, checkpoint: Path) -> UNet:
    theirs = tensors_in(read_pickled(checkpoint), "network_weights")
    network = UNet(plan.topology, inputs, outputs)
    ours: State = {}
    for name in network.state_dict():
        if (known := theirs_of(name)) not in theirs:
            raise refused(f"In {checkpoint.parent.name}, {known} is missing: it is not the network of its {PLANS}.")
        ours[name] = theirs[known].float()
    try:
        network.load_state_dict(ours)
    except RuntimeError as error:
        raise refused(f"The weights of {checkpoint.parent.name} are not shaped as its {PLANS} says.") from error
    if not all(torch.isfinite(value).all() for value in ours.values()):
        raise refused(f"Among the weights of {checkpoint.parent.name} are values that are no numbers.")
    return network


def theirs_of(name: str) -> str:
    """Return nnU-Net's name of a weight of ours."""
    part, level, *rest = name.split(".")
    tail = ".".join(rest)
    return {
        "downs": f"encoder.stages.{level}.0.convs.{tail}",
        "raises": f"decoder.transpconvs.{level}.{tail}",
        "ups": f"decoder.stages.{level}.convs.{tail}",
        "leaves": f"decoder.seg_layers.{level}.{tail}",
    }[part]


class _Mean(nn.Module):
    """The mean of several networks' logits."""

    def __init__(self, networks: Sequence[nn.Module]) -> None:
        super().__init__()
        self.networks = nn.ModuleList(networks)

    def forward(self, x: torch.Tensor) -> torch.Tensor:
        """Return logits `(1, output, z, y, x)`."""
        total: torch.Tensor = self.networks[0](x)
        for network in self.networks[1:]:
            total = total + network(x)
        return total / len(self.networks)


class _Turned(nn.Module):
    """A network that wants its axes in another order."""

    def __init__(self, network: nn.Module, transpose: Triple) -> None:
        super().__init__()
        self.network = network
        self._there = (0, 1, *(axis + 2 for axis in transpose))
        self._back = tuple(self._there.index(axis) for axis in range(5))

    def forward(self, x: torch.Tensor) -> torch.Tensor:
        """Return logits in the axes of `x`."""
        if self._there == (0, 1, 2, 3, 4):
            straight: torch.Tensor = self.network(x)
            return straight
        out: torch.Tensor = self.network(x.permute(self._there)).permute(self._back)
        return out
