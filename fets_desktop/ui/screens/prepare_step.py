"""One step of one case: its picture large, its grade, what was found and measured."""

from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QLabel, QSizePolicy, QVBoxLayout, QWidget

from fets_desktop.study.case import Case, Stage
from fets_desktop.study.finding import Finding
from fets_desktop.ui.step_table import GRADE_WORDS
from fets_desktop.ui.widgets.parts import Card, Chip, button, framed, label, row, set_words
from fets_desktop.ui.widgets.picture import Picture
from fets_desktop.ui.words import duration, number, translate

_UNITS = {"mm": "mm", "ml": "cm³", "deg": "°", "percent": "%", "s": "s", "mb": "MB"}
_NAMES = {"nmi": "Mutual information"}


def measured(name: str, value: float) -> tuple[str, str]:
    """Return words and value of a number whose name ends in its unit: "shift_mm" -> "Shift", "2.9 mm"."""
    if name in _NAMES:
        return translate(_NAMES[name]), number(value)
    words = name.split("_")
    if words[0] == "covered":
        return translate("Seen in {contrast}", contrast=" ".join(words[1:])), f"{value:.0%}"
    unit = _UNITS.get(words[-1], "")
    title = " ".join(words[:-1] if unit else words)
    return title[:1].upper() + title[1:], f"{number(value)} {unit}".strip()


class StepPanel(Card):
    """Shows a step; `again_wanted` carries the case to prepare again."""

    again_wanted = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self._case = ""
        self._title = label("", "heading", wrap=True)
        self._title.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        self._grade = Chip()
        self._where = label("", "small")
        self._picture = Picture(self.tr("This step has no picture"))
        frame = framed("picture")
        inner = QVBoxLayout(frame)
        inner.setContentsMargins(4, 4, 4, 4)
        inner.addWidget(self._picture)
        self._text = label("", "", wrap=True)
        self._numbers = QWidget()
        self._grid = QGridLayout(self._numbers)
        self._grid.setContentsMargins(0, 4, 0, 0)
        self._grid.setHorizontalSpacing(18)
        self._grid.setVerticalSpacing(6)
        self._grid.setColumnStretch(1, 1)
        self._grid.setColumnStretch(3, 1)
        self._large = button(self.tr("Look at it large"), self._picture.enlarge, "maximize", "link")
        self._again = button(self.tr("Prepare again"), self._ask_again, "rotate-ccw")
        self.add(row(self._title, self._grade), self._where)
        self.body.addWidget(frame, 1)
        self.add(self._text, self._numbers, row(self._large, 1, self._again))

    def show_step(self, case: Case, finding: Finding | None, picture: Path | None, *, busy: bool) -> None:
        """Show a step's finding, or that the case was not prepared yet."""
        self._case = case.id
        fresh = case.stage is Stage.CONVERTED
        self._again.setEnabled(not busy)
        set_words(self._again, self.tr("Prepare") if fresh else self.tr("Prepare again"))
        self._grade.setVisible(finding is not None)
        self._picture.show_file(picture, finding.title if finding else "")
        self._large.setVisible(not self._picture.empty)
        if finding is None:
            self._title.setText(case.id)
            self._where.setText("")
            waits = self.tr("This case is being prepared; its steps appear when it is done.")
            idle = self.tr("This case has not been prepared yet.")
            self._text.setText(
                waits
                if busy
                else idle
                if fresh
                else self.tr("Choose a step of this case to see its picture and numbers.")
            )
        else:
            word, mood = GRADE_WORDS[finding.grade]
            self._grade.show_word(translate(word), mood)
            self._title.setText(finding.title)
            # a step that is kept from an earlier time took none
            took = self.tr("{case}, took {time}").format(case=case.id, time=duration(finding.seconds))
            self._where.setText(took if finding.seconds else case.id)
            self._text.setText(finding.text)
        self._show_numbers(finding.numbers if finding else {})

    def _show_numbers(self, numbers: dict[str, float]) -> None:
        while item := self._grid.takeAt(0):
            if widget := item.widget():
                widget.setParent(None)
                widget.deleteLater()
        for place, (name, value) in enumerate(numbers.items()):
            title, words = measured(name, value)
            shown: QLabel = label(words, "strong")
            shown.setAlignment(Qt.AlignmentFlag.AlignLeft)
            self._grid.addWidget(label(title, "muted"), place // 2, 2 * (place % 2))
            self._grid.addWidget(shown, place // 2, 2 * (place % 2) + 1)

    def _ask_again(self) -> None:
        self.again_wanted.emit(self._case)
