"""Three planes side by side as plain pixels, for reports without a window."""

from collections.abc import Sequence

import numpy as np
import numpy.typing as npt

from fets_desktop.review.display import Palette, Pixels, Window, auto_window, blend, windowed
from fets_desktop.review.frame import Frame
from fets_desktop.review.planes import Orientation, Plane
from fets_desktop.study.crop import box_of
from fets_desktop.study.volume import LabelMap, Volume

_GAP = 2
_LETTERS = {
    "R": ("####.", "#...#", "#...#", "####.", "#.#..", "#..#.", "#...#"),
    "L": ("#....", "#....", "#....", "#....", "#....", "#....", "#####"),
    "A": (".###.", "#...#", "#...#", "#####", "#...#", "#...#", "#...#"),
    "P": ("####.", "#...#", "#...#", "####.", "#....", "#....", "#...."),
    "S": (".####", "#....", "#....", ".###.", "....#", "....#", "####."),
    "I": (".###.", "..#..", "..#..", "..#..", "..#..", "..#..", ".###."),
}
_INK = np.uint32(0xFFD0D6DC)


def montage(
    volume: Volume,
    labels: LabelMap | None = None,
    point: tuple[int, int, int] | None = None,
    window: Window | None = None,
    opacity: float = 0.4,
    pane: int = 400,
    orientations: Sequence[Orientation] = tuple(Orientation),
) -> npt.NDArray[np.uint8]:
    """Return slices of a volume with outlined labels and side letters as RGB pixels `(y, x, 3)`.

    Args:
        volume: The image.
        labels: Labels on the same grid, if any.
        point: Voxel (x, y, z) through which the slices go; the labels' richest slices, else the middle, if None.
        window: Contrast; automatic if None.
        opacity: How strongly labels cover the image.
        pane: Edge of one slice's pane in pixels.
        orientations: Which planes, from left to right.
    """
    x, y, z = point or _richest(labels, volume)
    window = window or auto_window(volume.array)
    panes = []
    for orientation in orientations:
        plane = Plane.of(volume.grid, orientation)
        index = (z, y, x)[plane.axis]
        frame = Frame.fitting(plane, pane, pane, margin=14)
        grey = windowed(plane.cut(volume.array, index), window)
        over = plane.cut(labels.array, index) if labels else None
        palette = Palette.of(labels.scheme, opacity) if labels else Palette(())
        pixels, left, top = blend(grey, over, palette, frame)
        canvas = np.full((pane, pane), 0xFF000000, dtype=np.uint32)
        canvas[top : top + pixels.shape[0], left : left + pixels.shape[1]] = pixels
        _write_letters(canvas, plane.letters)
        panes.append(canvas)
        panes.append(np.full((pane, _GAP), 0xFF2A3038, dtype=np.uint32))
    return _rgb(np.concatenate(panes[:-1], axis=1))


def _richest(labels: LabelMap | None, volume: Volume) -> tuple[int, int, int]:
    source = volume.array != 0 if labels is None or not labels.array.any() else labels.array != 0
    if labels is None or not labels.array.any():
        box = box_of(source)
        z, y, x = ((a + b) // 2 for a, b in zip(box.start, box.stop, strict=True))
        return x, y, z
    z, y, x = (int(source.sum(axis=tuple(e for e in range(3) if e != d)).argmax()) for d in range(3))
    return x, y, z


def _write_letters(canvas: Pixels, letters: tuple[str, str, str, str]) -> None:
    height, width = canvas.shape
    places = ((height // 2 - 3, 4), (height // 2 - 3, width - 9), (4, width // 2 - 2), (height - 11, width // 2 - 2))
    for letter, (top, left) in zip(letters, places, strict=True):
        ink = np.array([[cell == "#" for cell in line] for line in _LETTERS[letter]])
        canvas[top : top + 7, left : left + 5][ink] = _INK


def _rgb(pixels: Pixels) -> npt.NDArray[np.uint8]:
    channels = [(pixels >> np.uint32(shift)) & np.uint32(255) for shift in (16, 8, 0)]
    return np.stack(channels, axis=2).astype(np.uint8)
