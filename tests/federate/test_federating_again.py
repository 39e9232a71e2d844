"""The program is opened again, the hours end, a share of the machine is set: the site goes on as it should."""

import os
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from datetime import datetime, timedelta
from functools import partial
from pathlib import Path
from types import SimpleNamespace

import pytest
from small_federation import until
from test_federate_collaborator import OVER, Script
from test_federate_collaborator import Bench as Alone
from test_federating import (  # noqa: F401 - fixtures
    ETHICS,
    bus,
    federating,
    folder,
    joining,
    let_in,
    owner,
    pumped,
    quick,
    workspace,
)

from fets_desktop.app.choices import Choices
from fets_desktop.app.federation.bench import Bench
from fets_desktop.app.federation.federating import Federating
from fets_desktop.app.federation.joining import Joining
from fets_desktop.app.federation.words import closed, paused, standing_in_words
from fets_desktop.app.federation.work import Cases, Worker, threads_for_rounds
from fets_desktop.app.job_board import JobBoard
from fets_desktop.app.keyring_ import Secrets
from fets_desktop.app.pace import cores
from fets_desktop.federate.link import Work
from fets_desktop.federate.table import State
from fets_desktop.store.workspace import Workspace
from fets_desktop.study.errors import StudyError
from fets_desktop.study.federation import TRAIN, TRAINER_TASKS
from fets_desktop.train.share import kept_to

# ruff: noqa: F811 - the names of fixtures


@pytest.fixture
def joined(owner, joining, folder, tmp_path, monkeypatch) -> str:
    federation = let_in(owner, joining, folder, tmp_path)
    joining.agree(federation, ETHICS)
    monkeypatch.setattr(Bench, "work", quick)
    return federation


def scripted(monkeypatch: pytest.MonkeyPatch, folder: Path, *works: Work) -> Script:
    link = Script(list(works), folder / "initial.safetensors")
    monkeypatch.setattr(Joining, "link", lambda *_: link)
    return link


@pytest.fixture
def opened_again(workspace: Workspace, bus) -> Iterator[Callable[[Joining], Federating]]:
    """What another run of the program has of the same workspace."""
    with ExitStack() as closing:

        def make(joining: Joining) -> Federating:
            board = JobBoard(workspace, bus)
            closing.callback(board.close)
            made = Federating(workspace, bus, board, joining, Choices(workspace, bus))
            closing.callback(made.close)
            return made

        yield make


def test_what_went_on_when_the_program_ended_goes_on_by_itself(
    workspace, joining, federating, folder, joined, monkeypatch, opened_again
):
    first = scripted(monkeypatch, folder, Work(0, TRAINER_TASKS))
    federating.start("Trial")
    assert first.waiting.wait(60)
    federating.close()
    again = scripted(monkeypatch, folder, OVER)
    other = opened_again(joining)
    other.follow()
    pumped(other, joined)
    assert again.connects == 1
    assert other.standing("Trial").state == State.ENDED
    third = opened_again(joining)
    third.follow()
    assert third.live() == [], "it has ended"


@pytest.mark.parametrize("deed", ["stop", "leave", "never begun"])
def test_what_a_person_ended_does_not_go_on_by_itself(
    joining, federating, folder, joined, monkeypatch, opened_again, deed
):
    scripted(monkeypatch, folder)
    if deed != "never begun":
        federating.start("Trial")
        getattr(federating, deed)("Trial")
    federating.close()
    other = opened_again(joining)
    other.follow()
    assert other.live() == []
    assert other.failed() == []


def test_a_pause_lasts_over_the_night(joining, federating, folder, joined, monkeypatch, opened_again):
    first = scripted(monkeypatch, folder)
    federating.start("Trial")
    assert first.waiting.wait(60)
    federating.pause("Trial")
    federating.close()
    scripted(monkeypatch, folder, OVER)
    other = opened_again(joining)
    other.follow()

    def stands() -> bool:
        other.pump()
        return paused(other.standing("Trial"))

    until(stands)
    other.resume("Trial")
    pumped(other, joined)
    assert other.standing("Trial").state == State.ENDED


def test_what_cannot_go_on_says_why_and_is_counted_until_it_does(
    workspace, joining, federating, folder, joined, monkeypatch, opened_again
):
    first = scripted(monkeypatch, folder)
    federating.start("Trial")
    assert first.waiting.wait(60)
    federating.close()
    certificate = workspace.folder / "federation" / joined / "certificate.pem"
    kept = certificate.read_bytes()
    certificate.unlink()
    other = opened_again(joining)
    other.follow()
    assert other.failed() == [joined]
    assert other.standing("Trial").code == "wrong-stage"
    certificate.write_bytes(kept)
    scripted(monkeypatch, folder, OVER)
    other.follow()
    pumped(other, joined)
    assert other.failed() == []
    assert other.standing("Trial").state == State.ENDED


def test_a_locked_key_is_waited_for_and_then_it_goes_on(
    workspace, bus, owner, folder, tmp_path, monkeypatch, opened_again
):
    secrets = Secrets(workspace, environment={})
    secrets.unlock("words of the site")
    joining = Joining(workspace, bus, secrets)
    federation = let_in(owner, joining, folder, tmp_path)
    joining.agree(federation, ETHICS)
    joining.store.want(federation, going=True)
    monkeypatch.setattr(Bench, "work", quick)
    monkeypatch.setattr("fets_desktop.app.federation.federating.cases_of", lambda *_: Cases([{"case": "a"}], []))
    scripted(monkeypatch, folder, OVER)
    closed_ = Secrets(workspace, environment={})
    other = opened_again(Joining(workspace, bus, closed_))
    other.follow()
    assert (other.live(), other.failed()) == ([], [federation])
    closed_.unlock("words of the site")
    other.follow()
    assert other.failed() == []
    pumped(other, federation)
    assert other.standing("Trial").state == State.ENDED


# --- hours and share


def test_outside_its_hours_it_waits_and_asks_nothing(tmp_path):
    site = Alone(tmp_path, [Work(0, TRAINER_TASKS), OVER])
    open_ = [False]
    site.begin(may_work=lambda: open_[0])
    site.collaborator.start()
    until(lambda: site.collaborator.state is State.OUTSIDE)
    assert site.scored == []
    open_[0] = True
    assert site.collaborator.join(60)
    assert site.collaborator.state is State.ENDED
    assert site.fitted == [0]


def test_when_the_hours_end_what_was_begun_is_sent_and_no_more_is_begun(tmp_path):
    site = Alone(tmp_path, [Work(0, TRAINER_TASKS), Work(0, TRAINER_TASKS[1:]), Work(0, TRAINER_TASKS[2:]), OVER])
    # open for the question and the first task, closed for the second
    answers = iter([True, True, False])
    closed_at = []

    def may_work() -> bool:
        answer = next(answers, True)
        if not answer:
            closed_at.append(([results.task for _, results in site.link.pushed], list(site.fitted)))
        return answer

    site.begin(may_work=may_work)
    assert site.run().state is State.ENDED
    assert closed_at == [([TRAINER_TASKS[0]], [])]
    assert [results.task for _, results in site.link.pushed].count(TRAIN) == 1


def test_the_hours_chosen_hold_and_are_told(workspace, bus, joining, federating, folder, joined, monkeypatch):
    scripted(monkeypatch, folder, OVER)
    now = datetime.now().astimezone()
    far = now + timedelta(hours=3)
    federating._choices.set("federation.hours", f"{far.hour}-{(far.hour + 2) % 24}")
    federating.start("Trial")

    def waits() -> bool:
        federating.pump()
        return closed(federating.standing("Trial"))

    until(waits)
    assert "hours" in standing_in_words(federating.standing("Trial"))
    opening = federating.opening()
    assert opening is not None
    assert timedelta(hours=2) <= opening - now <= timedelta(hours=3)
    federating.close()


@pytest.mark.parametrize(("share", "chosen", "threads"), [(100, 0, 0), (100, 3, 3), (10, 0, 1), (50, 64, None)])
def test_a_share_of_the_machine_is_a_number_of_cores(federating, monkeypatch, share, chosen, threads):
    federating._choices.set("federation.share", share)
    federating._choices.set("jobs.threads", chosen)
    assert threads_for_rounds(federating._choices) == (max(1, cores() // 2) if threads is None else threads)
    asked = []
    monkeypatch.setattr(
        Bench, "work", lambda _b, _f, _t, arguments: asked.append(arguments) or {"dice": {}, "cases": 1}
    )
    member = SimpleNamespace(plan=SimpleNamespace(id="fets-1"))
    threads_now = partial(threads_for_rounds, federating._choices)
    worker = Worker(federating._bench, member, Cases([], [{}]), Path("x"), "cpu", threads_now)
    worker.score(Path("w"), 0)
    federating._choices.set("federation.share", 100)
    federating._choices.set("jobs.threads", 7)
    worker.score(Path("w"), 0)
    assert [arguments["threads"] for arguments in asked][1] == 7, "a change holds from the next task on"


@pytest.mark.skipif(not hasattr(os, "sched_getaffinity"), reason="only Linux holds a process to cores")
def test_a_worker_is_held_to_its_cores_and_let_go():
    before = os.sched_getaffinity(0)
    with kept_to(1):
        assert len(os.sched_getaffinity(0)) == 1
    assert os.sched_getaffinity(0) == before


# --- when the computer is started


def test_the_setting_writes_the_file_and_where_it_cannot_it_is_not_taken(federating, workspace, tmp_path, monkeypatch):
    file = tmp_path / "autostart" / "fets-desktop.desktop"
    monkeypatch.setattr("fets_desktop.app.autostart.entry", lambda: file)
    federating._choices.set("federation.startup", True)
    assert str(workspace.folder) in file.read_text()
    federating._choices.set("federation.startup", False)
    assert not file.exists()

    def full(on: bool, _folder: Path) -> None:
        if on:
            raise StudyError("disk-full")

    monkeypatch.setattr("fets_desktop.app.autostart.switch", full)
    with pytest.raises(StudyError):
        federating._choices.set("federation.startup", True)
    assert federating._choices.get("federation.startup") is False


def test_what_could_not_be_noted_is_not_under_way_and_starts_when_it_can(federating, folder, joined, monkeypatch):
    scripted(monkeypatch, folder, OVER)

    def full(*_: object, **__: object) -> None:
        raise StudyError("disk-full")

    with monkeypatch.context() as meanwhile:
        meanwhile.setattr(federating._members, "want", full)
        with pytest.raises(StudyError):
            federating.start("Trial")
    assert federating.live() == []
    federating.start("Trial")
    pumped(federating, joined)
    assert federating.standing("Trial").state == State.ENDED
