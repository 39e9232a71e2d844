"""Which importer understands which kind of network."""

from collections.abc import Callable, Mapping
from dataclasses import replace
from pathlib import Path
from types import MappingProxyType

from fets_desktop.train.importers.brought import CARD as CARD
from fets_desktop.train.importers.brought import Brought, refused, with_own_card
from fets_desktop.train.importers.captk import bring_deepmedic
from fets_desktop.train.importers.gandlf import bring_checkpoint, bring_protobuf
from fets_desktop.train.importers.graphs import bring_graph
from fets_desktop.train.importers.nnunet import bring_nnunet

_IMPORTERS: Mapping[str, Callable[[Path], Brought]] = MappingProxyType(
    {
        "onnx": bring_graph,
        "openvino": bring_graph,
        "checkpoint": bring_checkpoint,
        "openfl": bring_protobuf,
        "nnunet": bring_nnunet,
        "deepmedic": bring_deepmedic,
    }
)
KINDS = tuple(_IMPORTERS)
"""Kinds of networks of other makes, as the hall names them."""


def bring(kind: str, path: Path, card: Path | None = None) -> Brought:
    """Return a network of another make.

    Args:
        kind: One of `KINDS`.
        path: Its file or folder.
        card: A JSON file whose fields count instead of what the importer finds out; None for none.

    Raises:
        StudyError: "bad-model" with what is wrong.
    """
    if kind not in _IMPORTERS:
        raise refused("It is of a kind that is not known here.")
    brought = _IMPORTERS[kind](path)
    return replace(brought, card=with_own_card(brought.card, card))
