"""The board of cases: look, exclude, include, flag."""

from fets_desktop.app.bus import FactsBus
from fets_desktop.store.records import Product
from fets_desktop.store.workspace import Workspace
from fets_desktop.study.annotation import Annotation
from fets_desktop.study.case import Case, Event, Stage, next_stage
from fets_desktop.study.contrast import ALL_CONTRASTS
from fets_desktop.study.errors import StudyError
from fets_desktop.study.facts import CaseChanged
from fets_desktop.study.finding import Finding


class Cases:
    """What is known of every case, and a person's word on it."""

    def __init__(self, workspace: Workspace, bus: FactsBus) -> None:
        self._workspace = workspace
        self._bus = bus

    def all(self) -> list[Case]:
        """Return every case, in the order of import."""
        return self._workspace.cases()

    def stages(self) -> dict[str, Stage]:
        """Return where every case stands, in the order of import."""
        return self._workspace.stages()

    def get(self, case: str) -> Case:
        """Return one case.

        Raises:
            StudyError: "unknown-case".
        """
        return self._workspace.case(case)

    def findings(self, case: str) -> list[Finding]:
        """Return what the steps found out."""
        return self._workspace.findings(case)

    def products(self, case: str) -> dict[str, Product]:
        """Return the stored files of a case by name."""
        return self._workspace.products(case)

    def versions(self, case: str) -> list[Annotation]:
        """Return the versions of the case's label map, oldest first."""
        return self._workspace.annotations(case)

    def exclude(self, case: str, reason: str) -> None:
        """Take a case out of the work; nothing of it is deleted.

        Raises:
            StudyError: "wrong-stage" if it is excluded already.
        """
        stage = advance(self._workspace, case, Event.EXCLUDE)
        with self._workspace.change("person", "case excluded", case, {"reason": reason}) as change:
            change.set_stage(case, stage)
            change.set_flag(case, reason)
        self._bus.publish(CaseChanged(case))

    def include(self, case: str) -> None:
        """Bring an excluded case back, to where its files let it stand.

        Raises:
            StudyError: "wrong-stage" if it is not excluded.
        """
        advance(self._workspace, case, Event.INCLUDE)
        stage = self._standing(case)
        with self._workspace.change("person", "case included", case, {"stage": stage}) as change:
            change.set_stage(case, stage)
            change.set_flag(case, "")
        self._bus.publish(CaseChanged(case))

    def _standing(self, name: str) -> Stage:
        """Return where a case's files let it stand."""
        case, versions = self._workspace.case(name), self._workspace.annotations(name)
        if not all((series := case.chosen(c)) and series.sha256 for c in ALL_CONTRASTS):
            return Stage.NEW
        if "brain_mask" not in self._workspace.products(name):
            return Stage.CONVERTED
        if not versions:
            return Stage.PREPARED
        earlier = self.on_earlier_brain(versions[-1])
        if all(v.author.startswith("model ") and not v.approved_at for v in versions):
            return Stage.PREPARED if earlier else Stage.PROPOSED
        return Stage.APPROVED if versions[-1].approved_at and not earlier else Stage.IN_REVIEW

    def on_earlier_brain(self, version: Annotation) -> bool:
        """Tell whether the images were made anew, with another brain or position, since a version was drawn."""
        brain = self._workspace.products(version.case).get("brain_mask")
        return brain is not None and str(brain.details.get("since", "")) > version.created

    def flag(self, case: str, words: str) -> None:
        """Write a person's words on a problem; "" takes the flag away."""
        with self._workspace.change("person", "case flagged" if words else "flag removed", case) as change:
            change.set_flag(case, words)
        self._bus.publish(CaseChanged(case))

    def assign(self, case: str, reader: str) -> None:
        """Write who is to read a case; "" for nobody in particular.

        Raises:
            StudyError: "unknown-case".
        """
        reader = " ".join(reader.split())
        words = "case assigned" if reader else "case assigned to nobody"
        with self._workspace.change("person", words, case, {"reader": reader} if reader else {}) as change:
            change.set_assigned(case, reader)
        self._bus.publish(CaseChanged(case))


def advance(workspace: Workspace, case: str, event: Event) -> Stage:
    """Return the stage a case moves to.

    Raises:
        StudyError: "unknown-case", or "wrong-stage" if the event has no place where the case stands.
    """
    stage = next_stage(workspace.case(case).stage, event)
    if stage is None:
        raise StudyError("wrong-stage", f"It stands at: {workspace.case(case).stage.words}.")
    return stage
