"""The verb support-bundle."""

import argparse
from dataclasses import asdict

from fets_desktop.app.hall import Hall
from fets_desktop.app.support import bundle_words
from fets_desktop.cli.answer import Answer
from fets_desktop.cli.voice import Voice


def support_bundle(hall: Hall, options: argparse.Namespace, voice: Voice) -> Answer:
    """Write what helps those who help; what looks as if it named a patient is left out and told."""
    bundle = hall.support.write(options.to)
    plain = {
        "file": str(bundle.file.resolve()),
        "entries": list(bundle.entries),
        "findings": [asdict(finding) for finding in bundle.findings],
        "table": bundle.closed or "searched",
    }
    return Answer(plain, bundle_words(bundle))
