"""Whether a network fits into this computer's memory, before it is tried."""

from fets_desktop.study.memory import available_bytes

_BYTES_PER_VOXEL_AND_FILTER = {"int8": 6.0, "f32": 18.0}
"""Peak bytes of a ResUNet's activations per voxel of its input and filter of its finest level, on OpenVINO's CPU.

Measured in fresh processes, 64 to 176 voxels: 4.3 to 5.7 in INT8 and 16.3 to 17.6 in float32, with 16 and 30 filters.
"""
_BYTES_PER_VOXEL = 40
"""Our own arrays: a tile's copy of four contrasts, and its three probabilities twice."""
_WEIGHT_COPIES = 2.5
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
