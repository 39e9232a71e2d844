"""The tour itself: looks where the person is, points at what comes next, and goes on when it is done."""

from collections.abc import Callable
from contextlib import suppress

from PySide6.QtCore import QEvent, QObject, QPoint, QRect, Qt, QTimer
from PySide6.QtGui import QAction, QKeyEvent, QKeySequence
from PySide6.QtWidgets import QMainWindow, QWidget
from shiboken6 import isValid

from fets_desktop.app.hall import Hall
from fets_desktop.study.errors import StudyError
from fets_desktop.ui.places import PLACES, key_of
from fets_desktop.ui.tour.callout import Callout, Ring
from fets_desktop.ui.tour.steps import STEPS, Step, Walk, Window, translated

OFFERED = "look.tour"
"""The setting that says whether the tour is offered at the start."""
KEY = "F6"
_LOOK_MS = 250


class Tour(QObject):
    """Leads a person from nothing to an approved case.

    Args:
        hall: The use cases.
        window: The main window, which owns it.
        walked: The same window, as the steps see it.
    """

    def __init__(self, hall: Hall, window: QMainWindow, walked: Window) -> None:
        super().__init__(window)
        self._hall, self._window = hall, window
        self._walked = walked
        self._walk: Walk | None = None
        self._number = 0
        self._said: tuple[str, ...] = ()
        self.callout: Callout | None = None
        self._ring: Ring | None = None
        self._before: QWidget | None = None
        self._timer = QTimer(self)
        self._timer.setInterval(_LOOK_MS)
        self._timer.timeout.connect(self._look)
        self._keys = QAction(self.tr("To the tour's note and back"), window)
        self._keys.setShortcut(QKeySequence(KEY))
        self._keys.setEnabled(False)
        self._keys.triggered.connect(lambda _checked=False: self._switch_keys())
        window.addAction(self._keys)

    @property
    def on(self) -> bool:
        """Whether something of the tour is seen."""
        return self.callout is not None

    @property
    def step(self) -> Step | None:
        """The step that the person is at, None before the first and after the last."""
        return STEPS[self._number] if self._walk and self._number < len(STEPS) else None

    def offer(self) -> None:
        """Offer the tour on a workspace without cases, unless it was taken or refused there."""
        if self._hall.settings.get(OFFERED) and not self._hall.cases.all() and not self.on:
            self._open()
            self._say(
                "",
                self.tr("New here?"),
                self.tr(
                    "In a few minutes from a patient who never lived to your first approved case. The tour goes along "
                    "with what you do; you can leave it whenever you like, and take it again from the Help."
                ),
                (self.tr("Not now"), "link", self.leave),
                (self.tr("Take the tour"), "primary", self.begin),
            )
            assert self.callout
            self.callout.stand(None, ())
            self.callout.take_keys()

    def begin(self) -> None:
        """Begin with the first step that is not done yet."""
        self._remember()
        self._open()
        self._walk, self._number, self._said = Walk(self._hall, self._walked), 0, ()
        self._timer.start()
        self._look()

    def leave(self) -> None:
        """Take everything of the tour away; whatever was done stays."""
        if self.on:
            self._remember()
            self.close()

    def close(self) -> None:
        """Take everything away; an offer that nobody answered is made again at the next start."""
        if self.callout is None or self._ring is None:
            return
        self._timer.stop()
        self._keys.setEnabled(False)
        self._window.removeEventFilter(self)
        if self.callout.has_keys():
            self._give_keys_back()
        for part in (self.callout, self._ring):
            part.hide()
            part.deleteLater()
        self.callout, self._ring, self._walk = None, None, None

    def _open(self) -> None:
        if self.callout is None:
            self._ring = Ring(self._window)
            self.callout = Callout(self._window)
            self.callout.left.connect(self.leave)
            self._keys.setEnabled(True)
            self._window.installEventFilter(self)

    def _remember(self) -> None:
        with suppress(StudyError):  # then it is offered once more
            self._hall.settings.set(OFFERED, value=False)

    def _look(self) -> None:
        """See what was done, and point at what comes next."""
        walk = self._walk
        if walk is None:
            return
        walk.look()
        self._number = _reached(walk, self._number)
        if self.step:
            self._show(walk, self.step)
        else:
            self._end()

    def _show(self, walk: Walk, step: Step) -> None:
        count = self.tr("{n} of {all}").format(n=self._number + 1, all=len(STEPS))
        buttons: list[tuple[str, str, Callable[[], object]]] = []
        if step.optional:
            buttons.append((self.tr("Skip"), "link", self._skip))
        there = not step.place or step.place == self._walked.place
        anchor = _seen(step.points_at(walk)) if there else self._walked.rail.button(step.place)
        text = step.words(walk) if there else self._way(step.place)
        if there and anchor is None and step.offer:
            words, call = step.offer
            buttons.append((translated(words), "primary", lambda: call(walk)))
        new = self._say(count, translated(step.title), text, *buttons)
        self._point(anchor, step.sides if there else ("right",))
        if new and anchor and there and step.keys_there:
            anchor.setFocus(Qt.FocusReason.OtherFocusReason)

    def _end(self) -> None:
        text = self.tr(
            "The board under Cases shows it with its volumes; Export… takes it along. Your own patients come in under "
            "Import. F1 explains the place you are at, and the Help offers this tour again."
        )
        self._say("", self.tr("Your first approved case"), text, (self.tr("Finish"), "primary", self.leave))
        self._point(self._walked.rail.button("cases"), ("right",))
        self._timer.start()

    def _way(self, place: str) -> str:
        number = next(number for number, known in enumerate(PLACES, 1) if known.name == place)
        words = self.tr("Choose {place} at the left, or press {key}.")
        return words.format(place=PLACES[number - 1].words, key=key_of(number))

    def _say(self, count: str, title: str, text: str, *buttons: tuple[str, str, Callable[[], object]]) -> bool:
        """Say it once, not at every look; return whether it is said now."""
        wanted = (count, title, text, *(words for words, _, _ in buttons))
        if self.callout is None or wanted == self._said:
            return False
        self._said = wanted
        had_keys = self.callout.has_keys()
        self.callout.say(count, title, text, buttons)
        if had_keys and not buttons:
            # nothing to be pressed here: what the words tell to press acts elsewhere
            self._give_keys_back()
        return True

    def _point(self, anchor: QWidget | None, sides: tuple[str, ...]) -> None:
        if self.callout is None or self._ring is None:
            return
        place = QRect(anchor.mapTo(self._window, QPoint(0, 0)), anchor.size()) if anchor else None
        if place is None:
            self._ring.hide()
        else:
            self._ring.surround(place)
        self.callout.stand(place, sides)

    def _skip(self) -> None:
        self._number += 1
        self._look()

    def _switch_keys(self) -> None:
        if self.callout and self.callout.has_keys():
            self._give_keys_back()
        elif self.callout:
            self._before = self._window.focusWidget()
            self.callout.take_keys()

    def _give_keys_back(self) -> None:
        target = _seen(self._before) or self._walked.screen_of(self._walked.place)
        target.setFocus(Qt.FocusReason.OtherFocusReason)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Leave at an Esc that nothing in the window needed; stay beside the control when the window changes size."""
        if event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent) and event.key() == Qt.Key.Key_Escape:
            self.leave()
            return True
        if event.type() == QEvent.Type.Resize:
            QTimer.singleShot(0, self, self._stand_again)
        return False

    def _stand_again(self) -> None:
        """Find the place in a window of another size; an offer is beside no control yet."""
        if self._walk is None and self.callout:
            self.callout.stand(None, ())
        self._look()


def _reached(walk: Walk, number: int) -> int:
    """Return the number of the first step that is to be done; one may be passed over if a later one is done."""
    for later, step in enumerate(STEPS[number:], number):
        if step.done(walk):
            number = later + 1
        elif not step.optional:
            break
    return number


def _seen(widget: QWidget | None) -> QWidget | None:
    """Return the widget if a person can see it."""
    return widget if widget is not None and isValid(widget) and widget.isVisible() else None
