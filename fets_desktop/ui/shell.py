"""The main window: the rail, a header, the screen of the present place, the job bar."""

from collections.abc import Callable, Mapping
from functools import partial
from pathlib import Path

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QAction, QCloseEvent, QDragEnterEvent, QKeyEvent, QKeySequence, QResizeEvent
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QLabel,
    QMainWindow,
    QPushButton,
    QStackedWidget,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from fets_desktop.app.hall import Hall
from fets_desktop.app.job_board import ENDED
from fets_desktop.study.case import Stage
from fets_desktop.study.facts import TrainingEpoch
from fets_desktop.ui.bridge import Bridge, Throttle
from fets_desktop.ui.case_rows import converting, jobs_by_case
from fets_desktop.ui.help_key import HelpKey
from fets_desktop.ui.job_bar import JobBar
from fets_desktop.ui.package_flow import SUFFIX as PACKAGE
from fets_desktop.ui.places import PLACES, key_of
from fets_desktop.ui.rail import Rail
from fets_desktop.ui.screen import Screen
from fets_desktop.ui.text_size import LEAST_SIZE
from fets_desktop.ui.theme import apply_theme
from fets_desktop.ui.tour.tour import Tour
from fets_desktop.ui.tray import Tray
from fets_desktop.ui.widgets.drop_veil import DropVeil, welcome
from fets_desktop.ui.widgets.error_dialog import ErrorDialog
from fets_desktop.ui.widgets.parts import label
from fets_desktop.ui.widgets.progress_row import ElidedLabel

_FOLDS_BELOW = 1440
INVITATION = ".fetsinvite"
_BADGE_PAUSE_MS = 200


class Header(QFrame):
    """Title and words of the present screen, and its actions at the right."""

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("look", "header")
        self.setFixedHeight(66)
        self.title: QLabel = label("", "title")
        self.subtitle = ElidedLabel("subtitle")
        words = QVBoxLayout()
        words.setSpacing(1)
        words.addStretch(1)
        words.addWidget(self.title)
        words.addWidget(self.subtitle)
        words.addStretch(1)
        self._line = QHBoxLayout(self)
        self._line.setContentsMargins(20, 0, 16, 0)
        self._line.setSpacing(16)
        self._line.addLayout(words, 1)
        self._actions: QWidget | None = None

    def show_screen(self, title: str, subtitle: str, actions: QWidget | None) -> None:
        """Show another screen's title, words and actions."""
        self.title.setText(title)
        self.show_subtitle(subtitle)
        if self._actions is not None and self._actions is not actions:
            self._actions.hide()
        self._actions = actions
        if actions is not None:
            self._line.addWidget(actions)
            actions.show()

    def show_subtitle(self, text: str) -> None:
        """Show other words under the title."""
        self.subtitle.show_text(text)
        self.subtitle.setVisible(bool(text))


class MainWindow(QMainWindow):
    """The window.

    Args:
        hall: The use cases; the window does not close it.

    Attributes:
        place: The name of what is shown.
        next_workspace: What to open instead, once this window has closed; None to leave.
    """

    def __init__(self, hall: Hall) -> None:
        super().__init__()
        self._hall = hall
        self._screens: dict[str, QWidget] = {}
        self._headers: dict[str, QWidget | None] = {}
        self.place = ""
        self.next_workspace: Path | None = None
        self.setWindowTitle("FeTS Desktop")
        self.setMinimumSize(LEAST_SIZE)
        self.resize(1600, 1000)
        self.rail = Rail()
        self.header = Header()
        self.stack = QStackedWidget()
        self.job_bar = JobBar(hall, self)
        self._lay_out()
        self.tray = Tray(self, hall)
        self._veil = DropVeil(self)
        self._veil.dropped.connect(self.take_in)
        self.setAcceptDrops(True)
        self.tour = Tour(hall, self, self)
        self.help = HelpKey(self, self)
        self._set_keys()
        self.rail.chosen.connect(self.open_place)
        self.job_bar.why_wanted.connect(self._show_why)
        self._badges = Throttle(self._count, _BADGE_PAUSE_MS, self)
        facts = Bridge(hall.bus, self)
        facts.case_changed.connect(self._badges.trigger)
        facts.case_forgotten.connect(self._badges.trigger)
        facts.split_changed.connect(self._badges.trigger)
        facts.job_changed.connect(self._job_changed)
        facts.setting_changed.connect(self._setting)
        facts.epoch_ended.connect(self._epoch)
        facts.federation_changed.connect(self._federated)
        self._federated()
        self._badges.trigger()
        self.open_place("cases")

    def _lay_out(self) -> None:
        right = QVBoxLayout()
        right.setSpacing(0)
        right.addWidget(self.header)
        right.addWidget(self.stack, 1)
        right.addWidget(self.job_bar)
        centre = QWidget()
        line = QHBoxLayout(centre)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(0)
        line.addWidget(self.rail)
        line.addLayout(right, 1)
        self.setCentralWidget(centre)

    def _set_keys(self) -> None:
        keys: list[tuple[str, str, Callable[[], object]]] = [
            (key_of(number), place.words, partial(self.open_place, place.name))
            for number, place in enumerate(PLACES, 1)
        ]
        keys.append(("F1", self.tr("Help on this place, and back"), self.help.press))
        keys.append(("Ctrl+O", self.tr("Import"), partial(self.open_place, "import", "choose")))
        keys.append(("Ctrl+B", self.tr("Fold or unfold the rail"), self.rail.toggle))
        keys.append(("Ctrl+Q", self.tr("Quit"), self.tray.quit))
        for key, words, call in keys:
            action = QAction(words, self)
            action.setShortcut(QKeySequence(key))
            action.triggered.connect(lambda _checked=False, call=call: call())
            self.addAction(action)

    def screen_of(self, place: str) -> QWidget:
        """Return the screen of a place, loading it if it was not seen yet."""
        if place not in self._screens:
            known = next(p for p in PLACES if p.name == place)
            built = known.build(self._hall, self)
            self._screens[place] = built
            self._headers[place] = built.header_actions() if isinstance(built, Screen) else None
            if actions := self._headers[place]:
                actions.setParent(self.header)
                actions.hide()
            if isinstance(built, Screen):
                built.subtitle_changed.connect(partial(self._subtitle, place))
                built.go.connect(self.open_place)
                built.workspace_wanted.connect(self.change_workspace)
                built.tour_wanted.connect(self.tour.begin)
            self.stack.addWidget(built)
        return self._screens[place]

    def open_place(self, place: str, wanted: str = "") -> None:
        """Go to a place.

        Args:
            place: Its name.
            wanted: A case to show there, a page of the help, or "" for none.
        """
        screen = self.screen_of(place)
        known = next(p for p in PLACES if p.name == place)
        before, self.place = self.place, place
        if place == "help" and before not in ("", "help"):
            self.help.leave(before)
            screen.offer_back(before)  # type: ignore[attr-defined]
        self.rail.show_place(place)
        self.header.setVisible(not known.own_header)
        subtitle = screen.subtitle if isinstance(screen, Screen) else ""
        self.header.show_screen(known.heading_words, subtitle, self._headers[place])
        self.stack.setCurrentWidget(screen)
        keys_at = self.help.held_at(place) if before == "help" else None
        (keys_at or screen).setFocus(Qt.FocusReason.OtherFocusReason)
        if wanted:
            screen.open_case(wanted)  # type: ignore[attr-defined]

    def change_workspace(self, folder: Path) -> None:
        """Close this workspace, for another to be opened; what goes on here goes on when it is opened again."""
        self.next_workspace = folder
        self.tray.quit()

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Welcome files wherever they are held over the window."""
        if welcome(event):
            self._veil.cover()

    def take_in(self, files: list[Path]) -> None:
        """Take in what was dropped, or opened with the program: a package, an invitation, or images."""
        if invitation := next((file for file in files if file.suffix == INVITATION), None):
            self.open_place("federation")
            QTimer.singleShot(0, self, lambda: self.screen_of("federation").open_invitation(str(invitation)))  # type: ignore[attr-defined]
            return
        if package := next((file for file in files if file.suffix == f".{PACKAGE}"), None):
            self.open_place("cases")
            others = len(files) - 1
            QTimer.singleShot(0, self, lambda: self.screen_of("cases").packages.take_in(package, others))  # type: ignore[attr-defined]
            return
        self.open_place("import")
        # the program that the files come from holds the keys and the mouse until it has heard that they were taken
        QTimer.singleShot(0, self, lambda: self.screen_of("import").start(files))  # type: ignore[attr-defined]

    def _subtitle(self, place: str, text: str) -> None:
        if place == self.place:
            self.header.show_subtitle(text)

    def _setting(self, name: str) -> None:
        if name == "look.theme":
            apply_theme(self._hall.settings.get(name))

    def _epoch(self, fact: TrainingEpoch) -> None:
        """Keep the curve whole even if nobody has looked at it yet."""
        self.screen_of("models").add_epoch(fact)  # type: ignore[attr-defined]

    def _federated(self, _federation: str = "") -> None:
        """Say at all times whether a federation was joined, and whether one needs somebody."""
        self.rail.local.show_joined(self._hall.joining.joined())
        self.rail.button("federation").show_badge(len(self._hall.federating.failed()), waits=True)

    def _show_why(self, job: str) -> None:
        view = next((view for view in self._hall.jobs.all() if view.id == job), None)
        if view:
            ErrorDialog.of_job(view.title, view.code, view.error, self).open()

    def _job_changed(self, job: str) -> None:
        view = next((view for view in self._hall.jobs.all() if view.id == job), None)
        # a conversion that begins takes its case from a person's list, one that ends puts it there again
        if view and view.task == "convert" and (view.state in ENDED or not view.fraction):
            self._badges.trigger()

    def _count(self) -> None:
        stages = self._hall.cases.stages()
        jobs = jobs_by_case(self._hall.jobs.all())
        settled = [stage for case, stage in stages.items() if not converting(jobs.get(case))]
        for place, (number, waits) in waiting([*stages.values()], self._unsplit(stages), settled).items():
            self.rail.button(place).show_badge(number, waits=waits)

    def _unsplit(self, stages: Mapping[str, Stage]) -> int:
        split = self._hall.splitting.current()
        sided = {*split.train, *split.validation} if split else set()
        return sum(stage is Stage.APPROVED and case not in sided for case, stage in stages.items())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Press the button that has the keys at Enter, too, where nothing else took that: in dialogs it is so."""
        held = self.focusWidget()
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and isinstance(held, QPushButton | QToolButton):
            held.click()
        else:
            super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Fold the rail where the window is small, unless the person chose."""
        super().resizeEvent(event)
        if not self.rail.pinned:
            self.rail.set_narrow(self.width() < _FOLDS_BELOW)

    def closeEvent(self, event: QCloseEvent) -> None:
        """Let every screen put its work away and close the list of jobs, unless a federation goes on in its stead."""
        if not self.tray.may_close():
            event.ignore()
            return
        for screen in self._screens.values():
            if isinstance(screen, Screen):
                screen.leave()
        self.tour.close()
        self.job_bar.popup.close()
        super().closeEvent(event)


def waiting(stages: list[Stage], unsplit: int, settled: list[Stage]) -> dict[str, tuple[int, bool]]:
    """Return for each place how much is there, and whether it waits for a person.

    Args:
        stages: Of all cases.
        unsplit: How many approved ones are on no side of the split.
        settled: Stages of those that are not being converted any more.
    """
    return {
        "cases": (len(stages), False),
        "import": (settled.count(Stage.NEW), True),
        "prepare": (stages.count(Stage.CONVERTED), False),
        "review": (stages.count(Stage.PROPOSED) + stages.count(Stage.IN_REVIEW), True),
        "split": (unsplit, False),
        "segment": (stages.count(Stage.PREPARED), False),
    }
