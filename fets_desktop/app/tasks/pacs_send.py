"""Send results to a node, under the pseudonym or, for the site's own PACS alone, under the patient's identity."""

import shutil
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from fets_desktop.dicom.network.send import send
from fets_desktop.dicom.network.web import WebNode
from fets_desktop.dicom.reidentify import reidentify
from fets_desktop.jobs.worker import TaskContext
from fets_desktop.study.errors import StudyError
from fets_desktop.study.identity import SourceIdentity
from fets_desktop.study.node import Node, NodeKind
from fets_desktop.study.plain import from_plain


def run(context: TaskContext) -> dict[str, Any]:
    """Send the files of the folder `from`, and return how many were taken."""
    node = from_plain(Node, context.arguments["node"])
    secret = context.arguments.get("secret", {})
    files = [Path(file) for file in context.arguments["files"]]
    if not files:
        raise StudyError("needs-dicom")
    true = context.scratch / "true"
    try:
        if plain := context.arguments.get("identity"):
            files = _named(files, from_plain(SourceIdentity, plain), node, true)
        words = secret.get("key_words", "")
        if node.kind is NodeKind.DICOMWEB:
            return {"sent": WebNode(node, secret.get("password", ""), words).send(files, context.progress)}
        return {"sent": send(node, files, context.progress, words)}
    finally:
        shutil.rmtree(true, ignore_errors=True)


def _named(files: Sequence[Path], identity: SourceIdentity, node: Node, folder: Path) -> list[Path]:
    # the hall asks the same; here it is the last hand before the wire
    if not node.own:
        raise StudyError("pacs-identity")
    folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    return [reidentify(file, identity, folder / f"{number}.dcm") for number, file in enumerate(files)]
