"""Asks to which PACS the results of cases go, which of them, and whether under the patient's true name."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QCheckBox, QComboBox, QDialog, QWidget

from fets_desktop.app.hall import Hall
from fets_desktop.study.node import Node
from fets_desktop.ui.widgets.dialogs import headed
from fets_desktop.ui.widgets.parts import button, label, row
from fets_desktop.ui.words import count


class SendDialog(QDialog):
    """Chooses a PACS and kinds; `chosen` carries its name, the kinds, and whether the identity goes along.

    Args:
        hall: The use cases.
        cases: How many cases are sent.
        parent: The window.
        unapproved: How many of them have no approved labels.
    """

    help_page = "cases#What you can do"

    chosen = Signal(str, list, bool)

    def __init__(self, hall: Hall, cases: int, parent: QWidget, unapproved: int = 0) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        title = count(cases, "Send {n} case to the PACS", "Send {n} cases to the PACS")
        self._nodes: dict[str, Node] = {node.name: node for node in hall.nodes.all()}
        self.nodes = QComboBox()
        self.nodes.setAccessibleName(self.tr("PACS"))
        self.nodes.addItems(list(self._nodes))
        self.kinds = {name: QCheckBox(words) for name, words in self._choices()}
        self.kinds["seg"].setChecked(True)
        self.identity = QCheckBox(self.tr("Under the patient's true name and numbers"))
        self._why = label("", "small", wrap=True)
        one = "{n} case has no approved labels: what is sent of it nobody has signed off."
        many = "{n} cases have no approved labels: what is sent of them nobody has signed off."
        self.unsigned = label(count(unapproved, one, many), "warn", wrap=True)
        self.unsigned.setVisible(unapproved > 0)
        self._send = button(self.tr("Send"), self.accept, "send", "primary")
        self._send.setDefault(True)
        self._lay_out(title)
        self.nodes.currentTextChanged.connect(self._follow)
        for box in (*self.kinds.values(), self.identity):
            box.toggled.connect(self._follow)
        self._follow()
        self.accepted.connect(self._answer)

    def _choices(self) -> tuple[tuple[str, str], ...]:
        return (
            ("seg", self.tr("Segmentation (DICOM SEG): labels on the patient's own series")),
            ("rtstruct", self.tr("Structure set (RTSTRUCT): outlines for radiotherapy planning")),
            ("report", self.tr("Report: one page with pictures, volumes and diameters")),
        )

    def _lay_out(self, title: str) -> None:
        words = self.tr("The newest approved labels are sent, or the newest proposal. Not for diagnostic use.")
        column = headed(self, title, words, width=540)
        column.addWidget(row(label(self.tr("To"), "muted"), self.nodes, 1))
        for box in self.kinds.values():
            column.addWidget(box)
        column.addSpacing(4)
        column.addWidget(self.unsigned)
        column.addWidget(self.identity)
        column.addWidget(self._why)
        column.addSpacing(4)
        column.addWidget(row(1, button(self.tr("Cancel"), self.reject), self._send))

    def _follow(self, *_: object) -> None:
        node = self._nodes.get(self.nodes.currentText())
        own = bool(node and node.own)
        self.identity.setEnabled(own)
        if not own:
            self.identity.setChecked(False)
        if node is None:
            words = self.tr("No PACS is entered yet: see Settings, Hospital network.")
        elif not own:
            words = self.tr("It goes under the pseudonym: this PACS is not marked as your own in Settings.")
        elif self.identity.isChecked():
            words = self.tr(
                "The PACS files it with the patient's other images. That it was sent so stands in the audit."
            )
        else:
            words = self.tr("Without it, the results go under the pseudonym.")
        self._why.setText(words)
        self._send.setEnabled(node is not None and any(box.isChecked() for box in self.kinds.values()))

    def _answer(self) -> None:
        kinds = [name for name, box in self.kinds.items() if box.isChecked()]
        self.chosen.emit(self.nodes.currentText(), kinds, self.identity.isChecked())
