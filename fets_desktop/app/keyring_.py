"""Where this workspace's secrets are kept: the system keyring, or a file that a passphrase opens.

Passwords, key phrases and the key to the table of patients lie there under names of ours. None of them ever reaches the
database, the log or an error.
"""

import base64
import json
import os
import secrets as randomness
from collections.abc import Mapping
from enum import StrEnum
from functools import cached_property
from typing import TYPE_CHECKING

from fets_desktop.imaging.disk import write_whole
from fets_desktop.imaging.late import late
from fets_desktop.store.sealed import Damaged, WrongKey, read_under_passphrase, write_under_passphrase
from fets_desktop.store.workspace import Workspace
from fets_desktop.study.errors import StudyError

if TYPE_CHECKING:
    from keyring.backend import KeyringBackend

# they bring a whole client of the web with them, and at the start of the window nobody asks for a secret
keyring, errors = late("keyring"), late("keyring.errors")

PASSPHRASE_VARIABLE = "FETS_DESKTOP_PASSPHRASE"  # noqa: S105 - the name, not the word itself
SECRETS_FILE = "secrets.vault"
_NAME_FILE = "keyring.id"
_SERVICE = "FeTS Desktop"
_SHORTEST = 8


class Keeping(StrEnum):
    """Where secrets are kept."""

    KEYRING = "keyring"
    FILE = "file"
    NOWHERE = "nowhere"


class Secrets:
    """Small secrets by name.

    Args:
        workspace: Whose secrets.
        backend: The keyring; the system's if not given.
        environment: Where a passphrase may stand; the process's own if not given.
    """

    def __init__(
        self,
        workspace: Workspace,
        backend: "KeyringBackend | None" = None,
        environment: Mapping[str, str] | None = None,
    ) -> None:
        self._file = workspace.folder / SECRETS_FILE
        self._name_file = workspace.folder / _NAME_FILE
        self._given = (os.environ if environment is None else environment).get(PASSPHRASE_VARIABLE, "")
        self._chosen_backend = backend
        self._passphrase: str | None = None
        self._opened: dict[str, str] = {}

    @cached_property
    def _backend(self) -> "KeyringBackend":
        """The keyring; asked for late, for it may ask others over a bus."""
        found: KeyringBackend = self._chosen_backend or keyring.get_keyring()
        return found

    @property
    def keeping(self) -> Keeping:
        """Where secrets are kept, or would be kept now."""
        if self._file.exists():
            return Keeping.FILE
        if self._name_file.exists():
            return Keeping.KEYRING
        if self._given or self._passphrase is not None:
            return Keeping.FILE
        return Keeping.KEYRING if self._works() else Keeping.NOWHERE

    @property
    def locked(self) -> bool:
        """Whether a person must give the passphrase first."""
        return self._file.exists() and self._passphrase is None and not self._given

    @property
    def lockable(self) -> bool:
        """Whether a person has given a passphrase that can be forgotten again."""
        return self._file.exists() and self._passphrase is not None and not self._given

    def lock(self) -> None:
        """Forget the passphrase that was given and what it opened; nothing where there is none to be given again."""
        if self.lockable:
            self._passphrase, self._opened = None, {}

    def _works(self) -> bool:
        try:
            return float(self._backend.priority) > 0
        except (errors.KeyringError, RuntimeError, TypeError):
            return False

    def unlock(self, passphrase: str) -> None:
        """Open the file of secrets, or choose the passphrase of one that will be made.

        Raises:
            StudyError: "wrong-passphrase", "damaged-vault"; "wrong-usage" if a new one is too short.
        """
        if not self._file.exists():
            refuse_short(passphrase)
            self._passphrase = passphrase
            self._write({})
            return
        try:
            content = json.loads(read_under_passphrase(self._file, passphrase))
        except WrongKey:
            raise StudyError("wrong-passphrase") from None
        except Damaged:
            raise StudyError("damaged-vault", f"The file {SECRETS_FILE} is not what was written.") from None
        self._passphrase, self._opened = passphrase, content

    def change_passphrase(self, old: str, new: str) -> None:
        """Seal the file of secrets with another passphrase.

        Raises:
            StudyError: "wrong-passphrase", "damaged-vault", "wrong-usage" if the new one is too short, "disk-full".
        """
        refuse_short(new)
        self.unlock(old)
        before, self._passphrase = self._passphrase, new
        try:
            self._write(self._opened)
        except BaseException:
            self._passphrase = before
            raise

    def get(self, name: str) -> bytes | None:
        """Return a secret, None if there is none of that name.

        Raises:
            StudyError: "locked-secrets", "wrong-passphrase", "damaged-vault", or "lost-key" if the keyring is gone.
        """
        if self.keeping is Keeping.NOWHERE:
            return None
        if self.keeping is Keeping.FILE:
            self._open_file()
            text = self._opened.get(name)
        else:
            text = self._asked(name)
        return None if text is None else base64.b64decode(text)

    def put(self, name: str, value: bytes) -> None:
        """Keep a secret, durably.

        Raises:
            StudyError: "locked-secrets" where there is no place or the file is closed, and as `get`.
        """
        text = base64.b64encode(value).decode()
        match self.keeping:
            case Keeping.NOWHERE:
                raise StudyError("locked-secrets", "This computer has no keyring, and no passphrase was chosen.")
            case Keeping.FILE:
                self._open_file()
                self._write({**self._opened, name: text})
            case Keeping.KEYRING:
                self._told(name, text)

    def delete(self, name: str) -> None:
        """Forget a secret; one that is not there is no fault."""
        if self.keeping is Keeping.FILE:
            self._open_file()
            self._write({known: text for known, text in self._opened.items() if known != name})
        elif self.keeping is Keeping.KEYRING and self._name_file.exists():
            try:
                self._backend.delete_password(_SERVICE, self._account(name))
            except errors.PasswordDeleteError:
                return
            except (errors.KeyringError, RuntimeError):
                raise _unreachable() from None

    def _open_file(self) -> None:
        if self._passphrase is not None:
            return
        if not self._given:
            raise StudyError("locked-secrets")
        self.unlock(self._given)

    def _write(self, content: dict[str, str]) -> None:
        if self._passphrase is None:
            raise StudyError("locked-secrets")
        write_under_passphrase(self._file, self._passphrase, json.dumps(content).encode())
        self._opened = content

    def _account(self, name: str) -> str:
        """Return the name of a secret in the keyring; it hangs on the workspace and stays when its folder moves."""
        if not self._name_file.exists():
            # of digits alone it would look like a patient's number
            write_whole(self._name_file, f"ws-{randomness.token_hex(8)}".encode()).chmod(0o600)
        return f"{self._name_file.read_text(encoding='ascii').strip()}/{name}"

    def _asked(self, name: str) -> str | None:
        if not self._name_file.exists():
            return None
        try:
            return self._backend.get_password(_SERVICE, self._account(name))
        except (errors.KeyringError, RuntimeError):
            raise _unreachable() from None

    def _told(self, name: str, text: str) -> None:
        try:
            self._backend.set_password(_SERVICE, self._account(name), text)
            kept = self._backend.get_password(_SERVICE, self._account(name)) == text
        except (errors.KeyringError, RuntimeError):
            kept = False
        if not kept:
            raise _unreachable()


def _unreachable() -> StudyError:
    return StudyError("lost-key", "The system keyring does not answer.")


def refuse_short(passphrase: str) -> None:
    """Let a passphrase pass that is long enough.

    Raises:
        StudyError: "wrong-usage".
    """
    if len(passphrase) < _SHORTEST:
        raise StudyError("wrong-usage", f"A passphrase has at least {_SHORTEST} characters; four words are better.")
