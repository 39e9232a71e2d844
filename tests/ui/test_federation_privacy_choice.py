"""Cutting and blurring what leaves: a choice at joining, with what it promises in plain words, shown ever after."""

from dataclasses import replace

import pytest

from fets_desktop.study.errors import StudyError
from fets_desktop.study.federation import Ethics, Membership
from fets_desktop.study.privacy import Privacy
from fets_desktop.ui.screens.federation.screen import FederationScreen
from tests.ui.fake_federation import PLAN, rows_of
from tests.ui.hands import until


@pytest.fixture
def screen(make, hall):
    hall.splitting.draw()
    hall.federating.put(Membership.CERTIFIED)
    return make(FederationScreen)


def test_nothing_is_cut_unless_a_person_wants_it(screen):
    choice = screen.joining.ethics.privacy
    assert choice.isVisible()
    assert choice.privacy() is None
    assert not choice.clip.isVisible()
    assert choice.words.isHidden()


def test_the_choice_says_what_it_promises_for_all_rounds(screen):
    choice = screen.joining.ethics.privacy
    choice.wanted.setChecked(True)
    choice.clip.setValue(2.0)
    choice.noise.setValue(0.001)
    assert choice.privacy() == Privacy(0.02, 0.001)
    assert "is being worked out" in choice.words.text()
    until(lambda: "epsilon" in choice.words.text())
    told = choice.words.text()
    assert f"After all {PLAN.rounds} rounds: epsilon over 1,000 at delta 0.00001;" in told
    assert "promises hardly anything" in told
    assert "0.11 times as large as the model" in told
    assert "drowns" not in told
    assert "Mean scores and the mean loss are sent as they are" in told
    choice.noise.setValue(2.0)
    until(lambda: "epsilon" in choice.words.text())
    assert "drowns what was learnt" in choice.words.text()
    choice.noise.setValue(0.0)
    assert "nothing is promised" in choice.words.text()


def test_what_was_chosen_is_agreed_to_and_shown(screen, hall):
    screen.join(Ethics("REK 2026/417", "2026-02-11"), False, True, Privacy(0.02, 3.0))
    assert hall.calls[-2] == (
        "agree", PLAN.id, Ethics("REK 2026/417", "2026-02-11"), False, True, Privacy(0.02, 3.0),
    )  # fmt: skip
    screen.refresh()
    figure = screen.joined.state._figures["privacy"]
    assert figure.text() == "with noise"
    hall.federating.rows = [replace(row, epsilon=1.234) for row in rows_of(3)]
    screen.refresh()
    assert figure.text() == "epsilon 1.23"
    hall.federating.rows = [replace(row, epsilon=None) for row in rows_of(3)]
    screen.refresh()
    assert figure.text() == "nothing promised"
    leaving = [item.what for item in hall.joining.leaving(PLAN.id)]
    assert any("cut to 2 % of the common model's size, with noise of 3 times that" in what for what in leaving)
    screen._read_plan()
    choice = screen.joining.ethics.privacy
    assert (choice.wanted.isChecked(), choice.clip.value(), choice.noise.value()) == (True, 2.0, 3.0)
    assert not choice.wanted.isEnabled()


def test_a_site_that_only_validates_has_nothing_to_choose(make, hall):
    hall.federating.put(Membership.CERTIFIED, plan=replace(PLAN, trainers=("north",), validators=("oslo",)))
    screen = make(FederationScreen)
    assert not screen.joining.ethics.privacy.isVisible()


def test_what_cannot_be_worked_out_is_told_and_not_waited_for(screen):
    def none() -> float:
        raise StudyError("no-training")

    choice = screen.joining.ethics.privacy
    choice.set_accounting(lambda *_: none)
    choice.wanted.setChecked(True)
    until(lambda: "does not train" in choice.words.text())
