"""The whole recipe on heads whose true positions are known, and what happens when it is run again."""

import functools
import shutil
from pathlib import Path

import numpy as np
import pytest

from fets_desktop.imaging.convert import to_array
from fets_desktop.imaging.files import read_image, read_label_values, read_volume, write_array
from fets_desktop.imaging.rigid import inverse, read_matrix
from fets_desktop.preprocess import names, recipe
from fets_desktop.preprocess.engines import even_out
from fets_desktop.preprocess.fit import OTHER_HEAD, SAME_HEAD, Fit, judge
from fets_desktop.preprocess.huge import as_float
from fets_desktop.preprocess.memo import file_hash
from fets_desktop.preprocess.recipe import RECIPE_VERSION
from fets_desktop.preprocess.step import Settings
from fets_desktop.study.contrast import ALL_CONTRASTS, Contrast
from fets_desktop.study.errors import Cancelled, StudyError
from fets_desktop.study.finding import Grade
from fets_desktop.study.grid import BRATS_GRID

prepare = functools.partial(recipe.prepare, settings=Settings(n4_iterations=(12, 12)))  # as the fixture does

ATLAS_MM, ONTO_MM = 0.6, 0.4


def again(prepared, folder: Path) -> Path:
    """A copy of the prepared folder to do harm to."""
    shutil.copytree(prepared.brain_mask.parent, folder)
    return folder


def steps_run(prepared) -> list[str]:
    return [finding.step for finding in prepared.findings if finding.seconds > 0]


def test_t1gd_lies_on_the_atlas(heads, prepared):
    found = read_matrix(prepared.transforms["T1Gd-to-atlas"])
    assert heads.error_mm(found, heads.poses[Contrast.T1GD]) <= ATLAS_MM


@pytest.mark.parametrize("contrast", names.MOVING)
def test_the_others_lie_on_t1gd_and_on_the_atlas(heads, prepared, contrast):
    t1gd, true = heads.poses[Contrast.T1GD], heads.poses[contrast]
    onto = read_matrix(prepared.transforms[f"{contrast}-to-T1Gd"])
    assert heads.error_mm(onto, true @ inverse(t1gd), before=t1gd) <= ONTO_MM
    assert heads.error_mm(read_matrix(prepared.transforms[f"{contrast}-to-atlas"]), true) <= ATLAS_MM + ONTO_MM


@pytest.mark.parametrize("contrast", ALL_CONTRASTS)
def test_there_and_back_is_nothing(prepared, contrast):
    there = read_matrix(prepared.transforms[f"{contrast}-to-atlas"])
    back = read_matrix(prepared.transforms[f"atlas-to-{contrast}"])
    np.testing.assert_allclose(there @ back, np.eye(4), atol=1e-9)
    assert prepared.transforms[f"{contrast}-to-atlas-itk"].suffix == ".tfm"


def test_images_stand_on_the_atlas_grid_and_only_the_brain_is_left(heads, prepared):
    mask, grid = read_label_values(prepared.brain_mask)
    assert grid.matches(BRATS_GRID)
    np.testing.assert_array_equal(mask > 0, heads.brain)
    for contrast in ALL_CONTRASTS:
        brain, head = read_volume(prepared.volumes[contrast]), read_volume(prepared.heads[contrast])
        assert brain.grid.matches(BRATS_GRID)
        assert brain.array.min() == 0
        assert not brain.array[mask == 0].any()
        np.testing.assert_array_equal(brain.array[mask > 0], head.array.clip(0)[mask > 0])


def test_every_step_tells_its_finding_with_a_picture(prepared):
    steps = [finding.step for finding in prepared.findings]
    onto = ["onto-T1", "onto-T2", "onto-FLAIR"]
    assert steps == ["check", "bias", "atlas", *onto, "resample", "brain", "strip", "contrast"]
    assert list(prepared.pictures) == steps
    for finding in prepared.findings:
        assert finding.grade is Grade.OK, finding
        assert finding.text
        assert finding.numbers
        assert finding.seconds > 0
        assert (prepared.brain_mask.parent / finding.picture).read_bytes().startswith(b"\x89PNG")


@pytest.mark.parametrize(("contrast", "shrink"), [(Contrast.T2, 8), (Contrast.FLAIR, 4), (Contrast.T1GD, 4)])
def test_flair_and_t1gd_are_evened_on_every_fourth_voxel_as_by_bratspipeline(heads, prepared, contrast, shrink):
    image = as_float(read_image(heads.sources[contrast]))
    even = read_image(prepared.brain_mask.parent / names.even(contrast))
    np.testing.assert_array_equal(to_array(even), to_array(even_out(image, (12, 12), shrink)))


def test_a_series_of_cubes_is_evened_on_every_eighth_voxel():
    assert Settings().shrink_of(Contrast.T1GD, 3_000_000) == 4
    assert Settings().shrink_of(Contrast.T1GD, 9_000_000) == 8


def test_the_step_that_fixes_left_and_right_says_that_they_rest_on_the_header(prepared):
    (atlas,) = (finding for finding in prepared.findings if finding.step == "atlas")
    assert "Left and right rest on the image's header alone" in atlas.text


def test_every_result_says_what_it_was_made_by(heads, prepared):
    resample = prepared.inputs["resample"]
    assert resample["recipe"] == RECIPE_VERSION
    assert resample["parameters"]["sources"]["T1"] == file_hash(heads.sources[Contrast.T1])
    assert prepared.inputs["atlas"]["parameters"]["engines"]["picsl-greedy"]


def test_a_second_run_does_nothing_and_says_the_same(heads, sri24, mask_maker, prepared):
    folder = prepared.brain_mask.parent
    second = prepare(heads.sources, sri24, mask_maker, folder, mask_maker_id="known")
    assert steps_run(second) == []
    assert [f.numbers for f in second.findings] == [f.numbers for f in prepared.findings]


def test_a_damaged_output_is_made_again_with_the_same_bytes(heads, sri24, mask_maker, prepared, tmp_path):
    folder = again(prepared, tmp_path / "copy")
    for name in ("T1-to-T1Gd.mat", "brain-FLAIR.nii.gz"):
        (folder / name).write_bytes((folder / name).read_bytes()[:20])
    mended = prepare(heads.sources, sri24, mask_maker, folder, mask_maker_id="known")
    assert steps_run(mended) == ["onto-T1", "strip"]  # what was found is the same, so nothing after it is new
    for path in prepared.brain_mask.parent.iterdir():
        if path.name != "memo.json":
            assert file_hash(folder / path.name) == file_hash(path), path.name


def test_another_brain_extraction_runs_from_there_on(heads, sri24, brain_in_atlas, prepared, tmp_path):
    folder = again(prepared, tmp_path / "copy")
    smaller = brain_in_atlas.copy()
    smaller[:30] = False
    other = prepare(heads.sources, sri24, lambda volumes, progress: smaller, folder, mask_maker_id="other")
    assert steps_run(other) == ["brain", "strip", "contrast"]


def test_a_cancelled_run_goes_on_where_it_was(heads, sri24, mask_maker, prepared, tmp_path):
    folder = again(prepared, tmp_path / "copy")

    def stop(fraction: float, note: str) -> None:
        if note.startswith("Four brains on one grid: T2"):
            raise Cancelled

    (folder / "brain-mask.nii.gz").unlink()
    (folder / "brain-FLAIR.nii.gz").unlink()
    with pytest.raises(Cancelled):
        prepare(heads.sources, sri24, mask_maker, folder, stop, mask_maker_id="known")
    finished = prepare(heads.sources, sri24, mask_maker, folder, mask_maker_id="known")
    assert steps_run(finished) == ["strip"]
    assert not [path for path in folder.iterdir() if path.name.startswith(".")]


def test_progress_never_goes_back(heads, sri24, mask_maker, prepared, tmp_path):
    folder = again(prepared, tmp_path / "copy")
    (folder / "brain-mask.nii.gz").unlink()
    told: list[float] = []
    prepare(
        heads.sources, sri24, mask_maker, folder, lambda fraction, note: told.append(fraction), mask_maker_id="known"
    )
    assert told == sorted(told)
    assert (told[0], told[-1]) == (0.0, 1.0)


def test_a_missing_contrast_is_named(heads, sri24, mask_maker, tmp_path):
    three = {contrast: path for contrast, path in heads.sources.items() if contrast is not Contrast.T2}
    with pytest.raises(StudyError, match="Without: T2"):
        prepare(three, sri24, mask_maker, tmp_path)


def test_the_same_image_twice_is_refused(heads, sri24, mask_maker, tmp_path):
    twice = {**heads.sources, Contrast.T2: heads.sources[Contrast.T1]}
    with pytest.raises(StudyError, match="the same image"):
        prepare(twice, sri24, mask_maker, tmp_path)


def test_a_mask_on_another_grid_is_refused(heads, sri24, prepared, tmp_path):
    folder = again(prepared, tmp_path / "copy")
    for bad, words in ((np.ones((3, 4, 5), bool), "another grid"), (np.zeros(BRATS_GRID.shape, bool), "0 ml only")):
        with pytest.raises(StudyError, match=words):
            prepare(heads.sources, sri24, lambda volumes, progress, bad=bad: bad, folder, mask_maker_id=words)


def test_fits_are_judged_by_overlap_and_sharpness():
    assert judge(Fit(1.1, 0.4, 0.95), Contrast.T2, SAME_HEAD)[0] is Grade.OK
    assert judge(Fit(1.1, 0.2, 0.95), Contrast.T2, SAME_HEAD)[0] is Grade.LOOK
    assert judge(Fit(1.1, 0.4, 0.70), Contrast.T2, SAME_HEAD)[0] is Grade.BAD
    assert judge(Fit(1.1, 0.0, 0.95), Contrast.T1GD, OTHER_HEAD)[0] is Grade.OK
    for hopeless in (Fit(1.1, 0.01, 0.95), Fit(1.1, 0.4, 0.5)):
        with pytest.raises(StudyError) as caught:
            judge(hopeless, Contrast.T2, SAME_HEAD)
        assert caught.value.code == "registration-failed"


def test_a_prepared_case_is_taken_as_it_is(sri24, brain_in_atlas, tmp_path):
    head = read_volume(sri24).array
    sources = {}
    for number, contrast in enumerate(ALL_CONTRASTS):
        array = np.where(brain_in_atlas, head * (1 + number) + 1, 0).astype(np.int16)
        sources[contrast] = write_array(tmp_path / f"{contrast}.nii.gz", array, BRATS_GRID)

    def never(volumes, progress):
        raise AssertionError("the brain extraction was asked")

    case = prepare(sources, sri24, never, tmp_path / "out")
    assert [finding.step for finding in case.findings] == ["check", "resample", "brain", "strip", "contrast"]
    assert "prepared before" in case.findings[0].text
    assert "Left and right rest on the images' headers alone" in case.findings[1].text
    for path in case.transforms.values():
        assert path.exists()
    np.testing.assert_array_equal(read_matrix(case.transforms["FLAIR-to-atlas"]), np.eye(4))
    for contrast, source in sources.items():
        np.testing.assert_array_equal(read_volume(case.volumes[contrast]).array, read_volume(source).array.clip(0))
