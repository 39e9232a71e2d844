"""A model as one file: network.xml, network.bin and card.json in an uncompressed zip, the same bytes every time.

Beside them stand their hashes: a card that was written anew, or weights that were exchanged, do not pass for the model
that was scored. They say that a file is whole, not who made it: that says signature.json, where there is one, over the
same hashes. Whether the signature holds, and whose it is, is not judged here.
"""

import hashlib
import json
import lzma
import struct
import zipfile
import zlib
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from fets_desktop.study.errors import StudyError
from fets_desktop.study.model import ModelCard
from fets_desktop.study.plain import from_plain, is_as_declared, to_plain

_PARTS = ("card.json", "network.xml", "network.bin")
_HASHES = "hashes.json"
_SIGNATURE = "signature.json"
_ALGORITHM = "Ed25519"
_STATEMENT = "FeTS Desktop model, version 1"
"""Begins what is signed: a signature for something else does not do for a model."""
_EPOCH = (1980, 1, 1, 0, 0, 0)  # zip's own zero, so that equal models have equal hashes
_LIMIT_BYTES = 2 << 30
_CARD_BYTES = 4 << 20
_NAME_LENGTH = 100
# what zipfile and json raise over bytes that somebody else made, besides what they document
_BROKEN = (
    zipfile.BadZipFile, zlib.error, lzma.LZMAError, KeyError, ValueError, TypeError, AttributeError, EOFError,
    RuntimeError, OverflowError, struct.error,
)  # fmt: skip


@dataclass(frozen=True)
class ModelFile:
    """The content of a model file.

    Attributes:
        card: What it is and how it scores.
        xml: OpenVINO IR topology.
        weights: OpenVINO IR weights.
    """

    card: ModelCard
    xml: bytes
    weights: bytes


@dataclass(frozen=True)
class Signature:
    """What stands under a model.

    Attributes:
        public_key: Of whoever signed.
        signature: Over the seal's message.
    """

    public_key: bytes
    signature: bytes


@dataclass(frozen=True)
class Seal:
    """What a model file says about its own wholeness.

    Attributes:
        message: What is signed, or would be: the hashes of card, topology and weights.
        signature: None of an unsigned file.
    """

    message: bytes
    signature: Signature | None


def write_model(path: Path, model: ModelFile) -> Path:
    """Write a model file whole or not at all, and return its path."""
    part = path.with_suffix(".part")
    card = json.dumps(to_plain(model.card), indent=2, sort_keys=True).encode()
    with zipfile.ZipFile(part, "w", zipfile.ZIP_STORED) as archive:
        contents = dict(zip(_PARTS, (card, model.xml, model.weights), strict=True))
        hashes = {name: hashlib.sha256(content).hexdigest() for name, content in contents.items()}
        for name, content in {**contents, _HASHES: json.dumps(hashes, indent=2).encode()}.items():
            archive.writestr(zipfile.ZipInfo(name, _EPOCH), content)
    part.replace(path)
    return path


def add_signature(path: Path, signature: Signature) -> None:
    """Sign an unsigned model file of one's own in place; it must not be a published one.

    Raises:
        StudyError: "bad-model" if it is damaged or signed already.
    """
    if read_sealed(path)[1].signature is not None:
        raise StudyError("bad-model", "It is signed already.")
    plain = {
        "algorithm": _ALGORITHM,
        "public_key": signature.public_key.hex(),
        "signature": signature.signature.hex(),
    }
    with zipfile.ZipFile(path, "a", zipfile.ZIP_STORED) as archive:
        archive.writestr(zipfile.ZipInfo(_SIGNATURE, _EPOCH), json.dumps(plain, indent=2).encode())


def read_model(path: Path) -> ModelFile:
    """Read a model file; nothing in it is executed and no path in it is trusted.

    Raises:
        StudyError: "bad-model" if it is damaged or of another kind.
    """
    return read_sealed(path)[0]


def read_sealed(path: Path) -> tuple[ModelFile, Seal]:
    """Read a model file and what it is sealed with.

    Raises:
        StudyError: "bad-model" if it is damaged or of another kind.
    """
    try:
        with zipfile.ZipFile(path) as archive:
            if sum(archive.getinfo(name).file_size for name in _PARTS) > _LIMIT_BYTES:
                raise StudyError("bad-model", "It is larger than any network this program runs.")
            card = _card(archive)
            contents = {name: _part(archive, name) for name in _PARTS}
            seal = Seal(_message(contents), _signature(archive))
        return ModelFile(card, contents[_PARTS[1]], contents[_PARTS[2]]), seal
    except _BROKEN as error:
        raise StudyError("bad-model", "Its card or network is missing or damaged.") from error
    except FileNotFoundError as error:
        raise StudyError("bad-model", "The file is not there.") from error
    except OSError as error:
        raise StudyError("bad-model", "The file cannot be opened.") from error


def read_card(path: Path) -> ModelCard:
    """Read only the card.

    Raises:
        StudyError: "bad-model" if it is damaged or of another kind.
    """
    try:
        with zipfile.ZipFile(path) as archive:
            return _card(archive)
    except (*_BROKEN, OSError) as error:
        raise StudyError("bad-model", "Its card is missing or damaged.") from error


def _card(archive: zipfile.ZipFile) -> ModelCard:
    """Read the card of an open model file.

    Raises:
        StudyError: "bad-model" if its name could not stand in a list, or it is far too long.
    """
    if archive.getinfo(_PARTS[0]).file_size > _CARD_BYTES:
        raise StudyError("bad-model", "Its card is longer than any card.")
    plain = json.loads(_part(archive, _PARTS[0]))
    # half a letter can be neither kept nor shown: it ends here, as a ValueError
    json.dumps(plain, ensure_ascii=False).encode()
    card = from_plain(ModelCard, plain)
    # a word where a number is due, or the other way round, would be met much later, amid somebody's work
    if not is_as_declared(card):
        raise StudyError("bad-model", "Something on its card is not of the kind that belongs there.")
    # a name is shown, chosen by, and part of an identifier
    if not 0 < len(card.name) <= _NAME_LENGTH or not card.name.isprintable() or "@" in card.name:
        raise StudyError("bad-model", "The name on its card is empty, too long, or holds signs that no name has.")
    return card


def _message(contents: Mapping[str, bytes]) -> bytes:
    lines = (f"{name} {hashlib.sha256(content).hexdigest()}" for name, content in contents.items())
    return "\n".join((_STATEMENT, *lines)).encode()


def _signature(archive: zipfile.ZipFile) -> Signature | None:
    if _SIGNATURE not in archive.namelist():
        return None
    if archive.getinfo(_SIGNATURE).file_size > _CARD_BYTES:
        raise StudyError("bad-model", "Its signature is longer than any.")
    plain = json.loads(_stored(archive, _SIGNATURE))
    if plain["algorithm"] != _ALGORITHM:
        raise StudyError("bad-model", "It is signed in a way that this program does not know.")
    return Signature(bytes.fromhex(plain["public_key"]), bytes.fromhex(plain["signature"]))


def _stored(archive: zipfile.ZipFile, name: str) -> bytes:
    """Return an entry's content, which lies there once and uncompressed: so it is never larger than its file.

    Raises:
        StudyError: "bad-model".
    """
    if archive.namelist().count(name) > 1:
        raise StudyError("bad-model", f"It holds {name} more than once.")
    if archive.getinfo(name).compress_type != zipfile.ZIP_STORED:
        raise StudyError("bad-model", f"Its {name} is compressed, as no model's is.")
    return archive.read(name)


def _part(archive: zipfile.ZipFile, name: str) -> bytes:
    """Return a part, which must be what it was when the file was made; files of before hashes stood in them pass.

    Raises:
        StudyError: "bad-model" if it was changed.
    """
    content = _stored(archive, name)
    if _HASHES not in archive.namelist():
        return content
    if archive.getinfo(_HASHES).file_size > _CARD_BYTES:
        raise StudyError("bad-model", "Its list of hashes is longer than any.")
    if json.loads(_stored(archive, _HASHES)).get(name) != hashlib.sha256(content).hexdigest():
        raise StudyError("bad-model", f"Its {name} was changed after the model was made.")
    return content
