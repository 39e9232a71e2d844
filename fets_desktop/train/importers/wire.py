"""Protocol buffers' wire format, read without a schema: just enough for models that are nothing but named arrays.

Source: the encoding's public description (protobuf.dev, "Encoding"): a field is a key, whose low three bits are the
kind, and a value: a varint, 8 bytes, a length and so many bytes, or 4 bytes.
"""

from collections.abc import Iterator

from fets_desktop.train.importers.brought import refused

VARINT, FIXED64, BYTES, FIXED32 = 0, 1, 2, 5
_LONGEST = 10
Value = int | memoryview


def fields(message: memoryview) -> Iterator[tuple[int, int, Value]]:
    """Yield every field's number, kind and value in order: whole numbers, and bytes as they lie there.

    Raises:
        StudyError: "bad-model" if it is no such message.
    """
    at = 0
    while at < len(message):
        key, at = varint(message, at)
        number, kind = key >> 3, key & 7
        if not number:
            raise refused("It is no such file, or it is damaged.")
        if kind == VARINT:
            value, at = varint(message, at)
            yield number, kind, value
            continue
        size = {FIXED64: 8, FIXED32: 4}.get(kind)
        if kind == BYTES:
            size, at = varint(message, at)
        if size is None or at + size > len(message):
            raise refused("It is no such file, or it was cut short.")
        yield number, kind, message[at : at + size]
        at += size


def varint(message: memoryview, at: int) -> tuple[int, int]:
    """Return the whole number that begins at a place, and where it ends.

    Raises:
        StudyError: "bad-model".
    """
    value = 0
    for step in range(_LONGEST):
        if at + step >= len(message):
            break
        byte = message[at + step]
        value |= (byte & 0x7F) << (7 * step)
        if byte < 0x80:
            return value, at + step + 1
    raise refused("It is no such file, or it was cut short.")


def packed(value: Value) -> list[int]:
    """Return the whole numbers of a repeated field, packed or single.

    Raises:
        StudyError: "bad-model".
    """
    if isinstance(value, int):
        return [value]
    numbers, at = [], 0
    while at < len(value):
        number, at = varint(value, at)
        numbers.append(number)
    return numbers
