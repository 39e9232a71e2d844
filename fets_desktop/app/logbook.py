"""The log: what the program did, without who it did it for. Paths, names and ids of patients never reach the file."""

import logging
import re
from logging.handlers import RotatingFileHandler
from pathlib import Path

from fets_desktop.imaging.disk import known_disk_errors

_PATH = re.compile(r"(?:[A-Za-z]:)?(?:[\\/][^\s\\/:'\",)]+(?: [^\s\\/:'\",)]+)*){2,}[\\/]?")
_PERSON_NAME = re.compile(r"\b[^\W\d_]+(?:\^[^\W\d_]*)+")
_LONG_NUMBER = re.compile(r"(?<![\w.])\d{6,}(?![\w.])")
_UID = re.compile(r"\b\d+(?:\.\d+){4,}\b")


def scrub(text: str) -> str:
    """Replace what could name a patient: folder paths, DICOM person names (A^B), UIDs and long numbers."""
    for pattern, word in ((_PERSON_NAME, "<name>"), (_UID, "<uid>"), (_PATH, "<path>"), (_LONG_NUMBER, "<number>")):
        text = pattern.sub(word, text)
    return text


class _Scrubbing(logging.Formatter):
    """Formats a record, its traceback included, and scrubs the whole text."""

    def format(self, record: logging.LogRecord) -> str:
        return scrub(super().format(record))


class Logbook:
    """The open log of one workspace; closing it takes it off the program's logger."""

    def __init__(self, handler: logging.Handler) -> None:
        self._handler = handler

    def close(self) -> None:
        """Write out and let go of the file."""
        logging.getLogger("fets_desktop").removeHandler(self._handler)
        self._handler.close()


def open_logbook(folder: Path) -> Logbook:
    """Log the program's own messages below `folder`, five files of 1 MB, scrubbed."""
    with known_disk_errors():
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        handler = RotatingFileHandler(folder / "fets-desktop.log", maxBytes=1 << 20, backupCount=4, encoding="utf-8")
    handler.setFormatter(_Scrubbing("%(asctime)s %(levelname)s %(name)s: %(message)s"))
    own = logging.getLogger("fets_desktop")
    own.setLevel(logging.INFO)
    own.addHandler(handler)
    return Logbook(handler)
