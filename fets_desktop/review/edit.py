"""Edits as the journal tells them: done, undone, done again."""

from dataclasses import dataclass
from enum import StrEnum

from fets_desktop.review.patch import Patch


class EditKind(StrEnum):
    """What happened to a patch."""

    EDIT = "edit"
    UNDO = "undo"
    REDO = "redo"


@dataclass(frozen=True)
class Edit:
    """One line of the journal.

    Attributes:
        kind: Whether the patch was made, undone or done again.
        number: The patch's running number in its session.
        patch: The patch itself, also on an undo: the edit may have been saved with a version before this journal began.
    """

    kind: EditKind
    number: int
    patch: Patch

    def to_line(self) -> bytes:
        """Return the journal line: version, kind, number, patch."""
        return f"1 {self.kind} {self.number} ".encode() + self.patch.to_bytes()

    @staticmethod
    def from_line(line: bytes) -> "Edit":
        """Read a journal line.

        Raises:
            ValueError: If it is no line of a version this program knows.
        """
        parts = line.split(b" ", 3)
        if len(parts) != 4 or parts[0] != b"1":
            raise ValueError("this is no line of an edit journal, or one of another version")
        return Edit(EditKind(parts[1].decode()), int(parts[2]), Patch.from_bytes(parts[3]))
