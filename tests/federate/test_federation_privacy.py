"""What leaves with differential privacy: cut, with noise of the right size, and accounted for."""

import math
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import dp_accounting
import numpy as np
import pytest
from dp_accounting.pld import PLDAccountant
from dp_accounting.rdp import RdpAccountant
from small_federation import weights_of
from test_federate_collaborator import OVER
from test_federate_collaborator import Bench as Site

from fets_desktop.federate.accounting import epsilon
from fets_desktop.federate.desk import read_rows
from fets_desktop.federate.link import Lost, Results, Work
from fets_desktop.federate.metrics import in_words
from fets_desktop.federate.privacy import protect, read_spent, spend
from fets_desktop.federate.round_work import Fitted
from fets_desktop.federate.table import State
from fets_desktop.federate.tensors import writing
from fets_desktop.study.errors import StudyError
from fets_desktop.study.federation import TRAIN, TensorShape
from fets_desktop.study.privacy import DELTA, Privacy, check_privacy

SHAPES = (
    TensorShape("enter.weight", (200, 300)),
    TensorShape("enter.running_var", (1000,)),
    TensorShape("enter.num_batches_tracked", ()),
)


def written(path: Path, fill: float, counter: float = 3.0) -> Path:
    with writing(path, SHAPES) as sink:
        for tensor in SHAPES:
            value = fill if tensor.shape else counter
            sink.add(tensor.name, np.full(tensor.shape, value, np.float32))
    return path


@pytest.fixture
def base(tmp_path) -> Path:
    return written(tmp_path / "base.safetensors", 1.0)


def changed(tmp_path: Path, base: Path, privacy: Privacy, fill: float, seed: int = 1) -> tuple[dict, object]:
    own = written(tmp_path / "own.safetensors", fill, counter=9.0)
    told = protect(own, base, tmp_path / "sent.safetensors", SHAPES, privacy, np.random.default_rng(seed))
    sent = weights_of(tmp_path / "sent.safetensors")
    return {name: array - 1.0 for name, array in sent.items()}, told


def length(change: dict) -> float:
    return math.sqrt(sum(float((array**2).sum()) for name, array in change.items() if array.ndim))


def test_a_long_change_is_cut_to_the_length_chosen_and_a_short_one_is_not(tmp_path, base):
    size = math.sqrt(61_000)
    change, told = changed(tmp_path, base, Privacy(0.01, 0.0), 1.5)
    assert length(change) == pytest.approx(0.01 * size, rel=1e-3)
    assert (told.cut, told.size) == (True, pytest.approx(0.5, rel=1e-3))
    change, told = changed(tmp_path, base, Privacy(0.01, 0.0), 1.001)
    assert length(change) == pytest.approx(0.001 * size, rel=1e-2)
    assert not told.cut


def test_noise_has_the_deviation_chosen_and_counters_stay(tmp_path, base):
    change, _ = changed(tmp_path, base, Privacy(0.01, 0.02), 1.0)
    deviation = 0.02 * 0.01 * math.sqrt(61_000)
    assert change["enter.weight"].std() == pytest.approx(deviation, rel=0.02)
    assert abs(change["enter.weight"].mean()) < 4 * deviation / math.sqrt(60_000)
    assert change["enter.num_batches_tracked"] == 8.0


def test_a_variance_is_never_negative(tmp_path, base):
    change, _ = changed(tmp_path, base, Privacy(0.5, 0.5), 1.0)
    assert (change["enter.weight"] < -1).any()
    assert (change["enter.running_var"] + 1.0).min() >= np.float32(1e-5)


def test_noise_is_never_the_same_twice(tmp_path, base):
    own = written(tmp_path / "own.safetensors", 1.0)
    for name in ("a", "b"):
        protect(own, base, tmp_path / f"{name}.safetensors", SHAPES, Privacy())
    one, other = (weights_of(tmp_path / f"{name}.safetensors")["enter.weight"] for name in ("a", "b"))
    assert not np.array_equal(one, other)


@pytest.mark.parametrize(("noise", "updates"), [(1.0, 1), (2.0, 10), (5.0, 73), (20.0, 73)])
def test_epsilon_is_what_two_other_accountants_say(noise, updates):
    found = epsilon([noise] * updates)
    event = dp_accounting.GaussianDpEvent(noise / 2)
    assert found == pytest.approx(PLDAccountant().compose(event, updates).get_epsilon(DELTA), rel=1e-3)
    bound = RdpAccountant().compose(event, updates).get_epsilon(DELTA)
    assert found <= bound <= 1.15 * found


def test_epsilon_s_known_answers():
    # Balle and Wang's condition, solved with mpmath: delta = Phi(1/2s - es) - e^e Phi(-1/2s - es) at s = 1/2
    assert epsilon([1.0]) == pytest.approx(9.99725615, rel=1e-6)
    assert epsilon([]) == 0.0
    assert epsilon([1.0, 0.0]) == math.inf
    # two updates with noise z are as one with z / sqrt 2; one with less noise costs more
    assert epsilon([2.0, 2.0]) == pytest.approx(epsilon([math.sqrt(2.0)]))
    assert epsilon([2.0, 1.0]) > epsilon([2.0, 2.0])


def test_what_left_is_kept_and_damage_is_told(tmp_path):
    assert read_spent(tmp_path) == []
    spend(tmp_path, 1.5)
    assert spend(tmp_path, 0.0) == [1.5, 0.0]
    assert read_spent(tmp_path) == [1.5, 0.0]
    (tmp_path / "privacy.json").write_text("{")
    with pytest.raises(StudyError) as error:
        read_spent(tmp_path)
    assert error.value.code == "damaged-workspace"


@pytest.mark.parametrize("wrong", [Privacy(0.0), Privacy(1.5), Privacy(0.1, -1.0), Privacy(0.1, 1e9)])
def test_what_makes_no_sense_is_refused(wrong):
    with pytest.raises(ValueError, match="must lie"):
        check_privacy(wrong)


def test_how_large_the_noise_is_beside_the_model():
    assert Privacy(0.01, 1.0).noise_size(29_100_000) == pytest.approx(53.9, rel=1e-3)


# --- at a site


def protecting(site: Site, privacy: Privacy) -> Callable[[Path, int, Path], Fitted]:
    """What the hall's worker does with a site's choice."""

    def fit(weights: Path, number: int, target: Path) -> Fitted:
        own = site.fit(weights, number, target)
        sent = target.with_name("sent.safetensors")
        protect(target, weights, sent, site.plan.tensors, privacy)
        so_far = epsilon([*read_spent(site.collaborator._round._desk.folder), privacy.noise])
        return replace(own, sent=sent, noise=privacy.noise, epsilon=so_far, told="change blurred")

    return fit


def test_what_leaves_is_what_was_blurred_once_also_after_a_cut(tmp_path):
    site = Site(tmp_path, [Work(0, (TRAIN,)), Lost("cut"), Work(0, (TRAIN,)), OVER])
    site.link.push_errors = [Lost("in the middle")]
    site.collaborator._round._fit = protecting(site, Privacy(0.5, 1.0))
    kept: list[dict] = []
    push = site.link.push

    def remember(number: int, results: Results) -> None:
        kept.append({name: results.weights.get(name).copy() for name in ("enter.weight",)})
        push(number, results)

    site.link.push = remember  # type: ignore[method-assign]
    assert site.run().state is State.ENDED
    assert len(kept) == 2
    assert np.array_equal(kept[0]["enter.weight"], kept[1]["enter.weight"])
    assert site.fitted == [0]
    desk = tmp_path / "desk"
    assert read_spent(desk) == [1.0]
    own = weights_of(desk / "round-000" / "own.safetensors")["enter.weight"]
    assert not np.array_equal(own, kept[1]["enter.weight"])
    (row,) = [row for row in read_rows(desk) if row.number == 0]
    assert row.epsilon == pytest.approx(epsilon([1.0]))


def test_the_ledger_says_what_was_done_to_the_weights(tmp_path):
    site = Site(tmp_path, [Work(0, (TRAIN,)), OVER])
    results = Results(TRAIN, 3, {"loss": 0.5}, told="change blurred")
    assert "weights (4 tensors), change blurred; mean loss 0.5000" in in_words(results, site.plan)


def test_an_update_without_noise_ends_every_promise(tmp_path):
    site = Site(tmp_path, [Work(0, (TRAIN,)), OVER])
    assert site.run().state is State.ENDED
    assert read_spent(tmp_path / "desk") == [0.0]
    assert epsilon([*read_spent(tmp_path / "desk"), 1.0]) == math.inf


@pytest.mark.parametrize("fill", [math.nan, math.inf])
def test_a_change_that_cannot_be_cut_does_not_leave(tmp_path, base, fill):
    with pytest.raises(StudyError) as told:
        changed(tmp_path, base, Privacy(0.01, 1.0), fill)
    assert told.value.code == "training-diverged"
    assert not (tmp_path / "sent.safetensors").exists()
