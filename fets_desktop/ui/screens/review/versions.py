"""The timeline of a case: every version, two of them side by side, and what can be done with them."""

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import QModelIndex, QObject, Qt, Signal
from PySide6.QtWidgets import QDialog, QGridLayout, QLabel, QPushButton, QWidget

from fets_desktop.app.annotations.comparing import Comparison
from fets_desktop.app.hall import Hall
from fets_desktop.study.annotation import Annotation
from fets_desktop.study.errors import StudyError
from fets_desktop.study.labels import REGIONS
from fets_desktop.ui.reading import Reading
from fets_desktop.ui.sentences import message_of
from fets_desktop.ui.widgets.dialogs import headed
from fets_desktop.ui.widgets.parts import button, label, row
from fets_desktop.ui.widgets.table import Table
from fets_desktop.ui.widgets.titled import Index, TitledModel
from fets_desktop.ui.words import NOTHING, author_words, count, day, figure, piece, volume

NUMBER, AUTHOR, WHEN, PARENT, EDITS, MINUTES, WT, TC, ET, SIGNED, NOTE = range(11)
_WIDTHS = {NUMBER: 46, AUTHOR: 140, WHEN: 150, PARENT: 56, EDITS: 60, MINUTES: 76, WT: 76, TC: 74, ET: 74, SIGNED: 120}
_VOLUMES = {WT: "WT", TC: "TC", ET: "ET"}
_RIGHT = (EDITS, MINUTES, WT, TC, ET)


class VersionRows(TitledModel):
    """Versions, the newest first.

    Args:
        versions: As the hall tells them, the oldest first.
        parent: Its owner.
    """

    _right = _RIGHT

    def __init__(self, versions: Sequence[Annotation], parent: QObject) -> None:
        super().__init__(parent)
        self.versions = tuple(reversed(versions))
        self._numbers = {version.id: version.number for version in versions}
        self._titles = (
            self.tr("No."),
            self.tr("By"),
            self.tr("When"),
            self.tr("From"),
            self.tr("Edits"),
            self.tr("Minutes"),
            self.tr("WT cm³"),
            self.tr("TC cm³"),
            self.tr("ET cm³"),
            self.tr("Approved by"),
            self.tr("Note"),
        )

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own default
        """Return how many versions there are."""
        return 0 if parent.isValid() else len(self.versions)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:  # noqa: ANN401
        """Return what a cell shows."""
        version, column = self.versions[index.row()], index.column()
        if role == Qt.ItemDataRole.DisplayRole:
            return self._text(version, column)
        if role in (Qt.ItemDataRole.ToolTipRole, Qt.ItemDataRole.AccessibleTextRole):
            return self._text(version, column).replace("  ", "\n") or None
        if role == Qt.ItemDataRole.TextAlignmentRole and column in _RIGHT:
            return int(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        return None

    def _text(self, version: Annotation, column: int) -> str:
        if column in _VOLUMES:
            return volume(version.volumes_ml.get(_VOLUMES[column]))
        reason = self.tr("Approved because: {why}").format(why=version.approved_reason)
        notes = [version.note.replace("\n", " "), reason if version.approved_reason else ""]
        return {
            NUMBER: str(version.number),
            AUTHOR: author_words(version),
            WHEN: day(version.created),
            PARENT: str(self._numbers.get(version.parent or "", NOTHING)),
            EDITS: str(version.edits),
            MINUTES: f"{version.minutes:.0f}" if version.minutes else NOTHING,
            SIGNED: version.approved_by or NOTHING,
            NOTE: "  ".join(filter(None, notes)),
        }[column]


class VersionsDialog(QDialog):
    """Shows the versions of a case; two that are chosen are compared beside the window.

    Args:
        hall: The use cases.
        case: Its name.
        parent: The window.
    """

    help_page = "review#Versions"

    outline_wanted = Signal(str)
    """A version whose outlines are to be drawn over the labels in hand."""
    restore_wanted = Signal(str)
    """A version that is to be the newest again."""
    adjudicate_wanted = Signal(str, str)
    """Two versions, of which a person makes a third."""
    reading_wanted = Signal()
    """A second reader is to begin."""

    def __init__(self, hall: Hall, case: str, parent: QWidget) -> None:
        super().__init__(parent)
        self._hall = hall
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        words = self.tr("None of them ever changes. Choose two to compare them; the older one is the reference.")
        column = headed(self, self.tr("Versions of {case}").format(case=case), words, width=1080)
        self.rows = VersionRows(hall.cases.versions(case), self)
        self.table = Table(self.tr("Versions"), self.rows, self)
        self.table.set_widths(_WIDTHS, NOTE)
        self.table.setMinimumHeight(190)
        column.addWidget(self.table, 1)
        self.said = label("", "muted", wrap=True)
        self.scores = QWidget()
        self._lines = QGridLayout(self.scores)
        self._lines.setContentsMargins(0, 0, 0, 0)
        self._lines.setHorizontalSpacing(26)
        self._lines.setVerticalSpacing(5)
        column.addWidget(self.said)
        column.addWidget(self.scores)
        self._comparing = Reading(self)
        self.presses: dict[str, QPushButton] = {}
        for name, title, call in (
            ("outline", self.tr("Show its outlines"), lambda: self._leave_for(self.outline_wanted)),
            ("restore", self.tr("Restore it"), lambda: self._leave_for(self.restore_wanted)),
            ("adjudicate", self.tr("Adjudicate the two"), lambda: self._leave_for(self.adjudicate_wanted)),
            ("reading", self.tr("Second reading…"), lambda: self._leave_for(self.reading_wanted)),
        ):
            self.presses[name] = button(title, call)
        column.addWidget(row(*self.presses.values(), 1, button(self.tr("Close"), self.reject)))
        self.table.selectionModel().selectionChanged.connect(lambda *_: self._chosen())
        self.finished.connect(self._comparing.forget)
        self.finished.connect(self._comparing.wait)
        self._chosen()

    def chosen(self) -> list[Annotation]:
        """Return the versions of the chosen rows, the newest first."""
        lines = sorted({index.row() for index in self.table.selectionModel().selectedRows()})
        return [self.rows.versions[line] for line in lines]

    def choose(self, *names: str) -> None:
        """Choose versions by their names."""
        self.table.clearSelection()
        mode = self.table.selectionModel().SelectionFlag
        for line, version in enumerate(self.rows.versions):
            if version.id in names:
                self.table.selectionModel().select(self.rows.index(line, 0), mode.Select | mode.Rows)

    def _chosen(self) -> None:
        chosen = self.chosen()
        newest = self.rows.versions[0].id if self.rows.versions else ""
        self.presses["outline"].setEnabled(len(chosen) == 1)
        self.presses["restore"].setEnabled(len(chosen) == 1 and chosen[0].id != newest)
        self.presses["adjudicate"].setEnabled(len(chosen) == 2)
        self._clear()
        self._comparing.forget()
        if len(chosen) != 2:
            self.said.setText("")
            return
        self.said.setText(self.tr("Comparing…"))
        try:
            work = self._hall.reviewing.comparer(chosen[0].id, chosen[1].id)
        except StudyError as error:
            self._failed(error)
            return
        self._comparing.start(work, self._compared, self._failed)

    def _failed(self, error: StudyError) -> None:
        self.said.setText(message_of(error))

    def _clear(self) -> None:
        self.scores.setVisible(False)
        for shown in self.scores.findChildren(QLabel):
            self._lines.removeWidget(shown)
            shown.deleteLater()

    def _compared(self, found: Comparison) -> None:
        first, second = found.first.number, found.second.number
        places = count(len(found.places), "They differ in {n} place.", "They differ in {n} places.")
        largest = piece(found.places[0].ml if found.places else 0.0)
        apart = self.tr("{places} The largest has {volume}.").format(places=places, volume=largest)
        self.said.setText(apart if found.places else self.tr("They are alike, voxel by voxel."))
        titles = (
            "",
            "Dice",
            "HD95 mm",
            *(self.tr("cm³ in {n}").format(n=n) for n in (first, second)),
            self.tr("Change"),
        )
        for place, title in enumerate(titles):
            self._put(0, place, title, "muted")
        for line, region in enumerate(REGIONS, 1):
            score, (new, old) = found.scores[region], (v.regions_ml[region] for v in found.volumes)
            texts = (
                region.value,
                f"{score.dice:.3f}",
                f"{score.hd95_mm:.1f}",
                volume(new),
                volume(old),
                _change(new, old),
            )
            for place, text in enumerate(texts):
                self._put(line, place, text, "strong" if place == 0 else "")
        self._lines.setColumnStretch(len(titles), 1)
        self.scores.setVisible(True)

    def _put(self, line: int, place: int, text: str, look: str) -> None:
        side = Qt.AlignmentFlag.AlignRight if place else Qt.AlignmentFlag.AlignLeft
        self._lines.addWidget(label(text, look), line, place, side)

    def _leave_for(self, signal: Any) -> None:  # noqa: ANN401 - a bound signal has no type of its own
        names = [version.id for version in self.chosen()]
        self.accept()
        if signal is self.reading_wanted:
            names = []
        signal.emit(*names)


def _change(new: float, old: float) -> str:
    """Return by how much a volume has changed, in per cent; a dash where there was none."""
    if not old:
        return NOTHING
    share = 100.0 * (new - old) / old
    # what rounds to nothing has no sign
    return f"{figure(share, '+.1f')} %" if round(share, 1) else "0 %"
