"""A real patient, where the data lie beside the project."""

from pathlib import Path

import numpy as np
import pytest

from fets_desktop.imaging.files import read_label_values, read_volume
from fets_desktop.preprocess.inverse import to_native
from fets_desktop.preprocess.quality import overlap
from fets_desktop.preprocess.recipe import prepare
from fets_desktop.preprocess.step import Settings
from fets_desktop.segment.brain import BrainNetwork
from fets_desktop.study.contrast import ALL_CONTRASTS, Contrast
from fets_desktop.study.finding import Grade
from fets_desktop.study.grid import BRATS_GRID
from fets_desktop.study.labels import BRATS_2021
from fets_desktop.study.resources import resource
from fets_desktop.study.volume import LabelMap

pytestmark = pytest.mark.real

QUICK = Settings(n4_iterations=(10, 10), atlas_iterations=(60, 20, 0), onto_iterations=(60, 20, 0))


def test_a_native_patient_lands_near_the_published_mask(real_data: Path, sri24, brain_in_atlas, tmp_path):
    case = real_data / "native" / "TCGA-FG-6692"
    sources = {contrast: case / f"{contrast.brats_name}.nii.gz" for contrast in ALL_CONTRASTS}
    brain = BrainNetwork(resource("models", "brain.fetsmodel"))
    prepared = prepare(sources, sri24, brain, tmp_path, mask_maker_id=brain.id, settings=QUICK)
    assert all(finding.grade is not Grade.BAD for finding in prepared.findings)
    published = read_label_values(case / "hdbet_mask_brats.nii.gz")[0] > 0
    mask = read_label_values(prepared.brain_mask)[0] > 0
    # the peer's registration differs: its own native masks, brought into our atlas space, agree by 0.964 to 0.967
    assert overlap(mask, published) > 0.955
    native = case / "hdbet_mask_native_t1c.nii.gz"
    known, grid = read_label_values(native)
    back = to_native(LabelMap(mask.astype(np.uint8), BRATS_GRID, BRATS_2021), Contrast.T1GD, prepared.transforms, grid)
    assert overlap(back.array > 0, known > 0) > 0.97  # 0.977 at full fidelity
    tumour = read_label_values(case / "peer_segmentations" / "fusion_mav.nii.gz")[0] > 0  # it touches the skull
    assert (tumour & mask).sum() > 0.999 * tumour.sum()
    for name, ours in prepared.volumes.items():
        peer = {"T1": "t1", "T1Gd": "t1c", "T2": "t2", "FLAIR": "fla"}[name]
        theirs = read_volume(case / "peer_preprocessed" / f"OtherEXampleFromTCIA_{peer}_bet.nii.gz").array
        both = published & brain_in_atlas & mask
        assert np.corrcoef(read_volume(ours).array[both], theirs[both])[0, 1] > 0.6, name


def test_a_brats_case_is_recognised(real_data: Path, sri24, mask_maker, tmp_path):
    case = real_data / "labelled" / "BraTS2021_00495"
    sources = {contrast: case / f"{case.name}_{contrast.brats_name}.nii.gz" for contrast in ALL_CONTRASTS}
    prepared = prepare(sources, sri24, mask_maker, tmp_path)
    assert [finding.step for finding in prepared.findings] == ["check", "resample", "brain", "strip", "contrast"]
    for contrast, source in sources.items():
        np.testing.assert_array_equal(read_volume(prepared.volumes[contrast]).array, read_volume(source).array)
