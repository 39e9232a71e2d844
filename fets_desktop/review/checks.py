"""The check-list of a label map: each line says what was found and where, so that a person can jump to it.

Source: the sanity check of a final label map in FeTS: one grid for images and labels, labels in the scheme, no stray
labels, nothing outside the brain beyond a stated tolerance.
"""

from collections.abc import Callable

import numpy as np
import numpy.typing as npt

from fets_desktop.imaging.late import late
from fets_desktop.study.crop import box_of
from fets_desktop.study.finding import Finding, Grade
from fets_desktop.study.grid import Grid
from fets_desktop.study.labels import Region, Tissue, counts_of, region_mask
from fets_desktop.study.volume import LabelMap, Mask

ndimage = late("scipy.ndimage")

OUTSIDE_TOLERATED_ML = 0.1
"""Labels outside the brain up to this are the rim of a mask, not a mistake."""

ISLAND_ML = 0.05
"""A separate piece of tumour below this is worth a look."""

WT_SHARE = 0.25
"""A whole tumour that grew or shrank by more than this share since the version before is worth a second look."""

MOST_PLACES = 20
"""So many islands are led to, the largest first."""

_NEIGHBOURS = np.ones((3, 3, 3), dtype=np.bool_)


def check(labels: LabelMap, grid: Grid, brain: Mask | None = None, before: LabelMap | None = None) -> list[Finding]:
    """Go through the check-list; only BAD makes the label map unusable.

    Args:
        labels: What is checked.
        grid: The grid of the images it belongs to.
        brain: Brain mask on that grid, if there is one.
        before: The version it was edited from, on the same grid, if there is one.
    """
    geometry = _geometry(labels, grid)
    if geometry.grade is Grade.BAD:
        return [geometry]
    steps: tuple[Callable[[LabelMap], Finding], ...] = (_scheme, _empty, _core, _islands)
    findings = [geometry, *(step(labels) for step in steps)]
    if brain is not None:
        findings.insert(2, _outside(labels, brain))
    if before is not None and (changed := _change(labels, before)):
        findings.append(changed)
    return findings


def _geometry(labels: LabelMap, grid: Grid) -> Finding:
    same = labels.grid.matches(grid)
    z, y, x = labels.grid.shape
    text = f"{x} x {y} x {z} voxels, as the images" if same else "The labels stand on another grid than the images"
    return Finding("labels-geometry", "Geometry", Grade.OK if same else Grade.BAD, text)


def _scheme(labels: LabelMap) -> Finding:
    strays = labels.scheme.strays(labels.array)
    if not strays:
        return Finding("labels-scheme", "Label values", Grade.OK, f"All known to {labels.scheme.title}")
    text = f"{', '.join(map(str, strays))} unknown to {labels.scheme.title}"
    return Finding("labels-scheme", "Label values", Grade.BAD, text, _place(np.isin(labels.array, strays)))


def _empty(labels: LabelMap) -> Finding:
    counts = counts_of(labels.array)
    absent = [tissue for value, tissue in labels.scheme.values if counts[value] == 0 and tissue is not Tissue.RC]
    title = "Sub-compartments"
    if not counts[1:].any():
        return Finding("labels-empty", title, Grade.LOOK, "Nothing is labelled")
    if absent:
        names = ", ".join(absent)
        return Finding("labels-empty", title, Grade.LOOK, f"No {names}: confirm that the tumour has none")
    return Finding("labels-empty", title, Grade.OK, "All present")


def _outside(labels: LabelMap, brain: Mask) -> Finding:
    outside = (labels.array != 0) & ~brain
    millilitres = float(np.count_nonzero(outside)) * labels.grid.voxel_ml
    title = "Inside the brain"
    if millilitres <= OUTSIDE_TOLERATED_ML:
        return Finding("labels-outside", title, Grade.OK, f"At most {OUTSIDE_TOLERATED_ML:g} cm³ outside")
    numbers = {"outside_ml": millilitres, **_place(outside)}
    return Finding("labels-outside", title, Grade.LOOK, f"{millilitres:.1f} cm³ lie outside the brain", numbers)


def _core(labels: LabelMap) -> Finding:
    core = region_mask(labels.array, Region.TC, labels.scheme)
    enhancing = labels.array == labels.scheme.value(Tissue.ET)
    title = "Core of the enhancing tumour"
    if not enhancing.any():
        return Finding("labels-core", title, Grade.OK, "No enhancing tumour")
    inside = box_of(core).slices
    pieces, _ = ndimage.label(core[inside], structure=_NEIGHBOURS)
    cored = np.unique(pieces[(labels.array[inside] == labels.scheme.value(Tissue.NCR))])
    bare = enhancing[inside] & ~np.isin(pieces, cored)
    millilitres = float(np.count_nonzero(bare)) * labels.grid.voxel_ml
    if millilitres <= ISLAND_ML:
        return Finding("labels-core", title, Grade.OK, "Every piece touches necrotic core")
    where = np.zeros_like(enhancing)
    where[inside] = bare
    numbers = {"bare_ml": millilitres, **_place(where)}
    return Finding("labels-core", title, Grade.LOOK, f"{millilitres:.1f} cm³ have no necrotic core: confirm", numbers)


def _change(labels: LabelMap, before: LabelMap) -> Finding | None:
    """Compare the whole tumour with that of the version before; None where that had none to compare with."""
    new = region_mask(labels.array, Region.WT, labels.scheme)
    old = region_mask(before.array, Region.WT, before.scheme)
    was, now = (float(np.count_nonzero(mask)) * labels.grid.voxel_ml for mask in (old, new))
    if not was:
        return None
    share = (now - was) / was
    numbers = {"wt_before_ml": was, "wt_ml": now, "change_percent": 100.0 * share}
    title = "Whole tumour since the version before"
    limits = {"change_percent": f"-{100 * WT_SHARE:g} to {100 * WT_SHARE:g}"}
    words = f"{was:.1f} to {now:.1f} cm³"
    if abs(share) <= WT_SHARE:
        text = f"{words}, at most {100 * WT_SHARE:g} % apart"
        return Finding("labels-change", title, Grade.OK, text, numbers, limits=limits)
    text = f"{words}: {'grew' if share > 0 else 'shrank'} by {abs(100 * share):.0f} %"
    return Finding("labels-change", title, Grade.LOOK, text, numbers | _place(new != old), limits=limits)


def _islands(labels: LabelMap) -> Finding:
    box = box_of(labels.array)
    title = "Islands"
    pieces, count = ndimage.label(labels.array[box.slices] != 0, structure=_NEIGHBOURS) if not box.empty else (None, 0)
    if pieces is None or count < 2:
        return Finding("labels-islands", title, Grade.OK, "One piece" if count else "None")
    sizes = np.bincount(pieces.reshape(-1))[1:] * labels.grid.voxel_ml
    small = np.flatnonzero(sizes < ISLAND_ML) + 1
    if small.size == 0:
        return Finding("labels-islands", title, Grade.OK, f"{count} pieces, none below {ISLAND_ML:g} cm³")
    largest_first = small[np.argsort(-sizes[small - 1], kind="stable")][:MOST_PLACES]
    numbers = {"islands": float(small.size)}
    found = ndimage.find_objects(pieces)
    for number, piece in enumerate(largest_first):
        part = found[piece - 1]
        corner = {axis: box.start[n] + part[n].start for n, axis in enumerate("zyx")}
        # the first place has the names that every check's place has
        place = _place(pieces[part] == piece)
        numbers |= {f"{axis}{number + 1 if number else ''}": place[axis] + corner[axis] for axis in "zyx"}
    pieces_words = "1 piece" if small.size == 1 else f"{small.size} pieces"
    return Finding("labels-islands", title, Grade.LOOK, f"{pieces_words} below {ISLAND_ML:g} cm³", numbers)


def _place(mask: npt.NDArray[np.bool_]) -> dict[str, float]:
    """Return a voxel of the mask near its middle, in its richest axial slice."""
    box = box_of(mask)
    if box.empty:
        return {}
    part = mask[box.slices]
    z = int(part.sum(axis=(1, 2)).argmax())
    spots = np.argwhere(part[z])
    y, x = spots[np.argmin(((spots - spots.mean(axis=0)) ** 2).sum(axis=1))]
    return {"z": float(z + box.start[0]), "y": float(y + box.start[1]), "x": float(x + box.start[2])}
