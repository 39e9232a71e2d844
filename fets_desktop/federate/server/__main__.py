"""Serve one federation: `python -m fets_desktop.federate.server FOLDER`, in OpenFL's environment.

It says one line of JSON on standard output when it listens, and ends on SIGTERM, Ctrl-C, or when all is done; with
`--attended` also when its standard input does, that is when whoever started it is gone. What OpenFL says goes to
`server.log` in the folder.
"""

import argparse
import json
import logging
import os
import signal
import sys
import threading
from logging.handlers import RotatingFileHandler
from pathlib import Path
from typing import Any

from fets_desktop.federate import wire
from fets_desktop.federate.server.door import Door, open_door, serve
from fets_desktop.federate.server.engine import GuardedAggregator
from fets_desktop.federate.server.record import Record
from fets_desktop.federate.squeeze import squeezed
from fets_desktop.federate.tensors import TensorFile, model_sha256
from fets_desktop.study.federation import Plan
from fets_desktop.study.plain import from_plain

_NAME = "fets-desktop-aggregator"
"""What it is called where it is installed."""
_LOG_BYTES = 4 << 20
_STDIN = 0
_LEAVE_S = 15.0
"""So long it may take to leave politely when nobody attends it any more."""


def main() -> int:
    """Serve, and return the exit status."""
    parser = argparse.ArgumentParser(prog=_NAME, description=__doc__)
    parser.add_argument("folder", type=Path, help="of the federation")
    parser.add_argument("--listen", default="", help="address:port; of the plan if not given")
    parser.add_argument("--linger", type=float, default=3600.0, metavar="S", help="seconds to stay after the end")
    parser.add_argument("--attended", action="store_true", help="end when standard input does")
    options = parser.parse_args()
    folder: Path = options.folder
    plan = _plan_of(folder)
    _log_to(folder / "server.log")
    stop = threading.Event()
    for number in (signal.SIGTERM, signal.SIGINT):
        signal.signal(number, lambda *_: stop.set())
    if options.attended:
        threading.Thread(target=_attend, args=(stop,), daemon=True).start()
    begin(folder, plan)
    record = Record(folder, plan)
    aggregator = GuardedAggregator(plan, folder, record)
    door = Door(aggregator)
    listen = options.listen or f"[::]:{plan.server.rpartition(':')[2]}"
    try:
        server, port = open_door(door, listen, folder)
    except RuntimeError as error:
        print(json.dumps({"error": f"The port cannot be used: {error}."}), flush=True)
        return 4
    print(json.dumps({"listening": port, "round": aggregator.round_number}), flush=True)
    serve(door, server, stop, options.linger, lambda: record.write_status(_status(door, folder, stop)))
    return 0


def _plan_of(folder: Path) -> Plan:
    """Return the plan in a folder.

    Raises:
        SystemExit: If there is none.
    """
    try:
        return from_plain(Plan, json.loads((folder / "plan.json").read_bytes()))
    except (OSError, ValueError, TypeError):
        words = "There is no plan that could be read. Choose the folder that `fets-desktop federation new` made."
        print(json.dumps({"error": words}), flush=True)
        sys.exit(4)


def begin(folder: Path, plan: Plan) -> None:
    """Write the initial model as OpenFL reads it, once.

    Raises:
        SystemExit: If it is not the one that the plan names.
    """
    target = folder / "state" / "initial.pbuf"
    if target.exists():
        return
    target.parent.mkdir(mode=0o700, exist_ok=True)
    with TensorFile(folder / "initial.safetensors") as weights:
        if model_sha256((tensor.name, weights.get(tensor.name)) for tensor in plan.tensors) != plan.initial_sha256:
            print(json.dumps({"error": "initial.safetensors is not the initial model of the plan."}), flush=True)
            sys.exit(4)
        part = target.with_suffix(".part")
        with part.open("wb") as file:
            for piece in wire.model(squeezed(plan, 0, weights, None)):
                file.write(piece)
        part.replace(target)


def _attend(stop: threading.Event) -> None:
    """Stop when nobody is left who could write to standard input; a server that cannot leave politely is ended."""
    while os.read(_STDIN, 1 << 10):
        pass
    stop.set()
    threading.Event().wait(_LEAVE_S)
    os._exit(1)


def _status(door: Door, folder: Path, stop: threading.Event) -> dict[str, Any]:
    aggregator, plan = door.aggregator, door.aggregator.plan
    over = aggregator.round_number > plan.rounds
    database = folder / "state" / "tensor.db"
    return {
        "state": "ended" if over else "stopped" if stop.is_set() else "running",
        "round": aggregator.round_number,
        "rounds": plan.rounds,
        "done": list(aggregator.collaborators_done),
        "refused": dict(aggregator.refused),
        "contacts": dict(door.contacts),
        "best_score": aggregator.best_model_score,
        "database_bytes": database.stat().st_size if database.exists() else 0,
    }


def _log_to(path: Path) -> None:
    writer = RotatingFileHandler(path, maxBytes=_LOG_BYTES, backupCount=3)
    writer.setFormatter(logging.Formatter("%(asctime)s %(levelname)s %(name)s %(message)s"))
    logging.basicConfig(level=logging.INFO, handlers=[writer], force=True)


if __name__ == "__main__":
    sys.exit(main())
