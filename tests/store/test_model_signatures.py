"""Ed25519 signatures: only the owner's hold, and only for the very bytes; fingerprints are compared as people type."""

import pytest

from fets_desktop.store.signing import as_typed, fingerprint, is_signed, new_signing_key, public_key, sign

# Source: RFC 8032, 7.1, TEST 2
PRIVATE = bytes.fromhex("4ccd089b28ff96da9db6c346ec114e0f5b8a319f35aba624da8cf6ed4fb8a6fb")
PUBLIC = bytes.fromhex("3d4017c3e843895a92b70aa74d1b7ebc9c982ccf2ec4968cc0cd55f12af4660c")
SIGNATURE = (
    "92a009a9f0d4cab8720e820b5f642540a2b27b5416503f8fb3762223ebdb69da085ac1e43e15996e458f3613d0f11d8c387b2eaeb4302aeeb00d"
    "291612bb0c00"
)


def test_the_standards_own_example():
    assert public_key(PRIVATE) == PUBLIC
    assert sign(PRIVATE, b"\x72").hex() == SIGNATURE
    assert is_signed(PUBLIC, bytes.fromhex(SIGNATURE), b"\x72")


def test_another_key_message_or_signature_does_not_hold():
    other = new_signing_key()
    assert other != new_signing_key()
    signature = sign(other, b"model")
    assert is_signed(public_key(other), signature, b"model")
    assert not is_signed(public_key(other), signature, b"modem")
    assert not is_signed(PUBLIC, signature, b"model")
    for odd in (b"", signature[:-1], bytes(64), signature + b"\0"):
        assert not is_signed(public_key(other), odd, b"model")
    assert not is_signed(b"short", signature, b"model")


@pytest.mark.parametrize("change", [str.upper, lambda s: s.replace("-", ""), lambda s: s.replace("-", " ")])
def test_a_fingerprint_is_known_however_it_is_typed(change):
    found = fingerprint(PUBLIC)
    assert len(found) == 39
    assert as_typed(change(found)) == found


@pytest.mark.parametrize("words", ["", "zz", "0" * 31, "0" * 64, "g" * 32])
def test_what_is_no_fingerprint(words):
    assert as_typed(words) == ""
