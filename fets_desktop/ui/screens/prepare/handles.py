"""Six handles of a push: numbers to type, and what a drag in a plane means for them."""

from dataclasses import astuple, fields, replace
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QDoubleSpinBox, QGridLayout, QWidget

from fets_desktop.review.planes import Orientation
from fets_desktop.study.pose import Pose
from fets_desktop.ui.widgets.parts import label, roomy

_REACH_MM, _REACH_DEG = 80.0, 60.0


def pushed(orientation: Orientation, right: float, down: float) -> dict[str, float]:
    """Return what a push on the screen, in mm, adds to which handles: the patient's right is on the left."""
    match orientation:
        case Orientation.AXIAL:
            return {"right_mm": -right, "front_mm": -down}
        case Orientation.CORONAL:
            return {"right_mm": -right, "up_mm": -down}
        case _:
            return {"front_mm": -right, "up_mm": -down}


def turned(orientation: Orientation, degrees: float) -> dict[str, float]:
    """Return what a counter-clockwise turn on the screen adds: seen from the feet, the front, the patient's left."""
    match orientation:
        case Orientation.AXIAL:
            return {"turn_deg": -degrees}
        case Orientation.CORONAL:
            return {"tilt_deg": degrees}
        case _:
            return {"nod_deg": -degrees}


class Handles(QWidget):
    """Shows a pose as six numbers and takes others; `moved` tells of every change a person makes."""

    moved = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.pose = Pose()
        self.boxes = {field.name: self._box(field.name) for field in fields(Pose)}
        self._telling = True
        words = {
            "right_mm": self.tr("To the patient's right"),
            "front_mm": self.tr("To the front"),
            "up_mm": self.tr("Upwards"),
            "nod_deg": self.tr("Nod: lift the face"),
            "tilt_deg": self.tr("Tilt: right side down"),
            "turn_deg": self.tr("Turn to the left"),
        }
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setVerticalSpacing(4)
        for line, (name, text) in enumerate(words.items()):
            self.boxes[name].setAccessibleName(text)
            grid.addWidget(label(text, "muted"), line, 0)
            grid.addWidget(self.boxes[name], line, 1)
        grid.setColumnStretch(0, 1)

    def _box(self, name: str) -> QDoubleSpinBox:
        box = QDoubleSpinBox()
        reach, unit = (_REACH_MM, " mm") if name.endswith("_mm") else (_REACH_DEG, " °")
        box.setRange(-reach, reach)
        box.setSuffix(unit)
        box.setDecimals(1)
        box.setSingleStep(0.5)
        box.setKeyboardTracking(False)
        box.setMinimumWidth(104)
        roomy(box)
        box.valueChanged.connect(partial(self._typed, name))
        return box

    def put(self, pose: Pose) -> None:
        """Take a pose as it is."""
        self.pose = pose
        self._telling = False
        for box, value in zip(self.boxes.values(), astuple(pose), strict=True):
            box.setValue(value)
        self._telling = True
        self.moved.emit()

    def add(self, changes: dict[str, float]) -> None:
        """Push on by parts of a millimetre that the boxes are too coarse to show."""
        whole = {}
        for name, change in changes.items():
            reach = self.boxes[name].maximum()
            whole[name] = min(max(getattr(self.pose, name) + change, -reach), reach)
        self.put(replace(self.pose, **whole))

    def _typed(self, name: str, value: float) -> None:
        if self._telling:
            self.pose = replace(self.pose, **{name: value})
            self.moved.emit()
