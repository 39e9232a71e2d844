"""The best round of a federation becomes a model: chosen by scores, quantized behind the gate, with its lineage."""

import json
from pathlib import Path

import numpy as np
import pytest
import torch
from brats_folder import put_case
from small_case import GRID, SHAPE

from fets_desktop.app.federation.status import federation_status
from fets_desktop.app.federation.watching import following
from fets_desktop.app.hall import Hall
from fets_desktop.app.models import Models
from fets_desktop.app.tasks.publish_round import weights_of
from fets_desktop.federate import pki
from fets_desktop.federate.server.record import now
from fets_desktop.federate.tensors import file_sha256, writing
from fets_desktop.imaging.files import write_array
from fets_desktop.study.errors import StudyError
from fets_desktop.study.federation import Plan, TensorShape
from fets_desktop.study.modelfile import read_card
from fets_desktop.study.plain import to_plain
from fets_desktop.study.progress import silent
from fets_desktop.study.split import Split
from fets_desktop.train.resunet import ResUNet

SCORES = {0: 0.3, 1: 0.5, 2: 0.6, 3: 0.4}


def put_weights(path: Path, seed: int) -> tuple[TensorShape, ...]:
    torch.manual_seed(seed)
    state = {name: t.float().numpy() for name, t in ResUNet(2).state_dict().items()}
    shapes = tuple(TensorShape(name, tuple(array.shape)) for name, array in state.items())
    path.parent.mkdir(parents=True, exist_ok=True)
    with writing(path, shapes) as sink:
        for shape in shapes:
            sink.add(shape.name, state[shape.name])
    return shapes


@pytest.fixture
def federation(tmp_path) -> Path:
    """A federation of three rounds that has ended, as its server left it."""
    folder = tmp_path / "fed"
    shapes = put_weights(folder / "initial.safetensors", 0)
    for number in SCORES:
        put_weights(folder / "models" / f"round-{number:03d}.safetensors", number)
    digest = file_sha256(folder / "initial.safetensors")
    plan = Plan("Trial of Three", "localhost:50051", ("north", "south"), ("west",), digest, shapes, base=2, rounds=3)
    (folder / "plan.json").write_text(json.dumps(to_plain(plan)))
    key, server_key = pki.new_key(), pki.new_key()
    authority = pki.new_authority(key, plan.name)
    (folder / "server.pem").write_bytes(pki.server_certificate(key, authority, server_key, ["localhost"]))
    rows = [
        {"round": n, "metrics": {"aggregated_model_validation": {"mean": s, "ET": s}}, "done": [], "late": []}
        for n, s in SCORES.items()
    ]
    (folder / "rounds.jsonl").write_text("".join(json.dumps(row) + "\n" for row in rows))
    return folder


@pytest.fixture
def cases(tmp_path) -> Path:
    for number in range(3):
        (tmp_path / "cases" / f"c{number}").mkdir(parents=True)
        put_case(tmp_path / "cases" / f"c{number}", f"c{number}", seed=number)
    return tmp_path / "cases"


@pytest.fixture
def hall(tmp_path, monkeypatch):
    monkeypatch.setattr(Models, "adopt_starter", lambda _self: None)
    with Hall(tmp_path / "work") as hall:
        yield hall


@pytest.fixture
def approved(hall, add_prepared, tmp_path) -> Split:
    """This site's own approved cases on the two sides of its split."""
    for number in range(5):
        name = add_prepared(hall.workspace, f"P-{number}", patient=f"Q-{number}")
        labels = np.zeros(SHAPE, np.uint8)
        for edge, value in ((8, 2), (6, 4), (3, 1)):
            labels[5 : 5 + edge, 9 : 9 + edge, 7 : 7 + edge] = value
        hall.reviewing.import_labels(name, write_array(tmp_path / "seg.nii.gz", labels, GRID))
        hall.reviewing.approve_newest(name, "Dr. Weber")
    return hall.splitting.draw()


def test_the_best_round_is_chosen_and_others_can_be_named(hall, federation):
    best = hall.publishing.best_of_folder(federation)
    assert (best.number, best.weights.name) == (2, "round-002.safetensors")
    assert "training sites" in best.why
    assert best.told == {"training sites": {"mean": 0.6, "ET": 0.6}}
    assert hall.publishing.best_of_folder(federation, 3).why == "a person"
    with pytest.raises(StudyError, match="there are: 0, 1, 2, 3"):
        hall.publishing.best_of_folder(federation, 9)
    with pytest.raises(StudyError, match="initial model"):
        hall.publishing.best_of_folder(federation, 0)


def test_rounds_that_came_after_the_scoring_are_told(hall, federation):
    scores = {str(number): {"mean": mean} for number, mean in ((0, 0.2), (1, 0.7))}
    found = {"selected": 1, "cases": 4, "scores": scores}
    (federation / "out-of-sample.json").write_text(json.dumps(found) + "\n")
    best = hall.publishing.best_of_folder(federation)
    assert (best.number, best.why) == (1, "mean Dice on 4 cases that no site has seen, of the models up to round 1")


def test_a_round_is_published_once_with_where_it_comes_from(hall, federation, approved):
    chosen = hall.publishing.best_of_folder(federation)
    job = hall.publishing.start(chosen)
    view = hall.jobs.wait([job], silent)[0]
    assert view.state == "done", hall.jobs.error(job)
    model = hall.models.get(hall.publishing.result(job)["model"])
    lineage = model.card.lineage
    assert (model.card.name, lineage["federation"], lineage["round"]) == (
        "federated-trial-of-three",
        chosen.plan.id,
        2,
    )
    assert lineage["parent"].endswith(chosen.plan.initial_sha256[:12])
    assert model.card.extra["federation"] == {"training sites": {"mean": 0.6, "ET": 0.6}}
    assert {"f32", "int8", "int8_drop"} <= set(model.card.scores)
    assert model.card.scores["int8_cases"] == len(approved.validation), "judged on this site's own approved cases"
    assert hall.models.current() != model, "which model proposes does not change by itself"
    assert model.card.precision == ("int8" if hall.publishing.result(job)["passed"] else "f32")
    assert read_card(model.path) == model.card
    # training can go on from the very weights that were averaged
    kept, sent = weights_of(hall.models.weights(model)), weights_of(chosen.weights)
    assert all(np.array_equal(kept[name], sent[name]) for name in sent)
    with pytest.raises(StudyError, match="here already"):
        hall.publishing.start(chosen)


def test_every_round_is_scored_on_cases_that_no_site_has_seen_and_that_chooses(hall, federation, cases):
    job = hall.publishing.score(federation, cases)
    assert hall.jobs.wait([job], silent)[0].state == "done", hall.jobs.error(job)
    found = hall.publishing.result(job)
    means = {int(number): dice["mean"] for number, dice in found["scores"].items()}
    assert list(means) == [0, 1, 2, 3]
    assert found["cases"] == 3
    assert means[found["selected"]] == max(means.values())
    if found["selected"]:
        chosen = hall.publishing.best_of_folder(federation)
        assert (chosen.number, "no site has seen" in chosen.why) == (found["selected"], True)


def test_without_labelled_cases_nobody_can_judge_int8(hall, federation):
    with pytest.raises(StudyError) as refused:
        hall.publishing.start(hall.publishing.best_of_folder(federation))
    assert refused.value.code == "too-few-cases"


def test_a_server_that_was_cut_off_is_called_silent_and_following_ends(federation):
    (federation / "status.json").write_text(json.dumps({"time": "2026-01-01T00:00:00+00:00", "state": "running"}))
    assert federation_status(federation)["state"] == "silent"
    (federation / "status.json").write_text(json.dumps({"time": now(), "state": "running", "round": 1}))
    waited: list[float] = []

    def wait(seconds: float) -> bool:
        waited.append(seconds)
        if len(waited) == 2:
            (federation / "status.json").write_text(json.dumps({"time": now(), "state": "ended", "round": 4}))
        return False

    assert [status["state"] for status in following(federation, wait)] == ["running", "ended"]
    assert len(waited) == 2
