"""Importing: a folder becomes cases whose series are trusted volumes and whose contrasts are certain.

Two jobs: `scan` reads headers only; `convert` turns each case's candidate series into anonymous volumes. Where the
files came from is kept in a private file in scratch until the conversion is done, and nowhere else.
"""

import secrets
from collections.abc import Mapping, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any

from fets_desktop.app.bus import FactsBus
from fets_desktop.app.cases import advance
from fets_desktop.app.clock import now
from fets_desktop.app.glances import Glances, Looks
from fets_desktop.app.hand_made import HandMades
from fets_desktop.app.identities import Identities
from fets_desktop.app.import_report import ImportReport, joined, report_of, series_of
from fets_desktop.app.job_board import JobBoard
from fets_desktop.app.orders import Orders, as_texts
from fets_desktop.app.site_rules import SiteRules
from fets_desktop.imaging.disk import write_whole
from fets_desktop.jobs.spec import Lane
from fets_desktop.store.records import JobRecord
from fets_desktop.store.workspace import Workspace
from fets_desktop.study.case import Case, Event, Series, Stage
from fets_desktop.study.contrast import ALL_CONTRASTS, Contrast
from fets_desktop.study.errors import StudyError
from fets_desktop.study.facts import CaseChanged
from fets_desktop.study.grid import Grid
from fets_desktop.study.identity import SourceIdentity, Verdict
from fets_desktop.study.plain import from_plain, to_plain

BROUGHT_LABELS = "brought/final_seg"
"""The label map that came with a case, for `Adopting` to take once the case stands on its grid."""

HEADERS_SUFFIX = ".headers.zip"
_SHOWS = "text may be burnt into its pictures: look before they leave"

_KEY_BYTES = 32


class Importing:
    """Starts imports, writes down what they found, and takes a person's word on contrasts."""

    def __init__(self, workspace: Workspace, bus: FactsBus, board: JobBoard, identities: Identities) -> None:
        self._workspace = workspace
        self._identities = identities
        self._bus = bus
        self._board = board
        self._marks = identities.marks
        self._orders = Orders(workspace.scratch)
        self.rules = SiteRules(workspace)
        self.glances = Glances()
        self._looks = Looks(board, bus, self.glances)
        self.last_report: ImportReport | None = None
        self._places: dict[str, list[Path]] = {}
        # in memory alone, as the places: only there may a path name a patient
        self._files: dict[str, list[str]] = {}
        self._convert_jobs: dict[str, list[str]] = {}
        self._orders.clear_stale({record.arguments["order"] for record in board.under_way("scan")})
        # beside the preparations: a person at the screen must not wait for them to see what is on a disc
        board.on("scan", self._scanned, lane=Lane.DISC, repeatable=True, private=self._earlier)
        board.on("convert", self._converted, lane=Lane.DISC)

    def start(self, paths: Sequence[Path], *, remove: bool = False) -> str:
        """Scan folders and files; cases appear as they are recognised.

        Args:
            paths: Folders, files, archives, or lists of cases (CSV).
            remove: Whether the given folders, which must lie in the workspace's scratch, are ours to remove once
                their cases are converted; what a PACS sent is given so.

        Returns:
            The id of the scan job.

        Raises:
            StudyError: "no-images" if a path is not there.
        """
        if missing := [path for path in paths if not path.exists()]:
            lost = "It is" if len(paths) == 1 else f"{len(missing)} of {len(paths)} given places are"
            raise StudyError("no-images", f"{lost} not there, or no longer.")
        # the paths may hold a patient's name: they are handed over in a private file, not in the job's record
        waiting = {record.arguments["order"] for record in self._board.under_way("scan")}
        content = {
            "paths": as_texts(paths),
            "salt": self._salt().hex(),
            "remove": remove,
            "rules": to_plain(self.rules.all()),
            "verdicts": self.rules.verdicts(),
        }
        order = self._orders.give(content, waiting)
        job = self._board.start("scan", "Looking at the files", {"order": str(order)})
        self._places[job] = [] if remove else list(paths)
        return job

    def _earlier(self, record: JobRecord) -> dict[str, Any]:
        """Return whom earlier imports brought, for the worker's pipe alone."""
        return {"earlier": self._marks.for_the_scan()}

    def _salt(self) -> bytes:
        """Return the workspace's secret that turns patient ids into pseudonyms; made on first use."""
        file = self._workspace.folder / "pseudonym.key"
        if not file.exists():
            # on the disk before the first name is made with it: another secret would make other names
            write_whole(file, secrets.token_bytes(_KEY_BYTES)).chmod(0o600)
        key = file.read_bytes()
        # an emptied key would still make names, but names that anybody can make
        if len(key) != _KEY_BYTES:
            raise StudyError("damaged-workspace", "The secret behind the pseudonyms (pseudonym.key) is damaged.")
        return key

    def _scanned(self, record: JobRecord, result: dict[str, Any]) -> None:
        report = report_of(result)
        places = self._places.get(record.id, [])
        self.last_report = joined(self.last_report, report, self.rules.verdicts(), by_itself=not places)
        self._marks.add(result.get("marks", ()))
        # in memory alone: from where a person's later word may be tried out again
        self._files |= {s["id"]: s["files"] for case in result["cases"] for s in case["series"]}
        self._places |= dict.fromkeys((*report.cases, *report.clashes), places)
        known = {case.id: case for case in self._workspace.cases()}
        order = Path(record.arguments["order"])
        private = self._orders.private_folders(order)
        jobs = []
        for scanned in result["cases"]:
            old = known.get(scanned["id"])
            if old is None or (old.stage is Stage.NEW and not _whole(old)) or self._overruled(old, scanned):
                self._write_scanned(scanned, old)
                jobs.append(self._convert({**scanned, "private": private}))
            else:
                self._looks.keep(scanned)
        self._convert_jobs[record.id] = jobs
        # last, for until here a power cut makes the scan start again
        self._orders.finish(order)
        if not result["cases"] and not result["faults"]:
            raise StudyError("no-images")

    def _overruled(self, old: Case, scanned: dict[str, Any]) -> bool:
        """Tell whether a rule of the site brings back a series of a known case that had been set aside."""
        ruled = {rule.kin for rule in self.rules.all()}
        usable = {s["id"] for s in scanned["series"] if not s["set_aside"] and s.get("kin") in ruled}
        aside = {s.id for s in old.series if s.set_aside and not s.sha256}
        return old.stage is not Stage.EXCLUDED and bool(usable & aside)

    def _write_scanned(self, scanned: dict[str, Any], old: Case | None) -> None:
        """Write a new case down, or add to a known one what it lacks; what is converted keeps a person's word on it."""
        name = scanned["id"]
        series = {s["id"]: series_of(name, s) for s in scanned["series"]}
        if old is None:
            case = Case(name, scanned["patient"], Stage.NEW, scanned["scan_date"], now(), "", tuple(series.values()))
        else:
            kept = {s.id: s for s in old.series if s.sha256 or s.id not in series}
            taken = {s.contrast for s in kept.values() if s.contrast}
            fresh = (replace(s, contrast=None if s.contrast in taken else s.contrast) for s in series.values())
            case = replace(old, series=tuple({**{s.id: s for s in fresh}, **kept}.values()))
        with self._workspace.change("person", "case imported", name, {"series": len(case.series)}) as change:
            change.put_case(case)
        self._bus.publish(CaseChanged(name))

    def _convert(self, scanned: dict[str, Any]) -> str:
        """Start the conversion of what was scanned, and of what an earlier import of the case still waits for."""
        name = scanned["id"]
        sources = self._orders.put_sources(name, {**scanned, "salt": self._salt().hex()})
        return self._board.start("convert", f"Converting {name}", {"sources": str(sources)}, case=name)

    def look(self, case: str) -> str:
        """Make pictures of what is set aside, of a case that was known when it was last scanned, as after a new start.

        Returns:
            The id of the job, "" if all is seen or nobody knows where it lies.
        """
        return self._looks.start(case)

    def convert(self, case: str) -> str:
        """Take up a conversion that was stopped or failed.

        Returns:
            The id of the job.

        Raises:
            StudyError: "unknown-case", or "no-images" if it is not known any more where the images lie.
        """
        self._workspace.case(case)
        sources = self._orders.waiting_sources(case)
        if sources is None:
            raise StudyError("no-images", "Where these images lie is not known any more. Import them once more.")
        return self._board.start("convert", f"Converting {case}", {"sources": str(sources)}, case=case)

    def conversions(self, scan_job: str) -> list[str]:
        """Return the convert jobs that a finished scan started."""
        return list(self._convert_jobs.get(scan_job, ()))

    def _converted(self, record: JobRecord, result: dict[str, Any]) -> None:
        case = self._workspace.case(record.case)
        done = {item["id"]: item for item in result["series"]}
        failed = {item["id"]: item for item in result["failed"]}
        series = []
        with self._workspace.change("program", "series converted", case.id, {"series": len(done)}) as change:
            for old in case.series:
                new = old
                if item := done.get(old.id):
                    stored = self._workspace.files.publish(Path(item["file"]))
                    new = replace(old, sha256=stored.sha256, grid=from_plain(Grid, item["grid"]))
                    change.put_product(case.id, f"series/{old.id}", stored, {"shows": item["shows"]})
                    if item["shows"]:
                        new = replace(new, why=f"{new.why}; {_SHOWS}" if new.why else _SHOWS)
                    picture = self._workspace.files.publish(Path(item["thumbnail"]), ".png")
                    change.put_product(case.id, f"thumbnail/{old.id}", picture)
                    if item["headers"]:
                        headers = self._workspace.files.publish(Path(item["headers"]), HEADERS_SUFFIX)
                        change.put_product(case.id, f"source/{old.id}", headers)
                elif item := failed.get(old.id):
                    text = StudyError(item["code"], item["detail"]).message
                    new = replace(old, contrast=None, set_aside=text)
                series.append(new)
            if result.get("labels"):
                change.put_product(case.id, BROUGHT_LABELS, self._workspace.files.publish(Path(result["labels"])))
            HandMades(self._workspace).put_brought(change, case.id, result.get("transforms", {}))
            change.put_case(replace(case, series=tuple(series)))
        if result["identity"]:
            # it came through the worker's pipe and goes into the encrypted table; no file ever holds it
            self._identities.add(case.patient, from_plain(SourceIdentity, result["identity"]))
        self.glances.take(result.get("glances", ()))
        self._orders.converted(Path(record.arguments["sources"]))
        self._settle(case.id)

    def confirm(self, case: str, choice: Mapping[Contrast, str | None]) -> None:
        """Take a person's word on which series stands for which contrast.

        What was prepared from another choice is made again; annotations are kept.

        Raises:
            StudyError: "unknown-case", "wrong-stage" for an excluded case, or "missing-contrast" if a chosen series has
                no volume.
        """
        old = self._workspace.case(case)
        stage = advance(self._workspace, case, Event.CORRECT)
        for wanted in choice.values():
            if wanted is not None and not any(s.id == wanted and s.sha256 for s in old.series):
                raise StudyError("missing-contrast", "The chosen series could not be converted.")
        chosen = {c: s.id for c in ALL_CONTRASTS if (s := old.chosen(c))}
        chosen = {**chosen, **{c: s for c, s in choice.items() if s is not None}}
        for contrast in [c for c, s in choice.items() if s is None]:
            chosen.pop(contrast, None)
        self.rules.learn(old, choice)
        by_series = {series: contrast for contrast, series in chosen.items()}
        if {c: s.id for c in ALL_CONTRASTS if (s := old.chosen(c))} == {c: s for s, c in by_series.items()}:
            self._settle(case)
            return
        series = tuple(replace(s, contrast=by_series.get(s.id)) for s in old.series)
        with self._workspace.change(
            "person", "contrasts confirmed", case, {str(c): s for c, s in chosen.items()}
        ) as change:
            change.put_case(replace(old, series=series, stage=stage))
            for made in ("prepared/", "head/", "transform/", "picture/", "proposal/", "by-hand/", "brain_mask"):
                change.drop_products(case, made)
            change.put_findings(case, [])
        self._bus.publish(CaseChanged(case))
        self._settle(case)

    def _settle(self, name: str) -> None:
        """Move a new case on once all four contrasts stand and are converted; back if one is gone."""
        case = self._workspace.case(name)
        whole, stage = _whole(case), case.stage
        if whole and stage is Stage.NEW:
            stage = Stage.CONVERTED
        elif not whole and stage is Stage.CONVERTED:
            stage = Stage.NEW
        if stage is not case.stage:
            with self._workspace.change(
                "program", "contrasts certain" if whole else "contrast missing", name
            ) as change:
                change.set_stage(name, stage)
        self._bus.publish(CaseChanged(name))

    def overrule(self, case: str, series: str, contrast: Contrast) -> str:
        """Remember that series like one that was set aside stand for a contrast, and look at the same places again.

        Returns:
            The id of the scan job, "" if the places are not known any more: the next import goes by the rule.

        Raises:
            StudyError: "unknown-case", or "wrong-usage" for a series without a name of its own or that is no volume.
        """
        meant = next((one for one in self._workspace.case(case).series if one.id == series), None)
        if meant is None or not meant.kin:
            raise StudyError("wrong-usage", "This series cannot stand for a contrast.")
        self.rules.add(meant, contrast)
        return self._again(case)

    def judge(self, clash: str, verdict: Verdict) -> str:
        """Take a person's word on the people under one id, and look at the same places again.

        Returns:
            The id of the scan job, "" if the places are not known any more: the next import goes by the verdict.
        """
        self.rules.judge(clash, verdict)
        return self._again(clash)

    def _again(self, name: str) -> str:
        """Scan the places that a case or a clash came from once more."""
        places = [path for path in self._places.get(name, ()) if path.exists()]
        return self.start(places) if places else ""

    def files_of(self, series: str) -> list[Path]:
        """Return where the files of a series lie, if this run of the program scanned them and they are still there."""
        return [path for text in self._files.get(series, ()) if (path := Path(text)).is_file()]

    def thumbnail(self, series: Series) -> Path | None:
        """Return the picture of a series, None until it is converted."""
        product = self._workspace.products(series.case).get(f"thumbnail/{series.id}")
        return product.path if product else None


def _whole(case: Case) -> bool:
    """Tell whether a converted series stands for every contrast."""
    return all((series := case.chosen(contrast)) and series.sha256 for contrast in ALL_CONTRASTS)
