"""Networks made by hand, whose answers are known voxel by voxel."""

import numpy as np
import openvino as ov
from openvino import opset13 as op

import fets_desktop  # noqa: F401 - before openvino
from fets_desktop.study.contrast import NETWORK_ORDER, Contrast
from fets_desktop.study.labels import REGIONS
from fets_desktop.study.model import ModelCard

CARD = ModelCard(
    "known", 1, "made by hand", "f32", tuple(map(str, NETWORK_ORDER)), tuple(map(str, REGIONS)), "nothing",
    extra={"multiple_of": 16, "base": 1},
)  # fmt: skip


def pointwise(matrix: np.ndarray, bias: np.ndarray, radius: int = 0, stride: int = 1) -> ov.Model:
    """IR of sigmoid(matrix @ mean of the neighbourhood + bias): `(outputs, contrasts)`, zeros beyond the edges."""
    edge = 2 * radius + 1
    kernel = np.broadcast_to(matrix[:, :, None, None, None] / edge**3, (*matrix.shape, edge, edge, edge))
    volumes = op.parameter([1, matrix.shape[1], -1, -1, -1], np.float32, name="volumes")
    weights = op.constant(np.ascontiguousarray(kernel, dtype=np.float32))
    pads = [radius] * 3
    mixed = op.convolution(volumes, weights, [stride] * 3, pads, pads, [1, 1, 1])
    shifted = op.add(mixed, op.constant(bias.astype(np.float32).reshape(1, -1, 1, 1, 1)))
    return ov.Model([op.sigmoid(shifted)], [volumes], "known")


def where_above(*limits: tuple[Contrast, float], steepness: float = 50.0) -> ov.Model:
    """IR whose outputs are, one for each pair, where that contrast exceeds that limit."""
    matrix = np.zeros((len(limits), len(NETWORK_ORDER)))
    for row, (contrast, _) in enumerate(limits):
        matrix[row, NETWORK_ORDER.index(contrast)] = steepness
    return pointwise(matrix, -steepness * np.array([limit for _, limit in limits]))


def ball(shape: tuple[int, int, int], centre: tuple[float, float, float], radius: float) -> np.ndarray:
    """A ball in an array `(z, y, x)`."""
    z, y, x = np.indices(shape)
    return (z - centre[0]) ** 2 + (y - centre[1]) ** 2 + (x - centre[2]) ** 2 <= radius**2
