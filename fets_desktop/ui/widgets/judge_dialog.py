"""The question that precedes every model made small: on which labelled cases its ranges are set and it is judged."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QCheckBox, QDialog, QWidget

from fets_desktop.study.split import Split
from fets_desktop.ui.widgets.dialogs import headed
from fets_desktop.ui.widgets.parts import button, label, row
from fets_desktop.ui.words import count

_WIDTH = 520


class JudgeDialog(QDialog):
    """Asks on which labelled cases a model is made small and judged.

    Args:
        title: Which model.
        words: What becomes of it.
        split: Of the workspace, None if none was drawn.
        parent: The screen.
        second_try: Whether a person may ask for a second, slow try if the first loses too much.
    """

    own_wanted = Signal(bool)
    """On the split's cases; carries whether a second try is made."""
    folder_wanted = Signal(bool)
    """On a folder's cases, likewise."""

    def __init__(self, title: str, words: str, split: Split | None, parent: QWidget, *, second_try: bool) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        column = headed(self, title, words, width=_WIDTH)
        self.control = QCheckBox(self.tr("If it loses too much, leave the parts that matter most in 32 bits"))
        if second_try:
            column.addWidget(self.control)
            slow = self.tr("That second try takes long: it scores the network dozens of times.")
            column.addWidget(label(slow, "small"))
        cases = len(split.validation) if split and split.train else 0
        column.addWidget(label(self._said(cases), "muted", wrap=True))
        self.own_button = button(self.tr("On my approved cases"), self._own, look="primary")
        self.own_button.setEnabled(bool(cases))
        self.folder_button = button(self.tr("On a folder of cases…"), self._folder)
        column.addSpacing(6)
        column.addWidget(row(1, button(self.tr("Cancel"), self.reject), self.folder_button, self.own_button))

    def _said(self, cases: int) -> str:
        if not cases:
            return self.tr(
                "No approved case is on the validation side of the split: choose a folder of labelled cases."
            )
        return count(
            cases,
            "The split has {n} validation case to judge on.",
            "The split has {n} validation cases to judge on.",
        )

    def _own(self) -> None:
        self.own_wanted.emit(self.control.isChecked())
        self.accept()

    def _folder(self) -> None:
        self.folder_wanted.emit(self.control.isChecked())
        self.accept()
