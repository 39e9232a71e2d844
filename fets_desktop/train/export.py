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
from torch import nn
from torch.jit._trace import TracerWarning

from fets_desktop.study.contrast import NETWORK_ORDER
from fets_desktop.study.labels import REGIONS
from fets_desktop.study.model import ModelCard
from fets_desktop.study.modelfile import ModelFile, write_model
from fets_desktop.study.progress import Progress, silent
from fets_desktop.train.cases import ReadyCase
from fets_desktop.train.checkpoint import WEIGHTS_SUFFIX, base_of, write_weights
from fets_desktop.train.families.family import family_of, network_of
from fets_desktop.train.quantize import quantize, quantize_within
from fets_desktop.train.settings import RESUNET

Floats = npt.NDArray[np.float32]
Score = Callable[[Path], Mapping[str, Any]]
"""Scores a model file on validation cases: at least "mean", the mean Dice over cases and regions.

With "cases", every case's mean Dice in an order that stays, INT8 is judged by the pairs of these; the pairs of
"cleaned_cases" are only told.
"""
GATE = 0.0005
"""The largest drop of the mean Dice for which INT8 is published."""
CUT_OFF = ".export-"
"""How a folder begins that an export leaves beside its model if the process is killed."""
_SMALLEST_EDGE = 8
_DRAWS = 10_000
_BY_CASE = ("cases", "cleaned_cases")


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
    family, network = family_of(weights), network_of(weights)
    return graph_of(family.used(network), len(NETWORK_ORDER), multiple=family.multiple(network))


def graph_of(
    network: nn.Module, inputs: int, patch: Sequence[int] = (), multiple: int = 16, output: str = "probabilities"
) -> ov.Model:
    """Return a network as float32 IR with batch 1.

    Args:
        network: Of one input `(1, contrast, z, y, x)` and one output.
        inputs: Contrasts.
        patch: Edges of its input, if they are fixed.
        multiple: What its edges are multiples of, if they are free.
        output: What its output is called.
    """
    example = torch.zeros(1, inputs, *(patch or [2 * max(multiple, _SMALLEST_EDGE)] * 3))
    with torch.no_grad(), warnings.catch_warnings():
        # openvino still traces, which torch calls deprecated; what is told of fixed sizes is of checks alone
        warnings.simplefilter("ignore", DeprecationWarning)
        warnings.simplefilter("ignore", TracerWarning)
        model = ov.convert_model(network.eval(), example_input=example)
    model.reshape([1, inputs, *(patch or [-1] * 3)])
    model.inputs[0].set_names({"volumes"})
    model.outputs[0].set_names({output})
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
    control: Sequence[ReadyCase] = (),
) -> Exported:
    """Write `out` as INT8 where it scores like float32, else as float32, and its trainable weights beside it.

    INT8 that loses too much is tried once more with accuracy control, if there are cases for it.

    Args:
        weights: State of a network of one of the families, its running statistics settled.
        card: Who it is and what it was trained on; precision, inputs, outputs and scores are filled in here.
        out: The `.fetsmodel` to write; the weights get the same stem.
        calibration: Normalised volumes `(4, z, y, x)` out of training cases, edges multiples of 16.
        score: Scores a model file; without it nothing is claimed and INT8 is written.
        gate: Largest drop of the mean Dice that INT8 may have.
        progress: Hears the stages.
        weights_dtype: How the trainable weights are stored.
        control: Cases whose mean Dice the second try holds; none for no second try.

    Returns:
        The two files, the card, and whether the gate was passed.
    """
    # an export that is cut off leaves what was there before: model and weights come into place together, at the end
    with tempfile.TemporaryDirectory(dir=out.parent, prefix=CUT_OFF) as name:
        folder = Path(name)
        progress(0.0, "Converting the network")
        kept = write_weights(folder / out.with_suffix(WEIGHTS_SUFFIX).name, weights, weights_dtype)
        full = to_openvino(weights)
        card = _described(card, weights, kept)
        progress(0.1, "Making the model small and quick")
        small = quantize(full, calibration)
        verdict: dict[str, Any] = {}
        if score is not None:
            small, verdict = _judged(full, small, _Trial(card, score, gate, calibration, control), folder, progress)
        passed = verdict.pop("passed", None)
        card = replace(card, precision="f32" if passed is False else "int8", scores={**card.scores, **verdict})
        progress(0.98, "Writing the model file")
        model = to_file(full if passed is False else small, card, folder / out.name)
        return Exported(model.replace(out), kept.replace(out.with_suffix(WEIGHTS_SUFFIX)), card, passed)


@dataclass(frozen=True)
class _Trial:
    """By what INT8 is judged, and what a second try takes; as for `export_model`."""

    card: ModelCard
    score: Score
    gate: float
    calibration: Sequence[Floats]
    control: Sequence[ReadyCase]


def _judged(
    full: ov.Model, small: ov.Model, trial: _Trial, folder: Path, progress: Progress
) -> tuple[ov.Model, dict[str, Any]]:
    """Return the INT8 model, the second if the first lost too much, and the verdict on it.

    Args:
        full: In float32.
        small: In INT8.
        trial: By what it is judged.
        folder: Where candidates lie for a while.
        progress: Hears the stages.
    """
    judge = _Judge(trial.card, trial.score, folder, trial.gate)
    progress(0.3, "Scoring the network in f32")
    judge.hear("f32", full)
    progress(0.6, "Scoring the network in int8")
    verdict = judge.verdict(small)
    if not verdict["passed"] and trial.control:
        progress(0.8, "Making the parts that matter exact again")
        small = quantize_within(full, trial.calibration, trial.control, trial.gate)
        verdict = {**judge.verdict(small), "int8_control": True}
    return small, verdict


class _Judge:
    """Scores candidates of one network and says whether INT8 holds what float32 promises."""

    def __init__(self, card: ModelCard, score: Score, folder: Path, gate: float) -> None:
        self._card, self._score, self._folder, self._gate = card, score, folder, gate
        self._scores: dict[str, dict[str, Any]] = {}

    def hear(self, precision: str, model: ov.Model) -> None:
        path = to_file(model, replace(self._card, precision=precision), self._folder / f"try-{precision}.fetsmodel")
        self._scores[precision] = dict(self._score(path))

    def verdict(self, small: ov.Model) -> dict[str, Any]:
        """Return both scores and the drop as the card shows them, and "passed"."""
        self.hear("int8", small)
        shown = {name: {k: v for k, v in row.items() if k not in _BY_CASE} for name, row in self._scores.items()}
        drops = self._drops("cases")
        drop = float(drops.mean())
        told: dict[str, Any] = {**shown, "int8_drop": drop, "int8_gate": self._gate}
        if "cases" in self._scores["f32"]:
            told["int8_cases"] = drops.size
        if drops.size > 1:
            told["int8_drop_interval"] = list(_interval(drops))
        if "cleaned_cases" in self._scores["f32"]:
            told["int8_drop_cleaned"] = float(self._drops("cleaned_cases").mean())
        return {**told, "passed": drop <= self._gate}

    def _drops(self, kind: str) -> npt.NDArray[np.float64]:
        """Return by how much INT8 is below float32, case by case, or in the mean where a scorer tells no cases."""
        f32, int8 = (self._scores[name].get(kind, [self._scores[name]["mean"]]) for name in ("f32", "int8"))
        return np.subtract(np.asarray(f32, dtype=np.float64), np.asarray(int8, dtype=np.float64))


def _interval(values: npt.NDArray[np.float64]) -> tuple[float, float]:
    """Return the 95 % interval of a mean, by a seeded bootstrap."""
    drawn = np.random.default_rng(0).integers(0, values.size, (_DRAWS, values.size))
    low, high = np.quantile(values[drawn].mean(axis=1), [0.025, 0.975])
    return float(low), float(high)


def _described(card: ModelCard, weights: Mapping[str, torch.Tensor], kept: Path) -> ModelCard:
    family = family_of(weights)
    multiple = family.multiple(network_of(weights))
    extra = {
        **card.extra,
        # what a run needs is estimated by the filters of the network it was measured on, by the graph for the others
        **({"base": base_of(weights)} if family.name == RESUNET else {}),
        "multiple_of": multiple,
        "normalisation": "crop to the non-zero box, z-score over non-zero voxels of each contrast",
        "weights_sha256": hashlib.sha256(kept.read_bytes()).hexdigest(),
    }
    return replace(
        card,
        family=family.name,
        inputs=tuple(str(contrast) for contrast in NETWORK_ORDER),
        outputs=tuple(str(region) for region in REGIONS),
        extra=extra,
    )
