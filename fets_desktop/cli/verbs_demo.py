"""The verb demo: a phantom goes all the way that a patient goes; what an earlier demo did is not done again."""

import argparse
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

from fets_desktop.app.demonstrating import Diary
from fets_desktop.app.exporting import labels_to_export
from fets_desktop.app.hall import Hall
from fets_desktop.app.reporting import Report, Told
from fets_desktop.cli.answer import Answer
from fets_desktop.cli.verbs_work import is_prepared, work
from fets_desktop.cli.voice import Voice
from fets_desktop.study.case import Stage
from fets_desktop.study.errors import StudyError
from fets_desktop.study.progress import Progress, part

REVIEWER = "Demo"

_INTRO = (
    "A phantom, a glioma patient who never lived, made by the program itself from the SRI24 atlas, went the way that a "
    "patient goes: imported from DICOM, prepared, segmented, signed off, split, trained on for one epoch, exported. "
    "The sign-off is by the demo, not by a person: the proposal stands as the model made it."
)

_CAUTION = (
    "The labels of this training, and of its validation if a case was kept for that, are proposals of the model below "
    "that nobody corrected. Such a score says how near the new model stays to the old one, not how right either is; "
    "what was measured against the truth stands in the cases' own chapters."
)


def demo(hall: Hall, options: argparse.Namespace, voice: Voice) -> Answer:
    """Take phantoms the whole way and leave a report with pictures."""
    if options.cases < 1:
        raise StudyError("wrong-usage", "Ask for 1 case or more.")
    way = _Way(hall, voice.progress)
    way.make_and_import(options.cases)
    way.prepare()
    way.segment()
    way.approve()
    way.train()
    way.export()
    report = way.report()
    answer = way.answer
    answer.done = len(way.cases)
    answer.plain = {
        "cases": way.cases,
        "report": str(report.file),
        "pictures": [str(picture) for picture in report.pictures],
        "measured": report.measured,
        "seconds": dict(way.diary.seconds),
        "model": way.diary.model,
        "scores": way.diary.scores,
    }
    answer.lines = [
        f"{len(way.cases)} demo case{'' if len(way.cases) == 1 else 's'}: {', '.join(way.cases)}",
        f"Report: {report.file}",
        f"Pictures: {report.pictures[0].parent if report.pictures else '-'}",
    ]
    return answer


class _Way:
    """The demo's way, step by step; a case that fails at a step stays there and the others go on."""

    def __init__(self, hall: Hall, progress: Progress) -> None:
        self._hall = hall
        self._progress = progress
        self.answer = Answer()
        self.diary: Diary = hall.demo.diary()
        self.cases: list[str] = []

    @contextmanager
    def _timed(self, step: str) -> Iterator[None]:
        start = time.monotonic()
        yield
        self.diary.seconds[step] = round(time.monotonic() - start, 1)
        self._hall.demo.keep(self.diary)

    def make_and_import(self, count: int) -> None:
        """Make the phantoms that are not there yet and import them."""
        hall, seeds = self._hall, range(1, count + 1)
        if any(not hall.demo.phantom(seed).exists() for seed in seeds):
            with self._timed("making the phantoms"):
                self._wait([hall.demo.start(count)], 0.0, 0.08)
        known = {case.id for case in hall.cases.all()}
        fresh = [seed for seed in seeds if self.diary.cases.get(str(seed)) not in known or self._unfinished(seed)]
        if fresh:
            with self._timed("importing"):
                if hall.demo.last_import:
                    self._settle(hall.demo.last_import, 0.08, 0.12)
                for seed in fresh:
                    self._import(seed)
        self.cases = [self.diary.cases[str(seed)] for seed in seeds]

    def _unfinished(self, seed: int) -> bool:
        return self._hall.cases.get(self.diary.cases[str(seed)]).stage is Stage.NEW

    def _import(self, seed: int) -> None:
        """Import one phantom by itself, which says which case it is."""
        self._settle(self._hall.demo.start_import(seed), 0.12, 0.14)
        report = self._hall.importing.last_report
        if report is None or len(report.cases) != 1:
            raise RuntimeError("a phantom is one case")
        self.diary.cases[str(seed)] = report.cases[0]

    def _settle(self, scan: str, start: float, end: float) -> None:
        self._wait([scan], start, (start + end) / 2)
        self._wait(self._hall.importing.conversions(scan), (start + end) / 2, end)

    def _wait(self, jobs: list[str], start: float, end: float) -> None:
        """Wait for jobs without which there is no demo.

        Raises:
            StudyError: Why one failed.
        """
        for view in self._hall.jobs.wait(jobs, part(self._progress, start, end)):
            if error := self._hall.jobs.error(view.id):
                raise error
            if view.state != "done":
                raise RuntimeError(view.error)

    def _each(self, step: str, cases: list[str], start: Callable[[str], str], share: tuple[float, float]) -> list[str]:
        if not cases:
            return []
        with self._timed(step):
            done = work(self._hall, cases, start, self.answer, part(self._progress, *share))
        return list(done.values())

    def prepare(self) -> None:
        """Prepare what is not prepared."""
        todo = [case for case in self.cases if not is_prepared(self._hall, case)]
        self._each("preparing", todo, lambda case: self._hall.preparing.start([case])[0], (0.14, 0.5))

    def segment(self) -> None:
        """Let the current model propose where nothing was proposed."""
        hall = self._hall
        todo = [case for case in self.cases if is_prepared(hall, case) and not hall.cases.versions(case)]
        self._each("segmenting", todo, lambda case: hall.segmenting.start([case])[0], (0.5, 0.62))

    def approve(self) -> None:
        """Sign the newest version off in the demo's name, then draw the split."""
        hall = self._hall
        for case in self.cases:
            versions = hall.cases.versions(case)
            if versions and not any(version.approved_at for version in versions):
                with self.answer.trying(case):
                    hall.reviewing.approve_newest(case, REVIEWER)
        approved = {case.id for case in hall.cases.all() if case.stage is Stage.APPROVED}
        split = hall.splitting.current()
        if approved - ({*split.train, *split.validation} if split else set()):
            hall.splitting.draw()

    def train(self) -> None:
        """Train one epoch, unless the demo has done so on the same cases."""
        hall, split = self._hall, self._hall.splitting.current()
        known = {model.id for model in hall.models.all()}
        if split is None:
            return
        sides = [list(split.train), list(split.validation)]
        if self.diary.model in known and [self.diary.trained_on, self.diary.validated_on] == sides:
            return
        with self._timed("training one epoch"):
            job = hall.training.start(1)
            view = hall.jobs.wait([job], part(self._progress, 0.62, 0.86))[0]
            if self.answer.judge(view, hall.jobs.error(job), "training"):
                self.diary.model = hall.training.model(job)
                self.diary.trained_on, self.diary.validated_on = sides
                self.diary.scores = dict(hall.training.scores(job))

    def export(self) -> None:
        """Write out every case whose newest version was not written out yet."""
        hall = self._hall

        def start(case: str) -> str:
            return hall.exporting.start([case], hall.demo.folder / "export")[0]

        todo = [case for case in self.cases if is_prepared(hall, case) and not self._is_exported(case)]
        for job in self._each("exporting", todo, start, (0.86, 0.95)):
            case = hall.jobs.view(job).case
            self.diary.exported[case] = [self._labels(case), *(str(file) for file in hall.exporting.files(job))]
            hall.demo.keep(self.diary)

    def _labels(self, case: str) -> str:
        """Return the version that an export writes, "" if there is none."""
        version = labels_to_export(self._hall.cases.versions(case))
        return version.id if version else ""

    def _is_exported(self, case: str) -> bool:
        version, *files = self.diary.exported.get(case, [""])
        return bool(files) and version == self._labels(case) and all(Path(file).exists() for file in files)

    def report(self) -> Report:
        """Write the report on what was done now and before."""
        hall = self._hall
        self._progress(0.95, "Writing the report")
        truths = {case: truth for case in self.cases if (truth := hall.demo.truth(case))}
        exported = {case: [Path(file) for file in written[1:]] for case, written in self.diary.exported.items()}
        diary = self.diary
        told = Told(
            _INTRO, truths, exported, diary.seconds, diary.model, diary.trained_on, diary.scores, caution=_CAUTION
        )
        report = hall.reporting.write(self.cases, hall.demo.folder / "report", "FeTS Desktop: the demo", told)
        self._progress(1.0, "Done")
        return report
