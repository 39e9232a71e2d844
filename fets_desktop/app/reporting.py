"""The report: what was done with a case at each step and how well, as one HTML file with its pictures beside it.

Nothing in it is claimed that was not measured: a score needs a truth to be measured against, and says which.
"""

import json
import shutil
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from fets_desktop import __version__
from fets_desktop.app.clock import now
from fets_desktop.app.models import Models
from fets_desktop.app.report_chapter import Chapter
from fets_desktop.app.report_page import Page
from fets_desktop.imaging.disk import known_disk_errors, write_whole
from fets_desktop.store.workspace import Workspace
from fets_desktop.study.labels import REGIONS

NOT_FOR_DIAGNOSIS = (
    "Not for diagnostic use. FeTS Desktop is research software and no medical device; every proposal must be checked "
    "by a person."
)


@dataclass(frozen=True)
class Told:
    """What the report cannot find in the workspace.

    Attributes:
        intro: What the reader looks at.
        truths: By case, the folder with what is known about it.
        exported: By case, the files written out.
        seconds: Wall time of each step.
        model: A model that was trained on the way, "" if none.
        trained_on: The cases it was trained on.
        scores: What that training measured.
        caution: What a reader must know before believing those scores.
    """

    intro: str = ""
    truths: Mapping[str, Path] = field(default_factory=dict)
    exported: Mapping[str, Sequence[Path]] = field(default_factory=dict)
    seconds: Mapping[str, float] = field(default_factory=dict)
    model: str = ""
    trained_on: Sequence[str] = ()
    scores: Mapping[str, Any] = field(default_factory=dict)
    caution: str = ""


@dataclass(frozen=True)
class Report:
    """What was written.

    Attributes:
        file: The HTML file.
        pictures: The PNG files beside it.
        measured: By case, what was measured against the truth, as JSON values.
    """

    file: Path
    pictures: tuple[Path, ...]
    measured: dict[str, Any]


class Reporting:
    """Writes reports on cases of the workspace."""

    def __init__(self, workspace: Workspace, models: Models) -> None:
        self._workspace = workspace
        self._models = models

    def write(self, cases: Sequence[str], folder: Path, title: str, told: Told) -> Report:
        """Write `report.html` and its pictures below `folder`; what was there of an older report is replaced.

        Args:
            cases: The cases, in order.
            folder: A folder of the report's own.
            title: Its heading.
            told: What the workspace does not know.

        Raises:
            StudyError: "unknown-case", "damaged-workspace", "disk-full" or "read-only".
        """
        with known_disk_errors():
            shutil.rmtree(folder / "pictures", ignore_errors=True)
            folder.mkdir(parents=True, exist_ok=True)
        page = Page(title)
        page.words(f"Written by FeTS Desktop {__version__} on {now()}.")
        page.banner(NOT_FOR_DIAGNOSIS)
        if told.intro:
            page.words(told.intro)
        summary = page.place()
        pictures: list[Path] = []
        measured = {}
        for name in cases:
            chapter = Chapter(self._workspace, name, page, folder / "pictures" / name)
            measured[name] = chapter.write(told.truths.get(name), told.exported.get(name, ()))
            pictures += chapter.pictures
        _summary(summary, measured)
        self._training(page, told)
        self._model(page)
        _timing(page, told.seconds)
        file = write_whole(folder / "report.html", page.html().encode("utf-8"))
        return Report(file, tuple(pictures), measured)

    def _training(self, page: Page, told: Told) -> None:
        if not told.model:
            return
        card = self._models.card(told.model)
        page.heading("One training epoch on this computer")
        page.words(
            f"It made the model {told.model}, which is in the registry and does not propose unless it is chosen."
        )
        page.words(f"Trained on {', '.join(told.trained_on)}. Its card says: {card.training_data}")
        if told.caution:
            page.banner(told.caution)
        page.table(["score", ""], _flat(told.scores))

    def _model(self, page: Page) -> None:
        model = self._models.current()
        if model is None:
            return
        card = model.card
        page.heading("The model that proposed")
        facts = [
            ("name", model.id),
            ("kind", f"{card.family}, {card.precision}"),
            ("trained on", card.training_data),
            ("limits", card.limits),
            ("licence", card.licence),
        ]
        page.table(["model card", ""], [(key, words) for key, words in facts if words])
        page.table(["score, as its card states it", ""], _flat(card.scores))


def _summary(page: Page, measured: Mapping[str, Mapping[str, Any]]) -> None:
    """Say at the top what was measured; nothing where there was no truth."""
    rows = [
        (case, f"{found['brain_dice']:.3f}", f"{max(found['registration_mm'].values()):.2f} mm", *_dice_of(found))
        for case, found in measured.items()
        if "brain_dice" in found
    ]
    if rows:
        page.heading("In short", 3)
        page.words("Everything here is measured against the phantom's truth. Dice runs from 0 to 1.")
        regions = [f"proposal, {region}" for region in REGIONS]
        page.table(["case", "brain mask, Dice", "farthest registration", *regions], rows)


def _dice_of(found: Mapping[str, Any]) -> list[str]:
    scores = found.get("proposal", {}).get("dice", {})
    return [f"Dice {scores[region]:.3f}" if region in scores else "none" for region in REGIONS]


def _flat(values: Mapping[str, Any], before: str = "") -> list[tuple[str, object]]:
    """Return nested values as rows of a path of keys and a value."""
    rows: list[tuple[str, object]] = []
    for key, value in values.items():
        name = f"{before}{key}"
        if isinstance(value, Mapping):
            rows += _flat(value, f"{name}, ")
        else:
            rows.append((name, value if isinstance(value, str | int | float) else json.dumps(value)))
    return rows


def _timing(page: Page, seconds: Mapping[str, float]) -> None:
    if not seconds:
        return
    page.heading("Time")
    page.words("Seconds on this computer when each step was done; what was done before is not done again.")
    page.table(["step", "seconds"], [(step, f"{value:.1f}") for step, value in seconds.items()])
