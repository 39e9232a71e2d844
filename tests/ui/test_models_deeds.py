"""What is asked for in Models reaches the hall, and what came of it is told."""

import pytest

from fets_desktop.ui.screens.models import ModelsScreen
from tests.ui.conftest import settle
from tests.ui.hands import click


@pytest.fixture
def models(keep, hall, qt):
    shown = keep(ModelsScreen(hall), size=(1200, 800))
    keep(shown.header_actions(), shown=False)
    settle(qt)
    return shown


def test_a_training_may_end_early_where_there_is_something_to_score_it_on(models, hall):
    assert not models.training.early.isEnabled()
    hall.splitting.draw()
    models.refresh()
    assert hall.split.validation
    models.training.epochs.setValue(9)
    assert not models.training.patience.isEnabled()
    click(models.training.start_button)
    assert hall.calls[-2] == ("train", 9, 0)
    hall.views.clear()
    models.refresh()
    click(models.training.early)
    models.training.patience.setValue(4)
    click(models.training.start_button)
    assert hall.calls[-2] == ("train", 9, 4)


def test_that_a_training_ended_early_is_told_with_its_model(models, hall):
    hall.training.stopped = {"job-1": "It stopped after epoch 5 of 9."}.get
    hall.job(1, "train", "Training", "", "done")
    models.refresh()
    assert models.notice.words.text().endswith("It stopped after epoch 5 of 9.")
