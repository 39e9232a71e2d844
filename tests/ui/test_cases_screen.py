"""The board of cases: what it shows, finds, and does with the chosen ones."""

from dataclasses import replace

import pytest
from PySide6.QtCore import QItemSelectionModel
from PySide6.QtWidgets import QMenu

from fets_desktop.app.job_board import JobView
from fets_desktop.study.case import Case, Series, Stage
from fets_desktop.study.contrast import ALL_CONTRASTS, Contrast
from fets_desktop.ui.case_rows import dots_of, jobs_by_case, latest, next_step, status_of
from fets_desktop.ui.case_table import CASE, CASE_ROLE, ET, FLAG, NEXT, READER, STATUS, TC, WT, CaseTable
from fets_desktop.ui.screens.cases.screen import CasesScreen
from fets_desktop.ui.widgets.ask import AskWords
from fets_desktop.ui.widgets.forget_dialog import AskForget
from fets_desktop.ui.words import lacking
from tests.ui.conftest import settle
from tests.ui.fake_hall import FakeHall
from tests.ui.hands import click, dialog_of, key, until
from tests.ui.test_window_pictures import nothing_cut_off, picture


@pytest.fixture
def screen(keep, hall, qt):
    shown = keep(CasesScreen(hall), size=(1300, 800))
    settle(qt)
    return shown


def row_of(screen, case):
    model = screen.table.model()
    return next(r for r in range(model.rowCount()) if model.index(r, 0).data(CASE_ROLE).id == case)


def cell(screen, case, column):
    return screen.table.model().index(row_of(screen, case), column).data()


def choose(screen, *cases):
    model, chosen = screen.table.model(), screen.table.selectionModel()
    chosen.clear()
    for case in cases:
        flags = QItemSelectionModel.SelectionFlag.Select | QItemSelectionModel.SelectionFlag.Rows
        chosen.select(model.index(row_of(screen, case), 0), flags)


def test_a_row_says_where_a_case_stands_and_what_comes_next(screen):
    assert cell(screen, "GLI-0112", STATUS) == "Approved"
    assert cell(screen, "GLI-0112", WT) == "15.4"
    assert cell(screen, "GLI-0120", WT) == "–"
    assert cell(screen, "GLI-0123", STATUS) == "Missing T2"
    assert [cell(screen, f"GLI-0{n}", NEXT) for n in (116, 117, 120, 121, 122, 123)] == [
        "Continue",
        "Review",
        "Segment",
        "Prepare",
        "Confirm",
        "Add series",
    ]


def test_regions_stand_in_the_column_of_their_name(screen, hall):
    version = hall.annotations["GLI-0117"][0]
    for column, region in ((WT, "WT"), (TC, "TC"), (ET, "ET")):
        assert cell(screen, "GLI-0117", column) == f"{version.volumes_ml[region]:.1f}"


def test_finding_and_filtering(screen):
    screen.search.setText("0117")
    assert screen.table.model().rowCount() == 1
    screen.search.clear()
    screen.status.setCurrentIndex(screen.status.findData("missing"))
    assert [screen.table.model().index(0, CASE).data()] == ["GLI-0123"]
    screen.status.setCurrentIndex(screen.status.findData(str(Stage.APPROVED)))
    assert screen.table.model().rowCount() == 8
    screen.status.setCurrentIndex(0)
    screen.search.setText("pat-0042")
    assert screen.table.model().rowCount() == 2


def test_a_changed_case_changes_its_row_and_keeps_the_choice(screen, hall, qt):
    choose(screen, "GLI-0117", "GLI-0118")
    hall.put(replace(hall.store["GLI-0118"], stage=Stage.APPROVED))
    until(lambda: cell(screen, "GLI-0118", STATUS) == "Approved")
    assert {case.id for case in screen.chosen()} == {"GLI-0117", "GLI-0118"}


def test_a_running_job_shows_in_the_row(screen, hall, qt):
    hall.job(5, "prepare", "Preparing GLI-0121", "GLI-0121", fraction=0.38)
    screen.refresh()
    assert cell(screen, "GLI-0121", STATUS) == "Preparing 38%"
    assert cell(screen, "GLI-0121", NEXT) == ""


def test_the_next_step_is_taken(screen, hall):
    went = []
    screen.go.connect(lambda place, case: went.append((place, case)))
    for case in ("GLI-0117", "GLI-0122", "GLI-0121", "GLI-0120"):
        screen._take_next_step(screen.table.model().index(row_of(screen, case), NEXT))
    assert went == [("review", "GLI-0117"), ("import", "GLI-0122")]
    assert ("prepare", ["GLI-0121"]) in hall.calls
    assert ("segment", ["GLI-0120"]) in hall.calls


def test_enter_opens_the_case(screen):
    went = []
    screen.go.connect(lambda place, case: went.append((place, case)))
    screen.table.setCurrentIndex(screen.table.model().index(row_of(screen, "GLI-0120"), 0))
    key(screen.table, "Return")
    assert went == [("review", "GLI-0120")]


def test_excluding_asks_why_and_including_brings_back(screen, hall, qt):
    choose(screen, "GLI-0117")
    click(screen._actions["exclude"])
    dialog = dialog_of(screen, AskWords)
    assert not dialog._accept.isEnabled()
    dialog.field.setText("Poor signal")
    dialog.accept()
    settle(qt)
    assert (hall.store["GLI-0117"].stage, hall.store["GLI-0117"].flag) == (Stage.EXCLUDED, "Poor signal")
    screen.refresh()
    choose(screen, "GLI-0117")
    assert screen._actions["exclude"].accessibleName() == "Include again"
    click(screen._actions["exclude"])
    assert hall.store["GLI-0117"].stage is not Stage.EXCLUDED


def test_an_empty_board_offers_the_ways_in(keep, qt):
    hall = FakeHall(0)
    screen = keep(CasesScreen(hall), size=(1000, 700))
    assert screen._pages.currentIndex() == 0
    assert screen.empty.heading.text() == "No cases yet"
    click(screen.empty.demo)
    assert any(view.task == "phantom" for view in hall.views.values())


def test_an_empty_board_says_what_is_on_its_way(keep, qt):
    hall = FakeHall(0)
    screen = keep(CasesScreen(hall), size=(1000, 700))
    hall.views["d"] = JobView("d", "phantom", "Making a demo patient", "", "running")
    screen.refresh()
    assert screen.empty.heading.text() == "A demo patient is being made"
    assert screen.empty.accessibleName() == "A demo patient is being made"
    assert not screen.empty.demo.isEnabled(), "a second one would be asked for in vain"
    hall.views["d"] = JobView("d", "scan", "Looking at the files", "", "queued")
    screen.refresh()
    assert screen.empty.heading.text() == "Patients are on their way"
    hall.views["d"] = JobView("d", "scan", "Looking at the files", "", "cancelled")
    screen.refresh()
    assert screen.empty.heading.text() == "No cases yet"
    assert screen.empty.demo.isEnabled()


# --- what a row is made of


def case_with(stage, *series):
    return Case("A", "P", stage, series=tuple(series))


def test_a_missing_contrast_is_missing_only_when_no_series_could_stand_for_it():
    known = [Series(f"s{c}", "A", c, 0.9, contrast=c) for c in ALL_CONTRASTS if c is not Contrast.T2]
    assert lacking(case_with(Stage.NEW, *known)) == (Contrast.T2,)
    spare = Series("x", "A", None, 0.0)
    assert lacking(case_with(Stage.NEW, *known, spare)) == ()
    doubtful = Series("x", "A", Contrast.T2, 0.4)
    assert lacking(case_with(Stage.NEW, *known, doubtful)) == ()
    assert dots_of(case_with(Stage.NEW, *known, doubtful)) == ("used", "used", "doubtful", "used")
    assert dots_of(case_with(Stage.NEW, *known)) == ("used", "used", "missing", "used")
    assert next_step(case_with(Stage.NEW, *known))[1] == "import"


def test_of_several_jobs_the_one_at_work_counts(hall):
    hall.job(1, "prepare", "P", "A", "failed")
    hall.job(2, "prepare", "P", "A", "running")
    hall.job(3, "segment", "S", "A", "queued")
    assert jobs_by_case(hall.jobs.all())["A"].id == "job-2"
    hall.job(2, "prepare", "P", "A", "done")
    assert jobs_by_case(hall.jobs.all())["A"].id == "job-3"


def test_a_failed_job_is_the_status_until_another_runs(hall):
    failed = hall.job(1, "prepare", "P", "A", "failed")
    assert status_of(case_with(Stage.CONVERTED), failed).words == "Preparing failed"
    waiting = hall.job(2, "prepare", "P", "A", "queued")
    assert status_of(case_with(Stage.CONVERTED), waiting).words == "Preparing: waiting"


def test_a_case_whose_conversion_was_stopped_is_not_converted():
    series = Series("s", "A", Contrast.T1, 0.9)
    others = [Series(f"s{c}", "A", c, 0.9, sha256="ab") for c in ALL_CONTRASTS if c is not Contrast.T1]
    assert status_of(case_with(Stage.NEW, series, *others), None).words == "Not converted"
    assert status_of(case_with(Stage.NEW, replace(series, sha256="cd"), *others), None).words == "Confirm contrasts"
    assert (
        status_of(case_with(Stage.NEW, replace(series, set_aside="a mask"), series), None).words != "Confirm contrasts"
    )


def test_the_approved_version_counts_before_a_newer_one(hall):
    first = hall.annotations["GLI-0112"][0]
    second = replace(first, id="GLI-0112/2", number=2, approved_by="", approved_at="")
    assert latest([first, second]) == first
    assert latest([second]) == second
    assert latest([]) is None


# --- who reads it, and what comes next


def test_cases_are_assigned_to_a_reader_and_found_by_them(screen, hall, qt):
    hall.chosen["review.reviewer"] = "Dr. Weber"
    choose(screen, "GLI-0117", "GLI-0118")
    click(screen._actions["assign"])
    ask = dialog_of(screen, AskWords)
    assert [offer.text() for offer in ask.offers] == ["Dr. Weber"]
    ask.offers[0].click()
    ask.accept()
    settle(qt)
    until(lambda: all(cell(screen, name, READER) == "Dr. Weber" for name in ("GLI-0117", "GLI-0118")))
    screen.status.setCurrentIndex(screen.status.findData("mine"))
    assert screen.table.model().rowCount() == 2
    screen.status.setCurrentIndex(screen.status.findData("unassigned"))
    assert screen.table.model().rowCount() == 18
    screen.status.setCurrentIndex(0)
    screen.search.setText("weber")
    assert screen.table.model().rowCount() == 2
    choose(screen, "GLI-0117")
    click(screen._actions["assign"])
    ask = dialog_of(screen, AskWords)
    ask.accept()
    assert hall.store["GLI-0117"].assigned == ""


def test_a_reason_for_excluding_is_one_click_away(screen, hall, qt):
    choose(screen, "GLI-0123")
    click(screen._actions["exclude"])
    ask = dialog_of(screen, AskWords)
    assert [offer.text() for offer in ask.offers] == [
        "T2 is missing",
        "Poor signal, judged by eye",
        "Moved during the scan",
    ]
    ask.offers[0].click()
    ask.accept()
    assert hall.store["GLI-0123"].flag == "T2 is missing"


def test_next_case_leads_to_the_one_below_that_waits(screen, qt):
    gone = []
    screen.go.connect(lambda place, case: gone.append((place, case)))
    click(screen._actions["next"])
    choose(screen, "GLI-0116")
    screen.table.setCurrentIndex(screen.table.model().index(row_of(screen, "GLI-0116"), 0))
    click(screen._actions["next"])
    assert gone == [("review", "GLI-0116"), ("review", "GLI-0117")]


def test_only_what_changed_is_read_again(screen, hall, qt):
    asked, every = [], hall.cases.all
    hall.cases.all = lambda: asked.append("all") or every()
    get = hall.cases.get
    hall.cases.get = lambda name: asked.append(name) or get(name)
    hall.cases.flag("GLI-0119", "look")
    screen._model.reload()
    assert asked == ["GLI-0119"]
    assert cell(screen, "GLI-0119", FLAG) == "look"
    hall.put(replace(hall.store["GLI-0119"], id="GLI-0999"))
    screen._model.reload()
    assert asked[-1] == "all"
    assert row_of(screen, "GLI-0999") >= 0


# --- forgetting


def menu_entry(screen, case, words):
    index = screen.table.model().index(row_of(screen, case), CASE)
    screen.table.scrollTo(index)
    screen._menu(screen.table.visualRect(index).center())
    menu = next(menu for menu in screen.findChildren(QMenu) if menu.isVisible())
    entry = next(entry for entry in menu.actions() if entry.text() == words)
    menu.close()
    return entry


def test_a_patient_is_forgotten_only_after_a_person_said_to_know_what_that_means(screen, hall, qt):
    for name in ("GLI-0112", "GLI-0113"):
        hall.put(replace(hall.store[name], patient="twice"))
    menu_entry(screen, "GLI-0112", "Forget this patient…").trigger()
    ask = dialog_of(screen, AskForget)
    assert not ask._accept.isEnabled()
    assert "exported once" in ask._left.text()
    assert ask.everything.isVisible()
    ask.everything.click()
    assert "exported 2 times" in ask._left.text()
    nothing_cut_off(ask)
    picture(ask, "forget-dark")
    ask.sure.click()
    ask._accept.click()
    settle(qt)
    assert [call for call in hall.calls if call[0] == "forget"] == [("forget", "GLI-0112"), ("forget", "GLI-0113")]
    until(lambda: screen.table.model().rowCount() == len(hall.store))


def test_nothing_is_forgotten_by_closing_the_question(screen, hall):
    hall.put(replace(hall.store["GLI-0112"], patient="alone"))
    menu_entry(screen, "GLI-0112", "Forget this patient…").trigger()
    ask = dialog_of(screen, AskForget)
    assert not ask.everything.isVisible()
    ask.reject()
    assert "GLI-0112" in hall.store


def test_a_scroll_draws_only_the_rows_that_come_into_sight(keep, hall, qt, monkeypatch):
    """Two thousand cases are to be as quick as twenty: what is drawn already is moved, not drawn again."""
    screen = keep(CasesScreen(hall), size=(1300, 420))
    settle(qt)
    asked = []
    plain = CaseTable._text
    monkeypatch.setattr(CaseTable, "_text", lambda *cell: asked.append(1) or plain(*cell))
    screen.table.viewport().update()
    settle(qt)
    whole = len(asked)
    screen.table.verticalScrollBar().setValue(36)
    settle(qt)
    asked.clear()
    screen.table.verticalScrollBar().setValue(72)
    settle(qt)
    assert 0 < len(asked) < whole / 2
