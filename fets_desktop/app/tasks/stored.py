"""Stored files as a task reads them: whole, or told as a damaged workspace."""

from pathlib import Path

from fets_desktop.store.hashing import sha256_of
from fets_desktop.study.errors import StudyError

_DIGITS = 64


def sound(path: Path, called: str = "") -> Path:
    """Return a stored file's path if its content still is what its name says; files of another kind of name pass.

    Args:
        path: The file.
        called: What a person knows it by, as a model's id.

    Raises:
        StudyError: "damaged-workspace" if it is gone or was changed.
    """
    named = path.name[:_DIGITS]
    words = f"The stored file {named[:12]}" + (f" of {called}" if called else "")
    try:
        digest = sha256_of(path)
    except FileNotFoundError as error:
        raise StudyError("damaged-workspace", f"{words} is missing.") from error
    except OSError as error:
        raise StudyError("damaged-workspace", f"{words} cannot be read.") from error
    if len(named) == _DIGITS and set(named) <= set("0123456789abcdef") and digest != named:
        raise StudyError("damaged-workspace", f"{words} was changed or is damaged.")
    return path


def sound_model(path: Path, sha256: str, name: str) -> Path:
    """Return a model file's path if its content still is what it was when it was chosen.

    Args:
        path: The model file.
        sha256: Its hash as the registry, or whoever chose the file, knows it.
        name: What the model is called in a message.

    Raises:
        StudyError: "bad-model", by name, if the file is gone or was changed.
    """
    try:
        digest = sha256_of(path)
    except OSError as error:
        raise StudyError("bad-model", f"The file of {name} is missing or cannot be read.") from error
    if digest != sha256:
        raise StudyError("bad-model", f"The file of {name} was changed or is damaged: its hash is not the known one.")
    return path
