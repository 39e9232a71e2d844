"""Any OpenVINO or ONNX network with a card beside it: `network.onnx` or `network.xml` and `.bin`, and `card.json`."""

from pathlib import Path

import openvino as ov

from fets_desktop.study.model import ModelCard
from fets_desktop.study.plain import from_plain
from fets_desktop.train.importers.brought import CARD, Brought, read_json, refused
from fets_desktop.train.importers.onnx_file import refuse_weights_elsewhere

_RANK = 5


def bring_graph(path: Path) -> Brought:
    """Return a network and its card.

    Raises:
        StudyError: "bad-model" if the network cannot be read, has more than one input or output, or has no card.
    """
    card = _card(path.with_name(CARD))
    if path.suffix.lower() == ".onnx":
        refuse_weights_elsewhere(path)
    try:
        model = ov.Core().read_model(path)
    except RuntimeError as error:
        raise refused("It is no network that OpenVINO can read, or it is damaged.") from error
    if len(model.inputs) != 1 or len(model.outputs) != 1:
        raise refused("Its network has more than one input or output.")
    for port in (model.inputs[0], model.outputs[0]):
        shape = port.get_partial_shape()
        if shape.rank.is_dynamic or len(shape) != _RANK:
            raise refused("Its network does not take and give volumes: (1, channel, z, y, x).")
    _set_batch(model)
    return Brought(model, card)


def _set_batch(model: ov.Model) -> None:
    shape = model.inputs[0].get_partial_shape()
    shape[0] = 1
    try:
        model.reshape(shape)
    except RuntimeError as error:
        raise refused("Its network cannot take a single case at a time.") from error


def _card(path: Path) -> ModelCard:
    if not path.is_file():
        raise refused(f"Beside it lies no {CARD}: without one nobody knows how to feed it.")
    plain = {"family": "other", "version": 1, "precision": "f32", "training_data": "", **read_json(path, "card")}
    try:
        card = from_plain(ModelCard, plain)
    except (TypeError, ValueError, KeyError, AttributeError) as error:
        raise refused("Its card lacks a field, or holds values of the wrong kind.") from error
    return card
