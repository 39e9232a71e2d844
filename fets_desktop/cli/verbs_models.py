"""The verbs models and verify."""

import argparse
import json
from collections.abc import Callable, Mapping
from pathlib import Path
from textwrap import shorten
from types import MappingProxyType
from typing import Any

from fets_desktop.app.gate_words import gate_in_words, gate_of
from fets_desktop.app.hall import Hall
from fets_desktop.app.models import WEIGHTS_SUFFIX
from fets_desktop.app.shipped import shipped
from fets_desktop.cli.answer import Answer, Refusal, table
from fets_desktop.cli.voice import Voice
from fets_desktop.study.errors import StudyError

Deed = Callable[[Hall, argparse.Namespace, Voice, Answer], str]
"""Does what is asked with a model and returns the id of the model to show, "" for none."""


def models(hall: Hall, options: argparse.Namespace, voice: Voice) -> Answer:
    """List the registry, show a card, take a model in or copy one out, choose, check, retire or quantize one."""
    answer = Answer()
    if options.what == "list":
        return _list_models(hall)
    if options.what == "signers":
        return _signers(hall)
    if options.what == "verify":
        return _verify_models(hall, options, voice)
    if not options.model:
        raise StudyError("wrong-usage", f"Name a model: models {options.what} MODEL.")
    name = _DEEDS[options.what](hall, options, voice, answer)
    if not name:
        return answer
    model = plain_model(hall, hall.models.get(name).id)
    answer.plain["models"] = [model]
    answer.lines += [f"{key}: {value if isinstance(value, str) else json.dumps(value)}" for key, value in model.items()]
    return answer


def _show(hall: Hall, options: argparse.Namespace, voice: Voice, answer: Answer) -> str:
    return str(options.model)


def _import(hall: Hall, options: argparse.Namespace, voice: Voice, answer: Answer) -> str:
    file = Path(options.model).expanduser()
    if not file.exists():
        file = shipped().get(options.model, file)
    card = options.card.expanduser() if options.card is not None else None
    job = hall.model_checks.start_import(file, options.trust or "", card)
    view = hall.jobs.wait([job], voice.progress)[0]
    if not answer.judge(view, hall.jobs.error(job), file.name):
        return ""
    doubts = hall.model_checks.doubts(job)
    answer.plain["doubts"] = doubts
    answer.lines += doubts
    return hall.model_checks.imported(job)


def _export(hall: Hall, options: argparse.Namespace, voice: Voice, answer: Answer) -> str:
    if options.to is None:
        raise StudyError("wrong-usage", "Say where to: models export MODEL --to FILE.")
    file = hall.models.export_file(options.model, options.to.expanduser().absolute())
    # what training can go on from lies beside it, where this computer has it
    answer.plain["files"] = [str(path) for path in (file, file.with_suffix(WEIGHTS_SUFFIX)) if path.exists()]
    return str(options.model)


def _use(hall: Hall, options: argparse.Namespace, voice: Voice, answer: Answer) -> str:
    hall.models.make_current(options.model)
    return str(options.model)


def _sign(hall: Hall, options: argparse.Namespace, voice: Voice, answer: Answer) -> str:
    return hall.models.sign(options.model).id


def _retire(hall: Hall, options: argparse.Namespace, voice: Voice, answer: Answer) -> str:
    return hall.models.retire(options.model).id


def _restore(hall: Hall, options: argparse.Namespace, voice: Voice, answer: Answer) -> str:
    return hall.models.restore(options.model).id


def _trust(hall: Hall, options: argparse.Namespace, voice: Voice, answer: Answer) -> str:
    hall.models.signing.trust(options.model, options.name)
    _tell_signers(hall, answer)
    return ""


def _distrust(hall: Hall, options: argparse.Namespace, voice: Voice, answer: Answer) -> str:
    hall.models.signing.forget(options.model)
    _tell_signers(hall, answer)
    return ""


def _quantize(hall: Hall, options: argparse.Namespace, voice: Voice, answer: Answer) -> str:
    folder = None if options.cases == "approved" else Path(options.cases).expanduser()
    job = hall.quantizing.start(options.model, folder, control=options.control)
    view = hall.jobs.wait([job], voice.progress)[0]
    if not answer.judge(view, hall.jobs.error(job), ""):
        return ""
    made = hall.quantizing.result(job)
    answer.plain |= {"model": made["model"], "passed": made["passed"], "gate": gate_of(made["scores"])}
    answer.lines.append(gate_in_words(answer.plain["gate"], passed=made["passed"]))
    return str(made["model"])


_DEEDS: Mapping[str, Deed] = MappingProxyType(
    {
        "show": _show,
        "import": _import,
        "export": _export,
        "use": _use,
        "sign": _sign,
        "retire": _retire,
        "restore": _restore,
        "trust": _trust,
        "distrust": _distrust,
        "quantize": _quantize,
    }
)


def _list_models(hall: Hall) -> Answer:
    every = [plain_model(hall, model.id) for model in hall.models.all()]
    rows = [
        [
            "*" if m["current"] else "retired" if m["retired"] else "",
            m["id"],
            m["kind"],
            m["created"],
            _signed_in_words(hall, m["origin"], m["signer"]),
            shorten(m["training_data"], 60, placeholder=" ..."),
        ]
        for m in every
    ]
    offered = [one.name for one in hall.models.offered()]
    lines = table(["", "model", "kind", "created", "signed", "trained on"], rows)
    if offered:
        lines.append(f"Ships, too, and is taken in by its name (models import NAME): {', '.join(offered)}.")
    return Answer({"models": every, "offered": offered}, lines)


def _signed_in_words(hall: Hall, origin: str, signer: str) -> str:
    if not signer:
        return "ships with the program" if origin == "shipped" else "no"
    return f"by {hall.models.signing.name_of(signer)}"


def _signers(hall: Hall) -> Answer:
    answer = Answer()
    _tell_signers(hall, answer)
    return answer


def _tell_signers(hall: Hall, answer: Answer) -> None:
    own = hall.models.signing.own_fingerprint()
    known = hall.models.signing.known()
    answer.plain |= {
        "own": own,
        "signers": [{"fingerprint": s.fingerprint, "name": s.name, "since": s.since} for s in known],
    }
    answer.lines.append(f"This site signs as {own}." if own else "This site has not signed anything yet.")
    answer.lines += table(["trusted signer", "name", "since"], [[s.fingerprint, s.name or "-", s.since] for s in known])


def _verify_models(hall: Hall, options: argparse.Namespace, voice: Voice) -> Answer:
    """Check files, signatures and networks against their cards: one model, or all."""
    names = [hall.models.get(options.model).id] if options.model else [model.id for model in hall.models.all()]
    answer = Answer()
    jobs = hall.model_checks.start(names)
    views = hall.jobs.wait(jobs, voice.progress)
    rows = []
    for name, view in zip(names, views, strict=True):
        ok = answer.judge(view, hall.jobs.error(view.id), name)
        fault = "" if ok else answer.refusals[-1].detail
        rows.append({**plain_model(hall, name), "ok": ok, "fault": fault, "doubts": hall.model_checks.doubts(view.id)})
    answer.plain = {"models": rows}
    shown = [
        [r["id"], "whole" if r["ok"] else r["fault"], _signed_in_words(hall, r["origin"], r["signer"])] for r in rows
    ]
    answer.lines = table(["model", "file, network and card", "signed"], shown)
    answer.lines += [f"{row['id']}: {doubt}" for row in rows for doubt in row["doubts"]]
    return answer


def plain_model(hall: Hall, name: str) -> dict[str, Any]:
    """Return a model's card as JSON values."""
    model = hall.models.get(name)
    card = model.card
    return {
        "id": model.id,
        "sha256": model.sha256,
        "kind": f"{card.family} {card.precision}".strip(),
        "scores": dict(card.scores),
        "gate": gate_of(card.scores),
        "lineage": dict(card.lineage),
        "name": card.name,
        "version": card.version,
        "current": model.current,
        "retired": model.retired,
        "origin": model.origin,
        "signer": model.signer,
        "parent": str(card.lineage.get("parent", "")),
        "created": card.created or model.created,
        "inputs": list(card.inputs),
        "outputs": list(card.outputs),
        "training_data": card.training_data,
        "limits": card.limits,
        "licence": card.licence,
        "file": str(model.path),
    }


def verify(hall: Hall, options: argparse.Namespace, voice: Voice) -> Answer:
    """Check every stored file, the audit's chain and the records."""
    report = hall.auditing.verify()
    words = "Everything is as it was written" if report.ok else f"{len(report.faults)} faults were found"
    answer = Answer(
        {"ok": report.ok, "checked": report.checked, "faults": list(report.faults)},
        [f"{words}: {report.checked} files and records were checked."],
    )
    answer.refusals = [Refusal.of(StudyError("damaged-workspace", fault)) for fault in report.faults]
    return answer
