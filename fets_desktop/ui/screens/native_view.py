"""The labels on the scans as they were taken: three planes of a series on its own grid, to look at alone."""

from functools import partial

import numpy as np
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication, QKeyEvent
from PySide6.QtWidgets import QDialog, QGridLayout, QWidget

from fets_desktop.app.annotations.native_views import NativeView
from fets_desktop.app.hall import Hall
from fets_desktop.review.editor import Editor
from fets_desktop.review.planes import Orientation
from fets_desktop.study.contrast import Contrast
from fets_desktop.study.errors import StudyError
from fets_desktop.study.grid import FloatArray
from fets_desktop.study.labels import BRATS_2021
from fets_desktop.study.volume import LabelMap
from fets_desktop.ui.reading import Reading
from fets_desktop.ui.sentences import message_of
from fets_desktop.ui.viewer.linked import steps_of, still_view
from fets_desktop.ui.viewer.plane_view import PlaneView
from fets_desktop.ui.viewer.readout import Readout
from fets_desktop.ui.viewer.scene import Scene
from fets_desktop.ui.viewer.state import ViewState
from fets_desktop.ui.widgets.dialogs import headed
from fets_desktop.ui.widgets.parts import Card, button, label, row, tool_button
from fets_desktop.ui.widgets.segments import Segments
from fets_desktop.ui.words import author_words, volume

_SIZE = (1240, 900)
_CELLS = {Orientation.AXIAL: (0, 0), Orientation.SAGITTAL: (0, 1), Orientation.CORONAL: (1, 0)}


class NativeDialog(QDialog):
    """Shows one case's native series, one at a time.

    Args:
        hall: The use cases.
        case: Its name.
        parent: The window.

    Raises:
        StudyError: "wrong-stage" if there is no native series, or no way to one.
    """

    help_page = "review#The scans as they were taken"

    def __init__(self, hall: Hall, case: str, parent: QWidget) -> None:
        there = hall.native_views.contrasts(case)
        if not there:
            raise StudyError("wrong-stage", "Its scans came in atlas space already: there is nothing else to see.")
        super().__init__(parent)
        self._hall, self._case, self.there = hall, case, there
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowFlag(Qt.WindowType.WindowMaximizeButtonHint)
        self.contrast = Contrast.T1GD if Contrast.T1GD in self.there else self.there[0]
        self.state = ViewState(self)
        self.views: dict[Orientation, PlaneView] = {o: still_view(self.state, o) for o in Orientation}
        self.choice = Segments(self.tr("Scan"), [str(contrast) for contrast in self.there])
        self.facts = label("", "", wrap=True)
        self.said = label("", "muted", wrap=True)
        self._view: NativeView | None = None
        self._point: FloatArray | None = None
        self._reading = Reading(self)
        self._lay_out()
        self.choice.show_choice(self.there.index(self.contrast))
        self.choice.picked.connect(lambda number: self._read(self.there[number]))
        self.finished.connect(self._close_views)
        self._read(self.contrast)
        self.views[Orientation.AXIAL].setFocus(Qt.FocusReason.OtherFocusReason)  # keys go through its slices

    def _lay_out(self) -> None:
        words = self.tr(
            "Each scan on its own grid, with the labels brought there as an export does. Nothing is painted."
        )
        column = headed(self, self.tr("{case} as it was scanned").format(case=self._case), words)
        self.choice.setFixedWidth(65 * len(self.there) + 2)
        fit = tool_button("maximize", self.tr("Fit the pictures"), self._fit, 18)
        column.addWidget(row(self.choice, fit, 1))
        panes = QGridLayout()
        panes.setSpacing(2)
        for orientation, view in self.views.items():
            panes.addWidget(view, *_CELLS[orientation])
            view.resized.connect(partial(_fit, view))
        card = Card(self.tr("This scan"))
        card.add(self.facts, self.said)
        card.body.addStretch(1)
        panes.addWidget(card, 1, 1)
        for line in (0, 1):
            panes.setRowStretch(line, 1)
            panes.setColumnStretch(line, 1)
        column.addLayout(panes, 1)
        column.addWidget(Readout(self.state))
        close = button(self.tr("Close"), self.accept)
        close.setDefault(True)
        column.addWidget(row(1, close))
        room = QGuiApplication.primaryScreen().availableGeometry()
        self.resize(min(_SIZE[0], room.width() - 40), min(_SIZE[1], room.height() - 60))

    def _fit(self) -> None:
        for view in self.views.values():
            view.own_frame = False
            _fit(view)

    def _read(self, contrast: Contrast) -> None:
        """Read another scan; one looks at the same place of the head there."""
        self._keep_place()
        self.said.setText(self.tr("Reading…"))
        try:
            read = self._hall.native_views.reader(self._case, contrast)
        except StudyError as error:
            self._failed(error)
            return
        self._reading.start(read, partial(self._arrived, contrast), self._failed)

    def _keep_place(self) -> None:
        if self._view and self.state.scene:
            self._point = self._view.to_atlas(self.state.scene.grid.to_ras(self.state.cursor))

    def _arrived(self, contrast: Contrast, view: NativeView) -> None:
        self.contrast, self._view = contrast, view
        grid = view.volume.grid
        labels = view.labels or LabelMap(np.zeros(grid.shape, np.uint8), grid, BRATS_2021)
        self.state.show(Scene({contrast: view.volume}, Editor(labels)))
        if self._point is not None:
            x, y, z = grid.to_index(view.from_atlas(self._point)).tolist()
            self.state.look_at((x, y, z))
        self._fit()
        self._tell(view)

    def _tell(self, view: NativeView) -> None:
        grid = view.volume.grid
        (z, y, x), (across, down, deep) = grid.shape, grid.spacing_mm
        lines = [
            self.tr("{x} × {y} × {z} voxels").format(x=x, y=y, z=z),
            self.tr("{a:.2f} × {b:.2f} × {c:.2f} mm each").format(a=across, b=down, c=deep),
        ]
        version = self._hall.native_views.version(self._case)
        if version and self.state.scene:
            found = self.state.scene.editor.volumes.regions_ml
            lines += [
                "",
                self.tr("Labels: version {n} by {who}").format(n=version.number, who=author_words(version)),
                *(f"{region}  {volume(ml)} cm³" for region, ml in found.items()),
            ]
        self.facts.setText("\n".join(lines))
        self.said.setText("" if version else self.tr("Nothing is labelled yet."))

    def _failed(self, error: StudyError) -> None:
        self.said.setText(message_of(error))

    def _close_views(self) -> None:
        self._reading.forget()
        self._reading.wait()
        self.state.show(None)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Go through the slices of the plane used last by the arrow and page keys."""
        step = steps_of(event)
        used = next((view for view in self.views.values() if view.hasFocus()), self.views[Orientation.AXIAL])
        if step and self.state.scene:
            used.step(step)
        else:
            super().keyPressEvent(event)


def _fit(view: PlaneView) -> None:
    if not view.own_frame:
        view.set_frame(view.fitting_frame())
