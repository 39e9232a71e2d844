"""The verbs backup and restore."""

import argparse
import os

from fets_desktop.app.hall import Hall
from fets_desktop.app.keyring_ import PASSPHRASE_VARIABLE, Keeping
from fets_desktop.app.restoring import bring_back
from fets_desktop.cli.answer import Answer, Refusal
from fets_desktop.cli.voice import Voice
from fets_desktop.study.errors import StudyError


def backup(hall: Hall, options: argparse.Namespace, voice: Voice) -> Answer:
    """Copy the workspace to an empty folder and check the copy; what was damaged before is copied and told."""
    passphrase = os.environ.get(PASSPHRASE_VARIABLE, "") if options.seal else ""
    if options.seal and not passphrase:
        raise StudyError("wrong-passphrase", f"None was given: set {PASSPHRASE_VARIABLE}.")
    job = hall.backing_up.start(options.to, passphrase)
    view = hall.jobs.wait([job], voice.progress)[0]
    if error := hall.jobs.error(job):
        raise error
    report = hall.backing_up.last_report
    if view.state != "done" or report is None:
        raise RuntimeError(view.error)
    answer = Answer(
        {"folder": str(options.to), "files": report.files, "bytes": report.bytes, "faults": list(report.faults)},
        [f"{report.files} files, {report.bytes / 1e6:.0f} MB, were copied and read again."],
        done=1,
    )
    if hall.secrets.keeping is Keeping.KEYRING:
        words = "The key to the table of patients lies in this user's system keyring, not in the backup."
        answer.lines.append(words)
    answer.refusals += [Refusal.of(StudyError("damaged-workspace", fault)) for fault in report.faults]
    return answer


def restore(options: argparse.Namespace, voice: Voice) -> Answer:
    """Bring a backup back into a new folder and verify it."""
    restored = bring_back(options.backup, options.to, os.environ.get(PASSPHRASE_VARIABLE, ""), voice.progress)
    report, verified = restored.report, restored.verified
    answer = Answer(
        {
            "folder": str(options.to),
            "files": report.files,
            "ok": verified.ok,
            "checked": verified.checked,
            "faults": list(verified.faults),
        },
        [f"{report.files} files came back; {verified.checked} things were checked."],
        done=1,
    )
    answer.refusals += [Refusal.of(StudyError("damaged-workspace", fault)) for fault in verified.faults]
    return answer
