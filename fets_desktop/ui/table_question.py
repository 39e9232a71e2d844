"""Before patients come in: is a table of who is who wanted, and is it open?"""

from collections.abc import Callable

from PySide6.QtWidgets import QWidget

from fets_desktop.app.hall import Hall
from fets_desktop.ui.widgets.passphrase_dialog import ask_for_table, ask_to_unlock


def with_table(hall: Hall, parent: QWidget, go_on: Callable[[], object]) -> None:
    """Ask what must be asked, once, then go on; closing a question goes on too and keeps nothing meanwhile."""
    if not hall.identities.undecided:
        go_on()
        return
    if hall.secrets.locked:
        dialog = ask_to_unlock(hall.identities.unlock, parent)
    else:
        dialog = ask_for_table(hall.identities.decide, parent)
    dialog.finished.connect(lambda _result: go_on())
    dialog.open()
