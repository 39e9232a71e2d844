"""Ask a node which studies, or which series of a study, it has; question and answer travel through pipes only."""

from typing import Any

from fets_desktop.dicom.network.find import find_series, find_studies
from fets_desktop.dicom.network.web import WebNode
from fets_desktop.jobs.worker import TaskContext
from fets_desktop.study.node import Node, NodeKind, Query
from fets_desktop.study.plain import from_plain, to_plain


def run(context: TaskContext) -> dict[str, Any]:
    """Return `studies`, or `series` where the query names a study."""
    node = from_plain(Node, context.arguments["node"])
    query = from_plain(Query, context.arguments["query"])
    secret = context.arguments.get("secret", {})
    words = secret.get("key_words", "")
    if node.kind is NodeKind.DICOMWEB:
        web = WebNode(node, secret.get("password", ""), words)
        if query.study:
            return {"series": to_plain(web.find_series(query.study, context.progress))}
        return {"studies": to_plain(web.find_studies(query, context.progress))}
    if query.study:
        return {"series": to_plain(find_series(node, query.study, context.progress, words))}
    return {"studies": to_plain(find_studies(node, query, context.progress, words))}
