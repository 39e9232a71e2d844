"""Segment tells where the model was undecided, if it is asked to; a slice leads into Review."""

import pytest
from PySide6.QtWidgets import QLabel, QPushButton

from fets_desktop.app.segmenting import Undecided
from fets_desktop.study.case import Surgery
from fets_desktop.ui.screens.segment.screen import SegmentScreen
from fets_desktop.ui.segment_table import CASE
from tests.ui.conftest import settle
from tests.ui.hands import click

SMALL = (1306, 648)
"""What a window of 1366 x 768 leaves a screen."""
MODEL = "local@89abcdef"


def choose(screen, case):
    row = next(r for r in range(screen.model.rowCount()) if screen.model.case(r).id == case)
    screen.table.setCurrentIndex(screen.model.index(row, CASE))


def words(screen):
    return [each.text() for each in screen.undecided.findChildren(QLabel)]


def seen(screen):
    return [each.text() for each in screen.undecided.findChildren(QLabel) if each.isVisible() and each.text()]


@pytest.mark.parametrize("asked", [False, True])
def test_a_model_is_asked_where_it_is_undecided_if_it_is_ticked(make, hall, asked):
    screen = make(SegmentScreen)
    assert screen.doubting.isVisible()
    screen.doubting.setChecked(asked)
    hall.segmenting.say_surgery(["GLI-0120"], Surgery.BEFORE)
    screen._mark_new()
    click(screen.start_button)
    assert ("segment", ["GLI-0120"]) in hall.calls
    assert (("uncertainty", ["GLI-0120"]) in hall.calls) is asked
    screen.number.button(1).click()
    assert not screen.doubting.isVisible(), "several tell where they disagree"


def test_the_slices_to_look_at_first_lead_into_review(make, hall):
    looks = {"ET": [(71, 312.4), (90, 40.0)], "TC": [], "WT": [(60, 900.0)]}
    hall.undecided["GLI-0117"] = Undecided(MODEL, "GLI-0117/3", looks)
    screen = make(SegmentScreen)
    assert not screen.undecided.isVisible()
    choose(screen, "GLI-0117")
    assert screen.undecided.isVisible()
    assert "local, version 3" in words(screen)
    assert [text for text in words(screen) if "up to" in text] == ["up to 312 mm²", "up to 900 mm²"]
    places = {each.text(): each for each in screen.undecided.findChildren(QPushButton)}
    assert list(places) == ["72", "91", "61"], "as Review numbers them"
    assert places["91"].accessibleName() == "Slice 91: undecided about ET, as much as 40 mm² of half against half"
    went = []
    screen.go.connect(lambda place, case: went.append((place, case)))
    click(places["61"])
    assert went == [("review", "GLI-0117#60")]
    choose(screen, next(case for case in ("GLI-0118", "GLI-0120") if case in hall.store))
    assert not screen.undecided.isVisible()


def test_a_model_that_was_sure_everywhere_says_so(make, hall):
    hall.undecided["GLI-0117"] = Undecided(MODEL, "GLI-0117/3", {"ET": [], "TC": [], "WT": []})
    screen = make(SegmentScreen)
    choose(screen, "GLI-0117")
    assert any(text.startswith("It was sure everywhere.") for text in words(screen))
    assert not screen.undecided.findChildren(QPushButton)


def test_a_proposal_that_may_be_no_tumour_is_doubted_though_nobody_asked_for_slices(make, hall):
    hall.unsure["GLI-0117"] = "The model is sure of only 41% of what it outlines."
    screen = make(SegmentScreen)
    choose(screen, "GLI-0117")
    newest = hall.annotations["GLI-0117"][-1]
    named = f"{newest.author.removeprefix('model ').split('@')[0]}, version {newest.number}"
    assert seen(screen) == ["Look here first", "GLI-0117", named, "The model is sure of only 41% of what it outlines."]
    hall.undecided["GLI-0117"] = Undecided(MODEL, "GLI-0117/3", {"ET": [], "TC": [], "WT": []})
    hall.unsure.clear()
    screen.refresh()
    assert not any("41%" in text for text in seen(screen))


def test_a_doubt_is_in_sight_on_a_small_laptop(make, hall, qt):
    hall.unsure["GLI-0117"] = "The model is sure of only 41% of what it outlines. There may be no tumour at all."
    hall.undecided["GLI-0117"] = Undecided(MODEL, "GLI-0117/3", {r: [(60, 900.0)] for r in ("ET", "TC", "WT")})
    screen = make(SegmentScreen)
    screen.resize(*SMALL)
    choose(screen, "GLI-0117")
    settle(qt)
    card = screen.undecided
    assert card.visibleRegion().boundingRect() == card.rect(), "none of it lies below the fold"
    assert screen.table.height() > 200
