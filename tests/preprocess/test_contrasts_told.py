"""Exchanged contrasts are found in the images themselves."""

import numpy as np
import pytest
from made_once import brats_case

from fets_desktop.imaging.files import read_volume, write_array
from fets_desktop.preprocess.contrasts_told import Telling, brighter, ground_of, judge
from fets_desktop.preprocess.recipe import prepare
from fets_desktop.study.contrast import Contrast
from fets_desktop.study.finding import Grade
from fets_desktop.study.grid import BRATS_GRID

T1, T1GD, T2, FLAIR = Contrast.T1, Contrast.T1GD, Contrast.T2, Contrast.FLAIR
SWAPS = [(T1, T1GD), (T2, FLAIR)]


def found(arrays, swap=(), twice=()):
    names = {c: c for c in arrays}
    if swap:
        names |= {swap[0]: swap[1], swap[1]: swap[0]}
    if twice:
        names[twice[0]] = twice[1]
    mask = np.all([array > 0 for array in arrays.values()], axis=0)
    return judge({c: arrays[name] for c, name in names.items()}, mask, Telling())


@pytest.fixture(scope="module")
def phantom():
    volumes, _ = brats_case(3)
    return {contrast: volume.array for contrast, volume in volumes.items()}


def test_a_phantom_is_what_it_is_called(phantom):
    finding = found(phantom)
    assert finding.grade is Grade.OK
    assert "Contrast medium shows in T1Gd" in finding.text
    assert min(finding.numbers.values()) > 1.4


@pytest.mark.parametrize("swap", SWAPS)
def test_exchanged_contrasts_are_told_in_words(phantom, swap):
    finding = found(phantom, swap=swap)
    assert finding.grade is Grade.BAD
    assert "look exchanged" in finding.text


@pytest.mark.parametrize(("taken", "other"), [(T1, T1GD), (T1GD, T1), (T2, FLAIR)])
def test_a_contrast_that_was_chosen_twice_asks_for_a_look(phantom, taken, other):
    finding = found(phantom, twice=(other, taken))
    assert finding.grade is Grade.LOOK
    assert "taken twice" in finding.text


def test_the_whole_recipe_says_so_too(phantom, sri24, tmp_path):
    """A case prepared elsewhere, T2 and FLAIR handed in the wrong way round."""
    wrong = {T2: FLAIR, FLAIR: T2}
    sources = {
        c: write_array(tmp_path / f"{c}.nii.gz", phantom[wrong.get(c, c)].astype(np.int16), BRATS_GRID) for c in phantom
    }
    prepared = prepare(sources, sri24, lambda volumes, progress: None, tmp_path / "out")
    finding = prepared.findings[-1]
    assert (finding.step, finding.grade) == ("contrast", Grade.BAD)
    assert "T2 and FLAIR look exchanged" in finding.text
    assert "Contrast medium shows in T1Gd" in finding.text
    assert prepared.pictures["contrast"].stat().st_size > 1000


def test_a_brain_too_small_to_tell_asks_for_a_look_and_is_no_error():
    tiny = np.ones((20, 20, 20), dtype=np.float32)
    assert brighter(tiny, tiny, ground_of(tiny > 0)).grade is Grade.LOOK


@pytest.mark.real
@pytest.mark.parametrize("case", ["BraTS2021_01477", "Brats18_TCIA02_370_1"])
def test_real_cases_are_told_and_so_are_their_exchanged_forms(real_data, case):
    folder = real_data / "labelled" / case
    arrays = {c: read_volume(next(folder.glob(f"*_{c.brats_name}.nii.gz"))).array for c in Contrast}
    assert found(arrays).grade is Grade.OK
    for swap in SWAPS:
        assert found(arrays, swap=swap).grade is Grade.BAD


@pytest.mark.real
def test_the_native_patient_prepared_elsewhere_is_told(real_data):
    folder = real_data / "native" / "TCGA-FG-6692" / "peer_preprocessed"
    names = {T1: "t1", T1GD: "t1c", T2: "t2", FLAIR: "fla"}
    arrays = {c: read_volume(folder / f"OtherEXampleFromTCIA_{n}_bet.nii.gz").array for c, n in names.items()}
    assert found(arrays).grade is Grade.OK
    for swap in SWAPS:
        assert found(arrays, swap=swap).grade is Grade.BAD
