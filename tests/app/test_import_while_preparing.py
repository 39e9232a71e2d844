"""A case is being prepared while others, or it itself, are imported: nothing is mixed up and nothing is lost."""

import json
from collections.abc import Callable
from pathlib import Path

import numpy as np
import pytest
from small_case import GRID, SHAPE, brain_of

from fets_desktop.app.bus import FactsBus
from fets_desktop.app.choices import Choices
from fets_desktop.app.identities import Identities
from fets_desktop.app.importing import Importing
from fets_desktop.app.job_board import JobBoard
from fets_desktop.app.preparing import Preparing
from fets_desktop.dicom.found import ScannedCase, ScannedSeries, ScanResult, SeriesKind
from fets_desktop.imaging.files import write_array
from fets_desktop.imaging.pictures import write_png
from fets_desktop.store.workspace import Workspace
from fets_desktop.study.case import Stage
from fets_desktop.study.contrast import ALL_CONTRASTS, Contrast
from fets_desktop.study.finding import Finding, Grade
from fets_desktop.study.plain import to_plain

Import = Callable[..., None]
Finish = Callable[[str], None]


@pytest.fixture
def importing(workspace: Workspace, bus: FactsBus, board: JobBoard, identities: Identities) -> Importing:
    return Importing(workspace, bus, board, identities)


@pytest.fixture
def preparing(workspace: Workspace, bus: FactsBus, board: JobBoard, choices: Choices) -> Preparing:
    return Preparing(workspace, bus, board, choices)


@pytest.fixture
def take_in(importing: Importing, board: JobBoard, runner, tmp_path: Path) -> Import:
    """Scan and convert one case, as the workers would."""

    def done(case: str, *more: ScannedSeries) -> None:
        certain = [
            ScannedSeries(f"{case}-{c}", (tmp_path / f"{c}.nii",), SeriesKind.NIFTI, c, 0.95, "named so", c)
            for c in ALL_CONTRASTS
        ]
        runner.finish(
            importing.start([tmp_path]), **to_plain(ScanResult((ScannedCase(case, case, "", (*certain, *more)),)))
        )
        board.pump()
        spec = runner.last("convert")
        order = Path(spec.arguments["sources"])
        if not order.exists():
            return  # everything of it was here already
        series = []
        for number, one in enumerate(json.loads(order.read_text())["series"]):
            file = write_array(spec.scratch / f"{number}.nii.gz", np.full(SHAPE, 10 + number, np.int16), GRID)
            picture = write_png(spec.scratch / "t.png", np.zeros((4, 4), np.uint8))
            series.append({"id": one["id"], "file": str(file), "grid": to_plain(GRID), "thumbnail": str(picture)})
            series[-1] |= {"headers": "", "shows": []}
        runner.finish(spec.id, series=series, failed=[], identity="")
        board.pump()

    return done


@pytest.fixture
def finish(board: JobBoard, runner, tmp_path: Path) -> Finish:
    """Let a preparation end well."""

    def done(job: str) -> None:
        voxels = write_array(tmp_path / "v.nii.gz", np.full(SHAPE, 5, np.float32), GRID)
        mask = write_array(tmp_path / "m.nii.gz", brain_of().astype(np.uint8), GRID)
        products = {f"prepared/{c}": str(voxels) for c in ALL_CONTRASTS} | {"brain_mask": str(mask)}
        findings = to_plain([Finding("brain", "Find the brain", Grade.OK)])
        runner.finish(job, recipe="1", products=products, findings=findings)
        board.pump()

    return done


def test_another_patient_is_imported_meanwhile(take_in: Import, finish: Finish, preparing, workspace, runner):
    take_in("P-1")
    [job] = preparing.start(["P-1"])
    runner.begin(job)
    take_in("P-2")
    assert (workspace.case("P-1").stage, workspace.case("P-2").stage) == (Stage.CONVERTED, Stage.CONVERTED)
    [other] = preparing.start(["P-2"])
    finish(other)
    finish(job)
    assert {case.stage for case in workspace.cases()} == {Stage.PREPARED}


def test_the_same_folder_again_changes_nothing(take_in: Import, finish: Finish, preparing, workspace, runner):
    take_in("P-1")
    [job] = preparing.start(["P-1"])
    runner.begin(job)
    take_in("P-1")
    finish(job)
    assert workspace.case("P-1").stage is Stage.PREPARED
    assert "brain_mask" in workspace.products("P-1")


def test_another_choice_meanwhile_makes_the_result_void_in_words_and_the_next_one_counts(
    take_in: Import, finish: Finish, preparing, importing, workspace, board, runner, tmp_path
):
    spare = ScannedSeries("P-1-spare", (tmp_path / "s.nii",), SeriesKind.NIFTI, Contrast.T2, 0.5, "perhaps")
    take_in("P-1", spare)
    [job] = preparing.start(["P-1"])
    runner.begin(job)
    importing.confirm("P-1", {Contrast.T2: spare.id})
    finish(job)
    assert "brain_mask" not in workspace.products("P-1")
    assert workspace.case("P-1").stage is Stage.CONVERTED
    assert "contrasts were changed meanwhile" in str(board.view(job).error)
    [again] = preparing.start(["P-1"])
    finish(again)
    assert workspace.case("P-1").stage is Stage.PREPARED
