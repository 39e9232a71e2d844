"""One case's chapter of a report: import, preparation, labels, and what could be measured against a truth."""

import shutil
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

from fets_desktop.app.exporting import labels_to_export
from fets_desktop.app.report_page import Page
from fets_desktop.app.truth import Truth
from fets_desktop.imaging.disk import known_disk_errors
from fets_desktop.imaging.files import read_labels, read_volume
from fets_desktop.imaging.opening import plain
from fets_desktop.imaging.pictures import write_png
from fets_desktop.review.measures import Score, volumes_ml
from fets_desktop.review.picture import montage
from fets_desktop.store.records import Product
from fets_desktop.store.workspace import Workspace
from fets_desktop.study.annotation import Annotation
from fets_desktop.study.case import Case
from fets_desktop.study.contrast import ALL_CONTRASTS, Contrast
from fets_desktop.study.labels import REGIONS, SCHEMES, Region
from fets_desktop.study.origin import MODEL_AUTHOR
from fets_desktop.study.unsure import unsure_words
from fets_desktop.study.volume import LabelMap


class Chapter:
    """Writes one case's part of the report.

    Attributes:
        pictures: The PNG files it made, in order.
    """

    def __init__(self, workspace: Workspace, name: str, page: Page, folder: Path) -> None:
        self._workspace = workspace
        self._case: Case = workspace.case(name)
        self._products: dict[str, Product] = workspace.products(name)
        self._page = page
        self._folder = folder
        self.pictures: list[Path] = []

    def write(self, truth_folder: Path | None, exported: Sequence[Path]) -> dict[str, Any]:
        """Write the chapter and return what was measured against the truth."""
        self._page.heading(f"Case {self._case.id}: {self._case.stage.words.lower()}")
        self._series()
        measured: dict[str, Any] = {}
        if "brain_mask" in self._products:
            self._steps()
            truth = Truth.read(truth_folder) if truth_folder else None
            self._brains()
            if truth:
                measured |= self._against_truth_of_preparation(truth)
            if versions := self._workspace.annotations(self._case.id):
                measured |= self._labels(versions, truth, exported)
        if exported:
            self._page.heading("Files written out", 3)
            self._page.table(["file"], [(f"{path.parent.name}/{path.name}",) for path in exported])
        return measured

    def _series(self) -> None:
        self._page.heading("Import: which series is which", 3)
        rows, pictures = [], []
        for contrast in ALL_CONTRASTS:
            series = self._case.chosen(contrast)
            if series is None:
                rows.append((str(contrast), "missing", "", "", ""))
                continue
            grid = series.grid
            size = " x ".join(str(n) for n in reversed(grid.shape)) if grid else ""
            step = " x ".join(f"{mm:.2f}" for mm in grid.spacing_mm) if grid else ""
            rows.append((str(contrast), f"{series.confidence:.0%}", series.why, size, step))
            if product := self._products.get(f"thumbnail/{series.id}"):
                pictures.append((self._keep(product.path, f"imported-{contrast}"), f"{contrast} as imported"))
        self._page.table(["contrast", "confidence", "why", "voxels", "mm"], rows)
        self._page.pictures(pictures)
        if aside := [series for series in self._case.series if series.set_aside]:
            self._page.table(["set aside", "why"], [(s.description or s.id, s.set_aside) for s in aside])

    def _steps(self) -> None:
        self._page.heading("Preparation: four brains on the atlas grid", 3)
        findings = self._workspace.findings(self._case.id)
        self._page.table(
            ["step", "grade", "found", "seconds"], [(f.title, str(f.grade), f.text, f.seconds) for f in findings]
        )
        drawn = [f for f in findings if f"picture/{f.step}" in self._products]
        self._page.pictures(
            [(self._keep(self._products[f"picture/{f.step}"].path, f"step-{f.step}"), f.title) for f in drawn]
        )

    def _brains(self) -> None:
        pictures = []
        for contrast in ALL_CONTRASTS:
            volume = read_volume(self._products[f"prepared/{contrast}"].path)
            pictures.append((self._draw(f"prepared-{contrast}", montage(volume, pane=300)), f"{contrast}, prepared"))
        self._page.pictures(pictures)

    def _against_truth_of_preparation(self, truth: Truth) -> dict[str, Any]:
        brain = truth.brain_dice(self._products["brain_mask"].path)
        errors = truth.registration_mm(self._products)
        rows = [("Dice of the brain mask, in atlas space", f"{brain:.3f}")]
        rows += [
            (f"{contrast} to atlas, mean distance over the brain", f"{mm:.2f} mm") for contrast, mm in errors.items()
        ]
        self._page.table(["measured against the phantom's truth", "value"], rows)
        return {"brain_dice": brain, "registration_mm": {str(contrast): mm for contrast, mm in errors.items()}}

    def _labels(self, versions: Sequence[Annotation], truth: Truth | None, exported: Sequence[Path]) -> dict[str, Any]:
        page = self._page
        page.heading("Labels", 3)
        page.table(
            ["version", "author", "approved by", *(f"{region} ml" for region in REGIONS)],
            [
                (v.id, v.author, v.approved_by or "-", *(f"{v.volumes_ml.get(r, 0.0):.1f}" for r in REGIONS))
                for v in versions
            ],
        )
        shown = labels_to_export(versions) or versions[-1]
        if doubt := self._doubt(shown):
            page.words(doubt)
        labels = read_labels(self._workspace.files.path(shown.sha256), SCHEMES[shown.scheme])
        self._overlays(labels, shown, truth)
        if truth is None:
            page.words("There is nothing to score it against.")
            return {}
        return self._scores(versions, truth, exported)

    def _doubt(self, version: Annotation) -> str:
        """Return why a model's version deserves doubt as a whole, "" if nothing says so."""
        made = self._products.get(f"proposal/{version.author.removeprefix(MODEL_AUTHOR)}")
        return unsure_words(made.details) if made is not None else ""

    def _overlays(self, labels: LabelMap, version: Annotation, truth: Truth | None) -> None:
        pictures = []
        # the same slices for both, so that they can be compared
        point = richest(truth.labels) if truth else None
        for contrast in (Contrast.T1GD, Contrast.FLAIR):
            volume = read_volume(self._products[f"prepared/{contrast}"].path)
            drawn = self._draw(f"labels-{contrast}", montage(volume, labels, point, pane=300))
            pictures.append((drawn, f"{version.id} by {version.author}, on {contrast}"))
            if truth:
                known = self._draw(f"truth-{contrast}", montage(volume, truth.labels, point, pane=300))
                pictures.append((known, f"The phantom's truth, on {contrast}"))
        self._page.pictures(pictures)
        self._page.words("Yellow: enhancing tumour; vermilion: necrotic core; teal: peritumoral oedema.")

    def _scores(self, versions: Sequence[Annotation], truth: Truth, exported: Sequence[Path]) -> dict[str, Any]:
        rows: list[tuple[object, ...]] = []
        measured: dict[str, Any] = {}
        proposals = [version for version in versions if version.author.startswith("model ")]
        if proposals:
            newest = proposals[-1]
            found = read_labels(self._workspace.files.path(newest.sha256), SCHEMES[newest.scheme])
            measured["proposal"] = _numbers(scores := truth.scores(found))
            rows += _score_rows(f"{newest.id} by {newest.author}, in atlas space", scores)
            known = volumes_ml(truth.labels).regions_ml
            self._page.table(
                ["volume", "proposed ml", "true ml"],
                [(str(r), f"{newest.volumes_ml.get(r, 0.0):.1f}", f"{known[r]:.1f}") for r in REGIONS],
            )
        native = f"{self._case.id}_{Contrast.T1GD.brats_name}_seg.nii.gz"
        if file := next((path for path in exported if path.name == native and path.exists()), None):
            scheme = (labels_to_export(versions) or versions[-1]).scheme
            measured["exported_native"] = _numbers(scores := truth.native_scores(file, Contrast.T1GD, scheme))
            rows += _score_rows("exported labels on the T1Gd series' own grid", scores)
        self._page.table(["measured against the phantom's truth", "region", "Dice", "HD95"], rows)
        return measured

    def _keep(self, source: Path, name: str) -> Path:
        target = self._folder / f"{name}.png"
        with known_disk_errors(), plain(source) as opened:
            target.parent.mkdir(parents=True, exist_ok=True)
            shutil.copyfile(opened, target)
        self.pictures.append(target)
        return target

    def _draw(self, name: str, pixels: Any) -> Path:  # noqa: ANN401
        self.pictures.append(write_png(self._folder / f"{name}.png", pixels))
        return self.pictures[-1]


def richest(labels: LabelMap) -> tuple[int, int, int] | None:
    """Return the voxel (x, y, z) whose three slices show most of the labels; None if there are none."""
    marked = labels.array != 0
    if not marked.any():
        return None
    z, y, x = (int(marked.sum(axis=tuple(e for e in range(3) if e != d)).argmax()) for d in range(3))
    return x, y, z


def _score_rows(what: str, scores: Mapping[Region, Score]) -> list[tuple[object, ...]]:
    return [(what, str(r), f"{scores[r].dice:.3f}", f"{scores[r].hd95_mm:.1f} mm") for r in REGIONS]


def _numbers(scores: Mapping[Region, Score]) -> dict[str, dict[str, float]]:
    return {
        "dice": {str(region): score.dice for region, score in scores.items()},
        "hd95_mm": {str(region): score.hd95_mm for region, score in scores.items()},
    }
