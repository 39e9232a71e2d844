"""Arrays of a case turned to the directions that a network was trained in, and its answers turned back."""

from dataclasses import dataclass
from typing import Any

import numpy as np
import numpy.typing as npt

from fets_desktop.study.grid import Grid

_OPPOSITE = {"R": "L", "L": "R", "A": "P", "P": "A", "S": "I", "I": "S"}


@dataclass(frozen=True)
class Turn:
    """How `(channel, z, y, x)` becomes what a network takes.

    Attributes:
        order: For each axis of the network which of z, y, x it is (0, 1, 2).
        flipped: Which axes of the network run the other way.
    """

    order: tuple[int, ...] = (0, 1, 2)
    flipped: tuple[int, ...] = ()

    @staticmethod
    def to(orientation: str, grid: Grid) -> "Turn":
        """Return the turn from a grid's `(z, y, x)` to an orientation such as "RAS"; "" turns nothing."""
        if not orientation:
            return Turn()
        ours = grid.axis_codes[::-1]  # of z, y, x
        order = tuple(next(i for i, code in enumerate(ours) if code in (c, _OPPOSITE[c])) for c in orientation)
        flipped = tuple(axis for axis, c in enumerate(orientation) if ours[order[axis]] != c)
        return Turn(order, flipped)

    def there(self, array: npt.NDArray[Any]) -> npt.NDArray[Any]:
        """Return `(channel, z, y, x)` as the network takes it."""
        turned = array.transpose(0, *(axis + 1 for axis in self.order))
        return np.flip(turned, tuple(axis + 1 for axis in self.flipped))

    def back(self, array: npt.NDArray[Any]) -> npt.NDArray[Any]:
        """Return what came out, `(channel, ...)` in the network's axes, as `(channel, z, y, x)`."""
        flipped = np.flip(array, tuple(axis + 1 for axis in self.flipped))
        return flipped.transpose(0, *(self.order.index(axis) + 1 for axis in range(3)))
