"""One table of colours for dark and light; the palette, the style sheet and every painted thing take theirs from it."""

from dataclasses import dataclass
from string import Template
from tempfile import TemporaryDirectory

from PySide6.QtCore import QFileInfo
from PySide6.QtGui import QColor, QPalette
from PySide6.QtWidgets import QApplication, QWidget

from fets_desktop.study.labels import Tissue
from fets_desktop.ui.icons import retint, tinted
from fets_desktop.ui.style_sheet import STYLE_SHEET

ROLES: dict[str, tuple[str, str]] = {
    # role: (dark, light)
    "window": ("#0e1115", "#f3f5f7"),
    "rail": ("#0a0c0f", "#e9edf0"),
    "panel": ("#14181d", "#ffffff"),
    "raised": ("#1a1f25", "#ffffff"),
    "field": ("#0f1216", "#ffffff"),
    "pane": ("#000000", "#000000"),
    "border": ("#242a31", "#d5dbe1"),
    "line": ("#1c2127", "#e4e8ec"),
    "hover": ("#1d232a", "#e8edf1"),
    "text": ("#e7ebef", "#14191f"),
    "muted": ("#98a2ad", "#55616d"),
    "faint": ("#7e8893", "#647079"),
    "closed": ("#6b7580", "#7c8894"),
    "accent": ("#4db3d9", "#0f6f9c"),
    "accent_fill": ("#1f7299", "#14719b"),
    "accent_hover": ("#2885b0", "#0f618a"),
    "accent_soft": ("#132f3b", "#d7ebf4"),
    "on_accent": ("#ffffff", "#ffffff"),
    "good": ("#58bd8b", "#17713f"),
    "warn": ("#e2a94c", "#946000"),
    "bad": ("#ef6f67", "#b92f27"),
    "good_soft": ("#13281f", "#dff2e7"),
    "warn_soft": ("#2e2614", "#fbefd5"),
    "bad_soft": ("#331b1b", "#fbe1df"),
    "ET": ("#f4c542", "#937000"),
    "TC": ("#e2572b", "#8c1c13"),
    "WT": ("#26a69a", "#0b7268"),
}
"""Every colour of the window's chrome and plots. A region's curve has the colour of the sub-compartment it adds, darker
on a white ground, where yellow letters could not be read; colour-blind people tell both triples apart."""

TISSUE_COLOURS: dict[Tissue, str] = {
    Tissue.NCR: "#e2572b",
    Tissue.ED: "#26a69a",
    Tissue.ET: "#f4c542",
    Tissue.RC: "#7b8ce0",
    Tissue.BRAIN: "#6edcff",
}
"""Label colours, told apart by colour-blind people too: vermilion, teal, yellow, periwinkle."""

PLANE_COLOURS: dict[str, str] = {"axial": "#e5534b", "sagittal": "#f0c04a", "coronal": "#5fbf6b"}
"""Axial red, sagittal yellow, coronal green; crosshairs are tinted the same."""

_SHEET_ICONS = {"chevron-down": "muted", "chevron-up": "muted", "check": "on_accent"}
_ICON_FOLDER: list[TemporaryDirectory[str]] = []


@dataclass(frozen=True)
class Theme:
    """The colours of one look.

    Attributes:
        name: "dark" or "light".
    """

    name: str

    def hex(self, role: str) -> str:
        """Return a colour as "#rrggbb".

        Raises:
            KeyError: If there is no such role.
        """
        return ROLES[role][0 if self.name == "dark" else 1]

    def colour(self, role: str) -> QColor:
        """Return a colour for a painter."""
        return QColor(self.hex(role))


_DARK, _LIGHT = Theme("dark"), Theme("light")


def current_theme() -> Theme:
    """Return the look in force: that of the application's palette."""
    window = QApplication.palette().color(QPalette.ColorRole.Window)
    return _LIGHT if window.lightness() > 128 else _DARK


def palette(theme: Theme) -> QPalette:
    """Return the Qt palette of a theme."""
    role = QPalette.ColorRole
    built = QPalette()
    pairs = {
        role.Window: "window",
        role.WindowText: "text",
        role.Base: "field",
        role.AlternateBase: "panel",
        role.Text: "text",
        role.Button: "raised",
        role.ButtonText: "text",
        role.BrightText: "bad",
        role.Highlight: "accent_fill",
        role.HighlightedText: "on_accent",
        role.Link: "accent",
        role.LinkVisited: "accent",
        role.PlaceholderText: "faint",
        role.ToolTipBase: "raised",
        role.ToolTipText: "text",
        role.Light: "border",
        role.Midlight: "border",
        role.Mid: "border",
        role.Dark: "line",
        role.Shadow: "rail",
    }
    for qt_role, ours in pairs.items():
        built.setColor(qt_role, theme.colour(ours))
    for qt_role in (role.WindowText, role.Text, role.ButtonText):
        built.setColor(QPalette.ColorGroup.Disabled, qt_role, theme.colour("closed"))
    return built


def style_sheet(theme: Theme) -> str:
    """Return the one style sheet in a theme's colours."""
    words = {role: theme.hex(role) for role in ROLES}
    for name, role in _SHEET_ICONS.items():
        words[name.replace("-", "_")] = _icon_file(name, theme.hex(role))
    return Template(STYLE_SHEET).substitute(words)


def _icon_file(name: str, colour: str) -> str:
    """Return a tinted icon as a file: a style sheet takes pictures from files only, and they must not outlive us."""
    if not _ICON_FOLDER:
        _ICON_FOLDER.append(TemporaryDirectory(prefix="fets-desktop-icons-"))
    file = f"{_ICON_FOLDER[0].name}/{name}-{colour.removeprefix('#')}.png"
    if not QFileInfo.exists(file):
        tinted(name, colour, 16, 2.0).save(file)
    return file


def apply_theme(name: str) -> Theme:
    """Give the whole application a look and tint every icon anew."""
    theme = _LIGHT if name == "light" else _DARK
    app = QApplication.instance()
    assert isinstance(app, QApplication)
    app.setPalette(palette(theme))
    app.setStyleSheet(style_sheet(theme))
    for widget in QApplication.topLevelWidgets():
        _tint(widget, theme)
    return theme


def _tint(widget: QWidget, theme: Theme) -> None:
    retint(widget, theme.hex)
