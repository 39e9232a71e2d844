"""The hall's side of a federation: founding, joining, agreeing, going on and leaving, with an audit row for each."""

import json
import time
from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from memory_keyring import MemoryKeyring
from small_federation import SHAPES, initial
from test_federate_collaborator import OVER, Script

from fets_desktop.app.bus import FactsBus
from fets_desktop.app.choices import Choices
from fets_desktop.app.federation.bench import Bench
from fets_desktop.app.federation.federating import Federating
from fets_desktop.app.federation.founding import Founding, Proposal
from fets_desktop.app.federation.joining import Joining
from fets_desktop.app.federation.members import check_ethics
from fets_desktop.app.federation.server import serve
from fets_desktop.app.federation.status import federation_status
from fets_desktop.app.federation.words import standing_in_words, under_way
from fets_desktop.app.federation.work import Cases
from fets_desktop.app.job_board import JobBoard
from fets_desktop.app.keyring_ import Secrets
from fets_desktop.federate import pki
from fets_desktop.federate.link import Work
from fets_desktop.federate.table import FINAL, State
from fets_desktop.federate.tensors import TensorFile, writing
from fets_desktop.imaging.disk import write_whole
from fets_desktop.store.workspace import Workspace
from fets_desktop.study.errors import Cancelled, StudyError
from fets_desktop.study.facts import FederationChanged
from fets_desktop.study.federation import TRAIN, TRAINER_TASKS, Ethics, Membership, Standing

ETHICS = Ethics("E-2026-7", "2026-01-31")


class OneModel:
    """A registry with one model that has weights."""

    def __init__(self, weights: Path) -> None:
        self._weights = weights

    def current(self) -> object:
        return self

    def weights(self, _model: object) -> Path:
        return self._weights


@pytest.fixture
def owner(tmp_path: Path) -> Iterator[Founding]:
    with Workspace.open(tmp_path / "owner") as workspace:
        models = OneModel(initial(tmp_path / "weights.safetensors"))
        yield Founding(workspace, Secrets(workspace, MemoryKeyring(), {}), models)  # type: ignore[arg-type]


@pytest.fixture
def workspace(tmp_path: Path) -> Iterator[Workspace]:
    with Workspace.open(tmp_path / "site") as opened:
        yield opened


@pytest.fixture
def bus() -> FactsBus:
    return FactsBus()


@pytest.fixture
def joining(workspace: Workspace, bus: FactsBus) -> Joining:
    return Joining(workspace, bus, Secrets(workspace, MemoryKeyring(), {}))


PROPOSAL = Proposal(
    "Trial", "localhost:50051", ("north", "south"), ("west",), choices={"rounds": 2, "fewest_scored": 1}
)


@pytest.fixture
def folder(owner: Founding, tmp_path: Path) -> Path:
    owner.new(tmp_path / "fed", PROPOSAL)
    return tmp_path / "fed"


def let_in(owner: Founding, joining: Joining, folder: Path, tmp_path: Path) -> str:
    member = joining.open(folder / "invitations" / "north.fetsinvite")
    member = joining.request(member.plan.id, tmp_path / "north.csr")
    certificate = owner.accept(folder, tmp_path / "north.csr", member.own_fingerprint)
    return joining.accept(certificate).plan.id


def test_a_folder_has_all_that_a_server_needs_and_keeps_its_key_to_itself(owner, folder):
    names = {path.name for path in folder.iterdir()}
    assert names == {
        "plan.json", "initial.safetensors", "authority.pem", "server.pem", "server.key", "invitations", "certificates",
    }  # fmt: skip
    assert (folder / "server.key").stat().st_mode & 0o077 == 0
    assert {path.stem for path in (folder / "invitations").iterdir()} == {"north", "south", "west"}
    assert owner.plan(folder).rounds == 2
    assert "PRIVATE" not in (folder / "authority.pem").read_text()
    status = federation_status(folder)
    assert (status["state"], [one["site"] for one in status["sites"]]) == ("not started", ["north", "south", "west"])


@pytest.mark.parametrize("hosts", [("two words",), ("z\u00fcrich.ch",)])
def test_a_server_of_a_name_that_no_certificate_bears_is_refused(owner, tmp_path, hosts):
    with pytest.raises(StudyError) as told:
        owner.new(tmp_path / "fed", replace(PROPOSAL, hosts=hosts))
    assert told.value.code == "federation-founding"
    assert not (tmp_path / "fed").exists()


def test_what_could_not_be_founded_leaves_its_folder_empty_and_is_founded_there_again(owner, tmp_path, monkeypatch):
    def full(path: Path, content: bytes) -> Path:
        if path.name == "server.pem":
            raise StudyError("disk-full")
        return write_whole(path, content)

    with monkeypatch.context() as patched:
        patched.setattr("fets_desktop.app.federation.founding.write_whole", full)
        with pytest.raises(StudyError, match="disk"):
            owner.new(tmp_path / "fed", PROPOSAL)
    assert list((tmp_path / "fed").iterdir()) == []
    assert owner.new(tmp_path / "fed", replace(PROPOSAL, name="A federation of many hospitals " * 4)).rounds == 2


def test_the_server_s_certificate_is_renewed_for_the_same_key_and_names(owner, folder):
    old = (folder / "server.pem").read_bytes()
    assert owner.renew(folder) > 360
    new = (folder / "server.pem").read_bytes()
    assert new != old
    assert pki.public_bytes(new) == pki.public_bytes(old)
    assert pki.hosts_of(new) == ["localhost"]
    assert federation_status(folder)["certificate_days_left"] > 360


def test_nothing_is_founded_where_something_is(owner, folder, tmp_path):
    with pytest.raises(StudyError) as error:
        owner.new(folder, PROPOSAL)
    assert error.value.code == "federation-folder"
    with pytest.raises(StudyError) as error:
        owner.new(tmp_path / "bad", replace(PROPOSAL, server="nowhere"))
    assert error.value.code == "federation-founding", "its owner has no invitation to ask another one for"
    with pytest.raises(StudyError, match="No site can be named Site A: letters"):
        owner.new(tmp_path / "bad", replace(PROPOSAL, trainers=("Site A", "south")))
    assert not (tmp_path / "bad").exists()


def test_a_site_comes_in_step_by_step(owner, joining, folder, tmp_path):
    member = joining.open(folder / "invitations" / "north.fetsinvite")
    assert member.membership is Membership.INVITED
    assert member.owner_fingerprint == owner.fingerprint(folder)
    member = joining.request(member.plan.id, tmp_path / "north.csr")
    assert member.membership is Membership.REQUESTED
    assert owner.asked(folder, tmp_path / "north.csr") == ("north", member.own_fingerprint)
    certificate = owner.accept(folder, tmp_path / "north.csr", member.own_fingerprint.replace("-", " ").upper())
    member = joining.accept(certificate)
    assert member.membership is Membership.CERTIFIED
    assert (member.days_left or 0) > 360
    member = joining.agree("Trial", ETHICS)
    assert member.membership is Membership.JOINED
    assert joining.leave("Trial").membership is Membership.LEFT
    with pytest.raises(StudyError):
        joining.member("")


def test_the_key_lies_nowhere_on_the_disk(owner, joining, folder, tmp_path, workspace):
    let_in(owner, joining, folder, tmp_path)
    for path in workspace.folder.rglob("*"):
        if path.is_file():
            assert b"PRIVATE KEY" not in path.read_bytes(), path.name


def test_a_site_whose_fingerprint_was_not_heard_stays_out(owner, joining, folder, tmp_path):
    member = joining.open(folder / "invitations" / "north.fetsinvite")
    joining.request(member.plan.id, tmp_path / "north.csr")
    for heard in ("", "0000-0000-0000-0000-0000-0000-0000-0000"):
        with pytest.raises(StudyError) as error:
            owner.accept(folder, tmp_path / "north.csr", heard)
        assert error.value.code == "federation-request"
    assert not list((folder / "certificates").iterdir())


def test_a_certificate_of_somebody_else_is_not_taken(owner, joining, folder, tmp_path):
    let_in(owner, joining, folder, tmp_path)
    with pytest.raises(StudyError) as error:
        joining.accept(folder / "server.pem")
    assert error.value.code == "federation-certificate"


def test_without_a_place_for_the_key_none_is_made(folder, workspace, bus, tmp_path):
    joining = Joining(workspace, bus, Secrets(workspace, environment={}))
    member = joining.open(folder / "invitations" / "north.fetsinvite")
    with pytest.raises(StudyError) as error:
        joining.request(member.plan.id, tmp_path / "north.csr")
    assert error.value.code == "locked-secrets"
    assert not (tmp_path / "north.csr").exists()


@pytest.mark.parametrize("ethics", [Ethics(), Ethics("7", ""), Ethics(" ", "2026-01-01"), Ethics("7", "31.1.2026")])
def test_without_ethics_approval_nobody_joins(ethics):
    with pytest.raises(StudyError) as error:
        check_ethics(ethics, date(2026, 6, 1))
    assert error.value.code == "federation-ethics"


def test_an_approval_of_tomorrow_is_none():
    check_ethics(Ethics("7", "2026-06-01"), date(2026, 6, 1))
    with pytest.raises(StudyError, match="future"):
        check_ethics(Ethics("7", "2026-06-02"), date(2026, 6, 1))


def test_what_leaves_is_told_with_bytes(owner, joining, folder):
    joining.open(folder / "invitations" / "north.fetsinvite")
    plan = owner.plan(folder)
    trains = joining.leaving("Trial")
    assert any("weights" in item.what and item.size == plan.bytes_of_model for item in trains)
    joining.open(folder / "invitations" / "west.fetsinvite")


def test_what_is_looked_at_before_joining_says_what_is_not_well(owner, joining, folder, tmp_path):
    federation = let_in(owner, joining, folder, tmp_path)
    checks = {check.title: check for check in joining.preflight(federation)}
    assert checks["Certificate"].ok
    assert not checks["Server"].ok
    assert "Nothing listens" in checks["Server"].words
    assert not checks["Cases"].ok
    assert checks["Disk"].ok


def test_who_has_joined_is_known_without_a_key(owner, joining, folder, tmp_path, workspace):
    federation = let_in(owner, joining, folder, tmp_path)
    keyless = Joining(workspace, FactsBus(), Secrets(workspace, MemoryKeyring(), {}))
    assert keyless.joined() == []
    joining.agree(federation, ETHICS)
    assert keyless.joined() == ["Trial"]
    joining.leave(federation)
    assert keyless.joined() == []


def test_a_damaged_agreement_is_told_and_counts_as_joined(owner, joining, folder, tmp_path):
    federation = let_in(owner, joining, folder, tmp_path)
    joining.agree(federation, ETHICS)
    (joining.store.folder(federation) / "member.json").write_bytes(b"{")
    assert joining.joined() == [federation]
    with pytest.raises(StudyError) as error:
        joining.members()
    assert error.value.code == "damaged-workspace"


def test_where_a_part_stands_is_told_in_plain_words():
    assert standing_in_words(Standing("working", 3, TRAIN)) == "Training on the training cases"
    assert standing_in_words(Standing("sending", 3, TRAIN)) == "Sending what was worked out"
    for state in State:
        words = standing_in_words(Standing(state, 1, ""))
        assert words[0].isupper()
        assert "_" not in words
    assert [under_way(Standing(state)) for state in FINAL] == [False] * len(FINAL)
    assert not under_way(None)


def test_a_folder_without_a_plan_has_no_server(tmp_path):
    with pytest.raises(StudyError) as error:
        serve(tmp_path, lambda _words: None)
    assert error.value.code == "federation-folder"


# --- the rounds


@pytest.fixture
def federating(
    workspace: Workspace, bus: FactsBus, joining: Joining, monkeypatch: pytest.MonkeyPatch
) -> Iterator[Federating]:
    board = JobBoard(workspace, bus)
    made = Federating(workspace, bus, board, joining, Choices(workspace, bus))
    monkeypatch.setattr(
        "fets_desktop.app.federation.federating.cases_of", lambda *_: Cases([{"case": "a"}] * 3, [{"case": "b"}])
    )
    yield made
    made.close()
    board.close()


def quick(_bench: Bench, federation: str, title: str, arguments: dict) -> dict:
    """A worker's answers without a worker."""
    if arguments["what"] == "score":
        return {"dice": {"ET": 0.4, "TC": 0.5, "WT": 0.6, "mean": 0.5}, "cases": 1}
    with TensorFile(Path(arguments["weights"])) as before, writing(Path(arguments["target"]), SHAPES) as sink:
        for tensor in SHAPES:
            sink.add(tensor.name, before.get(tensor.name) + 1)
    return {"loss": 0.7, "cases": 3}


def pumped(federating: Federating, federation: str) -> None:
    deadline = time.monotonic() + 60
    while federation in federating.live():
        assert time.monotonic() < deadline
        federating.pump()
        time.sleep(0.01)
    federating.pump()


def test_a_federation_runs_to_its_end_and_every_round_is_in_the_audit(
    owner, joining, federating, folder, tmp_path, bus, workspace, monkeypatch
):
    federation = let_in(owner, joining, folder, tmp_path)
    joining.agree(federation, ETHICS)
    heard: list[object] = []
    bus.subscribe(heard.append)
    monkeypatch.setattr(Bench, "work", quick)
    link = Script([Work(0, TRAINER_TASKS), OVER], folder / "initial.safetensors")
    monkeypatch.setattr(Joining, "link", lambda *_: link)
    assert federating.start("Trial") == federation
    pumped(federating, federation)
    standing = federating.standing("Trial")
    assert standing is not None
    assert standing.state == "ended"
    assert [results.task for _, results in link.pushed] == list(TRAINER_TASKS)
    (row,) = federating.rounds("Trial")
    assert (row.loss, row.consensus["mean"], row.own["mean"]) == (0.7, 0.5, 0.5)
    assert FederationChanged(federation) in heard
    assert workspace.verify().ok
    actions = [entry.action for entry in workspace.audit()]
    assert actions.count("federated round") == 1
    assert "federation joined" in actions


def test_nothing_begins_before_the_plan_was_agreed_to(owner, joining, federating, folder, tmp_path):
    let_in(owner, joining, folder, tmp_path)
    with pytest.raises(StudyError) as error:
        federating.start("Trial")
    assert error.value.code == "wrong-stage"


def test_leaving_stops_the_thread_and_keeps_what_there_was(owner, joining, federating, folder, tmp_path, monkeypatch):
    federation = let_in(owner, joining, folder, tmp_path)
    joining.agree(federation, ETHICS)
    monkeypatch.setattr(Bench, "work", quick)
    monkeypatch.setattr(Joining, "link", lambda *_: Script([Work(0, TRAINER_TASKS)], folder / "initial.safetensors"))
    federating.start("Trial")
    deadline = time.monotonic() + 60
    while not [row for row in federating.rounds(federation) if row.ended]:
        assert time.monotonic() < deadline
        federating.pump()
        time.sleep(0.01)
    assert federating.leave("Trial").membership is Membership.LEFT
    assert federating.live() == []
    assert federating.rounds(federation)
    federating.export_ledger(federation, tmp_path / "ledger.csv")
    assert (tmp_path / "ledger.csv").read_text().startswith("time,way,kind")


def test_a_plan_that_was_changed_is_not_the_one_that_was_agreed_to(owner, joining, folder, tmp_path, workspace):
    federation = let_in(owner, joining, folder, tmp_path)
    joining.agree(federation, ETHICS)
    file = workspace.folder / "federation" / federation / "member.json"
    said = json.loads(file.read_text())
    file.write_text(json.dumps({**said, "plan_sha256": "0" * 64}))
    assert joining.member(federation).membership is Membership.CERTIFIED


def test_work_that_is_asked_for_is_stopped_with_the_federation(workspace, bus):
    board = JobBoard(workspace, bus)
    bench = Bench(board, bus)
    bench.close("one")
    with pytest.raises(Cancelled):
        bench.work("one", "Scoring", {})
    board.close()
