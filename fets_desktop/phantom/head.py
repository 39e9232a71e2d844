"""Everything in the head that is not brain: subarachnoid CSF, skull, marrow, scalp, face, eyes, vessels."""

import numpy as np
from scipy import ndimage

from fets_desktop.phantom.anatomy import MIDLINE_X, Atlas, distance_mm
from fets_desktop.phantom.contrasts import Matter
from fets_desktop.phantom.smooth import Float32, ramp, smooth_noise
from fets_desktop.study.crop import Box
from fets_desktop.study.volume import Mask

_EYES = ((45.0, 53.0, 87.0), (45.0, 53.0, 152.0))  # voxels (z, y, x) of the atlas grid
_EYE_MM = 11.5
_PAD = 12
_AIR_LEVEL, _FAT_LEVEL = 300.0, 930.0

Fractions = dict[Matter, Float32]


def head_fractions(
    atlas: Atlas, head: Float32, from_brain: Float32, where: Float32, rng: np.random.Generator
) -> Fractions:
    """Return the fractions of every matter outside the brain.

    Args:
        atlas: Tells where its arrays stand in the atlas grid.
        head: The patient's T1 with skull (the atlas, deformed), `(z, y, x)`.
        from_brain: Distance to the patient's brain in mm, negative within it.
        where: Atlas voxel of every patient voxel, `(3, z, y, x)`, within the atlas's box.
        rng: The source of chance.
    """
    shape = from_brain.shape
    outside = ramp(from_brain, -0.2, 0.6)
    waves = smooth_noise(shape, 14.0, rng)
    grain = smooth_noise(shape, 2.6, rng)
    z, y = where[0] + np.float32(atlas.box.start[0]), where[1] + np.float32(atlas.box.start[1])
    vault = ramp(z + 0.27 * (y - 40.0), 50.0, 64.0)
    # the atlas is an average: its scalp frays out, and its top slice cuts the vertex
    reach = 13.0 + 0.5 * waves + 1.8 * ramp(z, 122, 138) + 60 * (1 - vault) ** 2
    near = np.asarray(from_brain < reach, dtype=np.bool_)
    depth = -distance_mm(_body(head, near))[_PAD:-_PAD, _PAD:-_PAD, _PAD:-_PAD]
    layers = _vault(depth, from_brain, waves, grain)
    base = _base(head, from_brain, grain, waves)
    above = outside * ramp(depth, -0.4, 0.8)
    below = above * (1 - vault)
    above *= vault
    fractions = {}
    for matter in sorted(layers.keys() | base.keys()):
        share = np.zeros(shape, dtype=np.float32)
        if matter in layers:
            share += layers[matter] * above
        if matter in base:
            share += base[matter] * below
        fractions[matter] = share
    for matter in (Matter.BLOOD, Matter.VITREOUS):
        fractions[matter] = np.zeros(shape, dtype=np.float32)
    _eyes(fractions, atlas, where)
    _sinus(fractions, atlas, where, from_brain)
    return fractions


def _body(head: Float32, near: Mask) -> Mask:
    """Return where the head is, with a margin of `_PAD` voxels into which it goes on below the field."""
    soft = ndimage.uniform_filter(head, 3)
    body = np.pad((soft > _AIR_LEVEL) & near, _PAD, mode="edge")
    body[-_PAD:] = False  # below the field the head goes on, above it does not
    body = ndimage.binary_closing(ndimage.binary_opening(body, iterations=2), iterations=6)
    parts, count = ndimage.label(body)
    if count > 1:
        body = parts == int(np.bincount(parts.ravel())[1:].argmax()) + 1
    for k in range(body.shape[0]):
        body[k] = ndimage.binary_fill_holes(body[k])
    return np.asarray(body, dtype=np.bool_)


def _vault(depth: Float32, from_brain: Float32, waves: Float32, grain: Float32) -> Fractions:
    fluid_end = 2.0 + 0.5 * waves
    scalp = 4.6 - 0.8 * waves
    bone = ramp(from_brain - fluid_end, -0.3, 0.9) * ramp(depth - scalp, -0.3, 0.9)
    middle = ramp(from_brain - fluid_end, 1.8, 3.0) * ramp(depth - scalp, 1.6, 2.8)
    marrow = bone * middle * ramp(grain, -1.6, 0.6)
    dura = ramp(abs(from_brain - fluid_end - 0.2), 0.9, 0.2) * 0.7 * ramp(depth - scalp, 0.0, 2.0)
    fluid = ramp(from_brain - fluid_end, 0.5, -0.5)
    rest = (1 - bone) * (1 - fluid)
    skin = ramp(depth, 2.2, 1.2)
    muscle = 0.75 * ramp(depth - scalp, -2.2, -0.6)
    flesh = {Matter.FAT: (1 - skin) * (1 - muscle), Matter.MUSCLE: (1 - skin) * muscle, Matter.SKIN: skin}
    layers = {matter: share * rest for matter, share in flesh.items()}
    layers[Matter.CSF] = fluid * (1 - dura)
    layers[Matter.BONE] = (bone - marrow) * (1 - dura)
    layers[Matter.MARROW] = marrow * (1 - dura)
    layers[Matter.DURA] = dura
    return layers


def _base(head: Float32, from_brain: Float32, grain: Float32, waves: Float32) -> Fractions:
    fluid = ramp(from_brain, 3.4, 1.8) * ramp(head, 560, 380)
    empty = ramp(head + 40 * grain + 40 * waves, 290, 170) * (1 - fluid)
    fat = ramp(head + 130 * grain + 160 * waves, _FAT_LEVEL - 90, _FAT_LEVEL + 160) * (1 - fluid) * (1 - empty)
    tissue = (1 - fluid) * (1 - empty) - fat
    bone = tissue * ramp(head + 70 * grain, 430, 300)
    mucosa = tissue * ramp(waves + 0.4 * grain, 0.9, 1.3) * ramp(head, 900, 600)
    mucosa = np.minimum(mucosa, tissue - bone)
    return {
        Matter.CSF: fluid,
        Matter.BONE: bone + empty,
        Matter.FAT: fat,
        Matter.MUCOSA: mucosa,
        Matter.MUSCLE: tissue - bone - mucosa,
    }


def _put(fractions: Fractions, matter: Matter, share: Float32, box: Box) -> None:
    """Let `share` of every voxel of a box be `matter`, at the cost of all others."""
    for other in fractions.values():
        other[box.slices] *= 1 - share
    fractions[matter][box.slices] += share


def _around(atlas: Atlas, centre: tuple[float, float, float], reach: tuple[int, int, int]) -> Box:
    z, y, x = (round(c) - start for c, start in zip(centre, atlas.box.start, strict=True))
    a, b, c = reach
    return Box((z - a, y - b, x - c), (z + a, y + b, x + c)).clipped(atlas.box.shape)


def _offsets(atlas: Atlas, where: Float32, box: Box, point: tuple[float, float, float]) -> list[Float32]:
    """Return how far the tissue in a box lies from a point of the atlas, along z, y and x."""
    near = where[(slice(None), *box.slices)]
    return [near[d] + np.float32(atlas.box.start[d] - point[d]) for d in range(3)]


def _eyes(fractions: Fractions, atlas: Atlas, where: Float32) -> None:
    for eye in _EYES:
        box = _around(atlas, eye, (22, 22, 22))
        z, y, x = _offsets(atlas, where, box, eye)
        radius = np.sqrt(z * z + y * y + x * x)
        _put(fractions, Matter.SKIN, ramp(radius, _EYE_MM + 1.8, _EYE_MM + 0.9), box)
        _put(fractions, Matter.VITREOUS, ramp(radius, _EYE_MM + 0.6, _EYE_MM - 0.4), box)
        lens = np.sqrt(((y + np.float32(8.5)) / 2.0) ** 2 + (z / 4.2) ** 2 + (x / 4.2) ** 2)
        _put(fractions, Matter.MUSCLE, ramp(lens, 1.2, 0.8), box)


def _sinus(fractions: Fractions, atlas: Atlas, where: Float32, from_brain: Float32) -> None:
    """The superior sagittal sinus: a vein along the midline just outside the brain."""
    box = _around(atlas, (100.0, 120.0, MIDLINE_X), (60, 130, 14))
    level, _, aside = _offsets(atlas, where, box, (0.0, 0.0, MIDLINE_X))
    out = from_brain[box.slices]
    width = np.sqrt((aside / 3.4) ** 2 + ((out - 2.4) / 2.6) ** 2)
    _put(fractions, Matter.BLOOD, ramp(width, 1.15, 0.85) * ramp(level, 55.0, 70.0) * (out > -1), box)
