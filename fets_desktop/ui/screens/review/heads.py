"""The whole head of the open case: its images are read when somebody first wants to see skull and skin."""

from dataclasses import replace
from functools import partial

from PySide6.QtCore import QObject, Signal

from fets_desktop.app.hall import Hall
from fets_desktop.study.contrast import Contrast
from fets_desktop.study.errors import StudyError
from fets_desktop.study.volume import Volume
from fets_desktop.ui.reading import Reading
from fets_desktop.ui.screens.review.desk import Desk
from fets_desktop.ui.viewer.scene import Scene
from fets_desktop.ui.viewer.state import ViewState


class Heads(QObject):
    """Brings the images with skull and skin into the scene.

    Args:
        hall: The use cases.
        desk: Holds the open case.
        state: What is looked at.
    """

    told = Signal(str)
    """Why there is nothing to see, in a person's words."""
    failed = Signal(object)
    """A `StudyError`: they cannot be read."""

    def __init__(self, hall: Hall, desk: Desk, state: ViewState) -> None:
        super().__init__(desk)
        self._hall, self._desk, self._state = hall, desk, state
        self._reading = Reading(self)
        state.look_changed.connect(self._follow)
        state.scene_changed.connect(self._new_scene)

    def close(self) -> None:
        """The window closes."""
        self._reading.forget()
        self._reading.wait()

    def _new_scene(self) -> None:
        self._reading.forget()
        self._follow()

    def _follow(self) -> None:
        scene = self._state.scene
        if not self._state.look.whole_head or scene is None or scene.heads or self._reading.busy:
            return
        try:
            read = self._hall.reviewing.head_reader(self._desk.case)
        except StudyError as error:
            self._not_read(error)
            return
        if read is None:
            self._turn_off()
            self.told.emit(self.tr("There are no images of this case with skull and skin: it came as brains alone."))
        else:
            self._reading.start(read, partial(self._read, scene), self._not_read)

    def _read(self, scene: Scene, heads: dict[Contrast, Volume]) -> None:
        if self._state.scene is scene:
            scene.heads.update({c: v for c, v in heads.items() if v.grid.matches(scene.grid)})
            self._state.look_changed.emit()

    def _not_read(self, error: StudyError) -> None:
        self._turn_off()
        self.failed.emit(error)

    def _turn_off(self) -> None:
        self._state.set_look(replace(self._state.look, whole_head=False))
