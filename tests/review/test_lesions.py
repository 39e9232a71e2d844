"""Scores against what other programs computed of the same masks, and against cases that can be worked out by hand.

`scores_of_others.json`: Dice and surface distances of panoptica 2.1.7 (HD95 from them: the larger of both directions'
95th percentile), and the steps of BraTS 2023's own program, with connected-components-3d 3.29, on the pairs of
`score_cases`. Those programs need other versions of numpy than we do, so what they said is kept.
"""

import json
from pathlib import Path

import numpy as np
import pytest
from scipy import ndimage
from score_cases import pairs

from fets_desktop.review.lesions import LesionRule, LesionScore, lesion_score
from fets_desktop.review.measures import dice, hd95_mm

OTHERS = json.loads((Path(__file__).parent / "scores_of_others.json").read_text(encoding="utf-8"))
PAIRS = {name: masks for name, *masks in pairs()}
ISOTROPIC = (1.0, 1.0, 1.0)


@pytest.mark.parametrize("name", PAIRS)
def test_scores_are_those_of_other_programs(name):
    found, reference = PAIRS[name]
    theirs = OTHERS[name]
    ours = lesion_score(found, reference, ISOTROPIC)
    assert ours.dice == pytest.approx(theirs["lesion_dice"], abs=1e-6)
    assert [ours.found, ours.missed, ours.invented] == theirs["lesions"]
    if "dice" in theirs:
        assert dice(found, reference) == pytest.approx(theirs["dice"], abs=1e-6)
    if "hd95_mm" in theirs:
        assert hd95_mm(found, reference, (1.0, 1.5, 3.0)) == pytest.approx(theirs["hd95_mm"], abs=1e-6)


def test_the_pairs_tell_more_than_one_story():
    assert set(PAIRS) == set(OTHERS)
    assert {tuple(row["lesions"]) for row in OTHERS.values()} >= {(0, 0, 0), (0, 1, 0), (0, 0, 1), (1, 1, 1), (2, 0, 0)}


def slow_lesion_dice(found, reference, rule):
    """The same, voxel by voxel: pieces by flooding, growth by steps to 18 neighbours, every lesion looked at alone."""
    steps = [s for s in np.ndindex(3, 3, 3) if s != (1, 1, 1)]
    near = [s for s in steps if sum(a != 1 for a in s) <= 2]

    def neighbours(at, moves):
        return {(at[0] + z - 1, at[1] + y - 1, at[2] + x - 1) for z, y, x in moves}

    def pieces(voxels):
        left, out = set(voxels), []
        while left:
            todo, piece = [left.pop()], set()
            while todo:
                at = todo.pop()
                piece.add(at)
                more = neighbours(at, steps) & left
                left -= more
                todo += more
            out.append(piece)
        return out

    def grown(voxels):
        out = set(voxels)
        for _ in range(rule.growth_voxels):
            out |= {
                n
                for at in out
                for n in neighbours(at, near)
                if all(0 <= a < s for a, s in zip(n, found.shape, strict=True))
            }
        return out

    mine, theirs = (set(map(tuple, np.argwhere(mask).tolist())) for mask in (found, reference))
    scores, claimed = [], []
    parts = pieces(mine)
    for piece in pieces(grown(theirs)):
        lesion, hits = theirs & piece, [part for part in parts if part & piece]
        claimed += hits
        if len(lesion) > rule.least_mm3:
            union = set().union(*hits)
            scores.append(2 * len(union & lesion) / (len(union) + len(lesion)))
    total = len(scores) + sum(part not in claimed for part in parts)
    return sum(scores) / total if total else 1.0


@pytest.mark.parametrize("seed", range(8))
def test_a_second_implementation_by_flooding_agrees(seed):
    rng = np.random.default_rng(seed)
    field, other = (ndimage.gaussian_filter(rng.standard_normal((18, 20, 22)), 1.3) for _ in range(2))
    reference, found = field > 0.28, field + other > 0.36
    rule = LesionRule(growth_voxels=1, least_mm3=4.0)
    assert lesion_score(found, reference, ISOTROPIC, rule).dice == pytest.approx(
        slow_lesion_dice(found, reference, rule), abs=1e-12
    )


def blob(shape, *boxes):
    mask = np.zeros(shape, dtype=bool)
    for start, edge in boxes:
        mask[tuple(slice(a, a + edge) for a in start)] = True
    return mask


def test_a_missed_and_an_invented_lesion_cost_the_same_whatever_their_size():
    shape = (40, 40, 40)
    reference = blob(shape, ((2, 2, 2), 8), ((25, 25, 25), 4))
    found = blob(shape, ((2, 2, 2), 8), ((2, 30, 2), 2))
    assert lesion_score(found, reference, ISOTROPIC) == LesionScore(1 / 3, 2 * 374 / 3, 1, 1, 1)


def test_what_is_too_small_is_counted_in_volume_and_nothing_found_there_is_invented():
    shape = (40, 40, 40)
    reference = blob(shape, ((2, 2, 2), 8), ((25, 25, 25), 3))
    found = blob(shape, ((2, 2, 2), 8), ((25, 25, 27), 2))
    assert lesion_score(found, reference, ISOTROPIC) == LesionScore(1.0, 0.0, 1, 0, 0), "27 mm3 are left out"
    coarse = lesion_score(found, reference, (1.0, 1.0, 2.0))
    assert (coarse.found, coarse.missed, coarse.invented) == (2, 0, 0), "54 mm3 are not"
    empty = blob(shape)
    assert lesion_score(empty, empty, ISOTROPIC) == LesionScore(1.0, 0.0, 0, 0, 0)
    assert lesion_score(blob(shape, ((0, 0, 0), 2)), empty, ISOTROPIC) == LesionScore(0.0, 374.0, 0, 0, 1)
