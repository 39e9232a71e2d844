"""Exclude, include, flag, split, settle: a person's word on cases."""

from collections.abc import Callable

import pytest
from small_case import GRID

from fets_desktop.app.annotations.reviewing import Reviewing
from fets_desktop.app.annotations.versions import draft, put_version, read_brain
from fets_desktop.app.bus import FactsBus
from fets_desktop.app.cases import Cases
from fets_desktop.app.choices import Choices
from fets_desktop.app.splitting import Splitting
from fets_desktop.store.workspace import Workspace
from fets_desktop.study.case import Case, Event, Stage
from fets_desktop.study.errors import StudyError
from fets_desktop.study.facts import CaseChanged, Fact, SettingChanged, SplitChanged


@pytest.fixture
def cases(workspace: Workspace, bus: FactsBus) -> Cases:
    return Cases(workspace, bus)


def test_an_excluded_case_comes_back_to_where_its_files_let_it_stand(
    cases: Cases, workspace: Workspace, case: str, reviewing: Reviewing, facts: list[Fact]
) -> None:
    def there_and_back() -> Stage:
        cases.exclude(case, "Poor signal")
        assert cases.get(case).stage is Stage.EXCLUDED
        assert cases.get(case).flag == "Poor signal"
        cases.include(case)
        assert cases.get(case).flag == ""
        return cases.get(case).stage

    assert there_and_back() is Stage.PREPARED
    _, labels = read_brain(workspace, case)
    put_version(workspace, labels, draft(case, "model m@1"), Event.PROPOSE, "labels proposed")
    assert there_and_back() is Stage.PROPOSED
    put_version(workspace, labels, draft(case, "Dr. Weber"), Event.EDIT, "labels saved")
    assert there_and_back() is Stage.IN_REVIEW
    reviewing.approve_newest(case, "Dr. Weber")
    assert there_and_back() is Stage.APPROVED
    with workspace.change("x", "y", case) as change:
        change.drop_products(case, "brain_mask")
    assert there_and_back() is Stage.CONVERTED, "versions without a brain cannot be reviewed"
    assert set(facts) == {CaseChanged(case)}
    assert [v.number for v in cases.versions(case)] == [1, 2]


def test_what_makes_no_sense_is_refused(cases: Cases, case: str) -> None:
    with pytest.raises(StudyError) as raised:
        cases.include(case)
    assert raised.value.code == "wrong-stage"
    cases.exclude(case, "")
    with pytest.raises(StudyError):
        cases.exclude(case, "")
    with pytest.raises(StudyError) as raised:
        cases.exclude("P-7", "")
    assert raised.value.code == "unknown-case"


def test_flags_are_words_on_the_board(cases: Cases, case: str, workspace: Workspace) -> None:
    cases.flag(case, "Ask the neuroradiologist")
    assert cases.all()[0].flag == "Ask the neuroradiologist"
    cases.flag(case, "")
    assert cases.all()[0].flag == ""
    assert [row.action for row in workspace.audit(2)] == ["flag removed", "case flagged"]


@pytest.fixture
def approve(workspace: Workspace) -> Callable[..., None]:
    def make(number: int, patient: str = "", stage: Stage = Stage.APPROVED) -> None:
        with workspace.change("person", "x", f"P-{number:02d}") as change:
            change.put_case(Case(f"P-{number:02d}", patient or f"Q-{number:02d}", stage))

    return make


def test_a_split_is_four_to_one_by_patient_and_sticks(
    workspace: Workspace, bus: FactsBus, approve: Callable[..., None], facts: list[Fact]
) -> None:
    splitting = Splitting(workspace, bus, Choices(workspace, bus))
    assert splitting.current() is None
    with pytest.raises(StudyError) as raised:
        splitting.draw()
    assert raised.value.code == "too-few-cases"
    for number in range(10):
        approve(number)
    approve(10, patient="Q-03")  # a second time point
    approve(11, stage=Stage.IN_REVIEW)
    split = splitting.draw()
    assert splitting.current() == split
    assert facts == [SplitChanged()]
    assert len(split.train) + len(split.validation) == 11
    assert len({f"Q-{c[2:]}".replace("Q-10", "Q-03") for c in split.validation}) == 2
    assert ("P-03" in split.train) == ("P-10" in split.train)
    # a case that is reviewed again keeps its side, and so does the rest
    moved = split.validation[0]
    approve(int(moved[2:]), stage=Stage.IN_REVIEW)
    for number in range(20, 30):
        approve(number)
    again = splitting.draw()
    assert set(split.train) <= set(again.train)
    assert set(split.validation) <= set(again.validation)
    approve(int(moved[2:]))
    assert moved in splitting.draw(seed=5).validation
    with pytest.raises(StudyError) as raised:
        splitting.draw(fraction=1.0)
    assert raised.value.code == "wrong-usage"


def test_settings_are_kept_in_their_own_type(workspace: Workspace, bus: FactsBus, facts: list[Fact]) -> None:
    choices = Choices(workspace, bus)
    assert choices.get("review.brush_mm") == 6.0
    choices.set("review.brush_mm", "8")
    choices.set("prepare.automatic", False)
    assert Choices(workspace, bus).get("review.brush_mm") == 8.0
    assert Choices(workspace, bus).get("prepare.automatic") is False
    with pytest.raises(ValueError, match="must lie between"):
        choices.set("review.brush_mm", 600)
    with pytest.raises(KeyError):
        choices.get("review.nothing")
    assert facts == [SettingChanged("review.brush_mm"), SettingChanged("prepare.automatic")]
    with workspace.change("x", "y", "z") as change:
        change.put_setting("look.theme", "pink")
    assert Choices(workspace, bus).get("look.theme") == "dark", "a value that is no longer allowed was never chosen"


def test_facts_come_in_order_also_when_a_listener_makes_new_ones(bus: FactsBus) -> None:
    heard: list[tuple[str, Fact]] = []

    def first(fact: Fact) -> None:
        heard.append(("first", fact))
        if fact == CaseChanged("a"):
            bus.publish(CaseChanged("b"))

    end = bus.subscribe(first)
    bus.subscribe(lambda fact: heard.append(("second", fact)))
    bus.publish(CaseChanged("a"))
    assert heard == [(who, CaseChanged(case)) for case in "ab" for who in ("first", "second")]
    end()
    bus.publish(CaseChanged("c"))
    assert heard[-1] == ("second", CaseChanged("c"))
    assert len(heard) == 5


def test_a_listener_s_bug_keeps_nobody_from_hearing(bus: FactsBus) -> None:
    heard: list[Fact] = []

    def broken(fact: Fact) -> None:
        raise KeyError("a bug")

    bus.subscribe(broken)
    bus.subscribe(heard.append)
    for case in ("a", "b"):
        with pytest.raises(KeyError, match="a bug"):
            bus.publish(CaseChanged(case))
    assert heard == [CaseChanged("a"), CaseChanged("b")]


def test_grid(case: str, workspace: Workspace) -> None:
    assert read_brain(workspace, case)[1].grid == GRID
