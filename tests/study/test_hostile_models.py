"""Model files in hostile hands: whatever is wrong with them is one known error, and nothing in them is obeyed."""

import json
import random
import zipfile
from dataclasses import replace
from pathlib import Path

import pytest

from fets_desktop.study.case import Surgery
from fets_desktop.study.errors import StudyError
from fets_desktop.study.model import ModelCard
from fets_desktop.study.modelfile import (
    ModelFile,
    Signature,
    add_signature,
    read_card,
    read_model,
    read_sealed,
    write_model,
)
from fets_desktop.study.plain import to_plain

CARD = ModelCard("tiny", 1, "resunet", "int8", ("T1",), ("ET",), "nothing")
PARTS = {"card.json": json.dumps(to_plain(CARD)).encode(), "network.xml": b"<net/>" * 50, "network.bin": bytes(500)}


def packed(path: Path, parts: dict[str, bytes], method: int = zipfile.ZIP_STORED) -> Path:
    with zipfile.ZipFile(path, "w", method) as archive:
        for name, content in parts.items():
            archive.writestr(name, content)
    return path


def refused(path: Path) -> None:
    for read in (read_model, read_card):
        with pytest.raises(StudyError) as raised:
            read(path)
        assert raised.value.code == "bad-model"
        assert str(path.parent) not in raised.value.message


def test_a_good_one_is_read(tmp_path: Path) -> None:
    file = write_model(tmp_path / "m.fetsmodel", ModelFile(CARD, b"<net/>", b"1"))
    assert read_model(file).card == read_card(file) == CARD


@pytest.mark.parametrize(
    "card",
    [b"", b"[]", b"null", b"{}", b"[" * 100_000, b"\xff\xfe", b'{"name": 1e999}', b"x" * (5 << 20)],
    ids=["empty", "list", "null", "bare", "deep", "bytes", "odd", "long"],
)
def test_a_card_that_is_none(tmp_path: Path, card: bytes) -> None:
    refused(packed(tmp_path / "m.fetsmodel", {**PARTS, "card.json": card}))


@pytest.mark.parametrize("name", ["", "\x1b[31mred", "a\nb", "x" * 101, "starter@00000000", "\u202eretrats"])
def test_a_name_that_no_model_has(tmp_path: Path, name: str) -> None:
    card = json.dumps({**to_plain(CARD), "name": name}).encode()
    refused(packed(tmp_path / "m.fetsmodel", {**PARTS, "card.json": card}))


@pytest.mark.parametrize(
    "lie",
    [
        {"version": "one"},
        {"version": 10**400},
        {"limits": None},
        {"training_data": 7},
        {"inputs": [1]},
        {"outputs": [None]},
        {"feeding": {"overlap": float("nan")}},
        {"feeding": {"margin": 1e999}},
        {"feeding": {"patch": ["a", "b", "c"]}},
        {"feeding": {"halves": "no"}},
        {"licence": "half a letter: \ud800"},
        {"scores": {"ET \udcff": 1}},
    ],
    ids=str,
)
def test_a_card_whose_words_are_numbers_or_numbers_words(tmp_path: Path, lie: dict[str, object]) -> None:
    card = json.dumps({**to_plain(CARD), **lie}).encode()
    refused(packed(tmp_path / "m.fetsmodel", {**PARTS, "card.json": card}))


def test_what_a_card_says_of_surgery_may_be_nonsense() -> None:
    odd: tuple[object, ...] = (7, True, {}, None)
    for seen in odd:
        assert "does not say" in replace(CARD, extra={"surgery": seen}).caution_for(Surgery.BEFORE)
    assert replace(CARD, extra={"surgery": ["before"]}).caution_for(Surgery.BEFORE) == ""


def test_a_packing_that_is_broken_locked_or_of_the_future(tmp_path: Path) -> None:
    for method in (zipfile.ZIP_DEFLATED, zipfile.ZIP_LZMA, zipfile.ZIP_BZIP2):
        content = bytearray(packed(tmp_path / "m.fetsmodel", PARTS, method).read_bytes())
        content[60:90] = bytes(30)
        (tmp_path / "broken.fetsmodel").write_bytes(content)
        refused(tmp_path / "broken.fetsmodel")
    good = packed(tmp_path / "m.fetsmodel", PARTS).read_bytes()
    entry = good.index(b"PK\x01\x02")
    for offset, local, value in ((8, 6, 1), (10, 8, 99)):  # encrypted; a method nobody knows
        content = bytearray(good)
        content[entry + offset] = content[local] = value
        (tmp_path / "odd.fetsmodel").write_bytes(content)
        refused(tmp_path / "odd.fetsmodel")


def test_a_path_in_it_leads_nowhere(tmp_path: Path) -> None:
    (tmp_path / "in").mkdir()
    file = packed(tmp_path / "in" / "m.fetsmodel", {**PARTS, "../../evil": b"x", "/evil": b"x"})
    assert read_model(file).card == CARD
    assert sorted(path.name for path in tmp_path.rglob("*")) == ["in", "m.fetsmodel"]


def test_what_is_no_file(tmp_path: Path) -> None:
    refused(tmp_path)
    refused(tmp_path / "gone")


def test_what_was_changed_after_it_was_made_is_refused_and_what_has_no_hashes_is_read(tmp_path: Path) -> None:
    file = write_model(tmp_path / "m.fetsmodel", ModelFile(CARD, PARTS["network.xml"], PARTS["network.bin"]))
    with zipfile.ZipFile(file) as archive:
        whole = {name: archive.read(name) for name in archive.namelist()}
    lying = {**to_plain(CARD), "scores": {"int8": {"ET": 0.99}}}
    for name, content in (
        ("card.json", json.dumps(lying).encode()),
        ("network.xml", b"<other/>"),
        ("network.bin", bytes(499) + b"1"),
    ):
        with pytest.raises(StudyError, match=name) as raised:
            read_model(packed(tmp_path / "changed.fetsmodel", {**whole, name: content}))
        assert raised.value.code == "bad-model"
    refused(packed(tmp_path / "lying.fetsmodel", {**whole, "card.json": json.dumps(lying).encode()}))
    for hashes in (b"", b"[]", b"{}", b"{" * 10_000, b" " * (5 << 20)):
        refused(packed(tmp_path / "odd.fetsmodel", {**whole, "hashes.json": hashes}))
    assert read_model(packed(tmp_path / "old.fetsmodel", PARTS)).card == CARD, "made before models had hashes"


def signed(path: Path) -> Path:
    write_model(path, ModelFile(CARD, PARTS["network.xml"], PARTS["network.bin"]))
    add_signature(path, Signature(b"k" * 32, b"s" * 64))
    return path


def test_a_signature_comes_back_and_is_over_every_part(tmp_path: Path) -> None:
    file = signed(tmp_path / "m.fetsmodel")
    model, seal = read_sealed(file)
    assert seal.signature == Signature(b"k" * 32, b"s" * 64)
    assert model == read_model(file)
    with pytest.raises(StudyError, match="signed already"):
        add_signature(file, Signature(b"k" * 32, b"s" * 64))
    for other in (
        ModelFile(CARD, b"<net/>", PARTS["network.bin"]),
        ModelFile(CARD, PARTS["network.xml"], b"1"),
        ModelFile(
            ModelCard("b", 1, "resunet", "int8", ("T1",), ("ET",), ""), PARTS["network.xml"], PARTS["network.bin"]
        ),
    ):
        unsigned = read_sealed(write_model(tmp_path / "o.fetsmodel", other))[1]
        assert unsigned.signature is None
        assert unsigned.message != seal.message


@pytest.mark.parametrize(
    "signature",
    [b"", b"[]", b"{}", b'{"algorithm": "RSA"}', b'{"algorithm": "Ed25519", "public_key": "zz"}', b" " * (5 << 20)],
    ids=["empty", "list", "bare", "unknown", "no number", "long"],
)
def test_a_signature_that_is_none(tmp_path: Path, signature: bytes) -> None:
    file = packed(tmp_path / "m.fetsmodel", {**PARTS, "signature.json": signature})
    with pytest.raises(StudyError) as raised:
        read_model(file)
    assert raised.value.code == "bad-model"


def test_a_bomb_is_not_unpacked(tmp_path: Path) -> None:
    """A gigabyte of zeros in a megabyte: models are not compressed, so nothing is larger than its file."""
    bomb = packed(tmp_path / "m.fetsmodel", {**PARTS, "network.bin": bytes(64 << 20)}, zipfile.ZIP_DEFLATED)
    assert bomb.stat().st_size < 1 << 20
    with pytest.raises(StudyError, match="compressed"):
        read_model(bomb)


@pytest.mark.filterwarnings("ignore:Duplicate name")
def test_what_lies_there_twice_is_refused(tmp_path: Path) -> None:
    file = packed(tmp_path / "m.fetsmodel", PARTS)
    with zipfile.ZipFile(file, "a") as archive:
        archive.writestr("card.json", PARTS["card.json"])
    refused(file)


@pytest.mark.parametrize("seed", range(3))
def test_bytes_turned_cut_or_doubled_at_random_are_read_as_they_were_or_refused(tmp_path: Path, seed: int) -> None:
    """Five hundred mutants a seed: none passes for another model, none ends in anything but the known error."""
    good = signed(tmp_path / "m.fetsmodel").read_bytes()
    whole = read_sealed(tmp_path / "m.fetsmodel")
    rng, mutant = random.Random(seed), tmp_path / "mutant.fetsmodel"
    refusals = 0
    for _ in range(500):
        mutant.write_bytes(_mutated(good, rng))
        try:
            model, seal = read_sealed(mutant)
        except StudyError as error:
            refusals += error.code == "bad-model"
        else:
            assert model == whole[0]
            assert seal.message == whole[1].message
    assert refusals > 250


def _mutated(good: bytes, rng: random.Random) -> bytes:
    content, place = bytearray(good), rng.randrange(len(good))
    match rng.randrange(4):
        case 0:
            content[place] ^= 1 << rng.randrange(8)
        case 1:
            del content[place : place + rng.randrange(1, 60)]
        case 2:
            content[place:place] = content[place : place + rng.randrange(1, 60)]
        case _:
            content[place : place + 8] = rng.randbytes(8)
    return bytes(content)
