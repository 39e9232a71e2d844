"""What the store keeps beside the study's own words: stored files, products, models, jobs, audit rows."""

from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from fets_desktop.study.model import ModelCard


@dataclass(frozen=True)
class StoredFile:
    """A file that will never change again.

    Attributes:
        sha256: Its content's hash, which is also its name.
        path: Where it lies.
        bytes: Its size.
    """

    sha256: str
    path: Path
    bytes: int

    @property
    def suffix(self) -> str:
        """What follows the hash in its name, for example ".nii.gz"."""
        return self.path.name.removeprefix(self.sha256)


@dataclass(frozen=True)
class Product:
    """A stored file of a case under a name, for example "prepared/T1Gd".

    Attributes:
        name: The name within the case.
        sha256: The file's hash.
        path: Where the file lies.
        details: What its maker noted about it.
    """

    name: str
    sha256: str
    path: Path
    details: dict[str, Any] = field(default_factory=dict)


@dataclass(frozen=True)
class StoredModel:
    """A model of the registry.

    Attributes:
        id: Name and the first eight digits of the hash ("starter@0123abcd").
        card: What it is and how it scores.
        sha256: The model file's hash.
        path: Where the model file lies.
        current: Whether it is the one that proposes.
        created: ISO time of its registration, UTC.
        origin: How it came here: "shipped", "made here", "imported"; "" in records of before that was noted.
        signer: Fingerprint of who signed it, "" if nobody did.
        retired: Whether it is out of use; it stays, for what it proposed refers to it.
    """

    id: str
    card: ModelCard
    sha256: str
    path: Path
    current: bool
    created: str
    origin: str = ""
    signer: str = ""
    retired: bool = False


@dataclass(frozen=True)
class Signer:
    """Somebody whose models are taken in.

    Attributes:
        fingerprint: Of the public key.
        name: What a person calls them.
        since: ISO time, UTC.
    """

    fingerprint: str
    name: str
    since: str


@dataclass(frozen=True)
class JobRecord:
    """A job as it is remembered.

    Attributes:
        id: Identifier.
        task: Which kind of work.
        title: In a person's words.
        case: The case it works on, "" if none or several.
        state: queued, running, done, failed or cancelled.
        arguments: What the worker gets; free of patient data.
        created: ISO time, UTC.
        ended: ISO time, UTC, "" until it ended.
        error: What went wrong, "" if nothing.
    """

    id: str
    task: str
    title: str
    case: str
    state: str
    arguments: dict[str, Any]
    created: str
    ended: str
    error: str


@dataclass(frozen=True)
class AuditRow:
    """Who did what, when; each row holds the hash of the one before.

    Attributes:
        number: 1 for the first row, without gaps.
        time: ISO time, UTC.
        actor: A person's name, "person" or "program".
        action: What was done, in words.
        subject: What it was done to: a case, a version, a model, a setting.
        details: More about it; free of patient data.
        previous: Hash of the row before, "" for the first.
        hash: Hash of this row.
    """

    number: int
    time: str
    actor: str
    action: str
    subject: str
    details: dict[str, Any]
    previous: str
    hash: str


@dataclass(frozen=True)
class VerifyReport:
    """What a check of the whole workspace found.

    Attributes:
        ok: Whether there is no fault.
        checked: How many files, rows and records were looked at.
        faults: Each fault in words, free of patient data.
    """

    ok: bool
    checked: int
    faults: list[str]
