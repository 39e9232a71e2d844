"""The verb pacs: the hospital's network from the command line."""

import argparse
import os
from collections.abc import Callable, Mapping
from dataclasses import replace
from pathlib import Path
from types import MappingProxyType
from typing import Any

from fets_desktop.app.hall import Hall
from fets_desktop.app.nodes import PASSWORD_VARIABLE
from fets_desktop.app.receiving import Received
from fets_desktop.cli.answer import Answer, Refusal, table
from fets_desktop.cli.onward import begin, finish, going_on
from fets_desktop.cli.voice import Voice
from fets_desktop.study.errors import StudyError
from fets_desktop.study.node import FetchBy, FoundStudy, Node, NodeKind, Query, parse_guests
from fets_desktop.study.plain import to_plain
from fets_desktop.study.progress import Progress, part

_ASK_SHARE, _FETCH_SHARE = 0.05, 0.6


def pacs(hall: Hall, options: argparse.Namespace, voice: Voice) -> Answer:
    """Do one thing with the hospital's network."""
    return _ACTIONS[options.what](hall, options, voice)


def _nodes(hall: Hall, _options: argparse.Namespace, _voice: Voice) -> Answer:
    known = hall.nodes.all()
    rows = [(n.name, n.kind, n.place, n.their_ae, n.our_ae, "own" if n.own else "") for n in known]
    lines = table(("name", "kind", "where", "its AE", "our AE", ""), rows) or ["No PACS is entered."]
    return Answer({"nodes": [to_plain(node) for node in known]}, lines, done=1)


def _add(hall: Hall, options: argparse.Namespace, _voice: Voice) -> Answer:
    name = _named(options)
    known = next((node.name for node in hall.nodes.all() if node.name == name), "")
    password = os.environ.get(PASSWORD_VARIABLE)
    secret = {"password": password} if password and options.user else {}
    kept = hall.nodes.put(_node(options, name), secret, instead_of=known)
    lines = [f"{name}: entered."]
    if not kept:
        lines.append("This computer has no place for its password: give it in the environment each time.")
    return Answer({"nodes": [to_plain(hall.nodes.get(name))]}, lines, done=1)


def _node(options: argparse.Namespace, name: str) -> Node:
    shared = Node(
        name,
        our_ae=options.our_ae,
        own=options.own,
        timeout_s=options.wait,
        ca_file=_whole(options.ca),
        cert_file=_whole(options.cert),
        key_file=_whole(options.key),
    )
    if options.url:
        return replace(shared, kind=NodeKind.DICOMWEB, url=options.url, user=options.user)
    return replace(
        shared,
        host=options.host,
        port=options.port or 104,
        their_ae=options.ae,
        tls=options.tls,
        fetch_by=FetchBy(options.by),
    )


def _door_files(options: argparse.Namespace) -> dict[str, str] | None:
    """Return the certificates with which what is sent here must come, None if the settings count."""
    return {kind: _whole(getattr(options, kind)) for kind in ("cert", "key", "ca")} if options.tls else None


def _whole(file: Path | None) -> str:
    return str(file.expanduser().absolute()) if file else ""


def _remove(hall: Hall, options: argparse.Namespace, _voice: Voice) -> Answer:
    hall.nodes.remove(_named(options))
    return Answer({"nodes": [to_plain(node) for node in hall.nodes.all()]}, [f"{options.node}: removed."], done=1)


def _echo(hall: Hall, options: argparse.Namespace, voice: Voice) -> Answer:
    names = [options.node] if options.node else [node.name for node in hall.nodes.all()]
    if not names:
        raise StudyError("pacs-unknown", "No PACS is entered.")
    answer = Answer()
    for name in names:
        with answer.trying(name):
            _done(hall, hall.pacs.echo(hall.nodes.get(name)), voice.progress)
            answer.done += 1
            answer.lines.append(f"{name}: answers.")
    refused = {refusal.name for refusal in answer.refusals}
    answer.plain = {"nodes": [{"name": name, "answers": name not in refused} for name in names]}
    return answer


def _find(hall: Hall, options: argparse.Namespace, voice: Voice) -> Answer:
    job = hall.pacs.find(_named(options), _query(options))
    _done(hall, job, voice.progress)
    if options.study:
        series = hall.pacs.series(job)
        rows: list[tuple[object, ...]] = [(s.number, s.modality, s.description, s.images, s.series) for s in series]
        lines = table(("no", "kind", "description", "images", "UID"), rows)
        return Answer({"series": [to_plain(one) for one in series]}, lines, done=1)
    studies = hall.pacs.studies(job)
    return Answer({"studies": [to_plain(one) for one in studies]}, _study_lines(studies), done=1)


def _study_lines(studies: tuple[FoundStudy, ...]) -> list[str]:
    rows = [
        (s.patient_id, s.patient_name, s.date, "/".join(s.modalities), s.description, s.images, s.study)
        for s in studies
    ]
    heads = ("patient", "name", "date", "kinds", "description", "images", "UID")
    return table(heads, rows) or ["Nothing was found."]


def _get(hall: Hall, options: argparse.Namespace, voice: Voice) -> Answer:
    """Fetch one study, or every study that matches; what came goes on by itself if that is wanted."""
    name = _named(options)
    begin(hall, options)
    wanted = [options.study]
    if not options.study:
        asked = hall.pacs.find(name, _query(options))
        _done(hall, asked, part(voice.progress, 0.0, _ASK_SHARE))
        wanted = [one.study for one in hall.pacs.studies(asked)]
        if not wanted:
            raise StudyError("pacs-empty")
    answer = Answer({"received": []})
    progress = going_on(hall, options, voice.progress)
    for number, study in enumerate(wanted):
        hall.forecast.expect(len(wanted) - number - 1)
        share = part(progress, number / len(wanted), (number + 1) / len(wanted))
        # a study's UID names a patient: the place in the list is the neutral name
        with answer.trying("" if len(wanted) == 1 else f"study {number + 1} of {len(wanted)}"):
            job = hall.pacs.get(name, study, options.series, options.port, _door_files(options))
            _done(hall, job, part(share, 0.0, _FETCH_SHARE))
            for one in hall.receiving.received(job):
                _import(hall, one, study, answer, part(share, _FETCH_SHARE, 1.0))
    finish(hall, options, (case for one in answer.plain["received"] for case in one["cases"]), answer, progress)
    return answer


def _listen(hall: Hall, options: argparse.Namespace, voice: Voice) -> Answer:
    allowed = _allowed(options.allow) if options.allow else None
    if allowed is None and not hall.receiving.guests():
        raise StudyError("pacs-settings", "Nobody may send here yet: enter a PACS, or give --allow.")
    job = hall.receiving.listen(
        options.port,
        options.ae,
        allowed,
        seconds=options.seconds,
        count=options.count,
        quiet_s=options.quiet_after,
        tls=_door_files(options),
    )
    _done(hall, job, voice.progress)
    answer = Answer({"received": []}, done=1)
    for one in hall.receiving.received(job):
        _import(hall, one, "", answer, voice.progress)
    answer.lines = answer.lines or ["Nothing came."]
    return answer


def _send(hall: Hall, options: argparse.Namespace, voice: Voice) -> Answer:
    """Send results of cases, each told on its own."""
    name = _named(options)
    if not options.cases:
        raise StudyError("wrong-usage", "`pacs send` needs the names of cases; see `cases`.")
    answer = Answer({"sent": []})
    for number, case in enumerate(options.cases):
        share = part(voice.progress, number / len(options.cases), (number + 1) / len(options.cases))
        with answer.trying(case):
            (export,) = hall.sending.start([case], name, options.kinds, identity=options.identity)
            _done(hall, export, part(share, 0.0, 0.6))
            answer.refusals += [Refusal.of(one.error, case) for one in hall.sending.not_made(export)]
            if not hall.sending.following(export):
                continue
            _done(hall, hall.sending.following(export), part(share, 0.6, 1.0))
            objects = hall.sending.sent(export)
            answer.plain["sent"].append({"case": case, "to": name, "objects": objects, "identity": options.identity})
            answer.lines.append(f"{case}: {objects} objects sent to {name}")
            answer.done += 1
    return answer


def _allowed(texts: list[str]) -> list[tuple[str, str]]:
    try:
        return [guest for text in texts for guest in parse_guests(text)]
    except ValueError as error:
        raise StudyError("wrong-usage", str(error)) from None


def _import(hall: Hall, one: Received, study: str, answer: Answer, progress: Progress) -> None:
    """Wait until what came is imported, and say which cases it became."""
    with answer.trying(f"from {one.sender}"):
        _done(hall, one.scan, part(progress, 0.0, 0.3))
        jobs = hall.importing.conversions(one.scan)
        for view in hall.jobs.wait(jobs, part(progress, 0.3, 1.0)):
            if view.state != "done":
                answer.judge(view, hall.jobs.error(view.id), view.case)
        report = hall.importing.last_report
        cases = list(report.cases) if report else []
        came: dict[str, Any] = {"from": one.sender, "images": one.images, "cases": cases}
        answer.plain["received"].append({**came, "study": study} if study else came)
        answer.lines.append(f"{one.images} images from {one.sender}: {', '.join(cases) or 'no case'}")
        answer.done += 1


def _query(options: argparse.Namespace) -> Query:
    return Query(
        patient_id=options.patient,
        patient_name=options.name,
        since=options.since,
        until=options.until,
        modality=options.modality,
        description=options.description,
        accession=options.accession,
        study=options.study,
    )


def _named(options: argparse.Namespace) -> str:
    if not options.node:
        raise StudyError("wrong-usage", f"`pacs {options.what}` needs the name of a PACS; see `pacs nodes`.")
    return str(options.node)


def _done(hall: Hall, job: str, progress: Progress) -> None:
    """Wait for a job.

    Raises:
        StudyError: Why it failed.
        RuntimeError: If that is a bug.
    """
    view = hall.jobs.wait([job], progress)[0]
    if error := hall.jobs.error(job):
        raise error
    if view.state != "done":
        raise RuntimeError(view.error or view.state)


Action = Callable[[Hall, argparse.Namespace, Voice], Answer]
_ACTIONS: Mapping[str, Action] = MappingProxyType(
    {
        "nodes": _nodes,
        "add": _add,
        "remove": _remove,
        "echo": _echo,
        "find": _find,
        "get": _get,
        "listen": _listen,
        "send": _send,
    }
)
