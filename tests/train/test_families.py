"""Every family against its paper's numbers, and on its way from weights to what ships."""

import math
import warnings
from collections.abc import Callable
from dataclasses import replace
from itertools import pairwise
from pathlib import Path

import numpy as np
import openvino as ov
import pytest
import torch
from torch import nn

from fets_desktop.app.tasks.train import calibration_of
from fets_desktop.segment.memory import live_bytes
from fets_desktop.segment.network import Network
from fets_desktop.study.contrast import NETWORK_ORDER
from fets_desktop.study.errors import StudyError
from fets_desktop.study.labels import REGIONS
from fets_desktop.study.model import ModelCard
from fets_desktop.study.modelfile import read_model
from fets_desktop.train.cases import TrainingCase, load_case
from fets_desktop.train.checkpoint import read_weights
from fets_desktop.train.export import export_model, to_file, to_openvino
from fets_desktop.train.families.deepmedic import DeepMedic, Shape, shape_of_base
from fets_desktop.train.families.deepscan import DeepScan, Planes, uncertainty_loss
from fets_desktop.train.families.family import FAMILIES, Family, family_named, family_of, network_of
from fets_desktop.train.families.unet import Topology, UNet, filters_of, topology_of
from fets_desktop.train.resunet import parameter_count
from fets_desktop.train.settings import TrainingSettings
from fets_desktop.train.trainer import Trainer, train
from fets_desktop.train.validate import padded

SMALL = {"resunet": 2, "deepmedic": 3, "deepscan": 4, "unet": 2}
CARD = ModelCard("trial", 1, "", "", (), (), training_data="one synthetic patient")


def small(name: str, seed: int = 5) -> nn.Module:
    torch.manual_seed(seed)
    return FAMILIES[name].build(TrainingSettings(family=name, base=SMALL[name], patch=32))


def seen(network: nn.Module, shape: tuple[int, int, int]) -> tuple[int, ...]:
    """Edges `(z, y, x)` of what the middle voxel of the output depends on."""
    x = torch.rand(1, 4, *shape, requires_grad=True)
    out = network(x)
    middle = tuple(n // 2 for n in out.shape[2:])
    out[(0, slice(None), *middle)].sum().backward()
    assert x.grad is not None
    touched = x.grad[0].abs().sum(0).nonzero()
    return tuple((touched.max(0).values - touched.min(0).values + 1).tolist())


def lively(network: nn.Module) -> nn.Module:
    """Make all weights positive: no rectifier hides a path."""
    with torch.no_grad():
        for weight in network.parameters():
            weight.copy_(weight.abs() + 1e-3)
    return network.eval()


def test_deepmedics_layers_make_the_papers_count_and_fields() -> None:
    """Kamnitsas et al. 2017, Fig. 5: filters by layer, fields of 17 and 51 voxels, and 11 layers by section 2.3."""
    widths = (4, 30, 30, 40, 40, 40, 40, 50, 50)
    convolutions = sum(27 * a * b for a, b in pairwise(widths))
    judged = 100 * 150 + 150 * 150 + 150 * 3
    # of every layer but a pathway's first: scale, shift and slope of its input; of the first a bias; then the outputs'
    around = 2 * (4 + 3 * sum(widths[1:-1])) + 3 * (100 + 150 + 150) + 3
    with torch.device("meta"):
        network = DeepMedic()
    assert parameter_count(network) == 2 * convolutions + judged + around == 662_861
    layers = len(network.normal.layers) + len(network.judge.layers)
    assert layers == 11
    assert network.shape.receptive_fields == (17, 51)


def test_deepmedic_sees_what_the_paper_says_at_both_resolutions() -> None:
    network = lively(DeepMedic(shape_of_base(3)))
    assert isinstance(network, DeepMedic)
    assert network.normal(torch.rand(1, 4, 17, 17, 17)).shape[2:] == (1, 1, 1)
    assert seen(network.normal, (21, 21, 21)) == (17, 17, 17)
    assert seen(network, (69, 63, 75)) == (51, 51, 51)


@pytest.mark.parametrize("factors", [(3,), (3, 5)])
def test_deepmedic_gives_a_voxel_for_a_voxel_at_any_size(factors: tuple[int, ...]) -> None:
    network = DeepMedic(replace(shape_of_base(3), factors=factors, first_kernel=3, averaged=False, outside=True))
    with torch.no_grad():
        assert network.eval()(torch.rand(1, 4, 20, 31, 17)).shape == (1, 3, 20, 31, 17)


def test_deepmedic_joins_the_input_of_a_layer_to_the_output_of_the_next() -> None:
    network = DeepMedic(Shape(widths=(2, 2), hidden=(2,), factors=(), joined=(2,), hidden_joined=(), dropout=(0, 0)))
    with torch.no_grad():
        for layer in network.normal.layers:
            layer.conv.weight.zero_()
    x = torch.rand(1, 4, 6, 7, 8)
    torch.testing.assert_close(network.eval().normal(x), x[:, :2, 2:-2, 2:-2, 2:-2])


def test_deepscan_has_the_papers_layers_and_looks_at_five_slices() -> None:
    """McKinley et al. 2018: the networks of one pooling and of two, the latter without the dilation by 8."""
    with torch.device("meta"):
        one, two = DeepScan(128), DeepScan(128, 2, (1, 2, 4))
    assert [tuple(unit.conv.dilation) for unit in one.dense][::6] == [(1, d, d) for d in (1, 2, 4, 8)]
    assert len(one.dense) == 24
    assert one.leave.in_channels == 128 + 24 * 12
    assert two.leave.in_channels == 256 + 18 * 12
    network = lively(DeepScan(4, dilations=(1, 2)))
    # four convolutions at full size and a pooling; six of each dilation at half size, and what rising blends in; three
    within = 1 + 2 * 4 + 1 + 2 * 2 * 6 * (1 + 2) + 2 * 1 + 2 * 3
    z, y, x = seen(network, (9, 140, 140))
    assert z == 5
    assert y == x
    assert abs(y - within) <= 2


def test_deepscan_at_use_is_the_mean_over_three_planes() -> None:
    network = small("deepscan").eval()
    assert isinstance(network, DeepScan)
    x = torch.rand(1, 4, 8, 10, 12)
    with torch.no_grad():
        whole = Planes(network)(x)
        axial = torch.sigmoid(network(x))
        coronal = torch.sigmoid(network(x.permute(0, 1, 3, 2, 4))).permute(0, 1, 3, 2, 4)
        sagittal = torch.sigmoid(network(x.permute(0, 1, 4, 3, 2))).permute(0, 1, 4, 3, 2)
    torch.testing.assert_close(whole, (axial + coronal + sagittal) / 3)


def test_doubt_takes_loss_away_where_the_network_errs_and_costs_where_it_is_right() -> None:
    truth = torch.tensor([1.0, 0.0]).view(1, 1, 1, 1, 2)
    wrong, right = torch.tensor([-2.0, 2.0]).view_as(truth), torch.tensor([2.0, -2.0]).view_as(truth)
    doubt, trust = torch.full_like(truth, 3.0), torch.full_like(truth, -3.0)
    assert uncertainty_loss((wrong, doubt), truth) < uncertainty_loss((wrong, trust), truth)
    assert uncertainty_loss((right, trust), truth) < uncertainty_loss((right, doubt), truth)
    assert uncertainty_loss((right, trust), truth) < uncertainty_loss((wrong, doubt), truth)


def test_the_u_net_of_nnu_net_has_its_31_million_parameters() -> None:
    six = Topology(filters_of(32, 6), ((1, 1, 1), *[(2, 2, 2)] * 5), ((3, 3, 3),) * 6, (2,) * 6, (2,) * 5)
    with torch.device("meta"):
        network = UNet(six, inputs=4, outputs=3)
    # PlainConvUNet of dynamic-network-architectures 0.4.4 with the plan of BraTS: 31 198 991
    assert parameter_count(network) == 31_198_991
    assert topology_of(network.state_dict()) == six


def test_the_u_net_gives_every_level_in_training_and_one_in_use() -> None:
    network = small("unet")
    assert isinstance(network, UNet)
    x = torch.rand(1, 4, 16, 24, 32)
    levels = network.train()(x)
    assert [tuple(each.shape[2:]) for each in levels] == [(16, 24, 32), (8, 12, 16), (4, 6, 8)][: len(levels)]
    assert network.eval()(x).shape == (1, 3, 16, 24, 32)


@pytest.mark.parametrize("name", FAMILIES)
def test_weights_alone_tell_the_network(name: str) -> None:
    network = small(name).eval()
    state = network.state_dict()
    assert family_of(state).name == name
    again = network_of(state).eval()
    x = torch.rand(1, 4, 32, 32, 32)
    with torch.no_grad():
        assert torch.equal(again(x), network(x))


def test_weights_of_no_family_and_half_a_networks_are_refused() -> None:
    with pytest.raises(StudyError, match="another network"):
        family_of({"fc.weight": torch.zeros(2)})
    for name in FAMILIES:
        state = dict(list(small(name).state_dict().items())[:9])
        with pytest.raises(StudyError, match="another network"):
            network_of(state)
    with pytest.raises(StudyError) as refused:
        family_named("transformer")
    assert refused.value.code == "wrong-usage"
    assert "deepmedic" in refused.value.detail


@pytest.mark.parametrize("family", FAMILIES.values(), ids=list(FAMILIES))
def test_what_ships_computes_what_was_trained_at_any_size(family: Family) -> None:
    network = small(family.name)
    multiple = max(8, family.multiple(network))
    model = to_openvino(network.state_dict())
    compiled = ov.Core().compile_model(model, "CPU", {"INFERENCE_PRECISION_HINT": "f32", "INFERENCE_NUM_THREADS": 1})
    rng = np.random.default_rng(2)
    for edges in ((2, 3, 4), (4, 2, 2)):
        x = rng.standard_normal((1, 4, *(multiple * n for n in edges))).astype(np.float32)
        with torch.no_grad():
            expected = family.used(network.eval())(torch.from_numpy(x)).numpy()
        assert np.abs(compiled(x)[0] - expected).max() < 1e-3
        assert expected.std() > 1e-3


@pytest.mark.parametrize("name", ["deepmedic", "deepscan", "unet"])
def test_a_short_training_learns_goes_on_where_it_stopped_and_ships_in_int8(
    name: str, make_case: Callable[[int], TrainingCase], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    base, epochs = {"deepmedic": (3, 12), "deepscan": (4, 6), "unet": (4, 16)}[name]
    if name == "deepscan":  # a quarter as deep as the paper's: of every layer thrice NNCF looks for patterns
        shallow = replace(FAMILIES[name], build=lambda settings: DeepScan(settings.base, dilations=(1,)))
        monkeypatch.setitem(FAMILIES, name, shallow)
    settings = TrainingSettings(
        family=name, base=base, patch=32, epochs=epochs, learning_rate=3e-3, optimizer="adamw", weight_decay=1e-4,
        cross_entropy=1.0, augmentation="none", tumour_probability=1.0, precision="f32", validate_every=100, threads=1,
    )  # fmt: skip
    case = make_case(1)
    result = train([case], [], settings, tmp_path / "work")
    losses = [row["loss"] for row in result.history]
    assert np.mean(losses[-2:]) < 0.93 * np.mean(losses[:2]), losses
    again = Trainer([case], [], settings, tmp_path / "work")
    assert again.steps == epochs, "the same training is done already"
    state = read_weights(result.weights)
    sample = padded(load_case(case), 16)[:, :16, :32, :32]
    exported = export_model(
        state, CARD, tmp_path / "trial.fetsmodel", [sample], lambda path: {"mean": 0.5, "cases": [0.5, 0.5]}
    )
    content = read_model(exported.model)
    assert exported.passed
    assert (content.card.family, content.card.precision) == (name, "int8")
    assert any(op.get_type_name() == "FakeQuantize" for op in ov.Core().read_model(content.xml, content.weights).get_ops())  # fmt: skip  # noqa: E501
    assert not math.isnan(float(np.mean(losses)))


@pytest.mark.parametrize(("name", "edge"), [("unet", 96), ("deepscan", 48)])
def test_what_sets_the_ranges_of_8_bits_is_as_large_as_the_family_lets_memory_be(
    name: str, edge: int, make_case: Callable[[int], TrainingCase], tmp_path: Path
) -> None:
    (cube,) = calibration_of([make_case(1)], tmp_path, small(name).state_dict())
    assert cube.shape == (4, edge, edge, edge)


def test_what_dilated_convolutions_pad_does_not_count_for_every_voxel_of_a_brain(tmp_path: Path) -> None:
    model = to_openvino(small("deepscan").state_dict())
    file = to_file(
        model,
        replace(
            CARD,
            precision="f32",
            inputs=tuple(map(str, NETWORK_ORDER)),
            outputs=tuple(map(str, REGIONS)),
            extra={"multiple_of": 2},
        ),
        tmp_path / "x.fetsmodel",
    )
    needed = Network.load(file).needs(96**3)
    assert needed < 1.5 * live_bytes(model, (1, 4, 96, 96, 96)), "a brain would be cut into the smallest of parts"


def test_weights_of_another_family_are_no_beginning(make_case: Callable[[int], TrainingCase], tmp_path: Path) -> None:
    with pytest.raises(StudyError, match="another family, DeepMedic"):
        Trainer(
            [make_case(1)], [], TrainingSettings(family="unet", base=2, patch=32, precision="f32"), tmp_path,
            initial=small("deepmedic").state_dict(),
        )  # fmt: skip


@pytest.fixture(autouse=True)
def quiet() -> None:
    warnings.simplefilter("ignore", DeprecationWarning)
