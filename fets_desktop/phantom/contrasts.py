"""What every kind of matter looks like in the four contrasts, relative to normal white matter.

Source: usual signal of the tissues on clinical spin-echo T1, T1 with gadolinium, T2 and T2-FLAIR at 1.5 to 3 T.
"""

from collections.abc import Mapping
from enum import StrEnum

import numpy as np

from fets_desktop.phantom.smooth import Float32
from fets_desktop.study.contrast import Contrast


class Matter(StrEnum):
    """What a voxel can be made of."""

    CSF = "CSF"
    GM = "GM"
    WM = "WM"
    NCR = "NCR"
    ED = "ED"
    ET = "ET"
    BLOOD = "blood"
    VESSEL = "vessel"
    CHOROID = "choroid"
    DURA = "dura"
    BONE = "bone"
    MARROW = "marrow"
    FAT = "fat"
    MUSCLE = "muscle"
    SKIN = "skin"
    MUCOSA = "mucosa"
    VITREOUS = "vitreous"


_ORDER = (Contrast.T1, Contrast.T1GD, Contrast.T2, Contrast.FLAIR)
_ROWS: dict[Matter, tuple[float, float, float, float]] = {
    #                T1    T1Gd  T2    FLAIR
    Matter.CSF: (0.24, 0.25, 2.75, 0.16),
    Matter.GM: (0.70, 0.74, 1.42, 1.28),
    Matter.WM: (1.00, 1.00, 1.00, 1.00),
    Matter.NCR: (0.44, 0.48, 2.15, 1.05),
    Matter.ED: (0.72, 0.73, 1.95, 1.95),
    Matter.ET: (0.68, 1.75, 1.60, 1.55),
    Matter.BLOOD: (0.50, 1.65, 0.35, 0.40),
    Matter.VESSEL: (0.45, 1.60, 0.50, 0.45),
    Matter.CHOROID: (0.45, 1.15, 2.20, 0.90),
    Matter.DURA: (0.40, 0.85, 0.35, 0.45),
    Matter.BONE: (0.08, 0.08, 0.10, 0.08),
    Matter.MARROW: (0.95, 1.00, 0.80, 0.70),
    Matter.FAT: (1.75, 1.70, 1.55, 1.35),
    Matter.MUSCLE: (0.62, 0.72, 0.50, 0.60),
    Matter.SKIN: (0.80, 0.95, 0.60, 0.70),
    Matter.MUCOSA: (0.62, 1.45, 2.10, 1.40),
    Matter.VITREOUS: (0.25, 0.25, 2.80, 0.20),
}
SIGNAL: dict[Contrast, dict[Matter, float]] = {
    contrast: {matter: row[i] for matter, row in _ROWS.items()} for i, contrast in enumerate(_ORDER)
}
"""Signal relative to white matter."""

_VARIED = (Matter.GM, Matter.CSF, Matter.NCR, Matter.ED, Matter.ET, Matter.FAT)


def patient_signal(rng: np.random.Generator) -> dict[Contrast, dict[Matter, float]]:
    """Return the table for one patient at one scanner: tissue signals a few percent off the mean."""
    tables = {}
    for contrast in _ORDER:
        table = dict(SIGNAL[contrast])
        for matter in _VARIED:
            table[matter] *= float(np.exp(rng.normal(0, 0.045)))
        tables[contrast] = table
    return tables


def mix(fractions: Mapping[Matter, Float32], table: Mapping[Matter, float]) -> Float32:
    """Return the signal `(z, y, x)` of mixed voxels: the sum of fractions times signals."""
    total: Float32 | None = None
    for matter, share in fractions.items():
        piece = share * np.float32(table[matter])
        total = piece if total is None else total + piece
    if total is None:
        raise ValueError("nothing to mix")
    return total
