"""Import: a folder is dropped, the program says what it found, a person looks at the pictures and agrees."""

from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QScrollArea, QStackedLayout, QVBoxLayout, QWidget

from fets_desktop.app.hall import Hall
from fets_desktop.app.job_board import JobView
from fets_desktop.study.case import Case, Series, Stage
from fets_desktop.study.contrast import Contrast
from fets_desktop.study.identity import Verdict
from fets_desktop.ui.case_rows import converting, jobs_by_case
from fets_desktop.ui.contrast_choice import candidates
from fets_desktop.ui.screen import Screen
from fets_desktop.ui.screens.import_.case import CasePanel
from fets_desktop.ui.screens.import_.list import FoundCases
from fets_desktop.ui.screens.import_.nothing import NothingHere
from fets_desktop.ui.screens.import_.report import FaultCard
from fets_desktop.ui.screens.import_.rules import RulesDialog
from fets_desktop.ui.screens.pacs_query import PacsQuery
from fets_desktop.ui.table_question import with_table
from fets_desktop.ui.widgets.ask import AskWords
from fets_desktop.ui.widgets.drop_area import DropArea
from fets_desktop.ui.widgets.expander import Expander
from fets_desktop.ui.widgets.notice import Notice
from fets_desktop.ui.widgets.pair import Pair
from fets_desktop.ui.widgets.parts import Card, button, framed
from fets_desktop.ui.widgets.progress_row import ProgressRow
from fets_desktop.ui.widgets.tag_dialog import TagDialog
from fets_desktop.ui.words import count

_SIDE_WIDTH, _LEAST_LIST = 276, 130
_ACTIVE = ("running", "queued")
_BRINGS = ("scan", "pacs_get")
"""Jobs that bring patients here."""


class ImportScreen(Screen):
    """Takes folders in, and shows what was found until every contrast is certain."""

    def __init__(self, hall: Hall, parent: QWidget | None = None) -> None:
        super().__init__(hall, parent)
        self._cases: dict[str, Case] = {}
        self._asked_for = ""
        self._shown: tuple[object, ...] = ()
        self._scan: ProgressRow | None = None
        self._nothing = NothingHere()
        self.drop_large, self.drop = DropArea(True), DropArea(False)
        self.from_pacs = button(self.tr("From the PACS…"), self._ask_pacs, "search")
        # a window that shows the screen takes it into its header
        self.from_pacs.setParent(self)
        self.from_pacs.hide()
        self.list = FoundCases()
        self.remembered = Notice()
        self.panel = CasePanel()
        self._faults = FaultCard()
        self._notes = Expander()
        self._aside = Expander()
        self._rules = button(self.tr("Rules of this site…"), self._show_rules, "square-pen", "link")
        self._lay_out()
        for area in (self.drop_large, self.drop):
            area.dropped.connect(self.start)
        self.panel.confirmed.connect(self._confirm)
        self.panel.convert_wanted.connect(self._convert)
        self.panel.exclude_wanted.connect(self._ask_exclude)
        self.panel.overruled.connect(self._overrule)
        self._faults.judged.connect(self._judge)
        self.panel.tags_wanted.connect(self._show_tags)
        self.list.currentItemChanged.connect(self._show_current)
        self.facts.case_changed.connect(self.stale)
        self.facts.job_changed.connect(self.stale)

    def _lay_out(self) -> None:
        side = framed("page")
        self._side = QVBoxLayout(side)
        self._side.setContentsMargins(0, 0, 4, 0)
        self._side.setSpacing(12)
        self._side.addWidget(self.drop)
        self._found = Card(self.tr("Found"))
        self._found.layout().setContentsMargins(6, 12, 6, 8)  # type: ignore[union-attr]
        self._found.top.setContentsMargins(10, 0, 10, 0)
        self._found.body.addWidget(self.list, 1)
        self._side.addWidget(self._found, 1)
        self._side.addWidget(self._faults)
        self._side.addWidget(self._notes)
        self._side.addWidget(self._aside)
        self._side.addWidget(self._rules, 0, Qt.AlignmentFlag.AlignLeft)
        self._right = QStackedLayout()
        # the first page of a stack is shown at once: without a parent it would come up as a window of its own
        self.panel.setParent(self)
        self._right.addWidget(self.panel)
        self._nothing.go.connect(lambda: self.go.emit("cases", ""))
        self._nothing.why_wanted.connect(self._why)
        self._right.addWidget(self._nothing)
        results = QWidget()
        column = QVBoxLayout(results)
        column.setContentsMargins(16, 14, 16, 14)
        scroll = QScrollArea()
        scroll.setWidgetResizable(True)
        scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        scroll.setFixedWidth(_SIDE_WIDTH)
        scroll.setWidget(side)
        self._found.setMinimumHeight(_LEAST_LIST)
        column.addWidget(self.remembered)
        pair = Pair(scroll, self._right)
        column.addWidget(pair, 1)
        large = QWidget()
        inner = QVBoxLayout(large)
        inner.setContentsMargins(16, 14, 16, 14)
        inner.addWidget(self.drop_large)
        self._pages = QStackedLayout(self)
        self._pages.addWidget(large)
        self._pages.addWidget(results)

    def header_actions(self) -> QWidget:
        """Return the way to the hospital's archive."""
        self.from_pacs.setHidden(False)
        return self.from_pacs

    def _ask_pacs(self) -> None:
        # the passphrase opens the passwords of the PACS, too
        with_table(self.hall, self, lambda: PacsQuery(self.hall, self).open())

    def start(self, paths: list[Path]) -> None:
        """Import folders and files."""
        with_table(self.hall, self, lambda: self._start(paths))

    def _start(self, paths: list[Path]) -> None:
        with self.telling():
            self.hall.importing.start(paths)

    def open_case(self, case: str) -> None:
        """Show one case's series; "choose" asks for a folder instead."""
        if case == "choose":
            (self.drop if self._pages.currentIndex() else self.drop_large).choose_folder()
            return
        self._asked_for = case
        self.refresh()
        self.list.choose(case)

    def refresh(self) -> None:
        """Read again what was found and what waits."""
        report = self.hall.importing.last_report
        named = {*(report.cases if report else ()), self._asked_for}
        listed = [case for case in self.hall.cases.all() if case.stage is Stage.NEW or case.id in named]
        listed.sort(key=lambda case: case.stage is not Stage.NEW)
        self._cases = {case.id: case for case in listed}
        scans = [job for job in self.hall.jobs.all() if job.task in _BRINGS]
        # one that failed is past once another was started
        scan = [job for job in scans if job.state in _ACTIVE or (job.state == "failed" and job is scans[-1])]
        self._pages.setCurrentIndex(1 if listed or scan or report else 0)
        self._show_scan(scan[-1] if scan else None)
        jobs = jobs_by_case(self.hall.jobs.all())
        self.list.show_cases(listed, jobs)
        self._found.aside.setText(count(len(listed), "{n} case", "{n} cases"))
        self._faults.show_faults(report.faults if report else (), report.clashes if report else ())
        notes = list(report.notes) if report else []
        self._notes.show_lines(count(len(notes), "{n} thing to know", "{n} things to know"), notes)
        self._rules.setVisible(bool(self.hall.importing.rules.all()))
        # a case's own series are listed beside its others
        aside = [line for line in report.set_aside if line[0].partition(":")[0] not in named] if report else []
        self._aside.show_lines(
            count(len(aside), "{n} file or series set aside", "{n} files or series set aside"), aside
        )
        waiting = sum(case.stage is Stage.NEW and not converting(jobs.get(case.id)) for case in listed)
        self.say(
            count(
                waiting,
                "{n} case waits for your word on its contrasts",
                "{n} cases wait for your word on their contrasts",
            )
            if waiting
            else ""
        )
        self._show_current()

    def _show_scan(self, view: JobView | None) -> None:
        if self._scan:
            self._side.removeWidget(self._scan)
            self._scan.setParent(None)
            self._scan.deleteLater()
            self._scan = None
        self._nothing.show_scan(view, self.hall.importing.last_report)
        if view:
            self._scan = ProgressRow(view)
            self._scan.cancel_wanted.connect(self.hall.jobs.cancel)
            self._scan.why_wanted.connect(self._why)
            self._side.insertWidget(1, self._scan)

    def _why(self, job: str) -> None:
        view = next(view for view in self.hall.jobs.all() if view.id == job)
        self.tell_job(view)

    def current(self) -> str:
        """Return the name of the case that is shown, "" if none."""
        return self.list.current()

    def _show_current(self, *_: object) -> None:
        case = self._cases.get(self.current())
        self._right.setCurrentIndex(0 if case else 1)
        if case is None:
            self._shown = ()
            return
        job = jobs_by_case(self.hall.jobs.all()).get(case.id)
        busy = converting(job)
        if not busy:
            self.hall.importing.look(case.id)
        seen = {one.id: self.hall.importing.glances.of(one.id) for one in case.series if one.set_aside}
        glances = {series: glance for series, glance in seen.items() if glance}
        if self._shown != (case, busy, glances):
            self._shown = (case, busy, glances)
            pictures = {series.id: self.hall.importing.thumbnail(series) for series in candidates(case)}
            self.panel.show_case(case, pictures, busy, glances)

    def _confirm(self, case: str, choice: dict) -> None:  # type: ignore[type-arg]
        with self.telling():
            before = self.hall.importing.rules.all()
            self.hall.importing.confirm(case, choice)
            self.refresh()
            self.list.choose(next((name for name, known in self._cases.items() if known.stage is Stage.NEW), ""))
            learned = [rule for rule in self.hall.importing.rules.all() if rule not in before]
            words = self.tr("Remembered for later imports: series called {name} stand for {contrast}.")
            self.remembered.say(" ".join(words.format(name=r.named, contrast=r.contrast) for r in learned))

    def _convert(self, case: str) -> None:
        with self.telling():
            self.hall.importing.convert(case)
            self.refresh()

    def _show_tags(self, series: Series) -> None:
        dialog = TagDialog(self.hall, self)
        dialog.open()
        dialog.show_series(series.case, series.id, series.description or self.tr("Series"))

    def _overrule(self, case: str, series: str, contrast: Contrast) -> None:
        with self.telling():
            self._say_if_later(self.hall.importing.overrule(case, series, contrast))

    def _judge(self, clash: str, verdict: str) -> None:
        with self.telling():
            self._say_if_later(self.hall.importing.judge(clash, Verdict(verdict)))

    def _say_if_later(self, job: str) -> None:
        """Say that a word counts in the next import, where the folder is not known any more."""
        self.refresh()
        if not job:
            self.remembered.say(self.tr("Remembered. Import the folder again to make it count."))

    def _show_rules(self) -> None:
        rules = self.hall.importing.rules
        dialog = RulesDialog(rules.all(), self)

        def forget(kin: str) -> None:
            with self.telling():
                rules.forget(kin)
                dialog.show_rules(rules.all())
                self.refresh()

        dialog.forgotten.connect(forget)
        dialog.open()

    def _ask_exclude(self, case: str) -> None:
        dialog = AskWords(
            self.tr("Exclude {case}").format(case=case),
            self.tr("It takes no further part in the work. Nothing is deleted, and it can be included again."),
            self.tr("Reason, for example: no T2 was taken"),
            self.tr("Exclude"),
            self,
        )
        dialog.answered.connect(lambda words: self._exclude(case, words))
        dialog.open()

    def _exclude(self, case: str, words: str) -> None:
        with self.telling():
            self.hall.cases.exclude(case, words)
