"""Prepare, Split, Segment, Models, Settings, Help: what each shows and starts."""

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt, QUrl
from PySide6.QtWidgets import QCheckBox

from fets_desktop.app.models import UntrustedModelError
from fets_desktop.study.case import Stage, Surgery
from fets_desktop.study.errors import StudyError
from fets_desktop.study.facts import TrainingEpoch
from fets_desktop.study.finding import Finding, Grade
from fets_desktop.study.settings import SETTINGS
from fets_desktop.ui.help_pages import pages
from fets_desktop.ui.places import PLACES
from fets_desktop.ui.screens.help import HelpScreen
from fets_desktop.ui.screens.models.card import eight_bits_words, lineage_words, score_rows, signed_words
from fets_desktop.ui.screens.models.screen import ModelsScreen
from fets_desktop.ui.screens.models.trust import TrustDialog
from fets_desktop.ui.screens.prepare.screen import PrepareScreen
from fets_desktop.ui.screens.segment.screen import SegmentScreen
from fets_desktop.ui.screens.segment.surgery import AskSurgery
from fets_desktop.ui.screens.settings import SettingsScreen
from fets_desktop.ui.screens.split.screen import SplitScreen
from fets_desktop.ui.segment_table import AUTHOR, CASE
from fets_desktop.ui.step_numbers import measured
from fets_desktop.ui.step_table import FIRST_STEP, STEP_WORDS
from fets_desktop.ui.widgets.error_dialog import ErrorDialog
from fets_desktop.ui.widgets.picture import LargePicture
from tests.ui.conftest import settle
from tests.ui.fake_hall import STEPS, FakeHall
from tests.ui.hands import click, dialog_of
from tests.ui.pictures import fill

# --- Prepare


def test_prepare_starts_what_waits(make, hall):
    screen = make(PrepareScreen)
    assert screen.start_button.accessibleName() == "Prepare 1 waiting case"
    click(screen.start_button)
    assert ("prepare", ["GLI-0121"]) in hall.calls
    screen.refresh()
    assert not screen.start_button.isEnabled()


def test_prepare_opens_at_the_step_most_worth_a_look(make, hall):
    fill(hall)
    screen = make(PrepareScreen)
    screen.open_case("GLI-0115")
    finding = screen.model.finding(screen.table.currentIndex())
    assert finding.step == "onto-FLAIR"
    assert screen.panel._grade.text() == "Bad"
    assert not screen.panel._picture.empty
    click(screen.panel._again)
    assert ("prepare", ["GLI-0115"]) in hall.calls


def test_a_steps_picture_can_be_looked_at_large(make, hall, qt):
    fill(hall)
    screen = make(PrepareScreen)
    screen.open_case("GLI-0112")
    click(screen.panel._large)
    settle(qt)
    dialog = next(d for d in screen.findChildren(LargePicture) if d.isVisible())
    assert dialog.accessibleName() == "FLAIR to T1Gd"
    assert dialog.width() > screen.panel._picture.width()
    dialog.close()
    settle(qt)


def test_every_step_of_the_recipe_has_a_column():
    assert list(STEP_WORDS) == [step for step, _, _ in STEPS]


def test_numbers_are_shown_with_their_units():
    assert measured("shift_mm", 2.9) == ("Shift", "2.9 mm")
    assert measured("brain_ml", 1412.0) == ("Volume of the brain", "1412 ml")
    assert measured("nmi", 1.2142) == ("Likeness (1 is none)", "1.214")


def test_a_case_not_prepared_yet_can_be_started_by_enter(make, hall):
    screen = make(PrepareScreen)
    row = screen.model.row_of("GLI-0121")
    screen.table.opened.emit(screen.model.index(row, FIRST_STEP))
    assert ("prepare", ["GLI-0121"]) in hall.calls


# --- Split


def test_the_split_is_drawn_and_shown(make, hall, qt):
    screen = make(SplitScreen)
    assert "8 approved cases have no side yet" in screen.subtitle
    screen.fraction.setValue(0.75)
    click(screen.draw_button)
    screen.refresh()
    assert hall.split.fraction == 0.75
    assert screen.train.count() == len(hall.split.train)
    assert screen.validation.count() == len(hall.split.validation)
    assert not screen.draw_button.isEnabled()


def test_newly_approved_cases_get_a_side_and_the_others_keep_theirs(make, hall, qt):
    screen = make(SplitScreen)
    click(screen.draw_button)
    before = hall.split
    hall.put(replace(hall.store["GLI-0117"], stage=Stage.APPROVED))
    screen.refresh()
    assert screen.draw_button.accessibleName() == "Add the new cases"
    click(screen.draw_button)
    assert set(before.train) <= set(hall.split.train)
    assert set(before.validation) <= set(hall.split.validation)


# --- Segment


def test_marked_cases_are_segmented_with_the_chosen_model(make, hall):
    screen = make(SegmentScreen)
    assert not screen.start_button.isEnabled()
    screen._mark_new()
    assert screen.start_button.accessibleName() == "Segment 1 case"
    hall.segmenting.say_surgery(["GLI-0120"], Surgery.BEFORE)
    click(screen.start_button)
    assert ("segment", ["GLI-0120"]) in hall.calls
    assert screen.model.marked() == []


@pytest.mark.parametrize("answer", list(Surgery))
def test_before_it_segments_it_asks_whether_the_scan_is_before_or_after_surgery(make, hall, answer):
    screen = make(SegmentScreen)
    screen._mark_new()
    click(screen.start_button)
    assert not any(call[0] == "segment" for call in hall.calls)
    dialog = screen.findChild(AskSurgery)
    click(dialog.buttons[answer])
    assert ("segment", ["GLI-0120"]) in hall.calls
    assert hall.store["GLI-0120"].surgery is answer


def test_who_closes_the_question_segments_nothing(make, hall):
    screen = make(SegmentScreen)
    screen._mark_new()
    click(screen.start_button)
    screen.findChild(AskSurgery).reject()
    assert not any(call[0] == "segment" for call in hall.calls)
    assert screen.model.marked() == ["GLI-0120"]


def test_what_is_said_of_the_marked_cases_is_held_against_the_card(make, hall):
    screen = make(SegmentScreen)
    screen._mark_new()
    assert "Nobody has said" in screen.surgery.caution.text()
    screen.surgery.choice.picked.emit(1)
    assert hall.store["GLI-0120"].surgery is Surgery.AFTER
    screen.models.setCurrentIndex(screen.models.findData("starter@0123abcd"))
    assert screen.surgery.caution.text() == "starter 1 never saw scans after surgery: its outlines may be wrong there."
    screen.model.mark(set())
    assert screen.surgery.caution.isHidden()
    assert not screen.surgery.choice.isEnabled()


def test_images_that_were_graded_bad_are_told_before_a_model_sees_them(make, hall):
    bad = Finding("contrast", "Contrast medium", Grade.BAD, "T1Gd and T1 look exchanged.", {}, 1.0, "")
    hall.found["GLI-0120"] = [bad]
    screen = make(SegmentScreen)
    screen._mark_new()
    assert screen.surgery.caution.text().startswith("GLI-0120: Contrast medium: T1Gd and T1 look exchanged.")


def test_a_retired_model_is_not_offered(make, hall):
    hall.models.retire("local@89abcdef")
    screen = make(SegmentScreen)
    assert [screen.models.itemData(n) for n in range(screen.models.count())] == ["starter@0123abcd"]


def test_a_check_mark_in_the_table_marks(make):
    screen = make(SegmentScreen)
    index = screen.model.index(0, CASE)
    screen.model.setData(index, Qt.CheckState.Checked, Qt.ItemDataRole.CheckStateRole)
    assert screen.model.marked() == ["GLI-0112"]
    screen._mark_all()
    assert len(screen.model.marked()) == screen.model.rowCount()


def test_the_author_is_said_without_a_hash(make):
    screen = make(SegmentScreen)
    assert screen.model.index(0, AUTHOR).data() == "model starter"


def test_the_models_limits_are_said_before_it_is_used(make):
    screen = make(SegmentScreen)
    assert "surgery" in screen._limits.text()
    screen.models.setCurrentIndex(0)
    assert screen._limits.isHidden()


# --- Models


def test_models_show_their_card_and_can_be_made_to_propose(make, hall):
    screen = make(ModelsScreen)
    assert screen.current() == "starter@0123abcd"
    assert not screen.current_button.isEnabled()
    screen.list.setCurrentRow(0)
    click(screen.current_button)
    assert hall.models.current().id == "local@89abcdef"
    screen.refresh()
    assert "local 2 proposes labels" in screen.subtitle


def test_models_come_in_and_go_out(make, hall, tmp_path):
    screen = make(ModelsScreen)
    screen.files.take_in(str(tmp_path / "a.fetsmodel"))
    screen.files.hand_out("starter@0123abcd", str(tmp_path / "b.fetsmodel"))
    assert ("start_import", tmp_path / "a.fetsmodel", "") in hall.calls
    assert ("export_file", "starter@0123abcd", tmp_path / "b.fetsmodel") in hall.calls


@pytest.mark.parametrize("signer", ["0123-4567-89ab-cdef-0123-4567-89ab-cdef", ""])
def test_a_model_nobody_answers_for_is_taken_in_after_a_person_compared_its_fingerprint(make, hall, tmp_path, signer):
    screen = make(ModelsScreen)
    file = tmp_path / "a.fetsmodel"
    hall.fail = UntrustedModelError(file.name, signer, "ab" * 32)
    screen.files.take_in(str(file))
    dialog = screen.findChild(TrustDialog)
    assert dialog.focusWidget() is dialog.cancel_button, "Enter takes nothing in, and leads nowhere else"
    assert dialog.proof.text().replace("\n", " ").split() == (signer.split("-") if signer else ["abab"] * 16)
    hall.fail = None
    dialog.reject()
    assert not any(call[0] == "start_import" for call in hall.calls)
    hall.fail = UntrustedModelError(file.name, signer, "ab" * 32)
    screen.files.take_in(str(file))
    hall.fail = None
    click(screen.findChildren(TrustDialog)[-1].trust_button)
    assert ("start_import", file, signer or "ab" * 32) in hall.calls


def test_the_licence_of_a_network_of_another_make_is_shown_before_it_is_taken_in(make, hall, tmp_path):
    screen = make(ModelsScreen)
    folder = tmp_path / "plans.json"
    hall.fail = UntrustedModelError(folder.name, "", "cd" * 32, "nnU-Net results", "CC BY 4.0")
    screen.files.take_in(str(folder))
    hall.fail = None
    dialog = screen.findChildren(TrustDialog)[-1]
    assert dialog.licence.text() == "CC BY 4.0"
    assert dialog.cancel_button.isDefault(), "a licence is not accepted by accident"
    assert "licence" in dialog.trust_button.text()
    click(dialog.trust_button)
    assert ("start_import", folder, "cd" * 32) in hall.calls


def test_models_are_retired_brought_back_and_checked(make, hall):
    screen = make(ModelsScreen)
    assert not screen.retire_button.isEnabled(), "the one that proposes stays"
    assert screen.retire_button.toolTip() == "Let another model propose first."
    screen.open_case("local@89abcdef")
    click(screen.retire_button)
    screen.refresh()
    assert hall.models.get("local@89abcdef").retired
    assert not screen.current_button.isEnabled()
    assert screen.retire_button.accessibleName() == "Bring back"
    click(screen.retire_button)
    assert not hall.models.get("local@89abcdef").retired
    click(screen.check_button)
    assert ("check", ["local@89abcdef"]) in hall.calls


def test_what_came_of_a_check_is_told_once(make, hall):
    screen = make(ModelsScreen)
    hall.job(1, "check_model", "Checking starter", state="done")
    screen.refresh()
    assert "its file is whole" in screen.notice.words.text()
    screen.notice.say("")
    screen.refresh()
    assert screen.notice.isHidden()
    hall.model_checks.imported = lambda job: "new@1"
    hall.job(2, "check_model", "Checking new", state="done")
    screen.refresh()
    assert screen.notice.words.text().startswith("new@1 was taken in")


def test_who_answers_for_a_model_is_said():
    assert signed_words("imported", "ab-cd", "Oslo") == "Oslo, who signed it as ab-cd"
    assert signed_words("imported", "ab-cd", "ab-cd") == "Whoever signed it as ab-cd, whom a person here trusts"
    assert "came with" in signed_words("shipped", "", "")
    assert signed_words("made here", "", "").startswith("Nobody yet")
    assert signed_words("imported", "", "").startswith("Nobody: it is not signed")


def test_training_needs_a_split_then_starts_and_draws_its_curves(make, hall):
    screen = make(ModelsScreen)
    assert not screen.training.start_button.isEnabled()
    hall.splitting.draw()
    screen.refresh()
    screen.training.epochs.setValue(3)
    click(screen.training.start_button)
    assert any(view.task == "train" for view in hall.views.values())
    for epoch in (1, 2):
        screen.add_epoch(TrainingEpoch("job-0", epoch, 1.0 / epoch, {"ET": 0.1 * epoch, "TC": 0.2, "WT": 0.3}))
    assert screen.training.dice.points("ET") == [(1, 0.1), (2, 0.2)]
    screen.add_epoch(TrainingEpoch("job-1", 1, 0.9, {"ET": 0.5}))
    assert screen.training.dice.points("ET") == [(1, 0.5)]


def test_without_validation_cases_there_is_no_empty_plot_of_dice(make, hall):
    screen = make(ModelsScreen)
    screen.add_epoch(TrainingEpoch("job-0", 1, 0.5, {}))
    assert not screen.training.loss.isHidden()
    assert screen.training._scored.isHidden()
    assert screen.training.loss._plot.getAxis("bottom")._tickLevels == [[(1, "1")]]
    screen.add_epoch(TrainingEpoch("job-0", 2, 0.4, {"ET": 0.5}))
    assert not screen.training._scored.isHidden()


def test_a_share_of_the_brain_is_shown_as_percent():
    assert measured("covered_FLAIR", 0.994) == ("FLAIR: brain inside the image", "99.4 %")
    assert measured("shift_mm", 2.9) == ("Shift", "2.9 mm")


def test_where_a_model_comes_from_is_said_in_words():
    starter = {"parent": "", "command": "installers/train_starter.py", "steps": 1267}
    assert lineage_words(starter) == "Trained for this program, before it came to this computer, 1267 steps"
    local = {"parent": "starter@0123", "weights": "of the parent", "command": "train"}
    local |= {"epochs": 3, "epoch": 2, "steps": 1}
    assert lineage_words(local) == "Trained on this computer, going on from starter@0123, epoch 2 of 3, 1 step"
    long = lineage_words({"parent": "0123456789abcdef" * 4, "command": "installers/train_starter.py"})
    assert long.endswith(", going on from 01234567"), "nobody reads 64 digits"
    federated = {
        "parent": "starter@0123",
        "weights": "averaged",
        "command": "federation publish",
        "federation": "fets-1",
    }
    federated |= {"round": 3, "rounds": 9, "chosen by": "a person"}
    said = (
        "Averaged over the sites of the federation fets-1, round 3 of 9, chosen by a person, going on from starter@0123"
    )
    assert lineage_words(federated) == said, "not one that came with the program"
    assert lineage_words({"round": 7}) == "Round 7"
    assert lineage_words({}) == ""


def test_by_how_much_eight_bits_changed_the_scores_is_said_with_its_interval(make, hall):
    stored = hall.stored_models[0]
    scores = {**stored.card.scores, "int8_drop_interval": [-0.0001, 0.0005]}
    hall.stored_models[0] = replace(stored, card=replace(stored.card, scores=scores))
    words = make(ModelsScreen).view._where.text()
    assert "its mean Dice changed by -0.0002." in words
    assert "case by case, is -0.0005 to +0.0001." in words
    assert len(eight_bits_words({"int8_drop": 0.1})) == 1, "cards of before say only the drop"
    assert eight_bits_words({"f32": {}}) == []
    told = {"int8_drop": 0.1, "int8_cases": 22, "int8_control": True}
    assert eight_bits_words(told)[1:] == [
        "That was measured on 22 cases.",
        "Its parts that matter most stayed in 32 bits for that.",
    ]
    assert eight_bits_words({**told, "int8_on": "nine cases"})[1] == "That was measured on nine cases."


def test_scores_that_are_incomplete_are_left_out():
    assert score_rows({"f32": {"ET": 0.5}, "on": "x", "int8_drop": 0.1}) == []
    table = score_rows({"int8": {"ET": 0.5, "TC": 0.6, "WT": 0.7}})
    assert table == [("8-bit", ["0.500", "0.600", "0.700", "0.600"])]
    nan = float("nan")
    assert score_rows({"int8": {"ET": nan, "TC": 0.6, "WT": 0.7}}) == []
    assert score_rows({"int8": {"ET": 0.5, "TC": 0.6, "WT": 0.7, "mean": nan}}) == table
    assert eight_bits_words({"int8_drop": nan}) == []
    assert len(eight_bits_words({"int8_drop": 0.1, "int8_drop_interval": [nan, 0.1]})) == 1


# --- Settings


def test_every_setting_has_a_control_that_shows_and_takes_its_value(make, hall):
    screen = make(SettingsScreen)
    assert set(screen.controls) == set(SETTINGS)
    box = screen.controls["review.outlines"]
    assert isinstance(box, QCheckBox)
    box.setChecked(False)
    assert hall.settings.get("review.outlines") is False
    screen.controls["review.opacity"].setValue(0.65)
    assert hall.settings.get("review.opacity") == 0.65
    combo = screen.controls["review.keymap"]
    combo.setCurrentIndex(combo.findData("slicer"))
    assert hall.settings.get("review.keymap") == "slicer"
    hall.settings.set("review.opacity", 0.2)
    screen.refresh()
    assert screen.controls["review.opacity"].value() == 0.2


def test_a_change_that_the_disk_refuses_is_told_and_not_shown_as_taken(make, hall):
    screen = make(SettingsScreen)
    hall.fail = StudyError("disk-full")
    box = screen.controls["review.outlines"]
    box.setChecked(False)
    assert dialog_of(screen, ErrorDialog).words[0] == "The disk is full"
    assert box.isChecked(), "it does not hold"
    dialog_of(screen, ErrorDialog).reject()


def test_a_refused_value_is_said_beside_its_control(make, hall, monkeypatch):
    screen = make(SettingsScreen)
    screen._take("review.opacity", 7.0)
    assert "must lie between" in screen._faults["review.opacity"].text()
    screen._take("review.opacity", 0.5)
    assert screen._faults["review.opacity"].isHidden()


# --- Help


def test_every_place_has_a_page_and_links_lead_to_pages(make):
    assert {place.name for place in PLACES} <= set(pages())
    screen = make(HelpScreen)
    screen.open_case("review")
    assert screen.page() == "review"
    screen.browser.anchorClicked.emit(QUrl("import.md"))
    assert screen.page() == "import"


def test_words_find_pages(make):
    screen = make(HelpScreen)
    everything = screen.list.count()
    screen.search.setText("zoom wheel")
    assert 0 < screen.list.count() < everything
    screen.search.setText("xyzzy")
    assert screen.list.count() == 0


def test_headings_are_larger_than_the_text(make):
    screen = make(HelpScreen)
    block = screen.browser.document().begin()
    assert block.begin().fragment().charFormat().font().pixelSize() == 22


@pytest.mark.parametrize("kind", [PrepareScreen, SplitScreen, SegmentScreen])
def test_empty_screens_say_what_comes_first(keep, qt, kind):
    screen = keep(kind(FakeHall(0)), size=(1000, 700))
    if actions := screen.header_actions():
        keep(actions, shown=False)
    assert screen._pages.currentIndex() == 0
