"""OpenFL's model protobuf: what an aggregator saves after a round, as named float32 arrays.

Source: openfl/protocols/base.proto: ModelProto { repeated NamedTensor tensors = 1 }, NamedTensor { name = 1, ...,
repeated MetadataProto transformer_metadata = 6, data_bytes = 7 }, MetadataProto { int_list = 2 }. Without compression
the only transformation is the array's bytes, and `int_list` its shape.
"""

from math import prod
from pathlib import Path

import numpy as np
import torch

from fets_desktop.train.importers.brought import State, refused
from fets_desktop.train.importers.wire import BYTES, fields, packed

_TENSORS = 1
_NAME, _METADATA, _DATA = 1, 6, 7
_FLOATS, _SHAPE = 1, 2
_OPTIMIZER = "__opt"


def read_openfl(path: Path) -> State:
    """Return the weights of a model protobuf; what belongs to an optimiser is left out.

    Raises:
        StudyError: "bad-model" if it is none, was cut short, or is compressed.
    """
    try:
        content = memoryview(path.read_bytes())
    except OSError as error:
        raise refused("The file cannot be opened.") from error
    weights: State = {}
    for number, kind, value in fields(content):
        if number == _TENSORS and kind == BYTES and isinstance(value, memoryview):
            name, tensor = _tensor(value)
            if not name.startswith(_OPTIMIZER):
                weights[name] = tensor
    if not weights:
        raise refused("There are no weights in it.")
    return weights


def _tensor(message: memoryview) -> tuple[str, torch.Tensor]:
    name, shapes, data = "", [], memoryview(b"")
    for number, kind, value in fields(message):
        if kind != BYTES or not isinstance(value, memoryview):
            continue
        if number == _NAME:
            name = _text(value)
        elif number == _METADATA:
            shapes.append(_shape(value))
        elif number == _DATA:
            data = value
    if len(shapes) != 1:
        raise refused("Its weights are compressed in a way that this program does not undo.")
    if prod(shapes[0]) * 4 != len(data):
        raise refused(f"The array {name} is not as large as the file says.")
    array = np.frombuffer(data, dtype="<f4").reshape(shapes[0])
    return name, torch.from_numpy(array.astype(np.float32))


def _shape(message: memoryview) -> list[int]:
    shape: list[int] = []
    for number, _, value in fields(message):
        if number == _FLOATS:
            raise refused("Its weights are compressed in a way that this program does not undo.")
        if number == _SHAPE:
            shape += packed(value)
    return shape


def _text(value: memoryview) -> str:
    try:
        return bytes(value).decode()
    except UnicodeDecodeError as error:
        raise refused("It is no such file, or it is damaged.") from error
