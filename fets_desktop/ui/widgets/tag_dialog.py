"""The DICOM tag viewer: the headers of one series, or of any DICOM file, to read, search and copy."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication, QKeySequence, QShortcut
from PySide6.QtWidgets import QCheckBox, QDialog, QFileDialog, QLineEdit, QSlider, QVBoxLayout, QWidget

from fets_desktop.app.hall import Hall
from fets_desktop.study.errors import StudyError
from fets_desktop.study.tags import TagTable
from fets_desktop.ui.bridge import Bridge
from fets_desktop.ui.job_words import why_failed
from fets_desktop.ui.sentences import message_of, said
from fets_desktop.ui.widgets.file_dialog import file_dialog
from fets_desktop.ui.widgets.parts import button, label, row
from fets_desktop.ui.widgets.table import Table
from fets_desktop.ui.widgets.tag_table import NAME, TAG, VALUE, VR, TagModel
from fets_desktop.ui.words import count

_ENDED = ("done", "failed", "cancelled")


class TagDialog(QDialog):
    """Shows headers; what it shows is read in a worker and kept nowhere.

    Args:
        hall: The use cases.
        parent: The window.
    """

    help_page = "import#The DICOM tags of a series"

    def __init__(self, hall: Hall, parent: QWidget) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(self.tr("DICOM tags"))
        self.setAccessibleName(self.tr("DICOM tags"))
        self.resize(1020, 680)
        self._hall = hall
        self._job = ""
        self._facts = Bridge(hall.bus, self)
        self._facts.job_changed.connect(self._job_changed)
        self._title = label("", "title")
        self._words = label("", "muted", wrap=True)
        self.search = QLineEdit()
        self.model = TagModel(self)
        self.table = Table(self.tr("Tags"), self.model, self)
        self.slider = QSlider(Qt.Orientation.Horizontal)
        self._place = label("", "strong")
        self.only = QCheckBox(self.tr("Only what differs between slices"))
        self._copy = button(self.tr("Copy"), self.copy, "copy")
        self._lay_out()

    def _lay_out(self) -> None:
        self.search.setPlaceholderText(self.tr("Search a number, name or value"))
        self.search.setAccessibleName(self.tr("Search tags"))
        self.search.setClearButtonEnabled(True)
        self.search.textChanged.connect(self.model.search)
        self.only.toggled.connect(self.model.show_only_varying)
        self.slider.setAccessibleName(self.tr("Slice"))
        self.slider.setMinimumWidth(180)
        self.slider.valueChanged.connect(self._show_slice)
        self.table.set_widths({TAG: 190, NAME: 260, VR: 48}, VALUE)
        self.table.verticalHeader().setDefaultSectionSize(26)
        QShortcut(QKeySequence(QKeySequence.StandardKey.Copy), self.table, self.copy)
        self._slices = row(self._place, self.slider, self.only, spacing=12)
        column = QVBoxLayout(self)
        column.setContentsMargins(20, 18, 20, 16)
        column.setSpacing(10)
        column.addWidget(self._title)
        column.addWidget(self._words)
        column.addWidget(row(self.search, self._slices, spacing=16))
        column.addWidget(self.table, 1)
        other = button(self.tr("Open a DICOM file…"), self._choose, "folder-open")
        column.addWidget(row(other, 1, self._copy, button(self.tr("Close"), self.close), spacing=8))
        self.search.setFocus()

    def show_series(self, case: str, series: str, title: str) -> None:
        """Show the headers that the workspace keeps of a series."""
        self._title.setText(title)
        self._begin(lambda: self._hall.tagging.start(case, series))

    def show_files(self, files: list[Path]) -> None:
        """Show the headers of files as they are; nothing is imported."""
        self._title.setText(count(len(files), "{n} DICOM file", "{n} DICOM files"))
        self._begin(lambda: self._hall.tagging.start_files(files))

    def _begin(self, start: Callable[[], str]) -> None:
        self.model.show_table(TagTable(0, ()))
        self._slices.setEnabled(False)
        self._copy.setEnabled(False)
        self._words.setText(self.tr("Reading the headers…"))
        try:
            self._job = start()
        except StudyError as error:
            self._job = ""
            self._words.setText(said(error.detail) or message_of(error))
            return
        self._job_changed(self._job)

    def _job_changed(self, job: str) -> None:
        view = next((view for view in self._hall.jobs.all() if view.id == job), None)
        if job != self._job or view is None or view.state not in _ENDED:
            return
        self._job = ""
        table = self._hall.tagging.take(job)
        if table is None:
            self._words.setText(why_failed(view) or self.tr("The headers could not be read."))
            return
        self._show(table)

    def _show(self, table: TagTable) -> None:
        self.model.show_table(table)
        words = (
            self.tr("As the files hold them: they may name the patient. Nothing of this is stored.")
            if table.identified
            else self.tr("As this workspace keeps them: de-identified, dates moved, UIDs replaced.")
        )
        left_out = count(table.left_out, "{n} file is not shown.", "{n} files are not shown.")
        self._words.setText(f"{words} {left_out}" if table.left_out else words)
        self.slider.setRange(1, max(1, table.slices))
        self.slider.setValue(1)
        self._slices.setEnabled(table.slices > 1)
        self._copy.setEnabled(bool(table.rows))
        self._show_slice(1)

    def _show_slice(self, number: int) -> None:
        self._place.setText(self.tr("Slice {n} of {all}").format(n=number, all=self.slider.maximum()))
        self.model.show_slice(number - 1)

    def copy(self) -> None:
        """Put the chosen rows on the clipboard, all that are shown if none is chosen."""
        chosen = sorted({index.row() for index in self.table.selectionModel().selectedRows()})
        rows = chosen or range(self.model.rowCount())
        QGuiApplication.clipboard().setText("\n".join(self.model.line(row) for row in rows))

    def _choose(self) -> None:
        dialog = file_dialog(self, self.tr("Open a DICOM file"), QFileDialog.FileMode.ExistingFiles)
        dialog.filesSelected.connect(lambda names: self.show_files([Path(name) for name in names]))
        dialog.open()
