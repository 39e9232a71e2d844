"""The check-list finds what was planted, and says where."""

import numpy as np
import pytest

from fets_desktop.review.checks import check
from fets_desktop.study.finding import Grade
from fets_desktop.study.grid import Grid
from fets_desktop.study.labels import BRATS_2021
from fets_desktop.study.volume import LabelMap

GRID = Grid.from_affine((30, 40, 50), np.eye(4))


def good():
    array = np.zeros(GRID.shape, np.uint8)
    array[8:20, 10:25, 10:25] = 2
    array[10:18, 12:20, 12:20] = 4
    array[12:16, 14:18, 14:18] = 1
    return array


def findings(array, brain=None, grid=GRID):
    return {finding.step: finding for finding in check(LabelMap(array, GRID, BRATS_2021), grid, brain)}


def place(finding):
    return tuple(int(finding.numbers[axis]) for axis in "zyx")


def test_a_good_label_map_passes_every_line():
    found = findings(good(), np.ones(GRID.shape, bool))
    assert [f.grade for f in found.values()] == [Grade.OK] * 6


def test_another_grid_is_bad_and_ends_the_list():
    other = Grid.from_affine(GRID.shape, np.diag([1, 1, 2, 1]))
    found = findings(good(), grid=other)
    assert list(found) == ["labels-geometry"]
    assert found["labels-geometry"].grade is Grade.BAD


def test_a_stray_label_is_bad_and_found():
    array = good()
    array[3, 4, 5] = 7
    found = findings(array)["labels-scheme"]
    assert found.grade is Grade.BAD
    assert place(found) == (3, 4, 5)
    assert "7" in found.text


def test_labels_outside_the_brain_are_counted_and_found():
    brain = np.ones(GRID.shape, bool)
    brain[:, :, :12] = False
    found = findings(good(), brain)["labels-outside"]
    assert found.grade is Grade.LOOK
    assert found.numbers["outside_ml"] == pytest.approx(12 * 15 * 2 / 1000)
    z, y, x = place(found)
    assert good()[z, y, x]
    assert not brain[z, y, x]


def test_enhancing_tumour_without_a_core_is_found():
    array = good()
    array[12:16, 30:34, 40:44] = 4
    found = findings(array)["labels-core"]
    assert found.grade is Grade.LOOK
    assert array[place(found)] == 4
    assert place(found)[1] >= 30


def test_islands_are_counted_and_the_largest_is_found():
    array = good()
    array[25, 35, 45] = 2
    array[26:28, 5:7, 40:42] = 2
    found = findings(array)["labels-islands"]
    assert found.grade is Grade.LOOK
    assert found.numbers["islands"] == 2
    assert place(found)[0] in (26, 27)
    second = found.numbers
    assert (second["z2"], second["y2"], second["x2"]) == (25, 35, 45), "the smaller one is the second place"
    assert "x3" not in second


def test_empty_label_maps_and_missing_sub_compartments_are_said():
    assert findings(np.zeros(GRID.shape, np.uint8))["labels-empty"].grade is Grade.LOOK
    array = good()
    array[array == 1] = 2
    found = findings(array)["labels-empty"]
    assert found.grade is Grade.LOOK
    assert "NCR" in found.text


def compared(array, before):
    found = check(LabelMap(array, GRID, BRATS_2021), GRID, None, LabelMap(before, GRID, BRATS_2021))
    return {finding.step: finding for finding in found}.get("labels-change")


def test_a_whole_tumour_that_changed_by_more_than_the_share_is_remarked_where_it_changed():
    before, grown = good(), good()
    grown[8:20, 10:25, 25:33] = 2
    found = compared(grown, before)
    assert found.grade is Grade.LOOK
    assert "grew by 53 %" in found.text
    z, y, x = place(found)
    assert grown[z, y, x] != before[z, y, x]
    shrunk = compared(before, grown)
    assert shrunk.grade is Grade.LOOK
    assert "shrank by 35 %" in shrunk.text


def test_a_small_change_is_fine_and_no_tumour_before_is_nothing_to_compare_with():
    little = good()
    little[8, 10:25, 25:27] = 2
    assert compared(little, good()).grade is Grade.OK
    assert compared(good(), np.zeros(GRID.shape, np.uint8)) is None
