"""A network's own doubt: known probabilities give known bits, on the right voxels, and the right slices come first."""

from collections.abc import Callable
from pathlib import Path

import numpy as np
import pytest
from networks_for_segment import pointwise

from fets_desktop.app.tasks import segment
from fets_desktop.imaging.files import read_volume, write_array
from fets_desktop.jobs.worker import TaskContext
from fets_desktop.segment.network import Network
from fets_desktop.segment.propose import propose
from fets_desktop.segment.uncertainty import doubts, entropy, sure_share
from fets_desktop.study.contrast import Contrast
from fets_desktop.study.crop import Box
from fets_desktop.study.grid import Grid
from fets_desktop.study.labels import REGIONS, Region
from fets_desktop.study.volume import Volume

Patient = dict[Contrast, Volume]
GRID = Grid.from_affine((40, 20, 16), [[-2, 0, 0, 0], [0, -1, 0, 0], [0, 0, 3, 0], [0, 0, 0, 1]])


def test_the_bits_are_those_of_the_formula() -> None:
    p = np.array([0, 0.5, 1, 0.25, 1e-7], np.float32)
    assert entropy(p) == pytest.approx([0, 1, 0, 0.811278, 0], abs=1e-6)


def test_the_slices_with_most_doubt_come_first_and_lie_apart() -> None:
    box, brain = Box((4, 2, 1), (36, 18, 15)), np.ones((32, 16, 14), bool)
    probabilities = np.zeros((3, *brain.shape), np.float32)
    probabilities[2, 10, :10, :10] = 0.5  # 100 voxels of 2 mm2 in slice 14 of the grid
    probabilities[2, 11, :9, :10] = 0.5  # next to it
    probabilities[2, 20, :4, :5] = 0.5
    probabilities[2, 25, 0, 0] = 0.4  # less than a voxel
    brain[20, 0] = False  # five of the twenty
    found = doubts(probabilities, brain, box, GRID)
    assert found[Region.ET].slices == ()
    assert [index for index, _ in found[Region.WT].slices] == [14, 24]
    assert [area for _, area in found[Region.WT].slices] == pytest.approx([200, 30])
    whole = found[Region.WT].entropy
    assert (whole.grid, whole.array.dtype) == (GRID, np.float32)
    assert whole.array[14, 2, 1] == 1
    assert whole.array[24, 2, 1] == 0, "outside the brain"


def test_a_proposal_tells_its_doubts_only_where_they_are_asked_for(
    patient: Patient, write_model: Callable[..., Path]
) -> None:
    network = Network.load(write_model(pointwise(np.zeros((3, 4)), np.array([-30.0, 30.0, 0.0]))), threads=1)
    found = propose(network, patient, doubting=True)
    brain = np.any([volume.array != 0 for volume in patient.values()], axis=0)
    assert np.array_equal(found.doubts[Region.WT].entropy.array, brain.astype(np.float32)), "half against half"
    assert not found.doubts[Region.ET].entropy.array.any()
    plain = propose(network, patient)
    assert plain.doubts == {}
    assert np.array_equal(plain.labels.array, found.labels.array)


def test_how_much_of_an_outline_a_network_is_sure_of_is_told(
    patient: Patient, write_model: Callable[..., Path]
) -> None:
    labels = np.array([[[0, 2, 2, 4, 1]]], dtype=np.uint8)
    regions = np.zeros((3, 1, 1, 5), dtype=np.float32)
    regions[2] = (0.99, 0.95, 0.6, 0.91, 0.9)
    assert sure_share(labels, regions) == 0.5, "what is not outlined does not count, nor 0.9 itself"
    assert sure_share(np.zeros_like(labels), regions) is None
    undecided = Network.load(write_model(pointwise(np.zeros((3, 4)), np.array([-30.0, -30.0, 1.0]))), threads=1)
    found = propose(undecided, patient)
    assert (found.sure, found.contradictory) == (0, 0)


def test_the_worker_writes_a_map_of_every_region_beside_the_labels(
    patient: Patient, write_model: Callable[..., Path], tmp_path: Path
) -> None:
    model = write_model(pointwise(np.zeros((3, 4)), np.array([-30.0, 30.0, 0.0])))
    paths = {str(c): str(write_array(tmp_path / f"{c}.nii.gz", v.array, v.grid)) for c, v in patient.items()}
    told = {"volumes": paths, "model": str(model), "threads": 1, "uncertainty": True}
    result = segment.run(TaskContext(told, tmp_path, lambda fraction, note: None, lambda fact: None))
    assert set(result["uncertainty"]) == set(result["look_first"]) == {str(region) for region in REGIONS}
    assert read_volume(Path(result["uncertainty"]["WT"])).array.max() == 1
    assert len(result["look_first"]["WT"]) == 3
    assert result["sure"] == 0, "it outlines a core in a whole tumour that is half against half"
    assert result["contradictory"] == 1, "a core outside of it"
