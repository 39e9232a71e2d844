"""The page to print: diameters of known ellipses, pictures turned by the affine, and what the page says."""

import base64
import re
import zlib
from pathlib import Path

import numpy as np
import pytest
from parcels import ORIGIN

from fets_desktop.exchange.diameters import largest_diameters
from fets_desktop.exchange.key_images import key_images
from fets_desktop.exchange.report import Contents, write_report
from fets_desktop.study.grid import BRATS_GRID, Grid
from fets_desktop.study.labels import BRATS_2021, Tissue
from fets_desktop.study.origin import Making, Origin
from fets_desktop.study.volume import LabelMap, Volume

PLAIN = Grid.from_affine((12, 90, 100), np.diag([-1.0, -1.0, 2.0, 1.0]))


def ellipse(grid: Grid, a_mm: float, b_mm: float, degrees: float, at_mm=(48.2, 44.7)) -> np.ndarray:
    """An ellipse on every slice of a grid."""
    x_mm, y_mm, _ = grid.spacing_mm
    y, x = np.mgrid[: grid.shape[1], : grid.shape[2]]
    u, v = x * x_mm - at_mm[0], y * y_mm - at_mm[1]
    c, s = np.cos(np.radians(degrees)), np.sin(np.radians(degrees))
    inside = ((u * c + v * s) / a_mm) ** 2 + ((v * c - u * s) / b_mm) ** 2 <= 1
    return np.repeat(inside[None], grid.shape[0], axis=0)


@pytest.mark.parametrize("degrees", [0, 20, 45, 90, 130])
@pytest.mark.parametrize("axes", [(30.0, 12.0), (22.0, 20.0), (8.0, 5.0)])
@pytest.mark.parametrize("grid", [PLAIN, Grid.from_affine((3, 180, 110), np.diag([-0.9, -0.5, 5.0, 1.0]))])
def test_an_ellipse_has_its_diameters(degrees: float, axes: tuple[float, float], grid: Grid) -> None:
    found = largest_diameters(ellipse(grid, *axes, degrees), grid)
    assert found is not None
    assert found.longest_mm == pytest.approx(2 * axes[0], abs=1.1)
    assert found.across_mm == pytest.approx(2 * axes[1], abs=1.1)
    assert found.product_mm2 == pytest.approx(found.longest_mm * found.across_mm)
    a, b, c, d = (np.array(end) * grid.spacing_mm[:2] for end in found.ends)
    assert np.linalg.norm(b - a) == pytest.approx(found.longest_mm, abs=1e-6)
    assert np.linalg.norm(d - c) == pytest.approx(found.across_mm, abs=1e-6)
    assert abs(float((b - a) @ (d - c))) < 1e-6, "at right angles"


def test_the_slice_and_part_with_the_largest_product_count() -> None:
    mask = np.zeros(PLAIN.shape, bool)
    mask[3] = ellipse(PLAIN, 10, 10, 0)[0]
    mask[7] = ellipse(PLAIN, 20, 6, 0, (30, 60))[0] | ellipse(PLAIN, 14, 14, 0, (70, 20))[0]
    found = largest_diameters(mask, PLAIN)
    assert found is not None
    assert (found.slice, found.longest_mm) == (7, pytest.approx(28, abs=1.1))


def test_necrosis_is_measured_over_and_specks_are_not_measured() -> None:
    ring = ellipse(PLAIN, 20, 15, 30) & ~ellipse(PLAIN, 15, 10, 30)
    found = largest_diameters(ring, PLAIN)
    assert found is not None
    assert found.longest_mm == pytest.approx(40, abs=1.1)
    assert found.across_mm == pytest.approx(30, abs=1.1)
    speck = np.zeros(PLAIN.shape, bool)
    speck[4, 10, 10:12] = True
    assert largest_diameters(speck, PLAIN) is None
    line = np.zeros(PLAIN.shape, bool)
    line[4, 10, 10:30] = True
    thin = largest_diameters(line, PLAIN)
    assert thin is not None
    assert (thin.longest_mm, thin.across_mm) == (pytest.approx(20, abs=1.01), pytest.approx(1, abs=0.3))


def head_on(grid: Grid) -> tuple[Volume, LabelMap]:
    """Brighter to the patient's left, front and top; a lesion at the front left above the middle."""
    z, y, x = np.indices(grid.shape)
    ras = grid.to_ras(np.stack([x, y, z], axis=-1))
    voxels = 300 + 2 * -ras[..., 0] + 3 * ras[..., 1] + 5 * ras[..., 2]
    near = np.linalg.norm(ras - [-14, 12, 10], axis=-1)
    return (
        Volume(voxels.astype(np.float32), grid),
        LabelMap(np.select([near < 5, near < 8], [4, 2], 0).astype(np.uint8), grid, BRATS_2021),
    )


def stored(codes: str) -> Grid:
    """A grid of 60 mm around the origin whose axes lead to these letters."""
    ways = {"R": (0, 1), "L": (0, -1), "A": (1, 1), "P": (1, -1), "S": (2, 1), "I": (2, -1)}
    affine = np.eye(4)
    affine[:3, :3] = 0
    for column, code in enumerate(codes):
        row, sign = ways[code]
        affine[row, column] = 2.0 * sign
        affine[row, 3] = -30.0 * sign
    return Grid.from_affine((31, 31, 31), affine)


@pytest.mark.parametrize("codes", ["LPS", "RAS", "RPI", "PSR", "ASL", "SLA", "IPR"])
def test_pictures_are_hung_the_same_however_the_voxels_are_stored(codes: str) -> None:
    axial, sagittal, coronal = key_images(*head_on(stored(codes)))
    assert [i.plane for i in (axial, sagittal, coronal)] == ["axial", "sagittal", "coronal"]
    assert axial.letters == ("R", "L", "A", "P")
    assert sagittal.letters == ("A", "P", "S", "I")
    assert coronal.letters == ("R", "L", "S", "I")
    for image, right, down in ((axial, 1, -1), (sagittal, -1, -1), (coronal, 1, -1)):
        rows = image.pixels.astype(float)
        assert np.sign(rows[:, -5:].mean() - rows[:, :5].mean()) == right
        assert np.sign(rows[-5:].mean() - rows[:5].mean()) == down
        core = next(line for tissue, line in image.outlines if tissue is Tissue.ET)
        column, row = core.mean(axis=0)
        height, width = image.pixels.shape
        assert (column > width / 2) == (image.plane != "sagittal"), "left is on the right; front is on the left"
        assert row < height / 2, "front or top is up"


def words_of(pdf: Path) -> tuple[bytes, bytes]:
    """The whole file, and its page's drawing unpacked."""
    raw = pdf.read_bytes()
    streams = []
    for match in re.finditer(rb"\nstream\r?\n(.*?)\s*endstream", raw, re.S):
        try:
            streams.append(zlib.decompress(base64.a85decode(match.group(1).removesuffix(b"~>"))))
        except Exception:
            continue
    return raw, b"\n".join(streams)


def contents(origin: Origin = ORIGIN) -> Contents:
    volume, labels = head_on(stored("LPS"))
    images = key_images(volume, labels)
    return Contents(
        origin,
        "2026-01-04",
        [("T1 with contrast agent", images), ("T2-FLAIR", images)],
        [("Enhancing tumour (ET)", 1.25), ("Whole tumour (WT)", 30.5)],
        [(Tissue.NCR, 0.0), (Tissue.ED, 29.25), (Tissue.ET, 1.25)],
        {"Enhancing tumour": largest_diameters(labels.array == 4, labels.grid), "Whole tumour": None},
    )


def test_the_page_is_one_a4_page_and_the_same_every_time(tmp_path: Path) -> None:
    one = write_report(contents(), tmp_path / "a.pdf").read_bytes()
    assert one == write_report(contents(), tmp_path / "b.pdf").read_bytes()
    assert one.startswith(b"%PDF-")
    assert len(re.findall(rb"/Type /Page\b", one)) == 1
    box = re.search(rb"/MediaBox \[ 0 0 ([0-9.]+) ([0-9.]+) \]", one)
    assert box
    assert [round(float(v)) for v in box.groups()] == [595, 842]
    assert b"Inter" in one


def test_the_page_names_the_pseudonym_in_its_title_and_draws_within_its_borders(tmp_path: Path) -> None:
    raw, drawn = words_of(write_report(contents(), tmp_path / "a.pdf"))
    assert ORIGIN.case.encode() in raw
    assert b"Not for diagnostic use" in raw
    assert drawn.count(b" Do") >= 6, "six pictures"
    places = [tuple(map(float, m)) for m in re.findall(rb"1 0 0 1 ([0-9.]+) ([0-9.]+) Tm", drawn)]
    assert places
    assert all(0 < x < 595 and 0 < y < 842 for x, y in places)


def test_the_page_stands_long_names_and_unsigned_labels(tmp_path: Path) -> None:
    long = Origin("P-1", "Q", "P-1/1", Making.MANUAL, author="Prof. Dr. " + "Müller-Lüdenscheidt " * 12, created="")
    assert write_report(contents(long), tmp_path / "a.pdf").stat().st_size > 20_000


def test_the_atlas_shows_right_on_the_left() -> None:
    assert BRATS_GRID.axis_codes == ("L", "P", "S")
