"""A federation on the loopback: a real OpenFL aggregator in its own environment, and sites with a tiny network."""

import json
import os
import signal
import subprocess
import time
from collections.abc import Callable
from dataclasses import dataclass, field, replace
from pathlib import Path

import numpy as np
from free_ports import free_port

from fets_desktop.federate import pki
from fets_desktop.federate.collaborator import Collaborator, Pace
from fets_desktop.federate.desk import Desk
from fets_desktop.federate.grpc_link import GrpcLink, Identity, Patience
from fets_desktop.federate.ledger import Ledger
from fets_desktop.federate.round_work import Fitted
from fets_desktop.federate.tensors import TensorFile, file_sha256, writing
from fets_desktop.study.federation import Plan, RoundRow, Scores, Standing, TensorShape
from fets_desktop.study.plain import to_plain

ROOT = Path(__file__).parents[2]
SERVER_PYTHON = ROOT / ".aggregator" / "bin" / "python"
SHAPES = (
    TensorShape("enter.weight", (4, 3)),
    TensorShape("enter.norm.running_mean", (4,)),
    TensorShape("enter.norm.num_batches_tracked", ()),
    TensorShape("leave.weight", (2, 4)),
)
CASES = {"north": 3, "south": 5, "west": 2}


def has_server() -> bool:
    """Whether OpenFL's environment is there."""
    return (ROOT / ".aggregator" / ".ready").is_file()


def initial(path: Path, shapes: tuple[TensorShape, ...] = SHAPES) -> Path:
    rng = np.random.default_rng(7)
    with writing(path, shapes) as sink:
        for tensor in shapes:
            sink.add(tensor.name, rng.normal(size=tensor.shape).astype(np.float32))
    return path


def update_of(site: str, number: int, name: str, before: np.ndarray) -> np.ndarray:
    """What a site's training does to a tensor: any rule will do that another can repeat."""
    seed = sum(map(ord, f"{site} {number} {name}"))
    step = np.random.default_rng(seed).normal(scale=0.1, size=before.shape)
    return (before + step).astype(np.float32)


def dice_of(site: str, number: int) -> dict[str, float]:
    value = 0.5 + 0.1 * len(site) / 10 + 0.01 * number
    return {"ET": value, "TC": value + 0.01, "WT": value + 0.02, "mean": value + 0.01}


@dataclass
class Founded:
    """A federation's folder and keys."""

    folder: Path
    plan: Plan
    authority_key: bytes
    authority: bytes
    process: "subprocess.Popen[bytes] | None" = None
    sites: list["Site"] = field(default_factory=list)

    def start(self, linger_s: float = 30.0, host: str = "127.0.0.1") -> None:
        line = [str(SERVER_PYTHON), "-m", "fets_desktop.federate.server", str(self.folder)]
        address = f"{host}:{self.plan.server.rpartition(':')[2]}"
        with (self.folder / "server.err").open("ab") as err:
            self.process = subprocess.Popen(
                [*line, "--listen", address, "--linger", str(linger_s)],
                stdout=subprocess.PIPE,
                stderr=err,
                cwd=ROOT,
                env={**os.environ, "PYTHONPATH": str(ROOT)},
            )
        assert self.process.stdout
        said = self.process.stdout.readline()
        assert b"listening" in said, (said, (self.folder / "server.err").read_text()[-3000:])

    def kill(self) -> None:
        assert self.process
        self.process.send_signal(signal.SIGKILL)
        self.process.wait()
        if self.process.stdout:
            self.process.stdout.close()

    def close(self) -> None:
        for site in self.sites:
            site.collaborator.stop()
        for site in self.sites:
            assert site.collaborator.join(30)
        if self.process and self.process.poll() is None:
            self.process.terminate()
            self.process.wait(60)
        if self.process and self.process.stdout:
            self.process.stdout.close()

    def identity(self, site: str, name: str = "") -> Identity:
        key = pki.new_key()
        certificate = pki.site_certificate(self.authority_key, self.authority, pki.new_request(key, name or site))
        return Identity(site, self.authority, certificate, key)

    def rounds(self) -> list[dict]:
        path = self.folder / "rounds.jsonl"
        return [json.loads(line) for line in path.read_text().splitlines()] if path.exists() else []

    def refusals(self) -> list[dict]:
        path = self.folder / "refusals.jsonl"
        return [json.loads(line) for line in path.read_text().splitlines()] if path.exists() else []

    def model(self, number: int) -> dict[str, np.ndarray]:
        return weights_of(self.folder / "models" / f"round-{number:03d}.safetensors")


def found(folder: Path, **changes: object) -> Founded:
    """Make a federation's folder: three sites, one of them validating only."""
    folder.mkdir(parents=True, exist_ok=True)
    weights = initial(folder / "initial.safetensors", changes.pop("shapes", SHAPES))  # type: ignore[arg-type]
    with TensorFile(weights) as file:
        shapes = file.shapes
    plan = replace(
        Plan(
            "trial", f"localhost:{free_port()}", ("north", "south"), ("west",), file_sha256(weights), shapes,
            base=2, rounds=3, quorum=2, cutoff_s=600.0, fewest_scored=2, change_limit=100.0,
        ),
        **changes,
    )  # fmt: skip
    key = pki.new_key()
    authority = pki.new_authority(key, "trial")
    server_key = pki.new_key()
    (folder / "plan.json").write_text(json.dumps(to_plain(plan)))
    (folder / "authority.pem").write_bytes(authority)
    (folder / "server.key").write_bytes(server_key)
    (folder / "server.pem").write_bytes(pki.server_certificate(key, authority, server_key, ["localhost", "127.0.0.1"]))
    return Founded(folder, plan, key, authority)


@dataclass
class Site:
    """One site in this process."""

    name: str
    folder: Path
    collaborator: Collaborator
    link: GrpcLink
    ledger: Ledger
    standings: list[Standing] = field(default_factory=list)
    rows: list[RoundRow] = field(default_factory=list)
    fits: list[int] = field(default_factory=list)


def make_site(
    founded: Founded,
    name: str,
    folder: Path,
    *,
    identity: Identity | None = None,
    update: Callable[[str, int, str, np.ndarray], np.ndarray] = update_of,
    patience: Patience | None = None,
    plan: Plan | None = None,
) -> Site:
    plan = plan or founded.plan
    desk = Desk(folder / name)
    ledger = Ledger(folder / name / "ledger.jsonl")
    link = GrpcLink(plan, identity or founded.identity(name), ledger.add, patience)
    standings: list[Standing] = []
    rows: list[RoundRow] = []
    fits: list[int] = []

    def post(fact: Standing | RoundRow) -> None:
        (standings if isinstance(fact, Standing) else rows).append(fact)  # type: ignore[arg-type]

    def score(weights: Path, number: int) -> Scores:
        return Scores(dice_of(name, number), CASES.get(name, 4))

    def fit(weights: Path, number: int, target: Path) -> Fitted:
        fits.append(number)
        with TensorFile(weights) as before, writing(target, plan.tensors) as sink:
            for tensor in plan.tensors:
                sink.add(tensor.name, update(name, number, tensor.name, before.get(tensor.name)))
        return Fitted(target, 0.3, CASES.get(name, 4))

    pace = Pace(longest_rest_s=0.1, first_retry_s=0.1, longest_retry_s=0.5)
    collaborator = Collaborator(plan, name, link, score, fit, desk, ledger, post, pace)
    site = Site(name, folder / name, collaborator, link, ledger, standings, rows, fits)
    founded.sites.append(site)
    return site


def weights_of(path: Path) -> dict[str, np.ndarray]:
    with TensorFile(path) as file:
        return {tensor.name: file.get(tensor.name).copy() for tensor in file.shapes}


def averaged(plan: Plan, before: dict[str, np.ndarray], number: int, sites: tuple[str, ...]) -> dict[str, np.ndarray]:
    """The weighted average of a round, as McMahan et al. 2017 have it, in float32."""
    total = sum(CASES[site] for site in sites)
    shares = {site: CASES[site] / total for site in sites}
    return {
        name: np.asarray(
            sum(update_of(site, number, name, array) * share for site, share in shares.items()) / sum(shares.values()),
            np.float32,
        )
        for name, array in before.items()
    }


def until(condition: Callable[[], bool], timeout_s: float = 120.0) -> None:
    deadline = time.monotonic() + timeout_s
    while not condition():
        assert time.monotonic() < deadline, "it did not come to that"
        time.sleep(0.02)
