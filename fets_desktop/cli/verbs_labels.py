"""The verb split."""

import argparse
from typing import Any

from fets_desktop.app.hall import Hall
from fets_desktop.cli.answer import Answer
from fets_desktop.cli.voice import Voice
from fets_desktop.study.case import Stage
from fets_desktop.study.plain import to_plain
from fets_desktop.study.split import Split


def split(hall: Hall, options: argparse.Namespace, voice: Voice) -> Answer:
    """Show the split; take it in, or draw it where there is none, where cases have no side, or where asked for."""
    lines: list[str] = []
    plain: dict[str, Any] = {}
    if options.source:
        taken = hall.splitting.read(options.source.expanduser().absolute())
        lines.append(f"{taken.given} cases got their side from the files; {taken.unknown} names are not known here.")
        plain = {"given": taken.given, "unknown": taken.unknown}
    known = hall.splitting.current()
    waiting = _without_side(hall, known)
    asked = options.fraction is not None or options.seed is not None
    frozen = hall.splitting.frozen_by()
    if asked or (waiting and not options.source and not (frozen and known)):
        known, waiting, frozen = hall.splitting.draw(options.fraction, options.seed), set(), ()
    if known is None:
        known = hall.splitting.draw()
    if waiting:
        why = f"the split is frozen while {', '.join(frozen)} goes on" if frozen else "draw the split to give them one"
        lines.append(f"Approved cases without a side: {len(waiting)}; {why}.")
    if options.to:
        plain["files"] = [str(file) for file in hall.splitting.write(options.to.expanduser().absolute())]
    return Answer({**_split_plain(hall, known), **plain}, [*lines, *_split_words(hall, known)])


def _without_side(hall: Hall, known: Split | None) -> set[str]:
    sided = {*known.train, *known.validation} if known else set()
    return {case.id for case in hall.cases.all() if case.stage is Stage.APPROVED} - sided


def _split_plain(hall: Hall, split: Split) -> dict[str, Any]:
    train, validation = hall.splitting.both_sides()
    return {
        "train": list(split.train),
        "validation": list(split.validation),
        "fraction": split.fraction,
        "seed": split.seed,
        "sides": {"train": to_plain(train), "validation": to_plain(validation)},
        "frozen_by": list(hall.splitting.frozen_by()),
    }


def _split_words(hall: Hall, split: Split) -> list[str]:
    lines = []
    for title, names, side in zip(
        ("Training", "Validation"), (split.train, split.validation), hall.splitting.both_sides(), strict=True
    ):
        volume = "" if side.median_ml is None else f"; median whole tumour {side.median_ml:.1f} ml"
        scanners = ", ".join(f"{name or 'scanner unknown'} {count}" for name, count in side.scanners.items())
        patients = f"{side.patients} patients: {scanners}{volume}" if side.patients else "no patient"
        lines += [f"{title} ({len(names)}): {', '.join(names) or 'none'}", f"  {patients}"]
    return lines
