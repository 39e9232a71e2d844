"""The files of one prepared case: one name for each, known to the steps and to the recipe."""

from fets_desktop.imaging.rigid import ATLAS, transform_name
from fets_desktop.study.contrast import ALL_CONTRASTS, Contrast

FACTS = "facts.json"
BRAIN_MASK = "brain-mask.nii.gz"

MOVING = (Contrast.T1, Contrast.T2, Contrast.FLAIR)
"""The contrasts that are brought onto T1Gd."""

TO_ATLAS = transform_name(Contrast.T1GD, ATLAS)


def even(contrast: Contrast) -> str:
    """Return the file of a native series with its brightness evened out (N4); only registration looks at it."""
    return f"even-{contrast}.nii.gz"


def head(contrast: Contrast) -> str:
    """Return the file of a contrast in atlas space, with skull."""
    return f"head-{contrast}.nii.gz"


def brain(contrast: Contrast) -> str:
    """Return the file of a contrast in atlas space, brain only."""
    return f"brain-{contrast}.nii.gz"


def matrix(transform: str) -> str:
    """Return the file of a transform as greedy and ITK-SNAP read it."""
    return f"{transform}.mat"


def itk(transform: str) -> str:
    """Return the file of a transform as Slicer and ITK read it."""
    return f"{transform}.tfm"


def onto(contrast: Contrast) -> str:
    """Return the name of the transform that takes a contrast to T1Gd."""
    return transform_name(contrast, Contrast.T1GD)


def both_ways(contrast: Contrast) -> tuple[str, str]:
    """Return the names of the transforms that take a contrast to the atlas, and the atlas to it."""
    return transform_name(contrast, ATLAS), transform_name(ATLAS, contrast)


def heads() -> tuple[str, ...]:
    """Return the files of all four heads."""
    return tuple(head(contrast) for contrast in ALL_CONTRASTS)
