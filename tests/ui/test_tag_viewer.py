"""The DICOM tag viewer: search, slices, copying, and what it says of where the headers are from."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest

from fets_desktop.study.errors import StudyError
from fets_desktop.study.tags import TagRow, TagTable
from fets_desktop.ui.screens.import_.screen import ImportScreen
from fets_desktop.ui.theme import apply_theme
from fets_desktop.ui.widgets.tag_dialog import TagDialog
from tests.ui.conftest import settle
from tests.ui.hands import click
from tests.ui.test_window_pictures import nothing_cut_off, picture

ROWS = (
    TagRow("(0002,0010)", "Transfer Syntax UID", "UI", 0, ("1.2.840.10008.1.2.1",)),
    TagRow("(0008,0008)", "Image Type", "CS", 0, ("ORIGINAL\\PRIMARY\\M\\ND\\NORM",)),
    TagRow("(0008,0060)", "Modality", "CS", 0, ("MR",)),
    TagRow("(0008,0070)", "Manufacturer", "LO", 0, ("SIEMENS",)),
    TagRow("(0008,103E)", "Series Description", "LO", 0, ("t1_mprage_sag_p2_iso_Gd",)),
    TagRow("(0008,1140)", "Referenced Image Sequence", "SQ", 0, ("2 items",)),
    TagRow("(0008,1140)[1](0008,1150)", "Referenced SOP Class UID", "UI", 1, ("1.2.840.10008.5.1.4.1.1.4",)),
    TagRow("(0008,1140)[1](0008,1155)", "Referenced SOP Instance UID", "UI", 1, ("2.25.1938475",)),
    TagRow("(0010,0010)", "Patient's Name", "PN", 0, ("PAT-0042",)),
    TagRow("(0018,0010)", "Contrast/Bolus Agent", "LO", 0, ("Gadobutrol",)),
    TagRow("(0018,0050)", "Slice Thickness", "DS", 0, ("5.0",)),
    TagRow("(0018,0080)", "Repetition Time", "DS", 0, ("2200.0",)),
    TagRow("(0018,0081)", "Echo Time", "DS", 0, ("2.9",)),
    TagRow("(0018,0082)", "Inversion Time", "DS", 0, ("900.0",)),
    TagRow("(0020,0013)", "Instance Number", "IS", 0, ("1", "2", "3")),
    TagRow("(0020,0032)", "Image Position (Patient)", "DS", 0, ("0\\0\\0", "0\\0\\5", "0\\0\\10")),
    TagRow("(0029,1010)", "Private: CSA Image Header Info", "OB", 0, ("11,520 bytes",)),
)


@pytest.fixture
def viewer(keep, hall, qt):
    shown = keep(TagDialog(hall, None))
    shown.show_series("GLI-0122", "GLI-0122-T1", "t1_mprage_sag_p2_iso_Gd")
    return shown


def answer(viewer, hall, qt, table=None, **state):
    job = next(view for view in hall.views.values() if view.task == "tags")
    if table:
        hall.tables[job.id] = table
    hall.job(int(job.id[4:]), "tags", job.title, "", state.pop("state", "done"), **state)
    settle(qt)


def names(viewer):
    return [viewer.model.index(row, 1).data() for row in range(viewer.model.rowCount())]


def test_it_waits_and_then_shows_all_tags(viewer, hall, qt):
    assert viewer._words.text() == "Reading the headers…"
    assert names(viewer) == []
    answer(viewer, hall, qt, TagTable(3, ROWS))
    assert len(names(viewer)) == len(ROWS)
    assert "de-identified" in viewer._words.text()
    assert viewer.model.index(6, 0).data() == "    (0008,1150)"
    assert viewer.model.index(6, 0).data(Qt.ItemDataRole.ToolTipRole) == "(0008,1140)[1](0008,1150)"


@pytest.mark.parametrize(
    ("words", "found"),
    [
        ("0018,0081", ["Echo Time"]),
        ("00180081", ["Echo Time"]),
        ("(0018,0081)", ["Echo Time"]),
        ("bolus", ["Contrast/Bolus Agent"]),
        ("GADOBUTROL", ["Contrast/Bolus Agent"]),
        ("no such thing", []),
    ],
)
def test_a_search_finds_by_number_name_and_value(viewer, hall, qt, words, found):
    answer(viewer, hall, qt, TagTable(3, ROWS))
    QTest.keyClicks(viewer.search, words)
    assert names(viewer) == found


def test_the_slices_differ_where_they_do(viewer, hall, qt):
    answer(viewer, hall, qt, TagTable(3, ROWS))
    click(viewer.only)
    assert names(viewer) == ["Instance Number", "Image Position (Patient)"]
    viewer.slider.setValue(3)
    assert viewer._place.text() == "Slice 3 of 3"
    assert [viewer.model.index(row, 3).data() for row in (0, 1)] == ["3", "0\\0\\10"]


def test_what_is_chosen_is_copied_or_all_that_is_shown(viewer, hall, qt):
    answer(viewer, hall, qt, TagTable(3, ROWS))
    viewer.search.setText("time")
    viewer.copy()
    assert len(QGuiApplication.clipboard().text().splitlines()) == 3
    viewer.table.selectRow(1)
    viewer.copy()
    assert QGuiApplication.clipboard().text() == "(0018,0081)\tEcho Time\tDS\t2.9"


def test_the_answer_to_an_earlier_question_is_not_shown(viewer, hall, qt, tmp_path):
    old = next(view for view in hall.views.values() if view.task == "tags")
    viewer.show_files([tmp_path / "a.dcm"])
    hall.tables[old.id] = TagTable(3, ROWS)
    hall.job(int(old.id[4:]), "tags", old.title, "", "done")
    settle(qt)
    assert names(viewer) == []


def test_a_failure_and_foreign_files_are_said_in_words(viewer, hall, qt, tmp_path):
    answer(viewer, hall, qt, state="failed", error="An image could not be read.")
    assert viewer._words.text() == "An image could not be read."
    hall.views.clear()
    viewer.show_files([tmp_path / "a.dcm"])
    answer(viewer, hall, qt, TagTable(1, ROWS[:9], identified=True, left_out=1))
    assert "may name the patient" in viewer._words.text()
    assert "1 file is not shown" in viewer._words.text()
    assert not viewer.slider.isEnabled()


def test_a_series_without_headers_says_so_at_once(keep, hall, qt):
    hall.fail = StudyError("needs-dicom", "No DICOM headers are kept of this series.")
    shown = keep(TagDialog(hall, None))
    shown.show_series("GLI-0122", "GLI-0122-T1", "T1")
    assert "No DICOM headers" in shown._words.text()


def test_a_series_card_opens_it(keep, hall, qt):
    screen = keep(ImportScreen(hall), size=(1300, 800))
    settle(qt)
    click(screen.panel.card("GLI-0122-T2")._tags)
    settle(qt)
    dialog = screen.findChild(TagDialog)
    assert dialog.isVisible()
    assert ("tags", [""]) in hall.calls
    dialog.close()
    settle(qt)


@pytest.mark.parametrize("theme", ["dark", "light"])
def test_pictures(keep, hall, qt, theme):
    apply_theme(theme)
    for size in ((1020, 680), (900, 560)):
        shown = keep(TagDialog(hall, None), size=size)
        shown.show_series("GLI-0122", "GLI-0122-T1", "t1_mprage_sag_p2_iso_Gd")
        answer(shown, hall, qt, TagTable(3, ROWS))
        hall.views.clear()
        picture(shown, f"tags-{theme}-{size[0]}")
        nothing_cut_off(shown)
