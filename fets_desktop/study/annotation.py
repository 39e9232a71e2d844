"""Annotations: immutable versions of a case's label map."""

from dataclasses import dataclass, field

FETS_FOLDER = "FeTS folder"
"""The author of what came with a case in FeTS's own folders: labels, and the positions of its scans."""


@dataclass(frozen=True)
class Annotation:
    """One version of a case's label map in atlas space.

    Attributes:
        id: Identifier within the workspace: the case's name and a running number ("P-4K2M/3").
        case: The case.
        number: 1 for the first version of the case.
        author: A person's name, or "model starter@0123abcd", or "import".
        parent: The version it was edited from; None for a first version.
        sha256: The stored label map.
        scheme: Name of the label scheme.
        created: ISO time, UTC.
        volumes_ml: Volume by region, keys ET, TC, WT.
        edits: Edits since the parent.
        minutes: Time spent on it by a person.
        approved_by: Reviewer who signed it off, "" if none.
        approved_at: ISO time of the sign-off, "" if none.
        note: The author's words.
        approved_reason: Why the reviewer signed it in spite of the check-list's remarks, "" if there were none.
    """

    id: str
    case: str
    number: int
    author: str
    parent: str | None
    sha256: str
    scheme: str
    created: str
    volumes_ml: dict[str, float] = field(default_factory=dict)
    edits: int = 0
    minutes: float = 0.0
    approved_by: str = ""
    approved_at: str = ""
    note: str = ""
    approved_reason: str = ""


@dataclass(frozen=True)
class BlindReading:
    """A second reader at work on a case, who is not to see what others drew.

    Attributes:
        case: The case.
        reader: Their name.
        start: The version they began from, "" for an empty label map.
        since: ISO time, UTC.
    """

    case: str
    reader: str
    start: str
    since: str
