"""Results sent to a real archive by real workers: under the pseudonym, or under the true name to the own PACS alone."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest
from hospital import Orthanc

from fets_desktop.app.hall import Hall
from fets_desktop.dicom.write import write_series
from fets_desktop.imaging.files import write_array
from fets_desktop.imaging.rigid import inverse, write_matrix
from fets_desktop.study.case import Stage
from fets_desktop.study.contrast import ALL_CONTRASTS
from fets_desktop.study.errors import StudyError
from fets_desktop.study.grid import BRATS_GRID, Grid
from fets_desktop.study.progress import silent
from fets_desktop.study.volume import Volume

WHO = {"patient_name": "Mustermann^Erika", "patient_id": "KH-998877", "study_date": "20260401"}
NATIVE = Grid.from_affine((12, 40, 36), [[-4.0, 0, 0, 70], [0, -4.0, 0, 80], [0, 0, 10.0, -60], [0, 0, 0, 1]])
CENTRE = np.array([-110.0, 120.0, 70.0])


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("sending")


@pytest.fixture(scope="module")
def hall(folder: Path) -> Iterator[Hall]:
    with pytest.MonkeyPatch.context() as environment:
        environment.setenv("FETS_DESKTOP_PASSPHRASE", "four words are better")
        with Hall(folder / "workspace") as opened:
            opened.settings.set("privacy.table", "keep")
            yield opened


@pytest.fixture(scope="module")
def case(hall: Hall, folder: Path) -> str:
    """A case whose series came from DICOM, with a tumour in its middle; the preparation is put in by hand."""
    rng = np.random.default_rng(1)
    head = Volume(rng.integers(1, 900, NATIVE.shape).astype(np.float32), NATIVE)
    for contrast in ALL_CONTRASTS:
        write_series(head, folder / "disc" / str(contrast), contrast, **WHO)
    scan = hall.importing.start([folder / "disc"])
    hall.jobs.wait([scan], silent)
    hall.jobs.wait(hall.importing.conversions(scan), silent)
    (known,) = hall.cases.all()
    middle = NATIVE.affine @ [17.5, 19.5, 5.5, 1]
    there = np.eye(4)
    there[:3, 3] = middle[:3] - CENTRE
    files = hall.workspace.files
    z, y, x = np.ogrid[:155, :240, :240]
    ball = (-x - CENTRE[0]) ** 2 + (239 - y - CENTRE[1]) ** 2 + (z - CENTRE[2]) ** 2 <= 20**2
    volume = files.publish(write_array(folder / "v.nii.gz", ball.astype(np.float32), BRATS_GRID))
    brain = files.publish(write_array(folder / "b.nii.gz", ball.astype(np.uint8), BRATS_GRID))
    with hall.workspace.change("program", "prepared", known.id) as change:
        change.put_case(replace(known, stage=Stage.PREPARED))
        change.put_product(known.id, "brain_mask", brain)
        for contrast in ALL_CONTRASTS:
            change.put_product(known.id, f"prepared/{contrast}", volume)
            for name, matrix in ((f"{contrast}-to-atlas", there), (f"atlas-to-{contrast}", inverse(there))):
                matrix_file = files.publish(write_matrix(folder / f"{name}.mat", matrix), ".mat")
                change.put_product(known.id, f"transform/{name}", matrix_file)
    labels = write_array(folder / "seg.nii.gz", 2 * ball.astype(np.uint8), BRATS_GRID)
    hall.reviewing.import_labels(known.id, labels, "brats2021")
    return known.id


def sent(hall: Hall, case: str, node: str, kinds: list[str], identity: bool) -> int:
    (export,) = hall.sending.start([case], node, kinds, identity=identity)
    assert hall.jobs.wait([export], silent)[0].state == "done", hall.jobs.view(export).error
    assert hall.sending.not_made(export) == []
    view = hall.jobs.wait([hall.sending.following(export)], silent)[0]
    assert view.state == "done", view.error
    return hall.sending.sent(export)


def there(orthanc: Orthanc) -> list[dict[str, str]]:
    """Tags of every object in the archive, those of its patient and study with them."""
    found = []
    for instance in orthanc.ask("/instances"):
        tags = orthanc.ask(f"/instances/{instance}/simplified-tags")
        found.append({key: str(value) for key, value in tags.items() if isinstance(value, str)})
    return found


def test_results_go_back_to_the_hospital(hall: Hall, case: str, orthanc: Orthanc, folder: Path) -> None:
    orthanc.empty()
    orthanc.put(*sorted((folder / "disc" / "T1Gd").iterdir())[:1])
    (original,) = there(orthanc)
    hall.nodes.put(replace(orthanc.node(), name="own", own=True))
    hall.nodes.put(replace(orthanc.web(), name="other"))

    with pytest.raises(StudyError) as told:
        hall.sending.start([case], "other", ["seg"], identity=True)
    assert told.value.code == "pacs-identity"

    assert sent(hall, case, "other", ["seg"], identity=False) >= 1
    patient = hall.workspace.case(case).patient
    pseudonymous = [tags for tags in there(orthanc) if tags["Modality"] == "SEG"]
    assert {tags["PatientID"] for tags in pseudonymous} == {patient}
    assert not any("Mustermann" in tags["PatientName"] for tags in pseudonymous)
    assert all(tags["StudyInstanceUID"] != original["StudyInstanceUID"] for tags in pseudonymous)

    count = sent(hall, case, "own", ["seg", "rtstruct", "report"], identity=True)
    mine = [tags for tags in there(orthanc) if tags["PatientID"] == WHO["patient_id"] and tags["Modality"] != "MR"]
    assert len(mine) == count
    assert {tags["Modality"] for tags in mine} >= {"SEG", "RTSTRUCT"}
    assert {tags["StudyInstanceUID"] for tags in mine} == {original["StudyInstanceUID"]}, (
        "filed with the patient's images"
    )
    assert {tags["PatientName"] for tags in mine} == {WHO["patient_name"]}

    rows = [row for row in hall.auditing.rows() if row.action == "results sent"]
    assert [(row.subject, row.details["to"], row.details["identity"]) for row in rows] == [
        (case, "own", True),
        (case, "other", False),
    ]
    hall.pump()
    left = [file for file in hall.workspace.folder.rglob("*") if file.is_file()]
    assert not [file for file in left if file.is_relative_to(hall.workspace.scratch)], "nothing is left in scratch"
    words = (WHO["patient_id"].encode(), b"Mustermann", original["StudyInstanceUID"].encode())
    assert [file.name for file in left if any(word in file.read_bytes() for word in words)] == []


def test_a_patient_whom_the_table_does_not_hold_is_not_named(hall: Hall, case: str, orthanc: Orthanc) -> None:
    hall.nodes.put(replace(orthanc.node(), name="mine", own=True))
    known = hall.workspace.case(case)
    with hall.workspace.change("person", "changed for a test", case) as change:
        change.put_case(replace(known, patient="P-UNKNOWN"))
    with pytest.raises(StudyError) as told:
        hall.sending.start([case], "mine", ["seg"], identity=True)
    assert told.value.code == "pacs-identity"
    with hall.workspace.change("person", "changed back", case) as change:
        change.put_case(known)


def test_a_pacs_that_is_away_is_told_and_leaves_nothing_behind(hall: Hall, case: str, orthanc: Orthanc) -> None:
    hall.nodes.put(replace(orthanc.node(), name="away", port=1))
    (export,) = hall.sending.start([case], "away", ["seg"])
    hall.jobs.wait([export], silent)
    send = hall.sending.following(export)
    assert hall.jobs.wait([send], silent)[0].state == "failed"
    error = hall.jobs.error(send)
    assert error is not None
    assert error.code == "pacs-unreachable"
    assert hall.sending.sent(export) == 0
    hall.pump()
    assert list((hall.workspace.scratch / "pacs" / "send").glob("*")) == []
