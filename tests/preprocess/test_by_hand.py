"""A person's own mask or position in place of what a step finds: only what depends on it runs again, and back."""

import functools
import json
import shutil
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest

from fets_desktop.imaging.files import read_label_values, read_volume, write_array
from fets_desktop.imaging.rigid import read_matrix, write_matrix
from fets_desktop.preprocess import recipe
from fets_desktop.preprocess.memo import file_hash
from fets_desktop.preprocess.recipe import Prepared
from fets_desktop.preprocess.step import Given, Settings, signed
from fets_desktop.study.annotation import FETS_FOLDER
from fets_desktop.study.contrast import ALL_CONTRASTS, Contrast
from fets_desktop.study.errors import StudyError
from fets_desktop.study.finding import Finding, Grade
from fets_desktop.study.grid import BRATS_GRID, Grid
from fets_desktop.study.pose import Pose, nudged

prepare = functools.partial(recipe.prepare, settings=Settings(n4_iterations=(12, 12)), mask_maker_id="known")
CENTRE = (-119.0, 110.0, 75.0)


def by(path: Path) -> Given:
    return Given(path, "Dr. Weber", "2026-11-25T10:00:00Z")


def steps_run(prepared) -> list[str]:
    return [finding.step for finding in prepared.findings if finding.seconds > 0]


def never(volumes, progress):
    raise AssertionError("the brain extraction was asked")


@pytest.fixture
def copy(prepared, tmp_path) -> Path:
    shutil.copytree(prepared.brain_mask.parent, tmp_path / "copy")
    return tmp_path / "copy"


@pytest.fixture(scope="module")
def drawn(brain_in_atlas, tmp_path_factory) -> Given:
    mask = brain_in_atlas.copy()
    mask[:, :100] = False
    return by(write_array(tmp_path_factory.mktemp("hand") / "drawn.nii.gz", mask, BRATS_GRID))


@pytest.fixture(scope="module")
def by_drawn(heads, sri24, prepared, drawn, tmp_path_factory) -> tuple[Prepared, list[tuple[str, Finding | None]]]:
    """The case prepared again with the drawn mask, and what was told of it; leave its folder as it is."""
    folder = tmp_path_factory.mktemp("drawn") / "case"
    shutil.copytree(prepared.brain_mask.parent, folder)
    told: list[tuple[str, Finding | None]] = []
    made = prepare(heads.sources, sri24, never, folder, given={"brain": drawn}, told=lambda *what: told.append(what))
    return made, told


@pytest.fixture
def drawn_copy(by_drawn, tmp_path) -> Path:
    shutil.copytree(by_drawn[0].brain_mask.parent, tmp_path / "drawn-copy")
    return tmp_path / "drawn-copy"


def test_a_drawn_mask_holds_and_only_what_depends_on_it_runs(by_drawn, drawn):
    made, told = by_drawn
    assert steps_run(made) == ["brain", "strip", "contrast"]
    values, _ = read_label_values(made.brain_mask)
    np.testing.assert_array_equal(values, read_label_values(drawn.path)[0])
    for contrast in ALL_CONTRASTS:
        brain = read_volume(made.volumes[contrast]).array
        assert not brain[values == 0].any()
        np.testing.assert_array_equal(brain[values > 0], read_volume(made.heads[contrast]).array.clip(0)[values > 0])
    finding = next(f for f in made.findings if f.step == "brain")
    assert finding.text.startswith("Drawn by hand by Dr. Weber on 2026-11-25.")
    assert [step for step, found in told if found is None] == [f.step for f in made.findings]
    assert [found for _, found in told if found] == list(made.findings)


def test_the_provenance_says_who_drew_it(by_drawn, drawn):
    made, _ = by_drawn
    step = json.loads(made.provenance.read_text())["steps"]["brain"]
    told = {"sha256": file_hash(drawn.path), "author": "Dr. Weber", "time": "2026-11-25T10:00:00Z"}
    assert step["parameters"] == {"by_hand": told}


def test_back_to_the_computed_mask_asks_no_brain_extraction(heads, sri24, prepared, drawn_copy):
    back = prepare(heads.sources, sri24, never, drawn_copy)
    assert steps_run(back) == ["strip", "contrast"]
    assert file_hash(back.brain_mask) == file_hash(prepared.brain_mask)
    assert file_hash(back.volumes[Contrast.T2]) == file_hash(prepared.volumes[Contrast.T2])
    assert file_hash(back.pictures["brain"]) == file_hash(prepared.pictures["brain"])


def test_two_drawn_masks_in_turn_still_lead_back(heads, sri24, prepared, drawn_copy, brain_in_atlas, tmp_path):
    other = by(write_array(tmp_path / "other.nii.gz", np.roll(brain_in_atlas, 3, axis=0), BRATS_GRID))
    prepare(heads.sources, sri24, never, drawn_copy, given={"brain": other})
    assert file_hash(prepare(heads.sources, sri24, never, drawn_copy).brain_mask) == file_hash(prepared.brain_mask)


def test_a_damaged_copy_of_the_computed_mask_is_made_again(heads, sri24, mask_maker, prepared, drawn_copy):
    (drawn_copy / "aside" / "brain-mask.nii.gz").write_bytes(b"nothing")
    back = prepare(heads.sources, sri24, mask_maker, drawn_copy)
    assert steps_run(back) == ["brain", "strip", "contrast"]
    assert file_hash(back.brain_mask) == file_hash(prepared.brain_mask)


def test_a_pushed_contrast_moves_and_the_others_stay(heads, sri24, mask_maker, prepared, copy, tmp_path):
    motion = Pose(right_mm=4, turn_deg=2).motion(CENTRE)
    to_atlas = read_matrix(prepared.transforms["T1Gd-to-atlas"])
    matrix = nudged(read_matrix(prepared.transforms["T1-to-T1Gd"]), motion, to_atlas)
    given = by(write_matrix(tmp_path / "T1.mat", matrix))
    made = prepare(heads.sources, sri24, mask_maker, copy, given={"onto-T1": given})
    assert steps_run(made) == ["onto-T1", "resample", "brain", "strip", "contrast"]
    np.testing.assert_array_equal(read_matrix(made.transforms["T1-to-T1Gd"]), matrix)
    # seen in the atlas, the whole contrast moved by the motion
    before, after = (read_matrix(p.transforms["T1-to-atlas"]) for p in (prepared, made))
    np.testing.assert_allclose(after @ motion, before, atol=1e-9)
    assert file_hash(made.heads[Contrast.T1]) != file_hash(prepared.heads[Contrast.T1])
    assert file_hash(made.heads[Contrast.T2]) == file_hash(prepared.heads[Contrast.T2])
    finding = next(f for f in made.findings if f.step == "onto-T1")
    assert finding.text.startswith("Placed by hand by Dr. Weber")
    back = prepare(heads.sources, sri24, mask_maker, copy)
    assert "onto-T1" not in steps_run(back), "the registration is not done again"
    assert file_hash(back.heads[Contrast.T1]) == file_hash(prepared.heads[Contrast.T1])


def test_a_hopeless_position_is_bad_but_never_refused(heads, sri24, mask_maker, prepared, copy, tmp_path):
    away = nudged(read_matrix(prepared.transforms["T1Gd-to-atlas"]), Pose(front_mm=45, nod_deg=30).motion(CENTRE))
    given = by(write_matrix(tmp_path / "away.mat", away))

    def until_placed(step, finding):
        if step == "onto-T1":
            raise InterruptedError

    found = []
    with pytest.raises(InterruptedError):
        prepare(
            heads.sources, sri24, mask_maker, copy, given={"atlas": given},
            told=lambda step, finding: found.append(finding) or until_placed(step, finding),
        )  # fmt: skip
    assert next(f for f in reversed(found) if f).grade is Grade.BAD


@pytest.mark.parametrize("bad", [np.diag([1.2, 1, 1, 1]), np.diag([-1.0, 1, 1, 1])])
def test_a_matrix_that_stretches_or_mirrors_is_refused(bad, heads, sri24, mask_maker, copy, tmp_path):
    given = by(write_matrix(tmp_path / "bad.mat", bad))
    with pytest.raises(StudyError, match="more than turn and shift"):
        prepare(heads.sources, sri24, mask_maker, copy, given={"atlas": given})


def test_a_mask_on_another_grid_is_refused(heads, sri24, copy, tmp_path):
    given = by(
        write_array(
            tmp_path / "small.nii.gz",
            np.ones((9, 9, 9), np.uint8),
            Grid.from_affine((9, 9, 9), np.eye(4)),
        )
    )
    with pytest.raises(StudyError, match="another grid"):
        prepare(heads.sources, sri24, never, copy, given={"brain": given})


def test_what_came_in_a_fets_folder_is_not_said_to_be_a_persons_hand(tmp_path):
    given = Given(tmp_path / "x.mat", FETS_FOLDER, "2026-01-02T00:00:00Z")
    assert "FeTS folder" in signed(given, "Placed")
    assert "by hand" not in signed(given, "Placed")
    assert signed(replace(given, author="person"), "Drawn") == "Drawn by hand by a person on 2026-01-02."
