"""What a site's cases are in a federation, and how scoring and training on them are asked of a worker."""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from fets_desktop.app.choices import Choices
from fets_desktop.app.federation.bench import Bench
from fets_desktop.app.pace import cores
from fets_desktop.app.training import approved_case, folder_cases, sides
from fets_desktop.federate.round_work import Fitted
from fets_desktop.store.workspace import Workspace
from fets_desktop.study.errors import StudyError
from fets_desktop.study.federation import Member, Role, Scores
from fets_desktop.study.plain import to_plain
from fets_desktop.study.split import draw_split


@dataclass(frozen=True)
class Cases:
    """A site's cases as a worker takes them; plain values."""

    train: list[dict[str, Any]]
    validation: list[dict[str, Any]]


def cases_of(workspace: Workspace, member: Member, folder: Path | None = None) -> Cases:
    """Return the cases of a site: those of the split, or of a folder for a node without approved cases of its own.

    A site that only validates scores on all of them.

    Raises:
        StudyError: "too-few-cases", "no-images".
    """
    if folder is not None:
        everyone = {case["case"]: case for case in folder_cases(folder)}
        split = draw_split({name: name for name in everyone})
        found = Cases([everyone[name] for name in split.train], [everyone[name] for name in split.validation])
    else:
        train, validation = sides(workspace)
        found = Cases(
            [approved_case(workspace, name) for name in train], [approved_case(workspace, name) for name in validation]
        )
    if member.plan.role(member.site) is Role.VALIDATES:
        return Cases([], [*found.train, *found.validation])
    if not found.train:
        raise StudyError("too-few-cases", "No approved case is on the training side.")
    return found


def threads_for_rounds(choices: Choices) -> int:
    """Return on how many cores a federation may work; 0 for all."""
    share, chosen = choices.get("federation.share"), choices.get("jobs.threads")
    most: int = 0 if share == 100 else max(1, cores() * share // 100)
    return min(filter(None, (most, chosen)), default=0)


class Worker:
    """Scores and trains for a collaborator's thread.

    Args:
        bench: Takes the work.
        member: Whose part it is.
        cases: What it is worked on.
        folder: Where the worker keeps ready cases and checkpoints.
        device: To train on.
        threads: Tells on how many cores to work, 0 for all; asked before every task.
        spent: Tells the noise of every update that left so far.
    """

    def __init__(
        self,
        bench: Bench,
        member: Member,
        cases: Cases,
        folder: Path,
        device: str,
        threads: Callable[[], int],
        spent: Callable[[], list[float]] = list,
    ) -> None:
        self._bench, self._member, self._cases, self._folder = bench, member, cases, folder
        self._device, self._threads, self._spent = device, threads, spent

    @property
    def _common(self) -> dict[str, Any]:
        return {"device": self._device, "threads": self._threads(), "folder": str(self._folder)}

    def score(self, weights: Path, number: int) -> Scores:
        """See `federate.round_work.Score`."""
        if not self._cases.validation:
            return Scores({}, 0)
        arguments = {**self._common, "what": "score", "weights": str(weights), "cases": self._cases.validation}
        found = self._bench.work(self._member.plan.id, f"Scoring round {number + 1}", {**arguments, "round": number})
        return Scores(dict(found["dice"]), int(found["cases"]))

    def fit(self, weights: Path, number: int, target: Path) -> Fitted:
        """See `federate.round_work.Fit`."""
        plan, privacy = self._member.plan, self._member.privacy
        arguments = {
            **self._common,
            "what": "fit",
            "weights": str(weights),
            "target": str(target),
            "cases": self._cases.train,
            "round": number,
            "learning": to_plain(plan.learning),
            "tensors": to_plain(plan.tensors),
            "privacy": to_plain(privacy),
            "spent": self._spent() if privacy else [],
        }
        found = self._bench.work(self._member.plan.id, f"Training round {number + 1}", arguments)
        if privacy is None:
            return Fitted(target, float(found["loss"]), int(found["cases"]))
        return Fitted(
            target,
            float(found["loss"]),
            int(found["cases"]),
            target.with_name(found["sent"]),
            privacy.noise,
            found["epsilon"],
            found["told"],
        )
