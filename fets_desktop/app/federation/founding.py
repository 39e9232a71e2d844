"""Founding a federation: its authority, the server's certificate, the signed plan, invitations, and who is let in.

    FOLDER/plan.json, initial.safetensors     what the server runs by
    FOLDER/authority.pem, server.pem          certificates
    FOLDER/server.key                         the server's key, for its owner's account alone: it must start by itself
    FOLDER/invitations/SITE.fetsinvite        to send to the sites
    FOLDER/certificates/SITE.pem              to send back to them

The authority's key, with which plans are signed and sites let in, lies where the workspace's other secrets are.
"""

import json
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from fets_desktop.app.clock import now
from fets_desktop.app.federation.owned import note_owned
from fets_desktop.app.federation.status import federation_status, read_plan
from fets_desktop.app.keyring_ import Secrets
from fets_desktop.app.models import Models
from fets_desktop.federate import pki
from fets_desktop.federate.faults import split_address
from fets_desktop.federate.invitation import SUFFIX, Invitation, check_plan, is_site_name, write_invitation
from fets_desktop.federate.tensors import TensorFile, file_sha256, writing
from fets_desktop.imaging.disk import emptied_if_it_fails, known_disk_errors, read_handed, write_whole
from fets_desktop.store.durable import make_private_folder
from fets_desktop.store.signing import as_typed, fingerprint
from fets_desktop.store.workspace import Workspace
from fets_desktop.study.errors import StudyError
from fets_desktop.study.federation import Plan
from fets_desktop.study.plain import to_plain

_PRIVATE = 0o600
_FIRST_TENSOR = "enter.weight"


@dataclass(frozen=True)
class Proposal:
    """What an owner chooses; what is not chosen is as in the paper.

    Attributes:
        name: Of the federation.
        server: "host:port" by which sites reach the server.
        trainers: Sites that train.
        validators: Sites that only validate.
        model: Id or name of the initial model; the current one if "".
        hosts: Further names or addresses of the server.
        choices: Fields of `Plan`.
    """

    name: str
    server: str
    trainers: tuple[str, ...]
    validators: tuple[str, ...] = ()
    model: str = ""
    hosts: tuple[str, ...] = ()
    choices: dict[str, Any] = field(default_factory=dict)


class Founding:
    """The owner's side.

    Args:
        workspace: Whose audit notes what is done.
        secrets: Where the authority's key is kept.
        models: Among them the initial model.
    """

    def __init__(self, workspace: Workspace, secrets: Secrets, models: Models) -> None:
        self._workspace = workspace
        self._secrets = secrets
        self._models = models

    def new(self, folder: Path, proposal: Proposal) -> Plan:
        """Found a federation in an empty folder; a plan is never changed, another plan is another federation.

        Raises:
            StudyError: "federation-folder" if something is there, "federation-founding" if the plan makes no sense,
                "bad-model" if the model has no trainable weights, "locked-secrets", "disk-full".
        """
        if folder.exists() and (not folder.is_dir() or any(folder.iterdir())):
            raise StudyError("federation-folder", "It is not empty.")
        weights = self._weights(proposal.model)
        with TensorFile(weights) as file:
            if _FIRST_TENSOR not in {tensor.name for tensor in file.shapes}:
                raise StudyError("bad-model", "The weights belong to another network.")
            plan = Plan(
                proposal.name,
                proposal.server,
                proposal.trainers,
                proposal.validators,
                file_sha256(weights),
                file.shapes,
                base=int(file.get(_FIRST_TENSOR).shape[0]),
                created=now(),
                **proposal.choices,
            )
            _check(plan, proposal.hosts)
            with emptied_if_it_fails(folder):
                self._fill(folder, plan, file, proposal.hosts)
        note_owned(self._workspace.folder, folder)
        self._note("federation founded", plan.id, {"sites": len(plan.sites), "rounds": plan.rounds})
        return plan

    def _fill(self, folder: Path, plan: Plan, weights: TensorFile, hosts: Sequence[str]) -> None:
        with known_disk_errors():
            for name in ("invitations", "certificates"):
                make_private_folder(folder / name)
        with writing(folder / "initial.safetensors", plan.tensors) as sink:
            for tensor in plan.tensors:
                sink.add(tensor.name, weights.get(tensor.name))
        self._certify(folder, plan, hosts)
        for site in plan.sites:
            self._invite(folder, plan, site)
        # the plan comes last: with it the folder is a federation's
        write_whole(folder / "plan.json", json.dumps(to_plain(plan)).encode())

    def _weights(self, name: str) -> Path:
        model = self._models.get(name) if name else self._models.current()
        weights = self._models.weights(model) if model is not None else None
        if weights is None:
            raise StudyError("bad-model", "It has no trainable weights here, from which a federation could begin.")
        return weights

    def _certify(self, folder: Path, plan: Plan, hosts: Sequence[str]) -> None:
        key, server_key = pki.new_key(), pki.new_key()
        authority = pki.new_authority(key, plan.name)
        self._secrets.put(_secret(plan), key)
        names = list(dict.fromkeys([split_address(plan.server)[0], *hosts]))
        write_whole(folder / "authority.pem", authority)
        write_whole(folder / "server.key", server_key).chmod(_PRIVATE)
        write_whole(folder / "server.pem", pki.server_certificate(key, authority, server_key, names))

    def plan(self, folder: Path) -> Plan:
        """Return the plan of a federation's folder; see `read_plan`."""
        return read_plan(folder)

    def fingerprint(self, folder: Path) -> str:
        """Return what sites compare over the telephone: the authority's fingerprint."""
        read_plan(folder)
        return fingerprint(pki.public_bytes((folder / "authority.pem").read_bytes()))

    def invite(self, folder: Path, site: str) -> Path:
        """Write a site's invitation again, and return the file.

        Raises:
            StudyError: "federation-request" if the plan does not know the site, "federation-folder".
        """
        plan = read_plan(folder)
        if site not in plan.sites:
            raise StudyError("federation-request", f"The plan knows these sites: {', '.join(plan.sites)}.")
        return self._invite(folder, plan, site)

    def _invite(self, folder: Path, plan: Plan, site: str) -> Path:
        authority = (folder / "authority.pem").read_bytes()
        path = folder / "invitations" / f"{site}{SUFFIX}"
        return write_invitation(path, Invitation(site, plan, authority), self._key(plan))

    def asked(self, folder: Path, request: Path) -> tuple[str, str]:
        """Return whose request a file is, and the fingerprint that the site must read.

        Raises:
            StudyError: "federation-request", "federation-folder".
        """
        plan = read_plan(folder)
        content = _read(request)
        site = pki.request_site(content)
        if site not in plan.sites:
            raise StudyError("federation-request", "Its site is not in the plan.")
        return site, fingerprint(pki.public_bytes(content))

    def accept(self, folder: Path, request: Path, heard: str) -> Path:
        """Let a site in whose fingerprint was heard, and return its certificate's file.

        Args:
            folder: Of the federation.
            request: The file the site has sent.
            heard: The fingerprint as the site read it.

        Raises:
            StudyError: "federation-request" if it is another, "federation-folder", "locked-secrets".
        """
        site, found = self.asked(folder, request)
        if as_typed(heard) != found:
            raise StudyError("federation-request", f"{site}: its fingerprint is {found}; another was given.")
        authority = (folder / "authority.pem").read_bytes()
        certificate = pki.site_certificate(self._key(read_plan(folder)), authority, _read(request))
        path = write_whole(folder / "certificates" / f"{site}.pem", certificate)
        self._note("site let in", site, {"key": found})
        return path

    def renew(self, folder: Path) -> int:
        """Renew the server's certificate, for the same key and names, and return for how many days it is valid.

        The server takes it when it is started again; sites notice nothing.

        Raises:
            StudyError: "federation-folder", "locked-secrets", "lost-key".
        """
        plan = read_plan(folder)
        authority, old = ((folder / name).read_bytes() for name in ("authority.pem", "server.pem"))
        server_key = (folder / "server.key").read_bytes()
        new = pki.server_certificate(self._key(plan), authority, server_key, pki.hosts_of(old))
        write_whole(folder / "server.pem", new)
        self._note("server certificate renewed", plan.id, {})
        return pki.days_left(new, datetime.now(UTC))

    def status(self, folder: Path) -> dict[str, Any]:
        """Return where a federation stands, from what its server wrote; see `federation_status`."""
        return federation_status(folder)

    def _key(self, plan: Plan) -> bytes:
        key = self._secrets.get(_secret(plan))
        if key is None:
            raise StudyError("lost-key", "The key of the federation's authority is in another workspace.")
        return key

    def _note(self, action: str, subject: str, details: dict[str, Any]) -> None:
        with self._workspace.change("person", action, subject, details):
            pass  # the audit row is all there is to record


def _check(plan: Plan, hosts: Sequence[str]) -> None:
    """Check a plan before it is founded: its owner is told what to put right, no site about an invitation."""
    if strange := next((site for site in plan.sites if not is_site_name(site)), ""):
        words = f"No site can be named {strange}: letters, digits, dots, - and _ are allowed."
        raise StudyError("federation-founding", words)
    try:
        check_plan(plan)
    except StudyError as error:
        raise StudyError("federation-founding", error.detail) from error
    if odd := [host for host in (split_address(plan.server)[0], *hosts) if not pki.is_host(host)]:
        raise StudyError("federation-founding", f"No certificate can bear {odd[0][:80]!r} as a server's name.")


def _read(path: Path) -> bytes:
    try:
        return read_handed(path, pki.LARGEST_BYTES)
    except OSError:
        raise StudyError("federation-request", "The file cannot be read.") from None


def _secret(plan: Plan) -> str:
    return f"federation/{plan.id}/authority"
