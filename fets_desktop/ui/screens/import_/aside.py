"""Series that are no candidates, with their reasons on demand; a person may say that one stands for a contrast."""

from collections.abc import Mapping, Sequence
from functools import partial

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QImage, QPixmap
from PySide6.QtWidgets import QGridLayout, QMenu, QPushButton, QWidget

from fets_desktop.app.glances import Glance
from fets_desktop.study.case import Series
from fets_desktop.study.contrast import ALL_CONTRASTS
from fets_desktop.ui.widgets.expander import Unfolding
from fets_desktop.ui.widgets.parts import label, tool_button
from fets_desktop.ui.widgets.picture import Picture
from fets_desktop.ui.words import count

_PICTURE_SIDE = 72
_PICTURE, _TITLE, _FACTS, _WHY, _USE, _TAGS = range(6)


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
        self._grid.setColumnStretch(_WHY, 1)
        self._facts = SeriesFactsWords(self)
        self._shown: tuple[Sequence[Series], Mapping[str, Glance]] = ((), {})
        self.buttons: dict[str, QPushButton] = {}

    def show_series(self, series: Sequence[Series], glances: Mapping[str, Glance]) -> None:
        """Show the series that were set aside; nothing at all where there are none.

        Args:
            series: To show, in this order.
            glances: What may be seen of them, by their ids, where somebody has looked.
        """
        heading = count(len(series), "{n} series set aside", "{n} series set aside")
        self.show_heading(heading, needed=bool(series))
        if (tuple(series), glances) == self._shown:
            return
        self._shown = tuple(series), dict(glances)
        self.buttons.clear()
        while item := self._grid.takeAt(0):
            if widget := item.widget():
                widget.setParent(None)
                widget.deleteLater()
        for number, one in enumerate(series):
            for column, widget in self._cells(one, glances.get(one.id)).items():
                self._grid.addWidget(widget, number, column, Qt.AlignmentFlag.AlignVCenter)

    def _cells(self, one: Series, seen: Glance | None) -> dict[int, QWidget]:
        title = one.description or self.tr("Series without a description")
        why = f"{one.set_aside}\n{seen.why_not}" if seen and seen.why_not else one.set_aside
        tip = self.tr("DICOM tags of {title}").format(title=title)
        cells: dict[int, QWidget] = {
            _TITLE: label(title, "small"),
            _FACTS: label(self._facts.of(one), "small"),
            _WHY: label(why, "small", wrap=True),
            _TAGS: tool_button("info", tip, partial(self.tags_wanted.emit, one.id)),
        }
        if seen and seen.grey:
            cells[_PICTURE] = self._picture(seen, title)
        if one.kin and not one.sha256:
            cells[_USE] = self._use_as(one, title)
        return cells

    def _picture(self, seen: Glance, title: str) -> Picture:
        image = QImage(seen.grey, seen.side, seen.side, seen.side, QImage.Format.Format_Grayscale8)
        picture = Picture()
        picture.setFixedSize(_PICTURE_SIDE, _PICTURE_SIDE)
        picture.show_pixmap(QPixmap.fromImage(image), self.tr("Picture of {title}").format(title=title))
        return picture

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
