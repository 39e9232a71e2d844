"""Model files of a tiny network, with the trainable weights beside them."""

from pathlib import Path

import numpy as np
import torch

from fets_desktop.study.model import ModelCard
from fets_desktop.train.export import export_model
from fets_desktop.train.norm import estimate_statistics
from fets_desktop.train.resunet import ResUNet


def make_tiny_model(folder: Path, name: str = "tiny", seed: int = 3, base: int = 4) -> Path:
    """Write `NAME.fetsmodel` and `NAME.safetensors` of a network that has learnt nothing."""
    torch.manual_seed(seed)
    network = ResUNet(base)
    volumes = torch.randn(1, 4, 32, 32, 32)
    estimate_statistics(network, [volumes])
    card = ModelCard(name, 1, "", "", (), (), "nothing: its weights are random", licence="Apache-2.0", limits="All.")
    folder.mkdir(parents=True, exist_ok=True)
    return export_model(
        network.state_dict(), card, folder / f"{name}.fetsmodel", [np.asarray(volumes[0].numpy(), dtype=np.float32)]
    ).model
