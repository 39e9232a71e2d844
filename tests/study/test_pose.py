"""Six handles against what they must do: analytic motions, and a known misplacement that a nudge takes back."""

import numpy as np
import pytest

from fets_desktop.study.pose import Pose, nudged

CENTRE = np.array([-119.0, 110.0, 75.0])


def moved(matrix, point):
    return matrix[:3, :3] @ point + matrix[:3, 3]


def test_nothing_moves_nothing():
    assert Pose().still
    assert not Pose(up_mm=0.1).still
    np.testing.assert_allclose(Pose().motion(CENTRE), np.eye(4), atol=1e-12)


@pytest.mark.parametrize(
    ("pose", "way"),
    [
        (Pose(right_mm=2), (2, 0, 0)),  # RAS+: the first axis grows towards the patient's right
        (Pose(front_mm=3), (0, 3, 0)),
        (Pose(up_mm=-4), (0, 0, -4)),
    ],
)
def test_shifts_go_where_they_are_called(pose, way):
    np.testing.assert_allclose(moved(pose.motion(CENTRE), CENTRE + 7) - (CENTRE + 7), way, atol=1e-12)


@pytest.mark.parametrize(
    ("pose", "start", "end"),
    [
        (Pose(nod_deg=90), (0, 1, 0), (0, 0, 1)),  # the face is lifted
        (Pose(tilt_deg=90), (1, 0, 0), (0, 0, -1)),  # the right side goes down
        (Pose(turn_deg=90), (0, 1, 0), (-1, 0, 0)),  # the face turns to the left
    ],
)
def test_turns_are_about_the_centre_and_by_the_right_hand(pose, start, end):
    matrix = pose.motion(CENTRE)
    np.testing.assert_allclose(moved(matrix, CENTRE), CENTRE, atol=1e-12)
    np.testing.assert_allclose(moved(matrix, CENTRE + start), CENTRE + end, atol=1e-12)


def ball(radius_mm=80.0, count=400):
    points = np.random.default_rng(3).normal(size=(count, 3))
    return CENTRE + radius_mm * points / np.linalg.norm(points, axis=1, keepdims=True)


def worst_mm(one, other):
    points = ball()
    return max(np.linalg.norm(moved(one, p) - moved(other, p)) for p in points)


def true_pose():
    """Atlas points to T1Gd points: oblique and far from the origin."""
    return Pose(12, -40, 25, 8, -6, 11).motion((3, 4, 5))


def test_a_nudge_of_a_known_misplacement_restores_it():
    slip = Pose(1.7, -2.4, 3.1, 1.5, -2.0, 2.5)
    truth, motion = true_pose(), slip.motion(CENTRE)
    # the image lies where `slip` pushed it: what stands at motion(p) in the picture stands at p in truth
    wrong = truth @ np.linalg.inv(motion)
    assert worst_mm(wrong, truth) > 2.0
    np.testing.assert_allclose(nudged(truth, motion), wrong, atol=1e-9)
    assert worst_mm(nudged(wrong, np.linalg.inv(motion)), truth) < 1e-6


def test_the_six_numbers_of_a_small_misplacement_turned_round_restore_it_within_a_tenth_of_a_millimetre():
    slip = Pose(0.6, -0.5, 0.7, 0.4, -0.3, 0.5)
    back = Pose(-0.6, 0.5, -0.7, -0.4, 0.3, -0.5)  # what a person would type
    wrong = nudged(true_pose(), slip.motion(CENTRE))
    assert worst_mm(wrong, true_pose()) > 0.8
    assert worst_mm(nudged(wrong, back.motion(CENTRE)), true_pose()) < 0.1


def test_a_contrast_on_t1gd_moves_as_it_is_seen_in_the_atlas():
    to_atlas = true_pose()
    onto = Pose(4, 5, -3, 2, -4, 9).motion((10, 0, 0))  # T1Gd points to T1 points
    motion = Pose(2, 0, 1, 0, 3, 0).motion(CENTRE)
    new = nudged(onto, motion, to_atlas)
    # seen in the atlas, what stood at p stands at motion(p) now
    for point in ball(count=20):
        shown = new @ to_atlas @ np.append(moved(motion, point), 1)
        np.testing.assert_allclose(shown, onto @ to_atlas @ np.append(point, 1), atol=1e-9)
