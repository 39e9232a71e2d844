"""Files of certificates and keys, looked at when a person chooses them: can they be read, do they fit, do they hold.

What is said here saves a vain try; whether a connection comes about is decided where it is made (`dicom/network/tls`).
"""

from dataclasses import dataclass
from datetime import UTC, datetime
from enum import StrEnum
from pathlib import Path

from cryptography import x509
from cryptography.exceptions import UnsupportedAlgorithm
from cryptography.hazmat.primitives.serialization import Encoding, PublicFormat, load_pem_private_key

_LARGEST = 1 << 20
_SOON_DAYS = 30
_KEY_MARK = b"PRIVATE KEY-----"


class PemKind(StrEnum):
    """What a file is to hold."""

    CERTIFICATE = "certificate"
    KEY = "key"
    AUTHORITY = "authority"


class Mood(StrEnum):
    """How good a file is for what it was chosen for."""

    GOOD = "good"
    WARN = "warn"
    BAD = "bad"


@dataclass(frozen=True)
class Verdict:
    """What was found in a file, in words that name neither its place nor its owner."""

    words: str
    mood: Mood = Mood.BAD


class _UselessError(Exception):
    """A file cannot be used; the argument says why."""


def look_at(
    kind: PemKind, path: str, certificate: str = "", key_words: str | None = "", at: datetime | None = None
) -> Verdict | None:
    """Look at a chosen file; nothing is raised, whatever it is.

    Args:
        kind: What it is to hold.
        path: The file, "" for none.
        certificate: Of a key the file of its certificate, "" if none is chosen.
        key_words: Of a key the words that protect it; None if they are kept and not known here.
        at: The moment that counts, now by default.

    Returns:
        What there is to say; None if nothing was chosen and nothing is missing.
    """
    try:
        if kind is PemKind.KEY:
            return _key(path, certificate, key_words)
        return _validity(_certificates(_read(path)), at or datetime.now(UTC)) if path else None
    except _UselessError as error:
        return Verdict(str(error))


def _read(path: str) -> bytes:
    file = Path(path).expanduser()
    try:
        if not file.exists():
            raise _UselessError("The file is not there.")
        if not file.is_file():
            raise _UselessError("This is no file.")
        with file.open("rb") as opened:
            content = opened.read(_LARGEST + 1)
    except PermissionError:
        raise _UselessError("The file may not be read.") from None
    except (OSError, ValueError):
        raise _UselessError("The file cannot be read.") from None
    if len(content) > _LARGEST:
        raise _UselessError("The file is far too large for this.")
    return content


def _certificates(content: bytes) -> list[x509.Certificate]:
    try:
        return x509.load_pem_x509_certificates(content)
    except ValueError:
        pass
    try:
        x509.load_der_x509_certificate(content)
    except ValueError:
        raise _UselessError("The file holds no certificate in PEM form.") from None
    raise _UselessError("It is a certificate in binary form (DER); ask IT for the same in PEM form.")


def _validity(certificates: list[x509.Certificate], at: datetime) -> Verdict:
    """Judge the one that ends first: of a chain every link must hold."""
    begins = max(one.not_valid_before_utc for one in certificates)
    ends = min(one.not_valid_after_utc for one in certificates)
    if at < begins:
        return Verdict(f"It is not valid before {begins:%Y-%m-%d}.")
    if at >= ends:
        return Verdict(f"It expired on {ends:%Y-%m-%d}; ask IT for a new one.")
    days = (ends - at).days
    left = "1 day" if days == 1 else f"{days} days"
    return Verdict(f"Valid until {ends:%Y-%m-%d}: {left} left.", Mood.WARN if days < _SOON_DAYS else Mood.GOOD)


def _key(path: str, certificate: str, key_words: str | None) -> Verdict | None:
    if not path and not certificate:
        return None
    if not path:
        try:
            held = _read(certificate)
        except _UselessError:
            return None  # that is said beside the certificate
        return None if _KEY_MARK in held else Verdict("Choose the key, too: the certificate's file holds none.")
    content = _read(path)
    if _KEY_MARK not in content:
        raise _UselessError("The file holds no private key in PEM form.")
    protected = b"ENCRYPTED" in content
    if protected and key_words is None:
        return Verdict("A passphrase protects it; the test of the connection tells whether it opens.", Mood.WARN)
    if protected and not key_words:
        raise _UselessError("A passphrase protects it, and none is entered.")
    try:
        key = load_pem_private_key(content, key_words.encode() if protected and key_words else None)
    except (ValueError, TypeError, UnsupportedAlgorithm):
        why = "Its passphrase is another one, or the key is damaged." if protected else "The key is damaged."
        raise _UselessError(why) from None
    if not certificate:
        return Verdict("A key without its certificate is of no use: choose that, too.", Mood.WARN)
    try:
        ours = _certificates(_read(certificate))[0]
    except _UselessError:
        return None
    form = Encoding.DER, PublicFormat.SubjectPublicKeyInfo
    if key.public_key().public_bytes(*form) != ours.public_key().public_bytes(*form):
        raise _UselessError("It is not the key of the certificate.")
    return Verdict("It is the key of the certificate.", Mood.GOOD)
