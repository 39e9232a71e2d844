"""Splitting: which approved cases train and which validate, drawn once by patient, sticky for ever."""

from fets_desktop.app.bus import FactsBus
from fets_desktop.app.choices import Choices
from fets_desktop.store.workspace import Workspace
from fets_desktop.study.case import Stage
from fets_desktop.study.errors import StudyError
from fets_desktop.study.facts import SplitChanged
from fets_desktop.study.split import Split, draw_split


class Splitting:
    """Draws and shows the split."""

    def __init__(self, workspace: Workspace, bus: FactsBus, choices: Choices) -> None:
        self._workspace = workspace
        self._bus = bus
        self._choices = choices

    def current(self) -> Split | None:
        """Return the split in force, None if none was drawn."""
        return self._workspace.split()

    def draw(self, fraction: float | None = None, seed: int | None = None) -> Split:
        """Draw the split of all approved cases.

        Cases that have a side keep it for ever, also while they are reviewed again or excluded.

        Raises:
            StudyError: "too-few-cases" if no case is approved, "wrong-usage" if the fraction makes no sense.
        """
        kept = self.current()
        sided = {*kept.train, *kept.validation} if kept else set()
        cases = self._workspace.cases()
        if not any(case.stage is Stage.APPROVED for case in cases):
            raise StudyError("too-few-cases", "No case is approved yet.")
        patients = {case.id: case.patient for case in cases if case.stage is Stage.APPROVED or case.id in sided}
        share = self._choices.get("split.fraction") if fraction is None else fraction
        draw = self._choices.get("split.seed") if seed is None else seed
        try:
            split = draw_split(patients, share, draw, kept)
        except ValueError as error:
            raise StudyError("wrong-usage", str(error)) from error
        with self._workspace.change(
            "person",
            "split drawn",
            "split",
            {"train": len(split.train), "validation": len(split.validation), "seed": draw},
        ) as change:
            change.put_split(split)
        self._bus.publish(SplitChanged())
        return split
