"""Says in words why no window can be opened, where Qt alone would end the process with a core dump."""

import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager

from PySide6.QtCore import QMessageLogContext, QtMsgType, qInstallMessageHandler

_NOT_SHOWN = (
    "fets-desktop: No window can be opened on the display that is set here ({named}). Either nothing shows there, or "
    "not to this user; or a library is missing: see the lines above, and the IT guide, Packages. "
    "The command line needs no display (see --help)."
)
_NAMES = ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM")
_THIS_MACHINE = 4


@contextmanager
def refused_in_words() -> Iterator[None]:
    """Make the application in here: where Qt cannot, the process ends with these words and status 4."""

    def hear(kind: QtMsgType, _context: QMessageLogContext, words: str) -> None:
        if kind is not QtMsgType.QtFatalMsg:
            print(words, file=sys.stderr)
            return
        named = ", ".join(f"{name}={os.environ[name]}" for name in _NAMES if os.environ.get(name))
        print(_NOT_SHOWN.format(named=named), file=sys.stderr, flush=True)
        # Qt aborts the process as soon as this returns
        os._exit(_THIS_MACHINE)

    before = qInstallMessageHandler(hear)
    try:
        yield
    finally:
        qInstallMessageHandler(before)
