"""A network of another make becomes a model file of ours; in a module of its own, for it needs torch."""

from dataclasses import replace
from pathlib import Path

from fets_desktop.jobs.worker import TaskContext
from fets_desktop.store.hashing import sha256_of
from fets_desktop.train.checkpoint import WEIGHTS_SUFFIX, write_weights
from fets_desktop.train.export import to_file
from fets_desktop.train.importers.bringing import CARD, bring


def converted(context: TaskContext) -> Path:
    """Return the model file that a network of another make became, with the weights beside it that training takes."""
    arguments = context.arguments
    root = Path(arguments["path"])
    context.progress(0.1, "Reading its weights")
    own = root / CARD
    brought = bring(arguments["foreign"], root / arguments["main"], own if own.is_file() else None)
    card = brought.card if brought.card.licence else replace(brought.card, licence=arguments["licence"])
    card = replace(card, lineage={**card.lineage, "source_sha256": arguments["sha256"]})
    path = context.scratch / "model.fetsmodel"
    if brought.weights is not None:
        kept = write_weights(path.with_suffix(WEIGHTS_SUFFIX), brought.weights)
        card = replace(card, extra={**card.extra, "weights_sha256": sha256_of(kept)})
    context.progress(0.3, "Writing the model file")
    return to_file(brought.model, card, path)
