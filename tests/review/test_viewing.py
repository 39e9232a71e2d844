"""What the viewer looks with: presets, T1Gd minus T1, rulers, oblique planes."""

import numpy as np
import pytest

from fets_desktop.review.difference import enhancement, enhancement_window
from fets_desktop.review.display import auto_window
from fets_desktop.review.oblique import Cut, letters_of
from fets_desktop.review.presets import Preset, preset_window
from fets_desktop.review.rulers import Measure, across, length_mm
from fets_desktop.study.grid import Grid

SKEW = Grid.from_affine((30, 40, 50), [[-0.9, 0, 0, 5], [0, -1.2, 0, 7], [0, 0, 3.0, -20], [0, 0, 0, 1]])


def images():
    t1 = np.full((20, 20, 20), 200.0, np.float32)
    t1[:2] = 0
    gd = t1 * 1.5  # another scanner scale
    gd[8:12, 8:12, 8:12] = 600
    return gd, t1


def test_only_what_took_up_agent_is_left_of_t1gd_minus_t1():
    gd, t1 = images()
    difference = enhancement(gd, t1)
    assert difference[10, 10, 10] == pytest.approx(300)
    assert difference[15, 15, 15] == pytest.approx(0, abs=1e-3)
    assert not difference[:2].any()


def test_the_difference_is_shown_with_no_change_in_the_middle_grey():
    window = enhancement_window(enhancement(*images()))
    assert window.level == 0
    assert window.width == pytest.approx(600, rel=0.05)


def test_values_that_are_no_numbers_leave_the_difference_a_number():
    gd, t1 = images()
    gd[5, 5, 5], t1[6, 6, 6] = np.nan, np.inf
    assert np.isfinite(enhancement(gd, t1)).all()


def test_presets_differ_and_come_from_the_values_alone():
    values = np.zeros((20, 20, 20), np.float32)
    values[4:] = np.linspace(1, 1000, values[4:].size, dtype=np.float32).reshape(values[4:].shape)
    windows = {preset: preset_window(values, preset) for preset in Preset}
    assert windows[Preset.AUTO] == auto_window(values)
    assert len(set(windows.values())) == len(Preset)
    assert windows[Preset.FULL].low == pytest.approx(1, abs=10)
    assert windows[Preset.BRIGHT].low == pytest.approx(500, rel=0.1)
    scaled = preset_window(values * 7, Preset.TISSUE)
    assert scaled.width == pytest.approx(7 * windows[Preset.TISSUE].width, rel=1e-4)


def test_an_empty_image_has_a_window_in_every_preset():
    for preset in Preset:
        assert preset_window(np.zeros((8, 8, 8), np.float32), preset).width > 0


def test_a_ruler_measures_in_millimetres_of_the_grid():
    assert length_mm(((0, 0, 0), (10, 0, 0)), SKEW) == pytest.approx(9)
    assert length_mm(((0, 0, 0), (0, 0, 2)), SKEW) == pytest.approx(6)
    assert Measure(0, (((0, 0, 5), (0, 10, 5)),)).lengths_mm(SKEW) == (pytest.approx(12),)


def test_the_second_diameter_stands_at_right_angles_however_it_is_drawn():
    first = ((10.0, 10.0, 4.0), (30.0, 22.0, 4.0))
    second = across(first, (18.0, 25.0, 4.0), (31.0, 3.0, 4.0), SKEW)
    a, b, c, d = (SKEW.to_ras(point) for point in (*first, *second))
    assert (b - a) @ (d - c) == pytest.approx(0, abs=1e-9)
    assert length_mm(second, SKEW) > 10
    assert np.allclose(second[0], (18.0, 25.0, 4.0))
    assert second[1][2] == pytest.approx(4.0)


def test_the_axial_cut_has_the_letters_of_an_axial_slice():
    assert Cut().letters == ("R", "L", "A", "P")
    assert np.allclose(Cut().normal, (0, 0, 1))


@pytest.mark.parametrize(("turn", "letters"), [((0, 90), ("R", "L", "I", "S")), ((90, 0), ("I", "S", "A", "P"))])
def test_a_quarter_turn_shows_another_plane(turn, letters):
    assert Cut().turned(*turn).letters == letters


def test_between_two_planes_both_letters_stand():
    assert Cut().turned(30, 0).letters == ("RI", "LS", "A", "P")
    assert letters_of(np.array([0.1, -0.8, 0.6])) == "PS"


def test_a_thousand_turns_leave_the_axes_at_right_angles():
    cut = Cut()
    for n in range(1000):
        cut = cut.turned(n % 7 - 2, n % 5 - 1)
    assert np.dot(cut.across, cut.down) == pytest.approx(0, abs=1e-12)
    assert np.linalg.norm(cut.across) == pytest.approx(1, abs=1e-12)


def test_the_anchor_of_a_cut_is_its_middle_and_steps_are_millimetres():
    cut, anchor = Cut().turned(20, 35), np.array([1.0, -3.0, 10.0])
    to_index = cut.to_index(SKEW, anchor, 0.5)
    assert np.allclose(SKEW.to_ras((to_index @ [0, 0, 0, 1])[:3]), anchor)
    away = SKEW.to_ras((to_index @ [3, 4, 0, 1])[:3]) - anchor
    assert np.linalg.norm(away) == pytest.approx(2.5)
