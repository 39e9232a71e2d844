"""Pushing a registration: what is seen moves as the handles say, and a known misplacement is put right."""

from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest
from scipy import ndimage

from fets_desktop.app.nudging import CENTRE, CENTRE_RAS, NudgeFiles, Overlay
from fets_desktop.imaging.files import write_array
from fets_desktop.study.grid import BRATS_GRID, Grid
from fets_desktop.study.pose import Pose, nudged

STEP = np.array([1.0, 1.0, 1.0])


def ball(centre_zyx, radius=30):
    z, y, x = np.indices(BRATS_GRID.shape, sparse=True)
    inside = sum((a - c) ** 2 for a, c in zip((z, y, x), centre_zyx, strict=True)) < radius**2
    return inside.astype(np.float32) * 100


@pytest.fixture(scope="module")
def image(tmp_path_factory) -> Path:
    """Three balls amid the atlas grid: no symmetry."""
    array = ball((72, 128, 119)) + ball((100, 90, 100), 14) + ball((60, 150, 160), 10)
    return write_array(tmp_path_factory.mktemp("nudge") / "image.nii.gz", array, BRATS_GRID)


@pytest.fixture(scope="module")
def session(image):
    return NudgeFiles("P-1", "atlas", image, image, np.eye(4), None, None).read()


def shift_of(tiles, plane):
    """Where the content of a plane stands, (row, column), amid what is bright."""
    return np.array(ndimage.center_of_mass(tiles[plane][..., 2].astype(float)))


@pytest.mark.parametrize(
    ("pose", "plane", "way"),
    [
        (Pose(right_mm=4), 0, (0, -4)),  # the patient's right is on the left
        (Pose(front_mm=4), 0, (-4, 0)),  # anterior is up
        (Pose(up_mm=4), 1, (-4, 0)),  # superior is up
        (Pose(front_mm=4), 2, (0, -4)),  # the sagittal plane looks to the left: anterior is left
    ],
)
def test_the_picture_moves_as_the_handle_says(session, pose, plane, way):
    before, after = (shift_of(session.tiles(Overlay.COLOURS, p, CENTRE), plane) for p in (Pose(), pose))
    np.testing.assert_allclose(after - before, way, atol=0.8)


@pytest.mark.parametrize("overlay", Overlay)
def test_every_overlay_shows_three_planes_and_changes_with_the_pose(session, overlay):
    still, pushed = (session.tiles(overlay, p, CENTRE) for p in (Pose(), Pose(right_mm=6, turn_deg=10)))
    assert [tile.shape for tile in still] == [(240, 240, 3), (155, 240, 3), (155, 240, 3)]
    assert all((a != b).any() for a, b in zip(still, pushed, strict=True))


def test_twins_laid_on_one_another_are_grey(session):
    for tile in session.tiles(Overlay.COLOURS, Pose(), CENTRE):
        spread = tile.max(axis=2).astype(int) - tile.min(axis=2)
        assert spread.max() <= 1


def test_similarity_is_best_where_it_fits(session):
    there = session.similarity(Pose())
    assert there > 1.8
    assert session.similarity(Pose(right_mm=3)) < there
    assert session.similarity(Pose(nod_deg=5)) < there


def test_a_known_misplacement_is_restored_within_a_tenth_of_a_millimetre(image):
    """The six numbers that slipped, with the opposite sign and in small, bring every point of a brain back."""
    truth = Pose(12, -40, 25, 8, -6, 11).motion((3, 4, 5))
    wrong = nudged(truth, Pose(0.6, -0.5, 0.7, 0.4, -0.3, 0.5).motion(CENTRE_RAS))
    session = NudgeFiles("P-1", "atlas", image, image, wrong, None, None).read()
    back = session.matrix(Pose(-0.6, 0.5, -0.7, -0.4, 0.3, -0.5))
    points = np.array(CENTRE_RAS) + 80 * np.vstack([np.eye(3), -np.eye(3)])
    gap = points @ (back - truth)[:3, :3].T + (back - truth)[:3, 3]
    assert np.linalg.norm(gap, axis=1).max() < 0.1


def test_a_contrast_is_pushed_in_the_space_of_the_atlas(image, session):
    to_atlas = Pose(5, 3, -2, 10, 0, 0).motion((0, 0, 0))
    files = replace(session.files, step="onto-T1", start=np.linalg.inv(to_atlas), fixed_to_atlas=to_atlas)
    other = files.read()  # start after to_atlas: the moving image lies as it is in the atlas
    pose = Pose(up_mm=7)
    np.testing.assert_allclose(
        other.matrix(pose) @ to_atlas, session.matrix(pose), atol=1e-9
    )  # seen in the atlas, the same push


def test_without_any_registration_the_middles_lie_on_one_another(image, tmp_path):
    away = Grid.from_affine((40, 50, 60), [[-2, 0, 0, 300], [0, -2, 0, 10], [0, 0, 3, -500], [0, 0, 0, 1]])
    moving = write_array(tmp_path / "moving.nii.gz", np.ones((40, 50, 60), np.float32), away)
    matrix = NudgeFiles("P-1", "atlas", image, moving, None, None, None).read().matrix(Pose())
    fixed_middle = BRATS_GRID.to_ras([119.5, 119.5, 77.0])
    np.testing.assert_allclose(matrix[:3, :3] @ fixed_middle + matrix[:3, 3], away.to_ras([29.5, 24.5, 19.5]))
