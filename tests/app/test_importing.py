"""What a scan found becomes cases; a person's word on contrasts counts; a second import adds only what lacks."""

import base64
import json
from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest
from small_case import GRID, SHAPE
from still_runner import StillRunner

from fets_desktop.app.bus import FactsBus
from fets_desktop.app.choices import Choices
from fets_desktop.app.exporting import Exporting
from fets_desktop.app.identities import Identities
from fets_desktop.app.importing import Importing
from fets_desktop.app.job_board import JobBoard
from fets_desktop.app.keyring_ import Secrets
from fets_desktop.app.marks import Marks
from fets_desktop.app.tasks import convert, look, scan
from fets_desktop.dicom.found import Fault, Mark, ScannedCase, ScannedSeries, ScanResult, SeriesKind, SetAside
from fets_desktop.dicom.person import Person
from fets_desktop.dicom.write import write_series
from fets_desktop.imaging.files import write_array
from fets_desktop.imaging.pictures import write_png
from fets_desktop.jobs.worker import TaskContext
from fets_desktop.store import sealed
from fets_desktop.store.workspace import Workspace
from fets_desktop.study.case import Case, Stage
from fets_desktop.study.contrast import ALL_CONTRASTS, Contrast
from fets_desktop.study.errors import StudyError
from fets_desktop.study.identity import SourceIdentity, Verdict
from fets_desktop.study.plain import to_plain
from fets_desktop.study.progress import silent
from fets_desktop.study.volume import Volume


@pytest.fixture
def cheap_scrypt(monkeypatch: pytest.MonkeyPatch) -> None:
    """Make trying a passphrase quick: its price has a test of its own."""
    monkeypatch.setattr(sealed.write_under_passphrase, "__defaults__", (1 << 8,))


@pytest.fixture
def importing(workspace: Workspace, bus: FactsBus, board: JobBoard, identities: Identities) -> Importing:
    return Importing(workspace, bus, board, identities)


def series(contrast: Contrast, name: str = "", certain: bool = True) -> ScannedSeries:
    return ScannedSeries(
        name or f"S-{contrast}",
        (Path(f"/data/Smith/{contrast}.nii"),),
        SeriesKind.NIFTI,
        contrast,
        0.95 if certain else 0.5,
        "named so",
        contrast if certain else None,
    )


def found(*of: ScannedSeries, name: str = "P-1", **more: object) -> dict:
    return to_plain(ScanResult((ScannedCase(name, "Q-1", "2020-01-02", of),), **more))


ALL_FOUR = tuple(series(c) for c in ALL_CONTRASTS)


class Desk:
    """Plays the workers of an import."""

    def __init__(self, importing: Importing, board: JobBoard, runner: StillRunner, folder: Path) -> None:
        self.importing, self.board, self.runner, self.folder = importing, board, runner, folder

    def scanned(self, result: dict) -> str:
        self.folder.mkdir(exist_ok=True)
        job = self.importing.start([self.folder])
        self.runner.finish(job, **result)
        self.board.pump()
        return job

    def converted(self, *broken: str, job: str = "", glances: Sequence[Mapping[str, str]] = ()) -> None:
        spec = self.runner.specs[job] if job else self.runner.last("convert")
        case = json.loads(Path(spec.arguments["sources"]).read_text())
        picture = write_png(spec.scratch / "t.png", np.zeros((4, 4), np.uint8))
        done, failed = [], []
        for number, one in enumerate(case["series"]):
            if one["set_aside"]:
                continue
            if one["id"] in broken:
                failed.append({"id": one["id"], "code": "bad-geometry", "detail": "A slice is missing."})
                continue
            file = write_array(spec.scratch / f"{number}.nii.gz", np.full(SHAPE, number, np.int16), GRID)
            done.append({"id": one["id"], "file": str(file), "grid": to_plain(GRID), "thumbnail": str(picture)})
            done[-1] |= {"headers": "", "shows": []}
        self.runner.finish(spec.id, series=done, failed=failed, identity="", glances=[*glances])
        self.board.pump()


@pytest.fixture
def desk(importing: Importing, board: JobBoard, runner: StillRunner, tmp_path: Path) -> Desk:
    return Desk(importing, board, runner, tmp_path / "drop")


def contrasts(case: Case) -> dict[str, str]:
    return {str(c): s.id for c in ALL_CONTRASTS if (s := case.chosen(c))}


def test_a_place_that_is_not_there_is_refused(importing: Importing, tmp_path: Path) -> None:
    with pytest.raises(StudyError, match="1 of 2 given places are not there, or no longer"):
        importing.start([tmp_path, tmp_path / "nothing"])


def test_four_certain_series_become_a_converted_case(
    desk: Desk, workspace: Workspace, importing: Importing, runner: StillRunner
) -> None:
    job = desk.scanned(
        found(*ALL_FOUR, set_aside=(SetAside("file 9", "a mask"),), faults=(Fault("not-3d", "4 axes.", "file 8"),))
    )
    case = workspace.case("P-1")
    assert (case.stage, case.patient, case.scan_date) == (Stage.NEW, "Q-1", "2020-01-02")
    assert importing.last_report is not None
    assert importing.last_report.cases == ("P-1",)
    assert importing.last_report.set_aside == (("file 9", "a mask"),)
    assert importing.last_report.faults[0][1:] == (
        "4 axes.",
        "Choose the anatomical series; perfusion, diffusion and other 4-D series cannot be used.",
        "file 8",
    )
    assert importing.conversions(job) == [runner.last("convert").id]
    desk.converted()
    case = workspace.case("P-1")
    assert case.stage is Stage.CONVERTED
    assert all(s.sha256 and s.grid == GRID for s in case.series)
    picture = importing.thumbnail(case.series[0])
    assert picture is not None
    assert picture.read_bytes().startswith(b"\x89PNG")
    assert workspace.verify().ok


def test_a_disc_is_looked_at_beside_the_preparations(desk: Desk, runner: StillRunner, board: JobBoard) -> None:
    board.on("work", lambda _record, _result: None)
    board.start("work", "Preparing", {})
    desk.scanned(found(*ALL_FOUR))
    lanes = [runner.last(task).lane for task in ("work", "scan", "convert")]
    assert lanes[0] not in lanes[1:]


def test_where_files_came_from_is_in_no_record_and_gone_at_the_end(
    desk: Desk, workspace: Workspace, folder: Path, runner: StillRunner
) -> None:
    desk.scanned(found(*ALL_FOUR))
    for spec in runner.specs.values():
        assert "drop" not in json.dumps(spec.arguments)
        assert "Smith" not in json.dumps(spec.arguments)
    (sources,) = (folder / "scratch" / "sources").iterdir()
    assert sources.parent.stat().st_mode & 0o077 == 0
    assert (folder / "pseudonym.key").stat().st_mode & 0o077 == 0
    desk.converted()
    assert [p for p in (folder / "scratch").rglob("*") if p.is_file()] == []
    records = (folder / "facts.db").read_bytes() + (folder / "facts.db-wal").read_bytes()
    assert b"Smith" not in records
    assert b"drop" not in records


def test_the_secret_of_the_names_is_made_once(
    importing: Importing, runner: StillRunner, tmp_path: Path, folder: Path
) -> None:
    importing.start([tmp_path])
    first = json.loads(Path(runner.last("scan").arguments["order"]).read_text())["salt"]
    importing.start([tmp_path])
    assert json.loads(Path(runner.last("scan").arguments["order"]).read_text())["salt"] == first
    assert bytes.fromhex(first) == (folder / "pseudonym.key").read_bytes()
    assert len(list((folder / "scratch" / "inbox").iterdir())) == 2


def test_orders_of_dead_scans_are_not_kept(
    importing: Importing, board: JobBoard, runner: StillRunner, tmp_path: Path, folder: Path
) -> None:
    board.cancel(importing.start([tmp_path]))
    board.pump()
    importing.start([tmp_path])
    assert [str(p) for p in (folder / "scratch" / "inbox").iterdir()] == [runner.last("scan").arguments["order"]]


def test_three_contrasts_wait_and_the_fourth_may_come_later(desk: Desk, workspace: Workspace) -> None:
    desk.scanned(found(*ALL_FOUR[:3]))
    desk.converted()
    case = workspace.case("P-1")
    assert case.stage is Stage.NEW
    assert case.missing == (Contrast.FLAIR,)
    with workspace.change("person", "flagged", "P-1") as change:
        change.set_flag("P-1", "T2 moved")
    desk.scanned(found(ALL_FOUR[3]))
    assert workspace.case("P-1").chosen(Contrast.T1).sha256, "what is converted stays converted"
    desk.converted()
    case = workspace.case("P-1")
    assert case.stage is Stage.CONVERTED
    assert case.flag == "T2 moved"


def test_two_flairs_need_a_person(desk: Desk, workspace: Workspace, importing: Importing) -> None:
    doubtful = [series(Contrast.FLAIR, name, certain=False) for name in ("A", "B")]
    desk.scanned(found(*ALL_FOUR[:3], *doubtful))
    desk.converted()
    assert workspace.case("P-1").stage is Stage.NEW
    importing.confirm("P-1", {Contrast.FLAIR: "B"})
    case = workspace.case("P-1")
    assert case.stage is Stage.CONVERTED
    assert contrasts(case)["FLAIR"] == "B"
    importing.confirm("P-1", {Contrast.FLAIR: None})
    assert workspace.case("P-1").stage is Stage.NEW


def test_a_person_s_word_outlives_a_second_import(
    desk: Desk, workspace: Workspace, importing: Importing, runner: StillRunner
) -> None:
    desk.scanned(found(*ALL_FOUR[:2], series(Contrast.T2, "A"), series(Contrast.FLAIR, "B", certain=False)))
    desk.converted()
    importing.confirm("P-1", {Contrast.T2: "B"})
    desk.scanned(found(*ALL_FOUR[:2], series(Contrast.T2, "A"), series(Contrast.FLAIR, "B", certain=False)))
    desk.converted()
    assert contrasts(workspace.case("P-1")) == {"T1": "S-T1", "T1Gd": "S-T1Gd", "T2": "B"}
    importing.confirm("P-1", {Contrast.FLAIR: "A"})
    assert workspace.case("P-1").stage is Stage.CONVERTED
    count = len(runner.specs)
    desk.scanned(found(*ALL_FOUR))
    assert len(runner.specs) == count + 1, "a complete case is not converted again"
    assert contrasts(workspace.case("P-1"))["T2"] == "B"


def test_a_new_series_takes_no_contrast_away(desk: Desk, workspace: Workspace) -> None:
    desk.scanned(found(*ALL_FOUR[:3]))
    desk.converted()
    desk.scanned(found(series(Contrast.T2, "another"), ALL_FOUR[3]))
    desk.converted()
    case = workspace.case("P-1")
    assert contrasts(case)["T2"] == "S-T2"
    assert [s.id for s in case.series if s.contrast is Contrast.T2] == ["S-T2"]
    assert case.stage is Stage.CONVERTED


def test_an_import_that_was_cut_off_before_the_conversion_goes_on_with_the_same_command(
    desk: Desk, workspace: Workspace, board: JobBoard, runner: StillRunner
) -> None:
    desk.scanned(found(*ALL_FOUR))
    board.cancel(runner.last("convert").id)
    board.pump()
    assert workspace.case("P-1").stage is Stage.NEW
    desk.scanned(found(*ALL_FOUR))
    desk.converted()
    assert workspace.case("P-1").stage is Stage.CONVERTED


def test_a_conversion_that_was_stopped_is_taken_up_again_without_the_folder(
    desk: Desk, workspace: Workspace, importing: Importing, board: JobBoard, runner: StillRunner
) -> None:
    desk.scanned(found(*ALL_FOUR))
    board.cancel(runner.last("convert").id)
    board.pump()
    job = importing.convert("P-1")
    assert importing.convert("P-1") == job, "a second press starts nothing"
    desk.converted(job=job)
    assert workspace.case("P-1").stage is Stage.CONVERTED
    with pytest.raises(StudyError, match="not known any more") as caught:
        importing.convert("P-1")
    assert caught.value.code == "no-images"


def test_two_folders_of_one_patient_at_once_lose_nothing(desk: Desk, workspace: Workspace, runner: StillRunner) -> None:
    desk.scanned(found(*ALL_FOUR[:2]))
    first = runner.last("convert").id
    desk.scanned(found(*ALL_FOUR[2:]))
    assert runner.cancelled == [first]
    desk.converted()
    assert workspace.case("P-1").stage is Stage.CONVERTED


def test_a_series_that_cannot_be_converted_is_set_aside_with_the_reason(desk: Desk, workspace: Workspace) -> None:
    desk.scanned(found(*ALL_FOUR))
    desk.converted("S-T2")
    case = workspace.case("P-1")
    assert case.stage is Stage.NEW
    assert case.missing == (Contrast.T2,)
    broken = next(s for s in case.series if s.id == "S-T2")
    assert "A slice is missing." in broken.set_aside
    desk.scanned(found(*ALL_FOUR))
    desk.converted()
    assert workspace.case("P-1").stage is Stage.CONVERTED, "sent again complete, it is taken"


def test_an_excluded_case_is_left_in_peace(desk: Desk, workspace: Workspace, runner: StillRunner) -> None:
    desk.scanned(found(*ALL_FOUR[:3]))
    desk.converted()
    with workspace.change("person", "excluded", "P-1") as change:
        change.set_stage("P-1", Stage.EXCLUDED)
    count = len(runner.specs)
    desk.scanned(found(*ALL_FOUR))
    assert len(runner.specs) == count + 1
    assert workspace.case("P-1").stage is Stage.EXCLUDED


def test_another_contrast_throws_away_what_was_made_from_the_wrong_one(
    importing: Importing, workspace: Workspace, case: str, tmp_path: Path
) -> None:
    t1, t2 = (s.id for s in workspace.case(case).series if s.contrast in (Contrast.T1, Contrast.T2))
    importing.confirm(case, {Contrast.T1: t1, Contrast.T2: t2})
    assert workspace.case(case).stage is Stage.PREPARED, "nothing new was said"
    importing.confirm(case, {Contrast.T1: t2, Contrast.T2: t1})
    assert workspace.case(case).stage is Stage.CONVERTED
    assert sorted(workspace.products(case)) == sorted(f"series/{case}-{c}" for c in ALL_CONTRASTS)
    with pytest.raises(StudyError, match="could not be converted"):
        importing.confirm(case, {Contrast.T1: "nobody"})


def test_nothing_at_all_is_said(desk: Desk, board: JobBoard) -> None:
    job = desk.scanned(to_plain(ScanResult()))
    assert (board.view(job).state, board.view(job).code) == ("failed", "no-images")


def test_tasks_started_again_after_their_end_do_no_harm(tmp_path: Path, context: Callable[..., TaskContext]) -> None:
    gone = str(tmp_path / "gone.json")
    assert convert.run(context(sources=gone)) == {"series": [], "failed": [], "identity": None, "labels": ""}
    with pytest.raises(StudyError) as raised:
        scan.run(context(order=gone))
    assert raised.value.code == "no-images"


@pytest.fixture
def context(tmp_path: Path) -> Callable[..., TaskContext]:
    return lambda **arguments: TaskContext(arguments, tmp_path, silent, lambda fact: None)


def test_a_correction_is_remembered_and_given_to_the_next_scan(
    desk: Desk, workspace: Workspace, importing: Importing, runner: StillRunner
) -> None:
    flair = replace(series(Contrast.T2, "odd"), kin="K-ODD", description="kopf", contrast=None)
    desk.scanned(found(*(replace(s, kin=f"K-{s.id}") for s in ALL_FOUR[:3]), flair))
    desk.converted()
    importing.confirm("P-1", {c: s.id for c, s in zip(ALL_CONTRASTS, (*ALL_FOUR[:3], flair), strict=True)})
    (rule,) = importing.rules.all()
    assert (rule.kin, rule.contrast, rule.words) == ("K-ODD", Contrast.FLAIR, "kopf"), "what was certain is no news"
    importing.start([desk.folder])
    order = json.loads(Path(runner.last("scan").arguments["order"]).read_text())
    assert [r["kin"] for r in order["rules"]] == ["K-ODD"]
    assert importing.rules.forget("K-ODD")
    assert importing.rules.all() == ()
    assert [row.action for row in workspace.audit() if "rule" in row.action] == [
        "site rule removed",
        "site rule added",
    ]


def test_a_rule_that_is_said_again_gains_weight_and_another_word_takes_its_place(
    desk: Desk, importing: Importing
) -> None:
    for number, contrast in enumerate((Contrast.FLAIR, Contrast.FLAIR, Contrast.T2)):
        name = f"P-{number}"
        odd = replace(series(Contrast.T1, "odd", certain=False), kin="K-ODD")
        desk.scanned(found(ALL_FOUR[0], odd, name=name))
        desk.converted()
        importing.confirm(name, {contrast: "odd"})
        (rule,) = importing.rules.all()
        assert (rule.contrast, rule.times) == (contrast, (1, 2, 1)[number])


def test_nothing_is_learned_from_series_that_cannot_be_told_apart(desk: Desk, importing: Importing) -> None:
    doubtful = [replace(series(Contrast.FLAIR, name, certain=False), kin="K") for name in ("A", "B")]
    desk.scanned(found(*ALL_FOUR[:3], *doubtful))
    desk.converted()
    importing.confirm("P-1", {Contrast.FLAIR: "B", Contrast.T1: "A"})
    assert importing.rules.all() == ()


def test_a_series_that_was_set_aside_comes_back_by_a_persons_word(
    desk: Desk, workspace: Workspace, importing: Importing, runner: StillRunner
) -> None:
    aside = replace(series(Contrast.FLAIR, "odd"), contrast=None, set_aside="a localizer", kin="K-ODD")
    desk.scanned(found(*ALL_FOUR, aside))
    desk.converted()
    assert workspace.case("P-1").stage is Stage.CONVERTED
    job = importing.overrule("P-1", "odd", Contrast.FLAIR)
    runner.finish(job, **found(*ALL_FOUR, replace(aside, set_aside="")))
    desk.board.pump()
    desk.converted()
    odd = next(s for s in workspace.case("P-1").series if s.id == "odd")
    assert (bool(odd.sha256), odd.contrast) == (True, None), "it is there to be chosen; what was chosen stays"
    with pytest.raises(StudyError, match="cannot stand"):
        importing.overrule("P-1", "S-T1", Contrast.T2)


def test_what_is_set_aside_is_seen_while_the_program_runs_and_stored_nowhere(
    desk: Desk, importing: Importing, folder: Path
) -> None:
    aside = replace(series(Contrast.FLAIR, "odd"), contrast=None, set_aside="a localizer")
    desk.scanned(found(*ALL_FOUR, aside))
    assert importing.glances.of("odd") is None
    pixels = bytes(range(7, 256, 3)) * 4
    grey = base64.b64encode(pixels[:256]).decode()
    desk.converted(glances=[{"id": "odd", "grey": grey, "why_not": ""}])
    seen = importing.glances.of("odd")
    assert seen is not None
    assert (seen.grey, seen.side) == (pixels[:256], 16)
    files = [file for file in folder.rglob("*") if file.is_file()]
    assert files
    assert not any(pixels[:32] in file.read_bytes() or grey[:32].encode() in file.read_bytes() for file in files)


def test_what_is_set_aside_is_seen_again_after_a_new_start_once_the_folder_is_imported_again(
    desk: Desk, workspace: Workspace, importing: Importing, runner: StillRunner, tmp_path: Path
) -> None:
    there = tmp_path / "odd.nii"
    there.write_bytes(b"an image")
    aside = replace(series(Contrast.FLAIR, "odd"), contrast=None, set_aside="a localizer", files=(there,))
    gone = replace(aside, id="gone", files=(tmp_path / "gone.nii",))
    desk.scanned(found(*ALL_FOUR, aside, gone))
    desk.converted()
    before = workspace.case("P-1")
    assert importing.look("P-1") == "", "where it lies is known only by a scan that leaves it unseen"
    desk.scanned(found(*ALL_FOUR, aside, gone))
    job = importing.look("P-1")
    scanned = runner.specs[job].arguments["scanned"]
    assert [one["id"] for one in scanned["series"]] == ["odd"]
    assert str(tmp_path) not in str([record.arguments for record in workspace.jobs() if record.id == job])
    runner.finish(job, case="P-1", glances=[{"id": "odd", "grey": base64.b64encode(bytes(16)).decode(), "why_not": ""}])
    desk.board.pump()
    assert importing.glances.of("odd") is not None
    assert workspace.case("P-1") == before
    desk.scanned(found(*ALL_FOUR, aside))
    assert importing.look("P-1") == "", "it was seen"


def test_a_look_at_what_is_set_aside_brings_pictures_and_nothing_else(
    tmp_path: Path, context: Callable[..., TaskContext]
) -> None:
    voxels = np.arange(np.prod(SHAPE), dtype=np.int16).reshape(SHAPE)
    (tmp_path / "in").mkdir()
    file = write_array(tmp_path / "in" / "P_final_seg.nii.gz", voxels, GRID)
    aside = replace(series(Contrast.FLAIR, "seg"), contrast=None, set_aside="a label map", files=(file,))
    looking = context(scanned=to_plain(ScannedCase("P-1", "Q-1", "", (aside,))))
    result = look.run(looking)
    assert (sorted(result), result["case"], [one["id"] for one in result["glances"]]) == (
        ["case", "glances"], "P-1", ["seg"]
    )  # fmt: skip
    assert result["glances"][0]["grey"]
    assert [path.name for path in looking.scratch.iterdir()] == ["in"]


def test_who_it_is_is_known_of_a_case_none_of_which_can_be_converted(
    tmp_path: Path, context: Callable[..., TaskContext]
) -> None:
    who = {"patient_name": "Mustermann^Erika", "patient_id": "KH-998877", "study_date": "20260401"}
    head = Volume(np.arange(np.prod(SHAPE), dtype=np.float32).reshape(SHAPE), GRID)
    files = write_series(head, tmp_path / "in", Contrast.T1, **who)
    files[0].write_bytes(b"not the first one")
    files[2].unlink()
    cut = replace(series(Contrast.T1), files=tuple(files), kind=SeriesKind.DICOM)
    sources = tmp_path / "order.json"
    sources.write_text(json.dumps({**to_plain(ScannedCase("P-1", "Q-1", "", (cut,))), "salt": "00" * 32}))
    result = convert.run(context(sources=str(sources)))
    assert [one["id"] for one in result["failed"]] == [cut.id]
    assert result["identity"]["patient_name"] == "Mustermann^Erika"
    assert "Mustermann" not in json.dumps({**result, "identity": None})


def test_pictures_of_what_is_set_aside_do_not_fill_the_memory(importing: Importing) -> None:
    for number in range(2100):
        importing.glances.take([{"id": f"S-{number}", "grey": "", "why_not": "no"}])
    held = [number for number in range(2100) if importing.glances.of(f"S-{number}")]
    assert held == [*range(100, 2100)]


def test_a_conversion_looks_at_what_is_set_aside_and_at_what_failed(
    tmp_path: Path, context: Callable[..., TaskContext]
) -> None:
    voxels = np.arange(np.prod(SHAPE), dtype=np.int16).reshape(SHAPE)
    files = [write_array(tmp_path / f"{n}.nii.gz", voxels, GRID) for n in ("in", "aside")]
    files.append(tmp_path / "gone.nii.gz")
    (used, aside, failed) = (replace(series(ALL_CONTRASTS[n]), files=(file,)) for n, file in enumerate(files))
    order = ScannedCase("P-1", "Q-1", "", (used, replace(aside, set_aside="a mask"), failed))
    sources = tmp_path / "order.json"
    sources.write_text(json.dumps({**to_plain(order), "salt": "00" * 32}))
    result = convert.run(context(sources=str(sources)))
    assert [one["id"] for one in result["failed"]] == [failed.id]
    assert [one["id"] for one in result["glances"]] == [aside.id, failed.id]
    seen, unseen = result["glances"]
    assert (len(base64.b64decode(seen["grey"])), seen["why_not"]) == (128 * 128, "")
    assert (unseen["grey"], unseen["why_not"]) == ("", "No picture: its pixels cannot be shown.")
    # the volume and its thumbnail are written; of what is set aside nothing is
    made = {file.name for file in tmp_path.iterdir()} - {"in.nii.gz", "aside.nii.gz", "order.json"}
    assert made == {"0.nii.gz", "0.png"}


def test_whom_earlier_imports_brought_goes_to_the_scan_through_its_pipe_alone(
    desk: Desk,
    workspace: Workspace,
    bus: FactsBus,
    board: JobBoard,
    runner: StillRunner,
    folder: Path,
    cheap_scrypt: None,
) -> None:
    secrets = Secrets(workspace, environment={"FETS_DESKTOP_PASSPHRASE": "correct horse battery"})
    desk.importing = Importing(workspace, bus, board, Identities(workspace, secrets, Choices(workspace, bus)))
    mark = Mark("Q-1", Person("mab", "", "mcd", "mef"), "m12")
    desk.scanned(found(*ALL_FOUR, marks=(mark,)))
    desk.converted()
    spec = runner.specs[desk.importing.start([desk.folder])]
    earlier = scan.earlier_of(spec.arguments["earlier"])
    assert (earlier.marks, earlier.closed, len(earlier.key)) == ({"Q-1": (mark,)}, False, 32)
    assert (earlier.patients, earlier.series) == ({"Q-1"}, {one.id for one in ALL_FOUR})
    key = earlier.key.hex()
    assert not any(key in file.read_text("latin-1") for file in folder.rglob("*") if file.is_file())
    assert not any(earlier.key in file.read_bytes() for file in folder.rglob("*") if file.is_file())
    assert "earlier" not in json.loads(Path(spec.arguments["order"]).read_text())


def test_marks_say_whether_their_key_is_locked_away_or_lost(workspace: Workspace, cheap_scrypt: None) -> None:
    words = {"FETS_DESKTOP_PASSPHRASE": "correct horse battery"}
    nowhere = Marks(workspace, Secrets(workspace, environment={})).for_the_scan()
    assert (nowhere["key"], nowhere["closed"]) == ("", False)
    plain = to_plain(Mark("Q-1", Person("mab", "", "", ""), "m12"))
    marks = Marks(workspace, Secrets(workspace, environment=words))
    marks.add([plain])
    marks.add([plain, to_plain(Mark("Q-1", Person("mab", "", "mcd", ""), "m13"))])
    assert [len(some) for some in marks.for_the_scan()["marks"].values()] == [2]
    locked = Marks(workspace, Secrets(workspace, environment={})).for_the_scan()
    assert (locked["key"], locked["closed"], list(locked["marks"])) == ("", True, ["Q-1"])
    Secrets(workspace, environment=words).delete("marks")
    anew = Marks(workspace, Secrets(workspace, environment=words)).for_the_scan()
    assert (len(anew["key"]), anew["closed"], anew["marks"]) == (64, False, {}), "what a lost key made says nothing"


def test_a_verdict_on_a_clash_scans_again(desk: Desk, importing: Importing, runner: StillRunner) -> None:
    clash = (Fault("identity-clash", "2 people.", "X-1A"), Fault("identity-clash", "3 people.", "line 4"))
    desk.scanned(found(*ALL_FOUR, faults=clash, notes=(SetAside("P-1", "in the future"),)))
    assert importing.last_report is not None
    assert importing.last_report.clashes == ("X-1A",), "a list's line must be mended in the list"
    assert importing.last_report.notes == (("P-1", "in the future"),)
    importing.judge("X-1A", Verdict.PEOPLE)
    order = json.loads(Path(runner.last("scan").arguments["order"]).read_text())
    assert order["verdicts"] == {"X-1A": "two"}


def test_a_clash_waits_for_its_verdict_through_later_imports(desk: Desk, importing: Importing) -> None:
    clash, cut = Fault("identity-clash", "2 people.", "X-1A"), Fault("unreadable-image", "Cut short.", "file 1")
    desk.scanned(found(*ALL_FOUR, faults=(clash, cut)))
    desk.scanned(found(*ALL_FOUR, name="P-2"))
    report = importing.last_report
    assert report is not None
    assert (report.clashes, [fault[3] for fault in report.faults]) == (("X-1A",), ["X-1A"])
    importing.judge("X-1A", Verdict.PEOPLE)
    desk.scanned(found(*ALL_FOUR, name="P-3"))
    assert (importing.last_report.clashes, importing.last_report.faults) == ((), ())


def test_what_comes_by_itself_takes_nothing_away_that_was_not_read(
    desk: Desk, importing: Importing, workspace: Workspace, runner: StillRunner, board: JobBoard
) -> None:
    clash, cut = Fault("identity-clash", "2 people.", "X-1A"), Fault("unreadable-image", "Cut short.", "file 1")
    desk.scanned(found(*ALL_FOUR, faults=(clash, cut), set_aside=(SetAside("1 other file", "no image"),)))
    received = workspace.scratch / "received" / "one"
    received.mkdir(parents=True)
    for _ in range(2):
        job = importing.start([received], remove=True)
        runner.finish(job, **found(*ALL_FOUR, name="P-2", faults=(Fault("no-images", "", "file 2"),)))
        board.pump()
    report = importing.last_report
    assert report is not None
    assert (report.cases, report.clashes, len(report.set_aside)) == (("P-1", "P-2"), ("X-1A",), 1)
    assert [fault[3] for fault in report.faults] == ["X-1A", "file 1", "file 2"]
    desk.scanned(found(*ALL_FOUR, name="P-3"))
    assert importing.last_report.cases == ("P-3",), "who starts another import has read the one before"


def test_what_a_pacs_sent_is_removed_with_the_last_conversion(
    desk: Desk, workspace: Workspace, importing: Importing, runner: StillRunner, board: JobBoard
) -> None:
    received = workspace.scratch / "received" / "one"
    received.mkdir(parents=True)
    (received / "a.dcm").write_bytes(b"x")
    job = importing.start([received], remove=True)
    one, other = (ScannedCase(name, f"Q-{name}", "", ALL_FOUR) for name in ("P-1", "P-2"))
    runner.finish(job, **to_plain(ScanResult((one, other))))
    board.pump()
    first, second = importing.conversions(job)
    desk.converted(job=first)
    assert received.exists()
    desk.converted(job=second)
    assert not received.exists()


def test_a_persons_own_folder_is_never_removed(desk: Desk, importing: Importing, runner: StillRunner) -> None:
    desk.folder.mkdir()
    job = importing.start([desk.folder], remove=True)
    runner.finish(job, **found(*ALL_FOUR))
    desk.board.pump()
    desk.converted()
    assert desk.folder.exists()


def test_a_stopped_scan_is_taken_up_with_what_it_has_read(
    importing: Importing, board: JobBoard, runner: StillRunner, tmp_path: Path
) -> None:
    job = importing.start([tmp_path])
    order = Path(runner.last("scan").arguments["order"])
    order.with_suffix(".headers").write_text("read so far")
    board.cancel(job)
    board.pump()
    importing.start([tmp_path])
    assert runner.last("scan").arguments["order"] == str(order)
    assert order.with_suffix(".headers").exists()
    board.cancel(runner.last("scan").id)
    board.pump()
    (tmp_path / "x").mkdir()
    importing.start([tmp_path / "x"])
    assert not order.with_suffix(".headers").exists()


def test_a_series_in_whose_pixels_text_may_stand_is_flagged_where_one_exports(
    desk: Desk, workspace: Workspace, importing: Importing, board: JobBoard, runner: StillRunner
) -> None:
    desk.scanned(found(*ALL_FOUR))
    spec = runner.last("convert")
    picture = write_png(spec.scratch / "t.png", np.zeros((4, 4), np.uint8))
    done = []
    for number, one in enumerate(ALL_FOUR):
        file = write_array(spec.scratch / f"{number}.nii.gz", np.full(SHAPE, number, np.int16), GRID)
        headers = spec.scratch / f"{number}.headers.zip"
        headers.write_bytes(b"headers %d" % number)
        item = {"id": one.id, "file": str(file), "grid": to_plain(GRID), "thumbnail": str(picture)}
        done.append({**item, "headers": str(headers), "shows": ["burned-in"] if number == 1 else []})
    runner.finish(spec.id, series=done, failed=[], identity="")
    board.pump()
    assert "text may be burnt into its pictures" in workspace.case("P-1").series[1].why
    assert "burnt" not in workspace.case("P-1").series[0].why
    assert sum(name.startswith("source/") for name in workspace.products("P-1")) == 4
    assert Exporting(workspace, board).burned_in(["P-1"]) == [ALL_FOUR[1].id]


def test_who_it_is_goes_from_the_pipe_into_the_sealed_table_and_no_other_file(
    desk: Desk, workspace: Workspace, board: JobBoard, runner: StillRunner, folder: Path, identities: Identities
) -> None:
    identities.decide(True, "a passphrase of the tests")
    desk.scanned(found(*ALL_FOUR))
    who = to_plain(SourceIdentity("88123457", "Zyklowska^Wanda"))
    runner.finish(runner.last("convert").id, series=[], failed=[], identity=who)
    board.pump()
    assert identities.of("Q-1") == SourceIdentity("88123457", "Zyklowska^Wanda")
    assert not any(b"Zyklowska" in file.read_bytes() for file in folder.rglob("*") if file.is_file())
