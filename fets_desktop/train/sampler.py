"""Which patch a step learns from: chance comes from (seed, step) alone, so that a resumed training draws the same."""

from collections.abc import Sequence

import numpy as np

from fets_desktop.train.augment import augment
from fets_desktop.train.cases import CaseShelf, ReadyCase, TrainingCase
from fets_desktop.train.mix import carve, unenhanced
from fets_desktop.train.patches import Patch, cut, place_of
from fets_desktop.train.settings import TrainingSettings

_ORDER, _PATCH, _MIX = 1, 2, 3
"""Streams of chance; each rule has its own, so that switching one on leaves what the others draw."""


class Sampler:
    """Draws the patches of a training.

    Args:
        cases: To draw from; every one `patches_per_case` times an epoch, in an order drawn anew.
        shelf: Where ready cases are kept.
        settings: How patches are drawn and changed.
        edge: Of a patch, in voxels.
    """

    def __init__(self, cases: Sequence[TrainingCase], shelf: CaseShelf, settings: TrainingSettings, edge: int) -> None:
        self._cases, self._shelf, self._settings, self._edge = cases, shelf, settings, edge

    @property
    def steps_per_epoch(self) -> int:
        """How many patches an epoch has."""
        return len(self._cases) * self._settings.patches_per_case

    def draw(self, step: int) -> Patch:
        """Return the patch of a step, augmented.

        Raises:
            StudyError: As `load_case`.
        """
        s = self._settings
        epoch, position = divmod(step, self.steps_per_epoch)
        order = np.random.default_rng([s.seed, _ORDER, epoch]).permutation(self.steps_per_epoch)
        chosen = int(order[position]) % len(self._cases)
        case = self._shelf.get(self._cases[chosen])
        rng = np.random.default_rng([s.seed, _PATCH, step])
        start = place_of(case, self._edge, s.tumour_probability, rng)
        patch = self._mixed(case, chosen, start, np.random.default_rng([s.seed, _MIX, step]))
        return augment(patch, s.augmentation, rng)

    def _mixed(self, case: ReadyCase, chosen: int, start: tuple[int, int, int], rng: np.random.Generator) -> Patch:
        s, patch = self._settings, cut(case, start, self._edge)
        if rng.random() < s.mix and len(self._cases) > 1:
            other = (chosen + 1 + int(rng.integers(len(self._cases) - 1))) % len(self._cases)
            host = self._shelf.get(self._cases[other])
            patch = carve(patch, cut(host, _same_place(start, case, host), self._edge), rng)
        return unenhanced(patch) if rng.random() < s.unenhanced else patch


def _same_place(start: tuple[int, int, int], case: ReadyCase, other: ReadyCase) -> tuple[int, int, int]:
    """Return where the same place of the atlas begins in another crop, taking both brains' middles for one point."""
    z, y, x = (at + (there - here) // 2 for at, here, there in zip(start, case.shape, other.shape, strict=True))
    return z, y, x
