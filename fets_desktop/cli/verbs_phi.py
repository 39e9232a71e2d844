"""The verb phi-scan."""

import argparse
from dataclasses import asdict

from fets_desktop.app.hall import Hall
from fets_desktop.app.phi import PhiReport
from fets_desktop.cli.answer import Answer, Refusal, table
from fets_desktop.cli.voice import Voice
from fets_desktop.study.errors import StudyError


def phi_scan(hall: Hall, options: argparse.Namespace, voice: Voice) -> Answer:
    """Search the workspace for what names a patient; the words themselves are never told."""
    job = hall.phi.start()
    view = hall.jobs.wait([job], voice.progress)[0]
    if error := hall.jobs.error(job):
        raise error
    report = hall.phi.last_report
    if view.state != "done" or report is None:
        raise RuntimeError(view.error)
    answer = Answer(
        {
            "ok": not report.findings and not report.unread,
            "findings": [asdict(finding) for finding in report.findings],
            "files": report.files,
            "bytes": report.bytes,
            "known_patients": report.known,
            "table": report.closed or "searched",
            "unread": list(report.unread),
        },
        _lines(report),
    )
    if report.findings:
        detail = f"{len(report.findings)} places hold words that name a patient, or may do so."
        answer.refusals.append(Refusal.of(StudyError("names-found", detail)))
    if report.unread:
        answer.refusals.append(Refusal.of(StudyError("damaged-workspace", f"Not read: {', '.join(report.unread)}.")))
    return answer


def _lines(report: PhiReport) -> list[str]:
    read = f"{report.files} files, {report.bytes / 1e6:.0f} MB (packed and unpacked), and all records were read."
    known = f"True identities searched for: {report.known}."
    if report.closed:
        known = f"True identities were not searched for: {report.closed}."
    rows = [(finding.where, finding.what, finding.count) for finding in report.findings]
    return [read, known, *(table(("where", "what", "times"), rows) if rows else ["Nothing names a patient."])]
