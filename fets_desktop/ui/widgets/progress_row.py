"""One job as a line: title, bar, step, time left, Cancel."""

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import QGridLayout, QLabel, QProgressBar, QSizePolicy, QToolButton, QWidget

from fets_desktop.app.job_board import JobView
from fets_desktop.ui.sentences import said
from fets_desktop.ui.widgets.parts import label, show_icon, tool_button
from fets_desktop.ui.words import time_left, translate

_STATE_ICONS = {
    "queued": ("clock", "faint"),
    "running": ("play", "accent"),
    "done": ("circle-check", "good"),
    "failed": ("circle-alert", "bad"),
    "cancelled": ("ban", "faint"),
}


class ElidedLabel(QLabel):
    """A label that ends in dots where there is no room, instead of pushing the window wider."""

    def __init__(self, look: str = "") -> None:
        super().__init__()
        self.setProperty("look", look)
        self._whole = ""
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)

    def show_text(self, text: str) -> None:
        """Show a text, cut where needed."""
        self._whole = text
        self.setToolTip(text)
        self._cut()

    def minimumSizeHint(self) -> QSize:
        """Return next to nothing: it may be cut."""
        return QSize(20, super().minimumSizeHint().height())

    def resizeEvent(self, event: object) -> None:
        """Cut the text anew."""
        self._cut()

    def _cut(self) -> None:
        self.setText(self.fontMetrics().elidedText(self._whole, Qt.TextElideMode.ElideRight, self.width()))


def bar(width: int = 0) -> QProgressBar:
    """Return a slim progress bar."""
    built = QProgressBar()
    built.setRange(0, 1000)
    built.setTextVisible(False)
    if width:
        built.setFixedWidth(width)
    return built


class ProgressRow(QWidget):
    """Shows one job; `cancel_wanted` and `why_wanted` carry its id."""

    cancel_wanted = Signal(str)
    why_wanted = Signal(str)

    def __init__(self, job: JobView) -> None:
        super().__init__()
        grid = QGridLayout(self)
        grid.setContentsMargins(4, 4, 4, 4)
        grid.setHorizontalSpacing(10)
        grid.setVerticalSpacing(3)
        grid.setColumnStretch(1, 1)
        grid.setColumnMinimumWidth(3, 26)
        self._icon = QLabel()
        self._title = ElidedLabel("strong")
        self._left = label("", "small")
        self._bar = bar()
        self._note = ElidedLabel("small")
        self._id = job.id
        self._cancel: QToolButton = tool_button("x", self.tr("Cancel"), self._ask_cancel)
        self._why: QToolButton = tool_button("info", self.tr("Why did it fail?"), self._ask_why)
        grid.addWidget(self._icon, 0, 0)
        grid.addWidget(self._title, 0, 1)
        grid.addWidget(self._left, 0, 2)
        grid.addWidget(self._cancel, 0, 3, 2, 1)
        grid.addWidget(self._why, 0, 3, 2, 1)
        grid.addWidget(self._bar, 2, 1, 1, 2)
        grid.addWidget(self._note, 1, 1, 1, 2)
        self.show_job(job)

    def show_job(self, job: JobView) -> None:
        """Show the job as it stands now."""
        name, role = _STATE_ICONS[job.state]
        show_icon(self._icon, name, role)
        self._title.show_text(said(job.title))
        self._left.setText(self._state(job))
        # the time first: what does not fit is cut at the end
        below = (
            "  ·  ".join(filter(None, (time_left(job.seconds_left), said(job.note)))) if job.state == "running" else ""
        )
        self._note.show_text(below)
        self._note.setVisible(bool(below))
        self._bar.setVisible(job.state == "running")
        self._bar.setValue(round(1000 * job.fraction))
        self._cancel.setVisible(job.state in ("queued", "running"))
        self._cancel.setAccessibleName(self.tr("Cancel: {title}").format(title=said(job.title)))
        self._why.setVisible(job.state == "failed")
        self.setAccessibleName(f"{said(job.title)}, {self._words(job)}")

    def _words(self, job: JobView) -> str:
        left = time_left(job.seconds_left) if job.state == "running" else ""
        return f"{self._state(job)}  ·  {left}" if left else self._state(job)

    def _state(self, job: JobView) -> str:
        words = {
            "queued": translate("Waiting"),
            "done": translate("Done"),
            "failed": translate("Failed"),
            "cancelled": translate("Cancelled"),
        }
        return words.get(job.state) or f"{job.fraction:.0%}"

    def _ask_cancel(self) -> None:
        self.cancel_wanted.emit(self._id)

    def _ask_why(self) -> None:
        self.why_wanted.emit(self._id)
