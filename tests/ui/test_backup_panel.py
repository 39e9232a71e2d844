"""A backup from the settings: asked whether to seal it, begun, and told what became of it."""

from dataclasses import replace
from types import SimpleNamespace

import pytest

from fets_desktop.app.job_board import JobView
from fets_desktop.store.backup_list import BackupReport
from fets_desktop.study.errors import StudyError
from fets_desktop.study.facts import JobChanged
from fets_desktop.ui.screens.settings import SettingsScreen
from fets_desktop.ui.widgets.backup_panel import new_folder
from fets_desktop.ui.widgets.error_dialog import ErrorDialog
from fets_desktop.ui.widgets.passphrase_dialog import PassphraseDialog
from tests.ui.conftest import settle
from tests.ui.hands import click, dialog_of

WORDS = "correct horse battery"


class Backups(SimpleNamespace):
    def __init__(self, hall):
        super().__init__(hall=hall, last_report=None, refuse="")

    def start(self, to, passphrase=""):
        if self.refuse:
            raise StudyError(self.refuse)
        self.hall.calls.append(("backup", to.name, passphrase))
        self.hall.views["b"] = JobView("b", "backup", "Making a backup", "", "running")
        return "b"

    def end(self, state, **more):
        self.hall.views["b"] = replace(self.hall.views["b"], state=state, **more)
        self.hall.bus.publish(JobChanged("b"))


@pytest.fixture
def backups(hall):
    hall.backing_up = Backups(hall)
    return hall.backing_up


def test_it_is_sealed_under_what_was_typed_twice(make, hall, backups, qt, tmp_path):
    panel = make(SettingsScreen).backup
    panel.ask(tmp_path)
    dialog = dialog_of(panel, PassphraseDialog)
    for field in dialog.fields:
        field.setText(WORDS)
    click(dialog.agree)
    settle(qt)
    assert hall.calls == [("backup", new_folder(tmp_path).name, WORDS)]
    assert not panel.begin.isEnabled()
    assert "Copying" in panel.outcome.text()
    backups.last_report = BackupReport(12, 10**9, ())
    backups.end("done")
    assert panel.outcome.text() == "12 files were copied and read again"
    assert panel.begin.isEnabled()


def test_not_sealed_is_an_answer_and_no_answer_begins_nothing(make, hall, backups, qt, tmp_path):
    panel = make(SettingsScreen).backup
    panel.ask(tmp_path)
    dialog_of(panel, PassphraseDialog).reject()
    settle(qt)
    assert hall.calls == []
    panel.ask(tmp_path)
    click(dialog_of(panel, PassphraseDialog).refuse)
    settle(qt)
    assert [call[2] for call in hall.calls] == [""]
    backups.last_report = BackupReport(12, 10**9, ("The stored file ab is missing.",))
    backups.end("done")
    assert "1 was damaged here already" in panel.outcome.text()


def test_what_went_wrong_is_told(make, hall, backups, qt, tmp_path):
    panel = make(SettingsScreen).backup
    backups.refuse = "disk-full"
    panel.ask(tmp_path)
    click(dialog_of(panel, PassphraseDialog).refuse)
    settle(qt)
    dialog_of(panel, ErrorDialog).reject()
    backups.refuse = ""
    panel.ask(tmp_path)
    click(dialog_of(panel, PassphraseDialog).refuse)
    settle(qt)
    backups.end("cancelled")
    assert "there is no backup" in panel.outcome.text()


def test_each_backup_has_a_folder_of_its_own(tmp_path):
    first = new_folder(tmp_path)
    first.mkdir()
    second = new_folder(tmp_path)
    assert second.name == f"{first.name}-2"
