"""Reviewing over a phantom in memory: the real session, editor and check-list, a journal that is a list."""

from collections.abc import Callable
from dataclasses import replace
from functools import lru_cache
from pathlib import Path
from typing import Any

import numpy as np
from made_once import brats_case

from fets_desktop.app.annotations.comparing import Comparison
from fets_desktop.app.annotations.session import ReviewSession
from fets_desktop.app.annotations.unsaved import Unsaved
from fets_desktop.app.candidates import FusedCandidates
from fets_desktop.review.checks import check
from fets_desktop.review.differences import differences
from fets_desktop.review.editor import Editor
from fets_desktop.review.measures import compare, volumes_ml
from fets_desktop.study.annotation import Annotation, BlindReading
from fets_desktop.study.case import Event, Stage, next_stage
from fets_desktop.study.contrast import Contrast
from fets_desktop.study.errors import StudyError
from fets_desktop.study.finding import Finding
from fets_desktop.study.fusing import Fusion
from fets_desktop.study.volume import LabelMap, Volume

PREPARED = (Stage.PREPARED, Stage.PROPOSED, Stage.IN_REVIEW, Stage.APPROVED)
DAY = "2026-11-02T14:32:00+00:00"


@lru_cache(maxsize=1)
def patient() -> tuple[dict[Contrast, Volume], LabelMap]:
    """Four prepared volumes and their labels on the whole BraTS grid, made once for all tests."""
    return brats_case(5)


class ListJournal:
    """A journal in memory."""

    def __init__(self) -> None:
        self.file = Path("journal")
        self.lines: list[bytes] = []
        self.fail: StudyError | None = None

    def append(self, line: bytes) -> None:
        if self.fail:
            raise self.fail
        self.lines.append(line)

    def read(self) -> list[bytes]:
        return list(self.lines)

    def clear(self) -> None:
        self.lines.clear()


class FakeReviewing:
    """The methods of `app.reviewing.Reviewing` over a `FakeHall`."""

    def __init__(self, hall: Any) -> None:
        self._hall = hall
        self._maps: dict[str, LabelMap] = {}
        self.journals: dict[str, ListJournal] = {}
        self.sessions: dict[str, ReviewSession] = {}
        self.fail_open: StudyError | None = None
        self.fail_save: StudyError | None = None
        self.fail_import: StudyError | None = None
        self.heads: Callable[[], dict[Contrast, Volume]] | None = None
        self.readings: dict[str, BlindReading] = {}
        self.reasons: list[str] = []

    def _labels(self, case: str) -> LabelMap:
        _, truth = patient()
        versions = self._hall.annotations.get(case, [])
        if not versions:
            return LabelMap(np.zeros_like(truth.array), truth.grid, truth.scheme)
        return self._maps.get(versions[-1].id, truth)

    def head_reader(self, case: str) -> Callable[[], dict[Contrast, Volume]] | None:
        return self.heads

    def reading(self, case: str) -> BlindReading | None:
        return self.readings.get(case)

    def begin_reading(self, case: str, reader: str, start: str = "") -> None:
        if case in self.sessions:
            raise StudyError("wrong-usage", "Put the case away first.")
        self.readings[case] = BlindReading(case, reader, start, DAY)

    def end_reading(self, session: ReviewSession, note: str = "", *, finished: bool = True) -> Annotation | None:
        self.save(session, note=note)
        del self.readings[session.case]
        session.reading = None
        return session.base

    def labels(self, version: str) -> LabelMap:
        return self._maps.get(version, patient()[1])

    def restore(self, version: str, author: str = "", note: str = "") -> Annotation:
        case = version.split("/")[0]
        versions = self._hall.annotations[case]
        old = next(known for known in versions if known.id == version)
        number = len(versions) + 1
        made = replace(
            old, id=f"{case}/{number}", number=number, parent=version, author=author or "person", note=note,
            approved_by="", approved_at="",
        )  # fmt: skip
        versions.append(made)
        self._maps[made.id] = self.labels(version)
        self._hall.put(replace(self._hall.store[case], stage=Stage.IN_REVIEW))
        return made

    def comparer(self, first: str, second: str) -> Callable[[], Comparison]:
        one, other = (next(v for v in self._hall.annotations[n.split("/")[0]] if v.id == n) for n in (first, second))
        a, b = self.labels(first), self.labels(second)

        def work() -> Comparison:
            places = tuple(differences(a, b))
            return Comparison(one, other, (volumes_ml(a), volumes_ml(b)), compare(a, b), places, (a, b))

        return work

    def reader(self, case: str) -> None:
        """Everything is in memory: nothing need be read."""

    def open(self, case: str, images: None = None) -> ReviewSession:
        if self.fail_open:
            raise self.fail_open
        if self._hall.cases.get(case).stage not in PREPARED:
            raise StudyError("wrong-stage")
        if case in self.sessions:
            return self.sessions[case]
        volumes, _ = patient()
        labels = self._labels(case)
        brain = next(iter(volumes.values())).array != 0
        editor = Editor(labels, brain)
        unsaved = Unsaved(self.journals.setdefault(case, ListJournal()))
        recovered, notice = unsaved.recover(editor)
        editor.on_edited = unsaved.take
        versions = self._hall.annotations.get(case, [])
        base = versions[-1] if versions else None
        reading = self.readings.get(case)
        if reading:
            base = next((v for v in versions if v.id == reading.start), None)
        session = ReviewSession(case, base, volumes, brain, editor, unsaved, labels.array, recovered, notice)
        session.reading = reading
        self.sessions[case] = session
        return session

    def leave(self, session: ReviewSession) -> None:
        session.editor.abort()
        self.sessions.pop(session.case, None)

    def save(self, session: ReviewSession, author: str = "", note: str = "") -> Annotation | None:
        session.editor.abort()
        noted = session.base is not None and note not in ("", session.base.note)
        if not session.changed and not noted:
            return None
        if self.fail_save:
            raise self.fail_save
        author = session.reading.reader if session.reading else author
        return self._put(session, author or self._hall.settings.get("review.reviewer") or "person", note)

    def import_labels(self, case: str, file: Path, scheme: str | None = None, author: str = "import") -> Annotation:
        self._hall.calls.append(("import_labels", case, file, scheme))
        if self.fail_import and scheme is None:
            raise self.fail_import
        versions = self._hall.annotations.setdefault(case, [])
        number = len(versions) + 1
        name = f"{case}/{number}"
        version = Annotation(name, case, number, author, None, "2" * 64, scheme or "brats2021", DAY, {}, 0, 0.0)
        versions.append(version)
        self._hall.put(replace(self._hall.store[case], stage=Stage.IN_REVIEW))
        return version

    def _put(self, session: ReviewSession, author: str, note: str) -> Annotation:
        versions = self._hall.annotations.setdefault(session.case, [])
        volumes = {str(r): ml for r, ml in session.editor.volumes.regions_ml.items()}
        number = len(versions) + 1
        version = Annotation(
            f"{session.case}/{number}",
            session.case,
            number,
            author,
            session.base.id if session.base else None,
            "1" * 64,
            session.editor.labels.scheme.name,
            DAY,
            volumes,
            session.unsaved.count,
            session.unsaved.minutes(),
            note=note,
        )
        versions.append(version)
        self._maps[version.id] = LabelMap(
            session.editor.labels.array.copy(), session.editor.labels.grid, session.editor.labels.scheme
        )
        session.base, session.saved = version, session.editor.labels.array.copy()
        session.unsaved.continue_in(self.journals[session.case])
        session.editor.mark_saved()
        self._move(session.case, Event.EDIT)
        return version

    def _move(self, case: str, event: Event) -> None:
        stage = next_stage(self._hall.store[case].stage, event)
        if stage is None:
            raise StudyError("wrong-stage")
        self._hall.put(replace(self._hall.store[case], stage=stage))

    def approve(self, session: ReviewSession, reviewer: str, note: str = "", reason: str = "") -> Annotation:
        self.reasons.append(reason)
        if not reviewer.strip():
            raise StudyError("wrong-usage", "Give the reviewer's name.")
        base = self.save(session, reviewer, note) or session.base
        if base is None:
            raise StudyError("unknown-version", "Nothing has been labelled yet.")
        signed = replace(base, approved_by=reviewer, approved_at=DAY, approved_reason=reason)
        self._hall.annotations[session.case][-1] = signed
        session.base = signed
        self._move(session.case, Event.APPROVE)
        return signed

    def check(self, session: ReviewSession) -> list[Finding]:
        return check(session.editor.labels, session.editor.labels.grid, session.brain, session.before)


class FakeCandidates:
    """The methods of `app.candidates.CandidateMaps` over a `FakeHall`: a file is what `files` holds for it."""

    def __init__(self, hall: Any) -> None:
        self._hall = hall
        self.files: dict[str, LabelMap | StudyError] = {}
        self.wanted: dict[str, tuple[str, dict[str, LabelMap], Fusion]] = {}
        self.made: dict[str, FusedCandidates] = {}

    def read_file(self, case: str, file: Path, scheme: str | None = None) -> LabelMap:
        found = self.files[file.name]
        if isinstance(found, StudyError) and not (found.code == "ambiguous-scheme" and scheme):
            raise found
        return found if isinstance(found, LabelMap) else patient()[1]

    def fuse(self, case: str, candidates: dict[str, LabelMap], fusion: Fusion) -> str:
        job = str(self._hall.job(900 + len(self.wanted), "fuse_candidates", "Fusing candidates", case).id)
        self.wanted[job] = (case, candidates, fusion)
        return job

    def end(self, job: str, labels: LabelMap, remark: str = "") -> None:
        """The worker has come to its end."""
        case, candidates, fusion = self.wanted[job]
        self.made[job] = FusedCandidates(case, fusion, tuple(candidates), labels, remark)
        self._hall.job(job.removeprefix("job-"), "fuse_candidates", "Fusing candidates", case, "done")

    def take(self, job: str) -> FusedCandidates | None:
        return self.made.pop(job, None)
