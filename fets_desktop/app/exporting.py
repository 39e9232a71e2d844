"""Exporting: a case's images and approved labels as files for other programs, for the hospital and for paper."""

import json
import os
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import Any

from fets_desktop import __version__
from fets_desktop.app.job_board import ENDED, JobBoard
from fets_desktop.app.orders import Orders
from fets_desktop.app.outgoing import put_down
from fets_desktop.app.review_packages.letters import came_in
from fets_desktop.imaging.disk import known_disk_errors
from fets_desktop.jobs.spec import Lane
from fets_desktop.store.hashing import sha256_of
from fets_desktop.store.records import JobRecord, Product
from fets_desktop.store.workspace import Workspace
from fets_desktop.study.annotation import Annotation
from fets_desktop.study.case import Case, Surgery
from fets_desktop.study.contrast import ALL_CONTRASTS
from fets_desktop.study.errors import StudyError
from fets_desktop.study.exports import EXPORT_KINDS, SPACES
from fets_desktop.study.origin import MODEL_AUTHOR, Origin, lineage
from fets_desktop.study.plain import to_plain

SOFTWARE = f"FeTS Desktop {__version__}"
_DEED = "case exported"


@dataclass(frozen=True)
class NotMade:
    """A kind of file that could not be made of a case.

    Attributes:
        kind: Its name.
        error: Why.
    """

    kind: str
    error: StudyError


class Exporting:
    """Writes files out; a worker makes them in scratch, the hall moves them into place."""

    def __init__(self, workspace: Workspace, board: JobBoard) -> None:
        self._workspace = workspace
        self._board = board
        self._written: dict[str, list[Path]] = {}
        self._not_made: dict[str, list[NotMade]] = {}
        # the folder's name may be a patient's: it is kept in a private file until it is done, not in the job's record
        self._orders = Orders(workspace.scratch / "exports")
        board.on("export", self._exported, lane=Lane.DISC, repeatable=True)
        self._orders.clear_stale({record.arguments["order"] for record in board.under_way("export")})

    def start(
        self,
        cases: Sequence[str],
        folder: Path,
        kinds: Sequence[str] = ("nifti",),
        space: str = "both",
        *,
        replace: bool = False,
        deface: bool = False,
    ) -> list[str]:
        """Export prepared cases below `folder`, one job each.

        Args:
            cases: Names of prepared cases.
            folder: Where to.
            kinds: Names of `EXPORT_KINDS`.
            space: "atlas", "native" or "both", for the kinds that can lie in either.
            replace: Whether files there may be replaced that this workspace did not write.
            deface: Whether the faces are taken out of native images.

        Raises:
            StudyError: "unknown-case", "wrong-stage", "wrong-usage", "read-only" or "disk-full".
        """
        if not kinds or any(kind not in EXPORT_KINDS for kind in kinds) or space not in SPACES:
            raise StudyError("wrong-usage", f"Choose of {', '.join(EXPORT_KINDS)}, and one of {', '.join(SPACES)}.")
        if folder.exists() and not folder.is_dir():
            raise StudyError("read-only", "It is a file, not a folder.")
        with known_disk_errors():
            folder.mkdir(parents=True, exist_ok=True)
            if not os.access(folder, os.W_OK):
                raise StudyError("read-only")
        wanted = {"kinds": list(dict.fromkeys(kinds)), "space": space, "deface": deface}
        return [
            self._start(case, {**wanted, "space": self._space(case, space), **self._sources(case)}, folder, replace)
            for case in cases
        ]

    def _space(self, case: str, space: str) -> str:
        """Return the space a case can be exported in: one that came in a review package has no native images."""
        if not came_in(self._workspace.products(case)):
            return space
        if space == "native":
            raise StudyError("wrong-stage", "It came in a review package, which holds images in atlas space alone.")
        return "atlas"

    def _start(self, case: str, arguments: dict[str, Any], folder: Path, replace: bool) -> str:
        waiting = {r.arguments.get("order", "") for r in self._workspace.jobs() if r.state not in ENDED}
        order = self._orders.give({"case": case, "to": str(folder.resolve()), "replace": replace}, waiting)
        return self._board.start("export", f"Exporting {case}", {**arguments, "order": str(order)}, case=case)

    def _sources(self, name: str) -> dict[str, Any]:
        """Return where everything lies that the worker may need of a case."""
        case = self._workspace.case(name)
        products = self._workspace.products(name)
        if "brain_mask" not in products:
            raise StudyError("wrong-stage", "It has not been prepared.")
        versions = self._workspace.annotations(name)
        label = labels_to_export(versions)
        split = self._workspace.split()
        side = dict.fromkeys(split.train, True) | dict.fromkeys(split.validation, False) if split else {}
        return {
            "case": name,
            "patient": case.patient,
            "scan_date": case.scan_date,
            "surgery": str(case.surgery),
            "caution": self._caution(case, label, versions),
            **_places(case, products),
            "labels": str(self._workspace.files.path(label.sha256)) if label else "",
            "scheme": label.scheme if label else "",
            "version": label.id if label else "",
            "origin": to_plain(self._origin(case, label, versions)) if label else None,
            "candidates": self._candidates(versions),
            "train": side.get(name),
            "software": SOFTWARE,
        }

    def _candidates(self, versions: Sequence[Annotation]) -> dict[str, dict[str, str]]:
        """Return what each model proposed last."""
        return {
            version.author.removeprefix(MODEL_AUTHOR): {
                "path": str(self._workspace.files.path(version.sha256)),
                "scheme": version.scheme,
            }
            for version in versions
            if version.author.startswith(MODEL_AUTHOR)
        }

    def _origin(self, case: Case, label: Annotation, versions: Sequence[Annotation]) -> Origin:
        making, model = lineage(label, versions)
        card = next((m.card for m in self._workspace.models() if m.id == model), None)
        name, _, digest = model.partition("@")
        return Origin(
            case.id,
            case.patient,
            label.id,
            making,
            card.name if card else name,
            f"{card.version} ({digest})" if card else digest,
            label.author,
            label.created,
            label.approved_by,
            label.approved_at,
            SOFTWARE,
        )

    def _caution(self, case: Case, label: Annotation | None, versions: Sequence[Annotation]) -> str:
        """Return what to know of the model that proposed the labels, "" if nothing, or if nobody said anything."""
        model = lineage(label, versions)[1] if label else ""
        card = next((m.card for m in self._workspace.models() if m.id == model), None)
        return card.caution_for(case.surgery) if card and case.surgery is not Surgery.UNSAID else ""

    def _exported(self, record: JobRecord, result: dict[str, Any]) -> None:
        order = Path(record.arguments["order"])
        if not order.exists():
            raise StudyError("wrong-stage", "Where it was to be written is no longer known; export it again.")
        told = json.loads(order.read_text(encoding="utf-8"))
        written = put_down(
            Path(result["folder"]),
            Path(told["to"]),
            result.get("shared", ()),
            lambda digest: digest in self._hashes,
            told["replace"],
        )
        hashes = [sha256_of(file) for file in written]
        details = {
            "kinds": record.arguments["kinds"],
            "files": len(written),
            "labels": record.arguments["version"],
            "sha256": hashes,
        }
        with self._workspace.change("person", _DEED, record.case, details):
            pass  # the audit row is all there is to record
        self._hashes.update(hashes)
        self._written[record.id] = written
        self._not_made[record.id] = [
            NotMade(item["kind"], StudyError(item["code"], item["detail"])) for item in result.get("refused", ())
        ]
        self._orders.end(order)

    @cached_property
    def _hashes(self) -> set[str]:
        """What this workspace ever wrote out, by content: only that is replaced without asking."""
        rows = [row for row in self._workspace.audit(limit=1 << 30) if row.action == _DEED]
        return {digest for row in rows for digest in row.details.get("sha256", ())}

    def burned_in(self, cases: Sequence[str]) -> list[str]:
        """Return the series of these cases that may hold text in their pixels, which nothing takes out."""
        found = []
        for name in cases:
            products, case = self._workspace.products(name), self._workspace.case(name)
            chosen = [s for c in ALL_CONTRASTS if (s := case.chosen(c)) and f"series/{s.id}" in products]
            found += [s.id for s in chosen if products[f"series/{s.id}"].details.get("shows")]
        return found

    def files(self, job: str) -> list[Path]:
        """Return what a finished export wrote."""
        return list(self._written.get(job, ()))

    def not_made(self, job: str) -> list[NotMade]:
        """Return what a finished export could not make of its case, while other kinds were written."""
        return list(self._not_made.get(job, ()))


def _places(case: Case, products: dict[str, Product]) -> dict[str, Any]:
    chosen = {str(c): s for c in ALL_CONTRASTS if (s := case.chosen(c))}
    return {
        "volumes": {c: str(products[f"prepared/{c}"].path) for c in chosen},
        "heads": {c: str(products[f"head/{c}"].path) for c in chosen if f"head/{c}" in products},
        "series": {c: str(products[f"series/{s.id}"].path) for c, s in chosen.items()},
        "kept": {c: str(products[f"source/{s.id}"].path) for c, s in chosen.items() if f"source/{s.id}" in products},
        "grids": {c: to_plain(s.grid) for c, s in chosen.items()},
        "transforms": {
            k.removeprefix("transform/"): str(p.path) for k, p in products.items() if k.startswith("transform/")
        },
        "brain_mask": str(products["brain_mask"].path),
        "provenance": str(products["provenance"].path) if "provenance" in products else "",
    }


def labels_to_export(versions: Sequence[Annotation]) -> Annotation | None:
    """Return the newest approved version, else the newest one, else None."""
    approved = [version for version in versions if version.approved_at]
    return approved[-1] if approved else (versions[-1] if versions else None)
