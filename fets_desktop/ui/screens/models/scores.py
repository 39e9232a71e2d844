"""Scores: a model beside another, or a fusion beside its members, on labelled cases; worst cases first."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QModelIndex, QSortFilterProxyModel, Qt, Signal
from PySide6.QtWidgets import (
    QComboBox,
    QFileDialog,
    QHBoxLayout,
    QHeaderView,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from fets_desktop.app.evaluating import Evaluation
from fets_desktop.app.hall import Hall
from fets_desktop.app.job_board import JobView
from fets_desktop.app.score_table import write_csv, write_json
from fets_desktop.study.errors import ERRORS, StudyError
from fets_desktop.ui.score_rows import CASE, DIFFERENCE, LAST, OTHER, WIDTHS, ScoreTable, lines_of
from fets_desktop.ui.screens.models.verdict import Verdict, name_of
from fets_desktop.ui.screens.scores_choice import SCORING, ScoresChoice
from fets_desktop.ui.widgets.delegates import SORT_ROLE
from fets_desktop.ui.widgets.file_dialog import file_dialog
from fets_desktop.ui.widgets.notice import Notice
from fets_desktop.ui.widgets.parts import Card, button, clear, framed, label
from fets_desktop.ui.widgets.progress_row import ProgressRow
from fets_desktop.ui.widgets.table import Table

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
        self.choice = ScoresChoice(hall)
        self.rival = QComboBox()
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
        self.choice.back.connect(self.back)
        self.choice.own_wanted.connect(self._start_own)
        self.choice.folder_wanted.connect(self._ask_folder)
        self.rival.currentIndexChanged.connect(self._show_pair)
        self.table.setSortingEnabled(True)
        self.table.horizontalHeader().setSortIndicator(-1, Qt.SortOrder.AscendingOrder)
        self.table.opened.connect(self._open_row)
        self.table.clicked.connect(lambda index: self._open_row(index) if index.column() == CASE else None)
        self.verdict.case_wanted.connect(self._open_case)

    def _lay_out(self) -> None:
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
        self._found = self._findings()
        whole.addWidget(self.choice)
        whole.addWidget(self.notice)
        whole.addWidget(self._nothing)
        whole.addWidget(self._found, 1)
        whole.addStretch(0)

    def _findings(self) -> QWidget:
        """Return what shows the scores: the cases, and at their right what they say together."""
        cases = Card(self.tr("Cases, worst first"))
        self.rival.setAccessibleName(self.tr("Compared with"))
        self._rival_words = label(self.tr("Compared with"), "muted")
        cases.top.addWidget(self._rival_words)
        cases.top.addWidget(self.rival)
        cases.top.addWidget(self.export_button)
        cases.body.addWidget(self.table, 1)
        side = framed("page")
        column = QVBoxLayout(side)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.verdict)
        scroll = QScrollArea()
        scroll.setWidgetResizable(True)
        scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        scroll.setWidget(side)
        scroll.setFixedWidth(_SIDE_WIDTH)
        found = QWidget()
        line = QHBoxLayout(found)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(14)
        line.addWidget(cases, 1)
        line.addWidget(scroll)
        return found

    def open_model(self, name: str) -> None:
        """Choose a model to score, and the starter beside it; beside the starter, the newest other model."""
        self.refresh()
        self.choice.open_model(name)

    def refresh(self) -> None:
        """Read models, cases, jobs and scores again."""
        self.choice.refresh()
        jobs = [job for job in self.hall.jobs.all() if job.task == SCORING]
        self._show_job(jobs[-1] if jobs else None)
        self._show(self.hall.evaluating.latest)

    def _show_job(self, job: JobView | None) -> None:
        shown = job if job and job.state != "done" else None
        if (shown.id if shown else "") == self._job:
            if shown and self._job_row:
                self._job_row.show_job(shown)
            return
        clear(self.choice.rows)
        self._job, self._job_row = (shown.id, ProgressRow(shown)) if shown else ("", None)
        if self._job_row:
            self._job_row.cancel_wanted.connect(self.hall.jobs.cancel)
            self._job_row.why_wanted.connect(self._ask_why)
            self.choice.rows.addWidget(self._job_row)

    def _ask_why(self, job: str) -> None:
        self.why_wanted.emit(self.hall.jobs.view(job))

    def _show(self, evaluation: Evaluation | None) -> None:
        scored = evaluation is not None and bool(evaluation.head["cases"])
        self._found.setVisible(scored)
        self._nothing.setVisible(not scored)
        self.export_button.setEnabled(scored)
        if evaluation is None or evaluation is self._shown:
            return
        self._shown = evaluation
        pair = evaluation.beside()
        self._fill_rivals(evaluation, pair.models[-1]["model"])
        self.table.set_widths(WIDTHS, LAST)
        # none is stretched: in a narrow window that one would be squeezed to nothing
        self.table.horizontalHeader().setSectionResizeMode(LAST, QHeaderView.ResizeMode.Interactive)
        self.table.setColumnWidth(LAST, WIDTHS[LAST])
        self.verdict.show_members(evaluation)
        self._show_pair()
        self._tell_what_is_wrong(evaluation)

    def _fill_rivals(self, evaluation: Evaluation, chosen: str) -> None:
        """Offer with whom what is shown may be compared, where there are several."""
        self.rival.blockSignals(True)
        self.rival.clear()
        for model in evaluation.models:
            if model is not evaluation.head:
                self.rival.addItem(name_of(model), model["model"])
        self.rival.setCurrentIndex(self.rival.findData(chosen))
        self.rival.blockSignals(False)
        for widget in (self.rival, self._rival_words):
            widget.setVisible(self.rival.count() > 1)

    def _show_pair(self, *_: object) -> None:
        """Show the cases, and beside them the one that is chosen to compare with."""
        if self._shown is None:
            return
        pair = self._shown.beside(self.rival.currentData() or "")
        self.table_model.show_lines(lines_of(pair), opens=pair.own)
        for column in (OTHER, DIFFERENCE):
            self.table.setColumnHidden(column, len(pair.models) < 2)
        self.verdict.show_evaluation(pair)

    def _tell_what_is_wrong(self, evaluation: Evaluation) -> None:
        """Name what was not scored, by its case and where only one model could not by that one; and odd images."""
        head = evaluation.head
        everywhere = {one["case"] for one in head["refused"]}
        refused = [(one["case"], one) for one in head["refused"]]
        for model in evaluation.models:
            refused += [
                (f"{one['case']}, {name_of(model)}", one) for one in model["refused"] if one["case"] not in everywhere
            ]
        told = [f"{name}: {ERRORS[one['code']].title}. {one['detail']}" for name, one in refused]
        remarks = [f"{row['case']}: {words}" for row in head["cases"] for words in row.get("remarks", ())]
        parts = [self.tr("Not scored: {cases}").format(cases=self._few(told))] if told else []
        parts += [self.tr("To look at: {cases}").format(cases=self._few(remarks))] if remarks else []
        self.notice.say("\n".join(parts))

    def _few(self, texts: list[str]) -> str:
        more = [self.tr("and {n} more").format(n=len(texts) - _FEW)] if len(texts) > _FEW else []
        return " ".join(texts[:_FEW] + more)

    def _start_own(self) -> None:
        self._trying(lambda: self.hall.evaluating.start_own(self.choice.models(), self.choice.fusion()))

    def start_folder(self, folder: str) -> None:
        """Score on a folder of labelled cases."""
        models, scheme, fusion = self.choice.models(), self.choice.scheme_named(), self.choice.fusion()
        self._trying(lambda: self.hall.evaluating.start_folder(models, Path(folder), scheme, fusion))

    def _trying(self, work: Callable[[], object]) -> None:
        try:
            work()
        except StudyError as error:
            self.failed.emit(error)
        self.refresh()

    def _ask_folder(self) -> None:
        dialog = file_dialog(self, self.tr("A folder of labelled cases"), QFileDialog.FileMode.Directory)
        dialog.fileSelected.connect(self.start_folder)
        dialog.open()

    def _ask_file(self) -> None:
        dialog = file_dialog(self, self.tr("Save the scores"), QFileDialog.FileMode.AnyFile)
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
