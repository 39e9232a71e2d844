"""The starter that ships, on a phantom: it finds the tumour, and little memory changes its proposal little."""

import pytest
from made_once import brats_case

from fets_desktop.review.measures import compare
from fets_desktop.segment.memory import run_bytes
from fets_desktop.segment.network import Network
from fets_desktop.segment.propose import propose
from fets_desktop.study.contrast import Contrast
from fets_desktop.study.labels import REGIONS, Region
from fets_desktop.study.resources import resource
from fets_desktop.study.volume import LabelMap, Volume

TILED_DICE = 0.9
"""The bound that `segment.tiles` states."""


@pytest.fixture(scope="module")
def phantom() -> tuple[dict[Contrast, Volume], LabelMap]:
    return brats_case(3)


def test_the_starter_finds_the_tumour_whole_and_in_the_smallest_tiles(
    phantom: tuple[dict[Contrast, Volume], LabelMap],
) -> None:
    volumes, truth = phantom
    network = Network.load(resource("models", "starter.fetsmodel"), threads=1)
    whole = propose(network, volumes, memory_bytes=64 << 30)
    smallest = run_bytes(96**3, network.filters, network.card.precision, network.weight_bytes)
    tiled = propose(network, volumes, memory_bytes=smallest)
    assert whole.tiles == 1
    assert tiled.tiles >= 8
    alike = compare(tiled.labels, whole.labels)
    assert min(alike[region].dice for region in REGIONS) >= TILED_DICE, alike
    assert compare(whole.labels, truth)[Region.WT].dice > 0.5
