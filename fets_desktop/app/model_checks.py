"""Checking models: each is tried out in a worker, so that a hostile network cannot harm the window.

A file from elsewhere is first copied, then checked, then published: what was checked is what is published. A network of
another make becomes a model file on the way.
"""

import shutil
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from fets_desktop.app.choices import Choices
from fets_desktop.app.foreign import ForeignModel, recognise
from fets_desktop.app.job_board import JobBoard
from fets_desktop.app.models import (
    IMPORTED,
    MADE_HERE,
    SHIPPED,
    WEIGHTS_SUFFIX,
    Models,
    UntrustedModelError,
    naming,
    weights_beside,
)
from fets_desktop.app.placing import place
from fets_desktop.app.shipped import SUFFIX, is_shipped
from fets_desktop.app.training import approved_case
from fets_desktop.store.hashing import sha256_of
from fets_desktop.store.records import JobRecord
from fets_desktop.store.workspace import Workspace
from fets_desktop.study.case import Stage
from fets_desktop.study.errors import StudyError
from fets_desktop.study.modelfile import read_card

_TRIED_ON = 2
"""Approved cases, beside a phantom, on which a network from elsewhere is tried."""


def is_tried(origin: str) -> bool:
    """Whether a model's card is held against known tumours: what ships or was made here was scored with its card."""
    return origin not in (SHIPPED, MADE_HERE)


class ModelChecks:
    """Starts checks of models, and imports what passes."""

    def __init__(self, workspace: Workspace, board: JobBoard, models: Models, choices: Choices) -> None:
        self._workspace = workspace
        self._board = board
        self._models = models
        self._choices = choices
        self._folder = workspace.scratch / "models"
        self._imported: dict[str, str] = {}
        self._doubts: dict[str, list[str]] = {}
        # what a person asked for when the program was ended they ask for again
        shutil.rmtree(self._folder, ignore_errors=True)
        board.on("check_model", self._checked, resumed=False, repeatable=True)

    def start_import(self, path: Path, trust: str = "", card: Path | None = None) -> str:
        """Take a model in if it is trusted and is what its card says; it does not become the current one.

        Args:
            path: A model file, or a file or folder with a network of another make.
            trust: As `Models.judge` takes it; of a network of another make the SHA-256 over its files.
            card: The card of a network of another make; the `card.json` beside it if None.

        Returns:
            The job's id.

        Raises:
            StudyError: "bad-model" or "untrusted-model", by the file's name; "disk-full".
        """
        with naming(path.name):
            foreign = recognise(path, card)
        if foreign is not None:
            return self._start_foreign(foreign, path.name, trust)
        signer, digest = self._models.judge(path, trust), sha256_of(path)
        # the file's own name is neither kept nor shown in records: nobody knows what it names
        copy = place(path, self._folder / digest[:16] / f"model{SUFFIX}")
        if weights := weights_beside(path):
            place(weights, copy.with_suffix(WEIGHTS_SUFFIX))
        wish = {"import": True, "signer": signer}
        origin = SHIPPED if is_shipped(digest) else IMPORTED
        return self._start(copy, digest, read_card(path).name, wish, trial=is_tried(origin))

    def _start_foreign(self, foreign: ForeignModel, name: str, trust: str) -> str:
        """Let a network of another make become a model, if a person has given their word for these very files."""
        digest = foreign.digest()
        if trust.strip().lower() != digest:
            raise UntrustedModelError(name, "", digest, foreign.title, foreign.licence)
        root = self._folder / digest[:16]
        copies = {known: place(file, root / known) for known, file in foreign.files.items()}
        if ForeignModel(foreign.kind, "", "", copies, "").digest() != digest:
            raise StudyError("bad-model", f"{name}: It was changed while it was copied.")
        wish = {
            "import": True,
            "signer": "",
            "foreign": foreign.kind,
            "main": foreign.main,
            "licence": foreign.licence,
        }
        return self._start(root, digest, foreign.title, wish, trial=is_tried(IMPORTED))

    def start(self, names: Sequence[str]) -> list[str]:
        """Check models of the registry: file, hash, network and card.

        Returns:
            The jobs' ids, in order.

        Raises:
            StudyError: "bad-model" if there is no such model.
        """
        models = [self._models.get(name) for name in names]
        return [self._start(m.path, m.sha256, m.id, {"import": False}, trial=is_tried(m.origin)) for m in models]

    def _start(self, path: Path, digest: str, name: str, wish: dict[str, Any], *, trial: bool) -> str:
        arguments = {"path": str(path), "sha256": digest, "name": name, "threads": self._choices.get("jobs.threads")}
        tried = {"trial": trial, "approved": self._approved() if trial else []}
        return self._board.start("check_model", f"Checking {name}", arguments | wish | tried)

    def _approved(self) -> list[dict[str, Any]]:
        """Return approved cases on which a network from elsewhere is tried."""
        names = [case.id for case in self._workspace.cases() if case.stage is Stage.APPROVED]
        return [approved_case(self._workspace, name) for name in names[-_TRIED_ON:]]

    def _checked(self, record: JobRecord, result: dict[str, Any]) -> None:
        self._doubts[record.id] = result["doubts"]
        if not record.arguments["import"]:
            return
        copy = Path(record.arguments["path"])
        if record.arguments.get("foreign"):
            model = Path(result["model"])
            stored = self._models.take_in(model, "")
            shutil.rmtree(copy, ignore_errors=True)
        else:
            if sha256_of(copy) != record.arguments["sha256"]:
                raise StudyError("bad-model", "It was changed while it was checked.")
            stored = self._models.take_in(copy, record.arguments["signer"])
            shutil.rmtree(copy.parent, ignore_errors=True)
        self._imported[record.id] = stored.id

    def imported(self, job: str) -> str:
        """Return the id of the model that a finished import took in, "" for a check of one that was here."""
        return self._imported.get(job, "")

    def doubts(self, job: str) -> list[str]:
        """Return why a finished check does not believe a model's card, a sentence or two each."""
        return self._doubts.get(job, [])
