"""Segment with several models: chosen by ticks, fused as asked, kept for new cases, and what came of it shown."""

from dataclasses import replace
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton

from fets_desktop.app.fusing import FusedProposal
from fets_desktop.study.case import Surgery
from fets_desktop.study.fusing import Fusion
from fets_desktop.ui.screens.segment.screen import SegmentScreen
from fets_desktop.ui.segment_table import CASE
from fets_desktop.ui.words import author_words
from tests.ui.hands import click

BOTH = ("local@89abcdef", "starter@0123abcd")


def standing(weight):
    return {part: {"weight": weight, "sensitivity": 0.9, "specificity": 0.999} for part in ("ET", "NCR", "ED")}


def fused(case):
    details = {
        "method": "simple",
        "per": "label",
        "members": list(BOTH),
        "failed": [{"model": "odd@11111111", "code": "bad-model", "detail": "It gives values that are no numbers."}],
        "standings": {name: standing(weight) for name, weight in zip(BOTH, (0.55, 0.45), strict=True)},
        "contested": {"ET": [[71, 312.0], [72, 300.0]], "TC": [], "WT": [[60, 900.0]]},
        "remark": "",
        "seconds": 4.0,
    }
    return FusedProposal("fused_simple@0123abcd", f"{case}/3", details, {"WT": Path("wt")})


def several(make):
    screen = make(SegmentScreen)
    screen.number.button(1).click()
    return screen


def test_several_models_are_ticked_and_fused(make, hall):
    screen = several(make)
    assert screen.candidates.isVisible()
    assert not screen.models.isVisible()
    screen._mark_new()
    assert not screen.start_button.isEnabled(), "nobody is ticked"
    for name in BOTH:
        screen.candidates.boxes[name].click()
        if name == BOTH[0]:
            assert not screen.start_button.isEnabled(), "one alone is not several"
            assert screen.start_button.accessibleName() == "Tick two models or more", "a closed door says why"
    screen.candidates.methods.setCurrentIndex(screen.candidates.methods.findData("majority"))
    screen.candidates.per.button(0).click()
    hall.segmenting.say_surgery(["GLI-0120"], Surgery.BEFORE)
    click(screen.start_button)
    assert ("fuse", BOTH, Fusion("majority", "region")) in hall.calls
    assert ("segment_candidates", ["GLI-0120"]) in hall.calls
    assert not any(call[0] == "segment" for call in hall.calls)


def test_what_proposes_by_itself_is_kept_and_found_again(make, hall):
    screen = several(make)
    assert not screen.candidates.always.isEnabled()
    for name in BOTH:
        screen.candidates.boxes[name].click()
    assert hall.chosen.get("segment.candidates", "") == ""
    screen.candidates.always.click()
    assert hall.settings.get("segment.candidates") == ", ".join(BOTH)
    again = make(SegmentScreen)
    assert again.number.button(1).isChecked()
    assert again.candidates.ticked() == list(BOTH)
    again.candidates.boxes[BOTH[0]].click()
    assert hall.settings.get("segment.candidates") == "", "one alone is the current one's own business"


def test_one_model_proposes_as_ever(make, hall):
    screen = several(make)
    screen.number.button(0).click()
    assert screen.models.isVisible()
    assert not screen.candidates.isVisible()
    hall.segmenting.say_surgery(["GLI-0120"], Surgery.BEFORE)
    screen._mark_new()
    click(screen.start_button)
    assert ("segment", ["GLI-0120"]) in hall.calls


def test_what_came_of_it_is_shown_for_the_case_in_hand(make, hall):
    hall.fused["GLI-0117"] = [fused("GLI-0117")]
    screen = make(SegmentScreen)
    assert not screen.fused.isVisible()
    row = next(r for r in range(screen.model.rowCount()) if screen.model.case(r).id == "GLI-0117")
    screen.table.setCurrentIndex(screen.model.index(row, CASE))
    assert screen.fused.isVisible()
    words = [label.text() for label in screen.fused.findChildren(type(screen.fused._what))]
    assert "SIMPLE on labels, version 3" in words
    assert "odd failed: It gives values that are no numbers." in words
    assert words.count("0.55") == 3
    places = {each.text(): each for each in screen.fused.findChildren(QPushButton)}
    assert [text for text in places if text.isdecimal()] == ["72", "73", "61"], "as Review numbers them"
    assert places["73"].toolTip() == "Slice 73: not all agree about 300 mm² of ET"
    words = [label.text() for label in screen.fused.findChildren(type(screen.fused._what))]
    assert [text for text in words if "mm²" in text] == ["up to 312 mm²", "up to 900 mm²"]
    went = []
    screen.go.connect(lambda place, case: went.append((place, case)))
    click(places["Look at it in Review"])
    click(places["73"])
    assert went == [("review", "GLI-0117"), ("review", "GLI-0117#72")]
    other = next(r for r in range(screen.model.rowCount()) if screen.model.case(r).id != "GLI-0117")
    screen.table.setCurrentIndex(screen.model.index(other, CASE))
    assert not screen.fused.isVisible()


def test_the_forecast_counts_who_is_on_the_way(make, hall):
    screen = make(SegmentScreen)
    assert screen._forecast.text() == "2 cases are on their way to a proposal: about 21 min left."
    assert screen._forecast.textFormat() == Qt.TextFormat.PlainText


def test_a_fused_version_says_so_in_words(hall):
    version = replace(hall.annotations["GLI-0117"][0], author="model fused_voting@0123abcd")
    assert author_words(version) == "fusion (Voting (ITK))"
    assert author_words(replace(version, author="model fused@0123abcd")) == "model fused"


def test_a_start_leaves_the_keyboard_at_the_cases(make, hall):
    hall.fused["GLI-0117"] = [fused("GLI-0117")]
    screen = make(SegmentScreen)
    row = next(r for r in range(screen.model.rowCount()) if screen.model.case(r).id == "GLI-0117")
    screen.table.setCurrentIndex(screen.model.index(row, CASE))
    hall.segmenting.say_surgery(["GLI-0120"], Surgery.BEFORE)
    screen._mark_new()
    screen.start_button.setFocus()
    click(screen.start_button)
    assert screen.window().focusWidget() is screen.table, "a second Enter must not lead away, nor the panel scroll"
