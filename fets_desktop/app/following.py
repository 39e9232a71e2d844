"""What follows by itself in the window: a converted case is prepared, a prepared one gets a proposal."""

from fets_desktop.app.bus import FactsBus
from fets_desktop.app.choices import Choices
from fets_desktop.app.fusing import Fusing
from fets_desktop.app.models import Models
from fets_desktop.app.preparing import Preparing
from fets_desktop.app.segmenting import Segmenting
from fets_desktop.store.workspace import Workspace
from fets_desktop.study.case import Case, Stage
from fets_desktop.study.contrast import ALL_CONTRASTS
from fets_desktop.study.errors import StudyError
from fets_desktop.study.facts import CaseChanged, Fact, ModelChanged, SettingChanged

_AUTOMATIC = ("prepare.automatic", "segment.automatic")


class Following:
    """Hears facts and starts the next step once for every choice of series; a failed step is not tried again."""

    def __init__(
        self,
        workspace: Workspace,
        bus: FactsBus,
        choices: Choices,
        preparing: Preparing,
        segmenting: Segmenting,
        models: Models,
        fusing: Fusing | None = None,
    ) -> None:
        self._workspace = workspace
        self._choices = choices
        self._preparing = preparing
        self._segmenting = segmenting
        self._models = models
        self._fusing = fusing
        self._tried: set[tuple[str, ...]] = set()
        self._unsubscribe = bus.subscribe(self._hear)

    def look_at_all(self) -> None:
        """Start what was waiting when the program was opened."""
        for case in self._workspace.cases():
            self._follow(case)

    def close(self) -> None:
        """Start nothing any more."""
        self._unsubscribe()

    def _hear(self, fact: Fact) -> None:
        if isinstance(fact, CaseChanged):
            self._follow(self._workspace.case(fact.case))
        elif isinstance(fact, ModelChanged) or (isinstance(fact, SettingChanged) and fact.name in _AUTOMATIC):
            self.look_at_all()

    def _follow(self, case: Case) -> None:
        chosen = tuple(s.sha256 or "" for c in ALL_CONTRASTS if (s := case.chosen(c)))
        # prepared anew with other voxels, it is another case to a model
        brain = self._workspace.products(case.id).get("brain_mask")
        since = f"{brain.sha256} {brain.details.get('since', '')}" if brain else ""
        key = (case.id, case.stage, since, *chosen)
        if key in self._tried:
            return
        wants_preparation = case.stage is Stage.CONVERTED and self._choices.get("prepare.automatic")
        wants_proposal = case.stage is Stage.PREPARED and self._choices.get("segment.automatic")
        try:
            if wants_preparation:
                self._tried.add(key)
                self._preparing.start([case.id])
            elif wants_proposal and self._models.current() and not self._segmenting.is_on_its_way(case.id):
                self._tried.add(key)
                self._propose(case.id)
        except StudyError:
            # the case stays where it is, and its screen says what is missing
            return

    def _propose(self, case: str) -> None:
        """Let the models propose that are to propose together, else the current one."""
        if self._fusing is not None:
            self._fusing.start_usual(case)
        else:
            self._segmenting.start([case])
