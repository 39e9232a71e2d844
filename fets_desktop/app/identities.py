"""The table of patients: who is behind a pseudonym. Encrypted at rest, opened for one question at a time."""

import json
import logging
import zlib
from collections.abc import Iterator

from fets_desktop.app.choices import Choices
from fets_desktop.app.keyring_ import PASSPHRASE_VARIABLE, Keeping, Secrets
from fets_desktop.app.marks import Marks
from fets_desktop.store.sealed import Damaged, WrongKey, new_key
from fets_desktop.store.vault import Vault, opens_vault, rewrite_vault
from fets_desktop.store.workspace import Workspace
from fets_desktop.study.errors import StudyError
from fets_desktop.study.identity import SourceIdentity
from fets_desktop.study.plain import from_plain, to_plain

VAULT_FILE = "identities.vault"
_KEY_NAME, _NEXT_KEY_NAME = "identities", "identities.next"
_CLOSED = frozenset(("locked-secrets", "wrong-passphrase", "lost-key", "damaged-vault"))

logger = logging.getLogger(__name__)


class Identities:
    """Keeps true identities, if the person wants a table and there is a place for its key.

    Attributes:
        marks: What imports know patients again by, with or without a table.
        problem: Why the last identity could not be kept, None if it was.
    """

    def __init__(self, workspace: Workspace, secrets: Secrets, choices: Choices) -> None:
        self._path = workspace.folder / VAULT_FILE
        self._secrets = secrets
        self._choices = choices
        self._vault: Vault | None = None
        self.marks = Marks(workspace, secrets)
        self._counted = (-1, 0)
        self._waiting: list[tuple[str, SourceIdentity]] = []
        self.problem: StudyError | None = None

    @property
    def wanted(self) -> bool:
        """Whether a table is kept from now on; without a keyring a person must have said so."""
        chosen = self._choices.get("privacy.table")
        return chosen == "keep" or (chosen == "ask" and self._secrets.keeping is not Keeping.NOWHERE)

    @property
    def undecided(self) -> bool:
        """Whether a person should be asked before the next import: for a table or none, or for the passphrase."""
        chosen = self._choices.get("privacy.table")
        if chosen == "none":
            return False
        return self._secrets.locked or (chosen == "ask" and self._secrets.keeping is Keeping.NOWHERE)

    @property
    def why_not(self) -> str:
        """Why no identity is kept at present, in words; "" if they are."""
        if self._choices.get("privacy.table") == "none":
            return "no table of patients is kept here, as was chosen"
        if not self.wanted:
            return f"this computer has no keyring and no passphrase was given ({PASSPHRASE_VARIABLE}), so none is kept"
        return self.problem.message if self.problem else ""

    def add(self, patient: str, identity: SourceIdentity) -> bool:
        """Keep who is behind a pseudonym.

        Returns:
            Whether it was kept. Without a passphrase, or a person's decision, it waits in memory: `settle` keeps it or
            lets go of it.

        Raises:
            StudyError: "disk-full" or "read-only".
        """
        if not self.wanted:
            if self._choices.get("privacy.table") == "ask":
                self._waiting.append((patient, identity))  # in memory only, until a person decides
            return False
        try:
            record = json.dumps({"patient": patient, **to_plain(identity)}).encode()
            self._open(making=True).add(zlib.compress(record))
        except (StudyError, WrongKey, Damaged) as error:
            self.problem = _told(error)
            if self.problem.code not in _CLOSED:
                raise
            logger.warning("the identity behind a pseudonym was not kept: %s", self.problem.code)
            self._waiting.append((patient, identity))
            return False
        self.problem = None
        return True

    def settle(self) -> None:
        """Keep what waited for the passphrase, or let go of it if no table is wanted."""
        waiting, self._waiting = self._waiting, []
        for patient, identity in waiting:
            self.add(patient, identity)

    def forget(self, patient: str) -> None:
        """Destroy who is behind a pseudonym, with the marks that imports knew the patient by.

        The others are sealed anew under another key and the old key is destroyed, so that no earlier copy of the file
        opens any more.

        Raises:
            StudyError: "locked-secrets", "wrong-passphrase", "lost-key", "damaged-vault", "disk-full" or "read-only";
                the table is as before.
        """
        self._waiting = [(name, identity) for name, identity in self._waiting if name != patient]
        if self._path.exists():
            rows = [record for record in self._records() if json.loads(zlib.decompress(record))["patient"] != patient]
            key = new_key()
            # a power cut between these leaves one of the two keys to open the file with; see `_open`
            self._secrets.put(_NEXT_KEY_NAME, key)
            rewrite_vault(self._path, key, rows)
            self._secrets.put(_KEY_NAME, key)
            self._secrets.delete(_NEXT_KEY_NAME)
            self._vault, self._counted = None, (-1, 0)
        self.marks.forget(patient)

    def decide(self, keep: bool, passphrase: str = "") -> None:
        """Take a person's word on whether a table is kept; with a passphrase for it where there is no keyring.

        Raises:
            StudyError: "wrong-passphrase", "damaged-vault", "wrong-usage" if a new one is too short, "disk-full".
        """
        if keep and passphrase:
            self._secrets.unlock(passphrase)
        self._choices.set("privacy.table", "keep" if keep else "none")
        self.settle()

    def unlock(self, passphrase: str) -> None:
        """Open what the passphrase opens, and keep what waited for it.

        Raises:
            StudyError: "wrong-passphrase" or "damaged-vault".
        """
        self._secrets.unlock(passphrase)
        self.settle()

    def lock(self) -> None:
        """Close the table until the passphrase is given again: for a place that somebody else will sit at."""
        self._secrets.lock()
        if self._secrets.locked:
            self._vault, self._counted = None, (-1, 0)

    def of(self, patient: str) -> SourceIdentity | None:
        """Return who is behind a pseudonym, None if the table does not say.

        Raises:
            StudyError: "locked-secrets", "wrong-passphrase", "lost-key" or "damaged-vault".
        """
        return self.all().get(patient)

    def all(self) -> dict[str, SourceIdentity]:
        """Return the whole table.

        Raises:
            StudyError: As `of`.
        """
        table: dict[str, SourceIdentity] = {}
        for patient, identity in self._rows():
            table[patient] = table[patient].joined(identity) if patient in table else identity
        return table

    def count(self) -> int:
        """Return how many patients are in the table.

        Raises:
            StudyError: As `of`.
        """
        size = self._path.stat().st_size if self._path.exists() else 0
        if self._counted[0] != size or size == 0 or self._vault is None:
            self._counted = (size, len({patient for patient, _ in self._rows()}))
        return self._counted[1]

    def _records(self) -> list[bytes]:
        try:
            return self._open(making=False).records()
        except (WrongKey, Damaged) as error:
            raise _told(error) from None

    def _rows(self) -> Iterator[tuple[str, SourceIdentity]]:
        for record in self._records() if self._path.exists() else ():
            plain = json.loads(zlib.decompress(record))
            yield plain["patient"], from_plain(SourceIdentity, plain)

    def _open(self, *, making: bool) -> Vault:
        if self._vault is None:
            key = self._secrets.get(_KEY_NAME)
            if key is None:
                if self._path.exists() or not making:
                    raise StudyError("lost-key", "The key is not where it was kept.")
                key = new_key()
                self._secrets.put(_KEY_NAME, key)  # first the key, then what it seals
            self._vault = Vault(self._path, self._settled(key))
        return self._vault

    def _settled(self, key: bytes) -> bytes:
        """Return the key that opens the table, after a forgetting that a power cut interrupted too."""
        other = self._secrets.get(_NEXT_KEY_NAME)
        if other is None:
            return key
        if opens_vault(self._path, other):
            self._secrets.put(_KEY_NAME, other)
            key = other
        self._secrets.delete(_NEXT_KEY_NAME)
        return key


def _told(error: Exception) -> StudyError:
    if isinstance(error, StudyError):
        return error
    if isinstance(error, WrongKey):
        return StudyError("lost-key", "The key that was found is another one.")
    return StudyError("damaged-vault", f"The file {VAULT_FILE} is not what was written.")
