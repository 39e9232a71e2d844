"""The line that takes a federation's best round into the registry, and the question on which cases INT8 is judged."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QWidget

from fets_desktop.app.federation.publishing import TASK, Chosen
from fets_desktop.app.hall import Hall
from fets_desktop.study.errors import StudyError
from fets_desktop.study.split import Split
from fets_desktop.ui.sentences import said
from fets_desktop.ui.widgets.file_dialog import file_dialog
from fets_desktop.ui.widgets.judge_dialog import JudgeDialog
from fets_desktop.ui.widgets.parts import Card, button, label, row
from fets_desktop.ui.words import translate

_LIVE = ("queued", "running")


class PublishDialog(JudgeDialog):
    """Asks on which labelled cases the model is made small and judged.

    Args:
        chosen: The round.
        split: Of the workspace, None if none was drawn.
        parent: The screen.
    """

    def __init__(self, chosen: Chosen, split: Split | None, parent: QWidget) -> None:
        words = translate(
            "The model joins the others under Models, and Segment offers it; which model proposes does not change. It "
            "is made small and quick first: some labelled cases set its ranges, on the others its Dice is compared "
            "with that in 32 bits. If it loses too much, it is kept in 32 bits."
        )
        title = translate("Take the model of round {n} over", n=chosen.number)
        super().__init__(title, words, split, parent, second_try=False)


class PublishLine(Card):
    """Says which round is the best so far, takes it into the registry, and then where it is.

    Args:
        hall: Publishes.
    """

    failed = Signal(StudyError)
    models_wanted = Signal(str)
    """Models is wanted, with this one shown."""

    def __init__(self, hall: Hall) -> None:
        super().__init__()
        self._hall = hall
        self._chosen: Chosen | None = None
        self.words = label("", wrap=True)
        self.button = button(self.tr("Take it over…"), self.ask, "folder-down", "primary")
        self.models_button = button(self.tr("Show it under Models"), self._want_models, "box")
        line = QHBoxLayout()
        line.addWidget(self.words, 1)
        line.addWidget(row(self.button, self.models_button))
        self.body.addLayout(line)
        self.hide()

    def show_best(self, choose: Callable[[], Chosen]) -> None:
        """Show the round that `choose` returns; nothing while there is none."""
        try:
            self._chosen = choose()
        except StudyError as error:
            if error.code != "federation-round":
                raise
            self._chosen = None
        self.setVisible(self._chosen is not None)
        if self._chosen is not None:
            self._show(self._chosen)

    def _show(self, chosen: Chosen) -> None:
        there = self._hall.publishing.published(chosen)
        busy = any(job.task == TASK and job.state in _LIVE for job in self._hall.jobs.all())
        self.models_button.setVisible(there is not None)
        self.button.setVisible(there is None)
        self.button.setEnabled(not busy)
        best = self.tr("The model with {n} rounds behind it is the best so far, by {why}.")
        if chosen.number == 1:
            best = self.tr("The model with {n} round behind it is the best so far, by {why}.")
        words = best.format(n=chosen.number, why=said(chosen.why))
        if there is not None:
            told = self.tr("{words} It is here as {model}, and Segment offers it.")
            if there.card.precision == "f32":
                told = self.tr(
                    "{words} In 8 bits it lost too much: it is here in 32, as {model}, and Segment offers it."
                )
            words = told.format(words=words, model=there.id)
        elif busy:
            words = self.tr("{words} It is being made small and judged.").format(words=words)
        self.words.setText(words)

    def _want_models(self) -> None:
        if self._chosen is not None and (there := self._hall.publishing.published(self._chosen)):
            self.models_wanted.emit(there.id)

    def ask(self) -> None:
        """Ask on which cases, and begin."""
        if self._chosen is None:
            return
        dialog = PublishDialog(self._chosen, self._hall.splitting.current(), self)
        dialog.own_wanted.connect(lambda _: self.publish(None))
        dialog.folder_wanted.connect(self._ask_folder)
        dialog.open()

    def _ask_folder(self, _: bool) -> None:
        dialog = file_dialog(self, self.tr("A folder of labelled cases"), QFileDialog.FileMode.Directory)
        dialog.fileSelected.connect(lambda path: self.publish(Path(path)))
        dialog.open()

    def publish(self, cases: Path | None) -> None:
        """Begin."""
        if self._chosen is None:
            return
        try:
            self._hall.publishing.start(self._chosen, cases)
        except StudyError as error:
            self.failed.emit(error)
            return
        self._show(self._chosen)
