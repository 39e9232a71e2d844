"""Plans against those of nnU-Net itself: what nnunetv2 2.8.1's planner returned for the same fingerprints."""

import pytest

from fets_desktop.train.families.planning import Fingerprint, Plan, feature_values, plan
from fets_desktop.train.families.unet import Topology

THREE, FLAT, ALL, PLANE, ONE = (3, 3, 3), (1, 3, 3), (2, 2, 2), (1, 2, 2), (1, 1, 1)
SIX = (32, 64, 128, 256, 320, 320)


def planned(shapes: list[tuple[int, int, int]], mm: list[tuple[float, float, float]], kept: float = 1.0) -> Plan:
    return plan(Fingerprint(tuple(shapes), tuple(mm), (kept,) * len(shapes)))


@pytest.mark.parametrize(
    ("shapes", "mm", "spacing", "patch", "filters", "strides", "kernels"),
    [
        # brains on the atlas grid, as BraTS
        ([(138, 169, 138)], [(1.0, 1.0, 1.0)], (1, 1, 1), (128, 128, 128), SIX, (ONE, *[ALL] * 5), (THREE,) * 6),
        # thick slices
        ([(20, 320, 320)], [(3.6, 0.6, 0.6)], (3.6, 0.6, 0.6), (20, 320, 256), (*SIX, 320),
         (ONE, PLANE, PLANE, ALL, ALL, PLANE, PLANE), (FLAT, FLAT, *[THREE] * 5)),
        ([(115, 320, 232)], [(1.37, 1.25, 1.25)], (1.37, 1.25, 1.25), (80, 192, 160), SIX,
         (ONE, ALL, ALL, ALL, ALL, PLANE), (THREE,) * 6),
        # small ones: the whole image, and only as deep as it allows
        ([(36, 50, 35)], [(1.0, 1.0, 1.0)], (1, 1, 1), (40, 56, 40), (32, 64, 128, 256), (ONE, *[ALL] * 3),
         (THREE,) * 4),
        ([(480, 512, 512), (500, 512, 512)], [(0.8, 0.78, 0.78), (0.7, 0.74, 0.74)], (0.75, 0.76, 0.76),
         (128, 128, 128), SIX, (ONE, *[ALL] * 5), (THREE,) * 6),
        # slices of many thicknesses: the thinner ones are aimed at
        ([(60, 200, 200), (90, 220, 220), (40, 256, 256)], [(3, 1, 1), (2.5, 0.9, 0.9), (5, 0.8, 0.8)],
         (2.6, 0.9, 0.9), (64, 192, 160), SIX, (ONE, PLANE, *[ALL] * 4), (FLAT, *[THREE] * 5)),
    ],
)  # fmt: skip
def test_patch_spacing_depth_and_kernels_are_nnu_nets(
    shapes: list[tuple[int, int, int]], mm: list[tuple[float, float, float]], spacing: tuple[float, ...],
    patch: tuple[int, ...], filters: tuple[int, ...], strides: tuple[tuple[int, ...], ...],
    kernels: tuple[tuple[int, ...], ...],
) -> None:  # fmt: skip
    found = planned(shapes, mm)
    assert found.spacing == pytest.approx(spacing)
    assert found.patch == patch
    assert found.topology == Topology(filters, strides, kernels, (2,) * len(filters), (2,) * (len(filters) - 1))


def test_images_that_cropping_makes_a_quarter_smaller_are_normalised_over_what_is_left() -> None:
    assert planned([(138, 169, 138)], [(1, 1, 1)], kept=0.4).masked
    assert not planned([(138, 169, 138)], [(1, 1, 1)], kept=0.8).masked


def test_less_memory_makes_a_smaller_patch_that_fits_it() -> None:
    brain = Fingerprint(((138, 169, 138),), ((1.0, 1.0, 1.0),), (0.4,))
    small = plan(brain, base=16, budget=60_000_000)
    assert feature_values(small.topology, small.patch) <= 60_000_000
    assert max(small.patch) < 128
    assert all(n % m == 0 for n, m in zip(small.patch, small.topology.multiple, strict=True))


def test_nothing_is_planned_from_nothing() -> None:
    with pytest.raises(ValueError, match="at least one case"):
        plan(Fingerprint((), (), ()))
