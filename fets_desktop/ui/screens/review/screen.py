"""Review: the next case, its contrasts and labels, the tools to correct them, and the button that signs them off."""

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtGui import QHideEvent, QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QWidget

from fets_desktop.app.hall import Hall
from fets_desktop.study.errors import StudyError
from fets_desktop.study.finding import Finding
from fets_desktop.study.settings import SETTINGS
from fets_desktop.ui.looking_flow import open_native, open_time_points
from fets_desktop.ui.screen import Screen
from fets_desktop.ui.screens.review.beside import SideBySide
from fets_desktop.ui.screens.review.case import CaseScreen
from fets_desktop.ui.screens.review.export import ReviewExport
from fets_desktop.ui.screens.review.file import LabelFile
from fets_desktop.ui.screens.review.heads import Heads
from fets_desktop.ui.screens.review.keys import set_case_keys
from fets_desktop.ui.screens.review.pictures import Pictures
from fets_desktop.ui.screens.review.readers import Readers
from fets_desktop.ui.screens.review.verdict import Verdict
from fets_desktop.ui.widgets.parts import row
from fets_desktop.ui.widgets.sure import ask_sure


class ReviewScreen(CaseScreen):
    """The list of cases, the viewer with its tools, and the side panel."""

    def __init__(self, hall: Hall, parent: QWidget | None = None) -> None:
        super().__init__(hall, parent)
        self._verdict = Verdict(self.desk, self)
        self.file = LabelFile(self.desk, self)
        self.outgoing = ReviewExport(self.desk, self)
        self.pictures = Pictures(self.desk, self.viewer, self)
        self.readers = Readers(self.desk, self.viewer, self.candidates, self)
        self.beside = SideBySide(self.desk, self.viewer, self.candidates, self.panel.layers, self)
        self.heads = Heads(hall, self.desk, self.viewer.state)
        self.stage.put_above(self.outgoing.notice)
        calls = (partial(self._step, 1), partial(self._step, -1), self.approve, self.flag, self._versions)
        set_case_keys(self, *calls)
        self._connect()
        for name in SETTINGS:
            self._setting(name)
        self._show_state()

    def _connect(self) -> None:
        self.next.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
        for way in (self.outgoing.press, self.previous, self.next):
            # the header is not ours: a click there must not take the keys from the viewer
            way.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.cases.opened.connect(self._clicked)
        self.stage.help_wanted.connect(self._help_missing)
        self.stage.tools.cases_toggled.connect(self.cases.toggle)
        self.viewer.painting.edited.connect(self.desk.edited)
        self.viewer.painting.failed.connect(self.tell)
        self.candidates.failed.connect(self.tell)
        self.viewer.history_wanted.connect(self.panel.show_history)
        self.viewer.native_wanted.connect(partial(self._look_with, open_native))
        self.viewer.time_points_wanted.connect(partial(self._look_with, open_time_points))
        self.panel.approve_wanted.connect(self.approve)
        self.panel.flag_wanted.connect(self.flag)
        self.panel.note_typed.connect(self._note)
        self.panel.checks.jump_wanted.connect(self._jump)
        self.panel.checks.step_wanted.connect(lambda: self.go.emit("prepare", self.desk.case))
        self._verdict.approved.connect(self._approved)
        self._connect_looks()
        self._connect_readers()
        self.panel.labels.file_wanted.connect(self.file.ask)
        self.file.taken.connect(self._taken)
        self.desk.changed.connect(self._show_state)
        self.desk.checked.connect(self._show_findings)
        self.desk.failed.connect(self.tell)
        self.facts.case_changed.connect(self._case_changed)
        self.facts.case_forgotten.connect(self._case_changed)
        self.facts.job_changed.connect(self.stale)
        self.facts.job_changed.connect(self.beside.look_at_job)
        self.facts.setting_changed.connect(self._setting)

    def _connect_looks(self) -> None:
        menu, said = self.stage.tools.pictures, self.stage.notice.say
        menu.pane_wanted.connect(self.pictures.ask_pane)
        menu.all_wanted.connect(self.pictures.ask_all)
        menu.movie_wanted.connect(self.pictures.ask_movie)
        self.pictures.told.connect(lambda words: said(words))
        self.heads.told.connect(lambda words: said(words))
        self.heads.failed.connect(self.tell)

    def _connect_readers(self) -> None:
        self.panel.versions_wanted.connect(self._versions)
        self.readers.told.connect(lambda words: self.stage.notice.say(words))
        self.readers.again_wanted.connect(self._show)

    def _show_findings(self, found: list[Finding]) -> None:
        self.panel.checks.show_findings([*self.readers.findings(), *found, *self._findings])

    def _versions(self) -> None:
        session = self.desk.session
        if session and session.reading:
            self._ask_to_give_up()
        elif session:
            self.readers.show()

    def _ask_to_give_up(self) -> None:
        ask_sure(
            self.tr("Give the second reading up?"),
            self.tr("Edits that no version holds yet are thrown away; versions that were saved stay."),
            self.tr("Give it up"),
            lambda: self.readers.end(finished=False),
            self,
        )

    def header_actions(self) -> QWidget:
        """Return where the labels come from, the way out for them, and the ways to other cases."""
        return row(self.origin, self.outgoing.press, self.previous, self.next)

    def leave(self) -> None:
        """Save and put the case away; what cannot be saved is in the journal."""
        super().leave()
        self.heads.close()
        self.pictures.close()

    def approve(self) -> None:
        """Sign the open case off, if there is something to sign."""
        if not self.panel.approve.isEnabled():
            return
        if self.desk.session and self.desk.session.reading:
            self.readers.end(finished=True)
            return
        with self._change():
            self._verdict.approve()

    def _approved(self, case: str) -> None:
        self.cases.reload()
        following = self.cases.waiting_after(case)
        self._show(following)
        self._show_state()
        done = self.tr("{case} is approved.").format(case=case)
        rest = "" if following else self.tr("No other case waits for review.")
        self.stage.notice.say(f"{done} {rest}".strip())
        self.viewer.current.setFocus(Qt.FocusReason.OtherFocusReason)

    def _taken(self, case: str, scheme: str) -> None:
        with self._change():
            self._put_away()
            self._show(case)
        self.stage.notice.say(self.tr("The file's labels are shown now, read as {scheme}.").format(scheme=scheme))

    def flag(self) -> None:
        """Say what is wrong with the open case, or take the words away."""
        if case := self.cases.case(self.desk.case):
            self._verdict.flag(case)

    def _help_missing(self, place: str) -> None:
        with self.telling():
            if place == "start":
                self.hall.preparing.start([self._shown])
            elif place == "include":
                self.hall.cases.include(self._shown)
            else:
                self.go.emit(place, self._shown)

    def _look_with(self, look: Callable[[Screen, str], object]) -> None:
        """Open what only looks; what is drawn becomes a version first, for it shows versions."""
        if not self.desk.case:
            return
        try:
            self.desk.save()
        except StudyError as error:
            self.tell(error)  # the edits are in the journal, and the looking shows what is saved
        look(self, self.desk.case)

    def _note(self, note: str) -> None:
        self.desk.note = note

    def _jump(self, x: int, y: int, z: int) -> None:
        self.viewer.state.look_at((x, y, z))

    def _setting(self, name: str) -> None:
        if name.startswith("review."):
            self.stage.take_setting(name, self.hall.settings.get(name))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Keys mean the viewer, wherever the focus is."""
        self.viewer.keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Fold the list where the window is small, unless the person chose."""
        super().resizeEvent(event)
        self.cases.fit(self.window().width())

    def hideEvent(self, event: QHideEvent) -> None:
        """Save when the person goes to another place."""
        super().hideEvent(event)
        if not event.spontaneous():
            with self.telling():
                self.desk.save()
