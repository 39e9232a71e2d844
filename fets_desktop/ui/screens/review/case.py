"""A case on the Review screen: opened and shown, followed while others work on it, put away."""

from collections.abc import Iterator
from contextlib import contextmanager
from functools import partial

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QHBoxLayout, QStackedLayout, QWidget

from fets_desktop.app.annotations.images import Images
from fets_desktop.app.hall import Hall
from fets_desktop.study.case import Case
from fets_desktop.study.errors import StudyError
from fets_desktop.study.finding import Finding
from fets_desktop.ui.case_rows import PREPARED_STAGES, jobs_by_case, latest
from fets_desktop.ui.screen import Screen
from fets_desktop.ui.screens.review.candidates import Candidates
from fets_desktop.ui.screens.review.cases import ReviewCases
from fets_desktop.ui.screens.review.desk import Desk
from fets_desktop.ui.screens.review.opening import Opening
from fets_desktop.ui.screens.review.panel import ReviewPanel
from fets_desktop.ui.screens.review.stage import ReviewStage, no_case_yet
from fets_desktop.ui.screens.review.words import (
    case_words,
    counting_words,
    missing_of,
    model_of,
    opened_words,
    opening,
    origin_words,
    refused,
)
from fets_desktop.ui.viewer.keymaps import Keymap
from fets_desktop.ui.widgets.parts import Chip, button
from fets_desktop.ui.words import author_words

_CHECK_AFTER_MS = 40
"""The images of a case are seen before its labels are checked."""


class CaseScreen(Screen):
    """Brings cases onto the desk, into the viewer and the side panel, and puts them away."""

    def __init__(self, hall: Hall, parent: QWidget | None = None) -> None:
        super().__init__(hall, parent)
        self.stage = ReviewStage(Keymap(hall.settings.get("review.keymap")))
        self.stage.take_setting("review.keys", hall.settings.get("review.keys"))
        self.stage.keys_changed.connect(partial(hall.settings.set, "review.keys"))
        self.viewer = self.stage.viewer
        self.cases = ReviewCases(hall)
        self.panel = ReviewPanel(self.viewer)
        self.candidates = Candidates(hall, self.viewer, self.panel.options)
        self.desk = Desk(hall, self)
        self.origin = Chip()
        self.previous = button(self.tr("Previous"), partial(self._step, -1), "chevron-left")
        self.next = button(self.tr("Next case"), partial(self._step, 1), "chevron-right")
        self._shown, self._refused = "", ""
        self._slice = ("", 0)
        self._opening = Opening(hall, self)
        self._findings: list[Finding] = []
        self._changing = False
        self._opening.ready.connect(self._images_read)
        self._opening.failed.connect(self._not_read)
        self._lay_out()

    def _lay_out(self) -> None:
        desk = QWidget()
        line = QHBoxLayout(desk)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(0)
        line.addWidget(self.cases)
        line.addWidget(self.stage, 1)
        line.addWidget(self.panel)
        self._pages = QStackedLayout(self)
        self._pages.addWidget(no_case_yet(partial(self.go.emit, "import", "")))
        self._pages.addWidget(desk)
        # not a stop of the Tab key: it would show nothing there
        self.setFocusPolicy(Qt.FocusPolicy.ClickFocus)

    def refresh(self) -> None:
        """Read the cases again, and look whether the shown one moved on."""
        self.cases.reload()
        self._pages.setCurrentIndex(1 if self.hall.cases.all() else 0)
        if self._changing:
            return
        if not self._shown or self.cases.case(self._shown) is None:
            # not now: whoever brought the person here may be about to ask for a case
            QTimer.singleShot(0, self, self._choose)
        else:
            self._follow_case(self._shown)
            self._show_state()

    def open_case(self, case: str) -> None:
        """Show one case; `CASE#88` shows its axial slice 88, counted upwards from 0."""
        case, _, axial = case.partition("#")
        self._slice = (case, int(axial)) if axial.isdecimal() else ("", 0)
        self.cases.reload()
        self._show(case)
        self._to_slice()

    def _to_slice(self) -> None:
        """Move to the slice that was asked for, as soon as its case is open; once."""
        case, axial = self._slice
        if case and case == self.desk.case:
            x, y, _ = self.viewer.state.cursor
            self.viewer.state.look_at((x, y, axial))
            self._slice = ("", 0)

    def leave(self) -> None:
        """Save and put the case away; what cannot be saved is in the journal."""
        self._opening.forget()
        self._put_away()
        self.viewer.view3d.close_surfaces()
        self.viewer.state.layers.close()

    def _choose(self) -> None:
        if not self._shown or self.cases.case(self._shown) is None:
            self._show(self.cases.waiting_after("") or self.cases.beside("", 1))

    def _clicked(self, case: str) -> None:
        self._show(case)
        self.viewer.current.setFocus(Qt.FocusReason.OtherFocusReason)

    def _step(self, step: int) -> None:
        if case := self.cases.beside(self._shown, step):
            self._show(case)

    def _show(self, name: str) -> None:
        if name != self._slice[0]:
            self._slice = ("", 0)
        case = self.cases.case(name)
        if case is None or (name in (self.desk.case, self._opening.case) and case.stage in PREPARED_STAGES):
            return
        with self._change():
            self._shown = name
            self._findings = [*self.hall.segmenting.findings(name), *self.hall.cases.findings(name)]
            self.stage.notice.say("")
            self._opening.forget()
            if case.stage in PREPARED_STAGES:
                self._begin_to_open(case)
            else:
                self._put_away()
                self._show_missing(case)
            self.cases.reload()
            self.cases.mark(name)
        self._show_state()

    def _begin_to_open(self, case: Case) -> None:
        self._refused = case.id
        with self.telling():
            beside, self._refused = self._opening.begin(case), ""
            if beside:
                self._put_away()
                self.stage.show_missing(opening(case))
            else:
                self._open(case)
        if self._refused:
            self.stage.show_missing(refused(case))

    def _images_read(self, case: Case, images: Images) -> None:
        with self._change():
            self._open(case, images)
        self._show_state()

    def _not_read(self, case: Case, error: StudyError) -> None:
        self._refused = case.id
        self.tell(error)
        self.stage.show_missing(refused(case))

    def _open(self, case: Case, images: Images | None = None) -> None:
        self._refused = case.id
        with self.telling():
            session = self.desk.take(case.id, images)
            self._refused = ""
            self.stage.show_session(session)
            self._to_slice()
            self.panel.show_case(session, self.desk.note, case.flag)
            # a second reader must not see what others drew, nor how much it was
            self.candidates.list_of("" if session.reading else case.id)
            self.panel.show_candidates(shown=session.reading is None)
            self.cases.hide_volumes(hidden=session.reading is not None)
            earlier = session.base is not None and self.hall.cases.on_earlier_brain(session.base)
            if said := opened_words(session, earlier, latest(self.hall.cases.versions(case.id))):
                self.stage.notice.say(said)
            QTimer.singleShot(_CHECK_AFTER_MS, self.desk, self.desk.check)
        if self._refused:
            self.stage.show_missing(refused(case))

    def _put_away(self) -> None:
        with self.telling():
            self.desk.put_away()

    def _show_missing(self, case: Case) -> None:
        job = jobs_by_case(self.hall.jobs.all()).get(case.id)
        self.stage.show_missing(missing_of(case, job))

    def _follow_case(self, name: str) -> None:
        """The shown case may have been prepared, excluded, or given a new proposal meanwhile."""
        case, session = self.cases.case(name), self.desk.session
        if case is None or name == self._refused:
            return
        if session is None or case.stage not in PREPARED_STAGES:
            if (case.stage in PREPARED_STAGES) != (session is not None):
                self._show(name)
            elif session is None:
                self._show_missing(case)
            return
        newest = next(reversed(self.hall.cases.versions(name)), None)
        if session.reading:
            newest = None  # others' work is none of a second reader's business
        else:
            self.candidates.list_of(name)
        if newest and newest.id != (session.base.id if session.base else ""):
            who = author_words(newest)
            if session.changed:
                self.stage.notice.say(
                    self.tr("There are new labels by {who}. You go on with your own edits.").format(who=who)
                )
                return
            self._put_away()
            self._show(name)
            said = self.tr("New labels by {who} are shown now.").format(who=who)
            counts = counting_words(newest, latest(self.hall.cases.versions(name)))
            self.stage.notice.say(f"{said} {counts}".rstrip())
        self.panel.show_flag(case.flag)

    @contextmanager
    def _change(self) -> Iterator[None]:
        """While a case gives way to another, facts do not call for a third."""
        before, self._changing = self._changing, True
        QGuiApplication.setOverrideCursor(Qt.CursorShape.WaitCursor)
        try:
            yield
        finally:
            QGuiApplication.restoreOverrideCursor()
            self._changing = before

    def _case_changed(self, case: str) -> None:
        self.cases.forget(case)
        self._refused = "" if case == self._refused else self._refused
        self.stale()

    def _show_state(self) -> None:
        session = self.desk.session
        self.panel.setVisible(session is not None)
        self.panel.show_state(session, self.desk.kept_at)
        origin = origin_words(session.base) if session and not session.reading else ("", "")
        self.origin.show_word(*((self.tr("Second reading"), "warn") if session and session.reading else origin))
        self.origin.setToolTip(model_of(session.base) if session and not session.reading else "")
        case = self.cases.case(self._shown)
        self.say(case_words(case) if case else "")
        self.previous.setEnabled(bool(self.cases.beside(self._shown, -1)))
        self.next.setEnabled(bool(self.cases.beside(self._shown, 1)))
