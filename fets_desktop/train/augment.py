"""Changes of a patch that leave its meaning: where it lies, how it was scanned. Plain numpy and torch, seeded.

"paper" is what the federation used: flips, rotations by 90 and 180 degrees, noise. "strong" adds what few cases need:
small affine and elastic warps, other contrasts, bias fields, thick slices. "wild" is "strong" with contrasts that lie
further off, for patients whose scanners none of the few cases stands for. Source: Pati et al. 2022.
"""

from collections.abc import Callable

import numpy as np
import numpy.typing as npt
import torch
from torch.nn import functional

from fets_desktop.train.patches import Patch

Floats = npt.NDArray[np.float32]
KINDS = ("none", "paper", "strong", "wild")
_AXES = (1, 2, 3)


def augment(patch: Patch, kind: str, rng: np.random.Generator) -> Patch:
    """Return a changed patch of the same shape; volumes stay zero outside the brain.

    Raises:
        ValueError: If `kind` is unknown.
    """
    if kind not in KINDS:
        raise ValueError(f"augmentation is one of {', '.join(KINDS)}, not {kind}")
    if kind == "none":
        return patch
    if kind in ("strong", "wild") and rng.random() < 0.5:
        patch = warp(patch, rng)
    patch = turn(patch, rng)
    if kind == "paper":
        return Patch(_within(patch.volumes, noise(patch.volumes, rng, 0.1)), patch.regions)
    if kind == "wild":
        return Patch(repaint(patch.volumes, rng), patch.regions)
    return Patch(recolour(patch.volumes, rng), patch.regions)


def _within(before: Floats, after: Floats) -> Floats:
    return np.where(before != 0, after, np.float32(0)).astype(np.float32)


def turn(patch: Patch, rng: np.random.Generator) -> Patch:
    """Mirror along each axis with probability 1/2 and turn by a multiple of 90 degrees about a random axis."""
    volumes, regions = patch.volumes, patch.regions
    for axis in _AXES:
        if rng.random() < 0.5:
            volumes, regions = np.flip(volumes, axis), np.flip(regions, axis)
    if rng.random() < 0.5:
        first, second = rng.choice(_AXES, size=2, replace=False)
        times = int(rng.integers(1, 4))
        volumes = np.rot90(volumes, times, (first, second))
        regions = np.rot90(regions, times, (first, second))
    return Patch(np.ascontiguousarray(volumes), np.ascontiguousarray(regions))


def warp(patch: Patch, rng: np.random.Generator, degrees: float = 15, scale: float = 0.15, bend: float = 0.04) -> Patch:
    """Turn, scale and bend a patch a little: linear for the volumes, nearest for the regions.

    Args:
        patch: What to warp.
        rng: Source of chance.
        degrees: Largest turn about each axis.
        scale: Largest relative change of size along each axis.
        bend: Standard deviation of the elastic displacement, as a part of half the patch's edge.
    """
    angles = np.deg2rad(rng.uniform(-degrees, degrees, 3))
    matrix = np.diag(rng.uniform(1 - scale, 1 + scale, 3))
    for axis, angle in enumerate(angles):
        turned = np.eye(3)
        i, j = (axis + 1) % 3, (axis + 2) % 3
        turned[i, i] = turned[j, j] = np.cos(angle)
        turned[i, j], turned[j, i] = -np.sin(angle), np.sin(angle)
        matrix = turned @ matrix
    theta = torch.from_numpy(np.hstack([matrix, np.zeros((3, 1))]).astype(np.float32))[None]
    shape = patch.regions.shape[1:]
    grid = functional.affine_grid(theta, [1, 1, *shape], align_corners=False)
    coarse = torch.from_numpy(rng.normal(0, bend, (1, 3, 5, 5, 5)).astype(np.float32))
    grid = grid + functional.interpolate(coarse, size=shape, mode="trilinear", align_corners=True).permute(
        0, 2, 3, 4, 1
    )
    volumes = functional.grid_sample(
        torch.from_numpy(patch.volumes)[None], grid, "bilinear", "zeros", align_corners=False
    )
    regions = functional.grid_sample(
        torch.from_numpy(patch.regions)[None], grid, "nearest", "zeros", align_corners=False
    )
    return Patch(volumes[0].numpy(), regions[0].numpy())


def noise(volumes: Floats, rng: np.random.Generator, largest: float) -> Floats:
    """Add white noise with a standard deviation drawn from 0..`largest` (the brain's own is 1)."""
    drawn = rng.standard_normal(volumes.shape, dtype=np.float32)
    return np.asarray(volumes + np.float32(rng.uniform(0, largest)) * drawn, dtype=np.float32)


def recolour(volumes: Floats, rng: np.random.Generator) -> Floats:
    """Let every contrast look as if another scanner had made it."""
    out = volumes
    steps: tuple[tuple[float, Callable[[Floats, np.random.Generator], Floats]], ...] = (
        (0.7, curve),
        (0.3, bias_field),
        (0.2, thick_slices),
        (0.8, shift),
    )
    for probability, step in steps:
        changed = [step(v, rng) if rng.random() < probability else v for v in out]
        out = np.stack(changed)
    if rng.random() < 0.5:
        out = noise(out, rng, 0.25)
    return _within(volumes, out)


def repaint(volumes: Floats, rng: np.random.Generator) -> Floats:
    """Recolour, and half of the time bend, scale and shift once more: contrasts further off than scanners are."""
    out = recolour(volumes, rng)
    if rng.random() < 0.5:
        further = [shift(curve(v, rng, 0.9), rng) if rng.random() < 0.5 else v for v in out]
        out = _within(volumes, np.stack(further))
    return out


def curve(volume: Floats, rng: np.random.Generator, unevenness: float = 0.6) -> Floats:
    """Bend the grey values by a random rising curve, keeping the patch's mean and spread.

    Args:
        volume: `(z, y, x)`, zero outside the brain.
        rng: Source of chance.
        unevenness: Standard deviation of the logarithm of the curve's slopes.
    """
    inside = volume != 0
    values = volume[inside]
    if values.size < 2 or not (spread := float(values.std())) > 0:
        return volume
    low, high = np.percentile(values[:: max(1, values.size // 5000)], (0.5, 99.5))
    stops = np.linspace(low, high, 6)
    rises = np.exp(rng.normal(0, unevenness, 5))
    bent = np.interp(values, stops, np.concatenate([[0.0], np.cumsum(rises)]))
    # beyond the stops the curve is flat; the tails keep their own slope so that bright spots stay bright
    bent += (values - np.clip(values, low, high)) * (bent.std() / spread)
    if not (after := float(bent.std())) > 0:
        return volume
    out = volume.copy()
    out[inside] = (bent - bent.mean()) * (spread / after) + values.mean()
    return out


def shift(volume: Floats, rng: np.random.Generator) -> Floats:
    """Scale by 0.75..1.3 and shift by up to 0.4: what a z-score over another patient's brain may do."""
    return np.asarray(
        volume * np.float32(rng.uniform(0.75, 1.3)) + np.float32(rng.uniform(-0.4, 0.4)), dtype=np.float32
    )


def bias_field(volume: Floats, rng: np.random.Generator) -> Floats:
    """Add a slope that changes slowly over the patch, up to 0.5 of the brain's spread."""
    coarse = torch.from_numpy(rng.uniform(-0.5, 0.5, (1, 1, 3, 3, 3)).astype(np.float32))
    field = functional.interpolate(coarse, size=volume.shape, mode="trilinear", align_corners=True)
    return np.asarray(volume + field[0, 0].numpy(), dtype=np.float32)


def thick_slices(volume: Floats, rng: np.random.Generator) -> Floats:
    """Average 2 to 4 neighbouring planes along one axis and interpolate back, as a clinical series looks."""
    shape = list(volume.shape)
    axis = int(rng.integers(3))
    coarse = list(shape)
    coarse[axis] = max(2, shape[axis] // int(rng.integers(2, 5)))
    whole = torch.from_numpy(np.ascontiguousarray(volume))[None, None]
    thick = functional.interpolate(whole, size=coarse, mode="area")
    return functional.interpolate(thick, size=shape, mode="trilinear", align_corners=False)[0, 0].numpy()
