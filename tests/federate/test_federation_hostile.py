"""A real aggregator and a site that sends what it must not: it is told why, and the rounds go on without it."""

from collections.abc import Iterator

import numpy as np
import pytest
from small_federation import Founded, averaged, found, has_server, make_site, update_of

from fets_desktop.federate.grpc_link import GrpcLink
from fets_desktop.federate.link import Refused, Results
from fets_desktop.federate.table import State
from fets_desktop.study.errors import StudyError
from fets_desktop.study.federation import SCORE_CONSENSUS

pytestmark = pytest.mark.skipif(not has_server(), reason="OpenFL's environment is not there: installers/aggregator.sh")


def spoilt(site: str, number: int, name: str, before: np.ndarray) -> np.ndarray:
    """No number in the first round, a huge update in the second, an honest one in the third."""
    if number == 0 and name == "leave.weight":
        return np.full(before.shape, np.nan, np.float32)
    if number == 1:
        return before + np.float32(1e4)
    return update_of(site, number, name, before)


@pytest.fixture(scope="module")
def ended(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[Founded, list[str]]]:
    place = tmp_path_factory.mktemp("hostile")
    federation = found(place / "federation", quorum=1)
    federation.start()
    replayed: list[str] = []
    try:
        for name in federation.plan.sites:
            make_site(federation, name, place, update=spoilt if name == "south" else update_of)
        south = federation.sites[1]
        push = south.link.push

        def push_twice(number: int, results: Results) -> None:
            push(number, results)
            try:
                if results.task == SCORE_CONSENSUS:
                    push(number, results)
            except Refused as refusal:
                replayed.append(str(refusal))

        south.link.push = push_twice  # type: ignore[method-assign]
        wrong_name = GrpcLink(federation.plan, federation.identity("north", "south"), lambda _message: None)
        with pytest.raises(StudyError) as error:
            wrong_name.connect()
        wrong_name.close()
        replayed.append(error.value.code)
        for site in federation.sites:
            site.collaborator.start()
        for site in federation.sites:
            assert site.collaborator.join(120), site.standings[-3:]
        yield federation, replayed
    finally:
        federation.close()


def test_the_federation_comes_to_its_end_with_every_site(ended):
    federation, _ = ended
    assert {site.collaborator.state for site in federation.sites} == {State.ENDED}


def test_what_was_refused_is_not_in_the_average_and_what_is_right_is(ended):
    federation, _ = ended
    model = federation.model(0)
    for number, sites in enumerate((("north",), ("north",), ("north", "south"))):
        model = averaged(federation.plan, model, number, sites)
        kept = federation.model(number + 1)
        assert all(np.array_equal(kept[name], model[name]) for name in model), f"round {number}"


def test_the_owner_and_the_site_are_told_why(ended):
    federation, _ = ended
    whys = {(one["round"], one["site"]): one["why"] for one in federation.refusals() if "taken" not in one["why"]}
    assert "no numbers" in whys[0, "south"]
    assert "far larger" in whys[1, "south"]
    notes = {row.number: row.note for row in federation.sites[1].rows if row.note}
    assert "no numbers" in notes[0]
    assert "far larger" in notes[1]
    assert federation.rounds()[0]["refused"] == {"south": whys[0, "south"]}


def test_a_replay_is_refused_and_another_s_name_is_not_let_in(ended):
    _, replayed = ended
    assert replayed[0] == "federation-denied"
    assert len(replayed) == 5
    assert all("not taken twice" in words or "not under way" in words for words in replayed[1:])
