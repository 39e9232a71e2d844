"""TensorFlow checkpoints (the "bundle" of an index and a data file), read without TensorFlow.

Source: tensorflow/core/util/tensor_bundle and tensorflow/core/lib/io/table: the index is a sorted table of blocks whose
entries share the beginnings of their keys; each value is a BundleEntryProto { dtype = 1, shape = 2, shard = 3,
offset = 4, size = 5 } that says where the array lies in the data file.
"""

from collections.abc import Iterator
from math import prod
from pathlib import Path

import numpy as np
import numpy.typing as npt

from fets_desktop.train.importers.brought import refused
from fets_desktop.train.importers.wire import Value, fields, varint

Floats = npt.NDArray[np.float32]
_FOOTER, _TRAILER = 48, 5
_MAGIC = 0xDB4775248B80FB57
_FLOAT = 1
_LARGEST_INDEX = 16 << 20


def read_checkpoint_floats(prefix: Path) -> dict[str, Floats]:
    """Return every float32 array of a checkpoint by its variable's name.

    Args:
        prefix: The files' path without `.index` and `.data-00000-of-00001`.

    Raises:
        StudyError: "bad-model" if a file is missing, cut short or no checkpoint's, or it lies in several data files.
    """
    index = _read(prefix.with_name(f"{prefix.name}.index"))
    data = _read(prefix.with_name(f"{prefix.name}.data-00000-of-00001"))
    if len(index) > _LARGEST_INDEX:
        raise refused("Its index is longer than any.")
    arrays = {}
    for key, value in _entries(index):
        if key and (array := _array(memoryview(value), data)) is not None:
            arrays[key] = array
    if not arrays:
        raise refused("There are no weights in the checkpoint.")
    return arrays


def _read(path: Path) -> bytes:
    try:
        return path.read_bytes()
    except OSError as error:
        raise refused(f"Its {path.suffix.split('-')[0][1:]} file is missing or cannot be opened.") from error


def _entries(index: bytes) -> Iterator[tuple[str, bytes]]:
    """Yield the keys and values of a table."""
    footer = memoryview(index)[-_FOOTER:]
    if len(footer) < _FOOTER or int.from_bytes(footer[-8:], "little") != _MAGIC:
        raise refused("Its index is no TensorFlow checkpoint's, or it was cut short.")
    at = 0
    for _ in range(2):  # the place of the table's statistics, which there are none of
        _, at = varint(footer, at)
    for _, handle in _block(index, *_handle(footer[at:])):
        yield from (
            (key.decode("utf-8", "replace"), value) for key, value in _block(index, *_handle(memoryview(handle)))
        )


def _handle(message: memoryview) -> tuple[int, int]:
    offset, at = varint(message, 0)
    size, _ = varint(message, at)
    return offset, size


def _block(index: bytes, offset: int, size: int) -> Iterator[tuple[bytes, bytes]]:
    if offset + size + _TRAILER > len(index) or size < 4:
        raise refused("Its index was cut short.")
    if index[offset + size]:
        raise refused("Its index is compressed, which no checkpoint's is.")
    block = memoryview(index)[offset : offset + size]
    end = size - 4 * (int.from_bytes(block[-4:], "little") + 1)
    at, key = 0, b""
    while at < end:
        shared, at = varint(block, at)
        own, at = varint(block, at)
        length, at = varint(block, at)
        if shared > len(key) or at + own + length > end:
            raise refused("Its index is damaged.")
        key = key[:shared] + bytes(block[at : at + own])
        at += own
        yield key, bytes(block[at : at + length])
        at += length


def _array(entry: memoryview, data: bytes) -> Floats | None:
    """Return the array of an entry, None if it holds no floats."""
    found: dict[int, Value] = {number: value for number, _, value in fields(entry)}
    if found.get(1) != _FLOAT:
        return None
    shape = _shape(found.get(2, memoryview(b"")))
    offset, size = found.get(4, 0), found.get(5, 0)
    if found.get(3, 0) != 0:
        raise refused("Its weights lie in several data files.")
    if not isinstance(offset, int) or not isinstance(size, int) or size != 4 * prod(shape) or offset + size > len(data):
        raise refused("Its data file is shorter than its index says.")
    return np.frombuffer(data, dtype="<f4", count=size // 4, offset=offset).reshape(shape)


def _shape(message: Value) -> list[int]:
    if isinstance(message, int):
        raise refused("Its index is damaged.")
    shape = []
    for number, _, value in fields(message):
        if number == 2 and isinstance(value, memoryview):
            shape.append(next((n for k, _, n in fields(value) if k == 1 and isinstance(n, int)), 0))
    return shape
