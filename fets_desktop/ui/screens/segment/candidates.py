"""Several models that propose together: which they are, how they are fused, and whether they do so by themselves."""

from PySide6.QtWidgets import QCheckBox

from fets_desktop.app.hall import Hall
from fets_desktop.ui.screens.fusion_choice import FusionChoice


class Candidates(FusionChoice):
    """Chooses who proposes, for the marked cases and, if it is ticked, for new ones.

    Args:
        hall: The use cases.
    """

    def __init__(self, hall: Hall) -> None:
        super().__init__(hall)
        self.always = QCheckBox(self.tr("Use these for new cases, too"))
        self.always.setToolTip(
            self.tr("Every case that is prepared from now on gets a fused proposal of these, in place of one model's.")
        )
        self.always.setChecked(hall.fusing.usual() is not None)
        self.always.toggled.connect(self._keep)
        self.whole.addWidget(self.always)

    def choose(self, *_: object) -> None:
        """Take what is chosen now, keep it if it holds for new cases, and tell of it."""
        several = len(self.ticked()) > 1
        self.always.setEnabled(several)
        self._keep(self.always.isChecked() and several)
        super().choose()

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
