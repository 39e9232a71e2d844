"""A model as one file: network.xml, network.bin and card.json in an uncompressed zip, the same bytes every time."""

import json
import lzma
import struct
import zipfile
import zlib
from dataclasses import dataclass
from pathlib import Path

from fets_desktop.study.errors import StudyError
from fets_desktop.study.model import ModelCard
from fets_desktop.study.plain import from_plain, to_plain

_PARTS = ("card.json", "network.xml", "network.bin")
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


def write_model(path: Path, model: ModelFile) -> Path:
    """Write a model file whole or not at all, and return its path."""
    part = path.with_suffix(".part")
    card = json.dumps(to_plain(model.card), indent=2, sort_keys=True).encode()
    with zipfile.ZipFile(part, "w", zipfile.ZIP_STORED) as archive:
        for name, content in zip(_PARTS, (card, model.xml, model.weights), strict=True):
            archive.writestr(zipfile.ZipInfo(name, _EPOCH), content)
    part.replace(path)
    return path


def read_model(path: Path) -> ModelFile:
    """Read a model file; nothing in it is executed and no path in it is trusted.

    Raises:
        StudyError: "bad-model" if it is damaged or of another kind.
    """
    try:
        with zipfile.ZipFile(path) as archive:
            if sum(archive.getinfo(name).file_size for name in _PARTS) > _LIMIT_BYTES:
                raise StudyError("bad-model", "It is larger than any network this program runs.")
            card = _card(archive)
            xml, weights = (archive.read(name) for name in _PARTS[1:])
        return ModelFile(card, xml, weights)
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
    card = from_plain(ModelCard, json.loads(archive.read(_PARTS[0])))
    # a name is shown, chosen by, and part of an identifier
    if not 0 < len(card.name) <= _NAME_LENGTH or not card.name.isprintable() or "@" in card.name:
        raise StudyError("bad-model", "The name on its card is empty, too long, or holds signs that no name has.")
    return card
