"""Models that ship with the program and are taken in when somebody wants them: candidates to be fused."""

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QDialog, QWidget

from fets_desktop.app.shipped import ShippedModel
from fets_desktop.app.training import FAMILY_TITLES
from fets_desktop.study.model import ModelCard
from fets_desktop.ui.screens.models.card import precision_words, score_rows
from fets_desktop.ui.widgets.dialogs import headed, scrolled_lines
from fets_desktop.ui.widgets.parts import button, label, row

_SIZE = (740, 600)


class ShippedDialog(QDialog):
    """Lists the models that ship and are not here; `wanted` carries the file of one that is to be taken in.

    Args:
        offered: Which they are.
        parent: The screen.
    """

    help_page = "models#What you can do"

    wanted = Signal(str)

    def __init__(self, offered: Sequence[ShippedModel], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        words = self.tr(
            "They came with the program and nobody has to vouch for them. None proposes by itself: tick them under "
            "Segment, Several, fused, or choose “Let it propose”. What each scored stands here; read it first."
        )
        column = headed(self, self.tr("Add a shipped model"), words)
        self.resize(*_SIZE)
        lines = scrolled_lines(column)
        self.buttons = []
        for one in offered:
            add = button(self.tr("Take it in"), partial(self._take, str(one.file)), "plus")
            add.setAccessibleName(self.tr("Take {name} in").format(name=one.name))
            self.buttons.append(add)
            kind = f"{FAMILY_TITLES.get(one.card.family, one.card.family)}  ·  {precision_words(one.card)}"
            lines.addWidget(row(label(one.name, "strong"), label(kind, "small"), 1, add))
            for told in filter(None, (one.card.training_data, self._scored(one.card), one.card.licence)):
                lines.addWidget(label(told, "small", wrap=True))
            lines.addSpacing(10)
        if not offered:
            lines.addWidget(label(self.tr("Every model that ships is here already."), "muted"))
        lines.addStretch(1)
        self.close_button = button(self.tr("Close"), self.accept)
        column.addWidget(row(1, self.close_button))

    def _scored(self, card: ModelCard) -> str:
        """Return the Dice of the network as it calculates; "" if it was never scored."""
        dice = dict(score_rows(card.scores)).get(precision_words(card))
        if dice is None:
            return ""
        shown = self.tr("Dice: ET {0}, TC {1}, WT {2}, mean {3}").format(*dice)
        return f"{shown}. {on[:1].upper()}{on[1:]}." if (on := str(card.scores.get("on", ""))) else f"{shown}."

    def _take(self, file: str) -> None:
        self.wanted.emit(file)
        self.accept()
