"""Why a connection to a federation's server cannot be trusted, found out by looking at its certificate once more.

gRPC says only that the handshake failed. Who reads that must know whether to wait, to telephone, or to send nothing.
"""

import socket
import ssl
import time
from dataclasses import dataclass

from fets_desktop.study.errors import StudyError

_LOOK_S = 5.0
_DAY_S = 86400.0
_VERIFY = {
    10: "The server's certificate has run out.",
    9: "The server's certificate is not valid yet: is this computer's clock right?",
    62: "The server's certificate is for another name than the invitation gives.",
    64: "The server's certificate is for another address than the invitation gives.",
    18: "The server's certificate does not come from this federation's owner.",
    19: "The server's certificate does not come from this federation's owner.",
    20: "The server's certificate does not come from this federation's owner.",
    7: "The server's certificate does not come from this federation's owner.",
    21: "The server's certificate does not come from this federation's owner.",
    26: "The certificate the server shows is not a server's.",
}
"""OpenSSL's X509_V_ERR codes. Source: openssl/x509_vfy.h."""


def split_address(address: str) -> tuple[str, int]:
    """Return host and port of "host:port"; an IPv6 host may stand in brackets."""
    host, _, port = address.rpartition(":")
    return host.strip("[]"), int(port)


@dataclass(frozen=True)
class Seen:
    """What a server shows of itself.

    Attributes:
        fault: What is wrong with its certificate, in words; "" if nothing is, or nobody answers there.
        days_left: For how many days its certificate is valid; None if it could not be looked at.
        protocol: The version of TLS, as "TLS 1.3"; "" if none was agreed on.
    """

    fault: str = ""
    days_left: int | None = None
    protocol: str = ""


def look(address: str, authority: bytes) -> Seen:
    """Look at a server's certificate.

    Args:
        address: "host:port".
        authority: The owner's certificate, PEM.
    """
    host, port = split_address(address)
    context = ssl.create_default_context(cadata=authority.decode())
    context.minimum_version = ssl.TLSVersion.TLSv1_2
    context.set_alpn_protocols(["h2"])
    try:
        with (
            socket.create_connection((host, port), _LOOK_S) as plain,
            context.wrap_socket(plain, server_hostname=host) as safe,
        ):
            return _seen(safe)
    except ssl.SSLCertVerificationError as error:
        return Seen(_VERIFY.get(error.verify_code, "The server's certificate cannot be trusted."))
    except ssl.SSLError as error:
        if error.reason in ("WRONG_VERSION_NUMBER", "UNSUPPORTED_PROTOCOL", "TLSV1_ALERT_PROTOCOL_VERSION"):
            return Seen("What answers there does not speak TLS 1.2 or newer.")
        return Seen()
    except OSError:
        return Seen()


def _seen(safe: ssl.SSLSocket) -> Seen:
    ends = ssl.cert_time_to_seconds(str((safe.getpeercert() or {})["notAfter"]))
    return Seen("", int((ends - time.time()) // _DAY_S), (safe.version() or "").replace("TLSv", "TLS "))


def reach(address: str) -> str:
    """Return why nobody can be reached at an address, in words; "" if somebody can."""
    host, port = split_address(address)
    try:
        with socket.create_connection((host, port), _LOOK_S):
            return ""
    except socket.gaierror:
        return "The server's name is not known to this network."
    except TimeoutError:
        return "The server does not answer; a firewall may be in between."
    except ConnectionRefusedError:
        return "Nothing listens at the server's port: it may be stopped."
    except OSError:
        return "There is no way to the server from this network."


def handshake_error(address: str, authority: bytes) -> StudyError | None:
    """Return what a failed handshake means; None if the server cannot be reached at all."""
    if fault := look(address, authority).fault:
        return StudyError("federation-insecure", fault)
    if reach(address):
        return None
    return StudyError("federation-denied", "It broke the handshake off: it does not know this site's certificate.")
