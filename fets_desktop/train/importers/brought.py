"""What an importer hands over, and what all importers share."""

import json
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

import openvino as ov
import torch

from fets_desktop.study.errors import StudyError
from fets_desktop.study.model import ModelCard
from fets_desktop.study.plain import from_plain, to_plain

State = dict[str, torch.Tensor]
_LARGEST_TEXT = 4 << 20
CARD = "card.json"


@dataclass(frozen=True)
class Brought:
    """A network of another make, understood.

    Attributes:
        model: Its graph, `(1, contrast, z, y, x)` in.
        card: What is known of it.
        weights: As this program trains on with, None if it cannot.
    """

    model: ov.Model
    card: ModelCard
    weights: State | None = None


def refused(why: str) -> StudyError:
    """Return the error for a network that cannot be taken in."""
    return StudyError("bad-model", why)


def read_text(path: Path, what: str) -> str:
    """Read a small text file.

    Args:
        path: The file.
        what: What it is, for the message.

    Raises:
        StudyError: "bad-model" if it is missing, far too long or no text.
    """
    try:
        if path.stat().st_size > _LARGEST_TEXT:
            raise refused(f"Its {what} is longer than any.")
        return path.read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError) as error:
        raise refused(f"Its {what} is missing or cannot be read.") from error


def read_json(path: Path, what: str) -> dict[str, Any]:
    """Read a small JSON object.

    Raises:
        StudyError: "bad-model" if it is missing or is none.
    """
    try:
        plain = json.loads(read_text(path, what))
    except (json.JSONDecodeError, RecursionError) as error:
        raise refused(f"Its {what} is no JSON.") from error
    if not isinstance(plain, dict):
        raise refused(f"Its {what} is not what such a file holds.")
    return plain


def with_own_card(card: ModelCard, path: Path | None) -> ModelCard:
    """Return a card with what the person's own card beside the network says instead: name, licence, scores, feeding.

    Args:
        card: What the importer found out.
        path: A JSON file that names some of a card's fields; None for none.

    Raises:
        StudyError: "bad-model" if it names what no card has, or is no JSON.
    """
    if path is None:
        return card
    said = read_json(path, "card")
    plain = to_plain(card)
    if unknown := sorted(set(said) - set(plain)):
        raise refused(f"Its card names {', '.join(unknown)}, which no card has.")
    try:
        return from_plain(ModelCard, {**plain, **said})
    except (TypeError, ValueError, KeyError, AttributeError) as error:
        raise refused("Its card holds values of the wrong kind.") from error


def in_float(card: ModelCard) -> ModelCard:
    """Return the card of a network that calculates in float32, with its name if it has none."""
    return replace(card, precision="f32", name=card.name or "imported", version=card.version or 1)
