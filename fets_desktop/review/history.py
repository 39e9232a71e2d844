"""Undo and redo without limit but memory."""

from dataclasses import dataclass

from fets_desktop.review.patch import Patch

BUDGET_BYTES = 256 << 20
"""Memory the history may take before it forgets the oldest edits."""

KEPT_AT_LEAST = 20
"""Edits that are never forgotten, however large."""


@dataclass(frozen=True)
class Numbered:
    """An edit with its running number."""

    number: int
    patch: Patch


class History:
    """The edits done and undone, newest last.

    Args:
        budget_bytes: Memory for packed patches; the oldest are forgotten beyond it.
    """

    def __init__(self, budget_bytes: int = BUDGET_BYTES) -> None:
        self._budget = budget_bytes
        self._done: list[Numbered] = []
        self._undone: list[Numbered] = []
        self._bytes = 0
        self._last = 0

    @property
    def done(self) -> tuple[Numbered, ...]:
        """Edits that undo can take back, oldest first."""
        return tuple(self._done)

    @property
    def undone(self) -> tuple[Numbered, ...]:
        """Edits that redo can bring again; the last is the next."""
        return tuple(self._undone)

    @property
    def next_number(self) -> int:
        """The running number of the next new edit."""
        return self._last + 1

    @property
    def next_undo(self) -> Numbered | None:
        """What undo would take back."""
        return self._done[-1] if self._done else None

    @property
    def next_redo(self) -> Numbered | None:
        """What redo would bring again."""
        return self._undone[-1] if self._undone else None

    def push(self, edit: Numbered, forget: bool = True) -> None:
        """Add a new edit; what was undone before it is gone.

        Args:
            edit: The edit; its number becomes the last one used.
            forget: Whether the oldest may be forgotten to keep the budget.
        """
        self._bytes -= sum(gone.patch.size for gone in self._undone)
        self._undone.clear()
        self._done.append(edit)
        self._bytes += edit.patch.size
        self._last = max(self._last, edit.number)
        surplus = 0
        while forget and self._bytes > self._budget and len(self._done) - surplus > KEPT_AT_LEAST:
            self._bytes -= self._done[surplus].patch.size
            surplus += 1
        del self._done[:surplus]

    def step_back(self) -> Numbered:
        """Move the newest done edit to the undone ones and return it.

        Raises:
            IndexError: If there is none.
        """
        edit = self._done.pop()
        self._undone.append(edit)
        return edit

    def step_forward(self) -> Numbered:
        """Move the newest undone edit to the done ones and return it.

        Raises:
            IndexError: If there is none.
        """
        edit = self._undone.pop()
        self._done.append(edit)
        return edit

    def remember_undone(self, edit: Numbered) -> None:
        """Add an edit that was undone although this history never saw it done (it was saved before)."""
        self._undone.append(edit)
        self._bytes += edit.patch.size
        self._last = max(self._last, edit.number)
