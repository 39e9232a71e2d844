"""A registration under the hand: two images over one another in three planes, six handles, and what holds."""

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QGridLayout,
    QHBoxLayout,
    QStackedLayout,
    QWidget,
)

from fets_desktop.app.hall import Hall
from fets_desktop.app.hand_made import TRANSFORM_OF
from fets_desktop.app.nudging import CENTRE, NudgeSession, Overlay
from fets_desktop.review.planes import Orientation
from fets_desktop.study.errors import StudyError
from fets_desktop.study.pose import Pose
from fets_desktop.ui.reading import Reading
from fets_desktop.ui.screens.prepare.handles import Handles, pushed, turned
from fets_desktop.ui.viewer.nudge_pane import NudgePane
from fets_desktop.ui.widgets.empty import EmptyState
from fets_desktop.ui.widgets.parts import Card, button, label, pause, row
from fets_desktop.ui.widgets.segments import Segments
from fets_desktop.ui.words import day, figure, person_words

_SIDE_WIDTH = 316
_REST_MS = 250
_OVERLAYS = (Overlay.SQUARES, Overlay.EDGES, Overlay.COLOURS)
_PLANES = (Orientation.AXIAL, Orientation.CORONAL, Orientation.SAGITTAL)
"""In the order of `NudgeSession.tiles`."""
_SIZES = (155, 240, 240)
"""Of the atlas grid, (z, y, x)."""


class NudgeDesk(QWidget):
    """Pushes one image over another; `left` carries the case and the step when the person is through with it."""

    left = Signal(str, str)
    failed = Signal(object)
    """A `StudyError`."""

    def __init__(self, hall: Hall, parent: QWidget) -> None:
        super().__init__(parent)
        self._hall = hall
        self._reading, self._measuring = Reading(self), Reading(self)
        self.session: NudgeSession | None = None
        self._case, self._step = "", ""
        self._centre = CENTRE
        self._told = True
        self._start_similarity = ""
        self.panes = {orientation: NudgePane(orientation) for orientation in _PLANES}
        self.overlay = Segments(
            self.tr("How the images are laid over one another"),
            [self.tr("Squares"), self.tr("Edges"), self.tr("Colours")],
        )
        self.handles = Handles()
        self.heading = label("", "heading", wrap=True)
        self.who = label("", "small", wrap=True)
        self.explained = label("", "muted", wrap=True)
        self.similarity = label("", "", wrap=True)
        self.use = button(self.tr("Use this position"), self._use, "check", "primary")
        self.reset = button(self.tr("Undo my pushes"), self._reset, "undo-2")
        self.computed = button(self.tr("Back to the computed one"), self._computed, "rotate-ccw")
        self.back = button(self.tr("Back to the board"), self.put_away, "chevron-left")
        self._soon = pause(self, 0, self._draw)
        self._rest = pause(self, _REST_MS, self._measure)
        self._lay_out()
        self._connect()

    def _lay_out(self) -> None:
        stage = QWidget()
        grid = QGridLayout(stage)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setSpacing(1)
        grid.addWidget(self.panes[Orientation.AXIAL], 0, 0, 2, 1)
        grid.addWidget(self.panes[Orientation.CORONAL], 0, 1)
        grid.addWidget(self.panes[Orientation.SAGITTAL], 1, 1)
        grid.setColumnStretch(0, 5)
        grid.setColumnStretch(1, 4)
        side = Card()
        side.setFixedWidth(_SIDE_WIDTH)
        side.add(row(self.back, 1), self.heading, self.who, self.overlay, self.explained, self.handles)
        side.add(self.similarity)
        side.body.addStretch(1)
        side.add(self.use, self.reset, self.computed)
        waiting = EmptyState("layout-grid", self.tr("Opening…"), self.tr("Both images are being read."))
        self._pages = QStackedLayout()
        # the first page of a stack is shown at once: without a parent it would come up as a window of its own
        stage.setParent(self)
        self._pages.addWidget(stage)
        self._pages.addWidget(waiting)
        line = QHBoxLayout(self)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(0)
        line.addLayout(self._pages, 1)
        line.addWidget(side)
        self.setFocusProxy(self.panes[Orientation.AXIAL])

    def _connect(self) -> None:
        self.overlay.picked.connect(lambda _number: self._explain_and_draw())
        for orientation, pane in self.panes.items():
            pane.pushed.connect(partial(self._pushed, orientation))
            pane.turned.connect(partial(self._turned, orientation))
            pane.stepped.connect(partial(self._stepped, orientation))
            pane.pointed.connect(partial(self._pointed, orientation))
        self.handles.moved.connect(self._moved)
        self.overlay.show_choice(0)

    # --- what is open

    def open_step(self, case: str, step: str) -> None:
        """Read both images of a registration, and show them as soon as they are there.

        Raises:
            StudyError: "wrong-stage" if the case was not registered.
        """
        files = self._hall.nudging.files(case, step)
        self._let_go()
        self._case, self._step, self._centre = case, step, CENTRE
        self._pages.setCurrentIndex(1)
        self.handles.put(Pose())
        self._start_similarity = ""
        self.similarity.setText("")
        source, target = TRANSFORM_OF[step].split("-to-")
        fixed = self.tr("the SRI24 atlas") if target == "atlas" else target
        self.heading.setText(self.tr("{moving} on {fixed}, {case}").format(moving=source, fixed=fixed, case=case))
        made = files.made
        by_hand = (
            self.tr("Placed by {who}, {when}.").format(who=person_words(made.author), when=day(made.time))
            if made
            else ""
        )
        words = by_hand or self.tr("Placed by the program.")
        if files.labels_follow:
            words += " " + self.tr("The labels go along as a new version, which wants another look.")
        self.who.setText(words)
        self.computed.setVisible(made is not None)
        self._show_state()
        self._reading.start(files.read, self._begin, self._cannot)

    def _begin(self, session: NudgeSession) -> None:
        self.session = session
        self._pages.setCurrentIndex(0)
        self._show_state()
        self._explain_and_draw()
        self._measure()
        self.panes[Orientation.AXIAL].setFocus(Qt.FocusReason.OtherFocusReason)

    def _cannot(self, error: StudyError) -> None:
        self.failed.emit(error)
        self.put_away()

    # --- what moves

    def _moved(self) -> None:
        self._show_state()
        self._soon.start()
        self._rest.start()

    def _pushed(self, orientation: Orientation, right: float, down: float) -> None:
        self.handles.add(pushed(orientation, right, down))

    def _turned(self, orientation: Orientation, degrees: float) -> None:
        self.handles.add(turned(orientation, degrees))

    def _stepped(self, orientation: Orientation, steps: int) -> None:
        z, y, x = self._centre
        match orientation:
            case Orientation.AXIAL:
                self._look_at(z + steps, y, x)
            case Orientation.CORONAL:
                self._look_at(z, y - steps, x)
            case Orientation.SAGITTAL:
                self._look_at(z, y, x + steps)

    def _pointed(self, orientation: Orientation, column: float, line: float) -> None:
        z, y, x = self._centre
        match orientation:
            case Orientation.AXIAL:
                self._look_at(z, int(line), int(column))
            case Orientation.CORONAL:
                self._look_at(_SIZES[0] - 1 - int(line), y, int(column))
            case Orientation.SAGITTAL:
                self._look_at(_SIZES[0] - 1 - int(line), int(column), x)

    def _look_at(self, *voxel: int) -> None:
        z, y, x = (min(max(place, 0), size - 1) for place, size in zip(voxel, _SIZES, strict=True))
        self._centre = (z, y, x)
        self._soon.start()

    # --- what is seen

    def _explain_and_draw(self) -> None:
        words = (
            self.tr("Squares of both images in turn: skull and ventricles should run on from square to square."),
            self.tr("Edges of the image that stays, over the one you push: they should lie on one another."),
            self.tr("The image that stays is orange, the one you push blue: where both agree, the picture is grey."),
        )
        hands = self.tr("Drag to push, drag with the right button to turn, wheel for slices, arrow keys for half a mm.")
        self.explained.setText(f"{words[self._overlay_number()]} {hands}")
        self._soon.start()

    def _overlay_number(self) -> int:
        return next(number for number in range(len(_OVERLAYS)) if self.overlay.button(number).isChecked())

    def _draw(self) -> None:
        if self.session is None:
            return
        tiles = self.session.tiles(_OVERLAYS[self._overlay_number()], self.handles.pose, self._centre)
        z, y, x = self._centre
        up = _SIZES[0] - 1 - z
        for pane, tile, cross in zip(self.panes.values(), tiles, ((x, y), (x, up), (y, up)), strict=True):
            pane.show_tile(tile, cross)

    def _measure(self) -> None:
        if self.session:
            self._measuring.start(
                partial(self.session.similarity, self.handles.pose), self._show_similarity, self.failed.emit
            )

    def _show_similarity(self, value: float) -> None:
        words = figure(value, ".4f")
        if self.handles.pose.still:
            self._start_similarity = words
        text = self.tr("Likeness: {value} (more is better)").format(value=words)
        if self._start_similarity and not self.handles.pose.still:
            text += "  ·  " + self.tr("before: {value}").format(value=self._start_similarity)
        self.similarity.setText(text)

    def _show_state(self) -> None:
        moved = self.session is not None and not self.handles.pose.still
        self.use.setEnabled(moved)
        self.reset.setEnabled(moved)

    # --- what a person does with it

    def _use(self) -> None:
        if self.session:
            session, pose = self.session, self.handles.pose
            self._end(lambda: self._hall.nudging.use(session, pose))

    def _reset(self) -> None:
        self.handles.put(Pose())

    def _computed(self) -> None:
        self._end(lambda: self._hall.preparing.forget_edit(self._case, self._step))

    def put_away(self) -> None:
        """Go back to the board; nothing is changed."""
        self._end(lambda: None)

    def _end(self, how: Callable[[], object]) -> None:
        try:
            how()
        except StudyError as error:
            self.failed.emit(error)
            return
        self._let_go()
        self.left.emit(self._case, self._step)

    def _let_go(self) -> None:
        self._reading.forget()
        self._measuring.forget()
        self._soon.stop()
        self._rest.stop()
        self.session = None
        for pane in self.panes.values():
            pane.show_tile(None, (0, 0))
