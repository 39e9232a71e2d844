"""What is foretold of a queue, beside what comes: on a computer whose clock the test moves."""

import random
import time
from collections.abc import Callable
from types import SimpleNamespace
from typing import Any

import pytest
from clockwork_computer import MODEL, ClockworkComputer, case_of
from still_runner import StillRunner

from fets_desktop.app.choices import Choices
from fets_desktop.app.experience import Experience
from fets_desktop.app.forecast import Forecast
from fets_desktop.app.job_board import JobBoard
from fets_desktop.app.pace import ends
from fets_desktop.app.pieces import FUSING_S, IN_ATLAS, MODEL_S, NATIVE, Piece, guessed, of_preparing, of_proposing
from fets_desktop.jobs.runner import Lane
from fets_desktop.preprocess.recipe import ATLAS_STEPS, NATIVE_STEPS
from fets_desktop.store.records import JobRecord
from fets_desktop.store.workspace import Workspace
from fets_desktop.study.case import Stage
from fets_desktop.study.finding import Finding, Grade
from fets_desktop.study.grid import BRATS_GRID, Grid

Night = Callable[..., list[tuple[int, float, float]]]


@pytest.fixture
def clock(monkeypatch: pytest.MonkeyPatch) -> list[float]:
    now = [1000.0]
    monkeypatch.setattr(time, "monotonic", lambda: now[0])
    return now


@pytest.fixture
def forecast(workspace: Workspace, board: JobBoard, choices: Choices) -> Forecast:
    return Forecast(workspace, board, choices, SimpleNamespace(usual_pieces=lambda: MODEL))


@pytest.fixture
def night(workspace: Workspace, board: JobBoard, runner: StillRunner, clock: list[float], forecast: Forecast) -> Night:
    """Run so many cases; of every moment at which a piece ends: cases done, what was foretold, what came."""

    def run(cases: int, slower: Callable[[Piece], float]) -> list[tuple[int, float, float]]:
        computer = ClockworkComputer(workspace, board, runner, clock, slower)
        before = computer.done()
        computer.bring(cases)
        told = []
        while computer.go_on():
            prepared = sum(view.state == "done" for view in board.all() if view.task == "prepare")
            told.append((prepared, forecast.seconds_left(), clock[0]))
        assert (computer.done(), forecast.waiting(), forecast.seconds_left()) == (before + cases, 0, 0.0)
        return [(prepared, left, clock[0] - at) for prepared, left, at in told if left is not None and at < clock[0]]

    return run


def worst(told: list[tuple[int, float, float]], after: int) -> float:
    """Return the share by which the forecast was wrong, at worst, from so many prepared cases to the last fifth."""
    return max(abs(left / came - 1) for prepared, left, came in told if prepared >= after and came > told[0][2] / 5)


@pytest.mark.parametrize(("cases", "pace"), [(40, 1.0), (6, 0.5), (6, 3.0)])
def test_after_the_first_case_the_forecast_of_a_queue_is_true_within_a_seventh(
    night: Night, cases: int, pace: float
) -> None:
    chance = random.Random(7)
    own = {step: chance.uniform(0.6, 1.6) for step in NATIVE}
    told = night(cases, lambda piece: pace * own.get(piece.step, 1.0) * chance.uniform(0.85, 1.15))
    assert worst(told, after=1) < 1 / 7


def test_a_computer_that_is_left_alone_meanwhile_is_foretold_anew_within_two_cases(
    night: Night, clock: list[float]
) -> None:
    told = night(20, lambda _: 3.0 if clock[0] < 2000 else 1.0)
    busy = max(prepared for prepared, _, came in told if clock[0] - came < 2000)
    assert worst(told, after=busy + 3) < 0.1


def test_a_new_run_of_the_program_begins_with_what_the_last_one_measured(workspace: Workspace, night: Night) -> None:
    took = [Finding(step, "", Grade.OK, seconds=3 * seconds) for step, seconds in NATIVE.items() if step != "strip"]
    with workspace.change("program", "case prepared", "before") as change:
        change.put_case(case_of("before", Stage.IN_REVIEW))
        change.put_findings("before", [*took, Finding("strip", "", Grade.OK, seconds=0.0)])
    told = night(6, lambda _: 3.0)
    assert told[0][1] == pytest.approx(told[0][2], rel=0.1), "before anything has ended in this run"


def test_what_was_prepared_from_more_voxels_tells_what_fewer_take() -> None:
    experience = Experience()
    experience.took(Piece("native/bias", 8.0), 80.0)
    assert experience.expected([Piece("native/bias", 2.0)]) == [pytest.approx(20.0)]


def test_what_never_ran_is_guessed_by_how_slow_the_rest_was() -> None:
    experience = Experience()
    [first] = experience.expected([Piece("native/brain")])
    assert first == guessed(Piece("native/brain"))
    experience.took(Piece("native/atlas"), 5 * guessed(Piece("native/atlas")))
    assert 4 * first < experience.expected([Piece("native/brain")])[0] < 5 * first


def test_a_case_in_atlas_space_and_one_of_many_voxels_are_other_work() -> None:
    def named(shape: tuple[int, int, int]) -> dict[str, float]:
        case = case_of("P", Stage.CONVERTED, Grid.from_affine(shape, BRATS_GRID.affine))
        return {piece.name: piece.size for piece in of_preparing(case)}

    assert list(named(BRATS_GRID.shape)) == [f"atlas/{step}" for step in IN_ATLAS]
    thick, cubes = named((26, 224, 256)), named((176, 256, 256))
    assert list(thick) == list(cubes) == [f"native/{step}" for step in NATIVE]
    assert cubes["native/check"] > 4 * thick["native/check"]
    assert cubes["native/brain"] == thick["native/brain"] == 1.0, "on the atlas's grid"


def test_a_case_that_failed_or_was_stopped_is_on_its_way_no_more(
    workspace: Workspace, board: JobBoard, runner: StillRunner, clock: list[float], forecast: Forecast
) -> None:
    ClockworkComputer(workspace, board, runner, clock, lambda _: 1.0).bring(3)
    assert forecast.waiting() == 3
    first, second, third = runner.specs
    runner.fail(first, "registration-failed")
    runner.cancel(second)
    board.pump()
    assert forecast.waiting() == 1
    assert forecast.seconds_left() == pytest.approx(sum(NATIVE.values()) + MODEL_S)
    runner.cancel(third)
    board.pump()
    assert (forecast.waiting(), forecast.seconds_left()) == (0, 0.0)


def test_what_is_being_fetched_and_converted_counts(
    workspace: Workspace, board: JobBoard, runner: StillRunner, clock: list[float], forecast: Forecast
) -> None:
    ClockworkComputer(workspace, board, runner, clock, lambda _: 1.0).bring(1)
    board.on("pacs_get", lambda record, result: None, lane=Lane.NET)
    one = forecast.seconds_left()
    forecast.expect(2)
    job = board.start("pacs_get", "", {})
    assert forecast.waiting() == 4
    assert forecast.seconds_left() == pytest.approx(2 * one)
    forecast.expect(0)
    runner.finish(job)
    board.pump()
    assert forecast.waiting() == 1


def test_what_is_not_converted_yet_is_thought_to_be_like_the_last(
    workspace: Workspace, board: JobBoard, runner: StillRunner, forecast: Forecast
) -> None:
    runner.places_of[Lane.CPU] = 1
    board.on("convert", lambda record, result: None, lane=Lane.DISC)
    with workspace.change("person", "case imported", "known") as change:
        change.put_case(case_of("known", Stage.CONVERTED, BRATS_GRID))
        change.put_case(case_of("new", Stage.NEW, None))
    one = forecast.seconds_left()
    assert one == pytest.approx(sum(IN_ATLAS.values()) + MODEL_S)
    assert forecast.waiting() == 1, "nobody converts the other"
    board.start("convert", "", {}, case="new")
    assert (forecast.waiting(), forecast.seconds_left()) == (2, pytest.approx(2 * one))


def test_a_case_is_on_its_way_until_the_last_of_several_models_has_proposed(
    workspace: Workspace, board: JobBoard, runner: StillRunner, clock: list[float], forecast: Forecast
) -> None:
    def plan(record: JobRecord) -> dict[str, Any]:
        board.pace.plan(record.id, of_proposing(["a@1", "b@1"], fused=True))
        return {}

    board.on("segment_candidates", lambda record, result: None, private=plan)
    with workspace.change("program", "case proposed", "P") as change:
        change.put_case(case_of("P", Stage.IN_REVIEW))
    job = board.start("segment_candidates", "", {}, case="P")
    runner.begin(job)
    board.pump()
    board.pace.step_ended(job, "a@1", MODEL_S)
    assert (forecast.waiting(), forecast.seconds_left()) == (1, MODEL_S + FUSING_S)


def test_a_job_of_unknown_length_in_the_way_makes_the_end_unknown(
    workspace: Workspace, board: JobBoard, runner: StillRunner, clock: list[float], forecast: Forecast
) -> None:
    board.on("evaluate", lambda record, result: None)
    ClockworkComputer(workspace, board, runner, clock, lambda _: 1.0).bring(1)
    job = board.start("evaluate", "", {})
    assert forecast.seconds_left() is None
    runner.finish(job)
    board.pump()
    assert forecast.seconds_left() is not None


def test_the_end_of_a_queue_counts_places_turns_and_what_follows() -> None:
    assert ends([[10], [20], [5]], running=2, places=2) == [10, 20, 15]
    assert ends([[10, 7], [20]], running=1, places=1) == [37, 30], "what follows joins the end of the queue"
    assert ends([[10], [20], [5]], running=3, places=1) == [10, 20, 5], "what runs goes on where places became fewer"
    assert ends([[10], [], [5]], running=1, places=2) == [10, 0, 5]
    assert ends([[60]] * 5, running=0, places=2)[-1] == 180, "the fifth of five has one place for itself"


def test_every_step_of_the_recipe_has_its_guess() -> None:
    assert list(NATIVE) == [*(step.name for step in NATIVE_STEPS), "beside"]
    assert list(IN_ATLAS) == [*(step.name for step in ATLAS_STEPS), "beside"]
