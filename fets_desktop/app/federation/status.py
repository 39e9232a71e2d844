"""Where a federation stands, as its owner's folder tells it: the plan, and what the server wrote."""

import json
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from fets_desktop.federate import pki
from fets_desktop.federate.invitation import check_plan
from fets_desktop.federate.server.record import REFUSALS, ROUNDS, STATUS, read_lines
from fets_desktop.study.errors import StudyError
from fets_desktop.study.federation import Plan
from fets_desktop.study.plain import from_plain

_SILENT_S = 30.0
"""A server that runs says so about every second."""


def read_plan(folder: Path) -> Plan:
    """Return the plan of a federation's folder.

    Raises:
        StudyError: "federation-folder".
    """
    try:
        plan = from_plain(Plan, json.loads((folder / "plan.json").read_bytes()))
    except (OSError, ValueError, TypeError, RecursionError):
        raise StudyError("federation-folder", "It holds no plan.") from None
    check_plan(plan)
    return plan


def federation_status(folder: Path) -> dict[str, Any]:
    """Return where a federation stands: the server's last word, every round, every refusal, each site's part.

    Raises:
        StudyError: "federation-folder".
    """
    plan = read_plan(folder)
    told = next(iter(read_lines(folder / STATUS)), {})
    contacts = told.get("contacts", {})
    certified = {path.stem for path in (folder / "certificates").glob("*.pem")}
    return {
        "federation": plan.id,
        "name": plan.name,
        "state": _state(told),
        "told": told.get("time", ""),
        "round": told.get("round", 0),
        "rounds": plan.rounds,
        "best_score": told.get("best_score"),
        "database_bytes": told.get("database_bytes", 0),
        "certificate_days_left": pki.days_left((folder / "server.pem").read_bytes(), datetime.now(UTC)),
        "sites": [
            {
                "site": site,
                "role": str(plan.role(site)),
                "certificate": site in certified,
                "last_contact": contacts.get(site, ""),
                "done": site in told.get("done", ()),
                "refused": told.get("refused", {}).get(site, ""),
            }
            for site in plan.sites
        ],
        "history": read_lines(folder / ROUNDS),
        "refusals": read_lines(folder / REFUSALS),
    }


def _state(told: dict[str, Any]) -> str:
    """Return what a server said of itself; one that says nothing any more was cut off, whatever its last word."""
    state = str(told.get("state", "not started"))
    if state == "running" and (datetime.now(UTC) - datetime.fromisoformat(told["time"])).total_seconds() > _SILENT_S:
        return "silent"
    return state
