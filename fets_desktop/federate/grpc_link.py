"""The `Link` to OpenFL's aggregator, over gRPC with certificates on both sides.

Source: the wire facts in `aggregator.proto`; grpcio's `UnaryUnaryMultiCallable.future` for calls that can be ended.
"""

import hashlib
import threading
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import grpc

from fets_desktop.federate import faults, pki, wire
from fets_desktop.federate.ledger import RECEIVED, SENT, Message
from fets_desktop.federate.link import Lost, Refused, Results, Stopped, Work
from fets_desktop.federate.metrics import in_words, named_metrics
from fets_desktop.federate.squeeze import read_kept, squeezed, write_kept
from fets_desktop.federate.tensors import Floats, floats_of
from fets_desktop.federate.upload import Upload
from fets_desktop.federate.wire_reading import BadMessage, read_header, read_tasks, read_tensor_answer
from fets_desktop.study.errors import StudyError
from fets_desktop.study.federation import Plan, TensorShape

_SERVICE = "/openfl.aggregator.Aggregator/"
_LARGEST = 1 << 30
_OPTIONS = (
    ("grpc.max_send_message_length", _LARGEST),
    ("grpc.max_receive_message_length", _LARGEST),
    # a new channel shall really try again, and not wait out what an older one was told
    ("grpc.use_local_subchannel_pool", 1),
    ("grpc.initial_reconnect_backoff_ms", 500),
    ("grpc.max_reconnect_backoff_ms", 5000),
)
_TICK_S = 0.5
_HANDSHAKE = ("handshake", "ssl", "tls", "certificate", "verification")
_BROKEN_OFF = ("socket closed", "connection reset", "recvmsg", "goaway")
_OFTEN = 3
"""A server that breaks off as often in a row, right after the handshake, does not want this site: in TLS 1.3 it says no
more than that. Once may be chance: it was just stopped."""


@dataclass(frozen=True)
class Patience:
    """How long a call may take.

    Attributes:
        answer_s: For a short answer.
        stall_s: Without any byte of an upload being taken.
        slowest: Bytes a second that a download must reach beside it.
    """

    answer_s: float = 30.0
    stall_s: float = 120.0
    slowest: float = 16 * 1024.0


@dataclass(frozen=True)
class Identity:
    """Who this site is: PEM bytes, which never lie on the disk unencrypted."""

    site: str
    authority: bytes
    certificate: bytes
    key: bytes


class GrpcLink:
    """See `Link`.

    Args:
        plan: Of the federation.
        identity: This site's.
        note: Takes every message, before it is sent and after it came.
        patience: How long calls may take.
        rounding: Where what rounding took of updates is kept until the next one; nowhere if None.
    """

    def __init__(
        self,
        plan: Plan,
        identity: Identity,
        note: Callable[[Message], None],
        patience: Patience | None = None,
        rounding: Path | None = None,
    ) -> None:
        self._plan = plan
        self._identity = identity
        self._note = note
        self._patience = patience or Patience()
        self._header = wire.Header(identity.site, plan.server_id, plan.id)
        self._lock = threading.Lock()
        self._stopped = False
        self._call: Any = None
        self._rounding, self._kept = rounding, read_kept(rounding)
        self._broken_off = 0
        self._ahead_s: float | None = None
        self._channel: Any = None

    # --- the calls

    def connect(self) -> float | None:
        """See `Link`."""
        self.close()
        if self._stopped:
            raise Stopped
        who = self._identity
        # said here, in plain words: a server that refuses it just breaks off
        pki.check_in_date(who.certificate, datetime.now(UTC))
        credentials = grpc.ssl_channel_credentials(who.authority, who.key, who.certificate)
        self._channel = grpc.secure_channel(self._plan.server, credentials, _OPTIONS)
        self._ask("Ping", -1, "", self._header.encode())
        self._broken_off = 0
        return self._ahead_s

    def next_work(self) -> Work:
        """See `Link`."""
        answer = self._ask("GetTasks", -1, "", self._header.encode())
        try:
            tasks = read_tasks(answer)
        except BadMessage as error:
            raise Lost(f"The server's answer cannot be read: {error}.") from error
        return Work(tasks.number, tasks.names, float(max(0, tasks.sleep_s)), tasks.quit)

    def pull(self, number: int) -> Iterator[tuple[str, Floats]]:
        """See `Link`."""
        for tensor in self._plan.tensors:
            yield tensor.name, self._pulled(number, tensor)

    def _pulled(self, number: int, tensor: TensorShape) -> Floats:
        request = wire.tensor_request(self._header, tensor.name, number, ("model",))
        wait_s = self._patience.answer_s + 4 * tensor.count / self._patience.slowest
        try:
            answer = self._ask("GetAggregatedTensor", number, tensor.name, request, wait_s)
        except Refused as refusal:
            # the round went on without this site meanwhile: it asks again what is due
            raise Lost(str(refusal)) from None
        try:
            found = read_tensor_answer(answer)
        except BadMessage as error:
            raise StudyError("federation-model", f"A tensor cannot be read: {error}.") from error
        if found.name != tensor.name or found.shape != tensor.shape or len(found.content) != 4 * tensor.count:
            raise StudyError("federation-model", f"The tensor {tensor.name} has another name, shape or length.")
        return floats_of(found.content, tensor.shape)

    def push(self, number: int, results: Results) -> None:
        """See `Link`."""
        # what rounding took counts only once the server has the rest
        kept = dict(self._kept)
        tensors = self._tensors(number, results, kept)
        pieces = wire.results(self._header, number, results.task, results.cases, tensors)
        upload = Upload(pieces, lambda: self._stopped)
        call = self._method("stream_unary", "SendLocalTaskResults").future(upload.messages(), timeout=None)
        try:
            answer = self._wait(call, upload)
        except BaseException:
            self._left(number, results.task, upload, f"broken off; {in_words(results, self._plan)}")
            raise
        self._left(number, results.task, upload, in_words(results, self._plan))
        if results.weights is not None:
            self._kept = kept
            write_kept(self._rounding, kept)
        self._received("SendLocalTaskResults", number, results.task, answer)

    def _left(self, number: int, task: str, upload: Upload, parts: str) -> None:
        """Note what left; its hash is known when its last byte was taken."""
        self._note(Message(SENT, "SendLocalTaskResults", number, task, upload.size, upload.sha256, parts))

    def _tensors(self, number: int, results: Results, kept: dict[str, Floats]) -> Iterator[wire.NamedTensor]:
        for name, value, tags in named_metrics(results):
            yield wire.NamedTensor(name, number, (*tags, "compressed"), (), wire.packed_float(value), report=True)
        if results.weights is not None:
            yield from squeezed(self._plan, number, results.weights, results.base, kept)

    def stop(self) -> None:
        """See `Link`."""
        with self._lock:
            self._stopped = True
            call = self._call
        if call is not None:
            call.cancel()

    def close(self) -> None:
        """See `Link`."""
        channel, self._channel = self._channel, None
        if channel is not None:
            channel.close()

    # --- how a call is made

    def _method(self, kind: str, name: str) -> Any:  # noqa: ANN401 - grpcio has no types
        if self._channel is None:
            raise Lost("There is no connection yet.")
        return getattr(self._channel, kind)(f"{_SERVICE}{name}")

    def _ask(self, kind: str, number: int, subject: str, request: bytes, wait_s: float = 0.0) -> bytes:
        self._note(Message(SENT, kind, number, subject, len(request), hashlib.sha256(request).hexdigest()))
        begun = datetime.now(UTC)
        call = self._method("unary_unary", kind).future(request, timeout=wait_s or self._patience.answer_s)
        answer = self._wait(call)
        self._ahead_s = _ahead_s(call.trailing_metadata(), begun, datetime.now(UTC))
        self._received(kind, number, subject, answer)
        return answer

    def _received(self, kind: str, number: int, subject: str, answer: bytes) -> None:
        digest = hashlib.sha256(answer).hexdigest()
        self._note(Message(RECEIVED, kind, number, subject, len(answer), digest))
        try:
            header = read_header(answer)
        except BadMessage:
            raise StudyError("federation-plan", "What answers there does not speak OpenFL's language.") from None
        if header.federation != self._plan.id or header.sender != self._plan.server_id:
            raise StudyError("federation-plan", "It answers for another federation or plan.")

    def _wait(self, call: Any, upload: Upload | None = None) -> bytes:  # noqa: ANN401
        """Return a call's answer; `stop` ends the wait at once."""
        ended = threading.Event()
        with self._lock:
            self._call = call
            if self._stopped:
                call.cancel()
        call.add_done_callback(lambda _call: ended.set())
        try:
            while not ended.wait(_TICK_S):
                if upload is not None and upload.silent_s > self._patience.stall_s:
                    call.cancel()
                    raise Lost(f"The server has taken nothing for {self._patience.stall_s:.0f} seconds.")
            if self._stopped:
                raise Stopped
            return bytes(call.result())
        except (grpc.RpcError, grpc.FutureCancelledError) as error:
            raise self._judge(error) from None
        finally:
            self._call = None

    def _judge(self, error: Any) -> Exception:  # noqa: ANN401
        """Return what an error of gRPC means here."""
        if self._stopped or isinstance(error, grpc.FutureCancelledError):
            return Stopped() if self._stopped else Lost("The call was broken off.")
        code, words = error.code(), str(error.details() or "")
        if code is grpc.StatusCode.FAILED_PRECONDITION:
            return Refused(words)
        if code is grpc.StatusCode.UNAUTHENTICATED or "not authorized" in words:
            return StudyError("federation-denied", "It does not take this site's name or certificate.")
        if "Federation UUID" in words or "aggregator UUID" in words:
            return StudyError("federation-plan", "The owner has changed the plan.")
        if code is grpc.StatusCode.UNIMPLEMENTED:
            return StudyError("federation-plan", "What answers there does not speak OpenFL's language.")
        if code is grpc.StatusCode.UNAVAILABLE and any(sign in words.lower() for sign in _HANDSHAKE):
            meant = faults.handshake_error(self._plan.server, self._identity.authority)
            return meant or Lost(faults.reach(self._plan.server))
        if code is grpc.StatusCode.UNAVAILABLE:
            return self._judge_loss(words.lower())
        if code is grpc.StatusCode.DEADLINE_EXCEEDED:
            return Lost("The server did not answer in time.")
        return Lost(f"The server could not answer ({code.name.lower().replace('_', ' ')}).")

    def _judge_loss(self, words: str) -> Exception:
        if unreachable := faults.reach(self._plan.server):
            self._broken_off = 0
            return Lost(unreachable)
        if any(sign in words for sign in _BROKEN_OFF):
            self._broken_off += 1
        if self._broken_off >= _OFTEN:
            return StudyError("federation-denied", "It breaks off: it does not take this site's certificate.")
        return Lost("The server broke the connection off.")


def _ahead_s(told: Iterable[tuple[str, str | bytes]] | None, begun: datetime, ended: datetime) -> float | None:
    """Return how far the server's clock is ahead, by what it told between two times of ours; None if it told none."""
    try:
        server = datetime.fromisoformat(str(dict(told or ())[wire.TIME_KEY]))
        return (server - begun - (ended - begun) / 2).total_seconds()
    except (KeyError, ValueError, TypeError):
        return None
