"""A server that pretends to be OpenFL's, in this process: it answers, stalls or breaks off as a test wants."""

import threading
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager

import grpc
from small_federation import Founded

from fets_desktop.federate import wire
from fets_desktop.federate.wire_reading import fields

SERVICE = "openfl.aggregator.Aggregator"
Answers = dict[str, Callable[..., bytes]]


class Pretender:
    """Its answers by call; those not given are of a server where nothing is due. It tells `clock` as its time."""

    def __init__(self, founded: Founded) -> None:
        plan = founded.plan
        self.header = wire.Header(plan.server_id, "north", plan.id).encode()
        self.plan = plan
        self.uploaded: list[bytes] = []
        self.clock = ""
        self.released = threading.Event()
        self.stalling = threading.Event()
        self.answers: Answers = {
            "Ping": lambda _request: self.header,
            "GetTasks": lambda _request: self.header + wire.number(2, 0) + wire.number(4, 7),
            "GetAggregatedTensor": self.tensor,
            "SendLocalTaskResults": self.take,
        }

    def tensor(self, request: bytes) -> bytes:
        """Answer with zeros of the tensor's shape."""
        name = next(bytes(part).decode() for place, part in fields(request) if place == 2)  # type: ignore[arg-type]
        shape = next(tensor for tensor in self.plan.tensors if tensor.name == name)
        return self.whole(wire.NamedTensor(name, 0, ("model", "compressed"), shape.shape, bytes(4 * shape.count)))

    def whole(self, tensor: wire.NamedTensor) -> bytes:
        return self.header + b"".join(bytes(piece) for piece in wire.tensor_pieces(3, tensor))

    def take(self, request: Iterator[bytes]) -> bytes:
        self.uploaded.append(b"".join(request))
        return self.header

    def stall(self, request: object) -> bytes:
        """Answer nothing, and take nothing, until the test ends."""
        self.stalling.set()
        self.released.wait(120)
        return self.header


@contextmanager
def pretending(founded: Founded, server_pem: bytes | None = None, key: bytes | None = None) -> Iterator[Pretender]:
    """Serve at the plan's address."""
    pretender = Pretender(founded)

    def handler(name: str) -> grpc.RpcMethodHandler:
        def answer(request: object, context: grpc.ServicerContext) -> bytes:
            if pretender.clock:
                context.set_trailing_metadata(((wire.TIME_KEY, pretender.clock),))
            try:
                return pretender.answers[name](request)
            except PermissionError as error:
                context.abort(grpc.StatusCode.UNAUTHENTICATED, str(error))
            except FileExistsError as error:
                context.abort(grpc.StatusCode.FAILED_PRECONDITION, str(error))

        make = grpc.stream_unary_rpc_method_handler if name.startswith("Send") else grpc.unary_unary_rpc_method_handler
        return make(answer)

    folder = founded.folder
    credentials = grpc.ssl_server_credentials(
        ((key or (folder / "server.key").read_bytes(), server_pem or (folder / "server.pem").read_bytes()),),
        founded.authority,
        require_client_auth=True,
    )
    server = grpc.server(ThreadPoolExecutor(4), options=(("grpc.so_reuseport", 0),))
    server.add_generic_rpc_handlers(
        (grpc.method_handlers_generic_handler(SERVICE, {name: handler(name) for name in pretender.answers}),)
    )
    assert server.add_secure_port(f"127.0.0.1:{founded.plan.server.rpartition(':')[2]}", credentials)
    server.start()
    try:
        yield pretender
    finally:
        pretender.released.set()
        server.stop(0.2).wait()
