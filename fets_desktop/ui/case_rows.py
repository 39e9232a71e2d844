"""What the board shows of one case: read once, kept until a fact says that the case changed."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from fets_desktop.app.hall import Hall
from fets_desktop.app.job_board import ENDED, JobView
from fets_desktop.study.annotation import Annotation
from fets_desktop.study.case import Case, Stage
from fets_desktop.study.contrast import ALL_CONTRASTS
from fets_desktop.study.errors import StudyError
from fets_desktop.ui.words import lacking, translate

_ICONS: dict[Stage, tuple[str, str]] = {
    Stage.NEW: ("circle-alert", "warn"),
    Stage.CONVERTED: ("circle", "muted"),
    Stage.PREPARED: ("circle", "muted"),
    Stage.PROPOSED: ("circle", "warn"),
    Stage.IN_REVIEW: ("square-pen", "accent"),
    Stage.APPROVED: ("circle-check", "good"),
    Stage.EXCLUDED: ("ban", "faint"),
}

_JOB_WORDS = {
    "prepare": "Preparing",
    "segment": "Segmenting",
    "segment_candidates": "Segmenting",
    "convert": "Converting",
    "export": "Exporting",
}

_NEXT: dict[Stage, tuple[str, str]] = {
    Stage.NEW: ("Confirm", "import"),
    Stage.CONVERTED: ("Prepare", "prepare"),
    Stage.PREPARED: ("Segment", "segment"),
    Stage.PROPOSED: ("Review", "review"),
    Stage.IN_REVIEW: ("Continue", "review"),
    Stage.APPROVED: ("Open", "review"),
    Stage.EXCLUDED: ("Include", "include"),
}
"""Words of the next step, and where it is done."""

PREPARED_STAGES = (Stage.PREPARED, Stage.PROPOSED, Stage.IN_REVIEW, Stage.APPROVED)


@dataclass(frozen=True)
class Status:
    """A case's status in a word.

    Attributes:
        words: What a person reads.
        icon: Name of the icon.
        role: Its colour.
        fraction: How far the running job is, None without one.
    """

    words: str
    icon: str
    role: str
    fraction: float | None = None


def status_of(case: Case, job: JobView | None) -> Status:
    """Return the status to show: a running job first, then a missing contrast, then the stage."""
    if job and job.state in ("running", "queued"):
        words = translate(_JOB_WORDS.get(job.task, "Working"))
        if job.state == "queued":
            return Status(translate("{doing}: waiting", doing=words), "clock", "faint")
        return Status(f"{words} {job.fraction:.0%}", "clock", "muted", job.fraction)
    if missing := lacking(case):
        return Status(translate("Missing {contrasts}", contrasts=", ".join(missing)), "circle-alert", "bad")
    if job and job.state == "failed":
        return Status(
            translate("{doing} failed", doing=translate(_JOB_WORDS.get(job.task, "Working"))), "circle-alert", "bad"
        )
    icon, role = _ICONS[case.stage]
    if case.stage is Stage.NEW and any(not (series.sha256 or series.set_aside) for series in case.series):
        # its conversion was stopped: there is nothing yet whose contrast could be confirmed
        return Status(translate("Not converted"), icon, role)
    return Status(translate(case.stage.words), icon, role)


def dots_of(case: Case) -> tuple[str, ...]:
    """Return "used", "doubtful" or "missing" for the four contrasts."""
    offered = {series.proposal for series in case.series if not series.set_aside}
    absent = lacking(case)
    return tuple(
        "used"
        if case.chosen(c)
        else "doubtful"
        if c in offered or (case.stage is Stage.NEW and c not in absent)
        else "missing"
        for c in ALL_CONTRASTS
    )


def dots_words(case: Case) -> str:
    """Return the four contrasts in words, for the tip and the screen reader."""
    words = {"used": translate("found"), "doubtful": translate("to confirm"), "missing": translate("missing")}
    return ", ".join(f"{contrast} {words[state]}" for contrast, state in zip(ALL_CONTRASTS, dots_of(case), strict=True))


def next_step(case: Case) -> tuple[str, str]:
    """Return the words of the case's next step and the place where it is done."""
    if lacking(case):
        return translate("Add series"), "import"
    words, place = _NEXT[case.stage]
    return translate(words), place


def latest(versions: Iterable[Annotation]) -> Annotation | None:
    """Return the newest approved version, else the newest one."""
    found = list(versions)
    approved = [version for version in found if version.approved_at]
    return (approved or found)[-1] if found else None


def jobs_by_case(jobs: Iterable[JobView]) -> Mapping[str, JobView]:
    """Return each case's latest job; one at work counts before one that waits, and both before one that ended."""
    rank = {"running": 2, "queued": 1}
    found: dict[str, JobView] = {}
    for job in jobs:
        known = found.get(job.case)
        if job.case and (known is None or rank.get(job.state, 0) >= rank.get(known.state, 0)):
            found[job.case] = job
    return found


def converting(job: JobView | None) -> bool:
    """Tell whether a case's job converts it, or waits to: until that is done nobody has to say anything about it."""
    return job is not None and job.task == "convert" and job.state not in ENDED


class CaseRows:
    """All cases with their latest version, read from the hall no more often than they change."""

    def __init__(self, hall: Hall) -> None:
        self._hall = hall
        self._versions: dict[str, Annotation | None] = {}
        self._changed: set[str] | None = None
        """Cases that a fact told of since the last reading; None before the first one."""
        self.cases: list[Case] = []
        self.jobs: Mapping[str, JobView] = {}

    def reload(self) -> None:
        """Read the jobs again, and the cases that changed; all of them the first time."""
        self.jobs = jobs_by_case(self._hall.jobs.all())
        if self._changed is None:
            self.cases = self._hall.cases.all()
        elif self._changed:
            self._read_changed(self._changed)
        self._changed = set()

    def _read_changed(self, changed: set[str]) -> None:
        """Read some cases again: thousands of others need not be."""
        known = {case.id for case in self.cases}
        if not changed <= known:
            self.cases = self._hall.cases.all()
            return
        fresh: dict[str, Case | None] = {}
        for name in changed:
            try:
                fresh[name] = self._hall.cases.get(name)
            except StudyError:
                fresh[name] = None  # it was forgotten
        now = (fresh.get(case.id, case) for case in self.cases)
        self.cases = [case for case in now if case is not None]

    def forget(self, case: str) -> None:
        """Read a case and its versions again when they are next asked for; a fact told that it changed."""
        self._versions.pop(case, None)
        if self._changed is not None:
            self._changed.add(case)

    def version(self, case: str) -> Annotation | None:
        """Return the version whose volumes the board shows."""
        if case not in self._versions:
            self._versions[case] = latest(self._hall.cases.versions(case))
        return self._versions[case]

    def busy(self, case: str) -> bool:
        """Return whether a job works on a case or waits to."""
        job = self.jobs.get(case)
        return job is not None and job.state in ("running", "queued")
