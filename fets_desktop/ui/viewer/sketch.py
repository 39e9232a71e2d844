"""The outline in hand: corners set by clicks, a line drawn by drags; closed, it becomes a polygon."""

from PySide6.QtCore import QObject, Signal

from fets_desktop.review.brush import Point


class Sketch(QObject):
    """A line in one slice that is not closed yet."""

    changed = Signal()

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self.axis = 0
        """Array axis across its slice."""
        self.corners: list[Point] = []
        """Continuous voxel indices (x, y, z)."""

    @property
    def level(self) -> int | None:
        """The slice it lies in; None if there is no line."""
        return round(self.corners[0][2 - self.axis]) if self.corners else None

    def add(self, axis: int, corner: Point) -> None:
        """Go on to a corner; one in another slice begins a new line."""
        if self.corners and (axis != self.axis or round(corner[2 - axis]) != self.level):
            self.corners.clear()
        self.axis = axis
        self.corners.append(corner)
        self.changed.emit()

    def move(self, number: int, corner: Point) -> None:
        """Let one corner lie elsewhere."""
        self.corners[number] = corner
        self.changed.emit()

    def step_back(self) -> None:
        """Take the newest corner away."""
        if self.corners:
            self.corners.pop()
            self.changed.emit()

    def clear(self) -> list[Point]:
        """Return the corners and begin anew."""
        corners, self.corners = self.corners, []
        if corners:
            self.changed.emit()
        return corners
