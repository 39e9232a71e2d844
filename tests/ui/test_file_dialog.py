"""A folder that is typed is the one that is chosen: not the one it lies in beside it, and not none."""

import pytest
from PySide6.QtCore import QItemSelectionModel
from PySide6.QtWidgets import QFileDialog, QFileSystemModel, QLineEdit, QListView, QWidget

from fets_desktop.ui.widgets import file_dialog as module
from fets_desktop.ui.widgets.file_dialog import file_dialog
from tests.ui.conftest import settle
from tests.ui.hands import until


@pytest.fixture
def dialog(keep, tmp_path, monkeypatch, qt):
    (tmp_path / "patients" / "one").mkdir(parents=True)
    (tmp_path / "patients" / "two").mkdir()
    monkeypatch.setattr(module._Left, "folder", str(tmp_path / "patients"))
    made = file_dialog(keep(QWidget()), "Choose", QFileDialog.FileMode.Directory)
    made.setOption(QFileDialog.Option.DontUseNativeDialog)
    made.chosen = []
    made.filesSelected.connect(made.chosen.append)
    made.open()
    rows = made.findChild(QListView, "listView")
    until(lambda: rows.model().rowCount(rows.rootIndex()) == 2)
    return made


def mark(dialog, *folders):
    """Mark folders in the list, as the dialog does by itself while one is being typed."""
    rows, files = dialog.findChild(QListView, "listView"), dialog.findChild(QFileSystemModel)
    for folder in folders:
        flags = QItemSelectionModel.SelectionFlag.Select | QItemSelectionModel.SelectionFlag.Rows
        rows.selectionModel().select(files.index(str(folder)), flags)


def typed(dialog, words):
    field = dialog.findChild(QLineEdit, "fileNameEdit")
    field.setText(words)
    field.setModified(True)


def test_what_is_typed_is_chosen_alone(dialog, tmp_path, qt):
    typed(dialog, str(tmp_path / "patients" / "two"))
    mark(dialog, tmp_path / "patients")
    assert len(dialog.selectedFiles()) == 2, "this is how Qt has it"
    dialog.accept()
    settle(qt)
    assert dialog.chosen == [[str(tmp_path / "patients" / "two")]]


def test_what_is_marked_in_the_list_is_chosen_where_nothing_was_typed(dialog, tmp_path, qt):
    mark(dialog, tmp_path / "patients" / "one")
    dialog.accept()
    settle(qt)
    assert dialog.chosen == [[str(tmp_path / "patients" / "one")]]
