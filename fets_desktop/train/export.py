"""A trained network as the file that ships: OpenVINO IR, INT8 if it scores like float32, with an honest card."""

import hashlib
import tempfile
import warnings
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

import numpy as np
import numpy.typing as npt
import openvino as ov
import torch

from fets_desktop.study.contrast import NETWORK_ORDER
from fets_desktop.study.labels import REGIONS
from fets_desktop.study.model import ModelCard
from fets_desktop.study.modelfile import ModelFile, write_model
from fets_desktop.study.progress import Progress, silent
from fets_desktop.train.checkpoint import WEIGHTS_SUFFIX, base_of, write_weights
from fets_desktop.train.quantize import quantize
from fets_desktop.train.resunet import Probabilities, ResUNet

Floats = npt.NDArray[np.float32]
Score = Callable[[Path], Mapping[str, Any]]
"""Scores a model file on validation cases: at least "mean", the mean Dice over cases and regions."""
GATE = 0.0005
"""The largest drop of the mean Dice for which INT8 is published."""
_EXAMPLE_EDGE = 32


@dataclass(frozen=True)
class Exported:
    """What an export left.

    Attributes:
        model: The `.fetsmodel` that runs.
        weights: Its trainable weights as safetensors; their sha256 is the card's `extra["weights_sha256"]`.
        card: The card inside the model file.
        passed: Whether INT8 was good enough; None if there was nothing to score it on.
    """

    model: Path
    weights: Path
    card: ModelCard
    passed: bool | None


def to_openvino(weights: Mapping[str, torch.Tensor]) -> ov.Model:
    """Return the network as float32 IR with sigmoids inside, batch 1 and free edges.

    The normalisation becomes a fixed affine by the running statistics; the z-score stays outside.
    """
    network = ResUNet(base_of(weights))
    network.load_state_dict(dict(weights))
    network.eval()
    example = torch.zeros(1, len(NETWORK_ORDER), *[_EXAMPLE_EDGE] * 3)
    with torch.no_grad(), warnings.catch_warnings():
        # openvino still traces, which torch calls deprecated
        warnings.simplefilter("ignore", DeprecationWarning)
        model = ov.convert_model(Probabilities(network).eval(), example_input=example)
    model.reshape([1, len(NETWORK_ORDER), -1, -1, -1])
    model.inputs[0].set_names({"volumes"})
    model.outputs[0].set_names({"probabilities"})
    return model


def to_file(model: ov.Model, card: ModelCard, path: Path) -> Path:
    """Write a model with its card as one `.fetsmodel`."""
    with tempfile.TemporaryDirectory() as folder:
        xml = Path(folder) / "network.xml"
        ov.save_model(model, xml, compress_to_fp16=False)
        return write_model(path, ModelFile(card, xml.read_bytes(), xml.with_suffix(".bin").read_bytes()))


def export_model(
    weights: Mapping[str, torch.Tensor],
    card: ModelCard,
    out: Path,
    calibration: Sequence[Floats],
    score: Score | None = None,
    gate: float = GATE,
    progress: Progress = silent,
    weights_dtype: torch.dtype = torch.float32,
) -> Exported:
    """Write `out` as INT8 where it scores like float32, else as float32, and its trainable weights beside it.

    Args:
        weights: State of a ResUNet, its running statistics settled.
        card: Who it is and what it was trained on; precision, inputs, outputs and scores are filled in here.
        out: The `.fetsmodel` to write; the weights get the same stem.
        calibration: Normalised volumes `(4, z, y, x)` out of training cases, edges multiples of 16.
        score: Scores a model file; without it nothing is claimed and INT8 is written.
        gate: Largest drop of the mean Dice that INT8 may have.
        progress: Hears the stages.
        weights_dtype: How the trainable weights are stored.

    Returns:
        The two files, the card, and whether the gate was passed.
    """
    progress(0.0, "Converting the network")
    kept = write_weights(out.with_suffix(WEIGHTS_SUFFIX), weights, weights_dtype)
    full = to_openvino(weights)
    card = _described(card, weights, kept)
    progress(0.1, "Making the model small and quick")
    small = quantize(full, calibration)
    with tempfile.TemporaryDirectory(dir=out.parent) as folder:
        candidates = {
            precision: to_file(model, replace(card, precision=precision), Path(folder) / f"{precision}.fetsmodel")
            for precision, model in (("f32", full), ("int8", small))
        }
        scores: dict[str, Any] = {}
        passed = None
        if score is not None:
            for fraction, (precision, path) in zip((0.4, 0.7), candidates.items(), strict=True):
                progress(fraction, f"Scoring the network in {precision}")
                scores[precision] = dict(score(path))
            drop = float(scores["f32"]["mean"]) - float(scores["int8"]["mean"])
            passed = drop <= gate
            scores |= {"int8_drop": drop, "int8_gate": gate}
    card = replace(card, precision="f32" if passed is False else "int8", scores={**card.scores, **scores})
    progress(0.98, "Writing the model file")
    return Exported(to_file(full if passed is False else small, card, out), kept, card, passed)


def _described(card: ModelCard, weights: Mapping[str, torch.Tensor], kept: Path) -> ModelCard:
    extra = {
        **card.extra,
        "base": base_of(weights),
        "multiple_of": 16,
        "normalisation": "crop to the non-zero box, z-score over non-zero voxels of each contrast",
        "weights_sha256": hashlib.sha256(kept.read_bytes()).hexdigest(),
    }
    return replace(
        card,
        family="resunet",
        inputs=tuple(str(contrast) for contrast in NETWORK_ORDER),
        outputs=tuple(str(region) for region in REGIONS),
        extra=extra,
    )
