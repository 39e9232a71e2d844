"""The verbs join, leave, rounds and ledger: a site's side of a federation."""

import argparse
import time
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from types import MappingProxyType

from fets_desktop.app.federation.cost import RoundCost
from fets_desktop.app.federation.words import plan_in_words, standing_in_words
from fets_desktop.app.hall import Hall
from fets_desktop.cli.answer import Answer, Refusal, table
from fets_desktop.cli.verbs_publishing import publish_here
from fets_desktop.cli.voice import Voice
from fets_desktop.study.errors import ERRORS, StudyError
from fets_desktop.study.federation import Check, Ethics, Member, Membership, Standing
from fets_desktop.study.plain import to_plain
from fets_desktop.study.privacy import Privacy, epsilon_words

_TICK_S = 0.1


def join(hall: Hall, options: argparse.Namespace, voice: Voice) -> Answer:
    """Open an invitation, take in a certificate, look whether all is well, or take part until the end."""
    return _DEEDS[options.what](hall, options, voice)


def _member(hall: Hall, options: argparse.Namespace) -> Member:
    file = Path(options.file).expanduser()
    return hall.joining.open(file) if file.is_file() else hall.joining.member(options.file)


def _request(hall: Hall, options: argparse.Namespace, voice: Voice) -> Answer:
    member = hall.joining.open(Path(options.file).expanduser())
    target = (options.to or Path(f"{member.site}.csr")).expanduser().absolute()
    member = hall.joining.request(member.plan.id, target)
    return Answer(
        {
            "federation": member.plan.id,
            "site": member.site,
            "request": str(target),
            "fingerprint": member.own_fingerprint,
            "owner_fingerprint": member.owner_fingerprint,
            **_told(hall, member),
        },
        [
            *_in_words(hall, member),
            f"The owner's fingerprint, to compare over the telephone: {member.owner_fingerprint}",
            f"Send the owner this request: {target}",
            f"Read the owner this fingerprint of it: {member.own_fingerprint}",
        ],
        done=1,
    )


def _accept(hall: Hall, options: argparse.Namespace, voice: Voice) -> Answer:
    member = hall.joining.accept(Path(options.file).expanduser())
    lines = [f"{member.plan.name}: the certificate of {member.site} is valid for {member.days_left} days."]
    return Answer({"federation": member.plan.id, "site": member.site, "days_left": member.days_left}, lines, done=1)


def _check(hall: Hall, options: argparse.Namespace, voice: Voice) -> Answer:
    member = _member(hall, options)
    checks = hall.joining.preflight(member.plan.id, _cases(options))
    cost = _rehearse(hall, options, voice, member.plan.id, checks)
    answer = _checked(member, checks)
    answer.plain["round"] = {"seconds": cost.seconds, **to_plain(cost)} if cost else None
    return answer


def _rehearse(
    hall: Hall, options: argparse.Namespace, voice: Voice, federation: str, checks: list[Check]
) -> RoundCost | None:
    """Measure what a round takes, and add it to what was looked at."""
    if job := hall.rehearsing.start(federation, folder=_cases(options), device=options.device):
        hall.jobs.wait([job], voice.progress)
    if found := hall.rehearsing.check(federation):
        checks.append(found)
    return hall.rehearsing.cost(federation)


def _checked(member: Member, checks: Sequence[Check]) -> Answer:
    answer = Answer({"federation": member.plan.id, "checks": [to_plain(check) for check in checks]})
    answer.lines = table(["", "", ""], [[c.title, _sign(c), c.words] for c in checks])[1:]
    answer.done = sum(check.ok for check in checks)
    for check in checks:
        if check.needed and not check.ok:
            text = ERRORS["federation-unreachable" if check.title == "Server" else "wrong-stage"]
            answer.refusals.append(Refusal(check.title, text.code, text.title, check.words, "", int(text.kind)))
    return answer


def _sign(check: Check) -> str:
    if check.ok:
        return "well"
    return "NOT WELL" if check.needed else "worth a look"


def _cases(options: argparse.Namespace) -> Path | None:
    return options.cases.expanduser().absolute() if options.cases else None


def _start(hall: Hall, options: argparse.Namespace, voice: Voice) -> Answer:
    member = _member(hall, options)
    _set(hall, options)
    if member.membership is not Membership.JOINED or options.agree:
        member = _agree(hall, options, member)
    elif options.clip is not None or options.noise is not None:
        # nobody shall believe that updates are blurred, and they leave as they are
        words = f"How updates leave is agreed to with the plan: give --agree {member.plan.id} and the approval again."
        raise StudyError("wrong-usage", words)
    if not options.headless:
        checked = _checked(member, hall.joining.preflight(member.plan.id, _cases(options)))
        if checked.refusals:
            checked.done = 0
            return checked
    if member.runs_out_soon:
        voice.note(f"This site's certificate is valid for {member.days_left} days: ask for a new one (join request).")
    federation = hall.federating.start(member.plan.id, folder=_cases(options), device=options.device)
    try:
        _follow(hall, federation, voice)
    finally:
        hall.federating.stop(federation)
    return _ended(hall, federation)


def _set(hall: Hall, options: argparse.Namespace) -> None:
    """Keep when and with how much of the machine it works, where that was said.

    Raises:
        StudyError: "wrong-usage" with why it makes no sense.
    """
    for name in ("hours", "share"):
        if (chosen := getattr(options, name)) is None:
            continue
        try:
            hall.settings.set(f"federation.{name}", chosen)
        except ValueError as error:
            raise StudyError("wrong-usage", str(error)) from error


def _agree(hall: Hall, options: argparse.Namespace, member: Member) -> Member:
    """Agree to the plan, if it is the one that was read.

    Raises:
        StudyError: "wrong-stage" with the plan's id if another or none was named; "federation-ethics".
    """
    if options.agree != member.plan.id:
        read = " ".join(_in_words(hall, member))
        words = f"Read the plan first, then agree to it with --agree {member.plan.id}. {read}"
        raise StudyError("wrong-stage", words)
    ethics = Ethics(options.ethics, options.ethics_date)
    privacy = None
    if options.clip is not None or options.noise is not None:
        privacy = Privacy((1.0 if options.clip is None else options.clip) / 100, options.noise or 0.0)
    return hall.joining.agree(member.plan.id, ethics, few=options.few, keep=not options.keep_last, privacy=privacy)


def _follow(hall: Hall, federation: str, voice: Voice) -> None:
    """Take in what the thread tells until it has ended."""
    rounds = hall.joining.member(federation).plan.rounds + 1
    said = ""
    while True:
        live = federation in hall.federating.live()
        hall.pump()
        standing = hall.federating.standing(federation)
        if standing is not None and (words := _standing_in_words(standing, rounds)) != said:
            said = words
            voice.progress(max(standing.number, 0) / rounds, words)
        if not live:
            return
        time.sleep(_TICK_S)


def _standing_in_words(standing: Standing, rounds: int) -> str:
    at = f"round {standing.number + 1} of {rounds}: " if standing.number >= 0 else ""
    why = f" ({standing.detail})" if standing.detail else ""
    return f"{at}{standing_in_words(standing)}{why}"


def _ended(hall: Hall, federation: str) -> Answer:
    standing = hall.federating.standing(federation)
    assert standing is not None
    answer = rounds_of(hall, federation)
    answer.plain["state"] = standing.state
    answer.done = 1
    if standing.code:
        answer.done = 0
        answer.refusals.append(Refusal.of(StudyError(standing.code, standing.detail)))
    return answer


_DEEDS: Mapping[str, Callable[[Hall, argparse.Namespace, Voice], Answer]] = MappingProxyType(
    {"request": _request, "accept": _accept, "check": _check, "start": _start, "publish": publish_here}
)


def _told(hall: Hall, member: Member) -> dict[str, object]:
    leaving = [to_plain(item) for item in hall.joining.leaving(member.plan.id)]
    return {"plan": plan_in_words(member.plan, member.site), "leaves": leaving}


def _in_words(hall: Hall, member: Member) -> list[str]:
    items = hall.joining.leaving(member.plan.id)
    return [
        *plan_in_words(member.plan, member.site),
        "What leaves this site:",
        *(f"- {item.what}; {item.when}, about {_size(item.size)}." for item in items),
    ]


def _size(size: int) -> str:
    return f"{size / 2**20:.1f} MiB" if size >= 2**20 else f"{size} bytes"


def leave(hall: Hall, options: argparse.Namespace, voice: Voice) -> Answer:
    """Leave a federation."""
    member = hall.federating.leave(options.name)
    lines = [f"{member.site} has left {member.plan.name}. What was learnt, the rounds and the ledger are kept here."]
    return Answer({"federation": member.plan.id, "membership": str(member.membership)}, lines, done=1)


def rounds(hall: Hall, options: argparse.Namespace, voice: Voice) -> Answer:
    """List the rounds."""
    return rounds_of(hall, options.name)


def rounds_of(hall: Hall, name: str) -> Answer:
    """Return the rounds of a federation as an answer."""
    member, found = hall.joining.member(name), hall.federating.rounds(name)
    rows = [
        [
            row.number + 1,
            _score(row.consensus),
            _score(row.own),
            "-" if row.loss is None else f"{row.loss:.4f}",
            f"{row.seconds / 60:.1f}",
            _size(row.sent),
            _size(row.received),
            "-" if row.epsilon is None else epsilon_words(row.epsilon),
            row.note or "-",
        ]
        for row in found
    ]
    lines = table(["round", "Dice", "own Dice", "loss", "minutes", "sent", "received", "epsilon", "note"], rows)
    plain = {"federation": member.plan.id, "rounds": [to_plain(row) for row in found]}
    return Answer(plain, lines or ["No round has begun yet."], done=1)


def _score(scores: Mapping[str, float]) -> str:
    return f"{scores['mean']:.3f}" if "mean" in scores else "-"


def ledger(hall: Hall, options: argparse.Namespace, voice: Voice) -> Answer:
    """List what left and came, by kind; the whole to a file where asked for."""
    member, lines = hall.joining.member(options.name), hall.federating.ledger(options.name)
    sums: dict[tuple[str, str], tuple[int, int]] = {}
    for line in lines:
        count, size = sums.get((line["way"], line["kind"]), (0, 0))
        sums[line["way"], line["kind"]] = (count + 1, size + line["size"])
    rows = [[way, kind, count, _size(size)] for (way, kind), (count, size) in sorted(sums.items())]
    plain = {
        "federation": member.plan.id,
        "sent_bytes": sum(line["size"] for line in lines if line["way"] == "sent"),
        "received_bytes": sum(line["size"] for line in lines if line["way"] == "received"),
        "messages": len(lines),
    }
    if options.to:
        target = options.to.expanduser().absolute()
        hall.federating.export_ledger(options.name, target)
        plain["file"] = str(target)
    return Answer(plain, table(["", "message", "times", "in all"], rows) or ["Nothing has left this site."], done=1)
