"""The window, a real hall with real workers, and a real OpenFL server: joined, a round, paused, left, and what left."""

import struct
from collections.abc import Iterator
from pathlib import Path
from types import SimpleNamespace

import numpy as np
import pytest
import torch
from free_ports import free_port

from fets_desktop.app.federation.founding import Founding, Proposal
from fets_desktop.app.federation.server import serving
from fets_desktop.app.federation.work import Cases
from fets_desktop.app.hall import Hall
from fets_desktop.app.tasks.federate import Bench, score_each
from fets_desktop.app.tasks.train import training_case
from fets_desktop.app.training import folder_cases
from fets_desktop.federate import grpc_link, wire
from fets_desktop.study.federation import SCORE_CONSENSUS, SCORE_OWN, Learning, Membership
from fets_desktop.train.checkpoint import write_weights
from fets_desktop.train.resunet import ResUNet
from fets_desktop.ui.bridge import Alarm
from fets_desktop.ui.shell import MainWindow
from fets_desktop.ui.widgets.sure import AskSure
from tests.federate.small_federation import has_server
from tests.ui.conftest import settle
from tests.ui.hands import click, dialog_of, until
from tests.ui.labelled_folder import put_labelled

pytestmark = pytest.mark.skipif(not has_server(), reason="OpenFL's environment is not there: installers/aggregator.sh")
NUMBER = "4711-0815-77"
PERSON = f"MUELLER-ERIKA-{NUMBER}"
"""Stands in every path and every case's name; it must not leave."""
SCORES = (SCORE_CONSENSUS, SCORE_OWN)
ROUND_S = 180.0
"""A round starts three workers; a busy machine only takes longer."""


@pytest.fixture
def place(tmp_path: Path) -> Path:
    """A site's folder that is called after a person, with four cases that are, too."""
    folder = tmp_path / PERSON
    for number in range(4):
        put_labelled(folder / "cases", f"{PERSON}-{number}", number)
    return folder


@pytest.fixture
def captured(monkeypatch: pytest.MonkeyPatch) -> list[bytes]:
    """Every byte that is handed to gRPC, before it is encrypted."""
    sent: list[bytes] = []
    streamed, ask = wire.streamed, grpc_link.GrpcLink._ask

    def stream(pieces, largest):
        for message in streamed(pieces, largest):
            sent.append(message)
            yield message

    def asked(self, kind, number, subject, request, wait_s=0.0):
        sent.append(request)
        return ask(self, kind, number, subject, request, wait_s)

    monkeypatch.setattr(wire, "streamed", stream)
    monkeypatch.setattr(grpc_link.GrpcLink, "_ask", asked)
    return sent


@pytest.fixture
def founded(tmp_path: Path) -> Iterator[tuple[Founding, Path]]:
    """An owner with a federation of a tiny network, whose server runs."""
    torch.manual_seed(3)
    weights = write_weights(tmp_path / "weights.safetensors", ResUNet(2).state_dict())
    registry = SimpleNamespace(current=lambda: object(), weights=lambda _model: weights)
    port = free_port()
    choices = {"rounds": 2, "fewest_scored": 2, "learning": Learning(learning_rate=1e-3, patch=32)}
    with Hall(tmp_path / "owner") as owner:
        owner.secrets.unlock("words of the owner")
        founding = Founding(owner.workspace, owner.secrets, registry)  # type: ignore[arg-type]
        founding.new(tmp_path / "fed", Proposal("Trial", f"localhost:{port}", ("north",), (), choices=choices))
        with serving(tmp_path / "fed", f"127.0.0.1:{port}", linger_s=1.0):
            yield founding, tmp_path / "fed"


@pytest.fixture
def window(keep, qt, place, monkeypatch) -> Iterator[MainWindow]:
    plain = folder_cases(place / "cases")
    monkeypatch.setattr("fets_desktop.app.federation.federating.cases_of", lambda *_: Cases(plain[:2], plain[2:]))
    monkeypatch.setattr("fets_desktop.app.federation.checks.cases_of", lambda *_: Cases(plain[:2], plain[2:]))
    alarm = Alarm()
    with Hall(place / "workspace", alarm.ring) as hall:
        alarm.answer(hall.pump)
        made = keep(MainWindow(hall), size=(1366, 768))
        made.hall = hall
        made.open_place("federation")
        settle(qt)
        yield made
        alarm.answer(None)
        made.tray.quit()


def joined(window, founding, folder, tmp_path):
    """Go the whole way from the invitation to Join, by the window's own buttons."""
    hall, screen = window.hall, window.screen_of("federation")
    hall.secrets.unlock("words of the site")
    screen.open_invitation(str(folder / "invitations" / "north.fetsinvite"))
    screen.save_request(str(tmp_path / "north.csr"))
    member = hall.joining.member("Trial")
    screen.take_certificate(str(founding.accept(folder, tmp_path / "north.csr", member.own_fingerprint)))
    joining = screen.joining
    joining.ethics.number.setText("REK 2026/417")
    joining.ethics.date.setText("2026-02-11")
    click(joining.preflight.look_button)
    until(lambda: joining.preflight.lines)
    told = " | ".join(joining.preflight.lines)
    assert "The server knows this site and follows the plan that was sent" in told
    assert "Clock, well: Within " in told, "the server tells its time"
    click(joining.preflight.join_button)
    assert hall.joining.member("Trial").membership is Membership.JOINED
    return screen


def test_joined_a_round_paused_resumed_and_left_and_nothing_of_a_person_leaves(
    window, founded, place, tmp_path, qt, captured
):
    screen = joined(window, *founded, tmp_path)
    state, rounds = screen.joined.state, screen.joined.rounds.model
    click(state.pause_button)
    until(lambda: state.state.text() == "Paused", ROUND_S)
    assert state._figures["rounds"].text() == "1 of 2"
    assert rounds.rowCount() == 1
    assert screen.joined.charts.consensus.points("WT")
    click(state.resume_button)
    until(lambda: rounds.rowCount() == 2, ROUND_S)
    click(state.leave_button)
    dialog_of(screen, AskSure).accept()
    settle(qt)
    assert window.hall.joining.member("Trial").membership is Membership.LEFT
    assert window.hall.federating.live() == []
    nothing_leaked(captured, place, tmp_path)


def nothing_leaked(captured: list[bytes], place: Path, tmp_path: Path) -> None:
    """No name, path or case's score is in any message, in whatever form a number travels."""
    everything = b"".join(captured)
    assert SCORE_CONSENSUS.encode() in everything, "the capture is empty"
    # words long enough that weights and random ids do not hold one by chance
    for word in (PERSON, "MUELLER", NUMBER, str(place), "/cases", ".nii.gz", ".safetensors", "workspace"):
        assert word.encode() not in everything, word
        assert word.encode("utf-16-le") not in everything, word
    cases = [training_case(plain) for plain in folder_cases(place / "cases")]
    weights = tmp_path / "fed" / "initial.safetensors"
    scores = score_each(weights, cases[2:], Bench(tmp_path / "scored", "cpu"), lambda *_: None)
    told = b"".join(message for message in captured if any(word.encode() in message for word in SCORES))
    single = {value for case in scores for value in case.values() if 0 < value < 1}
    assert single, "no score that could be told apart"
    means = {region: np.mean([case[region] for case in scores]) for region in scores[0]}
    assert any(struct.pack("<f", mean) in told for mean in means.values() if 0 < mean < 1), "the means do travel"
    for value in single - set(means.values()):
        forms = (struct.pack("<f", value), struct.pack(">f", value), struct.pack("<d", value), f"{value:.4f}".encode())
        assert not any(form in told for form in forms), value
