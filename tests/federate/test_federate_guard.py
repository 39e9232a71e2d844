"""The guard at the server's door: what it lets in, and what it refuses and why."""

import numpy as np
import pytest
from small_federation import SHAPES

from fets_desktop.federate.link import Results
from fets_desktop.federate.metrics import named_metrics
from fets_desktop.federate.server.guard import Guard, Refusal, Sent, update_norm
from fets_desktop.federate.squeeze import BYTE, HALF, MARKS
from fets_desktop.study.federation import SCORE_CONSENSUS, SCORE_OUTSIDE, SCORE_OWN, TRAIN, Plan

BASE = {tensor.name: np.ones(tensor.shape, np.float32) for tensor in SHAPES}
WHOLE = frozenset(("trained", "compressed"))


def plan(**changes: object) -> Plan:
    return Plan("t", "localhost:1", ("north", "south"), ("west",), "", SHAPES, rounds=3, **changes)  # type: ignore[arg-type]


def weights(number: int = 0, **instead: Sent) -> list[Sent]:
    sent = {t.name: Sent(t.name, number, WHOLE, t.shape, BASE[t.name].tobytes(), False) for t in SHAPES}
    return list({**sent, **instead}.values())


def metrics(task: str, number: int = 0, value: float = 0.5) -> list[Sent]:
    content = np.float32(value).tobytes()
    names = named_metrics(Results(task, 1))
    return [Sent(name, number, frozenset((*tags, "compressed")), (), content, True) for name, _, tags in names]


def test_what_is_as_agreed_passes():
    guard = Guard(plan())
    guard.check_turn("north", TRAIN, 2, 2, done=False)
    guard.check_turn("west", SCORE_OUTSIDE, 3, 3, done=False)
    for task in (SCORE_CONSENSUS, SCORE_OWN, SCORE_OUTSIDE, TRAIN):
        guard.check_metrics(task, 0, 3, metrics(task))
    found = guard.check_weights(0, weights(), BASE)
    assert all(np.array_equal(found[name], BASE[name]) for name in BASE)


@pytest.mark.parametrize(
    ("turn", "done", "words"),
    [
        (("nobody", TRAIN, 1, 1), False, "not in the plan"),
        (("north", TRAIN, 0, 1), False, "not under way"),
        (("north", TRAIN, 2, 1), False, "not under way"),
        (("north", TRAIN, 1, 1), True, "taken already"),
        (("west", TRAIN, 1, 1), False, "not asked"),
        (("north", SCORE_OUTSIDE, 1, 1), False, "not asked"),
        (("north", TRAIN, 3, 3), False, "not asked"),
    ],
)
def test_who_is_not_at_turn_is_refused_and_keeps_its_part(turn, done, words):
    with pytest.raises(Refusal, match=words) as refusal:
        Guard(plan()).check_turn(*turn, done=done)
    assert not refusal.value.sits_out


def _with(name: str, **changes: object) -> dict[str, Sent]:
    shape = {t.name: t.shape for t in SHAPES}[name]
    plain = {"number": 0, "tags": WHOLE, "shape": shape, "content": BASE[name].tobytes(), "report": False}
    return {name: Sent(name, **{**plain, **changes})}  # type: ignore[arg-type]


NAN = np.full((2, 4), np.nan, np.float32).tobytes()
INF = np.full((2, 4), np.inf, np.float32).tobytes()


@pytest.mark.parametrize(
    ("instead", "words"),
    [
        (_with("leave.weight", content=NAN), "no numbers"),
        (_with("leave.weight", content=INF), "no numbers"),
        (_with("leave.weight", shape=(4, 2)), "another shape"),
        (_with("leave.weight", content=b"\0" * 28), "another length"),
        (_with("leave.weight", tags=frozenset(("trained",))), "packed otherwise"),
        (_with("leave.weight", tags=frozenset(("trained", "compressed", HALF))), "packed otherwise"),
        (_with("leave.weight", number=1), "not one of the plan"),
        ({"strange": Sent("strange", 0, WHOLE, (1,), b"\0\0\0\0", False)}, "not one of the plan"),
        (_with("leave.weight", report=True), "not one of the plan"),
    ],
)
def test_a_bad_update_is_refused_and_its_site_sits_out(instead, words):
    with pytest.raises(Refusal, match=words) as refusal:
        Guard(plan()).check_weights(0, weights(**instead), BASE)
    assert refusal.value.sits_out


def test_a_stream_cut_between_two_tensors_is_refused():
    with pytest.raises(Refusal, match="missing"):
        Guard(plan()).check_weights(0, weights()[:-1], BASE)


def test_a_tensor_sent_twice_is_refused():
    with pytest.raises(Refusal, match="not one of the plan"):
        Guard(plan()).check_weights(0, [*weights(), weights()[0]], BASE)


@pytest.mark.parametrize("value", [np.nan, np.inf, -0.1, 1.1])
def test_a_dice_that_makes_no_sense_is_refused(value):
    with pytest.raises(Refusal, match="makes no sense"):
        Guard(plan()).check_metrics(SCORE_OWN, 0, 3, metrics(SCORE_OWN, value=value))


def test_no_second_metric_may_choose_the_model():
    sent = [
        Sent(one.name, 0, one.tags | {"validate_agg"}, (), one.content, True) if one.name == "ET" else one
        for one in metrics(SCORE_CONSENSUS)
    ]
    with pytest.raises(Refusal, match="not one that is asked for"):
        Guard(plan()).check_metrics(SCORE_CONSENSUS, 0, 3, sent)


@pytest.mark.parametrize(("task", "cases"), [(TRAIN, 0), (TRAIN, -1), (TRAIN, 10**7), (SCORE_OWN, -1)])
def test_a_weight_that_makes_no_sense_is_refused(task, cases):
    with pytest.raises(Refusal, match="number of cases"):
        Guard(plan()).check_metrics(task, 0, cases, metrics(task))


def test_one_huge_update_of_three_is_found_and_of_two_too():
    guard = Guard(plan())
    assert guard.outliers({"a": 1.0, "b": 1.2, "c": 900.0}) == ("c",)
    assert guard.outliers({"a": 1.0, "c": 900.0}) == ("c",)
    assert guard.outliers({"a": 1.0, "b": 9.0}) == ()
    assert guard.outliers({"c": 900.0}) == ()


def test_a_huge_update_is_refused_at_the_door_once_there_was_a_round():
    guard = Guard(plan())
    guard.check_norm(900.0, None)
    guard.check_norm(9.0, 1.0)
    with pytest.raises(Refusal, match="far larger"):
        guard.check_norm(11.0, 1.0)
    with pytest.raises(Refusal, match="far larger"):
        guard.check_norm(float("inf"), None)


def test_counters_do_not_count_in_the_size_of_an_update():
    after = {**BASE, "enter.norm.num_batches_tracked": np.float32(1e6)}
    assert update_norm(after, BASE) == 0
    assert update_norm({**BASE, "leave.weight": BASE["leave.weight"] + 1}, BASE) == pytest.approx(np.sqrt(8))


@pytest.mark.parametrize("compression", ["float16", "int8"])
def test_differences_are_made_whole_before_they_are_judged(compression):
    mark = MARKS[compression]
    content, scales = (
        (np.full((2, 4), 3, np.int8).tobytes(), {0: 0.5})
        if mark == BYTE
        else (np.full((2, 4), 1.5, np.float16).tobytes(), {})
    )
    sent = Sent("leave.weight", 0, WHOLE | {mark}, (2, 4), content, False, scales)
    found = Guard(plan(compression=compression)).check_weights(0, weights(**{"leave.weight": sent}), BASE)
    assert np.array_equal(found["leave.weight"], BASE["leave.weight"] + 1.5)
