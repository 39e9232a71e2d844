"""What every plot has in common: it stands still, in the theme's colours and letters."""

import pyqtgraph as pg
from PySide6.QtCore import Qt
from PySide6.QtGui import QFont
from PySide6.QtWidgets import QApplication, QWidget

from fets_desktop.ui.theme import current_theme


def still_plot(owner: QWidget) -> pg.PlotWidget:
    """Return a plot that can be neither moved nor zoomed, for `owner` to lay out."""
    plot = pg.PlotWidget(enableMenu=False)
    # the library makes a menu all the same, and nobody else would delete it
    plot.plotItem.ctrlMenu.setParent(owner)
    plot.hideButtons()
    plot.setMouseEnabled(x=False, y=False)
    # not a stop of the Tab key either: there is nothing to be done in it
    plot.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    return plot


def tint_plot(plot: pg.PlotWidget) -> None:
    """Give a plot the present theme's colours and small letters."""
    theme = current_theme()
    plot.setBackground(theme.colour("panel"))
    font = QFont(QApplication.font())
    font.setPixelSize(11)
    for side in ("left", "bottom"):
        axis = plot.getAxis(side)
        axis.setPen(theme.colour("border"))
        axis.setTextPen(theme.colour("muted"))
        axis.setStyle(tickFont=font, tickLength=0)
