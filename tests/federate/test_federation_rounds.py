"""Three sites, a real OpenFL aggregator, mutual TLS: the average is exact, and nothing leaves but what is told."""

import hashlib
from collections.abc import Iterator

import numpy as np
import pytest
from small_federation import CASES, Founded, averaged, found, has_server, make_site, until, weights_of

from fets_desktop.federate import grpc_link, wire
from fets_desktop.federate.ledger import SENT, read_ledger
from fets_desktop.federate.server.record import read_lines
from fets_desktop.federate.table import State

pytestmark = pytest.mark.skipif(not has_server(), reason="OpenFL's environment is not there: installers/aggregator.sh")
FOLDER_NAME = "PATIENT-0815"
"""Stands in every path of a site; it must not leave."""


@pytest.fixture(scope="module")
def ended(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[Founded, list[bytes]]]:
    """A federation that ran to its end, and every byte that the sites handed to gRPC."""
    place = tmp_path_factory.mktemp(FOLDER_NAME)
    sent: list[bytes] = []
    federation = found(place / "federation")
    plain_streamed, plain_ask = wire.streamed, grpc_link.GrpcLink._ask
    with pytest.MonkeyPatch.context() as patch:

        def streamed(pieces, largest):
            for message in plain_streamed(pieces, largest):
                sent.append(message)
                yield message

        def ask(self, kind, number, subject, request, wait_s=0.0):
            sent.append(request)
            return plain_ask(self, kind, number, subject, request, wait_s)

        patch.setattr(wire, "streamed", streamed)
        patch.setattr(grpc_link.GrpcLink, "_ask", ask)
        federation.start()
        try:
            for name in federation.plan.sites:
                make_site(federation, name, place).collaborator.start()
            for site in federation.sites:
                assert site.collaborator.join(120), site.standings[-3:]
            until(lambda: federation.process is not None and federation.process.poll() is not None)
            yield federation, sent
        finally:
            federation.close()


def test_every_site_comes_to_the_end(ended):
    federation, _ = ended
    assert {site.collaborator.state for site in federation.sites} == {State.ENDED}
    assert federation.refusals() == []


def test_each_round_is_the_weighted_average_of_the_training_sites(ended):
    federation, _ = ended
    model = federation.model(0)
    for number in range(federation.plan.rounds):
        model = averaged(federation.plan, model, number, federation.plan.trainers)
        kept = federation.model(number + 1)
        assert all(np.array_equal(kept[name], model[name]) for name in model), f"round {number}"


def test_the_site_that_only_validates_sends_no_weights_and_chooses_no_model(ended):
    federation, _ = ended
    west = federation.sites[2]
    assert west.fits == []
    for row in federation.rounds():
        assert row["best_score"] == pytest.approx(row["metrics"]["aggregated_model_validation"]["mean"])
        assert row["metrics"]["outside_validation"]["mean"] != row["best_score"]


def test_the_last_model_is_scored_too(ended):
    federation, _ = ended
    last = federation.rounds()[-1]
    assert last["round"] == federation.plan.rounds
    assert "train" not in last["metrics"]
    assert last["metrics"]["aggregated_model_validation"]["mean"] > 0.5


def test_scores_are_weighted_by_validation_cases(ended):
    federation, _ = ended
    north, south = (
        next(row.consensus["mean"] for row in site.rows if row.number == 0 and row.ended)
        for site in federation.sites[:2]
    )
    weighted = (north * CASES["north"] + south * CASES["south"]) / (CASES["north"] + CASES["south"])
    assert federation.rounds()[0]["metrics"]["aggregated_model_validation"]["mean"] == pytest.approx(weighted, abs=1e-6)


def test_a_site_s_table_has_every_round_with_what_left(ended):
    federation, _ = ended
    north = federation.sites[0]
    rows = {row.number: row for row in north.rows}
    assert list(rows) == [0, 1, 2, 3]
    assert all(row.ended and row.sent > 0 and row.received > 0 for row in rows.values())
    assert rows[0].own
    assert rows[0].loss == pytest.approx(0.3)
    assert not rows[3].own
    assert sum(row.sent for row in rows.values()) <= north.ledger.sent


def test_the_ledger_holds_every_message_that_was_sent(ended):
    federation, sent = ended
    lines = [line for site in federation.sites for line in read_ledger(site.folder / "ledger.jsonl")]
    told = sum(line["size"] for line in lines if line["way"] == SENT)
    hashes = {line["sha256"] for line in lines if line["way"] == SENT}
    # an upload travels in pieces, each with a head of its own: its content is what the ledger counts
    assert 0 <= sum(map(len, sent)) - told < 16 * len(sent)
    short = [message for message in sent if b"DataStream" not in message and len(message) < 200]
    assert any(hashlib.sha256(message).hexdigest() in hashes for message in short)
    uploads = [line for line in lines if line["kind"] == "SendLocalTaskResults" and line["way"] == SENT]
    assert len(uploads) == 2 * 3 * 3 + 2 + 4
    assert all(line["parts"] for line in uploads)


def test_no_name_of_a_folder_or_file_and_no_case_s_score_leaves(ended):
    federation, sent = ended
    everything = b"".join(sent)
    for word in (FOLDER_NAME, "north/", ".safetensors", ".nii.gz", "round-0"):
        assert word.encode() not in everything, word
    names = {tensor.name for tensor in federation.plan.tensors} | {"mean", "ET", "TC", "WT", "loss"}
    assert b"enter.weight" in everything, "the capture is empty"
    assert len(names) == len(federation.plan.tensors) + 5


def test_the_server_says_who_was_there_and_forgets_old_rounds(ended):
    federation, _ = ended
    status = read_lines(federation.folder / "status.json")[-1]
    assert status["state"] == "ended"
    assert set(status["contacts"]) == set(federation.plan.sites)
    assert weights_of(federation.folder / "models" / "round-003.safetensors")
