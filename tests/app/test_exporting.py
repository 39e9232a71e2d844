"""What leaves the workspace: whole files, labels on the very grid of each series, and what their values mean."""

import json
import os
from collections.abc import Callable
from pathlib import Path

import numpy as np
import pytest
import SimpleITK as sitk  # noqa: N813
from still_runner import StillRunner

from fets_desktop.app.annotations.reviewing import Reviewing
from fets_desktop.app.exporting import Exporting
from fets_desktop.app.job_board import JobBoard
from fets_desktop.app.placing import place
from fets_desktop.app.tasks import export as task
from fets_desktop.dicom.kept import keep_headers
from fets_desktop.dicom.write import write_series
from fets_desktop.imaging.files import read_labels, read_volume, write_array
from fets_desktop.imaging.rigid import inverse, write_matrix
from fets_desktop.jobs.worker import TaskContext
from fets_desktop.review.measures import dice
from fets_desktop.store.hashing import sha256_of
from fets_desktop.store.workspace import Workspace
from fets_desktop.study.case import Case, Series, Stage
from fets_desktop.study.contrast import ALL_CONTRASTS, Contrast
from fets_desktop.study.errors import StudyError
from fets_desktop.study.exports import EXPORT_KINDS, shows_heads
from fets_desktop.study.grid import BRATS_GRID, Grid
from fets_desktop.study.labels import BRATS_2023
from fets_desktop.study.progress import silent
from fets_desktop.study.volume import Volume

CENTRE = np.array([-110.0, 120.0, 70.0])  # of the tumour, RAS mm in the atlas
NATIVE = Grid.from_affine((30, 96, 80), [[-1.4, 0, 0, 56], [0, 0.2, -3.9, 58], [0, 1.3, 0.6, -60], [0, 0, 0, 1]])


def turned(degrees: float) -> np.ndarray:
    """Atlas points to native points, RAS mm."""
    turn = sitk.Euler3DTransform()
    turn.SetRotation(np.radians(degrees), 0.1, -0.05)
    matrix = np.eye(4)
    matrix[:3, :3] = np.array(turn.GetMatrix()).reshape(3, 3)
    matrix[:3, 3] = [3, -4, 5] - matrix[:3, :3] @ CENTRE
    return matrix


def ball(grid: Grid, to_atlas: np.ndarray, radius_mm: float) -> np.ndarray:
    """Which voxels lie within a ball around the tumour's centre."""
    z, y, x = np.indices(grid.shape)
    points = grid.to_ras(np.stack([x, y, z], axis=-1))
    atlas = points @ to_atlas[:3, :3].T + to_atlas[:3, 3]
    return ((atlas - CENTRE) ** 2).sum(axis=-1) <= radius_mm**2


def atlas_ball(radius_mm: float) -> np.ndarray:
    """The same in the atlas, whose axes are the body's."""
    z, y, x = np.ogrid[:155, :240, :240]
    return (-x - CENTRE[0]) ** 2 + (239 - y - CENTRE[1]) ** 2 + (z - CENTRE[2]) ** 2 <= radius_mm**2


@pytest.fixture
def exporting(workspace: Workspace, board: JobBoard) -> Exporting:
    return Exporting(workspace, board)


@pytest.fixture(scope="module")
def images(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The files of the case, written once: `head`, `native`, `brain` and `seg`."""
    folder = tmp_path_factory.mktemp("images")
    head = atlas_ball(60).astype(np.int16)
    labels = 2 * atlas_ball(24).astype(np.uint8)
    labels[atlas_ball(15)] = 3
    labels[atlas_ball(9)] = 1
    write_array(folder / "head.nii.gz", head, BRATS_GRID)
    write_array(folder / "native.nii.gz", np.ones(NATIVE.shape, np.int16), NATIVE)
    write_array(folder / "brain.nii.gz", head.astype(np.uint8), BRATS_GRID)
    write_array(folder / "seg.nii.gz", labels, BRATS_GRID)
    return folder


@pytest.fixture
def on_atlas(workspace: Workspace, images: Path, tmp_path: Path) -> str:
    """A prepared case on the atlas grid whose series lie turned in scanner space."""
    files = workspace.files
    series, products = [], {}
    prepared, native = (files.publish(images / f"{name}.nii.gz") for name in ("head", "native"))
    for number, contrast in enumerate(ALL_CONTRASTS):
        there = turned(5.0 * number)
        series.append(Series(f"S-{contrast}", "P-1", contrast, 1.0, "", contrast, grid=NATIVE, sha256=native.sha256))
        products[f"prepared/{contrast}"], products[f"series/S-{contrast}"] = prepared, native
        for name, matrix in ((f"{contrast}-to-atlas", there), (f"atlas-to-{contrast}", inverse(there))):
            products[f"transform/{name}"] = files.publish(write_matrix(tmp_path / "m.mat", matrix), ".mat")
    products["brain_mask"] = files.publish(images / "brain.nii.gz")
    with workspace.change("x", "y", "z") as change:
        change.put_case(Case("P-1", "Q-1", Stage.PREPARED, series=tuple(series)))
        for name, file in products.items():
            change.put_product("P-1", name, file)
    return "P-1"


@pytest.fixture
def labelled(on_atlas: str, reviewing: Reviewing, images: Path) -> str:
    reviewing.import_labels(on_atlas, images / "seg.nii.gz", "brats2023")
    reviewing.approve_newest(on_atlas, "Dr. Weber")
    return on_atlas


@pytest.fixture
def export(exporting: Exporting, runner: StillRunner, board: JobBoard) -> Callable[..., dict[str, Path]]:
    """Export a case through the real task; returns what was written by path below the case's folder."""

    def run(
        case: str, to: Path, space: str = "both", kinds: tuple[str, ...] = ("nifti",), **more: bool
    ) -> dict[str, Path]:
        (job,) = exporting.start([case], to, kinds, space, **more)
        spec = runner.specs[job]
        result = task.run(TaskContext(json.loads(json.dumps(spec.arguments)), spec.scratch, silent, lambda fact: None))
        runner.finish(job, **result)
        board.pump()
        assert board.view(job).state == "done", board.view(job).error
        written = exporting.files(job)
        if kinds == ("nifti",):
            assert sorted(written) == sorted(p for p in (to / case).rglob("*") if p.is_file())
        root = to / case if kinds == ("nifti",) else to
        return {str(p.relative_to(root)): p for p in written}

    return run


def test_labels_come_back_to_the_grid_of_every_series(
    labelled: str, export: Callable[..., dict[str, Path]], tmp_path: Path, workspace: Workspace
) -> None:
    files = export(labelled, tmp_path / "out")
    names = {c.brats_name for c in ALL_CONTRASTS}
    assert set(files) == {
        "P-1_labels.json",
        "P-1_itksnap.label",
        "atlas/P-1_brainmask.nii.gz",
        "atlas/P-1_seg.nii.gz",
        *(f"atlas/P-1_{n}.nii.gz" for n in names),
        *(f"native/P-1_{n}{part}.nii.gz" for n in names for part in ("", "_seg")),
    }
    for number, contrast in enumerate(ALL_CONTRASTS):
        found = read_labels(files[f"native/P-1_{contrast.brats_name}_seg.nii.gz"], BRATS_2023)
        assert found.grid.matches(NATIVE)
        assert found.grid.matches(read_volume(files[f"native/P-1_{contrast.brats_name}.nii.gz"]).grid)
        to_atlas = np.linalg.inv(turned(5.0 * number))
        for radius, values in ((24, (1, 2, 3)), (15, (1, 3)), (9, (1,))):
            assert dice(np.isin(found.array, values), ball(NATIVE, to_atlas, radius)) > 0.93, (contrast, radius)
    meaning = json.loads(files["P-1_labels.json"].read_text())
    assert meaning["scheme"] == "brats2023"
    assert meaning["values"] == {"1": "Necrotic core", "2": "Peritumoral oedema", "3": "Enhancing tumour"}
    assert (meaning["version"], meaning["approved"]) == ("P-1/1", True)
    row = workspace.audit(2)[1]
    assert (row.action, row.subject, row.details["labels"]) == ("case exported", "P-1", "P-1/1")


def test_a_case_without_labels_is_exported_as_images(
    on_atlas: str, export: Callable[..., dict[str, Path]], tmp_path: Path
) -> None:
    files = export(on_atlas, tmp_path / "out")
    assert len(files) == 9
    assert not any("seg" in name or "labels" in name for name in files)


@pytest.mark.parametrize(("space", "count"), [("atlas", 8), ("native", 10)])
def test_one_space_alone(
    labelled: str, export: Callable[..., dict[str, Path]], tmp_path: Path, space: str, count: int
) -> None:
    files = export(labelled, tmp_path / "out", space)
    assert len(files) == count
    assert {name.split("/")[0] for name in files} == {space, "P-1_labels.json", "P-1_itksnap.label"}


def test_the_newest_approved_version_is_exported(
    labelled: str, exporting: Exporting, reviewing: Reviewing, runner: StillRunner, tmp_path: Path
) -> None:
    one = np.zeros(BRATS_GRID.shape, np.uint8)
    one[70, 120, 120] = 4
    reviewing.import_labels(labelled, write_array(tmp_path / "seg.nii.gz", one, BRATS_GRID), "brats2021")
    exporting.start([labelled], tmp_path / "out")
    assert runner.last("export").arguments["version"] == "P-1/1", "signed off comes before new"
    reviewing.approve_newest(labelled, "Dr. Weber")
    exporting.start([labelled], tmp_path / "out")
    told = runner.last("export").arguments
    assert told["version"] == "P-1/2"
    origin = told["origin"]
    assert (origin["making"], origin["author"], origin["approved_by"]) == ("MANUAL", "import", "Dr. Weber")
    assert (origin["case"], origin["patient"], origin["model"]) == ("P-1", "Q-1", "")


def test_two_exports_of_one_case_go_side_by_side(
    on_atlas: str, exporting: Exporting, runner: StillRunner, tmp_path: Path
) -> None:
    exporting.start([on_atlas], tmp_path / "a")
    exporting.start([on_atlas], tmp_path / "b")
    assert runner.cancelled == []
    assert len(runner.specs) == 2


def test_what_cannot_be_exported_is_refused(
    exporting: Exporting, workspace: Workspace, on_atlas: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def code(*arguments: object, **more: object) -> str:
        with pytest.raises(StudyError) as raised:
            exporting.start(*arguments, **more)
        return raised.value.code

    assert code([on_atlas], tmp_path / "out", ["jpeg"]) == "wrong-usage"
    assert code([on_atlas], tmp_path / "out", space="moon") == "wrong-usage"
    assert code(["P-8"], tmp_path / "out") == "unknown-case"
    (tmp_path / "file").touch()
    assert code([on_atlas], tmp_path / "file") == "read-only"
    monkeypatch.setattr("os.access", lambda *_: False)
    assert code([on_atlas], tmp_path / "out") == "read-only"
    monkeypatch.undo()
    with workspace.change("x", "y", "z") as change:
        change.drop_products(on_atlas, "brain_mask")
    assert code([on_atlas], tmp_path / "out") == "wrong-stage"


def test_a_file_that_cannot_be_placed_whole_is_not_placed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    source, target = tmp_path / "s", tmp_path / "deep" / "t"
    source.write_bytes(b"new")
    assert place(source, target).read_bytes() == b"new"
    target.write_bytes(b"old")

    def full(descriptor: int) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("os.fsync", full)
    with pytest.raises(StudyError) as raised:
        place(source, target)
    assert raised.value.code == "disk-full"
    assert target.read_bytes() == b"old"
    assert list(target.parent.iterdir()) == [target]


def test_contrasts_are_named_as_brats_does() -> None:
    assert [c.brats_name for c in ALL_CONTRASTS] == ["t1", "t1ce", "t2", "flair"]
    assert Contrast.T1GD.brats2023_name == "t1c"


@pytest.fixture
def from_dicom(labelled: str, workspace: Workspace, tmp_path: Path) -> str:
    """The same case, with the headers that an import from DICOM keeps; FLAIR came as NIfTI."""
    for contrast in ALL_CONTRASTS[:3]:
        voxels = np.random.default_rng(1).integers(0, 900, NATIVE.shape).astype(np.float32)
        files = write_series(
            Volume(voxels, NATIVE), tmp_path / "dicom" / contrast, contrast,
            patient_name="Mustermann^Erika", patient_id="KH-1", study_date="20260401",
        )  # fmt: skip
        keep_headers(files, bytes(32), "Q-1", tmp_path / f"{contrast}.zip")
        stored = workspace.files.publish(tmp_path / f"{contrast}.zip", ".headers.zip")
        with workspace.change("x", "y", "z") as change:
            change.put_product(labelled, f"source/S-{contrast}", stored)
    return labelled


ALL_KINDS = tuple(EXPORT_KINDS)


def test_every_kind_is_made_at_once_and_what_is_missing_is_named(
    from_dicom: str, export: Callable[..., dict[str, Path]], exporting: Exporting, runner: StillRunner, tmp_path: Path
) -> None:
    files = export(from_dicom, tmp_path / "out", "both", ALL_KINDS)
    three = [c.brats_name for c in ALL_CONTRASTS[:3]]
    assert {name for name in files if name.endswith(".dcm")} == {
        *(f"P-1/dicom/P-1_{name}_{kind}.dcm" for name in three for kind in ("seg", "rtstruct")),
        "P-1/dicom/P-1_report.dcm",
    }
    for name in (
        "P-1/P-1_report.pdf",
        "P-1/slicer/P-1.seg.nrrd",
        "P-1/slicer/P-1_flair.seg.nrrd",
        "DataForFeTS/P-1/P-1_final_seg.nii.gz",
        "Dataset001_FeTS/labelsTr/P-1.nii.gz",
        "Dataset001_FeTS/dataset.json",
        "bids/dataset_description.json",
        "bids/participants.tsv",
    ):
        assert name in files
    (job,) = [spec.id for spec in runner.specs.values() if spec.task == "export"]
    not_made = exporting.not_made(job)
    assert [(item.kind, item.error.code) for item in not_made] == [("seg", "needs-dicom"), ("rtstruct", "needs-dicom")]
    assert all("FLAIR" in item.error.detail for item in not_made)
    for file in files.values():
        assert b"Mustermann" not in file.read_bytes()


def test_labels_in_a_dicom_segmentation_are_those_on_the_series_grid(
    from_dicom: str, export: Callable[..., dict[str, Path]], tmp_path: Path
) -> None:
    files = export(from_dicom, tmp_path / "out", "native", ("nifti", "nrrd"))
    for contrast in ALL_CONTRASTS:
        plain = read_labels(files[f"P-1/native/P-1_{contrast.brats_name}_seg.nii.gz"], BRATS_2023)
        slicer = sitk.ReadImage(str(files[f"P-1/slicer/P-1_{contrast.brats_name}.seg.nrrd"]))
        assert np.array_equal(sitk.GetArrayFromImage(slicer), plain.array)


def test_a_case_from_nifti_gets_all_but_dicom(
    labelled: str, export: Callable[..., dict[str, Path]], exporting: Exporting, runner: StillRunner,
    board: JobBoard, tmp_path: Path,
) -> None:  # fmt: skip
    files = export(labelled, tmp_path / "out", "both", ("seg", "report"))
    assert set(files) == {"P-1/P-1_report.pdf"}
    (job,) = exporting.start([labelled], tmp_path / "out", ["seg"])
    spec = runner.specs[job]
    with pytest.raises(StudyError) as raised:
        task.run(TaskContext(spec.arguments, spec.scratch, silent, lambda fact: None))
    assert raised.value.code == "needs-dicom"


def test_labels_only_kinds_of_a_case_without_labels_are_told(
    on_atlas: str, export: Callable[..., dict[str, Path]], exporting: Exporting, runner: StillRunner, tmp_path: Path
) -> None:
    files = export(on_atlas, tmp_path / "out", "atlas", ("report", "nrrd", "seg", "nnunet", "fets"))
    assert not any("seg" in name or "report" in name for name in files)
    assert sum("imagesTs" in name for name in files) == 4
    (job,) = [spec.id for spec in runner.specs.values() if spec.task == "export"]
    assert [(i.kind, i.error.code) for i in exporting.not_made(job)] == [
        (kind, "no-labels") for kind in ("report", "nrrd", "seg")
    ]


def test_a_stranger_s_file_is_not_replaced_unless_asked(
    labelled: str, export: Callable[..., dict[str, Path]], exporting: Exporting, runner: StillRunner,
    board: JobBoard, tmp_path: Path,
) -> None:  # fmt: skip
    out = tmp_path / "out"
    files = export(labelled, out, "atlas")
    again = export(labelled, out, "atlas")
    assert set(files) == set(again), "what was exported from here is replaced without asking"
    seg = files["atlas/P-1_seg.nii.gz"]
    seg.write_bytes(b"drawn by somebody else")
    (job,) = exporting.start([labelled], out, space="atlas")
    spec = runner.specs[job]
    result = task.run(TaskContext(spec.arguments, spec.scratch, silent, lambda fact: None))
    (out / "P-1" / "atlas" / "P-1_t1.nii.gz").unlink()
    runner.finish(job, **result)
    board.pump()
    assert (board.view(job).state, board.view(job).code) == ("failed", "file-exists")
    assert seg.read_bytes() == b"drawn by somebody else"
    assert not (out / "P-1" / "atlas" / "P-1_t1.nii.gz").exists(), "nothing of it was written"
    export(labelled, out, "atlas", replace=True)
    assert read_labels(seg, BRATS_2023).array.any()


def test_the_audit_says_what_left_by_its_hash(
    labelled: str, export: Callable[..., dict[str, Path]], workspace: Workspace, tmp_path: Path
) -> None:
    files = export(labelled, tmp_path / "out", "atlas", ("nifti", "report"))
    row = next(row for row in workspace.audit(10) if row.action == "case exported")
    assert row.details["kinds"] == ["nifti", "report"]
    assert sorted(row.details["sha256"]) == sorted(sha256_of(file) for file in files.values())


def test_a_face_is_taken_out_of_native_images_alone(
    labelled: str, export: Callable[..., dict[str, Path]], tmp_path: Path
) -> None:
    with_face = export(labelled, tmp_path / "a", "native")
    without = export(labelled, tmp_path / "b", "native", deface=True)
    changed = {name for name in with_face if with_face[name].read_bytes() != without[name].read_bytes()}
    assert changed
    assert changed <= {f"native/P-1_{c.brats_name}.nii.gz" for c in ALL_CONTRASTS}


@pytest.mark.parametrize(("harm", "words"), [("remove", "is missing"), ("change", "was changed or is damaged")])
@pytest.mark.parametrize("product", ["prepared/T2", "series/S-T1", "transform/T1-to-atlas", "brain_mask"])
def test_a_stored_file_that_is_gone_or_changed_never_leaves(
    on_atlas: str, exporting: Exporting, runner: StillRunner, workspace: Workspace, tmp_path: Path,
    harm: str, words: str, product: str,
) -> None:  # fmt: skip
    (job,) = exporting.start([on_atlas], tmp_path / "out", ("nifti", "fets"))
    spec, path = runner.specs[job], workspace.products(on_atlas)[product].path
    path.chmod(0o600)
    if harm == "remove":
        path.unlink()
    else:
        path.write_bytes(path.read_bytes()[:-1] + b"?")
    with pytest.raises(StudyError) as caught:
        task.run(TaskContext(spec.arguments, spec.scratch, silent, lambda fact: None))
    assert (caught.value.code, words in caught.value.detail) == ("damaged-workspace", True)
    assert str(path.parent) not in caught.value.message


def test_what_a_case_was_prepared_by_lies_beside_its_images(
    on_atlas: str, export: Callable[..., dict[str, Path]], workspace: Workspace, tmp_path: Path
) -> None:
    told = tmp_path / "p.json"
    told.write_text('{"recipe": "1"}')
    with workspace.change("x", "y", "z") as change:
        change.put_product(on_atlas, "provenance", workspace.files.publish(told, ".json"))
    assert export(on_atlas, tmp_path / "out")["P-1_provenance.json"].read_text() == told.read_text()


def test_fets_gets_both_of_its_folders(labelled: str, export: Callable[..., dict[str, Path]], tmp_path: Path) -> None:
    files = export(labelled, tmp_path / "out", kinds=("fets",))
    names = {name.split("/")[-1] for name in files if name.startswith("DataForQC/P-1/")}
    # this case has no transforms onto T1Gd and no heads: what is not there is not made up
    kinds = ("raw_{}", "raw_rai_{}", "raw_rai_n4_{}", "brain_{}")
    images = {f"{kind.format(m)}.nii.gz" for kind in kinds for m in ("T1", "T1CE", "T2", "FL")}
    assert names == {*images, "T1CE_to_SRI.mat", "brainMask_SRI.nii.gz"}
    assert "DataForFeTS/P-1/P-1_final_seg.nii.gz" in files


@pytest.mark.skipif(os.geteuid() == 0, reason="root may write everywhere")
def test_a_folder_that_may_not_be_written_is_refused_before_anything_is_made(
    on_atlas: str, exporting: Exporting, tmp_path: Path
) -> None:
    closed = tmp_path / "closed"
    closed.mkdir(mode=0o500)
    with pytest.raises(StudyError) as caught:
        exporting.start([on_atlas], closed)
    assert caught.value.code == "read-only"


def test_which_kinds_show_heads_is_known() -> None:
    assert shows_heads(["nifti"], "both")
    assert not shows_heads(["nifti", "seg", "report", "bids", "nnunet", "nrrd"], "atlas")
    assert shows_heads(["fets"], "atlas"), "the heads by which a preparation is checked"
    assert not shows_heads(["seg", "bids"], "native"), "labels alone"
