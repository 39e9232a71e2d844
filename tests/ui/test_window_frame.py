"""The window's frame: places, badges, keys, the job bar, failures, what closes with it."""

import sys
from dataclasses import replace
from inspect import signature

import pytest
from PySide6.QtCore import QObject, QPoint
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest

from fets_desktop.app.annotations.reviewing import Reviewing
from fets_desktop.app.cases import Cases
from fets_desktop.app.exporting import Exporting
from fets_desktop.app.forecast import Forecast
from fets_desktop.app.fusing import Fusing
from fets_desktop.app.importing import Importing
from fets_desktop.app.job_board import JobView
from fets_desktop.app.models import Models
from fets_desktop.app.preparing import Preparing
from fets_desktop.app.segmenting import Segmenting
from fets_desktop.app.splitting import Splitting
from fets_desktop.app.training import Training
from fets_desktop.study.case import Stage
from fets_desktop.study.errors import StudyError
from fets_desktop.study.facts import JobChanged, TrainingEpoch
from fets_desktop.ui import application
from fets_desktop.ui.bridge import Throttle
from fets_desktop.ui.faults import FaultNet, technical_text
from fets_desktop.ui.places import PLACES
from fets_desktop.ui.rail import NARROW, WIDE
from fets_desktop.ui.shell import MainWindow, waiting
from fets_desktop.ui.widgets.error_dialog import ErrorDialog
from fets_desktop.ui.widgets.export_dialog import ExportDialog
from fets_desktop.ui.widgets.help_dialog import HelpDialog
from tests.ui.conftest import settle
from tests.ui.fake_hall import FakeHall
from tests.ui.hands import click, dialog_of, key, until


@pytest.fixture
def window(keep, hall, qt):
    shown = keep(MainWindow(hall), size=(1600, 1000))
    shown.activateWindow()
    settle(qt)
    until(shown.isActiveWindow)
    settle(qt)
    return shown


def test_every_place_opens_and_says_where_one_is(window, qt):
    for place in PLACES:
        window.open_place(place.name)
        settle(qt)
        assert window.stack.currentWidget() is window.screen_of(place.name)
        assert window.header.title.text() == place.heading
        assert window.rail.button(place.name).isChecked()


def test_places_by_key_and_by_click(window, qt):
    key(window, "Ctrl+5")
    assert window.place == "split"
    click(window.rail.button("models"))
    assert window.place == "models"
    key(window, "F1")
    assert window.place == "help"
    assert window.screen_of("help").page() == "models"


def test_enter_presses_the_button_that_has_the_keys(window, hall, qt):
    window.open_place("cases")
    screen = window.screen_of("cases")
    screen.table.selectRow(0)
    settle(qt)
    export = screen._actions["export"]
    export.setFocus()
    key(export, "Return")
    settle(qt)
    dialog_of(screen, ExportDialog).reject()
    fold = window.rail._fold
    fold.setFocus()
    before = window.rail.narrow
    key(fold, "Enter")
    assert window.rail.narrow is not before


def test_the_help_on_scores_opens_at_its_chapter(window, qt):
    window.open_place("models")
    window.screen_of("models").show_scores()
    key(window, "F1")
    settle(qt)
    help_ = window.screen_of("help")
    assert (window.place, help_.page()) == ("help", "models")
    assert help_.browser.cursorForPosition(QPoint(40, 10)).block().text() == "Scores"
    window.open_place("models")
    window.screen_of("models").show_models()
    key(window, "F1")
    settle(qt)
    assert help_.browser.verticalScrollBar().value() == 0


def test_badges_count_what_waits(window, hall, qt):
    assert window.rail.button("review").accessibleName() == "Review, 8 waiting"
    assert window.rail.button("import").accessibleName() == "Import, 2 waiting"
    hall.put(replace(hall.store["GLI-0117"], stage=Stage.APPROVED))
    until(lambda: window.rail.button("review").accessibleName() == "Review, 7 waiting")


def test_a_case_that_is_still_converted_does_not_wait_for_a_person(window, hall, qt):
    case = next(case.id for case in hall.store.values() if case.stage is Stage.NEW)
    hall.views["c"] = JobView("c", "convert", "Converting", case, "running")
    hall.bus.publish(JobChanged("c"))
    until(lambda: window.rail.button("import").accessibleName() == "Import, 1 waiting")
    hall.views["c"] = replace(hall.views["c"], state="failed")
    hall.bus.publish(JobChanged("c"))
    until(lambda: window.rail.button("import").accessibleName() == "Import, 2 waiting")


def test_badges_of_nothing_are_nothing():
    assert all(number == 0 for number, _ in waiting([], 0, []).values())


def test_the_rail_folds_in_a_small_window_unless_a_person_chose(window, qt):
    assert window.rail.width() == WIDE
    window.resize(1366, 768)
    settle(qt)
    assert window.rail.width() == NARROW
    key(window, "Ctrl+B")
    settle(qt)
    assert window.rail.width() == WIDE
    window.resize(1300, 768)
    settle(qt)
    assert window.rail.width() == WIDE


def test_a_package_that_is_dropped_is_opened_and_what_came_with_it_is_told(window, monkeypatch, tmp_path, qt):
    packages, opened = window.screen_of("cases").packages, []
    monkeypatch.setattr(packages, "take_in", lambda *what: opened.append(what))
    window._veil.dropped.emit([tmp_path / "a.nii.gz", tmp_path / "b.fetsreview", tmp_path / "c.fetsreview"])
    settle(qt)
    assert window.place == "cases"
    assert opened == [(tmp_path / "b.fetsreview", 2)]


def test_local_only_is_always_on_display(window):
    assert window.rail.local.isVisible()
    assert "never leave" in window.rail.local.accessibleDescription()


def test_the_theme_changes_everything_at_once(window, hall, qt):
    dark = window.grab().toImage().pixelColor(400, 40).lightness()
    hall.settings.set("look.theme", "light")
    settle(qt)
    assert window.grab().toImage().pixelColor(400, 40).lightness() > dark + 100


def test_epochs_are_kept_though_nobody_has_looked(window, hall, qt):
    hall.bus.publish(TrainingEpoch("job-1", 1, 0.8, {"ET": 0.4, "TC": 0.5, "WT": 0.6}))
    assert window.screen_of("models").training.dice.points("WT") == [(1, 0.6)]


# --- the job bar


def test_the_bar_shows_what_runs_and_cancels_it(window, hall, qt):
    bar = window.job_bar
    assert bar._title.text() == "Nothing is running"
    hall.job(1, "prepare", "Preparing GLI-0121", "GLI-0121", fraction=0.42, note="Find the brain", seconds_left=95)
    hall.job(2, "prepare", "Preparing GLI-0120", "GLI-0120", "queued")
    until(lambda: bar._more.accessibleName() == "1 more job")
    assert bar._title.text() == "Preparing GLI-0121"
    assert "42%" in bar._note._whole
    assert "Find the brain" in bar._note._whole
    assert "about 2 min left" in bar._note._whole
    assert "all jobs: about 21 min left" in bar._note._whole, "proposals follow by themselves"
    click(bar._cancel)
    assert ("cancel", "job-1") in hall.calls


def test_a_failed_job_says_why(window, hall, qt):
    hall.job(1, "prepare", "Preparing GLI-0121", "GLI-0121", "failed", code="disk-full", error="The disk is full.")
    until(lambda: "failed" in window.job_bar._title.text())
    click(window.job_bar._why)
    settle(qt)
    dialog = next(d for d in window.findChildren(ErrorDialog) if d.isVisible())
    assert "Preparing GLI-0121" in dialog.words[1]
    dialog._ask_help()
    assert dialog_of(dialog, HelpDialog).browser.page == "errors/disk-full"


def test_the_list_of_jobs_shows_those_at_work_first(window, hall, qt):
    hall.job(1, "prepare", "A", "x", "done")
    hall.job(2, "prepare", "B", "y", "queued")
    hall.job(3, "prepare", "C", "z", fraction=0.2)
    window.job_bar.show_list()
    settle(qt)
    assert list(window.job_bar.popup._rows) == ["job-3", "job-2", "job-1"]
    window.job_bar.popup.close()


# --- failures


def test_enter_closes_an_error_and_a_job_without_a_reason_gives_none(keep, qt):
    dialog = keep(ErrorDialog.of_job("Looking at the files", "no-images", "", None))
    dialog.activateWindow()
    until(dialog.isActiveWindow)
    assert dialog.focusWidget() is dialog._close
    assert dialog.words[1] == "It came up in the job “Looking at the files”."


def test_an_error_says_what_why_and_what_to_do(keep, qt):
    dialog = keep(ErrorDialog.of_error(StudyError("disk-full", "Drive D has 12 MB left."), None))
    title, why, advice = dialog.words
    assert title
    assert why == "Drive D has 12 MB left."
    assert advice
    dialog.copy()
    copied = QGuiApplication.clipboard().text()
    assert title in copied
    assert "disk-full" in copied


def test_a_fault_of_the_program_is_caught_told_once_and_free_of_paths(qt, monkeypatch, capsys):
    shown = []
    monkeypatch.setattr("fets_desktop.ui.faults.tell", lambda error, parent: shown.append(error) or _Told())
    fold = FaultNet().spread()
    error = ValueError("/home/someone/Mueller^Anna.dcm is odd")
    sys.excepthook(ValueError, error, None)
    sys.excepthook(ValueError, error, None)
    fold()
    assert "Mueller" not in technical_text(error)
    assert len(shown) == 1


class _Told:
    class finished:  # noqa: N801 - stands for a signal
        @staticmethod
        def connect(_):
            pass


def test_many_triggers_are_two_calls(qt):
    owner, calls = QObject(), []
    throttle = Throttle(lambda: calls.append(1), 40, owner)
    for _ in range(50):
        throttle.trigger()
    assert len(calls) == 1
    until(lambda: len(calls) == 2)
    QTest.qWait(120)
    assert len(calls) == 2
    owner.deleteLater()


def test_the_fake_hall_has_only_what_the_real_one_has():
    real = {
        "cases": Cases,
        "importing": Importing,
        "preparing": Preparing,
        "segmenting": Segmenting,
        "fusing": Fusing,
        "forecast": Forecast,
        "exporting": Exporting,
        "splitting": Splitting,
        "training": Training,
        "models": Models,
    }
    fake = FakeHall(0)
    for room, kind in real.items():
        for name in vars(getattr(fake, room)):
            assert hasattr(kind, name) or name in ("last_report", "rules", "signing", "glances"), f"{room}.{name}"
    for name in ("open", "leave", "save", "approve", "check"):
        wanted = list(signature(getattr(Reviewing, name)).parameters)
        assert list(signature(getattr(type(fake.reviewing), name)).parameters) == wanted


def test_the_window_s_process_takes_each_large_piece_of_memory_by_itself(qt, monkeypatch):
    asked = []
    monkeypatch.setattr(application, "keep_large_pieces_apart", lambda: asked.append("asked"))
    application.make_application()
    assert asked == ["asked"]
