"""Protected connections: whom we trust, and who we say we are."""

import ssl
from collections.abc import Mapping

from fets_desktop.study.errors import StudyError
from fets_desktop.study.node import Node


def make_context(node: Node, key_words: str = "") -> ssl.SSLContext:
    """Return the TLS settings for a node: certificates are always checked, names too.

    Args:
        node: Its files of certificates.
        key_words: The words that protect our private key, if any.

    Raises:
        StudyError: "pacs-settings" if a file cannot be used.
    """
    context = _trusting(node.ca_file)
    # Source: DICOM PS3.15, B.12 (BCP 195 TLS secure transport connection profile)
    context.minimum_version = ssl.TLSVersion.TLSv1_2
    if node.cert_file:
        try:
            # without words OpenSSL would ask at a terminal, and wait
            context.load_cert_chain(node.cert_file, node.key_file or None, password=lambda: key_words)
        except (OSError, ValueError) as error:
            raise StudyError("pacs-settings", _why(error, "our certificate or its key")) from error
    return context


def make_door_context(cert_file: str, key_file: str = "", ca_file: str = "") -> ssl.SSLContext:
    """Return the TLS settings of the port at which we listen.

    Args:
        cert_file: PEM file of this computer's certificate.
        key_file: PEM file of its key, "" if it is in the same file.
        ca_file: PEM file of who signs the guests' certificates; "" asks them for none.

    Raises:
        StudyError: "pacs-settings" if a file cannot be used.
    """
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.minimum_version = ssl.TLSVersion.TLSv1_2
    try:
        context.load_cert_chain(cert_file, key_file or None, password=lambda: "")
    except (OSError, ValueError) as error:
        raise StudyError("pacs-settings", _why(error, "this computer's certificate or its key")) from error
    if ca_file:
        context.verify_mode = ssl.CERT_REQUIRED
        try:
            context.load_verify_locations(ca_file)
        except (OSError, ValueError) as error:
            raise StudyError("pacs-settings", _why(error, "the certificate authority")) from error
    return context


def door_context(files: Mapping[str, str] | None) -> ssl.SSLContext | None:
    """Return `make_door_context` of files by the names "cert", "key" and "ca"; None where there are none.

    Raises:
        StudyError: "pacs-settings".
    """
    return make_door_context(files["cert"], files.get("key", ""), files.get("ca", "")) if files else None


def _trusting(ca_file: str) -> ssl.SSLContext:
    try:
        return ssl.create_default_context(cafile=ca_file or None)
    except (OSError, ValueError) as error:
        raise StudyError("pacs-settings", _why(error, "the certificate authority")) from error


def _why(error: Exception, what: str) -> str:
    if isinstance(error, FileNotFoundError):
        return f"The file of {what} is not there."
    if isinstance(error, PermissionError):
        return f"The file of {what} may not be read."
    return f"The file of {what} cannot be used: wrong kind, wrong words for the key, or key and certificate differ."
