"""DeepMedic of CaPTk: a TensorFlow-1 checkpoint and the configuration it was made by become our DeepMedic.

Sources: the configuration itself, modelConfig.txt; deepmedic (Kamnitsas), for how a checkpoint's variables are
numbered: `W`, `aPrelu`, `gBn`, `bBn` and the rolling averages count on through the normal pathway, every coarse pathway
and the judging layers, `b` holds the biases on the raw image and of the outputs; dropout scales its input when it is
used, which goes into the weights here; a coarse voxel is the first of its block. CaPTk's `ZScoreNormalizer`, for the
intensities: mean and deviation of the non-zero voxels within the 5th and 95th percentile and within three deviations of
the mean, applied to every voxel, so that the outside is not zero. The contrasts are in the order in which CaPTk hands
them over, which of all 24 scores best on a labelled patient. CaPTk writes class 3, which the network hardly ever gives,
as label 4, and 4 is enhancing tumour.
"""

import ast
import re
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import numpy as np
import torch
from torch import nn

from fets_desktop.study.contrast import Contrast
from fets_desktop.study.feeding import Feeding, Scaling
from fets_desktop.study.labels import Tissue
from fets_desktop.study.model import ModelCard
from fets_desktop.train.export import graph_of
from fets_desktop.train.families.deepmedic import Bias, DeepMedic, Layer, Pathway, Shape
from fets_desktop.train.importers.brought import Brought, in_float, read_text, refused
from fets_desktop.train.importers.tensorflow import Floats, read_checkpoint_floats

CONFIG = "modelConfig.txt"
CHECKPOINT = "model.ckpt"
INPUTS = (Contrast.T1, Contrast.T1GD, Contrast.T2, Contrast.FLAIR)
OUTPUTS = ("background", str(Tissue.NCR), str(Tissue.ED), str(Tissue.ET), str(Tissue.ET))
_EPSILON = 1e-5
_LINE = re.compile(r"^(\w+)\s*=\s*(.+?)\s*$")
_KERNEL = [3, 3, 3]


def bring_deepmedic(folder: Path) -> Brought:
    """Return the network of a folder with CaPTk's checkpoint and configuration.

    Raises:
        StudyError: "bad-model" if the configuration names what this program does not build, or weights are missing.
    """
    config = read_config(folder / CONFIG)
    shape = shape_of(config)
    if (shape.inputs, shape.outputs) != (len(INPUTS), len(OUTPUTS)):
        raise refused(
            f"It takes {shape.inputs} contrasts and knows {shape.outputs} classes; CaPTk's take 4 and know 5."
        )
    network = loaded(shape, read_checkpoint_floats(folder / CHECKPOINT), _rates(config, shape))
    card = ModelCard(
        name="captk-deepmedic",
        version=1,
        family="deepmedic",
        precision="f32",
        inputs=tuple(map(str, INPUTS)),
        outputs=OUTPUTS,
        training_data="Not stated in full: patients with glioma, by the CBICA of the University of Pennsylvania; its "
        f"configuration is called {config.get('modelName', 'nothing')}.",
        lineage={"kind": "CaPTk DeepMedic checkpoint"},
        limits="Never scored here.",
        feeding=Feeding(
            scaling=(Scaling(trim=(5.0, 95.0), trim_deviations=3.0, outside="same"),),
            multiple_of=int(np.lcm.reduce([1, *shape.factors])),
            activation="softmax",
            halves=False,
        ),
    )
    return Brought(graph_of(network, shape.inputs), in_float(card))


def read_config(path: Path) -> dict[str, Any]:
    """Return the settings of a DeepMedic configuration: plain values, nothing of it is run.

    Raises:
        StudyError: "bad-model".
    """
    config: dict[str, Any] = {}
    for line in read_text(path, CONFIG).splitlines():
        if match := _LINE.match(line.split("#")[0] if '"' not in line else line):
            try:
                config[match[1]] = ast.literal_eval(match[2])
            except (ValueError, SyntaxError, MemoryError, RecursionError) as error:
                raise refused(f"In its {CONFIG}, {match[1]} is no plain value.") from error
    return config


def shape_of(config: Mapping[str, Any]) -> Shape:
    """Return how a configuration's network is built.

    Raises:
        StudyError: "bad-model" if it lacks a setting, or asks for what is not built here.
    """
    try:
        kernels = [*config["kernelDimPerLayerNormal"], *config.get("kernelDimPerLayerSubsampled", [])]
        widths = tuple(map(int, config["numberFMsPerLayerNormal"]))
        coarse = tuple(map(int, config.get("numberFMsPerLayerSubsampled", widths)))
        factors = config.get("subsampleFactor", [3, 3, 3]) if config.get("useSubsampledPathway") else []
        factors = [factors] if factors and not isinstance(factors[0], list) else factors
        first = config.get("kernelDimFor1stFcLayer", [1, 1, 1])
        shape = Shape(
            inputs=int(config["numberOfInputChannels"]),
            outputs=int(config["numberOfOutputClasses"]),
            widths=widths,
            factors=tuple(int(each[0]) for each in factors),
            hidden=tuple(map(int, config.get("numberFMsPerLayerFC", []))),
            joined=tuple(map(int, config.get("layersWithResidualConnNormal", []))),
            hidden_joined=tuple(map(int, config.get("layersWithResidualConnFC", []))),
            first_kernel=int(first[0]),
            dropout=(0.0,) * (len(config.get("numberFMsPerLayerFC", [])) + 1),
            averaged=False,
            outside=True,
        )
    except (KeyError, TypeError, ValueError, IndexError, AttributeError) as error:
        raise refused(f"Its {CONFIG} lacks what describes the network, or says it in another way.") from error
    even = [each == each[:1] * 3 for each in (*factors, first)]
    if coarse != widths or any(k != _KERNEL for k in kernels) or not all(even):
        raise refused(f"Its {CONFIG} asks for pathways that this program does not build.")
    if config.get("lowerRankLayersNormal") or config.get("activationFunction", "prelu") != "prelu":
        raise refused(f"Its {CONFIG} asks for layers that this program does not build.")
    return shape


def _rates(config: Mapping[str, Any], shape: Shape) -> list[float]:
    count = len(shape.hidden) + 1
    rates = [float(rate) for rate in config.get("dropoutRatesFc", [0.0, *[0.5] * (count - 1)])]
    return [*rates, *[0.0] * count][:count]


def loaded(shape: Shape, weights: Mapping[str, Floats], rates: list[float]) -> DeepMedic:
    """Return the network with a checkpoint's weights.

    Args:
        shape: How it is built.
        weights: By the names of the checkpoint, `net/W_3`.
        rates: Dropout before each judging layer, by which use scales what comes in.

    Raises:
        StudyError: "bad-model" if weights are missing or of another shape.
    """
    network = DeepMedic(shape)
    source = _Source(weights)
    for pathway in (network.normal, *network.coarse):
        assert isinstance(pathway, Pathway)
        source.fill(pathway)
    source.fill(network.judge, rates)
    network.bias.bias.data = source.take("b", network.bias.bias)
    return network.eval()


class _Source:
    """Takes a checkpoint's variables one after another, each kind by its own count."""

    def __init__(self, weights: Mapping[str, Floats]) -> None:
        self._weights = weights
        self._next: dict[str, int] = {}

    def fill(self, pathway: Pathway, rates: list[float] | None = None) -> None:
        for number, layer in enumerate(pathway.layers):
            assert isinstance(layer, Layer)
            if isinstance(layer.norm, Bias):
                layer.norm.bias.data = self.take("b", layer.norm.bias)
            else:
                norm = layer.norm
                assert norm.running_mean is not None
                assert norm.running_var is not None
                norm.weight.data = self.take("gBn", norm.weight)
                norm.bias.data = self.take("bBn", norm.bias)
                norm.running_mean.copy_(self.take("muBnsForRollingAverage", norm.running_mean, rolling=True))
                variance = self.take("varBnsForRollingAverage", norm.running_var, rolling=True)
                # the original adds next to nothing to the variance where PyTorch adds its epsilon
                norm.running_var.copy_(variance - _EPSILON)
                assert isinstance(layer.activation, nn.PReLU)
                layer.activation.weight.data = self.take("aPrelu", layer.activation.weight)
            # theirs runs x, y, z; ours z, y, x
            kernel = self.take("W", layer.conv.weight.permute(0, 1, 4, 3, 2)).permute(0, 1, 4, 3, 2)
            layer.conv.weight.data = kernel.contiguous() * (1 - (rates[number] if rates else 0.0))

    def take(self, kind: str, like: torch.Tensor, rolling: bool = False) -> torch.Tensor:
        number = self._next.get(kind, 0)
        self._next[kind] = number + 1
        name = f"net/{kind}_{number}" if number else f"net/{kind}"
        if name not in self._weights:
            raise refused(f"In the checkpoint, {name} is missing.")
        array = self._weights[name]
        if rolling:
            array = array.mean(axis=0, dtype=np.float64).astype(np.float32)
        if array.shape != tuple(like.shape):
            raise refused(f"In the checkpoint, {name} is not as large as its {CONFIG} says.")
        if not np.isfinite(array).all():
            raise refused(f"In the checkpoint, {name} holds values that are no numbers.")
        return torch.from_numpy(array.copy())
