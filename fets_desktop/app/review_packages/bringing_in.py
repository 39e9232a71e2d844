"""A review package comes in: a case to review becomes a case here, an answer becomes versions of its case."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path
from typing import Any

from fets_desktop.app.annotations.readings import by_model
from fets_desktop.app.annotations.versions import read_mask
from fets_desktop.app.bus import FactsBus
from fets_desktop.app.cases import advance
from fets_desktop.app.clock import now
from fets_desktop.app.review_packages.letters import CAME_IN, HANDED_OUT, came_in, keep_letter, letters_of
from fets_desktop.app.review_packages.merging import Merge, merged
from fets_desktop.app.review_packages.reading import SAME_GRID_MM, Arrived, open_package
from fets_desktop.store.records import StoredFile
from fets_desktop.store.workspace import Workspace
from fets_desktop.study.annotation import Annotation
from fets_desktop.study.case import Case, Event, Series, Stage, next_stage
from fets_desktop.study.contrast import ALL_CONTRASTS
from fets_desktop.study.errors import StudyError
from fets_desktop.study.facts import CaseChanged
from fets_desktop.study.package import Kind, Letter

_WHY = "came in a review package"


@dataclass(frozen=True)
class Taken:
    """What a package brought.

    Attributes:
        case: The case.
        kind: A case to review, or an answer.
        versions: Ids of the new versions.
        signed: Ids of versions that were here and are signed now.
        rivals: The newest version of either side, (here, there), if both were changed: a person has to decide.
        moved: Whether the images were made anew here since they were handed out.
    """

    case: str
    kind: Kind
    versions: tuple[str, ...]
    signed: tuple[str, ...]
    rivals: tuple[str, str] | None
    moved: bool


class TakingIn:
    """Takes packages in."""

    def __init__(self, workspace: Workspace, bus: FactsBus) -> None:
        self._workspace = workspace
        self._bus = bus

    def opener(self, file: Path, passphrase: str) -> Callable[[], Arrived]:
        """Return what opens a package and looks through it, for any thread to call; then `take` it."""
        return partial(open_package, file, passphrase, self._workspace.bench / "jobs")

    def take(self, arrived: Arrived) -> Taken:
        """Take an opened package in: a case to review becomes a case here, an answer becomes versions of its case.

        Raises:
            StudyError: "other-package" if it belongs to another workspace or case, "known-package" if it brings
                nothing new, "wrong-stage" if the case is out of the work, "bad-package", "disk-full", "read-only";
                nothing is changed then.
        """
        try:
            letter, known = arrived.letter, {case.id for case in self._workspace.cases()}
            if letter.kind is Kind.CASE and letter.case not in known:
                taken = self._take_new(arrived)
            else:
                taken = self._take_further(arrived, here=letter.case in known)
        finally:
            arrived.clear()
        self._bus.publish(CaseChanged(taken.case))
        return taken

    def _take_new(self, arrived: Arrived) -> Taken:
        letter = arrived.letter
        merge = merged(letter, ())
        published = {name: self._published(arrived, sha256) for name, sha256 in letter.images.items()}
        versions = [self._published_version(arrived, version) for version in merge.added]
        series = _series_of(arrived)
        case = Case(letter.case, letter.patient, _stage_of(merge.added), "", now(), "", series, letter.surgery)
        note = keep_letter(self._workspace, letter)
        with self._workspace.change("person", "review package taken in", case.id, _told(arrived, merge)) as change:
            change.put_case(case)
            for name, file in published.items():
                change.put_product(case.id, name, file)
            for one in series:
                change.put_product(case.id, f"series/{one.id}", published[f"prepared/{one.contrast}"])
            change.put_product(case.id, CAME_IN + letter.package, note)
            for version in versions:
                change.put_annotation(version)
        return _taken(letter, merge)

    def _take_further(self, arrived: Arrived, *, here: bool) -> Taken:
        letter, note = arrived.letter, None
        if letter.kind is Kind.ANSWER:
            moved = self._fits_answer(letter, here=here)
        else:
            self._fits_again(letter)
            moved, note = False, keep_letter(self._workspace, letter)
        merge = merged(letter, self._workspace.annotations(letter.case), moved=moved)
        if merge.nothing:
            raise StudyError("known-package")
        stage = self._stage_after(letter.case, merge)
        _, empty = read_mask(self._workspace.products(letter.case)["brain_mask"].path)
        if arrived.grid is not None and not arrived.grid.matches(empty.grid, SAME_GRID_MM):
            raise StudyError("bad-package", "Its labels do not lie on the grid of the case's images.")
        versions = [self._published_version(arrived, version) for version in merge.added]
        with self._workspace.change("person", "review package taken in", letter.case, _told(arrived, merge)) as change:
            for version in versions:
                change.put_annotation(version)
            for name, version in merge.signed:
                change.approve(name, version.approved_by, version.approved_at, version.approved_reason)
            if note:
                change.put_product(letter.case, CAME_IN + letter.package, note)
            change.set_stage(letter.case, stage)
        return _taken(letter, merge)

    def _fits_answer(self, letter: Letter, *, here: bool) -> bool:
        """Tell whether the images were made anew since an answer's case was handed out from here."""
        products = self._workspace.products(letter.case) if here else {}
        out = {one.package: one for one in letters_of(products, HANDED_OUT)}
        if letter.package not in out:
            raise StudyError("other-package", "It answers a package that was not handed out from this workspace.")
        if out[letter.package].images != letter.images:
            raise StudyError("other-package", "It was drawn on other images than those that were handed out.")
        return any(products[name].sha256 != sha256 for name, sha256 in letter.images.items() if name in products)

    def _fits_again(self, letter: Letter) -> None:
        """Refuse a case that is here already, unless it came in a package as this one, on the same images."""
        products = self._workspace.products(letter.case)
        if HANDED_OUT + letter.package in products:
            raise StudyError("other-package", "It was handed out from this workspace; what comes back is an answer.")
        if not came_in(products):
            raise StudyError("other-package", "A case of that name is here, and it did not come in a package.")
        if any(products[name].sha256 != sha256 for name, sha256 in letter.images.items()):
            raise StudyError(
                "other-package",
                "The images of its case were made anew since the case came here. Send back what was drawn here, "
                "then forget the case here and take the package in again.",
            )

    def _stage_after(self, case: str, merge: Merge) -> Stage:
        versions = [*self._workspace.annotations(case), *merge.added]
        newest = versions[-1]
        signed = bool(newest.approved_at) or newest.id in {name for name, _ in merge.signed}
        if merge.rivals or merge.moved:
            return advance(self._workspace, case, Event.EDIT)
        if signed:
            return advance(self._workspace, case, Event.APPROVE)
        if by_model(newest) or not merge.added:
            stage = self._workspace.case(case).stage
            return next_stage(stage, Event.PROPOSE) or stage
        return advance(self._workspace, case, Event.EDIT)

    def _published(self, arrived: Arrived, sha256: str) -> StoredFile:
        return self._workspace.files.publish(arrived.files[sha256])

    def _published_version(self, arrived: Arrived, version: Annotation) -> Annotation:
        """Publish a version's label map, and return it with volumes that were measured here."""
        if version.sha256 in arrived.files:
            self._published(arrived, version.sha256)
            return replace(version, volumes_ml=arrived.volumes_ml[version.sha256])
        if self._workspace.files.exists(version.sha256):
            twin = next((v for v in self._workspace.annotations(version.case) if v.sha256 == version.sha256), None)
            if twin:
                return replace(version, volumes_ml=twin.volumes_ml)
        raise StudyError("bad-package", "Labels that it speaks of are not in it.")


def _series_of(arrived: Arrived) -> tuple[Series, ...]:
    """Return what stands for the four contrasts: the prepared brains, for nothing else came."""
    letter = arrived.letter
    return tuple(
        Series(
            f"{letter.case}-{contrast}",
            letter.case,
            contrast,
            1.0,
            _WHY,
            contrast,
            grid=arrived.grid,
            sha256=letter.images[f"prepared/{contrast}"],
        )
        for contrast in ALL_CONTRASTS
    )


def _stage_of(versions: tuple[Annotation, ...]) -> Stage:
    if not versions:
        return Stage.PREPARED
    if versions[-1].approved_at:
        return Stage.APPROVED
    return Stage.PROPOSED if all(by_model(version) for version in versions) else Stage.IN_REVIEW


def _told(arrived: Arrived, merge: Merge) -> dict[str, Any]:
    return {
        "package": arrived.letter.package,
        "kind": arrived.letter.kind,
        "sha256": arrived.digest,
        "versions": [version.id for version in merge.added],
        "signed": [name for name, _ in merge.signed],
        "rivals": list(merge.rivals or ()),
    }


def _taken(letter: Letter, merge: Merge) -> Taken:
    signed = tuple(name for name, _ in merge.signed)
    return Taken(letter.case, letter.kind, tuple(v.id for v in merge.added), signed, merge.rivals, merge.moved)
