"""The Split screen: what both sides hold, frozen while a federation goes on, FeTS's files in and out."""

from fets_desktop.study.errors import StudyError
from fets_desktop.ui.screens.split.screen import SplitScreen
from fets_desktop.ui.widgets.error_dialog import ErrorDialog
from tests.ui.conftest import settle
from tests.ui.hands import click, dialog_of


def words_of(screen: SplitScreen) -> str:
    return " | ".join(part.text() for part in screen._share.rows.findChildren(type(screen._news)))


def test_both_sides_are_told_with_volume_and_scanner(make, hall):
    screen = make(SplitScreen)
    assert screen._share.rows.isHidden()
    click(screen.draw_button)
    screen.refresh()
    told = words_of(screen)
    assert "31.4 cm³" in told
    assert "Siemens 3 T" in told
    assert not screen._share.rows.isHidden()


def test_while_a_federation_goes_on_nothing_can_be_changed(make, hall):
    hall.frozen_by = ("Trial",)
    screen = make(SplitScreen)
    assert not screen.draw_button.isEnabled()
    assert not screen.read_button.isEnabled()
    assert "Frozen while Trial goes on" in screen._notice.words.text()
    hall.frozen_by = ()
    screen.refresh()
    assert screen.draw_button.isEnabled()
    assert screen._notice.isHidden()


def test_files_are_read_and_written_and_faults_told(make, hall, tmp_path, qt):
    screen = make(SplitScreen)
    assert not screen.write_button.isEnabled()
    screen.read(str(tmp_path))
    assert screen._notice.words.text() == "3 cases got their side. 2 names are not known here."
    screen.write(str(tmp_path))
    assert str(tmp_path / "split_info") in screen._notice.words.text()
    hall.fail = StudyError("bad-split", "train.csv has no column data_uid.")
    screen.read(str(tmp_path))
    settle(qt)
    dialog = dialog_of(screen, ErrorDialog)
    assert dialog
    dialog.close()
