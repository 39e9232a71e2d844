"""Signatures of model files: Ed25519, and the short form of a public key that people compare.

Source: RFC 8032. A fingerprint is the first 128 bits of the public key's SHA-256: to find another key with the same one
takes 2^128 tries.
"""

import hashlib

from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey, Ed25519PublicKey

KEY_BYTES = 32
_GROUP, _GROUPS = 4, 8


def new_signing_key() -> bytes:
    """Return a new private key."""
    return Ed25519PrivateKey.generate().private_bytes_raw()


def public_key(private: bytes) -> bytes:
    """Return the public key of a private one."""
    return Ed25519PrivateKey.from_private_bytes(private).public_key().public_bytes_raw()


def sign(private: bytes, message: bytes) -> bytes:
    """Return the signature of a message."""
    return Ed25519PrivateKey.from_private_bytes(private).sign(message)


def is_signed(public: bytes, signature: bytes, message: bytes) -> bool:
    """Tell whether the owner of a public key signed this very message."""
    try:
        Ed25519PublicKey.from_public_bytes(public).verify(signature, message)
    except (InvalidSignature, ValueError):
        return False
    return True


def fingerprint(public: bytes) -> str:
    """Return a public key as people compare it: eight groups of four digits."""
    digits = hashlib.sha256(public).hexdigest()
    return "-".join(digits[n : n + _GROUP] for n in range(0, _GROUP * _GROUPS, _GROUP))


def as_typed(words: str) -> str:
    """Return a fingerprint as this program writes it, however a person wrote it; "" if it is none."""
    digits = "".join(sign for sign in words.lower() if sign not in "-: ")
    if len(digits) != _GROUP * _GROUPS or any(sign not in "0123456789abcdef" for sign in digits):
        return ""
    return "-".join(digits[n : n + _GROUP] for n in range(0, len(digits), _GROUP))
