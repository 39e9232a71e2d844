"""The verb export."""

import argparse

from fets_desktop.app.hall import Hall
from fets_desktop.cli.answer import Answer
from fets_desktop.cli.verbs_work import is_prepared, named_or, work
from fets_desktop.cli.voice import Voice


def export(hall: Hall, options: argparse.Namespace, voice: Voice) -> Answer:
    """Write images and labels of prepared cases as files, below a folder of each case's name."""
    answer = Answer()
    cases = named_or(hall, options.cases, lambda case: is_prepared(hall, case.id), "No case is prepared.")
    folder = options.to.expanduser()

    def start(case: str) -> str:
        return hall.exporting.start([case], folder, options.kind, options.space)[0]

    done = work(hall, cases, start, answer, voice.progress)
    files = [str(file) for job in done.values() for file in hall.exporting.files(job)]
    answer.plain = {"files": files}
    answer.lines = files
    return answer
