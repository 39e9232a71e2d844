"""The site's side of the wire against a server that misbehaves: what is tried again, what stops, and how fast."""

import socket
import threading
import time
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

import numpy as np
import pytest
from pretending import Pretender, pretending
from small_federation import Founded, found, initial

from fets_desktop.federate import pki, wire
from fets_desktop.federate.grpc_link import GrpcLink, Identity, Patience
from fets_desktop.federate.ledger import RECEIVED, SENT, Message
from fets_desktop.federate.link import Lost, Refused, Results, Stopped
from fets_desktop.federate.tensors import TensorFile, writing
from fets_desktop.study.errors import StudyError
from fets_desktop.study.federation import TRAIN, TensorShape

QUICK = Patience(answer_s=1.0, stall_s=1.0, slowest=1e9)
"""For who shall give up; a busy machine takes longer for a good answer, too."""


@pytest.fixture
def founded(tmp_path: Path) -> Founded:
    return found(tmp_path / "federation")


@pytest.fixture
def server(founded: Founded) -> Iterator[Pretender]:
    with pretending(founded) as pretender:
        yield pretender


@pytest.fixture
def notes() -> list[Message]:
    return []


@pytest.fixture
def link(founded: Founded, notes: list[Message]) -> Iterator[GrpcLink]:
    made = GrpcLink(founded.plan, founded.identity("north"), notes.append)
    yield made
    made.close()


def test_a_server_where_nothing_is_due(server, link, notes):
    link.connect()
    work = link.next_work()
    assert (work.number, work.tasks, work.sleep_s, work.over) == (0, (), 7.0, False)
    assert [(note.way, note.kind) for note in notes] == [
        (SENT, "Ping"), (RECEIVED, "Ping"), (SENT, "GetTasks"), (RECEIVED, "GetTasks"),
    ]  # fmt: skip


def test_a_server_that_tells_its_time_is_compared_with_this_computers(server, link):
    assert link.connect() is None, "OpenFL's own server tells none"
    server.clock = (datetime.now(UTC) + timedelta(hours=2)).isoformat()
    ahead_s = link.connect()
    assert ahead_s is not None
    assert abs(ahead_s - 7200) < 30
    for nonsense in ("noon", "2026-11-30T12:00:00", "9" * 400):
        server.clock = nonsense
        assert link.connect() is None


def test_tensors_come_in_the_order_of_the_plan(server, link, founded):
    link.connect()
    got = list(link.pull(0))
    assert [name for name, _ in got] == [tensor.name for tensor in founded.plan.tensors]
    assert all(not array.any() for _, array in got)


@pytest.mark.parametrize(
    "tensor",
    [
        wire.NamedTensor("other", 0, (), (4, 3), bytes(48)),
        wire.NamedTensor("enter.weight", 0, (), (3, 4), bytes(48)),
        wire.NamedTensor("enter.weight", 0, (), (4, 3), bytes(44)),
    ],
)
def test_a_tensor_that_is_not_the_one_asked_for_stops_it(server, link, tensor):
    server.answers["GetAggregatedTensor"] = lambda _request: server.whole(tensor)
    link.connect()
    with pytest.raises(StudyError) as error:
        list(link.pull(0))
    assert error.value.code == "federation-model"


@pytest.mark.parametrize("what", ["federation", "sender"])
def test_another_plan_s_server_is_not_talked_to(server, link, founded, what):
    right = wire.Header(founded.plan.server_id, "north", founded.plan.id)
    server.answers["Ping"] = lambda _request: replace(right, **{what: "another"}).encode()
    with pytest.raises(StudyError) as error:
        link.connect()
    assert error.value.code == "federation-plan"


def test_a_server_that_does_not_take_this_site_stops_it(server, link):
    def deny(_request: bytes) -> bytes:
        raise PermissionError("Invalid collaborator")

    server.answers["Ping"] = deny
    with pytest.raises(StudyError) as error:
        link.connect()
    assert error.value.code == "federation-denied"


def test_a_refused_update_says_why(server, link, founded, tmp_path):
    def refuse(request: Iterator[bytes]) -> bytes:
        list(request)
        raise FileExistsError("The update is far larger than the round's median.")

    server.answers["SendLocalTaskResults"] = refuse
    link.connect()
    with TensorFile(initial(tmp_path / "own.safetensors")) as weights, pytest.raises(Refused, match="far larger"):
        link.push(0, Results(TRAIN, 3, {"loss": 0.5}, weights, weights))


def test_what_rounding_took_is_added_after_the_program_was_closed_too(tmp_path, notes):
    shapes = (TensorShape("enter.weight", (40, 50)),)
    founded = found(tmp_path / "federation", compression="int8", shapes=shapes)
    weights = tmp_path / "own.safetensors"
    with TensorFile(initial(tmp_path / "base.safetensors", shapes)) as base, writing(weights, shapes) as sink:
        step = np.random.default_rng(1).normal(scale=0.1, size=(40, 50)).astype(np.float32)
        sink.add("enter.weight", base.get("enter.weight") + step)
    rounding = tmp_path / "rounding.safetensors"
    kept = []
    with pretending(founded) as server:
        for _ in range(2):  # each with a link of its own, as another run of the program has
            link = GrpcLink(founded.plan, founded.identity("north"), notes.append, rounding=rounding)
            link.connect()
            with TensorFile(weights) as own, TensorFile(tmp_path / "base.safetensors") as base:
                link.push(0, Results(TRAIN, 3, {"loss": 0.5}, own, base))
            link.close()
            with TensorFile(rounding) as file:
                kept.append(file.get("enter.weight").copy())
        assert len(server.uploaded) == 2
    # what is owed after two updates alike is what one rounding of twice the step leaves, not twice one's loss
    scale = np.abs(step + kept[0]).max() / 127
    assert 0 < np.abs(kept[0]).max() <= np.abs(step).max() / 127 / 2 * 1.01
    assert np.abs(kept[1]).max() <= scale / 2 * 1.01
    assert not np.allclose(kept[0], kept[1], atol=scale / 10)
    rounding.write_bytes(b"damaged")
    GrpcLink(founded.plan, founded.identity("north"), notes.append, rounding=rounding).close()


@pytest.mark.parametrize("call", ["Ping", "GetTasks", "GetAggregatedTensor"])
def test_a_server_that_stalls_is_given_up_and_tried_again(server, founded, notes, call):
    link = GrpcLink(founded.plan, founded.identity("north"), notes.append, QUICK)
    server.answers[call] = server.stall
    with pytest.raises(Lost):
        _all_calls(link)
    link.close()


def _all_calls(link: GrpcLink, results: Results | None = None) -> None:
    link.connect()
    link.next_work()
    list(link.pull(0))
    if results is not None:
        link.push(0, results)


def big(path: Path) -> tuple[TensorShape, ...]:
    shapes = (TensorShape("wide", (1 << 23,)),)
    with writing(path, shapes) as sink:
        sink.add("wide", np.zeros(1 << 23, np.float32))
    return shapes


def test_an_upload_that_nobody_takes_is_given_up_and_stands_in_the_ledger(tmp_path):
    shapes = big(tmp_path / "big.safetensors")
    founded = found(tmp_path / "federation", shapes=shapes)
    notes: list[Message] = []
    link = GrpcLink(founded.plan, founded.identity("north"), notes.append, Patience(stall_s=1.0))
    with pretending(founded) as server, TensorFile(tmp_path / "big.safetensors") as weights:
        server.answers["SendLocalTaskResults"] = server.stall
        link.connect()
        with pytest.raises(Lost, match="taken nothing"):
            link.push(0, Results(TRAIN, 3, {"loss": 0.5}, weights, weights))
        link.close()
    assert notes[-1].parts.startswith("broken off")
    assert 0 < notes[-1].size < founded.plan.bytes_of_model


@pytest.mark.parametrize("call", ["GetTasks", "GetAggregatedTensor", "SendLocalTaskResults"])
def test_stop_ends_any_call_at_once(server, founded, notes, tmp_path, call):
    link = GrpcLink(founded.plan, founded.identity("north"), notes.append)
    server.answers[call] = server.stall
    stopped: list[float] = []

    def work() -> None:
        with TensorFile(initial(tmp_path / "own.safetensors")) as weights, pytest.raises(Stopped):
            _all_calls(link, Results(TRAIN, 3, {"loss": 0.5}, weights, weights))
        stopped.append(time.monotonic())

    thread = threading.Thread(target=work)
    thread.start()
    deadline = time.monotonic() + 60
    while not server.stalling.is_set():
        assert time.monotonic() < deadline
        time.sleep(0.01)
    link.stop()
    asked = time.monotonic()
    thread.join(60)
    assert stopped
    assert stopped[0] - asked < 10, "each of these calls would have waited for half a minute at least"
    link.close()


def test_nobody_there_is_lost_and_says_so(link):
    with pytest.raises(Lost, match="Nothing listens"):
        link.connect()


def test_a_name_that_nobody_knows_is_lost_and_says_so(tmp_path, notes):
    founded = found(tmp_path / "federation", server="nowhere.invalid:50051")
    link = GrpcLink(founded.plan, founded.identity("north"), notes.append, Patience(answer_s=3.0))
    with pytest.raises(Lost):
        link.connect()
    link.close()


# --- whom it does not trust


def _code(link: GrpcLink) -> tuple[str, str]:
    with pytest.raises(StudyError) as error:
        link.connect()
    link.close()
    return error.value.code, error.value.detail


def test_a_server_of_another_authority_is_not_trusted(founded, notes):
    other = pki.new_key()
    rogue = pki.server_certificate(other, pki.new_authority(other, "trial"), other, ["localhost"])
    with pretending(founded, rogue, other):
        code, detail = _code(GrpcLink(founded.plan, founded.identity("north"), notes.append))
    assert code == "federation-insecure"
    assert "owner" in detail


def test_a_server_of_another_name_is_not_trusted(founded, notes):
    key = pki.new_key()
    wrong = pki.server_certificate(founded.authority_key, founded.authority, key, ["elsewhere.example"])
    with pretending(founded, wrong, key):
        code, detail = _code(GrpcLink(founded.plan, founded.identity("north"), notes.append))
    assert code == "federation-insecure"
    assert "another name" in detail


def test_a_server_whose_certificate_has_run_out_is_not_trusted(founded, notes):
    key = pki.new_key()
    past = datetime.now(UTC) - timedelta(days=400)
    old = pki.server_certificate(founded.authority_key, founded.authority, key, ["localhost"], past)
    with pretending(founded, old, key):
        code, detail = _code(GrpcLink(founded.plan, founded.identity("north"), notes.append))
    assert code == "federation-insecure"
    assert "run out" in detail


def test_a_site_s_certificate_is_no_server_s(founded, notes):
    who = founded.identity("north")
    with pretending(founded, who.certificate, who.key):
        code, _ = _code(GrpcLink(founded.plan, founded.identity("north"), notes.append))
    assert code == "federation-insecure"


def test_a_site_whose_certificate_has_run_out_is_told_at_once_and_reaches_for_nobody(server, founded, notes):
    key, past = pki.new_key(), datetime.now(UTC) - timedelta(days=9)
    request = pki.new_request(key, "north")
    certificate = pki.site_certificate(founded.authority_key, founded.authority, request, 1, past)
    link = GrpcLink(founded.plan, Identity("north", founded.authority, certificate, key), notes.append)
    code, detail = _code(link)
    assert code == "federation-certificate"
    assert "It ran out on" in detail
    assert notes == []


def test_a_site_with_a_certificate_of_another_authority_is_told_so(server, founded, notes):
    key, other = pki.new_key(), pki.new_key()
    request = pki.new_request(key, "north")
    certificate = pki.site_certificate(other, pki.new_authority(other, "trial"), request)
    link = GrpcLink(founded.plan, Identity("north", founded.authority, certificate, key), notes.append)
    # once may be chance, for a server that is being stopped looks the same
    for _ in range(2):
        with pytest.raises(Lost):
            link.connect()
    code, detail = _code(link)
    assert code == "federation-denied"
    assert "certificate" in detail
    assert server.uploaded == []


def test_what_does_not_speak_tls_is_not_talked_to(founded, notes):
    with socket.socket() as plain:
        plain.bind(("127.0.0.1", int(founded.plan.server.rpartition(":")[2])))
        plain.listen()
        stop = threading.Event()

        def answer() -> None:
            plain.settimeout(0.2)
            while not stop.is_set():
                try:
                    taken, _ = plain.accept()
                except TimeoutError:
                    continue
                with taken, suppress(OSError):  # who called may be gone again
                    taken.sendall(b"HTTP/1.1 200 OK\r\n\r\nhello")

        thread = threading.Thread(target=answer)
        thread.start()
        try:
            link = GrpcLink(founded.plan, founded.identity("north"), notes.append, QUICK)
            with pytest.raises((StudyError, Lost)) as error:
                link.connect()
            link.close()
            assert not isinstance(error.value, StudyError) or error.value.code == "federation-insecure"
        finally:
            stop.set()
            thread.join()
