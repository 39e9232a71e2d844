"""Packages as files: opened only whole, only with the passphrase, and only if they hold what they say."""

import hashlib
import json
import struct
from pathlib import Path
from typing import Any

import pytest
from refusals import refused

from fets_desktop.store.package import MARK, read_package, write_package
from fets_desktop.store.sealed_stream import under_passphrase

WORDS = "correct horse battery"


def digest(content: bytes) -> str:
    return hashlib.sha256(content).hexdigest()


@pytest.fixture
def package(tmp_path: Path) -> Path:
    files = {}
    for content in (b"one" * 1000, b"two" * 2000):
        files[digest(content)] = tmp_path / digest(content)
        files[digest(content)].write_bytes(content)
    return write_package(tmp_path / "Patient-0001.fetsreview", {"case": "Patient-0001"}, files, WORDS, cost=2)


def forged(target: Path, told: Any, content: bytes = b"") -> Path:
    """A package by somebody who knows the passphrase and means harm."""
    words = told if isinstance(told, bytes) else json.dumps(told).encode()
    content = struct.pack(">I", len(words)) + words + content
    target.write_bytes(b"".join(under_passphrase([content], MARK, WORDS, cost=2)))
    return target


def test_a_package_comes_out_as_it_went_in_and_is_the_owners_alone(package: Path, tmp_path: Path) -> None:
    assert package.stat().st_mode & 0o777 == 0o600
    letter, files = read_package(package, WORDS, tmp_path / "out")
    assert letter == {"case": "Patient-0001"}
    assert {sha256: digest(path.read_bytes()) for sha256, path in files.items()} == {sha256: sha256 for sha256 in files}
    assert b"Patient-0001" not in package.read_bytes()


def test_what_cannot_be_opened_is_told_in_words(package: Path, tmp_path: Path) -> None:
    assert refused(lambda: read_package(package, "another", tmp_path / "out")).code == "wrong-passphrase"
    cut = tmp_path / "cut"
    cut.write_bytes(package.read_bytes()[:-7])
    other = tmp_path / "other"
    other.write_bytes(b"PK\x03\x04 an archive")
    empty = tmp_path / "empty"
    empty.touch()
    for file in (cut, other, empty, tmp_path / "absent", tmp_path):
        assert refused(lambda file=file: read_package(file, WORDS, tmp_path / "out")).code == "bad-package"


ONE = b"content"


@pytest.mark.parametrize(
    ("told", "content"),
    [
        (b"\xff\xfe", b""),
        (b"[" * 100_000, b""),
        ([], b""),
        ({"letter": {}}, b""),
        ({"letter": "words", "parts": []}, b""),
        ({"letter": {}, "parts": {"a": 1}}, b""),
        ({"letter": {}, "parts": [{"sha256": "../../etc/passwd", "bytes": 7}]}, ONE),
        ({"letter": {}, "parts": [{"sha256": digest(ONE).upper(), "bytes": 7}]}, ONE),
        ({"letter": {}, "parts": [{"sha256": digest(ONE), "bytes": 1 << 40}]}, ONE),
        ({"letter": {}, "parts": [{"sha256": digest(ONE), "bytes": -1}]}, ONE),
        ({"letter": {}, "parts": [{"sha256": digest(ONE), "bytes": 6}]}, ONE),
        ({"letter": {}, "parts": [{"sha256": digest(b"other"), "bytes": 7}]}, ONE),
        ({"letter": {}, "parts": [{"sha256": digest(ONE), "bytes": 7}] * 2}, ONE * 2),
        ({"letter": {}, "parts": [{"sha256": f"{n:064x}", "bytes": 0} for n in range(5000)]}, b""),
        ({"letter": {}, "parts": []}, b"something that nobody names"),
    ],
)
def test_a_package_that_means_harm_is_refused_and_writes_nowhere_else(
    tmp_path: Path, told: Any, content: bytes
) -> None:
    out = tmp_path / "out" / "package"
    file = forged(tmp_path / "forged", told, content)
    assert refused(lambda: read_package(file, WORDS, out)).code == "bad-package"
    assert all(path.parent == out for path in tmp_path.rglob("*") if path.is_file() and path != file)


def test_a_stored_file_that_was_changed_does_not_leave(tmp_path: Path) -> None:
    file = tmp_path / "changed"
    file.write_bytes(b"changed")
    target = tmp_path / "Patient-0001.fetsreview"
    told = refused(lambda: write_package(target, {}, {digest(b"as it was"): file}, WORDS, cost=2))
    assert told.code == "damaged-workspace"
    assert not target.exists()
