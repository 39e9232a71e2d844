"""A federation's rounds as curves: Dice per region of the common and of this site's own model, loss, minutes, bytes."""

from collections.abc import Sequence

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from fets_desktop.study.federation import RoundRow
from fets_desktop.study.labels import REGIONS
from fets_desktop.ui.widgets.curves import Curves
from fets_desktop.ui.widgets.parts import Card, label, row

_MIB = 1 << 20
_HEIGHT = 168


class ChartsCard(Card):
    """Five plots over the rounds; those without a value are not shown."""

    def __init__(self) -> None:
        super().__init__(self.tr("Round by round"))
        regions = {str(region): str(region) for region in REGIONS}
        one = {"": "accent"}
        self.consensus = Curves(self.tr("Dice of the common model"), regions, 1.0)
        self.own = Curves(self.tr("Dice of this site's own model"), regions, 1.0)
        self.loss = Curves(self.tr("Training loss"), one)
        self.minutes = Curves(self.tr("Minutes a round"), one, decimals=1)
        left, came = self.tr("left"), self.tr("came")
        self._ways = (left, came)
        self.traffic = Curves(self.tr("MiB a round"), {left: "accent", came: "muted"}, decimals=1)
        self._parts: dict[Curves, QWidget] = {}
        higher, here = self.tr("higher is better"), self.tr("on this site's validation cases")
        self._add_line(
            (self.tr("Dice of the common model"), here, self.consensus),
            (self.tr("Dice of this site's own model"), higher, self.own),
        )
        self._add_line(
            (self.tr("Training loss"), self.tr("lower is better"), self.loss),
            (self.tr("Minutes a round"), self.tr("at this site"), self.minutes),
            (self.tr("MiB a round"), "", self.traffic),
        )
        self.nothing = label(self.tr("The curves begin with the first round."), "muted", wrap=True)
        self.add(self.nothing)

    def _add_line(self, *plots: tuple[str, str, Curves]) -> None:
        line = QHBoxLayout()
        line.setSpacing(18)
        for title, aside, plot in plots:
            part = QWidget()
            column = QVBoxLayout(part)
            column.setContentsMargins(0, 0, 0, 0)
            column.setSpacing(4)
            column.addWidget(row(label(title, "strong"), 1, label(aside, "small")))
            plot.setFixedHeight(_HEIGHT)
            column.addWidget(plot)
            self._parts[plot] = part
            line.addWidget(part, 1)
        self.body.addLayout(line)

    def show_rows(self, rows: Sequence[RoundRow]) -> None:
        """Draw these rounds."""
        left, came = self._ways
        ended = [each for each in rows if each.ended]
        self._draw(self.consensus, [(each.number + 1, each.consensus) for each in rows])
        self._draw(self.own, [(each.number + 1, each.own) for each in rows])
        self._draw(self.loss, [(each.number + 1, {"": each.loss}) for each in rows if each.loss is not None])
        self._draw(self.minutes, [(each.number + 1, {"": each.seconds / 60}) for each in ended])
        traffic = [(each.number + 1, {left: each.sent / _MIB, came: each.received / _MIB}) for each in ended]
        self._draw(self.traffic, traffic)
        self.nothing.setVisible(all(part.isHidden() for part in self._parts.values()))

    def _draw(self, plot: Curves, rows: list[tuple[int, dict[str, float]]]) -> None:
        plot.show_all(rows)
        self._parts[plot].setVisible(any(values for _, values in rows))

    def tint(self) -> None:
        """Take the present theme's colours."""
        for plot in self._parts:
            plot.tint()
