"""How large the window is drawn: letters, buttons and icons alike, so that nothing is cut off where it fits at all.

Qt takes the factor once, before the application is there. Where the screen has too little room for a size, the largest
one that it has room for holds.
"""

import os
import sys

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QApplication

from fets_desktop.ui.display import refused_in_words

LEAST_SIZE = QSize(1014, 560)
"""Of the window: so much do the bar above the viewer and its side panel need. Of a screen of 1366 by 768 pixels whose
texts are shown at 125 %, this is left."""
_FACTOR = "QT_SCALE_FACTOR"
_STEP = 5
_IN_FORCE = [100]


def in_force() -> int:
    """Return how large the window is drawn, in per cent."""
    return _IN_FORCE[0]


def room_for(available: QSize, drawn: int) -> int:
    """Return the largest size that a screen has room for, in per cent.

    Args:
        available: Of the screen, for windows, as Qt tells it while it draws at `drawn`.
        drawn: In per cent.
    """
    times = min(available.width() / LEAST_SIZE.width(), available.height() / LEAST_SIZE.height())
    return int(times * drawn) // _STEP * _STEP


def sized_application(percent: int) -> QApplication:
    """Return the application, drawn at a size, or at the largest below it that the screen has room for."""
    app = _application(percent)
    room = max(room_for(app.primaryScreen().availableSize(), percent), min(percent, 100))
    if room < percent:
        app.shutdown()
        app = _application(room)
    return app


def _application(percent: int) -> QApplication:
    """Return an application drawn at a size; what the desktop or the person asks for beside it counts as well."""
    before = os.environ.get(_FACTOR)
    if percent != 100:
        os.environ[_FACTOR] = str(_number(before) * percent / 100)
    try:
        with refused_in_words():
            app = QApplication(sys.argv[:1])
    finally:
        # programs that are opened from here take their own size
        if before is None:
            os.environ.pop(_FACTOR, None)
        else:
            os.environ[_FACTOR] = before
    _IN_FORCE[0] = percent
    return app


def _number(words: str | None) -> float:
    try:
        return float(words or 1)
    except ValueError:
        return 1.0
