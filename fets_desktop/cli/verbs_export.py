"""The verb export."""

import argparse

from fets_desktop.app.hall import Hall
from fets_desktop.cli.answer import Answer, Refusal
from fets_desktop.cli.verbs_work import is_prepared, named_or, work
from fets_desktop.cli.voice import Voice
from fets_desktop.study.exports import EXPORT_KINDS, shows_heads


def export(hall: Hall, options: argparse.Namespace, voice: Voice) -> Answer:
    """Write prepared cases as files of the kinds that were asked for; what cannot be made of a case is listed."""
    answer = Answer()
    cases = named_or(hall, options.cases, lambda case: is_prepared(hall, case.id), "No case is prepared.")
    folder = options.to.expanduser()

    def start(case: str) -> str:
        return hall.exporting.start(
            [case], folder, options.kinds, options.space, replace=options.replace, deface=options.deface
        )[0]

    done = work(hall, cases, start, answer, voice.progress)
    for case, job in done.items():
        for item in hall.exporting.not_made(job):
            answer.refusals.append(Refusal.of(item.error, f"{case}, {EXPORT_KINDS[item.kind].title}"))
    files = list(dict.fromkeys(str(file) for job in done.values() for file in hall.exporting.files(job)))
    shows = _what_shows(hall, list(done), options)
    answer.plain = {"files": files, "shows": shows}
    answer.lines = [*files, *shows]
    return answer


def _what_shows(hall: Hall, cases: list[str], options: argparse.Namespace) -> list[str]:
    """Say what the written images tell of a patient beside the tumour."""
    if not shows_heads(options.kinds, options.space) or not cases:
        return []
    faces = [] if options.deface else ["Native images show the face: --deface takes it out."]
    burned = hall.exporting.burned_in(cases)
    return faces + ([f"Text may be burnt into the pictures of {', '.join(burned)}: look at them."] if burned else [])
