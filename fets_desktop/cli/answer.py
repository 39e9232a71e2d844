"""What a verb answers: plain values for machines, lines for people, and each thing that was refused with its reason."""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import Any

from fets_desktop.app.job_board import JobView
from fets_desktop.study.errors import ERRORS, ErrorKind, StudyError

DONE, SOME, BUG, STOPPED = 0, 1, 70, 130
"""Exit statuses that are no error's own; 130 is the shells' word for Ctrl-C."""

BUG_ADVICE = "This is a fault of the program. The workspace's log (logs/fets-desktop.log) names the place."


@dataclass(frozen=True)
class Refusal:
    """One thing that was not done.

    Attributes:
        name: A case, file or series under its neutral name; "" for the whole command.
        code: The error's code; "bug" for a fault of the program.
        title: What happened.
        detail: Why.
        advice: What to do.
        status: The exit status if nothing else was done.
    """

    name: str
    code: str
    title: str
    detail: str
    advice: str
    status: int

    @staticmethod
    def of(error: StudyError, name: str = "") -> "Refusal":
        """Return a known error as a refusal."""
        return Refusal(name, error.code, error.text.title, error.detail, error.text.advice, int(error.text.kind))

    @staticmethod
    def of_fault(title: str, detail: str, advice: str, name: str) -> "Refusal":
        """Return what an import could not use as a refusal."""
        code = next((text.code for text in ERRORS.values() if text.title == title), "")
        return Refusal(name, code, title, detail, advice, int(ErrorKind.INPUT))

    @staticmethod
    def bug(detail: str, name: str = "") -> "Refusal":
        """Return a fault of the program as a refusal."""
        return Refusal(name, "bug", "Something unexpected happened", detail, BUG_ADVICE, BUG)

    @property
    def message(self) -> str:
        """What, why and what to do in one line."""
        parts = (self.title, self.detail, self.advice)
        words = " ".join(part if part.endswith((".", "?", "!")) else f"{part}." for part in parts if part)
        return f"{self.name}: {words}" if self.name else words

    @property
    def plain(self) -> dict[str, str]:
        """As JSON values."""
        return {"name": self.name, "code": self.code, "title": self.title, "detail": self.detail, "advice": self.advice}


STOP = Refusal("", "stopped", "Stopped", "", "The same command again goes on from here.", STOPPED)
"""What is said when a person ends a command."""


@dataclass
class Answer:
    """What a verb did.

    Attributes:
        plain: The JSON object.
        lines: The same in words.
        refusals: What was not done.
        done: How many things were done, or were done before.
    """

    plain: dict[str, Any] = field(default_factory=dict)
    lines: list[str] = field(default_factory=list)
    refusals: list[Refusal] = field(default_factory=list)
    done: int = 0

    @contextmanager
    def trying(self, name: str) -> Iterator[None]:
        """Note a known error as a refusal of `name` and go on."""
        try:
            yield
        except StudyError as error:
            self.refusals.append(Refusal.of(error, name))

    def judge(self, view: JobView, error: StudyError | None, name: str) -> bool:
        """Return whether a job was done; note why if it was not."""
        if view.state == "done":
            self.done += 1
            return True
        if error is not None:
            self.refusals.append(Refusal.of(error, name))
        else:
            self.refusals.append(Refusal.bug(view.error or f"The job was {view.state}.", name))
        return False

    @property
    def status(self) -> int:
        """The exit status: a bug outweighs all, then some done and some refused, then the first refusal's own."""
        if not self.refusals:
            return DONE
        if any(refusal.status == BUG for refusal in self.refusals):
            return BUG
        return SOME if self.done else self.refusals[0].status


def table(heads: Sequence[str], rows: Sequence[Sequence[object]]) -> list[str]:
    """Return lines with aligned columns; nothing for no rows."""
    if not rows:
        return []
    cells = [[str(head) for head in heads], *([str(cell) for cell in row] for row in rows)]
    widths = [max(len(line[column]) for line in cells) for column in range(len(heads))]
    return ["  ".join(cell.ljust(width) for cell, width in zip(line, widths, strict=True)).rstrip() for line in cells]
