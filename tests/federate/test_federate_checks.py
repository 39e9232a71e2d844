"""What a site checks of a model as its tensors come, whoever hands them in."""

from pathlib import Path

import numpy as np
import pytest
from small_federation import SHAPES, initial

from fets_desktop.federate.checks import Received, check_initial
from fets_desktop.federate.tensors import TensorFile, file_sha256, writing
from fets_desktop.study.errors import StudyError
from fets_desktop.study.federation import Plan

Tensors = list[tuple[str, np.ndarray]]


@pytest.fixture
def plan(tmp_path: Path) -> Plan:
    digest = file_sha256(initial(tmp_path / "initial.safetensors"))
    return Plan("trial", "localhost:1", ("north",), (), digest, SHAPES, 2, change_limit=0.5)


@pytest.fixture
def before(plan: Plan, tmp_path: Path) -> TensorFile:
    with TensorFile(tmp_path / "initial.safetensors") as file:
        yield file


def tensors(before: TensorFile) -> Tensors:
    return [(tensor.name, before.get(tensor.name).copy()) for tensor in SHAPES]


def received(plan: Plan, before: TensorFile | None, come: Tensors) -> float:
    check = Received(plan, before)
    for name, array in come:
        check.check(name, array)
    return check.finish()


def refused(plan: Plan, before: TensorFile | None, come: Tensors) -> str:
    with pytest.raises(StudyError) as error:
        received(plan, before, come)
    assert error.value.code == "federation-model"
    return error.value.detail


def test_the_model_of_the_plan_is_taken_and_its_change_is_told(plan, before):
    assert received(plan, None, tensors(before)) == 0.0
    assert received(plan, before, tensors(before)) == 0.0
    grown = [(name, array * np.float32(1.25)) for name, array in tensors(before)]
    assert received(plan, before, grown) == pytest.approx(0.25, rel=1e-5)


def test_tensors_of_other_names_are_refused(plan, before):
    come = tensors(before)
    assert "other tensors" in refused(plan, None, [("another", come[0][1]), *come[1:]])


def test_one_too_many_is_refused_and_one_too_few(plan, before):
    come = tensors(before)
    assert "other tensors" in refused(plan, None, [*come, come[-1]])
    assert "missing" in refused(plan, None, come[:-1])


def test_two_that_changed_places_are_refused(plan, before):
    first, *others = tensors(before)
    assert "other tensors" in refused(plan, None, [*others, first])


@pytest.mark.parametrize("value", [np.nan, np.inf, -np.inf, 3e38])
def test_a_value_that_is_no_number_or_huge_is_refused(plan, before, value):
    come = tensors(before)
    come[-1][1][0, 0] = value
    assert come[-1][0] in refused(plan, None, come)


def test_a_model_far_from_the_one_before_is_refused(plan, before):
    far = [(name, array * np.float32(1.6)) for name, array in tensors(before)]
    assert "0.6 times its size; the plan allows 0.5" in refused(plan, before, far)


def test_another_initial_model_is_refused(plan, before, tmp_path):
    check_initial(plan, before)
    with writing(tmp_path / "other.safetensors", SHAPES) as sink:
        for name, array in tensors(before):
            sink.add(name, np.nextafter(array, np.float32(9), dtype=np.float32))
    with TensorFile(tmp_path / "other.safetensors") as other, pytest.raises(StudyError, match="not the initial model"):
        check_initial(plan, other)
