"""A valid ONNX file is taken in as it is and computes what it says; its bytes are put together here, by its schema.

Source: onnx.proto3 of ONNX 1.14 (field numbers), opset 13 (Conv, Relu).
"""

import hashlib
import json
from pathlib import Path

import numpy as np
import openvino as ov
import pytest
from shell_commands import command

from fets_desktop.study.errors import StudyError
from fets_desktop.train.importers.bringing import bring

KERNEL = np.random.default_rng(1).normal(0, 0.3, (4, 2, 3, 3, 3)).astype(np.float32)
CARD = {
    "name": "from-onnx", "inputs": ["FLAIR", "T1Gd"], "outputs": ["background", "NCR", "ED", "ET"], "licence": "MIT",
    "feeding": {"activation": "softmax", "halves": False, "multiple_of": 8},
}  # fmt: skip
FLOAT, INTS = 1, 7


def varint(value: int) -> bytes:
    out = bytearray()
    while value > 127:
        out.append(value & 127 | 128)
        value >>= 7
    return bytes([*out, value])


def field(number: int, value: int | str | bytes) -> bytes:
    if isinstance(value, int):
        return varint(number << 3) + varint(value)
    raw = value.encode() if isinstance(value, str) else value
    return varint(number << 3 | 2) + varint(len(raw)) + raw


def volume(name: str, channels: int) -> bytes:
    """A ValueInfo of `(1, channels, z, y, x)`, the last three free."""
    edges = (field(1, 1), field(1, channels), *(field(2, edge) for edge in "zyx"))
    shape = b"".join(field(1, edge) for edge in edges)
    return field(1, name) + field(2, field(1, field(1, FLOAT) + field(2, shape)))


def tensor(where: bytes) -> bytes:
    dims = b"".join(field(1, n) for n in KERNEL.shape)
    return dims + field(2, FLOAT) + field(8, "kernel") + where


def network(where: bytes, outputs: int = 1) -> bytes:
    """A ModelProto: relu(conv(volumes, kernel)), padded by one voxel; `where` says where the kernel's numbers are."""
    pads = field(1, "pads") + b"".join(field(8, 1) for _ in range(6)) + field(20, INTS)
    conv = field(1, "volumes") + field(1, "kernel") + field(2, "mixed") + field(4, "Conv") + field(5, pads)
    relu = field(1, "mixed") + field(2, "logits") + field(4, "Relu")
    graph = (
        field(1, conv) + field(1, relu) + field(2, "small") + field(5, tensor(where)) + field(11, volume("volumes", 2))
    )
    graph += b"".join(field(12, volume(name, 4)) for name in ("logits", "mixed")[:outputs])
    return field(1, 8) + field(7, graph) + field(8, field(1, "") + field(2, 13))


def write(folder: Path, content: bytes) -> Path:
    (folder / "card.json").write_text(json.dumps(CARD))
    (folder / "network.onnx").write_bytes(content)
    return folder / "network.onnx"


def inside() -> bytes:
    return field(9, KERNEL.tobytes())


def test_a_valid_onnx_network_computes_what_it_says(tmp_path: Path) -> None:
    brought = bring("onnx", write(tmp_path, network(inside())))
    assert (brought.card.name, brought.card.licence) == ("from-onnx", "MIT")
    seen = np.random.default_rng(2).normal(0, 1, (1, 2, 8, 9, 10)).astype(np.float32)
    found = ov.Core().compile_model(brought.model, "CPU", {"INFERENCE_PRECISION_HINT": "f32"})(seen)[0]
    wide = np.pad(seen[0], [(0, 0), *[(1, 1)] * 3])
    windows = np.lib.stride_tricks.sliding_window_view(wide, (3, 3, 3), axis=(1, 2, 3))
    expected = np.maximum(np.einsum("czyxijk,ocijk->ozyx", windows, KERNEL), 0)
    assert np.abs(found[0] - expected).max() < 1e-5


def test_it_comes_into_the_registry_by_the_command_line(tmp_path: Path) -> None:
    path = write(tmp_path, network(inside()))
    asked = command(tmp_path / "w", "--json", "models", "import", path)
    assert (asked.status, asked.codes) == (3, ["untrusted-model"])
    assert "MIT" in asked.err
    lines = (
        f"{hashlib.sha256(file.read_bytes()).hexdigest()}  {file.name}\n" for file in (tmp_path / "card.json", path)
    )
    digest = hashlib.sha256("".join(lines).encode()).hexdigest()
    taken = command(tmp_path / "w", "--json", "models", "import", path, "--trust", digest)
    assert taken.status == 0, taken.err
    assert taken.json["models"][0]["name"] == "from-onnx"


def test_an_onnx_network_that_is_cut_has_two_outputs_or_keeps_its_weights_elsewhere_is_refused(tmp_path: Path) -> None:
    whole = network(inside())
    entry = field(1, "location") + field(2, "weights.bin")
    (tmp_path / "weights.bin").write_bytes(KERNEL.tobytes())
    elsewhere = network(field(13, entry) + field(14, 1))
    for content, words in (
        (whole[: len(whole) // 2], "no ONNX network, or it was cut short"),
        (b"", "empty"),
        (inside(), "no network that OpenVINO can read"),
        (network(inside(), outputs=2), "more than one input or output"),
        (elsewhere, "a file of their own"),
    ):
        with pytest.raises(StudyError) as raised:
            bring("onnx", write(tmp_path, content))
        assert raised.value.code == "bad-model"
        assert words in raised.value.detail
