"""The parts of a multipart answer, each into a file while it arrives: the memory holds a block of it at a time.

dicomweb-client holds each part whole, and searches all of it anew for every part. Source: RFC 2046, 5.1.1; RFC 2387.
"""

from collections.abc import Callable, Iterator
from email.message import Message

import requests

from fets_desktop.dicom.network.growing import Growing
from fets_desktop.dicom.network.web_way import TooLongError

_BLOCK = 64 << 10
_LONGEST_HEADER = 64 << 10
_MOST_PARTS = 50_000
"""More images than a series of any examination has."""


def each_part(
    answer: requests.Response, begin: Callable[[], Growing], stopped: Callable[[], bool]
) -> Iterator[Growing]:
    """Yield the parts of an answer, each when the whole of it has come; of an empty one the file does not exist.

    Args:
        answer: To a request that was made with `stream`.
        begin: Returns where the next part may grow.
        stopped: Asked at every block whether to leave.

    Raises:
        ValueError: If it is no multipart answer.
        EOFError: If it ends in the middle of a part, or it was left.
        TooLongError: If it has no end.
        StudyError: "disk-full" or "read-only".
        requests.RequestException: What the network did.
    """
    kind = Message()
    kind["content-type"] = answer.headers.get("Content-Type", "")
    boundary = kind.get_boundary()
    if kind.get_content_maintype() != "multipart" or not boundary:
        raise ValueError("no multipart answer")
    between = b"\r\n--" + boundary.encode("latin-1")
    stream = _Stream(answer.iter_content(_BLOCK), stopped)
    for _ in stream.until(between):
        pass  # nothing of what stands before the first part counts
    for _ in range(_MOST_PARTS):
        if stream.next_two() == b"--":
            return
        if sum(map(len, stream.until(b"\r\n\r\n", _LONGEST_HEADER))) > _LONGEST_HEADER:
            raise TooLongError
        file = begin()
        for block in stream.until(between):
            file.add(block)
        yield file
    raise TooLongError


class _Stream:
    """The bytes of an answer, read up to one mark after the other."""

    def __init__(self, blocks: Iterator[bytes], stopped: Callable[[], bool]) -> None:
        # the first mark may stand at the very beginning, and it begins with the end of a line
        self._blocks, self._held, self._stopped = blocks, bytearray(b"\r\n"), stopped

    def until(self, mark: bytes, most: int | None = None) -> Iterator[bytes]:
        """Yield what stands before a mark and go behind it; give up behind `most` bytes."""
        size = 0
        while (at := self._held.find(mark)) < 0:
            # its beginning may stand at the end of what came
            ready = max(0, len(self._held) - len(mark) + 1)
            yield bytes(self._held[:ready])
            del self._held[:ready]
            size += ready
            if most is not None and size > most:
                return
            self._read()
        yield bytes(self._held[:at])
        del self._held[: at + len(mark)]

    def next_two(self) -> bytes:
        """Return the next two bytes without going behind them."""
        while len(self._held) < 2:
            self._read()
        return bytes(self._held[:2])

    def _read(self) -> None:
        block = next(self._blocks, None)
        if block is None or self._stopped():
            raise EOFError("the answer ends early")
        self._held += block
