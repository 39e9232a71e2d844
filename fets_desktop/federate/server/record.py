"""What the server tells its owner: every round and refusal, the models, and where it stands."""

import json
import os
from collections.abc import Mapping
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from fets_desktop.federate.tensors import Floats, writing
from fets_desktop.imaging.disk import write_whole
from fets_desktop.study.federation import Plan

STATUS, ROUNDS, REFUSALS = "status.json", "rounds.jsonl", "refusals.jsonl"


class Record:
    """Writes into the federation's folder.

    Args:
        folder: Of the federation.
        plan: Its plan.
    """

    def __init__(self, folder: Path, plan: Plan) -> None:
        self._folder = folder
        self._plan = plan
        (folder / "models").mkdir(mode=0o700, exist_ok=True)

    def rounds(self) -> list[dict[str, Any]]:
        """Return the rounds that have ended."""
        return read_lines(self._folder / ROUNDS)

    def add_round(self, row: Mapping[str, Any]) -> None:
        """Note a round that has ended."""
        self._append(ROUNDS, row)

    def add_refusal(self, site: str, number: int, words: str) -> None:
        """Note that something was not taken."""
        self._append(REFUSALS, {"site": site, "round": number, "why": words})

    def _append(self, name: str, row: Mapping[str, Any]) -> None:
        with (self._folder / name).open("ab") as file:
            file.write(json.dumps({"time": now(), **row}).encode() + b"\n")
            file.flush()
            os.fsync(file.fileno())

    def keep_model(self, number: int, tensors: Mapping[str, Floats]) -> None:
        """Keep the consensus of a round, where the plan says so; one that is kept stays."""
        path = model_path(self._folder, number)
        if self._plan.keep_models and not path.exists():
            with writing(path, self._plan.tensors) as sink:
                for tensor in self._plan.tensors:
                    sink.add(tensor.name, tensors[tensor.name])

    def write_status(self, status: Mapping[str, Any]) -> None:
        """Say where the server stands."""
        write_whole(self._folder / STATUS, json.dumps({"time": now(), **status}).encode())


def model_path(folder: Path, number: int) -> Path:
    """Return where the consensus of a round is kept."""
    return folder / "models" / f"round-{number:03d}.safetensors"


def read_lines(path: Path) -> list[dict[str, Any]]:
    """Return the lines of a record; one that a power cut broke off is left out."""
    if not path.exists():
        return []
    found = []
    for line in path.read_bytes().split(b"\n"):
        try:
            found.append(dict(json.loads(line)))
        except ValueError:
            continue
    return found


def now() -> str:
    """Return the time, ISO 8601 in UTC."""
    return datetime.now(UTC).isoformat(timespec="seconds")
