"""Encryption of images in the settings: first what a lost key means, then the recovery file, then the way there."""

import threading

import pytest

from fets_desktop.app.encryption import Sealing
from fets_desktop.app.keyring_ import Keeping
from fets_desktop.study.errors import StudyError
from fets_desktop.ui.screens.settings import SettingsScreen
from fets_desktop.ui.widgets.encryption_dialog import ConvertDialog
from fets_desktop.ui.widgets.error_dialog import ErrorDialog
from fets_desktop.ui.widgets.passphrase_dialog import PassphraseDialog
from fets_desktop.ui.widgets.sure import AskSure
from fets_desktop.ui.widgets.workspace_choice import NotOpened
from tests.ui.conftest import settle
from tests.ui.hands import click, dialog_of
from tests.ui.test_window_pictures import nothing_cut_off

WORDS = "correct horse battery"


@pytest.fixture
def panel(make, hall):
    hall.secrets.unlock = hall._note("unlock")
    return make(SettingsScreen).encryption


def through(panel, qt) -> None:
    """Let what is being written come to its end."""
    dialog_of(panel, ConvertDialog)._working.wait()
    settle(qt)


def offered(panel) -> list[str]:
    buttons = (panel.encrypt, panel.go_on, panel.recovery, panel.decrypt)
    return [button.text().strip() for button in buttons if not button.isHidden()]


def test_it_is_off_and_says_what_is_offered(panel):
    assert panel.state.text() == "Images are not encrypted by the program"
    assert offered(panel) == ["Encrypt the images…"]


def test_the_recovery_file_comes_before_the_first_file(panel, hall, qt, tmp_path):
    click(panel.encrypt)
    dialog = dialog_of(panel, PassphraseDialog)
    assert any("so are the images" in text.text() for text in dialog.findChildren(type(panel.state)))
    panel.write_recovery(tmp_path / "r.fetskey", WORDS, encrypt=True)
    through(panel, qt)
    assert hall.encryption.deeds == [f"recovery r.fetskey {WORDS}", "begin True", "end"]
    assert panel.state.text() == "Images are encrypted"
    assert offered(panel) == ["Write a recovery file…", "Decrypt the images…"]
    assert "Every file was written anew" in panel.outcome.text()
    dialog.reject()


def test_the_keys_stay_with_its_buttons(panel, hall, qt):
    hall.encryption.state = Sealing.ON
    panel.refresh()
    panel.decrypt.setFocus()
    click(panel.decrypt)
    dialog_of(panel, AskSure).accept()
    through(panel, qt)
    assert hall.encryption.state is Sealing.OFF
    assert panel.window().focusWidget() is panel.encrypt


def test_without_a_recovery_file_it_is_asked_twice(panel, hall, qt):
    click(panel.encrypt)
    click(dialog_of(panel, PassphraseDialog).refuse)
    assert hall.encryption.deeds == []
    dialog_of(panel, AskSure).accept()
    through(panel, qt)
    assert hall.encryption.state is Sealing.ON


def test_a_recovery_file_that_cannot_be_written_stops_it(panel, hall, tmp_path):
    hall.encryption.refuse = "read-only"
    panel.write_recovery(tmp_path / "r.fetskey", WORDS, encrypt=True)
    assert dialog_of(panel, ErrorDialog)
    assert hall.encryption.state is Sealing.OFF


def test_where_no_keyring_is_a_passphrase_comes_first(panel, hall, qt):
    hall.secrets.keeping = Keeping.NOWHERE
    click(panel.encrypt)
    dialog = dialog_of(panel, PassphraseDialog)
    assert "no system keyring" in " ".join(text.text() for text in dialog.findChildren(type(panel.state)))
    for field in dialog.fields:
        field.setText(WORDS)
    click(dialog.agree)
    settle(qt)
    assert hall.calls[-1] == ("unlock", WORDS)
    assert "recovery file" in dialog_of(panel, PassphraseDialog).fields[0].accessibleName()


def test_stopped_it_goes_on_where_it_was(panel, hall, qt):
    going = threading.Event()

    def endless(progress):
        while True:
            progress(0.25, "File 1 of 4")
            going.wait(0.01)

    quick, hall.encryption.convert = hall.encryption.convert, endless
    hall.encryption.state = Sealing.TURNING_OFF
    panel.refresh()
    assert offered(panel) == ["Go on"]
    click(panel.go_on)
    dialog = dialog_of(panel, ConvertDialog)
    click(dialog.stop)
    dialog._working.wait()
    settle(qt)
    assert hall.encryption.state is Sealing.TURNING_OFF
    assert "not through yet" in panel.state.text()
    hall.encryption.convert = quick
    click(panel.go_on)
    through(panel, qt)
    assert hall.encryption.state is Sealing.OFF
    assert hall.encryption.deeds == ["begin False", "begin False", "end"]


def test_what_was_damaged_is_counted_and_a_full_disk_is_told(panel, hall, qt):
    hall.encryption.state, hall.encryption.faults = Sealing.TURNING_ON, ["one", "two"]
    panel.refresh()
    click(panel.go_on)
    through(panel, qt)
    assert "2 files were damaged before" in panel.outcome.text()

    def full(progress):
        raise StudyError("disk-full")

    hall.encryption.state, hall.encryption.convert = Sealing.TURNING_ON, full
    panel.refresh()
    click(panel.go_on)
    through(panel, qt)
    assert dialog_of(panel, ErrorDialog)
    assert offered(panel) == ["Go on", "Write a recovery file…"]


def test_a_workspace_that_lost_its_key_is_opened_by_its_recovery_file(keep, qt, tmp_path, monkeypatch):
    asked = []

    def bring(folder, file, passphrase):
        asked.append((folder, file, passphrase))
        if passphrase != WORDS:
            raise StudyError("wrong-passphrase")

    monkeypatch.setattr("fets_desktop.ui.widgets.workspace_choice.bring_key_back", bring)
    assert keep(NotOpened(tmp_path)).recover.isHidden()
    question = NotOpened(tmp_path, recoverable=True)  # it deletes itself once it is answered
    question.show()
    assert not question.recover.isHidden()
    question.ask_to_recover(tmp_path / "r.fetskey")
    dialog = dialog_of(question, PassphraseDialog)
    for words in ("another one", WORDS):
        dialog.fields[0].setText(words)
        click(dialog.agree)
    assert question.chosen == tmp_path
    settle(qt)
    assert [words for *_, words in asked] == ["another one", WORDS]


@pytest.mark.parametrize("state", Sealing)
def test_nothing_of_it_is_cut_off(make, hall, state):
    hall.encryption.state = state
    panel = make(SettingsScreen, size=(1000, 700)).encryption
    nothing_cut_off(panel)
