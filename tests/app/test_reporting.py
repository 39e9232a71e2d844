"""The report: what it shows, what it may claim, and that the truth is measured rightly."""

import json
import re
from pathlib import Path

import numpy as np
import pytest

from fets_desktop.app.bus import FactsBus
from fets_desktop.app.keyring_ import Secrets
from fets_desktop.app.models import Models
from fets_desktop.app.report_page import Page
from fets_desktop.app.reporting import NOT_FOR_DIAGNOSIS, Reporting, Told
from fets_desktop.app.signing import Signing
from fets_desktop.app.truth import Truth
from fets_desktop.imaging.files import write_array
from fets_desktop.store.records import Product
from fets_desktop.store.workspace import Workspace
from fets_desktop.study.annotation import Annotation
from fets_desktop.study.case import Case, Series, Stage
from fets_desktop.study.contrast import ALL_CONTRASTS, Contrast
from fets_desktop.study.finding import Finding, Grade
from fets_desktop.study.grid import BRATS_GRID, Grid
from fets_desktop.study.labels import BRATS_2021, BRATS_2023, Region, convert_labels
from fets_desktop.study.volume import LabelMap

SHIFT_MM = 2.0


@pytest.fixture(scope="module")
def tumour() -> np.ndarray:
    labels = np.zeros(BRATS_GRID.shape, dtype=np.uint8)
    labels[60:80, 100:130, 80:110] = 2
    labels[65:75, 105:125, 85:105] = 4
    labels[68:72, 110:120, 90:100] = 1
    return labels


@pytest.fixture(scope="module")
def truth_folder(tumour, tmp_path_factory) -> Path:
    """A truth whose series lie where the atlas lies."""
    folder = tmp_path_factory.mktemp("truth")
    brain = np.zeros(BRATS_GRID.shape, dtype=np.uint8)
    brain[30:120, 60:190, 60:180] = 1
    write_array(folder / "atlas_seg.nii.gz", tumour, BRATS_GRID)
    write_array(folder / "atlas_brain.nii.gz", brain, BRATS_GRID)
    write_array(folder / "phantom_t1ce_seg.nii.gz", tumour, BRATS_GRID)
    positions = {str(contrast): np.eye(4).tolist() for contrast in ALL_CONTRASTS}
    (folder / "to_atlas.json").write_text(json.dumps(positions))
    return folder


def transforms(folder: Path, shift_mm: float) -> dict[str, Product]:
    matrix = np.eye(4)
    matrix[0, 3] = shift_mm
    products = {}
    for contrast in ALL_CONTRASTS:
        np.savetxt(folder / f"{contrast}.mat", matrix)
        name = f"transform/{contrast}-to-atlas"
        products[name] = Product(name, "", folder / f"{contrast}.mat")
    return products


def test_the_truth_itself_scores_one_and_a_shifted_one_less(truth_folder, tumour):
    truth = Truth.read(truth_folder)
    assert truth.scores(LabelMap(tumour, BRATS_GRID, BRATS_2021))[Region.ET].dice == 1.0
    moved = truth.scores(LabelMap(np.roll(tumour, 10, axis=2), BRATS_GRID, BRATS_2021))
    # 30 voxels wide, moved by 10: two thirds overlap
    assert moved[Region.WT].dice == pytest.approx(2 / 3)


def test_exported_labels_score_the_same_in_another_scheme_and_with_axes_turned_round(truth_folder, tumour, tmp_path):
    affine = BRATS_GRID.affine
    affine[:3, 3] += affine[:3, 0] * (BRATS_GRID.shape[2] - 1)
    affine[:3, 0] *= -1
    turned = Grid.from_affine(BRATS_GRID.shape, affine)
    labels = convert_labels(tumour[:, :, ::-1], BRATS_2021, BRATS_2023)
    file = write_array(tmp_path / "seg.nii.gz", np.ascontiguousarray(labels), turned)
    scores = Truth.read(truth_folder).native_scores(file, Contrast.T1GD, BRATS_2023.name)
    assert [scores[region].dice for region in Region] == [1.0, 1.0, 1.0]


def test_a_registration_that_is_off_by_two_millimetres_is_said_to_be(truth_folder, tmp_path):
    truth = Truth.read(truth_folder)
    assert set(truth.registration_mm(transforms(tmp_path, 0.0)).values()) == {0.0}
    for error in truth.registration_mm(transforms(tmp_path, SHIFT_MM)).values():
        assert error == pytest.approx(SHIFT_MM)


def test_a_brain_mask_is_measured_in_atlas_space(truth_folder, tmp_path):
    truth = Truth.read(truth_folder)
    assert truth.brain_dice(truth_folder / "atlas_brain.nii.gz") == 1.0
    empty = write_array(tmp_path / "mask.nii.gz", np.zeros(BRATS_GRID.shape, dtype=np.uint8), BRATS_GRID)
    assert truth.brain_dice(empty) == 0.0


def test_a_page_escapes_everything_and_needs_nothing_beside_it(tmp_path):
    page = Page("A & <b>")
    page.words("<script>alert(1)</script>")
    place = page.place()
    page.table(["head"], [["ok"], [0.12345], ["<i>"]])
    place.heading("In between", 3)
    html = page.html()
    assert "<script>" not in html
    assert "A &amp; &lt;b&gt;" in html
    assert "&lt;i&gt;" in html
    assert "0.123" in html
    assert html.index("alert(1)") < html.index("In between") < html.index("<table>")
    assert "src=" not in html
    assert "href=" not in html


def put_case(workspace: Workspace, tumour: np.ndarray | None, folder: Path) -> None:
    """A case as preparing and segmenting leave it; without labels if there is no tumour."""
    brain = np.zeros(BRATS_GRID.shape, dtype=np.uint8)
    brain[30:120, 60:190, 60:180] = 1
    image = write_array(folder / "image.nii.gz", (brain * 100).astype(np.int16), BRATS_GRID)
    mask = write_array(folder / "mask.nii.gz", brain, BRATS_GRID)
    stored, kept = workspace.files.publish(image), workspace.files.publish(mask)
    series = tuple(
        Series(f"S-{c}", "P-1", c, 0.95, f"named {c}", c, grid=BRATS_GRID, sha256=stored.sha256) for c in ALL_CONTRASTS
    )
    matrices = {}
    for name, product in transforms(folder, 0.0).items():
        matrices[name] = workspace.files.publish(product.path, ".mat")
    finding = Finding("strip", "Four brains on one grid", Grade.LOOK, "One voxel is odd.", {"odd": 1.0}, 2.5)
    with workspace.change("program", "made for a test", "P-1") as change:
        change.put_case(Case("P-1", "P-1", Stage.PREPARED, series=series))
        change.put_product("P-1", "brain_mask", kept)
        for contrast in ALL_CONTRASTS:
            change.put_product("P-1", f"prepared/{contrast}", stored)
        for name, matrix in matrices.items():
            change.put_product("P-1", name, matrix)
        change.put_findings("P-1", [finding])
    if tumour is not None:
        labels = workspace.files.publish(write_array(folder / "labels.nii.gz", tumour, BRATS_GRID))
        version = Annotation("P-1/1", "P-1", 1, "model m@1", None, labels.sha256, BRATS_2021.name, "", {"WT": 18.0})
        with workspace.change("program", "made for a test", "P-1/1") as change:
            change.put_annotation(version)
            change.put_product("P-1", "proposal/m@1", labels, {"sure": 0.41})


def write(workspace: Workspace, folder: Path, told: Told):
    models = Models(workspace, FactsBus(), Signing(workspace, Secrets(workspace)))
    return Reporting(workspace, models).write(["P-1"], folder, "A report", told)


def test_without_a_truth_nothing_is_scored(workspace, tumour, tmp_path):
    put_case(workspace, tumour, tmp_path)
    report = write(workspace, tmp_path / "report", Told())
    page = report.file.read_text(encoding="utf-8")
    assert report.measured == {"P-1": {}}
    assert "There is nothing to score it against." in page
    assert "sure of only 41% of what it outlines" in page
    assert "Dice" not in re.sub('base64,[^"]*', "", page), "a picture may hold these letters by chance"
    assert "One training epoch" not in page
    assert NOT_FOR_DIAGNOSIS in page


def test_with_a_truth_every_figure_is_measured(workspace, tumour, truth_folder, tmp_path):
    put_case(workspace, np.roll(tumour, 10, axis=2), tmp_path)
    report = write(workspace, tmp_path / "report", Told("Hello.", {"P-1": truth_folder}, seconds={"preparing": 12.3}))
    found = report.measured["P-1"]
    assert found["brain_dice"] == 1.0
    assert set(found["registration_mm"].values()) == {0.0}
    assert found["proposal"]["dice"]["WT"] == pytest.approx(2 / 3)
    assert "exported_native" not in found
    page = report.file.read_text(encoding="utf-8")
    for words in ("Hello.", "In short", "0.667", "One voxel is odd.", "12.3", "named FLAIR", "P-1/1 by model m@1"):
        assert words in page, words
    # four brains, and labels and truth on two contrasts
    assert [picture.name for picture in report.pictures if "truth" in picture.name] == [
        "truth-T1Gd.png",
        "truth-FLAIR.png",
    ]
    assert len(report.pictures) == page.count("<img ") == 8


def test_a_second_report_leaves_no_picture_of_the_first(workspace, tumour, truth_folder, tmp_path):
    put_case(workspace, tumour, tmp_path)
    write(workspace, tmp_path / "report", Told(truths={"P-1": truth_folder}))
    report = write(workspace, tmp_path / "report", Told())
    there = set((tmp_path / "report" / "pictures").rglob("*.png"))
    assert there == set(report.pictures)
