"""A backup brought back in the window, and another workspace opened in place of this one."""

from dataclasses import replace
from pathlib import Path
from types import SimpleNamespace

import pytest
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication

from fets_desktop.app import workspaces
from fets_desktop.app.job_board import JobView
from fets_desktop.app.restoring import Restored
from fets_desktop.store.backup_list import BackupReport
from fets_desktop.store.records import VerifyReport
from fets_desktop.store.workspace import Workspace
from fets_desktop.study.errors import StudyError
from fets_desktop.study.facts import JobChanged
from fets_desktop.ui import application
from fets_desktop.ui.screens.cases.screen import CasesScreen
from fets_desktop.ui.screens.settings import SettingsScreen
from fets_desktop.ui.shell import MainWindow
from fets_desktop.ui.widgets.error_dialog import ErrorDialog
from fets_desktop.ui.widgets.restore_dialog import RestoreDialog
from fets_desktop.ui.widgets.sure import AskSure
from fets_desktop.ui.widgets.workspace_choice import NotOpened, offer_workspace
from tests.ui.conftest import settle
from tests.ui.fake_hall import FakeHall
from tests.ui.hands import click, dialog_of

WORDS = "correct horse battery"


class Backups(SimpleNamespace):
    """Backups as the hall has them: in folders called "sealed" and "plain"."""

    def __init__(self, hall, here):
        super().__init__(hall=hall, here=here, last=None, refuse="")

    def is_sealed(self, backup):
        if backup.name not in ("sealed", "plain"):
            raise StudyError("no-backup")
        return backup.name == "sealed"

    def start(self, backup, to, passphrase=""):
        if self.refuse:
            raise StudyError(self.refuse, "Why.")
        self.hall.calls.append((backup.name, to, passphrase))
        self.hall.views["r"] = JobView("r", "restore", "Bringing a backup back", "", "running")
        return "r"

    def end(self, state, **more):
        self.hall.views["r"] = replace(self.hall.views["r"], state=state, **more)
        self.hall.bus.publish(JobChanged("r"))


@pytest.fixture
def backups(hall, tmp_path):
    hall.restoring = Backups(hall, tmp_path / "workspace")
    return hall.restoring


@pytest.fixture
def dialog(make, backups, qt):
    screen = make(SettingsScreen)
    screen.wanted = []
    screen.workspace_wanted.connect(screen.wanted.append)
    click(screen.backup.restore)
    settle(qt)
    return dialog_of(screen, RestoreDialog)


def put(dialog, backup, words=""):
    dialog.backup.field.setText(f"/nowhere/{backup}")
    dialog.passphrase.setText(words)


def test_what_is_asked_depends_on_the_backup(dialog, tmp_path):
    assert not dialog.agree.isEnabled()
    put(dialog, "else")
    assert "no whole backup" in dialog.outcome.text()
    assert not dialog.agree.isEnabled()
    put(dialog, "plain")
    assert dialog.agree.isEnabled()
    assert not dialog.passphrase.isVisible()
    put(dialog, "sealed")
    assert dialog.passphrase.isVisible()
    assert not dialog.agree.isEnabled()
    put(dialog, "sealed", WORDS)
    assert dialog.agree.isEnabled()
    dialog.to.field.setText("not/whole")
    assert not dialog.agree.isEnabled()
    dialog.reject()


def test_it_comes_back_and_is_opened(dialog, hall, backups, qt, tmp_path):
    put(dialog, "sealed", WORDS)
    to = dialog.to.folder()
    assert to.parent == tmp_path, "beside the present one, if nothing else is said"
    click(dialog.agree)
    assert hall.calls == [("sealed", to, WORDS)]
    settle(qt)
    assert dialog.progress.isVisible()
    assert not dialog.agree.isEnabled()
    backups.last = Restored(BackupReport(12, 10**9, ()), VerifyReport(True, 40, []))
    backups.end("done")
    assert dialog.outcome.text() == "12 files came back; 40 things were checked, and all is whole."
    screen = dialog.parent()
    click(dialog.open_it)
    settle(qt)
    assert screen.wanted == [to]


def test_damage_a_stop_and_a_refusal_are_told(dialog, backups, qt):
    put(dialog, "plain")
    backups.refuse = "disk-full"
    click(dialog.agree)
    assert "Why." in dialog.outcome.text()
    backups.refuse = ""
    click(dialog.agree)
    backups.end("cancelled")
    assert "is no workspace" in dialog.outcome.text()
    assert dialog.agree.isEnabled()
    click(dialog.agree)
    backups.last = Restored(BackupReport(12, 10**9, ("x",)), VerifyReport(False, 40, ["x"]))
    backups.end("done")
    assert "1 thing is damaged" in dialog.outcome.text()
    dialog.reject()


def test_the_empty_board_offers_both(keep, qt, tmp_path):
    hall = FakeHall(0)
    hall.restoring = Backups(hall, tmp_path / "workspace")
    screen = keep(CasesScreen(hall), size=(1000, 700))
    click(screen.empty.backup)
    settle(qt)
    dialog_of(screen, RestoreDialog).reject()
    assert screen.empty.workspace.isVisible()


def test_a_new_workspace_is_made_only_if_one_is_sure(make, backups, qt, tmp_path):
    screen = make(SettingsScreen)
    assert screen.kept.folder.text() == str(tmp_path / "workspace")
    wanted: list[Path] = []
    Workspace.open(tmp_path / "there").close()
    offer_workspace(tmp_path / "there", screen, wanted.append)
    assert wanted == [tmp_path / "there"]
    offer_workspace(tmp_path / "new", screen, wanted.append)
    dialog_of(screen, AskSure).reject()
    assert wanted == [tmp_path / "there"]
    offer_workspace(tmp_path / "new", screen, wanted.append)
    dialog_of(screen, AskSure).accept()
    settle(qt)
    assert wanted[1:] == [tmp_path / "new"]


def _windows(kind):
    return [widget for widget in QApplication.topLevelWidgets() if isinstance(widget, kind) and widget.isVisible()]


def _when(kind, do):
    """Do something with the first window of a kind that is seen, in the program's own loop."""

    def look():
        if seen := _windows(kind):
            do(seen[0])
        else:
            QTimer.singleShot(10, look)

    QTimer.singleShot(0, look)


def test_the_window_opens_anew_on_what_was_chosen(qt, tmp_path, monkeypatch):
    monkeypatch.setattr(workspaces, "_data", lambda: tmp_path / "data")
    monkeypatch.setattr(application, "fetch", lambda: None)
    seen = []

    def change(window):
        seen.append(window)
        window.change_workspace(tmp_path / "b")
        _when(MainWindow, leave)

    def leave(window):
        seen.append(window)
        window.tray.quit()

    _when(MainWindow, change)
    assert application.run_window(tmp_path / "a", False) == 0
    assert len(seen) == 2
    assert seen[0] is not seen[1]
    assert workspaces.usual_workspace() == tmp_path / "b"
    for folder in "ab":
        Workspace.open(tmp_path / folder, create=False).close()  # neither is locked
    seen[1].deleteLater()
    seen.clear()


def test_one_that_is_gone_is_told_and_another_may_be_opened(qt, tmp_path, monkeypatch):
    monkeypatch.setattr(workspaces, "_data", lambda: tmp_path / "data")
    monkeypatch.setattr(application, "fetch", lambda: None)
    workspaces.remember(tmp_path / "gone")
    left = []

    def leave(window):
        left.append(window)
        window.tray.quit()

    def choose(question):
        _when(MainWindow, leave)
        click(question.usual)

    def read(dialog):
        _when(NotOpened, choose)
        dialog.accept()

    _when(ErrorDialog, read)
    assert application.run_window(tmp_path / "gone", False) == 0
    assert not (tmp_path / "gone").exists()
    assert workspaces.usual_workspace() == workspaces.default_workspace()
    left[0].deleteLater()
    left.clear()


def test_leaving_instead_is_an_answer(qt, tmp_path, monkeypatch):
    monkeypatch.setattr(workspaces, "_data", lambda: tmp_path / "data")
    workspaces.remember(tmp_path / "gone")

    def read(dialog):
        _when(NotOpened, lambda question: click(question.leave))
        dialog.accept()

    _when(ErrorDialog, read)
    assert application.run_window(tmp_path / "gone", False) == int(StudyError("no-workspace").text.kind)
