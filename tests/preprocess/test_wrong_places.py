"""Heads that lie in the atlas as well as they can, but the wrong way round: none of these places is called fine."""

from contextlib import suppress

import numpy as np
import pytest
import SimpleITK as sitk  # noqa: N813
from scipy.spatial.transform import Rotation

from fets_desktop.imaging.files import read_image, write_image
from fets_desktop.imaging.rigid import read_matrix
from fets_desktop.preprocess import names
from fets_desktop.preprocess.aligning import ToAtlas
from fets_desktop.preprocess.engines import register_rigid
from fets_desktop.preprocess.fit import OTHER_HEAD, SAME_HEAD, Fit, Placed, judge, measure
from fets_desktop.preprocess.step import Bench, Settings
from fets_desktop.study.contrast import Contrast
from fets_desktop.study.errors import StudyError
from fets_desktop.study.finding import Grade
from fets_desktop.study.progress import silent

UPSIDE_DOWN = Fit(similarity=1.006, gain=-0.031, overlap=0.964)
"""The native patient, 89 mm off: its headers were turned by 180 degrees."""

WAYS_ROUND = [turn.as_matrix() for turn in Rotation.create_group("O") if turn.magnitude() > 0.1][::2]


@pytest.fixture
def small(heads, sri24) -> tuple[sitk.Image, sitk.Image]:
    """The atlas and the phantom's T1Gd in voxels of some 5 mm: a registration takes a quarter of a second."""
    atlas, t1gd = (sitk.Cast(read_image(path), sitk.sitkFloat32) for path in (sri24, heads.sources[Contrast.T1GD]))
    return sitk.BinShrink(atlas, [5, 5, 5]), sitk.BinShrink(t1gd, [4, 4, 1])


def test_what_lies_upside_down_is_bad_however_sharp_it_is():
    assert UPSIDE_DOWN.is_doubtful(OTHER_HEAD)
    grade, text = judge(UPSIDE_DOWN, Contrast.T1GD, OTHER_HEAD)
    assert grade is Grade.BAD
    assert "1.006; 1 is none, 1.016 fine" in text
    assert judge(Fit(1.0136, 0.1, 0.97), Contrast.T1GD, OTHER_HEAD)[0] is Grade.LOOK


def test_who_fits_the_atlas_least_of_all_that_were_found_is_fine():
    for found in (Fit(1.0352, 0.003, 0.961), Fit(1.0222, 0.059, 0.964)):  # the latter so noisy that its check says bad
        assert not found.is_doubtful(OTHER_HEAD)
        assert judge(found, Contrast.T1GD, OTHER_HEAD)[0] is Grade.OK


def test_contrasts_of_one_head_are_not_judged_by_how_alike_they_are():
    unlike = Fit(1.006, 0.4, 0.96, mirror=0.5)
    assert not unlike.is_doubtful(SAME_HEAD)
    assert judge(unlike, Contrast.T2, SAME_HEAD)[0] is Grade.OK


def test_no_wrong_way_round_is_called_fine(heads, small, sri24):
    atlas, head = small
    whole = sitk.Cast(read_image(sri24), sitk.sitkFloat32)
    true = heads.poses[Contrast.T1GD]
    middle = heads.brain_points.mean(axis=0)
    graded = {}
    for turn in WAYS_ROUND:
        about = np.eye(4)
        about[:3, :3], about[:3, 3] = turn, middle - turn @ middle
        found = register_rigid(atlas, head, (60, 20), 1, true @ about)
        assert heads.error_mm(found, true) > 30
        fit = measure(Placed(whole, np.eye(4)), Placed(head, found), whole)
        with suppress(StudyError):  # refused
            graded[fit] = judge(fit, Contrast.T1GD, OTHER_HEAD)[0]
    assert len(graded) > 6
    assert not [fit for fit, grade in graded.items() if grade is Grade.OK]


def test_a_head_that_went_upside_down_is_sought_in_every_attitude(heads, sri24, tmp_path, monkeypatch):
    register, astray = ToAtlas.register, heads.poses[Contrast.T1GD] @ np.diag([1.0, -1.0, -1.0, 1.0])
    measured = ToAtlas.measure

    def first_upside_down(self, bench, start=None, *, other_way=False):
        return astray if start is None else register(self, bench, start, other_way=other_way)

    def as_sharp_as_it_was(self, bench, matrix):
        return UPSIDE_DOWN if matrix is astray else measured(self, bench, matrix)

    monkeypatch.setattr(ToAtlas, "register", first_upside_down)
    monkeypatch.setattr(ToAtlas, "measure", as_sharp_as_it_was)
    t1gd = sitk.Cast(read_image(heads.sources[Contrast.T1GD]), sitk.sitkFloat32)
    write_image(tmp_path / names.even(Contrast.T1GD), t1gd)
    settings = Settings(atlas_iterations=(60, 20, 0))
    outcome = ToAtlas().run(Bench(tmp_path, heads.sources, sri24, lambda *_: None, "", settings), silent)
    found = read_matrix(tmp_path / names.matrix(names.TO_ATLAS))
    assert heads.error_mm(found, heads.poses[Contrast.T1GD]) < 2
    assert outcome.finding.grade is Grade.OK
    assert outcome.finding.limits["similarity_nmi"] == "1.016 or more; bad below 1.010"
