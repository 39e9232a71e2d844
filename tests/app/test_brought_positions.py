"""Registrations that lie beside the raw series in FeTS's folders hold, as a person's would."""

from pathlib import Path

import numpy as np
import pytest
from small_case import GRID, SHAPE

from fets_desktop.app.annotations.adopting import Adopting
from fets_desktop.app.annotations.reviewing import Reviewing
from fets_desktop.app.bus import FactsBus
from fets_desktop.app.choices import Choices
from fets_desktop.app.hand_made import HandMades
from fets_desktop.app.importing import BROUGHT_LABELS
from fets_desktop.app.tasks import convert
from fets_desktop.dicom.found import ScannedCase, ScannedSeries, SeriesKind
from fets_desktop.exchange.fets_layout import QC_TRANSFORMS, transforms_beside
from fets_desktop.imaging.files import write_array
from fets_desktop.imaging.rigid import read_matrix, write_matrix
from fets_desktop.store.workspace import Workspace
from fets_desktop.study.annotation import FETS_FOLDER
from fets_desktop.study.case import Stage
from fets_desktop.study.contrast import Contrast
from fets_desktop.study.facts import CaseChanged
from fets_desktop.study.pose import Pose

NAMES = {Contrast.T1: "T1", Contrast.T1GD: "T1CE", Contrast.T2: "T2", Contrast.FLAIR: "FL"}
MATRICES = {name: Pose(1, 2, 3, number, 0, 5).motion((0, 0, 0)) for number, name in enumerate(QC_TRANSFORMS)}


@pytest.fixture
def qc(tmp_path: Path) -> dict[Contrast, Path]:
    """The raw series of a `DataForQC` folder with its four matrices beside them."""
    home = tmp_path / "DataForQC" / "P1"
    for number, name in enumerate(NAMES.values()):
        write_array(home / f"raw_{name}.nii.gz", np.full(SHAPE, number, np.int16), GRID)
    for name, matrix in MATRICES.items():
        write_matrix(home / QC_TRANSFORMS[name], matrix)
    return {contrast: home / f"raw_{name}.nii.gz" for contrast, name in NAMES.items()}


def test_they_are_found_and_are_all_there_or_none(qc):
    found = transforms_beside(qc)
    assert {name: file.name for name, file in found.items()} == QC_TRANSFORMS
    home = qc[Contrast.T1].parent
    write_matrix(home / "T2_to_T1CE.mat", np.diag([1.1, 1, 1, 1]))  # stretches
    assert transforms_beside(qc) == {}
    (home / "T2_to_T1CE.mat").write_text("no numbers")
    assert transforms_beside(qc) == {}
    (home / "T2_to_T1CE.mat").unlink()
    assert transforms_beside(qc) == {}


def test_they_say_nothing_of_images_that_were_moved_already(qc):
    home = qc[Contrast.T1].parent
    moved = {contrast: home / f"{name}_to_SRI.nii.gz" for contrast, name in NAMES.items()}
    assert transforms_beside(moved) == {}
    assert transforms_beside({Contrast.T1GD: qc[Contrast.T1GD]}) == {}
    assert transforms_beside({**qc, Contrast.T2: home.parent / "P2" / "raw_T2.nii.gz"}) == {}


def test_a_conversion_hands_over_copies(qc, tmp_path):
    series = tuple(ScannedSeries(f"S-{c}", (file,), SeriesKind.NIFTI, c, 0.95, "named so", c) for c, file in qc.items())
    case = ScannedCase("P-1", "Q-1", "", series)
    (tmp_path / "scratch").mkdir()
    copied = convert.brought_transforms(case, tmp_path / "scratch")
    for name, file in copied.items():
        assert Path(file).parent == tmp_path / "scratch"
        np.testing.assert_array_equal(read_matrix(Path(file)), MATRICES[name])
    assert set(copied) == set(MATRICES)


def test_they_hold_in_a_new_case_alone(workspace: Workspace, case: str, qc):
    by_hand = HandMades(workspace)
    files = {name: str(file) for name, file in transforms_beside(qc).items()}
    with workspace.change("program", "series converted", case) as change:
        by_hand.put_brought(change, case, files)
    assert by_hand.of(case) == {}, "it is prepared already"
    with workspace.change("program", "series converted", case) as change:
        change.set_stage(case, Stage.NEW)
    with workspace.change("program", "series converted", case) as change:
        by_hand.put_brought(change, case, files)
    made = by_hand.of(case)
    assert set(made) == {"atlas", "onto-T1", "onto-T2", "onto-FLAIR"}
    assert {one.author for one in made.values()} == {FETS_FOLDER}
    np.testing.assert_array_equal(by_hand.matrix(case, "T2-to-T1Gd"), MATRICES["T2-to-T1Gd"])
    assert by_hand.forget(case, "atlas", "Dr. Weber"), "a person can have it computed"
    assert "atlas" not in by_hand.of(case)


@pytest.mark.parametrize("placed", [True, False])
def test_labels_that_came_along_are_taken_where_t1gd_lies_as_the_folder_says(
    placed, workspace: Workspace, case: str, bus: FactsBus, choices: Choices, qc, tmp_path
):
    labels = np.zeros(SHAPE, np.uint8)
    labels[8:12, 10:16, 8:13] = 2
    reviewing = Reviewing(workspace, bus, choices)
    Adopting(workspace, bus, reviewing)
    with workspace.change("program", "series converted", case) as change:
        change.put_product(
            case, BROUGHT_LABELS, workspace.files.publish(write_array(tmp_path / "seg.nii.gz", labels, GRID))
        )
        change.set_stage(case, Stage.NEW)
    if placed:
        with workspace.change("program", "series converted", case) as change:
            files = {name: str(file) for name, file in transforms_beside(qc).items()}
            HandMades(workspace).put_brought(change, case, files)
    with workspace.change("program", "case prepared", case) as change:
        change.set_stage(case, Stage.PREPARED)
    bus.publish(CaseChanged(case))
    assert [v.author for v in workspace.annotations(case)] == ([FETS_FOLDER] if placed else [])
