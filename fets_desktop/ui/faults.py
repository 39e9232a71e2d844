"""What happens when the program itself is at fault: the log, and a dialog in plain words."""

import logging
import sys
import traceback
from collections.abc import Callable
from types import TracebackType

from PySide6.QtWidgets import QApplication, QWidget

from fets_desktop.app.logbook import scrub
from fets_desktop.study.errors import StudyError
from fets_desktop.ui.widgets.error_dialog import ErrorDialog

logger = logging.getLogger(__name__)


def technical_text(error: BaseException) -> str:
    """Return a fault's technical words, without paths, names and numbers that could be a patient's."""
    return scrub("".join(traceback.format_exception(error)))


class FaultNet:
    """Catches what nobody caught, for as long as it is spread."""

    def __init__(self) -> None:
        self._before = sys.excepthook
        self._telling = False

    def spread(self) -> Callable[[], None]:
        """Catch from now on; return what ends it."""
        sys.excepthook = self._caught

        def fold() -> None:
            sys.excepthook = self._before

        return fold

    def _caught(self, kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
        if issubclass(kind, KeyboardInterrupt):
            self._before(kind, error, trace)
            return
        logger.error("fault in the window: %s", technical_text(error))
        if self._telling or QApplication.instance() is None:
            return
        self._telling = True
        dialog = tell(error, QApplication.activeWindow())
        dialog.finished.connect(self._told)

    def _told(self, _result: int) -> None:
        self._telling = False


def tell(error: BaseException, parent: QWidget | None) -> ErrorDialog:
    """Show the dialog of a known failure or of a fault."""
    if isinstance(error, StudyError):
        dialog = ErrorDialog.of_error(error, parent)
    else:
        dialog = ErrorDialog.of_bug(technical_text(error), parent)
    dialog.open()
    return dialog
