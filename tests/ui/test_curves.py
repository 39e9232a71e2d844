"""Names at the ends of curves are whole, however little room a plot has beside them."""

import pytest

from fets_desktop.ui.widgets.curves import Curves
from tests.ui.conftest import settle


@pytest.mark.parametrize("width", [300, 340, 520])
def test_the_longest_name_ends_within_the_plot(keep, qt, width):
    curves = keep(
        Curves("MiB a round", {"came from the server": "muted", "left": "accent"}, decimals=1), size=(width, 200)
    )
    curves.show_all([(number, {"came from the server": 1057.2, "left": 28.6}) for number in range(1, 8)])
    settle(qt)
    end = curves._ends["came from the server"]
    shown = end.mapRectToScene(end.boundingRect())
    assert shown.right() <= curves._plot.getViewBox().sceneBoundingRect().right()
    assert shown.width() > 100
