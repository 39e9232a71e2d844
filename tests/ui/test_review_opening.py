"""Review opens a case without holding up the window: it says so at once, reads beside, forgets what nobody wants."""

import threading
import time
from dataclasses import replace

import pytest

from fets_desktop.study.errors import StudyError
from fets_desktop.ui.screens.review.screen import ReviewScreen
from tests.ui.conftest import settle
from tests.ui.hands import until

FIRST, SECOND, FRESH = "GLI-0117", "GLI-0118", "GLI-0121"


class Slow:
    """A reader that waits until it may go on."""

    def __init__(self, hall):
        self.gates = {}
        self.read = []
        hall.reviewing.reader = self.reader
        self._hall = hall
        self.error = None

    def reader(self, case):
        gate = self.gates.setdefault(case, threading.Event())

        def read():
            assert threading.current_thread() is not threading.main_thread()
            assert gate.wait(120)
            self.read.append(case)
            if self.error:
                raise self.error

        return read


@pytest.fixture
def slow(hall):
    made = Slow(hall)
    yield made
    for gate in made.gates.values():
        gate.set()
    end = time.monotonic() + 60
    while any(thread.name == "reading" for thread in threading.enumerate()) and time.monotonic() < end:
        time.sleep(0.01)


@pytest.fixture
def screen(keep, hall, slow, qt):
    shown = keep(ReviewScreen(hall), size=(1300, 800))
    keep(shown.header_actions(), shown=False)
    settle(qt)
    yield shown
    shown.leave()
    settle(qt)


def test_opening_is_said_at_once_and_the_window_answers_meanwhile(screen, slow, qt):
    began = time.monotonic()
    screen.open_case(FIRST)
    assert time.monotonic() - began < 60, "nobody waited for the gate"
    assert screen.stage.missing.heading == f"Opening {FIRST}…"
    assert screen.desk.session is None
    settle(qt)
    slow.gates[FIRST].set()
    until(lambda: screen.desk.case == FIRST)
    assert screen.stage.missing is None
    assert not screen.panel.isHidden()


def test_a_slice_that_was_asked_for_is_shown_as_soon_as_the_case_is_open(screen, slow, qt):
    screen.open_case(f"{FIRST}#21")
    slow.gates[FIRST].set()
    until(lambda: screen.desk.case == FIRST)
    x, y, z = screen.viewer.state.cursor
    assert z == 21
    screen.viewer.state.look_at((x, y, 5))
    screen.open_case(FIRST)
    assert screen.viewer.state.cursor == (x, y, 5), "asked for once"
    screen.open_case(f"{FIRST}#9")
    assert screen.viewer.state.cursor == (x, y, 9), "in a case that is open already, too"
    screen.open_case(f"{SECOND}#7")
    screen._clicked(FIRST)
    slow.gates[SECOND].set()
    settle(qt)
    screen._clicked(SECOND)
    until(lambda: screen.desk.case == SECOND)
    assert screen.viewer.state.cursor[2] != 7, "meanwhile another case was chosen by hand"


def test_a_newer_proposal_of_an_approved_case_is_not_taken_for_what_was_approved(screen, hall, slow, qt):
    old = hall.annotations[SECOND][-1]
    signed = replace(old, approved_by="Dr. Weber", approved_at=old.created)
    hall.annotations[SECOND] = [signed, replace(old, id=f"{SECOND}/{old.number + 1}", number=old.number + 1)]
    slow.gates.setdefault(SECOND, threading.Event()).set()
    screen.open_case(SECOND)
    until(lambda: screen.desk.case == SECOND)
    said = f"Version {old.number} is approved, and counts. "
    said += f"Shown is version {old.number + 1}, which nobody has approved."
    assert screen.stage.notice.words.text() == said
    hall.annotations[SECOND] = [signed]


def test_another_case_is_chosen_while_the_first_is_read(screen, slow, qt):
    screen.open_case(FIRST)
    screen.open_case(SECOND)
    slow.gates[SECOND].set()
    until(lambda: screen.desk.case == SECOND)
    slow.gates[FIRST].set()
    until(lambda: FIRST in slow.read)
    settle(qt)
    assert screen.desk.case == SECOND, "the first is forgotten"


def test_a_case_that_lacks_something_forgets_the_one_on_its_way(screen, slow, qt):
    screen.open_case(FIRST)
    screen.open_case(FRESH)
    slow.gates[FIRST].set()
    until(lambda: FIRST in slow.read)
    settle(qt)
    assert screen.desk.session is None
    assert FRESH in screen.stage.missing.heading


def test_facts_while_a_case_is_read_do_not_begin_anew(screen, slow, hall, qt):
    screen.open_case(FIRST)
    for _ in range(3):
        screen.refresh()
    slow.gates[FIRST].set()
    until(lambda: screen.desk.case == FIRST)
    settle(qt)
    assert slow.read == [FIRST]


def test_images_that_cannot_be_read_are_told(screen, slow, qt):
    told = []
    screen.tell = told.append
    slow.error = StudyError("unreadable-image", "The file is not there.")
    screen.open_case(FIRST)
    slow.gates[FIRST].set()
    until(lambda: bool(told))
    assert told[0].code == "unreadable-image"
    assert "could not be opened" in screen.stage.missing.heading


def test_labels_older_than_the_images_are_said(screen, slow, hall, qt):
    hall.on_earlier_brain.add(f"{FIRST}/1")
    screen.open_case(FIRST)
    slow.gates[FIRST].set()
    until(lambda: screen.desk.case == FIRST)
    assert "images were made anew" in screen.stage.notice.words.text()
