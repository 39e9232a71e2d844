"""The keys of both keymaps in one table, shown by `?`; those of the map in force can be changed."""

from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QDialog, QGridLayout, QKeySequenceEdit, QLabel, QScrollArea, QWidget

from fets_desktop.study.own_keys import write_own_keys
from fets_desktop.ui.viewer.keymaps import CASE_KEYS, KEYS, MOUSE, Keymap, KeyRow, Keys, is_taken, words
from fets_desktop.ui.widgets.dialogs import headed
from fets_desktop.ui.widgets.parts import button, label, row

_WIDTH, _HEIGHT = 860, 680


class KeysDialog(QDialog):
    """Shows what every key and the mouse do, and takes other keys; `changed` carries them as the setting keeps them.

    Args:
        keys: Those in force; the column of their map stands out.
        parent: The window.
    """

    help_page = "keys"

    changed = Signal(str)

    def __init__(self, keys: Keys, parent: QWidget) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.keys = keys
        self.edits: dict[str, QKeySequenceEdit] = {}
        """Where the key of an action is changed."""
        self._beside: dict[str, QLabel] = {}
        text = self.tr(
            "Choose between the two under Settings. Click on a key and press another one to change it; Backspace in it "
            "gives the program's back."
        )
        column = headed(self, self.tr("Keys and mouse"), text, width=_WIDTH, wrap=True)
        scroll = QScrollArea()
        scroll.setWidgetResizable(True)
        scroll.setWidget(self._table())
        column.addWidget(scroll, 1)
        self.said = label("", "warn", wrap=True)
        column.addWidget(self.said)
        self.plain = button(self.tr("The keys as {program} has them").format(program=keys.keymap.words), self._plain)
        # it has the focus: a key that is pressed to look something up must not become another one
        close = button(self.tr("Close"), self.accept, look="primary")
        close.setDefault(True)
        column.addWidget(row(self.plain, 1, close))
        self.resize(_WIDTH, _HEIGHT)
        close.setFocus()
        self._show_keys()

    def _table(self) -> QWidget:
        table = QWidget()
        table.setProperty("look", "page")
        grid = QGridLayout(table)
        grid.setHorizontalSpacing(28)
        grid.setVerticalSpacing(5)
        grid.setColumnStretch(0, 1)
        for column, known in enumerate(Keymap, 1):
            mine = known is self.keys.keymap
            grid.addWidget(label(f"{known.words} ✓" if mine else known.words, "strong" if mine else "muted"), 0, column)
        for number, action in enumerate(KEYS, 1):
            grid.addWidget(label(words(action.words)), number, 0)
            for column, known in enumerate(Keymap, 1):
                mine = known is self.keys.keymap
                grid.addWidget(
                    self._edit(action) if mine else label(_shown(action.keys(known)), "muted"), number, column
                )
        cases = [(words(title), _shown((key,)), _shown((key,))) for title, key in CASE_KEYS]
        mouse = [(words(gesture), words(snap), words(slicer)) for gesture, snap, slicer in MOUSE]
        chosen = 1 + list(Keymap).index(self.keys.keymap)
        for number, texts in enumerate([*cases, *mouse], len(KEYS) + 1):
            for column, text in enumerate(texts):
                grid.addWidget(label(text, "" if column in (0, chosen) else "muted"), number, column)
        return table

    def _edit(self, action: KeyRow) -> QWidget:
        edit = self.edits[action.action] = QKeySequenceEdit()
        edit.setMaximumSequenceLength(1)
        edit.setAccessibleName(words(action.words))
        edit.setFixedWidth(120)
        edit.editingFinished.connect(partial(self._change, action.action))
        beside = self._beside[action.action] = label("", "muted")
        beside.setMinimumWidth(90)
        return row(edit, beside, 1)

    def _change(self, action: str) -> None:
        key = self.edits[action].keySequence().toString(QKeySequence.SequenceFormat.PortableText)
        key = "" if key == "Backspace" and action != "corner back" else key
        shown = self.keys.of(action)
        if key == (shown[0] if shown else ""):
            return
        if key and is_taken(key):
            self.said.setText(self.tr("{key} is needed by the window itself.").format(key=_shown((key,))))
        else:
            self.said.setText(self._lost(action, key))
            self.keys = self.keys.given(action, key)
            self.changed.emit(write_own_keys(self.keys.own))
        self._show_keys()

    def _lost(self, action: str, key: str) -> str:
        """Say which action gives its key away."""
        other = next((r for r in KEYS if key and r.action != action and key in self.keys.of(r.action)), None)
        if other is None:
            return ""
        return self.tr("{key} was: {action}.").format(key=_shown((key,)), action=words(other.words))

    def _plain(self) -> None:
        self.keys = self.keys.plain()
        self.said.setText("")
        self.changed.emit(write_own_keys(self.keys.own))
        self._show_keys()

    def _show_keys(self) -> None:
        mine = self.keys.mine
        for action, edit in self.edits.items():
            keys = self.keys.of(action)
            edit.blockSignals(True)
            edit.setKeySequence(QKeySequence(keys[0]) if keys else QKeySequence())
            edit.blockSignals(False)
            self._beside[action].setText(self.tr("yours") if action in mine else _shown(keys[1:]))
        self.plain.setEnabled(bool(mine))


def _shown(keys: tuple[str, ...]) -> str:
    native = QKeySequence.SequenceFormat.NativeText
    return "   ".join(QKeySequence(key).toString(native) for key in keys)
