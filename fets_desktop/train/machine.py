"""What this computer offers a training: device, bf16, memory."""

from dataclasses import dataclass
from pathlib import Path

import torch

from fets_desktop.study.errors import StudyError
from fets_desktop.study.memory import available_bytes
from fets_desktop.train.families.family import family_named
from fets_desktop.train.settings import RESUNET, TrainingSettings

_BYTES_PER_VOXEL_AND_FILTER = {True: 125, False: 230}
"""Peak bytes of a training step in bf16 (True) and f32 per voxel of the patch and base filter.

Measured: 94 to 111 in bf16 (16 and 30 filters, 64 to 96 voxels), 190 to 207 in f32, beside the weights.
"""
_RECOMPUTED = 0.75
"""What is left of it if a level's inside is computed twice instead of kept: measured 0.60 to 0.73, for 1.3 of the time.
"""
_PARAMETERS_PER_SQUARE = 32_500
_BYTES_PER_PARAMETER = 20
"""Weight, gradient, two moments of Adam and the running average, each float32."""
_RESERVE_BYTES = 1 << 30
_SAFE_BF16_EDGE = 48
"""Below it the deepest level is 2x2x2, where torch 2.13's bf16 kernel leaves parts of a weight's gradient unwritten."""


def pick_device(wish: str) -> torch.device:
    """Return the device to train on.

    Raises:
        StudyError: "wrong-usage" if CUDA is asked for and absent.
    """
    has_cuda = torch.cuda.is_available()
    if wish == "cuda" and not has_cuda:
        raise StudyError("wrong-usage", "There is no CUDA device on this computer.")
    return torch.device("cuda" if has_cuda and wish != "cpu" else "cpu")


def has_fast_bf16(device: torch.device) -> bool:
    """Tell whether the device multiplies bfloat16 faster than float32."""
    if device.type == "cuda":
        return bool(torch.cuda.is_bf16_supported(including_emulation=False))
    flags = Path("/proc/cpuinfo")
    if not flags.exists():
        return False
    words = flags.read_text().split("flags", 2)
    return len(words) > 1 and any(flag in words[1] for flag in ("avx512_bf16", "amx_bf16"))


def use_bf16(precision: str, device: torch.device, edge: int) -> bool:
    """Tell whether to train in bfloat16 with patches of `edge` voxels."""
    if device.type == "cpu" and edge < _SAFE_BF16_EDGE:
        return False
    return precision == "bf16" or (precision == "auto" and has_fast_bf16(device))


def free_bytes(device: torch.device) -> int:
    """Return how much memory a training may take."""
    if device.type == "cuda":
        return int(torch.cuda.mem_get_info(device)[0])
    return available_bytes()


@dataclass(frozen=True)
class Fit:
    """How a training step fits into the memory: the edge of its patches, and whether levels are computed twice."""

    edge: int
    recompute: bool


def _step_bytes(settings: TrainingSettings, edge: int, bf16: bool, recompute: bool) -> float:
    base = family_named(settings.family).memory(settings.base)
    weights = base**2 * _PARAMETERS_PER_SQUARE * _BYTES_PER_PARAMETER
    share = _RECOMPUTED if recompute else 1.0
    return edge**3 * base * _BYTES_PER_VOXEL_AND_FILTER[bf16] * share + weights + _RESERVE_BYTES


def fitted(settings: TrainingSettings, device: torch.device, free: int) -> Fit:
    """Return how a training step fits into `free` bytes: computing twice comes first, smaller patches after it.

    Patches shrink by 16 voxels at a time; what is learnt depends on their size, and not on what is computed twice.

    Raises:
        StudyError: "out-of-memory" if not even 32 voxels fit.
    """
    for edge in range(settings.patch, 31, -16):
        bf16 = use_bf16(settings.precision, device, edge)
        for recompute in (False, True) if settings.family == RESUNET else (False,):
            if _step_bytes(settings, edge, bf16, recompute) <= free:
                return Fit(edge, recompute)
    raise StudyError("out-of-memory", "Even a small patch does not fit.")
