"""A federation's model goes through the window: taken over, offered by Segment, its proposal in Review, exported."""

import shutil
from dataclasses import replace

import numpy as np
import pytest
from free_ports import free_port
from PySide6.QtWidgets import QLabel

from fets_desktop.app.federation.bench import Bench
from fets_desktop.app.federation.founding import Proposal
from fets_desktop.app.federation.joining import Joining
from fets_desktop.app.federation.work import Cases
from fets_desktop.app.hall import Hall
from fets_desktop.federate.link import Work
from fets_desktop.federate.tensors import TensorFile
from fets_desktop.imaging.files import write_array
from fets_desktop.study.case import Case, Series, Stage, Surgery
from fets_desktop.study.federation import SCORE_CONSENSUS, TRAINER_TASKS, Ethics
from fets_desktop.ui.bridge import Alarm
from fets_desktop.ui.export_flow import start_export
from fets_desktop.ui.screens.federation.publish import PublishDialog
from fets_desktop.ui.shell import MainWindow
from fets_desktop.ui.widgets.export_dialog import ExportWish
from tests.ui.conftest import settle
from tests.ui.fake_reviewing import patient
from tests.ui.hands import click, dialog_of, until
from tests.ui.labelled_folder import put_labelled
from tests.ui.test_window_pictures import nothing_cut_off, picture

CASE = "P-NEW"
SCORES = ({"ET": 0.4, "TC": 0.5, "WT": 0.6, "mean": 0.5}, {"ET": 0.5, "TC": 0.6, "WT": 0.7, "mean": 0.6})
"""Of the common model before and after the round."""
EDGE = 64
"""Of the cube that is cut out of the phantom: a whole head would take longer."""
LONG_S = 240.0
"""Workers load their libraries; a busy machine only takes longer."""


class OneRound:
    """A link to a server that has one round, and asks for the last model's score."""

    def __init__(self, weights, note):
        self._weights = weights
        self._due = [Work(0, TRAINER_TASKS), Work(1, (SCORE_CONSENSUS,)), Work(2, (), over=True)]

    def connect(self):
        """It is there."""

    def next_work(self):
        return self._due.pop(0)

    def pull(self, number):
        with TensorFile(self._weights) as file:
            for tensor in file.shapes:
                yield tensor.name, file.get(tensor.name)

    def push(self, number, results):
        """It is taken."""

    def stop(self):
        """Nothing waits."""

    def close(self):
        """Nothing is held."""


@pytest.fixture
def site(keep, qt, tmp_path):
    """A window on a workspace with a prepared patient, and an owner whose federation begins with the starter."""
    alarm = Alarm()
    owner, hall = Hall(tmp_path / "owner"), Hall(tmp_path / "site", alarm.ring)
    alarm.answer(hall.pump)
    put_prepared(hall, tmp_path)
    owner.secrets.unlock("words of the owner")
    proposal = Proposal(
        "Trial", f"localhost:{free_port()}", ("north", "south"), choices={"rounds": 1, "fewest_scored": 1}
    )
    owner.founding.new(tmp_path / "fed", proposal)
    window = keep(MainWindow(hall), size=(1366, 768))
    settle(qt)
    yield owner, hall, window
    alarm.answer(None)
    hall.close()
    owner.close()


def put_prepared(hall, folder):
    """Put the part of a phantom's head around its tumour into a workspace, prepared and without labels."""
    volumes, truth = patient()
    starts = [
        min(max(int(axis.mean()) - EDGE // 2, 0), n - EDGE)
        for axis, n in zip(np.nonzero(truth.array), truth.grid.shape, strict=True)
    ]
    box = tuple(slice(start, start + EDGE) for start in starts)
    grid = replace(truth.grid, shape=(EDGE, EDGE, EDGE))
    arrays = {f"prepared/{c}": v.array[box] for c, v in volumes.items()}
    arrays |= {f"series/{CASE}-{c}": v.array[box] for c, v in volumes.items()}
    arrays["brain_mask"] = (next(iter(volumes.values())).array[box] != 0).astype("uint8")
    files = hall.workspace.files
    stored = {n: files.publish(write_array(folder / "x.nii.gz", a, grid)) for n, a in arrays.items()}
    series = tuple(Series(f"{CASE}-{c}", CASE, c, 1.0, "", c, "", grid) for c in volumes)
    case = Case(CASE, "Q-1", Stage.PREPARED, "2026-01-01", "2026-01-01T00:00:00Z", "", series)
    with hall.workspace.change("person", "case imported", CASE) as change:
        change.put_case(replace(case, surgery=Surgery.BEFORE))
        for name, file in stored.items():
            change.put_product(CASE, name, file)


def ended(site, tmp_path, monkeypatch):
    """Take part in the round, until the federation has ended; the workers' answers are given at once."""
    owner, hall, window = site
    told = iter(SCORES)

    def worked(_bench, _federation, _title, arguments):
        if arguments["what"] == "score":
            return {"dice": next(told, SCORES[-1]), "cases": 5}
        shutil.copyfile(arguments["weights"], arguments["target"])
        return {"loss": 0.7, "cases": 3}

    weights = tmp_path / "fed" / "initial.safetensors"
    monkeypatch.setattr(Joining, "link", lambda _joining, _federation, note: OneRound(weights, note))
    monkeypatch.setattr(Bench, "work", worked)
    cases = Cases([{"case": "a"}], [{"case": "b"}])
    monkeypatch.setattr("fets_desktop.app.federation.federating.cases_of", lambda *_: cases)
    hall.secrets.unlock("words of the site")
    federation = hall.joining.open(tmp_path / "fed" / "invitations" / "north.fetsinvite").plan.id
    request = hall.joining.request(federation, tmp_path / "north.csr")
    hall.joining.accept(owner.founding.accept(tmp_path / "fed", tmp_path / "north.csr", request.own_fingerprint))
    window.open_place("federation")
    screen = window.screen_of("federation")
    screen.join(Ethics("REK 2026/417", "2026-02-11"), False, True)
    until(lambda: screen.joined.state.state.text() == "The federation has ended")
    return screen.joined


def taken_over(joined, hall, cases):
    """Take the best round over, by its button and a folder of labelled cases; return the model."""
    line = joined.publish
    until(line.isVisible)
    click(line.button)
    dialog = dialog_of(line, PublishDialog)
    assert not dialog.own_button.isEnabled(), "no approved case here: nothing to judge on but a folder"
    dialog.reject()
    line.publish(cases)
    assert not line.button.isEnabled(), "it is under way"
    until(line.models_button.isVisible, LONG_S)
    return next(model for model in hall.models.all() if model.card.name == "federated-trial")


def test_it_is_taken_over_proposes_is_reviewed_and_exported_under_its_own_name(site, tmp_path, monkeypatch, qt):
    _, hall, window = site
    for number in range(2):
        put_labelled(tmp_path / "cases", f"case-{number}", number)
    joined = ended(site, tmp_path, monkeypatch)
    assert (
        "The model with 1 round behind it is the best so far, by this site's mean Dice" in joined.publish.words.text()
    )
    picture(window, "federated-1-offered")
    model = taken_over(joined, hall, tmp_path / "cases")
    assert f"It is here as {model.id}, and Segment offers it." in joined.publish.words.text()

    click(joined.publish.models_button)
    settle(qt)
    assert window.place == "models"
    told = [part.text() for part in window.screen_of("models").findChildren(QLabel) if part.isVisible()]
    assert any(
        words.startswith(
            f"Averaged over the sites of the federation {model.card.lineage['federation']}, round 1 of 1, "
        )
        for words in told
    )
    assert "In the federation: this site" in told
    assert not model.current, "which model proposes does not change by itself"
    nothing_cut_off(window)
    picture(window, "federated-2-card")

    window.open_place("segment", CASE)
    segment = window.screen_of("segment")
    segment.models.setCurrentIndex(segment.models.findData(model.id))
    assert "Averaged over the sites of the federation Trial" in segment._about.text()
    nothing_cut_off(window)
    picture(window, "federated-3-segment")
    click(segment.start_button)
    until(lambda: hall.cases.get(CASE).stage is Stage.PROPOSED, LONG_S)

    window.open_place("review", CASE)
    review = window.screen_of("review")
    until(lambda: review.desk.session is not None)
    settle(qt)
    [version] = hall.cases.versions(CASE)
    assert version.author == f"model {model.id}"
    assert review.origin.text() == "Suggested by model federated-trial"
    assert review.origin.toolTip() == model.id, "another round's model has the same name"
    nothing_cut_off(window)
    picture(window, "federated-4-review")

    start_export(review, [CASE], review.outgoing.notice, ExportWish(str(tmp_path / "out"), ("report",)))
    until(review.outgoing.notice.isVisible, LONG_S)
    assert review.outgoing.notice.words.text() == f"1 case is exported to {tmp_path / 'out'}."
    origin = hall.exporting._origin(hall.cases.get(CASE), version, [version])
    assert (origin.model, origin.model_version) == ("federated-trial", f"1 ({model.sha256[:8]})"), "as the report says"
