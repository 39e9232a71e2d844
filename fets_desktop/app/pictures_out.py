"""Pictures and movies of slices, written where a person chose; a file appears only when it is whole."""

from collections.abc import Sequence
from io import BytesIO
from pathlib import Path

import numpy as np
import numpy.typing as npt
from PIL import Image

from fets_desktop.imaging.disk import whole_file

Rgb = npt.NDArray[np.uint8]
"""`(row, column, 3)` red, green, blue."""

_FRAME_MS = 90
_COLOURS = 192


def write_picture(pixels: Rgb, path: Path) -> None:
    """Write a PNG.

    Raises:
        StudyError: "disk-full" or "read-only".
    """
    kept = BytesIO()
    Image.fromarray(pixels).save(kept, "PNG")
    with whole_file(path) as sink:
        sink.write(kept.getbuffer())


def write_movie(frames: Sequence[Rgb], path: Path) -> None:
    """Write pictures of one size as a GIF that runs for ever, in the colours of the middle one.

    Raises:
        ValueError: If there are no frames.
        StudyError: "disk-full" or "read-only".
    """
    if not frames:
        raise ValueError("no frames")
    shared = Image.fromarray(frames[len(frames) // 2]).quantize(_COLOURS)
    shades = [Image.fromarray(frame).quantize(palette=shared, dither=Image.Dither.NONE) for frame in frames]
    kept = BytesIO()
    shades[0].save(kept, "GIF", save_all=True, append_images=shades[1:], duration=_FRAME_MS, loop=0)
    with whole_file(path) as sink:
        sink.write(kept.getbuffer())
