"""Protected connections: whom we trust, and who we say we are."""

import ssl
from pathlib import Path

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


def exists(file: str) -> bool:
    """Tell whether a file that was entered is there; an empty name counts as there."""
    return not file or Path(file).is_file()
