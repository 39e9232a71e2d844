"""What a drag does: a generator from press to release. It is sent every move; closing it abandons what it began."""

import math
from collections.abc import Generator
from dataclasses import dataclass, replace
from typing import Protocol

from fets_desktop.review.brush import Point
from fets_desktop.review.display import Window
from fets_desktop.review.frame import Frame
from fets_desktop.review.planes import Plane
from fets_desktop.review.rulers import Measure, across
from fets_desktop.study.contrast import Contrast
from fets_desktop.ui.viewer.overlay import fraction_at
from fets_desktop.ui.viewer.painting import Painting
from fets_desktop.ui.viewer.tooling import Tooling


@dataclass(frozen=True)
class Pointer:
    """Where the mouse is, in the pane's device pixels."""

    x: float
    y: float


class Draggable(Protocol):
    """What a drag needs of a pane; see `PlaneView`."""

    plane: Plane
    frame: Frame
    painting: Painting
    tooling: Tooling

    @property
    def contrast(self) -> Contrast:
        """The contrast it shows."""

    @property
    def level(self) -> Window:
        """Window and level in force."""

    def devicePixelRatioF(self) -> float:
        """Device pixels for a pixel."""

    def height(self) -> int:
        """Height in pixels."""

    def voxel_at(self, pointer: Pointer) -> Point:
        """Voxel under a pixel."""

    def look_at(self, pointer: Pointer) -> None:
        """Move the crosshair."""

    def show_frame(self, frame: Frame) -> None:
        """Zoom or pan."""

    def show_level(self, level: Window) -> None:
        """Change window and level."""

    def show_fraction(self, fraction: float) -> None:
        """Change the slice."""


_FREEHAND_PIXELS = 3.0
"""A freehand line has a corner at least so far from the last, in device pixels."""
_CORNER_PIXELS = 6.0
"""A corner is taken by a press so near to it."""

Drag = Generator[None, Pointer | None, None]
"""Sent a `Pointer` for every move and None for the release."""


def point(view: Draggable, press: Pointer) -> Drag:
    """Move the crosshair."""
    now: Pointer | None = press
    while now:
        view.look_at(now)
        now = yield


def pan(view: Draggable, press: Pointer) -> Drag:
    """Move the picture."""
    last = press
    while now := (yield):
        view.show_frame(view.frame.moved(now.x - last.x, now.y - last.y))
        last = now


def zoom(view: Draggable, press: Pointer) -> Drag:
    """Zoom about where the button went down: up is closer."""
    last = press
    while now := (yield):
        view.show_frame(view.frame.zoomed(1.01 ** (last.y - now.y), press.x, press.y))
        last = now


def window(view: Draggable, press: Pointer) -> Drag:
    """Drag window (across) and level (up and down)."""
    start = view.level
    scale = start.width / 400.0
    while now := (yield):
        view.show_level(start.dragged(now.x - press.x, press.y - now.y, scale))


def slide(view: Draggable, press: Pointer) -> Drag:
    """Drag the handle of the slice slider."""
    now: Pointer | None = press
    while now:
        view.show_fraction(fraction_at(now.y / view.devicePixelRatioF(), view.height()))
        now = yield


def paint(view: Draggable, press: Pointer) -> Drag:
    """Paint or erase; abandoned unless the button is released."""
    if not view.painting.begin(view.plane.axis, view.voxel_at(press), view.contrast):
        return
    now: Pointer | None = press
    try:
        while now:
            view.painting.dab(view.voxel_at(now))
            now = yield
        view.painting.end()
    finally:
        view.painting.abandon()


def click(view: Draggable, press: Pointer) -> Drag:
    """Use a tool on the voxel under the mouse when the button goes down."""
    view.tooling.click(view.voxel_at(press), view.plane.axis, view.contrast)
    yield


def sketch(view: Draggable, press: Pointer) -> Drag:
    """Set a corner of the outline, or move one that is there; dragged from no corner, draw it freehand."""
    line, last = view.tooling.sketch, press
    held = _corner_at(view, press)
    if held is not None:
        while now := (yield):
            line.move(held, view.voxel_at(now))
        return
    line.add(view.plane.axis, view.voxel_at(press))
    while now := (yield):
        if abs(now.x - last.x) + abs(now.y - last.y) >= _FREEHAND_PIXELS:
            line.add(view.plane.axis, view.voxel_at(now))
            last = now


def _corner_at(view: Draggable, pointer: Pointer) -> int | None:
    """Return which corner of the outline lies under a pixel of its slice, the nearest first."""
    line, reach = view.tooling.sketch, _CORNER_PIXELS * view.devicePixelRatioF()
    if line.axis != view.plane.axis or line.level != round(view.voxel_at(pointer)[2 - line.axis]):
        return None
    spots = [view.frame.to_pixel(*view.plane.to_picture(corner)) for corner in line.corners]
    away = [math.hypot(x - pointer.x, y - pointer.y) for x, y in spots]
    nearest = min(range(len(away)), key=away.__getitem__)
    return nearest if away[nearest] <= reach else None


def ruler(view: Draggable, press: Pointer) -> Drag:
    """Measure a line."""
    yield from _measured(view, press, paired=False)


def diameters(view: Draggable, press: Pointer) -> Drag:
    """Measure the longest diameter, then with another drag the one at right angles to it."""
    measures, axis, start = view.tooling.measures, view.plane.axis, view.voxel_at(press)
    first = measures.open_pair(axis, round(start[2 - axis]))
    if first is None:
        yield from _measured(view, press, paired=True)
        return
    grid = view.plane.grid
    try:
        while now := (yield):
            second = across(first.lines[0], start, view.voxel_at(now), grid)
            measures.change(replace(first, lines=(first.lines[0], second)))
    except GeneratorExit:
        measures.change(first)
        raise
    measures.keep(grid)


def _measured(view: Draggable, press: Pointer, paired: bool) -> Drag:
    measures, axis, start = view.tooling.measures, view.plane.axis, view.voxel_at(press)
    measures.add(Measure(axis, ((start, start),), paired))
    try:
        while now := (yield):
            measures.change(Measure(axis, ((start, view.voxel_at(now)),), paired))
    except GeneratorExit:
        measures.step_back()
        raise
    measures.keep(view.plane.grid)
