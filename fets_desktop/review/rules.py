"""Paint-over rules: which voxels a stroke may change."""

from dataclasses import dataclass

import numpy as np
import numpy.typing as npt


@dataclass(frozen=True)
class PaintRule:
    """What a stroke may paint over, judged by the labels as they were when it began.

    Attributes:
        over: Only voxels of this label value are changed (0: only background); None: any.
        locked: Label values that are neither painted over nor painted.
        inside_brain: Only voxels inside the brain mask are changed; without a mask it does nothing.
    """

    over: int | None = None
    locked: frozenset[int] = frozenset()
    inside_brain: bool = False

    def changeable(self) -> npt.NDArray[np.bool_]:
        """Return for every label value 0..255 whether it may be painted over, `(256,)`."""
        table = np.ones(256, dtype=np.bool_)
        if self.over is not None:
            table[:] = False
            table[self.over] = True
        table[list(self.locked)] = False
        return table


ANYWHERE = PaintRule()
"""The rule that forbids nothing."""
