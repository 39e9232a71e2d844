"""Ask a node whether it is there, with the very settings that work will use."""

from typing import Any

from fets_desktop.dicom.network.link import Link, echo
from fets_desktop.dicom.network.waiting import watched
from fets_desktop.dicom.network.web import WebNode
from fets_desktop.jobs.worker import TaskContext
from fets_desktop.study.node import Node, NodeKind
from fets_desktop.study.plain import from_plain


def run(context: TaskContext) -> dict[str, Any]:
    """Return nothing: that it ends without an error is the answer."""
    node = from_plain(Node, context.arguments["node"])
    secret = context.arguments.get("secret", {})
    if node.kind is NodeKind.DICOMWEB:
        WebNode(node, secret.get("password", ""), secret.get("key_words", "")).echo(context.progress)
    else:
        link = Link(node, secret.get("key_words", ""))
        watched(lambda: echo(node, link=link), context.progress, lambda: (0.5, "Asking"), link.cut)
    return {}
