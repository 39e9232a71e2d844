"""A line to a server that can be slow, go silent in the middle, and be cut."""

import contextlib
import socket
import threading
import time

_CHUNK = 1 << 16


class TroubledLine:
    """Passes connections to a local port on; what the server answers is counted and held up.

    Args:
        port: Where the server listens.
        pause_s: How long every 64 KiB of an answer take.
        silent_after: After so many bytes of answers nothing more comes, and nobody else is let in.
    """

    def __init__(self, port: int, pause_s: float = 0.0, silent_after: float = float("inf")) -> None:
        self._target, self._pause_s, self._silent_after = port, pause_s, silent_after
        self._answered = 0
        self._ends: list[socket.socket] = []
        self.port = 0
        self._open()

    def __enter__(self) -> "TroubledLine":
        return self

    def __exit__(self, *_: object) -> None:
        for end in (self._door, *self._ends):
            _shut(end)

    def heal(self) -> None:
        """Let everything through again, at once."""
        _shut(self._door)
        self._pause_s, self._silent_after = 0.0, float("inf")
        self._open()

    @property
    def silent(self) -> bool:
        """Whether the server seems gone."""
        return self._answered >= self._silent_after

    def _open(self) -> None:
        self._door = socket.create_server(("127.0.0.1", self.port))
        self.port = int(self._door.getsockname()[1])
        threading.Thread(target=self._answer, args=(self._door,), daemon=True).start()

    def _answer(self, door: socket.socket) -> None:
        with contextlib.suppress(OSError):
            while True:
                caller, _ = door.accept()
                server = socket.create_connection(("127.0.0.1", self._target))
                self._ends += [caller, server]
                for pair, answers in (((caller, server), False), ((server, caller), True)):
                    threading.Thread(target=self._pass_on, args=(*pair, answers), daemon=True).start()

    def _pass_on(self, source: socket.socket, sink: socket.socket, answers: bool) -> None:
        with contextlib.suppress(OSError):
            while chunk := source.recv(_CHUNK):
                if answers:
                    time.sleep(self._pause_s)
                    self._answered += len(chunk)
                    if self.silent:
                        _shut(self._door)
                        continue
                sink.sendall(chunk)
            sink.shutdown(socket.SHUT_WR)


def _shut(end: socket.socket) -> None:
    """Close a socket, and wake whoever waits for it in another thread."""
    with contextlib.suppress(OSError):
        end.shutdown(socket.SHUT_RDWR)
    end.close()
