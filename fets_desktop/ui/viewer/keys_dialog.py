"""The keys of both keymaps in one table, shown by `?`."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QDialog, QGridLayout, QScrollArea, QVBoxLayout, QWidget

from fets_desktop.ui.viewer.keymaps import CASE_KEYS, KEYS, MOUSE, Keymap, words
from fets_desktop.ui.widgets.parts import button, label, row, rule


class KeysDialog(QDialog):
    """Shows what every key and the mouse do.

    Args:
        keymap: The map in force; its column stands out.
        parent: The window.
    """

    def __init__(self, keymap: Keymap, parent: QWidget) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(self.tr("Keys and mouse"))
        self.setAccessibleName(self.tr("Keys and mouse"))
        self.resize(720, 660)
        table = QWidget()
        table.setProperty("look", "page")
        grid = QGridLayout(table)
        grid.setHorizontalSpacing(28)
        grid.setVerticalSpacing(7)
        grid.setColumnStretch(0, 1)
        for column, known in enumerate(Keymap, 1):
            title = f"{known.words} ✓" if known is keymap else known.words
            grid.addWidget(label(title, "strong" if known is keymap else "muted"), 0, column)
        lines = [(words(r.words), *(_shown(r.keys(known)) for known in Keymap)) for r in KEYS]
        cases = [(words(action), _shown((key,)), _shown((key,))) for action, key in CASE_KEYS]
        mouse = [(words(gesture), words(snap), words(slicer)) for gesture, snap, slicer in MOUSE]
        chosen = 1 + list(Keymap).index(keymap)
        for number, texts in enumerate([*lines, *cases, *mouse], 1):
            for column, text in enumerate(texts):
                grid.addWidget(label(text, "" if column in (0, chosen) else "muted"), number, column)
        scroll = QScrollArea()
        scroll.setWidgetResizable(True)
        scroll.setWidget(table)
        column_layout = QVBoxLayout(self)
        column_layout.setContentsMargins(22, 18, 22, 16)
        column_layout.setSpacing(12)
        column_layout.addWidget(label(self.tr("Keys and mouse"), "title"))
        column_layout.addWidget(label(self.tr("Choose between the two under Settings."), "muted"))
        column_layout.addWidget(rule())
        column_layout.addWidget(scroll, 1)
        column_layout.addWidget(row(1, button(self.tr("Close"), self.accept, look="primary")))


def _shown(keys: tuple[str, ...]) -> str:
    native = QKeySequence.SequenceFormat.NativeText
    return "   ".join(QKeySequence(key).toString(native) for key in keys)
