"""A simulated federation as a person asks for it, and which case belongs to which site."""

import csv
import io
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from fets_desktop.app.labelled_folder import LabelledCase, labelled_cases
from fets_desktop.federate.invitation import is_site_name
from fets_desktop.imaging.disk import read_handed
from fets_desktop.study.contrast import ALL_CONTRASTS
from fets_desktop.study.errors import StudyError
from fets_desktop.study.labels import REGIONS

MODELS = ("initial", "alone", "consensus")
"""What is compared: the initial model, each site's own without the others, the federation's."""
SETS = ("local", "outside")
"""On what: the sites' own validation cases, and the cases of the site that is held out."""
PARTS = (*map(str, REGIONS), "mean")
"""Of a score: the regions and their mean."""
FINDINGS, REPORT = "findings.json", "report.html"
"""What is written last: with the page all is there."""
TABLE = "cases.csv"
_LARGEST_TABLE = 64 << 20
FEWEST_SITES = 3
_SMALLEST_PATCH, _STEP = 32, 16
_COARSEST_MM = 8.0


@dataclass(frozen=True)
class Experiment:
    """How it is made; what is not said is small enough for a computer without a GPU.

    Attributes:
        rounds: Of every federation.
        outside: Sites that are held out by turns, and only validate then; every site if empty.
        sites: Sites that take part at all; all of the table if empty.
        initial: The site whose training cases made the initial model, and which takes part like the others; the one
            with the most cases if "".
        initial_epochs: How long that model was trained.
        epochs: Of training in a round.
        learning_rate: Of training in a round.
        patch: Edge of the patches in voxels.
        base: Filters of the network's finest level.
        spacing_mm: Edge of the voxels that cases are made of.
        seed: Of splits, weights and training.
    """

    rounds: int = 5
    outside: tuple[str, ...] = ()
    sites: tuple[str, ...] = ()
    initial: str = ""
    initial_epochs: int = 20
    epochs: int = 1
    learning_rate: float = 3e-4
    patch: int = 64
    base: int = 8
    spacing_mm: float = 2.0
    seed: int = 1

    def check(self) -> None:
        """Check that it makes sense.

        Raises:
            StudyError: "wrong-usage".
        """
        faults = {
            "Give one round or more.": self.rounds < 1,
            "Give one epoch or more.": min(self.epochs, self.initial_epochs) < 1,
            "A learning rate lies between 0 and 1.": not 0.0 < self.learning_rate < 1.0,
            "A patch's edge is a multiple of 16, from 32 on.": self.patch < _SMALLEST_PATCH or self.patch % _STEP != 0,
            "A network has one filter or more.": self.base < 1,
            "Voxels measure between 1 and 8 mm.": not 1.0 <= self.spacing_mm <= _COARSEST_MM,
        }
        for words, wrong in faults.items():
            if wrong:
                raise StudyError("wrong-usage", words)


def sites_of(folder: Path, experiment: Experiment) -> list[dict[str, Any]]:
    """Return the cases of the sites that take part as a worker takes them, each with its `site`.

    Args:
        folder: Labelled cases, and a table `cases.csv` with the columns `case` and `site`.
        experiment: Which sites.

    Raises:
        StudyError: "no-images", "too-few-cases" if there are not three sites with cases; "wrong-usage" if the table is
            not there or lacks a column, or a site is named that it does not know.
    """
    table = _table(folder)
    cases = [case for case in labelled_cases(folder) if case.name in table]
    known = {table[case.name] for case in cases}
    for site in (*experiment.sites, *experiment.outside, *([experiment.initial] if experiment.initial else ())):
        if site not in known:
            raise StudyError("wrong-usage", f"There is no case of {site}; there are {', '.join(sorted(known))}.")
    wanted = set(experiment.sites) or known
    if not set(experiment.outside) <= wanted:
        raise StudyError("wrong-usage", "A site that is held out has to be among the sites that take part.")
    if len(wanted) < FEWEST_SITES:
        raise StudyError("too-few-cases", "A federation is simulated with three sites or more: one is held out.")
    return [_plain(case, table[case.name]) for case in cases if table[case.name] in wanted]


def _table(folder: Path) -> dict[str, str]:
    if not folder.is_dir():
        raise StudyError("no-images", "There is no such folder.")
    try:
        text = read_handed(folder / TABLE, _LARGEST_TABLE).decode("utf-8-sig")
        found = {row["case"]: row["site"] for row in csv.DictReader(io.StringIO(text, newline=""))}
    except OSError:
        raise StudyError(
            "wrong-usage", f"There is no {TABLE} that can be read; it says which case is of which site."
        ) from None
    except (KeyError, UnicodeDecodeError, csv.Error):
        raise StudyError("wrong-usage", f"{TABLE} needs the columns case and site.") from None
    if strange := sorted(site for site in set(found.values()) if not is_site_name(site or "")):
        raise StudyError("wrong-usage", f"{TABLE}: a site cannot be called {strange[0]!r}.")
    return found


def _plain(case: LabelledCase, site: str) -> dict[str, Any]:
    """Return a case; one that is not whole is handed on as it is, for the worker says what it lacks."""
    return {
        "case": case.name,
        "site": site,
        "volumes": {str(c): str(case.volumes[c]) for c in ALL_CONTRASTS if c in case.volumes},
        "labels": str(case.labels or ""),
        "scheme": case.scheme,
    }
