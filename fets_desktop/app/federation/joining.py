"""Joining: from an owner's invitation to a site that may begin, with the key made here and the plan read by a person.

The engine (gRPC) is loaded when the server is first reached for, not before.
"""

import importlib
import os
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

from fets_desktop.app.bus import FactsBus
from fets_desktop.app.federation.checks import Connect, looking
from fets_desktop.app.federation.members import Members, check_ethics
from fets_desktop.app.federation.words import leaves
from fets_desktop.app.keyring_ import Secrets
from fets_desktop.app.tasks.needing import training_parts
from fets_desktop.federate import pki
from fets_desktop.federate.link import Link
from fets_desktop.imaging.disk import read_handed, write_whole
from fets_desktop.store.workspace import Workspace
from fets_desktop.study.errors import StudyError
from fets_desktop.study.facts import FederationChanged
from fets_desktop.study.federation import Check, Ethics, Leaving, Member
from fets_desktop.study.privacy import Privacy, check_privacy

_ENGINE = "fets_desktop.federate.grpc_link"
_ACCOUNTING = "fets_desktop.federate.accounting"


class Joining:
    """Opens invitations, asks for certificates, looks whether all is well, and takes a person's agreement.

    Attributes:
        store: Where it is kept.
    """

    def __init__(self, workspace: Workspace, bus: FactsBus, secrets: Secrets) -> None:
        self._workspace = workspace
        self._bus = bus
        self.store = Members(workspace, secrets)

    def members(self) -> list[Member]:
        """Return the federations this site was invited to, oldest first."""
        return self.store.all()

    def member(self, name: str = "") -> Member:
        """Return a federation by id or name; with "" the only one.

        Raises:
            StudyError: "federation-unknown", "wrong-usage".
        """
        return self.store.get(name)

    def open(self, path: Path) -> Member:
        """Open an invitation.

        Raises:
            StudyError: "federation-invitation".
        """
        member = self.store.get(self.store.open(path).plan.id)
        self._bus.publish(FederationChanged(member.plan.id))
        return member

    def joined(self) -> list[str]:
        """Return the names of the federations that were joined and not left; no key is needed to know it."""
        return self.store.joined()

    def going_on(self) -> list[str]:
        """Return the names of the federations that were joined and have not come to their end."""
        return self.store.going_on()

    def leaving(self, name: str) -> list[Leaving]:
        """Return what leaves this site in this federation, item by item, with bytes."""
        member = self.member(name)
        return leaves(member.plan, member.site, member.privacy)

    def request(self, name: str, target: Path) -> Member:
        """Write the request for a certificate; the key is made here and stays here.

        Raises:
            StudyError: "locked-secrets" if there is no place for the key, "disk-full", "read-only".
        """
        member = self.member(name)
        write_whole(target, self.store.request(member.plan.id))
        self._bus.publish(FederationChanged(member.plan.id))
        return self.member(member.plan.id)

    def accept(self, certificate: Path) -> Member:
        """Take in the owner's certificate.

        Raises:
            StudyError: "federation-certificate".
        """
        try:
            content = read_handed(certificate, pki.LARGEST_BYTES)
        except OSError:
            raise StudyError("federation-certificate", "The file cannot be read.") from None
        member = self.store.take(content)
        self._bus.publish(FederationChanged(member.plan.id))
        return member

    def preflight(self, name: str, folder: Path | None = None) -> list[Check]:
        """Look whether this site can join; takes seconds, for it reaches for the server.

        Args:
            name: Of the federation.
            folder: Of labelled cases, for a node without approved cases of its own.
        """
        return self.looking(name, folder)()

    def looking(self, name: str, folder: Path | None = None) -> Callable[[], list[Check]]:
        """Return what `preflight` waits for, to be called in another thread: it touches no records."""
        member = self.member(name)
        federation = member.plan.id
        certificate, key = self.store.certificate(federation), self.store.key(federation)
        connect: Connect | None = None
        if certificate is not None and key is not None:
            link = self.link(federation, lambda _message: None)

            def connect() -> float | None:
                try:
                    return link.connect()
                finally:
                    link.close()

        return looking(self._workspace, member, self.store.invitation(federation).authority, connect, folder)

    def agree(
        self, name: str, ethics: Ethics, *, few: bool = False, keep: bool = True, privacy: Privacy | None = None
    ) -> Member:
        """Agree to the plan as it stands in the invitation.

        Args:
            name: Of the federation.
            ethics: The approval.
            few: Whether scores are sent though fewer cases stand behind them than the plan asks for.
            keep: Whether the model of every round is kept here.
            privacy: How updates are cut and blurred before they leave; None if they leave as they are.

        Raises:
            StudyError: "federation-ethics"; "wrong-usage" if the privacy makes no sense.
        """
        check_ethics(ethics)
        try:
            privacy = check_privacy(privacy) if privacy else None
        except ValueError as error:
            raise StudyError("wrong-usage", str(error)) from error
        member = self.member(name)
        before = self.store.agreed(member.plan.id)
        agreed = replace(
            before, plan_sha256=member.plan.sha256, ethics=ethics, few=few, keep=keep, left=False, privacy=privacy
        )
        self.store.agree(member.plan.id, agreed)
        self._bus.publish(FederationChanged(member.plan.id))
        return self.member(member.plan.id)

    def accounting(self, privacy: Privacy, updates: int) -> Callable[[], float]:
        """Return what works out the epsilon of so many updates, to be called in another thread: it loads a library.

        What is returned raises StudyError "no-training" where the program was installed without training.
        """

        def epsilon() -> float:
            with training_parts():
                return float(importlib.import_module(_ACCOUNTING).epsilon([privacy.noise] * updates))

        return epsilon

    def leave(self, name: str) -> Member:
        """Note that this site has left; a person may agree again."""
        member = self.member(name)
        self.store.leave(member.plan.id)
        self._bus.publish(FederationChanged(member.plan.id))
        return self.member(member.plan.id)

    def link(self, federation: str, note: Callable[[Any], None]) -> Link:
        """Return a connection with this site's certificate.

        Raises:
            StudyError: "federation-certificate" if it has none.
        """
        invitation = self.store.invitation(federation)
        certificate, key = self.store.certificate(federation), self.store.key(federation)
        if certificate is None or key is None:
            raise StudyError("federation-certificate", "No certificate was taken in yet.")
        # what gRPC prints by itself names addresses and certificates
        os.environ.setdefault("GRPC_VERBOSITY", "NONE")
        engine = importlib.import_module(_ENGINE)
        identity = engine.Identity(invitation.site, invitation.authority, certificate, key)
        rounding = self.store.folder(federation) / "rounding.safetensors"
        link: Link = engine.GrpcLink(invitation.plan, identity, note, rounding=rounding)
        return link
