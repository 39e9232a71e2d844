"""Weights in a file, tensor by tensor: safetensors, written as the tensors come and read without copying.

A whole model never lies in memory twice, and no single call is long enough for the window to stall.

Source: huggingface/safetensors, README, "Format": 8 bytes with the length of a JSON head, the head, the numbers.
"""

import hashlib
import json
import mmap
import struct
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager, suppress
from pathlib import Path
from types import TracebackType
from typing import Any, BinaryIO, cast

import numpy as np
import numpy.typing as npt

from fets_desktop.imaging.disk import whole_file
from fets_desktop.study.errors import StudyError
from fets_desktop.study.federation import TensorShape

Floats = npt.NDArray[np.float32]
SUFFIX = ".safetensors"
PIECE = 1 << 19
"""So many bytes are handled at once: gRPC copies a message while no other thread runs, and the window is one.

Of 2 MiB each upload of the paper's network kept the main thread from running for up to 5 CPU-ms at a time, 75 ms on a
full machine; of 512 KiB never for as long as the largest tensor takes to receive (18 CPU-ms), for 0.1 CPU-s a round.
"""
_LENGTH = struct.Struct("<Q")
_LONGEST_HEAD = 16 << 20
_TYPES = {"F32": "<f4", "F16": "<f2", "F64": "<f8", "I64": "<i8", "I32": "<i4", "U8": "u1", "BOOL": "?"}


class TensorFile:
    """Weights of a file, mapped into memory; every tensor is given as float32, as it travels.

    Raises:
        StudyError: "bad-model" if the file is absent, cut short or of another kind.
    """

    def __init__(self, path: Path) -> None:
        try:
            # the map lives on without the file's descriptor
            with path.open("rb") as file:
                self._map = mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ)
        except (OSError, ValueError) as error:
            raise StudyError("bad-model", "The weights are missing or damaged.") from error
        try:
            self._read_head()
        except (ValueError, KeyError, TypeError, struct.error) as error:
            self.close()
            raise StudyError("bad-model", "The weights are missing or damaged.") from error

    def _read_head(self) -> None:
        (length,) = _LENGTH.unpack_from(self._map)
        if length > _LONGEST_HEAD:
            raise ValueError
        head: dict[str, Any] = json.loads(self._map[_LENGTH.size : _LENGTH.size + length])
        self._begin = _LENGTH.size + length
        self._entries = {name: head[name] for name in head if name != "__metadata__"}
        for entry in self._entries.values():
            self._check(entry)

    def _check(self, entry: dict[str, Any]) -> None:
        begin, end = entry["data_offsets"]
        bytes_wanted = np.dtype(_TYPES[entry["dtype"]]).itemsize * int(np.prod(entry["shape"], dtype=np.int64))
        if not 0 <= begin <= end <= len(self._map) - self._begin or end - begin != bytes_wanted:
            raise ValueError

    @property
    def shapes(self) -> tuple[TensorShape, ...]:
        """Return what it holds, in the order of the file."""
        places = sorted(self._entries, key=lambda name: self._entries[name]["data_offsets"][0])
        return tuple(TensorShape(name, tuple(self._entries[name]["shape"])) for name in places)

    def get(self, name: str) -> Floats:
        """Return a tensor as float32; a view of the file where it is that already.

        Raises:
            KeyError: If there is none of that name.
        """
        entry = self._entries[name]
        kind = np.dtype(_TYPES[entry["dtype"]])
        at = self._begin + entry["data_offsets"][0]
        count = int(np.prod(entry["shape"], dtype=np.int64))
        flat = np.frombuffer(self._map, kind, count, at) if count else np.empty(0, kind)
        return cast(Floats, flat.reshape(entry["shape"]).astype(np.float32, copy=False))

    def close(self) -> None:
        """Let go of the file; arrays that are still in use keep the memory."""
        with suppress(BufferError):  # a tensor is still looked at; it goes with it
            self._map.close()

    def __enter__(self) -> "TensorFile":
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()


class TensorSink:
    """Takes the tensors of a file that is being written, in their order."""

    def __init__(self, sink: BinaryIO, shapes: Sequence[TensorShape]) -> None:
        self._sink = sink
        self._left = list(reversed(shapes))

    def add(self, name: str, numbers: npt.ArrayLike) -> None:
        """Write the next tensor.

        Raises:
            ValueError: If it is another one than is due.
        """
        due = self._left.pop()
        array = np.asarray(numbers, dtype="<f4")
        if due.name != name or array.shape != due.shape:
            raise ValueError(f"{due.name} {due.shape} is due, not {name} {array.shape}")
        for piece in pieces(array):
            self._sink.write(piece)

    @property
    def complete(self) -> bool:
        """Tell whether every tensor was written."""
        return not self._left


@contextmanager
def writing(path: Path, shapes: Sequence[TensorShape]) -> Iterator[TensorSink]:
    """Write a file of float32 tensors, whole or not at all.

    Raises:
        StudyError: "disk-full" or "read-only".
        ValueError: If tensors are missing.
    """
    head, at = {}, 0
    for tensor in shapes:
        head[tensor.name] = {
            "dtype": "F32",
            "shape": list(tensor.shape),
            "data_offsets": [at, at + 4 * tensor.count],
        }
        at += 4 * tensor.count
    words = json.dumps(head).encode()
    words += b" " * (-len(words) % 8)
    with whole_file(path) as file:
        file.write(_LENGTH.pack(len(words)) + words)
        sink = TensorSink(file, shapes)
        yield sink
        if not sink.complete:
            raise ValueError("tensors are missing")


def bytes_of(array: npt.NDArray[Any]) -> memoryview:
    """Return the bytes of an array in C order, uncopied where it is in that order."""
    return memoryview(np.ascontiguousarray(array).reshape(-1).view(np.uint8).data) if array.size else memoryview(b"")


def pieces(array: npt.NDArray[Any]) -> Iterator[memoryview]:
    """Yield the bytes of an array in C order, `PIECE` at a time."""
    flat = bytes_of(array)
    for at in range(0, len(flat), PIECE):
        yield flat[at : at + PIECE]


def model_sha256(tensors: Iterable[tuple[str, Floats]]) -> str:
    """Return the hash of a model: of names, shapes and float32 numbers, whatever the file they lie in."""
    digest = hashlib.sha256()
    for name, array in sorted(tensors):
        digest.update(f"{name} {list(array.shape)}\n".encode())
        for piece in pieces(array):
            digest.update(piece)
    return digest.hexdigest()


def file_sha256(path: Path) -> str:
    """Return the hash of the model in a file, see `model_sha256`.

    Raises:
        StudyError: "bad-model".
    """
    with TensorFile(path) as weights:
        return model_sha256((tensor.name, weights.get(tensor.name)) for tensor in weights.shapes)


def floats_of(content: bytes | memoryview, shape: tuple[int, ...]) -> Floats:
    """Return float32 numbers from their bytes, uncopied.

    Raises:
        ValueError: If there are more or fewer than the shape has.
    """
    return np.frombuffer(content, "<f4").reshape(shape)
