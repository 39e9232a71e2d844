"""Every place as a screen reader reads it (QAccessible), the way of Tab, labels that colour-blind people tell apart."""

from itertools import combinations, pairwise

import numpy as np
import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QAccessible, QColor
from PySide6.QtWidgets import QAbstractScrollArea, QWidget

from fets_desktop.study.labels import REGIONS, Tissue
from fets_desktop.ui.places import PLACES
from fets_desktop.ui.shell import MainWindow
from fets_desktop.ui.theme import ROLES, TISSUE_COLOURS
from tests.ui.conftest import settle
from tests.ui.pictures import fill

BLINDNESS = {
    "protan": ((0.152286, 1.052583, -0.204868), (0.114503, 0.786281, 0.099216), (-0.003882, -0.048116, 1.051998)),
    "deutan": ((0.367322, 0.860646, -0.227968), (0.280085, 0.672501, 0.047413), (-0.011820, 0.042940, 0.968881)),
    "tritan": ((1.255528, -0.076749, -0.178779), (-0.078411, 0.930809, 0.147602), (0.004733, 0.691367, 0.303900)),
}
"""How linear red, green and blue are seen without one of the three cones. Source: Machado et al. 2009, severity 1."""
XYZ = ((0.4124564, 0.3575761, 0.1804375), (0.2126729, 0.7151522, 0.0721750), (0.0193339, 0.1191920, 0.9503041))
WHITE = (0.95047, 1.0, 1.08883)
APART = 20
"""Delta E (CIE 1976) that two labels differ by at least: ten times what is just noticed side by side (2.3)."""


def linear(colour):
    parts = np.array(QColor(colour).getRgb()[:3]) / 255
    return np.where(parts <= 0.04045, parts / 12.92, ((parts + 0.055) / 1.055) ** 2.4)


def lab(rgb):
    """Return CIE L*a*b* of linear sRGB, under D65."""
    x, y, z = (np.array(XYZ) @ np.clip(rgb, 0, 1)) / WHITE
    f = [np.cbrt(t) if t > 216 / 24389 else (24389 / 27 * t + 16) / 116 for t in (x, y, z)]
    return np.array([116 * f[1] - 16, 500 * (f[0] - f[1]), 200 * (f[1] - f[2])])


@pytest.mark.parametrize("eyes", ["all cones", *BLINDNESS])
def test_labels_are_told_apart_whichever_cones_a_reader_has(eyes):
    seen = {
        tissue: lab(np.array(BLINDNESS.get(eyes, np.eye(3))) @ linear(colour))
        for tissue, colour in TISSUE_COLOURS.items()
    }
    near = {
        (one.value, other.value): round(float(distance), 1)
        for one, other in combinations(seen, 2)
        if (distance := np.linalg.norm(seen[one] - seen[other])) < APART
    }
    assert set(seen) == set(Tissue)
    assert near == {}


@pytest.mark.parametrize("look", [0, 1])
@pytest.mark.parametrize("eyes", ["all cones", *BLINDNESS])
def test_curves_of_regions_are_told_apart_too_on_either_ground(eyes, look):
    seen = [lab(np.array(BLINDNESS.get(eyes, np.eye(3))) @ linear(ROLES[region][look])) for region in REGIONS]
    assert min(np.linalg.norm(one - other) for one, other in combinations(seen, 2)) >= APART


@pytest.fixture
def window(keep, hall, qt):
    fill(hall)
    hall.job(1, "prepare", "Preparing GLI-0121", "GLI-0121", fraction=0.4)
    hall.report(2)
    return keep(MainWindow(hall), size=(1366, 768))


def used_by_tab(root):
    """Return the controls that Tab reaches, in its order."""
    found, widget = [], root.nextInFocusChain()
    while widget is not root:
        tabbed = widget.focusPolicy() & Qt.FocusPolicy.TabFocus and widget.focusProxy() is None
        if tabbed and widget.isEnabled() and widget.isVisibleTo(root) and widget.window() is root:
            found.append(widget)
        widget = widget.nextInFocusChain()
    return found


def told(widget):
    """Return a control in words that find it in the code."""
    return (
        f"{type(widget).__name__} {widget.accessibleName() or widget.objectName()} in {type(widget.parent()).__name__}"
    )


def silent(controls):
    """Return the controls that a screen reader has no name for."""
    return [
        told(widget)
        for widget in controls
        if not (spoken := QAccessible.queryAccessibleInterface(widget)) or not spoken.text(QAccessible.Text.Name)
        # a frame that scrolls says what is in it
        if not (type(widget).__name__ == "QScrollArea" and isinstance(widget, QAbstractScrollArea))
    ]


def backwards(controls, root):
    """Return neighbours on Tab's way, of one parent, of which the second stands above and left of the first."""
    places = [(widget.parent(), widget.mapTo(root, QPoint(0, 0)), told(widget)) for widget in controls]
    return [
        f"{first} -> {second}"
        for (parent, one, first), (other_parent, other, second) in pairwise(places)
        if parent is other_parent and other.y() < one.y() and other.x() <= one.x()
    ]


def test_every_control_that_tab_reaches_has_a_name_and_comes_once_and_in_order(window, qt):
    wrong = {}
    for place in PLACES:
        window.open_place(place.name)
        settle(qt)
        controls = used_by_tab(window)
        screen = window.screen_of(place.name)
        inside = [widget for widget in controls if screen.isAncestorOf(widget)]
        assert len(controls) == len(set(map(id, controls)))
        assert inside, f"Tab reaches nothing under {place.name}"
        if found := [*silent(controls), *backwards(controls, window)]:
            wrong[place.name] = found
    assert wrong == {}


def test_what_can_be_pressed_is_reached_by_tab(window, qt):
    """A button that only a mouse reaches is none for many; those of the pictures have keys of their own (?)."""
    missed = {}
    for place in PLACES:
        window.open_place(place.name)
        settle(qt)
        reached = set(map(id, used_by_tab(window)))
        clicked = [
            told(widget)
            for widget in window.findChildren(QWidget)
            if type(widget).__name__
            in ("QPushButton", "QCheckBox", "QComboBox", "QLineEdit", "QSpinBox", "QDoubleSpinBox")
            if widget.isEnabled() and widget.isVisibleTo(window) and widget.window() is window
            if id(widget) not in reached
            and type(widget.parent()).__name__ not in ("QComboBox", "QSpinBox", "QDoubleSpinBox")
        ]
        if clicked:
            missed[place.name] = clicked
    assert missed == {}
