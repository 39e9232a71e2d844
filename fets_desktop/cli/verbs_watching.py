"""The verbs federation status and aggregator status: where a federation stands, once or with every change."""

import argparse
import time
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from fets_desktop.app.federation.status import federation_status
from fets_desktop.app.federation.watching import following
from fets_desktop.app.hall import Hall
from fets_desktop.cli.answer import Answer, table
from fets_desktop.cli.voice import Voice

_SOON_DAYS = 30


def status(hall: Hall, options: argparse.Namespace, voice: Voice) -> Answer:
    """Tell where a federation stands."""
    return told(options.folder, voice, follow=options.follow)


def told(folder: Path, voice: Voice, *, follow: bool) -> Answer:
    """Return where a federation stands.

    Args:
        folder: Of the federation.
        voice: Hears every change on the way, where it is followed.
        follow: Whether to wait until the server has ended or stopped.
    """
    found = federation_status(folder)
    if follow:
        for found in following(folder, _wait):
            voice.progress(min(1.0, found["round"] / found["rounds"]), _in_a_line(found))
    return _answer(found)


def _wait(seconds: float) -> bool:
    time.sleep(seconds)
    return False


def _in_a_line(status: Mapping[str, Any]) -> str:
    here = [one["site"] for one in status["sites"] if one["done"]]
    reported = f"; this round has {', '.join(here)}" if here else ""
    best = status["best_score"]
    score = f"; best Dice so far {best:.3f}" if best is not None and best >= 0 else ""
    return (
        f"{status['state']}, round {min(status['round'] + 1, status['rounds'])} of {status['rounds']}{reported}{score}"
    )


def _answer(status: Mapping[str, Any]) -> Answer:
    rows = [
        [
            one["site"],
            one["role"],
            "yes" if one["certificate"] else "no",
            one["last_contact"] or "-",
            "done" if one["done"] else one["refused"] or "-",
        ]
        for one in status["sites"]
    ]
    history = [
        [
            row["round"] + 1,
            ", ".join(row["done"]),
            _mean(row, "aggregated_model_validation"),
            _mean(row, "outside_validation"),
            ", ".join([*row["late"], *row["refused"]]) or "-",
            row["seconds"],
        ]
        for row in status["history"]
    ]
    at = min(status["round"] + 1, status["rounds"])
    lines = [f"{status['name']}: {status['state']}, round {at} of {status['rounds']}."]
    if status["state"] == "silent":
        lines.append(f"Its server has said nothing since {status['told']}: it was cut off. Start it again.")
    if (days := status["certificate_days_left"]) < _SOON_DAYS:
        lines.append(f"The server's certificate is valid for {days} days: renew it with `federation renew`.")
    lines += table(["site", "part", "certificate", "last contact", "this round"], rows)
    lines += table(["round", "reported", "Dice", "Dice outside", "without", "seconds"], history)
    return Answer(dict(status), lines, done=1)


def _mean(row: Mapping[str, Mapping[str, Mapping[str, float]]], task: str) -> str:
    value = row["metrics"].get(task, {}).get("mean")
    return "-" if value is None else f"{value:.3f}"
