"""A model file computes what its training computed, in the precision it was scored in; a bad one is refused by name."""

import zipfile
from collections.abc import Callable
from pathlib import Path

import numpy as np
import pytest
import torch
from networks_for_segment import CARD, pointwise, where_above

from fets_desktop.segment.network import Network
from fets_desktop.segment.normalise import network_input
from fets_desktop.study.contrast import NETWORK_ORDER, Contrast
from fets_desktop.study.errors import StudyError
from fets_desktop.study.model import ModelCard
from fets_desktop.study.modelfile import ModelFile, write_model
from fets_desktop.study.volume import Volume
from fets_desktop.train.export import export_model
from fets_desktop.train.norm import estimate_statistics
from fets_desktop.train.resunet import Probabilities, ResUNet

Write = Callable[..., Path]
LIMITS = ((Contrast.T1GD, 2.0), (Contrast.T1, 1.0), (Contrast.FLAIR, 0.5))


def some_array(*shape: int) -> np.ndarray:
    return np.random.default_rng(5).standard_normal((4, *(shape or (16, 32, 16))), dtype=np.float32)


@pytest.mark.parametrize("precision", ["f32", "int8"])
def test_a_resunet_computes_what_torch_computes(
    tmp_path: Path, patient: dict[Contrast, Volume], precision: str
) -> None:
    torch.manual_seed(7)
    net, array = ResUNet(4), network_input(patient, NETWORK_ORDER, 16).array.astype(np.float32)
    with torch.no_grad():
        net.leave[1].weight.mul_(6)
        estimate_statistics(net, [torch.from_numpy(array)[None]])
        truth = Probabilities(net).eval()(torch.from_numpy(array)[None]).numpy()[0]
    scores = {"f32": {"mean": 0.5}, "int8": {"mean": 0.5 if precision == "int8" else 0.0}}
    score = iter(scores.values())
    card = ModelCard("trial", 1, "", "", (), (), "nothing")
    path = export_model(net.state_dict(), card, tmp_path / "m.fetsmodel", [array], lambda _: next(score)).model
    network = Network.load(path, threads=1)
    assert (network.card.precision, network.multiple, network.filters) == (precision, 16, 4)
    difference = np.abs(network.run(array) - truth)
    assert difference.max() < 1e-3 if precision == "f32" else difference.mean() < 0.05
    part = np.ascontiguousarray(array[:, :16, :32, :16])  # another size than before
    assert network.run(part).shape == (3, 16, 32, 16)


def test_the_arithmetic_is_float32_on_every_processor(write_model: Write) -> None:
    rng = np.random.default_rng(6)
    matrix, bias, array = rng.standard_normal((3, 4)), rng.standard_normal(3), some_array().astype(np.float16)
    network = Network.load(write_model(pointwise(matrix, bias)), threads=1)
    logits = np.einsum("rc,czyx->rzyx", matrix, array.astype(float)) + bias[:, None, None, None]
    # bf16 keeps 8 bits: its error here is near 1e-3
    assert np.abs(network.run(array) - 1 / (1 + np.exp(-logits))).max() < 1e-5


def test_threads_are_as_many_as_wished(write_model: Write) -> None:
    path = write_model(where_above(*LIMITS))
    for threads in (1, 2):
        network = Network.load(path, threads)
        compiled = network._for((4, 16, 16, 16))
        assert compiled.get_property("INFERENCE_NUM_THREADS") == threads
        assert compiled.get_property("INFERENCE_PRECISION_HINT").to_string() == "f32"


def test_regions_come_in_our_order_whatever_the_cards(write_model: Write) -> None:
    array = some_array()
    ours = Network.load(write_model(where_above(*LIMITS))).run(array)
    path = write_model(where_above(LIMITS[2], LIMITS[0], LIMITS[1]), outputs=("WT", "ET", "TC"))
    assert np.array_equal(Network.load(path).run(array), ours)
    path = write_model(where_above(*LIMITS, (Contrast.T2, 0.0)), outputs=("ET", "TC", "WT", "RC"))
    assert np.array_equal(Network.load(path).run(array), ours)  # a region that we do not know is left out
    assert ((ours[0] > 0.5) == (array[3] > 2.0)).all()
    assert ((ours[2] > 0.5) == (array[2] > 0.5)).all()


def code_and_detail(act: Callable[[], object]) -> tuple[str, str]:
    with pytest.raises(StudyError) as caught:
        act()
    return caught.value.code, caught.value.detail


@pytest.mark.parametrize(
    "changes",
    [
        {"inputs": ("T1", "T2")},
        {"inputs": ("T1", "T2", "FLAIR", "DWI")},
        {"inputs": ()},
        {"inputs": ("T1", "T1", "FLAIR", "T1Gd")},
        {"outputs": ("ET", "TC", "WT", "WT")},
        {"outputs": ("ET", "TC", "ED")},
        {"outputs": ("ET", "TC", "WT", "RC")},
        {"extra": {"multiple_of": 0}},
        {"extra": {"multiple_of": "many"}},
        {"extra": {"base": 0}},
    ],
)
def test_a_card_that_does_not_fit_is_refused(write_model: Write, changes: dict) -> None:
    path = write_model(where_above(*LIMITS), **changes)
    assert code_and_detail(lambda: Network.load(path))[0] == "bad-model"


def test_a_damaged_file_is_refused(write_model: Write, tmp_path: Path) -> None:
    path = write_model(where_above(*LIMITS))
    with zipfile.ZipFile(path) as archive:
        xml, weights = archive.read("network.xml"), archive.read("network.bin")
    for broken in (ModelFile(CARD, xml[:200], weights), ModelFile(CARD, xml, weights[:8])):
        assert code_and_detail(lambda b=broken: Network.load(write_model_file(tmp_path, b)).run(some_array()))[0] == (
            "bad-model"
        )
    path.write_bytes(path.read_bytes()[:300])
    assert code_and_detail(lambda: Network.load(path))[0] == "bad-model"


def write_model_file(folder: Path, content: ModelFile) -> Path:
    return write_model(folder / "broken.fetsmodel", content)


def test_answers_that_are_no_numbers_and_sizes_that_do_not_fit_are_refused(write_model: Write) -> None:
    nan = Network.load(write_model(pointwise(np.full((3, 4), np.nan), np.zeros(3))))
    assert "no numbers" in code_and_detail(lambda: nan.run(some_array()))[1]
    halving = Network.load(write_model(pointwise(np.ones((3, 4)), np.zeros(3), stride=2)))
    assert code_and_detail(lambda: halving.run(some_array()))[0] == "bad-model"
    network = Network.load(write_model(where_above(*LIMITS)))
    assert code_and_detail(lambda: network.run(some_array()[:3]))[0] == "bad-model"
