"""A modest look at the pixels for burnt-in text: letters are many small patches of one level, side by side in a line.

It reads nothing and proves nothing: what it finds may hold text, what it does not find may hold some all the same (text
that is tilted, of one or two letters, no brighter than a head it lies upon, or blurred by lossy compression). What was
measured: `docs/privacy.md`.
"""

from collections.abc import Iterator, Sequence

import numpy as np
import numpy.typing as npt

from fets_desktop.imaging.late import late

ndimage = late("scipy.ndimage")

_LOOKED_AT = 5
"""Slices of a series: burnt-in text mostly stands on every slice."""
_LETTER_HIGH, _LETTER_WIDE = (5, 64), (1, 80)
_FEWEST_LETTERS = 4
_FEWEST_PIXELS = 40
_BRIGHT = 0.45, 0.7
"""Of the range of levels: thin strokes that were smoothed do not reach the pen's full level."""
_MOST_PATCHES = 4000
_PLAIN, _PLAIN_WITHIN = 0.9, 0.03
"""So much of what is around a letter lies so near its middle level, as a share of the range of levels."""
_LEVELS = 3
_EDGE = 6
_FAINTER, _FAINTEST, _SPREADS = 0.65, 0.03, 8.0
"""From threshold to threshold; the lowest, as a share of the range, and in spreads of the level of the air."""
_FAINT_WITHIN = 0.2
"""How plain the ground of faint letters is, as a share of what they rise above it."""
_FEWEST_FAINT = 5

Flags = npt.NDArray[np.bool_]
Values = npt.NDArray[np.float32]


def may_hold_text(array: npt.NDArray[np.generic]) -> bool:
    """Tell whether some slices of a volume look as if text were burnt into them.

    Args:
        array: Voxels as they came, slices first, (z, y, x).
    """
    places = np.unique(np.linspace(0, len(array) - 1, _LOOKED_AT).round().astype(int))
    return any(_slice_holds_text(np.asarray(array[place], dtype=np.float32)) for place in places)


def _slice_holds_text(values: Values) -> bool:
    return any(_has_line(mask) or _has_line(mask.T) for mask in _masks(values))


def _masks(values: Values) -> Iterator[Flags]:
    """Yield what may be letters: bright or faint, where all around is plain; and levels that are far too common."""
    low, high = float(values.min()), float(values.max())
    if not np.isfinite([low, high]).all() or high <= low:
        return
    for share in _BRIGHT:
        bright = values >= low + share * (high - low)
        if bright.mean() < 0.2:
            yield _on_plain(bright, values, within=_PLAIN_WITHIN * (high - low))
    for level in _common_levels(values):
        yield values == level
    for level in _faint_levels(values, low, high):
        faint = _on_plain(values >= level, values)
        if ndimage.label(faint, np.ones((3, 3)))[1] >= _FEWEST_FAINT:
            yield faint


def _faint_levels(values: Values, low: float, high: float) -> Iterator[float]:
    """Yield thresholds between the brightest and the noise of the air at the picture's edge, from high to low."""
    sides = values[:_EDGE], values[-_EDGE:], values[:, :_EDGE], values[:, -_EDGE:]
    air, upper = np.percentile(np.concatenate([side.ravel() for side in sides]), [50.0, 75.0])
    lowest = max(_SPREADS * (upper - air), _FAINTEST * (high - low))
    above = _FAINTER * _BRIGHT[0] * (high - air)
    while above >= lowest:
        yield float(air + above)
        above *= _FAINTER


def _on_plain(mask: Flags, values: Values, within: float | None = None) -> Flags:
    """Leave the patches around which nearly all pixels have one level, as text on a bar or on empty air has.

    Args:
        mask: The patches.
        values: The picture.
        within: How far from that level still counts as it; by what each patch rises above it if not given.
    """
    labels, count = ndimage.label(mask, np.ones((3, 3)))
    kept = np.zeros_like(mask)
    if not 0 < count <= _MOST_PATCHES:
        return kept
    near = ndimage.binary_dilation(mask, iterations=2)
    for number, box in enumerate(ndimage.find_objects(labels), 1):
        if not _is_letter(box) and not _is_letter(box[::-1]):
            continue
        around = tuple(slice(max(0, one.start - 3), one.stop + 3) for one in box)
        beside = values[around][~near[around]]
        if not beside.size:
            continue
        patch, ground = labels[box] == number, float(np.median(beside))
        allowed = _FAINT_WITHIN * (float(np.median(values[box][patch])) - ground) if within is None else within
        if (np.abs(beside - ground) <= allowed).mean() >= _PLAIN:
            kept[box] |= patch
    return kept


def _common_levels(values: Values) -> list[float]:
    """Return levels that occur far more often than their neighbours, as a pen's level does; not the background."""
    levels, counts = np.unique(values, return_counts=True)
    if len(levels) < 8:
        return [float(level) for level in levels[np.argsort(-counts)][1:_LEVELS]]
    often = (counts >= _FEWEST_PIXELS) & (levels != levels[counts.argmax()])
    if not often.any():
        return []
    # by the rarer side: a level of its own may stand where those of the tissue begin
    sides = [ndimage.median_filter(counts, 9, mode="nearest", origin=origin) for origin in (-4, 4)]
    spikes = np.flatnonzero(often & (counts > 5 * np.minimum(*sides)))
    return [float(levels[at]) for at in spikes[np.argsort(-counts[spikes])][:_LEVELS]]


def _is_letter(box: Sequence[slice]) -> bool:
    high, wide = (one.stop - one.start for one in box)
    return bool(_LETTER_HIGH[0] <= high <= _LETTER_HIGH[1] and _LETTER_WIDE[0] <= wide <= _LETTER_WIDE[1])


def _has_line(mask: Flags) -> bool:
    """Tell whether patches stand side by side in a line, of like height on one base, as letters do."""
    labels, count = ndimage.label(mask, np.ones((3, 3)))
    if not _FEWEST_LETTERS <= count <= _MOST_PATCHES:
        return False
    boxes = [box for box in ndimage.find_objects(labels) if _is_letter(box)]
    if len(boxes) < _FEWEST_LETTERS:
        return False
    tops, bases, lefts, rights = np.array([(y.start, y.stop, x.start, x.stop) for y, x in boxes]).T
    for top, base in zip(tops, bases, strict=True):
        high = base - top
        alike = (abs(bases - base) <= max(1, high // 8)) & (abs(tops - top) <= max(2, 0.4 * high))
        if _in_a_row(lefts[alike], rights[alike], high):
            return True
    return False


def _in_a_row(lefts: npt.NDArray[np.int_], rights: npt.NDArray[np.int_], high: int) -> bool:
    order = np.argsort(lefts)
    gaps = lefts[order][1:] - rights[order][:-1]
    run = 1
    for gap in gaps:
        run = run + 1 if -0.3 * high <= gap <= 1.2 * high else 1
        if run >= _FEWEST_LETTERS:
            return True
    return False
