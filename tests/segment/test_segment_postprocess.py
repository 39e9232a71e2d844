"""Specks and what is hardly believable go, findings stay; little enhancement is core; holes are filled."""

from collections.abc import Iterable

import numpy as np
import pytest

from fets_desktop.segment.postprocess import cleaned, without_holes, without_little_et, without_pieces
from fets_desktop.study.cleaning import CLEANING, kept_rules
from fets_desktop.study.volume import LabelArray

SHAPE = (30, 30, 30)
Where = tuple[slice, ...]
Piece = tuple[Where, int]
MM3 = 1e-3
LESION = (np.s_[0:8, 0:8, 0:8], 2)  # 512 voxels
JUST_ENOUGH = (np.s_[10:15, 10:15, 10:14], 4)  # 100 voxels
SPECK = (np.s_[20:24, 20:25, 20:25], 4)  # 100 voxels, one of which goes
REGIONS_OF = {0: (0, 0, 0), 1: (0, 1, 1), 2: (0, 0, 1), 4: (1, 1, 1)}


def label_map(*pieces: Piece) -> LabelArray:
    array = np.zeros(SHAPE, dtype=np.uint8)
    for where, value in pieces:
        array[where] = value
    return array


def probabilities(labels: LabelArray, unsure: Iterable[tuple[Where, float]] = ()) -> np.ndarray:
    """What gives these labels, with certainty but for places where every region that is there has less."""
    found = np.zeros((3, *SHAPE), dtype=np.float32)
    for value, regions in REGIONS_OF.items():
        found[:, labels == value] = np.array(regions, dtype=np.float32)[:, None]
    for where, value in unsure:
        found[(slice(None), *where)] *= value
    return found


def sure(labels: LabelArray) -> tuple[LabelArray, np.ndarray, float]:
    return labels, probabilities(labels), MM3


def test_a_piece_below_a_tenth_of_a_millilitre_goes_and_all_else_stays() -> None:
    core = (np.s_[2:3, 2:3, 2:3], 2)
    labels = label_map(LESION, core, JUST_ENOUGH, SPECK, (np.s_[20:21, 20:21, 20:21], 0))
    np.testing.assert_array_equal(without_pieces(*sure(labels)), label_map(LESION, core, JUST_ENOUGH))


def test_the_limit_is_a_volume_not_a_number_of_voxels() -> None:
    labels = label_map(LESION, JUST_ENOUGH)
    np.testing.assert_array_equal(without_pieces(labels, probabilities(labels), 0.9**3 * MM3), label_map(LESION))
    labels = label_map(LESION, SPECK)
    np.testing.assert_array_equal(without_pieces(labels, probabilities(labels), 8 * MM3), labels)


@pytest.mark.parametrize("pieces", [(), (SPECK,), ((np.s_[0, 0, 0:3], 4), (np.s_[9, 9, 9:11], 4))])
def test_the_most_believable_piece_stays_however_small(pieces: tuple[Piece, ...]) -> None:
    labels = label_map(*pieces)
    np.testing.assert_array_equal(without_pieces(*sure(labels)), label_map(*pieces[:1]))


def test_a_speck_of_core_and_doubted_core_become_oedema_and_the_most_believable_core_stays() -> None:
    solid = (np.s_[0:16, 0:16, 0:16], 2)
    core, doubted, speck = (np.s_[1:11, 1:11, 1:11], 4), (np.s_[12:16, 0:6, 0:5], 1), (np.s_[12:15, 12:15, 12:15], 4)
    labels = label_map(solid, core, doubted, speck)
    found = probabilities(labels)
    found[1][doubted[0]] = 0.6
    np.testing.assert_array_equal(without_pieces(labels, found, MM3), label_map(solid, core))
    found[1][doubted[0]] = 0.95
    np.testing.assert_array_equal(without_pieces(labels, found, MM3), label_map(solid, core, doubted))
    labels = label_map(solid, speck)
    np.testing.assert_array_equal(without_pieces(*sure(labels)), labels)


def test_even_a_finding_that_is_all_doubt_stays() -> None:
    labels = label_map(JUST_ENOUGH, SPECK)
    doubted = probabilities(labels, [(np.s_[:, :, :], 0.5)])
    assert without_pieces(labels, doubted, MM3).any()


def test_a_piece_that_is_doubted_goes_unless_it_is_large_and_one_that_is_sure_stays() -> None:
    labels = label_map(LESION, JUST_ENOUGH, SPECK)
    doubted = probabilities(labels, [(JUST_ENOUGH[0], 0.89), (SPECK[0], 0.91)])
    np.testing.assert_array_equal(without_pieces(labels, doubted, MM3), label_map(LESION, SPECK))
    # 0.8: evidence of 0.36 a voxel; 27 voxels more than the 0.3 of the lesion's 512 that it takes
    large = (np.s_[10:20, 10:20, 10:15], 2)
    labels = label_map(LESION, large)
    enough = probabilities(labels, [(large[0], 0.8)])
    np.testing.assert_array_equal(without_pieces(labels, enough, MM3), labels)
    np.testing.assert_array_equal(
        without_pieces(labels, probabilities(labels, [(large[0], 0.77)]), MM3), label_map(LESION)
    )


def test_doubt_outweighs_size_when_the_most_believable_piece_is_chosen() -> None:
    large = (np.s_[10:25, 10:25, 10:25], 2)  # 3375 voxels at 0.65: evidence 304 against 512
    labels = label_map(LESION, large)
    doubted = probabilities(labels, [(large[0], 0.55)])
    np.testing.assert_array_equal(without_pieces(labels, doubted, MM3), label_map(LESION))


def test_a_doubted_part_that_hangs_on_by_a_bridge_goes_and_a_doubted_rim_stays() -> None:
    rim, bridge, growth = np.s_[8, 0:8, 0:8], np.s_[9:14, 4, 4], np.s_[14:19, 2:7, 2:7]
    labels = label_map(LESION, (rim, 2), (bridge, 2), (growth, 2))
    doubted = probabilities(labels, [(rim, 0.6), (bridge, 0.6), (growth, 0.7)])
    doubted[2, 16, 4, 4] = 0.95  # one voxel that the network is sure of makes it a part of its own
    np.testing.assert_array_equal(
        without_pieces(labels, doubted, MM3), label_map(LESION, (rim, 2), (np.s_[9:12, 4, 4], 2))
    )
    doubted[(2, *growth)] = 0.95
    np.testing.assert_array_equal(without_pieces(labels, doubted, MM3), labels)


def test_pieces_hang_together_by_their_corners() -> None:
    labels = label_map(LESION, (np.s_[8, 8, 8], 2))
    np.testing.assert_array_equal(without_pieces(*sure(labels)), labels)


def test_little_enhancement_is_core_unless_it_is_sure_and_a_little_more_stays() -> None:
    little, enough = (np.s_[1:6, 1:6, 1:8], 4), (np.s_[0:5, 0:5, 0:8], 4)  # 175 and 200 voxels
    labels = label_map(LESION, little)
    doubted = probabilities(labels, [(little[0], 0.8)])
    core = label_map(LESION, (little[0], 1))
    np.testing.assert_array_equal(without_little_et(labels, doubted, MM3), core)
    np.testing.assert_array_equal(without_little_et(*sure(labels)), labels)
    labels = label_map(LESION, enough)
    np.testing.assert_array_equal(without_little_et(labels, probabilities(labels, [(enough[0], 0.8)]), MM3), labels)


def test_a_small_enclosed_hole_is_filled_by_what_is_most_probable_there() -> None:
    solid = (np.s_[0:16, 0:16, 0:16], 2)
    hole, large, open_ = np.s_[3:5, 3:5, 3:5], np.s_[2:13, 2:13, 6:15], np.s_[0:3, 10, 2]
    labels = label_map(solid, (hole, 0), (open_, 0))
    found = probabilities(labels)
    found[1][hole] = 0.6
    filled = without_holes(labels, found, MM3)
    assert (filled[hole] == 1).all()
    assert not filled[open_].any(), "it reaches the outside"
    found[1][hole] = 0.4
    assert (without_holes(labels, found, MM3)[hole] == 2).all()
    labels = label_map(solid, (large, 0))  # 1089 voxels
    np.testing.assert_array_equal(without_holes(*sure(labels)), labels)


def test_every_rule_is_off_by_a_switch_and_says_what_it_changed() -> None:
    hole = (np.s_[3:5, 3:5, 3:5], 0)
    labels = label_map(LESION, hole, (np.s_[20:22, 20, 20], 4))
    found = probabilities(labels, [(np.s_[20:22, 20, 20], 0.8)])
    after, changed = cleaned(labels, found, MM3)
    assert changed == {"pieces": pytest.approx(0.002), "little-et": 0, "holes": pytest.approx(0.008)}
    np.testing.assert_array_equal(after, label_map(LESION))
    same, nothing = cleaned(labels, found, MM3, ())
    assert same is labels
    assert nothing == {}
    after, changed = cleaned(labels, found, MM3, kept_rules(["pieces"]))
    assert changed == {"little-et": pytest.approx(0.002), "holes": pytest.approx(0.008)}
    assert set(CLEANING) == {"pieces", "little-et", "holes"}
    with pytest.raises(ValueError, match="no rule specks"):
        kept_rules(["specks"])
