"""At 1366 pixels a case's name is whole in every table, and a help page's title ends in dots."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QFont, QFontMetrics

from fets_desktop.ui import segment_table
from fets_desktop.ui.screens.cases.screen import CasesScreen
from fets_desktop.ui.screens.help import HelpScreen
from fets_desktop.ui.screens.prepare.screen import PrepareScreen
from fets_desktop.ui.screens.segment.screen import SegmentScreen

NAME = "P-QZMBXKQN-5PD"
"""Broad letters: most names take less room."""
SMALL = (1306, 640)
_EDGES, _BOX = 20, 26


@pytest.mark.parametrize(("kind", "box"), [(CasesScreen, 0), (PrepareScreen, 0), (SegmentScreen, _BOX)])
def test_the_name_of_a_case_is_whole(make, kind, box):
    table = make(kind, SMALL).table
    bold = QFont(table.font())
    bold.setWeight(QFont.Weight.DemiBold)
    room = table.columnWidth(segment_table.CASE) - _EDGES - box
    assert QFontMetrics(bold).horizontalAdvance(NAME) <= room
    assert table.horizontalScrollBar().maximum() == 0


def test_the_list_of_help_pages_is_never_wider_than_its_place(make):
    shown = make(HelpScreen, SMALL).list
    assert shown.horizontalScrollBar().maximum() == 0
    assert shown.horizontalScrollBarPolicy() is Qt.ScrollBarPolicy.ScrollBarAlwaysOff
    longest = max((shown.item(n) for n in range(shown.count())), key=lambda item: len(item.text()))
    assert longest.toolTip() == longest.text()
    assert shown.visualItemRect(longest).width() <= shown.viewport().width()
