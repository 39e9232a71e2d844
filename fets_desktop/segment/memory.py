"""Whether a network fits into this computer's memory, before it is tried."""

from math import prod

import openvino as ov

from fets_desktop.study.errors import StudyError
from fets_desktop.study.memory import available_bytes

_BYTES_PER_VOXEL_AND_FILTER = {"int8": 6.0, "f32": 18.0}
"""Peak bytes of a ResUNet's activations per voxel of its input and filter of its finest level, on OpenVINO's CPU.

Measured in fresh processes, 64 to 176 voxels: 4.3 to 5.7 in INT8 and 16.3 to 17.6 in float32, with 16 and 30 filters.
"""
_BYTES_PER_VOXEL = 40
"""Our own arrays: a tile's copy of four contrasts, and its three probabilities twice."""
_WEIGHT_COPIES = 2.5
_LIVE_SHARE = 1.15
"""Of what a graph's results hold at a time: on ResUNets in float32 OpenVINO's CPU took 1.02 to 1.10 of it."""
_RESERVE_BYTES = 128 << 20
_SHARE = 0.75
"""Of the free memory; the rest is for whoever else works on this computer."""


def free_bytes() -> int:
    """Return how much memory an inference may take: three quarters of what is free."""
    return int(available_bytes() * _SHARE)


def run_bytes(voxels: int, filters: int, precision: str, weight_bytes: int) -> int:
    """Return the estimated peak of running a network.

    Args:
        voxels: Of its input.
        filters: Of its finest level.
        precision: "int8", or anything else for float32.
        weight_bytes: Size of its weights.
    """
    each = _BYTES_PER_VOXEL_AND_FILTER.get(precision, _BYTES_PER_VOXEL_AND_FILTER["f32"])
    return int(voxels * (each * filters + _BYTES_PER_VOXEL) + _WEIGHT_COPIES * weight_bytes) + _RESERVE_BYTES


def graph_bytes(voxels: int, live_per_voxel: float, weight_bytes: int) -> int:
    """Return the estimated peak of running a network whose kind is not known here.

    Args:
        voxels: Of its input.
        live_per_voxel: `live_bytes` for each voxel of an input.
        weight_bytes: Size of its weights.
    """
    return (
        int(voxels * (_LIVE_SHARE * live_per_voxel + _BYTES_PER_VOXEL) + _WEIGHT_COPIES * weight_bytes) + _RESERVE_BYTES
    )


def live_bytes(model: ov.Model, shape: tuple[int, ...]) -> int:
    """Return the most that a graph's intermediate results hold at a time, in 32 bits, one operation after the other.

    Args:
        model: Left as it is.
        shape: Of its input.

    Raises:
        StudyError: "bad-model" if it cannot take such an input.
    """
    copy = model.clone()
    try:
        copy.reshape(list(shape))
    except RuntimeError as error:
        raise StudyError("bad-model", "Its network cannot take images of the size on its card.") from error
    operations = [op for op in copy.get_ordered_ops() if op.get_type_name() != "Constant"]
    last = {source: step for step, op in enumerate(operations) for source in _sources(op)}
    leaving: dict[int, int] = {}
    live = most = 0
    for step, op in enumerate(operations):
        size = sum(4 * prod(port.get_shape()) for port in op.outputs() if port.get_partial_shape().is_static)
        live += size
        most = max(most, live)
        end = last.get(op.get_friendly_name(), step)
        leaving[end] = leaving.get(end, 0) + size
        live -= leaving.pop(step, 0)
    return most


def _sources(op: ov.Op) -> list[str]:
    """Return the names of the operations whose results an operation takes."""
    return [value.get_source_output().get_node().get_friendly_name() for value in op.inputs()]
