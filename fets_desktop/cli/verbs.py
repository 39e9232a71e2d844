"""Every verb by its name, and how a command ends."""

import argparse
import logging
import os
import signal
import sys
import threading
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from types import MappingProxyType

from fets_desktop.app.hall import Hall
from fets_desktop.app.workspaces import refuse_lost
from fets_desktop.cli import (
    verbs_annotations,
    verbs_backup,
    verbs_cases,
    verbs_demo,
    verbs_evaluate,
    verbs_export,
    verbs_federation,
    verbs_founding,
    verbs_import,
    verbs_labels,
    verbs_models,
    verbs_pacs,
    verbs_phi,
    verbs_review_package,
    verbs_rules,
    verbs_segment,
    verbs_support,
    verbs_train,
    verbs_work,
    verbs_workspace,
)
from fets_desktop.cli.answer import DONE, STOP, STOPPED, Answer, Refusal
from fets_desktop.cli.parser import Wish
from fets_desktop.cli.voice import Voice
from fets_desktop.study.errors import Cancelled, StudyError

logger = logging.getLogger(__name__)

Verb = Callable[[Hall, argparse.Namespace, Voice], Answer]

VERBS: Mapping[str, Verb] = MappingProxyType(
    {
        "demo": verbs_demo.demo,
        "import": verbs_import.import_,
        "rules": verbs_rules.rules,
        "prepare": verbs_work.prepare,
        "segment": verbs_segment.segment,
        "annotations": verbs_annotations.annotations,
        "review-package": verbs_review_package.review_package,
        "export": verbs_export.export,
        "split": verbs_labels.split,
        "train": verbs_train.train,
        "evaluate": verbs_evaluate.evaluate,
        "models": verbs_models.models,
        "cases": verbs_cases.cases,
        "verify": verbs_models.verify,
        "pacs": verbs_pacs.pacs,
        "phi-scan": verbs_phi.phi_scan,
        "support-bundle": verbs_support.support_bundle,
        "backup": verbs_backup.backup,
        "workspace": verbs_workspace.workspace,
        "federation": verbs_founding.federation,
        "join": verbs_federation.join,
        "leave": verbs_federation.leave,
        "rounds": verbs_federation.rounds,
        "ledger": verbs_federation.ledger,
    }
)
SERVICES: Mapping[str, Callable[[argparse.Namespace, Voice], Answer]] = MappingProxyType(
    {"aggregator": verbs_founding.aggregator, "restore": verbs_backup.restore}
)
"""What needs no workspace: it runs for weeks beside a window that has one open, or makes a new one."""


def run(wish: Wish) -> int:
    """Do what a command line asks for.

    Returns:
        The exit status: 0 done, 1 some refused, 2 to 5 by the kind of error, 70 a bug, 130 stopped by the person.
    """
    voice = Voice(wish.json, wish.quiet)
    try:
        with _stopping_politely():
            if service := _service(wish):
                return _do(lambda: service(wish.options, voice), wish, voice)
            with _hall(wish, voice) as hall:
                return _do(lambda: VERBS[wish.verb](hall, wish.options, voice), wish, voice)
    except StudyError as error:
        return _refuse(error, voice)
    except (KeyboardInterrupt, Cancelled):
        voice.refuse(STOP)
        return STOPPED
    except BrokenPipeError:
        # whoever read the answer has seen enough; the work is done
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return DONE
    except MemoryError:
        return _refuse(StudyError("out-of-memory"), voice)
    except Exception as error:
        return _tell_bug(error, voice)


def _service(wish: Wish) -> Callable[[argparse.Namespace, Voice], Answer] | None:
    """Return what does a wish that needs no open workspace; None if it needs one."""
    if wish.verb == "workspace" and wish.options.what == "recover":
        return verbs_workspace.recover  # it does not open before this is done
    return SERVICES.get(wish.verb)


def _hall(wish: Wish, voice: Voice) -> Hall:
    """Open the workspace; one that may not be written to is only looked at, where no more is asked for."""
    refuse_lost(wish.workspace)
    try:
        return Hall(wish.workspace)
    except StudyError as error:
        if error.code != "read-only" or not only_reads(wish):
            raise
    hall = Hall(wish.workspace, look=True)
    voice.note("The workspace cannot be written to: it is only looked at, and nothing is noted in its audit.")
    return hall


def only_reads(wish: Wish) -> bool:
    """Tell whether a command asks for nothing but to look."""
    options = wish.options
    if wish.verb in ("cases", "models"):
        return options.what in ("list", "show", "signers")
    if wish.verb == "annotations":
        deeds = ("file", "approve", "restore", "adjudicate", "reader", "end_reading", "give_up_reading")
        return not any(getattr(options, deed) for deed in deeds)
    return wish.verb in ("verify", "phi-scan", "rounds", "ledger")


@contextmanager
def _stopping_politely() -> Iterator[None]:
    """Let whoever ends the program politely stop its jobs as Ctrl-C does."""
    if threading.current_thread() is not threading.main_thread():
        yield
        return
    before = signal.signal(signal.SIGTERM, signal.default_int_handler)
    try:
        yield
    finally:
        signal.signal(signal.SIGTERM, before)


def _do(call: Callable[[], Answer], wish: Wish, voice: Voice) -> int:
    try:
        answer = call()
    except (StudyError, Cancelled, MemoryError):
        raise
    except Exception as error:
        logger.exception("the command %s failed", wish.verb)
        return _tell_bug(error, voice)
    voice.answer(answer)
    return answer.status


def _refuse(error: StudyError, voice: Voice) -> int:
    refusal = Refusal.of(error)
    voice.refuse(refusal)
    return refusal.status


def _tell_bug(error: Exception, voice: Voice) -> int:
    """Say that the program is at fault; an error's own words may name a patient and stay in the scrubbed log."""
    refusal = Refusal.bug(type(error).__name__)
    voice.refuse(refusal)
    return refusal.status
