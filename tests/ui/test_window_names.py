"""Everything a person can use has a name for a screen reader, and colours can be read."""

import pytest
from PySide6.QtGui import QColor
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QAbstractSlider,
    QAbstractSpinBox,
    QComboBox,
    QDialog,
    QLineEdit,
    QMenu,
    QPlainTextEdit,
    QScrollBar,
    QTextEdit,
    QWidget,
)

from fets_desktop.review.display import LABEL_COLOURS
from fets_desktop.study.errors import StudyError
from fets_desktop.study.labels import REGIONS
from fets_desktop.study.resources import resource
from fets_desktop.ui.places import PLACES
from fets_desktop.ui.shell import MainWindow
from fets_desktop.ui.theme import ROLES, TISSUE_COLOURS
from fets_desktop.ui.viewer.keymaps import Keymap, Keys
from fets_desktop.ui.viewer.keys_dialog import KeysDialog
from fets_desktop.ui.viewer.pane import Pane
from fets_desktop.ui.viewer.view3d import View3D
from fets_desktop.ui.widgets.ask import AskWords
from fets_desktop.ui.widgets.error_dialog import ErrorDialog
from fets_desktop.ui.widgets.export_dialog import ExportDialog
from tests.ui.conftest import settle
from tests.ui.pictures import fill

USED = (
    QAbstractButton,
    QAbstractItemView,
    QAbstractSlider,
    QAbstractSpinBox,
    QComboBox,
    QLineEdit,
    QPlainTextEdit,
    QTextEdit,
    Pane,
    View3D,
)


def nameless(root):
    """Return the controls below a widget that a screen reader could not name."""
    return [
        f"{type(widget).__name__} in {type(widget.parent()).__name__}"
        for widget in root.findChildren(QWidget)
        if isinstance(widget, USED)
        and not isinstance(widget, QScrollBar)
        and not widget.accessibleName()
        and not (isinstance(widget, QAbstractButton) and widget.text())
        and not isinstance(widget.parent(), QAbstractSpinBox | QComboBox | QLineEdit | QAbstractItemView)
        and not _in_menu(widget)
        # parts of Qt's own compound widgets
        and not widget.objectName().startswith("qt_")
        and type(widget.parent()).__name__ != "QComboBoxPrivateContainer"
        and not isinstance(widget.parent().parent(), QComboBox)
    ]


def _in_menu(widget):
    """A menu's entries have words of their own; the plots' library keeps one that is never shown."""
    while widget := widget.parent():
        if isinstance(widget, QMenu):
            return True
    return False


@pytest.mark.parametrize("place", [place.name for place in PLACES])
def test_every_control_of_a_place_has_a_name(keep, hall, qt, place):
    fill(hall)
    hall.job(1, "prepare", "Preparing GLI-0121", "GLI-0121", fraction=0.4)
    hall.report(2)
    window = keep(MainWindow(hall), size=(1600, 1000))
    window.open_place(place)
    settle(qt)
    window.job_bar.show_list()
    assert nameless(window) == []
    window.job_bar.popup.close()


def test_every_control_of_a_dialog_has_a_name(keep, qt):
    owner = keep(QWidget())
    dialogs: list[QDialog] = [
        ErrorDialog.of_error(StudyError("disk-full", "Why."), owner),
        ErrorDialog.of_bug("technical", owner),
        AskWords("Title", "Text", "Hint", "Do it", owner),
        ExportDialog(3, owner),
        KeysDialog(Keys(Keymap.ITKSNAP), owner),
    ]
    for dialog in dialogs:
        dialog.show()
        assert dialog.accessibleName()
        assert nameless(dialog) == []
        dialog.close()


def test_every_icon_of_a_place_is_bundled():
    for place in PLACES:
        assert resource("icons", f"{place.icon}.svg").is_file()


def brightness(colour):
    """Return the relative luminance. Source: WCAG 2.2, "relative luminance"."""
    parts = [c / 255 for c in QColor(colour).getRgb()[:3]]
    red, green, blue = (c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one, other):
    high, low = sorted((brightness(one), brightness(other)), reverse=True)
    return (high + 0.05) / (low + 0.05)


@pytest.mark.parametrize("look", [0, 1])
@pytest.mark.parametrize("ground", ["window", "panel", "rail", "raised", "field"])
def test_words_can_be_read_on_every_ground(look, ground):
    for role, least in (("text", 7), ("muted", 4.5), ("accent", 4.5), ("good", 4.5), ("warn", 4.5), ("bad", 4.5)):
        assert contrast(ROLES[role][look], ROLES[ground][look]) >= least, role
    if ground == "panel":
        for region in REGIONS:
            # their names stand at the ends of their curves
            assert contrast(ROLES[region][look], ROLES[ground][look]) >= 4.5, region
    # undone edits, hints in empty fields; on the rail it draws lines alone
    assert contrast(ROLES["faint"][look], ROLES[ground][look]) >= (3 if ground == "rail" else 4.5)


@pytest.mark.parametrize("look", [0, 1])
def test_words_can_be_read_on_tinted_grounds(look):
    for mood in ("good", "warn", "bad"):
        assert contrast(ROLES[mood][look], ROLES[f"{mood}_soft"][look]) >= 4.5
    assert contrast(ROLES["accent"][look], ROLES["accent_soft"][look]) >= 4.5
    assert contrast(ROLES["on_accent"][look], ROLES["accent_fill"][look]) >= 4.5


def test_a_label_has_the_same_colour_everywhere():
    assert {tissue: QColor(*rgb).name() for tissue, rgb in LABEL_COLOURS.items()} == TISSUE_COLOURS
