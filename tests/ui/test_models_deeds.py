"""What is asked for in Models reaches the hall, and what came of it is told."""

from dataclasses import replace
from itertools import pairwise
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFileDialog, QLabel, QScrollArea

from fets_desktop.app.models import Signer
from fets_desktop.app.shipped import ShippedModel
from fets_desktop.app.training import FAMILIES
from fets_desktop.study.facts import TrainingEpoch
from fets_desktop.ui.screens.models.quantizing import QuantizeDialog
from fets_desktop.ui.screens.models.screen import ModelsScreen
from fets_desktop.ui.screens.models.shipped import ShippedDialog
from fets_desktop.ui.screens.models.signers import SignersDialog
from fets_desktop.ui.widgets.delegates import DETAIL_ROLE
from tests.ui.conftest import settle
from tests.ui.hands import click


@pytest.fixture
def models(keep, hall, qt):
    shown = keep(ModelsScreen(hall), size=(1200, 800))
    keep(shown.header_actions(), shown=False)
    settle(qt)
    return shown


def test_a_shipped_model_is_taken_in_by_a_click(models, hall):
    card = hall.stored_models[0].card
    hall.offered = [ShippedModel("starter-deepmedic", replace(card, family="deepmedic"), Path("/ships/one.fetsmodel"))]
    models.files.show_shipped()
    dialog = models.findChild(ShippedDialog)
    told = [each.text() for each in dialog.findChildren(QLabel)]
    assert "DeepMedic  ·  8-bit" in told
    assert card.training_data in told
    assert f"Dice: ET 0.701, TC 0.692, WT 0.830, mean 0.741. {card.scores['on'].capitalize()}." in told
    click(dialog.buttons[0])
    assert hall.calls[-1] == ("start_import", Path("/ships/one.fetsmodel"), "")
    assert not dialog.isVisible()
    hall.offered = []
    models.files.show_shipped()
    dialog = models.findChildren(ShippedDialog)[-1]
    assert "Every model that ships is here already." in [each.text() for each in dialog.findChildren(QLabel)]
    click(dialog.close_button)


def test_a_long_name_leaves_the_day_a_model_came_to_be_read(models, hall):
    long = replace(hall.stored_models[0].card, name="starter-deepmedic")
    hall.stored_models[0] = replace(hall.stored_models[0], card=long)
    models.refresh()
    item = next(
        models.list.item(line) for line in range(models.list.count()) if "deepmedic" in models.list.item(line).text()
    )
    room = models.list.viewport().width() - 40
    for words in (item.text(), item.data(DETAIL_ROLE)):
        assert words
        assert models.list.fontMetrics().horizontalAdvance(words) < room
    assert item.data(Qt.ItemDataRole.AccessibleTextRole) == f"{item.text()}, {item.data(DETAIL_ROLE)}"


def test_who_proposes_already_says_why_it_cannot_be_let_to(models, hall):
    assert models.current() == hall.models.current().id
    assert not models.current_button.isEnabled()
    assert models.current_button.toolTip() == "It does so already."


def test_a_training_may_end_early_where_there_is_something_to_score_it_on(models, hall):
    assert not models.training.early.isEnabled()
    hall.splitting.draw()
    models.refresh()
    assert hall.split.validation
    models.training.epochs.setValue(9)
    assert not models.training.patience.isEnabled()
    click(models.training.start_button)
    assert hall.calls[-2] == ("train", 9, 0, "resunet")
    hall.views.clear()
    models.refresh()
    click(models.training.early)
    models.training.patience.setValue(4)
    click(models.training.start_button)
    assert hall.calls[-2] == ("train", 9, 4, "resunet")


def test_another_kind_of_network_is_trained_from_the_window(models, hall):
    hall.splitting.draw()
    models.refresh()
    words = models.training.findChildren(QLabel)
    assert any(each.text().startswith("Goes on from the current model") for each in words)
    assert [models.training.families.itemData(n) for n in range(models.training.families.count())] == list(FAMILIES)
    models.training.families.setCurrentIndex(models.training.families.findData("deepscan"))
    assert any(each.text().startswith("Begins with new weights") for each in words)
    click(models.training.start_button)
    assert ("train", 1, 0, "deepscan") in hall.calls


def test_that_a_training_ended_early_is_told_with_its_model(models, hall):
    hall.training.stopped = {"job-1": "It stopped after epoch 5 of 9."}.get
    hall.job(1, "train", "Training", "", "done")
    models.refresh()
    assert models.notice.words.text().endswith("It stopped after epoch 5 of 9.")


GATE = {"int8_drop": 0.02, "int8_gate": 0.0005, "int8_cases": 4, "int8_drop_interval": [0.01, 0.03]}


def test_a_model_is_made_small_on_the_cases_that_a_person_chooses(models, hall, tmp_path):
    click(models.quantize_button)
    dialog = models.findChild(QuantizeDialog)
    assert not dialog.own_button.isEnabled(), "no split, no case of one's own to compare on"
    click(dialog.control)
    click(dialog.folder_button)
    models.findChild(QFileDialog).fileSelected.emit(str(tmp_path))
    assert ("quantize", "starter@0123abcd", Path(tmp_path), True) in hall.calls
    hall.splitting.draw()
    click(models.quantize_button)
    dialog = models.findChildren(QuantizeDialog)[-1]
    click(dialog.own_button)
    assert ("quantize", "starter@0123abcd", None, False) in hall.calls


def test_only_a_model_whose_weights_are_here_can_be_made_small(models):
    models.open_case("local@89abcdef")
    assert not models.quantize_button.isEnabled()
    assert "trainable weights" in models.quantize_button.toolTip()


def test_how_far_a_quantization_is_and_what_the_gate_answered_is_told_once(models, hall):
    assert models.quantizations.isHidden()
    hall.job(1, "quantize", "Quantizing starter", fraction=0.5, note="Scoring the network in f32")
    models.refresh()
    assert not models.quantizations.isHidden()
    hall.quantized["job-1"] = {"model": "local@89abcdef", "scores": GATE, "passed": False}
    hall.job(1, "quantize", "Quantizing starter", "", "done")
    models.refresh()
    assert models.quantizations.isHidden()
    words = models.notice.words.text()
    assert "local@89abcdef was made." in words
    assert "-0.03000 to -0.01000" in words
    assert "runs in 32 bits" in words
    click(models.notice._action)
    assert models.current() == "local@89abcdef"
    models.notice.say("")
    models.refresh()
    assert models.notice.isHidden()


def test_a_signer_can_be_trusted_no_longer(models, hall):
    hall.signers[:] = [
        Signer("aaaa-bbbb", "Oslo", "2026-10-01T08:00:00Z"),
        Signer("cccc-dddd", "", "2026-10-02T08:00:00Z"),
    ]
    models.files.show_signers()
    dialog = models.findChild(SignersDialog)
    assert "0123-4567" in dialog.own.text()
    assert [b.accessibleName() for b in dialog.buttons] == ["No longer trust Oslo", "No longer trust cccc-dddd"]
    click(dialog.buttons[0])
    assert [s.name for s in hall.signers] == [""]
    assert len(dialog.buttons) == 1


def test_what_is_told_is_seen_however_far_the_page_is_scrolled(models, hall, qt):
    hall.splitting.draw()
    models.resize(1200, 500)
    for epoch in (1, 2):
        models.add_epoch(TrainingEpoch("job-1", epoch, 0.5, {"ET": 0.0, "TC": 0.0, "WT": 0.0}))
    settle(qt)
    scroll = next(area for area in models.findChildren(QScrollArea) if area.isAncestorOf(models.training))
    scroll.verticalScrollBar().setValue(scroll.verticalScrollBar().maximum())
    models.notice.say("A model was made.")
    settle(qt)
    scroll.verticalScrollBar().setValue(scroll.verticalScrollBar().maximum())
    assert scroll.verticalScrollBar().value() > models.notice.height()
    assert not models.notice.visibleRegion().isEmpty()


def test_the_names_of_curves_that_end_together_do_not_cover_each_other(models, qt):
    models.add_epoch(TrainingEpoch("job-1", 1, 0.5, {"ET": 0.0, "TC": 0.0, "WT": 0.0}))
    settle(qt)
    curves = models.training.dice
    low, high = curves._plot.viewRange()[1]
    per_pixel = (high - low) / curves._plot.height()
    heights = sorted(end.pos().y() for end in curves._ends.values())
    assert all((b - a) / per_pixel >= 14 for a, b in pairwise(heights))
