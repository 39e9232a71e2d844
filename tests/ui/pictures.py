"""Pictures for a fake workspace: slices of the atlas in the four contrasts' brightness, boards of three planes."""

import base64
import functools
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory

import nibabel
import numpy as np
from PySide6.QtGui import QImage

from fets_desktop.study.contrast import Contrast
from fets_desktop.study.resources import atlas
from tests.ui.fake_hall import STEPS, FakeHall

_CURVES = {Contrast.T1: (0, 1.0), Contrast.T1GD: (0, 1.25), Contrast.T2: (210, -0.75), Contrast.FLAIR: (150, -0.3)}


_KEPT: list[TemporaryDirectory[str]] = []  # removed with the interpreter


@dataclass(frozen=True)
class Drawn:
    """What is drawn once for all halls.

    Attributes:
        thumbnails: By contrast, a slice of the head.
        board: Two rows of three planes, as a step's picture.
        glance: Grey pixels `(128, 128)` as a series that was set aside shows them, base64.
    """

    thumbnails: dict[Contrast, Path]
    board: Path
    glance: str


def _save(array: np.ndarray, path: Path) -> Path:
    pixels = np.ascontiguousarray(np.clip(array, 0, 255).astype(np.uint8))
    QImage(pixels.data, pixels.shape[1], pixels.shape[0], pixels.shape[1], QImage.Format.Format_Grayscale8).save(
        str(path)
    )
    return path


@functools.cache
def _drawn() -> Drawn:
    _KEPT.append(TemporaryDirectory(prefix="fets-ui-"))
    folder = Path(_KEPT[-1].name)
    head = np.squeeze(np.asarray(nibabel.load(atlas()).dataobj, dtype=np.float32))
    head *= 255 / np.percentile(head, 99.5)
    planes = [head[:, ::-1, 80].T[::1], head[:, 120, ::-1].T, head[120, :, ::-1].T]
    thumbnails = {
        contrast: _save(np.where(planes[0] > 12, base + slope * planes[0], 0), folder / f"{contrast}.png")
        for contrast, (base, slope) in _CURVES.items()
    }
    small = np.clip(planes[1][:128, 50:178], 0, 255).astype(np.uint8)
    glance = base64.b64encode(np.pad(small, ((0, 128 - len(small)), (0, 0))).tobytes()).decode()
    tall = max(plane.shape[0] for plane in planes)
    board = np.concatenate([np.pad(p, ((0, tall - p.shape[0]), (0, 4))) for p in planes], axis=1)
    return Drawn(thumbnails, _save(np.concatenate([board, board]), folder / "board.png"), glance)


def fill(hall: FakeHall) -> None:
    """Give every case thumbnails and pictures of its steps."""
    drawn = _drawn()
    hall.thumbnails.update(drawn.thumbnails)
    hidden = {"grey": "", "why_not": "No picture: text may be burnt into it."}
    hall.importing.glances.take([{"id": f"{case}-loc", "grey": drawn.glance, "why_not": ""} for case in hall.store])
    hall.importing.glances.take([{"id": f"{case}-seg", **hidden} for case in hall.store])
    for case in hall.found:
        for step, _, _ in STEPS:
            hall.files[case, f"picture/{step}"] = drawn.board
