"""An update is cut to a length and noise is added, here, before anything leaves: the Gaussian mechanism.

What is promised: whoever sees all updates of this site can hardly tell its cases from any others it might have had. The
unit is the site's whole update, so no assumption on how it trains is needed, and sampling helps nothing.

Source: Dwork and Roth 2014, section 3.5 and appendix A; McMahan et al. 2018, "Learning differentially private recurrent
language models", for the cut of whole updates.
"""

import json
import math
import secrets
from collections.abc import Sequence
from contextlib import ExitStack
from dataclasses import dataclass
from pathlib import Path

import numpy as np

from fets_desktop.federate.tensors import Floats, TensorFile, writing
from fets_desktop.imaging.disk import write_whole
from fets_desktop.study.errors import StudyError
from fets_desktop.study.federation import TensorShape
from fets_desktop.study.privacy import Privacy

_VARIANCES = "running_var"
_SMALLEST_VARIANCE = 1e-5
"""Noise may make a variance negative, and a network would answer with no number; to mend it reveals nothing."""
_ROUNDING = 0.9999
"""So that float32's rounding leaves no change longer than was chosen."""
_SPENT = "privacy.json"


@dataclass(frozen=True)
class Protected:
    """What became of an update.

    Attributes:
        size: How far the training went, as a part of the common model's size; it stays here.
        cut: Whether it was shortened.
    """

    size: float
    cut: bool


def protect(
    own: Path,
    base: Path,
    target: Path,
    tensors: Sequence[TensorShape],
    privacy: Privacy,
    rng: np.random.Generator | None = None,
) -> Protected:
    """Write what may leave: the base, and from it the change, cut and with noise.

    Tensors without edges are counters of steps, which tell no more than the number of cases that is sent anyway; they
    stay as they are.

    Args:
        own: Weights after this site's training.
        base: The common model it began from; everybody knows it.
        target: Written.
        tensors: Of the model, as they travel.
        privacy: As the site chose.
        rng: For tests; else seeded anew by the system each time, for noise that can be repeated is none.

    Raises:
        StudyError: "training-diverged" if the change is no number: it could not be cut; nothing is written then.
    """
    rng = rng or np.random.Generator(np.random.Philox(secrets.randbits(128)))
    with ExitStack() as files:
        after, before = files.enter_context(TensorFile(own)), files.enter_context(TensorFile(base))
        shaped = [tensor.name for tensor in tensors if tensor.shape]
        size = math.sqrt(sum(_squares(before.get(name)) for name in shaped))
        change = math.sqrt(sum(_squares(after.get(name) - before.get(name)) for name in shaped))
        if not math.isfinite(change):
            raise StudyError("training-diverged", "What it learnt holds values that are no numbers; nothing was sent.")
        longest = privacy.clip * size
        share = min(1.0, _ROUNDING * longest / change) if change else 1.0
        sink = files.enter_context(writing(target, tensors))
        for tensor in tensors:
            array = after.get(tensor.name)
            if tensor.shape:
                array = _with_noise(before.get(tensor.name), array, share, privacy.noise * longest, rng)
                if tensor.name.endswith(_VARIANCES):
                    array = np.maximum(array, np.float32(_SMALLEST_VARIANCE))
            sink.add(tensor.name, array)
    return Protected(change / max(size, 1e-12), share < 1.0)


def _with_noise(base: Floats, own: Floats, share: float, deviation: float, rng: np.random.Generator) -> Floats:
    changed = base + (own - base) * np.float32(share)
    if deviation:
        changed += rng.standard_normal(own.shape, np.float32) * np.float32(deviation)
    return changed


def _squares(array: Floats) -> float:
    flat = np.ascontiguousarray(array).reshape(-1)
    return float(np.dot(flat, flat))


# --- what was given away so far


def spend(folder: Path, noise: float) -> list[float]:
    """Note that an update is about to leave a federation's desk with so much noise, 0 for none; return all of them.

    Raises:
        StudyError: "disk-full", "read-only", "damaged-workspace".
    """
    spent = [*read_spent(folder), noise]
    write_whole(folder / _SPENT, json.dumps(spent).encode())
    return spent


def read_spent(folder: Path) -> list[float]:
    """Return the noise of every update that left so far.

    Raises:
        StudyError: "damaged-workspace".
    """
    file = folder / _SPENT
    if not file.exists():
        return []
    try:
        return [float(noise) for noise in json.loads(file.read_bytes())]
    except (ValueError, TypeError):
        raise StudyError("damaged-workspace", "What the federation's updates gave away cannot be read.") from None
