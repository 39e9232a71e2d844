"""Privacy in the window: the question before the first import, the passphrase, the card, the search for names."""

import pytest
from PySide6.QtWidgets import QWidget

from fets_desktop.app.job_board import JobView
from fets_desktop.app.keyring_ import Keeping
from fets_desktop.app.phi import PhiFinding, PhiReport
from fets_desktop.study.errors import StudyError
from fets_desktop.study.facts import JobChanged
from fets_desktop.ui.screens.import_.screen import ImportScreen
from fets_desktop.ui.screens.pacs_query import PacsQuery
from fets_desktop.ui.screens.settings import SettingsScreen
from fets_desktop.ui.theme import apply_theme
from fets_desktop.ui.widgets.export_dialog import ExportDialog
from fets_desktop.ui.widgets.passphrase_dialog import PassphraseDialog, ask_for_another, ask_for_table
from fets_desktop.ui.widgets.phi_dialog import PhiDialog
from tests.ui.conftest import settle
from tests.ui.hands import click, dialog_of
from tests.ui.test_window_pictures import nothing_cut_off, picture

WORDS = "correct horse battery"
FOUND = PhiReport(
    (
        PhiFinding("the records: cases, flag, row 3", "the name of a known patient", 1),
        PhiFinding("scratch/…", "a long number, as of a patient or a case", 2),
    ),
    97, 926_000_000, 12, "", (),
)  # fmt: skip


def test_with_a_keyring_an_import_asks_nothing(make, hall, tmp_path):
    make(ImportScreen).start([tmp_path])
    assert hall.calls[-1][0] == "import"


def test_before_the_first_import_a_table_is_asked_for_once(make, hall, qt, tmp_path):
    hall.identities.undecided, hall.secrets.keeping = True, Keeping.NOWHERE
    screen = make(ImportScreen)
    screen.start([tmp_path])
    assert not any(call[0] == "import" for call in hall.calls)
    dialog = dialog_of(screen, PassphraseDialog)
    assert not dialog.agree.isEnabled()
    dialog.fields[0].setText("short")
    assert "8 characters" in dialog.fault.text()
    dialog.fields[0].setText(WORDS)
    dialog.fields[1].setText("another")
    assert not dialog.agree.isEnabled()
    assert "not alike" in dialog.fault.text()
    dialog.fields[1].setText(WORDS)
    click(dialog.agree)
    settle(qt)
    assert [call[0] for call in hall.calls] == ["decide", "import"]
    assert hall.calls[0] == ("decide", True, WORDS)
    screen.start([tmp_path])
    assert [call[0] for call in hall.calls][-1] == "import"


def test_no_table_is_an_answer_too(make, hall, qt, tmp_path):
    hall.identities.undecided, hall.secrets.keeping = True, Keeping.NOWHERE
    screen = make(ImportScreen)
    screen.start([tmp_path])
    click(dialog_of(screen, PassphraseDialog).refuse)
    settle(qt)
    assert [call[:2] for call in hall.calls][:1] == [("decide", False)]
    assert hall.calls[-1][0] == "import"


def test_before_patients_come_from_the_pacs_the_table_is_asked_for_too(make, hall, qt):
    hall.identities.undecided, hall.secrets.locked, hall.secrets.keeping = True, True, Keeping.FILE
    screen = make(ImportScreen)
    click(screen.from_pacs)
    dialog = dialog_of(screen, PassphraseDialog)
    assert not screen.findChildren(PacsQuery)
    dialog.fields[0].setText(WORDS)
    click(dialog.agree)
    settle(qt)
    query = dialog_of(screen, PacsQuery)
    assert hall.calls == [("unlock", WORDS)]
    query.reject()
    settle(qt)


def test_a_locked_table_asks_for_its_passphrase_and_says_when_it_is_wrong(make, hall, qt, tmp_path):
    hall.identities.undecided, hall.secrets.locked, hall.secrets.keeping = True, True, Keeping.FILE
    screen = make(ImportScreen)
    screen.start([tmp_path])
    dialog = dialog_of(screen, PassphraseDialog)
    hall.fail = StudyError("wrong-passphrase")
    dialog.fields[0].setText("wrong one")
    click(dialog.agree)
    assert dialog.isVisible()
    assert "not the passphrase" in dialog.fault.text()
    hall.fail = None
    dialog.fields[0].setText(WORDS)
    click(dialog.agree)
    settle(qt)
    assert [call for call in hall.calls if call[0] != "import"] == [("unlock", WORDS)]
    assert hall.calls[-1][0] == "import"


def test_the_card_says_where_the_key_is_and_how_many_are_in_the_table(make, hall, qt):
    hall.identified = {"P-1": object(), "P-2": object()}
    panel = make(SettingsScreen).privacy
    assert panel.key.text() == "In the system keyring of this user"
    assert panel.patients.text() == "2 patients"
    assert not any(button.isVisible() for button in (panel.unlock, panel.change, panel.begin))
    hall.secrets.keeping = Keeping.FILE
    panel.refresh()
    assert panel.change.isVisible()
    hall.secrets.locked = True
    panel.refresh()
    assert panel.unlock.isVisible()
    assert not panel.change.isVisible()
    hall.secrets.locked, hall.secrets.keeping, hall.identified, hall.identities.wanted = (
        False,
        Keeping.NOWHERE,
        {},
        False,
    )
    panel.refresh()
    assert panel.patients.text() == "No table is kept"
    assert panel.begin.isVisible()


def test_the_table_is_locked_from_the_card(make, hall, qt):
    hall.secrets.keeping, hall.secrets.lockable = Keeping.FILE, True
    panel = make(SettingsScreen).privacy
    click(panel.lock)
    assert panel.patients.text() == "Locked; the passphrase opens it"
    assert [b.isVisible() for b in (panel.unlock, panel.lock, panel.change)] == [True, False, False]


def test_a_table_that_was_opened_elsewhere_is_seen_open_on_coming_back(make, hall, qt):
    hall.secrets.keeping, hall.secrets.locked = Keeping.FILE, True
    screen = make(SettingsScreen)
    assert screen.privacy.unlock.isVisible()
    screen.hide()
    hall.secrets.locked = False
    screen.show()
    assert not screen.privacy.unlock.isVisible()


def test_a_lost_key_is_said_in_the_card(make, hall):
    def lost():
        raise StudyError("lost-key")

    hall.identities.count = lost
    assert make(SettingsScreen).privacy.patients.text() == "The key to the table of patients cannot be found"


def test_the_passphrase_is_changed_from_the_card(make, hall, qt):
    hall.secrets.keeping = Keeping.FILE
    screen = make(SettingsScreen)
    click(screen.privacy.change)
    dialog = dialog_of(screen, PassphraseDialog)
    for field, words in zip(dialog.fields, ("old words", WORDS, WORDS), strict=True):
        field.setText(words)
    click(dialog.agree)
    settle(qt)
    assert hall.calls[-1] == ("change", "old words", WORDS)


def end(hall, state: str, report: PhiReport | None = None, error: str = "") -> None:
    job = list(hall.views)[-1]
    hall.phi.last_report = report
    hall.views[job] = JobView(job, "phi_scan", "Looking for names", "", state, error=error)
    hall.bus.publish(JobChanged(job))


def test_a_search_that_fails_or_is_stopped_says_so_in_words_that_fit(make, hall, qt):
    screen = make(SettingsScreen)
    click(screen.privacy.search)
    dialog = dialog_of(screen, PhiDialog)
    end(hall, "failed", error="The disk is full. Free some space, then do the same again; what was saved is unharmed.")
    settle(qt)
    assert dialog.outcome.width() > 600
    assert dialog.outcome.height() >= dialog.outcome.heightForWidth(dialog.outcome.width())
    assert dialog.details.text() == "", "nothing is read any more"
    end(hall, "cancelled")
    assert dialog.outcome.text() == "It was stopped."
    dialog.accept()
    settle(qt)


def test_the_search_is_started_followed_and_told(make, hall, qt):
    screen = make(SettingsScreen)
    click(screen.privacy.search)
    dialog = dialog_of(screen, PhiDialog)
    assert dialog.progress.isVisible()
    assert not dialog.table.isVisible()
    end(hall, "done", FOUND)
    settle(qt)
    assert dialog.outcome.text() == "2 places name a patient, or may do so"
    assert dialog.table.item(0, 0).text() == "the records: cases, flag, row 3"
    assert "926 MB" in dialog.details.text()
    assert "12 true identities" in dialog.details.text()
    dialog.copy()
    assert "scratch/…\ta long number, as of a patient or a case\t2" in qt.clipboard().text()
    dialog.accept()


def test_a_clean_workspace_and_a_closed_table_are_said(make, hall, qt):
    screen = make(SettingsScreen)
    click(screen.privacy.search)
    dialog = dialog_of(screen, PhiDialog)
    end(hall, "done", PhiReport((), 5, 1_000_000, 0, "The passphrase of this workspace is needed", ("logs/x",)))
    settle(qt)
    assert dialog.outcome.text() == "Nothing names a patient"
    assert "was closed" in dialog.details.text()
    assert "1 file could not be read" in dialog.details.text()
    dialog.accept()


def test_a_failed_search_says_so(make, hall, qt):
    screen = make(SettingsScreen)
    click(screen.privacy.search)
    dialog = dialog_of(screen, PhiDialog)
    end(hall, "failed", None, "The disk is full.")
    settle(qt)
    assert dialog.outcome.text() == "The disk is full."
    dialog.accept()


@pytest.mark.parametrize(("theme", "size"), [("dark", (1366, 768)), ("light", (1600, 1000))])
def test_pictures_of_the_card_and_the_dialogs(make, hall, qt, theme, size):
    apply_theme(theme)
    hall.secrets.keeping, hall.identified = Keeping.FILE, dict.fromkeys(range(12))
    screen = make(SettingsScreen, size)
    nothing_cut_off(screen)
    picture(screen, f"privacy-{theme}-{size[0]}")
    dialogs = [ask_for_table(lambda *_: None, screen), ask_for_another(lambda *_: None, screen)]
    dialogs[1].fields[1].setText("short")
    for number, dialog in enumerate(dialogs):
        dialog.open()
        settle(qt)
        nothing_cut_off(dialog)
        picture(dialog, f"privacy-dialog-{number}-{theme}")
        dialog.reject()
    click(screen.privacy.search)
    found = dialog_of(screen, PhiDialog)
    end(hall, "done", FOUND)
    settle(qt)
    nothing_cut_off(found)
    picture(found, f"privacy-search-{theme}")
    found.accept()


def test_an_export_says_what_the_images_show(keep, hall, qt):
    owner = keep(QWidget())
    dialog = ExportDialog(2, owner, burned_in=3)
    dialog.open()
    assert "show the face" in dialog.shows.text()
    assert "burnt into the pictures of 3 series" in dialog.shows.text()
    dialog.deface.setChecked(True)
    assert "face" not in dialog.shows.text()
    assert "burnt" in dialog.shows.text()
    dialog.deface.setChecked(False)
    dialog.spaces["atlas"].setChecked(True)
    assert not dialog.shows.isVisible()
    assert not dialog.deface.isEnabled()
    dialog.reject()
