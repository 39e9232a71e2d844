"""Adopting: the final label map that came with a case in FeTS's folders becomes its first version."""

import logging

from fets_desktop.app.annotations.reviewing import Reviewing
from fets_desktop.app.bus import FactsBus
from fets_desktop.app.hand_made import HandMades
from fets_desktop.app.importing import BROUGHT_LABELS
from fets_desktop.store.workspace import Workspace
from fets_desktop.study.annotation import FETS_FOLDER
from fets_desktop.study.case import Case, Stage
from fets_desktop.study.contrast import ALL_CONTRASTS
from fets_desktop.study.errors import StudyError
from fets_desktop.study.facts import CaseChanged, Fact
from fets_desktop.study.grid import BRATS_GRID
from fets_desktop.study.labels import BRATS_2021

_SAME_GRID_MM = 0.05

logger = logging.getLogger(__name__)


class Adopting:
    """Hears of cases that were prepared, and takes the labels that came with them.

    Only where the case's own images stand on the atlas grid already, or where T1Gd lies as the FeTS folder says: labels
    that were drawn on another program's registration do not lie on ours.
    """

    def __init__(self, workspace: Workspace, bus: FactsBus, reviewing: Reviewing) -> None:
        self._workspace = workspace
        self._reviewing = reviewing
        bus.subscribe(self._hear)

    def _hear(self, fact: Fact) -> None:
        if not isinstance(fact, CaseChanged):
            return
        case = self._workspace.case(fact.case)
        brought = self._workspace.products(case.id).get(BROUGHT_LABELS)
        if brought is None or not self._fits(case) or self._workspace.annotations(case.id):
            return
        try:
            self._reviewing.import_labels(case.id, brought.path, BRATS_2021.name, FETS_FOLDER)
        except StudyError as error:
            # the case is fine without; its labels can still be imported by hand
            logger.info("labels that came with a case were not taken: %s", error.code)

    def _fits(self, case: Case) -> bool:
        if case.stage is not Stage.PREPARED:
            return False
        grids = [series.grid for contrast in ALL_CONTRASTS if (series := case.chosen(contrast))]
        on_atlas = all(grid is not None and grid.matches(BRATS_GRID, _SAME_GRID_MM) for grid in grids)
        placed = HandMades(self._workspace).of(case.id).get("atlas")
        return bool(grids) and (on_atlas or (placed is not None and placed.author == FETS_FOLDER))
