"""What is scored, and on which cases: a model, another beside it, or several and their fusion."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QComboBox, QSizePolicy, QVBoxLayout

from fets_desktop.app.hall import Hall
from fets_desktop.app.shipped import STARTER
from fets_desktop.study.fusing import Fusion
from fets_desktop.study.labels import SCHEMES
from fets_desktop.ui.screens.fusion_choice import FusionChoice
from fets_desktop.ui.sentences import said
from fets_desktop.ui.widgets.parts import Card, button, label, row, set_words
from fets_desktop.ui.widgets.segments import Segments
from fets_desktop.ui.words import count

_NUMBER_WIDTH = 280
SCORING = "evaluate"
"""The task of the jobs that score."""


class ScoresChoice(Card):
    """Chooses models and cases; `own_wanted` and `folder_wanted` tell on which cases to score.

    Args:
        hall: The use cases.
    """

    back = Signal()
    own_wanted = Signal()
    folder_wanted = Signal()

    def __init__(self, hall: Hall) -> None:
        super().__init__(self.tr("Score models on labelled cases"))
        self._hall = hall
        self._several = False
        self.number = Segments(self.tr("What is scored"), [self.tr("One or two models"), self.tr("Several, fused")])
        self.first, self.second, self.scheme = QComboBox(), QComboBox(), QComboBox()
        # the words of either choice in full
        self.number.setMinimumWidth(_NUMBER_WIDTH)
        self._beside = label(self.tr("beside"), "muted")
        self.members = FusionChoice(hall, wide=True)
        self.own_button = button(self.tr("Score"), self.own_wanted.emit, "play", "primary")
        self.folder_button = button(self.tr("Score on a folder…"), self.folder_wanted.emit, "folder-open")
        self.rows = QVBoxLayout()
        """Where the page shows how it goes."""
        self._lay_out()
        self.pick_number(0)
        self.number.picked.connect(self.pick_number)
        self.members.changed.connect(self._allow)

    def _lay_out(self) -> None:
        for combo, name in ((self.first, self.tr("Model")), (self.second, self.tr("Compared with"))):
            combo.setAccessibleName(name)
            combo.setMinimumWidth(170)
        self.scheme.setAccessibleName(self.tr("What the folder's labels mean"))
        self.scheme.addItem(self.tr("Labels: as the files tell"), "")
        for scheme in SCHEMES.values():
            self.scheme.addItem(said(scheme.title), scheme.name)
        self.scheme.setMinimumContentsLength(22)
        self.top.insertWidget(0, button(self.tr("Models"), self.back.emit, "chevron-left", "link"))
        self.add(
            row(self.number, self.first, self._beside, self.second, 1, self.own_button),
            self.members,
            row(self.scheme, self.folder_button, 1),
        )
        self.body.addLayout(self.rows)
        # as long as there is nothing below it, it must not grow into the room
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Maximum)

    def pick_number(self, number: int) -> None:
        """Score one model or two (0), or several and their fusion (1)."""
        self._several = bool(number)
        self.number.show_choice(number)
        self.members.setVisible(self._several)
        for widget in (self.first, self._beside, self.second):
            widget.setVisible(not self._several)
        self._allow()

    def open_model(self, name: str) -> None:
        """Choose a model to score, and the starter beside it; beside the starter, the newest other model."""
        self.first.setCurrentIndex(max(self.first.findData(name), 0))
        others = [model for model in self._hall.models.all() if model.id != name]
        beside = [model for model in others if model.card.name == STARTER] or others
        self.second.setCurrentIndex(max(self.second.findData(beside[-1].id), 0) if beside else 0)

    def refresh(self) -> None:
        """Read models, cases and jobs again."""
        self._fill(self.first, [])
        self._fill(self.second, [(self.tr("no other model"), "")])
        self.members.refresh()
        self._allow()

    def _fill(self, combo: QComboBox, extra: Sequence[tuple[str, str]]) -> None:
        chosen = combo.currentData()
        combo.blockSignals(True)
        combo.clear()
        for text, key in extra:
            combo.addItem(text, key)
        for model in reversed(self._hall.models.all()):
            combo.addItem(f"{model.card.name} {model.card.version}", model.id)
        combo.setCurrentIndex(max(combo.findData(chosen), 0))
        combo.blockSignals(False)

    def models(self) -> list[str]:
        """Return the ids of the models that are scored."""
        if self._several:
            return self.members.ticked()
        return [name for name in (self.first.currentData(), self.second.currentData()) if name]

    def fusion(self) -> Fusion | None:
        """Return how they are fused; None if they are not."""
        return self.members.fusion() if self._several else None

    def scheme_named(self) -> str:
        """Return what the labels of a folder mean; "" if its files have to tell."""
        return str(self.scheme.currentData())

    def _allow(self) -> None:
        """Let it start if nothing is scored already and enough is chosen; a closed door says why."""
        cases = len(self._hall.evaluating.own_cases())
        free = not any(job.task == SCORING and job.state in ("queued", "running") for job in self._hall.jobs.all())
        enough = len(self.models()) > int(self._several)
        words = count(cases, "Score on {n} validation case", "Score on {n} validation cases")
        words = words if cases else self.tr("Score on validation cases")
        set_words(self.own_button, words if enough or not self._several else self.tr("Tick two models or more"))
        if not free and (self.own_button.hasFocus() or self.folder_button.hasFocus()):
            # the button that was pressed closes now: its focus would pass to the window's header
            self.scheme.setFocus(Qt.FocusReason.OtherFocusReason)
        self.own_button.setEnabled(bool(cases) and free and enough)
        self.own_button.setToolTip("" if cases else self.tr("No approved case is on the validation side of the split."))
        self.folder_button.setEnabled(free and enough)
