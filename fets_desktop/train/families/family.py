"""Which networks there are to train, and what each needs: how it is built, found again, taught and used."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass

import torch
from torch import nn

from fets_desktop.study.errors import StudyError
from fets_desktop.train.families.deepmedic import DeepMedic, shape_of_base
from fets_desktop.train.families.deepscan import DILATIONS, DeepScan, Planes, uncertainty_loss
from fets_desktop.train.families.planning import fit
from fets_desktop.train.families.unet import UNet, level_weights, topology_of
from fets_desktop.train.loss import segmentation_loss
from fets_desktop.train.resunet import MULTIPLE, Probabilities, ResUNet
from fets_desktop.train.settings import RESUNET, TrainingSettings

State = Mapping[str, torch.Tensor]
Output = torch.Tensor | tuple[torch.Tensor, ...]
_ISOTROPIC = (1.0, 1.0, 1.0)


@dataclass(frozen=True)
class Family:
    """One kind of network.

    Attributes:
        name: As the command line and cards know it.
        title: As a person reads it.
        source: The paper.
        base: Filters of the finest level when it is trained on a processor.
        patch: Edge of a patch when it is trained on a processor, in voxels.
        sign: A tensor that only this family's weights have.
        build: Returns a new network.
        rebuild: Returns a network for weights, by their names and shapes.
        multiple: What the edges of its input are multiples of.
        loss: Of what it returns in training, the regions `(batch, 3, z, y, x)`, and the weight of the cross-entropy.
        used: Wraps it as it is exported: probabilities `(batch, 3, z, y, x)`.
        memory: How many filters a ResUNet has that takes as much memory in training.
        calibration: Edge, in voxels, of the cubes by which the ranges of 8 bits are found: what all layers make of one
            is held at once.
    """

    name: str
    title: str
    source: str
    base: int
    patch: int
    sign: str
    build: Callable[[TrainingSettings], nn.Module]
    rebuild: Callable[[State], nn.Module]
    multiple: Callable[[nn.Module], int]
    loss: Callable[[Output, torch.Tensor, float], torch.Tensor]
    used: Callable[[nn.Module], nn.Module]
    memory: Callable[[int], int]
    calibration: int = 96


def _plain_loss(output: Output, truth: torch.Tensor, cross_entropy: float) -> torch.Tensor:
    assert isinstance(output, torch.Tensor)
    return segmentation_loss(output, truth, cross_entropy)


def _supervised_loss(output: Output, truth: torch.Tensor, cross_entropy: float) -> torch.Tensor:
    """Return the loss over all levels of a U-Net; a coarser level is compared with every other voxel of the finer."""
    levels = (output,) if isinstance(output, torch.Tensor) else output
    total = torch.zeros((), device=truth.device)
    for weight, logits in zip(level_weights(len(levels)), levels, strict=True):
        steps = [n // m for n, m in zip(truth.shape[2:], logits.shape[2:], strict=True)]
        if weight:
            seen = truth[:, :, :: steps[0], :: steps[1], :: steps[2]]
            total = total + weight * segmentation_loss(logits, seen, cross_entropy)
    return total


def _resunet(weights: State) -> ResUNet:
    return ResUNet(int(weights["enter.weight"].shape[0]))


def _deepmedic(weights: State) -> DeepMedic:
    return DeepMedic(shape_of_base(int(weights["normal.layers.0.conv.weight"].shape[0])))


def _deepscan(weights: State) -> DeepScan:
    base = int(weights["downs.0.0.weight"].shape[0])
    poolings = sum(f"downs.{k}.0.weight" in weights for k in range(8))
    dilations = tuple(d for d in DILATIONS if f"dense.wide{d}_0.conv.weight" in weights)
    return DeepScan(base, poolings, dilations, int(weights["dense.wide1_0.conv.weight"].shape[0]))


def _planned(settings: TrainingSettings) -> UNet:
    """Return the U-Net for patches of the settings' size; the atlas grid has the same spacing along all axes."""
    return UNet(fit(_ISOTROPIC, (settings.patch,) * 3, settings.base)[0])


def _planes(network: nn.Module) -> nn.Module:
    assert isinstance(network, DeepScan)
    return Planes(network)


def _unet_multiple(network: nn.Module) -> int:
    assert isinstance(network, UNet)
    return max(network.topology.multiple)


def _deepscan_multiple(network: nn.Module) -> int:
    assert isinstance(network, DeepScan)
    return network.multiple


FAMILIES: dict[str, Family] = {
    family.name: family
    for family in (
        Family(
            RESUNET,
            "3D-ResUNet",
            "Pati et al. 2022",
            16,
            80,
            "enter.weight",
            lambda settings: ResUNet(settings.base),
            _resunet,
            lambda network: MULTIPLE,
            _plain_loss,
            Probabilities,
            lambda base: base,
        ),
        Family(
            "deepmedic",
            "DeepMedic",
            "Kamnitsas et al. 2017",
            16,
            48,
            "normal.layers.0.conv.weight",
            lambda settings: DeepMedic(shape_of_base(settings.base)),
            _deepmedic,
            lambda network: 3,
            _plain_loss,
            Probabilities,
            lambda base: 2 * base,
        ),
        Family(
            "deepscan",
            "DeepSCAN",
            "McKinley et al. 2018",
            16,
            64,
            "flatten.0.conv.weight",
            lambda settings: DeepScan(settings.base),
            _deepscan,
            _deepscan_multiple,
            lambda output, truth, cross_entropy: uncertainty_loss(output, truth),
            _planes,
            lambda base: 4 * base,
            # 25 layers of up to 112 channels at full resolution in each of three planes: 12 GB and more with 96
            calibration=48,
        ),
        Family(
            "unet",
            "U-Net, planned as nnU-Net plans",
            "Isensee et al. 2021",
            16,
            80,
            "downs.0.0.conv.weight",
            _planned,
            lambda weights: UNet(topology_of(weights)),
            _unet_multiple,
            _supervised_loss,
            Probabilities,
            lambda base: base,
        ),
    )
}
"""By name; the first is the federation's own."""


def family_named(name: str) -> Family:
    """Return a family.

    Raises:
        StudyError: "wrong-usage" if there is none of that name.
    """
    if name not in FAMILIES:
        raise StudyError("wrong-usage", f"There is no family {name}; there are {', '.join(FAMILIES)}.")
    return FAMILIES[name]


def family_of(weights: State) -> Family:
    """Return the family whose weights these are.

    Raises:
        StudyError: "bad-model" if they are of none.
    """
    for family in FAMILIES.values():
        if family.sign in weights:
            return family
    raise StudyError("bad-model", "The weights belong to another network.")


def network_of(weights: State) -> nn.Module:
    """Return the network of some weights, carrying them.

    Raises:
        StudyError: "bad-model" if they are no network's here.
    """
    try:
        network = family_of(weights).rebuild(weights)
        network.load_state_dict(dict(weights))
    except (RuntimeError, KeyError, IndexError, ValueError) as error:
        raise StudyError("bad-model", "The weights belong to another network.") from error
    return network
