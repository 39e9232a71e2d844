"""The table of a patient's time points: when, whose labels, volumes, and how they went."""

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import QModelIndex, QObject, Qt, Signal

from fets_desktop.review.growth import Growth, TimePoint
from fets_desktop.study.labels import Region
from fets_desktop.study.origin import MODEL_AUTHOR
from fets_desktop.ui.widgets.titled import Index, TitledModel
from fets_desktop.ui.words import NOTHING, day, person_words, translate, volume

SHOWN, DATE, CASE, LABELS, WT, TC, ET, DAYS, CHANGE = range(9)
_VOLUMES = {WT: Region.WT, TC: Region.TC, ET: Region.ET}
_RIGHT = (*_VOLUMES, DAYS, CHANGE)
_IMPORT = "import"


def standing_words(point: TimePoint) -> str:
    """Return whose labels are told."""
    if point.hidden:
        return translate("Hidden: a second reading is under way")
    if not point.version:
        return translate("No labels yet") if point.prepared else translate("Not prepared yet")
    if point.approved_by:
        return translate("Approved by {who}", who=person_words(point.approved_by))
    if point.author.startswith(MODEL_AUTHOR):
        return translate("Proposed, not approved")
    return translate("Imported, not approved") if point.author == _IMPORT else translate("Drawn, not approved")


class PointRows(TitledModel):
    """Time points in order, each with a box that says whether it is seen.

    Args:
        parent: Its owner.
    """

    _right = _RIGHT

    ticked = Signal(str, bool)
    """A case is to be seen, or no longer."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self.points: tuple[TimePoint, ...] = ()
        self._growths: tuple[Growth | None, ...] = ()
        self._shown: frozenset[str] = frozenset()
        self._titles = (
            "",
            self.tr("Scan date"),
            self.tr("Case"),
            self.tr("Labels"),
            self.tr("WT cm³"),
            self.tr("TC cm³"),
            self.tr("ET cm³"),
            self.tr("Days"),
            self.tr("Change WT / ET"),
        )

    def show_points(self, points: Sequence[TimePoint], growths: Sequence[Growth | None]) -> None:
        """Show other time points."""
        self.beginResetModel()
        self.points, self._growths = tuple(points), tuple(growths)
        self.endResetModel()

    def show_shown(self, shown: Sequence[str]) -> None:
        """Tick those that are seen."""
        self._shown = frozenset(shown)
        if self.points:
            self.dataChanged.emit(self.index(0, SHOWN), self.index(len(self.points) - 1, SHOWN))

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own default
        """Return how many time points there are."""
        return 0 if parent.isValid() else len(self.points)

    def flags(self, index: Index) -> Qt.ItemFlag:
        """Return what can be done with a cell."""
        known = super().flags(index)
        return known | Qt.ItemFlag.ItemIsUserCheckable if index.column() == SHOWN else known

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:  # noqa: ANN401
        """Return what a cell shows."""
        point, column = self.points[index.row()], index.column()
        if column == SHOWN:
            if role == Qt.ItemDataRole.CheckStateRole:
                return Qt.CheckState.Checked if point.case in self._shown else Qt.CheckState.Unchecked
            if role == Qt.ItemDataRole.AccessibleTextRole:
                return self.tr("Show {case}").format(case=point.case)
            return None
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole):
            return self._text(point, self._growths[index.row()], column)
        if role == Qt.ItemDataRole.TextAlignmentRole and column in _RIGHT:
            return int(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        return None

    def setData(self, index: Index, value: Any, role: int = Qt.ItemDataRole.EditRole) -> bool:  # noqa: ANN401
        """Take a tick."""
        if role != Qt.ItemDataRole.CheckStateRole or index.column() != SHOWN:
            return False
        self.ticked.emit(self.points[index.row()].case, Qt.CheckState(value) is Qt.CheckState.Checked)
        return True

    def _text(self, point: TimePoint, growth: Growth | None, column: int) -> str:
        if column in _VOLUMES:
            return volume(point.volumes_ml.get(_VOLUMES[column]))
        return {
            DATE: day(point.date),
            CASE: point.case,
            LABELS: standing_words(point),
            DAYS: str(growth.days) if growth and growth.days is not None else NOTHING,
            CHANGE: " / ".join(_share(growth.percent[r]) for r in (Region.WT, Region.ET)) if growth else NOTHING,
        }[column]


def _share(percent: float | None) -> str:
    return NOTHING if percent is None else translate("{p:+.0f} %", p=percent)
