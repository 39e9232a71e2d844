"""A network whose answer is known gives the labels that are known, voxel by voxel, on the grid that came in."""

from collections.abc import Callable
from pathlib import Path

import numpy as np
import pytest
from networks_for_segment import pointwise, where_above

from fets_desktop.app.tasks import segment
from fets_desktop.imaging.files import read_labels, write_array
from fets_desktop.jobs.worker import TaskContext
from fets_desktop.segment.network import Network
from fets_desktop.segment.propose import propose
from fets_desktop.study.contrast import NETWORK_ORDER, Contrast
from fets_desktop.study.crop import zscore
from fets_desktop.study.errors import Cancelled, StudyError
from fets_desktop.study.grid import Grid
from fets_desktop.study.labels import BRATS_2021, Region
from fets_desktop.study.volume import Volume

Patient = dict[Contrast, Volume]
Write = Callable[..., Path]
LIMITS = ((Contrast.T1GD, 1.8), (Contrast.T2, 1.5), (Contrast.FLAIR, 1.0))


LITTLE_BYTES = (128 << 20) + 600 * 32 * 96 * 96  # one tile of nine brains, for a float32 network of 30 filters


def known_labels(patient: Patient, limits: tuple = LIMITS) -> np.ndarray:
    """The labels of nested thresholds, by the paper's table; a voxel whose triple is impossible is 255."""
    above = [zscore(patient[contrast].array).astype(np.float16) > limit for contrast, limit in limits]
    code = above[0] * 4 + above[1] * 2 + above[2] * 1
    labels = np.full(code.shape, 255, np.uint8)
    for triple, value in {0b000: 0, 0b001: 2, 0b011: 1, 0b111: 4}.items():
        labels[code == triple] = value
    return labels


def test_labels_are_the_known_ones_and_stand_on_the_grid_that_came_in(patient: Patient, write_model: Write) -> None:
    found = propose(Network.load(write_model(where_above(*LIMITS)), threads=1), patient, rules=())
    grid = patient[Contrast.T1].grid
    known = known_labels(patient)
    possible = known != 255
    assert np.array_equal(found.labels.array[possible], known[possible])
    assert {1, 2, 4} <= set(np.unique(known))
    assert (found.labels.grid, found.labels.scheme, found.tiles) == (grid, BRATS_2021, 1)
    voxels = {
        region: np.isin(found.labels.array, v).sum() for region, v in zip(Region, ([4], [1, 4], [1, 2, 4]), strict=True)
    }
    assert found.volumes_ml == {region: pytest.approx(count * 0.0015) for region, count in voxels.items()}
    assert found.seconds > 0


def test_nothing_outside_the_brain_though_the_network_sees_tumour_everywhere(
    patient: Patient, write_model: Write
) -> None:
    found = propose(Network.load(write_model(pointwise(np.zeros((3, 4)), np.full(3, 9.0)))), patient)
    brain = np.any([volume.array != 0 for volume in patient.values()], axis=0)
    assert np.array_equal(found.labels.array, np.where(brain, 4, 0))


def test_specks_go_by_default_and_what_went_is_told(patient: Patient, write_model: Write) -> None:
    network = Network.load(write_model(where_above(*((c, 2.2) for c in (Contrast.T1,) * 3))))
    raw, clean = propose(network, patient, rules=()), propose(network, patient)
    assert raw.volumes_ml[Region.WT] > clean.volumes_ml[Region.WT] > 0
    gone = raw.volumes_ml[Region.WT] - clean.volumes_ml[Region.WT]
    assert clean.cleaning == {"pieces": pytest.approx(gone), "little-et": 0, "holes": 0}
    assert raw.cleaning == {}


def larger(patient: Patient) -> Patient:
    """Nine brains side by side, so that tiles can be cut."""
    affine = patient[Contrast.T1].grid.affine
    arrays = {contrast: np.tile(volume.array, (1, 3, 3)) for contrast, volume in patient.items()}
    return {c: Volume(a, Grid.from_affine(a.shape, affine)) for c, a in arrays.items()}


def test_little_memory_means_tiles_and_the_same_labels(patient: Patient, write_model: Write) -> None:
    rng = np.random.default_rng(8)
    case = larger(patient)
    model = pointwise(rng.uniform(0, 3, (3, 4)), np.array([-2.5, -1.5, 0.1]), radius=3)
    network = Network.load(write_model(model, extra={"base": 30}), threads=1)
    whole = propose(network, case)
    tiled = propose(network, case, memory_bytes=LITTLE_BYTES)
    assert (whole.tiles, tiled.tiles) == (1, 4)
    assert np.array_equal(whole.labels.array, tiled.labels.array)
    with pytest.raises(StudyError) as caught:
        propose(network, case, memory_bytes=1 << 20)
    assert caught.value.code == "out-of-memory"


class Listener:
    """Takes progress, and asks to stop at its `stop_at`-th call."""

    def __init__(self, stop_at: int = 1 << 30) -> None:
        self.heard: list[tuple[float, str]] = []
        self._stop_at = stop_at

    def __call__(self, fraction: float, note: str) -> None:
        self.heard.append((fraction, note))
        if len(self.heard) == self._stop_at:
            raise Cancelled


def test_progress_grows_and_every_call_can_stop_the_work(
    patient: Patient, write_model: Write, monkeypatch: pytest.MonkeyPatch
) -> None:
    # within a run it is asked by the clock, on a busy machine more often than on another
    monkeypatch.setattr("fets_desktop.segment.network._POLL_MS", 600_000)
    network, case = Network.load(write_model(where_above(*LIMITS), extra={"base": 30}), threads=1), larger(patient)
    all_of_it = Listener()
    tiles = propose(network, case, all_of_it, memory_bytes=LITTLE_BYTES).tiles
    fractions = [fraction for fraction, _ in all_of_it.heard]
    assert (fractions[0], fractions[-1]) == (0, 1)
    assert fractions == sorted(fractions)
    assert f"Segmenting part {tiles} of {tiles}" in {note for _, note in all_of_it.heard}
    for number in range(1, len(fractions) + 1):
        listener = Listener(number)
        with pytest.raises(Cancelled):
            propose(network, case, listener, memory_bytes=LITTLE_BYTES)
        assert len(listener.heard) == number


def test_a_wish_to_stop_is_heard_within_a_run_of_the_network(write_model: Write) -> None:
    slow = pointwise(np.ones((3, 4)), np.zeros(3), radius=7)
    network = Network.load(write_model(slow), threads=1)
    array = np.ones((4, 96, 96, 96), np.float32)
    heard = Listener(2)
    with pytest.raises(Cancelled):
        network.run(array, lambda: heard(0.0, ""))
    assert len(heard.heard) == 2
    small = np.zeros((4, 16, 16, 16), np.float32)
    assert (network.run(small) == 0.5).all()  # and the network can still be used


def test_the_task_writes_a_label_map_and_tells_its_volumes(
    patient: Patient, write_model: Write, tmp_path: Path
) -> None:
    paths = {c: write_array(tmp_path / f"{c}.nii.gz", v.array, v.grid) for c, v in patient.items()}
    heard = Listener()
    arguments = {
        "volumes": {str(c): str(p) for c, p in paths.items()},
        "model": str(write_model(where_above(*LIMITS))),
        "threads": 1,
    }
    result = segment.run(TaskContext(arguments, tmp_path / "scratch", heard, lambda fact: None))
    labels = read_labels(Path(result["labels"]), BRATS_2021)
    found = propose(Network.load(Path(arguments["model"])), patient)
    assert np.array_equal(labels.array, found.labels.array)
    assert labels.grid.matches(patient[Contrast.T1].grid)
    assert result["scheme"] == "brats2021"
    assert result["cleaning"] == found.cleaning
    assert result["volumes_ml"] == {str(region): ml for region, ml in found.volumes_ml.items()}
    assert [c for c in NETWORK_ORDER if str(c) not in arguments["volumes"]] == []
    assert [fraction for fraction, _ in heard.heard] == sorted(fraction for fraction, _ in heard.heard)
