"""Making a model small and quick anew: asked for in a dialog, with its progress, and what the gate answered."""

from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from fets_desktop.app.gate_words import gate_in_words, gate_of
from fets_desktop.app.hall import Hall
from fets_desktop.app.job_board import JobView
from fets_desktop.study.split import Split
from fets_desktop.ui.sentences import said
from fets_desktop.ui.widgets.judge_dialog import JudgeDialog
from fets_desktop.ui.widgets.parts import clear
from fets_desktop.ui.widgets.progress_row import ProgressRow
from fets_desktop.ui.words import translate


class QuantizeDialog(JudgeDialog):
    """Asks on which cases a model is made small.

    Args:
        name: What the model is called.
        split: Of the workspace, None if none was drawn.
        parent: The screen.
    """

    def __init__(self, name: str, split: Split | None, parent: QWidget) -> None:
        words = translate(
            "It will calculate in 8 bits: several times as quick, in a fraction of the memory. Some labelled cases set "
            "its ranges, on the others its Dice is compared with that in 32 bits. If it loses too much, the new model "
            "stays in 32 bits. The model itself is left as it is."
        )
        title = translate("Make {name} small and quick", name=name)
        super().__init__(title, words, split, parent, second_try=True)


class Quantizations(QWidget):
    """Shows the quantization at work, and says once what came of one that ended.

    Args:
        hall: Runs them.
    """

    told = Signal(str, str)
    """What the gate answered, and the new model's id."""
    why_wanted = Signal(str)

    def __init__(self, hall: Hall) -> None:
        super().__init__()
        self._hall = hall
        self._told = {job.id for job in self._jobs() if job.state == "done"}
        self._row: tuple[str, ProgressRow] | None = None
        self._rows = QVBoxLayout(self)
        self._rows.setContentsMargins(0, 0, 0, 0)

    def start(self, model: str, folder: Path | None, *, control: bool) -> None:
        """Start one.

        Raises:
            StudyError: As `Quantizing.start`.
        """
        self._hall.quantizing.start(model, folder, control=control)

    def refresh(self) -> None:
        """Read the jobs again."""
        jobs = self._jobs()
        shown = [job for job in jobs if job.state in ("queued", "running")] or jobs[-1:]
        self._show(shown[0] if shown and shown[0].state != "done" else None)
        for job in jobs:
            if job.state == "done" and job.id not in self._told:
                self._told.add(job.id)
                made = self._hall.quantizing.result(job.id)
                self.told.emit(said(gate_in_words(gate_of(made["scores"]), passed=made["passed"])), made["model"])

    def _jobs(self) -> list[JobView]:
        return [job for job in self._hall.jobs.all() if job.task == "quantize"]

    def _show(self, job: JobView | None) -> None:
        self.setVisible(job is not None)
        if job and self._row and self._row[0] == job.id:
            self._row[1].show_job(job)
            return
        clear(self._rows)
        self._row = (job.id, ProgressRow(job)) if job else None
        if self._row:
            self._row[1].cancel_wanted.connect(self._hall.jobs.cancel)
            self._row[1].why_wanted.connect(self.why_wanted)
            self._rows.addWidget(self._row[1])
