"""The door at which others deliver: a storage SCP that lets in whom it knows, and nobody else.

Source: DICOM PS3.4, annex B (storage service class); PS3.8, 7.1 (who may be rejected, and how).
"""

import contextlib
import socket
import ssl
import threading
from collections.abc import Sequence
from dataclasses import dataclass, field

from pynetdicom import AE, evt
from pynetdicom.association import Association
from pynetdicom.presentation import build_context
from pynetdicom.transport import RequestHandler, ThreadedAssociationServer

from fets_desktop.dicom.network.arriving import Arrivals
from fets_desktop.dicom.network.kinds import received_contexts
from fets_desktop.dicom.network.link import MAX_PDU, bounded, no_delay
from fets_desktop.study.errors import StudyError

_MOST_AT_ONCE = 10
_VERIFICATION = "1.2.840.10008.1.1"
# Source: DICOM PS3.8, table 9-21: rejected for good, by the service user, calling AE title not recognised
_STRANGER = (0x01, 0x01, 0x03)


@dataclass(frozen=True)
class Guest:
    """Who may deliver: a calling AE title, and from which computer.

    Attributes:
        title: The AE title that is given, "" for any.
        host: Name or address of the computer, "" for any.
    """

    title: str
    host: str = ""


class _Porter(RequestHandler):
    """Makes associations whose memory is bounded, over a protected connection where one is wanted."""

    server: "_Server"

    def setup(self) -> None:
        """Protect the connection; not where it is accepted, so that a guest who dawdles keeps nobody waiting."""
        if self.server.protection is not None:
            self.request.settimeout(self.ae.network_timeout)
            self.request = self.server.protection.wrap_socket(self.request, server_side=True)

    def _create_association(self) -> Association:
        association: Association = super()._create_association()
        transport = association.dul.socket
        assert transport
        setattr(transport, "recv", bounded(transport.recv))  # noqa: B010 - a method is replaced on purpose
        if transport.socket is not None:
            transport.socket.settimeout(self.ae.network_timeout)
            no_delay(transport.socket)
        self.server.arrivals.receive(association)
        return association


class _Server(ThreadedAssociationServer):
    daemon_threads = True
    protection: ssl.SSLContext | None = None
    arrivals: Arrivals

    def handle_error(self, request: object, client_address: object) -> None:
        """Say nothing: a connection that made no sense has ended, and its words may hold anything."""


@dataclass
class Door:
    """Listens at a port.

    Attributes:
        port: Where; 0 takes a free one, and is told by `bound_port`.
        title: Our AE title; called by another one, nobody is let in.
        guests: Who may deliver.
        arrivals: Takes what is delivered.
        timeout_s: How long a guest may stay silent.
        host: The address of this computer to listen at, "" for all.
        protection: TLS settings; with them nobody is let in without TLS.
        turned_away: How many associations were refused.
    """

    port: int
    title: str
    guests: Sequence[Guest]
    arrivals: Arrivals
    timeout_s: float = 30.0
    host: str = ""
    protection: ssl.SSLContext | None = None
    turned_away: int = 0
    _server: _Server | None = None
    _known: set[tuple[str, str]] = field(default_factory=set)

    def open(self) -> None:
        """Begin to listen.

        Raises:
            StudyError: "pacs-port".
        """
        self._known = {(guest.title, address) for guest in self.guests for address in _addresses(guest.host)}
        entity = AE(self.title)
        entity.maximum_associations = _MOST_AT_ONCE
        entity.maximum_pdu_size = MAX_PDU
        entity.acse_timeout = entity.dimse_timeout = entity.network_timeout = self.timeout_s
        entity.require_called_aet = True
        contexts = [*received_contexts(), build_context(_VERIFICATION)]
        handlers: list[evt.EventHandlerType] = [
            (evt.EVT_REQUESTED, self._greet),
            (evt.EVT_C_STORE, self.arrivals.take),
            (evt.EVT_CONN_CLOSE, self.arrivals.forget),
        ]
        try:
            self._server = _Server(
                entity, (self.host, self.port), self.title, contexts, None, handlers, request_handler=_Porter
            )
        except (OSError, OverflowError, ssl.SSLError) as error:
            raise StudyError(
                "pacs-port", f"Port {self.port}: {getattr(error, 'strerror', None) or 'in use'}."
            ) from error
        self._server.protection, self._server.arrivals = self.protection, self.arrivals
        entity._servers.append(self._server)
        threading.Thread(target=self._server.serve_forever, args=(0.1,), name="door", daemon=True).start()

    @property
    def bound_port(self) -> int:
        """The port at which it listens."""
        return int(self._server.server_address[1]) if self._server else self.port

    @property
    def busy(self) -> bool:
        """Whether somebody is delivering."""
        return bool(self._server and self._server.active_associations)

    def _greet(self, event: evt.Event) -> None:
        """Turn a stranger away; whoever calls for somebody else is turned away by pynetdicom, and counted here."""
        association = event.assoc
        request = association.requestor.primitive
        title = str(request.calling_ae_title).strip() if request else ""
        address = _bare(str(association.requestor.address))
        if self._known & {(title, address), (title, ""), ("", address)}:
            called = str(request.called_ae_title).strip() if request else ""
            self.turned_away += called != self.title.strip()
            return
        self.turned_away += 1
        association.acse.send_reject(*_STRANGER)
        association.kill()

    def close(self) -> None:
        """Listen no more; whoever is delivering is cut off."""
        server, self._server = self._server, None
        if server is None:
            return
        server.shutdown()
        for association in server.active_associations:
            association.abort()


def _addresses(host: str) -> set[str]:
    """Return a host's addresses; "" stands for any, and a name that is not found for none."""
    if not host or host == "*":
        return {""}
    with contextlib.suppress(OSError, UnicodeError):
        return {_bare(str(entry[4][0])) for entry in socket.getaddrinfo(host, None)}
    return {host}


def _bare(address: str) -> str:
    """Return an address without the dress of IPv4 in IPv6."""
    return address.removeprefix("::ffff:")
