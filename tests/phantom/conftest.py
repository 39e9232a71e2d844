"""One phantom for the whole room: it takes a dozen seconds to make."""

import pytest
from made_once import brats_case, native_phantom

from fets_desktop.phantom.anatomy import Side
from fets_desktop.phantom.brats import make_brats_case
from fets_desktop.phantom.phantom import Phantom
from fets_desktop.study.contrast import Contrast
from fets_desktop.study.volume import LabelMap, Volume

SIDES = (Side.LEFT, Side.RIGHT)


@pytest.fixture(scope="session")
def phantom() -> Phantom:
    return native_phantom()


@pytest.fixture(scope="session")
def brats_cases() -> list[tuple[dict[Contrast, Volume], LabelMap]]:
    wished = [make_brats_case(seed, side=side) for seed, side in enumerate(SIDES)]
    return [*wished, brats_case(3)]
