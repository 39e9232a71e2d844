"""The search for patients' names: how it goes, and where it found something, never what."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QDialog, QHeaderView, QTableWidget, QTableWidgetItem, QWidget

from fets_desktop.app.hall import Hall
from fets_desktop.app.job_board import ENDED
from fets_desktop.app.phi import PhiReport
from fets_desktop.ui.bridge import Bridge
from fets_desktop.ui.job_words import why_failed
from fets_desktop.ui.widgets.dialogs import headed
from fets_desktop.ui.widgets.parts import button, filled, icon_label, label, row, show_icon
from fets_desktop.ui.widgets.progress_row import ProgressRow
from fets_desktop.ui.words import count, translate

_SIZE = (860, 480)


class PhiDialog(QDialog):
    """Shows one search from its start to its list.

    Args:
        hall: The use cases.
        job: The search that was started.
        parent: The window.
    """

    help_page = "settings#Privacy"

    def __init__(self, hall: Hall, job: str, parent: QWidget) -> None:
        super().__init__(parent)
        self._hall, self._job = hall, job
        title = self.tr("Search this workspace for patients' names")
        self.resize(*_SIZE)
        self._mark = icon_label("search", "accent", 20)
        self.outcome = label("", "heading", wrap=True)
        self.details = label("", "muted", wrap=True)
        self.table = self._empty_table()
        self._copy = button(self.tr("Copy the list"), self.copy, "copy", "link")
        self._close = button(self.tr("Close"), self.accept, look="primary")
        column = headed(self, title)
        self.progress = ProgressRow(hall.jobs.view(job))
        self.progress.cancel_wanted.connect(hall.jobs.cancel)
        column.addWidget(self.progress)
        column.addWidget(filled(self._mark, self.outcome, by=self.outcome))
        column.addWidget(self.details)
        column.addWidget(self.table, 1)
        column.addStretch(0)
        column.addWidget(row(self._copy, 1, self._close))
        self._facts = Bridge(hall.bus, self)
        self._facts.job_changed.connect(self._follow)
        self.finished.connect(self.deleteLater)
        self._follow(job)

    def _empty_table(self) -> QTableWidget:
        table = QTableWidget(0, 3)
        table.setHorizontalHeaderLabels([self.tr("Where"), self.tr("What"), self.tr("Times")])
        table.setAccessibleName(self.tr("Places that name a patient"))
        table.setEditTriggers(QTableWidget.EditTrigger.NoEditTriggers)
        table.setSelectionBehavior(QTableWidget.SelectionBehavior.SelectRows)
        table.setShowGrid(False)
        table.verticalHeader().hide()
        header = table.horizontalHeader()
        header.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        header.setSectionResizeMode(QHeaderView.ResizeMode.Stretch)
        header.setSectionResizeMode(2, QHeaderView.ResizeMode.ResizeToContents)
        return table

    def _follow(self, job: str) -> None:
        if job != self._job:
            return
        view = self._hall.jobs.view(job)
        self.progress.show_job(view)
        ended = view.state in ENDED
        report = self._hall.phi.last_report if view.state == "done" else None
        self.progress.setVisible(not ended)
        self._mark.setVisible(ended)
        for shown in (self.table, self._copy):
            shown.setVisible(report is not None and bool(report.findings))
        if report is not None:
            self._show(report)
        elif ended:
            self.outcome.setText(why_failed(view) or self.tr("It was stopped."))
            self.details.setText("")
            show_icon(self._mark, "circle-alert", "bad", 20)
        else:
            self.details.setText(self.tr("Every file, record, journal and log is read; this may take some minutes."))

    def _show(self, report: PhiReport) -> None:
        found = len(report.findings)
        if found:
            self.outcome.setText(
                count(found, "{n} place names a patient, or may do so", "{n} places name a patient, or may do so")
            )
        else:
            self.outcome.setText(self.tr("Nothing names a patient"))
        show_icon(self._mark, "triangle-alert" if found else "shield-check", "warn" if found else "good", 20)
        self.details.setText(report_words(report))
        self.table.setRowCount(found)
        for number, finding in enumerate(report.findings):
            for column, text in enumerate((finding.where, finding.what, str(finding.count))):
                item = QTableWidgetItem(text)
                item.setToolTip(text)
                self.table.setItem(number, column, item)

    def copy(self) -> None:
        """Put the list on the clipboard: places and kinds, no names."""
        report = self._hall.phi.last_report
        lines = [f"{f.where}\t{f.what}\t{f.count}" for f in report.findings] if report else []
        QGuiApplication.clipboard().setText("\n".join(lines))


def report_words(report: PhiReport) -> str:
    """Return what a search looked at, in words."""
    read = translate(
        "{files} files, {mb} MB, and all records were read.", files=report.files, mb=report.bytes // 1_000_000
    )
    if report.closed:
        known = translate("The table of patients was closed, so only what looks like a name was searched for.")
    else:
        known = count(report.known, "{n} true identity was searched for.", "{n} true identities were searched for.")
    unread = count(len(report.unread), "{n} file could not be read.", "{n} files could not be read.")
    return " ".join((read, known, unread) if report.unread else (read, known))


def search_for_names(hall: Hall, parent: QWidget) -> PhiDialog:
    """Start a search and return the dialog that follows it.

    Raises:
        StudyError: "disk-full" or "read-only".
    """
    return PhiDialog(hall, hall.phi.start(), parent)
