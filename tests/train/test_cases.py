"""What training reads: normalised, cropped, kept once, and refused with a reason."""

import resource
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest

from fets_desktop.imaging.files import read_volume, write_array
from fets_desktop.study.contrast import NETWORK_ORDER, Contrast
from fets_desktop.study.errors import StudyError
from fets_desktop.study.grid import Grid
from fets_desktop.study.labels import BRATS_2021, BRATS_2023, convert_labels
from fets_desktop.train.cases import CaseShelf, TrainingCase, load_case
from tests.train.conftest import GRID, synthetic

MakeCase = Callable[[int], TrainingCase]


def test_a_case_is_cropped_and_normalised_in_the_networks_order(make_case: MakeCase) -> None:
    ready = load_case(make_case(1))
    assert ready.shape == (35, 35, 35)
    for channel, contrast in zip(ready.volumes.astype(float), NETWORK_ORDER, strict=True):
        raw = read_volume(make_case(1).volumes[contrast]).array
        inside = channel != 0
        assert inside.sum() == (raw != 0).sum()
        assert abs(channel[inside].mean()) < 1e-3
        assert abs(channel[inside].std() - 1) < 1e-3
    _, labels = synthetic(1)
    assert ((ready.regions & 1) != 0).sum() == (labels == 4).sum()
    assert ((ready.regions & 2) != 0).sum() == np.isin(labels, (1, 4)).sum()
    assert ((ready.regions & 4) != 0).sum() == (labels != 0).sum()


def test_the_shelf_gives_back_what_it_took_and_notices_a_changed_file(make_case: MakeCase, tmp_path: Path) -> None:
    case = make_case(1)
    own = replace(case, labels=write_array(tmp_path / "seg.nii.gz", synthetic(1)[1], GRID))
    first = CaseShelf(tmp_path / "shelf").get(own)
    again = CaseShelf(tmp_path / "shelf").get(own)
    assert isinstance(again.volumes, np.memmap)
    np.testing.assert_array_equal(again.volumes, load_case(own).volumes)
    np.testing.assert_array_equal(again.regions, first.regions)
    write_array(own.labels, np.zeros_like(synthetic(1)[1]), GRID)
    assert not CaseShelf(tmp_path / "shelf").get(own).regions.any()


def test_names_on_the_shelf_tell_nothing_about_the_patient(make_case: MakeCase, tmp_path: Path) -> None:
    CaseShelf(tmp_path).get(make_case(1))
    assert all("case" not in path.name and "_t1" not in path.name for path in tmp_path.iterdir())


def test_both_label_schemes_mean_the_same_regions(make_case: MakeCase, tmp_path: Path) -> None:
    labels = convert_labels(synthetic(1)[1], BRATS_2021, BRATS_2023)
    other = replace(make_case(1), labels=write_array(tmp_path / "seg.nii.gz", labels, GRID), scheme=BRATS_2023)
    np.testing.assert_array_equal(load_case(other).regions, load_case(make_case(1)).regions)


def test_bad_cases_are_refused_by_name(make_case: MakeCase, tmp_path: Path) -> None:
    case = make_case(1)
    volumes, labels = synthetic(1)
    moved = Grid.from_affine(GRID.shape, GRID.affine + np.outer([1, 0, 0, 0], [0, 0, 0, 3]))
    nothing = write_array(tmp_path / "zero.nii.gz", np.zeros_like(volumes[Contrast.T1]), GRID)
    wrong = {
        "missing-contrast": replace(case, volumes={c: p for c, p in case.volumes.items() if c != Contrast.T2}),
        "mixed-grids": replace(case, labels=write_array(tmp_path / "moved.nii.gz", labels, moved)),
        "bad-voxels": replace(case, volumes={**case.volumes, Contrast.T1: nothing}),
        "stray-labels": replace(case, scheme=BRATS_2023),
    }
    for code, bad in wrong.items():
        with pytest.raises(StudyError) as caught:
            load_case(bad)
        assert caught.value.code == code
    with pytest.raises(StudyError) as caught:
        CaseShelf(tmp_path / "shelf").get(replace(case, labels=tmp_path / "absent.nii.gz"))
    assert caught.value.code == "unreadable-image"


def test_an_image_that_was_cut_short_does_not_train(make_case: MakeCase, tmp_path: Path) -> None:
    case = make_case(1)
    cut = tmp_path / "cut.nii.gz"
    content = case.volumes[Contrast.T2].read_bytes()
    cut.write_bytes(content[: len(content) * 2 // 3])
    with pytest.raises(StudyError) as caught:
        load_case(replace(case, volumes={**case.volumes, Contrast.T2: cut}))
    assert caught.value.code == "unreadable-image"


def test_a_full_disk_is_told_as_such_by_the_shelf(make_case: MakeCase, tmp_path: Path) -> None:
    before = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (20_000, before[1]))
    try:
        with pytest.raises(StudyError) as caught:
            CaseShelf(tmp_path / "shelf").get(make_case(1))
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, before)
    assert caught.value.code == "disk-full"
    assert list((tmp_path / "shelf").iterdir()) == []
