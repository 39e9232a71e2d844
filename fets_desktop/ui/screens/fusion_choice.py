"""Several models and how their proposals become one: chosen alike where they propose and where they are scored."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QCheckBox, QComboBox, QHBoxLayout, QVBoxLayout, QWidget

from fets_desktop.app.hall import Hall
from fets_desktop.study.fusing import FUSIONS, PER, Fusion
from fets_desktop.ui.screens.models.card import precision_words
from fets_desktop.ui.widgets.parts import label
from fets_desktop.ui.widgets.segments import Segments
from fets_desktop.ui.words import translate

_APART, _RULE_WIDTH, _PER_WIDTH = 28, 300, 180
"""Of what stands side by side, in pixels."""
_PER_WORDS = {"label": "Labels", "region": "Regions"}


class FusionChoice(QWidget):
    """Chooses several models and a fusion, first those that propose by themselves; `changed` tells of a choice.

    Args:
        hall: The use cases.
        wide: Whether the rule stands beside the models, not below them.
    """

    changed = Signal()

    def __init__(self, hall: Hall, *, wide: bool = False) -> None:
        super().__init__()
        self._hall = hall
        self.boxes: dict[str, QCheckBox] = {}
        self.methods = QComboBox()
        self.methods.setAccessibleName(self.tr("How proposals are fused"))
        for method in FUSIONS.values():
            self.methods.addItem(translate(method.title), method.name)
        self._about = label("", "small", wrap=True)
        self._pers = list(PER)
        self.per = Segments(self.tr("What is fused"), [translate(_PER_WORDS[name]) for name in self._pers])
        self._list = QVBoxLayout()
        self._list.setSpacing(4)
        self._lay_out(wide)
        self._show_usual()
        self.methods.currentIndexChanged.connect(self.choose)
        self.per.picked.connect(self.choose)

    def _lay_out(self, wide: bool) -> None:
        rule, parts = QVBoxLayout(), QVBoxLayout()
        for column, widgets in (
            (rule, (label(self.tr("Fused by"), "muted"), self.methods, self._about)),
            (parts, (label(self.tr("What is fused"), "muted"), self.per)),
        ):
            column.setSpacing(8)
            for widget in widgets:
                column.addWidget(widget)
        self.whole = whole = QHBoxLayout(self) if wide else QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(_APART if wide else 8)
        for column in (self._list, rule, parts):
            whole.addLayout(column)
            whole.setAlignment(column, Qt.AlignmentFlag.AlignTop if wide else Qt.AlignmentFlag(0))
        if wide:
            self.methods.setMinimumWidth(_RULE_WIDTH)
            self.per.setMinimumWidth(_PER_WIDTH)
            whole.addStretch(1)

    def refresh(self) -> None:
        """List the models in use; those that were ticked stay so."""
        models = [model for model in reversed(self._hall.models.all()) if not model.retired]
        if [model.id for model in models] == list(self.boxes):
            return
        ticked = set(self.ticked()) or self._usual_models()
        for box in self.boxes.values():
            self._list.removeWidget(box)
            box.deleteLater()
        self.boxes = {}
        for model in models:
            box = QCheckBox(f"{model.card.name} {model.card.version}  ·  {precision_words(model.card)}")
            box.setChecked(model.id in ticked)
            box.setToolTip(model.card.training_data)
            box.toggled.connect(self.choose)
            self.boxes[model.id] = box
            self._list.addWidget(box)
        self.choose()

    def ticked(self) -> list[str]:
        """Return the ids of the models that are ticked."""
        return [name for name, box in self.boxes.items() if box.isChecked()]

    def fusion(self) -> Fusion:
        """Return how their proposals become one."""
        return Fusion(self.methods.currentData(), self._pers[self.per.chosen])

    def _usual_models(self) -> set[str]:
        usual = self._hall.fusing.usual()
        return set(usual[0]) if usual else set()

    def _show_usual(self) -> None:
        usual, settings = self._hall.fusing.usual(), self._hall.settings
        fusion = usual[1] if usual else Fusion(settings.get("segment.fusion"), settings.get("segment.per"))
        self.methods.setCurrentIndex(self.methods.findData(fusion.method))
        self.per.show_choice(self._pers.index(fusion.per))
        self._about.setText(translate(FUSIONS[fusion.method].text))

    def choose(self, *_: object) -> None:
        """Take what is chosen now, and tell of it."""
        self._about.setText(translate(FUSIONS[self.methods.currentData()].text))
        self.changed.emit()
