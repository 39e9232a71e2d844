"""A hall without workers or disk: the same methods over objects in memory."""

from dataclasses import replace
from pathlib import Path
from types import SimpleNamespace
from typing import Any

from fets_desktop.app.bus import FactsBus
from fets_desktop.app.encryption import Sealing
from fets_desktop.app.forgetting import Forgotten
from fets_desktop.app.fusing import FusedProposal
from fets_desktop.app.glances import Glances
from fets_desktop.app.hand_made import HandMade
from fets_desktop.app.importing import ImportReport
from fets_desktop.app.job_board import JobView
from fets_desktop.app.keyring_ import Keeping
from fets_desktop.app.preparing import Live
from fets_desktop.app.segmenting import Undecided
from fets_desktop.app.shipped import ShippedModel
from fets_desktop.app.splitting import Side, Taken
from fets_desktop.app.training import FAMILY
from fets_desktop.store.records import Product, Signer, StoredModel
from fets_desktop.study.annotation import Annotation
from fets_desktop.study.case import Case, Event, Series, Stage, next_stage
from fets_desktop.study.contrast import ALL_CONTRASTS, Contrast
from fets_desktop.study.errors import StudyError
from fets_desktop.study.facts import CaseChanged, CaseForgotten, JobChanged, ModelChanged, SettingChanged, SplitChanged
from fets_desktop.study.finding import Finding, Grade
from fets_desktop.study.fusing import Fusion
from fets_desktop.study.model import ModelCard
from fets_desktop.study.progress import Progress
from fets_desktop.study.settings import SETTINGS
from fets_desktop.study.site_rule import SiteRule
from fets_desktop.study.split import Split, draw_split
from tests.ui.fake_by_hand import FakeMasking, FakeNudging
from tests.ui.fake_federation import FakeFederation
from tests.ui.fake_looking import FakeNativeViews, FakeTimePoints
from tests.ui.fake_network import FakeNetwork
from tests.ui.fake_owner import FakeOwner
from tests.ui.fake_reviewing import FakeCandidates, FakeReviewing

STEPS = (
    ("check", "Read and check", {"voxel_mm": 1.0, "slices": 155}),
    ("bias", "Even out the brightness for registration", {"unevenness_percent": 14.2}),
    ("atlas", "T1Gd to the SRI24 atlas", {"nmi": 1.214, "overlap": 0.961, "rotation_deg": 7.4, "shift_mm": 21.3}),
    ("onto-T1", "T1 to T1Gd", {"nmi": 1.318, "overlap": 0.987, "rotation_deg": 1.2, "shift_mm": 2.9}),
    ("onto-T2", "T2 to T1Gd", {"nmi": 1.223, "overlap": 0.981}),
    ("onto-FLAIR", "FLAIR to T1Gd", {"nmi": 1.192, "overlap": 0.944}),
    ("resample", "Resample once to the atlas grid", {"voxels_cut_off": 0}),
    ("brain", "Find the brain", {"brain_ml": 1412.0, "pieces": 1, "symmetry": 0.971}),
    ("strip", "Four brains on one grid", {"negative_voxels": 0}),
    ("contrast", "Each contrast is what it is called", {"T1Gd_over_T1": 3.2, "T2_over_FLAIR": 4.6}),
)
WHY = {
    Contrast.T1: "Repetition 1900 ms, echo 2.6 ms, no contrast agent",
    Contrast.T1GD: "Repetition 1900 ms, echo 2.6 ms, contrast agent given",
    Contrast.T2: "Repetition 5200 ms, echo 98 ms",
    Contrast.FLAIR: "Inversion 2500 ms with a long echo",
}


class FakeEncryption:
    """Turns encryption on and off in a moment, file by file."""

    def __init__(self) -> None:
        self.state, self.deeds, self.refuse = Sealing.OFF, [], ""
        self.faults: list[str] = []

    def make_key(self) -> None:
        self._note("key")

    def write_recovery(self, file: Path, passphrase: str) -> None:
        self._note(f"recovery {file.name} {passphrase}")

    def begin(self, wanted: bool) -> None:
        self._note(f"begin {wanted}")
        self.state = Sealing.TURNING_ON if wanted else Sealing.TURNING_OFF

    def convert(self, progress: Progress) -> list[str]:
        for number in range(4):
            progress(number / 4, f"File {number + 1} of 4")
        return self.faults

    def end(self) -> None:
        self._note("end")
        self.state = Sealing.ON if self.state is Sealing.TURNING_ON else Sealing.OFF

    def _note(self, deed: str) -> None:
        if self.refuse:
            raise StudyError(self.refuse)
        self.deeds.append(deed)


class FakeHall:
    """Everything a screen may ask of the hall."""

    def __init__(self, count: int = 0) -> None:
        self.bus = FactsBus()
        self.calls: list[tuple[Any, ...]] = []
        self.store: dict[str, Case] = {}
        self.annotations: dict[str, list[Annotation]] = {}
        self.found: dict[str, list[Finding]] = {}
        self.looked: list[str] = []
        self.files: dict[tuple[str, str], Path] = {}
        self.views: dict[str, JobView] = {}
        self.split: Split | None = None
        self.stored_models: list[StoredModel] = []
        self.chosen: dict[str, Any] = {}
        self.thumbnails: dict[Contrast | None, Path] = {}
        self.rules: dict[str, SiteRule] = {}
        self.live: dict[str, Live] = {}
        self.on_earlier_brain: set[str] = set()
        self.made: dict[str, dict[str, HandMade]] = {}
        self.identified: dict[str, Any] = {}
        self.burned_in: list[str] = []
        self.fail: StudyError | None = None
        self.learns: SiteRule | None = None
        self.not_made: dict[str, list[Any]] = {}
        self._rooms()
        for number in range(count):
            self.add(number)

    def _rooms(self) -> None:
        self.cases = SimpleNamespace(
            all=lambda: list(self.store.values()),
            stages=lambda: {name: case.stage for name, case in self.store.items()},
            get=self._get,
            findings=lambda c: self.found.get(c, []),
            products=self._products,
            versions=lambda c: self.annotations.get(c, []),
            on_earlier_brain=lambda version: version.id in self.on_earlier_brain,
            exclude=self._exclude,
            include=lambda c: self.put(replace(self.store[c], stage=Stage.CONVERTED, flag="")),
            assign=lambda c, reader: self.put(replace(self.store[c], assigned=reader)),
            flag=lambda c, words: self.put(replace(self.store[c], flag=words)),
        )
        self.forgetting = SimpleNamespace(
            outlook=lambda case, whole_patient: self._outlook(case, whole_patient),
            forget=lambda case, whole_patient: [self._forget(c) for c in self._outlook(case, whole_patient).cases],
        )
        self.importing = SimpleNamespace(
            start=self._import,
            confirm=self._confirm,
            convert=lambda case: self.calls.append(("convert", case)) or "job",
            last_report=None,
            thumbnail=self._thumbnail,
            glances=Glances(),
            look=lambda case: self.looked.append(case) or "",
            rules=SimpleNamespace(all=lambda: tuple(self.rules.values()), forget=lambda kin: self.rules.pop(kin)),
            overrule=self._overrule,
            judge=lambda clash, verdict: self.calls.append(("judge", clash, verdict)) or "",
        )
        self.preparing = SimpleNamespace(
            start=lambda cases: self._jobs("prepare", "Preparing", cases),
            picture=lambda case, step: self.files.get((case, f"picture/{step}")),
            live=lambda case: self.live.get(case),
            by_hand=lambda case: self.made.get(case, {}),
            behind=lambda case: self.behind.get(case, frozenset()),
            forget_edit=lambda case, step: self.calls.append(("forget_edit", case, step)) or "job",
        )
        self.masking = FakeMasking(self)
        self.nudging = FakeNudging(self)
        self.undecided: dict[str, Undecided] = {}
        self.unsure: dict[str, str] = {}
        self.segmenting = SimpleNamespace(
            start=self._segment,
            undecided=lambda case: self.undecided.get(case),
            findings=lambda case: [Finding("unsure", "", Grade.LOOK, self.unsure[case])] if case in self.unsure else [],
            say_surgery=self._say_surgery,
            doubts=lambda case: [f for f in self.found.get(case, []) if f.grade is Grade.BAD],
            caution=lambda case, model: self.models.get(model).card.caution_for(self.store[case].surgery),
        )
        self.fused: dict[str, list[FusedProposal]] = {}
        self.fusing = SimpleNamespace(
            start=lambda cases, models, fusion: (
                self.calls.append(("fuse", tuple(models), fusion))
                or self._jobs("segment_candidates", "Segmenting", cases)
            ),
            start_usual=lambda case: self._jobs("segment", "Segmenting", [case])[0],
            usual=self._usual,
            proposals=lambda case: self.fused.get(case, []),
        )
        self.forecast = SimpleNamespace(
            waiting=lambda: sum(case.stage in (Stage.CONVERTED, Stage.PREPARED) for case in self.store.values()),
            seconds_left=lambda: 1260.0,
        )
        self.exporting = SimpleNamespace(
            start=self._export, not_made=lambda job: self.not_made.get(job, []), burned_in=lambda cases: self.burned_in
        )
        self.reviewing = FakeReviewing(self)
        self.candidates = FakeCandidates(self)
        self.time_points = FakeTimePoints(self)
        self.native_views = FakeNativeViews()
        self.frozen_by: tuple[str, ...] = ()
        self.splitting = SimpleNamespace(
            current=lambda: self.split,
            draw=self._draw,
            frozen_by=lambda: self.frozen_by,
            both_sides=self._both_sides,
            read=self._read_split,
            write=lambda folder: [folder / "split_info" / "train.csv"],
        )
        self.training = SimpleNamespace(start=self._train, stopped=lambda job: "")
        self.evaluating = SimpleNamespace(
            latest=None,
            own_cases=lambda: list(self.split.validation) if self.split else [],
            start_own=self._note("start_own"),
            start_folder=self._note("start_folder"),
        )
        self.models = SimpleNamespace(
            all=lambda: list(self.stored_models),
            offered=lambda: list(self.offered),
            make_current=self._make_current,
            current=lambda: next((m for m in self.stored_models if m.current), None),
            get=lambda name: next(m for m in self.stored_models if m.id == name),
            export_file=self._note("export_file"),
            retire=lambda name: self._retire_model(name, retired=True),
            restore=lambda name: self._retire_model(name, retired=False),
            weights=lambda model: Path("weights") if model.current else None,
            signing=SimpleNamespace(
                name_of=lambda signer: "Oslo",
                own_fingerprint=lambda: "0123-4567-89ab-cdef-0123-4567-89ab-cdef",
                known=lambda: list(self.signers),
                forget=lambda wanted: self.signers.remove(next(s for s in self.signers if s.fingerprint == wanted)),
            ),
        )
        self.signers: list[Signer] = []
        self.offered: list[ShippedModel] = []
        self.quantizing = SimpleNamespace(start=self._quantize, result=lambda job: self.quantized[job])
        self.quantized: dict[str, dict[str, Any]] = {}
        self.model_checks = SimpleNamespace(
            start_import=self._note("start_import"),
            start=self._note("check"),
            imported=lambda job: "",
            doubts=lambda job: [],
        )
        self.errors: dict[str, StudyError] = {}
        self.behind: dict[str, frozenset[str]] = {}
        self.jobs = SimpleNamespace(
            all=lambda: list(self.views.values()),
            cancel=self._cancel,
            view=lambda job: self.views[job],
            queue_left=lambda: 600.0,
            error=self.errors.get,
        )
        self.settings = SimpleNamespace(get=lambda n: self.chosen.get(n, SETTINGS[n].default), set=self._set)
        self.tables: dict[str, Any] = {}
        self.tagging = SimpleNamespace(
            start=lambda case, series: self._jobs("tags", "Reading DICOM headers", [""])[0],
            start_files=lambda files: self._jobs("tags", "Reading DICOM headers", [""])[0],
            take=lambda job: self.tables.pop(job, None),
        )
        self.nodes = self.network = FakeNetwork(self)
        self.pacs = SimpleNamespace(
            echo=self.network.echo,
            find=self.network.find,
            get=self.network.get_study,
            studies=self.network.studies,
            series=self.network.series,
            forget=self.network.forget,
        )
        self.sending = SimpleNamespace(
            start=self.network.send,
            not_made=lambda job: [],
            following=self.network.following,
            sent=self.network.sent,
        )
        self.secrets = SimpleNamespace(
            keeping=Keeping.KEYRING, locked=False, lockable=False, change_passphrase=self._note("change")
        )
        self.encryption = FakeEncryption()
        self.identities = SimpleNamespace(
            undecided=False,
            wanted=True,
            count=lambda: len(self.identified),
            unlock=self._note("unlock"),
            lock=self._lock_table,
            decide=self._decide,
        )
        self.phi = SimpleNamespace(start=lambda: self._jobs("phi_scan", "Looking for names", [""])[0], last_report=None)
        self.restoring = SimpleNamespace(here=Path("/nowhere/workspace"))
        self.auditing = SimpleNamespace(rows=list, verify=self._note("verify"))
        self.joining = self.federating = FakeFederation(self)
        self.watching = self.publishing = FakeOwner(self)
        making = ("phantom", "Making a demo patient", [""])
        self.demo = SimpleNamespace(
            start=lambda cases=1: self._jobs(*making)[0], start_another=lambda: self._jobs(*making)[0]
        )

    # --- what tests put in

    def _decide(self, keep: bool, passphrase: str = "") -> None:
        self._note("decide")(keep, passphrase)
        self.identities.undecided = False

    def _lock_table(self) -> None:
        self.secrets.locked, self.secrets.lockable = True, False

    def put(self, case: Case) -> None:
        self.store[case.id] = case
        self.bus.publish(CaseChanged(case.id))

    def add(self, number: int, stage: Stage | None = None) -> Case:
        name = f"GLI-{number + 112:04d}"
        wanted = stage or _STAGES[number % len(_STAGES)]
        missing = Contrast.T2 if number % 12 == 11 and stage is None else None
        if missing:
            wanted = Stage.NEW
        case = Case(
            name,
            f"PAT-{number // 2 + 40:04d}",
            wanted,
            f"2026-{number % 12 + 1:02d}-{number * 7 % 27 + 1:02d}",
            "2026-10-01T08:00:00Z",
            "",
            self._series(name, wanted, missing, number),
        )
        if wanted is Stage.EXCLUDED:
            case = replace(case, flag="Poor signal")
        self.store[name] = case
        if wanted in (Stage.PREPARED, Stage.PROPOSED, Stage.IN_REVIEW, Stage.APPROVED):
            self.found[name] = findings(number)
        if wanted in (Stage.PROPOSED, Stage.IN_REVIEW, Stage.APPROVED):
            self.annotations[name] = [self._version(name, number, wanted)]
        return case

    def _series(self, name: str, stage: Stage, missing: Contrast | None, number: int) -> tuple[Series, ...]:
        certain = stage is not Stage.NEW
        series = [
            Series(
                f"{name}-{c}",
                name,
                c,
                0.97 if certain or c is not Contrast.T2 else 0.55,
                WHY[c],
                c if certain or c is not Contrast.T2 else None,
                f"ax {c.brats_name} 3d",
                None,
                "0" * 64,
            )
            for c in ALL_CONTRASTS
            if c is not missing
        ]
        series.append(
            Series(
                f"{name}-loc",
                name,
                None,
                0.0,
                "",
                None,
                "localizer",
                set_aside="a localizer of three slices",
                images=3,
                number=1,
                date="2026-01-01",
                kin="K",
            )
        )
        series.append(Series(f"{name}-seg", name, None, 0.0, "", None, "tumour", set_aside="a label map, not a scan"))
        return tuple(series)

    def _version(self, name: str, number: int, stage: Stage) -> Annotation:
        whole = 15.0 + (number * 37 % 120) + 0.4
        approved = stage is Stage.APPROVED
        return Annotation(
            f"{name}/1",
            name,
            1,
            "model starter@0123abcd",
            None,
            "0" * 64,
            "brats2021",
            "2026-10-02T09:12:00Z",
            {"WT": whole, "TC": whole * 0.3, "ET": whole * 0.12},
            0,
            0.0,
            "Dr. Weber" if approved else "",
            "2026-10-03T10:00:00Z" if approved else "",
        )

    def add_models(self) -> None:
        scores = {
            "f32": {"ET": 0.7012, "TC": 0.6921, "WT": 0.8301, "mean": 0.7411},
            "int8": {"ET": 0.7010, "TC": 0.6917, "WT": 0.8299, "mean": 0.7409},
            "int8_drop": 0.0002,
            "on": "22 labelled cases, three folds grouped by site",
        }
        card = ModelCard(
            "starter",
            1,
            "resunet",
            "int8",
            tuple(ALL_CONTRASTS),
            ("ET", "TC", "WT"),
            "22 labelled cases of public collections and 40 glioma phantoms grown on the SRI24 atlas.",
            scores,
            "2026-10-01",
            {"command": "train --cases labelled --epochs 40"},
            "Apache-2.0",
            "Never saw scans after surgery, children, or scanners below 1.5 T.",
        )
        local = replace(
            card,
            name="local",
            version=2,
            training_data="16 approved cases of this workspace, one epoch.",
            precision="f32",
            scores={"f32": {"ET": 0.72, "TC": 0.70, "WT": 0.84}, "on": "4 validation cases"},
            lineage={"parent": "starter@0123abcd"},
            limits="",
        )
        self.stored_models = [
            StoredModel("starter@0123abcd", card, "0" * 64, Path("starter"), True, "2026-10-01T08:00:00Z"),
            StoredModel("local@89abcdef", local, "8" * 64, Path("local"), False, "2026-10-04T12:30:00Z"),
        ]

    def job(self, number: int, task: str, title: str, case: str = "", state: str = "running", **more: Any) -> JobView:
        view = JobView(f"job-{number}", task, title, case, state, **more)
        self.views[view.id] = view
        self.bus.publish(JobChanged(view.id))
        return view

    def report(self, cases: int) -> None:
        names = tuple(list(self.store)[:cases])
        self.importing.last_report = ImportReport(
            names,
            (("file 12", "a localizer of three slices"), ("file 40", "a label map, not a scan")),
            (
                (
                    "An image could not be read",
                    "The file ends before its last slice.",
                    "Export the series again from the scanner or the PACS.",
                    "file 77",
                ),
            ),
        )

    # --- what the screens ask

    def _overrule(self, case: str, series: str, contrast: Contrast) -> str:
        self.calls.append(("overrule", case, series, contrast))
        self.rules["K"] = SiteRule("K", contrast, "localizer", "2026-10-01T08:00:00Z")
        return "job"

    def _note(self, name: str) -> Any:
        def call(*arguments: Any) -> None:
            self._maybe_fail()
            self.calls.append((name, *arguments))

        return call

    def _maybe_fail(self) -> None:
        if self.fail:
            raise self.fail

    def _get(self, case: str) -> Case:
        if case not in self.store:
            raise StudyError("unknown-case")
        return self.store[case]

    def _products(self, case: str) -> dict[str, Product]:
        done = self.store[case].stage in (Stage.PREPARED, Stage.PROPOSED, Stage.IN_REVIEW, Stage.APPROVED)
        names = ["brain_mask", *(f"prepared/{c}" for c in ALL_CONTRASTS)] if done else []
        return {name: Product(name, "0" * 64, Path(name)) for name in names}

    def _exclude(self, case: str, reason: str) -> None:
        stage = next_stage(self.store[case].stage, Event.EXCLUDE)
        if stage is None:
            raise StudyError("wrong-stage")
        self.put(replace(self.store[case], stage=stage, flag=reason))

    def _import(self, paths: Any) -> str:
        self._maybe_fail()
        self.calls.append(("import", list(paths)))
        return self.job(900, "scan", "Looking at the files", fraction=0.4, note="412 of 1,030 files").id

    def _confirm(self, case: str, choice: Any) -> None:
        self._maybe_fail()
        self.calls.append(("confirm", case, dict(choice)))
        if self.learns:
            self.rules[self.learns.kin] = self.learns
        by_series = {series: contrast for contrast, series in choice.items()}
        old = self.store[case]
        self.put(
            replace(
                old, stage=Stage.CONVERTED, series=tuple(replace(s, contrast=by_series.get(s.id)) for s in old.series)
            )
        )

    def _thumbnail(self, series: Series) -> Path | None:
        return self.thumbnails.get(series.proposal)

    def _outlook(self, case: str, whole_patient: bool) -> Forgotten:
        kin = tuple(c.id for c in self.store.values() if c.patient == self.store[case].patient)
        gone = kin if whole_patient else (case,)
        return Forgotten(gone, gone == kin, models=("local@9d0e1f2a",), elsewhere={"exported": len(gone)})

    def _forget(self, case: str) -> None:
        del self.store[case]
        self.calls.append(("forget", case))
        self.bus.publish(CaseForgotten(case))

    def _jobs(self, task: str, words: str, cases: Any) -> list[str]:
        self._maybe_fail()
        self.calls.append((task, list(cases)))
        first = len(self.views)
        return [self.job(first + n, task, f"{words} {c}".strip(), c, "queued").id for n, c in enumerate(cases)]

    def _export(
        self, cases: Any, folder: Path, kinds: Any = ("nifti",), space: str = "both", *, replace: bool = False,
        deface: bool = False,
    ) -> list[str]:  # fmt: skip
        self.calls.append(("export", list(cases), folder, tuple(kinds), space, replace, deface))
        return self._jobs("export", "Exporting", cases)

    def _draw(self, fraction: float | None = None, seed: int | None = None) -> Split:
        approved = {c.id: c.patient for c in self.store.values() if c.stage is Stage.APPROVED}
        if not approved:
            raise StudyError("too-few-cases")
        self.split = draw_split(approved, fraction or 0.8, seed or 0, self.split)
        self.bus.publish(SplitChanged())
        return self.split

    def _both_sides(self) -> tuple[Side, Side]:
        names = (self.split.train, self.split.validation) if self.split else ((), ())
        train, validation = (Side(len(n), len(n), 31.4, {"Siemens 3 T": len(n)}) if n else Side() for n in names)
        return train, validation

    def _read_split(self, folder: Any) -> Taken:
        self._maybe_fail()
        return Taken(self._draw(), 3, 2)

    def _train(self, epochs: int = 1, cases: Any = None, *, patience: int = 0, family: str = FAMILY) -> str:
        self.calls.append(("train", epochs, patience, family))
        return self._jobs("train", "Training on this computer", [""])[0]

    def _quantize(self, name: str, folder: Path | None = None, *, control: bool = False) -> str:
        self._maybe_fail()
        self.calls.append(("quantize", name, folder, control))
        return self._jobs("quantize", f"Quantizing {name}", [""])[0]

    def _make_current(self, model: str) -> None:
        self.stored_models = [replace(m, current=m.id == model) for m in self.stored_models]
        self.bus.publish(ModelChanged(model))

    def _retire_model(self, model: str, *, retired: bool) -> None:
        self.stored_models = [replace(m, retired=retired) if m.id == model else m for m in self.stored_models]
        self.bus.publish(ModelChanged(model))

    def _segment(self, cases: Any, model_id: Any = None, *, uncertainty: bool = False) -> Any:
        if uncertainty:
            self.calls.append(("uncertainty", list(cases)))
        return self._jobs("segment", "Segmenting", cases)

    def _say_surgery(self, cases: Any, surgery: Any) -> None:
        for case in cases:
            self.put(replace(self.store[case], surgery=surgery))

    def _usual(self) -> tuple[list[str], Fusion] | None:
        names = [name for name in self.settings.get("segment.candidates").split(", ") if name]
        fusion = Fusion(self.settings.get("segment.fusion"), self.settings.get("segment.per"))
        return (names, fusion) if len(names) > 1 else None

    def _cancel(self, job: str) -> None:
        self.calls.append(("cancel", job))
        self.views[job] = replace(self.views[job], state="cancelled")
        self.bus.publish(JobChanged(job))

    def _set(self, name: str, value: Any) -> None:
        checked = SETTINGS[name].check(value)
        self._maybe_fail()
        self.chosen[name] = checked
        self.bus.publish(SettingChanged(name))


_STAGES = (
    Stage.APPROVED,
    Stage.APPROVED,
    Stage.APPROVED,
    Stage.APPROVED,
    Stage.IN_REVIEW,
    Stage.PROPOSED,
    Stage.PROPOSED,
    Stage.PROPOSED,
    Stage.PREPARED,
    Stage.CONVERTED,
    Stage.NEW,
    Stage.EXCLUDED,
)


def findings(number: int) -> list[Finding]:
    """Return findings of a whole preparation, some to look at."""
    found = []
    for place, (step, title, numbers) in enumerate(STEPS):
        grade = (
            Grade.LOOK if (number + place) % 17 == 5 else Grade.BAD if (number, step) == (3, "onto-FLAIR") else Grade.OK
        )
        text = {
            Grade.OK: "Within its limits.",
            Grade.LOOK: "The edges fit less well than usual: look at the picture.",
            Grade.BAD: "The two images do not lie on one another.",
        }[grade]
        found.append(Finding(step, title, grade, text, dict(numbers), 2.5 + place * 1.7, f"{step}.png"))
    return found
