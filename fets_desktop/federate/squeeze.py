"""Updates as they travel: whole float32 weights, or differences as float16 or int8, by the plan.

What a difference loses in rounding is kept by the site and added to its next one (error feedback), so that nothing is
lost for good. Weights without edges, such as counters, always travel whole.

Source: Seide et al. 2014, "1-bit SGD"; Karimireddy et al. 2019 for error feedback.
"""

from collections.abc import Iterator
from pathlib import Path

import numpy as np

from fets_desktop.federate.tensors import Floats, TensorFile, bytes_of, writing
from fets_desktop.federate.wire import NamedTensor
from fets_desktop.study.errors import StudyError
from fets_desktop.study.federation import Plan, TensorShape

WHOLE = ("trained", "compressed")
HALF, BYTE = "float16_difference", "int8_difference"
MARKS = {"float16": HALF, "int8": BYTE}
_LARGEST_BYTE = 127


def squeezed(
    plan: Plan, number: int, weights: TensorFile, base: TensorFile | None, kept: dict[str, Floats] | None = None
) -> Iterator[NamedTensor]:
    """Yield trained weights as the plan has them travel.

    Args:
        plan: Of the federation.
        number: The round.
        weights: What came of the training.
        base: What it began from; needed for differences.
        kept: What rounding took from earlier differences; changed in place.
    """
    mark = MARKS.get(plan.compression)
    for tensor in plan.tensors:
        array = weights.get(tensor.name)
        if mark is None or base is None or not tensor.shape:
            yield NamedTensor(tensor.name, number, WHOLE, tensor.shape, bytes_of(array))
            continue
        difference = array - base.get(tensor.name)
        if kept is not None and tensor.name in kept:
            difference += kept[tensor.name]
        content, scales = _rounded(difference, mark)
        if kept is not None:
            kept[tensor.name] = difference - unrounded(mark, content, tensor.shape, scales)
        yield NamedTensor(
            tensor.name, number, ("trained", "compressed", mark), tensor.shape, content, lossless=False, scales=scales
        )


def read_kept(path: Path | None) -> dict[str, Floats]:
    """Return what rounding took before the program was closed; nothing if it is not there or damaged.

    To lose it loses a rounding, and no update.
    """
    if path is None or not path.exists():
        return {}
    try:
        with TensorFile(path) as file:
            return {tensor.name: file.get(tensor.name).copy() for tensor in file.shapes}
    except StudyError:
        return {}


def write_kept(path: Path | None, kept: dict[str, Floats]) -> None:
    """Keep what rounding took, for the next update.

    Raises:
        StudyError: "disk-full" or "read-only".
    """
    if path is None or not kept:
        return
    with writing(path, [TensorShape(name, array.shape) for name, array in kept.items()]) as sink:
        for name, array in kept.items():
            sink.add(name, array)


def _rounded(difference: Floats, mark: str) -> tuple[bytes, dict[int, float]]:
    if mark == HALF:
        return difference.astype("<f2").tobytes(), {}
    largest = float(np.abs(difference).max(initial=0.0))
    scale = float(np.float32(largest / _LARGEST_BYTE)) or 1.0
    return np.rint(difference / np.float32(scale)).clip(-_LARGEST_BYTE, _LARGEST_BYTE).astype(np.int8).tobytes(), {
        0: scale
    }


def unrounded(mark: str, content: bytes | memoryview, shape: tuple[int, ...], scales: dict[int, float]) -> Floats:
    """Return the difference that was sent.

    Raises:
        ValueError: If there are more or fewer numbers than the shape has.
    """
    if mark == HALF:
        return np.frombuffer(content, "<f2").reshape(shape).astype(np.float32)
    return np.frombuffer(content, np.int8).reshape(shape).astype(np.float32) * np.float32(scales.get(0, 1.0))
