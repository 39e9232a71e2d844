"""Federations as a person types them: every refusal says what to do, and the JSON holds what it should."""

import contextlib
import io
import json
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest
from free_ports import free_port
from memory_keyring import MemoryKeyring
from small_federation import SHAPES, initial

from fets_desktop.app.federation.owned import owned_folders
from fets_desktop.app.models import Models
from fets_desktop.cli import run, understand
from fets_desktop.federate.ledger import SENT, Ledger, Message
from fets_desktop.federate.server.record import now
from fets_desktop.study.federation import RoundRow
from fets_desktop.study.plain import to_plain


@dataclass(frozen=True)
class Said:
    status: int
    json: dict[str, Any]

    @property
    def code(self) -> str:
        return self.json["errors"][0]["code"]

    @property
    def detail(self) -> str:
        return self.json["errors"][0]["detail"]


@pytest.fixture
def fets(tmp_path, monkeypatch):
    """Commands of an owner and a site, each in a workspace of its own; the current model has tiny weights."""
    weights = initial(tmp_path / "weights.safetensors")
    ring = MemoryKeyring()
    monkeypatch.setattr("fets_desktop.app.keyring_.keyring.get_keyring", lambda: ring)
    monkeypatch.setattr(Models, "adopt_starter", lambda _self: None)
    monkeypatch.setattr(Models, "current", lambda _self: "the model")
    monkeypatch.setattr(Models, "weights", lambda _self, _model: weights)

    def say(who: str, *words: object) -> Said:
        out, err = io.StringIO(), io.StringIO()
        with contextlib.redirect_stdout(out), contextlib.redirect_stderr(err):
            try:
                status = run(understand(["--workspace", str(tmp_path / who), "--json", *map(str, words)]))
            except SystemExit as stop:
                status = int(stop.code or 0)
        return Said(status, json.loads(out.getvalue()))

    return say


@pytest.fixture
def folder(fets, tmp_path) -> Path:
    server = f"localhost:{free_port()}"
    said = fets(
        "owner", "federation", "new", tmp_path / "fed", "--name", "Trial", "--server", server,
        "--trains", "north", "south", "--validates", "west", "--rounds", 3,
    )  # fmt: skip
    assert said.status == 0, said.json
    assert len(said.json["invitations"]) == 3
    assert len(said.json["fingerprint"]) == 39
    return tmp_path / "fed"


def let_in(fets, folder: Path, tmp_path: Path) -> str:
    asked = fets("site", "join", "request", folder / "invitations" / "north.fetsinvite", "--to", tmp_path / "n.csr")
    assert asked.status == 0, asked.json
    mark = asked.json["fingerprint"]
    let = fets("owner", "federation", "accept", folder, tmp_path / "n.csr", "--fingerprint", mark)
    assert let.status == 0, let.json
    assert fets("site", "join", "accept", let.json["certificate"]).json["days_left"] > 360
    return str(asked.json["federation"])


def test_the_way_in_and_what_is_refused_on_it(fets, folder, tmp_path):
    asked = fets("site", "join", "request", folder / "invitations" / "north.fetsinvite", "--to", tmp_path / "n.csr")
    assert asked.json["owner_fingerprint"] == fets("owner", "federation", "invite", folder, "north").json["fingerprint"]
    assert any("weights" in item["what"] for item in asked.json["leaves"])
    assert (tmp_path / "n.csr").read_bytes().startswith(b"-----BEGIN CERTIFICATE REQUEST")

    unheard = fets("owner", "federation", "accept", folder, tmp_path / "n.csr")
    assert (unheard.status, unheard.code) == (3, "federation-request")
    assert asked.json["fingerprint"] in unheard.detail
    federation = let_in(fets, folder, tmp_path)

    looked = fets("site", "join", "check", "Trial")
    checks = {check["title"]: check for check in looked.json["checks"]}
    assert not checks["Server"]["ok"]
    assert checks["Clock"]["words"].startswith("The server has not told its time.")
    assert not checks["Clock"]["needed"]
    assert checks["A round"]["words"].startswith("It could not be measured.")
    assert looked.json["round"] is None
    unread = fets("site", "join", "start", "Trial")
    assert (unread.status, unread.code) == (3, "wrong-stage")
    assert federation in unread.detail
    without = fets("site", "join", "start", "Trial", "--agree", federation)
    assert (without.status, without.code) == (3, "federation-ethics")
    agreed = ("--agree", federation, "--ethics", "E-1", "--ethics-date", "2026-01-31")
    for wrong, words in (
        (("--hours", "at night"), "are no hours"),
        (("--share", 5), "must lie between 10 and 100"),
        (("--noise", -1), "must lie between 0 and 1000"),
        (("--clip", 0), "above 0 %"),
    ):
        refused = fets("site", "join", "start", "Trial", *agreed, *wrong)
        assert (refused.status, refused.code) == (2, "wrong-usage"), refused.json
        assert words in refused.detail
    nobody = fets("site", "join", "start", "Trial", *agreed, "--hours", "19-7", "--share", 50, "--noise", 2)
    assert nobody.status != 0
    assert {error["name"] for error in nobody.json["errors"]} == {"Server", "Cases"}
    late = fets("site", "join", "start", "Trial", "--noise", 5)
    assert (late.status, late.code) == (2, "wrong-usage"), late.json
    assert federation in late.detail


def test_rounds_ledger_and_leaving(fets, folder, tmp_path):
    federation = let_in(fets, folder, tmp_path)
    home = tmp_path / "site" / "federation" / federation
    (home / "desk").mkdir()
    rows = [RoundRow(0, {"mean": 0.5}, {"mean": 0.6}, 0.3, 1000, 2000, 60.0, "2026-11-29T20:00:00+00:00")]
    (home / "desk" / "rounds.json").write_text(json.dumps(to_plain(rows)))
    Ledger(home / "ledger.jsonl").add(Message(SENT, "Ping", -1, "", 12, "ab"))
    assert fets("site", "rounds").json["rounds"] == to_plain(rows)
    told = fets("site", "ledger", "Trial", "--to", tmp_path / "ledger.csv")
    assert (told.json["sent_bytes"], told.json["messages"]) == (12, 1)
    assert "Ping" in (tmp_path / "ledger.csv").read_text()
    assert fets("site", "leave").json["membership"] == "left"
    gone = fets("site", "rounds")
    assert (gone.status, gone.code) == (3, "federation-unknown")
    assert fets("site", "rounds", "Trial").json["rounds"] == to_plain(rows)


def test_the_owner_sees_every_site(fets, folder, tmp_path):
    let_in(fets, folder, tmp_path)
    status = fets("owner", "federation", "status", folder).json
    assert [(one["site"], one["role"], one["certificate"]) for one in status["sites"]] == [
        ("north", "trains", True),
        ("south", "trains", False),
        ("west", "validates", False),
    ]
    assert (status["state"], status["rounds"]) == ("not started", 3)


def test_the_owner_s_workspace_knows_what_was_founded_there_and_status_needs_none(fets, folder, tmp_path):
    assert owned_folders(tmp_path / "owner") == [folder]
    assert owned_folders(tmp_path / "site") == []
    told = fets("nobody", "aggregator", "status", folder).json
    assert (told["state"], [one["site"] for one in told["sites"]]) == ("not started", ["north", "south", "west"])
    assert not (tmp_path / "nobody").exists()
    # one that is over is followed to its end, which is now
    (folder / "status.json").write_text(json.dumps({"time": now(), "state": "ended", "round": 4, "best_score": 0.5}))
    assert fets("nobody", "aggregator", "status", folder, "--follow").json["round"] == 4
    assert fets("owner", "federation", "status", folder, "--follow").json["state"] == "ended"


def test_no_round_is_published_that_was_not_kept(fets, folder, tmp_path):
    for words in (("publish", folder), ("publish", folder, "--round", 7), ("score", folder, "--cases", tmp_path)):
        said = fets("owner", "federation", *words)
        assert (said.status, said.code) == (3, "federation-round"), words
    let_in(fets, folder, tmp_path)
    said = fets("site", "join", "publish", "Trial")
    assert (said.status, said.code) == (3, "federation-round")


@pytest.mark.parametrize(
    ("words", "code"),
    [
        (("federation", "status", "nowhere"), "federation-folder"),
        (("federation", "new", "fed2", "--name", "x"), "wrong-usage"),
        (("join", "request", "nothing.fetsinvite"), "federation-invitation"),
        (("join", "check", "Trial"), "federation-unknown"),
        (("leave",), "federation-unknown"),
        (("join", "publish", "Trial"), "federation-unknown"),
        (("federation", "status"), "wrong-usage"),
        (("federation", "simulate", "found"), "wrong-usage"),
        (("federation", "simulate", "found", "--cases", "nowhere"), "no-images"),
        (("federation", "simulate", "found", "--cases", "nowhere", "--rounds", 0), "wrong-usage"),
        (("aggregator", "status", "nowhere"), "federation-folder"),
        (("aggregator", "start", "nowhere"), "federation-folder"),
    ],
)
def test_what_is_not_there_is_told_plainly(fets, words, code):
    said = fets("site", *words)
    assert said.code == code
    assert said.status in (2, 3)


def test_an_unknown_site_gets_no_invitation(fets, folder):
    said = fets("owner", "federation", "invite", folder, "east")
    assert (said.status, said.code) == (3, "federation-request")
    assert "north" in said.detail
    assert SHAPES
