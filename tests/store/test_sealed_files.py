"""Sealed files open only whole, only with what sealed them, and each only in its own place."""

import hashlib
import io
import json
from collections.abc import Callable

import pytest

from fets_desktop.store import sealed_stream
from fets_desktop.store.sealed import Damaged, WrongKey
from fets_desktop.store.sealed_stream import PIECE, opened_by_key, opened_by_passphrase, under_key, under_passphrase

WORDS = "correct horse battery"


KEY = b"k" * 32


def parts(content: bytes) -> list[bytes]:
    return [content[at : at + 70_000] for at in range(0, len(content), 70_000)]


def sealed(content: bytes) -> bytes:
    return b"".join(under_passphrase(parts(content), "a mark", WORDS, cost=2))


def unsealed(file: bytes, words: str = WORDS, mark: str = "a mark") -> bytes:
    return b"".join(opened_by_passphrase(io.BytesIO(file), mark, words))


def keyed(content: bytes, name: str = "a") -> bytes:
    return b"".join(under_key(parts(content), name, KEY))


def unkeyed(file: bytes, name: str = "a", key: bytes = KEY) -> bytes:
    return b"".join(opened_by_key(io.BytesIO(file), name, key))


@pytest.mark.parametrize(("seal", "unseal"), [(sealed, unsealed), (keyed, unkeyed)], ids=["passphrase", "key"])
@pytest.mark.parametrize("size", [0, 1, PIECE - 1, PIECE, PIECE + 1, 3 * PIECE])
def test_what_was_sealed_comes_out_again(
    size: int, seal: Callable[[bytes], bytes], unseal: Callable[[bytes], bytes]
) -> None:
    content = hashlib.shake_128(b"seed").digest(size)
    file = seal(content)
    assert unseal(file) == content
    assert size < 16 or content[:16] not in file
    assert seal(content)[-16:] != file[-16:], "nothing is sealed twice alike"


def test_two_files_of_one_content_and_passphrase_have_nothing_in_common() -> None:
    one, other = (file.split(b"\n", 2)[2] for file in (sealed(b"x" * 100), sealed(b"x" * 100)))
    assert one != other


def test_another_passphrase_is_told_as_such_and_not_as_damage() -> None:
    with pytest.raises(WrongKey):
        unsealed(sealed(b"content"), "another")


def test_a_piece_dropped_exchanged_doubled_or_cut_off_is_damage() -> None:
    content = hashlib.shake_128(b"seed").digest(3 * PIECE + 5)
    mark, line, body = sealed(content).split(b"\n", 2)
    all_kinds_of_damage_are_told(mark + b"\n" + line + b"\n", body, unsealed)
    file = keyed(content)
    all_kinds_of_damage_are_told(file[:16], file[16:], unkeyed)


def all_kinds_of_damage_are_told(head: bytes, body: bytes, unseal: Callable[[bytes], bytes]) -> None:
    size = PIECE + 16
    pieces = [body[at : at + size] for at in range(0, len(body), size)]
    broken = {
        "cut at a piece": pieces[:-1],
        "cut amid a piece": [*pieces[:-1], pieces[-1][:-1]],
        "dropped": [pieces[0], *pieces[2:]],
        "exchanged": [pieces[1], pieces[0], *pieces[2:]],
        "doubled": [pieces[0], *pieces],
        "something after it": [*pieces, b"more"],
        "nothing": [],
    }
    assert unseal(head + b"".join(pieces))
    for how, left in broken.items():
        with pytest.raises(Damaged):
            unseal(head + b"".join(left))
        assert how


def test_a_file_opens_in_no_others_place_and_under_no_other_key() -> None:
    file = keyed(b"content")
    with pytest.raises(Damaged):
        unkeyed(file, "b")
    with pytest.raises(Damaged):
        unkeyed(file, key=b"l" * 32)
    for shorter in range(len(file)):
        with pytest.raises(Damaged):
            unkeyed(file[:shorter])


def test_no_byte_of_a_file_can_be_changed_unseen() -> None:
    file = sealed(b"a few words of content")
    for at in range(len(file)):
        changed = bytearray(file)
        changed[at] ^= 1
        with pytest.raises(Damaged):
            unsealed(bytes(changed))


def test_whoever_wrote_a_file_does_not_choose_how_much_memory_it_takes(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sealed_stream, "stretched", lambda *_: pytest.fail("memory was asked for"))
    told = json.dumps({"check": "00" * 32, "n": 1 << 40, "p": 1, "r": 8, "salt": "00" * 16}).encode()
    with pytest.raises(Damaged):
        unsealed(b"a mark\n" + told + f" {sealed_stream.zlib.crc32(told):08x}\n".encode() + b"0" * 64)
