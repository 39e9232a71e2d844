"""Stored files as a task reads them: whole, or told as a damaged workspace."""

from pathlib import Path

from fets_desktop.store.files import sha256_of
from fets_desktop.study.errors import StudyError

_DIGITS = 64


def sound(path: Path) -> Path:
    """Return a stored file's path if its content still is what its name says; files of another kind of name pass.

    Raises:
        StudyError: "damaged-workspace" if it is gone or was changed.
    """
    named = path.name[:_DIGITS]
    try:
        digest = sha256_of(path)
    except FileNotFoundError as error:
        raise StudyError("damaged-workspace", f"The stored file {named[:12]} is missing.") from error
    except OSError as error:
        raise StudyError("damaged-workspace", f"The stored file {named[:12]} cannot be read.") from error
    if len(named) == _DIGITS and set(named) <= set("0123456789abcdef") and digest != named:
        raise StudyError("damaged-workspace", f"The stored file {named[:12]} was changed or is damaged.")
    return path
