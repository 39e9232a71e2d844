"""A real server that sleeps, moves, is replaced or has forgotten; TLS's versions: it goes on, or says what to do."""

import shutil
import signal
import socket
import ssl
import threading
import warnings
from collections.abc import Iterator
from pathlib import Path

import numpy as np
import pytest
from small_federation import Founded, averaged, found, has_server, make_site, until, update_of

from fets_desktop.federate.grpc_link import GrpcLink, Patience
from fets_desktop.federate.link import Lost
from fets_desktop.federate.table import State
from fets_desktop.study.errors import StudyError
from fets_desktop.study.federation import TensorShape

pytestmark = pytest.mark.skipif(not has_server(), reason="OpenFL's environment is not there: installers/aggregator.sh")
LARGER = (TensorShape("enter.weight", (40, 50)), TensorShape("enter.norm.num_batches_tracked", ()))


def exact(federation: Founded, number: int) -> bool:
    """Whether the model after so many rounds is the weighted average of them all."""
    model = federation.model(0)
    for done in range(number):
        model = averaged(federation.plan, model, done, federation.plan.trainers)
    last = federation.model(number)
    return all(np.array_equal(last[name], model[name]) for name in model)


# --- TLS


@pytest.fixture(scope="module")
def serving(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Founded]:
    federation = found(tmp_path_factory.mktemp("tls") / "federation")
    federation.start()
    yield federation
    federation.close()


def handshake(federation: Founded, folder: Path, version: ssl.TLSVersion | None) -> str | None:
    """Shake hands as a site with its certificate, with one version of TLS alone, or all; return which it became."""
    who = federation.identity("north")
    for name, content in (("c.pem", who.certificate), ("k.pem", who.key)):
        (folder / name).write_bytes(content)
    context = ssl.create_default_context(cadata=who.authority.decode())
    context.load_cert_chain(folder / "c.pem", folder / "k.pem")
    context.set_alpn_protocols(["h2"])
    if version is not None:
        context.set_ciphers("ALL:@SECLEVEL=0")  # else OpenSSL would not even offer what is old
        with warnings.catch_warnings():
            warnings.simplefilter("ignore", DeprecationWarning)
            context.minimum_version = context.maximum_version = version
    port = int(federation.plan.server.rpartition(":")[2])
    with (
        socket.create_connection(("127.0.0.1", port), 60) as plain,
        context.wrap_socket(plain, server_hostname="localhost") as talk,
    ):
        return talk.version()


def test_tls_1_3_is_spoken_where_both_offer_it_and_1_2_at_least(serving, tmp_path):
    assert handshake(serving, tmp_path, None) == "TLSv1.3"
    assert handshake(serving, tmp_path, ssl.TLSVersion.TLSv1_2) == "TLSv1.2"


@pytest.mark.parametrize("old", [ssl.TLSVersion.TLSv1, ssl.TLSVersion.TLSv1_1])
def test_the_server_refuses_what_is_older(serving, tmp_path, old):
    with pytest.raises(ssl.SSLError) as error:
        handshake(serving, tmp_path, old)
    # the refusal is the server's, which breaks off, and not our own library's unwillingness
    broken_off = isinstance(error.value, ssl.SSLZeroReturnError)  # so Debian 12's own OpenSSL tells it
    assert broken_off or any(sign in (error.value.reason or "") for sign in ("ALERT", "UNEXPECTED_EOF")), error.value


@pytest.mark.parametrize(("version", "accepted"), [(ssl.TLSVersion.TLSv1_1, False), (ssl.TLSVersion.TLSv1_2, True)])
def test_a_site_talks_to_no_server_that_speaks_only_what_is_older(tmp_path, version, accepted):
    federation = found(tmp_path / "federation")
    offered: list[str | None] = []
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(federation.folder / "server.pem", federation.folder / "server.key")
    context.set_ciphers("ALL:@SECLEVEL=0")
    context.set_alpn_protocols(["h2"])
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", DeprecationWarning)
        context.minimum_version = ssl.TLSVersion.TLSv1
        context.maximum_version = version
    stop = threading.Event()

    def serve(listening: socket.socket) -> None:
        listening.settimeout(0.2)
        while not stop.is_set():
            try:
                taken, _ = listening.accept()
                with context.wrap_socket(taken, server_side=True) as talk:
                    offered.append(talk.version())
            except OSError:
                continue

    with socket.create_server(("127.0.0.1", int(federation.plan.server.rpartition(":")[2]))) as listening:
        thread = threading.Thread(target=serve, args=(listening,))
        thread.start()
        link = GrpcLink(federation.plan, federation.identity("north"), lambda _message: None)
        try:
            with pytest.raises((StudyError, Lost)) as error:
                link.connect()
        finally:
            link.close()
            stop.set()
            thread.join()
    if accepted:
        assert "TLSv1.2" in offered
        assert isinstance(error.value, Lost), "it shook hands; only what followed was no federation's"
        return
    assert offered == []
    assert isinstance(error.value, StudyError)
    assert error.value.code == "federation-insecure"
    assert "TLS 1.2 or newer" in error.value.detail


# --- the network, the server, the night


def test_a_server_that_sleeps_moves_and_forgets_ends_with_the_same_weights(tmp_path):
    """Three misfortunes in one federation, one a round: a lid that is closed, another address, an empty disk."""
    federation = found(tmp_path / "federation", rounds=4)
    patience = Patience(answer_s=1.0, stall_s=1.0)
    over = [threading.Event() for _ in range(federation.plan.rounds)]
    over[0].set()

    def when_over(site: str, number: int, name: str, before: np.ndarray) -> np.ndarray:
        """Train in a round when its misfortune is over: none shall come after the last round."""
        assert over[number].wait(120)
        return update_of(site, number, name, before)

    federation.start()
    try:
        for name in federation.plan.sites:
            make_site(federation, name, tmp_path, patience=patience, update=when_over if name == "south" else update_of)
        north = federation.sites[0]
        for site in federation.sites:
            site.collaborator.start()
        until(lambda: any(row.number == 0 and row.ended for row in north.rows))
        assert federation.process is not None
        federation.process.send_signal(signal.SIGSTOP)  # it sleeps: the connection stands, and nobody answers
        until(lambda: north.collaborator.state is State.LOST)
        assert all(site.collaborator.state not in (State.FAILED, State.ENDED) for site in federation.sites)
        federation.process.send_signal(signal.SIGCONT)
        over[1].set()
        until(lambda: any(row.number == 1 and row.ended for row in north.rows))
        federation.kill()
        federation.start(host="[::1]")  # the same name, and another address behind it
        over[2].set()
        until(lambda: any(row.number == 2 and row.ended for row in north.rows))
        federation.kill()
        shutil.rmtree(federation.folder / "state")  # a new machine with the owner's folder, and none of its rounds
        federation.start(host="[::1]")
        over[3].set()
        for site in federation.sites:
            assert site.collaborator.join(120), site.standings[-3:]
            assert site.collaborator.state is State.ENDED, site.standings[-1]
        assert exact(federation, 4)
        assert federation.refusals() == []
    finally:
        if federation.process and federation.process.poll() is None:
            federation.process.send_signal(signal.SIGCONT)
        for event in over:
            event.set()
        federation.close()


def test_another_federation_at_the_same_address_is_not_talked_to_and_the_owner_is_asked(tmp_path):
    federation = found(tmp_path / "federation")
    site = make_site(federation, "north", tmp_path)
    federation.start()
    try:
        site.collaborator.start()
        until(lambda: site.collaborator.state is State.RESTING)
        federation.kill()
        other = found(tmp_path / "other", server=federation.plan.server, name="another", rounds=9)
        # the same owner, so that the certificate alone does not tell
        for name in ("authority.pem", "server.key", "server.pem"):
            shutil.copyfile(federation.folder / name, other.folder / name)
        other.start()
        try:
            assert site.collaborator.join(120), site.standings[-3:]
        finally:
            other.close()
        assert site.collaborator.state is State.FAILED
        assert site.collaborator.error is not None
        assert site.collaborator.error.code == "federation-plan"
    finally:
        federation.close()


@pytest.mark.parametrize("compression", ["float16", "int8"])
def test_rounds_with_compressed_updates_come_out_close_and_small(tmp_path, compression):
    sizes = {}
    for how in ("none", compression):
        federation = found(tmp_path / how, trainers=("north",), validators=(), quorum=1, compression=how, shapes=LARGER)
        federation.start()
        try:
            site = make_site(federation, "north", tmp_path / f"{how} site")
            site.collaborator.start()
            assert site.collaborator.join(120), site.standings[-3:]
            assert site.collaborator.state is State.ENDED
            model = federation.model(0)
            for number in range(3):
                model = averaged(federation.plan, model, number, ("north",))
            last = federation.model(3)
            gap = max(float(np.abs(last[name] - model[name]).max()) for name in model if model[name].ndim)
            assert gap < {"none": 1e-6, "float16": 1e-3, "int8": 5e-3}[how]
            sizes[how] = site.ledger.sent
        finally:
            federation.close()
    saved = 3 * 4 * 2000 * (1 - {"float16": 2, "int8": 1}[compression] / 4)
    assert sizes["none"] - sizes[compression] == pytest.approx(saved, rel=0.02)
