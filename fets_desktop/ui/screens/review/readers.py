"""What is done with versions on the Review screen: outlines, restoring, a second reading, adjudication."""

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QObject, Qt, QTimer, Signal
from PySide6.QtWidgets import QButtonGroup, QDialog, QLineEdit, QRadioButton, QWidget

from fets_desktop.review.differences import differences
from fets_desktop.study.annotation import Annotation
from fets_desktop.study.finding import Finding, Grade
from fets_desktop.ui.screen import Screen
from fets_desktop.ui.screens.review.candidates import Candidates
from fets_desktop.ui.screens.review.desk import Desk
from fets_desktop.ui.screens.review.versions import VersionsDialog
from fets_desktop.ui.viewer.viewer import Viewer
from fets_desktop.ui.widgets.dialogs import headed
from fets_desktop.ui.widgets.parts import button, label, row
from fets_desktop.ui.words import by_model, count, piece, translate


class AskReader(QDialog):
    """Asks who reads a case a second time, and from where; `answered` carries the name and the version, "" for none.

    Args:
        proposals: A model's versions, the oldest first.
        parent: The window.
    """

    help_page = "review#Versions"

    answered = Signal(str, str)

    def __init__(self, proposals: list[Annotation], parent: QWidget) -> None:
        super().__init__(parent)
        words = self.tr("They see the images and what they start from. What others drew is hidden until they finish.")
        column = headed(self, self.tr("Second reading"), words, width=460)
        self.name = QLineEdit()
        self.name.setPlaceholderText(self.tr("Name of the second reader"))
        self.name.setAccessibleName(self.name.placeholderText())
        self.name.setMaxLength(120)
        column.addWidget(self.name)
        column.addWidget(label(self.tr("They start from"), "muted"))
        self._starts = QButtonGroup(self)
        self.starts: dict[str, QRadioButton] = {}
        for version in reversed(proposals):
            title = self.tr("version {n}, proposed by a model").format(n=version.number)
            self.starts[version.id] = QRadioButton(title)
        self.starts[""] = QRadioButton(self.tr("an empty outline"))
        for choice in self.starts.values():
            self._starts.addButton(choice)
            column.addWidget(choice)
        next(iter(self.starts.values())).setChecked(True)
        self._accept = button(self.tr("Begin the reading"), self.accept, look="primary")
        self._accept.setDefault(True)
        self._accept.setEnabled(False)
        self.name.textChanged.connect(lambda: self._accept.setEnabled(bool(self.name.text().strip())))
        column.addSpacing(4)
        column.addWidget(row(1, button(self.tr("Cancel"), self.reject), self._accept))
        self.accepted.connect(self._answer)
        self.finished.connect(self.deleteLater)

    def _answer(self) -> None:
        start = next(name for name, choice in self.starts.items() if choice.isChecked())
        self.answered.emit(self.name.text().strip(), start)


class Readers(QObject):
    """Opens the timeline and does what is asked for there.

    Args:
        desk: Holds the open case.
        viewer: Shows it.
        candidates: Offers other versions.
        screen: Shows the dialogs and failures.
    """

    again_wanted = Signal(str)
    """The case is to be shown anew."""
    told = Signal(str)
    """What was done, in a person's words."""

    def __init__(self, desk: Desk, viewer: Viewer, candidates: Candidates, screen: Screen) -> None:
        super().__init__(screen)
        self._desk, self._viewer, self._candidates, self._screen = desk, viewer, candidates, screen
        self._hall = screen.hall
        self._rival: Annotation | None = None
        """The version that the labels in hand are adjudicated against."""
        self._then: tuple[str, Callable[[], None]] | None = None
        """What is left to do once a case is shown: its images are read beside the window."""
        viewer.state.scene_changed.connect(self._new_scene)

    def show(self, *chosen: str) -> None:
        """Show the timeline of the open case; what is drawn becomes a version first."""
        with self._screen.telling():
            self._desk.save()
            dialog = VersionsDialog(self._hall, self._desk.case, self._screen)
            dialog.outline_wanted.connect(self.outline)
            dialog.restore_wanted.connect(self.restore)
            dialog.adjudicate_wanted.connect(self.adjudicate)
            dialog.reading_wanted.connect(self.ask_reader)
            dialog.choose(*chosen)
            dialog.open()

    def outline(self, version: str) -> None:
        """Draw the outlines of a version over the labels in hand; "" draws none."""
        with self._screen.telling():
            self._viewer.state.compare(self._candidates.read(version) if version else None)

    def restore(self, version: str) -> None:
        """Make a version the newest again, as a new one."""
        case = self._desk.case
        with self._screen.telling():
            old = next(v for v in self._hall.cases.versions(case) if v.id == version)
            self._desk.put_away()
            made = self._hall.reviewing.restore(version)
            words = self.tr("Version {old} is restored, as version {new}.").format(old=old.number, new=made.number)
            self._show_again(case, partial(self._tell, words))

    def adjudicate(self, first: str, second: str) -> None:
        """Start from one of two versions, with the other one beside it to take regions from."""
        case = self._desk.case
        with self._screen.telling():
            versions = {version.id: version for version in self._hall.cases.versions(case)}
            one, other = versions[first], versions[second]
            if first == next(reversed(versions)):
                self._go_on(partial(self._set_beside, one, other))
                return
            note = self.tr("Adjudication of versions {a} and {b}").format(a=one.number, b=other.number)
            self._desk.put_away()
            self._hall.reviewing.restore(first, note=note)
            self._show_again(case, partial(self._set_beside, one, other))

    def _set_beside(self, one: Annotation, other: Annotation) -> None:
        self._candidates.take_up(other.id)
        self._rival = other
        self._desk.check()
        words = self.tr(
            "You start from version {a}. Under Checks stands where version {b} differs; a click on a hatched region "
            "takes it over."
        )
        self.told.emit(words.format(a=one.number, b=other.number))

    def _show_again(self, case: str, then: Callable[[], None]) -> None:
        self._then = (case, then)
        self.again_wanted.emit(case)
        if self._then and self._desk.case == case:
            # a fact has shown it already
            self._then = None
            self._go_on(then)

    def _go_on(self, then: Callable[[], None]) -> None:
        """Do what was left to do; the keys go to the case, for they left it when it was put away."""
        self._viewer.current.setFocus(Qt.FocusReason.OtherFocusReason)
        then()

    def _tell(self, words: str) -> None:
        self.told.emit(words)

    def _new_scene(self) -> None:
        self._rival = None
        if self._then and self._viewer.state.scene and self._desk.case == self._then[0]:
            (_, then), self._then = self._then, None
            # after whatever else a new case brings
            QTimer.singleShot(0, self, partial(self._go_on, then))

    def findings(self) -> list[Finding]:
        """Return where the labels in hand differ from the version they are adjudicated against."""
        scene, candidate, rival = self._viewer.state.scene, self._viewer.state.candidate, self._rival
        if scene is None or candidate is None or rival is None:
            return []
        title = translate("Differs from version {n}", n=rival.number)
        places = differences(scene.editor.labels, candidate)
        if not places:
            return [Finding("adjudication", title, Grade.OK, translate("Nowhere"))]
        numbers: dict[str, float] = {}
        for place, found in enumerate(places, 1):
            names = (f"{axis}{place if place > 1 else ''}" for axis in "xyz")
            numbers |= dict(zip(names, map(float, found.voxel), strict=True))
        where = count(len(places), "{n} place", "{n} places")
        text = translate("{where}, the largest has {volume}", where=where, volume=piece(places[0].ml))
        return [Finding("adjudication", title, Grade.LOOK, text, numbers)]

    # --- the second reader

    def ask_reader(self) -> None:
        """Ask who reads the case a second time."""
        case = self._desk.case
        proposals = [version for version in self._hall.cases.versions(case) if by_model(version)]
        dialog = AskReader(proposals, self._screen)
        dialog.answered.connect(partial(self.begin, case))
        dialog.open()

    def begin(self, case: str, reader: str, start: str) -> None:
        """Let a second reader begin."""
        words = self.tr("Second reading: what others drew is hidden until you finish.")
        self._then = (case, partial(self._tell, words))
        with self._screen.telling():
            self._desk.put_away()
            self._hall.reviewing.begin_reading(case, reader, start)
        self.again_wanted.emit(case)

    def end(self, *, finished: bool) -> None:
        """Let the second reading be over, finished or given up."""
        session = self._desk.session
        if session is None or session.reading is None:
            return
        case, reader = session.case, session.reading.reader
        others = [v for v in self._hall.cases.versions(case) if not by_model(v) and v.author != reader]
        with self._screen.telling():
            mine = self._hall.reviewing.end_reading(session, self._desk.note, finished=finished)
            self._desk.note = mine.note if mine else ""
            self._desk.put_away()
            self._show_again(case, partial(self._tell_end, mine if finished else None, others))

    def _tell_end(self, mine: Annotation | None, others: list[Annotation]) -> None:
        if mine is None:
            self.told.emit(self.tr("The second reading is given up."))
            return
        self.told.emit(self.tr("The second reading is finished: version {n}.").format(n=mine.number))
        if others:
            self.show(mine.id, others[-1].id)
