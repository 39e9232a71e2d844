"""One step of one case: its picture large, its grade, what was measured, and what a person can do about it."""

from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QLabel, QScrollArea, QSizePolicy, QVBoxLayout, QWidget

from fets_desktop.app.hand_made import BRAIN_STEP, TRANSFORM_OF, HandMade
from fets_desktop.study.annotation import FETS_FOLDER
from fets_desktop.study.case import Case, Stage
from fets_desktop.study.finding import Finding
from fets_desktop.ui.sentences import said
from fets_desktop.ui.step_numbers import numbers_of
from fets_desktop.ui.step_table import STATE_WORDS, STEP_WORDS, CellState
from fets_desktop.ui.widgets.parts import Card, Chip, button, framed, label, row, set_words
from fets_desktop.ui.widgets.picture import Picture
from fets_desktop.ui.widgets.turning_row import TurningRow
from fets_desktop.ui.words import day, duration, person_words, translate


@dataclass(frozen=True)
class StepView:
    """What is shown of a step.

    Attributes:
        case: The case.
        step: The step's name, "" if none is chosen.
        state: How it stands.
        finding: What it found, None before it is done.
        picture: Its picture, None if there is none.
        busy: Whether the case is being prepared, or waits to be.
        made: What a person made in its place, None if it was computed.
        error: Why it failed, or the preparation before it; "" if neither did. In the person's language.
        behind: Whether the images do not follow the last change by hand yet.
    """

    case: Case
    step: str = ""
    state: CellState = CellState.NOTHING
    finding: Finding | None = None
    picture: Path | None = None
    busy: bool = False
    made: HandMade | None = None
    error: str = ""
    behind: bool = False

    @property
    def fresh(self) -> bool:
        """Whether the case was never prepared."""
        return self.case.stage is Stage.CONVERTED


class StepPanel(Card):
    """Shows a step and offers what can be done."""

    again_wanted = Signal(str)
    """The case to prepare again."""
    mask_wanted = Signal(str)
    """The case whose brain mask is to be drawn."""
    nudge_wanted = Signal(str, str)
    """The case and the step whose position is to be found by hand."""
    computed_wanted = Signal(str, str)
    """The case and the step of which the computed result shall hold again."""

    def __init__(self) -> None:
        super().__init__()
        self._view: StepView | None = None
        self._title = label("", "heading", wrap=True)
        self._title.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        self._grade = Chip()
        self._where = label("", "small", wrap=True)
        self._picture = Picture()
        frame = framed("picture")
        inner = QVBoxLayout(frame)
        inner.setContentsMargins(4, 4, 4, 4)
        inner.addWidget(self._picture)
        frame.setMinimumHeight(180)
        self._text = label("", "", wrap=True)
        self._numbers = QWidget()
        self._grid = QGridLayout(self._numbers)
        self._grid.setContentsMargins(0, 4, 0, 0)
        self._grid.setHorizontalSpacing(14)
        self._grid.setVerticalSpacing(4)
        # both columns of words wrap where the panel is narrow: neither pushes the other into a strip
        self._grid.setColumnStretch(0, 1)
        self._grid.setColumnStretch(2, 1)
        self._large = button(self.tr("Look at it large"), self._picture.enlarge, "maximize", "link")
        self._again = button(self.tr("Prepare again"), self._ask_again, "rotate-ccw")
        self.by_hand = button("", self._ask_by_hand, "square-pen")
        self.computed = button(self.tr("Back to the computed one"), self._ask_computed, "undo-2")
        self.add(row(self._title, self._grade), self._where)
        self.body.addWidget(frame, 3)
        self.body.addWidget(self._scrolling(), 2)
        self.add(TurningRow(row(self.by_hand, 1), row(self._again, 1)), row(self._large, 1, self.computed))

    def _scrolling(self) -> QScrollArea:
        """Words and numbers give way to the picture where the window is small."""
        page = QWidget()
        page.setProperty("look", "page")
        column = QVBoxLayout(page)
        column.setContentsMargins(0, 0, 6, 0)
        column.addWidget(self._text)
        column.addWidget(self._numbers)
        column.addStretch(1)
        area = QScrollArea()
        area.setWidgetResizable(True)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        area.setAccessibleName(self.tr("What the step found"))
        area.setWidget(page)
        return area

    def show_step(self, view: StepView) -> None:
        """Show how a step stands."""
        self._view, finding = view, view.finding
        word, mood = STATE_WORDS[view.state]
        self._grade.show_word(translate(word), mood)
        title = said(finding.title) if finding else translate(STEP_WORDS[view.step]) if view.step else view.case.id
        self._title.setText(title)
        self._where.setText(self._where_words(view))
        self._picture.say(self._no_picture(view))
        self._picture.show_file(view.picture, title)
        self._large.setVisible(not self._picture.empty)
        self._text.setText(self._words(view))
        self._show_numbers(finding)
        self._show_actions(view)

    def _words(self, view: StepView) -> str:
        if view.behind and not view.busy:
            return self.tr(
                "The images do not follow the last change by hand yet, for the preparation was stopped. Prepare again."
            )
        return "\n".join(filter(None, (view.error, said(view.finding.text) if view.finding else "")))

    def _where_words(self, view: StepView) -> str:
        words = view.case.id
        # a step that is kept from an earlier time took none
        if view.finding and view.finding.seconds:
            words = self.tr("{case}, took {time}").format(case=words, time=duration(view.finding.seconds))
        if view.made:
            who = self.tr("made by hand by {who}, {when}").format(
                who=person_words(view.made.author), when=day(view.made.time)
            )
            if view.made.author == FETS_FOLDER:
                who = self.tr("as in the FeTS folder it came in")
            words = f"{words}  ·  {who}"
        return words

    def _no_picture(self, view: StepView) -> str:
        match view.state:
            case CellState.RUNNING:
                return self.tr("This step is being worked on; its picture appears when it is done.")
            case CellState.WAITING:
                return self.tr("This step waits for its turn.")
            case CellState.FAILED:
                return self.tr("This step could not be done.")
            case CellState.NOTHING if view.error:
                return self.tr("The preparation failed before it came to this step.")
            case CellState.NOTHING if view.fresh:
                return self.tr("This step has not been done yet.")
            case CellState.NOTHING:
                return self.tr("Choose a step of this case to see its picture and numbers.")
        return self.tr("This step has no picture.")

    def _show_actions(self, view: StepView) -> None:
        draws, moves = view.step == BRAIN_STEP, view.step in TRANSFORM_OF
        done = view.finding is not None and not view.fresh
        # a registration that was refused can be put right by hand; there is no brain to draw before it was found
        self.by_hand.setVisible((done and (draws or moves)) or (moves and view.state is CellState.FAILED))
        self.by_hand.setEnabled(not view.busy)
        set_words(self.by_hand, self.tr("Edit the brain mask") if draws else self.tr("Place it by hand"))
        self.computed.setVisible(view.made is not None)
        self.computed.setEnabled(not view.busy)
        set_words(self.computed, self.tr("Back to the computed mask") if draws else self.tr("Back to the computed one"))
        self._again.setEnabled(not view.busy)
        set_words(self._again, self.tr("Prepare") if view.fresh else self.tr("Prepare again"))

    def _show_numbers(self, finding: Finding | None) -> None:
        while item := self._grid.takeAt(0):
            if widget := item.widget():
                widget.setParent(None)
                widget.deleteLater()
        for line, one in enumerate(numbers_of(finding) if finding else ()):
            value: QLabel = label(one.value, "strong")
            self._grid.addWidget(label(one.title, "muted", wrap=True), line, 0)
            self._grid.addWidget(value, line, 1)
            if one.limits:
                words = self.tr("fine: {limits}").format(limits=said(one.limits))
                self._grid.addWidget(label(words, "small", wrap=True), line, 2)

    def _ask_again(self) -> None:
        if self._view:
            self.again_wanted.emit(self._view.case.id)

    def _ask_by_hand(self) -> None:
        if self._view and self._view.step == BRAIN_STEP:
            self.mask_wanted.emit(self._view.case.id)
        elif self._view:
            self.nudge_wanted.emit(self._view.case.id, self._view.step)

    def _ask_computed(self) -> None:
        if self._view:
            self.computed_wanted.emit(self._view.case.id, self._view.step)
