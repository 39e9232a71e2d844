"""Packages as files: opened only whole, only with the passphrase, and only if they hold what they say."""

import hashlib
import io
import json
import struct
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from fets_desktop.store import sealed_stream
from fets_desktop.store.package import MARK, read_package, write_package
from fets_desktop.store.sealed import Damaged, WrongKey
from fets_desktop.store.sealed_stream import PIECE, Sealer, opened
from fets_desktop.study.errors import StudyError

WORDS = "correct horse battery"


def sealed(content: bytes, cost: int = 2) -> bytes:
    sink = io.BytesIO()
    sealer = Sealer(sink, "a mark", WORDS, cost)
    for at in range(0, len(content), 70_000):
        sealer.write(content[at : at + 70_000])
    sealer.end()
    return sink.getvalue()


def unsealed(file: bytes, words: str = WORDS, mark: str = "a mark") -> bytes:
    return b"".join(opened(io.BytesIO(file), mark, words))


@pytest.mark.parametrize("size", [0, 1, PIECE - 1, PIECE, PIECE + 1, 3 * PIECE])
def test_what_was_sealed_comes_out_again(size: int) -> None:
    content = hashlib.shake_128(b"seed").digest(size)
    file = sealed(content)
    assert unsealed(file) == content
    assert size < 16 or content[:16] not in file


def test_two_files_of_one_content_and_passphrase_have_nothing_in_common() -> None:
    one, other = (file.split(b"\n", 2)[2] for file in (sealed(b"x" * 100), sealed(b"x" * 100)))
    assert one != other


def test_another_passphrase_is_told_as_such_and_not_as_damage() -> None:
    with pytest.raises(WrongKey):
        unsealed(sealed(b"content"), "another")


def test_a_piece_dropped_exchanged_doubled_or_cut_off_is_damage() -> None:
    file = sealed(hashlib.shake_128(b"seed").digest(3 * PIECE + 5))
    mark, line, body = file.split(b"\n", 2)
    size = PIECE + 16
    pieces = [body[at : at + size] for at in range(0, len(body), size)]
    head = mark + b"\n" + line + b"\n"
    broken = {
        "cut at a piece": pieces[:-1],
        "cut amid a piece": [*pieces[:-1], pieces[-1][:-1]],
        "dropped": [pieces[0], *pieces[2:]],
        "exchanged": [pieces[1], pieces[0], *pieces[2:]],
        "doubled": [pieces[0], *pieces],
        "something after it": [*pieces, b"more"],
        "nothing": [],
    }
    assert unsealed(head + b"".join(pieces))
    for how, left in broken.items():
        with pytest.raises(Damaged):
            unsealed(head + b"".join(left))
        assert how


def test_no_byte_of_a_file_can_be_changed_unseen() -> None:
    file = sealed(b"a few words of content")
    for at in range(len(file)):
        changed = bytearray(file)
        changed[at] ^= 1
        with pytest.raises(Damaged):
            unsealed(bytes(changed))


def test_whoever_wrote_a_file_does_not_choose_how_much_memory_it_takes(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sealed_stream, "_stretched", lambda *_: pytest.fail("memory was asked for"))
    told = json.dumps({"check": "00" * 32, "n": 1 << 40, "p": 1, "r": 8, "salt": "00" * 16}).encode()
    with pytest.raises(Damaged):
        unsealed(b"a mark\n" + told + f" {sealed_stream.zlib.crc32(told):08x}\n".encode() + b"0" * 64)


# --- packages


def digest(content: bytes) -> str:
    return hashlib.sha256(content).hexdigest()


@pytest.fixture
def package(tmp_path: Path) -> Path:
    files = {}
    for content in (b"one" * 1000, b"two" * 2000):
        files[digest(content)] = tmp_path / digest(content)
        files[digest(content)].write_bytes(content)
    return write_package(tmp_path / "P-1.fetsreview", {"case": "P-1"}, files, WORDS, cost=2)


def forged(target: Path, told: Any, content: bytes = b"") -> Path:
    """A package by somebody who knows the passphrase and means harm."""
    with target.open("wb") as sink:
        sealer = Sealer(sink, MARK, WORDS, 2)
        words = told if isinstance(told, bytes) else json.dumps(told).encode()
        sealer.write(struct.pack(">I", len(words)) + words + content)
        sealer.end()
    return target


def refused(call: Callable[[], object]) -> StudyError:
    with pytest.raises(StudyError) as told:
        call()
    return told.value


def test_a_package_comes_out_as_it_went_in_and_is_the_owners_alone(package: Path, tmp_path: Path) -> None:
    assert package.stat().st_mode & 0o777 == 0o600
    letter, files = read_package(package, WORDS, tmp_path / "out")
    assert letter == {"case": "P-1"}
    assert {sha256: digest(path.read_bytes()) for sha256, path in files.items()} == {sha256: sha256 for sha256 in files}
    assert b"P-1" not in package.read_bytes()


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
    target = tmp_path / "P-1.fetsreview"
    told = refused(lambda: write_package(target, {}, {digest(b"as it was"): file}, WORDS, cost=2))
    assert told.code == "damaged-workspace"
    assert not target.exists()
