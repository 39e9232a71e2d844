"""Segment: a model proposes labels for prepared cases; the results can be exported."""

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import QModelIndex, Qt
from PySide6.QtWidgets import QCheckBox, QComboBox, QHBoxLayout, QScrollArea, QStackedLayout, QVBoxLayout, QWidget

from fets_desktop.app.hall import Hall
from fets_desktop.study.case import Surgery
from fets_desktop.ui.case_rows import CaseRows
from fets_desktop.ui.export_flow import ask_export
from fets_desktop.ui.screen import Screen
from fets_desktop.ui.screens.models.card import precision_words
from fets_desktop.ui.screens.segment.candidates import Candidates
from fets_desktop.ui.screens.segment.fused import FusedCard
from fets_desktop.ui.screens.segment.surgery import AskSurgery, SurgeryCard
from fets_desktop.ui.screens.segment.undecided import UndecidedCard
from fets_desktop.ui.segment_table import AUTHOR, CASE, ET, MADE, STATUS, TC, WT, SegmentTable
from fets_desktop.ui.widgets.delegates import IconTextDelegate
from fets_desktop.ui.widgets.empty import EmptyState
from fets_desktop.ui.widgets.export_notice import ExportNotice
from fets_desktop.ui.widgets.parts import Card, button, framed, label, row, rule, set_words
from fets_desktop.ui.widgets.segments import Segments
from fets_desktop.ui.widgets.table import Table
from fets_desktop.ui.words import count, time_left

_SIDE_WIDTH = 340
_WIDTHS = {CASE: 186, STATUS: 176, AUTHOR: 190, WT: 80, TC: 80, ET: 80, MADE: 150}


class SegmentScreen(Screen):
    """Chooses cases and a model, starts the proposals, exports what came of them."""

    def __init__(self, hall: Hall, parent: QWidget | None = None) -> None:
        super().__init__(hall, parent)
        self._rows = CaseRows(hall)
        self.model = SegmentTable(self._rows, self)
        self.table = Table(self.tr("Prepared cases"), self.model, self)
        self.models = QComboBox()
        self._about = label("", "muted", wrap=True)
        self._limits = label("", "warn", wrap=True)
        self.surgery = SurgeryCard(hall)
        self.number = Segments(self.tr("How many models propose"), [self.tr("One model"), self.tr("Several, fused")])
        self.doubting = QCheckBox(self.tr("Tell where it is undecided"))
        self.doubting.setToolTip(self.tr("Keeps a map of each region, and the slices to look at first."))
        self.candidates = Candidates(hall)
        self.fused = FusedCard(hall)
        self.undecided = UndecidedCard(hall)
        self._forecast = label("", "small", wrap=True)
        self.start_button = button(self.tr("Segment"), self._start, "brain", "primary")
        self.exported = ExportNotice(hall)
        self.export_button = button(self.tr("Export…"), self._export, "folder-output")
        self._lay_out()
        self.model.marks_changed.connect(self._marks)
        self.surgery.said.connect(self._say_surgery)
        self.models.currentIndexChanged.connect(self._show_model)
        self.number.picked.connect(self._pick_number)
        self.candidates.changed.connect(self._marks)
        for card in (self.fused, self.undecided):
            card.review.connect(partial(self.go.emit, "review"))
        self.table.selectionModel().currentRowChanged.connect(lambda index, _: self._show_fused(index))
        self._pick_number(1 if hall.fusing.usual() else 0)
        self.facts.case_changed.connect(self._case_changed)
        self.facts.job_changed.connect(self.stale)
        self.facts.model_changed.connect(self.stale)

    def _lay_out(self) -> None:
        board = QWidget()
        line = QHBoxLayout(board)
        line.setContentsMargins(16, 14, 16, 14)
        line.setSpacing(14)
        line.addLayout(self._cases(), 1)
        line.addWidget(self._side())
        self.setFocusProxy(self.table)
        self._pages = QStackedLayout(self)
        self._pages.addWidget(self._nothing())
        self._pages.addWidget(board)

    def _cases(self) -> QVBoxLayout:
        """Return the table, and below it why to doubt the chosen case: at the right it would lie below the fold."""
        column = QVBoxLayout()
        column.setSpacing(14)
        column.addWidget(self._cases_card(), 1)
        column.addWidget(self.undecided)
        return column

    def _cases_card(self) -> Card:
        self.table.setItemDelegateForColumn(STATUS, IconTextDelegate(self.table))
        self.table.set_widths(_WIDTHS, AUTHOR)
        self.table.opened.connect(self._open)
        card = Card()
        card.layout().setContentsMargins(1, 10, 1, 1)  # type: ignore[union-attr]
        bar = row(
            button(self.tr("Mark those without labels"), self._mark_new, look="link"),
            button(self.tr("Mark all"), self._mark_all, look="link"),
            button(self.tr("Mark none"), lambda: self.model.mark(set()), look="link"),
            1,
            self.export_button,
        )
        bar.layout().setContentsMargins(8, 0, 8, 0)  # type: ignore[union-attr]
        card.body.addWidget(bar)
        card.body.addWidget(self.exported)
        card.body.addWidget(self.table, 1)
        return card

    def _side(self) -> QScrollArea:
        side = framed("page")
        column = QVBoxLayout(side)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(14)
        for card in (self.surgery, self._model_card(), self.fused):
            column.addWidget(card)
        column.addStretch(1)
        # on a small laptop a card with much to say is scrolled, not squeezed
        scroll = QScrollArea()
        scroll.setWidgetResizable(True)
        scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        scroll.setWidget(side)
        scroll.setFixedWidth(_SIDE_WIDTH)
        return scroll

    def _nothing(self) -> EmptyState:
        return EmptyState(
            "brain",
            self.tr("No prepared case yet"),
            self.tr(
                "A model outlines the tumour in cases that are prepared: four series in, an outline and its volumes "
                "out, on this computer and without a network."
            ),
            button(self.tr("Import a patient"), partial(self.go.emit, "import", ""), "folder-down", "primary"),
            button(self.tr("Go to Prepare"), partial(self.go.emit, "prepare", ""), "sliders-horizontal"),
        )

    def _model_card(self) -> Card:
        card = Card(self.tr("Model"))
        self.models.setAccessibleName(self.tr("Model that segments"))
        card.add(
            self.number,
            self.models,
            self._about,
            self._limits,
            self.doubting,
            self.candidates,
            row(button(self.tr("More about the models"), partial(self.go.emit, "models", ""), look="link"), 1),
            rule(),
            self.start_button,
            self._forecast,
            label(
                self.tr(
                    "A proposal is a first version of the labels. A person reviews and approves it; not for "
                    "diagnostic use."
                ),
                "small",
                wrap=True,
            ),
        )
        return card

    def refresh(self) -> None:
        """Read cases and models again."""
        self.model.reload()
        self._pages.setCurrentIndex(1 if self.model.rowCount() else 0)
        self.exported.look(self.hall.jobs.all())
        models = self.hall.models.all()
        chosen = self.models.currentData()
        current = self.hall.models.current()
        self.models.blockSignals(True)
        self.models.clear()
        for stored in (model for model in reversed(models) if not model.retired):
            name = f"{stored.card.name} {stored.card.version}  ·  {precision_words(stored.card)}"
            self.models.addItem(self.tr("{name}  (current)").format(name=name) if stored.current else name, stored.id)
        self.models.setCurrentIndex(max(0, self.models.findData(chosen or (current.id if current else ""))))
        self.models.blockSignals(False)
        self.candidates.refresh()
        self._show_model()
        self._show_fused(self.table.currentIndex())
        self._show_forecast()
        new = len(self.model.without_labels())
        self.say(
            count(new, "{n} prepared case has no labels yet", "{n} prepared cases have no labels yet")
            if new
            else self.tr("Every prepared case has labels")
            if self.model.rowCount()
            else ""
        )

    def open_case(self, case: str) -> None:
        """Mark one case."""
        self.refresh()
        self.model.mark({case})

    def _case_changed(self, case: str) -> None:
        self._rows.forget(case)
        self.stale()

    def _show_model(self) -> None:
        stored = next((model for model in self.hall.models.all() if model.id == self.models.currentData()), None)
        self._about.setText(
            stored.card.training_data if stored else self.tr("There is no model yet. Import one on the Models screen.")
        )
        self._limits.setText(stored.card.limits if stored else "")
        self._limits.setVisible(bool(stored and stored.card.limits) and not self._several)
        self._marks()

    def _pick_number(self, number: int) -> None:
        """Let one model propose (0), or several (1)."""
        self._several = bool(number)
        self.number.show_choice(number)
        self.candidates.setVisible(self._several)
        for widget in (self.models, self._about, self._limits, self.doubting):
            widget.setVisible(not self._several)
        self._show_model()

    def _show_fused(self, index: QModelIndex) -> None:
        case = self.model.case(index.row()).id if index.isValid() else ""
        self.undecided.show_case(case)
        self.fused.show_case(case)

    def _show_forecast(self) -> None:
        """Say when all that goes by itself, from import to proposal, will be through."""
        waiting, seconds = self.hall.forecast.waiting(), self.hall.forecast.seconds_left()
        words = count(waiting, "{n} case is on its way to a proposal", "{n} cases are on their way to a proposal")
        left = time_left(seconds)
        self._forecast.setText(f"{words}: {left}." if left else f"{words}.")
        self._forecast.setVisible(bool(waiting))

    def _chosen(self) -> list[str]:
        """Return the models that propose."""
        one = self.models.currentData()
        return self.candidates.ticked() if self._several else [one] if one else []

    def _marks(self) -> None:
        marked = len(self.model.marked())
        self.surgery.show_cases(self.model.marked(), *self._chosen())
        enough = len(self._chosen()) > int(self._several)
        self.start_button.setEnabled(bool(marked) and enough)
        self.export_button.setEnabled(bool(marked))
        set_words(
            self.start_button,
            self.tr("Mark the cases to segment")
            if not marked
            else count(marked, "Segment {n} case", "Segment {n} cases")
            if enough or not self._several
            else self.tr("Tick two models or more"),
        )
        set_words(
            self.export_button, count(marked, "Export {n} case…", "Export {n} cases…") if marked else self.tr("Export…")
        )

    def _mark_new(self) -> None:
        self.model.mark(self.model.without_labels())

    def _mark_all(self) -> None:
        self.model.mark({self.model.case(row).id for row in range(self.model.rowCount())})

    def _say_surgery(self, surgery: Surgery) -> None:
        with self.telling():
            self.hall.segmenting.say_surgery(self.model.marked(), surgery)
        self._marks()

    def _start(self) -> None:
        unsaid = [c for c in self.model.marked() if self.hall.cases.get(c).surgery is Surgery.UNSAID]
        if not unsaid:
            self._segment()
            return
        dialog = AskSurgery(len(unsaid), self)
        dialog.answered.connect(lambda surgery: self._segment(unsaid, surgery))
        dialog.open()

    def _segment(self, cases: Sequence[str] = (), surgery: Surgery = Surgery.UNSAID) -> None:
        """Segment the marked cases; of some of them a person has just said when they were scanned."""
        with self.telling():
            self.hall.segmenting.say_surgery(cases, surgery)
            if self._several:
                self.hall.fusing.start(self.model.marked(), self._chosen(), self.candidates.fusion())
            else:
                doubting = self.doubting.isChecked()
                self.hall.segmenting.start(self.model.marked(), self.models.currentData(), uncertainty=doubting)
            # the button closes now: its focus would pass to a link below, out of what is seen
            self.table.setFocus(Qt.FocusReason.OtherFocusReason)
            self.model.mark(set())

    def _open(self, index: QModelIndex) -> None:
        self.go.emit("review", self.model.case(index.row()).id)

    def _export(self) -> None:
        ask_export(self, self.model.marked(), self.exported)
