"""Text burnt into pixels is flagged; heads, noise and label maps are not."""

from pathlib import Path

import numpy as np
import numpy.typing as npt
import pytest
from PIL import Image, ImageDraw, ImageFont

from fets_desktop.dicom.burnt_in import may_hold_text
from fets_desktop.imaging.files import read_volume
from fets_desktop.study.resources import resource

FONTS = {"default": None, "Inter": "fonts/Inter-Regular.ttf"}
Array = npt.NDArray[np.float32]


def head(slices: int = 6, size: int = 256) -> Array:
    """Return ellipses with a bright rim, a few vessels and the noise of a scanner."""
    rng = np.random.default_rng(0)
    y, x = np.mgrid[-1 : 1 : size * 1j, -1 : 1 : size * 1j]
    radius = (x / 0.7) ** 2 + (y / 0.85) ** 2
    one = 400.0 * (radius < 1) + 900.0 * ((radius > 0.9) & (radius < 1))
    for _ in range(40):
        a, b = rng.integers(60, size - 60, 2)
        one[a : a + 3, b : b + 3] = 1200
    noise = np.abs(rng.normal(0, 12, (slices, size, size)))
    return (one + noise).round().astype(np.float32)


def burnt(volume: Array, words: str, size: int, font: str | None, level: float, *, smooth: bool) -> Array:
    canvas = Image.new("L", volume.shape[:0:-1], 0)
    pen = ImageDraw.Draw(canvas)
    pen.fontmode = "L" if smooth else "1"
    face = ImageFont.truetype(str(resource(font)), size) if font else ImageFont.load_default(size)
    pen.text((4, 4), words, fill=255, font=face)
    ink = np.asarray(canvas, np.float32) / 255
    return np.asarray(volume * (1 - ink) + level * ink, np.float32).round()


@pytest.mark.parametrize("smooth", [True, False])
@pytest.mark.parametrize("size", [10, 14, 20])
@pytest.mark.parametrize("font", FONTS.values(), ids=FONTS)
def test_bright_text_is_flagged(font: str | None, size: int, smooth: bool) -> None:
    volume = head()
    for level in (float(volume.max()), 4095.0):
        written = burnt(volume, "MUSTERMANN ERIKA", size, font, level, smooth=smooth)
        assert may_hold_text(written)
        assert may_hold_text(written.transpose(0, 2, 1)[:, ::-1]), "a volume may lie on its side"


def test_text_of_a_level_of_its_own_is_flagged_though_the_head_is_brighter() -> None:
    assert may_hold_text(burnt(head() * 2, "MUSTERMANN ERIKA", 20, None, 255, smooth=False))


@pytest.mark.parametrize("smooth", [True, False])
@pytest.mark.parametrize(("size", "share"), [(10, 0.1), (10, 0.25), (14, 0.1), (14, 0.25), (20, 0.4)])
@pytest.mark.parametrize("font", FONTS.values(), ids=FONTS)
def test_text_that_is_darker_than_the_head_is_flagged(font: str | None, size: int, share: float, smooth: bool) -> None:
    volume = head() * 2
    written = burnt(volume, "MUSTERMANN ERIKA", size, font, share * float(volume.max()), smooth=smooth)
    assert may_hold_text(written)


def test_noise_of_the_air_and_ghosts_are_not_taken_for_faint_text() -> None:
    rng = np.random.default_rng(2)
    for spread in (5.0, 40.0, 120.0):
        noisy = np.hypot(head() + rng.normal(0, spread, (6, 256, 256)), rng.normal(0, spread, (6, 256, 256)))
        # a head that moved throws faint copies of its rim over the air
        ghost = noisy + 0.15 * np.roll(head(), 100, axis=1)
        for volume in (noisy, ghost):
            assert not may_hold_text(volume.round().astype(np.float32))


def test_a_screen_of_two_levels_is_flagged() -> None:
    black = np.zeros((1, 512, 512), np.float32)
    assert may_hold_text(burnt(black, "Dose report 4711", 18, None, 255, smooth=False))
    white = 255 - burnt(black, "Dose report 4711", 18, None, 255, smooth=False)
    assert may_hold_text(white)


@pytest.mark.parametrize("words", ["", "R", "L 5"])
def test_heads_and_marks_of_sides_are_not_flagged(words: str) -> None:
    assert not may_hold_text(burnt(head(), words, 20, None, 1300, smooth=False))


def test_odd_volumes_do_no_harm() -> None:
    rng = np.random.default_rng(1)
    for volume in (
        np.zeros((3, 8, 8)),
        np.full((1, 64, 64), np.nan),
        rng.integers(0, 2, (2, 128, 128)),
        rng.normal(0, 1, (4, 100, 100)),
    ):
        assert not may_hold_text(volume.astype(np.float32))


def test_no_real_head_is_flagged(real_data: Path) -> None:
    for name in ("t1", "t1ce", "t2", "flair"):
        volume = read_volume(real_data / "native" / "TCGA-FG-6692" / f"{name}.nii.gz")
        assert not may_hold_text(volume.array)
        written = burnt(volume.array, "MUSTERMANN ERIKA", 14, None, float(volume.array.max()), smooth=True)
        assert may_hold_text(written)
