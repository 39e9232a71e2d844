"""Time points of one patient: side by side in atlas space under one cursor, and their volumes over the dates."""

from functools import partial

import numpy as np
from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QDialog, QHBoxLayout, QWidget

from fets_desktop.app.annotations.time_points import Seen
from fets_desktop.app.hall import Hall
from fets_desktop.review.editor import Editor
from fets_desktop.review.growth import TimePoint
from fets_desktop.review.planes import Orientation
from fets_desktop.study.contrast import ALL_CONTRASTS, Contrast
from fets_desktop.study.errors import StudyError
from fets_desktop.study.labels import BRATS_2021
from fets_desktop.study.volume import LabelMap
from fets_desktop.ui.reading import Reading
from fets_desktop.ui.screens.time_points.rows import (
    CASE,
    CHANGE,
    DATE,
    DAYS,
    ET,
    LABELS,
    SHOWN,
    TC,
    WT,
    PointRows,
    standing_words,
)
from fets_desktop.ui.sentences import message_of
from fets_desktop.ui.viewer.linked import LinkedViews
from fets_desktop.ui.viewer.scene import Scene
from fets_desktop.ui.widgets.dialogs import headed
from fets_desktop.ui.widgets.growth_plot import GrowthPlot, Scan
from fets_desktop.ui.widgets.parts import button, label, row, tool_button
from fets_desktop.ui.widgets.segments import Segments
from fets_desktop.ui.widgets.table import Table
from fets_desktop.ui.words import NOTHING, count

MOST = 4
"""So many are seen at once."""
_SIZE = (1320, 860)
_WIDTHS = {SHOWN: 34, DATE: 100, CASE: 160, WT: 74, TC: 72, ET: 72, DAYS: 54, CHANGE: 124}
_PLANES = (Orientation.AXIAL, Orientation.SAGITTAL, Orientation.CORONAL)


class TimePointsDialog(QDialog):
    """Shows the time points of a case's patient.

    Args:
        hall: The use cases.
        case: A case of the patient.
        parent: The window.

    Raises:
        StudyError: "unknown-case".
    """

    help_page = "review#Time points of a patient"

    def __init__(self, hall: Hall, case: str, parent: QWidget) -> None:
        points = hall.time_points.of(case)
        super().__init__(parent)
        self._hall, self._case, self.points = hall, case, points
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowFlag(Qt.WindowType.WindowMaximizeButtonHint)
        self.shown: list[str] = []
        self.contrast = Contrast.T1GD
        self.views = LinkedViews()
        self.rows = PointRows(self)
        self.table = Table(self.tr("Time points"), self.rows, self)
        self.plot = GrowthPlot(self.tr("Volumes over time"))
        self.place = label("", "small")
        self.contrasts = Segments(self.tr("Contrast"), [str(contrast) for contrast in ALL_CONTRASTS])
        self.planes = Segments(self.tr("Plane"), [self.tr("Axial"), self.tr("Sagittal"), self.tr("Coronal")])
        self._reading = Reading(self)
        self._waiting: list[TimePoint] = []
        self._lay_out(hall.cases.get(case).patient)
        self._connect()
        self._fill()
        self.views.setFocus(Qt.FocusReason.OtherFocusReason)  # keys go through the slices

    def _lay_out(self, patient: str) -> None:
        number = count(len(self.points), "{n} time point", "{n} time points")
        words = self.tr(
            "All of them lie in atlas space: what is at one place here is at the same place there. Nothing is painted."
        )
        column = headed(self, self.tr("{patient}: {number}").format(patient=patient, number=number), words)
        self.contrasts.setFixedWidth(260)
        self.planes.setFixedWidth(260)
        fit = tool_button("maximize", self.tr("Fit the pictures"), self.views.fit_again, 18)
        self.place.setMinimumWidth(180)
        self.place.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        column.addWidget(row(self.contrasts, self.planes, fit, 1, self.place))
        column.addWidget(self.views, 3)
        self.table.set_widths(_WIDTHS, LABELS)
        self.table.setSelectionMode(Table.SelectionMode.SingleSelection)
        below = QHBoxLayout()
        below.setSpacing(14)
        below.addWidget(self.table, 2)
        below.addWidget(self.plot, 1)
        column.addLayout(below, 2)
        close = button(self.tr("Close"), self.accept)
        close.setDefault(True)
        note = label(
            self.tr("Volumes alone are no finding: changes are told as numbers, never as a response."), "small"
        )
        column.addWidget(row(note, 1, close))
        room = QGuiApplication.primaryScreen().availableGeometry()
        self.resize(min(_SIZE[0], room.width() - 40), min(_SIZE[1], room.height() - 60))

    def _connect(self) -> None:
        self.contrasts.show_choice(ALL_CONTRASTS.index(self.contrast))
        self.planes.show_choice(0)
        self.contrasts.picked.connect(self._choose_contrast)
        self.planes.picked.connect(lambda number: self.views.set_orientation(_PLANES[number]))
        self.rows.ticked.connect(self._tick)
        self.table.opened.connect(lambda index: self._toggle(self.rows.points[index.row()].case))
        self.plot.picked.connect(self._point_at)
        self.views.moved.connect(self._tell_place)
        self.finished.connect(self._close_views)

    def _fill(self) -> None:
        growths = self._hall.time_points.growths(self.points)
        self.rows.show_points(self.points, growths)
        self.plot.show_scans(_scans(self.points))
        prepared = [point.case for point in self.points if point.prepared]
        # the one asked for, and those closest before it; else those after
        here = prepared.index(self._case) + 1 if self._case in prepared else len(prepared)
        first = max(0, min(here - MOST, len(prepared) - MOST))
        self._show(prepared[first : first + MOST])
        self._point_at(self._case)

    # --- which are seen

    def _tick(self, case: str, on: bool) -> None:
        if on != (case in self.shown):
            self._toggle(case)

    def _toggle(self, case: str) -> None:
        """Show a time point, or no longer; the one that was shown the longest makes room."""
        point = next(point for point in self.points if point.case == case)
        if case in self.shown:
            self._show([each for each in self.shown if each != case])
        elif point.prepared:
            self._show([*self.shown, case][-MOST:])
        self.rows.show_shown(self.shown)

    def _show(self, cases: list[str]) -> None:
        new = [case for case in cases if case not in self.shown]
        self.shown = cases
        told = [point for point in self.points if point.case in cases]
        self.views.show_columns({point.case: f"{point.date or NOTHING}   {point.case}" for point in told})
        self.rows.show_shown(cases)
        self._waiting = [point for point in self._waiting if point.case in cases]
        self._read([point for point in told if point.case in new])

    def _choose_contrast(self, number: int) -> None:
        self.contrast = ALL_CONTRASTS[number]
        self._waiting.clear()
        self._reading.forget()
        self._read([point for point in self.points if point.case in self.shown])

    # --- what is read, one after another beside the window

    def _read(self, points: list[TimePoint]) -> None:
        for point in points:
            self.views.say(point.case, self.tr("Reading…"))
        self._waiting += points
        if not self._reading.busy:
            self._read_next()

    def _read_next(self) -> None:
        # one that a person chose meanwhile may be under way
        if not self._waiting or self._reading.busy:
            return
        point = self._waiting.pop(0)
        try:
            read = self._hall.time_points.reader(point, self.contrast)
        except StudyError as error:
            self._failed(point, error)
            return
        self._reading.start(read, partial(self._arrived, point, self.contrast), partial(self._failed, point))

    def _arrived(self, point: TimePoint, contrast: Contrast, seen: Seen) -> None:
        if point.case in self.views.columns:
            labels = seen.labels or LabelMap(np.zeros(seen.volume.grid.shape, np.uint8), seen.volume.grid, BRATS_2021)
            self.views.show_scene(point.case, Scene({contrast: seen.volume}, Editor(labels)))
            self.views.say(point.case, "" if point.approved_by else standing_words(point))
        QTimer.singleShot(0, self, self._read_next)

    def _failed(self, point: TimePoint, error: StudyError) -> None:
        if point.case in self.views.columns:
            self.views.say(point.case, message_of(error))
        QTimer.singleShot(0, self, self._read_next)

    # --- what is told

    def _point_at(self, case: str) -> None:
        self.plot.mark(case)
        line = next((n for n, point in enumerate(self.points) if point.case == case), -1)
        if line >= 0:
            self.table.selectRow(line)

    def _tell_place(self) -> None:
        views = self.views.views
        if views and (scene := views[0].state.scene):
            x, y, z = scene.grid.to_ras(views[0].state.cursor).tolist()
            sides = [(x, "R", "L"), (y, "A", "P"), (z, "S", "I")]
            words = "  ".join(f"{plus if mm >= 0 else minus} {abs(mm):.0f}" for mm, plus, minus in sides)
            self.place.setText(self.tr("{place} mm").format(place=words))

    def _close_views(self) -> None:
        self._waiting.clear()
        self._reading.forget()
        self._reading.wait()
        self.views.close_views()


def _scans(points: list[TimePoint]) -> list[Scan]:
    """Return what the plot shows: by date where dates are known, else one after another."""
    told = [point for point in points if point.volumes_ml]
    placed = [(point, float(day.toordinal()), point.date) for point in told if (day := point.day)]
    placed = placed or [(point, float(number), point.case) for number, point in enumerate(told)]
    return [
        Scan(point.case, at, title, {str(region): ml for region, ml in point.volumes_ml.items()})
        for point, at, title in placed
    ]
