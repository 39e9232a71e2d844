"""Several label maps of one case become one: majority, ITK voting, STAPLE, SIMPLE; by label or by region.

By label each voxel gets one of the labels at once. By region ET, TC and WT (and a cavity) are fused one by one and
painted over one another from WT to ET, so that what is in a smaller region is in the larger ones too.

Ties: a vote needs more than half, ITK's more than any other label; what stays undecided becomes background. By label
with SIMPLE two labels may both pass, for their weights differ: the one with the larger share wins, else the first of
ET, NCR, ED, cavity.

Sources: Warfield et al. 2004 (STAPLE) and Rohlfing et al. 2004 (with many labels), as SimpleITK has them, on the whole
grid, as FETS-AI/LabelFusion runs them: their priors hang on it. Langerak et al. 2010 (SIMPLE): see `simple`.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from fets_desktop.segment.fusion_itk import staple, staple_of_labels, voted
from fets_desktop.segment.simple import share_of, simple
from fets_desktop.study.errors import StudyError
from fets_desktop.study.fusing import LABEL, REGION, SIMPLE, STAPLE, VOTING, Fusion
from fets_desktop.study.labels import (
    BRATS_2021,
    POST_OPERATIVE,
    LabelScheme,
    Region,
    Tissue,
    convert_labels,
    region_mask,
)
from fets_desktop.study.progress import Progress, silent
from fets_desktop.study.volume import LabelArray, LabelMap, Mask

Shares = npt.NDArray[np.float32]
_SAME_GRID_MM = 0.01
_HALF = 0.5
_BY_LABEL = (Tissue.ET, Tissue.NCR, Tissue.ED, Tissue.RC)
_BY_REGION = (Region.WT, Region.TC, Region.ET, Tissue.RC)
_PAINT = {Region.WT: Tissue.ED, Region.TC: Tissue.NCR, Region.ET: Tissue.ET, Tissue.RC: Tissue.RC}
Part = Region | Tissue


@dataclass(frozen=True)
class Standing:
    """What a fusion made of one candidate, in one label or region.

    Attributes:
        weight: Its share of the votes; 0 if it was left out, None with STAPLE, which has none.
        sensitivity: Share of the truth that it found: by STAPLE's own estimate, else against the fused label map.
        specificity: Share of the rest that it left alone, likewise; STAPLE by label estimates none.
    """

    weight: float | None
    sensitivity: float
    specificity: float


@dataclass(frozen=True, eq=False)
class Fused:
    """One label map out of several.

    Attributes:
        labels: On the candidates' grid; POST_OPERATIVE if one of them has a cavity, else BRATS_2021.
        standings: By candidate, then by label or region.
        remark: What a person should know, "" if nothing.
    """

    labels: LabelMap
    standings: dict[str, dict[str, Standing]]
    remark: str = ""


@dataclass(frozen=True, eq=False)
class _Verdict:
    """What was found of one label or region.

    Attributes:
        share: How much says yes, 0 to 1; more than half is yes. None where labels were found together.
        weights: Of the candidates; None without votes.
        estimates: Sensitivity and specificity of the candidates, None where not estimated.
    """

    share: Shares | None
    weights: Sequence[float | None]
    estimates: Sequence[tuple[float | None, float | None]]


def fuse(candidates: Mapping[str, LabelMap], how: Fusion, progress: Progress = silent) -> Fused:
    """Fuse candidates.

    Args:
        candidates: By name, on one grid; their schemes may differ.
        how: By which method, and whether by label or by region.
        progress: Hears which label or region it is at.

    Raises:
        StudyError: "wrong-usage" without candidates, "mixed-grids", or "stray-labels" if the labels of one have no
            place among those of the others.
    """
    scheme = _common_scheme(candidates)
    arrays = [_converted(name, one, scheme) for name, one in candidates.items()]
    grid = next(iter(candidates.values())).grid
    parts = _parts(scheme, how.per)
    remark = ""
    if len(arrays) == 1:
        labels, remark = arrays[0], "There was one candidate only: it is taken as it is."
        verdicts = dict.fromkeys(parts, _alike(1))
    elif not any(array.any() for array in arrays):
        labels, remark = arrays[0], "No candidate found anything."
        verdicts = dict.fromkeys(parts, _alike(len(arrays)))
    elif how.per == LABEL and how.method in (VOTING, STAPLE):
        labels, verdicts = _all_labels_at_once(arrays, parts, scheme, how.method, progress)
    else:
        verdicts = {}
        for number, part in enumerate(parts):
            progress(number / len(parts), f"Fusing {part}")
            verdicts[part] = _verdict([_mask(array, part, scheme) for array in arrays], how.method)
        labels = (_painted if how.per == REGION else _strongest)(verdicts, scheme)
    progress(1.0, "Fusing")
    return Fused(LabelMap(labels, grid, scheme), _standings(list(candidates), arrays, labels, scheme, verdicts), remark)


def _common_scheme(candidates: Mapping[str, LabelMap]) -> LabelScheme:
    if not candidates:
        raise StudyError("wrong-usage", "There is no candidate to fuse.")
    (first, one), *others = candidates.items()
    for name, other in others:
        if not other.grid.matches(one.grid, _SAME_GRID_MM):
            raise StudyError("mixed-grids", f"What {first} and {name} propose does not lie on one grid.")
    cavity = any(Tissue.RC in dict(c.scheme.values).values() for c in candidates.values())
    return POST_OPERATIVE if cavity else BRATS_2021


def _converted(name: str, candidate: LabelMap, scheme: LabelScheme) -> LabelArray:
    try:
        return convert_labels(candidate.array, candidate.scheme, scheme)
    except ValueError as error:
        raise StudyError("stray-labels", f"In what {name} proposes, {error}.") from error


def _parts(scheme: LabelScheme, per: str) -> tuple[Part, ...]:
    known = {tissue for _, tissue in scheme.values}
    return tuple(
        part for part in (_BY_REGION if per == REGION else _BY_LABEL) if isinstance(part, Region) or part in known
    )


def _mask(labels: LabelArray, part: Part, scheme: LabelScheme) -> Mask:
    return region_mask(labels, part, scheme) if isinstance(part, Region) else labels == scheme.value(part)


def _alike(number: int) -> _Verdict:
    return _Verdict(None, [1 / number] * number, [(None, None)] * number)


def _verdict(masks: Sequence[Mask], method: str) -> _Verdict:
    """Return what candidates' masks of one label or region become."""
    number = len(masks)
    if method == SIMPLE:
        share, weights = simple(masks)
        return _Verdict(share, weights, [(None, None)] * number)
    if method != STAPLE:
        return _Verdict(share_of(masks, [1.0] * number), [1 / number] * number, [(None, None)] * number)
    yes, estimates = staple(masks)
    return _Verdict(yes.astype(np.float32), [None] * number, estimates)


def _all_labels_at_once(
    arrays: Sequence[LabelArray], parts: Sequence[Part], scheme: LabelScheme, method: str, progress: Progress
) -> tuple[LabelArray, dict[Part, _Verdict]]:
    progress(0.0, "Fusing all labels")
    number = len(arrays)
    if method == VOTING:
        return voted(arrays), dict.fromkeys(parts, _alike(number))
    labels, matrices = staple_of_labels(arrays)
    values = {part: scheme.value(part) for part in parts if isinstance(part, Tissue)}
    # a label that nobody has stands outside the matrices
    estimates = {
        part: [(float(m[value, value]) if value < m.shape[1] and m[:, value].any() else None, None) for m in matrices]
        for part, value in values.items()
    }
    return labels, {part: _Verdict(None, [None] * number, estimates[part]) for part in estimates}


def _painted(verdicts: Mapping[Part, _Verdict], scheme: LabelScheme) -> LabelArray:
    labels: LabelArray | None = None
    for part in _BY_REGION:
        if part in verdicts and (share := verdicts[part].share) is not None:
            if labels is None:
                labels = np.zeros(share.shape, dtype=np.uint8)
            yes = share > _HALF
            labels[yes & (labels == 0) if part is Tissue.RC else yes] = scheme.value(_PAINT[part])
    assert labels is not None
    return labels


def _strongest(verdicts: Mapping[Part, _Verdict], scheme: LabelScheme) -> LabelArray:
    shares = np.stack([v.share for v in verdicts.values() if v.share is not None])
    values = np.asarray([scheme.value(part) for part in verdicts if isinstance(part, Tissue)], dtype=np.uint8)
    return np.where(shares.max(axis=0) > _HALF, values[shares.argmax(axis=0)], 0).astype(np.uint8)


def _standings(
    names: Sequence[str],
    arrays: Sequence[LabelArray],
    labels: LabelArray,
    scheme: LabelScheme,
    verdicts: Mapping[Part, _Verdict],
) -> dict[str, dict[str, Standing]]:
    standings: dict[str, dict[str, Standing]] = {name: {} for name in names}
    for part, verdict in verdicts.items():
        truth = _mask(labels, part, scheme)
        for number, name in enumerate(names):
            measured = _measured(_mask(arrays[number], part, scheme), truth)
            own = verdict.estimates[number]
            standings[name][str(part)] = Standing(
                verdict.weights[number],
                *(found if own is None else float(own) for own, found in zip(own, measured, strict=True)),
            )
    return standings


def _measured(mask: Mask, truth: Mask) -> Iterator[float]:
    """Yield sensitivity and specificity; 1 where there is nothing to find, or to leave alone."""
    for found, wanted in ((mask, truth), (~mask, ~truth)):
        total = int(np.count_nonzero(wanted))
        yield int(np.count_nonzero(found & wanted)) / total if total else 1.0
