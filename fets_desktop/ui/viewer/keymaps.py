"""Two keymaps in one table: the keys of ITK-SNAP and those of 3D Slicer for the same actions.

Source: ITK-SNAP's "Keyboard shortcuts" page and 3D Slicer's user guide, "Mouse & keyboard shortcuts"; where a program
has no key for an action, ours is one that both leave free.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication, Qt
from PySide6.QtGui import QKeyEvent, QKeySequence


class Keymap(StrEnum):
    """The program whose keys are in force; values as in the setting `review.keymap`."""

    ITKSNAP = "itksnap"
    SLICER = "slicer"

    @property
    def words(self) -> str:
        """The program's name."""
        return {"itksnap": "ITK-SNAP", "slicer": "3D Slicer"}[self.value]


def _t(text: str) -> str:
    return str(QT_TRANSLATE_NOOP("keymaps", text))


@dataclass(frozen=True)
class KeyRow:
    """One action and its keys.

    Attributes:
        action: Stable name that the viewer knows.
        words: What it does.
        itksnap: Keys in ITK-SNAP's map, as Qt spells them.
        slicer: Keys in Slicer's map.
    """

    action: str
    words: str
    itksnap: tuple[str, ...]
    slicer: tuple[str, ...]

    def keys(self, keymap: Keymap) -> tuple[str, ...]:
        """Return the keys of one map."""
        return self.itksnap if keymap is Keymap.ITKSNAP else self.slicer


KEYS: tuple[KeyRow, ...] = (
    KeyRow("tool crosshair", _t("Crosshair"), ("1",), ("0",)),
    KeyRow("tool pan", _t("Zoom and pan"), ("2",), ("2",)),
    KeyRow("tool window", _t("Window and level"), ("W",), ("Shift+W",)),
    KeyRow("tool ruler", _t("Ruler"), ("R",), ("Shift+R",)),
    KeyRow("tool diameters", _t("Two diameters"), ("P",), ("P",)),
    KeyRow("tool brush", _t("Brush"), ("4",), ("1",)),
    KeyRow("tool eraser", _t("Eraser"), ("5", "E"), ("3", "E")),
    KeyRow("tool adaptive", _t("Adaptive brush"), ("6",), ("6",)),
    KeyRow("tool threshold", _t("Threshold brush"), ("7",), ("5",)),
    KeyRow("tool polygon", _t("Polygon and lasso"), ("3",), ("4",)),
    KeyRow("tool fill", _t("Fill"), ("8", "F"), ("7",)),
    KeyRow("tool grow", _t("Grow from seeds"), ("9",), ("8",)),
    KeyRow("tool interpolate", _t("Interpolate between slices"), ("I",), ("9", "I")),
    KeyRow("tool smooth", _t("Smooth"), ("M",), ("M",)),
    KeyRow("tool holes", _t("Fill holes"), ("H",), ("H",)),
    KeyRow("tool islands", _t("Islands"), ("N",), ("N",)),
    KeyRow("tool swap", _t("Swap labels"), ("U",), ("U",)),
    KeyRow("tool copy", _t("Copy a slice"), ("V",), ("V",)),
    KeyRow("tool candidate", _t("Take a region from another version"), ("T",), ("T",)),
    KeyRow("contested next", _t("Next most contested slice"), ("G",), ("D",)),
    KeyRow("candidates shown", _t("Show or hide the candidates"), ("Q",), ("Shift+Q",)),
    KeyRow("tool before", _t("The tool before"), ("Space",), ("Space",)),
    KeyRow("options", _t("To the options of the tool, and back"), ("F2",), ("F2",)),
    KeyRow("brush smaller", _t("Smaller brush"), ("-",), ("-",)),
    KeyRow("brush larger", _t("Larger brush"), ("+", "="), ("+", "=")),
    KeyRow("brush shape", _t("Brush in 2D or 3D"), ("B",), ("Shift+B",)),
    KeyRow("label before", _t("Previous label"), ("<", ","), ("Q",)),
    KeyRow("label next", _t("Next label"), (">", "."), ("W",)),
    KeyRow("undo", _t("Undo"), ("Ctrl+Z",), ("Z", "Ctrl+Z")),
    KeyRow("redo", _t("Redo"), ("Ctrl+Y", "Ctrl+Shift+Z"), ("Y", "Ctrl+Y", "Ctrl+Shift+Z")),
    KeyRow("history", _t("To the history of edits"), ("Ctrl+H",), ("Ctrl+H",)),
    KeyRow(
        "accept",
        _t("Let the tool act, or accept what it proposes"),
        ("Return", "Enter"),
        ("Return", "Enter"),
    ),
    KeyRow("corner back", _t("Take the last corner or measure away"), ("Backspace",), ("Backspace",)),
    KeyRow("abandon", _t("Abandon the stroke, outline or proposal in hand"), ("Esc",), ("Esc",)),
    KeyRow("labels shown", _t("Show or hide the labels"), ("S",), ("G",)),
    KeyRow("opacity down", _t("Labels fainter"), ("A",), ("Shift+A",)),
    KeyRow("opacity up", _t("Labels stronger"), ("D",), ("Shift+D",)),
    KeyRow("outlines", _t("Outlines"), ("O",), ("O",)),
    KeyRow("crosshair shown", _t("Show or hide the crosshair"), ("X",), ("X",)),
    KeyRow("contrast before", _t("Previous contrast"), ("[",), ("[",)),
    KeyRow("contrast next", _t("Next contrast"), ("]",), ("]",)),
    KeyRow("contrast auto", _t("Automatic contrast"), ("Ctrl+J",), ("Ctrl+J",)),
    KeyRow("minus T1", _t("T1Gd minus T1"), ("J",), ("J",)),
    KeyRow("whole head", _t("Whole head, or the brain alone"), ("Shift+H",), ("Shift+H",)),
    KeyRow("rendered", _t("Volume or surfaces in 3D"), ("Shift+V",), ("Shift+V",)),
    KeyRow("slice up", _t("Next slice"), ("PgUp", "Up"), ("F", "Right", "Up")),
    KeyRow("slice down", _t("Previous slice"), ("PgDown", "Down"), ("B", "Left", "Down")),
    KeyRow("centre", _t("Centre on the cursor"), ("C",), ("C",)),
    KeyRow("fit", _t("Fit the pane"), ("Ctrl+F",), ("R", "Ctrl+F")),
    KeyRow("one large", _t("One pane large, or all"), ("L",), ("L",)),
    KeyRow("four contrasts", _t("Four contrasts of one plane"), ("K",), ("K",)),
    KeyRow("oblique", _t("An oblique slice instead of 3D"), ("Y",), ("Shift+Y",)),
    KeyRow("native", _t("The labels on the scans as they were taken"), ("Ctrl+T",), ("Ctrl+T",)),
    KeyRow("time points", _t("Time points of the patient"), ("Ctrl+L",), ("Ctrl+L",)),
    KeyRow("picture", _t("Save a picture"), ("Ctrl+P",), ("Ctrl+P",)),
    KeyRow("keys", _t("These keys"), ("?",), ("?",)),
)
"""Every action of the viewer that has a key."""

CASE_KEYS: tuple[tuple[str, str], ...] = (
    (_t("Next case"), "Alt+Right"),
    (_t("Previous case"), "Alt+Left"),
    (_t("Approve the case"), "Ctrl+Return"),
    (_t("Flag a problem"), "Ctrl+Shift+F"),
    (_t("Versions of the case"), "Ctrl+Shift+V"),
)
"""What leads from case to case, the same in both maps: words and key."""

_WINDOW_KEYS = ("Esc", "Tab", "Shift+Tab", "F1", "F6", "Ctrl+O", "Ctrl+B", "Ctrl+Q", *(f"Ctrl+{n}" for n in range(10)))

MOUSE: tuple[tuple[str, str, str], ...] = (
    (_t("Left drag"), _t("the tool"), _t("the tool")),
    (_t("Right drag"), _t("zoom"), _t("window and level")),
    (_t("Right click, with an outline"), _t("closes it"), _t("closes it")),
    (_t("Middle drag"), _t("pan"), _t("pan")),
    (_t("Wheel"), _t("slice"), _t("slice")),
    (_t("Ctrl + wheel"), _t("zoom about the cursor"), _t("zoom about the cursor")),
    (_t("Shift + wheel"), _t("brush size"), _t("brush size")),
    (_t("Shift + move"), _t("–"), _t("crosshair")),
    (_t("Double click"), _t("one pane large, or all"), _t("one pane large, or all")),
)
"""What the mouse does: gesture, in ITK-SNAP's map, in Slicer's."""


def right_drag_zooms(keymap: Keymap) -> bool:
    """Return whether the right button zooms; if not, it drags window and level."""
    return keymap is Keymap.ITKSNAP


def shift_moves_cursor(keymap: Keymap) -> bool:
    """Return whether the crosshair follows the mouse while Shift is held."""
    return keymap is Keymap.SLICER


def words(text: str) -> str:
    """Return a text of this table in the person's language."""
    return QCoreApplication.translate("keymaps", text)


@dataclass(frozen=True)
class Keys:
    """The keys in force: a program's, and those that a person put in their place.

    Attributes:
        keymap: The program.
        own: The key of each "map action", for both maps; see `study.own_keys`.
    """

    keymap: Keymap = Keymap.ITKSNAP
    own: Mapping[str, str] = field(default_factory=dict)

    @property
    def mine(self) -> dict[str, str]:
        """The person's keys of this map, by action."""
        return {name.partition(" ")[2]: key for name, key in self.own.items() if name.startswith(f"{self.keymap} ")}

    def of(self, action: str) -> tuple[str, ...]:
        """Return the keys of an action: the person's, else the program's that they gave to nothing else."""
        mine = self.mine
        if action in mine:
            return (mine[action],)
        row = next((row for row in KEYS if row.action == action), None)
        return tuple(key for key in row.keys(self.keymap) if key not in mine.values()) if row else ()

    def given(self, action: str, key: str) -> "Keys":
        """Return these keys with another one for an action; "" takes the person's key back."""
        name = f"{self.keymap} {action}"
        own = {known: old for known, old in self.own.items() if known != name}
        if key and key not in self.of(action):
            # who had it among the person's own keys has it no more
            taken = {f"{self.keymap} {other}" for other, old in self.mine.items() if old == key}
            own = {known: old for known, old in own.items() if known not in taken} | {name: key}
        elif key:
            return self
        return Keys(self.keymap, own)

    def plain(self) -> "Keys":
        """Return the program's keys alone; the other program's changes stay."""
        return Keys(self.keymap, {n: k for n, k in self.own.items() if not n.startswith(f"{self.keymap} ")})


def is_taken(key: str) -> bool:
    """Return whether the window or the screen needs a key for itself, or it cannot be written down."""
    sequences = [*(known for _, known in CASE_KEYS), *_WINDOW_KEYS]
    return ";" in key or QKeySequence(key) in [QKeySequence(known) for known in sequences]


def table_of(keys: Keys) -> Mapping[tuple[int, int], str]:
    """Return the action of each key, as (Qt key, modifiers)."""
    return {_code(key): row.action for row in KEYS for key in keys.of(row.action)}


def action_of(event: QKeyEvent, table: Mapping[tuple[int, int], str]) -> str | None:
    """Return the action of a key press, None if it has none."""
    modifiers = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
    if _is_sign(event.key()):
        # which keyboards need Shift for a sign is nobody's business here
        modifiers &= ~Qt.KeyboardModifier.ShiftModifier
    return table.get((event.key(), modifiers.value))


def _code(key: str) -> tuple[int, int]:
    combination = QKeySequence(key)[0]  # type: ignore[index]
    return int(combination.key()), combination.keyboardModifiers().value


def _is_sign(key: int) -> bool:
    letters_and_digits = Qt.Key.Key_0 <= key <= Qt.Key.Key_9 or Qt.Key.Key_A <= key <= Qt.Key.Key_Z
    return Qt.Key.Key_Exclam <= key <= Qt.Key.Key_AsciiTilde and not letters_and_digits
