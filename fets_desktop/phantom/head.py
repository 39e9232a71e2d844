"""Everything in the head that is not brain: subarachnoid CSF, skull, marrow, scalp, face, eyes, vessels."""

import numpy as np
from scipy import ndimage

from fets_desktop.phantom.anatomy import MIDLINE_X, Atlas, distance_mm
from fets_desktop.phantom.contrasts import Matter
from fets_desktop.phantom.smooth import Float32, ramp, smooth_noise
from fets_desktop.study.volume import Mask

_EYES = ((45.0, 53.0, 87.0), (45.0, 53.0, 152.0))  # voxels (z, y, x) of the atlas grid
_EYE_MM = 11.5
_AIR_LEVEL, _FAT_LEVEL = 260.0, 930.0

Fractions = dict[Matter, Float32]


def head_fractions(
    atlas: Atlas, head: Float32, mask: Mask, where: Float32, rng: np.random.Generator
) -> tuple[Fractions, Mask]:
    """Return the fractions of every matter outside the brain, and where the head is.

    Args:
        atlas: Tells where its arrays stand in the atlas grid.
        head: The patient's T1 with skull (the atlas, deformed), `(z, y, x)`.
        mask: The patient's brain.
        where: Atlas voxel of every patient voxel, `(3, z, y, x)`, within the atlas's box.
        rng: The source of chance.
    """
    depth = -distance_mm(_body(head))
    from_brain = distance_mm(mask)
    outside = ramp(from_brain, -0.2, 0.6)
    waves = smooth_noise(mask.shape, 14.0, rng)
    grain = smooth_noise(mask.shape, 2.6, rng)
    z, y = where[0] + atlas.box.start[0], where[1] + atlas.box.start[1]
    vault = ramp(z + 0.27 * (y - 40.0), 50.0, 64.0)
    layers = _vault(depth, from_brain, waves, grain)
    base = _base(head, from_brain, grain, waves)
    present = outside * ramp(depth, -0.4, 0.8)
    fractions = {}
    for matter in layers.keys() | base.keys():
        share = vault * layers.get(matter, np.float32(0)) + (1 - vault) * base.get(matter, np.float32(0))
        fractions[matter] = share * present
    _eyes(fractions, atlas, where)
    _sinus(fractions, atlas, where, from_brain)
    return dict(sorted(fractions.items())), np.asarray(depth > 0, dtype=np.bool_)


def _body(head: Float32) -> Mask:
    soft = ndimage.uniform_filter(head, 3)
    body = ndimage.binary_opening(soft > _AIR_LEVEL, iterations=2)
    body = ndimage.binary_closing(np.pad(body, 12, mode="edge"), iterations=6)[12:-12, 12:-12, 12:-12]
    parts, count = ndimage.label(body)
    if count > 1:
        body = parts == int(np.bincount(parts.ravel())[1:].argmax()) + 1
    for k in range(body.shape[0]):
        body[k] = ndimage.binary_fill_holes(body[k])
    return np.asarray(body, dtype=np.bool_)


def _vault(depth: Float32, from_brain: Float32, waves: Float32, grain: Float32) -> Fractions:
    fluid_end = 2.0 + 0.5 * waves
    scalp = 5.2 - 0.7 * waves
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
    fat = ramp(head + 210 * grain + 120 * waves, _FAT_LEVEL - 90, _FAT_LEVEL + 160) * (1 - fluid) * (1 - empty)
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


def _put(fractions: Fractions, matter: Matter, share: Float32) -> None:
    """Let `share` of every voxel be `matter`, at the cost of all others."""
    for other in fractions:
        fractions[other] = fractions[other] * (1 - share)
    fractions[matter] = fractions.get(matter, np.float32(0)) + share


def _eyes(fractions: Fractions, atlas: Atlas, where: Float32) -> None:
    for eye in _EYES:
        radius = np.sqrt(sum((where[d] + np.float32(atlas.box.start[d] - eye[d])) ** 2 for d in range(3)))
        _put(fractions, Matter.SKIN, ramp(radius, _EYE_MM + 1.8, _EYE_MM + 0.9))
        _put(fractions, Matter.VITREOUS, ramp(radius, _EYE_MM + 0.6, _EYE_MM - 0.4))
        lens = np.sqrt(
            ((where[1] + np.float32(atlas.box.start[1] - eye[1] + 8.5)) / 2.0) ** 2
            + sum(((where[d] + np.float32(atlas.box.start[d] - eye[d])) / 4.2) ** 2 for d in (0, 2))
        )
        _put(fractions, Matter.MUSCLE, ramp(lens, 1.2, 0.8))


def _sinus(fractions: Fractions, atlas: Atlas, where: Float32, from_brain: Float32) -> None:
    """The superior sagittal sinus: a vein along the midline just outside the brain."""
    aside = np.abs(where[2] + np.float32(atlas.box.start[2] - MIDLINE_X))
    level = where[0] + np.float32(atlas.box.start[0])
    width = np.sqrt((aside / 3.4) ** 2 + ((from_brain - 2.4) / 2.6) ** 2)
    _put(fractions, Matter.BLOOD, ramp(width, 1.15, 0.85) * ramp(level, 55.0, 70.0) * (from_brain > -1))
