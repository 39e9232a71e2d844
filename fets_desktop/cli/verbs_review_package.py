"""The verb review-package: cases out to readers' own computers, and what they drew back in."""

import argparse
import getpass
import os
import sys

from fets_desktop.app.hall import Hall
from fets_desktop.app.review_packages.bringing_in import Taken
from fets_desktop.app.review_packages.sending_out import new_passphrase
from fets_desktop.cli.answer import Answer
from fets_desktop.cli.voice import Voice
from fets_desktop.study.errors import StudyError
from fets_desktop.study.package import Kind
from fets_desktop.study.plain import to_plain

PASSPHRASE_VARIABLE = "FETS_DESKTOP_PACKAGE_PASSPHRASE"  # noqa: S105 - the name, not the word itself


def review_package(hall: Hall, options: argparse.Namespace, voice: Voice) -> Answer:
    """Write a package of one case, or take packages in; one that is refused keeps no other from coming in."""
    return _out(hall, options) if options.way == "out" else _in(hall, options, voice)


def _out(hall: Hall, options: argparse.Namespace) -> Answer:
    given = os.environ.get(PASSPHRASE_VARIABLE, "")
    passphrase = given or new_passphrase()
    target = options.to.expanduser().absolute()
    write = hall.handing_out.hand_out(options.case, target, passphrase, blind=options.blind, replace=options.replace)
    file = write()
    answer = Answer({"file": str(file)}, [str(file)])
    if not given:
        answer.plain["passphrase"] = passphrase
        answer.lines += [f"Passphrase: {passphrase}", "It is kept nowhere. Tell it by telephone, not with the file."]
    return answer


def _in(hall: Hall, options: argparse.Namespace, voice: Voice) -> Answer:
    passphrase = _passphrase()
    answer = Answer({"taken": []})
    for number, file in enumerate(options.files):
        voice.progress(number / len(options.files), "Opening packages")
        with answer.trying(f"package {number + 1}"):
            taken = hall.taking_in.take(hall.taking_in.opener(file.expanduser().absolute(), passphrase)())
            answer.done += 1
            answer.plain["taken"].append(to_plain(taken))
            answer.lines += taken_words(taken)
    return answer


def _passphrase() -> str:
    """Return the passphrase of the packages.

    Raises:
        StudyError: "wrong-usage" if nobody gives one.
    """
    words = os.environ.get(PASSPHRASE_VARIABLE, "")
    if not words and sys.stdin is not None and sys.stdin.isatty():
        words = getpass.getpass("Passphrase of the package: ")
    if not words:
        raise StudyError("wrong-usage", f"Give the package's passphrase in {PASSPHRASE_VARIABLE}.")
    return words


def taken_words(taken: Taken) -> list[str]:
    """Return in words what a package brought, a line each."""
    what = "came to be reviewed" if taken.kind is Kind.CASE else "was answered"
    lines = [f"{taken.case} {what}: {len(taken.versions)} new versions, {len(taken.signed)} new sign-offs."]
    if taken.rivals:
        lines.append(
            f"It was changed here and there: adjudicate {taken.rivals[0]} and {taken.rivals[1]} "
            f"(annotations {taken.case} --compare, --adjudicate)."
        )
    if taken.moved:
        lines.append("Its images were made anew here meanwhile: check where the labels lie.")
    return lines
