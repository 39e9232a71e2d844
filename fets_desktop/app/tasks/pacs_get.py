"""Fetch a study or series from a node into a private folder; what is there is not fetched again."""

import json
from pathlib import Path
from typing import Any

from fets_desktop.dicom.network.fetch import Wanted, fetch
from fets_desktop.dicom.network.listen import guests_of
from fets_desktop.dicom.network.tls import door_context
from fets_desktop.dicom.network.web import WebNode
from fets_desktop.jobs.worker import TaskContext
from fets_desktop.study.errors import StudyError
from fets_desktop.study.node import Node, NodeKind
from fets_desktop.study.plain import from_plain, to_plain


def run(context: TaskContext) -> dict[str, Any]:
    """Read from the private order what is wanted, fetch it, and return how many images there are."""
    order = Path(context.arguments["order"])
    if not order.exists():
        # a power cut fell between the end of the fetch and its record
        raise StudyError("pacs-empty", "It had been fetched before; ask for it again if a case is missing.")
    wished = json.loads(order.read_text(encoding="utf-8"))
    node = from_plain(Node, context.arguments["node"])
    wanted = Wanted(wished["study"], tuple(wished["series"]))
    folder = Path(wished["folder"])
    secret = context.arguments.get("secret", {})
    words = secret.get("key_words", "")
    if node.kind is NodeKind.DICOMWEB:
        web = WebNode(node, secret.get("password", ""), words)
        return dict(to_plain(web.fetch(wanted, folder, context.progress)))
    port, guests = int(context.arguments["port"]), guests_of(context.arguments["guests"])
    return dict(
        to_plain(
            fetch(node, wanted, folder, context.progress, words, port, guests, door_context(context.arguments["tls"]))
        )
    )
