"""What went wrong between us and a peer, as errors a person can act on; a peer's own words are never quoted.

A peer's error comment may hold a patient's name, so only its numbers are read.
"""

import socket
import ssl

from fets_desktop.study.errors import StudyError
from fets_desktop.study.node import Node

# OpenSSL's verification codes (x509_vfy.h)
_NOT_YET, _EXPIRED, _WRONG_NAME, _WRONG_ADDRESS = 9, 10, 62, 64
_UNTRUSTED = (2, 18, 19, 20, 21)
_NO_TLS = ("WRONG_VERSION_NUMBER", "HTTP_REQUEST", "RECORD_LAYER_FAILURE", "UNKNOWN_PROTOCOL", "PACKET_LENGTH_TOO_LONG")

# Source: DICOM PS3.8, table 9-21: (source, reason)
_REJECTIONS = {
    (1, 2): "It does not speak the DICOM network protocol that this program does.",
    (1, 3): "It does not know the AE title {ours} that this program gives (calling AE title not recognised).",
    (1, 7): "It does not go by the AE title {theirs} (called AE title not recognised).",
    (2, 2): "It speaks another version of the DICOM network protocol.",
    (3, 1): "It is busy just now (temporary congestion).",
    (3, 2): "It has as many connections as it takes (local limit exceeded).",
}

# Source: DICOM PS3.4, C.4.1.1.4, C.4.2.1.5, C.4.3.1.4, B.2.3; PS3.7, annex C
_STATUSES = {
    0x0111: "It has the object already, under the same number.",
    0x0117: "It says that the object's number is not valid.",
    0x0122: "It does not take or hand out this kind of object.",
    0x0124: "It does not allow this program to do that.",
    0x0211: "It does not know this kind of request.",
    0xA700: "It is out of resources, for example its disk is full.",
    0xA701: "It is out of resources and could not count what matches.",
    0xA702: "It is out of resources and could not send the images.",
    0xA801: "It does not know the AE title {ours} as a place to send images to (move destination unknown).",
    0xA900: "It says that the request does not fit the kind of search.",
    0xB000: "Some of the images could not be sent.",
    0xFE00: "The work was cancelled there.",
}


def unreachable(node: Node, error: OSError) -> StudyError:
    """Return why no connection came about."""
    if isinstance(error, ssl.SSLError):
        return insecure(node, error)
    if isinstance(error, socket.gaierror | UnicodeError):
        return StudyError("pacs-unreachable", f"The name {node.host} was not found in the network.")
    if isinstance(error, ConnectionRefusedError):
        return StudyError(
            "pacs-unreachable", f"The computer {node.host} refused the connection at port {node.port}: nobody listens."
        )
    if isinstance(error, TimeoutError):
        return StudyError("pacs-unreachable", f"There was no answer from {node.place} in {node.timeout_s:g} s.")
    return StudyError("pacs-unreachable", f"{node.place}: {error.strerror or type(error).__name__}.")


def insecure(node: Node, error: BaseException) -> StudyError:
    """Return why no protected connection came about."""
    if isinstance(error, ssl.SSLCertVerificationError):
        return StudyError("pacs-insecure", _certificate_words(node, error))
    reason = str(getattr(error, "reason", "") or "")
    if any(word in reason for word in _NO_TLS):
        return StudyError("pacs-insecure", f"At {node.place} nobody speaks TLS.")
    if "CERTIFICATE" in reason or "UNKNOWN_CA" in reason or "HANDSHAKE_FAILURE" in reason:
        return StudyError("pacs-insecure", "The PACS asks for a certificate that it trusts, and did not get one.")
    return StudyError(
        "pacs-insecure", "The connection was closed while it was being protected: TLS may not be spoken there."
    )


def _certificate_words(node: Node, error: ssl.SSLCertVerificationError) -> str:
    code = error.verify_code
    if code == _EXPIRED:
        return "The certificate of the PACS has expired."
    if code == _NOT_YET:
        return "The certificate of the PACS is not valid yet; or this computer's clock is wrong."
    if code in (_WRONG_NAME, _WRONG_ADDRESS):
        return f"The certificate of the PACS was made for another name than {node.host or node.place}."
    if code in _UNTRUSTED:
        return "The certificate of the PACS is not trusted: this computer does not know who signed it."
    return f"The certificate of the PACS was not accepted (number {code})."


def rejected(node: Node, source: int, reason: int) -> StudyError:
    """Return why an association was rejected."""
    words = _REJECTIONS.get((source, reason), "It rejected the association and gave no reason.")
    return StudyError("pacs-refused", words.format(ours=node.our_ae, theirs=node.their_ae))


def failed(node: Node, status: int, more: str = "") -> StudyError:
    """Return what a response's status means; `more` says what was done all the same."""
    words = _STATUSES.get(status)
    if words is None:
        group = {0xA: "It is out of resources", 0xC: "It could not process the request"}.get(
            status >> 12, "It answered with a failure"
        )
        words = f"{group} (status {status:04X})."
    code = "pacs-refused" if status in (0x0122, 0x0124, 0x0211) else "pacs-failed"
    return StudyError(code, f"{words.format(ours=node.our_ae)} {more}".strip())


def silent(node: Node, more: str = "") -> StudyError:
    """Return that a peer did not answer in time."""
    return StudyError("pacs-silent", f"It did not answer within {node.timeout_s:g} s. {more}".strip())


def broke_off(more: str = "") -> StudyError:
    """Return that a peer ended the connection."""
    return StudyError("pacs-silent", f"It broke the connection off. {more}".strip())
