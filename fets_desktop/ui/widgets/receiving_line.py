"""Whether this computer really receives what is sent to it, under the switch that wants it to."""

from PySide6.QtWidgets import QLabel, QWidget

from fets_desktop.app.hall import Hall
from fets_desktop.ui.bridge import Bridge
from fets_desktop.ui.job_words import why_failed
from fets_desktop.ui.sentences import said
from fets_desktop.ui.widgets.parts import set_look
from fets_desktop.ui.words import translate

_TASK = "pacs_listen"


class ReceivingLine(QLabel):
    """Says that it listens, or why it does not; nothing while nobody wants it to.

    Args:
        hall: The use cases.
        parent: The screen: without one it would come up as a window of its own.
    """

    def __init__(self, hall: Hall, parent: QWidget) -> None:
        super().__init__(parent)
        self._hall = hall
        self.setWordWrap(True)
        self.hide()
        facts = Bridge(hall.bus, self)
        facts.job_changed.connect(self._hear)
        facts.setting_changed.connect(self.refresh)
        self.refresh()

    def _hear(self, job: str) -> None:
        if self._hall.jobs.view(job).task == _TASK:
            self.refresh()

    def refresh(self, *_: object) -> None:
        """Read again how it stands."""
        words, look = self._state()
        self.setText(words)
        self.setAccessibleName(words)
        set_look(self, look)
        self.setVisible(bool(words))

    def _state(self) -> tuple[str, str]:
        views = [view for view in self._hall.jobs.all() if view.task == _TASK]
        if not views or not self._hall.settings.get("pacs.listen"):
            return "", "small"
        if views[-1].state == "running":
            return translate("It listens at port {port}.", port=self._hall.settings.get("pacs.port")), "good"
        if views[-1].state == "failed":
            error = self._hall.jobs.error(views[-1].id)
            # title and advice of such an error speak of a PACS and lead to this place
            why = (said(error.detail) if error else "") or why_failed(views[-1])
            return translate("It does not listen. {why}", why=why), "bad"
        return "", "small"
