"""The bundled letters: Inter in three weights, digits of one width so that columns of numbers stand still."""

from PySide6.QtGui import QFont, QFontDatabase
from PySide6.QtWidgets import QApplication

from fets_desktop.study.resources import resource

FAMILY = "Inter"
_FILES = ("Inter-Regular.ttf", "Inter-Medium.ttf", "Inter-SemiBold.ttf")


def tabular(font: QFont) -> QFont:
    """Return the font with digits of one width."""
    changed = QFont(font)
    changed.setFeature(QFont.Tag("tnum"), 1)
    return changed


def load_fonts(app: QApplication) -> None:
    """Take the bundled letters and make them the application's.

    Raises:
        StudyError: "missing-resource" if they are not there.
    """
    if FAMILY not in QFontDatabase.families():
        for name in _FILES:
            QFontDatabase.addApplicationFont(str(resource("fonts", name)))
    font = tabular(QFont(FAMILY))
    font.setPixelSize(13)
    font.setHintingPreference(QFont.HintingPreference.PreferNoHinting)
    app.setFont(font)
