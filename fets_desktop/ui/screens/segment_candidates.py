"""One model or several: which candidates propose, and how their proposals become one."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QCheckBox, QComboBox, QVBoxLayout, QWidget

from fets_desktop.app.hall import Hall
from fets_desktop.study.fusing import FUSIONS, PER, Fusion
from fets_desktop.ui.screens.models_card import precision_words
from fets_desktop.ui.widgets.parts import label
from fets_desktop.ui.widgets.segments import Segments
from fets_desktop.ui.words import translate

_PER_WORDS = {"label": "Labels", "region": "Regions"}


class Candidates(QWidget):
    """Chooses several models and a fusion; `changed` tells that something was chosen.

    Args:
        hall: The use cases.
    """

    changed = Signal()

    def __init__(self, hall: Hall) -> None:
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
        self.always = QCheckBox(self.tr("Use these for new cases, too"))
        self.always.setToolTip(
            self.tr("Every case that is prepared from now on gets a fused proposal of these, in place of one model's.")
        )
        self._list = QVBoxLayout()
        self._list.setSpacing(4)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addLayout(self._list)
        what = label(self.tr("What is fused"), "muted")
        for widget in (label(self.tr("Fused by"), "muted"), self.methods, self._about, what, self.per, self.always):
            column.addWidget(widget)
        self._show_usual()
        self.methods.currentIndexChanged.connect(self._chosen)
        self.per.picked.connect(lambda number: self._take_per(number))
        self.always.toggled.connect(self._keep)

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
            box.toggled.connect(self._chosen)
            self.boxes[model.id] = box
            self._list.addWidget(box)
        self._chosen()

    def ticked(self) -> list[str]:
        """Return the ids of the models that are ticked."""
        return [name for name, box in self.boxes.items() if box.isChecked()]

    def fusion(self) -> Fusion:
        """Return how their proposals become one."""
        return Fusion(self.methods.currentData(), self._pers[self._per])

    def _usual_models(self) -> set[str]:
        usual = self._hall.fusing.usual()
        return set(usual[0]) if usual else set()

    def _show_usual(self) -> None:
        usual = self._hall.fusing.usual()
        fusion = (
            usual[1]
            if usual
            else Fusion(self._hall.settings.get("segment.fusion"), self._hall.settings.get("segment.per"))
        )
        self.methods.setCurrentIndex(self.methods.findData(fusion.method))
        self._per = self._pers.index(fusion.per)
        self.per.show_choice(self._per)
        self.always.setChecked(usual is not None)
        self._about.setText(translate(FUSIONS[fusion.method].text))

    def _take_per(self, number: int) -> None:
        self._per = number
        self._chosen()

    def _chosen(self) -> None:
        self._about.setText(translate(FUSIONS[self.methods.currentData()].text))
        several = len(self.ticked()) > 1
        self.always.setEnabled(several)
        self._keep(self.always.isChecked() and several)
        self.changed.emit()

    def _keep(self, on: bool) -> None:
        """Keep in the settings what proposes by itself from now on."""
        fusion = self.fusion()
        wanted = ", ".join(self.ticked()) if on and len(self.ticked()) > 1 else ""
        for name, value in (
            ("segment.candidates", wanted),
            ("segment.fusion", fusion.method),
            ("segment.per", fusion.per),
        ):
            if self._hall.settings.get(name) != value:
                self._hall.settings.set(name, value)
