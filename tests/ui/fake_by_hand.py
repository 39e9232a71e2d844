"""Masks and positions by hand over a phantom in memory: the real sessions, nothing written."""

from types import SimpleNamespace
from typing import Any

import numpy as np
import SimpleITK as sitk  # noqa: N813

from fets_desktop.app.annotations.unsaved import Unsaved
from fets_desktop.app.masking import MaskSession
from fets_desktop.app.nudging import NudgeFiles, NudgeSession
from fets_desktop.imaging.convert import to_image
from fets_desktop.review.editor import Editor
from fets_desktop.study.contrast import Contrast
from fets_desktop.study.errors import StudyError
from fets_desktop.study.labels import BRAIN_MASK
from fets_desktop.study.pose import Pose
from fets_desktop.study.volume import LabelMap
from tests.ui.fake_reviewing import ListJournal, patient


class FakeMasking:
    """The methods of `app.masking.Masking` over a `FakeHall`."""

    def __init__(self, hall: Any) -> None:
        self._hall = hall
        self.journals: dict[str, ListJournal] = {}
        self.fail: StudyError | None = None

    def files(self, case: str) -> Any:
        return SimpleNamespace(read=lambda: self._read(case))

    def _read(self, case: str) -> str:
        if self.fail:
            raise self.fail
        return case

    def open(self, case: str) -> MaskSession:
        volumes, truth = patient()
        brain = (next(iter(volumes.values())).array != 0).astype(np.uint8)
        editor = Editor(LabelMap(brain, truth.grid, BRAIN_MASK))
        unsaved = Unsaved(self.journals.setdefault(case, ListJournal()))
        recovered, notice = unsaved.recover(editor)
        editor.on_edited = unsaved.take
        made = self._hall.made.get(case, {}).get("brain")
        return MaskSession(case, volumes, editor, unsaved, brain, made, recovered, notice)

    def leave(self, session: MaskSession) -> None:
        session.editor.abort()

    def discard(self, session: MaskSession) -> None:
        session.unsaved.clear()

    def use(self, session: MaskSession) -> str:
        self._hall.calls.append(("use mask", session.case, int(session.editor.labels.array.sum())))
        session.unsaved.clear()
        return "job"


class FakeNudging:
    """The methods of `app.nudging.Nudging` over a `FakeHall`."""

    def __init__(self, hall: Any) -> None:
        self._hall = hall

    def files(self, case: str, step: str) -> Any:
        made = self._hall.made.get(case, {}).get(step)

        def read() -> NudgeSession:
            volumes, _ = patient()
            images = [to_image(volumes[c].array, volumes[c].grid) for c in (Contrast.T1GD, Contrast.T1)]
            fixed, moving = (sitk.Cast(image, sitk.sitkFloat32) for image in images)
            nowhere: Any = None
            return NudgeSession(NudgeFiles(case, step, nowhere, nowhere, np.eye(4), None, made), fixed, moving)

        return SimpleNamespace(read=read, made=made, labels_follow=step == "atlas")

    def use(self, session: NudgeSession, pose: Pose) -> str:
        self._hall.calls.append(("use position", session.files.case, session.files.step, pose))
        return "job"
