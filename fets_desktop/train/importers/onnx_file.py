"""What an ONNX file says of itself before it is run: whether all its weights lie in it.

Source: onnx.proto3 of ONNX 1.14; field numbers of ModelProto, GraphProto, NodeProto, AttributeProto and TensorProto.
"""

from collections.abc import Iterator
from pathlib import Path

from fets_desktop.study.errors import StudyError
from fets_desktop.train.importers.brought import refused
from fets_desktop.train.importers.wire import BYTES, VARINT, fields

_MODEL_GRAPH, _GRAPH_NODE, _GRAPH_TENSOR, _NODE_ATTRIBUTE = 7, 1, 5, 5
_ATTRIBUTE_TENSORS, _ATTRIBUTE_GRAPHS = (5, 10), (6, 11)
_EXTERNAL_DATA, _DATA_LOCATION = 13, 14


def refuse_weights_elsewhere(path: Path) -> None:
    """Refuse a network whose weights lie in files of their own: a person's word is for this file alone.

    Raises:
        StudyError: "bad-model" if they do, or if it is no ONNX file.
    """
    content = path.read_bytes()
    if not content:
        raise refused("It is empty.")
    try:
        outside = any(_outside(graph) for graph in _parts(memoryview(content), _MODEL_GRAPH))
    except StudyError as error:
        raise refused("It is no ONNX network, or it was cut short.") from error
    if outside:
        raise refused("Its weights lie in a file of their own beside it: save it as one file.")


def _parts(message: memoryview, *numbers: int) -> Iterator[memoryview]:
    for number, kind, value in fields(message):
        if number in numbers and kind == BYTES and isinstance(value, memoryview):
            yield value


def _outside(graph: memoryview) -> bool:
    attributes = [each for node in _parts(graph, _GRAPH_NODE) for each in _parts(node, _NODE_ATTRIBUTE)]
    tensors = [*_parts(graph, _GRAPH_TENSOR), *(t for each in attributes for t in _parts(each, *_ATTRIBUTE_TENSORS))]
    if any(_elsewhere(tensor) for tensor in tensors):
        return True
    return any(_outside(inner) for each in attributes for inner in _parts(each, *_ATTRIBUTE_GRAPHS))


def _elsewhere(tensor: memoryview) -> bool:
    found = fields(tensor)
    return any(n == _EXTERNAL_DATA or (n == _DATA_LOCATION and kind == VARINT and value) for n, kind, value in found)
