"""Among several candidates of one case, which one stands for each contrast; where none is better, nobody is."""

from collections.abc import Sequence
from dataclasses import replace

from fets_desktop.dicom.describe import Proposal
from fets_desktop.dicom.found import ScannedSeries
from fets_desktop.study.contrast import ALL_CONTRASTS, Contrast

ACCEPT_FROM = 0.7
"""A proposal of at least this confidence is taken without asking; below it a person decides."""

_CLEAR_LEAD = 0.1
_LONE_T1_CONFIDENCE = 0.65
_LATE_T1_CONFIDENCE = 0.6
_DERIVED_FROM = 100
"""Scanners give made series numbers of three digits and more, which say nothing about time."""


Candidate = tuple[ScannedSeries, Proposal]


def choose(candidates: Sequence[Candidate]) -> tuple[ScannedSeries, ...]:
    """Set `contrast` on the one series of each contrast that is certain and has no equal; say why for all others.

    Prefers acquired over derived images and 3-D over 2-D. Source: Pati et al. 2022, Data (3-D preferred).
    """
    weighed = _doubt_lone_t1(candidates)
    verdicts: dict[str, ScannedSeries] = {}
    for contrast in ALL_CONTRASTS:
        rivals = [c for c in weighed if c[1].contrast is contrast and not c[1].set_aside]
        for series in _decide(contrast, rivals):
            verdicts[series.id] = series
    return tuple(verdicts.get(series.id, series) for series, _ in weighed)


def _doubt_lone_t1(candidates: Sequence[Candidate]) -> list[Candidate]:
    """An unmarked T1 counts as native only beside a T1 that is marked as enhanced, and only if it came before it."""
    usable = [p for _, p in candidates if not p.set_aside and p.confidence >= ACCEPT_FROM]
    marked = [p for p in usable if p.contrast is Contrast.T1GD]
    agent = [*marked, *(p for _, p in candidates if p.shows_agent)]
    if marked:
        note, limit = "the contrast-enhanced T1 of the same case is another series", 1.0
    else:
        note, limit = "and no other series of the case is a marked contrast-enhanced T1", _LONE_T1_CONFIDENCE
    unmarked = [p for _, p in candidates if p.unmarked and not p.set_aside]
    weighed = []
    for series, proposal in candidates:
        if proposal.unmarked and not proposal.set_aside:
            if late := _after_agent(proposal, agent, unmarked):
                changed = replace(proposal, contrast=Contrast.T1GD, confidence=_LATE_T1_CONFIDENCE)
                proposal = replace(changed, why=f"{proposal.why}; {late}")
            else:
                lower = min(proposal.confidence, limit)
                proposal = replace(proposal, confidence=lower, why=f"{proposal.why}; {note}")
            said = proposal.contrast, proposal.confidence, proposal.why
            series = replace(series, proposal=said[0], confidence=said[1], why=said[2])
        weighed.append((series, proposal))
    return weighed


def _after_agent(proposal: Proposal, agent: Sequence[Proposal], unmarked: Sequence[Proposal]) -> str:
    """Say why an unmarked T1 was probably taken after contrast agent was given; "" if nothing speaks for it."""
    if any(_later(proposal, other) for other in agent):
        return "it was acquired after a series with contrast agent, and is probably enhanced, too"
    twins = [p for p in unmarked if p.called and p.called == proposal.called and _later(proposal, p)]
    if twins and not agent:
        return "the same protocol ran before it: the later one is usually the one with contrast agent"
    return ""


def _later(one: Proposal, other: Proposal) -> bool:
    """Tell whether a series came after another, by their times or else by their numbers."""
    if one.when[0] and other.when[0]:
        return one.when[0] > other.when[0]
    numbers = one.when[1], other.when[1]
    return 0 < numbers[1] < numbers[0] < _DERIVED_FROM


def _decide(contrast: Contrast, rivals: list[Candidate]) -> list[ScannedSeries]:
    certain = [c for c in rivals if c[1].confidence >= ACCEPT_FROM]
    doubtful = [
        replace(series, why=f"Doubtful, please look: {series.why}")
        for series, p in rivals
        if p.confidence < ACCEPT_FROM
    ]
    if not certain:
        return doubtful
    certain.sort(key=lambda c: _rank(c[1]), reverse=True)
    best, proposal = certain[0]
    rest = certain[1:]
    equals = [c for c in rest if _equal(proposal, c[1])]
    if equals:
        number = {2: "two", 3: "three", 4: "four"}.get(len(equals) + 1, str(len(equals) + 1))
        why = f"Doubtful, please choose: there are {number} {contrast} series that are equally good"
        equal_ids = {best.id, *(series.id for series, _ in equals)}
        return [*doubtful, *(replace(s, why=f"{why}; {s.why}" if s.id in equal_ids else s.why) for s, _ in certain)]
    if rest:
        best = replace(
            best, why=f"{best.why}; preferred over another {contrast} series: {_better(proposal, rest[0][1])}"
        )
    lost = [replace(s, why=f"{s.why}; not taken: {_better(proposal, p)} in another series") for s, p in rest]
    return [*doubtful, replace(best, contrast=contrast), *lost]


def _rank(proposal: Proposal) -> tuple[bool, bool, bool, float]:
    return proposal.ruled, not proposal.derived, proposal.three_d, proposal.confidence


def _equal(best: Proposal, other: Proposal) -> bool:
    same_kind = _rank(best)[:3] == _rank(other)[:3]
    return same_kind and best.confidence - other.confidence < _CLEAR_LEAD


def _better(best: Proposal, other: Proposal) -> str:
    if best.ruled != other.ruled:
        return "a rule of this site"
    if best.derived != other.derived:
        return "an acquired image rather than a derived one"
    if best.three_d != other.three_d:
        return "3-D rather than 2-D"
    return "clearer evidence"
