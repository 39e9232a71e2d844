"""The window and the real hall: a real owner's invitation, up to the look that finds no server, and what it says."""

import shutil
import threading
from collections.abc import Callable, Iterator
from pathlib import Path

import numpy as np
import pytest
from free_ports import free_port

from fets_desktop.app.federation.bench import Bench
from fets_desktop.app.federation.founding import Proposal
from fets_desktop.app.federation.joining import Joining
from fets_desktop.app.federation.work import Cases
from fets_desktop.app.hall import Hall
from fets_desktop.federate.ledger import SENT, Message
from fets_desktop.federate.link import Results, Work
from fets_desktop.federate.tensors import TensorFile
from fets_desktop.study.federation import SCORE_CONSENSUS, TRAINER_TASKS, Ethics, Membership
from fets_desktop.ui.bridge import Alarm
from fets_desktop.ui.shell import MainWindow
from fets_desktop.ui.widgets.error_dialog import ErrorDialog
from fets_desktop.ui.widgets.passphrase_dialog import PassphraseDialog
from tests.ui.conftest import settle
from tests.ui.hands import click, dialog_of, until

SHORT = {"rounds": 2, "fewest_scored": 1}


class Rounds:
    """A link to a server of which a test opens the rounds one by one."""

    def __init__(self, weights: Path, note: Callable[[Message], None]) -> None:
        self._weights, self._note = weights, note
        self._due = [
            Work(0, TRAINER_TASKS),
            Work(1, TRAINER_TASKS),
            Work(2, (SCORE_CONSENSUS,)),
            Work(3, (), over=True),
        ]
        self.open = threading.Event()

    def connect(self) -> None:
        """The server is there."""

    def next_work(self) -> Work:
        if self._due[0].number == 1:
            self.open.wait(120)
        return self._due.pop(0)

    def pull(self, number: int) -> Iterator[tuple[str, np.ndarray]]:
        with TensorFile(self._weights) as file:
            for tensor in file.shapes:
                yield tensor.name, file.get(tensor.name)

    def push(self, number: int, results: Results) -> None:
        self._note(Message(SENT, "SendLocalTaskResults", number, results.task, 1 << 20, "0" * 64))

    def stop(self) -> None:
        self.open.set()

    def close(self) -> None:
        """Nothing is held."""


def worked(_bench: Bench, _federation: str, _title: str, arguments: dict) -> dict:
    """What a worker would answer, at once."""
    if arguments["what"] == "score":
        return {"dice": {"ET": 0.4, "TC": 0.5, "WT": 0.6, "mean": 0.5}, "cases": 3}
    shutil.copyfile(arguments["weights"], arguments["target"])
    return {"loss": 0.7, "cases": 3}


@pytest.fixture
def site(keep, qt, tmp_path):
    """A window on a workspace of its own, and an owner's hall with a federation."""
    port = free_port()  # nobody listens there
    alarm = Alarm()
    owner, hall = Hall(tmp_path / "owner"), Hall(tmp_path / "site", alarm.ring)
    alarm.answer(hall.pump)
    owner.secrets.unlock("words of the owner")
    owner.founding.new(tmp_path / "fed", Proposal("Trial", f"localhost:{port}", ("north", "south"), choices=SHORT))
    window = keep(MainWindow(hall), size=(1366, 768))
    window.open_place("federation")
    settle(qt)
    yield owner, hall, window
    alarm.answer(None)
    hall.close()
    owner.close()


def test_from_an_invitation_to_a_server_that_does_not_answer(site, tmp_path, qt):
    owner, hall, window = site
    screen, folder = window.screen_of("federation"), tmp_path / "fed"
    screen.open_invitation(str(folder / "invitations" / "north.fetsinvite"))
    assert owner.founding.fingerprint(folder) == hall.joining.member("Trial").owner_fingerprint

    request = tmp_path / "north.csr"
    screen.save_request(str(request))  # there is no keyring here: a passphrase is asked for, and it goes on
    dialog = dialog_of(screen, PassphraseDialog)
    for field in dialog.fields:
        field.setText("words of the site")
    click(dialog.agree)
    settle(qt)
    assert b"PRIVATE" not in request.read_bytes()

    member = hall.joining.member("Trial")
    assert member.membership is Membership.REQUESTED
    certificate = owner.founding.accept(folder, request, member.own_fingerprint)
    screen.take_certificate(str(certificate))
    joining = screen.joining
    assert joining.certificate.aside.text().startswith("Valid for 36")

    click(joining.preflight.look_button)
    until(lambda: joining.preflight.lines)
    told = " | ".join(joining.preflight.lines)
    assert "Server, not well: nobody joins without it: Nothing listens at the server's port" in told
    assert "Certificate, well" in told
    assert "Cases, not well" in told
    assert not joining.preflight.join_button.isEnabled()
    assert window.rail.local.accessibleName() == "Local only"


def certified(owner, hall, tmp_path):
    """Bring a site to its certificate; return the federation's id."""
    hall.secrets.unlock("words of the site")
    folder, request = tmp_path / "fed", tmp_path / "north.csr"
    federation = hall.joining.open(folder / "invitations" / "north.fetsinvite").plan.id
    fingerprint = hall.joining.request(federation, request).own_fingerprint
    hall.joining.accept(owner.founding.accept(folder, request, fingerprint))
    return federation


def test_rounds_come_in_by_themselves_pause_and_end(site, tmp_path, qt, monkeypatch):
    owner, hall, window = site
    certified(owner, hall, tmp_path)
    links = []

    def link(_joining: Joining, _federation: str, note: Callable[[Message], None]) -> Rounds:
        links.append(Rounds(tmp_path / "fed" / "initial.safetensors", note))
        return links[-1]

    monkeypatch.setattr(Joining, "link", link)
    monkeypatch.setattr(Bench, "work", worked)
    monkeypatch.setattr(
        "fets_desktop.app.federation.federating.cases_of", lambda *_: Cases([{"case": "a"}], [{"case": "b"}])
    )
    screen = window.screen_of("federation")
    screen.refresh()
    screen.join(Ethics("REK 2026/417", "2026-02-11"), False, True)
    joined = screen.joined
    until(lambda: joined.rounds.model.rowCount() == 1 and joined.rounds.model.index(0, 7).data() != "goes on")
    assert joined.charts.consensus.points("WT") == [(1, 0.6)]
    click(joined.state.pause_button)  # the thread waits at the door of the second round
    assert "pauses once this round is sent" in joined.state.detail.text()
    links[0].open.set()
    until(lambda: joined.state.state.text() == "Paused")
    assert joined.rounds.model.rowCount() == 2
    click(joined.state.resume_button)
    until(lambda: joined.state.state.text() == "The federation has ended")
    assert joined.rounds.model.rowCount() == 3
    until(lambda: joined.ledger.words.text() == "7 messages left: 7.0 MiB")
    screen.export_ledger(str(tmp_path / "ledger.csv"))
    assert (tmp_path / "ledger.csv").read_text().count("SendLocalTaskResults") == 7
    assert hall.auditing.verify().ok


def test_a_site_that_cannot_begin_says_why_and_can_leave(site, tmp_path, qt):
    owner, hall, window = site
    hall.joining.agree(certified(owner, hall, tmp_path), Ethics("REK 2026/417", "2026-02-11"))
    screen = window.screen_of("federation")
    until(lambda: screen.pages.currentWidget() is screen.joined)
    assert window.rail.local.accessibleName() == "Federated"
    click(screen.joined.state.start_button)
    settle(qt)
    dialog = dialog_of(screen, ErrorDialog)
    assert "approved" in " ".join(part.text() for part in dialog.findChildren(type(screen.joined.state.state)))
    dialog.close()
    screen._do(hall.federating.leave)
    until(lambda: screen.pages.currentWidget() is screen.joining)
    assert window.rail.local.accessibleName() == "Local only"
