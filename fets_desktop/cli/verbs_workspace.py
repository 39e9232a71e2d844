"""The verb workspace: its images encrypted at rest, and decrypted; a lost key brought back."""

import argparse
import os

from fets_desktop.app.encryption import Sealing, bring_key_back
from fets_desktop.app.hall import Hall
from fets_desktop.app.keyring_ import PASSPHRASE_VARIABLE, Keeping
from fets_desktop.app.workspaces import usual_workspace
from fets_desktop.cli.answer import Answer, Refusal
from fets_desktop.cli.voice import Voice
from fets_desktop.study.errors import StudyError

_KEPT = {
    Keeping.KEYRING: "Their key lies in this user's system keyring, not in the workspace.",
    Keeping.FILE: "Their key lies in secrets.vault, under the passphrase of the workspace.",
}


def workspace(hall: Hall, options: argparse.Namespace, voice: Voice) -> Answer:
    """Say how the images are kept, or keep them otherwise; the same again goes on where it was cut off."""
    faults: list[str] = []
    if options.what == "encrypt":
        faults = _encrypt(hall, options, voice)
    elif options.what == "decrypt":
        faults = _convert(hall, False, voice)
    found = hall.encryption.status()
    plain = {"encryption": found.state.value, "encrypted": found.encrypted, "open": found.open, "faults": faults}
    lines = [f"Encryption of images: {found.state}; {found.encrypted} files are encrypted, {found.open} are open."]
    if found.encrypted and hall.encryption.keeping in _KEPT:
        lines.append(_KEPT[hall.encryption.keeping])
    answer = Answer(plain, lines, done=1)
    answer.refusals += [Refusal.of(StudyError("damaged-workspace", fault)) for fault in faults]
    return answer


def _encrypt(hall: Hall, options: argparse.Namespace, voice: Voice) -> list[str]:
    """Encrypt, unless nobody has said what is to become of a lost key; the recovery file comes first."""
    if options.recovery is None and not options.no_recovery:
        raise StudyError(
            "wrong-usage",
            "Without their key the images are lost. Give --recovery FILE for a file that brings it back, or say "
            "--no-recovery.",
        )
    passphrase = os.environ.get(PASSPHRASE_VARIABLE, "")
    if options.recovery and not passphrase:
        raise StudyError("wrong-passphrase", f"None was given for the recovery file: set {PASSPHRASE_VARIABLE}.")
    if options.recovery:
        hall.encryption.make_key()
        hall.encryption.write_recovery(options.recovery, passphrase)
        voice.note("The recovery file is written. Keep it, and its passphrase, away from this computer.")
    return _convert(hall, True, voice)


def _convert(hall: Hall, wanted: bool, voice: Voice) -> list[str]:
    if hall.encryption.state is (Sealing.ON if wanted else Sealing.OFF):
        return []
    hall.encryption.begin(wanted)
    faults = hall.encryption.convert(voice.progress)
    hall.encryption.end()
    return faults


def recover(options: argparse.Namespace, voice: Voice) -> Answer:
    """Bring the key to encrypted images back, without which the workspace does not open."""
    folder = (options.workspace or usual_workspace()).expanduser().absolute()
    if options.file is None:
        raise StudyError("wrong-usage", "Name the recovery file.")
    bring_key_back(folder, options.file, os.environ.get(PASSPHRASE_VARIABLE, ""))
    return Answer({"recovered": True}, ["The key is back; the workspace opens again."], done=1)
