"""A change of the theme reaches what is painted by others than the style sheet: curves, their names, magnifiers."""

import pyqtgraph as pg
import pytest
from PySide6.QtGui import QColor
from PySide6.QtWidgets import QLineEdit

from fets_desktop.ui.shell import MainWindow
from fets_desktop.ui.theme import ROLES, apply_theme
from fets_desktop.ui.widgets.curves import Curves
from fets_desktop.ui.widgets.help_browser import HelpBrowser
from tests.ui.conftest import settle


@pytest.fixture
def light_later(qt):
    """Takes the light theme while the window is open."""
    yield lambda: apply_theme("light")
    apply_theme("dark")


def test_curves_and_their_names_take_the_colours_of_the_new_theme(keep, light_later, qt):
    curves = keep(Curves("Dice", {"WT": "WT", "left": "accent"}))
    curves.add(1, {"WT": 0.8, "left": 0.5})
    for look, change in enumerate((lambda: None, light_later)):
        change()
        curves.tint()
        for curve, role in (("WT", "WT"), ("left", "accent")):
            wanted = QColor(ROLES[role][look])
            assert curves._lines[curve].opts["pen"].color() == wanted
            assert pg.mkBrush(curves._lines[curve].opts["symbolBrush"]).color() == wanted
            assert curves._ends[curve].textItem.defaultTextColor() == wanted


def test_links_of_a_help_page_take_the_colour_of_the_new_theme(keep, light_later, qt):
    browser = keep(HelpBrowser(), size=(700, 300))
    browser.show_page("help")
    settle(qt)
    browser.verticalScrollBar().setValue(60)
    light_later()
    settle(qt)
    assert QColor(ROLES["accent"][1]).name() in browser.toHtml()
    assert QColor(ROLES["accent"][0]).name() not in browser.toHtml()
    assert browser.verticalScrollBar().value() == 60


def middle_of(sign):
    """Return the strongest colour of an icon."""
    image = sign.icon().pixmap(64).toImage()
    pixels = (image.pixelColor(x, y) for x in range(image.width()) for y in range(image.height()))
    return max(pixels, key=lambda pixel: pixel.alpha())


@pytest.mark.parametrize("place", ["cases", "review", "help"])
def test_the_magnifier_of_a_search_follows(keep, hall, light_later, qt, place):
    window = keep(MainWindow(hall), size=(1600, 900))
    window.open_place(place)
    settle(qt)
    fields = window.screen_of(place).findChildren(QLineEdit)
    sign = next(field for field in fields if field.accessibleName().startswith("Find")).actions()[0]
    assert middle_of(sign) == QColor(ROLES["muted"][0])
    light_later()
    settle(qt)
    assert middle_of(sign) == QColor(ROLES["muted"][1])
