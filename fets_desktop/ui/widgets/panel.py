"""What the panels of the settings have in common: the use cases, a column, and how they tell a failure."""

from PySide6.QtWidgets import QVBoxLayout, QWidget

from fets_desktop.app.hall import Hall
from fets_desktop.study.errors import StudyError
from fets_desktop.ui.widgets.error_dialog import ErrorDialog
from fets_desktop.ui.widgets.parts import label


class Panel(QWidget):
    """Part of a card in the settings.

    Args:
        hall: The use cases.

    Attributes:
        column: Where its parts go.
    """

    def __init__(self, hall: Hall) -> None:
        super().__init__()
        self._hall = hall
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(0, 0, 0, 0)
        self.column.setSpacing(8)

    def explain(self, meaning: str) -> None:
        """Add words on what a button does."""
        self.column.addWidget(label(meaning, "small", wrap=True))

    def tell(self, error: StudyError) -> None:
        """Show a known failure in a dialog."""
        ErrorDialog.of_error(error, self).open()
