"""What of one case is packed for other programs; every layout is made from it."""

import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from fets_desktop.study.contrast import Contrast
from fets_desktop.study.origin import Origin
from fets_desktop.study.volume import LabelMap


@dataclass(frozen=True, eq=False)
class Parcel:
    """One case on its way out.

    Attributes:
        case: Its pseudonymous name.
        patient: The patient's pseudonym.
        volumes: Brains on the atlas grid, by contrast.
        brain_mask: On the atlas grid.
        series: Native series as they leave, by contrast; empty if they are not wanted.
        labels: On the atlas grid; None if there are none.
        native: The labels on each series' own grid; empty if they are not wanted.
        origin: Where the labels come from; None if there are none.
        candidates: What each model proposed, on the atlas grid, by the model's id.
        train: Whether the split lets the case train; None if it has no side.
        software: This program's name and version.
        heads: With skull on the atlas grid, by contrast; empty if they are not wanted.
        evened: Native series with their brightness evened out, by contrast; empty if they are not wanted.
        transforms: As greedy writes them, by their names ("T1-to-T1Gd"); empty if they are not wanted.
        provenance: What the images were made by; None if it is not known.
    """

    case: str
    patient: str
    volumes: Mapping[Contrast, Path]
    brain_mask: Path
    series: Mapping[Contrast, Path] = field(default_factory=dict)
    labels: LabelMap | None = None
    native: Mapping[Contrast, LabelMap] = field(default_factory=dict)
    origin: Origin | None = None
    candidates: Mapping[str, LabelMap] = field(default_factory=dict)
    train: bool | None = None
    software: str = ""
    heads: Mapping[Contrast, Path] = field(default_factory=dict)
    evened: Mapping[Contrast, Path] = field(default_factory=dict)
    transforms: Mapping[str, Path] = field(default_factory=dict)
    provenance: Path | None = None


def provenance_of(parcel: Parcel) -> dict[str, Any]:
    """Return recipe and steps (parameters, engines, hashes of what went in and came out); {} if it is not known."""
    if parcel.provenance is None:
        return {}
    told: dict[str, Any] = json.loads(parcel.provenance.read_text(encoding="utf-8"))
    return told


def plain_name(words: str) -> str:
    """Return letters and digits alone, as BIDS entities and model folders want them."""
    return "".join(c for c in words if c.isascii() and c.isalnum()) or "x"
