"""One association with a peer: opened with words for whatever goes wrong, bounded in time and memory, cut at once.

pynetdicom logs why a connection failed but does not tell; so the connection is made here, and handed to it ready.
"""

import contextlib
import logging
import socket
import ssl
from collections.abc import Callable, Sequence
from typing import Any, cast

from pynetdicom import AE, evt
from pynetdicom.association import Association
from pynetdicom.pdu_primitives import A_ASSOCIATE, SCP_SCU_RoleSelectionNegotiation
from pynetdicom.presentation import PresentationContext
from pynetdicom.transport import T_CONNECT, AddressInformation, AssociationSocket

from fets_desktop.dicom.network.faults import broke_off, rejected, silent, unreachable
from fets_desktop.dicom.network.tls import make_context
from fets_desktop.study.errors import StudyError
from fets_desktop.study.node import Node, NodeKind

MAX_PDU = 1 << 17
"""Bytes of a P-DATA PDU that we announce to take."""

_LONGEST_PDU = 1 << 20
"""Bytes of a PDU beyond which a peer is not listened to any more; an A-ASSOCIATE may be longer than announced."""

Handlers = Sequence[tuple[Any, Callable[..., Any]]]

# its messages quote what was sent and received: names of patients; no log of ours may ever hold them
logging.getLogger("pynetdicom").setLevel(logging.CRITICAL + 1)


class PduTooLongError(OSError):
    """A peer announced more than anybody would send."""


def bounded(receive: Callable[[int], bytearray]) -> Callable[[int], bytearray]:
    """Return `AssociationSocket.recv` with a limit, so that a peer's bare word does not fill the memory."""

    def inner(nr_bytes: int) -> bytearray:
        if nr_bytes > _LONGEST_PDU:
            raise PduTooLongError(f"a PDU of {nr_bytes} bytes")
        return receive(nr_bytes)

    return inner


def no_delay(made: socket.socket) -> None:
    """Send small packets at once: a DIMSE answer that waits for company costs 40 ms an image."""
    with contextlib.suppress(OSError):
        made.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)


class _ReadySocket(AssociationSocket):
    """A socket that is connected, and protected, before pynetdicom sees it."""

    def __init__(self, assoc: Association, address: AddressInformation, ready: socket.socket) -> None:
        self._connected_socket = ready
        super().__init__(assoc, address=address)

    def _create_socket(self, address: AddressInformation) -> socket.socket:
        return self._connected_socket

    def connect(self, primitive: T_CONNECT) -> None:
        """Tell the state machine that the connection stands."""
        self._is_connected = True
        primitive.result = "Evt2"
        self.provider_queue.put(primitive)
        self._ready.set()


class _Caller(AE):
    """An application entity that calls over a connection made before."""

    def __init__(self, title: str, ready: socket.socket, prepare: Callable[[Association], None]) -> None:
        super().__init__(title)
        self._connected_socket = ready
        self._prepare = prepare

    def _create_socket(self, assoc: Association, address: AddressInformation, tls_args: object) -> AssociationSocket:
        self._prepare(assoc)
        made = _ReadySocket(assoc, address, self._connected_socket)
        setattr(made, "recv", bounded(made.recv))  # noqa: B010 - a method is replaced on purpose
        return made


class Link:
    """The way to one DIMSE node; `open` and what follows wait, `cut` may be called from another thread at any time.

    Args:
        node: Whom to call.
        key_words: The words that protect our private key, if any.
    """

    def __init__(self, node: Node, key_words: str = "") -> None:
        if node.kind is not NodeKind.DIMSE:
            raise ValueError("a DICOMweb node has no associations")
        self.node = node
        self._key_words = key_words
        self._socket: socket.socket | None = None
        self._association: Association | None = None
        self._cut = False

    def open(
        self,
        contexts: Sequence[PresentationContext],
        handlers: Handlers = (),
        provided: Sequence[str] = (),
        prepare: Callable[[Association], None] = lambda _association: None,
    ) -> Association:
        """Connect and agree on what will be done.

        Args:
            contexts: What is proposed.
            handlers: pynetdicom's events and who answers them.
            provided: SOP classes that the peer may store here over this association (C-GET).
            prepare: Called with the association before anything is said.

        Raises:
            StudyError: "pacs-settings", "pacs-unreachable", "pacs-insecure", "pacs-refused" or "pacs-silent".
        """
        context = make_context(self.node, self._key_words) if self.node.tls else None
        self._socket, address = self._connect(context)
        caller = _Caller(self.node.our_ae, self._socket, prepare)
        caller.acse_timeout = caller.dimse_timeout = caller.network_timeout = self.node.timeout_s
        self._association = caller.associate(
            address,
            self.node.port,
            list(contexts),
            self.node.their_ae,
            max_pdu=MAX_PDU,
            ext_neg=[_role(uid) for uid in provided],
            evt_handlers=list(handlers),
        )
        if not self._association.is_established:
            why = self._why_not(self._association)
            self.close()
            raise why
        return self._association

    def _connect(self, context: ssl.SSLContext | None) -> tuple[socket.socket, str]:
        """Return a connection that stands, and whither."""
        node = self.node
        try:
            made = socket.create_connection((node.host, node.port), timeout=node.timeout_s)
            address = str(made.getpeername()[0])
        except (OSError, UnicodeError) as error:
            raise unreachable(node, cast(OSError, error)) from error
        self._socket = made
        no_delay(made)
        if self._cut:
            made.close()
            raise broke_off()
        if context is None:
            return made, address
        try:
            return context.wrap_socket(made, server_hostname=node.host), address
        except TimeoutError as error:
            made.close()
            raise silent(node, "It accepted the connection, but TLS may not be spoken there.") from error
        except (OSError, ValueError) as error:
            made.close()
            raise unreachable(node, error if isinstance(error, ssl.SSLError) else ssl.SSLError(str(error))) from error

    def _why_not(self, association: Association) -> StudyError:
        # pynetdicom first looks whether the connection stands: the answer of a peer that hung up at once is left unread
        unread = association.dul.receive_pdu()
        answer = unread if isinstance(unread, A_ASSOCIATE) else association.acceptor.primitive
        if answer is not None and answer.result:
            return rejected(self.node, answer.result_source or 0, answer.diagnostic or 0)
        if association.rejected_contexts and not association.accepted_contexts:
            return StudyError("pacs-refused", "It offers nothing of what was asked (no presentation context accepted).")
        if association._sent_abort and unread is None:
            return silent(self.node, "It took the connection, but never answered the request for an association.")
        hint = "" if self.node.tls else "It may want a protected connection (TLS)."
        if self.node.tls and not self.node.cert_file:
            hint = "It may ask for a certificate of this computer."
        return StudyError("pacs-silent", f"It aborted the association before anything was asked. {hint}".strip())

    def why_no_response(self, more: str = "") -> StudyError:
        """Return why a request got no response: the peer left, or stayed silent."""
        association = self._association
        # our own abort follows silence; a peer's abort and a closed connection come by themselves
        if association is not None and association._sent_abort:
            return silent(self.node, more)
        return broke_off(more)

    def cut(self) -> None:
        """End the connection at once, from whatever thread; whoever waits for it gets its answer then."""
        self._cut = True
        if self._socket is not None:
            with contextlib.suppress(OSError):
                self._socket.shutdown(socket.SHUT_RDWR)

    def close(self) -> None:
        """Say goodbye if the association stands, and let go of the connection."""
        association, self._association = self._association, None
        # a peer that is in the middle of something would not hear a polite goodbye
        if association is not None and association.is_established and not self._cut:
            association.release()
        if association is not None and (association.is_alive() or association.dul.is_alive()):
            association.abort()
        if self._socket is not None:
            with contextlib.suppress(OSError):
                self._socket.close()


def _role(uid: str) -> SCP_SCU_RoleSelectionNegotiation:
    role = SCP_SCU_RoleSelectionNegotiation()
    role.sop_class_uid = uid
    role.scu_role, role.scp_role = False, True
    return role


def echo(node: Node, key_words: str = "", link: Link | None = None) -> None:
    """Ask a node whether it is there (C-ECHO).

    Raises:
        StudyError: See `Link.open`; "pacs-failed" if it answers with a failure.
    """
    way = link or Link(node, key_words)
    try:
        association = way.open([_verification()])
        status = association.send_c_echo()
        if "Status" not in status:
            raise way.why_no_response()
        if status.Status != 0:
            raise StudyError("pacs-failed", f"It answered with status {status.Status:04X}.")
    finally:
        way.close()


def _verification() -> PresentationContext:
    context = PresentationContext()
    context.abstract_syntax = "1.2.840.10008.1.1"
    context.transfer_syntax = ["1.2.840.10008.1.2", "1.2.840.10008.1.2.1"]
    return context


__all__ = ["MAX_PDU", "Handlers", "Link", "PduTooLongError", "bounded", "echo", "evt", "no_delay"]
