"""Pairs of masks that are the same on every machine, for scores that another program computed."""

from collections.abc import Iterator

import numpy as np
from scipy import ndimage

SHAPE = (40, 48, 44)


def pairs() -> Iterator[tuple[str, np.ndarray, np.ndarray]]:
    """Yield a name, what was found and the reference: one blob moved, many blobs, specks, nothing."""
    grid = np.indices(SHAPE)

    def ball(z: float, y: float, x: float, radius: float) -> np.ndarray:
        return sum((axis - at) ** 2 for axis, at in zip(grid, (z, y, x), strict=True)) <= radius**2

    nothing = np.zeros(SHAPE, dtype=bool)
    one = ball(18, 22, 20, 9)
    yield "moved", ball(19, 25, 20, 8), one
    yield "same", one, one
    yield "nothing found", nothing, one
    yield "nothing there", ball(18, 22, 20, 4), nothing
    yield "nothing at all", nothing, nothing
    two = ball(12, 12, 12, 6) | ball(28, 34, 30, 5)
    yield "one of two missed, one invented", ball(12, 13, 12, 5) | ball(30, 10, 34, 3), two
    near = ball(15, 20, 12, 5) | ball(15, 20, 24, 4)
    yield "two that meet when they grow", ball(15, 20, 12, 5), near
    yield (
        "one piece over two",
        ball(20, 12, 20, 4) | ball(20, 34, 20, 4) | (ball(20, 23, 20, 10)),
        (ball(20, 12, 20, 4) | ball(20, 34, 20, 4)),
    )
    yield "a lesion too small to count", one | ball(34, 6, 6, 1), one | ball(34, 6, 6, 2)
    yield "at the border", ball(0, 0, 0, 7), ball(1, 2, 0, 7)
    for seed in range(6):
        rng = np.random.default_rng(seed)
        smooth = [ndimage.gaussian_filter(rng.standard_normal(SHAPE), 2.5) for _ in range(2)]
        reference = smooth[0] > np.quantile(smooth[0], 0.93)
        found = smooth[0] + 0.6 * smooth[1] > np.quantile(smooth[0], 0.95)
        yield f"many {seed}", found, reference
