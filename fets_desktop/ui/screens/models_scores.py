"""Scores: a model, and another beside it, on this workspace's validation cases or a folder; worst cases first."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

from PySide6.QtCore import QModelIndex, QSortFilterProxyModel, Qt, Signal
from PySide6.QtWidgets import (
    QComboBox,
    QFileDialog,
    QGridLayout,
    QHBoxLayout,
    QHeaderView,
    QScrollArea,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from fets_desktop.app.evaluating import Evaluation
from fets_desktop.app.hall import Hall
from fets_desktop.app.job_board import JobView
from fets_desktop.app.models import STARTER
from fets_desktop.app.score_table import write_csv, write_json
from fets_desktop.study.errors import ERRORS, StudyError
from fets_desktop.study.labels import SCHEMES
from fets_desktop.ui.score_rows import CASE, DIFFERENCE, LAST, OTHER, WIDTHS, ScoreTable, lines_of
from fets_desktop.ui.screens.models_verdict import Verdict
from fets_desktop.ui.widgets.delegates import SORT_ROLE
from fets_desktop.ui.widgets.notice import Notice
from fets_desktop.ui.widgets.parts import Card, button, clear, framed, label, row, set_words
from fets_desktop.ui.widgets.progress_row import ProgressRow
from fets_desktop.ui.widgets.table import Table
from fets_desktop.ui.words import count

_SIDE_WIDTH = 384
_FEW = 3
_CSV, _JSON = "CSV (*.csv)", "JSON (*.json)"


class ScoresPage(QWidget):
    """Chooses what is scored, shows how it goes and what was found.

    Args:
        hall: The use cases.
    """

    back = Signal()
    case_wanted = Signal(str)
    failed = Signal(object)
    why_wanted = Signal(object)

    def __init__(self, hall: Hall) -> None:
        super().__init__()
        self.hall = hall
        self.first, self.second, self.scheme = QComboBox(), QComboBox(), QComboBox()
        self.own_button = button(self.tr("Score"), self._start_own, "play", "primary")
        self.folder_button = button(self.tr("Score on a folder…"), self._ask_folder, "folder-open")
        self.export_button = button(self.tr("Save the scores…"), self._ask_file, "folder-output")
        self.notice = Notice()
        self.table_model = ScoreTable(self)
        self._sorted = QSortFilterProxyModel(self)
        self._sorted.setSourceModel(self.table_model)
        self._sorted.setSortRole(SORT_ROLE)
        self.table = Table(self.tr("Scores, worst first"), self._sorted)
        self.verdict = Verdict()
        self._job = ""
        self._job_row: ProgressRow | None = None
        self._shown: Evaluation | None = None
        self._lay_out()
        self.table.setSortingEnabled(True)
        self.table.horizontalHeader().setSortIndicator(-1, Qt.SortOrder.AscendingOrder)
        self.table.opened.connect(self._open_row)
        self.table.clicked.connect(lambda index: self._open_row(index) if index.column() == CASE else None)
        self.verdict.case_wanted.connect(self._open_case)

    def _lay_out(self) -> None:
        for combo, name in ((self.first, self.tr("Model")), (self.second, self.tr("Compared with"))):
            combo.setAccessibleName(name)
            combo.setMinimumWidth(170)
        self.scheme.setAccessibleName(self.tr("What the folder's labels mean"))
        self.scheme.addItem(self.tr("Labels: as the files tell"), "")
        for scheme in SCHEMES.values():
            self.scheme.addItem(scheme.title, scheme.name)
        self.scheme.setMinimumContentsLength(22)
        choice = Card(self.tr("Score models on labelled cases"))
        choice.top.insertWidget(0, button(self.tr("Models"), self.back.emit, "chevron-left", "link"))
        grid = QGridLayout()
        grid.setHorizontalSpacing(10)
        models = row(self.first, label(self.tr("beside"), "muted"), self.second, self.own_button, 1)
        grid.addWidget(models, 0, 0)
        grid.addWidget(row(self.scheme, self.folder_button, 1, self.export_button), 1, 0)
        choice.body.addLayout(grid)
        self._rows = QVBoxLayout()
        choice.body.addLayout(self._rows)
        # as long as there is nothing below it, it must not grow into the room
        choice.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Maximum)
        self._cases = Card(self.tr("Cases, worst first"))
        self._cases.body.addWidget(self.table, 1)
        side = framed("page")
        column = QVBoxLayout(side)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.verdict)
        scroll = QScrollArea()
        scroll.setWidgetResizable(True)
        scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        scroll.setWidget(side)
        scroll.setFixedWidth(_SIDE_WIDTH)
        self._found = QWidget()
        line = QHBoxLayout(self._found)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(14)
        line.addWidget(self._cases, 1)
        line.addWidget(scroll)
        self._nothing = label(
            self.tr(
                "Nothing has been scored yet. Score a model on the approved validation cases of this workspace, "
                "which no training here has seen, or on a folder of BraTS-named cases with labels."
            ),
            "muted",
            wrap=True,
        )
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(14)
        whole.addWidget(choice)
        whole.addWidget(self.notice)
        whole.addWidget(self._nothing)
        whole.addWidget(self._found, 1)
        whole.addStretch(0)

    def open_model(self, name: str) -> None:
        """Choose a model to score, and the starter beside it; beside the starter, the newest other model."""
        self.refresh()
        self.first.setCurrentIndex(max(self.first.findData(name), 0))
        others = [model for model in self.hall.models.all() if model.id != name]
        beside = [model for model in others if model.card.name == STARTER] or others
        self.second.setCurrentIndex(max(self.second.findData(beside[-1].id), 0) if beside else 0)

    def refresh(self) -> None:
        """Read models, cases, jobs and scores again."""
        self._fill(self.first, [])
        self._fill(self.second, [(self.tr("no other model"), "")])
        cases = len(self.hall.evaluating.own_cases())
        jobs = [job for job in self.hall.jobs.all() if job.task == "evaluate"]
        running = any(job.state in ("queued", "running") for job in jobs)
        words = count(cases, "Score on {n} validation case", "Score on {n} validation cases")
        set_words(self.own_button, words if cases else self.tr("Score on validation cases"))
        self.own_button.setEnabled(bool(cases) and not running)
        self.own_button.setToolTip("" if cases else self.tr("No approved case is on the validation side of the split."))
        self.folder_button.setEnabled(not running)
        self._show_job(jobs[-1] if jobs else None)
        self._show(self.hall.evaluating.latest)

    def _fill(self, combo: QComboBox, extra: list[tuple[str, str]]) -> None:
        chosen = combo.currentData()
        combo.blockSignals(True)
        combo.clear()
        for text, key in extra:
            combo.addItem(text, key)
        for model in reversed(self.hall.models.all()):
            combo.addItem(f"{model.card.name} {model.card.version}", model.id)
        combo.setCurrentIndex(max(combo.findData(chosen), 0))
        combo.blockSignals(False)

    def _show_job(self, job: JobView | None) -> None:
        shown = job if job and job.state != "done" else None
        if (shown.id if shown else "") == self._job:
            if shown and self._job_row:
                self._job_row.show_job(shown)
            return
        clear(self._rows)
        self._job, self._job_row = (shown.id, ProgressRow(shown)) if shown else ("", None)
        if self._job_row:
            self._job_row.cancel_wanted.connect(self.hall.jobs.cancel)
            self._job_row.why_wanted.connect(self._ask_why)
            self._rows.addWidget(self._job_row)

    def _ask_why(self, job: str) -> None:
        self.why_wanted.emit(self.hall.jobs.view(job))

    def _show(self, evaluation: Evaluation | None) -> None:
        scored = evaluation is not None and bool(evaluation.models[0]["cases"])
        self._found.setVisible(scored)
        self._nothing.setVisible(not scored)
        self.export_button.setEnabled(scored)
        if evaluation is None or evaluation is self._shown:
            return
        self._shown = evaluation
        self.table_model.show_lines(lines_of(evaluation), opens=evaluation.own)
        for column in (OTHER, DIFFERENCE):
            self.table.setColumnHidden(column, len(evaluation.models) < 2)
        self.table.set_widths(WIDTHS, LAST)
        # none is stretched: in a narrow window that one would be squeezed to nothing
        self.table.horizontalHeader().setSectionResizeMode(LAST, QHeaderView.ResizeMode.Interactive)
        self.table.setColumnWidth(LAST, WIDTHS[LAST])
        self.verdict.show_evaluation(evaluation)
        self._tell_what_is_wrong(evaluation.models[0])

    def _tell_what_is_wrong(self, model: dict[str, Any]) -> None:
        """Name the cases that were not scored, and those whose images look wrong."""
        refused = [f"{one['case']}: {ERRORS[one['code']].title}. {one['detail']}" for one in model["refused"]]
        remarks = [f"{row['case']}: {words}" for row in model["cases"] for words in row.get("remarks", ())]
        parts = [self.tr("Not scored: {cases}").format(cases=self._few(refused))] if refused else []
        parts += [self.tr("To look at: {cases}").format(cases=self._few(remarks))] if remarks else []
        self.notice.say("\n".join(parts))

    def _few(self, texts: list[str]) -> str:
        more = [self.tr("and {n} more").format(n=len(texts) - _FEW)] if len(texts) > _FEW else []
        return " ".join(texts[:_FEW] + more)

    def _models(self) -> list[str]:
        return [name for name in (self.first.currentData(), self.second.currentData()) if name]

    def _start_own(self) -> None:
        self._trying(lambda: self.hall.evaluating.start_own(self._models()))

    def start_folder(self, folder: str) -> None:
        """Score on a folder of labelled cases."""
        scheme = str(self.scheme.currentData())
        self._trying(lambda: self.hall.evaluating.start_folder(self._models(), Path(folder), scheme))

    def _trying(self, work: Callable[[], object]) -> None:
        try:
            work()
        except StudyError as error:
            self.failed.emit(error)
        self.refresh()

    def _ask_folder(self) -> None:
        dialog = QFileDialog(self, self.tr("A folder of labelled cases"))
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.setFileMode(QFileDialog.FileMode.Directory)
        dialog.fileSelected.connect(self.start_folder)
        dialog.open()

    def _ask_file(self) -> None:
        dialog = QFileDialog(self, self.tr("Save the scores"))
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setNameFilters([_CSV, _JSON])
        dialog.setDefaultSuffix("csv")
        dialog.filterSelected.connect(lambda kind: dialog.setDefaultSuffix("json" if kind == _JSON else "csv"))
        dialog.selectFile("scores.csv")
        dialog.fileSelected.connect(self.save)
        dialog.open()

    def save(self, path: str) -> None:
        """Write the scores as CSV, or as JSON where the name ends so."""
        found, file = self._shown, Path(path)
        if found is None:
            return
        as_json = file.suffix.lower() == ".json"
        self._trying(lambda: write_json(found.models, found.paired, file) if as_json else write_csv(found.models, file))

    def _open_row(self, index: QModelIndex) -> None:
        self._open_case(self.table_model.line(self._sorted.mapToSource(index).row()).case)

    def _open_case(self, case: str) -> None:
        if self._shown is not None and self._shown.own:
            self.case_wanted.emit(case)

    def tint(self) -> None:
        """Take the present theme's colours."""
        self.verdict.tint()
