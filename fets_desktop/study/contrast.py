"""The four MR contrasts of a case and the names other tools know them by.

Source: Pati et al. 2022, Data (T1, T1Gd, T2, T2-FLAIR); BraTS file names; FETS-AI/Front-End CSV columns.
"""

from enum import StrEnum


class Contrast(StrEnum):
    """One of the four MR contrasts; a case that lacks one cannot train."""

    T1 = "T1"
    T1GD = "T1Gd"
    T2 = "T2"
    FLAIR = "FLAIR"

    @property
    def brats_name(self) -> str:
        """File-name part before BraTS 2023: t1, t1ce, t2, flair."""
        return _BRATS_NAMES[self]

    @property
    def brats2023_name(self) -> str:
        """File-name part since BraTS 2023: t1n, t1c, t2w, t2f."""
        return _BRATS2023_NAMES[self]


_BRATS_NAMES = {Contrast.T1: "t1", Contrast.T1GD: "t1ce", Contrast.T2: "t2", Contrast.FLAIR: "flair"}
_BRATS2023_NAMES = {Contrast.T1: "t1n", Contrast.T1GD: "t1c", Contrast.T2: "t2w", Contrast.FLAIR: "t2f"}

NETWORK_ORDER = (Contrast.T1, Contrast.T2, Contrast.FLAIR, Contrast.T1GD)
"""Input channels as FeTS's networks expect them (FETS-AI/Algorithms)."""

ALL_CONTRASTS = (Contrast.T1, Contrast.T1GD, Contrast.T2, Contrast.FLAIR)
"""The order in which a person reads them on every screen."""
