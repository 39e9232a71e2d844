"""Exports from Cases, Segment and Review: what is asked, what is started, and what is said at the end."""

from dataclasses import replace
from pathlib import Path
from types import SimpleNamespace

import pytest
from PySide6.QtCore import QItemSelectionModel
from PySide6.QtWidgets import QCheckBox, QLabel

from fets_desktop.app.exporting import NotMade
from fets_desktop.study.errors import StudyError
from fets_desktop.study.exports import EXPORT_KINDS
from fets_desktop.ui.case_table import CASE_ROLE
from fets_desktop.ui.export_flow import start_export
from fets_desktop.ui.screens.cases.screen import CasesScreen
from fets_desktop.ui.screens.review.screen import ReviewScreen
from fets_desktop.ui.screens.segment.screen import SegmentScreen
from fets_desktop.ui.theme import apply_theme
from fets_desktop.ui.widgets.error_dialog import ErrorDialog
from fets_desktop.ui.widgets.export_dialog import ExportDialog, ExportWish
from fets_desktop.ui.widgets.export_notice import NotMadeDialog
from tests.ui.conftest import settle
from tests.ui.hands import click, dialog_of
from tests.ui.test_window_pictures import nothing_cut_off, picture


@pytest.fixture
def screen(keep, hall, qt):
    shown = keep(CasesScreen(hall), size=(1300, 800))
    settle(qt)
    return shown


def choose(screen, *cases):
    model, chosen = screen.table.model(), screen.table.selectionModel()
    chosen.clear()
    for row in range(model.rowCount()):
        if model.index(row, 0).data(CASE_ROLE).id in cases:
            flags = QItemSelectionModel.SelectionFlag.Select | QItemSelectionModel.SelectionFlag.Rows
            chosen.select(model.index(row, 0), flags)


def test_several_kinds_at_once_are_asked_for(screen, hall, qt, tmp_path):
    choose(screen, "GLI-0117", "GLI-0121")
    click(screen._actions["export"])
    dialog = dialog_of(screen, ExportDialog)
    assert "1 case" in dialog.windowTitle(), "the other is not prepared"
    assert any("1 chosen case stays out: not prepared yet." in said.text() for said in dialog.findChildren(QLabel))
    assert set(dialog.kinds) == set(EXPORT_KINDS)
    assert not dialog._accept.isEnabled(), "no folder yet"
    dialog.folder.setText(str(tmp_path))
    assert dialog._accept.isEnabled()
    dialog.spaces["native"].setChecked(True)
    dialog.kinds["seg"].setChecked(True)
    dialog.kinds["report"].setChecked(True)
    dialog.deface.setChecked(True)
    dialog.replace.setChecked(True)
    dialog.accept()
    settle(qt)
    wanted = ("export", ["GLI-0117"], tmp_path, ("nifti", "seg", "report"), "native", True, True)
    assert wanted in hall.calls


def test_the_dialog_offers_only_what_makes_sense(screen, qt, tmp_path):
    choose(screen, "GLI-0117")
    click(screen._actions["export"])
    dialog = dialog_of(screen, ExportDialog)
    dialog.folder.setText(str(tmp_path))
    told = []
    dialog.chosen.connect(told.append)
    dialog.deface.setChecked(True)
    dialog.kinds["nifti"].setChecked(False)
    assert not dialog._accept.isEnabled(), "no kind"
    dialog.kinds["rtstruct"].setChecked(True)
    assert not dialog.spaces["atlas"].isEnabled(), "outlines always lie on the patient's own series"
    assert not dialog.deface.isEnabled()
    dialog.kinds["fets"].setChecked(True)
    assert dialog.deface.isEnabled(), "what FeTS checks a preparation by shows heads"
    assert "show the face" in dialog.shows.text() or dialog.deface.isChecked()
    dialog.kinds["fets"].setChecked(False)
    dialog.accept()
    settle(qt)
    assert told == [ExportWish(str(tmp_path), ("rtstruct",))], "what is not offered is not asked for"


def test_the_end_says_where_the_files_lie_and_what_is_missing(screen, hall, qt, tmp_path):
    start_export(screen, ["GLI-0117", "GLI-0118"], screen.exported, ExportWish(str(tmp_path)))
    first, second = (view.id for view in hall.views.values() if view.task == "export")
    hall.not_made[first] = [NotMade("seg", StudyError("needs-dicom", "T1 was not imported from DICOM."))]
    hall.views[first] = replace(hall.views[first], state="done")
    screen.refresh()
    assert screen.exported.isHidden()
    hall.views[second] = replace(hall.views[second], state="failed", error="The disk is full.")
    screen.refresh()
    words = screen.exported.words.text()
    assert f"1 case is exported to {tmp_path}." in words
    assert "1 case could not be exported." in words
    assert "1 kind of file could not be made." in words
    screen.exported.show_not_made()
    dialog = dialog_of(screen, NotMadeDialog)
    told = " ".join(label.text() for label in dialog.findChildren(QLabel))
    assert "GLI-0117: DICOM segmentation" in told
    assert "T1 was not imported from DICOM." in told
    assert "The disk is full." in told
    settle(qt)
    nothing_cut_off(dialog)
    picture(dialog, "dialog-NotMadeDialog")
    dialog.close()
    screen.exported.hide()
    screen.refresh()
    assert screen.exported.isHidden(), "it is said once"


def test_a_case_that_is_refused_does_not_stop_the_others(screen, hall, qt, tmp_path):
    real = hall.exporting.start

    def start(cases, *rest, **more):
        if cases == ["GLI-0117"]:
            raise StudyError("wrong-stage", "It has not been prepared.")
        return real(cases, *rest, **more)

    hall.exporting = SimpleNamespace(start=start, not_made=lambda job: [])
    start_export(screen, ["GLI-0117", "GLI-0118"], screen.exported, ExportWish(str(tmp_path)))
    (job,) = (view.id for view in hall.views.values() if view.task == "export")
    hall.views[job] = replace(hall.views[job], state="done")
    screen.refresh()
    assert "1 case could not be exported." in screen.exported.words.text()
    assert screen.exported.not_made[0][0] == "GLI-0117"


def test_a_folder_that_cannot_be_written_to_is_told_at_once(screen, hall, qt, tmp_path):
    hall.fail = StudyError("read-only")
    start_export(screen, ["GLI-0117"], screen.exported, ExportWish(str(tmp_path)))
    dialog = dialog_of(screen, ErrorDialog)
    assert "cannot be written to" in dialog.words[0]
    dialog.close()
    settle(qt)


def test_segment_and_review_export_too(keep, hall, qt, tmp_path):
    segment = keep(SegmentScreen(hall), size=(1300, 800))
    segment.model.mark({"GLI-0112"})
    click(segment.export_button)
    dialog_of(segment, ExportDialog).close()
    start_export(segment, ["GLI-0112"], segment.exported, ExportWish(str(tmp_path)))
    assert ("export", ["GLI-0112"], Path(tmp_path), ("nifti",), "both", False, False) in hall.calls


def test_review_exports_the_open_case_with_what_was_just_drawn(keep, hall, qt, monkeypatch):
    review = keep(ReviewScreen(hall), size=(1500, 900))
    header = keep(review.header_actions())
    review.open_case("GLI-0122")
    settle(qt)
    assert not review.outgoing.press.isEnabled(), "it is not prepared"
    review.open_case("GLI-0117")
    settle(qt)
    assert review.outgoing.press.isEnabled()
    saved = []
    monkeypatch.setattr(review.desk, "save", lambda: saved.append(review.desk.case))
    click(review.outgoing.press)
    assert saved == ["GLI-0117"]
    dialog = dialog_of(review, ExportDialog)
    assert "1 case" in dialog.windowTitle()
    dialog.close()
    review.leave()
    header.setParent(None)
    settle(qt)


@pytest.mark.parametrize("look", ["dark", "light"])
def test_the_dialog_fits_a_small_screen(screen, qt, look):
    apply_theme(look)
    choose(screen, "GLI-0117")
    click(screen._actions["export"])
    dialog = dialog_of(screen, ExportDialog)
    settle(qt)
    nothing_cut_off(dialog)
    assert dialog.height() <= 700
    assert dialog.width() <= 900
    assert all(box.accessibleDescription() for box in dialog.kinds.values() if isinstance(box, QCheckBox))
    picture(dialog, f"dialog-export-{look}")
    dialog.close()
    settle(qt)
