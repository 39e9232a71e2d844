"""Import: folders are dropped, doubtful contrasts wait for a word, faults are said."""

import base64
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest
from PySide6.QtCore import QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QDropEvent
from PySide6.QtWidgets import QLabel, QPushButton, QToolButton

from fets_desktop.app.importing import ImportReport
from fets_desktop.app.job_board import JobView
from fets_desktop.study.case import Stage
from fets_desktop.study.contrast import Contrast
from fets_desktop.study.errors import StudyError
from fets_desktop.study.identity import Verdict
from fets_desktop.study.site_rule import SiteRule
from fets_desktop.ui.contrast_choice import ContrastChoice
from fets_desktop.ui.screens.import_.rules import RulesDialog
from fets_desktop.ui.screens.import_.screen import ImportScreen
from fets_desktop.ui.widgets.ask import AskWords
from fets_desktop.ui.widgets.delegates import DETAIL_ROLE
from fets_desktop.ui.widgets.error_dialog import ErrorDialog
from fets_desktop.ui.widgets.picture import Picture
from tests.ui.conftest import settle
from tests.ui.fake_hall import FakeHall
from tests.ui.hands import click

DOUBTFUL, MISSING = "GLI-0122", "GLI-0123"


@pytest.fixture
def screen(keep, hall, qt):
    shown = keep(ImportScreen(hall), size=(1300, 800))
    settle(qt)
    return shown


def test_a_dropped_folder_is_imported(screen, hall, tmp_path):
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(tmp_path))])
    event = QDropEvent(
        QPointF(10, 10), Qt.DropAction.CopyAction, data, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    )
    screen.drop.dropEvent(event)
    assert ("import", [Path(tmp_path)]) in hall.calls
    screen.refresh()
    assert screen._scan is not None


def test_what_waits_for_a_word_stands_first(screen):
    names = [screen.list.item(n).data(Qt.ItemDataRole.UserRole) for n in range(screen.list.count())]
    assert names == [DOUBTFUL, MISSING]
    assert screen.current() == DOUBTFUL
    assert "2 cases wait" in screen.subtitle


def test_a_doubtful_contrast_shows_its_proposal_and_one_click_agrees(screen, hall):
    card = screen.panel.card(f"{DOUBTFUL}-T2")
    assert card._chip.text() == "Please check"
    assert "5200" in card.series.why
    click(screen.panel._go_on)
    wanted = {c: f"{DOUBTFUL}-{c}" for c in Contrast}
    assert ("confirm", DOUBTFUL, wanted) in hall.calls
    assert screen.current() == MISSING


def test_choosing_another_contrast_swaps_the_two(screen, hall):
    screen.panel.card(f"{DOUBTFUL}-T2").choice.button(3).click()
    assert screen.panel.choice.by_contrast()[Contrast.FLAIR] == f"{DOUBTFUL}-T2"
    assert screen.panel.choice.by_contrast()[Contrast.T2] == f"{DOUBTFUL}-FLAIR"
    assert screen.panel.card(f"{DOUBTFUL}-T2")._chip.text() == "Your choice"


def test_a_missing_contrast_cannot_be_confirmed(screen):
    screen.open_case(MISSING)
    assert not screen.panel._go_on.isEnabled()
    assert "No series stands for T2" in screen.panel._advice.text()


def test_where_a_contrast_is_missing_what_was_set_aside_lies_open(screen, hall):
    case = hall.store[DOUBTFUL]
    lost = replace(case, series=tuple(s for s in case.series if s.proposal is not Contrast.T2))
    hall.put(replace(lost, id="GLI-0999"))
    screen.open_case("GLI-0999")
    assert not screen.panel._aside.body.isHidden()
    assert "use one that was set aside" in screen.panel._advice.text()
    screen.open_case(DOUBTFUL)
    assert screen.panel._aside.body.isHidden()


def test_no_word_of_a_status_is_cut_off_in_the_list(screen, hall, qt):
    hall.views["c"] = JobView("c", "convert", "Converting", DOUBTFUL, "queued")
    screen.refresh()
    item = screen.list.item(0)
    assert (item.text(), item.data(DETAIL_ROLE)) == (DOUBTFUL, "Converting: waiting")
    assert item.data(Qt.ItemDataRole.AccessibleTextRole) == f"{DOUBTFUL}, Converting: waiting"
    room = screen.list.viewport().width() - 40
    longest = "Missing T1, T1Gd, T2, FLAIR"
    assert screen.list.fontMetrics().horizontalAdvance(longest) < room


def test_nobody_is_asked_for_a_word_on_a_case_that_is_still_converted(screen, hall):
    hall.views["c"] = JobView("c", "convert", "Converting", DOUBTFUL, "running")
    screen.refresh()
    assert screen.subtitle.startswith("1 case waits")
    assert screen.panel._advice.property("look") == "muted"


def test_a_conversion_that_was_stopped_is_said_and_begins_again(screen, hall):
    case = hall.store[DOUBTFUL]
    hall.put(replace(case, series=tuple(replace(s, sha256="") for s in case.series)))
    hall.views["c"] = JobView("c", "convert", "Converting", DOUBTFUL, "running")
    screen.refresh()
    assert "Converting" in screen.panel._words.text()
    assert not screen.panel._go_on.isEnabled()
    hall.views["c"] = replace(hall.views["c"], state="cancelled")
    screen.refresh()
    assert "Not converted" in screen.panel._words.text()
    assert screen.panel._advice.text().startswith("The conversion was stopped")
    assert screen.panel._go_on.accessibleName() == "Convert again"
    click(screen.panel._go_on)
    assert ("convert", DOUBTFUL) in hall.calls
    assert not [call for call in hall.calls if call[0] == "confirm"]


def test_what_was_learned_stays_to_be_read(screen, hall, qt):
    hall.learns = SiteRule("K", Contrast.T2, "ax t2", "2026-10-01T08:00:00Z")
    click(screen.panel._go_on)
    screen.refresh()
    settle(qt)
    assert screen.remembered.isVisible()
    assert screen.remembered.words.text() == 'Remembered for later imports: series called "ax t2" stand for T2.'


def test_a_fetch_from_the_pacs_is_seen_where_its_patients_will_appear(keep, qt):
    empty = FakeHall(0)
    screen = keep(ImportScreen(empty), size=(1300, 800))
    empty.job(1, "pacs_get", "Fetching from Main PACS", fraction=0.4, note="12 of 104 images")
    screen.refresh()
    assert screen._scan.accessibleName() == "Fetching from Main PACS, 40%"
    assert screen._nothing.currentWidget().heading.text() == "Fetching from Main PACS"
    empty.job(1, "pacs_get", "Fetching from Main PACS", state="failed", code="pacs-silent", error="It went silent.")
    screen.refresh()
    assert "It went silent." in screen._nothing.currentWidget().text.text()


def test_a_choice_begun_outlives_a_refresh(screen):
    screen.panel.card(f"{DOUBTFUL}-T2").choice.button(4).click()
    screen.refresh()
    assert screen.panel.choice.of(f"{DOUBTFUL}-T2") is None


def test_a_refused_confirmation_is_said(screen, hall, qt):
    hall.fail = StudyError("disk-full")
    click(screen.panel._go_on)
    settle(qt)
    dialog = next(d for d in screen.findChildren(ErrorDialog) if d.isVisible())
    assert "disk" in dialog.words[0].lower()
    dialog.close()


def test_excluding_from_here(screen, hall, qt):
    screen.open_case(MISSING)
    click(screen.panel._exclude)
    dialog = next(d for d in screen.findChildren(AskWords) if d.isVisible())
    dialog.field.setText("No T2 was taken")
    dialog.accept()
    settle(qt)
    assert hall.store[MISSING].stage is Stage.EXCLUDED


def test_faults_and_what_was_set_aside_are_listed(screen, hall):
    hall.report(3)
    screen.refresh()
    assert not screen._faults.isHidden()
    assert screen._faults.aside.text() == "1 fault"
    assert screen._aside.head.accessibleName() == "2 files or series set aside"


def test_a_series_that_its_case_shows_is_not_listed_twice(screen, hall):
    aside = ((f"{DOUBTFUL}: localizer", "a localizer"), ("1 other file", "no image"))
    hall.importing.last_report = ImportReport((DOUBTFUL,), aside, ())
    screen.refresh()
    assert screen._aside.head.accessibleName() == "1 file or series set aside"


def test_long_reasons_stay_within_their_narrow_column(screen, hall, qt):
    aside = (("12 other files in a folder of a long name", "neither DICOM nor NIfTI, nor an archive of them " * 3),)
    hall.importing.last_report = ImportReport((), aside, ())
    screen.refresh()
    screen._aside.head.setChecked(True)
    settle(qt)
    scroll = screen._aside.parentWidget().parentWidget()
    assert screen._aside.width() <= scroll.width()
    name, words = screen._aside.body.findChildren(QLabel)
    assert name.geometry().bottom() < words.geometry().top()
    assert words.height() >= words.heightForWidth(words.width())


def test_while_files_are_looked_at_and_when_that_failed_the_middle_says_so(keep, qt):
    hall = FakeHall(0)
    screen = keep(ImportScreen(hall), size=(1000, 700))
    for state, heading in (("queued", "Looking at the files"), ("failed", "Nothing was imported")):
        hall.views = {"s": JobView("s", "scan", "Looking at the files", "", state, 0.0, "", error="There is no image.")}
        screen.refresh()
        assert screen._nothing.currentWidget().heading.text() == heading
    assert screen._nothing.currentWidget().text.text() == "There is no image."
    hall.views["s"] = replace(hall.views["s"], code="bug", error="ValueError: scan.py:7 in <module>")
    screen.refresh()
    assert screen._nothing.currentWidget().text.text().startswith("Something in the program went wrong;")
    hall.views["t"] = JobView("t", "scan", "Scan", "", "done")
    hall.importing.last_report = ImportReport((), (), ())
    screen.refresh()
    assert screen._scan is None
    assert screen._nothing.currentWidget().heading.text() == "Nothing waits for you here"


def test_where_nothing_came_of_an_import_the_middle_says_why(keep, qt):
    hall = FakeHall(0)
    screen = keep(ImportScreen(hall), size=(1000, 700))
    fault = ("Cut short", "", "Send it again.", "file 7")
    for clashes, heading in (((), "Nothing could be used"), (("X-1A",), "A patient's number waits for your word")):
        hall.importing.last_report = ImportReport((), (), (fault,), (), clashes)
        screen.refresh()
        assert screen._nothing.currentWidget().heading.text() == heading


def test_a_long_reason_does_not_push_the_name_onto_the_picture(screen, qt):
    case = screen.panel.case
    why = "named T1; short repetition and short echo; nothing says whether a contrast agent was given; " * 2
    screen.panel.show_case(replace(case, series=tuple(replace(one, why=why) for one in case.series)), {}, False, {})
    settle(qt)
    assert screen.panel._cards
    for card in screen.panel._cards:
        picture, name = card.body.itemAt(0).widget(), card.body.itemAt(1).widget()
        assert name.geometry().top() > picture.geometry().bottom()


def test_a_choice_is_offered_again_only_where_it_changes_something(screen, hall, qt):
    settled = next(case for case in hall.store.values() if case.stage is Stage.CONVERTED)
    screen.open_case(settled.id)
    assert not screen.panel._go_on.isEnabled()
    first = screen.panel._cards[0]
    first.choice.button(1).click()
    assert screen.panel._go_on.isEnabled()
    first.choice.button(0).click()
    assert not screen.panel._go_on.isEnabled()


def test_an_empty_workspace_is_one_large_place_to_drop(keep, qt):
    screen = keep(ImportScreen(FakeHall(0)), size=(1000, 700))
    assert screen._pages.currentIndex() == 0
    assert screen.drop_large.isVisible()


def test_the_likeliest_proposal_wins_and_every_contrast_has_one_series(hall):
    case = hall.store[DOUBTFUL]
    choice = ContrastChoice(case)
    held = [series for series in choice.by_contrast().values() if series]
    assert len(held) == len(set(held)) == 4
    choice.choose(held[0], None)
    assert choice.missing == (Contrast.T1,)


def test_of_two_series_that_are_as_likely_nobody_is_chosen_beforehand(hall):
    case = hall.store[DOUBTFUL]
    t2 = next(s for s in case.series if s.proposal is Contrast.T2)
    twin = replace(t2, id="twin", confidence=t2.confidence - 0.05)
    assert ContrastChoice(replace(case, series=(*case.series, twin))).missing == (Contrast.T2,)
    unlike = replace(twin, confidence=t2.confidence - 0.2)
    assert ContrastChoice(replace(case, series=(unlike, *case.series))).of(t2.id) is Contrast.T2


def test_a_series_set_aside_is_shown_with_its_reason_on_demand_and_may_be_used_after_all(screen, hall):
    aside = screen.panel._aside
    assert aside.head.accessibleName() == "2 series set aside"
    assert aside.body.isHidden()
    aside.head.setChecked(True)
    words = [label.text() for label in aside.body.findChildren(QLabel)]
    assert {"a localizer of three slices", "Series 1  ·  3 images  ·  2026-01-01"} <= set(words)
    (button,) = aside.buttons.values()
    button.menu().actions()[1].trigger()
    assert ("overrule", DOUBTFUL, f"{DOUBTFUL}-loc", Contrast.T1GD) in hall.calls


def test_a_series_set_aside_is_seen_or_why_not(screen, hall, qt):
    aside = screen.panel._aside
    aside.head.setChecked(True)
    assert aside.body.findChildren(Picture) == []
    grey = np.zeros((128, 128), np.uint8)
    grey[:64] = 200
    seen = [
        {"id": f"{DOUBTFUL}-loc", "grey": base64.b64encode(grey.tobytes()).decode(), "why_not": ""},
        {"id": f"{DOUBTFUL}-seg", "grey": "", "why_not": "No picture: text may be burnt into it."},
    ]
    hall.importing.glances.take(seen)
    assert DOUBTFUL in hall.looked
    screen.refresh()
    settle(qt)
    (picture,) = aside.body.findChildren(Picture)
    assert picture.accessibleName() == "Picture of localizer"
    shown = picture.grab().toImage()
    assert shown.pixelColor(36, 10).value() == 200
    assert shown.pixelColor(36, 60).value() == 0
    words = [label.text() for label in aside.body.findChildren(QLabel)]
    assert "a label map, not a scan\nNo picture: text may be burnt into it." in words


def test_rules_of_the_site_are_listed_and_taken_away(screen, hall, qt):
    assert screen._rules.isHidden()
    hall.rules["K"] = SiteRule("K", Contrast.T1GD, "ax t1 fs", "2026-10-01T08:00:00Z")
    screen.refresh()
    click(screen._rules)
    settle(qt)
    dialog = next(d for d in screen.findChildren(RulesDialog) if d.isVisible())
    assert 'Series called "ax t1 fs" stand for T1Gd' in [label.text() for label in dialog.findChildren(QLabel)]
    click(next(b for b in dialog.findChildren(QToolButton) if "Take away" in b.accessibleName()))
    settle(qt)
    assert hall.rules == {}
    assert "There are none." in [label.text() for label in dialog.findChildren(QLabel)]
    assert screen._rules.isHidden()
    dialog.accept()


def test_two_rules_of_one_shown_name_do_not_look_like_a_contradiction(screen, hall, qt):
    for kin, contrast in (("K", Contrast.T1), ("L", Contrast.T1GD), ("M", Contrast.T2)):
        name = "t2" if contrast is Contrast.T2 else "ax brain"
        hall.rules[kin] = SiteRule(kin, contrast, name, "2026-10-01T08:00:00Z")
    screen.refresh()
    click(screen._rules)
    settle(qt)
    dialog = next(d for d in screen.findChildren(RulesDialog) if d.isVisible())
    told = [label.text() for label in dialog.findChildren(QLabel) if "told from others" in label.text()]
    assert len(told) == 2
    dialog.accept()


def test_a_clash_of_identity_is_judged_by_a_click(screen, hall, qt):
    faults = (("Cut short", "", "Send it again.", "file 7"), ("Several people", "2 people.", "Look.", "X-1A"))
    hall.importing.last_report = ImportReport((), (), faults, (("P-1", "in the future"),), ("X-1A",))
    screen.refresh()
    settle(qt)
    buttons = [b for b in screen._faults.findChildren(QPushButton) if b.text()]
    assert [b.text() for b in buttons] == ["One patient", "Different patients", "Each examination a patient"]
    click(buttons[1])
    click(buttons[2])
    judged = [("judge", "X-1A", Verdict.PEOPLE), ("judge", "X-1A", Verdict.STUDIES)]
    assert [call for call in hall.calls if call[0] == "judge"] == judged
    assert "Import the folder again" in screen.remembered.words.text()
    assert screen._notes.head.accessibleName() == "1 thing to know"
