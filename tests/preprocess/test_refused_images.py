"""Images that no recipe can make sound: each is graded or refused in words; a full disk leaves nothing half-done."""

import functools
import json
import resource
import shutil

import numpy as np
import pytest

from fets_desktop.app.phi_words import looks_of
from fets_desktop.imaging.convert import to_image
from fets_desktop.imaging.files import write_image
from fets_desktop.preprocess import recipe
from fets_desktop.preprocess.checking import Space, check_volume, space_of
from fets_desktop.preprocess.memo import MEMO_NAME, file_hash
from fets_desktop.preprocess.provenance import PROVENANCE
from fets_desktop.preprocess.recipe import RECIPE_VERSION
from fets_desktop.preprocess.step import Settings
from fets_desktop.study.contrast import ALL_CONTRASTS, Contrast
from fets_desktop.study.errors import StudyError
from fets_desktop.study.finding import Grade
from fets_desktop.study.grid import BRATS_GRID, Grid

prepare = functools.partial(recipe.prepare, mask_maker_id="known", settings=Settings(n4_iterations=(12, 12)))
SMALL = 1 << 20


def test_slices_twenty_times_as_thick_as_wide_are_told():
    shape = (18, 440, 400)
    grid = Grid.from_affine(shape, [[-0.5, 0, 0, 100], [0, -0.5, 0, 110], [0, 0, 10, -90], [0, 0, 0, 1]])
    z, y, x = np.indices(shape)
    inside = ((z - 8.5) / 8) ** 2 + ((y - 219.5) / 180) ** 2 + ((x - 199.5) / 150) ** 2 < 1
    noise = np.random.default_rng(0).normal(0, 8, shape)
    check = check_volume(Contrast.T2, to_image((np.where(inside, 500, 10) + noise).clip(0.1).astype(np.float32), grid))
    assert check.grade is Grade.LOOK
    assert "20 times as thick as wide" in " ".join(check.remarks)


def test_a_brain_from_atlas_space_that_claims_to_be_native_is_told(brain_in_atlas):
    affine = BRATS_GRID.affine
    affine[:3, 3] += (30, -20, 12)
    shifted = Grid.from_affine(BRATS_GRID.shape, affine)
    texture = np.random.default_rng(0).normal(500, 10, BRATS_GRID.shape)
    brain = np.where(brain_in_atlas, texture, 0).astype(np.float32)
    check = check_volume(Contrast.T1, to_image(brain, shifted))
    assert not check.stripped
    assert space_of(dict.fromkeys(ALL_CONTRASTS, check)) is Space.NATIVE
    assert check.grade is Grade.LOOK
    assert "the skull may have been taken off before" in " ".join(check.remarks)


def test_a_value_in_the_file_that_is_no_number_is_refused_though_itk_reads_it_as_zero(sri24, mask_maker, tmp_path):
    grid = Grid.from_affine((40, 50, 50), np.diag([-4.0, -4.0, 4.0, 1.0]))
    z, y, x = np.indices(grid.shape)
    texture = np.random.default_rng(0).normal(500, 10, grid.shape)
    head = np.where((z - 20) ** 2 + (y - 25) ** 2 + (x - 25) ** 2 < 18**2, texture, 3).astype(np.float32)
    head[20, 25, 25] = np.nan
    sources = dict.fromkeys(ALL_CONTRASTS, write_image(tmp_path / "x.nii.gz", to_image(head, grid)))
    with pytest.raises(StudyError, match="T1 holds values that are no numbers") as caught:
        prepare(sources, sri24, mask_maker, tmp_path / "case")
    assert caught.value.code == "bad-voxels"


def test_a_full_disk_is_said_and_the_same_again_ends_with_the_same_bytes(heads, sri24, mask_maker, prepared, tmp_path):
    folder = tmp_path / "case"
    shutil.copytree(prepared.brain_mask.parent, folder)
    (folder / "head-T2.nii.gz").unlink()
    before = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (SMALL, before[1]))
    try:
        with pytest.raises(StudyError) as caught:
            prepare(heads.sources, sri24, mask_maker, folder)
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, before)
    assert caught.value.code == "disk-full"
    assert not [path for path in folder.iterdir() if path.name.startswith(".")]
    prepare(heads.sources, sri24, mask_maker, folder)
    for path in prepared.brain_mask.parent.iterdir():
        if path.name != MEMO_NAME:
            assert file_hash(folder / path.name) == file_hash(path), path.name


def test_what_a_killed_run_left_half_written_is_cleared(heads, sri24, mask_maker, prepared, tmp_path):
    folder = tmp_path / "case"
    shutil.copytree(prepared.brain_mask.parent, folder)
    for name in (".head-T1.nii.gz.4711.part", ".head-T1.nii.gz.4711.nii"):
        (folder / name).write_bytes(b"half")
    prepare(heads.sources, sri24, mask_maker, folder)
    assert not [path for path in folder.iterdir() if path.name.startswith(".")]


def test_provenance_names_recipe_engines_parameters_and_hashes_but_no_time_and_no_place(heads, prepared):
    text = prepared.provenance.read_text()
    assert prepared.provenance.name == PROVENANCE
    told = json.loads(text)
    assert told["recipe"] == RECIPE_VERSION
    assert told["steps"]["atlas"]["parameters"]["engines"]["picsl-greedy"]
    assert told["steps"]["check"]["parameters"]["T2"] == file_hash(heads.sources[Contrast.T2])
    folder = prepared.brain_mask.parent
    for step in told["steps"].values():
        for name, sha256 in step["outputs_sha256"].items():
            assert file_hash(folder / name) == sha256
    assert str(folder) not in text
    assert "seconds" not in text


def test_provenance_and_memo_hold_nothing_that_looks_like_a_patient(prepared):
    for path in (prepared.provenance, prepared.provenance.with_name(MEMO_NAME)):
        for line in path.read_text().splitlines():
            assert not looks_of(line), line


def test_a_bottle_among_heads_ends_in_words(heads, sri24, mask_maker, tmp_path):
    which, shape = Contrast.T2, (40, 90, 80)
    radius = sum(((i - n / 2) / (n / 9)) ** 2 for i, n in zip(np.indices(shape), shape, strict=True))
    voxels = np.where(radius < 1, 300.0, 2.0) + np.random.default_rng(0).random(shape)
    bottle = to_image(voxels.astype(np.float32), Grid.from_affine(shape, np.diag([-2.0, -2.0, 4.0, 1.0])))
    path = write_image(tmp_path / "bottle.nii.gz", bottle)
    with pytest.raises(StudyError, match=f"What {which} shows measures") as caught:
        prepare({**heads.sources, which: path}, sri24, mask_maker, tmp_path / "case")
    assert caught.value.code == "not-a-head"
