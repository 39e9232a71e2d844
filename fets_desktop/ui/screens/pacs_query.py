"""From the PACS: ask for a patient, look at the studies and series that are there, and fetch them.

What is shown names patients: it lives in this dialog alone, and is let go of when it is closed.
"""

from PySide6.QtCore import QModelIndex, Qt, Signal
from PySide6.QtGui import QStandardItem, QStandardItemModel
from PySide6.QtWidgets import QComboBox, QDialog, QGridLayout, QLineEdit, QWidget

from fets_desktop.app.hall import Hall
from fets_desktop.study.errors import StudyError
from fets_desktop.study.node import FoundSeries, FoundStudy, Query
from fets_desktop.ui.bridge import Bridge
from fets_desktop.ui.job_words import why_failed
from fets_desktop.ui.sentences import message_of, said
from fets_desktop.ui.typed_date import date_of
from fets_desktop.ui.widgets.dialogs import headed
from fets_desktop.ui.widgets.parts import button, filled, label, row, set_look, set_words
from fets_desktop.ui.widgets.table import Table
from fets_desktop.ui.words import NOTHING, count

_ENDED = ("done", "failed", "cancelled")
_SIZE = (1120, 680)
_STUDY_WIDTHS = {0: 130, 1: 220, 2: 120, 3: 90, 5: 80}
_SERIES_WIDTHS = {0: 60, 1: 80, 3: 80}
_DESCRIPTION, _SERIES_DESCRIPTION = 4, 2
_MODALITIES = ("MR", "", "CT", "PT")


class PacsQuery(QDialog):
    """Asks one PACS at a time.

    Args:
        hall: The use cases.
        parent: The window.
    """

    help_page = "import#From the PACS"

    fetching = Signal(int)
    """So many studies are being fetched."""

    def __init__(self, hall: Hall, parent: QWidget) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.resize(*_SIZE)
        self._hall = hall
        self._asked: list[str] = []
        self._study_job = self._series_job = ""
        self._node = ""
        self._studies: tuple[FoundStudy, ...] = ()
        self._series: tuple[FoundSeries, ...] = ()
        self._facts = Bridge(hall.bus, self)
        self._facts.job_changed.connect(self._hear)
        self.fields: dict[str, QLineEdit] = {}
        self.nodes, self.modality = QComboBox(), QComboBox()
        self._study_rows, self._series_rows = QStandardItemModel(self), QStandardItemModel(self)
        self.studies = Table(self.tr("Studies"), self._study_rows, self)
        self.series = Table(self.tr("Series of the chosen study"), self._series_rows, self)
        self.words = label("", "muted", wrap=True)
        self._lay_out()
        self._choose_studies()
        self.fields["patient_id"].setFocus()

    def _lay_out(self) -> None:
        for node in self._hall.nodes.all():
            self.nodes.addItem(node.name)
        for modality in _MODALITIES:
            self.modality.addItem(modality or self.tr("any"), modality)
        self.search = button(self.tr("Search"), self._search, "search", "primary")
        self.search.setDefault(True)
        self.fetch = button(self.tr("Fetch"), self._fetch, "folder-down", "primary")
        self._stop = button(self.tr("Stop"), self._stop_asking)
        self._stop.hide()
        self._heads()
        self.studies.set_widths(_STUDY_WIDTHS, _DESCRIPTION)
        self.series.set_widths(_SERIES_WIDTHS, _SERIES_DESCRIPTION)
        self.studies.selectionModel().selectionChanged.connect(self._choose_studies)
        self.series.selectionModel().selectionChanged.connect(self._name_fetch)
        self.studies.opened.connect(self._fetch_row)
        column = headed(self, self.tr("From the PACS"))
        column.addLayout(self._question())
        column.addWidget(filled(self.words, self._stop, by=self.words))
        column.addWidget(self.studies, 5)
        column.addWidget(label(self.tr("Series of the chosen study: all are fetched unless some are chosen"), "small"))
        column.addWidget(self.series, 4)
        column.addWidget(row(1, button(self.tr("Close"), self.reject), self.fetch))
        # from the question to what was found: the tables were made before it
        QWidget.setTabOrder(self.search, self.studies)
        QWidget.setTabOrder(self.studies, self.series)
        if not self.nodes.count():
            self.search.setEnabled(False)
            self._say(self.tr("No PACS is entered yet: see Settings, Hospital network."), "warn")

    def _question(self) -> QGridLayout:
        grid = QGridLayout()
        grid.setHorizontalSpacing(12)
        grid.setVerticalSpacing(6)
        cells: list[tuple[str, QWidget]] = [
            (self.tr("PACS"), self.nodes),
            (self.tr("Patient's number"), self._field("patient_id", "")),
            (self.tr("Family name"), self._field("patient_name", self.tr("Its beginning"))),
            (self.tr("Kind"), self.modality),
            (self.tr("Examined since"), self._field("since", "2026-01-31")),
            (self.tr("Until"), self._field("until", "2026-12-31")),
            (self.tr("Words in the description"), self._field("description", "")),
            ("", self.search),
        ]
        for place, (words, widget) in enumerate(cells):
            line, column = divmod(place, 4)
            grid.addWidget(label(words, "small"), 2 * line, column)
            grid.addWidget(widget, 2 * line + 1, column)
            grid.setColumnStretch(column, 1)
            if words:
                widget.setAccessibleName(words)
        return grid

    def _field(self, name: str, hint: str) -> QLineEdit:
        field = QLineEdit()
        field.setPlaceholderText(hint)
        field.returnPressed.connect(self._search)
        self.fields[name] = field
        return field

    def _heads(self) -> None:
        self._study_rows.setHorizontalHeaderLabels(
            [
                self.tr("Number"),
                self.tr("Name"),
                self.tr("Date"),
                self.tr("Kinds"),
                self.tr("Description"),
                self.tr("Images"),
            ]
        )
        self._series_rows.setHorizontalHeaderLabels(
            [self.tr("No."), self.tr("Kind"), self.tr("Description"), self.tr("Images")]
        )

    def _say(self, words: str, look: str = "muted") -> None:
        self.words.setText(words)
        self.words.setAccessibleName(words)
        set_look(self.words, look)

    def query(self) -> Query:
        """Return what the fields ask.

        Raises:
            ValueError: If a date is none.
        """
        typed = {name: field.text().strip() for name, field in self.fields.items()}
        for date in ("since", "until"):
            typed[date] = date_of(typed[date])
        return Query(**typed, modality=str(self.modality.currentData()))

    def _search(self) -> None:
        if not self.search.isEnabled():
            return
        try:
            asked = self.query()
        except ValueError:
            self._say(self.tr("Write dates as 2026-01-31 or 31.1.2026."), "bad")
            return
        self._show_studies(())
        self._node = self.nodes.currentText()
        self._study_job = self._ask(asked)

    def _ask(self, query: Query) -> str:
        try:
            job = self._hall.pacs.find(self._node, query)
        except StudyError as error:
            self._say(said(error.detail) or message_of(error), "bad")
            return ""
        self._asked.append(job)
        self._say(self.tr("Asking…"))
        self._stop.show()
        return job

    def _stop_asking(self) -> None:
        for job in (self._study_job, self._series_job):
            if job and self._hall.jobs.view(job).state not in _ENDED:
                self._hall.jobs.cancel(job)

    def _hear(self, job: str) -> None:
        if job not in (self._study_job, self._series_job) or not job:
            return
        view = self._hall.jobs.view(job)
        if view.state not in _ENDED:
            return
        self._stop.hide()
        if view.state != "done":
            self._say(why_failed(view) or self.tr("Stopped."), "bad" if view.error else "muted")
        elif job == self._study_job:
            self._show_studies(self._hall.pacs.studies(job))
            self._say(count(len(self._studies), "{n} study found", "{n} studies found"))
        else:
            self._show_series(self._hall.pacs.series(job))
            self._say(count(len(self._series), "{n} series in this study", "{n} series in this study"))

    def _show_studies(self, found: tuple[FoundStudy, ...]) -> None:
        self._studies = tuple(sorted(found, key=lambda one: one.date, reverse=True))
        self._study_rows.removeRows(0, self._study_rows.rowCount())
        for one in self._studies:
            cells = (one.patient_id, one.patient_name, day_of(one.date), ", ".join(one.modalities), one.description)
            self._study_rows.appendRow(_items(*cells, str(one.images) if one.images else NOTHING))
        self._show_series(())
        if len(self._studies) == 1:
            self.studies.selectRow(0)
        else:
            self._choose_studies()

    def _show_series(self, found: tuple[FoundSeries, ...]) -> None:
        self._series = tuple(sorted(found, key=lambda one: one.number))
        self._series_rows.removeRows(0, self._series_rows.rowCount())
        for one in self._series:
            images = str(one.images) if one.images else NOTHING
            self._series_rows.appendRow(_items(str(one.number), one.modality, one.description, images))
        self._name_fetch()

    def _chosen(self) -> list[FoundStudy]:
        rows = sorted({index.row() for index in self.studies.selectionModel().selectedRows()})
        return [self._studies[number] for number in rows if number < len(self._studies)]

    def _chosen_series(self) -> list[str]:
        rows = sorted({index.row() for index in self.series.selectionModel().selectedRows()})
        return [self._series[number].series for number in rows if number < len(self._series)]

    def _choose_studies(self, *_: object) -> None:
        chosen = self._chosen()
        self._show_series(())
        if len(chosen) == 1:
            self._series_job = self._ask(Query(study=chosen[0].study))

    def _name_fetch(self, *_: object) -> None:
        chosen, series = self._chosen(), self._chosen_series()
        if series:
            set_words(self.fetch, count(len(series), "Fetch {n} series", "Fetch {n} series"))
        else:
            set_words(
                self.fetch, count(len(chosen), "Fetch {n} study", "Fetch {n} studies") if chosen else self.tr("Fetch")
            )
        self.fetch.setEnabled(bool(chosen))

    def _fetch_row(self, index: QModelIndex) -> None:
        self.studies.selectRow(index.row())
        self._fetch()

    def _fetch(self) -> None:
        chosen = self._chosen()
        series = self._chosen_series() if len(chosen) == 1 else []
        try:
            for one in chosen:
                self._hall.pacs.get(self._node, one.study, series)
        except StudyError as error:
            self._say(message_of(error), "bad")
            return
        self.fetching.emit(len(chosen))
        self.accept()

    def done(self, result: int) -> None:
        """Close, stop asking, and let go of every name."""
        self._stop_asking()
        self._study_job = self._series_job = ""
        for job in self._asked:
            self._hall.pacs.forget(job)
        super().done(result)


def day_of(date: str) -> str:
    """Return YYYYMMDD as 2026-01-31."""
    return f"{date[:4]}-{date[4:6]}-{date[6:8]}" if len(date) == 8 and date.isdigit() else date or NOTHING


def _items(*cells: str) -> list[QStandardItem]:
    made = []
    for cell in cells:
        item = QStandardItem(cell)
        item.setEditable(False)
        item.setToolTip(cell)
        made.append(item)
    return made
