"""What stands beside the list of cases while none is chosen: nothing to do, files are looked at, or that failed."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QStackedWidget

from fets_desktop.app.import_report import ImportReport
from fets_desktop.app.job_board import JobView
from fets_desktop.ui.job_words import why_failed
from fets_desktop.ui.widgets.empty import EmptyState
from fets_desktop.ui.widgets.parts import button


class NothingHere(QStackedWidget):
    """Says how the last look at files stands.

    `go` wants the board of cases, `why_wanted` carries the job that failed.
    """

    go = Signal()
    why_wanted = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self._job = ""
        self._idle = EmptyState(
            "circle-check",
            self.tr("Nothing waits for you here"),
            self.tr(
                "Every imported case has its four contrasts. Choose a case at the left to look at its series again."
            ),
            button(self.tr("Go to the cases"), self.go.emit, "users"),
        )
        self._looking = EmptyState(
            "folder-down",
            self.tr("Looking at the files"),
            self.tr("The patients that are found appear here. You may go on elsewhere meanwhile."),
        )
        self._failed = EmptyState(
            "circle-alert",
            self.tr("Nothing was imported"),
            "",
            button(self.tr("Why?"), lambda: self.why_wanted.emit(self._job), "circle-question-mark"),
        )
        self._clash = EmptyState(
            "circle-alert",
            self.tr("A patient's number waits for your word"),
            self.tr("It stands for several people. Say at the left whether they are one patient."),
        )
        self._useless = EmptyState(
            "circle-alert",
            self.tr("Nothing could be used"),
            self.tr("What is wrong with each file stands at the left, with what to do about it."),
        )
        for empty in (self._idle, self._looking, self._failed, self._clash, self._useless):
            self.addWidget(empty)

    def show_scan(self, view: JobView | None, report: ImportReport | None) -> None:
        """Show how a scan or a fetch stands, None where none runs or has failed, and what the last one found."""
        self._job = view.id if view else ""
        if view and view.state == "failed":
            self._failed.text.setText(why_failed(view))
            self._failed.setAccessibleDescription(why_failed(view))
            self.setCurrentWidget(self._failed)
        elif view:
            self._looking.heading.setText(view.title)
            self._looking.setAccessibleName(view.title)
            self.setCurrentWidget(self._looking)
        elif report and report.clashes:
            self.setCurrentWidget(self._clash)
        else:
            self.setCurrentWidget(self._useless if report and report.faults and not report.cases else self._idle)
