"""OpenFL's gRPC service with certificates on both sides, stoppable, and telling who called when."""

import logging
import threading
import time
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import grpc
from openfl.protocols import aggregator_pb2_grpc
from openfl.transport.grpc.aggregator_server import AggregatorGRPCServer

from fets_desktop.federate import wire
from fets_desktop.federate.server.engine import GuardedAggregator
from fets_desktop.federate.server.guard import Refusal
from fets_desktop.federate.server.record import now

_LARGEST = 1 << 30
_THREADS = 32
_GRACE_S = 2.0
logger = logging.getLogger(__name__)


class Door(AggregatorGRPCServer):  # type: ignore[misc] # OpenFL has no types
    """See the module.

    Args:
        aggregator: What is served.
    """

    def __init__(self, aggregator: GuardedAggregator) -> None:
        super().__init__(aggregator, 0)
        self.contacts: dict[str, str] = {}

    def validate_collaborator(self, request: Any, context: Any) -> None:  # noqa: ANN401
        """Let a site in whose certificate bears its name, and note the time."""
        super().validate_collaborator(request, context)
        self.contacts[request.header.sender] = now()

    def Ping(self, request: Any, context: Any) -> Any:  # noqa: ANN401, N802 - OpenFL's name
        """See OpenFL; the time is told beside the answer."""
        answer = super().Ping(request, context)
        context.set_trailing_metadata(((wire.TIME_KEY, datetime.now(UTC).isoformat()),))
        return answer

    def GetAggregatedTensor(self, request: Any, context: Any) -> Any:  # noqa: ANN401, N802
        """See OpenFL; what is refused is told as such."""
        return _told(super().GetAggregatedTensor, request, context)

    def SendLocalTaskResults(self, request: Any, context: Any) -> Any:  # noqa: ANN401, N802
        """See OpenFL; what the guard refuses is told as such."""
        return _told(super().SendLocalTaskResults, request, context)


def _told(call: Callable[[Any, Any], Any], request: Any, context: Any) -> Any:  # noqa: ANN401
    try:
        return call(request, context)
    except Refusal as refusal:
        context.abort(grpc.StatusCode.FAILED_PRECONDITION, str(refusal))


def open_door(door: Door, listen: str, folder: Path) -> tuple[Any, int]:
    """Return the server that listens, and its port. gRPC's least version of TLS is 1.2, and 1.3 where both have it.

    Args:
        door: The service.
        listen: "address:port"; port 0 for any free one.
        folder: Where certificates and the server's key lie.

    Raises:
        RuntimeError: If the port is in use.
    """
    key, chain = (folder / "server.key").read_bytes(), (folder / "server.pem").read_bytes()
    authority = (folder / "authority.pem").read_bytes()
    credentials = grpc.ssl_server_credentials(((key, chain),), authority, require_client_auth=True)
    options = (
        ("grpc.max_send_message_length", _LARGEST),
        ("grpc.max_receive_message_length", _LARGEST),
        # two servers must not share a port in silence
        ("grpc.so_reuseport", 0),
    )
    server = grpc.server(ThreadPoolExecutor(_THREADS), options=options)
    aggregator_pb2_grpc.add_AggregatorServicer_to_server(door, server)
    port = server.add_secure_port(listen, credentials)
    if not port:
        raise RuntimeError(f"cannot listen at {listen}")
    server.start()
    return server, port


def serve(
    door: Door,
    server: Any,  # noqa: ANN401 - grpcio has no types
    stop: threading.Event,
    linger_s: float,
    told: Callable[[], None],
) -> None:
    """Serve until it is stopped, every site has heard of the end, or `linger_s` after the end.

    Args:
        door: The service.
        server: What `open_door` returned.
        stop: Set to stop it.
        linger_s: How long sites that are away may take to come back and hear of the end.
        told: Called about every second, to say where it stands.
    """
    ended = 0.0
    while not stop.wait(1.0):
        told()
        if door.aggregator.round_number < door.aggregator.rounds_to_train:
            continue
        ended = ended or time.monotonic()
        if door.aggregator.all_quit_jobs_sent() or time.monotonic() - ended > linger_s:
            break
    server.stop(_GRACE_S).wait()
    told()
