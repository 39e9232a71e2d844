"""Peers that misbehave, on the loopback: some speak DICOM by hand, some are pynetdicom with a bad will."""

import socket
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager

from pydicom.dataset import Dataset
from pydicom.uid import MRImageStorage
from pynetdicom import AE, evt
from pynetdicom.presentation import AllStoragePresentationContexts, build_role
from pynetdicom.transport import ThreadedAssociationServer

from fets_desktop.dicom.network.fetch import GET, MOVE
from fets_desktop.dicom.network.find import STUDY_FIND
from fets_desktop.study.node import Node

VERIFICATION = "1.2.840.10008.1.1"
ABORT = b"\x07\x00\x00\x00\x00\x04\x00\x00\x02\x00"
HUGE = b"\x02\x00\xff\xff\xff\xff" + b"\0" * 64
NONSENSE = b"HTTP/1.1 400 Bad Request\r\n\r\n"
_LOOK_S = 0.02


def rejection(result: int, source: int, reason: int) -> bytes:
    """An A-ASSOCIATE-RJ PDU. Source: DICOM PS3.8, 9.3.4."""
    return b"\x03\x00\x00\x00\x00\x04\x00" + bytes((result, source, reason))


def node_at(port: int, **changes: object) -> Node:
    known: dict[str, object] = {"host": "127.0.0.1", "port": port, "their_ae": "BAD", "timeout_s": 60.0}
    return Node("bad", **(known | changes))


@contextmanager
def listening(meet: Callable[[socket.socket], None]) -> Iterator[int]:
    """A port of the loopback where `meet` is called with whoever comes, one after the other."""
    server = socket.create_server(("127.0.0.1", 0))
    server.settimeout(0.1)
    over = threading.Event()

    def serve() -> None:
        while not over.is_set():
            try:
                connection, _ = server.accept()
            except TimeoutError:
                continue
            meet(connection)

    thread = threading.Thread(target=serve)
    thread.start()
    try:
        yield server.getsockname()[1]
    finally:
        over.set()
        thread.join()
        server.close()


@contextmanager
def raw_peer(answer: bytes | None, close: bool = True) -> Iterator[int]:
    """A port where whatever is asked gets the same bytes; None is silence for ever."""
    held: list[socket.socket] = []

    def meet(connection: socket.socket) -> None:
        held.append(connection)
        if answer is None:
            return
        connection.settimeout(60)
        try:
            connection.recv(65536)
            connection.sendall(answer)
            if close:
                connection.close()
        except OSError:
            pass

    try:
        with listening(meet) as port:
            yield port
    finally:
        for connection in held:
            connection.close()


class Slow:
    """An answer that waits; the end of the archive ends the waiting.

    Args:
        answer: Called with what was asked and how to wait for so many seconds.
    """

    def __init__(self, answer: Callable[[evt.Event, Callable[[float], object]], Iterator[object]]) -> None:
        self._answer = answer
        self.over = threading.Event()

    def __call__(self, event: evt.Event) -> Iterator[object]:
        return self._answer(event, self.over.wait)


@contextmanager
def archive(
    *handlers: tuple[object, Callable[..., object]], offers: tuple[str, ...] = (STUDY_FIND, GET, MOVE)
) -> Iterator[int]:
    """A pynetdicom archive with the given answers."""
    entity = AE("BAD")
    entity.add_supported_context(VERIFICATION)
    for offer in offers:
        entity.add_supported_context(offer)
    entity.add_requested_context(MRImageStorage)
    for context in AllStoragePresentationContexts:
        entity.add_supported_context(context.abstract_syntax, scu_role=True, scp_role=True)
    server = entity.make_server(("127.0.0.1", 0), evt_handlers=list(handlers), server_class=ThreadedAssociationServer)
    entity._servers.append(server)
    # as `start_server` does it, but for looking twice a second only whether it is to end
    threading.Thread(target=server.serve_forever, args=(_LOOK_S,), daemon=True).start()
    try:
        yield server.server_address[1]
    finally:
        for _, answer in handlers:
            if isinstance(answer, Slow):
                answer.over.set()
        server.shutdown()
        for association in server.active_associations:
            association.abort()


def matches(files: list[Dataset]) -> Callable[[evt.Event], Iterator[tuple[int, Dataset | None]]]:
    """Answers to questions about series and images of the given files."""

    def answer(event: evt.Event) -> Iterator[tuple[int, Dataset | None]]:
        question = event.identifier
        seen = set()
        for file in files:
            found = Dataset()
            for element in question:
                if element.keyword in file:
                    found[element.tag] = file[element.tag]
            found.QueryRetrieveLevel = question.QueryRetrieveLevel
            series = question.get("SeriesInstanceUID")
            if file.StudyInstanceUID != question.StudyInstanceUID or (series and file.SeriesInstanceUID != series):
                continue
            key = file.SOPInstanceUID if question.QueryRetrieveLevel == "IMAGE" else file.SeriesInstanceUID
            if key not in seen:
                seen.add(key)
                yield 0xFF00, found

    return answer


def hands_out(
    files: list[Dataset], drop_after: int | None = None, asked: list[Dataset] | None = None, slow_s: float = 0.0
):
    """Answers to a C-GET: all that was asked for, or fewer and then the connection is torn down."""

    def answer(event: evt.Event, wait: Callable[[float], object]):
        if asked is not None:
            asked.append(event.identifier)
        wanted = event.identifier.get("SOPInstanceUID")
        names = [wanted] if isinstance(wanted, str) else list(wanted or ())
        chosen = [file for file in files if not names or file.SOPInstanceUID in names]
        yield len(chosen)
        for number, file in enumerate(chosen):
            if number == drop_after:
                event.assoc.abort()
                return
            wait(slow_s)
            yield 0xFF00, file

    return Slow(answer)


def silent_for(seconds: float):
    """An answer that does not come."""

    def answer(_event: evt.Event, wait: Callable[[float], object]):
        wait(seconds)
        yield 0x0000, None

    return Slow(answer)


__all__ = [
    "ABORT", "HUGE", "NONSENSE", "archive", "build_role", "hands_out", "matches", "node_at", "raw_peer", "rejection",
    "silent_for",
]  # fmt: skip
