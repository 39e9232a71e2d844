"""Candidates over the labels in hand: outlines in one colour each, differences, heat, and what is taken over whole."""

from collections.abc import Callable

import numpy as np
import pytest

from fets_desktop.review.display import Palette, Pixels, Window, blend, windowed
from fets_desktop.review.editor import Editor
from fets_desktop.review.frame import Frame
from fets_desktop.review.layers import LAYER_RGB, apart, disputes, hottest, taken_whole
from fets_desktop.review.over import heat, outlines
from fets_desktop.review.planes import Orientation, Plane
from fets_desktop.study.colours import TISSUE_RGB
from fets_desktop.study.grid import Grid
from fets_desktop.study.labels import BRATS_2021, Region
from fets_desktop.study.volume import LabelMap

SHAPE = (4, 12, 10)
GRID = Grid.from_affine(SHAPE, np.diag([-1.0, -1.0, 1.0, 1.0]))
PLANE = Plane.of(GRID, Orientation.AXIAL)
FRAME = Frame(40, 48, 4.0, 0.0, 0.0, 1.0, 1.0)
PINK, GREEN = LAYER_RGB[0], LAYER_RGB[1]


def labels(*boxes: tuple[int, slice, slice, slice]) -> LabelMap:
    array = np.zeros(SHAPE, np.uint8)
    for value, z, y, x in boxes:
        array[z, y, x] = value
    return LabelMap(array, GRID, BRATS_2021)


@pytest.fixture
def blended() -> Callable[[], Pixels]:
    def make() -> Pixels:
        grey = windowed(np.full((12, 10), 50.0, np.float32), Window(100.0, 50.0))
        return blend(grey, None, Palette(()), FRAME)[0]

    return make


def counted(pixels: Pixels, colour: tuple[int, int, int]) -> int:
    red, green, blue = colour
    return int(np.count_nonzero(pixels == np.uint32(0xFF000000 | red << 16 | green << 8 | blue)))


def test_a_candidates_outline_runs_along_its_edge_in_its_own_colour(blended: Callable[[], Pixels]) -> None:
    one = labels((2, slice(0, 4), slice(3, 8), slice(2, 7)))
    pixels, plain = blended(), blended()
    outlines(pixels, [(PLANE.cut(one.array, 1), PINK)], FRAME)
    assert counted(pixels, PINK) == 4 * 20 - 4, "5 voxels of 4 pixels a side, the corners once"
    assert np.count_nonzero(pixels != plain) == counted(pixels, PINK)


def test_outlines_that_run_together_are_both_seen(blended: Callable[[], Pixels]) -> None:
    one = PLANE.cut(labels((2, slice(0, 4), slice(3, 8), slice(2, 7))).array, 1)
    pixels = blended()
    outlines(pixels, [(one, PINK), (one, GREEN)], FRAME)
    assert min(counted(pixels, PINK), counted(pixels, GREEN)) > 20
    assert counted(pixels, PINK) + counted(pixels, GREEN) == 76


def test_only_differences_are_outlined_where_that_is_asked(blended: Callable[[], Pixels]) -> None:
    mine = labels((2, slice(0, 4), slice(3, 8), slice(2, 7)))
    theirs = labels((2, slice(0, 4), slice(3, 8), slice(2, 6)))
    cut = [PLANE.cut(each.array, 1) for each in (theirs, mine)]
    pixels = blended()
    outlines(pixels, [(apart(*cut), PINK)], FRAME)
    assert counted(pixels, PINK) == 2 * 20 + 2 * 2, "one column of five voxels"
    assert not apart(cut[0], cut[0]).any()
    assert set(np.unique(apart(*cut)).tolist()) == {0, 1}, "background instead of a label is a difference, too"


def test_heat_leaves_alone_what_nobody_disputes_and_is_the_lighter_the_hotter(blended: Callable[[], Pixels]) -> None:
    values = np.zeros((12, 10), np.uint8)
    values[2:5, 2:8], values[7:10, 2:8] = 80, 255
    pixels, plain = blended(), blended()
    heat(pixels, values, FRAME)
    assert (pixels[24, :] == plain[24, :]).all()
    cool, hot = (np.array([pixels[row, 20] >> s & 255 for s in (16, 8, 0)]) for row in (14, 34))
    assert hot.sum() > cool.sum()
    assert hot[0] > 200
    assert cool[1] < cool[0]


def test_a_layers_colour_is_no_labels() -> None:
    assert not set(LAYER_RGB) & set(TISSUE_RGB.values())
    assert len(set(LAYER_RGB)) == len(LAYER_RGB)


def test_the_dispute_leads_to_the_largest_slice_first_and_into_it() -> None:
    one = labels((2, slice(0, 4), slice(3, 8), slice(2, 7)))
    other = labels((2, slice(0, 4), slice(3, 8), slice(2, 7)), (2, slice(2, 3), slice(8, 11), slice(2, 7)))
    found = disputes([one, other])[Region.WT]
    assert [place.index for place in found.slices] == [2]
    assert found.slices[0].area_mm2 == pytest.approx(15.0)
    assert found.heat.max() == 255, "half against half"
    assert found.heat.dtype == np.uint8
    assert hottest(found.heat, 2) == (4, 9, 2)
    assert not disputes([one, one])[Region.WT].slices
    assert hottest(disputes([one, one])[Region.WT].heat, 1) == (5, 6, 1), "the middle, for want of a dispute"


def test_taking_all_of_a_candidate_is_one_edit_that_undo_takes_back() -> None:
    mine = labels((2, slice(0, 4), slice(3, 8), slice(2, 7)), (4, slice(1, 2), slice(4, 6), slice(3, 5)))
    theirs = labels((2, slice(0, 3), slice(2, 8), slice(2, 8)), (1, slice(1, 2), slice(4, 6), slice(3, 5)))
    editor = Editor(mine)
    change = taken_whole(editor.labels.array, theirs.array)
    assert editor.apply(change.box, change.mask, change.values, "Candidate taken") is not None
    assert np.array_equal(editor.labels.array, theirs.array)
    editor.undo()
    assert np.array_equal(editor.labels.array, mine.array)
    assert taken_whole(theirs.array, theirs.array).empty
    with pytest.raises(ValueError, match="another grid"):
        taken_whole(mine.array, theirs.array[:2])
