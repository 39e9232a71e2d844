"""The three ways through the house, headless, by the real workers: a folder, a stroke, a round on this computer."""

import hashlib
import json
import re
import shutil
import signal
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from made_once import brats_case
from walking import all_done

from fets_desktop.app.hall import Hall
from fets_desktop.app.truth import Truth
from fets_desktop.imaging.files import read_label_values, read_labels, read_volume, write_array
from fets_desktop.review.brush import Brush
from fets_desktop.store.hashing import sha256_of
from fets_desktop.study.case import Stage
from fets_desktop.study.contrast import ALL_CONTRASTS, Contrast
from fets_desktop.study.errors import StudyError
from fets_desktop.study.finding import Grade
from fets_desktop.study.grid import BRATS_GRID
from fets_desktop.study.labels import BRATS_2021, Region
from fets_desktop.study.progress import silent

BRAIN_DICE = 0.93
REGISTRATION_MM = 1.0
NATIVE_DICE = {Region.WT: 0.93, Region.TC: 0.93, Region.ET: 0.7}  # a thin rim forgives no half voxel
EDITS = 12


def test_all_else_follows_from_a_drop(tiny_model: Path, tmp_path: Path) -> None:
    """A case that comes in atlas space is prepared in seconds; nobody asks for any of it."""
    for contrast, volume in brats_case(3)[0].items():
        name = f"BraTS-GLI-00003-000_{contrast.brats_name}.nii.gz"
        write_array(tmp_path / "drop" / name, volume.array.astype(np.float32), volume.grid)
    with Hall(tmp_path / "workspace") as hall:
        model = hall.models.import_file(tiny_model, sha256_of(tiny_model))
        hall.models.make_current(model.id)
        hall.follow()
        hall.importing.start([tmp_path / "drop"])
        assert all_done(hall) == ["scan", "convert", "prepare", "segment"]
        (case,) = hall.cases.all()
        assert case.stage is Stage.PROPOSED
        (version,) = hall.cases.versions(case.id)
        assert version.author == f"model {model.id}"


def test_a_folder_becomes_a_case_ready_for_review(walked: Any) -> None:
    with Hall(walked.folder) as hall:
        case = hall.cases.get(walked.case)
        assert case.stage is Stage.PROPOSED
        assert not case.missing
        assert all((chosen := case.chosen(c)) and chosen.proposal is c and chosen.why for c in ALL_CONTRASTS)
        assert len(hall.cases.all()) == 1
        assert len(case.series) == 4
        jobs = [job for job in hall.workspace.jobs() if job.case]
        assert [(job.task, job.state) for job in jobs[:2]] == [("convert", "done"), ("prepare", "done")]
        # this copy lies elsewhere than where the kill came, so what was cut off was asked for anew
        assert [(job.task, job.state) for job in jobs[2:]] == [("segment", "cancelled"), ("segment", "done")]
        (version,) = hall.cases.versions(walked.case)
        assert version.author == f"model {walked.model}"
        findings = hall.cases.findings(walked.case)
        assert [f.step for f in findings][:3] == ["check", "bias", "atlas"]
        assert Grade.BAD not in {f.grade for f in findings}
        assert all(hall.preparing.picture(walked.case, f.step) for f in findings)
        assert all(hall.importing.thumbnail(series) for series in case.series)
        assert hall.auditing.verify().ok


def test_what_was_prepared_agrees_with_the_truth(walked: Any) -> None:
    with Hall(walked.folder) as hall:
        products = hall.cases.products(walked.case)
        truth = Truth.read(walked.patient.truth)
        assert truth.brain_dice(products["brain_mask"].path) >= BRAIN_DICE
        errors = truth.registration_mm(products)
        assert set(errors) == set(ALL_CONTRASTS)
        assert max(errors.values()) < REGISTRATION_MM, errors
        mask, grid = read_label_values(products["brain_mask"].path)
        assert grid.matches(BRATS_GRID)
        for contrast in ALL_CONTRASTS:
            volume = read_volume(products[f"prepared/{contrast}"].path)
            assert volume.grid.matches(BRATS_GRID)
            assert not volume.array[mask == 0].any()
            assert volume.array[mask != 0].mean() > 0


def test_nothing_in_the_workspace_names_the_patient(walked: Any) -> None:
    names = re.compile(rb"Phantom\^|PHANTOM-\d|Seed 2", re.IGNORECASE)
    place = str(walked.patient.drop).encode()
    demo = walked.folder / "demo"  # the phantoms as a hospital would send them, names and all
    for file in walked.folder.rglob("*"):
        if file.is_file() and file.suffix not in (".gz", ".png") and demo not in file.parents:
            content = file.read_bytes()
            assert not names.search(content), file.name
            assert place not in content, file.name
    for place in ("sources", "inbox"):
        assert not list((walked.folder / "scratch" / place).glob("*")), place


def test_the_same_scans_again_beside_masks_change_nothing(
    copied: Callable[[], Path], walked: Any, tmp_path: Path
) -> None:
    drop, truth = tmp_path / "drop", walked.patient.truth
    shutil.copytree(walked.patient.drop, drop)
    shutil.copy(truth / "phantom_flair_seg.nii.gz", drop / "flair_seg.nii.gz")
    shutil.copy(truth / "phantom_t1ce_brain.nii.gz", drop / "brain_mask.nii.gz")
    with Hall(copied()) as hall:
        before = hall.cases.get(walked.case)
        job = hall.importing.start([drop])
        assert all_done(hall) == ["scan"]
        assert hall.importing.conversions(job) == []
        assert hall.cases.get(walked.case) == before
        assert hall.importing.last_report is not None
        aside = {name.split(": ")[-1]: why for name, why in hall.importing.last_report.set_aside}
        assert aside == dict.fromkeys(("brain mask", "flair seg"), "a mask or label map by its name")


def paint_until_killed(folder: Path, case: str) -> list[str]:
    """Let another process paint, kill it in the middle of its work, and return what it said after every edit."""
    script = Path(__file__).with_name("painting_child.py")
    child = subprocess.Popen([sys.executable, str(script), str(folder), case], stdout=subprocess.PIPE, text=True)
    assert child.stdout
    lines = [child.stdout.readline() for _ in range(EDITS)]
    child.send_signal(signal.SIGKILL)
    lines += child.stdout.read().splitlines()
    assert child.wait() == -signal.SIGKILL
    child.stdout.close()
    return [line.split()[1] for line in lines if len(line.split()) == 2 and len(line.split()[1]) == 64]


def test_a_kill_in_the_middle_loses_at_most_the_stroke_in_hand(copied: Callable[[], Path], walked: Any) -> None:
    folder = copied()
    said = paint_until_killed(folder, walked.case)
    with Hall(folder) as hall:
        session = hall.reviewing.open(walked.case)
        assert session.recovered >= len(said) >= EDITS
        assert session.recovered - len(said) <= 1, "one edit may be on the disk that was not said any more"
        assert session.base == hall.cases.versions(walked.case)[0]
        editor = session.editor
        if session.recovered > len(said):
            _back_one(editor)
        assert hashlib.sha256(editor.labels.array.tobytes()).hexdigest() == said[-1]
        assert session.changed

        # undo all, redo all: the whole history came back, not only its end
        whole = editor.labels.array.copy()
        while editor.can_undo:
            editor.undo()
        assert np.array_equal(editor.labels.array, session.saved)
        while editor.can_redo:
            editor.redo()
        assert np.array_equal(editor.labels.array, whole)
        version = hall.reviewing.save(session, "Dr. Weber")
        assert version is not None
        assert (version.number, version.parent, version.author) == (2, session.base and f"{walked.case}/1", "Dr. Weber")
        assert np.array_equal(hall.reviewing.labels(version.id).array, whole)
        approved = hall.reviewing.approve(session, "Dr. Weber")
        assert approved.approved_by == "Dr. Weber"
        assert hall.cases.get(walked.case).stage is Stage.APPROVED
        assert [f.grade for f in hall.reviewing.check(session)].count(Grade.BAD) == 0
    with Hall(folder) as hall:
        session = hall.reviewing.open(walked.case)
        assert session.recovered == 0
        assert session.base is not None
        assert session.base.number == 2
        assert hall.auditing.verify().ok
        assert [row.action for row in hall.auditing.rows(2)] == ["labels approved", "labels saved"]


def _back_one(editor: Any) -> None:
    """Take back the edit that was written down but not said."""
    if editor.can_redo and not editor.can_undo:
        editor.redo()
    else:
        editor.undo()


def test_from_an_approved_case_to_a_new_model_and_back_to_the_scanner(
    copied: Callable[[], Path], walked: Any, tiny_model: Path, tmp_path: Path
) -> None:
    with Hall(copied()) as hall:
        model = hall.models.import_file(tiny_model, sha256_of(tiny_model))
        hall.models.make_current(model.id)
        truth = hall.reviewing.import_labels(walked.case, walked.patient.truth / "atlas_seg.nii.gz")
        assert truth.scheme == "brats2021"
        with pytest.raises(StudyError):
            hall.splitting.draw()
        hall.reviewing.approve_newest(walked.case, "Dr. Weber")
        split = hall.splitting.draw()
        assert (split.train, split.validation) == ((walked.case,), ())

        job = hall.training.start(epochs=1)
        hall.jobs.wait([job], silent)
        assert hall.jobs.view(job).state == "done", hall.jobs.view(job).error
        trained = hall.models.get(hall.training.model(job))
        assert trained.card.training_data.startswith("1 approved case, 1 patch of ")
        assert trained.card.lineage["parent"] == model.id
        assert trained.card.lineage["weights"] == "of the parent"
        assert trained.card.precision == "int8"
        assert "f32" not in trained.card.scores, "nothing was measured, so nothing is claimed"
        assert hall.models.weights(trained) is not None

        (job,) = hall.segmenting.start([walked.case], trained.id)
        hall.jobs.wait([job], silent)
        newest = hall.cases.versions(walked.case)[-1]
        assert newest.author == f"model {trained.id}"
        assert hall.cases.get(walked.case).stage is Stage.APPROVED, "a proposal takes no sign-off away"

        (job,) = hall.exporting.start([walked.case], tmp_path / "out")
        all_done(hall)
        files = hall.exporting.files(job)
        assert hall.auditing.verify().ok
    check_export(tmp_path / "out" / walked.case, files, walked, truth.id)


def check_export(folder: Path, files: list[Path], walked: Any, version: str) -> None:
    """What was signed off lies in the space of every series where the scanner saw it."""
    beside = {file.name.removeprefix(walked.case) for file in files if not file.name.endswith(".nii.gz")}
    assert beside == {"_labels.json", "_itksnap.label", "_provenance.json"}
    assert len(files) == 14 + len(beside)
    meaning = json.loads((folder / f"{walked.case}_labels.json").read_text())
    assert (meaning["version"], meaning["scheme"], meaning["approved"]) == (version, "brats2021", True)
    atlas, grid = read_label_values(folder / "atlas" / f"{walked.case}_seg.nii.gz")
    assert grid.matches(BRATS_GRID)
    assert np.array_equal(atlas, read_labels(walked.patient.truth / "atlas_seg.nii.gz", BRATS_2021).array)
    truth = Truth.read(walked.patient.truth)
    for contrast in ALL_CONTRASTS:
        labels = folder / "native" / f"{walked.case}_{contrast.brats_name}_seg.nii.gz"
        image = read_volume(folder / "native" / f"{walked.case}_{contrast.brats_name}.nii.gz")
        assert read_label_values(labels)[1].matches(image.grid, 0.01)
        scores = truth.native_scores(labels, contrast, "brats2021")
        for region, least in NATIVE_DICE.items():
            assert scores[region].dice >= least, (contrast, region, scores[region])


def test_strokes_stop_at_the_brain_when_asked(copied: Callable[[], Path], walked: Any) -> None:
    with Hall(copied()) as hall:
        session = hall.reviewing.open(walked.case)
        assert tuple(session.volumes) == ALL_CONTRASTS
        assert session.volumes[Contrast.FLAIR].grid.matches(BRATS_GRID)
        session.editor.begin("Brush", Brush(2, 400.0))
        session.editor.dab((120.0, 120.0, 77.0))
        session.editor.end()
        outside = [f for f in hall.reviewing.check(session) if f.step == "labels-outside"]
        assert outside[0].grade is Grade.LOOK
