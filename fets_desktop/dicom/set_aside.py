"""Which series are none of the four contrasts, and why: an ordered table of rules over a series' headers.

Source: DICOM PS3.3, C.8.3.1 (MR image), C.8.13 (enhanced MR); vendors' conformance statements for image types.
"""

import re
from collections.abc import Callable
from dataclasses import dataclass

from fets_desktop.dicom.header import Header
from fets_desktop.dicom.words import named_contrast, other_kind, plain_words
from fets_desktop.study.contrast import Contrast


@dataclass(frozen=True)
class SeriesFacts:
    """One series as the rules see it: its first header, its words, the number of slices."""

    header: Header
    words: str
    slices: int
    orientations: int
    places: int = 0

    @property
    def echo(self) -> float:
        """Echo time in ms, 0 if unknown."""
        return self.header.echo_ms or 0.0

    @property
    def repetition(self) -> float:
        """Repetition time in ms, 0 if unknown."""
        return self.header.repetition_ms or 0.0

    @property
    def inversion(self) -> float:
        """Inversion time in ms, 0 if there is none or it is unknown."""
        return self.header.inversion_ms or 0.0

    @property
    def gradient_echo(self) -> bool:
        """Whether the sequence is a gradient echo."""
        return "GR" in self.header.scanning

    @property
    def inverted(self) -> bool:
        """Whether an inversion pulse prepares the signal."""
        return "IR" in self.header.scanning or self.inversion > 0


def facts_of(headers: list[Header]) -> SeriesFacts:
    """Gather one series' facts from the headers of its files."""
    first = headers[0]
    words = plain_words(f"{first.description} {first.protocol}" if first.description else first.protocol)
    if named_contrast(plain_words(first.description)).contrast or other_kind(plain_words(first.description)):
        words = plain_words(first.description)
    orientations = {tuple(round(v, 2) for v in header.orientation) for header in headers}
    places = len({header.position for header in headers if header.position})
    return SeriesFacts(first, words, sum(header.frames for header in headers), len(orientations), places)


def _not_mr(facts: SeriesFacts) -> str:
    modality = re.sub(r"[^A-Z]", "", facts.header.modality)[:2]
    return "" if modality == "MR" else f"modality {modality or 'unknown'}, not MR"


def _not_acquired(facts: SeriesFacts) -> str:
    secondary = facts.header.sop_class.startswith("1.2.840.10008.5.1.4.1.1.7")
    return "a screen picture (secondary capture), not an acquired image" if secondary else ""


_TYPE_REASONS = (
    ({"LOCALIZER"}, "a localizer: few slices to plan the others"),
    ({"ADC", "TRACEW", "FA", "DIFFUSION", "ISOTROPIC", "EADC", "TENSOR"}, "diffusion imaging"),
    ({"PERFUSION", "ASL", "CBV", "CBF", "MTT", "TTP", "RCBV", "RELCBV", "PERFUSION_ASL"}, "perfusion imaging"),
    ({"SWI", "MINIP", "MNIP", "QSM"}, "susceptibility-weighted (T2*) imaging"),
    (
        {"MIP", "PROJECTION IMAGE", "MIP_MPR", "SUBTRACTION", "SUB"},
        "computed from another series (projection or subtraction)",
    ),
    ({"P", "PHASE", "PHASE MAP", "R", "REAL", "I", "IMAGINARY", "B0"}, "a phase or complex image, not a magnitude"),
    ({"MOSAIC"}, "a mosaic: diffusion or function, not one volume"),
    ({"T1 MAP", "T2 MAP", "R2 MAP", "R2_STAR MAP", "T2_STAR MAP", "SYNTHETIC"}, "a computed map"),
)


def _by_image_type(facts: SeriesFacts) -> str:
    types = set(facts.header.image_type)
    for marks, reason in _TYPE_REASONS:
        if found := sorted(types & marks):
            return f"{reason} (image type {found[0]})"
    if "DERIVED" in types and types & {"MPR", "REFORMATTED", "CSAPARALLEL", "CPR", "MPR_THICK", "CSA MPR"}:
        return "a reformat of another series (derived image)"
    kind = next((_ACQUIRED_KINDS[word] for word in _ACQUIRED_KINDS if word in facts.header.acquired_contrast), "")
    return f"{kind} (acquired contrast)" if kind else ""


_ACQUIRED_KINDS = {
    "DIFFUSION": "diffusion imaging",
    "PERFUSION": "perfusion imaging",
    "FLOW_ENCODED": "angiography",
    "TOF": "angiography",
    "SUSCEPTIBILITY": "susceptibility-weighted (T2*) imaging",
    "T2_STAR": "susceptibility-weighted (T2*) imaging",
    "PROTON_DENSITY": "proton-density weighted, which is none of the four contrasts",
    "STIR": "an inversion recovery that is not FLAIR",
    "SPECTROSCOPY": "no anatomical image",
    "TAGGING": "no anatomical image",
}
"""Acquisition Contrast of enhanced images. Source: DICOM PS3.3, C.8.13.3.1."""


def _by_diffusion(facts: SeriesFacts) -> str:
    weighted = (facts.header.diffusion_b or 0.0) > 0 or re.search(r"(^|\*)ep_?b\d", facts.header.sequence.lower())
    return "diffusion imaging" if weighted else ""


def _by_name(facts: SeriesFacts) -> str:
    return named_contrast(facts.words).refused or other_kind(facts.words)


def _by_timing(facts: SeriesFacts) -> str:
    if "EP" in facts.header.scanning and facts.slices > 0 and not named_contrast(facts.words).contrast:
        return "echo-planar imaging (diffusion, perfusion or function)"
    if facts.gradient_echo and facts.echo > 12 and not facts.inverted:
        return f"susceptibility-weighted (T2*) imaging: gradient echo, TE {facts.echo:g} ms"
    spin_inverted = facts.inverted and not facts.gradient_echo and named_contrast(facts.words).contrast != Contrast.T1GD
    if spin_inverted and 400 <= facts.inversion <= 1300 and 0 < facts.echo < 60 and 1300 < facts.repetition < 4500:
        return f"T1-FLAIR by its timing (TI {facts.inversion:g} ms, TE {facts.echo:g} ms), not a native T1"
    return ""


def _by_repetition(facts: SeriesFacts) -> str:
    times = facts.header.temporal_positions
    repeated = facts.slices // facts.places if facts.places else 1
    if times > 1 or (facts.header.frames == 1 and repeated >= _MANY_TIMES):
        return (
            f"several volumes one after another (4-D, {max(times, repeated)} times): perfusion, diffusion or function"
        )
    return ""


_MANY_TIMES = 3
"""Twice the same place may be a slice sent twice, which the conversion looks into."""


def _by_shape(facts: SeriesFacts) -> str:
    if facts.slices == 1:
        return "one slice, no volume"
    if facts.orientations > 1 and facts.slices <= 3 * facts.orientations + 12 and facts.orientations == 3:
        return "a localizer: slices in three directions"
    part = facts.header.body_part
    outside = part and not any(word in part for word in ("BRAIN", "HEAD", "SKULL", "NEURO"))
    return (
        "not a scan of the brain (body part)" if outside and re.search("SPINE|KNEE|ABDOMEN|CHEST|PELVIS", part) else ""
    )


SET_ASIDE_RULES: tuple[tuple[Callable[[SeriesFacts], str], bool], ...] = (
    (_not_mr, True),
    (_not_acquired, True),
    (_by_image_type, False),
    (_by_diffusion, True),
    (_by_name, False),
    (_by_repetition, True),
    (_by_timing, False),
    (_by_shape, True),
)
"""Asked in this order; the first that gives a reason wins. True where no rule of the site may overrule it."""
