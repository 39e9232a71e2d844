"""A vault opens with its key alone, outlasts a power cut, and says when it was tampered with."""

import itertools
import os
from pathlib import Path

import pytest
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from cryptography.hazmat.primitives.kdf.scrypt import Scrypt

from fets_desktop.store import sealed
from fets_desktop.store.sealed import (
    Damaged,
    WrongKey,
    new_key,
    open_sealed,
    read_under_passphrase,
    seal,
    write_under_passphrase,
)
from fets_desktop.store.vault import Vault
from fets_desktop.study.errors import StudyError

KEY = bytes(range(32))
RECORDS = [b"Zyklowska", b"", b"x" * 5000]


@pytest.fixture
def path(tmp_path: Path) -> Path:
    vault = Vault(tmp_path / "v.vault", KEY)
    for record in RECORDS:
        vault.add(record)
    return tmp_path / "v.vault"


def test_records_come_back_in_their_order_with_the_key_alone(path: Path) -> None:
    assert Vault(path, KEY).records() == RECORDS
    Vault(path, KEY).add(b"later")
    assert Vault(path, KEY).records() == [*RECORDS, b"later"]
    assert b"Zyklowska" not in path.read_bytes()
    assert path.stat().st_mode & 0o777 == 0o600
    with pytest.raises(WrongKey):
        Vault(path, new_key()).records()
    with pytest.raises(WrongKey):
        Vault(path, new_key()).add(b"more")
    assert Vault(path.with_name("none"), KEY).records() == []


def test_a_power_cut_costs_the_last_record_at_most(path: Path) -> None:
    whole = path.read_bytes()
    ends = []
    for cut in range(len(whole) - 5030, len(whole), 61):
        path.write_bytes(whole[:cut])
        ends.append(len(Vault(path, KEY).records()))
        Vault(path, KEY).add(b"after the cut")
        assert Vault(path, KEY).records()[-1] == b"after the cut"
    assert set(ends) == {2}


def test_every_changed_byte_is_found(path: Path) -> None:
    whole = path.read_bytes()
    for place in itertools.chain(range(200), range(200, len(whole), 97)):
        path.write_bytes(whole[:place] + bytes([whole[place] ^ 1]) + whole[place + 1 :])
        try:
            records = Vault(path, KEY).records()
        except (WrongKey, Damaged):
            continue
        # a length that grew looks like a record that a power cut tore
        assert records == RECORDS[: len(records)]
        assert len(records) < len(RECORDS)


def test_records_cannot_change_places_or_be_cut_out(tmp_path: Path) -> None:
    path = tmp_path / "v.vault"
    vault = Vault(path, KEY)
    sizes = [0]
    for record in (b"one.....", b"two.....", b"three..."):
        vault.add(record)
        sizes.append(path.stat().st_size)
    whole = path.read_bytes()
    each = sizes[2] - sizes[1]
    first = sizes[1] - each
    one, two, three = (whole[first + n * each : first + (n + 1) * each] for n in range(3))
    for order in ((two, one, three), (one, three), (one, one, three), (three,)):
        path.write_bytes(whole[:first] + b"".join(order))
        with pytest.raises(Damaged):
            Vault(path, KEY).records()
    path.write_bytes(b"something else")
    with pytest.raises(Damaged):
        Vault(path, KEY).records()


def test_a_full_disk_leaves_what_was_there(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(descriptor: int, content: bytes) -> None:
        os.write(descriptor, content[:7])
        raise OSError(28, "No space left on device")

    vault = Vault(path, KEY)
    monkeypatch.setattr("fets_desktop.store.vault.write_all", full)
    with pytest.raises(StudyError, match="disk is full"):
        vault.add(b"too much")
    monkeypatch.undo()
    assert Vault(path, KEY).records() == RECORDS
    vault.add(b"room again")
    assert Vault(path, KEY).records() == [*RECORDS, b"room again"]


def test_sealing_is_aes_256_gcm_with_a_fresh_nonce() -> None:
    one, two = seal(KEY, b"words", b"bound"), seal(KEY, b"words", b"bound")
    assert one != two
    assert AESGCM(KEY).decrypt(one[:12], one[12:], b"bound") == open_sealed(KEY, two, b"bound") == b"words"
    with pytest.raises(WrongKey):
        open_sealed(KEY, one, b"other")


def test_a_passphrase_opens_its_file_and_no_other_does(tmp_path: Path) -> None:
    path = tmp_path / "secrets.vault"
    write_under_passphrase(path, "päss phrase", b"words", cost=1 << 10)
    assert read_under_passphrase(path, "päss phrase") == b"words"
    assert path.stat().st_mode & 0o777 == 0o600
    with pytest.raises(WrongKey):
        read_under_passphrase(path, "pass phrase")
    line, _, rest = path.read_bytes().partition(b"\n")
    path.write_bytes(line.replace(b'"n": 1024', b'"n": 2048') + b"\n" + rest)
    with pytest.raises(WrongKey):
        read_under_passphrase(path, "päss phrase")
    for broken in (line, b"{}\n" + rest, line.replace(b'"n": 1024', b'"n": 1073741824') + b"\n" + rest):
        path.write_bytes(broken)
        with pytest.raises(Damaged):
            read_under_passphrase(path, "päss phrase")


def test_the_passphrase_is_stretched_by_scrypt_at_a_price(tmp_path: Path) -> None:
    assert sealed.COST >= 1 << 17
    path = tmp_path / "s"
    write_under_passphrase(path, "words", b"content", cost=1 << 4)
    line, _, rest = path.read_bytes().partition(b"\n")
    salt = bytes.fromhex(line.decode().split('"salt": "')[1].split('"')[0])
    key = Scrypt(salt=salt, length=32, n=16, r=8, p=1).derive(b"words")
    assert open_sealed(key, rest, line + b"\n") == b"content"


def test_a_passphrase_in_another_coding_than_the_systems_is_taken_as_it_is(tmp_path: Path) -> None:
    words = b"gr\xfcn und blau".decode("utf-8", "surrogateescape")  # so Python hands over what stands in an environment
    write_under_passphrase(tmp_path / "s", words, b"content", cost=2**10)
    assert read_under_passphrase(tmp_path / "s", words) == b"content"
