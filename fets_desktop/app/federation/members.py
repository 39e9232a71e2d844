"""The federations of a workspace, one folder each: the invitation, what was agreed, the certificate, rounds and ledger.

    federation/<plan>/invitation.fetsinvite   as the owner sent it
    federation/<plan>/member.json             what a person here agreed to
    federation/<plan>/certificate.pem         the owner's answer to the request
    federation/<plan>/ledger.jsonl, desk/, rounding.safetensors     what the collaborator's thread writes

The key lies where the workspace's other secrets are, and never on the disk unencrypted.
"""

import json
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from datetime import UTC, date, datetime
from pathlib import Path

from fets_desktop.app.federation.words import all_done
from fets_desktop.app.keyring_ import Secrets
from fets_desktop.federate import pki
from fets_desktop.federate.desk import read_rows
from fets_desktop.federate.invitation import SUFFIX, Invitation, read_invitation
from fets_desktop.imaging.disk import known_disk_errors, write_whole
from fets_desktop.store.signing import fingerprint
from fets_desktop.store.workspace import Workspace
from fets_desktop.study.errors import StudyError
from fets_desktop.study.federation import Ethics, Member, Membership, Plan
from fets_desktop.study.plain import from_plain, to_plain
from fets_desktop.study.privacy import Privacy


@dataclass(frozen=True)
class Agreed:
    """What a person here said about a federation.

    Attributes:
        plan_sha256: The plan that was agreed to; "" if none was.
        ethics: The approval.
        few: Whether scores of few cases may be sent.
        keep: Whether the model of every round is kept.
        left: Whether the site has left.
        going: Whether a person wants it to go on: then it does so by itself when the program is opened again.
        paused: Whether it then waits until a person resumes it.
        privacy: How its updates are cut and blurred; None if they leave as they are.
    """

    plan_sha256: str = ""
    ethics: Ethics = field(default_factory=Ethics)
    few: bool = False
    keep: bool = True
    left: bool = False
    going: bool = False
    paused: bool = False
    privacy: Privacy | None = None


class Members:
    """Keeps them.

    Args:
        workspace: Of this site.
        secrets: Where keys are kept.
    """

    def __init__(self, workspace: Workspace, secrets: Secrets) -> None:
        self._workspace = workspace
        self._secrets = secrets
        self._root = workspace.folder / "federation"

    def folder(self, federation: str) -> Path:
        """Return the folder of a federation."""
        return self._root / federation

    def all(self) -> list[Member]:
        """Return every federation this site was invited to, oldest first."""
        files = sorted(self._root.glob(f"*/invitation{SUFFIX}"), key=lambda path: path.stat().st_mtime)
        return [self.get(path.parent.name) for path in files]

    def joined(self) -> list[str]:
        """Return the names of the federations whose plan was agreed to and that were not left.

        One whose files are damaged is among them, by its id: nobody is told that nothing leaves without knowing it.
        """
        return sorted(name for name, _ in self._parts())

    def going_on(self) -> list[str]:
        """Return the names of those of them that have not come to their end; a damaged one may go on."""
        return sorted(name for name, ended in self._parts() if not ended)

    def _parts(self) -> Iterator[tuple[str, bool]]:
        """Yield name, and whether all is done, of every federation this site takes part in."""
        for folder in (path.parent.name for path in self._root.glob("*/member.json")):
            try:
                said = self.agreed(folder)
                if said.plan_sha256 and not said.left:
                    plan = self.invitation(folder).plan
                    yield plan.name, all_done(plan, read_rows(self.folder(folder) / "desk"))
            except StudyError:
                yield folder, False

    def get(self, name: str) -> Member:
        """Return a federation by its id or its name; with "" the only one.

        Raises:
            StudyError: "federation-unknown", or "wrong-usage" if several have the name.
        """
        if not self._invitation_file(name).is_file():
            name = self._named(name)
        invitation = self.invitation(name)
        agreed = self.agreed(name)
        key, certificate = self.key(name), self.certificate(name)
        days = self._days(invitation, key, certificate)
        return Member(
            invitation.site,
            invitation.plan,
            _membership(agreed, invitation.plan, key, certificate),
            fingerprint(pki.public_bytes(invitation.authority)),
            fingerprint(pki.public_bytes(key)) if key else "",
            days,
            agreed.ethics,
            agreed.few,
            agreed.keep,
            agreed.privacy,
        )

    def _named(self, name: str) -> str:
        found = []
        for file in self._root.glob(f"*/invitation{SUFFIX}"):
            left = self.agreed(file.parent.name).left
            if (not name and not left) or read_invitation(file).plan.name == name:
                found.append(file.parent.name)
        if not found:
            raise StudyError("federation-unknown")
        if len(found) > 1:
            raise StudyError("wrong-usage", f"Several federations fit: say which, {', '.join(sorted(found))}.")
        return found[0]

    @staticmethod
    def _days(invitation: Invitation, key: bytes | None, certificate: bytes | None) -> int | None:
        if key is None or certificate is None:
            return None
        try:
            return pki.check_site_certificate(certificate, invitation.authority, key, invitation.site, _now())
        except StudyError:
            return -1

    def _invitation_file(self, federation: str) -> Path:
        return self.folder(federation or "-") / f"invitation{SUFFIX}"

    def invitation(self, federation: str) -> Invitation:
        """Return the invitation that was opened.

        Raises:
            StudyError: "federation-invitation" if it was changed meanwhile.
        """
        return read_invitation(self._invitation_file(federation))

    def open(self, path: Path) -> Invitation:
        """Keep an invitation; opening it again changes nothing.

        Raises:
            StudyError: "federation-invitation", "disk-full", "read-only".
        """
        invitation = read_invitation(path)
        target = self._invitation_file(invitation.plan.id)
        if not target.exists():
            with known_disk_errors():
                target.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
            write_whole(target, path.read_bytes())
            self._note("invitation opened", invitation.plan.id, {"plan": invitation.plan.sha256})
        return invitation

    def agreed(self, federation: str) -> Agreed:
        """Return what was agreed.

        Raises:
            StudyError: "damaged-workspace" if the file is not what was written.
        """
        file = self.folder(federation) / "member.json"
        if not file.exists():
            return Agreed()
        try:
            return from_plain(Agreed, json.loads(file.read_bytes()))
        except (ValueError, TypeError, KeyError):
            raise StudyError("damaged-workspace", "What was agreed with a federation cannot be read.") from None

    def agree(self, federation: str, agreed: Agreed) -> None:
        """Keep what a person agreed to."""
        write_whole(self.folder(federation) / "member.json", json.dumps(to_plain(agreed)).encode())
        details = {"plan": agreed.plan_sha256, "few": agreed.few, "left": agreed.left}
        if agreed.privacy:
            details["privacy"] = agreed.privacy.words
        self._note("federation left" if agreed.left else "plan agreed", federation, details)

    def want(self, federation: str, *, going: bool | None = None, paused: bool | None = None) -> None:
        """Keep whether a person wants it to go on, and to wait; None leaves it as it was."""
        before = self.agreed(federation)
        after = replace(
            before,
            going=before.going if going is None else going,
            paused=before.paused if paused is None else paused,
        )
        if after != before:
            write_whole(self.folder(federation) / "member.json", json.dumps(to_plain(after)).encode())

    def wanted(self) -> list[str]:
        """Return the ids of the federations that a person wants to go on; no key is needed to know it."""
        found = []
        for name in sorted(path.parent.name for path in self._root.glob("*/member.json")):
            try:
                said = self.agreed(name)
            except StudyError:
                continue  # told where it is shown
            if said.going and said.plan_sha256 and not said.left:
                found.append(name)
        return found

    def leave(self, federation: str) -> None:
        """Leave; invitation, rounds and ledger stay."""
        self.agree(federation, replace(self.agreed(federation), left=True, going=False, paused=False))

    # --- key and certificate

    def key(self, federation: str) -> bytes | None:
        """Return this site's key for a federation, None if none was made.

        Raises:
            StudyError: "locked-secrets", "lost-key".
        """
        return self._secrets.get(_secret(federation))

    def certificate(self, federation: str) -> bytes | None:
        """Return the certificate, None if none was taken in."""
        file = self.folder(federation) / "certificate.pem"
        return file.read_bytes() if file.exists() else None

    def request(self, federation: str) -> bytes:
        """Return the request for a certificate; the key is made here, once.

        Raises:
            StudyError: "locked-secrets" if this computer has no place for a key.
        """
        key = self.key(federation)
        if key is None:
            key = pki.new_key()
            self._secrets.put(_secret(federation), key)
            self._note("certificate requested", federation, {"key": fingerprint(pki.public_bytes(key))})
        return pki.new_request(key, self.invitation(federation).site)

    def take(self, certificate: bytes) -> Member:
        """Take in a certificate: whose it is, it says itself.

        Raises:
            StudyError: "federation-certificate" if it fits no federation here.
        """
        faults = []
        for member in self.all():
            invitation, key = self.invitation(member.plan.id), self.key(member.plan.id)
            if key is None:
                continue
            try:
                pki.check_site_certificate(certificate, invitation.authority, key, invitation.site, _now())
            except StudyError as error:
                faults.append(error)
                continue
            write_whole(self.folder(member.plan.id) / "certificate.pem", certificate)
            self._note("certificate taken in", member.plan.id, {})
            return self.get(member.plan.id)
        raise faults[-1] if faults else StudyError("federation-certificate", "No request was made here.")

    def _note(self, action: str, federation: str, details: dict[str, object]) -> None:
        with self._workspace.change("person", action, federation, details):
            pass  # the audit row is all there is to record


def check_ethics(ethics: Ethics, today: date | None = None) -> None:
    """Check an approval.

    Raises:
        StudyError: "federation-ethics" if its number or date is missing or makes no sense.
    """
    if not ethics.number.strip():
        raise StudyError("federation-ethics", "Its number is missing.")
    try:
        given = date.fromisoformat(ethics.date)
    except ValueError:
        raise StudyError("federation-ethics", "Its date is missing, or not of the form 2026-01-31.") from None
    if given > (today or datetime.now(UTC).date()):
        raise StudyError("federation-ethics", "Its date lies in the future.")


def _membership(agreed: Agreed, plan: Plan, key: bytes | None, certificate: bytes | None) -> Membership:
    if agreed.left:
        return Membership.LEFT
    if agreed.plan_sha256 == plan.sha256 and certificate is not None:
        return Membership.JOINED
    if certificate is not None:
        return Membership.CERTIFIED
    return Membership.INVITED if key is None else Membership.REQUESTED


def _secret(federation: str) -> str:
    return f"federation/{federation}/key"


def _now() -> datetime:
    return datetime.now(UTC)
