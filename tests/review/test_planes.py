"""Left is left: an asymmetric phantom in every orientation a grid can have looks the same on the screen."""

from itertools import permutations, product

import numpy as np
import pytest

from fets_desktop.review.frame import Frame
from fets_desktop.review.planes import Orientation, Plane
from fets_desktop.study.crop import Box
from fets_desktop.study.grid import BRATS_GRID, Grid

EDGE = 11
CENTRE_MM = (3.0, -7.0, 20.0)
FLIPS = list(product((1, -1), repeat=3))


def phantom_value(right_mm, anterior_mm, superior_mm):
    """Four blobs of different values, none the mirror image of another; positions relative to the centre."""
    value = 0
    value = np.where((right_mm >= 2) & (np.abs(anterior_mm) <= 1) & (np.abs(superior_mm) <= 3), 1, value)
    value = np.where((anterior_mm >= 3) & (np.abs(right_mm) <= 2) & (superior_mm <= 2), 2, value)
    value = np.where((superior_mm >= 3) & (np.abs(right_mm) <= 3) & (anterior_mm <= 1), 3, value)
    return np.where((right_mm == 0) & (anterior_mm == 0), 4, value).astype(np.uint8)


def grid_of(order, signs):
    """A grid whose array axes i, j, k run along the world axes `order`, forwards or backwards by `signs`."""
    affine = np.eye(4)
    affine[:3, :3] = 0
    for column, (world, sign) in enumerate(zip(order, signs, strict=True)):
        affine[world, column] = sign
    affine[:3, 3] = np.array(CENTRE_MM) - affine[:3, :3] @ np.full(3, (EDGE - 1) / 2)
    return Grid.from_affine((EDGE, EDGE, EDGE), affine)


def phantom_on(grid):
    k, j, i = np.indices(grid.shape)
    ras = grid.to_ras(np.stack([i, j, k], axis=-1)) - CENTRE_MM
    return phantom_value(*np.moveaxis(np.round(ras), -1, 0))


def expected(orientation, offset_mm):
    """What a radiologist sees, from the world's coordinates alone."""
    half = EDGE // 2
    rows, columns = np.meshgrid(np.arange(half, -half - 1, -1), np.arange(half, -half - 1, -1), indexing="ij")
    match orientation:
        case Orientation.AXIAL:  # right at the left, anterior up
            return phantom_value(columns, rows, np.full_like(rows, offset_mm))
        case Orientation.CORONAL:  # right at the left, superior up
            return phantom_value(columns, np.full_like(rows, offset_mm), rows)
        case Orientation.SAGITTAL:  # anterior at the left, superior up; the offset runs to the right
            return phantom_value(np.full_like(rows, offset_mm), columns, rows)


@pytest.mark.parametrize("orientation", list(Orientation))
@pytest.mark.parametrize("order", list(permutations(range(3))))
def test_every_orientation_of_a_grid_shows_the_same_picture(order, orientation):
    world = {Orientation.AXIAL: 2, Orientation.CORONAL: 1, Orientation.SAGITTAL: 0}[orientation]
    for signs in FLIPS:
        grid = grid_of(order, signs)
        array, plane = phantom_on(grid), Plane.of(grid, orientation)
        letters = {"axial": ("R", "L", "A", "P"), "coronal": ("R", "L", "S", "I"), "sagittal": ("A", "P", "S", "I")}
        assert plane.letters == letters[orientation]
        for offset in (-4, 0, 3):
            point = np.array(CENTRE_MM)
            point[world] += offset
            index = round(float(grid.to_index(point)[2 - plane.axis]))
            assert np.array_equal(plane.cut(array, index), expected(orientation, offset)), (order, signs, offset)


@pytest.mark.parametrize("orientation", list(Orientation))
@pytest.mark.parametrize("signs", FLIPS)
def test_positions_go_to_the_picture_and_back(signs, orientation):
    grid = grid_of((1, 2, 0), signs)
    array, plane = phantom_on(grid), Plane.of(grid, orientation)
    rng = np.random.default_rng(1)
    for point in rng.integers(0, EDGE, (30, 3)).tolist():
        x, y, z = point
        index = (z, y, x)[plane.axis]
        column, row = plane.to_picture((x, y, z))
        assert plane.to_voxel(column, row, index) == (x, y, z)
        assert plane.cut(array, index)[int(row), int(column)] == array[z, y, x]


def test_growing_slices_lead_forward_in_the_brats_grid():
    assert [Plane.of(BRATS_GRID, o).forward for o in Orientation] == [1, 1, -1]
    assert Plane.of(BRATS_GRID, Orientation.AXIAL).count == 155
    assert Plane.of(BRATS_GRID, Orientation.SAGITTAL).size == (155, 240)


def test_a_slightly_oblique_thick_grid_keeps_its_letters_and_its_proportions():
    angle = np.deg2rad(20)
    turn = np.array([[np.cos(angle), -np.sin(angle), 0], [np.sin(angle), np.cos(angle), 0], [0, 0, 1]])
    affine = np.eye(4)
    affine[:3, :3] = turn @ np.diag([-0.5, -0.5, 5.0])
    plane = Plane.of(Grid.from_affine((20, 300, 280), affine), Orientation.CORONAL)
    assert plane.letters == ("R", "L", "S", "I")
    assert plane.spacing_mm == pytest.approx((0.5, 5.0))
    frame = Frame.fitting(plane, 420, 420)
    assert frame.to_pixel(-0.5, -0.5) == pytest.approx((0.0, (420 - 100 * 3) / 2))
    assert frame.to_pixel(279.5, 19.5) == pytest.approx((420.0, 420 - (420 - 100 * 3) / 2))


def test_zooming_keeps_what_lies_under_the_cursor():
    frame = Frame.fitting(Plane.of(BRATS_GRID, Orientation.AXIAL), 700, 500, 10)
    before = frame.to_picture(123.0, 321.0)
    zoomed = frame.zoomed(1.7, 123.0, 321.0)
    assert zoomed.to_picture(123.0, 321.0) == pytest.approx(before)
    assert zoomed.scale == pytest.approx(frame.scale * 1.7)
    middle = zoomed.to_picture(350, 250)
    assert zoomed.resized(900, 300).to_picture(450, 150) == pytest.approx(middle)


@pytest.mark.parametrize("orientation", list(Orientation))
def test_fitting_a_box_puts_its_outer_edges_at_the_margin(orientation):
    plane = Plane.of(BRATS_GRID, orientation)
    box = Box((10, 50, 60), (140, 200, 170))
    frame = Frame.around(plane, 500, 400, box, 20)
    corners = [frame.to_pixel(*plane.to_picture((x, y, z))) for x, y, z in ((59.5, 49.5, 9.5), (169.5, 199.5, 139.5))]
    xs, ys = sorted(c[0] for c in corners), sorted(c[1] for c in corners)
    assert sum(xs) == pytest.approx(500)
    assert sum(ys) == pytest.approx(400)
    assert min(xs[0], ys[0]) == pytest.approx(20)
    assert frame.scaled(1.25).to_picture(250, 200) == pytest.approx(frame.to_picture(250, 200))
