"""The scanner: native grids, patient motion between series, slice profile, coil sensitivity, noise, whole numbers."""

from dataclasses import dataclass
from typing import Any

import numpy as np
import numpy.typing as npt
import SimpleITK as sitk  # noqa: N813

from fets_desktop.imaging.convert import to_array, to_image
from fets_desktop.imaging.resample import reference
from fets_desktop.phantom.anatomy import grid_of_box
from fets_desktop.phantom.smooth import Float32, smooth_noise
from fets_desktop.study.contrast import Contrast
from fets_desktop.study.crop import Box, box_of
from fets_desktop.study.grid import Affine, FloatArray, Grid
from fets_desktop.study.volume import LabelArray, Mask, Volume

_RAS_LPS = np.diag([-1.0, -1.0, 1.0, 1.0])
_HIGHEST = 4095


@dataclass(frozen=True)
class Protocol:
    """How one series is acquired.

    Attributes:
        axes: RAS directions in which i, j and k grow.
        spacing_mm: Along i, j, k; slices are as thick as they are far apart.
        size: Voxels along i, j, k.
        tilt_degrees: Usual angulation of the slices about the patient's left-right axis.
    """

    axes: tuple[str, str, str]
    spacing_mm: tuple[float, float, float]
    size: tuple[int, int, int]
    tilt_degrees: float


PROTOCOLS: dict[Contrast, tuple[Protocol, ...]] = {
    Contrast.T1: (Protocol(("L", "P", "S"), (0.9, 0.9, 5.0), (256, 256, 36), 12.0),),
    Contrast.T1GD: (Protocol(("P", "I", "R"), (1.0, 1.0, 1.0), (256, 256, 176), 0.0),),
    Contrast.T2: (Protocol(("L", "P", "S"), (0.6, 0.6, 4.0), (384, 384, 42), 6.0),),
    Contrast.FLAIR: (
        Protocol(("L", "P", "S"), (0.9, 0.9, 5.0), (256, 256, 36), -8.0),
        Protocol(("L", "I", "P"), (0.9, 0.9, 5.0), (256, 256, 42), 7.0),
    ),
}
_DIRECTIONS = {
    "R": (1, 0, 0), "L": (-1, 0, 0), "A": (0, 1, 0), "P": (0, -1, 0), "S": (0, 0, 1), "I": (0, 0, -1),
}  # fmt: skip


@dataclass(frozen=True)
class Site:
    """A scanner's habits.

    Attributes:
        gain: Units of white matter, by contrast.
        noise: Standard deviation as a part of white matter, by contrast.
        shading: Strength of the coil's uneven sensitivity.
    """

    gain: dict[Contrast, float]
    noise: dict[Contrast, float]
    shading: float


def draw_site(rng: np.random.Generator) -> Site:
    """Draw a scanner."""
    gain = {contrast: float(np.exp(rng.uniform(np.log(220), np.log(800)))) for contrast in Contrast}
    noise = {contrast: float(rng.uniform(0.018, 0.042)) for contrast in Contrast}
    return Site(gain, noise, float(rng.uniform(0.05, 0.13)))


def turn(degrees: tuple[float, float, float]) -> Affine:
    """Return the `(4, 4)` rotation about x, then y, then z."""
    out = np.eye(4)
    for axis, angle in enumerate(np.radians(degrees)):
        a, b = (axis + 1) % 3, (axis + 2) % 3
        step = np.eye(4)
        step[a, a] = step[b, b] = np.cos(angle)
        step[b, a], step[a, b] = np.sin(angle), -np.sin(angle)
        out = step @ out
    return out


def draw_motion(rng: np.random.Generator, centre_ras: FloatArray, degrees: float, shift_mm: float) -> Affine:
    """Draw a rigid `(4, 4)` motion about a point: up to `degrees` about every axis, `shift_mm` along every axis."""
    angles = rng.uniform(-degrees, degrees, 3)
    out = turn((float(angles[0]), float(angles[1]), float(angles[2])))
    out[:3, 3] = centre_ras - out[:3, :3] @ centre_ras + rng.uniform(-shift_mm, shift_mm, 3)
    return out


def draw_grid(protocol: Protocol, centre_ras: FloatArray, rng: np.random.Generator) -> Grid:
    """Plan the slices: around a point, angulated as the technician likes."""
    angles = rng.normal((protocol.tilt_degrees, 0, 0), (2.0, 1.5, 1.5))
    axes = np.array([_DIRECTIONS[letter] for letter in protocol.axes], dtype=np.float64).T
    affine = np.eye(4)
    affine[:3, :3] = turn((float(angles[0]), float(angles[1]), float(angles[2])))[:3, :3] @ axes
    affine[:3, :3] *= np.array(protocol.spacing_mm)
    middle = (np.array(protocol.size) - 1) / 2
    affine[:3, 3] = centre_ras + rng.uniform(-4, 4, 3) - affine[:3, :3] @ middle
    i, j, k = protocol.size
    return Grid.from_affine((k, j, i), affine)


def _thin(grid: Grid) -> tuple[Grid, int]:
    """Return the grid with slices of about 1 mm, several of which make one slice."""
    several = max(1, round(grid.spacing_mm[2]))
    affine = grid.affine
    affine[:3, 2] /= several
    affine[:3, 3] -= affine[:3, 2] * (several - 1) / 2
    z, y, x = grid.shape
    return Grid.from_affine((z * several, y, x), affine), several


def _sample(array: npt.NDArray[Any], source: Grid, grid: Grid, to_source: Affine, nearest: bool) -> npt.NDArray[Any]:
    lps = _RAS_LPS @ to_source @ _RAS_LPS
    transform = sitk.AffineTransform(3)
    transform.SetMatrix(lps[:3, :3].ravel().tolist())
    transform.SetTranslation(lps[:3, 3].tolist())
    how = sitk.sitkNearestNeighbor if nearest else sitk.sitkLinear
    return to_array(sitk.Resample(to_image(array, source), reference(grid), transform, how, 0.0))


def acquire(signal: Float32, source: Grid, grid: Grid, to_source: Affine) -> Float32:
    """Return the noiseless signal on a native grid, averaged over the slice thickness."""
    thin, several = _thin(grid)
    fine = _sample(signal, source, thin, to_source, nearest=False)
    z, y, x = grid.shape
    return np.asarray(fine.reshape(z, several, y, x).mean(axis=1), dtype=np.float32)


def acquire_labels(labels: LabelArray, source: Grid, grid: Grid, to_source: Affine) -> LabelArray:
    """Return for every native voxel the label that fills most of it; nothing where nothing fills more than others."""
    out = np.zeros(grid.shape, dtype=np.uint8)
    box = _seen(box_of(labels), source, grid, to_source)
    thin, several = _thin(grid_of_box(grid, box))
    z, y, x = box.shape
    fine = _sample(labels, source, thin, to_source, nearest=True).reshape(z, several, y, x)
    values = [0, *(int(v) for v in np.unique(labels) if v)]
    counts = np.stack([(fine == value).sum(axis=1) for value in values])
    out[box.slices] = np.array(values, dtype=np.uint8)[counts.argmax(axis=0)]
    return out


def acquire_mask(mask: Mask, source: Grid, grid: Grid, to_source: Affine) -> Mask:
    """Return the native voxels that are at least half inside."""
    out = np.zeros(grid.shape, dtype=np.bool_)
    box = _seen(box_of(mask), source, grid, to_source)
    out[box.slices] = acquire(mask.astype(np.float32), source, grid_of_box(grid, box), to_source) >= 0.5
    return out


def _seen(box: Box, source: Grid, grid: Grid, to_source: Affine) -> Box:
    """Return the native voxels that what lies in a box of the source can reach: the rest need not be looked at."""
    (z0, y0, x0), (z1, y1, x1) = box.start, box.stop
    corners = source.to_ras([[x, y, z] for x in (x0 - 1, x1) for y in (y0 - 1, y1) for z in (z0 - 1, z1)])
    back = np.linalg.inv(to_source)
    index = grid.to_index(corners @ back[:3, :3].T + back[:3, 3])[:, ::-1]
    # half a voxel more: a thick slice begins that much before its middle
    low, high = np.floor(index.min(axis=0) - 0.5), np.ceil(index.max(axis=0) + 1.5)
    a, b, c = (int(n) for n in low)
    d, e, f = (int(n) for n in high)
    return Box((a, b, c), (d, e, f)).clipped(grid.shape)


def expose(signal: Float32, grid: Grid, site: Site, contrast: Contrast, rng: np.random.Generator) -> Volume:
    """Return what the scanner stores: shaded, with Rician noise, whole numbers 0..4095 (as float32)."""
    uneven = np.exp(site.shading * shading(grid, rng))
    gain = np.float32(site.gain[contrast])
    spread = np.float32(site.noise[contrast]) * gain
    real = signal * uneven * gain + rng.standard_normal(signal.shape, dtype=np.float32) * spread
    imaginary = rng.standard_normal(signal.shape, dtype=np.float32) * spread
    return Volume(np.rint(np.hypot(real, imaginary)).clip(0, _HIGHEST).astype(np.float32), grid)


def shading(grid: Grid, rng: np.random.Generator) -> Float32:
    """Return a smooth field of spread about 1 that varies over some 90 mm, whatever the voxels are."""
    coarse = smooth_noise((24, 24, 24), 6.0, rng)
    z, y, x = grid.shape
    image = sitk.GetImageFromArray(coarse)
    sx, sy, sz = grid.spacing_mm
    image.SetSpacing([15.0, 15.0, 15.0])
    target = sitk.Image([x, y, z], sitk.sitkUInt8)
    target.SetSpacing([sx, sy, sz])
    target.SetOrigin([15.0, 15.0, 15.0])
    return np.asarray(to_array(sitk.Resample(image, target, sitk.Transform(), sitk.sitkLinear, 0.0)), dtype=np.float32)
