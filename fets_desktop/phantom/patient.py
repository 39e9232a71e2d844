"""One patient in atlas space: anatomy, tumour, and the noiseless signal of the four contrasts at 1 mm."""

from dataclasses import dataclass

import numpy as np
from scipy import ndimage

from fets_desktop.phantom.anatomy import MIDLINE_X, Atlas, Side, brain_fractions, deformation, distance_mm, warp
from fets_desktop.phantom.contrasts import Matter, mix, patient_signal
from fets_desktop.phantom.head import Fractions, head_fractions
from fets_desktop.phantom.smooth import Float32, ramp, smooth_noise
from fets_desktop.phantom.tumour import Tumour, TumourPlan, grow, plan_tumour
from fets_desktop.study.contrast import ALL_CONTRASTS, Contrast
from fets_desktop.study.labels import BRATS_2021, Tissue
from fets_desktop.study.progress import Progress
from fets_desktop.study.volume import LabelArray, Mask


@dataclass(frozen=True, eq=False)
class Patient:
    """A patient within the atlas's box, arrays `(z, y, x)` at 1 mm.

    Attributes:
        signal: Noiseless signal by contrast, white matter about 1.
        labels: The tumour, values of BRATS_2021.
        brain: The brain.
        plan: What was planned for the tumour.
    """

    signal: dict[Contrast, Float32]
    labels: LabelArray
    brain: Mask
    plan: TumourPlan


def make_patient(
    atlas: Atlas, rng: np.random.Generator, side: Side | None, with_head: bool, progress: Progress
) -> Patient:
    """Make an individual with a tumour.

    Args:
        atlas: The atlas, cropped.
        rng: The source of chance.
        side: Hemisphere of the tumour; None leaves it to chance.
        with_head: Whether skull, scalp and face are made too.
        progress: Told how far it is.
    """
    progress(0.0, "Shaping the anatomy")
    plan = plan_tumour(atlas, rng, side)
    where = deformation(atlas, plan.mass, rng)
    brain = warp(atlas.brain, where)
    mask = warp(atlas.mask.astype(np.float32), where) > 0.5
    progress(0.25, "Growing the tumour")
    csf, gm, wm = brain_fractions(brain, atlas.wm_level)
    tumour = grow(plan, mask, csf, wm, atlas.box.start[2], rng)
    fractions: Fractions = {Matter.CSF: csf, Matter.GM: gm, Matter.WM: wm}
    from_brain = distance_mm(mask)
    depth = -from_brain
    _vessels(fractions, atlas, where, depth, rng)
    _tumour(fractions, tumour, rng)
    progress(0.5, "Shaping the head")
    inside = ramp(depth, -0.6, 0.2)
    fractions = {matter: share * inside for matter, share in fractions.items()}
    if with_head:
        outer = head_fractions(atlas, warp(atlas.head, where), from_brain, where, rng)
        for matter, share in outer.items():
            fractions[matter] = (
                fractions[matter] + share * (1 - inside) if matter in fractions else share * (1 - inside)
            )
    progress(0.8, "Mixing the contrasts")
    return Patient(_signals(fractions, rng), tumour.labels, mask, plan)


def _signals(fractions: Fractions, rng: np.random.Generator) -> dict[Contrast, Float32]:
    shape = fractions[Matter.WM].shape
    tables = patient_signal(rng)
    coarse, fine = smooth_noise(shape, 18.0, rng), smooth_noise(shape, 2.5, rng)
    texture = 1 + np.float32(0.018) * coarse + np.float32(0.018) * fine
    return {contrast: mix(fractions, tables[contrast]) * texture for contrast in ALL_CONTRASTS}


def _vessels(fractions: Fractions, atlas: Atlas, where: Float32, depth: Float32, rng: np.random.Generator) -> None:
    """Vessels in the sulci and cisterns, choroid plexus in the lateral ventricles, falx between the hemispheres."""
    shape = depth.shape
    csf = fractions[Matter.CSF]
    # where two smooth fields are both near zero there are curves: vessels
    near = np.hypot(smooth_noise(shape, 13.0, rng), smooth_noise(shape, 13.0, rng))
    vessel = ramp(near, 0.16, 0.07) * ramp(csf, 0.15, 0.5) * (depth < 28)
    aside = np.abs(where[2] + np.float32(atlas.box.start[2] - MIDLINE_X))
    back = where[1] + np.float32(atlas.box.start[1])
    level = where[0] + np.float32(atlas.box.start[0])
    ventricle = ramp(csf, 0.5, 0.9) * (depth > 24) * ramp(back, 135, 143) * ramp(aside, 8, 12) * (level > 60)
    choroid = ventricle * ramp(smooth_noise(shape, 3.0, rng), 0.0, 0.9)
    falx = ramp(aside, 1.6, 0.6) * ramp(csf + fractions[Matter.GM], 0.5, 0.9) * ramp(level, 80, 90) * 0.6
    for matter, share in ((Matter.VESSEL, vessel), (Matter.CHOROID, choroid), (Matter.DURA, falx)):
        _replace(fractions, matter, np.asarray(share, dtype=np.float32))


def _tumour(fractions: Fractions, tumour: Tumour, rng: np.random.Generator) -> None:
    labels = tumour.labels
    patchy = smooth_noise(labels.shape, 4.0, rng)
    ncr, et = (_soft(labels == BRATS_2021.value(tissue)) for tissue in (Tissue.NCR, Tissue.ET))
    edema = ndimage.gaussian_filter(tumour.edema, 0.8)
    _replace(fractions, Matter.ED, np.clip(edema * (0.95 + 0.07 * patchy), 0, 1).astype(np.float32))
    core = np.clip(ncr + et, 0, 1)
    # debris in the necrosis, cells that do not enhance in the rim
    debris = ncr * np.clip(0.04 + 0.06 * patchy, 0, 0.25)
    pale = et * np.clip(0.10 - 0.16 * patchy, 0, 0.5)
    _replace(fractions, Matter.ET, np.asarray(core, dtype=np.float32))
    fractions[Matter.ET] = np.asarray(et + debris - pale, dtype=np.float32)
    fractions[Matter.NCR] = np.asarray(core - et - debris + pale, dtype=np.float32)


def _soft(mask: Mask) -> Float32:
    return np.asarray(ndimage.gaussian_filter(mask.astype(np.float32), 0.6), dtype=np.float32)


def _replace(fractions: Fractions, matter: Matter, share: Float32) -> None:
    for other in fractions:
        fractions[other] = fractions[other] * (1 - share)
    fractions[matter] = fractions[matter] + share if matter in fractions else share
