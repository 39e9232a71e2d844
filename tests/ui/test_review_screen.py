"""The Review screen: cases come and go, nothing is lost on the way, a name stands under what is approved."""

from dataclasses import replace

import numpy as np
import pytest
from PySide6.QtWidgets import QDialog, QSlider

from fets_desktop.review.planes import Orientation
from fets_desktop.study.case import Stage
from fets_desktop.study.crop import Box
from fets_desktop.study.errors import StudyError
from fets_desktop.study.finding import Grade
from fets_desktop.ui.screens.review import desk as desk_module
from fets_desktop.ui.screens.review.desk import Desk
from fets_desktop.ui.screens.review.file import AskScheme
from fets_desktop.ui.shell import MainWindow
from fets_desktop.ui.viewer.hand import Tool
from fets_desktop.ui.viewer.keymaps import Keymap
from fets_desktop.ui.viewer.keys_dialog import KeysDialog
from fets_desktop.ui.widgets.ask import AskWords
from fets_desktop.ui.widgets.error_dialog import ErrorDialog
from tests.ui.conftest import settle
from tests.ui.fake_hall import FakeHall
from tests.ui.fake_reviewing import ListJournal
from tests.ui.hands import click, drag, key, press, spot_of, until

REVIEWER = "Dr. Weber"
IN_REVIEW, PROPOSED, NEXT_PROPOSED = "GLI-0116", "GLI-0117", "GLI-0118"
PREPARED, CONVERTED, MISSING, EXCLUDED = "GLI-0120", "GLI-0121", "GLI-0123", "GLI-0135"


@pytest.fixture
def window(keep, hall, qt):
    hall.add(23, Stage.EXCLUDED)
    shown = keep(MainWindow(hall), size=(1600, 1000))
    shown.open_place("review", PROPOSED)
    shown.activateWindow()
    settle(qt)
    until(shown.isActiveWindow)
    settle(qt)
    return shown


@pytest.fixture
def screen(window):
    return window.screen_of("review")


def scribble(screen, shift=0):
    """Erase a little under the cursor, with the mouse; return the voxel."""
    state, pane = screen.viewer.state, screen.viewer.planes[Orientation.AXIAL]
    state.set_hand(replace(state.hand, tool=Tool.ERASER, diameter_mm=7.0))
    x, y, z = state.cursor
    drag(pane, spot_of(pane, (x + shift, y, z)), spot_of(pane, (x + shift + 4, y, z)))
    return x + shift, y, z


def dialog_of(window, kind, qt):
    settle(qt)
    return next(dialog for dialog in window.findChildren(kind) if dialog.isVisible())


# --- which case is shown


def test_coming_without_a_case_opens_the_first_that_waits(keep, hall, qt):
    window = keep(MainWindow(hall), size=(1600, 1000))
    window.open_place("review")
    settle(qt)
    assert window.screen_of("review").desk.case == IN_REVIEW


def test_the_asked_for_case_is_the_only_one_opened(window, hall, screen):
    assert screen.desk.case == PROPOSED
    assert list(hall.reviewing.sessions) == [PROPOSED]
    assert screen.viewer.state.scene is not None
    assert PROPOSED in window.header.subtitle.text()
    assert "Needs review" in window.header.subtitle.text()
    assert screen.origin.text() == "Suggested by model starter"
    assert screen.origin.toolTip().startswith("starter@"), "models of one name are told apart"


def test_next_and_previous_follow_the_list(screen):
    click(screen.next)
    assert screen.desk.case == NEXT_PROPOSED
    click(screen.previous)
    click(screen.previous)
    assert screen.desk.case == IN_REVIEW
    key(screen, "Alt+Right")
    assert screen.desk.case == PROPOSED


def test_next_keeps_to_what_the_list_shows(screen):
    screen.cases.status.setCurrentIndex(screen.cases.status.findData(str(Stage.APPROVED)))
    screen.open_case("GLI-0115")
    click(screen.next)
    assert screen.desk.case == "GLI-0124"


def test_a_click_in_the_list_opens_and_the_keys_work_at_once(screen, qt):
    table = screen.cases.table
    row = next(r for r in range(table.model().rowCount()) if table.model().index(r, 0).data() == NEXT_PROPOSED)
    table.clicked.emit(table.model().index(row, 0))
    settle(qt)
    assert screen.desk.case == NEXT_PROPOSED
    key(screen.viewer.current, "4")
    assert screen.viewer.state.hand.tool is Tool.BRUSH


def test_keys_reach_the_viewer_from_anywhere_on_the_screen(screen):
    key(screen.panel.approve, "4")
    assert screen.viewer.state.hand.tool is Tool.BRUSH
    screen.panel.note.setFocus()
    key(screen.panel.note, "1")
    assert screen.viewer.state.hand.tool is Tool.BRUSH
    assert screen.panel.note.toPlainText() == "1"


@pytest.mark.parametrize(
    ("case", "words", "button"),
    [
        (CONVERTED, "not prepared yet", "Prepare it now"),
        ("GLI-0122", "contrasts need your word", "Confirm the contrasts"),
        (MISSING, "T2 is missing", "Add the series"),
        (EXCLUDED, "is excluded", "Include it again"),
    ],
)
def test_a_case_that_cannot_be_reviewed_says_why_and_what_helps(screen, case, words, button):
    screen.open_case(case)
    assert screen.desk.session is None
    assert words in screen.stage.missing.heading
    assert screen.stage.missing.button == button
    assert screen.panel.isHidden()


def test_the_button_of_a_missing_step_does_it(window, screen, hall, qt):
    screen.open_case(CONVERTED)
    screen._help_missing("start")
    assert ("prepare", [CONVERTED]) in hall.calls
    settle(qt)
    assert "waiting" in screen.stage.missing.heading
    screen.open_case(EXCLUDED)
    screen._help_missing("include")
    assert hall.store[EXCLUDED].stage is Stage.CONVERTED
    screen.open_case(MISSING)
    screen._help_missing("import")
    assert window.place == "import"


def test_a_case_opens_by_itself_once_it_is_prepared(screen, hall, qt):
    screen.open_case(CONVERTED)
    hall.put(replace(hall.store[CONVERTED], stage=Stage.PREPARED))
    qt.processEvents()
    screen.refresh()
    assert screen.desk.case == CONVERTED


def test_a_case_without_labels_starts_empty_and_cannot_be_approved(screen):
    screen.open_case(PREPARED)
    assert not screen.desk.session.editor.labels.array.any()
    assert not screen.panel.approve.isEnabled()
    assert "No labels yet" in screen.panel.version.text()
    assert screen.origin.text() == "No labels yet"


def test_an_empty_workspace_says_what_comes_here(keep, qt):
    window = keep(MainWindow(FakeHall(0)), size=(1366, 768))
    window.open_place("review")
    settle(qt)
    assert window.screen_of("review")._pages.currentIndex() == 0


def test_a_case_that_cannot_be_read_is_told_once(window, screen, hall, qt):
    hall.reviewing.fail_open = StudyError("damaged-workspace")
    screen.open_case(NEXT_PROPOSED)
    dialog_of(window, ErrorDialog, qt).close()
    screen.refresh()
    settle(qt)
    assert not [dialog for dialog in window.findChildren(ErrorDialog) if dialog.isVisible()]
    assert "could not be opened" in screen.stage.missing.heading


# --- nothing is lost


def test_every_stroke_is_in_the_journal_when_the_mouse_is_released(screen, hall):
    scribble(screen)
    assert len(hall.reviewing.journals[PROPOSED].lines) == 1
    screen.viewer.act("undo")
    assert len(hall.reviewing.journals[PROPOSED].lines) == 2


def test_leaving_a_case_writes_a_version_of_what_changed(screen, hall):
    voxel = scribble(screen)
    click(screen.next)
    versions = hall.annotations[PROPOSED]
    assert [v.number for v in versions] == [1, 2]
    assert versions[1].parent == versions[0].id
    assert versions[1].edits == 1
    click(screen.previous)
    x, y, z = voxel
    assert screen.desk.session.editor.labels.array[z, y, x] == 0
    assert hall.store[PROPOSED].stage is Stage.IN_REVIEW


def test_leaving_an_untouched_case_writes_nothing(screen, hall):
    click(screen.next)
    assert len(hall.annotations[PROPOSED]) == 1
    assert hall.store[PROPOSED].stage is Stage.PROPOSED


def test_going_to_another_place_saves_and_keeps_the_case_open(window, screen, hall, qt):
    scribble(screen)
    window.open_place("cases")
    settle(qt)
    assert len(hall.annotations[PROPOSED]) == 2
    window.open_place("review")
    settle(qt)
    assert screen.desk.case == PROPOSED
    screen.viewer.act("undo")
    assert screen.desk.session.changed


def test_closing_the_window_saves(window, screen, hall, qt):
    scribble(screen)
    window.close()
    settle(qt)
    assert len(hall.annotations[PROPOSED]) == 2
    assert hall.reviewing.sessions == {}


def test_closing_in_the_middle_of_a_stroke_abandons_it(window, screen, hall, qt):
    state, pane = screen.viewer.state, screen.viewer.planes[Orientation.AXIAL]
    state.set_hand(replace(state.hand, tool=Tool.ERASER))
    press(pane, spot_of(pane, state.cursor))
    window.close()
    settle(qt)
    assert len(hall.annotations[PROPOSED]) == 1


def test_minutes_without_a_stroke_make_a_version(screen, hall, qt):
    scribble(screen)
    assert screen.desk._idle.isActive()
    screen.desk._idle.setInterval(1)
    screen.desk._idle.start()
    until(lambda: len(hall.annotations[PROPOSED]) == 2)
    assert screen.panel.kept.text().startswith("Saved ")


def test_a_version_that_cannot_be_written_is_said_and_the_journal_keeps_the_edits(window, screen, hall, qt):
    scribble(screen)
    hall.reviewing.fail_save = StudyError("disk-full")
    click(screen.next)
    dialog_of(window, ErrorDialog, qt).close()
    settle(qt)
    assert screen.desk.case == NEXT_PROPOSED
    assert len(hall.reviewing.journals[PROPOSED].lines) == 1
    hall.reviewing.fail_save = None
    click(screen.previous)
    assert screen.desk.session.recovered == 1
    assert "1 edit from before" in screen.stage.notice.words.text()


def test_a_stroke_that_cannot_be_kept_is_taken_back_and_said(window, screen, hall, qt):
    before = screen.desk.session.editor.labels.array.copy()
    hall.reviewing.journals[PROPOSED].fail = StudyError("disk-full")
    scribble(screen)
    dialog_of(window, ErrorDialog, qt).close()
    assert (screen.desk.session.editor.labels.array == before).all()
    hall.reviewing.journals[PROPOSED].fail = None


def test_edits_recovered_after_a_crash_are_said(window, screen, hall, qt):
    scribble(screen)
    scribble(screen, 12)
    lines = list(hall.reviewing.journals[PROPOSED].lines)
    wanted = screen.desk.session.editor.labels.array.copy()
    # the program ends here: another one opens the same journal
    hall.reviewing.sessions.clear()
    journal = ListJournal()
    journal.lines = lines
    hall.reviewing.journals[PROPOSED] = journal
    desk = Desk(hall, screen)
    session = desk.take(PROPOSED)
    assert session.recovered == 2
    assert np.array_equal(session.editor.labels.array, wanted)
    hall.reviewing.leave(session)


def test_undo_goes_back_beyond_a_saved_version(window, screen, hall, qt):
    original = screen.desk.session.editor.labels.array.copy()
    scribble(screen)
    window.open_place("cases")
    window.open_place("review")
    settle(qt)
    scribble(screen, 15)
    while screen.desk.session.editor.can_undo:
        screen.viewer.act("undo")
    assert (screen.desk.session.editor.labels.array == original).all()


# --- what is settled


def test_approving_signs_and_goes_on_to_the_next_that_waits(screen, hall):
    hall.chosen["review.reviewer"] = REVIEWER
    click(screen.panel.approve)
    signed = hall.annotations[PROPOSED][-1]
    assert (signed.approved_by, signed.number) == (REVIEWER, 1)
    assert hall.store[PROPOSED].stage is Stage.APPROVED
    assert screen.desk.case == NEXT_PROPOSED
    assert "GLI-0117 is approved." in screen.stage.notice.words.text()
    assert screen.viewer.current.hasFocus()


def test_approving_edited_labels_saves_them_first(screen, hall):
    hall.chosen["review.reviewer"] = REVIEWER
    scribble(screen)
    screen.panel.note.setPlainText("The cavity is not tumour.")
    key(screen.viewer.current, "Ctrl+Return")
    signed = hall.annotations[PROPOSED][-1]
    assert (signed.number, signed.edits, signed.approved_by) == (2, 1, REVIEWER)
    assert signed.note == "The cavity is not tumour."


def test_the_reviewers_name_is_asked_for_once(window, screen, hall, qt):
    click(screen.panel.approve)
    dialog = dialog_of(window, AskWords, qt)
    assert hall.store[PROPOSED].stage is Stage.PROPOSED
    dialog.field.setText(f"  {REVIEWER} ")
    dialog.accept()
    settle(qt)
    assert hall.settings.get("review.reviewer") == REVIEWER
    assert hall.store[PROPOSED].stage is Stage.APPROVED
    click(screen.panel.approve)
    settle(qt)
    assert hall.store[NEXT_PROPOSED].stage is Stage.APPROVED


def test_a_label_map_from_a_file_becomes_the_version_on_the_screen(screen, hall, qt, tmp_path):
    scribble(screen)
    screen.file.take(PROPOSED, str(tmp_path / "seg.nii.gz"))
    assert [version.author for version in hall.annotations[PROPOSED][1:]] == ["person", "import"]
    assert screen.desk.session.base.number == 3
    assert screen.origin.text() == "Imported labels"
    assert "read as BraTS 2017-2021" in screen.stage.notice.words.text()
    settle(qt)
    assert "read as BraTS 2017-2021" in screen.stage.notice.words.text()


def test_values_that_do_not_tell_their_scheme_are_asked_for(window, screen, hall, qt, tmp_path):
    hall.reviewing.fail_import = StudyError("ambiguous-scheme")
    file = tmp_path / "seg.nii.gz"
    screen.file.take(PROPOSED, str(file))
    dialog = dialog_of(window, AskScheme, qt)
    assert not dialog._accept.isEnabled()
    dialog.choices["brats2023"].setChecked(True)
    click(dialog._accept)
    settle(qt)
    assert hall.calls[-1] == ("import_labels", PROPOSED, file, "brats2023")
    assert screen.origin.text() == "Imported labels"


def test_a_file_that_cannot_be_taken_says_why_and_leaves_the_labels(window, screen, hall, qt, tmp_path):
    hall.reviewing.fail_import = StudyError("wrong-grid", "It has 10 x 10 x 10 voxels.")
    screen.file.take(PROPOSED, str(tmp_path / "seg.nii.gz"))
    dialog = dialog_of(window, ErrorDialog, qt)
    assert "10 x 10 x 10" in dialog.words[1]
    dialog.accept()
    settle(qt)
    assert screen.desk.case == PROPOSED
    assert len(hall.annotations[PROPOSED]) == 1


def test_no_name_no_approval(window, screen, hall, qt):
    click(screen.panel.approve)
    dialog_of(window, AskWords, qt).reject()
    settle(qt)
    assert hall.store[PROPOSED].stage is Stage.PROPOSED


def test_the_last_case_says_that_nothing_waits(screen, hall, qt):
    hall.chosen["review.reviewer"] = REVIEWER
    for case in list(hall.store.values()):
        if case.id != PROPOSED and case.stage in (Stage.PROPOSED, Stage.IN_REVIEW):
            hall.put(replace(case, stage=Stage.APPROVED))
    settle(qt)
    click(screen.panel.approve)
    assert "No other case waits" in screen.stage.notice.words.text()
    assert screen.desk.case == PROPOSED
    assert not screen.panel.approve.isEnabled()
    assert screen.panel.approve.accessibleName() == "Approved"


def test_the_header_says_so_when_the_last_case_is_approved(screen, hall, qt):
    hall.settings.set("review.reviewer", REVIEWER)
    for case in list(hall.store.values()):
        if case.id != PROPOSED and case.stage in (Stage.PROPOSED, Stage.IN_REVIEW):
            hall.put(replace(case, stage=Stage.APPROVED))
    until(lambda: not screen.cases.waiting_after(PROPOSED))
    click(screen.panel.approve)
    assert "Approved" in screen.subtitle


def test_the_tab_key_goes_down_the_side_panel(screen):
    chain, widget = [], screen.panel.labels.rows[1]
    for _ in range(200):
        chain.append(widget)
        widget = widget.nextInFocusChain()
    panel = screen.panel
    wanted = [
        panel.labels.rows[1],
        panel.labels.rows[4].eye,
        panel.brush.findChild(QSlider),
        panel.checks._fold,
        panel.note,
        panel.approve,
        panel.flag,
    ]
    places = [chain.index(part) for part in wanted]
    assert places == sorted(places)


def test_editing_an_approved_case_lets_it_be_approved_again(screen):
    screen.open_case("GLI-0112")
    assert screen.panel.approve.accessibleName() == "Approved"
    assert screen.origin.text() == "Approved by Dr. Weber"
    scribble(screen)
    assert screen.panel.approve.isEnabled()
    assert "1 edit since" in screen.panel.version.text()


def test_flagging_and_taking_the_flag_away(window, screen, hall, qt):
    click(screen.panel.flag)
    dialog = dialog_of(window, AskWords, qt)
    dialog.field.setText("T2 moves")
    dialog.accept()
    settle(qt)
    assert hall.store[PROPOSED].flag == "T2 moves"
    screen.refresh()
    assert screen.panel.flagged.text() == "T2 moves"
    click(screen.panel.flag)
    screen.refresh()
    assert hall.store[PROPOSED].flag == ""
    assert screen.panel.flagged.isHidden()


def test_a_note_stays_with_its_case_in_a_version(screen, hall):
    screen.panel.note.setPlainText("Ask the surgeon.")
    click(screen.next)
    assert screen.panel.note.toPlainText() == ""
    assert [v.note for v in hall.annotations[PROPOSED]] == ["", "Ask the surgeon."]
    click(screen.previous)
    assert screen.panel.note.toPlainText() == "Ask the surgeon."
    click(screen.next)
    assert len(hall.annotations[PROPOSED]) == 2


def test_a_note_cannot_take_a_signature_away(screen):
    screen.open_case("GLI-0112")
    assert screen.panel.note.isReadOnly()
    scribble(screen)
    assert not screen.panel.note.isReadOnly()


# --- what is shown


def test_checks_of_labels_and_preparation_stand_together(screen, hall):
    until(lambda: screen.panel.checks.rows)
    titles = {row.finding.title for row in screen.panel.checks.rows}
    wanted = {f.title for f in hall.found[PROPOSED] if f.grade is not Grade.OK}
    assert wanted
    assert wanted <= titles
    assert screen.panel.checks._findings[0].step == "labels-geometry"


def test_a_proposal_that_deserves_doubt_says_so_in_the_check_list(hall, request):
    hall.unsure[PROPOSED] = "The model is sure of only 41% of what it outlines."
    screen = request.getfixturevalue("screen")
    until(lambda: screen.panel.checks.rows)
    assert hall.unsure[PROPOSED] in [row.finding.text for row in screen.panel.checks.rows]


def test_the_check_list_follows_the_strokes_and_leads_to_the_place(screen):
    editor, state = screen.desk.session.editor, screen.viewer.state
    spot = np.argwhere(editor.brain & (editor.labels.array == 0))[-1]
    z, y, x = (int(v) for v in spot)
    box = Box((z, y, x), (z + 1, y + 1, x + 1))
    editor.apply(box, np.ones((1, 1, 1), dtype=bool), 4, "Speck")
    screen.desk.check()
    row = next(row for row in screen.panel.checks.rows if row.finding.title == "Islands")
    click(row)
    assert state.cursor == (x, y, z)


def test_a_new_proposal_shows_at_once_unless_there_are_edits(screen, hall, qt):
    def propose():
        versions = hall.annotations[PROPOSED]
        new = replace(versions[0], id=f"{PROPOSED}/{len(versions) + 1}", number=len(versions) + 1, author="model B@1")
        versions.append(new)
        hall.put(hall.store[PROPOSED])
        screen.refresh()

    propose()
    assert screen.desk.session.base.number == 2
    assert "New labels by model B" in screen.stage.notice.words.text()
    scribble(screen)
    propose()
    assert screen.desk.session.base.number == 2
    assert "You go on with your own edits" in screen.stage.notice.words.text()


def test_a_case_excluded_elsewhere_goes_off_the_desk(screen, hall, qt):
    hall.cases.exclude(PROPOSED, "Wrong patient")
    screen.refresh()
    assert screen.desk.session is None
    assert "is excluded" in screen.stage.missing.heading


def test_the_list_folds_where_the_window_is_small(keep, hall, qt):
    window = keep(MainWindow(hall), size=(1366, 768))
    window.open_place("review", PROPOSED)
    settle(qt)
    screen = window.screen_of("review")
    assert screen.cases.isHidden()
    screen.stage.tools.cases_toggled.emit()
    assert not screen.cases.isHidden()
    window.resize(1600, 1000)
    window.resize(1366, 768)
    settle(qt)
    assert not screen.cases.isHidden()


def test_settings_hold_at_once(screen, hall):
    hall.settings.set("review.keymap", "slicer")
    hall.settings.set("review.opacity", 0.8)
    hall.settings.set("review.brush_mm", 11.0)
    assert screen.viewer.keymap is Keymap.SLICER
    assert screen.viewer.state.look.opacity == 0.8
    assert screen.viewer.state.hand.diameter_mm == 11.0


def test_the_question_mark_shows_the_keys(window, screen, qt):
    key(screen.viewer.current, "?")
    dialog = dialog_of(window, KeysDialog, qt)
    assert isinstance(dialog, QDialog)
    dialog.close()
    settle(qt)


def test_memory_is_given_back_once_a_case_was_put_away(keep, hall, qt, monkeypatch):
    given = []
    monkeypatch.setattr(desk_module, "give_back", lambda: given.append(window.screen_of("review").desk.case))
    monkeypatch.setattr(desk_module, "_EMPTIED_MS", 0)
    window = keep(MainWindow(hall), size=(1600, 1000))
    window.open_place("review", PROPOSED)
    until(lambda: window.screen_of("review").desk.case == PROPOSED)
    assert given == []
    window.screen_of("review").desk.put_away()
    until(lambda: given == [""])
