"""Looking alone, from any screen: a patient's time points, and a case's labels on the scans as they were taken.

The dialogs are loaded when a person first asks for one, as places are: the plots alone cost the start half a second.
"""

import importlib

from PySide6.QtWidgets import QDialog

from fets_desktop.study.errors import StudyError
from fets_desktop.ui.screen import Screen


def open_time_points(screen: Screen, case: str) -> QDialog | None:
    """Show the time points of a case's patient; None if that is refused, which is told."""
    return _open("time_points.screen:TimePointsDialog", screen, case)


def open_native(screen: Screen, case: str) -> QDialog | None:
    """Show a case's labels on its scans as they were taken; None if that is refused, which is told."""
    return _open("native_view:NativeDialog", screen, case)


def _open(what: str, screen: Screen, case: str) -> QDialog | None:
    module, name = what.split(":")
    kind = getattr(importlib.import_module(f"fets_desktop.ui.screens.{module}"), name)
    try:
        dialog: QDialog = kind(screen.hall, case, screen)
    except StudyError as error:
        screen.tell(error)
        return None
    dialog.open()
    return dialog
