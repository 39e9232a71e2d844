"""The places of the window in the order of the work, and how their screens are loaded.

A screen is imported when a person first goes there: the 3-D library and the curves would cost the start a second.
"""

import importlib
from dataclasses import dataclass
from typing import cast

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication
from PySide6.QtWidgets import QWidget

from fets_desktop.app.hall import Hall


@dataclass(frozen=True)
class Place:
    """A place of the rail.

    Attributes:
        name: Stable name, also that of its help page.
        title: In the rail.
        heading: In the header.
        icon: File name of its icon.
        screen: Module below `ui.screens` and class, "module:Class".
        below: Whether it stands at the foot of the rail.
        apart: Whether a line stands before it.
        own_header: Whether the screen brings its own header.
    """

    name: str
    title: str
    heading: str
    icon: str
    screen: str
    below: bool = False
    apart: bool = False
    own_header: bool = False

    @property
    def words(self) -> str:
        """The title in the person's language."""
        return QCoreApplication.translate("places", self.title)

    @property
    def heading_words(self) -> str:
        """The heading in the person's language."""
        return QCoreApplication.translate("places", self.heading)

    def build(self, hall: Hall, parent: QWidget) -> QWidget:
        """Load and build the screen."""
        module, name = self.screen.split(":")
        screen_class = getattr(importlib.import_module(f"fets_desktop.ui.screens.{module}"), name)
        return cast(QWidget, screen_class(hall, parent))


def key_of(number: int) -> str:
    """Return the key of the place that stands so manieth in the rail, from 1: the tenth has Ctrl+0."""
    return f"Ctrl+{number % 10}"


def _t(text: str) -> str:
    return str(QT_TRANSLATE_NOOP("places", text))


PLACES: tuple[Place, ...] = (
    Place("cases", _t("Cases"), _t("Cases"), "users", "cases.screen:CasesScreen"),
    Place("import", _t("Import"), _t("Import patients"), "folder-down", "import_.screen:ImportScreen"),
    Place("prepare", _t("Prepare"), _t("Prepare"), "sliders-horizontal", "prepare.screen:PrepareScreen"),
    Place("review", _t("Review"), _t("Review annotations"), "brush", "review.screen:ReviewScreen"),
    Place("split", _t("Split"), _t("Split"), "split", "split.screen:SplitScreen"),
    Place("federation", _t("Federation"), _t("Federation"), "network", "federation.screen:FederationScreen"),
    Place("segment", _t("Segment"), _t("Segment"), "brain", "segment.screen:SegmentScreen", apart=True),
    Place("models", _t("Models"), _t("Models"), "boxes", "models.screen:ModelsScreen"),
    Place("settings", _t("Settings"), _t("Settings"), "settings", "settings:SettingsScreen", below=True),
    Place("help", _t("Help"), _t("Help"), "circle-question-mark", "help:HelpScreen", below=True),
)


def words_of(name: str) -> str:
    """Return the title of a place in the person's language."""
    return next(place.words for place in PLACES if place.name == name)
