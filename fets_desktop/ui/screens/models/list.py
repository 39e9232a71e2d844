"""The models on this computer, the newest first."""

from collections.abc import Sequence

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QListWidgetItem

from fets_desktop.app.models import StoredModel
from fets_desktop.ui.screens.models.card import model_icon
from fets_desktop.ui.widgets.delegates import DETAIL_ROLE, ICON_ROLE, IconTextDelegate
from fets_desktop.ui.widgets.plain_list import PlainList
from fets_desktop.ui.words import day

_ID_ROLE = Qt.ItemDataRole.UserRole
_ROW_HEIGHT = 44


class ModelList(PlainList):
    """A line for each model: its name and version, below them when it came."""

    def __init__(self) -> None:
        super().__init__(self.tr("Models"), self.tr("There is no model yet. Import one."))
        self.setItemDelegate(IconTextDelegate(self))

    def show_models(self, models: Sequence[StoredModel]) -> None:
        """Show these, given the oldest first; the one that was chosen stays so, at first it is the one in use."""
        chosen = self.current() or next((model.id for model in models if model.current), "")
        self.blockSignals(True)
        self.clear()
        for stored in reversed(models):
            name, came = f"{stored.card.name} {stored.card.version}", day(stored.created)
            item = QListWidgetItem(name, self)
            item.setSizeHint(QSize(1, _ROW_HEIGHT))
            item.setData(_ID_ROLE, stored.id)
            item.setData(ICON_ROLE, model_icon(stored))
            item.setData(DETAIL_ROLE, came)
            item.setData(Qt.ItemDataRole.AccessibleTextRole, f"{name}, {came}")
            if stored.id == chosen:
                self.setCurrentItem(item)
        self.blockSignals(False)

    def current(self) -> str:
        """Return the id of the chosen model, "" if none."""
        item = self.currentItem()
        return str(item.data(_ID_ROLE)) if item else ""

    def choose(self, model: str) -> bool:
        """Choose a model by its id; return whether it is there."""
        lines = [line for line in range(self.count()) if self.item(line).data(_ID_ROLE) == model]
        for line in lines:
            self.setCurrentRow(line)
        return bool(lines)
