"""The verbs federation and aggregator: the owner's side."""

import argparse
from collections.abc import Callable, Mapping
from pathlib import Path
from types import MappingProxyType

from fets_desktop.app.federation.founding import Proposal
from fets_desktop.app.federation.server import serve
from fets_desktop.app.hall import Hall
from fets_desktop.cli.answer import Answer
from fets_desktop.cli.verbs_publishing import publish, score
from fets_desktop.cli.verbs_simulation import simulate
from fets_desktop.cli.verbs_watching import status, told
from fets_desktop.cli.voice import Voice
from fets_desktop.study.errors import StudyError
from fets_desktop.study.federation import Learning


def federation(hall: Hall, options: argparse.Namespace, voice: Voice) -> Answer:
    """Found a federation, invite a site, let one in, tell how it goes, or simulate one."""
    if options.what == "simulate":
        return simulate(hall, options, voice)
    if options.folder is None:
        raise StudyError("wrong-usage", f"Say which folder: federation {options.what} FOLDER.")
    options.folder = options.folder.expanduser().absolute()
    if long := _WITH_VOICE.get(options.what):
        return long(hall, options, voice)
    return _DEEDS[options.what](hall, options)


def _new(hall: Hall, options: argparse.Namespace) -> Answer:
    for name in ("name", "server"):
        if not getattr(options, name):
            raise StudyError("wrong-usage", f"federation new needs --{name}.")
    learning = {
        name: value for name in ("epochs", "learning_rate", "patch") if (value := getattr(options, name)) is not None
    }
    choices = {
        **({} if options.rounds is None else {"rounds": options.rounds}),
        "quorum": options.quorum,
        "cutoff_s": options.cutoff,
        "fewest_scored": options.fewest,
        "compression": options.compression,
        "contact": options.contact,
        "purpose": options.purpose,
        "learning": Learning(**learning),
    }
    proposal = Proposal(
        options.name,
        options.server,
        tuple(options.trains),
        tuple(options.validates),
        options.model,
        tuple(options.host),
        choices,
    )
    plan = hall.founding.new(options.folder, proposal)
    mark = hall.founding.fingerprint(options.folder)
    invitations = [str(options.folder / "invitations" / f"{site}.fetsinvite") for site in plan.sites]
    return Answer(
        {"federation": plan.id, "plan": plan.sha256, "fingerprint": mark, "invitations": invitations},
        [
            f"The federation {plan.name} was founded; its plan is {plan.id}.",
            f"Send each site its invitation, and read this fingerprint to it over the telephone: {mark}",
            *invitations,
            f"Start the server with: fets-desktop aggregator start {options.folder}",
        ],
        done=1,
    )


def _invite(hall: Hall, options: argparse.Namespace) -> Answer:
    if not options.subject:
        raise StudyError("wrong-usage", "Say whom: federation invite FOLDER SITE.")
    file = hall.founding.invite(options.folder, options.subject)
    mark = hall.founding.fingerprint(options.folder)
    return Answer({"invitation": str(file), "fingerprint": mark}, [f"{file}", f"Fingerprint: {mark}"], done=1)


def _accept(hall: Hall, options: argparse.Namespace) -> Answer:
    if not options.subject:
        raise StudyError("wrong-usage", "Say which: federation accept FOLDER REQUEST.")
    request = Path(options.subject).expanduser()
    site, found = hall.founding.asked(options.folder, request)
    if not options.fingerprint:
        words = f"{site} asks with the fingerprint {found}. Let the site read its own; give it with --fingerprint."
        raise StudyError("federation-request", words)
    file = hall.founding.accept(options.folder, request, options.fingerprint)
    lines = [f"{site} was let in. Send it its certificate: {file}"]
    return Answer({"site": site, "certificate": str(file), "fingerprint": found}, lines, done=1)


def _renew(hall: Hall, options: argparse.Namespace) -> Answer:
    days = hall.founding.renew(options.folder)
    words = f"The server's certificate is valid for {days} days; start the server again, so that it takes it."
    return Answer({"days_left": days}, [words], done=1)


_WITH_VOICE: Mapping[str, Callable[[Hall, argparse.Namespace, Voice], Answer]] = MappingProxyType(
    {"status": status, "score": score, "publish": publish}
)
_DEEDS: Mapping[str, Callable[[Hall, argparse.Namespace], Answer]] = MappingProxyType(
    {"new": _new, "invite": _invite, "accept": _accept, "renew": _renew}
)


def aggregator(options: argparse.Namespace, voice: Voice) -> Answer:
    """Serve a federation until it has ended or is stopped, or tell where its server stands."""
    folder = options.folder.expanduser().absolute()
    if options.what == "status":
        return told(folder, voice, follow=options.follow)
    serve(folder, voice.note, options.listen, options.linger)
    return Answer({"folder": str(folder)}, ["The server has ended."], done=1)
