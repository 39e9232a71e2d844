"""The job bar: what runs, how far it is, how long it takes, Cancel; a click lists all jobs."""

import os

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QScrollArea, QVBoxLayout, QWidget

from fets_desktop.app.hall import Hall
from fets_desktop.app.job_board import JobView
from fets_desktop.ui.bridge import Bridge, Throttle
from fets_desktop.ui.sentences import said
from fets_desktop.ui.widgets.parts import button, clear, framed, icon_label, label, set_words, show_icon, tool_button
from fets_desktop.ui.widgets.progress_row import ElidedLabel, ProgressRow, bar
from fets_desktop.ui.words import count, time_left

_ACTIVE = ("running", "queued")
_STANDING = ("pacs_listen",)
"""Work that goes on for as long as the window is open: it gives way to what comes to an end."""

_LISTED_ENDED = 12
_PAUSE_MS = 150


class JobBar(QFrame):
    """Stands at the bottom of the window; `why_wanted` carries the id of a failed job."""

    why_wanted = Signal(str)

    def __init__(self, hall: Hall, parent: QWidget) -> None:
        super().__init__(parent)
        self._hall = hall
        self.setProperty("look", "bar")
        self.setAccessibleName(self.tr("Jobs"))
        self.setFixedHeight(36)
        self._icon = QLabel()
        self._title = label("", "")
        self._bar = bar(150)
        self._note = ElidedLabel("small")
        self._cancel = tool_button("x", self.tr("Cancel the running job"), self._cancel_running)
        self._why = button(self.tr("Why?"), self._ask_why, look="link")
        self._more = button("", self.show_list, look="link")
        self._shown = ""
        self.popup = JobList(hall, self)
        self.popup.why_wanted.connect(self.why_wanted)
        self._lay_out()
        throttle = Throttle(self.refresh, _PAUSE_MS, self)
        Bridge(hall.bus, self).job_changed.connect(throttle.trigger)
        self.refresh()

    def _lay_out(self) -> None:
        line = QHBoxLayout(self)
        line.setContentsMargins(16, 0, 14, 0)
        line.setSpacing(10)
        for shown in (self._icon, self._title, self._bar):
            line.addWidget(shown)
        line.addWidget(self._note, 1)
        for pressed in (self._cancel, self._why, self._more):
            line.addWidget(pressed)
        line.addSpacing(16)
        line.addWidget(icon_label("cpu", "faint"))
        threads = self._hall.settings.get("jobs.threads") or os.cpu_count() or 1
        line.addWidget(label(count(threads, "CPU, {n} thread", "CPU, {n} threads"), "small"))

    def refresh(self) -> None:
        """Show the jobs as they stand now."""
        jobs = self._hall.jobs.all()
        active = [job for job in jobs if job.state in _ACTIVE]
        finite = [job for job in active if job.task not in _STANDING]
        running = next((job for job in finite if job.state == "running"), finite[0] if finite else None)
        ended = jobs[-1] if jobs and not finite else None
        if running is None and active and not (ended and ended.state == "failed"):
            running = active[0]
        if running:
            self._show_running(running, self._all_left(len(active)))
        else:
            self._show_rest(ended)
        others = len(active) - (1 if running else 0)
        set_words(self._more, count(others, "{n} more job", "{n} more jobs") if others > 0 else self.tr("All jobs"))
        self._more.setVisible(bool(jobs))
        if self.popup.isVisible():
            self.popup.show_jobs(jobs)

    def _all_left(self, active: int) -> float | None:
        """Return how long all jobs take, and what follows them by itself; None where that is one job alone."""
        known = (self._hall.jobs.queue_left() if active > 1 else None, self._hall.forecast.seconds_left())
        return max((left for left in known if left), default=None)

    def _show_running(self, job: JobView, queue_left_s: float | None) -> None:
        self._shown = job.id
        show_icon(self._icon, "play" if job.state == "running" else "clock", "accent")
        title = said(job.title)
        self._title.setText(title)
        finite = job.task not in _STANDING
        self._bar.setVisible(finite)
        self._bar.setValue(round(1000 * job.fraction))
        self._bar.setAccessibleName(f"{title} {job.fraction:.0%}")
        left = time_left(job.seconds_left)
        parts = (
            (f"{job.fraction:.0%}" if finite else "", said(job.note), left if finite else "")
            if job.state == "running"
            else (self.tr("waiting for its turn"),)
        )
        whole = self.tr("all jobs: {left}").format(left=time_left(queue_left_s)) if queue_left_s is not None else ""
        self._note.show_text("  ·  ".join(part for part in (*parts, whole) if part))
        self._cancel.setVisible(True)
        self._cancel.setAccessibleName(self.tr("Cancel: {title}").format(title=said(job.title)))
        self._why.setVisible(False)

    def _show_rest(self, job: JobView | None) -> None:
        failed = job is not None and job.state == "failed"
        self._shown = job.id if job and failed else ""
        self._bar.setVisible(False)
        self._cancel.setVisible(False)
        self._why.setVisible(failed)
        show_icon(self._icon, "circle-alert" if failed else "circle-check", "bad" if failed else "faint")
        self._title.setText(
            self.tr("{title}: failed").format(title=said(job.title))
            if job and failed
            else self.tr("Nothing is running")
        )
        self._note.show_text("")

    def _cancel_running(self) -> None:
        if self._shown:
            self._hall.jobs.cancel(self._shown)

    def _ask_why(self) -> None:
        if self._shown:
            self.why_wanted.emit(self._shown)

    def show_list(self) -> None:
        """List all jobs above the bar."""
        self.popup.show_jobs(self._hall.jobs.all())
        self.popup.adjustSize()
        corner = self.mapToGlobal(QPoint(self.width() - self.popup.width() - 12, -self.popup.height() - 6))
        self.popup.move(corner)
        self.popup.show()
        self.popup.setFocus()


class JobList(QFrame):
    """The list of jobs: those at work and waiting first, then the latest that ended."""

    why_wanted = Signal(str)

    def __init__(self, hall: Hall, parent: QWidget) -> None:
        super().__init__(parent, Qt.WindowType.Popup)
        self._hall = hall
        self._rows: dict[str, ProgressRow] = {}
        self.setProperty("look", "popup")
        self.setAccessibleName(self.tr("List of jobs"))
        self.setFixedSize(440, 380)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(10, 12, 6, 8)
        outer.addWidget(label(self.tr("Jobs"), "heading"))
        page = framed("page")
        self._column = QVBoxLayout(page)
        self._column.setContentsMargins(0, 0, 4, 0)
        self._column.setSpacing(2)
        scroll = QScrollArea()
        scroll.setWidgetResizable(True)
        scroll.setWidget(page)
        outer.addWidget(scroll, 1)

    def show_jobs(self, jobs: list[JobView]) -> None:
        """Show jobs; rows are made anew only when others are listed."""
        active = sorted((job for job in jobs if job.state in _ACTIVE), key=lambda job: job.state != "running")
        ended = [job for job in reversed(jobs) if job.state not in _ACTIVE][:_LISTED_ENDED]
        listed = (active + ended)[:60]
        if [job.id for job in listed] != list(self._rows):
            clear(self._column)
            self._rows = {job.id: self._row(job) for job in listed}
            self._column.addStretch(1)
        for job in listed:
            self._rows[job.id].show_job(job)

    def _row(self, job: JobView) -> ProgressRow:
        built = ProgressRow(job)
        built.cancel_wanted.connect(self._hall.jobs.cancel)
        built.why_wanted.connect(self._why)
        self._column.addWidget(built)
        return built

    def _why(self, job: str) -> None:
        self.hide()
        self.why_wanted.emit(job)
