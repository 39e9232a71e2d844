"""Every place in German and Spanish on a small screen: no English is left, and nothing is cut off.

The pictures lie in tests/pictures, for a person's eye.
"""

import ast
import re
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import QDeadlineTimer, QLocale
from PySide6.QtGui import QAction
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QComboBox, QLabel, QLineEdit, QMenu, QWidget

from fets_desktop.ui.languages import ENGLISH, speak
from fets_desktop.ui.places import PLACES
from fets_desktop.ui.shell import MainWindow
from tests.ui import fake_hall
from tests.ui.conftest import settle
from tests.ui.pictures import fill
from tests.ui.test_window_pictures import cut_off, picture

SMALL = (1366, 768)
ENGLISH_WORDS = re.compile(r"\b(the|of|is|are|and|with|yet|not|this|your|from|by)\b")


@pytest.fixture(params=["de", "es"])
def language(request, qt):
    speak(request.param)
    yield request.param
    speak(ENGLISH)
    QLocale.setDefault(QLocale.c())


def words_of(root):
    """Return all words that a person may see or hear below a widget."""
    found = set()
    for widget in filter(_said, [root, *root.findChildren(QWidget)]):
        found |= {widget.toolTip(), widget.accessibleName(), widget.accessibleDescription()}
        if isinstance(widget, QLabel | QAbstractButton):
            found.add(widget.text())
        elif isinstance(widget, QComboBox):
            found |= {widget.itemText(number) for number in range(widget.count())}
        elif isinstance(widget, QLineEdit):
            found.add(widget.placeholderText())
        found |= {action.text() for action in widget.actions() if isinstance(action, QAction)}
    return found - {""}


def _said(widget):
    """Return whether it is ours: the plots' library keeps menus that are never shown."""
    while widget is not None and not isinstance(widget, QMenu):
        widget = widget.parent()
    return widget is None


def english_of(root, data):
    """Return the English that is left below a widget, data apart."""
    found = []
    for words in sorted(words_of(root)):
        left = words
        for known in data:
            left = left.replace(known, "")
        if ENGLISH_WORDS.search(left):
            found.append(words)
    return found


def data_of_fakes():
    """Return what the stand-in for a workspace writes: a model's card, a finding, in the words of whoever made them."""
    tree = ast.parse(Path(fake_hall.__file__).read_text(encoding="utf-8"))
    texts = {node.value for node in ast.walk(tree) if isinstance(node, ast.Constant) and isinstance(node.value, str)}
    return sorted((text for text in texts if ENGLISH_WORDS.search(text)), key=len, reverse=True)


def test_every_place_speaks_it_and_has_room_for_it(keep, hall, qt, language):
    fill(hall)
    hall.chosen["review.reviewer"] = "Dr. Weber"
    hall.job(1, "prepare", "Preparing GLI-0121", "GLI-0121", fraction=0.42, note="Find the brain", seconds_left=130)
    hall.put(replace(hall.store["GLI-0118"], flag="T2 moves"))
    hall.report(3)
    window = keep(MainWindow(hall), size=SMALL)
    data, left, cut = data_of_fakes(), {}, {}
    for place in PLACES:
        window.open_place(place.name, "")
        settle(qt)
        QTest.qWait(150)
        picture(window, f"{place.name}-{language}")
        left[place.name] = english_of(window, data)
        # what was asked for is laid out when its words have come
        laid_out = QDeadlineTimer(30_000)
        while cut_off(window) and not laid_out.hasExpired():
            QTest.qWait(20)
        cut[place.name] = cut_off(window)
    assert {place: words for place, words in left.items() if words} == {}
    assert {place: words for place, words in cut.items() if words} == {}
