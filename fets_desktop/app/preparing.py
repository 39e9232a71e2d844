"""Preparing: the recipe runs in a worker; what it made is published and the case moves on."""

import shutil
from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from fets_desktop.app.annotations.labels_along import FRAME, MOVED, labels_along
from fets_desktop.app.bus import FactsBus
from fets_desktop.app.cases import advance
from fets_desktop.app.choices import Choices
from fets_desktop.app.clock import now
from fets_desktop.app.hand_made import HandMade, HandMades
from fets_desktop.app.job_board import JobBoard
from fets_desktop.app.pieces import of_preparing
from fets_desktop.app.review_packages.letters import came_in
from fets_desktop.store.records import JobRecord, StoredFile
from fets_desktop.store.workspace import Workspace
from fets_desktop.study.case import Event, Stage
from fets_desktop.study.contrast import ALL_CONTRASTS
from fets_desktop.study.errors import StudyError
from fets_desktop.study.facts import CaseChanged, JobChanged
from fets_desktop.study.finding import Finding
from fets_desktop.study.grid import Affine, Grid
from fets_desktop.study.plain import from_plain
from fets_desktop.study.volume import Mask

STOP_S = 0.7
"""An engine's call may last half a minute and hears nothing; every file of a preparation is whole or absent."""

_VOXELS = ("brain_mask", *(f"prepared/{contrast}" for contrast in ALL_CONTRASTS))


@dataclass
class Live:
    """How far a preparation is.

    Attributes:
        job: The job's id.
        done: What the steps found that are done, by step.
        step: The step that began last; it is the one at work, or the one that failed.
    """

    job: str
    done: dict[str, Finding] = field(default_factory=dict)
    step: str = ""


class Preparing:
    """Brings cases to the atlas grid, brain extracted, with findings and pictures of every step."""

    def __init__(self, workspace: Workspace, bus: FactsBus, board: JobBoard, choices: Choices) -> None:
        self._workspace = workspace
        self._bus = bus
        self._board = board
        self._choices = choices
        self._by_hand = HandMades(workspace)
        self._live: dict[str, Live] = {}
        board.on("prepare", self._prepared, self._told, patience_s=STOP_S, private=self._measured)

    def start(self, cases: Sequence[str]) -> list[str]:
        """Prepare cases, one job each; steps whose inputs did not change are not done again.

        Returns:
            The jobs' ids, in the order of the cases.

        Raises:
            StudyError: "unknown-case"; "missing-contrast" or "doubtful-contrast" if a contrast is not certain;
                "wrong-stage" if a case is excluded or not converted yet.
        """
        return [self._start(case) for case in cases]

    def _start(self, name: str) -> str:
        case = self._workspace.case(name)
        if case.stage is Stage.EXCLUDED:
            raise StudyError("wrong-stage", "It is excluded.")
        if missing := case.missing:
            doubtful = any(series.proposal in missing and not series.set_aside for series in case.series)
            raise StudyError("doubtful-contrast" if doubtful else "missing-contrast", f"Without: {', '.join(missing)}.")
        if case.stage is Stage.NEW:
            raise StudyError("wrong-stage", "Its series are not converted yet.")
        if came_in(self._workspace.products(name)):
            raise StudyError(
                "wrong-stage", "It came prepared, in a review package; what is drawn here must fit its images."
            )
        arguments = {
            "sources": self._sources(name),
            "folder": str(self._folder(name)),
            "threads": self._choices.get("jobs.threads"),
            "by_hand": self._by_hand.order(name),
        }
        job = self._board.start("prepare", f"Preparing {name}", arguments, case=name)
        if (live := self._live.get(name)) and live.job != job:
            del self._live[name]
        return job

    def _folder(self, name: str) -> Path:
        """Return where the steps keep their files, so that what did not change is not done again."""
        return self._workspace.bench / "prepare" / name

    def _sources(self, name: str) -> dict[str, str]:
        case, products = self._workspace.case(name), self._workspace.products(name)
        return {str(c): str(products[f"series/{s.id}"].path) for c in ALL_CONTRASTS if (s := case.chosen(c))}

    def _measured(self, record: JobRecord) -> dict[str, Any]:
        """Return how long each step will take on this machine, and let the forecast go by it."""
        pieces = of_preparing(self._workspace.case(record.case))
        self._board.pace.plan(record.id, pieces)
        seconds = self._board.pace.experience.expected(pieces)
        return {"shares": {piece.step: one for piece, one in zip(pieces, seconds, strict=True)}}

    def _prepared(self, record: JobRecord, result: dict[str, Any]) -> None:
        if record.arguments["sources"] != self._sources(record.case):
            raise StudyError(
                "wrong-stage", "Its contrasts were changed meanwhile; it is prepared again from the new ones."
            )
        by_hand = record.arguments.get("by_hand", {})
        if by_hand != self._by_hand.order(record.case):
            raise StudyError("wrong-stage", "Something was changed by hand meanwhile; it is prepared again with that.")
        stored = {name: self._stored(Path(file), result, name) for name, file in result["products"].items()}
        before = self._workspace.products(record.case)
        other = any(name not in before or before[name].sha256 != stored[name].sha256 for name in _VOXELS)
        stage = self._workspace.case(record.case).stage
        if stage is not Stage.EXCLUDED and (other or stage is Stage.CONVERTED):
            stage = advance(self._workspace, record.case, Event.RENEW)
        # labels from before this moment were drawn on other images
        signatures = {step: {"author": made["author"], "time": made["time"]} for step, made in by_hand.items()}
        since = now() if other else before["brain_mask"].details.get("since", "")
        along = labels_along(self._workspace, record.case, result["products"]) if stage is Stage.IN_REVIEW else None
        with self._workspace.change("program", "case prepared", record.case, {"recipe": result["recipe"]}) as change:
            for made in ("prepared/", "head/", "transform/", "picture/", "brain_mask", "provenance"):
                change.drop_products(record.case, made)
            if other:
                change.drop_products(record.case, "proposal/")
            for name, file in stored.items():
                details = {"since": since, "by_hand": signatures} if name == "brain_mask" else None
                change.put_product(record.case, name, file, details)
            change.put_findings(record.case, [from_plain(Finding, finding) for finding in result["findings"]])
            change.set_stage(record.case, stage)
            if along:
                along.put(change)
            elif FRAME not in before:
                change.drop_products(record.case, MOVED)  # another T1Gd was chosen
        self._live.pop(record.case, None)
        if self._workspace.images_opened:
            shutil.rmtree(self._folder(record.case), ignore_errors=True)  # memory is dearer than a step done again
        self._bus.publish(CaseChanged(record.case))

    def _stored(self, file: Path, result: dict[str, Any], name: str) -> StoredFile:
        """Publish a file, unless the very same is in the store already: heads are large, and mostly unchanged."""
        suffix = ".nii.gz" if file.name.endswith(".nii.gz") else file.suffix
        sha256 = result.get("hashes", {}).get(name, "")
        known = self._workspace.files.whole(sha256, suffix) if sha256 else None
        return known or self._workspace.files.publish(file, suffix)

    def _told(self, record: JobRecord, fact: dict[str, Any]) -> None:
        live = self._live.get(record.case)
        if live is None or live.job != record.id:
            live = self._live[record.case] = Live(record.id)
        if fact["finding"] is None:
            live.step = fact["step"]
            self._board.pace.step_begins(record.id, fact["step"])
        else:
            found = live.done[fact["step"]] = from_plain(Finding, fact["finding"])
            self._board.pace.step_ended(record.id, found.step, found.seconds)
        self._bus.publish(JobChanged(record.id))

    def live(self, case: str) -> Live | None:
        """Return how far the newest preparation of a case is, or where it failed; None if it is through."""
        return self._live.get(case)

    # --- what a person does by hand

    def by_hand(self, case: str) -> dict[str, HandMade]:
        """Return what persons made by hand and is in force, by step."""
        return self._by_hand.of(case)

    def behind(self, case: str) -> frozenset[str]:
        """Return the steps of a prepared case whose last change by hand its images do not follow: a job was stopped."""
        prepared = self._workspace.products(case).get("brain_mask")
        if prepared is None:
            return frozenset()
        applied = prepared.details.get("by_hand") or {}
        wanted = {step: {"author": made.author, "time": made.time} for step, made in self.by_hand(case).items()}
        return frozenset(step for step in {*applied, *wanted} if applied.get(step) != wanted.get(step))

    def edit_mask(self, case: str, mask: Mask, grid: Grid, author: str = "") -> str:
        """Let a drawn brain mask hold, and make again what depends on it.

        Args:
            case: The case.
            mask: The brain `(z, y, x)`.
            grid: Where it stands: the atlas grid.
            author: Who drew it; the name in the settings if "".

        Returns:
            The job's id.

        Raises:
            StudyError: "step-failed" if it is too small to be a brain, and as `start`.
        """
        self._by_hand.put_mask(case, mask, grid, self._author(author))
        return self._start(case)

    def nudge(self, case: str, transform: str, matrix: Affine, author: str = "") -> str:
        """Let a position that a person found hold, and make again what depends on it.

        Args:
            case: The case.
            transform: "T1Gd-to-atlas", "T1-to-T1Gd", "T2-to-T1Gd" or "FLAIR-to-T1Gd".
            matrix: Maps points of the fixed image to points of the moving one, RAS+ mm.
            author: Who placed it; the name in the settings if "".

        Returns:
            The job's id.

        Raises:
            StudyError: "step-failed" if the matrix is not rigid, and as `start`.
        """
        self._by_hand.put_matrix(case, transform, matrix, self._author(author))
        return self._start(case)

    def forget_edit(self, case: str, step: str, author: str = "") -> str:
        """Let what was computed hold again, and make again what depends on it.

        Args:
            case: The case.
            step: "brain", "atlas", "onto-T1", "onto-T2" or "onto-FLAIR".
            author: Who took it back; the name in the settings if "".

        Returns:
            The job's id, "" if nothing was made by hand.

        Raises:
            StudyError: As `start`.
        """
        return self._start(case) if self._by_hand.forget(case, step, self._author(author)) else ""

    def matrix(self, case: str, transform: str) -> Affine:
        """Return a transform as it is in force.

        Raises:
            StudyError: "wrong-stage" if the case was not registered yet.
        """
        return self._by_hand.matrix(case, transform)

    def known_matrix(self, case: str, transform: str) -> Affine | None:
        """Return the same, or None where no registration was accepted yet."""
        return self._by_hand.known(case, transform)

    def _author(self, author: str) -> str:
        return author.strip() or str(self._choices.get("review.reviewer")).strip() or "person"

    def picture(self, case: str, step: str) -> Path | None:
        """Return the picture of a step, as soon as the step is done; None if there is none."""
        live = self._live.get(case)
        if live and step in live.done:
            made = self._folder(case) / live.done[step].picture
            return made if made.is_file() else None
        product = self._workspace.products(case).get(f"picture/{step}")
        return product.path if product else None
