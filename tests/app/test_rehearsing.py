"""Before a site joins: what a round takes is measured by a worker, bounded, stoppable, and said in words."""

from types import SimpleNamespace

import pytest

from fets_desktop.app.federation import rehearsing as module
from fets_desktop.app.federation.cost import RoundCost, round_check
from fets_desktop.app.federation.rehearsing import TASK, Rehearsing
from fets_desktop.app.federation.work import Cases
from fets_desktop.study.errors import StudyError
from fets_desktop.study.federation import Learning, Plan, TensorShape

PLAN = Plan(
    "Trial", "localhost:1", ("north",), ("west",), "0" * 64, (TensorShape("a.weight", (2, 2)),),
    base=2, cutoff_s=600.0, learning=Learning(epochs=2),
)  # fmt: skip
FOUND = {"step_s": 3.0, "score_s": 2.0, "start_s": 5.0, "edge": 128, "late": False}
PERSON = "MUELLER-ERIKA"


@pytest.fixture
def site(monkeypatch):
    """The member and its cases; a test may change either."""
    named = SimpleNamespace(site="north", plan=PLAN)
    train = [{"case": f"{PERSON}-{number}"} for number in range(20)]
    named.cases = Cases(train, [{"case": "v1"}, {"case": "v2"}])
    monkeypatch.setattr(module, "cases_of", lambda *_: named.cases)
    return named


@pytest.fixture
def rehearsing(workspace, board, choices, site):
    joining = SimpleNamespace(member=lambda _name: site)
    return Rehearsing(workspace, board, choices, joining)


def test_a_round_is_reckoned_from_one_step_and_one_scored_case(rehearsing, runner, board, site):
    job = rehearsing.start()
    order = runner.specs[job].arguments
    assert (order["steps"], order["scored"], order["workers"]) == (40, 4, 3)
    assert [len(order[side]) for side in ("train", "validation")] == [1, 1]
    assert rehearsing.check() is None
    runner.begin(job)
    runner.finish(job, **FOUND)
    board.pump()
    assert rehearsing.cost().seconds == 40 * 3.0 + 4 * 2.0 + 3 * 5.0
    check = rehearsing.check()
    assert (check.ok, check.needed) == (True, False)
    assert check.words.startswith("About 2.4 min, without the transfer. Steps of training: 40, of 3.0 s.")


def test_no_record_keeps_what_cases_are_called(rehearsing, workspace, site):
    rehearsing.start()
    assert all(PERSON.encode() not in path.read_bytes() for path in workspace.folder.rglob("*") if path.is_file())


def test_a_site_that_only_validates_scores_all_its_cases_once(rehearsing, runner, site):
    site.site, site.cases = "west", Cases([], [{"case": str(number)} for number in range(9)])
    order = runner.specs[rehearsing.start()].arguments
    assert (order["steps"], order["scored"], order["workers"]) == (0, 9, 1)


def test_what_takes_too_long_is_ended_and_told_as_the_least(rehearsing, runner, board):
    job = rehearsing.start()
    runner.begin(job)
    runner.tell(job, **{**FOUND, "step_s": 180.0, "score_s": 0.0, "late": True})
    board.pump()
    board.pump()
    assert runner.cancelled == [job]
    check = rehearsing.check()
    assert not check.ok
    assert check.words.startswith("More than 2.0 h.")
    assert "The plan waits 10.0 min: this site would be late." in check.words


def test_it_can_be_stopped_and_fail_and_says_so(rehearsing, runner, board):
    job = rehearsing.start()
    runner.begin(job)
    rehearsing.stop()
    board.pump()
    assert rehearsing.check().words == "It was not measured."
    job = rehearsing.start()
    assert rehearsing.check() is None
    runner.fail(job, "out-of-memory", "Even a small patch does not fit.")
    board.pump()
    assert "Even a small patch does not fit." in rehearsing.check().words
    assert rehearsing.cost() is None


def test_without_cases_nothing_is_measured(rehearsing, runner, monkeypatch):
    def none(*_args: object) -> Cases:
        raise StudyError("too-few-cases", "No approved case is on the training side.")

    monkeypatch.setattr(module, "cases_of", none)
    assert rehearsing.start() == ""
    assert rehearsing.check().words.startswith("It could not be measured.")
    assert not [spec for spec in runner.specs.values() if spec.task == TASK]


def test_a_patch_that_memory_made_smaller_is_told():
    cost = RoundCost(10, 2, 3, 1.0, 1.0, 1.0, 96)
    assert "The memory takes patches of 96 voxels, not of 128." in round_check(cost, PLAN).words
