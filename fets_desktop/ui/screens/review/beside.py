"""Candidates side by side on the Review screen: shown, taken from a file, fused, taken over whole."""

from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QFileDialog

from fets_desktop.review.layers import taken_whole
from fets_desktop.study.errors import StudyError
from fets_desktop.study.fusing import FUSIONS, Fusion
from fets_desktop.ui.screen import Screen
from fets_desktop.ui.screens.review.candidates import Candidates
from fets_desktop.ui.screens.review.desk import Desk
from fets_desktop.ui.screens.review.file import FILTER, AskScheme
from fets_desktop.ui.screens.review.layers import LayerPanel
from fets_desktop.ui.sentences import said
from fets_desktop.ui.viewer.viewer import Viewer
from fets_desktop.ui.words import translate


class SideBySide(QObject):
    """Does what the panel of candidates asks for.

    Args:
        desk: Holds the open case.
        viewer: Where candidates are drawn.
        candidates: Reads them.
        panel: Where they are listed.
        screen: Shows dialogs and failures.
    """

    def __init__(self, desk: Desk, viewer: Viewer, candidates: Candidates, panel: LayerPanel, screen: Screen) -> None:
        super().__init__(screen)
        self._desk, self._viewer, self._candidates, self._panel, self._screen = desk, viewer, candidates, panel, screen
        self._hall = screen.hall
        self._jobs: dict[str, str] = {}
        """Fusions under way: job, and title of what comes of it."""
        self._number = 0
        candidates.listed.connect(panel.show_list)
        panel.shown_wanted.connect(candidates.show)
        panel.chosen.connect(self._choose)
        panel.whole_wanted.connect(self.take_whole)
        panel.file_wanted.connect(self.ask_file)
        panel.fusion_wanted.connect(self.fuse)

    def _choose(self, name: str) -> None:
        if name not in self._viewer.state.layers.shown:
            self._candidates.show(name)
        if name in self._viewer.state.layers.held:
            self._candidates.take_up(name)

    def take_whole(self, name: str) -> None:
        """Make the labels in hand equal to a candidate, under the rules in force: one edit, which undo takes back."""
        scene = self._viewer.state.scene
        if scene is None or scene.editor.in_stroke:
            return
        with self._screen.telling():
            theirs = self._candidates.read(name)
            if theirs is None:
                return
            change = taken_whole(scene.editor.labels.array, theirs.array)
            words = self.tr("Candidate taken, {title}").format(title=self._candidates.title_of(name))
            if not self._viewer.painting.make(change, words):
                self._panel.say(self.tr("Nothing changed: yours are the same, or the paint-over rules forbid it."))

    # --- out of a file

    def ask_file(self) -> None:
        """Ask for a label map."""
        if not self._desk.case:
            return
        dialog = QFileDialog(self._screen, self.tr("A candidate from a file"), "", FILTER)
        dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
        dialog.finished.connect(dialog.deleteLater)
        dialog.fileSelected.connect(partial(self.take_file, self._desk.case))
        dialog.open()

    def take_file(self, case: str, path: str, scheme: str | None = None) -> None:
        """Show a label map out of a file beside the labels; it becomes no version."""
        if case != self._desk.case:
            return
        with self._screen.telling():
            try:
                labels = self._hall.candidates.read_file(case, Path(path), scheme)
            except StudyError as error:
                if error.code != "ambiguous-scheme" or scheme is not None:
                    raise
                dialog = AskScheme(self._screen)
                dialog.answered.connect(partial(self.take_file, case, path))
                dialog.open()
                return
            self._number += 1
            # not the file's name: it may be a patient's
            title = self.tr("From a file, {n}").format(n=self._number)
            self._candidates.add(f"file-{self._number}", title, labels)

    # --- fused

    def fuse(self, fusion: Fusion) -> None:
        """Let those that are seen become one more candidate."""
        layers = self._viewer.state.layers
        with self._screen.telling():
            members = {name: layers.held[name].labels for name in layers.shown}
            job = self._hall.candidates.fuse(self._desk.case, members, fusion)
            title = self.tr("{method} of {n}").format(method=translate(FUSIONS[fusion.method].title), n=len(members))
            self._jobs[job] = title
            self._panel.say(self.tr("Fusing…"))

    def look_at_job(self, job: str) -> None:
        """A job moved on: one of ours may have come to its end."""
        if job not in self._jobs:
            return
        view = self._hall.jobs.view(job)
        if view.state not in ("done", "failed", "cancelled"):
            return
        title, made = self._jobs.pop(job), self._hall.candidates.take(job)
        self._panel.say("")
        if view.state == "failed":
            self._screen.tell_job(view)
        elif made and made.case == self._desk.case and not (self._desk.session and self._desk.session.reading):
            with self._screen.telling():
                self._number += 1
                self._candidates.add(f"fused-{self._number}", title, made.labels)
            self._panel.say(said(made.remark))
