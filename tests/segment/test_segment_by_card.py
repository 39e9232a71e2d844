"""Networks of other makes run from their card alone: classes, other orders, scalings, patches, directions."""

import json
from collections.abc import Callable
from dataclasses import fields
from pathlib import Path
from typing import Any

import numpy as np
import openvino as ov
import pytest
from conftest import GRID
from openvino import opset13 as op

from fets_desktop.segment.memory import live_bytes
from fets_desktop.segment.network import Network
from fets_desktop.segment.normalise import network_input
from fets_desktop.segment.patches import Patching, run_patches
from fets_desktop.segment.propose import propose
from fets_desktop.segment.reading import Reading
from fets_desktop.segment.scaling import scaled
from fets_desktop.segment.turning import Turn
from fets_desktop.study.contrast import Contrast
from fets_desktop.study.errors import StudyError
from fets_desktop.study.feeding import Feeding, Scaling
from fets_desktop.study.labels import BRATS_2021, POST_OPERATIVE
from fets_desktop.study.model import ModelCard
from fets_desktop.study.plain import from_plain
from fets_desktop.study.progress import silent
from fets_desktop.study.volume import Volume

Patient = dict[Contrast, Volume]
Write = Callable[..., Path]
RNG = np.random.default_rng(11)


def logits(matrix: np.ndarray, bias: np.ndarray, radius: int = 0, padded: bool = True) -> ov.Model:
    """IR of matrix @ mean of the neighbourhood + bias, without a sigmoid; unpadded it comes out smaller."""
    edge = 2 * radius + 1
    kernel = np.broadcast_to(matrix[:, :, None, None, None] / edge**3, (*matrix.shape, edge, edge, edge))
    volumes = op.parameter([1, matrix.shape[1], -1, -1, -1], np.float32, name="volumes")
    weights = op.constant(np.ascontiguousarray(kernel, dtype=np.float32))
    pads = [radius if padded else 0] * 3
    mixed = op.convolution(volumes, weights, [1] * 3, pads, pads, [1, 1, 1])
    return ov.Model([op.add(mixed, op.constant(bias.astype(np.float32).reshape(1, -1, 1, 1, 1)))], [volumes], "given")


CLASSES = ("background", "ED", "ET", "NCR", "ED")
MATRIX = np.array([[0, 0], [2, 0], [0, 12], [0, 5], [1, 0]])
BIAS = np.array([1.5, 0, -6.5, -1, 0.5])


def test_softmax_classes_become_labels_and_regions(patient: Patient, write_model: Write) -> None:
    feeding = Feeding((Scaling(), Scaling("unit", "brain")), activation="softmax", halves=False)
    path = write_model(logits(MATRIX, BIAS), inputs=("FLAIR", "T1Gd"), outputs=CLASSES, feeding=feeding, extra={})
    found = propose(Network.load(path, threads=1), patient, rules=())
    flair, t1gd = (patient[c].array for c in (Contrast.FLAIR, Contrast.T1GD))
    brain = np.any([flair != 0, t1gd != 0], axis=0)
    inputs = np.stack([scaled(flair, Scaling(), brain), scaled(t1gd, Scaling("unit", "brain"), brain)])
    given = np.einsum("oc,czyx->ozyx", MATRIX, inputs) + BIAS[:, None, None, None]
    known = np.where(brain, np.array([0, 2, 4, 1, 2])[given.argmax(axis=0)], 0)
    assert {1, 2, 4} <= set(np.unique(known))
    assert np.count_nonzero(found.labels.array != known) <= 2  # where two logits are all but equal
    assert (found.labels.scheme, found.labels.grid) == (BRATS_2021, GRID)


def test_a_region_is_the_sum_of_its_classes() -> None:
    reading = Reading.of(CLASSES, "softmax")
    p = reading.probabilities(RNG.standard_normal((5, 3, 3, 3)).astype(np.float32))
    assert np.allclose(p.sum(axis=0), 1)
    et, tc, wt = reading.of_regions(p)
    assert np.allclose(et, p[2])
    assert np.allclose(tc, p[2] + p[3])
    assert np.allclose(wt, 1 - p[0], atol=1e-6)


def test_a_network_that_knows_a_cavity_gives_post_operative_labels(patient: Patient, write_model: Write) -> None:
    matrix = np.array([[0, 0], [2, 0], [-4, 0]])
    path = write_model(
        logits(matrix, np.array([2.0, 0, -2])),
        inputs=("FLAIR", "T1"),
        outputs=("background", "ED", "RC"),
        feeding=Feeding(activation="softmax", halves=False),
        extra={},
    )
    found = propose(Network.load(path, threads=1), patient)
    assert found.labels.scheme is POST_OPERATIVE
    assert set(np.unique(found.labels.array)) == {0, 2, 4}


@pytest.mark.parametrize(
    ("outputs", "word"),
    [
        (("background", "oedema", "ET"), "oedema"),
        (("background", "1", "2", "4"), "1, 2, 4"),
        (("ET", "TC", "ED"), "WT"),
        (("background", "RC"), "tumour"),
    ],
)
def test_a_class_scheme_that_does_not_map_is_told(outputs: tuple[str, ...], word: str) -> None:
    with pytest.raises(StudyError) as caught:
        Reading.of(outputs)
    assert caught.value.code == "bad-model"
    assert word in caught.value.detail


def test_scalings_do_what_the_card_says() -> None:
    crop = RNG.gamma(2.0, 100.0, (20, 20, 20))
    crop[:4] = 0
    crop[10, 10, 10] = 0  # a hole in the brain
    brain = np.ones(crop.shape, bool)
    brain[:4] = False
    values = crop[crop != 0]
    usual = scaled(crop, Scaling(), brain)
    assert usual[10, 10, 10] == 0
    assert usual[crop != 0].std() == pytest.approx(1, abs=1e-5)
    within = scaled(crop, Scaling(over="brain"), brain)
    assert within[brain].mean() == pytest.approx(0, abs=1e-5)
    assert within[10, 10, 10] < -1
    assert not within[:4].any()
    everywhere = scaled(crop, Scaling(over="all"), brain)
    assert everywhere.mean() == pytest.approx(0, abs=1e-5)
    low, high = np.percentile(values, (2, 98))
    cut = values.clip(low, high)
    clipped = scaled(crop, Scaling(clip=(2, 98)), brain)[crop != 0]
    assert np.allclose(clipped, (cut - cut.mean()) / cut.std(), atol=1e-5)
    part = values[(values >= low) & (values <= high)]
    trimmed = scaled(crop, Scaling(trim=(2, 98)), brain)[crop != 0]
    assert np.allclose(trimmed, (values - part.mean()) / part.std(), atol=1e-5)
    part = values[np.abs(values - values.mean()) <= 1.5 * values.std()]
    fewer = scaled(crop, Scaling(trim_deviations=1.5, limits=(-1, 2)), brain)[crop != 0]
    assert np.allclose(fewer, ((values - part.mean()) / part.std()).clip(-1, 2), atol=1e-5)
    unit = scaled(crop, Scaling("unit"), brain)
    assert (unit.min(), unit.max()) == (0, 1)
    assert np.allclose(scaled(crop, Scaling("none"), brain), crop, atol=1e-3)
    assert not scaled(np.where(brain, 7.0, 0), Scaling(over="brain"), brain).any()


@pytest.mark.parametrize("blend", ["gaussian", "even"])
@pytest.mark.parametrize("margin", [0, 2])
def test_patches_of_a_network_that_looks_at_single_voxels_give_the_whole(blend: str, margin: int) -> None:
    array = RNG.standard_normal((2, 9, 31, 40)).astype(np.float32)
    cut = Patching.of(array.shape[1:], Feeding(patch=(16, 16, 20), overlap=0.4, blend=blend, margin=margin))
    inner = (slice(None), *[slice(margin, edge - margin) for edge in cut.patch])
    asked: list[float] = []
    found = run_patches(array, cut, 2, lambda patch: patch[inner] * 2, lambda f, _: asked.append(f))
    assert np.allclose(found, 2 * array, atol=1e-5)
    assert len(asked) == cut.count > 2


def test_patches_lie_where_nnu_net_lays_them() -> None:
    # computed by nnU-Net v2's rule: ceil((n - patch) / (patch / 2)) + 1 patches, evenly
    cut = Patching.of((150, 128, 300), Feeding(patch=(128, 128, 128)))
    assert cut.starts == ((0, 22), (0,), (0, 57, 115, 172))


def test_fixed_patches_and_unpadded_convolutions_run_from_a_card(patient: Patient, write_model: Write) -> None:
    rng = np.random.default_rng(2)
    matrix, bias = rng.uniform(0, 3, (3, 4)), np.array([0.1, -2.5, -1.5])
    inputs = ("T2", "T1", "FLAIR", "T1Gd")
    common = {"inputs": inputs, "outputs": ("WT", "ET", "TC"), "extra": {}}
    whole = Feeding(activation="sigmoid", halves=False, multiple_of=1)
    pieces = Feeding(patch=(24, 20, 28), margin=2, activation="sigmoid", halves=False, blend="even")
    # an unpadded network sees zeros beyond the case as one that pads them itself
    first = propose(Network.load(write_model(logits(matrix, bias, 2), feeding=whole, **common), 1), patient)
    second = propose(Network.load(write_model(logits(matrix, bias, 2, False), feeding=pieces, **common), 1), patient)
    assert second.tiles > 8
    assert np.count_nonzero(first.labels.array != second.labels.array) <= 2
    assert first.volumes_ml["WT"] > 1


def test_a_network_trained_in_other_directions_sees_the_patient_its_own_way(
    patient: Patient, write_model: Write
) -> None:
    case = network_input(patient, (Contrast.T1, Contrast.FLAIR), 1, Feeding(halves=False))
    turn = Turn.to("RAS", case.grid)
    there = turn.there(case.array)
    z, y, x = case.box.shape
    assert there.shape == (2, x, y, z)
    # the grid is LPS: x and y run the other way, z does not
    assert np.array_equal(there[0, 0, 0], case.array[0, :, y - 1, x - 1])
    assert np.array_equal(turn.back(there), case.array)
    # a network that marks what lies one voxel further along its first axis
    kernel = np.zeros((3, 4, 3, 1, 1), np.float32)
    kernel[:, 2, 2] = 10
    volumes = op.parameter([1, 4, -1, -1, -1], np.float32, name="volumes")
    moved = op.convolution(volumes, op.constant(kernel), [1] * 3, [1, 0, 0], [1, 0, 0], [1, 1, 1])
    model = ov.Model([op.subtract(moved, op.constant(np.float32(10)))], [volumes], "moved")
    common: dict[str, Any] = {"extra": {}, "inputs": ("T1", "T2", "FLAIR", "T1Gd")}
    for letters, axis, step in (("LPS", 2, -1), ("RAS", 2, 1), ("IAR", 0, 1), ("AIR", 1, 1)):
        feeding = Feeding(orientation=letters, activation="sigmoid", halves=False, multiple_of=1)
        found = propose(Network.load(write_model(model, feeding=feeding, **common), 1), patient, rules=())
        bright = scaled(patient[Contrast.FLAIR].array, Scaling(), np.empty(0)) > 1
        moved_by_hand = np.roll(bright, step, axis) & (patient[Contrast.FLAIR].array != 0)
        assert np.array_equal(found.labels.array > 0, moved_by_hand), letters


def test_memory_is_estimated_from_the_graph_and_too_little_is_told(patient: Patient, write_model: Write) -> None:
    model = logits(np.ones((3, 4)), np.zeros(3))
    assert live_bytes(model, (1, 4, 8, 8, 8)) == pytest.approx(4 * 512 * (4 + 3), rel=0.5)
    with pytest.raises(StudyError):
        live_bytes(model, (1, 5, 8, 8, 8))
    feeding = Feeding(patch=(32, 32, 32), activation="sigmoid")
    network = Network.load(write_model(model, feeding=feeding, extra={}), 1)
    assert network.needs(32**3) < network.needs(64**3)
    with pytest.raises(StudyError) as caught:
        propose(network, patient, silent, memory_bytes=1 << 20)
    assert caught.value.code == "out-of-memory"


def test_the_card_of_the_documentation_is_one() -> None:
    page = (Path(__file__).parents[2] / "docs" / "candidates.md").read_text(encoding="utf-8")
    card = from_plain(ModelCard, json.loads(page.split("```json")[1].split("```")[0]))
    card.feeding.check(len(card.inputs))
    assert Reading.of(card.outputs, card.feeding.activation).classes[0] is None
    named = {line.split("|")[1].strip().strip("`") for line in page.splitlines() if line.startswith("| `")}
    assert {f.name for kind in (Feeding, Scaling) for f in fields(kind)} <= named


def test_a_card_that_contradicts_itself_is_refused_before_it_runs(write_model: Write) -> None:
    path = write_model(logits(np.ones((3, 4)), np.zeros(3)), feeding=Feeding(activation="swish"))
    with pytest.raises(StudyError) as caught:
        Network.load(path)
    assert "swish" in caught.value.detail
