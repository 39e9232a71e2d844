"""Signing: the models that are made here are signed with this site's key, and those from elsewhere need a known signer.

The key is made when it is first needed and kept where this workspace's other secrets are. Where there is no such place
models stay unsigned, and say so. A signer becomes known by a person who has compared the fingerprint with its owner.
"""

import logging
from pathlib import Path

from fets_desktop.app.clock import now
from fets_desktop.app.keyring_ import Secrets
from fets_desktop.store.records import Signer
from fets_desktop.store.signing import as_typed, fingerprint, is_signed, new_signing_key, public_key, sign
from fets_desktop.store.workspace import Workspace
from fets_desktop.study.errors import StudyError
from fets_desktop.study.modelfile import Seal, Signature, add_signature, read_sealed

_NAME = "model signing key"
_OWN = "models.own_signer"
"""Where the fingerprint is noted: to know one's own models one needs no key."""

logger = logging.getLogger(__name__)


class Signing:
    """This site's key, and the signers it knows.

    Args:
        workspace: Where known signers are noted.
        secrets: Where the key is kept.
    """

    def __init__(self, workspace: Workspace, secrets: Secrets) -> None:
        self._workspace = workspace
        self._secrets = secrets

    def own_fingerprint(self) -> str:
        """Return the fingerprint of this site's key, "" if it has none yet; the key itself may be locked away."""
        return str(self._workspace.settings().get(_OWN, ""))

    def sign_file(self, path: Path) -> str:
        """Sign a model file that was made here, in place, before it is published.

        Returns:
            The fingerprint of this site's key.

        Raises:
            StudyError: "locked-secrets", "lost-key", "wrong-passphrase" if there is no way to the key; "bad-model".
        """
        key = self._key()
        seal = read_sealed(path)[1]
        add_signature(path, Signature(public_key(key), sign(key, seal.message)))
        return fingerprint(public_key(key))

    def sign_if_possible(self, path: Path) -> str:
        """Sign a model file that was made here; without a place for a key it stays unsigned, and "" is returned."""
        try:
            return self.sign_file(path)
        except StudyError as error:
            if error.code == "bad-model":
                raise
            logger.info("a model stays unsigned: %s", error.code)
            return ""

    def _key(self) -> bytes:
        key = self._secrets.get(_NAME)
        if key is None:
            key = new_signing_key()
            self._secrets.put(_NAME, key)
        own = fingerprint(public_key(key))
        if own != self.own_fingerprint():
            with self._workspace.change("program", "signing key made", own) as change:
                change.put_setting(_OWN, own)
        return key

    def known(self) -> list[Signer]:
        """Return the signers that a person trusts."""
        return self._workspace.signers()

    def trust(self, typed: str, name: str = "") -> str:
        """Trust whoever has this fingerprint from now on; the person has compared it with its owner.

        Returns:
            The fingerprint as it is written here.

        Raises:
            StudyError: "wrong-usage" if it is none.
        """
        found = as_typed(typed)
        if not found:
            raise StudyError("wrong-usage", "A fingerprint has eight groups of four digits.")
        with self._workspace.change("person", "signer trusted", found, {"name": name}) as change:
            change.put_signer(Signer(found, name, now()))
        return found

    def forget(self, typed: str) -> None:
        """Trust a signer no more; models taken in before stay.

        Raises:
            StudyError: "wrong-usage" if nobody known has this fingerprint.
        """
        found = as_typed(typed)
        if all(signer.fingerprint != found for signer in self.known()):
            raise StudyError("wrong-usage", "No known signer has this fingerprint.")
        with self._workspace.change("person", "signer forgotten", found) as change:
            change.drop_signer(found)

    def is_known(self, signer: str) -> bool:
        """Tell whether a fingerprint is this site's own or a trusted one."""
        return bool(signer) and (signer == self.own_fingerprint() or any(s.fingerprint == signer for s in self.known()))

    def name_of(self, signer: str) -> str:
        """Return what a person calls a signer: "this site", a name, or the fingerprint."""
        if signer == self.own_fingerprint():
            return "this site"
        return next((s.name for s in self.known() if s.fingerprint == signer and s.name), signer)


def signer_of(seal: Seal) -> str:
    """Return the fingerprint of whoever signed a model file, "" if nobody did.

    Raises:
        StudyError: "bad-model" if the signature does not hold.
    """
    if seal.signature is None:
        return ""
    if not is_signed(seal.signature.public_key, seal.signature.signature, seal.message):
        raise StudyError("bad-model", "Its signature does not hold: it was changed after it was signed.")
    return fingerprint(seal.signature.public_key)
