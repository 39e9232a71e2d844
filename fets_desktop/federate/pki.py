"""Certificates of a federation: its own authority, the server's certificate, one for each site. EC P-256 throughout.

A site's name is its certificate's common name; the server compares it with what the site calls itself. The authority's
key signs plans, too: whoever holds the authority's certificate knows that a plan is the owner's.

Source: RFC 5280 for the extensions, RFC 2986 for requests.
"""

import ipaddress
import re
from collections.abc import Sequence
from datetime import UTC, datetime, timedelta

from cryptography import x509
from cryptography.exceptions import InvalidSignature, UnsupportedAlgorithm
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.x509.oid import ExtendedKeyUsageOID, NameOID

from fets_desktop.study.errors import StudyError

AUTHORITY_DAYS = 3650
SITE_DAYS = 365
LARGEST_BYTES = 64 << 10
"""Of a file with a certificate or a request: those of a federation have about a thousand."""
_SKEW = timedelta(minutes=5)
"""Certificates are valid from so long ago: clocks differ."""
_COMMON_BYTES = 64
_HOST = re.compile(r"[A-Za-z0-9_]([A-Za-z0-9_.-]{0,252})")
_BAD_CSR = "It is not a request for a certificate, or it was changed."


def new_key() -> bytes:
    """Return a new private key, PEM; the caller keeps it where secrets are kept."""
    return ec.generate_private_key(ec.SECP256R1()).private_bytes(
        serialization.Encoding.PEM, serialization.PrivateFormat.PKCS8, serialization.NoEncryption()
    )


def new_authority(key: bytes, name: str, now: datetime | None = None) -> bytes:
    """Return the authority's own certificate, PEM."""
    who = _name(f"{name} authority")
    usage = x509.KeyUsage(False, False, False, False, False, True, True, False, False)
    builder = _builder(who, who, _private(key).public_key(), AUTHORITY_DAYS, now)
    builder = builder.add_extension(x509.BasicConstraints(True, 0), True).add_extension(usage, True)
    return _signed(builder, key)


def server_certificate(
    authority_key: bytes, authority: bytes, key: bytes, hosts: Sequence[str], now: datetime | None = None
) -> bytes:
    """Return the server's certificate for its names and addresses, PEM.

    Args:
        authority_key: PEM.
        authority: Its certificate, PEM.
        key: The server's key, PEM.
        hosts: Names or addresses by which sites reach it.
        now: The time.
    """
    names = x509.SubjectAlternativeName([_host(host) for host in hosts])
    builder = _leaf(authority, hosts[0], _private(key).public_key(), SITE_DAYS, now, ExtendedKeyUsageOID.SERVER_AUTH)
    return _signed(builder.add_extension(names, False), authority_key)


def hosts_of(server: bytes) -> list[str]:
    """Return the names and addresses a server's certificate is for."""
    names = _certificate(server, "federation-folder").extensions.get_extension_for_class(x509.SubjectAlternativeName)
    return [str(name.value) for name in names.value]


def days_left(certificate: bytes, now: datetime) -> int:
    """Return for how many days a certificate is valid; below 0 if it has run out."""
    return (_certificate(certificate, "federation-folder").not_valid_after_utc - now).days


def new_request(key: bytes, site: str) -> bytes:
    """Return a site's request for a certificate, PEM."""
    builder = x509.CertificateSigningRequestBuilder().subject_name(_name(site))
    return builder.sign(_private(key), hashes.SHA256()).public_bytes(serialization.Encoding.PEM)


def site_certificate(
    authority_key: bytes, authority: bytes, request: bytes, days: int = SITE_DAYS, now: datetime | None = None
) -> bytes:
    """Return the certificate that a request asks for, PEM; whether it may be granted was judged before."""
    asked = _request(request)
    builder = _leaf(authority, request_site(request), asked.public_key(), days, now, ExtendedKeyUsageOID.CLIENT_AUTH)
    return _signed(builder, authority_key)


def request_site(request: bytes) -> str:
    """Return the name a request asks for.

    Raises:
        StudyError: "federation-request" if it is none, is not signed by its own key, or has another kind of key.
    """
    return _common_name(_request(request).subject, "federation-request")


def public_bytes(pem: bytes) -> bytes:
    """Return the public key of a certificate, request or private key, for its fingerprint.

    Raises:
        StudyError: "federation-request" if it is none of these.
    """
    if b"CERTIFICATE REQUEST" in pem:
        public: object = _request(pem).public_key()
    elif b"CERTIFICATE" in pem:
        public = _certificate(pem, "federation-request").public_key()
    else:
        public = _private(pem).public_key()
    if not isinstance(public, ec.EllipticCurvePublicKey):
        raise StudyError("federation-request", "Its key is of another kind.")
    return public.public_bytes(serialization.Encoding.DER, serialization.PublicFormat.SubjectPublicKeyInfo)


def check_site_certificate(certificate: bytes, authority: bytes, key: bytes, site: str, now: datetime) -> int:
    """Return for how many days a site's certificate is valid.

    Raises:
        StudyError: "federation-certificate": not this key's, not this authority's, for another name, or out of date.
    """
    found = _certificate(certificate, "federation-certificate")
    if public_bytes(certificate) != public_bytes(key):
        raise StudyError("federation-certificate", "It belongs to another key than the one that was made here.")
    try:
        found.verify_directly_issued_by(_certificate(authority, "federation-certificate"))
    except (InvalidSignature, ValueError, TypeError):
        raise StudyError("federation-certificate", "It does not come from this federation's owner.") from None
    if _common_name(found.subject, "federation-certificate") != site:
        raise StudyError("federation-certificate", "It is for a site of another name.")
    return check_in_date(certificate, now)


def check_in_date(certificate: bytes, now: datetime) -> int:
    """Return for how many days a site's certificate is valid.

    Raises:
        StudyError: "federation-certificate" if it is not valid yet or any more.
    """
    found = _certificate(certificate, "federation-certificate")
    if now < found.not_valid_before_utc - _SKEW:
        raise StudyError("federation-certificate", "It is not valid yet: is this computer's clock right?")
    if now > found.not_valid_after_utc:
        raise StudyError("federation-certificate", f"It ran out on {found.not_valid_after_utc:%d %B %Y}.")
    return (found.not_valid_after_utc - now).days


def sign(authority_key: bytes, content: bytes) -> bytes:
    """Return the authority's signature of a plan or invitation (ECDSA, SHA-256)."""
    return _private(authority_key).sign(content, ec.ECDSA(hashes.SHA256()))


def is_signed(authority: bytes, signature: bytes, content: bytes) -> bool:
    """Tell whether the authority signed this very content."""
    try:
        public = _certificate(authority, "federation-invitation").public_key()
        if not isinstance(public, ec.EllipticCurvePublicKey):
            return False
        public.verify(signature, content, ec.ECDSA(hashes.SHA256()))
    except InvalidSignature:
        return False
    return True


def _leaf(
    authority: bytes,
    name: str,
    public: object,
    days: int,
    now: datetime | None,
    purpose: x509.ObjectIdentifier,
) -> x509.CertificateBuilder:
    issuer = _certificate(authority, "federation-folder")
    usage = x509.KeyUsage(True, False, False, False, False, False, False, False, False)
    builder = _builder(_name(name), issuer.subject, public, days, now)
    builder = builder.add_extension(x509.BasicConstraints(False, None), True).add_extension(usage, True)
    return builder.add_extension(x509.ExtendedKeyUsage([purpose]), True)


def _builder(
    subject: x509.Name, issuer: x509.Name, public: object, days: int, now: datetime | None
) -> x509.CertificateBuilder:
    if not isinstance(public, ec.EllipticCurvePublicKey):
        raise StudyError("federation-request", "Its key is of another kind.")
    begin = (now or datetime.now(UTC)) - _SKEW
    return (
        x509.CertificateBuilder()
        .subject_name(subject)
        .issuer_name(issuer)
        .public_key(public)
        .serial_number(x509.random_serial_number())
        .not_valid_before(begin)
        .not_valid_after(begin + timedelta(days=days))
    )


def _signed(builder: x509.CertificateBuilder, key: bytes) -> bytes:
    return builder.sign(_private(key), hashes.SHA256()).public_bytes(serialization.Encoding.PEM)


def _private(pem: bytes) -> ec.EllipticCurvePrivateKey:
    key = serialization.load_pem_private_key(pem, None)
    if not isinstance(key, ec.EllipticCurvePrivateKey):
        raise StudyError("federation-request", "The key is of another kind.")
    return key


def _certificate(pem: bytes, code: str) -> x509.Certificate:
    try:
        return x509.load_pem_x509_certificate(pem)
    except ValueError:
        raise StudyError(code, "The file is not a certificate.") from None


def _request(pem: bytes) -> x509.CertificateSigningRequest:
    try:
        asked = x509.load_pem_x509_csr(pem)
        if isinstance(asked.public_key(), ec.EllipticCurvePublicKey) and asked.is_signature_valid:
            return asked
    except (ValueError, UnsupportedAlgorithm):
        pass  # told below, with the others
    raise StudyError("federation-request", _BAD_CSR)


def _name(common: str) -> x509.Name:
    # X.509 takes 64 bytes; sites' names are shorter, a federation's and a server's stand in whole elsewhere
    short = common.encode()[:_COMMON_BYTES].decode(errors="ignore")
    return x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, short)])


def _common_name(name: x509.Name, code: str) -> str:
    found = name.get_attributes_for_oid(NameOID.COMMON_NAME)
    if len(found) != 1:
        raise StudyError(code, "It names nobody.")
    return str(found[0].value)


def is_host(host: str) -> bool:
    """Tell whether a certificate can bear a host's name or address."""
    try:
        ipaddress.ip_address(host)
    except ValueError:
        return bool(_HOST.fullmatch(host))
    return True


def _host(host: str) -> x509.GeneralName:
    try:
        return x509.IPAddress(ipaddress.ip_address(host))
    except ValueError:
        return x509.DNSName(host)
