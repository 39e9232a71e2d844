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
    """An unmarked T1 counts as native only beside a T1 that is marked as contrast-enhanced."""
    usable = [p for _, p in candidates if not p.set_aside and p.confidence >= ACCEPT_FROM]
    if any(p.contrast is Contrast.T1GD for p in usable):
        note, limit = "the contrast-enhanced T1 of the same case is another series", 1.0
    else:
        note, limit = "and no other series of the case is a marked contrast-enhanced T1", _LONE_T1_CONFIDENCE
    weighed = []
    for series, proposal in candidates:
        if proposal.unmarked and not proposal.set_aside:
            lower = min(proposal.confidence, limit)
            proposal = replace(proposal, confidence=lower, why=f"{proposal.why}; {note}")
            series = replace(series, confidence=lower, why=proposal.why)
        weighed.append((series, proposal))
    return weighed


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


def _rank(proposal: Proposal) -> tuple[bool, bool, float]:
    return not proposal.derived, proposal.three_d, proposal.confidence


def _equal(best: Proposal, other: Proposal) -> bool:
    same_kind = (best.derived, best.three_d) == (other.derived, other.three_d)
    return same_kind and best.confidence - other.confidence < _CLEAR_LEAD


def _better(best: Proposal, other: Proposal) -> str:
    if best.derived != other.derived:
        return "an acquired image rather than a derived one"
    if best.three_d != other.three_d:
        return "3-D rather than 2-D"
    return "clearer evidence"
