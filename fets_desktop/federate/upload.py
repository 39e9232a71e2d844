"""What is being sent: hashed and counted on its way, so that a server that stalls is noticed."""

import hashlib
import time
from collections.abc import Callable, Iterable, Iterator

from fets_desktop.federate import wire
from fets_desktop.federate.tensors import PIECE


class Upload:
    """See the module.

    Args:
        pieces: The bytes of what is sent, in whatever pieces.
        stopped: Whether to break off.

    Attributes:
        size: Bytes that were taken so far.
    """

    def __init__(self, pieces: Iterable[bytes | memoryview], stopped: Callable[[], bool]) -> None:
        self._pieces = pieces
        self._stopped = stopped
        self._digest = hashlib.sha256()
        self._last = time.monotonic()
        self.size = 0

    @property
    def silent_s(self) -> float:
        """Return for how many seconds nothing was taken."""
        return time.monotonic() - self._last

    @property
    def sha256(self) -> str:
        """Return the hash of what was sent so far."""
        return self._digest.hexdigest()

    def _counted(self) -> Iterator[bytes | memoryview]:
        for piece in self._pieces:
            view = memoryview(piece)
            for at in range(0, len(view), PIECE):
                part = view[at : at + PIECE]
                self._digest.update(part)
                self.size += len(part)
                yield part

    def messages(self) -> Iterator[bytes]:
        """Yield the stream's messages; each one is counted as taken when the next is asked for."""
        for message in wire.streamed(self._counted(), PIECE):
            if self._stopped():
                return
            self._last = time.monotonic()
            yield message
