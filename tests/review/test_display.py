"""Pixels against a slow second implementation, one pixel at a time."""

import numpy as np
import pytest

from fets_desktop.review.display import LABEL_COLOURS, Palette, Window, auto_window, blend, blend_part, windowed
from fets_desktop.review.frame import Frame
from fets_desktop.review.over import hatch
from fets_desktop.review.picture import montage
from fets_desktop.study.grid import Grid
from fets_desktop.study.labels import BRATS_2021, Tissue
from fets_desktop.study.volume import LabelMap, Volume

RNG = np.random.default_rng(3)
GREY = RNG.integers(0, 256, (14, 11)).astype(np.uint8)
LABELS = np.zeros((14, 11), np.uint8)
LABELS[4:10, 3:8] = 2
LABELS[6:8, 4:6] = 4
LABELS[0, 0] = 1


def slow_grey(x, y, frame):
    column, row = frame.to_picture(x + 0.5, y + 0.5)
    column, row = min(max(column, 0), 10), min(max(row, 0), 13)
    c, r = int(column), int(row)
    c1, r1 = min(c + 1, 10), min(r + 1, 13)
    top = GREY[r, c] * (1 - column + c) + GREY[r, c1] * (column - c)
    bottom = GREY[r1, c] * (1 - column + c) + GREY[r1, c1] * (column - c)
    return top * (1 - row + r) + bottom * (row - r)


def label_at(x, y, frame):
    column, row = (int(np.floor(p + 0.5)) for p in frame.to_picture(x + 0.5, y + 0.5))
    return int(LABELS[row, column]) if 0 <= row < 14 and 0 <= column < 11 else 0


@pytest.mark.parametrize("frame", [Frame(60, 70, 4.0, 5.3, 2.2, 1.0, 1.2), Frame(40, 40, 9.0, -30.5, -41.0, 1.0, 1.0)])
@pytest.mark.parametrize("line", [1, 2])
def test_blend_agrees_with_one_pixel_at_a_time(frame, line):
    palette = Palette.of(BRATS_2021, 0.4, True, hidden=frozenset({1}))
    pixels, left, top = blend(GREY, LABELS, palette, frame, line)
    colours = {BRATS_2021.value(t): LABEL_COLOURS[t] for t in (Tissue.ED, Tissue.ET)}
    seen = np.zeros((frame.height, frame.width), dtype=bool)
    seen[top : top + pixels.shape[0], left : left + pixels.shape[1]] = True
    for y in range(frame.height):
        for x in range(frame.width):
            column, row = frame.to_picture(x + 0.5, y + 0.5)
            assert seen[y, x] == (-0.5 <= column < 10.5 and -0.5 <= row < 13.5)
            if not seen[y, x]:
                continue
            got = np.array([(int(pixels[y - top, x - left]) >> shift) & 255 for shift in (16, 8, 0)])
            grey, value = slow_grey(x, y, frame), label_at(x, y, frame)
            around = [
                label_at(x + dx, y + dy, frame)
                for n in range(1, line + 1)
                for dx, dy in ((n, 0), (-n, 0), (0, n), (0, -n))
                if left <= x + dx < left + pixels.shape[1] and top <= y + dy < top + pixels.shape[0]
            ]
            colour = np.array(colours.get(value, (grey, grey, grey)))
            outlined = value in colours and any(n != value for n in around)
            wanted = colour if outlined or value not in colours else 0.6 * grey + 0.4 * colour
            assert np.abs(got - wanted).max() <= 2.5, (x, y, value, around)


FRAMES = [
    Frame(60, 70, 4.0, 5.3, 2.2, 1.0, 1.2),
    Frame(40, 40, 9.0, -30.5, -41.0, 1.0, 1.0),
    Frame(30, 30, 1.6, 4.0, 3.0, 1.0, 1.0),
]


@pytest.mark.parametrize("frame", FRAMES)
@pytest.mark.parametrize("line", [1, 2])
@pytest.mark.parametrize("outlines", [True, False])
def test_blending_the_part_that_changed_gives_the_pixels_of_the_whole(frame, line, outlines):
    rng = np.random.default_rng(11)
    palette = Palette.of(BRATS_2021, 0.4, outlines)
    labels = LABELS.copy()
    pixels, *_ = blend(GREY, labels, palette, frame, line)
    for _ in range(60):
        r, c = int(rng.integers(0, 14)), int(rng.integers(0, 11))
        part = (slice(r, min(r + int(rng.integers(1, 5)), 14)), slice(c, min(c + int(rng.integers(1, 5)), 11)))
        labels[part] = rng.choice([0, 1, 2, 4])
        blend_part(pixels, GREY, labels, palette, frame, part, line)
        assert np.array_equal(pixels, blend(GREY, labels, palette, frame, line)[0])


def test_hatching_is_in_full_colour_and_leaves_what_is_not_proposed():
    palette, frame = Palette.of(BRATS_2021), FRAMES[0]
    bare = blend(GREY, None, palette, frame)[0]
    pixels = bare.copy()
    hatch(pixels, LABELS, palette, frame)
    changed = pixels != bare
    red, green, blue = LABEL_COLOURS[Tissue.ED]
    assert (pixels[changed] == 0xFF000000 | red << 16 | green << 8 | blue).any()
    for y, x in np.argwhere(changed):
        assert label_at(x + round(frame.left), y + round(frame.top), frame)
    labelled = sum(bool(label_at(x, y, frame)) for y in range(frame.height) for x in range(frame.width))
    assert 0.2 * labelled < changed.sum() < 0.3 * labelled


def test_pixels_are_qt_rgb32():
    pixels, _, _ = blend(GREY, LABELS, Palette.of(BRATS_2021, 1.0, False), Frame(11, 14, 1.0, 0.0, 0.0, 1.0, 1.0))
    assert pixels.shape == GREY.shape
    assert pixels.view(np.uint8).reshape(14, 11, 4)[5, 3].tolist() == [154, 166, 38, 255]
    assert int(pixels[2, 2]) == 0xFF000000 | int(GREY[2, 2]) * 0x010101


def test_window_and_level():
    values = np.array([[0.0, 50.0, 100.0, 150.0, 1000.0, np.nan, -np.inf]], dtype=np.float32)
    assert windowed(values, Window(100.0, 100.0)).tolist() == [[0, 0, 127, 255, 255, 0, 0]]
    assert Window(100.0, 100.0).dragged(10, -5, 2.0) == Window(120.0, 90.0)


def test_automatic_contrast_ignores_the_background_and_single_bright_voxels():
    array = np.zeros((40, 40, 40), np.float32)
    array[10:30, 10:30, 10:30] = np.linspace(100, 600, 20, dtype=np.float32)
    array[20, 20, 20] = 1e6
    window = auto_window(array)
    assert window.low == 0.0
    assert 550 <= window.width <= 600
    assert auto_window(np.zeros((4, 4, 4), np.float32)).width > 0
    assert auto_window(np.full((4, 4, 4), np.nan, np.float32)).width > 0


def test_colours_of_labels_stay_apart_for_dichromats():
    """Distances after the simplest simulation of protanopia and deuteranopia: red and green seen alike."""
    simulations = (
        np.array([[0.15, 0.85, 0], [0.15, 0.85, 0], [0, 0, 1]]),
        np.array([[0.3, 0.7, 0], [0.3, 0.7, 0], [0, 0, 1]]),
    )
    for seen in simulations:
        colours = [seen @ np.array(colour) for colour in LABEL_COLOURS.values()]
        for n, a in enumerate(colours):
            for b in colours[n + 1 :]:
                assert np.linalg.norm(a - b) > 60


def test_a_montage_shows_three_planes_with_letters():
    grid = Grid.from_affine((20, 30, 40), [[-1, 0, 0, 0], [0, -1, 0, 29], [0, 0, 1, 0], [0, 0, 0, 1]])
    array = np.full(grid.shape, 50.0, np.float32)
    labels = np.zeros(grid.shape, np.uint8)
    labels[5:9, 10:14, 20:24] = 4
    pixels = montage(Volume(array, grid), LabelMap(labels, grid, BRATS_2021), pane=200)
    assert pixels.shape == (200, 3 * 200 + 2 * 2, 3)
    for start in (0, 202, 404):
        assert (pixels[:, start : start + 200] == LABEL_COLOURS[Tissue.ET]).all(axis=2).any()
    letters = pixels[97:104, 4:9, 0] > 200
    assert letters.tolist()[0] == [True, True, True, True, False], (
        "the axial picture has the patient's right at its left"
    )
    assert montage(Volume(array, grid), pane=100).shape == (100, 304, 3)
