"""Protected connections: only with whom we trust, under the right name, in its time; each refusal in words."""

import socket
import ssl
from contextlib import contextmanager
from dataclasses import replace
from functools import partial
from pathlib import Path

import pytest
from bad_peers import listening, node_at
from hospital import Orthanc, make_certificates
from refusals import refused
from volumes_for_dicom import noise, oblique_grid

from fets_desktop.dicom.network.arriving import Arrivals
from fets_desktop.dicom.network.door import Door, Guest
from fets_desktop.dicom.network.fetch import Wanted, fetch
from fets_desktop.dicom.network.find import find_studies
from fets_desktop.dicom.network.link import echo
from fets_desktop.dicom.network.tls import make_context, make_door_context
from fets_desktop.dicom.network.web import WebNode
from fets_desktop.dicom.write import write_series
from fets_desktop.study.contrast import Contrast
from fets_desktop.study.node import FetchBy, Node, NodeKind, Query
from fets_desktop.study.progress import silent


@pytest.fixture(scope="module")
def pki(tmp_path_factory):
    return make_certificates(tmp_path_factory.mktemp("pki"))


@pytest.fixture(scope="module")
def protected(tmp_path_factory, pki):
    archive = Orthanc(tmp_path_factory.mktemp("orthanc"), tls=pki)
    try:
        yield archive.start()
    finally:
        archive.stop()


def ours(pki: Path, **changes: object) -> dict[str, object]:
    files = {"ca_file": "ca.crt", "cert_file": "client.crt", "key_file": "client.key"}
    return {"tls": True} | {kind: str(pki / name) for kind, name in files.items()} | changes


@contextmanager
def https(pki: Path, name: str = "server"):
    """A server that speaks TLS and then answers every question with an empty list."""
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(pki / f"{name}.crt", pki / f"{name}.key")
    body = (
        b"HTTP/1.1 200 OK\r\nContent-Type: application/dicom+json\r\nContent-Length: 2\r\nConnection: close\r\n\r\n[]"
    )

    def meet(plain: socket.socket) -> None:
        plain.settimeout(60)
        try:
            with context.wrap_socket(plain, server_side=True) as connection:
                connection.recv(65536)
                connection.sendall(body)
        except OSError:
            plain.close()

    with listening(meet) as port:
        yield port


def test_a_protected_archive_answers_whom_it_knows(protected, pki):
    node = protected.node(**ours(pki))
    echo(node)
    assert find_studies(node, Query(patient_id="nobody"), silent) == ()


def test_an_archive_whose_signer_we_do_not_know_is_refused(protected, pki):
    error = refused(lambda: echo(protected.node(**ours(pki, ca_file=""))))
    assert error.code == "pacs-insecure"
    assert "not trusted" in error.detail


def test_an_archive_under_another_name_is_refused(protected, pki):
    error = refused(lambda: echo(protected.node(**ours(pki, host="localhost"))))
    assert error.code == "pacs-insecure"
    assert "another name than localhost" in error.detail


def test_an_archive_that_wants_our_certificate_is_told_so(protected, pki):
    error = refused(lambda: echo(protected.node(**ours(pki, cert_file="", key_file=""))))
    assert error.code in ("pacs-insecure", "pacs-silent")
    assert "certificate" in error.detail


def test_a_protected_archive_does_not_talk_in_the_open(protected):
    error = refused(lambda: echo(protected.node()))
    assert error.code == "pacs-silent"
    assert "may want a protected connection (TLS)" in error.detail


def test_an_archive_without_protection_is_refused(orthanc, pki):
    error = refused(lambda: echo(orthanc.node(**ours(pki))))
    assert error.code == "pacs-insecure"
    assert "TLS" in error.detail


def test_an_expired_certificate_is_told(tmp_path):
    old = make_certificates(tmp_path, days=-1)
    with https(old) as port:
        error = refused(lambda: echo(node_at(port, **ours(old))))
        web = Node("web", NodeKind.DICOMWEB, url=f"https://127.0.0.1:{port}", ca_file=str(old / "ca.crt"))
        told = refused(lambda: WebNode(web).echo(silent))
    for one in (error, told):
        assert one.code == "pacs-insecure"
        assert "expired" in one.detail


def test_a_web_service_is_trusted_by_its_authority_alone(pki):
    with https(pki) as port:
        url = f"https://127.0.0.1:{port}"
        WebNode(Node("web", NodeKind.DICOMWEB, url=url, ca_file=str(pki / "ca.crt"), timeout_s=60.0)).echo(silent)
        error = refused(lambda: WebNode(Node("web", NodeKind.DICOMWEB, url=url, timeout_s=60.0)).echo(silent))
    assert error.code == "pacs-insecure"
    assert "not trusted" in error.detail


@pytest.mark.parametrize(
    ("changes", "words"),
    [
        ({"ca_file": "nowhere.crt"}, "not there"),
        ({"cert_file": "nowhere.crt"}, "not there"),
        ({"key_file": "ca.crt"}, "cannot be used"),
        ({"ca_file": "client.key"}, "cannot be used"),
    ],
)
def test_files_that_cannot_be_used_are_told(pki, changes, words):
    files = {kind: str(pki / name) for kind, name in changes.items()}
    error = refused(lambda: make_context(node_at(1, **ours(pki, **files))))
    assert error.code == "pacs-settings"
    assert words in error.detail


@pytest.fixture
def brought(protected, pki, tmp_path):
    """A study in the protected archive."""
    who = {"patient_name": "Tls^Ed", "patient_id": "77", "study_date": "20260401"}
    files = write_series(noise(oblique_grid(shape=(3, 8, 8))), tmp_path / "disc", Contrast.T1, **who)
    protected.empty()
    protected.put(*files)
    return protected.ask(f"/studies/{protected.ask('/studies')[0]}")["MainDicomTags"]["StudyInstanceUID"]


def test_a_protected_archive_delivers_to_a_protected_port_alone(protected, pki, brought, tmp_path):
    node = protected.node(**ours(pki, fetch_by=FetchBy.MOVE))
    door = make_door_context(str(pki / "server.crt"), str(pki / "server.key"), str(pki / "ca.crt"))
    bring = partial(fetch, node, Wanted(brought), tmp_path / "got", silent, door_port=protected.door_port)
    assert refused(bring).code == "pacs-failed"
    assert bring(protection=door).images == 3


def test_a_protected_port_lets_nobody_in_without_protection(pki, tmp_path):
    context = make_door_context(str(pki / "server.crt"), str(pki / "server.key"), str(pki / "ca.crt"))
    guest = Guest("FETS", "127.0.0.1")
    door = Door(0, "FETS", [guest], Arrivals(lambda _l, _s: tmp_path, tmp_path), 20.0, "127.0.0.1", protection=context)
    door.open()
    try:
        idle = socket.create_connection(("127.0.0.1", door.bound_port))
        known = node_at(door.bound_port, their_ae="FETS", **ours(pki))
        echo(known)
        refused(lambda: echo(node_at(door.bound_port, their_ae="FETS", timeout_s=60.0)))
        refused(lambda: echo(replace(known, cert_file="", key_file="", timeout_s=60.0)))
        idle.close()
        echo(known)
    finally:
        door.close()


def test_a_port_whose_certificate_cannot_be_used_is_told(pki):
    assert refused(lambda: make_door_context("nowhere.crt")).code == "pacs-settings"
    assert refused(lambda: make_door_context(str(pki / "server.crt"), str(pki / "client.key"))).code == "pacs-settings"


def test_old_versions_of_tls_are_not_spoken(pki):
    assert make_context(node_at(1, **ours(pki))).minimum_version >= ssl.TLSVersion.TLSv1_2
