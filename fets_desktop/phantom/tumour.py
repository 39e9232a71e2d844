"""The tumour: an irregular necrotic core in an enhancing rim, edema spreading along the white matter.

Source: label meanings as in BraTS (Menze et al. 2015); edema follows white matter rather than crossing grey matter.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace

import numpy as np
import SimpleITK as sitk  # noqa: N813
from scipy import ndimage

from fets_desktop.phantom.anatomy import MIDLINE_X, Atlas, Mass, Side, brain_fractions
from fets_desktop.phantom.smooth import Float32, ramp, smooth_noise
from fets_desktop.study.crop import box_of
from fets_desktop.study.grid import FloatArray
from fets_desktop.study.labels import BRATS_2021, Tissue
from fets_desktop.study.volume import LabelArray, Mask

_DEEP_MM = 17.0
_LEVELS = (52, 112)  # atlas slices above the brain stem and below the vertex
_LATERAL_MM = (19, 48)


@dataclass(frozen=True)
class TumourPlan:
    """Where the tumour sits and how big it is.

    Attributes:
        side: Hemisphere.
        centre: Voxel `(z, y, x)` in the cropped atlas.
        radius_mm: Of the tumour core, before irregularity.
        stretch: Factors on the three half-axes.
        rim_mm: Typical thickness of the enhancing rim.
        gap: Whether the rim is broken somewhere.
        edema_mm: Typical reach of the edema.
    """

    side: Side
    centre: tuple[float, float, float]
    radius_mm: float
    stretch: tuple[float, float, float]
    rim_mm: float
    gap: bool
    edema_mm: float

    @property
    def mass(self) -> Mass:
        """The mass effect: most of the core's volume is new."""
        return Mass(self.centre, 0.8 * self.radius_mm)


@dataclass(frozen=True, eq=False)
class Tumour:
    """A grown tumour, arrays `(z, y, x)`.

    Attributes:
        labels: Truth, values of BRATS_2021.
        edema: Strength of the edema 0..1, fading towards its margin; 0 outside.
    """

    labels: LabelArray
    edema: Float32


def plan_tumour(atlas: Atlas, rng: np.random.Generator, side: Side | None) -> TumourPlan:
    """Choose a place in deep white matter, on the wished side, and a size."""
    chosen = Side(("left", "right")[int(rng.integers(2))])
    chosen = side or chosen
    wm = ndimage.uniform_filter(brain_fractions(atlas.brain, atlas.wm_level)[2], 7)
    z, y, x = np.nonzero((wm > 0.72) & (atlas.depth_mm > _DEEP_MM))
    left = (x + atlas.box.start[2]) - MIDLINE_X
    lateral = left if chosen is Side.LEFT else -left
    level = z + atlas.box.start[0]
    fits = np.flatnonzero(
        (lateral > _LATERAL_MM[0]) & (lateral < _LATERAL_MM[1]) & (level > _LEVELS[0]) & (level < _LEVELS[1])
    )
    pick = fits[int(rng.random() * fits.size)]
    radius = float(rng.uniform(12.0, 22.0))
    a, b = np.exp(rng.normal(0, 0.13, 2))
    return TumourPlan(
        side=chosen,
        centre=(float(z[pick]), float(y[pick]), float(x[pick])),
        radius_mm=radius,
        stretch=(float(a), float(b), float(1 / (a * b))),
        rim_mm=float(rng.uniform(2.2, 4.4)),
        gap=bool(rng.random() < 0.4),
        edema_mm=float(rng.uniform(9.0, 19.0)),
    )


def grow(plan: TumourPlan, mask: Mask, csf: Float32, wm: Float32, x0: int, rng: np.random.Generator) -> Tumour:
    """Grow the tumour on the patient's anatomy.

    Args:
        plan: Place and size.
        mask: The patient's brain `(z, y, x)`.
        csf: Fraction of CSF.
        wm: Fraction of white matter.
        x0: The arrays' first column in the atlas grid.
        rng: The source of chance.
    """
    box = box_of(mask)
    whole = mask.shape
    mask, csf, wm = mask[box.slices], csf[box.slices], wm[box.slices]
    z, y, x = (c - start for c, start in zip(plan.centre, box.start, strict=True))
    here = replace(plan, centre=(z, y, x))
    core = _core(here, mask, csf, x0 + box.start[2], rng)
    necrosis = _necrosis(here, core, rng)
    strength = _edema(here, core, mask, csf, wm, rng)
    labels = np.zeros(mask.shape, dtype=np.uint8)
    labels[strength > 0] = BRATS_2021.value(Tissue.ED)
    labels[core] = BRATS_2021.value(Tissue.ET)
    labels[necrosis] = BRATS_2021.value(Tissue.NCR)
    tumour = Tumour(np.zeros(whole, dtype=np.uint8), np.zeros(whole, dtype=np.float32))
    tumour.labels[box.slices], tumour.edema[box.slices] = labels, strength
    return tumour


def _core(plan: TumourPlan, mask: Mask, csf: Float32, x0: int, rng: np.random.Generator) -> Mask:
    offset = [np.arange(n, dtype=np.float32) - np.float32(c) for n, c in zip(mask.shape, plan.centre, strict=True)]
    z, y, x = offset[0][:, None, None], offset[1][None, :, None], offset[2][None, None, :]
    a, b, c = plan.stretch
    radius = np.sqrt((z / a) ** 2 + (y / b) ** 2 + (x / c) ** 2)
    size = plan.radius_mm
    lobes = smooth_noise(mask.shape, 0.7 * size, rng) * np.float32(0.20 * size)
    bumps = smooth_noise(mask.shape, 5.5, rng) * np.float32(1.0)
    beyond = (np.arange(mask.shape[2]) + x0 - MIDLINE_X) * (-1 if plan.side is Side.LEFT else 1)
    falx = np.float32(1.5) * beyond.clip(-4, None).astype(np.float32) + np.float32(6.0)
    inside = (radius + lobes + bumps + falx.clip(0)[None, None, :] < size) & mask & (csf < 0.45)
    inside = ndimage.binary_opening(inside, iterations=2)
    return np.asarray(ndimage.binary_fill_holes(_largest(inside)), dtype=np.bool_)


def _largest(mask: Mask) -> Mask:
    parts, count = ndimage.label(mask)
    if count < 2:
        return mask
    sizes = np.bincount(parts.ravel())
    sizes[0] = 0
    return np.asarray(parts == int(sizes.argmax()), dtype=np.bool_)


def _necrosis(plan: TumourPlan, core: Mask, rng: np.random.Generator) -> Mask:
    depth = ndimage.distance_transform_edt(core)
    coarse, fine = smooth_noise(core.shape, 9.0, rng), smooth_noise(core.shape, 4.0, rng)
    rim = plan.rim_mm * np.exp(0.55 * coarse) + 0.7 * fine
    rim = rim.clip(1.6, None)
    if plan.gap:
        toward = rng.standard_normal(3)
        toward /= np.linalg.norm(toward)
        rim = np.where(_cone(core.shape, plan.centre, toward), 0.0, rim)
    return np.asarray(depth > rim, dtype=np.bool_)


def _cone(shape: tuple[int, int, int], centre: tuple[float, float, float], toward: FloatArray) -> Mask:
    z, y, x = (np.arange(n, dtype=np.float32) - np.float32(c) for n, c in zip(shape, centre, strict=True))
    along = (
        z[:, None, None] * np.float32(toward[0])
        + y[None, :, None] * np.float32(toward[1])
        + x[None, None, :] * np.float32(toward[2])
    )
    away = np.sqrt((z**2)[:, None, None] + (y**2)[None, :, None] + (x**2)[None, None, :]).clip(1e-3)
    return np.asarray(along / away > 0.93, dtype=np.bool_)


def _edema(plan: TumourPlan, core: Mask, mask: Mask, csf: Float32, wm: Float32, rng: np.random.Generator) -> Float32:
    fingers = np.exp(0.35 * smooth_noise(mask.shape, 11.0, rng))
    speed = np.where(mask & (csf < 0.5), (0.07 + ndimage.uniform_filter(wm, 3) ** 2) * fingers, 0.004)
    time = _arrival(core, speed.astype(np.float32)) + 5.0 * (1 - wm) + 0.8 * smooth_noise(mask.shape, 4.0, rng)
    open_to_it = mask & ~core & (csf < 0.5)
    reach = (3 * core.sum() / (4 * np.pi)) ** (1 / 3)
    wanted = int(0.5 * 4 / 3 * np.pi * ((reach + plan.edema_mm) ** 3 - reach**3))
    times = time[open_to_it]
    limit = float(np.partition(times, wanted)[wanted])
    within = ndimage.median_filter((open_to_it & (time < limit)).astype(np.uint8), 3) > 0
    within = _largest((within & open_to_it) | core) & ~core
    return np.asarray(np.where(within, 0.5 + 0.5 * ramp(limit - time, 0.0, 0.45 * limit), 0.0), dtype=np.float32)


def _arrival(core: Mask, speed: Float32) -> Float32:
    """Return the time a front from the core needs, marched at 2 mm and interpolated."""
    size = tuple(n - n % 2 for n in core.shape)
    z, y, x = size
    blocks = speed[:z, :y, :x].reshape(z // 2, 2, y // 2, 2, x // 2, 2).mean(axis=(1, 3, 5))
    seeds = np.argwhere(core[:z:2, :y:2, :x:2])
    marching = sitk.FastMarchingImageFilter()
    marching.SetTrialPoints([(int(i), int(j), int(k)) for k, j, i in seeds])
    marching.SetStoppingValue(60.0)
    coarse = sitk.GetArrayFromImage(marching.Execute(sitk.GetImageFromArray(blocks / 2.0)))
    where = [np.clip((np.arange(n) - 0.5) / 2, 0, m - 1) for n, m in zip(core.shape, coarse.shape, strict=True)]
    return _interpolate(np.minimum(coarse, 60.0).astype(np.float32), where)


def _interpolate(array: Float32, where: Sequence[FloatArray]) -> Float32:
    for axis, position in enumerate(where):
        low = np.floor(position).astype(int)
        high = np.minimum(low + 1, array.shape[axis] - 1)
        edge = [1, 1, 1]
        edge[axis] = -1
        t = (position - low).astype(np.float32).reshape(edge)
        array = np.take(array, low, axis=axis) * (1 - t) + np.take(array, high, axis=axis) * t
    return array
