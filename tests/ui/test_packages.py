"""Review packages in the window: handed out and taken in, on a real workspace, with every refusal in words."""

import threading
from functools import partial

import numpy as np
import pytest
from PySide6.QtWidgets import QFileDialog, QPushButton

from fets_desktop.app.annotations.versions import draft, put_version
from fets_desktop.app.hall import Hall
from fets_desktop.app.review_packages import sending_out as review_package_out
from fets_desktop.imaging.files import write_array
from fets_desktop.store.package import write_package
from fets_desktop.study.case import Case, Event, Series, Stage
from fets_desktop.study.contrast import ALL_CONTRASTS
from fets_desktop.study.errors import StudyError
from fets_desktop.study.grid import Grid
from fets_desktop.study.labels import BRATS_2021
from fets_desktop.study.volume import LabelMap
from fets_desktop.ui.screens.cases.screen import CasesScreen
from fets_desktop.ui.widgets.error_dialog import ErrorDialog
from fets_desktop.ui.widgets.package_dialogs import HandOutDialog, TakeInDialog
from tests.ui.conftest import settle
from tests.ui.hands import click, dialog_of, until
from tests.ui.test_window_pictures import nothing_cut_off, picture

SHAPE = (12, 14, 16)
GRID = Grid.from_affine(SHAPE, np.diag([-1.0, -1.0, 1.0, 1.0]))
CASE = "P-7K3Q2F9X"


def prepared(hall, folder):
    """Put a prepared case with a proposal and a reader's version into a workspace."""
    rng = np.random.default_rng(0)
    products, series = {}, []
    for contrast in ALL_CONTRASTS:
        file = write_array(folder / f"{contrast}.nii.gz", rng.normal(100, 9, SHAPE).astype(np.float32), GRID)
        stored = hall.workspace.files.publish(file)
        products[f"prepared/{contrast}"] = stored
        series.append(Series(f"S-{contrast}", CASE, contrast, contrast=contrast, grid=GRID, sha256=stored.sha256))
    mask = write_array(folder / "brain.nii.gz", np.ones(SHAPE, np.uint8), GRID)
    products["brain_mask"] = hall.workspace.files.publish(mask)
    with hall.workspace.change("person", "case imported", CASE) as change:
        change.put_case(
            Case(CASE, "P-7K3Q2F9X", Stage.PREPARED, "2026-01-01", "2026-01-01T00:00:00Z", "", tuple(series))
        )
        for name, file in products.items():
            change.put_product(CASE, name, file)
    array = np.zeros(SHAPE, np.uint8)
    array[3:8, 4:9, 4:9] = 2
    labels = LabelMap(array, GRID, BRATS_2021)
    put_version(hall.workspace, labels, draft(CASE, "model starter@0123abcd"), Event.PROPOSE, "proposed")
    array[2, 5, 5] = 2
    put_version(hall.workspace, labels, draft(CASE, "Dr. Weber", f"{CASE}/1"), Event.EDIT, "saved")


@pytest.fixture(autouse=True)
def cheap(monkeypatch):
    monkeypatch.setattr(review_package_out, "write_package", partial(write_package, cost=2))


@pytest.fixture
def site(tmp_path, keep, qt):
    """Builds a workspace of that name with its board."""
    halls = []

    def build(name, filled=False):
        hall = Hall(tmp_path / name)
        halls.append(hall)
        if filled:
            prepared(hall, tmp_path)
        screen = keep(CasesScreen(hall), size=(1100, 700))
        screen.actions = keep(screen.header_actions(), shown=False)
        settle(qt)
        return screen

    yield build
    for hall in halls:
        hall.close()


def handed_out(site, tmp_path, qt, name="home"):
    """A package of the case, written through the dialog; with its passphrase."""
    screen = site(name, filled=True)
    screen.open_case(CASE)
    screen._hand_out()
    dialog = dialog_of(screen, HandOutDialog)
    words = dialog.words.text()
    dialog.words.setText("too short")
    assert not dialog.agree.isEnabled()
    dialog.words.setText(words)
    click(dialog.agree)
    chooser = dialog_of(screen, QFileDialog)
    chooser.selectFile(str(tmp_path / "out.fetsreview"))
    chooser.fileSelected.emit(str(tmp_path / "out.fetsreview"))
    chooser.reject()
    until(lambda: (tmp_path / "out.fetsreview").exists() and not screen.exported.isHidden())
    assert "encrypted" in screen.exported.words.text()
    return screen, words


def give(screen, file, words, qt):
    screen.packages.take_in(file)
    dialog = dialog_of(screen, TakeInDialog)
    dialog.words.setText(words)
    click(dialog.agree)
    until(lambda: not screen.packages.reading.busy)
    settle(qt)


def test_a_case_goes_out_and_comes_in_elsewhere(site, tmp_path, qt):
    _, words = handed_out(site, tmp_path, qt)
    away = site("away")
    give(away, tmp_path / "out.fetsreview", "another one altogether", qt)
    dialog = dialog_of(away, TakeInDialog)
    assert "not the passphrase" in dialog.fault.text()
    assert away.hall.cases.all() == []
    dialog.words.setText(words)
    click(dialog.agree)
    until(lambda: away.hall.cases.all())
    settle(qt)
    assert "came to be reviewed, with 2 new versions" in away.exported.words.text()
    going = []
    away.go.connect(lambda *where: going.append(where))
    click(next(b for b in away.exported.findChildren(QPushButton) if CASE in b.text()))
    assert going == [("review", CASE)]


def test_a_file_that_is_no_package_is_told_with_its_help(site, tmp_path, qt):
    away = site("away")
    (tmp_path / "no.fetsreview").write_bytes(b"something else")
    give(away, tmp_path / "no.fetsreview", "a passphrase of words", qt)
    dialog = dialog_of(away, ErrorDialog)
    dialog.reject()
    settle(qt)


def test_who_closes_the_dialog_while_it_opens_gets_nothing_in(site, tmp_path, qt):
    _, words = handed_out(site, tmp_path, qt)
    away = site("away")
    away.packages.take_in(tmp_path / "out.fetsreview")
    dialog = dialog_of(away, TakeInDialog)
    dialog.words.setText(words)
    click(dialog.agree)
    dialog.reject()
    until(lambda: not away.packages.reading.busy)
    settle(qt)
    assert away.hall.cases.all() == []
    assert not list((away.hall.workspace.scratch / "jobs").glob("*"))


def test_only_one_prepared_case_can_go_out(site, qt):
    screen = site("home", filled=True)
    assert not screen._may_go_out()
    screen.open_case(CASE)
    assert screen._may_go_out()
    screen.hall.cases.exclude(CASE, "poor signal")
    settle(qt)
    screen.refresh()
    screen.open_case(CASE)
    assert not screen._may_go_out()


def test_pictures_of_the_dialogs(site, tmp_path, qt):
    screen = site("home", filled=True)
    screen.open_case(CASE)
    screen._hand_out()
    dialog = dialog_of(screen, HandOutDialog)
    assert dialog.blind.isVisible()
    dialog.words.setText("short")
    picture(dialog, "dialog-hand-out")
    nothing_cut_off(dialog)
    dialog.reject()
    screen.packages.take_in(tmp_path / "P-7K3Q2F9X.fetsreview")
    dialog = dialog_of(screen, TakeInDialog)
    dialog.refuse()
    picture(dialog, "dialog-take-in")
    nothing_cut_off(dialog)
    dialog.reject()
    settle(qt)


def test_what_became_of_a_package_is_told_though_another_was_begun(site, tmp_path, qt, monkeypatch):
    screen, go_on = site("home", filled=True), threading.Event()

    def full():
        go_on.wait(60)
        raise StudyError("disk-full")

    writes = iter((full, lambda: tmp_path / "b.fetsreview"))
    monkeypatch.setattr(screen.hall.handing_out, "hand_out", lambda *_, **__: next(writes))
    for name in "ab":
        screen.packages.write(CASE, tmp_path / f"{name}.fetsreview", "a passphrase of words", False)
    until(lambda: not screen.packages.reading.busy)
    go_on.set()
    until(lambda: screen.findChildren(ErrorDialog))
    dialog_of(screen, ErrorDialog).reject()
    settle(qt)


def test_files_that_came_with_a_package_are_not_passed_over_in_silence(site, tmp_path, qt):
    screen = site("home")
    screen.packages.take_in(tmp_path / "a.fetsreview", others=2)
    assert "2 other files were let lie" in screen.exported.words.text()
    dialog_of(screen, TakeInDialog).reject()
    settle(qt)
