"""From four prepared volumes to a proposal: normalise, run, label, clean, and back onto the whole grid."""

import time
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from math import prod

import numpy as np

from fets_desktop.segment.labelling import contradiction
from fets_desktop.segment.memory import free_bytes
from fets_desktop.segment.network import Array, Floats, Network
from fets_desktop.segment.normalise import NetworkInput, network_input
from fets_desktop.segment.patches import Patching, run_patches
from fets_desktop.segment.postprocess import cleaned
from fets_desktop.segment.tiles import plan_tiles, run_tiles
from fets_desktop.segment.turning import Turn
from fets_desktop.segment.uncertainty import Doubt, doubts, sure_share
from fets_desktop.study.cleaning import CLEANING
from fets_desktop.study.contrast import Contrast
from fets_desktop.study.errors import StudyError
from fets_desktop.study.labels import REGIONS, LabelScheme, Region, region_mask
from fets_desktop.study.progress import Progress, part, silent
from fets_desktop.study.volume import LabelArray, LabelMap, Volume


@dataclass(frozen=True, eq=False)
class Proposal:
    """What a network proposes for a case.

    Attributes:
        labels: On the grid of the volumes; in BRATS_2021, or POST_OPERATIVE if the network knows a cavity.
        uncleaned: What the network itself marked, before any rule.
        volumes_ml: Of ET, TC and WT.
        seconds: From the volumes to the labels.
        tiles: In how many parts the network ran; 1 is the whole brain at once.
        cleaning: The rules that were applied, by name, and how many ml each changed.
        sure: Of which share of its outline the network is sure; None if it outlines nothing.
        contradictory: In which share of what it marks its regions are not one within the other; 0 of classes.
        doubts: How undecided the network is about each region, if that was asked for.
    """

    labels: LabelMap
    uncleaned: LabelMap
    volumes_ml: dict[Region, float]
    seconds: float
    tiles: int
    cleaning: dict[str, float]
    sure: float | None = None
    contradictory: float = 0.0
    doubts: dict[Region, Doubt] = field(default_factory=dict)


def propose(
    network: Network,
    volumes: Mapping[Contrast, Volume],
    progress: Progress = silent,
    *,
    memory_bytes: int | None = None,
    rules: Sequence[str] = tuple(CLEANING),
    doubting: bool = False,
) -> Proposal:
    """Let a network propose labels for one prepared case.

    Args:
        network: A loaded network.
        volumes: The four contrasts, brain-masked, on one grid.
        progress: Hears the stages, and stops the work, even within a run of the network.
        memory_bytes: What the network may take; None for three quarters of what is free.
        rules: Which rules clean the proposal.
        doubting: Whether the proposal tells where the network is undecided.

    Raises:
        StudyError: "missing-contrast", "mixed-grids", "bad-voxels", "bad-model", "out-of-memory".
        Cancelled: If the person asked to stop.
    """
    start = time.monotonic()
    found = look(network, volumes, part(progress, 0.0, 0.95), memory_bytes=memory_bytes)
    case, probabilities, regions = found.case, found.probabilities, found.regions
    progress(0.95, "Cleaning the proposal")
    marked = network.reading.labels(probabilities, regions, case.brain)
    crop, changed = cleaned(marked, regions, case.grid.voxel_ml, rules)
    both = [network.reading.with_cavity(each, probabilities, case.brain) for each in (crop, marked)]
    labels, uncleaned = (_on_whole_grid(*each, case) for each in both)
    undecided = doubts(regions, case.brain, case.box, case.grid) if doubting else {}
    progress(1.0, "Cleaning the proposal")
    return Proposal(
        labels,
        uncleaned,
        _volumes_ml(labels),
        time.monotonic() - start,
        found.tiles,
        changed,
        sure_share(crop, regions),
        0.0 if network.reading.classes else contradiction(regions, case.brain),
        undecided,
    )


@dataclass(frozen=True, eq=False)
class Look:
    """What a network gives for a case, before labels are made of it.

    Attributes:
        case: The case as it went in.
        probabilities: Of the network's outputs, `(output, z, y, x)`, in the crop of the case.
        regions: Of ET, TC and WT, `(3, z, y, x)`.
        tiles: In how many parts the network ran.
    """

    case: NetworkInput
    probabilities: Floats
    regions: Floats
    tiles: int


def look(
    network: Network,
    volumes: Mapping[Contrast, Volume],
    progress: Progress = silent,
    *,
    memory_bytes: int | None = None,
) -> Look:
    """Let a network look at a prepared case; all else as `propose`."""
    progress(0.0, "Normalising the images")
    case = network_input(volumes, network.inputs, network.multiple, network.card.feeding)
    found, tiles = _found(network, case, memory_bytes, part(progress, 0.05, 1.0))
    network.rest()
    probabilities = network.reading.probabilities(found)
    return Look(case, probabilities, network.reading.of_regions(probabilities), tiles)


def _on_whole_grid(crop: LabelArray, scheme: LabelScheme, case: NetworkInput) -> LabelMap:
    whole: LabelArray = np.zeros(case.grid.shape, dtype=np.uint8)
    whole[case.box.slices] = crop
    return LabelMap(whole, case.grid, scheme)


def _found(network: Network, case: NetworkInput, memory_bytes: int | None, progress: Progress) -> tuple[Floats, int]:
    """Return what the network gives, `(output, z, y, x)`, of the crop without padding, and in how many parts."""
    limit = free_bytes() if memory_bytes is None else memory_bytes
    heard = _Echo(progress)
    turn = Turn.to(network.card.feeding.orientation, case.grid)
    array = turn.there(case.array)
    channels = len(network.card.outputs)

    def run(tile: Array) -> Floats:
        return network.outputs(tile, heard.again)

    if network.card.feeding.patch:
        cut = Patching.of(array.shape[1:], network.card.feeding)
        if network.needs(prod(cut.patch)) > limit:
            raise StudyError("out-of-memory", "Not even a single patch of the network fits.")
        found, parts = run_patches(array, cut, channels, run, heard), cut.count
    else:
        z, y, x = array.shape[1:]
        tiling = plan_tiles((z, y, x), network.multiple, lambda voxels: network.needs(voxels) <= limit)
        found, parts = run_tiles(array, tiling, run, heard, channels), tiling.count
    z, y, x = case.box.shape
    return turn.back(found)[:, :z, :y, :x], parts


class _Echo:
    """Says the latest progress again: so a person's wish to stop is heard within a run of the network."""

    def __init__(self, progress: Progress) -> None:
        self._progress = progress
        self._last = (0.0, "")

    def __call__(self, fraction: float, note: str) -> None:
        self._last = (fraction, note)
        self.again()

    def again(self) -> None:
        self._progress(*self._last)


def _volumes_ml(labels: LabelMap) -> dict[Region, float]:
    return {
        region: float(np.count_nonzero(region_mask(labels.array, region, labels.scheme)) * labels.grid.voxel_ml)
        for region in REGIONS
    }
