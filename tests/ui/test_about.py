"""About: every part that ships is listed, and each has the words of its licence."""

from PySide6.QtWidgets import QWidget

from fets_desktop.app.about import licence_text, parts
from fets_desktop.ui.widgets.about_dialog import AboutDialog


def test_every_part_has_its_licence_in_words():
    names = [part.name for part in parts()]
    assert names[0] == "FeTS Desktop"
    assert {"vtk", "pyside6-essentials", "Lucide icons", "Inter", "numpy"} <= set(names)
    for part in parts():
        assert len(licence_text(part)) > 400, part.name


def test_qt_comes_with_both_its_texts_and_the_atlas_with_who_made_it():
    known = {part.name: part for part in parts()}
    words = licence_text(known["pyside6-essentials"])
    assert "may be replaced" in words
    assert "GNU LESSER GENERAL PUBLIC LICENSE" in words
    assert "GNU GENERAL PUBLIC LICENSE" in words
    atlas = next(part for name, part in known.items() if name.startswith("SRI24"))
    assert atlas.licence == "CC-BY-SA-3.0"
    assert "Rohlfing" in atlas.author


def test_the_dialog_shows_what_is_chosen(qt):
    window = QWidget()
    dialog = AboutDialog(window)
    assert dialog.list.count() == len(parts())
    assert "Apache License" in dialog.text.toPlainText()
    row = next(n for n in range(dialog.list.count()) if dialog.list.item(n).text().startswith("scipy "))
    dialog.list.setCurrentRow(row)
    assert dialog.licence.text() == "BSD License"
    assert "Redistribution" in dialog.text.toPlainText()
    dialog.close()
    window.deleteLater()
