"""The check-list of an open case: what is worth a look stands first, and a click jumps to where it is."""

from collections.abc import Sequence

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from fets_desktop.study.finding import Finding, Grade
from fets_desktop.ui.sentences import said
from fets_desktop.ui.step_table import GRADE_ICONS, GRADE_WORDS
from fets_desktop.ui.theme import current_theme
from fets_desktop.ui.widgets.parts import button, clear, icon_label, label, row, set_words, show_icon
from fets_desktop.ui.words import count, translate

_WORST_FIRST = (Grade.BAD, Grade.LOOK, Grade.OK)


def places_of(finding: Finding) -> list[tuple[int, int, int]]:
    """Return every voxel (x, y, z) where a finding lies, those most worth a look first: "x", then "x2", ..."""
    places: list[tuple[int, int, int]] = []
    while True:
        number = len(places) + 1
        names = [f"{axis}{number if number > 1 else ''}" for axis in "xyz"]
        if not all(name in finding.numbers for name in names):
            return places
        x, y, z = (round(finding.numbers[name]) for name in names)
        places.append((x, y, z))


class CheckRow(QAbstractButton):
    """One check: grade, title, words.

    Args:
        finding: What was found.
        hint: What a click does, "" if nothing.
    """

    def __init__(self, finding: Finding, hint: str) -> None:
        super().__init__()
        self.finding = finding
        self._leads = bool(hint)
        self.setToolTip(hint)
        grade = translate(GRADE_WORDS[finding.grade][0])
        self.setAccessibleName(f"{said(finding.title)}: {grade}. {said(finding.text)}")
        self.setAccessibleDescription(hint)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus if hint else Qt.FocusPolicy.NoFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        if hint:
            self.setCursor(Qt.CursorShape.PointingHandCursor)
        # a button insists on the width of its words in one line; these wrap instead of pushing the panel wider
        policy = QSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        line = QHBoxLayout(self)
        line.setContentsMargins(2, 4, 4, 4)
        line.setSpacing(8)
        line.addWidget(icon_label(*GRADE_ICONS[finding.grade]), 0, Qt.AlignmentFlag.AlignTop)
        words = QVBoxLayout()
        words.setSpacing(1)
        words.addWidget(label(said(finding.title), "", wrap=True))
        if finding.text:
            words.addWidget(label(said(finding.text), "small", wrap=True))
        line.addLayout(words, 1)
        if hint:
            line.addWidget(icon_label("chevron-right", "faint", 14), 0, Qt.AlignmentFlag.AlignVCenter)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the ground under the mouse and the frame of the focus; the words are children."""
        if not self._leads or not (self.underMouse() or self.hasFocus()):
            return
        theme = current_theme()
        with QPainter(self) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(QPen(theme.colour("accent" if self.hasFocus() else "border"), 1))
            painter.setBrush(theme.colour("hover") if self.underMouse() else Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5), 5, 5)


class CheckList(QWidget):
    """Shows checks; those that are fine fold into one line."""

    jump_wanted = Signal(int, int, int)
    """A voxel (x, y, z) to look at."""
    step_wanted = Signal()
    """The step of the preparation that a check belongs to."""
    filled = Signal()
    """There are other rows."""

    def __init__(self) -> None:
        super().__init__()
        self.rows: list[CheckRow] = []
        self._findings: tuple[Finding, ...] = ()
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(2)
        self._worst, self._fine = QVBoxLayout(), QVBoxLayout()
        self._fold = button("", self._toggle, "chevron-right", "link")
        self._unfolded = False
        self._turns: dict[str, int] = {}
        self._column.addWidget(label(self.tr("Checks"), "heading"))
        self._column.addLayout(self._worst)
        self._column.addWidget(row(self._fold, 1))
        self._column.addLayout(self._fine)

    def show_findings(self, findings: Sequence[Finding]) -> None:
        """Show other findings."""
        if tuple(findings) == self._findings:
            return
        self._findings = tuple(findings)
        self._fill()

    def _fill(self) -> None:
        clear(self._worst)
        clear(self._fine)
        self.rows = []
        for finding in sorted(self._findings, key=lambda f: _WORST_FIRST.index(f.grade)):
            if finding.grade is not Grade.OK:
                self._add(self._worst, finding)
            elif self._unfolded:
                self._add(self._fine, finding)
        fine = sum(finding.grade is Grade.OK for finding in self._findings)
        self._fold.setVisible(bool(fine))
        set_words(self._fold, count(fine, "{n} check is fine", "{n} checks are fine"))
        show_icon(self._fold, "chevron-down" if self._unfolded else "chevron-right", "accent")
        self.filled.emit()

    def in_order(self) -> list[QWidget]:
        """Return what the Tab key goes through, from top to bottom."""
        worst = [shown for shown in self.rows if shown.finding.grade is not Grade.OK]
        return [*worst, self._fold, *self.rows[len(worst) :]]

    def _add(self, column: QVBoxLayout, finding: Finding) -> None:
        places = places_of(finding)
        hint = self.tr("Show where") if places else self.tr("Show the step's picture") if finding.picture else ""
        if len(places) > 1:
            hint = self.tr("Show where; another click goes to the next of {n} places").format(n=len(places))
        shown = CheckRow(finding, hint)
        if places:
            shown.clicked.connect(lambda: self._jump(finding.step, places))
        elif hint:
            shown.clicked.connect(lambda: self.step_wanted.emit())
        self.rows.append(shown)
        column.addWidget(shown)

    def _jump(self, step: str, places: list[tuple[int, int, int]]) -> None:
        """Go to the next place of a check; the rows are made anew after every stroke, the turn is kept."""
        turn = self._turns.get(step, 0) % len(places)
        self._turns[step] = turn + 1
        self.jump_wanted.emit(*places[turn])

    def _toggle(self) -> None:
        self._unfolded = not self._unfolded
        self._fill()
