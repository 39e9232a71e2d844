"""Model files of a tiny network, with the trainable weights beside them."""

import tempfile
from dataclasses import replace
from pathlib import Path

import numpy as np
import torch
from made_once import made_once

from fets_desktop.study.model import ModelCard
from fets_desktop.study.modelfile import ModelFile, read_model, write_model
from fets_desktop.train.export import export_model
from fets_desktop.train.norm import estimate_statistics
from fets_desktop.train.resunet import ResUNet


def make_tiny_model(folder: Path, name: str = "tiny", seed: int = 3) -> Path:
    """Write `NAME.fetsmodel` and `NAME.safetensors` of a network that has learnt nothing; returns the first."""
    model, weights = made_once(f"tiny-model-{seed}", lambda: _made(seed))
    folder.mkdir(parents=True, exist_ok=True)
    (folder / f"{name}.safetensors").write_bytes(weights)
    return write_model(folder / f"{name}.fetsmodel", replace(model, card=replace(model.card, name=name)))


def _made(seed: int) -> tuple[ModelFile, bytes]:
    torch.manual_seed(seed)
    network = ResUNet(4)
    volumes = torch.randn(1, 4, 32, 32, 32)
    estimate_statistics(network, [volumes])
    card = ModelCard("tiny", 1, "", "", (), (), "nothing: its weights are random", licence="Apache-2.0", limits="All.")
    with tempfile.TemporaryDirectory() as folder:
        sample = np.asarray(volumes[0].numpy(), dtype=np.float32)
        made = export_model(network.state_dict(), card, Path(folder) / "tiny.fetsmodel", [sample])
        return read_model(made.model), made.weights.read_bytes()
