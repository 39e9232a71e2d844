"""Fusion: known votes voxel by voxel, ties by the rule, LabelFusion's own voxels, candidates that do not fit."""

import hashlib
from pathlib import Path

import numpy as np
import pytest

from fets_desktop.imaging.files import read_labels
from fets_desktop.segment.fusion import Fused, fuse
from fets_desktop.segment.simple import simple
from fets_desktop.study.errors import StudyError
from fets_desktop.study.fusing import FUSIONS, LABEL, PER, REGION, Fusion
from fets_desktop.study.grid import Grid
from fets_desktop.study.labels import BRATS_2021, BRATS_2023, POST_OPERATIVE, LabelScheme
from fets_desktop.study.volume import LabelMap

GRID = Grid.from_affine((1, 1, 6), np.eye(4))


def labels(*values: int, scheme: LabelScheme = BRATS_2021) -> LabelMap:
    array = np.array(values, np.uint8).reshape(1, 1, -1)
    return LabelMap(array, Grid.from_affine(array.shape, np.eye(4)), scheme)


def fused(method: str, per: str, *candidates: LabelMap) -> Fused:
    return fuse({f"c{number}": one for number, one in enumerate(candidates)}, Fusion(method, per))


def row(result: Fused) -> list[int]:
    return result.labels.array.ravel().tolist()


def test_a_majority_is_more_than_half_and_a_tie_is_background() -> None:
    four = labels(4, 4, 4, 2, 1, 0), labels(4, 4, 2, 2, 1, 0), labels(4, 0, 1, 2, 2, 4), labels(4, 0, 2, 1, 2, 4)
    assert row(fused("majority", LABEL, *four)) == [4, 0, 0, 2, 0, 0]
    # by region the third voxel is WT for all four, and half of them is not enough for TC
    assert row(fused("majority", REGION, *four)) == [4, 0, 2, 2, 2, 0]
    # most say 2 there, though not more than half
    assert row(fused("voting", LABEL, *four)) == [4, 0, 2, 2, 0, 0]


def test_every_method_gives_what_all_agree_on_and_tells_everybodys_standing() -> None:
    same = [labels(0, 2, 2, 1, 4, 4)] * 3
    for method in FUSIONS:
        for per in PER:
            result = fused(method, per, *same)
            assert row(result) == [0, 2, 2, 1, 4, 4], (method, per)
            assert set(result.standings) == {"c0", "c1", "c2"}
            standing = result.standings["c1"]["ET"]
            assert standing.sensitivity == pytest.approx(1, abs=1e-3)
            assert standing.specificity == pytest.approx(1, abs=1e-3)
            assert standing.weight == (None if method == "staple" else pytest.approx(1 / 3))


def test_schemes_are_brought_together_and_a_cavity_stays() -> None:
    old, new = labels(4, 2, 1, 0), labels(3, 2, 1, 0, scheme=BRATS_2023)
    result = fused("majority", LABEL, old, new)
    assert (row(result), result.labels.scheme) == ([4, 2, 1, 0], BRATS_2021)
    after = labels(3, 2, 4, 4, scheme=POST_OPERATIVE)
    for per in PER:
        result = fused("majority", per, after, after, old)
        assert (row(result), result.labels.scheme) == ([3, 2, 4, 4], POST_OPERATIVE)


@pytest.mark.parametrize("method", FUSIONS)
@pytest.mark.parametrize("per", PER)
def test_all_empty_one_only_and_one_empty(method: str, per: str) -> None:
    empty, some = labels(0, 0, 0, 0), labels(0, 2, 1, 4)
    result = fused(method, per, empty, empty)
    assert (row(result), result.remark) == ([0, 0, 0, 0], "No candidate found anything.")
    result = fused(method, per, some)
    assert row(result) == [0, 2, 1, 4]
    assert "one candidate only" in result.remark
    assert row(fused(method, per, some, some, empty)) == [0, 2, 1, 4]


def test_what_does_not_go_together_is_told_by_name() -> None:
    elsewhere = LabelMap(np.zeros((1, 1, 4), np.uint8), Grid.from_affine((1, 1, 4), np.diag([2, 1, 1, 1])), BRATS_2021)
    for candidates, code, word in (
        ({"a": labels(0, 2, 1, 4), "b": elsewhere}, "mixed-grids", "a and b"),
        ({"a": labels(0, 2, 1, 3)}, "stray-labels", "In what a proposes, label 3"),
        ({}, "wrong-usage", "no candidate"),
    ):
        with pytest.raises(StudyError) as caught:
            fuse(candidates, Fusion("majority"))
        assert caught.value.code == code
        assert word in caught.value.detail


def test_simple_leaves_out_who_is_far_behind_and_weighs_the_others() -> None:
    good = np.zeros((10, 10, 10), bool)
    good[2:8, 2:8, 2:8] = True
    nearly = good.copy()
    nearly[2] = False
    astray = np.roll(good, 4, axis=2)
    share, weights = simple([good, nearly, good, astray])
    assert np.array_equal(share > 0.5, good)
    assert weights[3] == 0
    assert weights[0] == weights[2] > weights[1] > 0.25
    assert sum(weights) == pytest.approx(1)
    # equals are not thinned out, though one of them is always the last
    equals = [np.roll(good, step, axis=1) for step in (0, 0, 0)]
    equals[1] = nearly
    assert min(simple(equals)[1]) > 0.3


def test_regions_stay_within_one_another_whatever_the_weights() -> None:
    rng = np.random.default_rng(4)
    array = rng.choice([0, 1, 2, 4], (3, 12, 12, 12), p=[0.5, 0.1, 0.3, 0.1]).astype(np.uint8)
    grid = Grid.from_affine((12, 12, 12), np.eye(4))
    candidates = [LabelMap(np.sort(one, axis=2), grid, BRATS_2021) for one in array]
    for method in FUSIONS:
        result = fused(method, REGION, *candidates)
        assert set(np.unique(result.labels.array)) <= {0, 1, 2, 4}


def test_an_unknown_method_is_refused_with_those_there_are() -> None:
    with pytest.raises(ValueError, match="staple, majority, voting, simple"):
        Fusion("stapel")
    with pytest.raises(ValueError, match="region, label"):
        Fusion("staple", "voxel")
    assert Fusion("staple").name(["b", "a"]) == Fusion("staple").name(["a", "b"]) != Fusion("staple", REGION).name("ab")


PEERS = ("hnfnetv1-20", "isen-20", "sanet0-20", "scan-20", "yixinmpl-20")
LABEL_FUSION = {
    # (method, how many of the peers): sha256 of LabelFusion 1.0.15's voxels, uint8 (z, y, x), and voxels of 1, 2, 4
    ("staple", 5): ("a3d0d7066bccc290eab9843ba279184a6967409e9f6dfeb5254df9bd93fd77e5", (3169, 24049, 6840)),
    ("voting", 5): ("1239254feff22a958f41e198d8290388bb06d9d245a4b60ff42da9e240ec03a9", (2477, 20862, 6840)),
    ("voting", 4): ("9bfea1b68e3ece86fc964cc162b4e838b40870ea5f0b0d5a84a18f1f696755c8", (2461, 18954, 6526)),
    ("majority", 5): ("1239254feff22a958f41e198d8290388bb06d9d245a4b60ff42da9e240ec03a9", (2477, 20862, 6840)),
    ("majority", 4): ("1f076e4d41b4b55a205a8e48475ac743dfc580a9e700c374152522ae31aa51ca", (2360, 18861, 6474)),
    # SIMPLE leaves nobody out there; its weights are nearly equal, so that three always outvote two
    ("simple", 5): ("1239254feff22a958f41e198d8290388bb06d9d245a4b60ff42da9e240ec03a9", (2477, 20862, 6840)),
}
"""`fuse_images` of the PyPI package labelfusion on the peers' segmentations, in their order here."""


@pytest.fixture(scope="module")
def peers(real_data: Path) -> list[LabelMap]:
    folder = real_data / "native" / "TCGA-FG-6692" / "peer_segmentations"
    return [read_labels(folder / f"{name}.nii.gz", BRATS_2021) for name in PEERS]


@pytest.mark.real
@pytest.mark.parametrize(("method", "number"), LABEL_FUSION)
def test_the_voxels_are_label_fusions_own(peers: list[LabelMap], method: str, number: int) -> None:
    digest, counts = LABEL_FUSION[method, number]
    result = fused(method, LABEL, *peers[:number]).labels.array
    assert tuple(int((result == value).sum()) for value in (1, 2, 4)) == counts
    assert hashlib.sha256(np.ascontiguousarray(result).tobytes()).hexdigest() == digest


@pytest.mark.real
def test_simple_differs_from_label_fusions_only_where_two_of_four_stand_against_the_others(
    peers: list[LabelMap],
) -> None:
    # LabelFusion 1.0.15 weighs a candidate by all its classes at once, background too, we by each label: so another
    # pair wins. Its vote passes with just half, and labels that both pass are added up.
    theirs = {1: 2977, 2: 19260, 4: 6485}
    ours = fused("simple", LABEL, *peers[:4]).labels.array
    most = np.max([np.sum([peer.array == value for peer in peers[:4]], axis=0) for value in (0, 1, 2, 4)], axis=0)
    majority = fused("majority", LABEL, *peers[:4]).labels.array
    assert np.array_equal(ours[most > 2], majority[most > 2])
    sure = {value: int(((majority == value) & (most > 2)).sum()) for value in theirs}
    for value, count in theirs.items():
        assert sure[value] <= count
        assert abs(int((ours == value).sum()) - count) <= int((most <= 2).sum())
