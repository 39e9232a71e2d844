"""Networks of other makes: made small here in their own formats, taken in, and refused in plain words."""

import json
import pickle
import struct
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

import numpy as np
import openvino as ov
import pytest
import torch
from openvino import opset13 as op
from scipy.ndimage import correlate
from torch import nn

from fets_desktop.study.errors import StudyError
from fets_desktop.study.feeding import Scaling
from fets_desktop.train.families.deepmedic import DeepMedic
from fets_desktop.train.families.unet import UNet
from fets_desktop.train.importers import captk, gandlf, nnunet
from fets_desktop.train.importers.bringing import bring
from fets_desktop.train.importers.brought import Brought
from fets_desktop.train.importers.nnunet_words import outputs_of
from fets_desktop.train.importers.tensorflow import read_checkpoint_floats
from fets_desktop.train.resunet import Probabilities, ResUNet, parameter_count

Tensors = dict[str, torch.Tensor]


def run(brought: Brought, x: np.ndarray) -> np.ndarray:
    options = {"INFERENCE_PRECISION_HINT": "f32", "INFERENCE_NUM_THREADS": 1}
    return ov.Core().compile_model(brought.model, "CPU", options)(x)[0]


def refusal(kind: str, path: Path, card: Path | None = None) -> str:
    with pytest.raises(StudyError) as refused:
        bring(kind, path, card)
    assert refused.value.code == "bad-model"
    return refused.value.detail


# FeTS, GaNDLF, OpenFL, BrainMaGe


def fets(inputs: int = 4, outputs: int = 3) -> tuple[ResUNet, Tensors]:
    """A small 3D-ResUNet, and its weights under FeTS's names."""
    torch.manual_seed(4)
    network = ResUNet(2, inputs, outputs)
    for norm in network.modules():
        if isinstance(norm, nn.InstanceNorm3d):
            nn.init.uniform_(norm.running_mean, -0.2, 0.2)
            nn.init.uniform_(norm.running_var, 0.5, 2)
    state = network.state_dict()
    return network.eval(), {theirs: state[ours] for ours, theirs in gandlf.names()}


def varint(number: int) -> bytes:
    out = b""
    while number > 0x7F:
        out, number = out + bytes([number & 0x7F | 0x80]), number >> 7
    return out + bytes([number])


def field(number: int, value: bytes | int) -> bytes:
    if isinstance(value, int):
        return varint(number << 3) + varint(value)
    return varint(number << 3 | 2) + varint(len(value)) + value


def protobuf(tensors: Tensors) -> bytes:
    """What OpenFL saves of a model: ModelProto with NamedTensors."""
    parts = []
    for name, tensor in tensors.items():
        shape = field(2, b"".join(map(varint, tensor.shape)))
        data = tensor.numpy().astype("<f4").tobytes()
        named = field(1, name.encode()) + field(2, 7) + field(5, b"aggregated") + field(6, shape) + field(7, data)
        parts.append(field(1, named))
    return b"".join(parts)


def test_every_weight_of_ours_has_one_name_there() -> None:
    network = ResUNet(2)
    ours, theirs = zip(*gandlf.names(), strict=True)
    assert sorted(ours) == sorted(network.state_dict())
    assert len(set(theirs)) == len(theirs)
    assert "de_1.conv2.weight" in theirs
    assert "ins.in_1.running_var" in theirs


@pytest.mark.parametrize("kind", ["checkpoint", "openfl"])
def test_a_fets_network_comes_with_its_weights_and_computes_as_it_did(kind: str, tmp_path: Path) -> None:
    network, tensors = fets()
    path = tmp_path / "model"
    if kind == "openfl":
        path.write_bytes(protobuf({**tensors, "__opt_state_0": torch.zeros(3)}))
    else:
        torch.save({"epoch": 3, "model_state_dict": tensors, "best_loss": np.float64(0.2)}, path)
    brought = bring(kind, path)
    assert brought.card.inputs == ("T1", "T2", "FLAIR", "T1Gd")
    assert brought.card.outputs == ("ET", "TC", "WT")
    assert brought.weights is not None
    assert all(torch.equal(brought.weights[k], v) for k, v in network.state_dict().items() if v.is_floating_point())
    x = torch.randn(1, 4, 32, 16, 32)
    found = run(brought, x.numpy())
    with torch.no_grad():
        plain = np.abs(found - Probabilities(network)(x).numpy()).max()
        for up in network.ups:
            up.aligned = True  # as the original interpolates
        aligned = np.abs(found - Probabilities(network)(x).numpy()).max()
    assert aligned < 1e-4
    assert plain > 10 * aligned, (plain, aligned)


def test_brainmage_s_network_of_the_brain_is_read(tmp_path: Path) -> None:
    network, tensors = fets(1, 1)
    torch.save({"state_dict": {f"module.{k}": v for k, v in tensors.items()}}, tmp_path / "resunet_ma.pt")
    read = gandlf.read_brainmage(tmp_path / "resunet_ma.pt")
    assert torch.equal(read.state_dict()["leave.1.weight"], network.state_dict()["leave.1.weight"])
    torch.save(fets()[1], tmp_path / "four.pt")
    with pytest.raises(StudyError, match="one contrast"):
        gandlf.read_brainmage(tmp_path / "four.pt")


class Evil:
    def __init__(self, mark: Path) -> None:
        self.mark = mark

    def __reduce__(self) -> tuple[Callable[..., Any], tuple[Path, str]]:
        return Path.write_text, (self.mark, "run")


def test_code_in_a_checkpoint_is_not_run(tmp_path: Path) -> None:
    mark = tmp_path / "mark"
    for number, content in enumerate((Evil(mark), {"model_state_dict": fets()[1], "hook": Evil(mark)})):
        torch.save(content, tmp_path / f"{number}.pt")
        assert "more than numbers" in refusal("checkpoint", tmp_path / f"{number}.pt")
    (tmp_path / "plain.pt").write_bytes(pickle.dumps(Evil(mark)))
    refusal("checkpoint", tmp_path / "plain.pt")
    assert not mark.exists()
    pickle.loads((tmp_path / "plain.pt").read_bytes())
    assert mark.exists()


def test_checkpoints_that_are_none_are_refused_by_what_is_wrong(tmp_path: Path) -> None:
    tensors = fets()[1]
    path = tmp_path / "x.pt"
    cases: list[tuple[Any, str]] = [
        ({"model_state_dict": {}}, "no weights"),
        (
            {k: v for k, v in tensors.items() if k != "us_2.conv0.bias"},
            "1 of its weights are missing, as us_2.conv0.bias",
        ),
        ({**tensors, "de_0.conv0.weight": torch.zeros(2)}, "later ResUNet"),
        ({**tensors, "en_2.conv0.weight": torch.zeros(3, 3)}, "not shaped"),
        ({**tensors, "en_2.conv0.bias": torch.full((8,), float("nan"))}, "no numbers"),
        (fets(2, 3)[1], "takes 2 contrasts and marks 3 regions"),
    ]
    for content, words in cases:
        torch.save(content, path)
        assert words in refusal("checkpoint", path)
    path.write_bytes(b"no checkpoint at all")
    assert "damaged" in refusal("checkpoint", path)


def test_protobufs_that_are_none_are_refused_by_what_is_wrong(tmp_path: Path) -> None:
    path, whole = tmp_path / "x.pbuf", protobuf(fets()[1])
    compressed = field(1, field(1, b"a") + field(6, b"") + field(6, b"") + field(7, b"\0" * 8))
    short = field(1, field(1, b"a") + field(6, field(2, varint(3))) + field(7, b"\0" * 8))
    cases = (
        (whole[: len(whole) // 2], "cut short"), (b"", "no weights"), (b"\xff" * 40, "no such file"),
        (compressed, "compressed"), (short, "not as large"),
    )  # fmt: skip
    for content, words in cases:
        path.write_bytes(content)
        assert words in refusal("openfl", path), words


# CaPTk's DeepMedic

CONFIG = """
# what describes the network
modelName = "small"
numberOfOutputClasses = 5
numberOfInputChannels = 4
numberFMsPerLayerNormal = [3, 3, 4, 4]
kernelDimPerLayerNormal = [[3,3,3], [3,3,3], [3,3,3], [3,3,3]]
layersWithResidualConnNormal = [4]
useSubsampledPathway = True
numberFMsPerLayerSubsampled = [3, 3, 4, 4]
subsampleFactor = [[3,3,3],[5,5,5]]
numberFMsPerLayerFC = [6, 7]
kernelDimFor1stFcLayer = [3,3,3]
layersWithResidualConnFC = [2]
dropoutRatesFc = [0.0, 0.3, 0.3]
activationFunction = "prelu"
"""


def table(entries: dict[str, bytes]) -> bytes:
    """An index as TensorFlow writes it: one block of entries, one that says where it is, a footer."""

    def block(rows: dict[bytes, bytes]) -> bytes:
        out, before = b"", b""
        for key, value in rows.items():
            shared = next(
                (n for n, (a, b) in enumerate(zip(before, key, strict=False)) if a != b), min(len(before), len(key))
            )
            out += varint(shared) + varint(len(key) - shared) + varint(len(value)) + key[shared:] + value
            before = key
        return out + struct.pack("<II", 0, 1) + b"\0" + b"CRC!"

    first = block({name.encode(): value for name, value in sorted(entries.items())})
    second = block({b"zzz": varint(0) + varint(len(first) - 5)})
    footer = varint(0) + varint(0) + varint(len(first)) + varint(len(second) - 5)
    return first + second + footer.ljust(40, b"\0") + struct.pack("<Q", 0xDB4775248B80FB57)


def write_checkpoint(folder: Path, arrays: dict[str, np.ndarray]) -> None:
    data, entries = b"", {"": b"\x08\x01"}
    for name, array in arrays.items():
        shape = b"".join(field(2, field(1, n)) for n in array.shape)
        entries[name] = field(1, 1) + field(2, shape) + field(4, len(data)) + field(5, array.nbytes)
        data += array.astype("<f4").tobytes()
    entries["epochs"] = field(1, 3) + field(2, b"") + field(4, 0) + field(5, 4)
    folder.mkdir(exist_ok=True)
    (folder / "model.ckpt.index").write_bytes(table(entries))
    (folder / "model.ckpt.data-00000-of-00001").write_bytes(data)
    (folder / "modelConfig.txt").write_text(CONFIG)


def deepmedic_arrays() -> dict[str, np.ndarray]:
    """Random weights of the small configuration, under CaPTk's names."""
    rng, arrays, count = np.random.default_rng(9), {}, {}

    def put(kind: str, shape: tuple[int, ...], low: float = -0.5, high: float = 0.5) -> None:
        number = count[kind] = count.get(kind, -1) + 1
        arrays[f"net/{kind}_{number}" if number else f"net/{kind}"] = rng.uniform(low, high, shape).astype(np.float32)

    def layer(before: int, after: int, edge: int, raw: bool = False) -> None:
        if raw:
            put("b", (before,))
        else:
            put("gBn", (before,), 0.5, 1.5), put("bBn", (before,)), put("aPrelu", (before,), 0, 0.3)
            put("muBnsForRollingAverage", (5, before)), put("varBnsForRollingAverage", (5, before), 0.5, 2)
        put("W", (after, before, edge, edge, edge))

    for _ in range(3):
        for number, (a, b) in enumerate([(4, 3), (3, 3), (3, 4), (4, 4)]):
            layer(a, b, 3, raw=number == 0)
    layer(12, 6, 3), layer(6, 7, 1), layer(7, 5, 1)
    put("b", (5,))
    return arrays


def by_hand(arrays: dict[str, np.ndarray], x: np.ndarray) -> np.ndarray:
    """DeepMedic's logits for `(1, 4, x, y, z)` in the original's axes, by its own words, with scipy's correlation."""

    def get(kind: str, number: int) -> np.ndarray:
        return arrays[f"net/{kind}_{number}" if number else f"net/{kind}"].astype(float)

    def wide(v: np.ndarray) -> np.ndarray:
        return v[:, None, None, None]

    def convolved(v: np.ndarray, w: np.ndarray) -> np.ndarray:
        edge = w.shape[-1] // 2
        out = np.stack([sum(correlate(v[i], w[o, i], mode="constant") for i in range(len(v))) for o in range(len(w))])
        inside = slice(edge, -edge or None)
        return out[:, inside, inside, inside]

    def activated(v: np.ndarray, n: int) -> np.ndarray:
        mean, var = get("muBnsForRollingAverage", n).mean(0), get("varBnsForRollingAverage", n).mean(0)
        v = wide(get("gBn", n)) * (v - wide(mean)) / np.sqrt(wide(var)) + wide(get("bBn", n))
        return np.where(v > 0, v, wide(get("aPrelu", n)) * v)

    def joined(v: np.ndarray, earlier: np.ndarray, crop: int) -> np.ndarray:
        inside = slice(crop, -crop or None)
        earlier = earlier[: len(v), inside, inside, inside]
        return v + np.pad(earlier, [(0, len(v) - len(earlier)), (0, 0), (0, 0), (0, 0)])

    corner = x[:, :1, :1, :1]
    found, norm = [], 0
    for path, factor in enumerate((1, 3, 5)):
        v = x[:, ::factor, ::factor, ::factor]
        v = np.pad(v - corner, [(0, 0)] + [(4, 4)] * 3) + corner
        v = v + wide(get("b", path))
        inputs = []
        for number in range(4):
            inputs.append(v)
            if number:
                v, norm = activated(v, norm), norm + 1
            v = convolved(v, get("W", 4 * path + number))
        v = joined(v, inputs[2], 2)
        for axis in (1, 2, 3):
            v = v.repeat(factor, axis)
        found.append(v[:, : x.shape[1], : x.shape[2], : x.shape[3]])
    v = np.pad(np.concatenate(found), [(0, 0)] + [(1, 1)] * 3, mode="edge")
    first = v
    v = convolved(activated(v, norm), get("W", 12))
    v = joined(convolved(activated(v, norm + 1) * 0.7, get("W", 13)), first, 1)
    return convolved(activated(v, norm + 2) * 0.7, get("W", 14)) + wide(get("b", 3))


def test_captk_s_deepmedic_computes_what_the_original_s_words_say(tmp_path: Path) -> None:
    arrays = deepmedic_arrays()
    write_checkpoint(tmp_path, arrays)
    read = read_checkpoint_floats(tmp_path / "model.ckpt")
    assert sorted(read) == sorted(arrays)
    assert all(np.array_equal(read[name], array) for name, array in arrays.items())
    brought = bring("deepmedic", tmp_path)
    x = np.random.default_rng(3).standard_normal((1, 4, 15, 15, 30)).astype(np.float32)
    expected = by_hand(arrays, x[0].transpose(0, 3, 2, 1).astype(float)).transpose(0, 3, 2, 1)
    assert expected.std() > 0.1
    assert np.abs(run(brought, x)[0] - expected).max() < 2e-3
    card = brought.card
    assert card.inputs == ("T1", "T1Gd", "T2", "FLAIR")
    assert card.outputs == ("background", "NCR", "ED", "ET", "ET")
    assert card.feeding.scaling == (Scaling(trim=(5, 95), trim_deviations=3, outside="same"),)
    assert (card.feeding.multiple_of, card.feeding.activation, card.feeding.halves) == (15, "softmax", False)


def test_checkpoints_of_tensorflow_that_are_none_are_refused_by_what_is_wrong(tmp_path: Path) -> None:
    arrays = deepmedic_arrays()
    index, data = tmp_path / "model.ckpt.index", tmp_path / "model.ckpt.data-00000-of-00001"
    write_checkpoint(tmp_path, {k: v for k, v in arrays.items() if k != "net/W_5"})
    assert "net/W_5 is missing" in refusal("deepmedic", tmp_path)
    write_checkpoint(tmp_path, {**arrays, "net/W_5": np.zeros((9, 3, 3, 3, 3), np.float32)})
    assert "net/W_5 is not as large" in refusal("deepmedic", tmp_path)
    write_checkpoint(tmp_path, {**arrays, "net/b": np.full(4, np.nan, np.float32)})
    assert "no numbers" in refusal("deepmedic", tmp_path)
    write_checkpoint(tmp_path, arrays)
    data.write_bytes(data.read_bytes()[:-8])
    assert "shorter than its index" in refusal("deepmedic", tmp_path)
    write_checkpoint(tmp_path, arrays)
    index.write_bytes(index.read_bytes()[:-4])
    assert "no TensorFlow checkpoint" in refusal("deepmedic", tmp_path)
    index.unlink()
    assert "index file is missing" in refusal("deepmedic", tmp_path)


@pytest.mark.parametrize(
    ("line", "other", "words"),
    [
        ("numberOfInputChannels = 4", "", "lacks what describes"),
        ("numberOfInputChannels = 4", "numberOfInputChannels = 2", "takes 2 contrasts"),
        ("[3, 3, 4, 4]\nsub", "[3, 3, 4, 5]\nsub", "pathways"),
        ('"prelu"', '"elu"', "layers"),
        ("useSubsampledPathway = True", "useSubsampledPathway = open('x')", "no plain value"),
    ],
)
def test_configurations_that_are_not_built_here_are_refused(tmp_path: Path, line: str, other: str, words: str) -> None:
    write_checkpoint(tmp_path, deepmedic_arrays())
    assert line in CONFIG
    (tmp_path / "modelConfig.txt").write_text(CONFIG.replace(line, other))
    assert words in refusal("deepmedic", tmp_path)


def test_captk_s_own_network_is_read_whole(real_data: Path) -> None:
    folder = real_data / "weights" / "captk_deepmedic"
    shape = captk.shape_of(captk.read_config(folder / captk.CONFIG))
    weights = read_checkpoint_floats(folder / captk.CHECKPOINT)
    network = captk.loaded(shape, weights, [0.0, 0.3, 0.3])
    assert isinstance(network, DeepMedic)
    # the authors' own program kept a velocity for every weight that it trained
    trained = sum(array.size for name, array in weights.items() if "velocities" in name)
    assert parameter_count(network) == trained == 305_760
    assert shape.receptive_fields == (17, 51, 85)
    assert network.judge.layers[0].conv.weight.shape == (60, 75, 3, 3, 3)


# nnU-Net

ARCHITECTURE = {
    "network_class_name": "dynamic_network_architectures.architectures.unet.PlainConvUNet",
    "arch_kwargs": {
        "n_stages": 3, "features_per_stage": [3, 4, 5], "strides": [[1, 1, 1], [1, 2, 2], [2, 2, 2]],
        "kernel_sizes": [[1, 3, 3], [3, 3, 3], [3, 3, 3]], "n_conv_per_stage": 2, "n_conv_per_stage_decoder": [2, 1],
        "norm_op": "torch.nn.modules.instancenorm.InstanceNorm3d", "dropout_op": None,
    },
}  # fmt: skip
SETTINGS = {
    "patch_size": [8, 16, 24], "spacing": [1.0, 1.0, 1.0], "normalization_schemes": ["ZScoreNormalization"] * 2,
    "use_mask_for_norm": [True, True], "architecture": ARCHITECTURE,
}  # fmt: skip
DATASET = {
    "channel_names": {"0": "FLAIR", "1": "T1CE"}, "numTraining": 12, "licence": "CC BY 4.0",
    "labels": {"background": 0, "NCR": 1, "Edema": 2, "enhancing tumour": 3},
}  # fmt: skip


def write_results(
    folder: Path, settings: dict[str, Any] | None = None, dataset: dict[str, Any] | None = None,
    plans: dict[str, Any] | None = None, folds: int = 1, drop: str = "",
) -> list[UNet]:  # fmt: skip
    """A results folder with random weights; returns its networks."""
    folder.mkdir(exist_ok=True)
    content = {"dataset_name": "Dataset900", "configurations": {"3d_fullres": settings or SETTINGS}, **(plans or {})}
    (folder / "plans.json").write_text(json.dumps(content))
    (folder / "dataset.json").write_text(json.dumps(dataset or DATASET))
    networks = []
    for fold in range(folds):
        torch.manual_seed(fold)
        networks.append(UNet(nnunet.read_plan({"configurations": {"c": SETTINGS}}, "c").topology, 2, 4))
        theirs = {nnunet.theirs_of(k): v for k, v in networks[-1].state_dict().items() if nnunet.theirs_of(k) != drop}
        # nnU-Net's own modules are listed twice, and deep in the decoder the encoder is once more
        theirs |= {f"decoder.encoder.{k}": v for k, v in list(theirs.items())}
        (folder / f"fold_{fold}").mkdir(exist_ok=True)
        kept = {"network_weights": theirs, "logging": {"dice": [np.float64(0.5), np.float32(0.25)]}}
        torch.save(kept, folder / f"fold_{fold}" / "checkpoint_final.pth")
    return networks


@pytest.mark.parametrize("folds", [1, 2])
def test_results_of_nnu_net_become_a_network_that_is_fed_as_nnu_net_feeds_it(tmp_path: Path, folds: int) -> None:
    networks = write_results(tmp_path, folds=folds)
    brought = bring("nnunet", tmp_path)
    card = brought.card
    assert card.inputs == ("FLAIR", "T1Gd")
    assert card.outputs == ("background", "NCR", "ED", "ET")
    assert card.feeding.patch == (8, 16, 24)
    assert card.feeding.scaling == (Scaling(over="brain"),)
    assert (card.feeding.activation, card.feeding.overlap, card.feeding.blend) == ("softmax", 0.5, "gaussian")
    x = torch.randn(1, 2, 8, 16, 24)
    with torch.no_grad():
        expected = sum(network.eval()(x) for network in networks) / folds
    assert np.abs(run(brought, x.numpy()) - expected.numpy()).max() < 1e-4
    assert card.lineage["folds"] == [f"fold_{n}" for n in range(folds)]


def test_turned_axes_are_turned_back(tmp_path: Path) -> None:
    network = write_results(tmp_path, plans={"transpose_forward": [2, 0, 1]})[0].eval()
    brought = bring("nnunet", tmp_path)
    assert brought.card.feeding.patch == (16, 24, 8)
    x = torch.randn(1, 2, 16, 24, 8)
    with torch.no_grad():
        expected = network(x.permute(0, 1, 4, 2, 3)).permute(0, 1, 3, 4, 2)
    assert np.abs(run(brought, x.numpy()) - expected.numpy()).max() < 1e-4


def test_a_plan_of_the_first_version_two_describes_the_same_network(tmp_path: Path) -> None:
    old = {k: v for k, v in SETTINGS.items() if k != "architecture"} | {
        "UNet_class_name": "PlainConvUNet", "UNet_base_num_features": 3, "unet_max_num_features": 5,
        "pool_op_kernel_sizes": [[1, 1, 1], [1, 2, 2], [2, 2, 2]],
        "conv_kernel_sizes": [[1, 3, 3], [3, 3, 3], [3, 3, 3]],
        "n_conv_per_stage_encoder": [2, 2, 2], "n_conv_per_stage_decoder": [2, 1],
    }  # fmt: skip
    plan = nnunet.read_plan({"configurations": {"c": old}}, "c")
    new = nnunet.read_plan({"configurations": {"c": SETTINGS}}, "c")
    assert plan.topology == replace(new.topology, filters=(3, 5, 5))


@pytest.mark.parametrize(
    ("change", "words"),
    [
        ({"plans": {"configurations": None}}, "version 2 is"),
        ({"plans": {"configurations": {"2d": SETTINGS}}}, "three dimensions; there are 2d"),
        ({"settings": {**SETTINGS, "spacing": [3.0, 1.0, 1.0]}}, "3 x 1 x 1 mm"),
        ({"settings": {**SETTINGS, "previous_stage": "3d_lowres"}}, "cascade"),
        ({"settings": {"spacing": [1, 1, 1]}}, "unknown version"),
        ({"settings": {**SETTINGS, "architecture": {"network_class_name": "a.ResidualEncoderUNet"}}}, "a ResidualEnc"),
        ({"settings": {**SETTINGS, "normalization_schemes": ["CTNormalization"] * 2}}, "CTNormalization"),
        ({"settings": {**SETTINGS, "normalization_schemes": ["ZScoreNormalization"]}}, "different numbers"),
        ({"dataset": {**DATASET, "channel_names": {"0": "FLAIR", "1": "ADC"}}}, "'ADC' is none"),
        ({"dataset": {**DATASET, "channel_names": {"0": "FLAIR", "1": "T2-FLAIR"}}}, "same contrast"),
        ({"dataset": {**DATASET, "labels": {"background": 0, "liver": 1}}}, "'liver' does not map"),
        ({"dataset": {**DATASET, "labels": {"background": 0, "NCR": 2}}}, "without a gap"),
        ({"folds": 0}, "No fold"),
        ({"drop": "encoder.stages.1.0.convs.0.conv.weight"}, "encoder.stages.1.0.convs.0.conv.weight is missing"),
    ],
)  # fmt: skip
def test_results_that_cannot_be_taken_in_are_refused_by_what_is_wrong(
    tmp_path: Path, change: dict[str, Any], words: str
) -> None:
    write_results(tmp_path / "results", **change)
    assert words in refusal("nnunet", tmp_path / "results")


def test_regions_of_nnu_net_are_sigmoids_in_the_order_of_its_labels() -> None:
    labels = {"background": 0, "whole tumor": [1, 2, 3], "Tumour core": [2, 3], "ET": 3, "ignore": 4}
    assert outputs_of({"labels": labels}) == (("WT", "TC", "ET"), "sigmoid")


# OpenVINO and ONNX


def write_graph(folder: Path, outputs: int = 1) -> Path:
    volumes = op.parameter([-1, 2, -1, -1, -1], np.float32, name="volumes")
    kernel = op.constant(np.ones((4, 2, 1, 1, 1), np.float32))
    mixed = op.convolution(volumes, kernel, [1] * 3, [0] * 3, [0] * 3, [1] * 3)
    ov.save_model(ov.Model([mixed] * outputs, [volumes], "given"), folder / "network.xml", compress_to_fp16=False)
    return folder / "network.xml"


CARD = {
    "name": "small", "inputs": ["FLAIR", "T1Gd"], "outputs": ["background", "NCR", "ED", "ET"], "licence": "MIT",
    "feeding": {"activation": "softmax", "scaling": [{"over": "brain"}], "halves": False, "multiple_of": 8},
}  # fmt: skip


def test_any_network_comes_with_the_card_beside_it(tmp_path: Path) -> None:
    path = write_graph(tmp_path)
    assert "no card.json" in refusal("openvino", path)
    (tmp_path / "card.json").write_text(json.dumps(CARD))
    brought = bring("openvino", path)
    assert brought.card.feeding.multiple_of == 8
    assert brought.card.licence == "MIT"
    assert run(brought, np.ones((1, 2, 8, 8, 8), np.float32)).shape == (1, 4, 8, 8, 8)


def test_networks_that_are_none_are_refused_by_what_is_wrong(tmp_path: Path) -> None:
    (tmp_path / "card.json").write_text(json.dumps(CARD))
    (tmp_path / "network.onnx").write_bytes(b"no network")
    assert "no ONNX network" in refusal("onnx", tmp_path / "network.onnx")
    assert "more than one input or output" in refusal("openvino", write_graph(tmp_path, outputs=2))
    path = write_graph(tmp_path)
    for content, words in (("{", "no JSON"), ("[]", "not what such a file holds"), ('{"name": "x"}', "lacks a field")):
        (tmp_path / "card.json").write_text(content)
        assert words in refusal("openvino", path)


def test_a_person_s_card_counts_before_what_was_found_out(tmp_path: Path) -> None:
    torch.save(fets()[1], tmp_path / "x.pt")
    own = tmp_path / "card.json"
    own.write_text(json.dumps({"name": "consensus", "licence": "Apache-2.0", "training_data": "55 sites"}))
    card = bring("checkpoint", tmp_path / "x.pt", own).card
    assert (card.name, card.licence, card.training_data, card.family) == (
        "consensus",
        "Apache-2.0",
        "55 sites",
        "resunet",
    )
    own.write_text(json.dumps({"nmae": "x"}))
    assert "names nmae" in refusal("checkpoint", tmp_path / "x.pt", own)
