"""A model as one file: network.xml, network.bin and card.json in an uncompressed zip, the same bytes every time."""

import json
import zipfile
from dataclasses import dataclass
from pathlib import Path

from fets_desktop.study.errors import StudyError
from fets_desktop.study.model import ModelCard
from fets_desktop.study.plain import from_plain, to_plain

_PARTS = ("card.json", "network.xml", "network.bin")
_EPOCH = (1980, 1, 1, 0, 0, 0)  # zip's own zero, so that equal models have equal hashes
_LIMIT_BYTES = 2 << 30


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
            card, xml, weights = (archive.read(name) for name in _PARTS)
        return ModelFile(from_plain(ModelCard, json.loads(card)), xml, weights)
    except (zipfile.BadZipFile, KeyError, ValueError, TypeError, EOFError) as error:
        raise StudyError("bad-model", "Its card or network is missing or damaged.") from error
    except FileNotFoundError as error:
        raise StudyError("bad-model", "The file is not there.") from error


def read_card(path: Path) -> ModelCard:
    """Read only the card.

    Raises:
        StudyError: "bad-model" if it is damaged or of another kind.
    """
    try:
        with zipfile.ZipFile(path) as archive:
            return from_plain(ModelCard, json.loads(archive.read("card.json")))
    except (zipfile.BadZipFile, KeyError, ValueError, TypeError, OSError) as error:
        raise StudyError("bad-model", "Its card is missing or damaged.") from error
