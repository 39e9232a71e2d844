"""What this site's people have said about kinds of series: listed, and taken away by a click."""

from collections import Counter
from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QDialog, QSizePolicy, QWidget

from fets_desktop.study.site_rule import SiteRule
from fets_desktop.ui.widgets.dialogs import headed, scrolled_lines
from fets_desktop.ui.widgets.parts import button, clear, label, row, tool_button

_SIZE = (560, 420)


class RulesDialog(QDialog):
    """Lists the site's rules; `forgotten` carries the one to take away.

    Args:
        rules: The rules, oldest first.
        parent: The screen.
    """

    help_page = "import#It remembers your word"

    forgotten = Signal(str)

    def __init__(self, rules: Sequence[SiteRule], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        words = self.tr(
            "Whenever you correct what the program thinks of a series, it remembers the kind of series and goes by "
            "your word from then on. A rule that is taken away changes nothing that was imported before."
        )
        column = headed(self, self.tr("Rules of this site"), words, spacing=12)
        self.resize(*_SIZE)
        self._lines = scrolled_lines(column)
        column.addWidget(row(1, button(self.tr("Close"), self.accept)))
        self.show_rules(rules)

    def show_rules(self, rules: Sequence[SiteRule]) -> None:
        """Show these rules."""
        clear(self._lines)
        names = Counter(rule.named for rule in rules)
        for rule in rules:
            words = self.tr("Series called {name} stand for {contrast}").format(name=rule.named, contrast=rule.contrast)
            if names[rule.named] > 1:
                words += self.tr(" (told from others of that name by what may not be shown)")
            tip = self.tr("Take away the rule on series called {name}").format(name=rule.named)
            away = tool_button("x", tip, partial(self.forgotten.emit, rule.kin))
            said = label(words, wrap=True)
            said.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
            self._lines.addWidget(row(said, label(rule.created[:10], "small"), away))
        if not rules:
            self._lines.addWidget(label(self.tr("There are none."), "muted"))
        self._lines.addStretch(1)
