"""Before or after surgery: asked before a model segments, kept with the case, held against the model's card."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QDialog, QWidget

from fets_desktop.app.hall import Hall
from fets_desktop.study.case import Surgery
from fets_desktop.ui.sentences import said
from fets_desktop.ui.widgets.dialogs import headed
from fets_desktop.ui.widgets.parts import Card, button, label, row
from fets_desktop.ui.widgets.segments import Segments
from fets_desktop.ui.words import count, translate

CHOICES = (Surgery.BEFORE, Surgery.AFTER, Surgery.UNSAID)


class SurgeryCard(Card):
    """Shows and takes when the marked cases were scanned; `said` carries the answer.

    Args:
        hall: The use cases.
    """

    said = Signal(object)

    def __init__(self, hall: Hall) -> None:
        super().__init__(self.tr("When were the scans taken?"))
        self._hall = hall
        self.choice = Segments(self.tr("When the scans were taken"), [translate(c.words) for c in CHOICES])
        self.caution = label("", "warn", wrap=True)
        self.add(self.choice, self.caution)
        self.choice.picked.connect(lambda number: self.said.emit(CHOICES[number]))

    def show_cases(self, cases: Sequence[str], *models: str) -> None:
        """Show what was said of the marked cases, and what the models' cards and the images' grades make of it."""
        told = {self._hall.cases.get(case).surgery for case in cases}
        self.aside.setText(count(len(cases), "{n} case", "{n} cases") if cases else "")
        self.choice.setEnabled(bool(cases))
        self.choice.show_choice(CHOICES.index(told.pop()) if len(told) == 1 else len(CHOICES) - 1)
        cautions = dict.fromkeys(self._hall.segmenting.caution(case, model) for model in models for case in cases)
        doubts = [
            f"{case}: {said(doubt.title)}: {said(doubt.text)}"
            for case in cases
            for doubt in self._hall.segmenting.doubts(case)
        ]
        words = [*doubts, *(said(caution) for caution in cautions if caution)]
        self.caution.setText("\n".join(words))
        self.caution.setVisible(bool(words))


class AskSurgery(QDialog):
    """Asks once before segmenting; `answered` carries what the person said, closing it segments nothing.

    Args:
        cases: How many cases nobody has said it of.
        parent: The window.
    """

    help_page = "segment#What to do"

    answered = Signal(object)

    def __init__(self, cases: int, parent: QWidget) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        words = self.tr(
            "A model can only be trusted on scans like those it learned from. The answer is kept with the case and "
            "stands on its report."
        )
        title = count(
            cases,
            "Was this case scanned before or after surgery?",
            "Were these {n} cases scanned before or after surgery?",
        )
        column = headed(self, title, words, width=460, spacing=12, wrap=True)
        column.addSpacing(4)
        self.buttons = {
            Surgery.BEFORE: button(self.tr("Before surgery"), lambda: self._answer(Surgery.BEFORE)),
            Surgery.AFTER: button(self.tr("After surgery"), lambda: self._answer(Surgery.AFTER)),
            Surgery.UNSAID: button(self.tr("I do not know"), lambda: self._answer(Surgery.UNSAID)),
        }
        column.addWidget(row(button(self.tr("Cancel"), self.reject, look="link"), 1, *self.buttons.values()))

    def _answer(self, surgery: Surgery) -> None:
        self.answered.emit(surgery)
        self.accept()
