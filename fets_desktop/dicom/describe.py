"""Which contrast a DICOM series is, and why: an ordered table of rules over its headers.

First the rules that set a series aside, then timing and names. Each answer carries its evidence in words.

Source: timings of clinical brain protocols (Bernstein, Handbook of MRI Pulse Sequences); DICOM PS3.3 C.8.3.1.
"""

import re
from collections.abc import Callable
from dataclasses import dataclass

from fets_desktop.dicom.header import Header
from fets_desktop.dicom.words import named_agent, named_contrast, other_kind, plain_words
from fets_desktop.study.contrast import Contrast


@dataclass(frozen=True)
class Proposal:
    """What the rules say about one series.

    Attributes:
        contrast: The proposed contrast, if any.
        confidence: 0 to 1.
        why: The evidence in words.
        set_aside: Why it is no candidate, "" for candidates.
        unmarked: A T1 that does not say whether a contrast agent was given.
        three_d: Acquired as a volume rather than slice by slice.
        derived: Computed by the scanner from other images.
    """

    contrast: Contrast | None = None
    confidence: float = 0.0
    why: str = ""
    set_aside: str = ""
    unmarked: bool = False
    three_d: bool = False
    derived: bool = False


@dataclass(frozen=True)
class SeriesFacts:
    """One series as the rules see it: its first header, its words, the number of slices."""

    header: Header
    words: str
    slices: int
    orientations: int

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
    return SeriesFacts(first, words, sum(header.frames for header in headers), len(orientations))


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
    ({"T1 MAP", "T2 MAP", "R2 MAP", "R2_STAR MAP", "T2_STAR MAP", "SYNTHETIC"}, "a computed map"),
)


def _by_image_type(facts: SeriesFacts) -> str:
    types = set(facts.header.image_type)
    for marks, reason in _TYPE_REASONS:
        if found := sorted(types & marks):
            return f"{reason} (image type {found[0]})"
    if "DERIVED" in types and types & {"MPR", "REFORMATTED", "CSAPARALLEL", "CPR"}:
        return "a reformat of another series (derived image)"
    return ""


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


SET_ASIDE_RULES: tuple[Callable[[SeriesFacts], str], ...] = (
    _not_mr,
    _not_acquired,
    _by_image_type,
    _by_diffusion,
    _by_name,
    _by_timing,
    _by_shape,
)
"""Asked in this order; the first that gives a reason wins."""


_LOW_FIELD_TI_MS, _FLAIR_TI_MS = 1200, 1500
"""Fluid is nulled at 1.5 to 3 s on 1.5 T and 3 T; scanners of low field need less, which a name must confirm."""


def _timing(facts: SeriesFacts) -> tuple[Contrast | None, str]:
    """Tell what repetition, echo and inversion times make of the image, with the times in words."""
    echo, repetition, inversion = facts.echo, facts.repetition, facts.inversion
    times = ", ".join(f"{n} {v:g} ms" for n, v in (("TR", repetition), ("TE", echo), ("TI", inversion)) if v)
    if not echo:
        return None, ""
    if facts.inverted and not facts.gradient_echo and _LOW_FIELD_TI_MS <= inversion <= 3000 and echo >= 60:
        return Contrast.FLAIR, f"inversion recovery with long echo ({times})"
    if not facts.inverted and not facts.gradient_echo and echo >= 60 and repetition >= 1500:
        return Contrast.T2, f"long repetition and long echo ({times})"
    if facts.gradient_echo and echo <= 12:
        return Contrast.T1, f"gradient echo with short echo ({times})"
    if echo <= 30 and 0 < repetition <= 1300:
        return Contrast.T1, f"short repetition and short echo ({times})"
    return None, f"timing of none of the four ({times})"


def _agent(facts: SeriesFacts) -> tuple[bool | None, str]:
    tag = plain_words(facts.header.agent)
    given = bool(tag) and not re.fullmatch(r"(no|none|n a|na|0|without|nil|false|- ?|unknown|keine?s?)( .*)?", tag)
    named = named_agent(facts.words)
    if given and named is not False:
        return True, "a contrast agent is recorded" + (" and named" if named else "")
    if given:
        return None, "a contrast agent is recorded but the name says there was none"
    if named is None:
        return None, "nothing says whether a contrast agent was given"
    return (
        named,
        "its name says that contrast agent was given" if named else "its name says there was no contrast agent",
    )


def describe(headers: list[Header]) -> Proposal:
    """Propose a contrast for one series from the headers of its files."""
    facts = facts_of(headers)
    for rule in SET_ASIDE_RULES:
        if reason := rule(facts):
            return Proposal(set_aside=reason, why=reason)
    derived = "DERIVED" in facts.header.image_type
    three_d = facts.header.acquisition == "3D"
    contrast, confidence, why, unmarked = _weigh(facts)
    if derived:
        confidence, why = confidence - 0.3, f"{why}; but it is marked as a derived image"
    return Proposal(contrast, round(max(0.0, confidence), 2), why, "", unmarked, three_d, derived)


def _weigh(facts: SeriesFacts) -> tuple[Contrast | None, float, str, bool]:
    named, (timed, times) = named_contrast(facts.words).contrast, _timing(facts)
    family = Contrast.T1 if named is Contrast.T1GD else named
    if family is None and timed is None:
        return (
            None,
            0.0,
            f"neither its name nor its timing is that of one of the four contrasts; {times}".rstrip("; "),
            False,
        )
    if family is not None and family == timed:
        base, why = 0.95, f"named {family}; {times}"
    elif family is None:
        sure = timed is not Contrast.FLAIR or facts.inversion >= _FLAIR_TI_MS
        base, why = (0.85, times) if sure else (0.6, f"{times}; the inversion time is short for FLAIR")
    elif not times:
        base, why = 0.8, f"named {family}; no timing in its headers"
    else:
        base, why = (
            0.4,
            f"named {family}, but {times or 'its timing is another'}" + (f", which is {timed}" if timed else ""),
        )
    kind = family or timed
    if kind is not Contrast.T1:
        return kind, base, why, False
    given, words = _agent(facts)
    if given is None and "but" in words:
        base = 0.5
    return (Contrast.T1GD if given else Contrast.T1), base, f"{why}; {words}", given is None
