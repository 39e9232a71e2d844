"""The window and the real hall: a real owner's invitation, up to the look that finds no server, and what it says."""

import socket

import pytest

from fets_desktop.app.federating_founding import Proposal
from fets_desktop.app.hall import Hall
from fets_desktop.study.federation import Ethics, Membership
from fets_desktop.ui.shell import MainWindow
from fets_desktop.ui.widgets.error_dialog import ErrorDialog
from fets_desktop.ui.widgets.passphrase_dialog import PassphraseDialog
from tests.ui.conftest import settle
from tests.ui.hands import click, dialog_of, until


@pytest.fixture
def site(keep, qt, tmp_path):
    """A window on a workspace of its own, and an owner's hall with a federation."""
    with socket.socket() as probe:  # nobody listens at a port that was free a moment ago
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    owner, hall = Hall(tmp_path / "owner"), Hall(tmp_path / "site")
    owner.secrets.unlock("words of the owner")
    owner.founding.new(tmp_path / "fed", Proposal("Trial", f"localhost:{port}", ("north", "south")))
    window = keep(MainWindow(hall), size=(1366, 768))
    window.open_place("federation")
    settle(qt)
    yield owner, hall, window
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


def test_a_site_that_cannot_begin_says_why_and_can_leave(site, tmp_path, qt):
    owner, hall, window = site
    hall.secrets.unlock("words of the site")
    folder, request = tmp_path / "fed", tmp_path / "north.csr"
    federation = hall.joining.open(folder / "invitations" / "north.fetsinvite").plan.id
    fingerprint = hall.joining.request(federation, request).own_fingerprint
    hall.joining.accept(owner.founding.accept(folder, request, fingerprint))
    hall.joining.agree(federation, Ethics("REK 2026/417", "2026-02-11"))
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
