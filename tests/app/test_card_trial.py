"""Cards that lie about a network that runs: told where a tumour is known, by what the same network finds otherwise."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

import pytest
from made_once import brats_case
from tiny_models import make_tiny_model

from fets_desktop.app.tasks import card_trial, check_model
from fets_desktop.imaging.files import write_array
from fets_desktop.jobs.worker import TaskContext
from fets_desktop.segment.network import Network
from fets_desktop.store.hashing import sha256_of
from fets_desktop.study.errors import Cancelled, StudyError
from fets_desktop.study.feeding import Scaling
from fets_desktop.study.model import ModelCard
from fets_desktop.study.modelfile import read_model, write_model
from fets_desktop.study.progress import silent
from fets_desktop.study.resources import resource


@pytest.fixture(scope="module")
def starter() -> Network:
    return Network.load(resource("models", "starter.fetsmodel"), threads=1)


@pytest.fixture(autouse=True)
def little_work(monkeypatch: pytest.MonkeyPatch) -> None:
    """One phantom for all tests here, a smaller cube of it, and time enough on a slow computer."""
    monkeypatch.setattr(card_trial, "make_brats_case", brats_case)
    monkeypatch.setattr(card_trial, "_EDGE", 64)
    monkeypatch.setattr(card_trial, "_BUDGET_S", 600.0)


def lying(card: ModelCard, **changes: Any) -> ModelCard:
    return replace(card, **changes)


def scaled(card: ModelCard, scaling: Scaling) -> ModelCard:
    return replace(card, feeding=replace(card.feeding, scaling=(scaling,)))


def doubts(network: Network, card: ModelCard, approved: tuple[dict[str, Any], ...] = ()) -> list[str]:
    return card_trial.card_doubts(network.read_as(card), approved, silent)


def test_a_true_card_is_believed(starter: Network) -> None:
    assert doubts(starter, starter.card) == []


def test_contrasts_that_changed_places_are_named(starter: Network) -> None:
    told = doubts(starter, lying(starter.card, inputs=("T1", "T1Gd", "FLAIR", "T2")))
    assert len(told) == 1
    assert told[0].startswith("The order of contrasts on its card looks wrong: on a phantom of the program's own it ")
    assert "with T1Gd and T2 changed places" in told[0]


def test_a_wrong_scaling_is_named(starter: Network) -> None:
    told = doubts(starter, scaled(starter.card, Scaling(scale="unit")))
    assert len(told) == 1
    assert told[0].startswith("The scaling of intensities on its card looks wrong")
    assert "with mean 0 and deviation 1" in told[0]


def test_outputs_in_another_order_are_named(starter: Network) -> None:
    told = doubts(starter, lying(starter.card, outputs=("WT", "TC", "ET")))
    assert len(told) == 1
    assert told[0].startswith("The order of outputs on its card looks wrong")
    assert "with WT and ET changed places" in told[0]


def test_a_network_that_has_learnt_nothing_is_told_and_not_blamed_on_its_card(tmp_path: Path) -> None:
    network = Network.load(make_tiny_model(tmp_path), threads=1)
    told = doubts(network, network.card)
    assert len(told) == 1
    assert told[0].startswith("However its card is read, it finds next to nothing of the tumour in a phantom")


@pytest.fixture
def approved(tmp_path: Path) -> dict[str, Any]:
    volumes, truth = brats_case(card_trial._SEED)
    paths = {c: write_array(tmp_path / f"{c}.nii.gz", v.array, v.grid) for c, v in volumes.items()}
    labels = write_array(tmp_path / "labels.nii.gz", truth.array, truth.grid)
    return {"volumes": {str(c): str(p) for c, p in paths.items()}, "labels": str(labels), "scheme": truth.scheme.name}


def test_a_worker_tells_it_of_what_comes_from_elsewhere(tmp_path: Path, approved: dict[str, Any]) -> None:
    model = read_model(resource("models", "starter.fetsmodel"))
    card = lying(model.card, inputs=("T2", "T1", "FLAIR", "T1Gd"), name="liar")
    path = write_model(tmp_path / "liar.fetsmodel", replace(model, card=card))
    arguments = {"path": str(path), "sha256": sha256_of(path), "name": "liar", "threads": 1}
    untried = check_model.run(TaskContext(arguments, tmp_path, silent, lambda _: None))
    assert untried["doubts"] == []
    arguments |= {"trial": True, "approved": [approved]}
    told = check_model.run(TaskContext(arguments, tmp_path, silent, lambda _: None))["doubts"]
    assert "on a phantom of the program's own and an approved case it reaches" in told[0]


LITTLE, NOTHING = (0.42, 0.30), (0.10, 0.05)


@dataclass
class Agreeing:
    """In a network's place: agrees with the first and the second tumour as a table says, by a card's contrasts."""

    card: ModelCard
    table: dict[tuple[str, ...], tuple[float, float]]

    def read_as(self, card: ModelCard) -> "Agreeing":
        return Agreeing(card, self.table)


@pytest.mark.parametrize(
    ("as_said", "exchanged", "believed"),
    [
        (LITTLE, (0.80, 0.80), False),
        (LITTLE, (0.80, 0.27), False),  # a little worse on the other tumour means nothing
        (LITTLE, (0.95, 0.20), True),  # worse on the other one: whatever is wrong, it is not this
        (NOTHING, (0.45, 0.45), True),  # better, and still not good
        (LITTLE, (0.55, 0.25), True),  # hardly better over both
    ],
)
def test_another_card_is_believed_if_it_explains_all_tumours(
    starter: Network,
    monkeypatch: pytest.MonkeyPatch,
    as_said: tuple[float, float],
    exchanged: tuple[float, float],
    believed: bool,
) -> None:
    own = starter.card.inputs
    other = (own[1], own[0], *own[2:])
    monkeypatch.setattr(
        card_trial._Trial,
        "_agreement",
        lambda _, network, tumour: network.table.get(network.card.inputs, (0, 0))[tumour],
    )
    network = Agreeing(starter.card, {own: as_said, other: exchanged})
    told = card_trial._Trial(network, [0, 1], silent).doubts("two tumours")
    assert (told == []) is believed
    assert all("order of contrasts" in words for words in told)


def test_what_cannot_be_tried_is_not_held_against_a_card(starter: Network, monkeypatch: pytest.MonkeyPatch) -> None:
    def gone(_: int) -> Iterator[None]:
        raise StudyError("missing-resource", "The SRI24 atlas was not found.")

    monkeypatch.setattr(card_trial, "make_brats_case", gone)
    assert doubts(starter, lying(starter.card, inputs=("T2", "T1", "FLAIR", "T1Gd"))) == []


def test_it_stops_when_a_person_says_so(starter: Network) -> None:
    def stop(fraction: float, note: str) -> None:
        raise Cancelled

    with pytest.raises(Cancelled):
        card_trial.card_doubts(starter, (), stop)
