"""Candidates that mark what is bright, each in its own way: files of other makes than ours, run from their card."""

from pathlib import Path

import numpy as np
import openvino as ov
from openvino import opset13 as op

import fets_desktop  # noqa: F401 - before openvino
from fets_desktop.study.feeding import Feeding
from fets_desktop.study.model import ModelCard
from fets_desktop.study.modelfile import ModelFile, write_model

OUTPUTS = ("background", "ED", "ET")


def make_candidate(folder: Path, name: str, oedema: float, enhancing: float) -> Path:
    """Write a network of softmax classes: FLAIR above `oedema` is ED, T1Gd above `enhancing` is ET, in deviations."""
    matrix = np.array([[0, 0], [4, 0], [0, 8]], np.float32)
    bias = np.array([0, -4 * oedema, -8 * enhancing], np.float32)
    volumes = op.parameter([1, 2, -1, -1, -1], np.float32, name="volumes")
    mixed = op.convolution(volumes, op.constant(matrix[:, :, None, None, None]), [1] * 3, [0] * 3, [0] * 3, [1] * 3)
    model = ov.Model([op.add(mixed, op.constant(bias.reshape(1, -1, 1, 1, 1)))], [volumes], name)
    feeding = Feeding(activation="softmax", halves=False)
    card = ModelCard(
        name, 1, "made by hand", "f32", ("FLAIR", "T1Gd"), OUTPUTS, "nothing", licence="Apache-2.0", feeding=feeding
    )
    folder.mkdir(parents=True, exist_ok=True)
    ov.save_model(model, folder / f"{name}.xml", compress_to_fp16=False)
    content = ModelFile(card, *((folder / f"{name}{suffix}").read_bytes() for suffix in (".xml", ".bin")))
    return write_model(folder / f"{name}.fetsmodel", content)
