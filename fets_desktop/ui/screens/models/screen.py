"""Models: the registry, each model's card, and training on this computer."""

from functools import partial
from pathlib import Path

from PySide6.QtCore import QEvent
from PySide6.QtWidgets import (
    QFileDialog,
    QHBoxLayout,
    QScrollArea,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from fets_desktop.app.hall import Hall
from fets_desktop.app.job_board import JobView
from fets_desktop.app.models import StoredModel
from fets_desktop.study.facts import TrainingEpoch
from fets_desktop.ui.screen import Screen
from fets_desktop.ui.screens.models.card import ModelView, signed_words
from fets_desktop.ui.screens.models.checked import words_of_check
from fets_desktop.ui.screens.models.files import ModelFiles
from fets_desktop.ui.screens.models.list import ModelList
from fets_desktop.ui.screens.models.quantizing import Quantizations, QuantizeDialog
from fets_desktop.ui.screens.models.scores import ScoresPage
from fets_desktop.ui.screens.models.training import TrainingCard
from fets_desktop.ui.widgets.file_dialog import file_dialog
from fets_desktop.ui.widgets.notice import Notice
from fets_desktop.ui.widgets.parts import Card, button, framed, row, set_words
from fets_desktop.ui.widgets.turning_row import TurningRow
from fets_desktop.ui.words import count

_SIDE_WIDTH = 290


class ModelsScreen(Screen):
    """Lists models, shows their cards, imports, exports, chooses and trains them."""

    def __init__(self, hall: Hall, parent: QWidget | None = None) -> None:
        super().__init__(hall, parent)
        self.list = ModelList()
        self.files = ModelFiles(hall, self)
        self.view = ModelView()
        self.training = TrainingCard()
        self.notice = Notice()
        self._told = {job.id for job in hall.jobs.all() if job.state in ("done", "failed")}
        """Jobs whose end was told."""
        self.current_button = button(self.tr("Let it propose"), self._make_current, "star", "primary")
        self.export_button = button(self.tr("Export…"), lambda: self.files.ask_export(self.current()), "folder-output")
        self.retire_button = button(self.tr("Retire"), self._retire, "box")
        self.check_button = button(self.tr("Check"), self._check, "shield-check")
        self.quantize_button = button(self.tr("Make small…"), self._ask_quantize, "cpu")
        self.quantizations = Quantizations(hall)
        self.scores_button = button(self.tr("Scores…"), self.show_scores, "ruler")
        self.scores = ScoresPage(hall)
        self._lay_out()
        self.scores.back.connect(self.show_models)
        self.scores.failed.connect(self.tell)
        self.scores.why_wanted.connect(self.tell_job)
        self.scores.case_wanted.connect(lambda case: self.go.emit("review", case))
        self.list.currentItemChanged.connect(self._show_current)
        self.files.signers_changed.connect(self.refresh)
        self.quantizations.told.connect(self._tell_gate)
        self.quantizations.why_wanted.connect(self._why)
        self.training.start_wanted.connect(self._train)
        self.training.split_wanted.connect(lambda: self.go.emit("split", ""))
        self.training.cancel_wanted.connect(hall.jobs.cancel)
        self.training.why_wanted.connect(self._why)
        self.facts.model_changed.connect(self.stale)
        self.facts.split_changed.connect(self.stale)
        self.facts.job_changed.connect(self.stale)

    def _lay_out(self) -> None:
        side = Card(self.tr("On this computer"))
        side.setFixedWidth(_SIDE_WIDTH)
        side.layout().setContentsMargins(6, 14, 6, 10)  # type: ignore[union-attr]
        side.top.setContentsMargins(10, 0, 10, 0)
        side.body.addWidget(self.list, 1)
        self._side = side
        often = row(self.current_button, self.scores_button, self.export_button)
        self.view.body.addWidget(
            TurningRow(often, row(self.quantize_button, self.check_button, self.retire_button, 1), shares=(0, 1))
        )
        self.view.body.addWidget(self.quantizations)
        page = framed("page")
        column = QVBoxLayout(page)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(14)
        column.addWidget(self.view)
        column.addWidget(self.training, 1)
        scroll = QScrollArea()
        scroll.setWidgetResizable(True)
        scroll.setWidget(page)
        registry = QWidget()
        line = QHBoxLayout(registry)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(14)
        line.addWidget(side)
        # above the part that scrolls: what is told must be seen by whoever looks at the curves below
        told = QVBoxLayout()
        told.setSpacing(14)
        told.addWidget(self.notice)
        told.addWidget(scroll, 1)
        line.addLayout(told, 1)
        self._pages = QStackedWidget()
        self._pages.addWidget(registry)
        self._pages.addWidget(self.scores)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(16, 14, 16, 14)
        whole.addWidget(self._pages)
        self.setFocusProxy(self.list)

    def show_scores(self) -> None:
        """Show how models score, with the shown model chosen."""
        self.scores.open_model(self.current())
        self._pages.setCurrentWidget(self.scores)

    def show_models(self) -> None:
        """Show the registry again."""
        self._pages.setCurrentIndex(0)

    def help_chapter(self) -> str:
        """Return the chapter on scores while they are shown."""
        return "Scores" if self._pages.currentWidget() is self.scores else ""

    def header_actions(self) -> QWidget:
        """Return the buttons that show whose models are taken in, and take a model in."""
        signers = button(self.tr("Trusted signers…"), self.files.show_signers, "users")
        ships = button(self.tr("Add a shipped model…"), self.files.show_shipped, "box")
        return row(signers, ships, button(self.tr("Import a model…"), self.files.ask_import, "file-plus"))

    def refresh(self) -> None:
        """Read models, split and jobs again."""
        models = self.hall.models.all()
        self.list.show_models(models)
        self._side.aside.setText(count(len(models), "{n} model", "{n} models"))
        current = self.hall.models.current()
        self.say(
            self.tr("{name} {n} proposes labels").format(name=current.card.name, n=current.card.version)
            if current
            else self.tr("No model has been chosen to propose labels")
        )
        self._show_current()
        self._tell_of_checks()
        self.quantizations.refresh()
        jobs = [job for job in self.hall.jobs.all() if job.task == "train"]
        self.training.show_job(jobs[-1] if jobs else None)
        self._point_to_new(jobs)
        self.scores.refresh()
        running = any(job.state in ("running", "queued") for job in jobs)
        current = self.hall.models.current()
        self.training.show_split(self.hall.splitting.current(), running, current.card.family if current else "")

    def _point_to_new(self, jobs: list[JobView]) -> None:
        """Say which model a training has made; it is easily overlooked in the list."""
        done = [job for job in jobs if job.state == "done" and job.id not in self._told]
        models = self.hall.models.all()
        if not done or not models:
            return
        self._told |= {job.id for job in done}
        new = max(models, key=lambda model: model.created)
        words = self.tr("The training has made a new model: {name} {n}. It proposes once you choose “Let it propose”.")
        show = button(self.tr("Show it"), lambda: self.open_case(new.id), "chevron-right", "link")
        told = words.format(name=new.card.name, n=new.card.version)
        self.notice.say(f"{told} {self.hall.training.stopped(done[-1].id)}".strip(), show)

    def _tell_of_checks(self) -> None:
        """Say once what came of checking a model, or of taking one in."""
        for job in self.hall.jobs.all():
            if job.task != "check_model" or job.id in self._told or job.state not in ("done", "failed"):
                continue
            self._told.add(job.id)
            if job.state == "failed":
                self.tell_job(job)
                continue
            new = self.hall.model_checks.imported(job.id)
            show = button(self.tr("Show it"), partial(self.open_case, new), "chevron-right", "link") if new else None
            self.notice.say(words_of_check(self.hall, job), show)

    def open_case(self, case: str) -> None:
        """Show one model's card: here a model's id stands for a case."""
        if self.list.choose(case):
            self.view.setFocus()

    def current(self) -> str:
        """Return the id of the model that is shown, "" if none."""
        return self.list.current()

    def add_epoch(self, fact: TrainingEpoch) -> None:
        """Add an epoch to the curves."""
        self.training.add_epoch(fact)

    def _show_current(self, *_: object) -> None:
        stored = next((model for model in self.hall.models.all() if model.id == self.current()), None)
        self.view.setVisible(stored is not None)
        if stored:
            name = self.hall.models.signing.name_of(stored.signer) if stored.signer else ""
            self.view.show_model(stored, signed_words(stored.origin, stored.signer, name))
            self.current_button.setEnabled(not stored.current and not stored.retired)
            self.current_button.setToolTip(self._why_not_proposing(stored))
            self.retire_button.setEnabled(not stored.current)
            self.retire_button.setToolTip(self.tr("Let another model propose first.") if stored.current else "")
            trainable = self.hall.models.weights(stored) is not None
            self.quantize_button.setEnabled(trainable)
            why = self.tr("The trainable weights of this model are not on this computer.")
            self.quantize_button.setToolTip("" if trainable else why)
            set_words(self.retire_button, self.tr("Bring back") if stored.retired else self.tr("Retire"))

    def _why_not_proposing(self, stored: StoredModel) -> str:
        if stored.current:
            return self.tr("It does so already.")
        return self.tr("Bring it back first.") if stored.retired else ""

    def _retire(self) -> None:
        with self.telling():
            model = self.hall.models.get(self.current())
            (self.hall.models.restore if model.retired else self.hall.models.retire)(model.id)

    def _ask_quantize(self) -> None:
        name = self.current()
        dialog = QuantizeDialog(name, self.hall.splitting.current(), self)
        dialog.own_wanted.connect(lambda control: self._quantize(name, None, control))
        dialog.folder_wanted.connect(lambda control: self._ask_cases(name, control))
        dialog.open()

    def _ask_cases(self, name: str, control: bool) -> None:
        dialog = file_dialog(self, self.tr("A folder of labelled cases"), QFileDialog.FileMode.Directory)
        dialog.fileSelected.connect(lambda path: self._quantize(name, Path(path), control))
        dialog.open()

    def _quantize(self, name: str, folder: Path | None, control: bool) -> None:
        with self.telling():
            self.quantizations.start(name, folder, control=control)

    def _tell_gate(self, words: str, model: str) -> None:
        show = button(self.tr("Show it"), partial(self.open_case, model), "chevron-right", "link")
        self.notice.say(self.tr("{name} was made. {gate}").format(name=model, gate=words), show)

    def _check(self) -> None:
        with self.telling():
            self.hall.model_checks.start([self.current()])

    def _make_current(self) -> None:
        with self.telling():
            self.hall.models.make_current(self.current())

    def _train(self, epochs: int, patience: int, family: str) -> None:
        with self.telling():
            self.hall.training.start(epochs, patience=patience, family=family)

    def _why(self, job: str) -> None:
        self.tell_job(next(view for view in self.hall.jobs.all() if view.id == job))

    def changeEvent(self, event: QEvent) -> None:
        """Tint the curves anew when the theme changes."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange and hasattr(self, "scores"):
            self.training.tint()
            self.scores.tint()
