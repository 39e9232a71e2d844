"""Facts come up as Qt signals; the workers' threads wake the window's own thread and nothing more."""

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QObject, Qt, QTimer, Signal

from fets_desktop.app.bus import FactsBus
from fets_desktop.study.facts import (
    CaseChanged,
    CaseForgotten,
    Fact,
    FederationChanged,
    JobChanged,
    ModelChanged,
    SettingChanged,
    SplitChanged,
    TrainingEpoch,
)


class Bridge(QObject):
    """Turns the facts of the bus into signals for as long as it lives.

    Args:
        bus: The hall's bus.
        parent: Its owner; the subscription ends with it.
    """

    case_changed = Signal(str)
    case_forgotten = Signal(str)
    job_changed = Signal(str)
    model_changed = Signal(str)
    split_changed = Signal()
    setting_changed = Signal(str)
    epoch_ended = Signal(object)
    federation_changed = Signal(str)

    def __init__(self, bus: FactsBus, parent: QObject) -> None:
        super().__init__(parent)
        self.destroyed.connect(partial(_end, bus.subscribe(self._hear)))

    def _hear(self, fact: Fact) -> None:
        match fact:
            case CaseChanged():
                self.case_changed.emit(fact.case)
            case CaseForgotten():
                self.case_forgotten.emit(fact.case)
            case JobChanged():
                self.job_changed.emit(fact.job)
            case ModelChanged():
                self.model_changed.emit(fact.model)
            case SplitChanged():
                self.split_changed.emit()
            case SettingChanged():
                self.setting_changed.emit(fact.name)
            case TrainingEpoch():
                self.epoch_ended.emit(fact)
            case FederationChanged():
                self.federation_changed.emit(fact.federation)


def _end(unsubscribe: Callable[[], None], _gone: QObject | None = None) -> None:
    unsubscribe()


class Alarm(QObject):
    """Wakes the window's thread from any other: `ring` is the hall's `wake`."""

    _rung = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._answer: Callable[[], None] | None = None
        self._rung.connect(self._wake, Qt.ConnectionType.QueuedConnection)

    def answer(self, call: Callable[[], None] | None) -> None:
        """Say what to call in the window's thread: the hall's `pump`; None to call nothing any more."""
        self._answer = call
        if call:
            call()

    def ring(self) -> None:
        """Ask for the call, from whatever thread."""
        self._rung.emit()

    def _wake(self) -> None:
        if self._answer:
            self._answer()


class Throttle(QObject):
    """Calls once for many triggers: at once if it was quiet, else at the end of the pause.

    Args:
        call: What to call.
        pause_ms: Least time between two calls.
        parent: Its owner.
    """

    def __init__(self, call: Callable[[], None], pause_ms: int, parent: QObject) -> None:
        super().__init__(parent)
        self._call = call
        self._again = False
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(pause_ms)
        self._timer.timeout.connect(self._pause_over)

    def trigger(self) -> None:
        """Ask for a call."""
        if self._timer.isActive():
            self._again = True
            return
        self._timer.start()
        self._call()

    def _pause_over(self) -> None:
        if self._again:
            self._again = False
            self._timer.start()
            self._call()
