"""The labels of a case: colour, name, live volume, lock and visibility; one of them is active."""

from dataclasses import replace
from functools import partial

from PySide6.QtCore import QPoint, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QButtonGroup, QHBoxLayout, QToolButton, QVBoxLayout, QWidget

from fets_desktop.review.display import LABEL_COLOURS
from fets_desktop.review.measures import Volumes
from fets_desktop.study.labels import Region, Tissue
from fets_desktop.ui.screens.review.row_frame import draw_row_frame
from fets_desktop.ui.sentences import said
from fets_desktop.ui.theme import current_theme
from fets_desktop.ui.viewer.state import ViewState
from fets_desktop.ui.widgets.parts import label, row, show_icon, tool_button
from fets_desktop.ui.widgets.quiet_label import QuietLabel
from fets_desktop.ui.words import volume

_HEIGHT = 44
_BUTTONS = 48


class LabelRow(QAbstractButton):
    """One label: chosen by a click, locked and hidden by its two buttons.

    Args:
        tissue: The sub-compartment.
    """

    def __init__(self, tissue: Tissue) -> None:
        super().__init__()
        self.tissue = tissue
        self._volume = ""
        self.setCheckable(True)
        self.setFixedHeight(_HEIGHT)
        # a click on the lock or the eye would hand the focus, and its frame, to a row that is not the chosen one
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.lock = self._small(self.tr("Lock {label}"))
        self.eye = self._small(self.tr("Hide {label}"))
        self.lock.toggled.connect(self._show_icons)
        self.eye.toggled.connect(self._show_icons)
        line = QHBoxLayout(self)
        line.setContentsMargins(0, 0, 2, 0)
        line.setSpacing(0)
        line.addStretch(1)
        line.addWidget(self.lock)
        line.addWidget(self.eye)
        self._show_icons()
        self.show_volume(0.0)

    def _small(self, name: str) -> QToolButton:
        button = QToolButton()
        button.setProperty("look", "quiet")
        button.setCheckable(True)
        button.setFixedSize(QSize(23, 26))
        words = name.format(label=said(self.tissue.words))
        button.setAccessibleName(words)
        button.setToolTip(words)
        return button

    def _show_icons(self) -> None:
        locked, hidden = self.lock.isChecked(), self.eye.isChecked()
        show_icon(self.lock, "lock" if locked else "lock-open", "warn" if locked else "faint", 14)
        show_icon(self.eye, "eye-off" if hidden else "eye", "warn" if hidden else "muted", 16)

    def show_volume(self, millilitres: float) -> None:
        """Show another volume in cm3."""
        words = volume(millilitres)
        if words == self._volume:
            return  # most labels stay as they are while one is painted
        self._volume = words
        self.setAccessibleName(f"{said(self.tissue.words)}, {words} cm³")
        self.update(0, 0, self.width() - _BUTTONS, self.height())  # not the lock and the eye, which stay as they are

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw swatch, names and volume."""
        theme = current_theme()
        with QPainter(self) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            draw_row_frame(painter, self)
            painter.setPen(Qt.PenStyle.NoPen)
            if self.isChecked():
                painter.setBrush(theme.colour("accent"))
                painter.drawRoundedRect(QRectF(1, 7, 3, self.height() - 14), 1.5, 1.5)
            painter.setBrush(QColor(*LABEL_COLOURS[self.tissue]))
            painter.drawRoundedRect(QRectF(9, self.height() / 2 - 6, 12, 12), 3, 3)
            self._write(painter)

    def _write(self, painter: QPainter) -> None:
        theme, font = current_theme(), self.font()
        right = self.width() - _BUTTONS - 5
        font.setPixelSize(13)
        painter.setFont(font)
        painter.setPen(theme.colour("text"))
        number = self._volume
        wide = painter.fontMetrics().horizontalAdvance(number)
        box = QRect(QPoint(30, 5), QPoint(right - wide - 6, 23))
        words = painter.fontMetrics().elidedText(said(self.tissue.words), Qt.TextElideMode.ElideRight, box.width())
        painter.drawText(box, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter, words)
        painter.drawText(QRect(right - wide - 2, 0, wide + 2, self.height()), Qt.AlignmentFlag.AlignVCenter, number)
        font.setPixelSize(11)
        painter.setFont(font)
        painter.setPen(theme.colour("muted"))
        painter.drawText(QRect(30, 22, 80, 17), Qt.AlignmentFlag.AlignVCenter, self.tissue.value)

    def sizeHint(self) -> QSize:
        """Return the size of one row."""
        return QSize(220, _HEIGHT)


class LabelPanel(QWidget):
    """All labels of the scheme in use, and the sums of the regions.

    Args:
        state: What it changes and follows.
    """

    built = Signal()
    """There are other rows."""
    file_wanted = Signal()
    """A label map that was made elsewhere is to become a version."""

    def __init__(self, state: ViewState) -> None:
        super().__init__()
        self._state = state
        self.rows: dict[int, LabelRow] = {}
        self._group = QButtonGroup(self)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(2)
        self.file = tool_button("file-plus", self.tr("Labels from a file…"), self.file_wanted.emit)
        self._column.addWidget(row(label(self.tr("Labels"), "heading"), self.file, 1, label("cm³", "small")))
        self._sums = QuietLabel("small")
        self._column.addWidget(self._sums)
        state.scene_changed.connect(self._new_scene)
        state.hand_changed.connect(self.follow)
        state.look_changed.connect(self.follow)
        state.labels_painted.connect(self.show_volumes)

    def _new_scene(self) -> None:
        scene = self._state.scene
        values = scene.editor.labels.scheme.values if scene else ()
        if [(v, r.tissue) for v, r in self.rows.items()] != list(values):
            self._build(values)
        self.follow()
        self.show_volumes()

    def _build(self, values: tuple[tuple[int, Tissue], ...]) -> None:
        for old in self.rows.values():
            self._group.removeButton(old)
            old.setParent(None)
            old.deleteLater()
        self.rows = {value: LabelRow(tissue) for value, tissue in values}
        for place, (value, built) in enumerate(self.rows.items(), 1):
            self._group.addButton(built)
            self._column.insertWidget(place, built)
            built.toggled.connect(partial(self._choose, value))
            built.lock.toggled.connect(partial(self._lock, value))
            built.eye.toggled.connect(partial(self._hide, value))
        self.built.emit()

    def in_order(self) -> list[QWidget]:
        """Return what the Tab key goes through, from top to bottom."""
        return [self.file] + [part for shown in self.rows.values() for part in (shown, shown.lock, shown.eye)]

    def follow(self) -> None:
        """Show the state as it is."""
        hand, look = self._state.hand, self._state.look
        for value, shown in self.rows.items():
            shown.setChecked(value == hand.value)
            shown.lock.setChecked(value in hand.locked)
            shown.eye.setChecked(value in look.hidden)

    def show_volumes(self, *_: object) -> None:
        """Show the volumes as they are, also in the middle of a stroke."""
        if self._state.scene is None:
            return
        volumes: Volumes = self._state.scene.editor.volumes
        for shown in self.rows.values():
            shown.show_volume(volumes.tissues_ml[shown.tissue])
        whole, core = volume(volumes.regions_ml[Region.WT]), volume(volumes.regions_ml[Region.TC])
        self._sums.setText(self.tr("Whole tumour {whole}   Core {core}").format(whole=whole, core=core))

    def _choose(self, value: int, on: bool) -> None:
        if on:
            self._state.set_hand(replace(self._state.hand, value=value))

    def _lock(self, value: int, on: bool) -> None:
        locked = self._state.hand.locked
        self._state.set_hand(replace(self._state.hand, locked=locked | {value} if on else locked - {value}))

    def _hide(self, value: int, on: bool) -> None:
        hidden = self._state.look.hidden
        self._state.set_look(replace(self._state.look, hidden=hidden | {value} if on else hidden - {value}))
