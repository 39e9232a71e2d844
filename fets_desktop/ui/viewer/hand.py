"""What the viewer holds in its hand: the tool, and what it is told."""

from dataclasses import dataclass
from enum import StrEnum

from fets_desktop.review.brush import BrushShape
from fets_desktop.review.planes import Orientation
from fets_desktop.review.rules import PaintRule

LARGEST_BRUSH_MM = 60.0


class Tool(StrEnum):
    """What the left button does."""

    CROSSHAIR = "crosshair"
    WINDOW = "window"
    PAN = "pan"
    RULER = "ruler"
    DIAMETERS = "diameters"
    BRUSH = "brush"
    ERASER = "eraser"
    ADAPTIVE = "adaptive"
    THRESHOLD = "threshold"
    POLYGON = "polygon"
    FILL = "fill"
    GROW = "grow"
    INTERPOLATE = "interpolate"
    SMOOTH = "smooth"
    HOLES = "holes"
    ISLANDS = "islands"
    SWAP = "swap"
    COPY = "copy"
    CANDIDATE = "candidate"


STROKES = (Tool.BRUSH, Tool.ERASER, Tool.ADAPTIVE, Tool.THRESHOLD)
"""Tools that paint where the mouse is dragged."""
MEASURING = (Tool.RULER, Tool.DIAMETERS)
"""Tools that measure."""
DRAWING = tuple(Tool)[5:]
"""Tools that change labels."""


@dataclass(frozen=True)
class Hand:
    """The drawing tools' settings.

    Attributes:
        tool: What the left button does.
        value: Active label.
        diameter_mm: Size of brush and eraser.
        shape: Disc or ball.
        over: Only this label value is painted over; None: any.
        locked: Label values that strokes leave alone.
        inside_brain: Whether strokes stop at the brain mask.
    """

    tool: Tool = Tool.CROSSHAIR
    value: int = 1
    diameter_mm: float = 6.0
    shape: BrushShape = BrushShape.DISC
    over: int | None = None
    locked: frozenset[int] = frozenset()
    inside_brain: bool = True

    @property
    def rule(self) -> PaintRule:
        """What strokes may paint over."""
        return PaintRule(self.over, self.locked, self.inside_brain)

    @property
    def draws(self) -> bool:
        """Whether the tool paints where the mouse is dragged."""
        return self.tool in STROKES


@dataclass(frozen=True)
class Options:
    """What the tools but the plain brush are told beside the active label.

    Attributes:
        plane: Where what goes slice by slice works: the plane last drawn or scrolled in, or the one chosen.
        tolerance: How unlike a voxel may be, in percent of its contrast's range of brightness.
        through: Whether fills, smoothing and holes go through all slices; else only the one looked at.
        by_brightness: Whether a fill follows the image; else the label it is put down on.
        erases: Whether a polygon takes away instead of painting.
        reach_mm: How far labels grow from their seeds.
        longest: Gaps of more slices are not interpolated.
        by_shape: Whether slices between are found by growing and shrinking shapes; else by distances.
        by_majority: Whether smoothing goes by majority; else the volume is kept.
        smooth_mm: How fine the details are that smoothing takes.
        keeps: Whether a click keeps a piece and takes all others; else it takes the piece.
        least_mm3: Islands smaller than that are small.
        partner: The label that changes places with the active one.
        every_label: Whether a copied slice or a candidate's region brings all labels; else one.
    """

    plane: Orientation = Orientation.AXIAL
    tolerance: float = 10.0
    through: bool = False
    by_brightness: bool = False
    erases: bool = False
    reach_mm: float = 20.0
    longest: int = 20
    by_shape: bool = False
    by_majority: bool = False
    smooth_mm: float = 1.5
    keeps: bool = False
    least_mm3: float = 50.0
    partner: int = 0
    every_label: bool = False
