"""The models that ship with the program: the starter, and candidates that are taken in when somebody asks for them."""

from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from fets_desktop.store.hashing import sha256_of
from fets_desktop.study.errors import StudyError
from fets_desktop.study.model import ModelCard
from fets_desktop.study.modelfile import read_card
from fets_desktop.study.resources import resource

SUFFIX = ".fetsmodel"
STARTER = "starter"


@dataclass(frozen=True)
class ShippedModel:
    """A model that ships and is not in this workspace's registry yet.

    Attributes:
        name: By which it is asked for.
        card: What it is.
        file: Where it lies.
    """

    name: str
    card: ModelCard
    file: Path


def shipped() -> dict[str, Path]:
    """Return the model files that ship, by name; none where the installation lacks them."""
    try:
        beside = resource("models", f"{STARTER}{SUFFIX}").parent
    except StudyError:
        return {}
    return {path.stem: path for path in sorted(beside.glob(f"{STARTER}*{SUFFIX}"))}


def hash_of(file: Path) -> str:
    """Return the hash of a file that ships in hexadecimal digits; read once, for tens of MB do not change under us."""
    told = file.stat()
    return _hash(file, told.st_size, told.st_mtime_ns)


@lru_cache
def _hash(file: Path, _size: int, _changed_ns: int) -> str:
    return sha256_of(file)


def is_shipped(digest: str) -> bool:
    """Tell by its hash whether a model file is one of those that ship."""
    return any(hash_of(file) == digest for file in shipped().values())


def card_of(file: Path) -> ModelCard | None:
    """Return the card of a model that ships; None of a damaged one, which must not keep anybody from the others."""
    try:
        return read_card(file)
    except StudyError:
        return None
