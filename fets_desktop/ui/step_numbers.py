"""A step's numbers in a person's words: what was measured, how much, and from where to where it is fine."""

from collections.abc import Iterator
from dataclasses import dataclass

from fets_desktop.study.contrast import ALL_CONTRASTS
from fets_desktop.study.finding import Finding
from fets_desktop.ui.words import figure, number, translate

_UNITS = {"mm": "mm", "ml": "ml", "cm2": "cm²", "deg": "°", "degrees": "°", "percent": "%", "s": "s", "mb": "MB"}
_NAMES = {
    "brain_ml": "Volume of the brain",
    "pieces": "Pieces",
    "stray_share": "Beside the largest piece",
    "at_border": "Touches the edge of the image",
    "head_overlap": "The heads overlap by",
    "sharpness_percent": "How sharply it fits",
    "similarity_nmi": "Likeness (1 is none)",
    "nmi": "Likeness (1 is none)",
    "turned_degrees": "Turned by",
    "empty_share": "Empty parts of the brain",
    "unlike_halves_share": "The halves differ by",
    "tumour_cut_ml": "Bright tissue cut by the edge",
    "mirror_fit": "Fit of the mirror image (1: as good)",
}
_FAMILIES = {
    "covered": "{contrast}: brain inside the image",
    "head": "{contrast}: size of the head",
    "unevenness": "{contrast}: uneven brightness",
    "noise": "{contrast}: signal to noise",
    "cut": "{contrast}: head cut by the field of view",
    "similarity": "{contrast}: likeness to T1Gd (1 is none)",
}
"""By the word before a contrast's name."""
_SHARES = ("share",)


@dataclass(frozen=True)
class Measured:
    """One number of a step, ready to be shown.

    Attributes:
        title: What was measured.
        value: How much, with its unit.
        limits: From where to where it is fine; "" if it grades nothing.
    """

    title: str
    value: str
    limits: str


def measured(name: str, value: float) -> tuple[str, str]:
    """Return words and value of a number whose name ends in its unit: "shift_mm" -> "Shift", "2.9 mm"."""
    words = name.split("_")
    unit = _UNITS.get(words[-1], "")
    shown = f"{value:.{0 if value >= 10 else 1}f} ml" if unit == "ml" else f"{number(value)} {unit}".strip()
    if words[-1] in _SHARES or words[0] == "covered":
        shown = f"{100 * value:.3g} %"
    elif words[-1] == "nmi":
        shown = figure(value, ".4g")  # 1.006 is nothing and 1.014 something
    if name in _NAMES:
        return translate(_NAMES[name]), shown
    contrast = next((str(c) for c in ALL_CONTRASTS if str(c) in words), "")
    if contrast and words[0] in _FAMILIES:
        return translate(_FAMILIES[words[0]], contrast=contrast), shown
    title = " ".join(words[:-1] if unit else words)
    return title[:1].upper() + title[1:], shown


def numbers_of(finding: Finding) -> Iterator[Measured]:
    """Return a step's numbers; those that grade it come first."""
    known = list(_NAMES)

    def place(name: str) -> tuple[bool, int]:
        return name not in finding.limits, known.index(name) if name in known else len(known)

    for name in sorted(finding.numbers, key=place):
        yield Measured(*measured(name, finding.numbers[name]), finding.limits.get(name, "").replace("cm2", "cm²"))
