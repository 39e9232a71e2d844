"""Federations founded here, and models that are published, in memory."""

from pathlib import Path
from types import SimpleNamespace

from fets_desktop.app.federation.publishing import TASK, Chosen
from fets_desktop.app.federation.watching import Owned
from fets_desktop.study.errors import StudyError
from tests.ui.fake_federation import PLAN

FOLDER = Path("/fed")


def status_of(rounds: int, state: str = "running") -> dict:
    """What the server of a federation with four sites has told after so many rounds."""
    history = [
        {
            "round": number,
            "done": ["north", "south", "east", "west"][: 4 - number % 2],
            "late": ["west"] * (number % 2),
            "refused": {},
            "metrics": {
                "aggregated_model_validation": {"mean": 0.5 + 0.02 * number},
                "outside_validation": {"mean": 0.45 + 0.015 * number},
            },
            "seconds": 300.0 + number,
        }
        for number in range(rounds)
    ]
    sites = [
        {
            "site": site,
            "role": "validates" if site == "west" else "trains",
            "certificate": site != "east",
            "last_contact": "2026-11-29T20:00:00+00:00" if site != "east" else "",
            "done": site == "north",
            "refused": "The update is far larger than the round's median." if site == "south" else "",
        }
        for site in ("north", "south", "east", "west")
    ]
    return {
        "federation": PLAN.id,
        "name": PLAN.name,
        "state": state,
        "told": "2026-11-29T20:01:00+00:00",
        "round": rounds,
        "rounds": PLAN.rounds,
        "best_score": 0.6,
        "database_bytes": 1 << 20,
        "certificate_days_left": 300,
        "sites": sites,
        "history": history,
        "refusals": [{"site": "south", "round": 1, "why": "far larger"}],
    }


class FakeOwner:
    """Stands for `hall.watching` and `hall.publishing`."""

    def __init__(self, hall: object) -> None:
        self._hall = hall
        self.owned: list[Owned] = []
        self.best: int | None = None
        self.model, self.precision = "", "int8"
        self.started: list[tuple[int, Path | None]] = []

    def folders(self) -> list[Path]:
        return [owned.folder for owned in self.owned]

    def look(self, folder: Path) -> Owned:
        return next(owned for owned in self.owned if owned.folder == folder)

    def best_of_folder(self, folder: Path) -> Chosen:
        return self.best_of_site("")

    def best_of_site(self, name: str) -> Chosen:
        if self.best is None:
            raise StudyError("federation-round", "No round was scored yet; name one.")
        why = "the training sites' mean Dice on their validation cases"
        return Chosen(PLAN, self.best, Path("/fed/models/round-003.safetensors"), why)

    def published(self, chosen: Chosen) -> SimpleNamespace | None:
        card = SimpleNamespace(precision=self.precision)
        return SimpleNamespace(id=self.model, card=card) if self.model else None

    def start(self, chosen: Chosen, cases: Path | None) -> str:
        if self.best == 13:
            raise StudyError("too-few-cases", "There is no case left to score on.")
        self.started.append((chosen.number, cases))
        return str(self._hall._jobs(TASK, f"Publishing round {chosen.number}", [""])[0])  # type: ignore[attr-defined]
