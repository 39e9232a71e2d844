"""Proposals as they stand in the records: written down with what they were made of, and found again by it."""

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

from fets_desktop.app.cases import advance
from fets_desktop.app.clock import now
from fets_desktop.store.records import Product
from fets_desktop.store.workspace import Workspace
from fets_desktop.study.annotation import Annotation
from fets_desktop.study.case import Event
from fets_desktop.study.contrast import ALL_CONTRASTS
from fets_desktop.study.errors import StudyError
from fets_desktop.study.origin import MODEL_AUTHOR

_PREFIX = "proposal/"


def prepared_volumes(workspace: Workspace, case: str) -> dict[str, str]:
    """Return the paths of a case's prepared volumes by contrast; a path holds its content's hash."""
    products = workspace.products(case)
    return {str(c): str(products[name].path) for c in ALL_CONTRASTS if (name := f"prepared/{c}") in products}


def put_proposal(
    workspace: Workspace,
    case: str,
    maker: str,
    result: Mapping[str, Any],
    details: Mapping[str, Any],
    beside: Mapping[str, Path] | None = None,
) -> Annotation:
    """Write a proposal down as the next version of a case.

    Args:
        workspace: Where.
        case: The case.
        maker: The model's id, or a fusion's name.
        result: `labels` (a file of a worker), `scheme` and `volumes_ml`.
        details: What its maker noted, kept with the proposal.
        beside: Other files of a worker, by what they are called under the proposal.

    Raises:
        StudyError: "wrong-stage", "disk-full", "read-only".
    """
    stage = advance(workspace, case, Event.PROPOSE)
    stored = workspace.files.publish(Path(result["labels"]))
    others = {name: workspace.files.publish(path) for name, path in (beside or {}).items()}
    number = len(workspace.annotations(case)) + 1
    version = Annotation(
        f"{case}/{number}",
        case,
        number,
        f"{MODEL_AUTHOR}{maker}",
        None,
        stored.sha256,
        result["scheme"],
        now(),
        result["volumes_ml"],
    )
    with workspace.change("program", "labels proposed", version.id, {"model": maker}) as change:
        change.put_annotation(version)
        change.put_product(case, f"{_PREFIX}{maker}", stored, details)
        for name, file in others.items():
            change.put_product(case, f"{_PREFIX}{maker}/{name}", file)
        change.set_stage(case, stage)
    return version


def proposal(workspace: Workspace, case: str, maker: str) -> Product | None:
    """Return what a model, or a fusion, proposed last for a case as it is prepared now."""
    return workspace.products(case).get(f"{_PREFIX}{maker}")


def standing(workspace: Workspace, case: str, model: str, inputs: Mapping[str, Any]) -> Product | None:
    """Return a model's proposal if it was made of the very same: these volumes, cleaned by these rules."""
    known = proposal(workspace, case, model)
    return known if known is not None and known.details.get("inputs") == inputs else None


def inputs_of(workspace: Workspace, case: str, leave_out: Sequence[str]) -> dict[str, Any]:
    """Return what a proposal is made of, besides the model: the volumes' hashes, and the rules left out."""
    volumes = prepared_volumes(workspace, case)
    return {"volumes": {c: Path(path).name for c, path in volumes.items()}, "leave_out": sorted(leave_out)}


def refuse_if_anew(workspace: Workspace, case: str, volumes: Mapping[str, str]) -> None:
    """Refuse a result whose case was prepared anew meanwhile.

    Raises:
        StudyError: "wrong-stage".
    """
    if volumes != prepared_volumes(workspace, case):
        raise StudyError("wrong-stage", "It was prepared anew meanwhile; let the model propose again.")
