"""Patches out of ready cases: centred on the tumour with a stated probability, else anywhere in the brain."""

from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from fets_desktop.study.labels import REGIONS
from fets_desktop.train.cases import ReadyCase

Floats = npt.NDArray[np.float32]


@dataclass(frozen=True, eq=False)
class Patch:
    """A cube of a case.

    Attributes:
        volumes: `(4, p, p, p)` float32, z-scored, zero outside the brain.
        regions: `(3, p, p, p)` float32, 0 or 1, in the order of `REGIONS`.
    """

    volumes: Floats
    regions: Floats


def choose_centre(case: ReadyCase, rng: np.random.Generator, tumour_probability: float) -> tuple[int, int, int]:
    """Choose a patch's centre `(z, y, x)`: a voxel of a region drawn at random from those present, or of the brain."""
    if rng.random() < tumour_probability:
        present = [bit for bit in range(len(REGIONS)) if (case.regions & (1 << bit)).any()]
        if present:
            bit = present[int(rng.integers(len(present)))]
            return _pick(case.regions & (1 << bit), rng)
    return _pick(case.volumes[0], rng)


def _pick(mask: npt.NDArray[np.generic], rng: np.random.Generator) -> tuple[int, int, int]:
    places = np.flatnonzero(mask)
    index = int(places[int(rng.integers(places.size))]) if places.size else mask.size // 2
    z, y, x = np.unravel_index(index, mask.shape)
    return int(z), int(y), int(x)


def start_around(centre: int, edge: int, length: int, rng: np.random.Generator) -> int:
    """Return where an edge starts on an axis: `centre` in its middle half, all inside the crop if that is longer."""
    start = centre - edge // 2 + int(rng.integers(-(edge // 4), edge // 4 + 1))
    if length <= edge:
        return -((edge - length) // 2)  # the whole crop in the middle, zeros around
    return min(max(start, 0), length - edge)


def cut(case: ReadyCase, start: tuple[int, int, int], edge: int) -> Patch:
    """Cut a cube; what lies outside the crop is zero, as the outside of the brain is."""
    volumes = np.zeros((case.volumes.shape[0], edge, edge, edge), dtype=np.float32)
    bits = np.zeros((edge, edge, edge), dtype=np.uint8)
    source, target = [], []
    for begin, length in zip(start, case.shape, strict=True):
        low, high = max(begin, 0), min(begin + edge, length)
        source.append(slice(low, high))
        target.append(slice(low - begin, high - begin))
    volumes[(slice(None), *target)] = case.volumes[(slice(None), *source)]
    bits[tuple(target)] = case.regions[tuple(source)]
    regions = np.stack([(bits >> bit) & 1 for bit in range(len(REGIONS))]).astype(np.float32)
    return Patch(volumes, regions)


def place_of(case: ReadyCase, edge: int, tumour_probability: float, rng: np.random.Generator) -> tuple[int, int, int]:
    """Choose where a patch with edges of `edge` voxels starts, `(z, y, x)`."""
    centre = choose_centre(case, rng, tumour_probability)
    z, y, x = (start_around(c, edge, n, rng) for c, n in zip(centre, case.shape, strict=True))
    return z, y, x


def draw(case: ReadyCase, edge: int, tumour_probability: float, rng: np.random.Generator) -> Patch:
    """Draw one patch of a case with edges of `edge` voxels."""
    return cut(case, place_of(case, edge, tumour_probability, rng), edge)
