"""Which of a site's federations is shown."""

from collections.abc import Sequence

from PySide6.QtWidgets import QComboBox

from fets_desktop.study.federation import Member


class FederationChooser(QComboBox):
    """Their names; what is chosen stays chosen when others come."""

    def __init__(self) -> None:
        super().__init__()
        self.setAccessibleName(self.tr("Federation"))
        self.setMinimumWidth(200)

    def fill(self, members: Sequence[Member]) -> None:
        """Offer these federations."""
        shown, names = self.chosen(), [member.plan.id for member in members]
        if names == [self.itemData(at) for at in range(self.count())]:
            return
        self.blockSignals(True)
        self.clear()
        for member in members:
            self.addItem(member.plan.name, member.plan.id)
        # the newest one: it was just opened, or it is the one that goes on
        self.setCurrentIndex(names.index(shown) if shown in names else len(names) - 1)
        self.blockSignals(False)

    def choose(self, federation: str) -> None:
        """Show a federation by its id."""
        self.setCurrentIndex(self.findData(federation))

    def chosen(self) -> str:
        """Return the id of the federation that is shown, "" if none."""
        return str(self.currentData() or "")
