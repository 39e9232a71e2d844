"""Series that are no candidates, with their reasons on demand; a person may say that one stands for a contrast."""

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QGridLayout, QMenu, QPushButton

from fets_desktop.study.case import Series
from fets_desktop.study.contrast import ALL_CONTRASTS
from fets_desktop.ui.widgets.expander import Unfolding
from fets_desktop.ui.widgets.parts import label, tool_button
from fets_desktop.ui.words import count


class SeriesFactsWords(QObject):
    """Puts a series' number, count of images and date into words."""

    def of(self, series: Series, *, dated: bool = True) -> str:
        """Return the facts as one line, "" if nothing is known; undated where the case's date stands beside it."""
        parts = [
            self.tr("Series {n}").format(n=series.number) if series.number else "",
            count(series.images, "{n} image", "{n} images") if series.images else "",
            series.date if dated else "",
        ]
        return "  ·  ".join(part for part in parts if part)


class AsideSeries(Unfolding):
    """A line that unfolds into the series set aside.

    `overruled` carries a series and its contrast, `tags_wanted` a series whose DICOM tags are to be shown.
    """

    overruled = Signal(str, object)
    tags_wanted = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self._grid = QGridLayout(self.body)
        self._grid.setContentsMargins(26, 0, 0, 4)
        self._grid.setHorizontalSpacing(16)
        self._grid.setVerticalSpacing(6)
        self._grid.setColumnStretch(2, 1)
        self._facts = SeriesFactsWords(self)
        self._shown: tuple[Series, ...] = ()
        self.buttons: dict[str, QPushButton] = {}

    def show_series(self, series: Sequence[Series]) -> None:
        """Show the series that were set aside; nothing at all where there are none."""
        heading = count(len(series), "{n} series set aside", "{n} series set aside")
        self.show_heading(heading, needed=bool(series))
        if tuple(series) == self._shown:
            return
        self._shown = tuple(series)
        self.buttons.clear()
        while item := self._grid.takeAt(0):
            if widget := item.widget():
                widget.setParent(None)
                widget.deleteLater()
        for number, one in enumerate(series):
            title = one.description or self.tr("Series without a description")
            self._grid.addWidget(label(title, "small"), number, 0)
            self._grid.addWidget(label(self._facts.of(one), "small"), number, 1)
            self._grid.addWidget(label(one.set_aside, "small", wrap=True), number, 2)
            if one.kin and not one.sha256:
                self._grid.addWidget(self._use_as(one, title), number, 3)
            tip = self.tr("DICOM tags of {title}").format(title=title)
            self._grid.addWidget(tool_button("info", tip, partial(self.tags_wanted.emit, one.id)), number, 4)

    def _use_as(self, series: Series, title: str) -> QPushButton:
        built = QPushButton(self.tr("Use it as"))
        built.setAutoDefault(False)
        built.setAccessibleName(self.tr("Use {title} as").format(title=title))
        menu = QMenu(built)
        for contrast in ALL_CONTRASTS:
            menu.addAction(str(contrast), partial(self.overruled.emit, series.id, contrast))
        built.setMenu(menu)
        self.buttons[series.id] = built
        return built
