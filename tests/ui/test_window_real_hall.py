"""The window on the real hall: a prepared phantom is painted on, crashes, comes back, and is signed off."""

import shutil
from dataclasses import replace

import pytest

from fets_desktop.app.hall import Hall
from fets_desktop.imaging.files import write_array
from fets_desktop.review.planes import Orientation
from fets_desktop.study.case import Case, Series, Stage
from fets_desktop.ui.shell import MainWindow
from fets_desktop.ui.viewer.hand import Tool
from fets_desktop.ui.widgets.ask import AskWords
from tests.ui.conftest import settle
from tests.ui.fake_reviewing import patient
from tests.ui.hands import click, drag, key, spot_of, until

CASE = "P-PHAN"


@pytest.fixture(scope="module")
def prepared(tmp_path_factory):
    """A workspace whose one case is prepared and has the truth as its first version."""
    folder = tmp_path_factory.mktemp("real")
    volumes, truth = patient()
    with Hall(folder / "workspace") as hall:
        files = hall.workspace.files
        arrays = {f"prepared/{c}": v.array for c, v in volumes.items()}
        arrays["brain_mask"] = (next(iter(volumes.values())).array != 0).astype("uint8")
        stored = {n: files.publish(write_array(folder / "x.nii.gz", a, truth.grid)) for n, a in arrays.items()}
        series = tuple(Series(f"{CASE}-{c}", CASE, c, 1.0, "", c, "", truth.grid) for c in volumes)
        with hall.workspace.change("person", "case imported", CASE) as change:
            change.put_case(Case(CASE, "Q-1", Stage.PREPARED, "2026-01-01", "2026-01-01T00:00:00Z", "", series))
            for name, file in stored.items():
                change.put_product(CASE, name, file)
        file = write_array(folder / "labels.nii.gz", truth.array, truth.grid)
        hall.reviewing.import_labels(CASE, file, truth.scheme.name)
    return folder / "workspace"


@pytest.fixture
def workspace(prepared, tmp_path):
    shutil.copytree(prepared, tmp_path / "workspace")
    return tmp_path / "workspace"


@pytest.fixture
def open_window(keep, qt):
    halls = []

    def build(folder):
        hall = Hall(folder)
        halls.append(hall)
        window = keep(MainWindow(hall), size=(1400, 900))
        window.open_place("review", CASE)
        window.activateWindow()
        settle(qt)
        until(window.isActiveWindow)
        screen = window.screen_of("review")
        until(lambda: screen.desk.session is not None)  # its images are read beside the window
        settle(qt)
        return hall, window, screen

    yield build
    for hall in halls:
        hall.close()


def erase(screen):
    """Erase under the cursor with the mouse; return the voxel."""
    state, pane = screen.viewer.state, screen.viewer.planes[Orientation.AXIAL]
    state.set_hand(replace(state.hand, tool=Tool.ERASER, diameter_mm=9.0))
    x, y, z = state.cursor
    drag(pane, spot_of(pane, (x, y, z)), spot_of(pane, (x + 8, y, z)))
    return x, y, z


def test_painted_signed_and_found_again(open_window, workspace, qt):
    hall, window, screen = open_window(workspace)
    x, y, z = erase(screen)
    assert screen.panel.kept.text().startswith("Saved")
    key(screen.viewer.current, "Ctrl+Return")
    settle(qt)
    dialog = next(d for d in window.findChildren(AskWords) if d.isVisible())
    dialog.field.setText("Dr. Weber")
    dialog.accept()
    settle(qt)
    first, second = hall.cases.versions(CASE)
    assert (second.parent, second.approved_by, second.author, second.edits) == (first.id, "Dr. Weber", "Dr. Weber", 1)
    assert hall.cases.get(CASE).stage is Stage.APPROVED
    assert hall.reviewing.labels(second.id).array[z, y, x] == 0
    assert hall.reviewing.labels(first.id).array[z, y, x] != 0
    window.close()
    hall.close()
    hall, window, screen = open_window(workspace)
    assert screen.panel.approve.accessibleName() == "Approved"
    assert screen.desk.session.editor.labels.array[z, y, x] == 0
    assert not hall.auditing.verify().faults


def test_after_a_crash_the_strokes_come_back_and_are_said(open_window, workspace, qt, tmp_path):
    _, window, screen = open_window(workspace)
    x, y, z = erase(screen)
    crashed = tmp_path / "crashed"
    shutil.copytree(workspace, crashed, ignore=shutil.ignore_patterns("*.lock", "lock"))
    window.close()
    _, window, screen = open_window(crashed)
    assert screen.desk.session.recovered == 1
    assert "1 edit from before" in screen.stage.notice.words.text()
    assert screen.desk.session.editor.labels.array[z, y, x] == 0
    screen.viewer.act("undo")
    assert screen.desk.session.editor.labels.array[z, y, x] != 0


def test_leaving_writes_a_version_and_the_board_shows_its_volumes(open_window, workspace, qt):
    hall, window, screen = open_window(workspace)
    erase(screen)
    window.open_place("cases")
    settle(qt)
    version = hall.cases.versions(CASE)[-1]
    assert version.number == 2
    table = window.screen_of("cases").table
    until(lambda: table.model().index(0, 4).data() == f"{version.volumes_ml['WT']:.1f}")


def test_every_place_opens_on_a_real_workspace(open_window, workspace, qt):
    _, window, _ = open_window(workspace)
    for place in ("cases", "import", "prepare", "split", "segment", "models", "settings", "help"):
        click(window.rail.button(place))
        settle(qt)
        assert window.place == place


def test_a_note_without_a_stroke_outlives_the_window(open_window, workspace, qt):
    hall, window, screen = open_window(workspace)
    screen.panel.note.setPlainText("Ask the surgeon.")
    window.close()
    hall.close()
    hall, window, screen = open_window(workspace)
    assert screen.panel.note.toPlainText() == "Ask the surgeon."
    assert [version.note for version in hall.cases.versions(CASE)] == ["", "Ask the surgeon."]
