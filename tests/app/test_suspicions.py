"""What looks wrong with the images of a scored case: exchanged contrasts, a brain that was not extracted."""

from dataclasses import replace

import numpy as np
import pytest
from made_once import brats_case

from fets_desktop.app.tasks.suspicions import suspicions
from fets_desktop.study.contrast import ALL_CONTRASTS, Contrast
from fets_desktop.study.volume import Volume

Volumes = dict[Contrast, Volume]


@pytest.fixture(scope="module")
def sound() -> Volumes:
    volumes, _ = brats_case(3)
    return dict(volumes)


def test_a_sound_case_raises_none(sound: Volumes) -> None:
    assert suspicions(sound) == []


@pytest.mark.parametrize(("one", "other"), [(Contrast.T1GD, Contrast.T1), (Contrast.T2, Contrast.FLAIR)])
def test_exchanged_contrasts_are_named(sound: Volumes, one: Contrast, other: Contrast) -> None:
    exchanged = {**sound, one: sound[other], other: sound[one]}
    assert suspicions(exchanged) == [f"{one} and {other} look exchanged: look at both."]


def test_a_brain_that_was_not_extracted_is_named(sound: Volumes) -> None:
    flair = sound[Contrast.FLAIR]
    noisy = replace(flair, array=np.where(flair.array == 0, np.float32(7), flair.array))
    assert suspicions({**sound, Contrast.FLAIR: noisy}) == [
        "The brain does not look extracted in FLAIR: nearly no voxel is zero."
    ]


def test_images_too_small_to_tell_anything_raise_none(sound: Volumes) -> None:
    small = {c: replace(sound[c], array=np.zeros_like(sound[c].array)) for c in ALL_CONTRASTS}
    assert suspicions(small) == []
