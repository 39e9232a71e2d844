"""A network filled up with channels of zeros: not a bit of its answer may change."""

import numpy as np
import openvino as ov
import pytest
from openvino import opset13 as ops

from fets_desktop.segment.filled_up import fill_up
from fets_desktop.study.modelfile import read_model
from fets_desktop.study.resources import resource

ON_ONE_THREAD = {"INFERENCE_PRECISION_HINT": "f32", "INFERENCE_NUM_THREADS": 1}


def shipped() -> ov.Model:
    content = read_model(resource("models", "brain.fetsmodel"))
    model = ov.Core().read_model(content.xml, content.weights)
    model.reshape([1, 1, 16, 32, 48])
    return model


def small(kind: type[np.floating]) -> ov.Model:
    """Two branches, joined and added to, as the network that ships has them, with weights of a type."""
    chance = np.random.default_rng(3)

    def convolved(x: ov.Node, channels: int) -> ov.Node:
        inputs = x.output(0).get_partial_shape()[1].get_length()
        weights = ops.constant(chance.normal(size=(channels, inputs, 3, 3, 3)).astype(kind))
        weights = ops.convert(weights, "f32") if kind is not np.float32 else weights
        plain = ops.convolution(x, weights, [1] * 3, [1] * 3, [1] * 3, [1] * 3)
        return ops.add(plain, ops.constant(chance.normal(size=(1, channels, 1, 1, 1)).astype(np.float32)))

    volume = ops.parameter([1, 1, 16, 16, 16], np.float32)
    left = ops.mvn(convolved(volume, 5), ops.constant(np.array([2, 3, 4])), True, 1e-5, "INSIDE_SQRT")
    right = ops.relu(convolved(left, 5))
    joined = ops.concat([ops.add(left, right), right], 1)
    return ov.Model([convolved(ops.relu(convolved(joined, 21)), 2)], [volume])


def answer(model: ov.Model) -> np.ndarray:
    volume = np.random.default_rng(4).normal(size=model.input(0).shape).astype(np.float32)
    return np.array(ov.Core().compile_model(model, "CPU", ON_ONE_THREAD)([volume])[0])


def widths(model: ov.Model) -> set[int]:
    return {node.output(0).shape[1] for node in model.get_ordered_ops() if node.get_type_name() == "Convolution"}


def test_the_brain_network_answers_the_same_to_the_last_bit():
    plain, filled = shipped(), shipped()
    fill_up(filled)
    assert widths(plain) == {2, 21, 42, 84, 168, 336}
    assert widths(filled) == {2, 32, 48, 96, 176, 336}
    before = answer(plain)
    assert before.std() > 0.01
    np.testing.assert_array_equal(answer(filled), before)


@pytest.mark.parametrize("kind", [np.float32, np.float16])
def test_branches_that_meet_keep_each_its_channels(kind: type[np.floating]):
    plain, filled = small(kind), small(kind)
    fill_up(filled)
    assert widths(filled) == {2, 16, 32}
    np.testing.assert_allclose(answer(filled), answer(plain), rtol=1e-4, atol=1e-4)
