"""Which contrast a DICOM series is, and why: an ordered table of rules over its headers.

First the rules that set a series aside, then timing and names. Each answer carries its evidence in words.

Source: timings of clinical brain protocols (Bernstein, Handbook of MRI Pulse Sequences); DICOM PS3.3 C.8.3.1.
"""

import re
from dataclasses import dataclass, replace

from fets_desktop.dicom.header import Header
from fets_desktop.dicom.set_aside import SET_ASIDE_RULES, SeriesFacts, facts_of
from fets_desktop.dicom.words import named_agent, named_contrast, plain_words
from fets_desktop.study.contrast import Contrast
from fets_desktop.study.site_rule import PROVEN_TIMES, SiteRule


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
        ruled: A rule of the site says so.
        hard: It is set aside for what it is, not for what it is called; no rule of the site changes that.
        when: Date and time of its acquisition as they sort, "" if unknown, and the scanner's number of the series.
        shows_agent: Contrast agent had been given by then: a perfusion series.
        called: What the scanner calls it, for comparison only.
    """

    contrast: Contrast | None = None
    confidence: float = 0.0
    why: str = ""
    set_aside: str = ""
    unmarked: bool = False
    three_d: bool = False
    derived: bool = False
    ruled: bool = False
    hard: bool = False
    when: tuple[str, int] = ("", 0)
    shows_agent: bool = False
    called: str = ""


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


def describe(headers: list[Header], rule: SiteRule | None = None) -> Proposal:
    """Propose a contrast for one series from the headers of its files.

    Args:
        headers: Of all its files.
        rule: What the site's people said about series of this name.
    """
    facts = facts_of(headers)
    first = facts.header
    proposal = Proposal(
        three_d=first.acquisition == "3D",
        derived="DERIVED" in first.image_type,
        when=(_moment(headers), first.series_number),
        called=facts.words,
    )
    for ask, hard in SET_ASIDE_RULES:
        if reason := ask(facts):
            agent = "perfusion" in reason and not re.search(r"\b(p?c?asl)\b", facts.words)
            # the paper's method knows no T1-FLAIR in place of a native T1, whatever a site says
            hard = hard or reason.startswith("T1-FLAIR")
            proposal = replace(proposal, set_aside=reason, why=reason, hard=hard, shows_agent=agent)
            break
    else:
        contrast, confidence, why, unmarked = _weigh(facts)
        if proposal.derived:
            confidence, why = confidence - 0.3, f"{why}; but it is marked as a derived image"
        confidence = round(max(0.0, confidence), 2)
        proposal = replace(proposal, contrast=contrast, confidence=confidence, why=why, unmarked=unmarked)
    return ruled(proposal, rule)


def ruled(proposal: Proposal, rule: SiteRule | None) -> Proposal:
    """Let a rule of the site have the word, unless the series is no volume of MR at all.

    Against what a series clearly says of itself a rule counts once it was said for several cases: a single correction
    may have been of one mislabelled file, and until then a person is asked.
    """
    if rule is None or proposal.hard:
        return proposal
    why = (
        f"a rule of this site: series called {rule.named} stand for {rule.contrast}; on its own it says: {proposal.why}"
    )
    says_another = proposal.contrast not in (None, rule.contrast) and not proposal.unmarked
    unproven = says_another and proposal.confidence >= _CLEAR and rule.times < PROVEN_TIMES
    # that such a T1 is native cannot be ruled where its name is that of the enhanced one, too
    unmarked = proposal.unmarked and rule.contrast is Contrast.T1
    confidence = _UNPROVEN if unproven else _RULED
    return replace(
        proposal, contrast=rule.contrast, confidence=confidence, why=why, set_aside="", unmarked=unmarked, ruled=True
    )


_CLEAR, _UNPROVEN = 0.7, 0.6
_RULED = 0.98


def _moment(headers: list[Header]) -> str:
    """Return date and time of a series' first image as text that sorts, "" if one of them is unknown."""
    return min(
        (f"{h.series_date}{h.time}" for h in headers if len(h.series_date) == 8 and len(h.time) >= 4), default=""
    )


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
