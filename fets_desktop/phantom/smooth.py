"""Seeded smooth random fields, cheap enough to use freely; the bytes do not depend on the number of threads."""

import numpy as np
import numpy.typing as npt

Float32 = npt.NDArray[np.float32]
Shape = tuple[int, int, int]


def smooth_noise(shape: Shape, scale: float, rng: np.random.Generator) -> Float32:
    """Return a smooth random field `(z, y, x)` of mean about 0 and standard deviation about 1.

    A cubic B-spline over a lattice of independent normal values; no matrix product, whose sums would depend on threads.

    Args:
        shape: Voxels of the field.
        scale: Lattice spacing in voxels: roughly the size of a blob.
        rng: The source of chance.
    """
    lattice = tuple(int(np.ceil((n - 1) / scale)) + 4 for n in shape)
    field = rng.standard_normal(lattice, dtype=np.float32)
    for axis, n in enumerate(shape):
        field = _refine(field, axis, n, scale)
    return field / np.float32(_SPREAD)


_SPREAD = 0.329  # of a cubic B-spline over unit normals: (151/315)^1.5, the mean over all phases


def _refine(field: Float32, axis: int, n: int, scale: float) -> Float32:
    position = np.arange(n) / scale
    cell = np.floor(position).astype(np.intp)
    t = (position - cell).astype(np.float32)
    weights = ((1 - t) ** 3 / 6, (3 * t**3 - 6 * t**2 + 4) / 6, (-3 * t**3 + 3 * t**2 + 3 * t + 1) / 6, t**3 / 6)
    edge = [1, 1, 1]
    edge[axis] = n
    out = np.take(field, cell, axis=axis) * weights[0].reshape(edge)
    for step in (1, 2, 3):
        out += np.take(field, cell + step, axis=axis) * weights[step].reshape(edge)
    return np.asarray(out, dtype=np.float32)


def ramp(values: npt.NDArray[np.floating], low: float, high: float) -> Float32:
    """Return a smooth step from 0 at `low` to 1 at `high`; falls where `high` is the smaller."""
    # in place: on a whole head, fresh arrays cost more than the arithmetic
    t = np.asarray(values - np.float32(low), dtype=np.float32)
    t *= np.float32(1 / (high - low))
    np.clip(t, 0.0, 1.0, out=t)
    bend = t * np.float32(-2.0)
    bend += np.float32(3.0)
    t *= t
    t *= bend
    return t
