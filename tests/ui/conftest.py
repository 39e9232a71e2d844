"""Qt without a display; a test that leaves a window, a timer or a thread behind fails and says which."""

import gc
import os
import threading

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
os.environ.setdefault("VTK_DEFAULT_OPENGL_WINDOW", "vtkEGLRenderWindow")

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, QTimer
from PySide6.QtWidgets import QApplication

from fets_desktop.review.editor import Editor
from fets_desktop.ui.application import make_application
from fets_desktop.ui.theme import apply_theme
from fets_desktop.ui.viewer.scene import Scene
from fets_desktop.ui.viewer.viewer import Viewer
from tests.ui.fake_hall import FakeHall
from tests.ui.fake_reviewing import patient


@pytest.fixture(scope="session")
def app():
    return make_application()


@pytest.fixture(scope="module", autouse=True)
def imported():
    """Let the collection after every test look at what is new in this file: half a second less, a thousand times."""
    gc.collect()
    gc.freeze()


@pytest.fixture
def qt(app):
    """The application; afterwards nothing of the test may be left."""
    threads = set(threading.enumerate())
    before = set(map(id, app.topLevelWidgets()))
    apply_theme("dark")
    yield app
    settle(app)
    gc.collect()
    settle(app)
    left = [w for w in app.topLevelWidgets() if id(w) not in before and w.isVisible()]
    assert not left, f"left open: {[(type(w).__name__, w.windowTitle()) for w in left]}"
    hidden = [w for w in app.topLevelWidgets() if id(w) not in before]
    assert not hidden, f"never deleted: {[(type(w).__name__, w.windowTitle()) for w in hidden]}"
    timers = [t for t in app.findChildren(QTimer) if t.isActive()]
    assert not timers, f"timers still running: {timers}"
    started = [t for t in threading.enumerate() if t not in threads]
    for thread in started:
        thread.join(timeout=60)  # one that reads a file ends by itself
    started = [t.name for t in started if t.is_alive()]
    assert not started, f"threads still running: {started}"


def settle(app: QApplication) -> None:
    """Let everything that is due happen, deletions too."""
    for _ in range(3):
        app.processEvents()
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


@pytest.fixture
def keep(qt):
    """Takes a widget, shows it if asked, and deletes it after the test."""
    kept = []

    def take(widget, shown=True, size=None):
        kept.append(widget)
        if size:
            widget.resize(*size)
        if shown:
            widget.show()
        settle(qt)
        return widget

    yield take
    for widget in kept:
        widget.close()
        widget.deleteLater()
    kept.clear()


@pytest.fixture
def hall():
    """A workspace of twenty cases, two models, some jobs."""
    made = FakeHall(20)
    made.add_models()
    return made


@pytest.fixture
def make(keep, hall, qt):
    """Builds a screen on the hall, with what it has in the header."""

    def build(kind, size=(1300, 800)):
        shown = keep(kind(hall), size=size)
        if actions := shown.header_actions():
            keep(actions, shown=False)
        settle(qt)
        return shown

    return build


@pytest.fixture
def scene():
    """The phantom with its true labels, to look at and to paint on."""
    volumes, truth = patient()
    brain = next(iter(volumes.values())).array != 0
    return Scene(volumes, Editor(truth, brain))


@pytest.fixture
def viewer(keep, scene, qt):
    """A viewer that shows the phantom."""
    shown = keep(Viewer(), size=(900, 800))
    shown.show_scene(scene)
    settle(qt)
    yield shown
    shown.show_scene(None)
    shown.view3d.close_surfaces()
