"""A federation on one computer: found it in a folder, and let every site of it take part over the loopback.

Nothing is played: the plan, the certificates, TLS on both sides, the collaborators and the server are those of a
federation over many hospitals. Keys are made anew at every start, for they protect nothing here, and lie in memory.
"""

import json
import socket
import threading
import time
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, TypeVar

from fets_desktop.federate import pki
from fets_desktop.federate.collaborator import Collaborator, Pace
from fets_desktop.federate.desk import Desk, read_rows
from fets_desktop.federate.grpc_link import GrpcLink, Identity
from fets_desktop.federate.invitation import check_plan
from fets_desktop.federate.ledger import Ledger
from fets_desktop.federate.round_work import Fit, Score
from fets_desktop.federate.table import State
from fets_desktop.federate.tensors import TensorFile, file_sha256, writing
from fets_desktop.imaging.disk import known_disk_errors, write_whole
from fets_desktop.study.errors import Cancelled, StudyError
from fets_desktop.study.federation import Plan, RoundRow
from fets_desktop.study.plain import from_plain, to_plain

HOST = "localhost"
LOOPBACK = "127.0.0.1"
_PACE = Pace(longest_rest_s=0.5, first_retry_s=0.2, longest_retry_s=2.0)
_TICK_S = 0.2
_LEAVE_S = 30.0
_PRIVATE = 0o600
T = TypeVar("T")


@dataclass(frozen=True)
class Part:
    """What a site does in a round; see `round_work`."""

    score: Score
    fit: Fit


class Turns:
    """Lets the sites of one computer work one after the other, as if each had it for itself."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._over = threading.Event()

    def end(self) -> None:
        """Let whatever is worked at be given up."""
        self._over.set()

    def take(self, work: Callable[[], T]) -> T:
        """Do some work when it is its turn.

        Raises:
            Cancelled: If it is not wanted any more.
        """
        with self._lock:
            self.look(0.0, "")
            return work()

    def look(self, fraction: float, note: str) -> None:
        """See whether the work is still wanted; a `Progress`.

        Raises:
            Cancelled: If it is not.
        """
        if self._over.is_set():
            raise Cancelled


def found_here(
    folder: Path,
    name: str,
    trainers: Sequence[str],
    validators: Sequence[str],
    initial: Path,
    **choices: Any,  # noqa: ANN401 - fields of `Plan`
) -> Plan:
    """Found a federation in a folder, at a free port of this computer; one that was founded there before goes on.

    Args:
        folder: Where plan, model and what the server keeps lie.
        name: Of the federation.
        trainers: Sites that train.
        validators: Sites that only validate.
        initial: Weights of a ResUNet, safetensors.
        choices: Further fields of the plan.

    Raises:
        StudyError: "bad-model", "federation-invitation" if the plan makes no sense, "disk-full", "read-only".
    """
    kept = folder / "plan.json"
    if kept.is_file():
        return from_plain(Plan, json.loads(kept.read_bytes()))
    with known_disk_errors():
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    with TensorFile(initial) as weights:
        shapes = weights.shapes
        base = int(weights.get("enter.weight").shape[0])
        with writing(folder / "initial.safetensors", shapes) as sink:
            for tensor in shapes:
                sink.add(tensor.name, weights.get(tensor.name))
    digest = file_sha256(folder / "initial.safetensors")
    server = f"{HOST}:{free_port()}"
    plan = Plan(name, server, tuple(trainers), tuple(validators), digest, shapes, base, **choices)
    check_plan(plan)
    # the plan comes last: with it the folder is a federation's
    write_whole(kept, json.dumps(to_plain(plan)).encode())
    return plan


def free_port() -> int:
    """Return a port of the loopback at which nobody listens at this moment."""
    with socket.socket() as probe:
        probe.bind((LOOPBACK, 0))
        return int(probe.getsockname()[1])


def certify_here(folder: Path, plan: Plan) -> dict[str, Identity]:
    """Write a new server's key and certificate into a federation's folder, and return every site's identity."""
    key, server_key = pki.new_key(), pki.new_key()
    authority = pki.new_authority(key, plan.name)
    write_whole(folder / "authority.pem", authority)
    write_whole(folder / "server.key", server_key).chmod(_PRIVATE)
    write_whole(folder / "server.pem", pki.server_certificate(key, authority, server_key, [HOST]))
    found = {}
    for site in plan.sites:
        own = pki.new_key()
        certificate = pki.site_certificate(key, authority, pki.new_request(own, site))
        found[site] = Identity(site, authority, certificate, own)
    return found


def take_part(
    folder: Path,
    plan: Plan,
    identities: Mapping[str, Identity],
    parts: Mapping[str, Part],
    heard: Callable[[int], None],
    turns: Turns,
    pace: Pace = _PACE,
) -> None:
    """Let every site take part, each in a thread of its own, until the federation has ended.

    Args:
        folder: Where each site has a folder of its own; a site goes on where it was.
        plan: Of the federation, whose server runs.
        identities: Each site's.
        parts: What each site does.
        heard: Called a few times a second with how many rounds have ended at the slowest site. Raises `Cancelled` to
            stop; the server's own misfortune is best raised here too.
        turns: Which the sites' work takes.
        pace: How long a site waits.

    Raises:
        StudyError: Of the first site that cannot go on.
        Cancelled: From `heard`.
    """
    sites = {name: _site(folder, plan, name, identities[name], part, pace) for name, part in parts.items()}
    for site in sites.values():
        site.start()
    try:
        while not all(site.state is State.ENDED for site in sites.values()):
            for site in sites.values():
                if site.state is State.FAILED:
                    raise site.error or StudyError("worker-died")
                if site.state is State.STOPPED:
                    raise Cancelled
            heard(min(_ended(folder / name) for name in sites))
            time.sleep(_TICK_S)
    finally:
        turns.end()
        for site in sites.values():
            site.stop()
        for site in sites.values():
            site.join(_LEAVE_S)


def _site(folder: Path, plan: Plan, name: str, identity: Identity, part: Part, pace: Pace) -> Collaborator:
    ledger = Ledger(folder / name / "ledger.jsonl")
    link = GrpcLink(plan, identity, ledger.add)
    desk = Desk(folder / name / "desk")
    return Collaborator(plan, name, link, part.score, part.fit, desk, ledger, _nobody, pace, few=True)


def _nobody(_fact: object) -> None:
    pass


def _ended(home: Path) -> int:
    return sum(1 for row in rounds_of(home) if row.ended)


def rounds_of(home: Path) -> list[RoundRow]:
    """Return the rounds that a site of a simulation has seen."""
    return read_rows(home / "desk")
