"""What a step found out about its own work, for a person to look at."""

from dataclasses import dataclass, field
from enum import StrEnum


class Grade(StrEnum):
    """How much a person should worry."""

    OK = "ok"
    LOOK = "look"
    BAD = "bad"


@dataclass(frozen=True)
class Finding:
    """One step's result in words and numbers.

    Attributes:
        step: The step's stable name.
        title: The step in a person's words.
        grade: ok / look / bad, by thresholds that the text states.
        text: What was found, in words.
        numbers: Measured values with their unit in the name.
        seconds: Wall time the step took; 0 if it was skipped because it was done before.
        picture: File name of its picture, "" if none.
        limits: By a number's name, from where to where it is fine, in words; numbers without a limit grade nothing.
    """

    step: str
    title: str
    grade: Grade
    text: str = ""
    numbers: dict[str, float] = field(default_factory=dict)
    seconds: float = 0.0
    picture: str = ""
    limits: dict[str, str] = field(default_factory=dict)

    @property
    def told(self) -> str:
        """Title and text in one line."""
        return f"{self.title}: {self.text}" if self.text else self.title
