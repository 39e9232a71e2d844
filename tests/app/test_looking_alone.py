"""What is only looked at: a patient's time points, and labels on the scans as they were taken."""

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest
from refusals import refused
from small_case import GRID, SHAPE

from fets_desktop.app.annotations.native_views import NativeViews
from fets_desktop.app.annotations.reviewing import Reviewing
from fets_desktop.app.annotations.time_points import TimePoints
from fets_desktop.app.annotations.versions import draft, put_version
from fets_desktop.imaging.files import write_array
from fets_desktop.imaging.rigid import inverse, write_matrix
from fets_desktop.store.workspace import Workspace
from fets_desktop.study.annotation import Annotation
from fets_desktop.study.case import Event
from fets_desktop.study.contrast import ALL_CONTRASTS, Contrast
from fets_desktop.study.grid import Grid
from fets_desktop.study.labels import BRATS_2021, Region
from fets_desktop.study.volume import LabelMap

NATIVE = Grid.from_affine((10, 56, 24), np.asarray(GRID.affine) @ np.diag([1.0, 0.5, 2.0, 1.0]))


def drawn(size: int) -> LabelMap:
    array = np.zeros(SHAPE, np.uint8)
    array[6:12, 9 : 9 + size, 8:16] = 2
    return LabelMap(array, GRID, BRATS_2021)


@pytest.fixture
def label(workspace: Workspace) -> Callable[..., Annotation]:
    def put(case: str, size: int, author: str = "Dr. Weber") -> Annotation:
        event = Event.PROPOSE if author.startswith("model") else Event.EDIT
        return put_version(workspace, drawn(size), draft(case, author), event, "labels saved")

    return put


@pytest.fixture
def dated(workspace: Workspace, add_prepared: Callable[..., str]) -> Callable[[str, str, str], str]:
    def add(name: str, patient: str, date: str) -> str:
        add_prepared(workspace, name, patient)
        with workspace.change("person", "date", name) as change:
            change.put_case(replace(workspace.case(name), scan_date=date))
        return name

    return add


def test_a_patients_scans_stand_in_the_order_of_their_dates_with_the_labels_that_count(
    workspace: Workspace, dated: Callable[[str, str, str], str], label: Callable[..., Annotation], reviewing: Reviewing
) -> None:
    late, early = dated("P-LATE", "Q-1", "2026-05-01"), dated("P-EARLY", "Q-1", "2026-01-11")
    dated("P-OTHER", "Q-2", "2026-02-01")
    label(early, 6)
    reviewing.approve_newest(early, "Dr. Lind")
    label(early, 2, "model starter@0123abcd")
    label(late, 9, "model starter@0123abcd")
    points = TimePoints(workspace).of(late)
    assert [point.case for point in points] == [early, late]
    first, last = points
    assert (first.version, first.approved_by) == (f"{early}/1", "Dr. Lind"), "what was approved counts, not the newest"
    assert last.approved_by == ""
    assert first.volumes_ml[Region.WT] == pytest.approx(6 * 6 * 8 / 1000)
    growth = TimePoints(workspace).growths(points)[1]
    assert growth is not None
    assert (growth.days, round(growth.percent[Region.WT] or 0)) == (110, 50)
    seen = TimePoints(workspace).reader(first, Contrast.FLAIR)()
    assert seen.labels is not None
    assert np.array_equal(seen.labels.array, drawn(6).array)
    assert seen.volume.array.shape == SHAPE
    assert refused(lambda: TimePoints(workspace).of("P-NONE")).code == "unknown-case"


def test_a_second_reader_is_not_shown_the_first_ones_labels(
    workspace: Workspace, dated: Callable[[str, str, str], str], label: Callable[..., Annotation], reviewing: Reviewing
) -> None:
    case = dated("P-1", "Q-1", "2026-01-11")
    label(case, 6)
    reviewing.begin_reading(case, "Dr. Lind")
    (point,) = TimePoints(workspace).of(case)
    assert (point.hidden, point.version, dict(point.volumes_ml)) == (True, "", {})
    assert TimePoints(workspace).reader(point, Contrast.T1)().labels is None
    assert NativeViews(workspace).version(case) is None


def place_natively(workspace: Workspace, case: str, folder: Path) -> np.ndarray:
    """Let the case's scans lie on another grid, and return where the series' points lie in the atlas."""
    onto = np.eye(4)
    onto[:3, 3] = (3.0, -2.0, 1.0)
    products = {}
    for contrast in ALL_CONTRASTS:
        scan = np.random.default_rng(1).normal(100, 10, NATIVE.shape).astype(np.float32)
        products[f"series/{case}-{contrast}"] = write_array(folder / f"{contrast}.nii.gz", scan, NATIVE)
        products[f"transform/atlas-to-{contrast}"] = write_matrix(folder / f"{contrast}.mat", onto)
        products[f"transform/{contrast}-to-atlas"] = write_matrix(folder / f"{contrast}-back.mat", inverse(onto))
    stored = {name: workspace.files.publish(path) for name, path in products.items()}
    with workspace.change("program", "prepared", case) as change:
        for name, file in stored.items():
            change.put_product(case, name, file)
    return onto


def test_labels_come_to_the_scan_as_it_was_taken(
    workspace: Workspace, case: str, label: Callable[..., Annotation], tmp_path: Path
) -> None:
    assert NativeViews(workspace).contrasts(case) == [], "no way to any scan"
    assert refused(lambda: NativeViews(workspace).reader(case, Contrast.T1)).code == "wrong-stage"
    onto = place_natively(workspace, case, tmp_path)
    version = label(case, 6)
    views = NativeViews(workspace)
    assert views.contrasts(case) == list(ALL_CONTRASTS)
    assert views.version(case) == version
    view = views.reader(case, Contrast.T2)()
    assert view.volume.array.shape == NATIVE.shape
    assert view.labels is not None
    assert view.labels.grid.matches(NATIVE, 1e-3)
    middle = GRID.to_ras((11.5, 11.5, 8.5))
    here = NATIVE.to_index(view.from_atlas(middle))
    x, y, z = np.round(here).astype(int)
    assert view.labels.array[z, y, x] == 2
    assert np.allclose(view.to_atlas(view.from_atlas(middle)), middle)
    assert np.allclose(NATIVE.to_ras(here) @ np.eye(3) + onto[:3, 3], middle, atol=1e-3)
    volume_ml = np.count_nonzero(view.labels.array) * NATIVE.voxel_ml
    assert volume_ml == pytest.approx(np.count_nonzero(drawn(6).array) * GRID.voxel_ml, rel=0.25)


def test_a_case_that_is_not_prepared_has_no_native_view(workspace: Workspace, case: str) -> None:
    with workspace.change("person", "case imported", "P-NEW") as change:
        change.put_case(replace(workspace.case(case), id="P-NEW", series=()))
    assert refused(lambda: NativeViews(workspace).contrasts("P-NEW")).code == "wrong-stage"
    (point,) = [point for point in TimePoints(workspace).of("P-NEW") if point.case == "P-NEW"]
    assert not point.prepared
    assert refused(lambda: TimePoints(workspace).reader(point, Contrast.T1)).code == "wrong-stage"
