"""What the whole room looks at: phantoms take a dozen seconds each to make, the atlas a few to read."""

import pytest
from made_once import brats_case, native_phantom

from fets_desktop.phantom.anatomy import Atlas, Side, load_atlas
from fets_desktop.phantom.brats import make_brats_case
from fets_desktop.phantom.phantom import Phantom
from fets_desktop.study.contrast import Contrast
from fets_desktop.study.resources import atlas
from fets_desktop.study.volume import LabelMap, Volume

SIDES = (Side.LEFT, Side.RIGHT)


@pytest.fixture(scope="session")
def phantom() -> Phantom:
    return native_phantom()


@pytest.fixture(scope="session")
def whole_head() -> Atlas:
    return load_atlas(atlas(), atlas(skull_stripped=True))


@pytest.fixture(scope="session")
def brain_alone() -> Atlas:
    return load_atlas(atlas(), atlas(skull_stripped=True), brain_only=True)


@pytest.fixture(scope="session")
def brats_cases() -> list[tuple[dict[Contrast, Volume], LabelMap]]:
    wished = [make_brats_case(seed, side=side) for seed, side in enumerate(SIDES)]
    return [*wished, brats_case(3)]
