"""The hospital's network in Settings: each PACS with its test, and a way to enter another."""

from functools import partial

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from fets_desktop.app.hall import Hall
from fets_desktop.study.errors import StudyError
from fets_desktop.study.node import Node, NodeKind
from fets_desktop.ui.bridge import Bridge
from fets_desktop.ui.job_words import why_failed
from fets_desktop.ui.sentences import message_of
from fets_desktop.ui.widgets.node_dialog import NodeDialog
from fets_desktop.ui.widgets.parts import Chip, button, clear, label, row, rule, set_look, tool_button
from fets_desktop.ui.words import translate

_NODES = "pacs.nodes"
_ENDED = ("done", "failed", "cancelled")


class NetworkNodes(QWidget):
    """Lists the nodes of a workspace.

    Args:
        hall: The use cases.
    """

    def __init__(self, hall: Hall) -> None:
        super().__init__()
        self._hall = hall
        self._tests: dict[str, str] = {}
        self._facts = Bridge(hall.bus, self)
        self._facts.setting_changed.connect(self._hear_setting)
        self._facts.job_changed.connect(self._hear_job)
        self.rows: dict[str, NodeRow] = {}
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        self._list = QVBoxLayout()
        self._list.setSpacing(8)
        column.addLayout(self._list)
        self._empty = label(
            translate("No PACS is entered yet. IT knows its address, its port and the two AE titles."),
            "small",
            wrap=True,
        )
        column.addWidget(self._empty)
        self.add = button(translate("Add a PACS…"), self._add, "plus")
        column.addWidget(row(self.add, 1))
        self.refresh()

    def refresh(self) -> None:
        """Show the nodes that are entered now."""
        clear(self._list)
        self.rows = {}
        nodes = self._hall.nodes.all()
        self._empty.setVisible(not nodes)
        for node in nodes:
            shown = NodeRow(node)
            shown.test.clicked.connect(partial(self._start_test, node))
            shown.edit.clicked.connect(partial(self._change, node))
            shown.remove.clicked.connect(partial(self._remove, node.name))
            self.rows[node.name] = shown
            self._list.addWidget(shown)
            self._list.addWidget(rule())

    def _hear_setting(self, name: str) -> None:
        if name == _NODES:
            self.refresh()

    def _add(self) -> None:
        NodeDialog(self._hall, None, self.window()).open()

    def _change(self, node: Node, *_: object) -> None:
        NodeDialog(self._hall, node, self.window()).open()

    def _remove(self, name: str, *_: object) -> None:
        self._hall.nodes.remove(name)

    def _start_test(self, node: Node, *_: object) -> None:
        try:
            job = self._hall.pacs.echo(node)
        except StudyError as error:
            self.rows[node.name].say(message_of(error), "bad")
            return
        self._tests[job] = node.name
        self.rows[node.name].say(translate("Asking…"), "small")

    def _hear_job(self, job: str) -> None:
        shown = self.rows.get(self._tests.get(job, ""))
        if shown is None:
            return
        view = self._hall.jobs.view(job)
        if view.state == "done":
            shown.say(translate("It answers."), "good")
        elif view.state in _ENDED:
            shown.say(why_failed(view) or translate("The test was stopped."), "bad")


class NodeRow(QWidget):
    """One node: its name, where it is, and what its last test said.

    Args:
        node: It.
    """

    def __init__(self, node: Node) -> None:
        super().__init__()
        self.setAccessibleName(node.name)
        line = QHBoxLayout(self)
        line.setContentsMargins(0, 2, 0, 2)
        line.setSpacing(10)
        words = QVBoxLayout()
        words.setSpacing(2)
        head = [label(node.name, "strong"), Chip("DICOMweb" if node.kind is NodeKind.DICOMWEB else "DICOM")]
        if node.own:
            head.append(Chip(translate("our own"), "accent"))
        name = row(*head, 1)
        # a wrapped line below would else take the chips' height
        name.setMinimumHeight(22)
        words.addWidget(name)
        words.addWidget(label(_where(node), "small", wrap=True))
        self.outcome = label("", "small", wrap=True)
        self.outcome.hide()
        words.addWidget(self.outcome)
        line.addLayout(words, 1)
        self.test = button(translate("Test"), lambda: None)
        self.test.setAccessibleName(translate("Test {name}", name=node.name))
        self.edit = tool_button("sliders-horizontal", translate("Change {name}", name=node.name), lambda: None)
        self.remove = tool_button("x", translate("Remove {name}", name=node.name), lambda: None)
        for control in (self.test, self.edit, self.remove):
            line.addWidget(control)

    def say(self, words: str, look: str) -> None:
        """Say what came of a test."""
        self.outcome.setText(words)
        self.outcome.setAccessibleName(words)
        set_look(self.outcome, look)
        self.outcome.setVisible(bool(words))


def _where(node: Node) -> str:
    if node.kind is NodeKind.DICOMWEB:
        return node.url
    protected = translate(", encrypted") if node.tls else ""
    return (
        translate("{place}, AE {theirs}, called by {ours}", place=node.place, theirs=node.their_ae, ours=node.our_ae)
        + protected
    )
