"""Each tool on shapes whose answer is known: discs, balls, cones, shells."""

import numpy as np
import pytest

from fets_desktop.review.between import LONGEST, interpolate
from fets_desktop.review.brush import Brush, BrushShape
from fets_desktop.review.flood import alike_region, label_region
from fets_desktop.review.grow import Seeds, grow
from fets_desktop.review.measures import dice
from fets_desktop.review.moves import copy_slice, swap, take_region
from fets_desktop.review.picky import AlikeBrush, RangeBrush, level_at
from fets_desktop.review.pieces import fill_holes, keep_largest, keep_piece, remove_piece, remove_small
from fets_desktop.review.polygon import polygon
from fets_desktop.review.smooth import smooth
from fets_desktop.study.errors import Cancelled
from fets_desktop.study.grid import Grid
from fets_desktop.study.labels import BRATS_2021, BRATS_2023
from fets_desktop.study.volume import LabelMap

SHAPE = (40, 48, 44)
GRID = Grid.from_affine(SHAPE, np.diag([1.0, 1.0, 1.0, 1.0]))
TALL = Grid.from_affine(SHAPE, np.diag([1.0, 1.0, 3.0, 1.0]))
Z, Y, X = np.indices(SHAPE)


def ball(z, y, x, radius):
    return (Z - z) ** 2 + (Y - y) ** 2 + (X - x) ** 2 <= radius**2


def of(mask, value=1):
    return mask.astype(np.uint8) * np.uint8(value)


def done(labels, change):
    """Return the labels after a change without any rule."""
    after = labels.copy()
    part = after[change.box.slices]
    values = np.broadcast_to(np.asarray(change.values, dtype=np.uint8), change.box.shape)
    part[change.mask] = values[change.mask]
    return after


def covered(brush, start, end):
    box, mask = brush.covered(start, end, GRID)
    whole = np.zeros(SHAPE, dtype=bool)
    whole[box.slices] = mask
    return whole


# --- brushes that look at the image


@pytest.mark.parametrize("shape", BrushShape)
def test_a_range_brush_paints_the_range_and_nothing_that_is_no_number(shape):
    image = np.linspace(0, 100, X.size, dtype=np.float32).reshape(SHAPE)
    image[20, 20, 21] = np.nan
    plain = Brush(1, 6.0, shape)
    picky = RangeBrush(plain, image, 40.0, 52.0)
    whole, some = covered(plain, (20, 20, 20), (24, 20, 20)), covered(picky, (20, 20, 20), (24, 20, 20))
    assert np.array_equal(some, whole & (image >= 40) & (image <= 52))
    assert 0 < some.sum() < whole.sum()
    assert not some[20, 20, 21]


@pytest.mark.parametrize("shape", BrushShape)
def test_an_adaptive_brush_stays_in_the_piece_of_tissue_it_was_put_down_on(shape):
    image = np.full(SHAPE, 10.0, dtype=np.float32)
    inner, other = ball(20, 20, 18, 5), ball(20, 20, 28, 3)
    image[inner | other] = 50.0
    image[20, 20, 18] = 10.0  # one noisy voxel under the centre
    plain = Brush(1, 14.0, shape)
    picky = AlikeBrush(plain, image, level_at(image, (18, 20, 20), plain), 5.0)
    assert picky.level == 50.0
    some = covered(picky, (18.0, 20.0, 20.0), (18.0, 20.0, 20.0))
    expected = inner & covered(plain, (18, 20, 20), (18, 20, 20))
    expected[20, 20, 18] = False
    assert np.array_equal(some, expected), "the other ball is alike, but not connected"


def test_an_adaptive_brush_paints_nothing_where_its_centre_is_other_tissue():
    image = np.where(X < 20, 10.0, 50.0).astype(np.float32)
    picky = AlikeBrush(Brush(1, 8.0), image, 50.0, 5.0)
    assert not covered(picky, (15.0, 20.0, 20.0), (15.0, 20.0, 20.0)).any()
    assert covered(picky, (22.0, 20.0, 20.0), (22.0, 20.0, 20.0)).any()
    assert np.isnan(level_at(image, (-20.0, 3.0, 3.0), Brush(1)))


# --- polygon


@pytest.mark.parametrize("axis", [0, 1, 2])
def test_a_polygon_of_many_corners_is_the_disc(axis):
    angle = np.linspace(0, 2 * np.pi, 180, endpoint=False)
    plane = {0: (X, Y, 0, 1), 1: (X, Z, 0, 2), 2: (Y, Z, 1, 2)}[axis]
    a, b, ia, ib = plane
    corners = []
    for t in angle:
        corner = [20.3, 20.3, 20.3]
        corner[2 - axis] = 17.0
        corner[ia], corner[ib] = 20.3 + 9.2 * np.cos(t), 20.3 + 9.2 * np.sin(t)
        corners.append(tuple(corner))
    change = polygon(corners, axis, 4, SHAPE)
    level = (Z, Y, X)[axis] == 17
    truth = level & ((a - 20.3) ** 2 + (b - 20.3) ** 2 <= 9.2**2)
    assert dice(change.whole(SHAPE), truth) > 0.99
    assert change.axis == axis


def test_a_polygon_is_exact_on_a_triangle_and_a_crossing_line_leaves_what_it_rounds_twice():
    corners = [(5.5, 5.5, 3.0), (15.5, 5.5, 3.0), (5.5, 15.5, 3.0)]
    mask = polygon(corners, 0, 1, SHAPE).whole(SHAPE)
    truth = (Z == 3) & (X > 5.5) & (Y > 5.5) & (X + Y < 21)
    assert np.array_equal(mask, truth)
    twice = [(5.5, 5.5, 3.0), (15.5, 5.5, 3.0), (15.5, 15.5, 3.0), (5.5, 15.5, 3.0)] * 2
    assert polygon(twice, 0, 1, SHAPE).empty


def test_a_polygon_partly_outside_is_cut_off_and_a_line_is_none():
    change = polygon([(-9.0, -9.0, 3.0), (9.5, -9.0, 3.0), (9.5, 9.5, 3.0), (-9.0, 9.5, 3.0)], 0, 1, SHAPE)
    assert np.array_equal(change.whole(SHAPE), (Z == 3) & (X < 10) & (Y < 10))
    assert polygon([(1.0, 1.0, 3.0), (5.0, 5.0, 3.0)], 0, 1, SHAPE).empty
    assert polygon([(-9.0, -9.0, 3.0), (-5.0, -9.0, 3.0), (-5.0, -4.0, 3.0)], 0, 1, SHAPE).empty


# --- flood fill


def test_a_label_region_is_the_connected_ball_in_3d_or_its_disc_in_the_slice():
    first, second = ball(12, 12, 12, 6), ball(28, 30, 30, 7)
    labels = of(first | second, 2)
    assert np.array_equal(label_region(labels, (12, 12, 12), 4).whole(SHAPE), first)
    flat = label_region(labels, (30, 30, 26), 4, axis=1)
    assert np.array_equal(flat.whole(SHAPE), second & (Y == 30))
    assert flat.axis == 1


def test_a_closed_outline_is_filled_and_an_open_one_is_not():
    ring = (Z == 10) & (np.abs(np.hypot(Y - 20, X - 20) - 8) < 0.8)
    labels = of(ring)
    inside = label_region(labels, (20, 20, 10), 1, axis=0).whole(SHAPE)
    assert np.array_equal(inside, (Z == 10) & (np.hypot(Y - 20, X - 20) < 8) & ~ring)
    labels[10, 20, 8:16] = 0
    assert label_region(labels, (20, 20, 10), 1, axis=0).empty
    assert label_region(labels, (20, 20, 10), 1).empty
    assert label_region(labels, (99, 20, 10), 1).empty


def test_an_alike_region_is_the_ball_within_the_tolerance():
    inner = ball(20, 20, 20, 7)
    image = np.where(inner, 100.0, 40.0).astype(np.float32) + np.where(X % 2, 6.0, 0.0).astype(np.float32)
    image[ball(20, 20, 36, 3)] = 100.0
    assert np.array_equal(alike_region(image, (20, 20, 20), 6.0, 1).whole(SHAPE), inner)
    assert np.array_equal(alike_region(image, (20, 20, 20), 6.0, 1, axis=2).whole(SHAPE), inner & (X == 20))
    assert not np.array_equal(alike_region(image, (20, 20, 20), 5.0, 1).whole(SHAPE), inner)
    image[20, 20, 20] = np.nan
    assert alike_region(image, (20, 20, 20), 6.0, 1).empty


# --- grow from seeds


def two_tissues(noise=3.0):
    rng = np.random.default_rng(3)
    core, whole = ball(20, 24, 22, 6), ball(20, 24, 22, 11)
    first = np.where(core, 90.0, np.where(whole, 60.0, 20.0))
    second = np.where(whole, 80.0, 30.0)
    return core, whole, [(image + rng.normal(0, noise, SHAPE)).astype(np.float32) for image in (first, second)]


def test_seeds_grow_to_the_balls_they_were_drawn_in():
    core, whole, images = two_tissues()
    labels = np.zeros(SHAPE, np.uint8)
    labels[20, 23:26, 20:25] = 4
    labels[20, 24, 31:33] = 2
    labels[20, 15:17, 22] = 2
    notes = []
    grew = done(labels, grow(Seeds(labels, images, GRID, 16.0), lambda share, note: notes.append((share, note))))
    assert dice(grew == 4, core) > 0.93
    assert dice(grew != 0, whole) > 0.93
    shares = [share for share, _ in notes]
    assert shares == sorted(shares)
    assert shares[-1] == 1.0


def test_growth_keeps_the_seeds_to_their_reach_and_inside_the_brain():
    _, _, images = two_tissues(0.0)
    labels = np.zeros(SHAPE, np.uint8)
    labels[20, 24, 22] = 4
    brain = X < 25
    grew = done(labels, grow(Seeds(labels, [np.zeros(SHAPE, np.float32)], GRID, 4.0, brain)))
    assert grew[20, 24, 22] == 4
    assert not grew[~brain].any()
    assert not grew[~ball(20, 24, 22, 4)].any()
    assert grow(Seeds(np.zeros(SHAPE, np.uint8), images, GRID, 4.0)).empty


@pytest.mark.parametrize("when", [0.0, 0.3, 0.7])
def test_growing_can_be_stopped(when):
    _, _, images = two_tissues()
    labels = np.zeros(SHAPE, np.uint8)
    labels[20, 24, 22] = 4

    def stop(share, note):
        if share >= when:
            raise Cancelled

    with pytest.raises(Cancelled):
        grow(Seeds(labels, images, GRID, 15.0), stop)


# --- interpolation


@pytest.mark.parametrize("axis", [0, 1, 2])
def test_two_slices_of_a_leaning_cone_make_the_cone(axis):
    t, a, b = (np.moveaxis(part, axis, 0) for part in ((Z, Y, X)[axis], *[(Z, Y, X)[d] for d in range(3) if d != axis]))
    shape = t.shape
    cone = np.hypot(a - (15 + 0.5 * (t - 10)), b - (18 + 0.25 * (t - 10))) <= 9.0 - 0.35 * (t - 10)
    truth = np.moveaxis(cone & (t >= 10) & (t <= 22), 0, axis)
    place = np.arange(shape[0])[:, None, None]
    drawn = np.moveaxis(np.isin(place, [10, 16, 22]) & cone, 0, axis)
    change = interpolate(of(drawn, 4), 4, axis, GRID)
    filled = done(of(drawn, 4), change) == 4
    assert dice(filled, truth) > 0.97
    assert np.array_equal(filled & drawn, drawn)
    assert change.axis == axis


def test_two_lesions_far_apart_are_not_joined():
    labels = of(ball(5, 20, 20, 3) | ball(33, 20, 20, 3))
    assert interpolate(labels, 1, 0, GRID, LONGEST).empty
    assert not interpolate(labels, 1, 0, GRID, 30).empty


def test_a_lesion_beside_another_that_is_whole_is_interpolated():
    whole, other = ball(20, 12, 12, 10), ball(20, 34, 32, 7)
    drawn = other & np.isin(Z, [14, 18, 23, 26])
    labels = of(whole | drawn)
    filled = done(labels, interpolate(labels, 1, 0, GRID)) == 1
    assert np.array_equal(filled & (X < 23), whole)
    assert dice(filled & (X >= 23), other & (Z >= 14) & (Z <= 26)) > 0.95


def test_a_lesion_that_splits_is_followed_into_both_parts():
    one = (Z == 10) & (np.abs(Y - 24) <= 12) & (np.abs(X - 20) <= 4)
    two = (Z == 16) & (np.abs(np.abs(Y - 24) - 9) <= 4) & (np.abs(X - 20) <= 4)
    filled = done(of(one | two), interpolate(of(one | two), 1, 0, GRID)) == 1
    assert filled[13, 16, 20]
    assert filled[13, 32, 20]
    assert not filled[15, 24, 20]


# --- smoothing


def test_smoothing_a_rough_ball_brings_it_nearer_to_the_ball_and_keeps_every_voxel_of_its_volume():
    truth = ball(20, 22, 21, 10)
    rough = truth.copy()
    rng = np.random.default_rng(0)
    rim = ball(20, 22, 21, 11.5) & ~ball(20, 22, 21, 8.5)
    rough[rim] ^= rng.random(int(rim.sum())) < 0.25
    after = done(of(rough), smooth(of(rough), 1, GRID, 1.5)) == 1
    assert int(after.sum()) == int(rough.sum())
    assert np.count_nonzero(after ^ truth) < 0.5 * np.count_nonzero(rough ^ truth)


@pytest.mark.parametrize("axis", [0, 1, 2])
def test_smoothing_one_slice_changes_no_other(axis):
    rough = ball(20, 22, 21, 9) & ~((X + Y + Z) % 5 == 0)
    change = smooth(of(rough), 1, TALL, 2.0, axis, 20)
    after = done(of(rough), change) == 1
    other = (Z, Y, X)[axis] != 20
    assert np.array_equal(after[other], rough[other])
    assert not np.array_equal(after, rough)
    assert after.sum() == rough.sum()


def test_what_smoothing_takes_from_a_core_goes_to_the_tissue_around_it():
    labels = of(ball(20, 22, 21, 14), 2)
    core = ball(20, 22, 21, 6)
    core[20, 22, 27:31] = True  # a thorn
    labels[core] = 4
    after = done(labels, smooth(labels, 4, GRID, 1.5))
    assert (after[20, 22, 29:31] == 2).all()
    assert np.array_equal(after != 0, labels != 0)


# --- holes and islands


def test_a_hole_is_filled_and_necrosis_is_not():
    shell, hole, core = ball(20, 22, 21, 10), ball(20, 18, 21, 2), ball(20, 26, 21, 3)
    labels = of(shell, 4)
    labels[hole] = 0
    labels[core] = 1
    after = done(labels, fill_holes(labels, 4))
    assert np.array_equal(after == 4, shell & ~core)
    assert fill_holes(after, 4).empty
    assert fill_holes(labels, 1).empty, "it does not touch the pocket"


@pytest.mark.parametrize("axis", [0, 1, 2])
def test_a_tunnel_is_a_hole_of_a_slice_only(axis):
    place = (Z, Y, X)[axis]
    flat = [part for d, part in enumerate((Z, Y, X)) if d != axis]
    tube = (np.hypot(flat[0] - 20, flat[1] - 20) < 9) & (np.hypot(flat[0] - 20, flat[1] - 20) > 4)
    assert fill_holes(of(tube), 1).empty
    change = fill_holes(of(tube), 1, axis, 17)
    assert np.array_equal(change.whole(SHAPE), (place == 17) & (np.hypot(flat[0] - 20, flat[1] - 20) <= 4))


def islands():
    big, small, tiny = ball(15, 15, 15, 6), ball(30, 30, 30, 3), ball(5, 40, 40, 1)
    return big, small, tiny, of(big | small | tiny, 2)


def test_islands_are_kept_or_taken_away():
    big, small, tiny, labels = islands()
    assert np.array_equal(done(labels, keep_largest(labels, 2, GRID)) == 2, big)
    assert np.array_equal(done(labels, remove_small(labels, 2, GRID, 0.05)) == 2, big | small)
    assert remove_small(labels, 2, GRID, 0.001).empty
    assert np.array_equal(done(labels, remove_piece(labels, (30, 30, 30), GRID)) == 2, big | tiny)
    assert np.array_equal(done(labels, keep_piece(labels, (30, 30, 30), GRID)) == 2, small)
    assert remove_piece(labels, (0, 0, 0), GRID).empty
    assert keep_largest(labels, 1, GRID).empty


def test_an_island_inside_oedema_becomes_oedema():
    labels = of(ball(20, 22, 21, 10), 2)
    labels[ball(20, 18, 21, 2)] = 4
    labels[ball(20, 27, 21, 1)] = 4
    after = done(labels, remove_small(labels, 4, GRID, 0.01))
    assert after[20, 27, 21] == 2
    assert np.array_equal(after == 4, ball(20, 18, 21, 2))


# --- moves


def test_two_labels_change_places():
    labels = np.random.default_rng(0).choice([0, 1, 2, 4], SHAPE).astype(np.uint8)
    after = done(labels, swap(labels, 1, 4))
    assert np.array_equal(after == 4, labels == 1)
    assert np.array_equal(after == 1, labels == 4)
    assert np.array_equal(after == 2, labels == 2)


@pytest.mark.parametrize("axis", [0, 1, 2])
def test_a_slice_is_copied_whole_or_by_one_label(axis):
    labels = np.random.default_rng(1).choice([0, 0, 1, 2, 4], SHAPE).astype(np.uint8)
    whole = done(labels, copy_slice(labels, axis, 10, 11))
    assert np.array_equal(whole.take(11, axis), labels.take(10, axis))
    assert np.array_equal(np.delete(whole, 11, axis), np.delete(labels, 11, axis))
    one = done(labels, copy_slice(labels, axis, 10, 11, 2))
    source, target = labels.take(10, axis), labels.take(11, axis)
    assert np.array_equal(one.take(11, axis), np.where(source == 2, 2, target))
    assert copy_slice(labels, axis, SHAPE[axis], 11).empty
    assert copy_slice(labels, axis, -1, 0).empty


def test_a_region_is_taken_from_a_candidate_in_another_scheme():
    first, second = ball(12, 12, 12, 6), ball(28, 30, 30, 7)
    theirs = of(first | second, 2)
    theirs[ball(28, 30, 30, 3)] = 3
    candidate = LabelMap(theirs, GRID, BRATS_2023)
    labels = np.zeros(SHAPE, np.uint8)
    core = done(labels, take_region(labels, candidate, (30, 30, 28), BRATS_2021, whole=False))
    assert np.array_equal(core, of(ball(28, 30, 30, 3), 4)), "ET is 3 there and 4 here"
    whole = done(labels, take_region(labels, candidate, (30, 30, 28), BRATS_2021, whole=True))
    assert np.array_equal(whole != 0, second)
    assert np.array_equal(whole == 4, ball(28, 30, 30, 3))
    assert take_region(labels, candidate, (0, 0, 0), BRATS_2021, whole=True).empty
    with pytest.raises(ValueError, match="another grid"):
        take_region(labels[1:], candidate, (0, 0, 0), BRATS_2021, whole=True)
