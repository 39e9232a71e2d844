"""PyTorch checkpoints of others: their numbers are read, their code is never run.

A checkpoint is a pickle, which could run anything; `weights_only` lets through tensors and plain values alone. NumPy's
single numbers, which nnU-Net logs beside its weights, are let through by name: they can hold nothing but a number.
"""

import pickle
import warnings
import zipfile
from pathlib import Path
from typing import Any

import numpy as np
import torch

from fets_desktop.train.importers.brought import State, refused

_NUMBERS = tuple(
    type(np.dtype(kind)) for kind in ("float64", "float32", "float16", "int64", "int32", "bool", "uint8", "uint32")
)
_SCALAR = np._core.multiarray.scalar  # type: ignore[attr-defined]
_HARMLESS: list[Any] = [
    (_SCALAR, "numpy._core.multiarray.scalar"),
    (_SCALAR, "numpy.core.multiarray.scalar"),
    np.dtype,
    *_NUMBERS,
]
_DEPTH = 4


def read_pickled(path: Path) -> Any:  # noqa: ANN401
    """Return what a checkpoint holds, out of plain values and tensors.

    Raises:
        StudyError: "bad-model" if it is damaged, no checkpoint, or holds code.
    """
    try:
        with torch.serialization.safe_globals(_HARMLESS), warnings.catch_warnings():
            # whatever protocol it is written in, what cannot be read is told by an error
            warnings.simplefilter("ignore", UserWarning)
            return torch.load(path, map_location="cpu", weights_only=True)
    except pickle.UnpicklingError as error:
        if "Unsupported global" in str(error) or "GLOBAL" in str(error):
            raise refused("It holds more than numbers, and what is not numbers is not run here.") from error
        raise refused("It is no PyTorch checkpoint, or it is damaged.") from error
    except (
        RuntimeError,
        EOFError,
        OSError,
        ValueError,
        KeyError,
        AttributeError,
        TypeError,
        zipfile.BadZipFile,
    ) as error:
        raise refused("It is no PyTorch checkpoint, or it is damaged.") from error


def tensors_in(found: Any, *names: str) -> State:  # noqa: ANN401
    """Return the weights in a checkpoint: under one of some names, or themselves.

    Args:
        found: What `read_pickled` returned.
        names: Where weights may lie.

    Raises:
        StudyError: "bad-model" if there are none.
    """
    for _ in range(_DEPTH):
        if not isinstance(found, dict):
            break
        inner = next((found[name] for name in names if isinstance(found.get(name), dict)), None)
        if inner is None:
            break
        found = inner
    tensors = {k: v for k, v in found.items() if isinstance(v, torch.Tensor)} if isinstance(found, dict) else {}
    if not tensors or not all(isinstance(name, str) for name in tensors):
        raise refused("There are no weights in it.")
    return {name.removeprefix("module."): tensor for name, tensor in tensors.items()}
