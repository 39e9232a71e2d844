"""Model files in hostile hands: whatever is wrong with them is one known error, and nothing in them is obeyed."""

import json
import zipfile
from pathlib import Path

import pytest

from fets_desktop.study.errors import StudyError
from fets_desktop.study.model import ModelCard
from fets_desktop.study.modelfile import ModelFile, read_card, read_model, write_model
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
