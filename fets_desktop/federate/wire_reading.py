"""The few messages of `aggregator.proto`, read from their bytes; a tensor's numbers are not copied."""

import struct
from collections.abc import Iterator

from fets_desktop.federate.wire import BYTES, FIXED32, FIXED64, MASK64, VARINT, Header, NamedTensor, Tasks

_LONGEST_VARINT = 10
_FLOAT = struct.Struct("<f")
Value = int | memoryview


class BadMessage(ValueError):  # noqa: N818 - what came, not what went wrong here
    """The bytes are not such a message."""


def fields(content: bytes | memoryview) -> Iterator[tuple[int, Value]]:
    """Yield the fields of a message: its place, and a number or the bytes, uncopied.

    Raises:
        BadMessage: If it is cut short or of another kind.
    """
    view = memoryview(content)
    at = 0
    while at < len(view):
        key, at = _read_varint(view, at)
        kind = key & 7
        if kind == VARINT:
            value, at = _read_varint(view, at)
            yield key >> 3, value
            continue
        length = {FIXED64: 8, FIXED32: 4}.get(kind, -1)
        if kind == BYTES:
            length, at = _read_varint(view, at)
        if length < 0 or at + length > len(view):
            raise BadMessage("a field is cut short or of no known kind")
        yield key >> 3, view[at : at + length]
        at += length


def _read_varint(view: memoryview, at: int) -> tuple[int, int]:
    value = 0
    for step in range(_LONGEST_VARINT):
        if at + step >= len(view):
            break
        byte = view[at + step]
        value |= (byte & 0x7F) << 7 * step
        if byte < 0x80:
            return value & MASK64, at + step + 1
    raise BadMessage("a number is cut short or too long")


def _whole(value: Value) -> int:
    """Return an int32."""
    if not isinstance(value, int):
        raise BadMessage("a number is missing")
    return value - (1 << 64) if value >> 63 else value


def _part(value: Value) -> memoryview:
    if isinstance(value, int):
        raise BadMessage("a text or message is missing")
    return value


def _text(value: Value) -> str:
    try:
        return bytes(_part(value)).decode()
    except UnicodeDecodeError:
        raise BadMessage("a text is not UTF-8") from None


def read_header(content: bytes | memoryview) -> Header:
    """Read the header of a message.

    Raises:
        BadMessage: If there is none.
    """
    for place, value in fields(content):
        if place == 1:
            words = {at: _text(part) for at, part in fields(_part(value)) if at in (1, 2, 3)}
            return Header(words.get(1, ""), words.get(2, ""), words.get(3, ""))
    raise BadMessage("the header is missing")


def read_tasks(content: bytes) -> Tasks:
    """Read a GetTasksResponse.

    Raises:
        BadMessage: If it is none.
    """
    round_number, names, sleep, leave = 0, [], 0, 0
    for place, value in fields(content):
        if place == 2:
            round_number = _whole(value)
        elif place == 3:
            names += [_text(part) for at, part in fields(_part(value)) if at == 1]
        elif place == 4:
            sleep = _whole(value)
        elif place == 5:
            leave = _whole(value)
    return Tasks(round_number, tuple(names), sleep, bool(leave))


def read_tensor_answer(content: bytes) -> NamedTensor:
    """Read a GetAggregatedTensorResponse; the numbers are not copied.

    Raises:
        BadMessage: If it is none, or holds no tensor.
    """
    for place, value in fields(content):
        if place == 3:
            return read_tensor(_part(value))
    raise BadMessage("the tensor is missing")


def read_tensor(content: memoryview) -> NamedTensor:
    """Read a NamedTensor; the numbers are not copied.

    Raises:
        BadMessage: If it is none.
    """
    name, round_number, tags, numbers = "", 0, [], memoryview(b"")
    shape: tuple[int, ...] = ()
    scales: dict[int, float] = {}
    flags = {3: False, 4: False}
    for place, value in fields(content):
        if place == 1:
            name = _text(value)
        elif place == 2:
            round_number = _whole(value)
        elif place in flags:
            flags[place] = bool(_whole(value))
        elif place == 5:
            tags.append(_text(value))
        elif place == 6:
            shape, scales = _read_metadata(_part(value))
        elif place == 7:
            numbers = _part(value)
    return NamedTensor(
        name, round_number, tuple(tags), shape, numbers, report=flags[4], lossless=flags[3], scales=scales
    )


def _read_metadata(content: memoryview) -> tuple[tuple[int, ...], dict[int, float]]:
    shape: list[int] = []
    scales: dict[int, float] = {}
    for place, value in fields(content):
        if place == 1:
            entry = dict(fields(_part(value)))
            (scale,) = _FLOAT.unpack(_part(entry.get(2, memoryview(bytes(4)))))
            scales[_whole(entry.get(1, 0))] = scale
        elif place == 2 and isinstance(value, int):
            shape.append(_whole(value))
        elif place == 2:
            packed, at = _part(value), 0
            while at < len(packed):
                edge, at = _read_varint(packed, at)
                shape.append(_whole(edge))
    return tuple(shape), scales
