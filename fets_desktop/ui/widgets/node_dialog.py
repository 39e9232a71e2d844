"""A PACS is entered or changed, and tested before it is kept."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QWidget

from fets_desktop.app.hall import Hall
from fets_desktop.study.errors import StudyError
from fets_desktop.study.node import Node
from fets_desktop.ui.bridge import Bridge
from fets_desktop.ui.job_words import why_failed
from fets_desktop.ui.sentences import said
from fets_desktop.ui.widgets.dialogs import headed
from fets_desktop.ui.widgets.node_form import NodeForm
from fets_desktop.ui.widgets.parts import button, label, row, set_look

_ENDED = ("done", "failed", "cancelled")
_WIDTH = 620


class NodeDialog(QDialog):
    """Asks for a node's values.

    Args:
        hall: The use cases.
        node: The node to change, None for a new one.
        parent: The window.
    """

    help_page = "settings#Hospital network"

    def __init__(self, hall: Hall, node: Node | None, parent: QWidget) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        title = self.tr("Change a PACS") if node else self.tr("Add a PACS")
        self._hall = hall
        self._before = node.name if node else ""
        self._test = ""
        self._facts = Bridge(hall.bus, self)
        self._facts.job_changed.connect(self._hear)
        self.form = NodeForm(node or Node("", our_ae=str(hall.settings.get("pacs.ae"))))
        self.outcome = label("", "muted", wrap=True)
        self.outcome.setMinimumHeight(38)
        column = headed(self, title, width=_WIDTH, spacing=12)
        column.addWidget(self.form)
        column.addWidget(self.outcome)
        self.test = button(self.tr("Test"), self._start_test, "rotate-ccw")
        self.keep = button(self.tr("Keep"), self._keep, look="primary")
        self.keep.setDefault(True)
        column.addWidget(row(self.test, 1, button(self.tr("Cancel"), self.reject), self.keep))
        self.form.edited.connect(self._fit)
        self.form.judged.connect(self._take_room)
        self._take_room()

    def _fit(self) -> None:
        self._say("", "muted")

    def _say(self, words: str, look: str) -> None:
        self.outcome.setText(words)
        self.outcome.setAccessibleName(words)
        set_look(self.outcome, look)
        self._take_room()

    def _take_room(self) -> None:
        """Be as high as rows and words need; Qt's own `adjustSize` stops at two thirds of the screen."""
        for widget in (self.form, self):
            if lay_out := widget.layout():
                lay_out.activate()
        needed = self.layout()
        if needed:
            shown = self.width() if self.isVisible() else 0
            width = max(shown, self.minimumWidth(), needed.totalMinimumSize().width())
            high = needed.totalHeightForWidth(width) if needed.hasHeightForWidth() else 0
            self.resize(width, max(high, needed.totalSizeHint().height()))

    def _secret(self) -> dict[str, str]:
        kept = self._hall.nodes.secret(self._before) if self._before else {}
        return {**kept, **self.form.secret()}

    def _start_test(self) -> None:
        try:
            self._test = self._hall.pacs.echo(self.form.node(), self._secret())
        except StudyError as error:
            self._say(said(error.detail or error.text.title), "bad")
        else:
            self._say(self.tr("Asking…"), "muted")

    def _hear(self, job: str) -> None:
        if job != self._test:
            return
        view = self._hall.jobs.view(job)
        if view.state == "done":
            self._say(self.tr("It answers."), "good")
        elif view.state in _ENDED:
            self._say(why_failed(view) or self.tr("The test was stopped."), "bad")

    def _keep(self) -> None:
        try:
            kept = self._hall.nodes.put(self.form.node(), self.form.secret(), instead_of=self._before)
        except StudyError as error:
            self._say(said(error.detail or error.text.title), "bad")
            return
        if kept:
            self.accept()
            return
        # it is entered all the same: what is missing is a place for its password
        self._before = self.form.node().name
        self._say(
            self.tr(
                "It is entered, but this computer has no place for its password: it is known until the program is "
                "closed. Choose a passphrase in Settings, under Privacy, to keep it."
            ),
            "warn",
        )

    def done(self, result: int) -> None:
        """Close, and let a test that still runs go."""
        if self._test and self._hall.jobs.view(self._test).state not in _ENDED:
            self._hall.jobs.cancel(self._test)
        self._test = ""
        super().done(result)
