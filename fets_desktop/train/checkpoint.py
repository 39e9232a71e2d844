"""Checkpoints and weights on disk: whole or absent, and nothing in them is executed when they are read."""

import hashlib
import io
import pickle
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import torch
from safetensors import SafetensorError
from safetensors.torch import load_file, save

from fets_desktop.imaging.disk import write_whole
from fets_desktop.study.errors import StudyError

WEIGHTS_SUFFIX = ".safetensors"
State = dict[str, torch.Tensor]


def write_checkpoint(path: Path, state: Mapping[str, Any]) -> Path:
    """Write a training's whole state with a checksum."""
    buffer = io.BytesIO()
    torch.save(dict(state), buffer)
    content = buffer.getvalue()
    return write_whole(path, hashlib.sha256(content).digest() + content)


def read_checkpoint(path: Path) -> dict[str, Any] | None:
    """Return the state of a checkpoint, or None if there is none or it is not what was written."""
    if not path.exists():
        return None
    content = path.read_bytes()
    digest, body = content[:32], content[32:]
    if hashlib.sha256(body).digest() != digest:
        return None
    try:
        state: dict[str, Any] = torch.load(io.BytesIO(body), map_location="cpu", weights_only=True)
    except (pickle.UnpicklingError, RuntimeError, EOFError):
        return None
    return state


def write_weights(path: Path, state: Mapping[str, torch.Tensor], dtype: torch.dtype = torch.float32) -> Path:
    """Write weights from which training can go on, as safetensors; float16 halves the file and costs 3 digits.

    Raises:
        StudyError: "disk-full" or "read-only".
    """
    kept = {name: t.detach().cpu().to(dtype if t.is_floating_point() else t.dtype) for name, t in state.items()}
    return write_whole(path, save({name: tensor.contiguous() for name, tensor in kept.items()}))


def read_weights(path: Path) -> State:
    """Read weights.

    Raises:
        StudyError: "bad-model" if the file is absent or damaged.
    """
    try:
        return {name: t.float() if t.is_floating_point() else t for name, t in load_file(path).items()}
    except (SafetensorError, OSError) as error:
        raise StudyError("bad-model", "The weights are missing or damaged.") from error


def base_of(state: Mapping[str, torch.Tensor]) -> int:
    """Return the base filters of a ResUNet's weights.

    Raises:
        StudyError: "bad-model" if they are of another network.
    """
    if "enter.weight" not in state:
        raise StudyError("bad-model", "The weights belong to another network.")
    return int(state["enter.weight"].shape[0])
