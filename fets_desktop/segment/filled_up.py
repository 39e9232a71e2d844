"""A network with its channels filled up by zeros to whole vector registers: the same answer, sooner.

OpenVINO normalises 32 channels twice as fast as 21: of 21, five are worked on one by one. The brain network has 21 and
42 where its volumes are large, and half of its time went there. The channels that are added hold zeros and are asked by
nobody, so that every bit of the answer stays.
"""

from typing import Any, cast

import numpy as np
import numpy.typing as npt
import openvino as ov
from openvino import opset13 as ops
from openvino.op import Constant

_REGISTER = 16
_FEW = 2
"""An output layer's classes are no inner channels, and stay as many as they are."""

_Array = npt.NDArray[Any]
_Place = tuple[npt.NDArray[np.int64], int]
"""Where the channels of a tensor lie now, and among how many."""


def fill_up(model: ov.Model) -> None:
    """Widen a model of convolutions and what goes channel by channel, in place.

    Args:
        model: Of volumes `(1, channels, z, y, x)`: a convolution's weights are a constant, one of another type that is
            converted, or, as quantization leaves them, such a one times a scale for each output channel.
    """
    places: dict[ov.Node, _Place] = {}
    for node in model.get_ordered_ops():
        kind = node.get_type_name()
        before = [places[source] for source in map(_source, node.inputs()) if source in places]
        if kind == "Parameter":
            places[node] = np.arange(node.output(0).get_partial_shape()[1].get_length()), 1
        elif kind == "Convolution":
            places[node] = _convolution(node, before[0])
        elif kind == "Concat":
            starts = np.cumsum([0, *(width for _, width in before)])
            moved = [at + start for (at, _), start in zip(before, starts[:-1], strict=True)]
            places[node] = np.concatenate(moved), int(starts[-1])
        elif before:
            places[node] = before[0]
            if kind in ("Add", "Multiply"):
                _by_channel(node, before[0])
    model.validate_nodes_and_infer_types()


def _convolution(node: ov.Node, before: _Place) -> _Place:
    at, width = before
    weights = node.input(1)
    source = _source(weights)
    outputs = np.arange(source.output(0).get_shape()[0])
    wide = outputs.size if outputs.size <= _FEW else outputs.size + -outputs.size % _REGISTER
    if source.get_type_name() == "Multiply":
        scale, weights = source.input(1), source.input(0)
        _replace(scale, _spread(_held(scale), outputs, wide, 0))
    if _source(weights).get_type_name() == "Convert":
        weights = _source(weights).input(0)
    _replace(weights, _spread(_spread(_held(weights), outputs, wide, 0), at, width, 1))
    return outputs, wide


def _by_channel(node: ov.Node, place: _Place) -> None:
    second = node.input(1)
    if _source(second).get_type_name() != "Constant":
        return
    values = _held(second)
    if values.ndim == 5 and values.shape[1] == place[0].size > 1:
        _replace(second, _spread(values, *place, 1))


def _source(port: ov.Input) -> ov.Node:
    return port.get_source_output().get_node()


def _held(port: ov.Input) -> _Array:
    """Return the values of the constant behind a port."""
    return np.asarray(cast("Constant", _source(port)).data)


def _replace(port: ov.Input, values: _Array) -> None:
    port.replace_source_output(ops.constant(values).output(0))


def _spread(values: _Array, at: npt.NDArray[np.int64], width: int, axis: int) -> _Array:
    """Return the values at their places along an axis of that width, zeros elsewhere."""
    shape = list(values.shape)
    shape[axis] = width
    spread = np.zeros(shape, dtype=values.dtype)
    spread[(slice(None),) * axis + (at,)] = values
    return spread
