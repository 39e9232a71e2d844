"""The bytes on the wire: protobuf's encoding of the few messages in `aggregator.proto`, written by hand.

`wire_reading` reads them.

By hand, because a message of 128 MiB that a library serialises in one call stops every thread for seconds: here a
message is a run of small pieces, and the numbers of a tensor are never copied whole.

Source: protobuf.dev, "Encoding": a field is a varint of (number << 3 | kind), then a varint, 4 or 8 bytes, or a length
and so many bytes.
"""

import struct
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

VARINT, FIXED64, BYTES, FIXED32 = 0, 1, 2, 5
"""Kinds of fields."""
MASK64 = (1 << 64) - 1
TIME_KEY = "fets-time"
"""Beside its answer to a greeting our server tells the time (ISO 8601, UTC): OpenFL's messages have no place for it."""
_FLOAT = struct.Struct("<f")


@dataclass(frozen=True)
class Header:
    """Who says it to whom, in which federation."""

    sender: str
    receiver: str
    federation: str

    def encode(self) -> bytes:
        """Return it as the first field of a message."""
        return message(1, text(1, self.sender) + text(2, self.receiver) + text(3, self.federation))


@dataclass(frozen=True)
class Tasks:
    """The server's answer to GetTasks."""

    number: int
    names: tuple[str, ...]
    sleep_s: int
    quit: bool


@dataclass(frozen=True)
class NamedTensor:
    """A tensor or a metric as it travels.

    Attributes:
        name: Of the tensor or metric.
        number: The round.
        tags: What it is, for example ("trained", "compressed").
        shape: Its edges.
        content: The numbers, little-endian, C order.
        report: Whether it is a metric that the server reports.
        lossless: Whether it is as it was.
        scales: Numbers to decode `content` with, by place; empty for plain float32.
    """

    name: str
    number: int
    tags: tuple[str, ...]
    shape: tuple[int, ...]
    content: memoryview | bytes
    report: bool = False
    lossless: bool = True
    scales: dict[int, float] = field(default_factory=dict)


def varint(value: int) -> bytes:
    """Return a whole number in base 128, least first; negative ones as 64 bits."""
    value &= MASK64
    out = bytearray()
    while value > 0x7F:
        out.append(value & 0x7F | 0x80)
        value >>= 7
    out.append(value)
    return bytes(out)


def number(place: int, value: int) -> bytes:
    """Return a whole or truth number as a field; nothing for 0, which is what an absent one means."""
    return varint(place << 3 | VARINT) + varint(value) if value else b""


def message(place: int, content: bytes) -> bytes:
    """Return bytes or a message within a message as a field."""
    return varint(place << 3 | BYTES) + varint(len(content)) + content


def text(place: int, value: str) -> bytes:
    """Return a text as a field; nothing for an empty one."""
    return message(place, value.encode()) if value else b""


def tensor_request(header: Header, name: str, round_number: int, tags: Iterable[str]) -> bytes:
    """Return a GetAggregatedTensorRequest for an exact copy."""
    asked = text(2, name) + number(3, round_number) + b"".join(text(5, tag) for tag in tags) + number(6, 1)
    return header.encode() + asked


def _tensor_head(tensor: NamedTensor) -> bytes:
    """Return a NamedTensor up to its numbers."""
    metadata = b"".join(
        message(1, varint(1 << 3 | VARINT) + varint(at) + varint(2 << 3 | FIXED32) + _FLOAT.pack(value))
        for at, value in tensor.scales.items()
    )
    if tensor.shape:
        metadata += message(2, b"".join(varint(edge) for edge in tensor.shape))
    return (
        text(1, tensor.name)
        + number(2, tensor.number)
        + number(3, tensor.lossless)
        + number(4, tensor.report)
        + b"".join(text(5, tag) for tag in tensor.tags)
        + message(6, metadata)
        + varint(7 << 3 | BYTES)
        + varint(len(tensor.content))
    )


def tensor_pieces(place: int, tensor: NamedTensor) -> Iterator[bytes | memoryview]:
    """Yield a NamedTensor as a field of a message: its head, then its numbers, uncopied."""
    head = _tensor_head(tensor)
    yield varint(place << 3 | BYTES) + varint(len(head) + len(tensor.content)) + head
    yield memoryview(tensor.content)


def results(
    header: Header, round_number: int, task: str, cases: int, tensors: Iterable[NamedTensor]
) -> Iterator[bytes | memoryview]:
    """Yield the pieces of a TaskResults."""
    yield header.encode() + number(2, round_number) + text(3, task) + number(4, cases)
    for tensor in tensors:
        yield from tensor_pieces(5, tensor)


def model(tensors: Iterable[NamedTensor]) -> Iterator[bytes | memoryview]:
    """Yield the pieces of a ModelProto."""
    for tensor in tensors:
        yield from tensor_pieces(1, tensor)


def streamed(pieces: Iterable[bytes | memoryview], largest: int) -> Iterator[bytes]:
    """Yield DataStream messages that hold `pieces` one after the other, none with more than `largest` bytes of them."""
    waiting = bytearray()
    for piece in pieces:
        view = memoryview(piece)
        while view:
            taken = view[: largest - len(waiting)]
            waiting += taken
            view = view[len(taken) :]
            if len(waiting) == largest:
                yield _data_stream(waiting)
                waiting = bytearray()
    if waiting:
        yield _data_stream(waiting)


def _data_stream(content: bytearray) -> bytes:
    return number(1, len(content)) + message(2, bytes(content))


def packed_float(value: float) -> bytes:
    """Return one number as float32."""
    return _FLOAT.pack(value)
