"""An export from any screen: asked for, started case by case, followed to its end."""

from collections.abc import Sequence
from functools import partial
from pathlib import Path

from fets_desktop.study.errors import StudyError
from fets_desktop.ui.screen import Screen
from fets_desktop.ui.widgets.export_dialog import ExportDialog, ExportWish
from fets_desktop.ui.widgets.export_notice import ExportNotice


def ask_export(screen: Screen, cases: Sequence[str], notice: ExportNotice, left_out: int = 0) -> None:
    """Ask what shall be written of cases and start it.

    Args:
        screen: Shows the dialog.
        cases: Names of prepared cases.
        notice: Tells the end.
        left_out: How many were chosen beside them that are not prepared.
    """
    burned_in = len(screen.hall.exporting.burned_in(cases))
    dialog = ExportDialog(len(cases), screen, burned_in=burned_in, left_out=left_out)
    dialog.chosen.connect(partial(start_export, screen, tuple(cases), notice))
    dialog.open()


def start_export(screen: Screen, cases: Sequence[str], notice: ExportNotice, wish: ExportWish) -> None:
    """Start one job a case; a case that is refused is told at the end, the rest goes on."""
    jobs: list[str] = []
    refused: dict[str, StudyError] = {}
    for case in cases:
        try:
            jobs += screen.hall.exporting.start(
                [case], Path(wish.folder), wish.kinds, wish.space, replace=wish.replace, deface=wish.deface
            )
        except StudyError as error:
            refused[case] = error
    if refused and not jobs:
        screen.tell(next(iter(refused.values())))
        return
    notice.follow(jobs, wish.folder, refused)
