"""The collaborator's table, and its walk against a link that does what a test wants."""

import threading
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import numpy as np
import pytest
from small_federation import SHAPES, initial, weights_of

from fets_desktop.federate.collaborator import Collaborator, Pace
from fets_desktop.federate.desk import Desk
from fets_desktop.federate.ledger import Ledger
from fets_desktop.federate.link import Lost, Results, Stopped, Work
from fets_desktop.federate.round_work import Fitted
from fets_desktop.federate.table import FINAL, TABLE, Event, State
from fets_desktop.federate.tensors import TensorFile, file_sha256, writing
from fets_desktop.study.errors import StudyError
from fets_desktop.study.federation import (
    SCORE_CONSENSUS,
    SCORE_OUTSIDE,
    SCORE_OWN,
    TRAIN,
    TRAINER_TASKS,
    Plan,
    RoundRow,
    Scores,
    Standing,
)


class Script:
    """A link that answers from a list: work, or an error to raise."""

    def __init__(self, works: list[Work | Exception], weights: Path) -> None:
        self._works = iter(works)
        self._weights = weights
        self.pushed: list[tuple[int, Results]] = []
        self.connects = 0
        self.push_errors: list[Exception] = []
        self.change: Callable[[str, np.ndarray], np.ndarray] = lambda _name, array: array
        self.waiting = threading.Event()
        self._stopped = threading.Event()

    def connect(self) -> None:
        self.connects += 1

    def next_work(self) -> Work:
        work = next(self._works, None)
        if work is None:
            self.waiting.set()
            self._stopped.wait(60)
            raise Stopped
        if isinstance(work, Exception):
            raise work
        return work

    def pull(self, number: int) -> Iterator[tuple[str, np.ndarray]]:
        with TensorFile(self._weights) as file:
            for tensor in file.shapes:
                yield tensor.name, self.change(tensor.name, file.get(tensor.name))

    def push(self, number: int, results: Results) -> None:
        if self.push_errors:
            raise self.push_errors.pop(0)
        self.pushed.append((number, results))

    def stop(self) -> None:
        self._stopped.set()

    def close(self) -> None:
        pass


class Bench:
    """A collaborator with everything around it."""

    def __init__(self, folder: Path, works: list[Work | Exception], site: str = "north", **plan: object) -> None:
        folder.mkdir(exist_ok=True)
        weights = initial(folder / "initial.safetensors")
        self.plan = Plan("t", "localhost:1", ("north",), ("west",), file_sha256(weights), SHAPES, rounds=2, **plan)  # type: ignore[arg-type]
        self.link = Script(works, weights)
        self.heard: list[Standing | RoundRow] = []
        self.scored: list[tuple[str, int]] = []
        self.fitted: list[int] = []
        self.cases = 6
        self._folder, self._site = folder, site
        self.begin()

    def begin(self, **how: object) -> None:
        desk = Desk(self._folder / "desk")
        ledger = Ledger(self._folder / "ledger.jsonl")
        pace = Pace(0.01, 0.01, 0.02)
        self.collaborator = Collaborator(
            self.plan, self._site, self.link, self.score, self.fit, desk, ledger, self.heard.append, pace, **how
        )  # type: ignore[arg-type]

    def score(self, weights: Path, number: int) -> Scores:
        self.scored.append((weights.name, number))
        return Scores({"ET": 0.5, "TC": 0.6, "WT": 0.7, "mean": 0.6}, self.cases)

    def fit(self, weights: Path, number: int, target: Path) -> Fitted:
        self.fitted.append(number)
        with TensorFile(weights) as before, writing(target, SHAPES) as sink:
            for tensor in SHAPES:
                sink.add(tensor.name, before.get(tensor.name) + 1)
        return Fitted(target, 0.25, 24)

    def run(self) -> Collaborator:
        self.collaborator.run()
        return self.collaborator

    def standings(self) -> list[Standing]:
        return [fact for fact in self.heard if isinstance(fact, Standing)]


OVER = Work(2, (), over=True)


@pytest.mark.parametrize("state", [state for state in State if state not in FINAL])
def test_every_state_can_be_stopped_and_can_fail(state):
    assert TABLE[state, Event.STOP] is State.STOPPED
    assert TABLE[state, Event.FAULT] is State.FAILED


def test_the_table_leads_from_everywhere_to_an_end_and_out_of_none():
    assert not any(state in FINAL for state, _ in TABLE)
    reached = {State.CONNECTING}
    for _ in State:
        reached |= {target for (state, _), target in TABLE.items() if state in reached}
    assert reached == set(State)


def test_a_round_is_scored_trained_scored_and_sent(tmp_path):
    bench = Bench(tmp_path, [Work(0, TRAINER_TASKS), OVER])
    assert bench.run().state is State.ENDED
    assert [(number, results.task, results.cases) for number, results in bench.link.pushed] == [
        (0, SCORE_CONSENSUS, 6),
        (0, TRAIN, 24),
        (0, SCORE_OWN, 6),
    ]
    assert bench.scored == [("consensus.safetensors", 0), ("own.safetensors", 0)]
    rows = [fact for fact in bench.heard if isinstance(fact, RoundRow)]
    assert rows[-1].loss == 0.25
    assert rows[-1].own["mean"] == rows[-1].consensus["mean"] == 0.6
    assert rows[-1].ended


def test_few_cases_send_no_score_unless_a_person_agreed(tmp_path):
    bench = Bench(tmp_path, [Work(0, (SCORE_OUTSIDE,)), OVER], site="west")
    bench.cases = 4
    bench.run()
    ((_, told),) = bench.link.pushed
    assert (told.cases, dict(told.metrics)) == (0, {})
    bench.link = Script([Work(0, (SCORE_OUTSIDE,)), OVER], tmp_path / "initial.safetensors")
    bench.begin(few=True)
    bench.run()
    assert bench.link.pushed[0][1].cases == 4


def test_a_lost_connection_is_made_again_and_nothing_is_worked_out_twice(tmp_path):
    bench = Bench(tmp_path, [Work(0, TRAINER_TASKS), Work(0, TRAINER_TASKS[1:]), OVER])
    bench.link.push_errors = []
    plain = bench.link.push
    fails = iter([False, True, False, False])

    def push(number: int, results: Results) -> None:
        if next(fails):
            raise Lost("The server broke the connection off.")
        plain(number, results)

    bench.link.push = push  # type: ignore[method-assign]
    assert bench.run().state is State.ENDED
    assert bench.link.connects == 2
    assert bench.fitted == [0]
    lost = [standing for standing in bench.standings() if standing.state == State.LOST]
    assert lost[0].detail == "The server broke the connection off."
    assert lost[0].retry_s > 0


def test_a_server_that_goes_home_after_the_last_round_is_not_waited_for(tmp_path):
    bench = Bench(tmp_path, [Work(2, (SCORE_CONSENSUS,)), Lost("Nothing listens at the server's port.")])
    assert bench.run().state is State.ENDED
    assert len(bench.link.pushed) == 1
    assert bench.standings()[-1].number == 2
    begins = Bench(tmp_path / "other", [Lost("gone"), Work(2, (SCORE_CONSENSUS,)), OVER])
    assert begins.run().state is State.ENDED
    assert len(begins.link.pushed) == 1, "before it has sent what is due it waits"


def test_begun_again_after_a_cut_it_trains_nothing_twice(tmp_path):
    bench = Bench(tmp_path, [Work(0, TRAINER_TASKS)])
    bench.link.push_errors = [StudyError("disk-full")]
    assert bench.run().state is State.FAILED
    bench.link = Script([Work(0, TRAINER_TASKS), OVER], tmp_path / "initial.safetensors")
    bench.begin()
    assert bench.run().state is State.ENDED
    assert bench.fitted == [0]
    assert bench.scored.count(("consensus.safetensors", 0)) == 1


def test_a_server_brought_back_from_a_copy_may_mean_another_model_by_the_same_number(tmp_path):
    bench = Bench(tmp_path, [Work(1, TRAINER_TASKS)])
    bench.link.push_errors = [StudyError("disk-full")]
    assert bench.run().state is State.FAILED
    bench.link = Script([Work(1, TRAINER_TASKS), OVER], tmp_path / "initial.safetensors")
    bench.link.change = lambda _name, array: array + np.float32(0.01)
    bench.begin()
    assert bench.run().state is State.ENDED
    assert bench.scored.count(("consensus.safetensors", 1)) == 2, "the other model was scored"


@pytest.mark.parametrize(
    ("change", "words"),
    [
        (lambda name, array: array * np.float32("nan") if name == "leave.weight" else array, "no numbers"),
        (lambda name, array: array + np.float32(1), "not the initial model"),
        (lambda name, array: array.reshape(-1), "other tensors"),
    ],
)
def test_a_bad_model_stops_it_and_nothing_is_sent(tmp_path, change, words):
    bench = Bench(tmp_path, [Work(0, TRAINER_TASKS)])
    bench.link.change = change
    assert bench.run().state is State.FAILED
    assert bench.collaborator.error is not None
    assert bench.collaborator.error.code == "federation-model"
    assert words in bench.collaborator.error.detail
    assert bench.link.pushed == []
    assert bench.standings()[-1].code == "federation-model"


def test_a_consensus_far_from_the_last_stops_it(tmp_path):
    bench = Bench(tmp_path, [Work(0, TRAINER_TASKS), Work(1, TRAINER_TASKS)])
    changes = iter([0.0] * len(SHAPES) + [1000.0] * len(SHAPES))
    bench.link.change = lambda _name, array: array + np.float32(next(changes))
    bench.run()
    assert bench.collaborator.error is not None
    assert "differs from the one before" in bench.collaborator.error.detail
    assert len(bench.link.pushed) == 3


def test_a_task_that_the_plan_does_not_say_stops_it(tmp_path):
    bench = Bench(tmp_path, [Work(0, (TRAIN,))], site="west")
    bench.run()
    assert bench.collaborator.error is not None
    assert bench.collaborator.error.code == "federation-plan"


def test_a_pause_begins_after_the_round_and_ends_when_a_person_wants(tmp_path):
    bench = Bench(tmp_path, [Work(0, TRAINER_TASKS), OVER])
    bench.collaborator.pause()
    bench.collaborator.start()
    deadline = time.monotonic() + 30
    while bench.collaborator.state is not State.PAUSED:
        assert time.monotonic() < deadline
        time.sleep(0.005)
    assert bench.link.pushed == []
    bench.collaborator.resume()
    assert bench.collaborator.join(30)
    assert bench.collaborator.state is State.ENDED


@pytest.mark.parametrize("where", ["asking", "resting", "paused", "lost"])
def test_stop_ends_every_wait_at_once(tmp_path, where):
    works: dict[str, list[Work | Exception]] = {
        "asking": [],
        "resting": [Work(0, (), 60.0)],
        "paused": [],
        "lost": [Lost("gone")],
    }
    bench = Bench(tmp_path, works[where])
    bench.collaborator._pace = Pace(60.0, 60.0, 60.0)
    if where == "paused":
        bench.collaborator.pause()
    wanted = {"asking": State.ASKING, "resting": State.RESTING, "paused": State.PAUSED, "lost": State.LOST}[where]
    bench.collaborator.start()
    deadline = time.monotonic() + 30
    while bench.collaborator.state is not wanted or (where == "asking" and not bench.link.waiting.is_set()):
        assert time.monotonic() < deadline
        time.sleep(0.005)
    begun = time.monotonic()
    bench.collaborator.stop()
    assert bench.collaborator.join(30)
    assert time.monotonic() - begun < 10, "each of these waits would last a minute"
    assert bench.collaborator.state is State.STOPPED


def test_a_bug_ends_it_with_a_word_and_not_in_silence(tmp_path):
    bench = Bench(tmp_path, [Work(0, (SCORE_CONSENSUS,))])
    bench.link.push_errors = [ZeroDivisionError("secret")]
    bench.run()
    assert bench.collaborator.state is State.FAILED
    assert bench.standings()[-1].detail == "ZeroDivisionError"


def test_the_models_of_all_rounds_are_kept_where_a_site_wants_them(tmp_path):
    desk = Desk(tmp_path / "desk", keep=True)
    for number in range(3):
        initial(desk.consensus(number))
    assert weights_of(tmp_path / "desk" / "kept" / "round-001.safetensors")
    assert desk.last.exists()
