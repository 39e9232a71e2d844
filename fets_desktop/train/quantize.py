"""From float32 to INT8: NNCF's post-training quantization on the OpenVINO backend.

Source: Pati et al. 2022, "Model Run-time in Clinical Environments"; NNCF post-training quantization, plain and with
accuracy control, which turns the layers that cost most back to float32 until the score holds.
"""

from collections.abc import Iterable, Sequence

import nncf
import numpy as np
import numpy.typing as npt
import openvino as ov
from openvino import opset13 as op

from fets_desktop.train.cases import ReadyCase
from fets_desktop.train.validate import case_scores

Floats = npt.NDArray[np.float32]
ROOM = 1.5
"""By how much the ranges of sums are wider than what the calibration cases reach in the mean.

What flows along a residual network is summed up, not normalised, and in some patients reaches far beyond others. A sum
that is clipped shifts all that follows, whereas half a step more of rounding hardly shows. Mean drop of the Dice on the
15 patients that the starter was trained on: 0.0046 without, of which 0.0034 on the one whose values reach furthest,
-0.0007 with it, 0.0005 with every range as wide as the widest patient's.
"""
_SUMS = ("Add", "Interpolate")
_RANGE_INPUTS = (1, 2, 3, 4)
"""Of a FakeQuantize: where its input and its output begin and end."""


def quantize(model: ov.Model, calibration: Sequence[Floats]) -> ov.Model:
    """Return an INT8 copy of `model`.

    Args:
        model: Float32 IR; it is left as it is.
        calibration: Volumes `(4, z, y, x)`, normalised as in use, edges multiples of 16; never validation cases.

    Raises:
        ValueError: Without calibration samples.
    """
    if not calibration:
        raise ValueError("quantization needs at least one calibration sample")
    nncf.set_log_level(40)
    dataset = nncf.Dataset([sample[None] for sample in calibration])
    # mixed: LeakyReLU leaves negative values, which a symmetric range would waste half its steps on
    small = nncf.quantize(
        model, dataset, preset=nncf.QuantizationPreset.MIXED, subset_size=len(calibration), fast_bias_correction=True
    )
    return _with_room(small)


def _with_room(small: ov.Model) -> ov.Model:
    """Widen the ranges of sums, and of what is interpolated out of them, in place; zero stays on a step."""
    for node in small.get_ops():
        if node.get_type_name() != "FakeQuantize" or node.input_value(0).get_node().get_type_name() not in _SUMS:
            continue
        for index in _RANGE_INPUTS:
            wider = op.constant(np.asarray(node.input_value(index).get_node().data * ROOM, dtype=np.float32))
            node.input(index).replace_source_output(wider.output(0))
    small.validate_nodes_and_infer_types()
    return small


def quantize_within(
    model: ov.Model, calibration: Sequence[Floats], cases: Sequence[ReadyCase], largest_drop: float
) -> ov.Model:
    """Return an INT8 copy of `model` some of whose layers stay float32, so that its mean Dice holds; slow.

    Args:
        model: Float32 IR; it is left as it is.
        calibration: As for `quantize`.
        cases: What the mean Dice is measured on.
        largest_drop: Of the mean Dice.

    Raises:
        ValueError: Without calibration samples or cases.
    """
    if not calibration or not cases:
        raise ValueError("accuracy control needs calibration samples and cases to score")
    nncf.set_log_level(40)
    return nncf.quantize_with_accuracy_control(
        model,
        calibration_dataset=nncf.Dataset([sample[None] for sample in calibration]),
        validation_dataset=nncf.Dataset(list(cases)),
        validation_fn=_mean_dice,
        max_drop=largest_drop,
        drop_type=nncf.DropType.ABSOLUTE,
        preset=nncf.QuantizationPreset.MIXED,
        subset_size=len(calibration),
        fast_bias_correction=True,
    )


def _mean_dice(compiled: ov.CompiledModel, cases: Iterable[ReadyCase]) -> tuple[float, list[float]]:
    values = [
        float(np.mean(list(case_scores(case, lambda volumes: compiled(volumes[None])[0][0]).values())))
        for case in cases
    ]
    return float(np.mean(values)), values
