"""A file of a certificate or key is judged when it is chosen: read, held, fitting, in words."""

import base64
import os
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from cryptography import x509
from cryptography.hazmat.primitives import serialization

from fets_desktop.app.certificates import Mood, PemKind, Verdict, look_at
from tests.hospital import make_certificates


@pytest.fixture(scope="module")
def pki(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return make_certificates(tmp_path_factory.mktemp("pki"), days=90)


def told(*arguments: object, **more: object) -> tuple[str, str]:
    verdict = look_at(*arguments, **more)  # type: ignore[arg-type]
    assert isinstance(verdict, Verdict)
    return verdict.mood, verdict.words


def test_a_certificate_says_how_long_it_holds(pki: Path) -> None:
    server, now = str(pki / "server.crt"), datetime.now(UTC)
    # of its own word: midnight may lie between its making and this test
    ends = f"{x509.load_pem_x509_certificate(Path(server).read_bytes()).not_valid_after_utc:%Y-%m-%d}"
    assert told(PemKind.CERTIFICATE, server) == (Mood.GOOD, f"Valid until {ends}: 89 days left.")
    mood, words = told(PemKind.CERTIFICATE, server, at=now + timedelta(days=89))
    assert (mood, words) == (Mood.WARN, f"Valid until {ends}: 0 days left.")
    mood, words = told(PemKind.CERTIFICATE, server, at=now + timedelta(days=91))
    assert (mood, words) == (Mood.BAD, f"It expired on {ends}; ask IT for a new one.")
    mood, words = told(PemKind.CERTIFICATE, server, at=now - timedelta(days=500))
    assert (mood, words.startswith("It is not valid before")) == (Mood.BAD, True)
    assert told(PemKind.AUTHORITY, str(pki / "ca.crt"))[0] is Mood.GOOD


def test_of_a_chain_the_link_that_ends_first_counts(pki: Path, tmp_path: Path) -> None:
    chain = tmp_path / "chain.pem"
    chain.write_bytes((pki / "ca.crt").read_bytes() + (pki / "client.crt").read_bytes())
    assert told(PemKind.AUTHORITY, str(chain))[0] is Mood.WARN


def test_a_key_is_held_against_its_certificate(pki: Path) -> None:
    own, other = str(pki / "server.crt"), str(pki / "client.crt")
    key = str(pki / "server.key")
    assert told(PemKind.KEY, key, own) == (Mood.GOOD, "It is the key of the certificate.")
    assert told(PemKind.KEY, key, other) == (Mood.BAD, "It is not the key of the certificate.")
    assert told(PemKind.KEY, key)[0] is Mood.WARN
    assert told(PemKind.KEY, "", own) == (Mood.BAD, "Choose the key, too: the certificate's file holds none.")
    assert told(PemKind.KEY, own, own) == (Mood.BAD, "The file holds no private key in PEM form.")


def test_certificate_and_key_may_stand_in_one_file(pki: Path, tmp_path: Path) -> None:
    both = tmp_path / "both.pem"
    both.write_bytes((pki / "server.key").read_bytes() + (pki / "server.crt").read_bytes())
    assert look_at(PemKind.KEY, "", str(both)) is None
    assert told(PemKind.KEY, str(both), str(both))[0] is Mood.GOOD
    assert told(PemKind.CERTIFICATE, str(both))[0] is Mood.GOOD


def test_a_protected_key_is_opened_with_its_words(pki: Path, tmp_path: Path) -> None:
    key = serialization.load_pem_private_key((pki / "server.key").read_bytes(), None)
    form = serialization.Encoding.PEM, serialization.PrivateFormat.PKCS8
    locked, own = tmp_path / "locked.key", str(pki / "server.crt")
    locked.write_bytes(key.private_bytes(*form, serialization.BestAvailableEncryption(b"open sesame")))
    assert told(PemKind.KEY, str(locked), own, "open sesame")[0] is Mood.GOOD
    assert told(PemKind.KEY, str(locked), own, "") == (Mood.BAD, "A passphrase protects it, and none is entered.")
    assert told(PemKind.KEY, str(locked), own, "wrong")[1].startswith("Its passphrase is another one")
    assert told(PemKind.KEY, str(locked), own, None)[0] is Mood.WARN
    assert told(PemKind.KEY, str(pki / "server.key"), own, "needless")[0] is Mood.GOOD


@pytest.mark.parametrize("kind", list(PemKind))
def test_what_is_no_such_file_is_told_and_never_waited_for(kind: PemKind, pki: Path, tmp_path: Path) -> None:
    pipe, large, junk = tmp_path / "pipe", tmp_path / "large", tmp_path / "junk"
    os.mkfifo(pipe)
    large.write_bytes(b"-----BEGIN PRIVATE KEY-----" + bytes(2 << 20))
    junk.write_bytes(b"-----BEGIN CERTIFICATE-----\n!\n-----END CERTIFICATE-----\n-----BEGIN PRIVATE KEY-----\n!")
    own = str(pki / "server.crt")
    for path, words in (
        (tmp_path / "gone", "not there"),
        (tmp_path, "no file"),
        (pipe, "no file"),
        (large, "too large"),
        (junk, "damaged" if kind is PemKind.KEY else "no certificate"),
        ("a\0b", "not there"),
    ):
        mood, said = told(kind, str(path), own)
        assert (mood, words in said) == (Mood.BAD, True), said
        assert str(tmp_path) not in said
    assert look_at(kind, "", "") is None


def test_a_binary_certificate_is_known_as_one(pki: Path, tmp_path: Path) -> None:
    lines = (pki / "server.crt").read_text().splitlines()
    file = tmp_path / "server.der"
    file.write_bytes(base64.b64decode("".join(lines[1:-1])))
    assert "binary form (DER)" in told(PemKind.CERTIFICATE, str(file))[1]
