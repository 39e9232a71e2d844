"""Dice of a network on whole cases, each brain at once, thresholded at 0.5 as the paper reports it."""

from collections.abc import Callable, Iterable, Sequence

import numpy as np
import numpy.typing as npt
import torch
from torch import nn

from fets_desktop.study.labels import REGIONS
from fets_desktop.train.cases import ReadyCase
from fets_desktop.train.resunet import MULTIPLE

Floats = npt.NDArray[np.float32]
Run = Callable[[Floats], Floats]
"""Probabilities `(3, z, y, x)` of volumes `(4, z, y, x)` whose edges are multiples of the network's own."""


def dice(found: npt.NDArray[np.bool_], truth: npt.NDArray[np.bool_]) -> float:
    """Return 2 |A . B| / (|A| + |B|); 1 if both are empty. Source: Pati et al. 2022, eq. 1."""
    total = int(found.sum()) + int(truth.sum())
    return 1.0 if total == 0 else 2.0 * int((found & truth).sum()) / total


def padded(case: ReadyCase, multiple: int = MULTIPLE) -> Floats:
    """Return a case's volumes as float32, padded with zeros at the far ends to multiples of `multiple`."""
    edges = [(0, -n % multiple) for n in case.shape]
    return np.pad(np.asarray(case.volumes, dtype=np.float32), [(0, 0), *edges])


def case_scores(case: ReadyCase, run: Run, multiple: int = MULTIPLE) -> dict[str, float]:
    """Return the Dice of every region for one case."""
    probabilities = run(padded(case, multiple))
    z, y, x = case.shape
    found = probabilities[:, :z, :y, :x] > 0.5
    return {str(region): dice(found[bit], (case.regions & (1 << bit)) != 0) for bit, region in enumerate(REGIONS)}


def mean_scores(scores: Sequence[dict[str, float]]) -> dict[str, float]:
    """Return the mean over cases of every region, and their mean as "mean"; empty without cases."""
    if not scores:
        return {}
    means = {region: float(np.mean([score[region] for score in scores])) for region in map(str, REGIONS)}
    return {**means, "mean": float(np.mean(list(means.values())))}


def torch_run(network: nn.Module, device: torch.device, bf16: bool) -> Run:
    """Return a runner of the network as it will be exported: running statistics, no dropout."""

    @torch.no_grad()
    def run(volumes: Floats) -> Floats:
        network.eval()
        x = torch.from_numpy(volumes)[None].to(device).contiguous(memory_format=torch.channels_last_3d)
        with torch.autocast(device.type, torch.bfloat16, enabled=bf16):
            logits = network(x)
        return np.asarray(torch.sigmoid(logits.float())[0].cpu().numpy(), dtype=np.float32)

    return run


def score_cases(cases: Iterable[ReadyCase], run: Run, multiple: int = MULTIPLE) -> dict[str, float]:
    """Return the mean Dice over cases (ET, TC, WT, mean); empty without cases."""
    return mean_scores([case_scores(case, run, multiple) for case in cases])
