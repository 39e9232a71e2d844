"""Tools that act by a button, by keys alone: taken, told what to do, let act; no key means an edit elsewhere."""

from dataclasses import replace

import numpy as np
import pytest

from fets_desktop.ui.shell import MainWindow
from fets_desktop.ui.viewer.hand import Tool
from tests.ui.conftest import settle
from tests.ui.hands import key, until

PROPOSED = "GLI-0117"


@pytest.fixture
def screen(keep, hall, qt):
    window = keep(MainWindow(hall), size=(1366, 768))
    window.open_place("review", PROPOSED)
    window.activateWindow()
    settle(qt)
    until(window.isActiveWindow)
    review = window.screen_of("review")
    until(lambda: review.desk.session is not None)
    review.viewer.current.setFocus()
    return review


def hold(screen, tool, **options):
    """Take a tool in hand with the label that is largest, so that it has something to do."""
    state = screen.viewer.state
    array = state.scene.editor.labels.array
    value = int(np.bincount(array[array > 0]).argmax())
    state.set_hand(replace(state.hand, tool=tool, value=value))
    state.set_options(replace(state.options, **options))


def last(screen):
    edit = screen.viewer.state.scene.editor.history.next_undo
    return edit.patch.name if edit else ""


@pytest.mark.parametrize(
    ("tool", "words"), [(Tool.SMOOTH, "Smoothing"), (Tool.SWAP, "Swap"), (Tool.COPY, "Slice copied")]
)
def test_the_tools_key_and_enter_make_an_edit(screen, tool, words):
    hold(screen, Tool.CROSSHAIR, through=True, partner=1)
    key(screen.viewer.current, screen.viewer.keys.of(f"tool {tool}")[0])
    key(screen.viewer.current, "Return")
    until(lambda: last(screen).startswith(words))


def test_enter_accepts_what_the_tool_proposes_and_does_not_begin_anew(screen):
    hold(screen, Tool.GROW)
    work = screen.viewer.tooling.operations
    key(screen.viewer.current, "Return")
    assert work.busy
    key(screen.viewer.current, "Return")
    assert work.busy, "Enter must not stop what it began"
    until(lambda: not work.busy)


def test_enter_on_a_button_that_is_none_of_the_tools_makes_no_edit(screen, qt):
    hold(screen, Tool.SWAP, partner=1)
    screen.panel.flag.setFocus()
    key(screen.panel.flag, "Return")
    settle(qt)
    assert not last(screen)


def test_enter_with_a_tool_that_has_no_button_makes_no_edit(screen, qt):
    hold(screen, Tool.BRUSH)
    key(screen.viewer.current, "Return")
    settle(qt)
    assert not last(screen)


def test_one_key_leads_to_the_options_and_the_same_back(screen, qt):
    hold(screen, Tool.SMOOTH)
    pane = screen.viewer.current
    key(pane, "F2")
    first = screen.window().focusWidget()
    assert screen.panel.options.isAncestorOf(first)
    area = screen.panel._scroll.viewport()
    assert area.rect().contains(first.mapTo(area, first.rect().center())), "what has the keys is seen"
    key(first, "Return")
    until(lambda: last(screen).startswith("Smoothing"))
    key(first, "F2")
    assert screen.window().focusWidget() is pane


def test_a_tool_without_options_leads_to_the_brush_or_stays(screen):
    hold(screen, Tool.BRUSH)
    key(screen.viewer.current, "F2")
    assert screen.panel.brush.isAncestorOf(screen.window().focusWidget())


def test_what_changes_above_does_not_move_what_is_clicked_below(screen, qt):
    hold(screen, Tool.SMOOTH)
    settle(qt)
    panel = screen.panel
    panel._scroll.verticalScrollBar().setValue(panel.layers.y())
    settle(qt)
    before = panel.layers.mapTo(panel, panel.layers.rect().topLeft())
    hold(screen, Tool.CANDIDATE)
    settle(qt)
    assert panel.layers.mapTo(panel, before * 0) == before
    hold(screen, Tool.GROW)
    settle(qt)
    assert panel.layers.mapTo(panel, before * 0) == before


def test_what_changes_in_sight_stays_where_it_is(screen, qt):
    hold(screen, Tool.SMOOTH)
    settle(qt)
    bar = screen.panel._scroll.verticalScrollBar()
    hold(screen, Tool.CANDIDATE)
    settle(qt)
    assert bar.value() == 0
