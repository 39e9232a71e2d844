"""Evaluating: which cases and models are meant, what is scored, what is refused by name, and what is kept."""

import csv
import json
import shutil
import stat
from collections.abc import Callable
from pathlib import Path

import numpy as np
import pytest
import torch
from brats_folder import put_bright_case, put_case
from candidate_models import make_candidate
from small_case import GRID, SHAPE
from still_runner import StillRunner
from tiny_models import make_tiny_model
from trusted import taken

from fets_desktop.app.annotations.reviewing import Reviewing
from fets_desktop.app.bus import FactsBus
from fets_desktop.app.choices import Choices
from fets_desktop.app.evaluating import Evaluating, Evaluation
from fets_desktop.app.evaluation_words import MEASURES, paired_in_words
from fets_desktop.app.job_board import JobBoard
from fets_desktop.app.keyring_ import Secrets
from fets_desktop.app.labelled_folder import labelled_cases
from fets_desktop.app.models import Models
from fets_desktop.app.schemes import schemes_for_scoring
from fets_desktop.app.score_table import write_csv, write_json
from fets_desktop.app.signing import Signing
from fets_desktop.app.splitting import Splitting
from fets_desktop.app.tasks import evaluate as task
from fets_desktop.imaging.files import read_volume, write_array
from fets_desktop.jobs.worker import TaskContext
from fets_desktop.review.measures import dice
from fets_desktop.segment.network import Network
from fets_desktop.segment.propose import propose
from fets_desktop.store.workspace import Workspace
from fets_desktop.study.contrast import ALL_CONTRASTS, Contrast
from fets_desktop.study.errors import Cancelled, StudyError
from fets_desktop.study.fusing import Fusion
from fets_desktop.study.labels import BRATS_2021, BRATS_2023, POST_OPERATIVE, REGIONS, region_mask
from fets_desktop.study.progress import silent

PATIENT = "Erika_Mustermann"


@pytest.fixture
def models(workspace: Workspace, bus: FactsBus) -> Models:
    return Models(workspace, bus, Signing(workspace, Secrets(workspace)))


@pytest.fixture
def evaluating(workspace: Workspace, board: JobBoard, models: Models, choices: Choices) -> Evaluating:
    choices.set("jobs.threads", 1)
    return Evaluating(workspace, board, models, choices)


@pytest.fixture(scope="session")
def two(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Path]:
    torch.set_num_threads(1)
    folder = tmp_path_factory.mktemp("two")
    return make_tiny_model(folder, "one", seed=3), make_tiny_model(folder, "other", seed=4)


@pytest.fixture
def three(tmp_path: Path) -> list[Path]:
    """Networks that call FLAIR above 0.5, 1.5 and 2.5 deviations oedema, and nothing enhancing."""
    return [make_candidate(tmp_path, name, at, 50) for name, at in (("low", 0.5), ("middle", 1.5), ("high", 2.5))]


Do = Callable[..., Evaluation]


@pytest.fixture
def do(runner: StillRunner, board: JobBoard, evaluating: Evaluating) -> Do:
    """Run the newest evaluation here, and report as its worker would."""

    def run(progress=silent) -> Evaluation:
        spec = runner.last("evaluate")
        result = task.run(TaskContext(json.loads(json.dumps(spec.arguments)), spec.scratch, progress, lambda _: None))
        runner.finish(spec.id, **json.loads(json.dumps(result)))
        board.pump()
        assert board.view(spec.id).state == "done", board.view(spec.id).error
        return evaluating.result(spec.id)

    return run


def test_scores_are_those_of_what_the_model_proposes(
    evaluating: Evaluating, do: Do, two: tuple[Path, Path], tmp_path: Path
) -> None:
    put_case(tmp_path / "cases" / "A", "A")
    evaluating.start_folder([str(two[0])], tmp_path / "cases")
    [model] = do().models
    [row] = model["cases"]
    assert (row["case"], model["refused"]) == ("A", [])
    volumes = {c: read_volume(tmp_path / f"cases/A/A_{c.brats_name}.nii.gz") for c in ALL_CONTRASTS}
    found = propose(Network.load(two[0], 1), volumes).labels
    truth = np.zeros(SHAPE, np.uint8)
    truth[8:12, 8:12, 4:8], truth[8:12, 8:12, 8:12], truth[8:12, 8:12, 12:16] = 1, 2, 4
    for region in REGIONS:
        expected = dice(region_mask(found.array, region, found.scheme), region_mask(truth, region, BRATS_2021))
        assert row["dice"][region] == expected
        assert model["mean"]["dice"][region] == expected
    assert (
        {"dice", "hd95_mm", "sensitivity", "specificity"} <= set(MEASURES) == set(model["interval"]) - {"dice_overall"}
    )
    assert model["interval"]["dice"]["ET"] is None, "one case says nothing of others"
    assert row["seconds"] > 0


def test_a_bad_case_is_listed_and_the_rest_goes_on(
    evaluating: Evaluating, do: Do, two: tuple[Path, Path], tmp_path: Path
) -> None:
    folder = tmp_path / "cases"
    for name in ("A", "B", "C", "D", "E", "F"):
        put_case(folder / name, name)
    (folder / "B" / "B_t2.nii.gz").unlink()
    zeros = np.zeros(SHAPE, dtype=np.float32)
    write_array(folder / "C" / "C_flair.nii.gz", zeros, GRID)
    whole = (folder / "D" / "D_seg.nii.gz").read_bytes()
    (folder / "D" / "D_seg.nii.gz").write_bytes(whole[: len(whole) // 2])
    labels = np.full(SHAPE, 7, dtype=np.uint8)
    write_array(folder / "E" / "E_seg.nii.gz", labels, GRID)
    zeros[5:9] = np.nan
    write_array(folder / "F" / "F_t1.nii.gz", zeros, GRID)
    evaluating.start_folder([str(two[0])], folder)
    [model] = do().models
    assert [row["case"] for row in model["cases"]] == ["A"]
    assert {fault["case"]: fault["code"] for fault in model["refused"]} == {
        "B": "missing-contrast",
        "C": "bad-voxels",
        "D": "unreadable-image",
        "E": "stray-labels",
        "F": "bad-voxels",
    }
    assert "T2" in next(fault["detail"] for fault in model["refused"] if fault["case"] == "B")


def test_what_was_scored_stays_scored_and_holds_no_name(
    evaluating: Evaluating, do: Do, runner: StillRunner, board: JobBoard, two: tuple[Path, Path], tmp_path: Path,
    workspace: Workspace, monkeypatch: pytest.MonkeyPatch,
) -> None:  # fmt: skip
    for number in range(3):
        put_case(tmp_path / "cases" / f"{PATIENT}{number}", f"{PATIENT}{number}", seed=number)
    loads = []
    load = Network.load
    monkeypatch.setattr(task.Network, "load", lambda path, threads: loads.append(path) or load(path, threads))
    job = evaluating.start_folder([str(two[0])], tmp_path / "cases")
    [order] = (workspace.scratch / "evaluations" / "inbox").iterdir()
    assert stat.S_IMODE(order.parent.stat().st_mode) == 0o700

    def cut(fraction: float, note: str) -> None:
        assert PATIENT not in note
        if note == "Case 2 of 3" and fraction > 0.5:
            raise Cancelled

    with pytest.raises(Cancelled):
        do(cut)
    runner.cancel(job)
    board.pump()
    kept = list((workspace.scratch / "evaluations" / "scores").iterdir())
    assert len(kept) == 1
    assert evaluating.start_folder([str(two[0])], tmp_path / "cases") != job
    first = do().models[0]
    assert [row["case"] for row in first["cases"]] == [f"{PATIENT}{n}" for n in range(3)]
    assert len(loads) == 2
    shutil.move(tmp_path / "cases", tmp_path / "moved")
    evaluating.start_folder([str(two[0])], tmp_path / "moved")
    assert do().models[0] == first
    assert len(loads) == 2, "the same bytes with the same model are not run again, wherever they lie"
    evaluating.start_folder([str(two[1])], tmp_path / "moved")
    assert do().models[0]["cases"] != first["cases"]
    assert len(loads) == 3
    left = [path for path in workspace.folder.rglob("*") if path.is_file()]
    assert not [p for p in left if PATIENT in p.name or PATIENT.encode() in p.read_bytes()]


def test_two_models_are_compared_case_by_case(
    evaluating: Evaluating, do: Do, models: Models, two: tuple[Path, Path], tmp_path: Path
) -> None:
    for number in range(3):
        put_case(tmp_path / "cases", f"P{number}", seed=number)
    names = [taken(models, file).id for file in two]
    evaluating.start_folder([*names, names[0]], tmp_path / "cases")
    found = do()
    assert [model["model"] for model in found.models] == names
    [test] = found.paired
    assert test["models"] == names
    overall = test["dice_overall"]
    means = [[np.mean(list(row["dice"].values())) for row in model["cases"]] for model in found.models]
    assert overall["difference"]["mean"] == pytest.approx(np.mean(means[0]) - np.mean(means[1]), abs=1e-12)
    assert (overall["cases"], len(test["dice"])) == (3, 3)
    assert len(paired_in_words(test)) == 4


def test_a_fusion_is_scored_beside_its_members(
    evaluating: Evaluating, do: Do, workspace: Workspace, three: list[Path], tmp_path: Path
) -> None:
    cases = {name: put_bright_case(tmp_path / "cases" / name, name) for name in ("A", "B")}
    evaluating.start_folder([*map(str, three)], tmp_path / "cases", fusion=Fusion("majority"), against=str(three[0]))
    found = do()
    *members, fused = found.models
    assert [model["model"].split("@")[0] for model in found.models] == ["low", "middle", "high", "fused_majority"]
    assert fused["model"] == Fusion("majority").name(model["model"] for model in members)
    assert found.against == members[0]["model"]
    assert {tuple(test["models"]) for test in found.paired} >= {(one["model"], fused["model"]) for one in members}
    for number, (name, (truth, votes)) in enumerate(cases.items()):
        row = fused["cases"][number]
        assert row["case"] == name
        assert row["dice"]["WT"] == dice(votes >= 2, truth) < 1
        assert [m["cases"][number]["dice"]["WT"] for m in members] == [dice(votes >= n, truth) for n in (1, 2, 3)]
        assert row["seconds"] > sum(model["cases"][number]["seconds"] for model in members) - 1e-3
        assert {m: each["ED"]["weight"] for m, each in row["standings"].items()} == {
            m["model"]: pytest.approx(1 / 3) for m in members
        }
    for member in members:
        each = [row["standings"][member["model"]]["ED"]["sensitivity"] for row in fused["cases"]]
        assert fused["standings"][member["model"]]["ED"]["sensitivity"] == pytest.approx(np.mean(each))
    assert found.head is fused
    best = max(members, key=lambda m: m["mean"]["dice_overall"])
    assert [m["model"] for m in found.beside().models] == [fused["model"], best["model"]]
    two = found.beside(members[2]["model"])
    assert [m["model"] for m in two.models] == [fused["model"], members[2]["model"]]
    assert [set(test["models"]) for test in two.paired] == [{fused["model"], members[2]["model"]}]
    kept = workspace.scratch / "evaluations" / "scores"
    assert {path.suffix for path in kept.iterdir()} == {".json"}, "no label map of a labelled case stays"


def test_a_fusion_that_was_stopped_goes_on_and_runs_nobody_again(
    evaluating: Evaluating, do: Do, runner: StillRunner, board: JobBoard, three: list[Path], tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:  # fmt: skip
    for name in ("A", "B"):
        put_bright_case(tmp_path / "cases" / name, name)
    runs: list[str] = []
    real = task.propose
    monkeypatch.setattr(task, "propose", lambda network, *rest: runs.append(network.card.name) or real(network, *rest))

    def start() -> str:
        return evaluating.start_folder([*map(str, three)], tmp_path / "cases", fusion=Fusion("staple"))

    def cut(fraction: float, note: str) -> None:
        if len(runs) == 4:
            raise Cancelled

    job = start()
    with pytest.raises(Cancelled):
        do(cut)
    runner.cancel(job)
    board.pump()
    start()
    first = do()
    assert runs == ["low", "low", "middle", "middle", "middle", "high", "high"], "the one that was stopped runs again"
    start()
    assert do().models == first.models
    assert len(runs) == 7
    evaluating.start_folder([*map(str, three)], tmp_path / "cases", fusion=Fusion("majority"))
    do()
    assert len(runs) == 13, "another fusion needs what they propose again: it was not kept"


def test_a_member_that_cannot_run_is_told_and_the_others_are_fused(
    evaluating: Evaluating, do: Do, three: list[Path], tmp_path: Path
) -> None:
    truth, votes = put_bright_case(tmp_path / "cases" / "A", "A")
    evaluating.start_folder([*map(str, three)], tmp_path / "cases", fusion=Fusion("voting"))
    content = three[2].read_bytes()
    three[2].write_bytes(content[:-1])
    try:
        *_, high, fused = do().models
    finally:
        three[2].write_bytes(content)
    assert [one["code"] for one in high["refused"]] == ["bad-model"]
    assert (high["cases"], high["mean"], fused["refused"]) == ([], {}, [])
    assert fused["cases"][0]["dice"]["WT"] == dice(votes >= 2, truth), "of two both have to say so"
    assert fused["cases"][0]["remarks"][-1] == "Fused of 2 of 3 members: the others failed on it."
    evaluating.start_folder([*map(str, three)], tmp_path / "cases", fusion=Fusion("voting"))
    assert do().models[-1]["cases"][0]["seconds"] != fused["cases"][0]["seconds"], "half a fusion is not kept"


def test_a_case_that_cannot_be_read_is_refused_to_the_fusion_too(
    evaluating: Evaluating, do: Do, three: list[Path], tmp_path: Path
) -> None:
    put_bright_case(tmp_path / "cases" / "A", "A")
    put_bright_case(tmp_path / "cases" / "B", "B")
    write_array(tmp_path / "cases" / "B" / "B_t1ce.nii.gz", np.zeros(SHAPE, np.float32), GRID)
    evaluating.start_folder([*map(str, three)], tmp_path / "cases", fusion=Fusion("majority"))
    fused = do().models[-1]
    assert [row["case"] for row in fused["cases"]] == ["A"]
    assert [(one["case"], one["code"]) for one in fused["refused"]] == [("B", "bad-voxels")]


def test_the_workspace_s_own_validation_cases_are_scored(
    evaluating: Evaluating, do: Do, models: Models, workspace: Workspace, reviewing: Reviewing, bus: FactsBus,
    choices: Choices, add_prepared: Callable[..., str], two: tuple[Path, Path], tmp_path: Path,
) -> None:  # fmt: skip
    taken(models, two[0])
    with pytest.raises(StudyError) as raised:
        evaluating.start_own(["one"])
    assert raised.value.code == "too-few-cases"
    labels = np.zeros(SHAPE, np.uint8)
    labels[5:12, 9:16, 7:14], labels[6:9, 10:13, 8:11] = 2, 4
    for number in range(3):
        add_prepared(workspace, f"P-{number}", patient=f"Q-{number}")
        reviewing.import_labels(f"P-{number}", write_array(tmp_path / "seg.nii.gz", labels, GRID))
        reviewing.approve_newest(f"P-{number}", "Dr. Weber")
    split = Splitting(workspace, bus, choices).draw()
    evaluating.start_own(["one"])
    found = do()
    assert found.own
    assert [row["case"] for row in found.models[0]["cases"]] == list(split.validation) == evaluating.own_cases()


def test_models_are_named_as_people_name_them_and_refused_by_name(
    evaluating: Evaluating, models: Models, runner: StillRunner, do: Do, two: tuple[Path, Path], tmp_path: Path
) -> None:
    put_case(tmp_path / "cases", "A")
    stored = taken(models, two[0])

    def start(*names: str) -> str:
        evaluating.start_folder(names, tmp_path / "cases")
        return str(json.loads(Path(runner.last("evaluate").arguments["order"]).read_text())["models"][0]["sha256"])

    assert start("one") == start(stored.id) == start(str(two[0])) == stored.sha256
    for name, words in (("nobody", "nobody"), (str(tmp_path / "no.fetsmodel"), r"no\.fetsmodel")):
        with pytest.raises(StudyError, match=words) as raised:
            start(name)
        assert raised.value.code == "bad-model"
    broken = tmp_path / "broken.fetsmodel"
    content = bytearray(two[0].read_bytes())
    content[len(content) // 2] ^= 1
    broken.write_bytes(content)
    with pytest.raises(StudyError, match=r"broken\.fetsmodel: ") as raised:
        start(str(broken))
    assert raised.value.code == "bad-model"


def test_a_model_that_was_altered_in_the_registry_is_refused_by_name(
    evaluating: Evaluating, models: Models, do: Do, two: tuple[Path, Path], tmp_path: Path
) -> None:
    put_case(tmp_path / "cases", "A")
    stored = taken(models, two[0])
    stored.path.chmod(0o600)
    stored.path.write_bytes(two[1].read_bytes())  # a sound model, but another
    evaluating.start_folder(["one"], tmp_path / "cases")
    with pytest.raises(StudyError, match=stored.id) as raised:
        do()
    assert raised.value.code == "bad-model"


def test_names_of_both_ages_and_files_side_by_side_are_found(tmp_path: Path) -> None:
    put_case(tmp_path / "BraTS-GLI-00001-000", "BraTS-GLI-00001-000", new=True, sep="-")
    put_case(tmp_path / "Brats18_X_1", "Brats18_X_1")
    put_case(tmp_path, "flat")
    put_case(tmp_path / "again", "flat")
    write_array(tmp_path / "Brats18_X_1" / "Brats18_X_1_seg_PIM.nii.gz", np.zeros(SHAPE, np.uint8), GRID)
    (tmp_path / "cases.csv").write_text("case\n")
    found = labelled_cases(tmp_path)
    assert [case.name for case in found] == [
        "BraTS-GLI-00001-000",
        "Brats18_X_1",
        "again/flat",
        f"{tmp_path.name}/flat",
    ]
    assert [case.new_names for case in found] == [True, False, False, False]
    assert all(set(case.volumes) == set(ALL_CONTRASTS) and case.labels for case in found)
    assert found[0].volumes[Contrast.T1GD].name == "BraTS-GLI-00001-000-t1c.nii.gz"
    (tmp_path / "empty").mkdir()
    for folder, code in ((tmp_path / "empty", "too-few-cases"), (tmp_path / "nowhere", "no-images")):
        with pytest.raises(StudyError) as raised:
            labelled_cases(folder)
        assert raised.value.code == code


@pytest.mark.parametrize(
    ("maps", "new", "scheme"),
    [
        ([{0, 1, 2, 4}, {0, 1, 2}], False, BRATS_2021),
        ([{0, 2}, {0}], False, BRATS_2021),
        ([{0, 1, 2, 3}, {0, 2}], True, BRATS_2023),
        ([{0, 1, 2, 4}], True, BRATS_2021),
        ([{0, 3}, {0, 4}], False, BRATS_2021),
        ([{0, 3}, {0, 4}], True, POST_OPERATIVE),
        ([{0, 3, 4}], False, POST_OPERATIVE),
        ([{0, 1, 2, 3}], False, None),
    ],
)
def test_a_folder_s_scheme_is_that_of_all_its_files(maps: list[set[int]], new: bool, scheme: object) -> None:
    found = {index: (values, new) for index, values in enumerate(maps)}
    if scheme is None:
        with pytest.raises(StudyError) as raised:
            schemes_for_scoring(found)
        assert raised.value.code == "ambiguous-scheme"
    else:
        assert set(schemes_for_scoring(found).values()) == {scheme}


def test_scores_become_files_that_spreadsheets_and_programs_read(tmp_path: Path) -> None:
    row = {measure: {str(region): 0.5 for region in REGIONS} for measure in MEASURES}
    models = [{"model": "m@1", "cases": [{"case": "=1+1", "seconds": 2.0, **row}]}]
    rows = list(csv.DictReader(write_csv(models, tmp_path / "s.csv").read_text(encoding="utf-8").splitlines()))
    assert [one["region"] for one in rows] == ["ET", "TC", "WT"]
    assert rows[0]["case"] == "'=1+1", "a name is never a formula"
    assert float(rows[0]["lesion_hd95_mm"]) == 0.5
    assert json.loads(write_json(models, [], tmp_path / "s.json").read_text())["models"] == models


def test_a_paired_test_is_told_from_the_better_model_s_side() -> None:
    difference = {"mean": -0.042, "low": -0.089, "high": 0.009}
    overall = {"cases": 16, "difference": difference, "better": 4, "worse": 12, "p": 0.0741}
    same = {"cases": 1, "difference": {"mean": 0.0, "low": None, "high": None}, "better": 0, "worse": 0, "p": 1.0}
    test = {"models": ["a@1", "b@2"], "dice_overall": overall, "dice": {"ET": same}}
    assert paired_in_words(test) == [
        "Mean Dice: b@2 scores 0.042 (95 % interval -0.009 to +0.089) above a@1 on 16 cases, and is better on 12; "
        "p = 0.074, which may be chance.",
        "Dice of ET: a@1 and b@2 score the same on 1 case.",
    ]
    assert paired_in_words({"models": ["a@1", "b@2"]}) == ["a@1 and b@2 were scored on no case in common."]
