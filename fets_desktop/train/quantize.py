"""From float32 to INT8: NNCF's post-training quantization on the OpenVINO backend.

Source: Pati et al. 2022, "Model Run-time in Clinical Environments"; NNCF post-training quantization.
"""

from collections.abc import Sequence

import nncf
import numpy as np
import numpy.typing as npt
import openvino as ov

Floats = npt.NDArray[np.float32]


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
    return nncf.quantize(
        model, dataset, preset=nncf.QuantizationPreset.MIXED, subset_size=len(calibration), fast_bias_correction=True
    )
