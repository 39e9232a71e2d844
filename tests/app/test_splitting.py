"""The split of a workspace: like in volume and scanner, frozen while a federation goes on, to and from FeTS's files."""

from collections.abc import Callable
from pathlib import Path

import pytest

from fets_desktop.app.bus import FactsBus
from fets_desktop.app.choices import Choices
from fets_desktop.app.splitting import Side, Splitting
from fets_desktop.store.workspace import Workspace
from fets_desktop.study.annotation import Annotation
from fets_desktop.study.case import Case, Series, Stage
from fets_desktop.study.contrast import Contrast
from fets_desktop.study.errors import StudyError
from fets_desktop.study.pseudonym import case_name, patient_name

SALT = bytes(range(32))
Approve = Callable[..., str]


@pytest.fixture
def approve(workspace: Workspace, tmp_path: Path) -> Approve:
    def make(name: str, volume_ml: float, scanner: str = "Siemens 3 T", patient: str = "") -> str:
        path = tmp_path / "labels.bin"
        path.write_bytes(name.encode())
        file = workspace.files.publish(path)
        series = Series(f"S-{name}", name, contrast=Contrast.T1GD, scanner=scanner)
        with workspace.change("person", "x", name) as change:
            change.put_case(Case(name, patient or name, Stage.APPROVED, series=(series,)))
            change.put_annotation(
                Annotation(f"{name}/1", name, 1, "A", None, file.sha256, "brats-2023", "2026-01-01", {"WT": volume_ml})
            )
        return name

    return make


@pytest.fixture
def going() -> list[str]:
    return []


@pytest.fixture
def splitting(workspace: Workspace, bus: FactsBus, going: list[str]) -> Splitting:
    return Splitting(workspace, bus, Choices(workspace, bus), lambda: going)


def write(folder: Path, train: list[str], validation: list[str]) -> Path:
    folder.mkdir(exist_ok=True)
    for name, names in (("train.csv", train), ("val.csv", validation)):
        (folder / name).write_text("\n".join(("data_uid", *names)) + "\n")
    return folder


def test_both_sides_are_alike_in_volume_and_scanner(splitting, approve):
    for number in range(10):
        approve(f"P-{number:02d}", 10.0 * number, "Siemens 3 T" if number < 5 else "GE 1.5 T")
    splitting.draw()
    train, validation = splitting.both_sides()
    assert train.scanners == {"Siemens 3 T": 4, "GE 1.5 T": 4}
    assert validation.scanners == {"Siemens 3 T": 1, "GE 1.5 T": 1}
    assert (train.patients, validation.cases) == (8, 2)
    assert train.median_ml is not None


def test_a_patient_s_time_points_count_once(splitting, approve):
    approve("P-1", 5.0, patient="Q")
    approve("P-2", 50.0, patient="Q")
    splitting.draw()
    assert splitting.both_sides() == (Side(2, 1, 50.0, {"Siemens 3 T": 1}), Side())


def test_nothing_changes_while_a_federation_goes_on(splitting, approve, going, tmp_path):
    approve("P-1", 5.0)
    approve("P-2", 9.0)
    before = splitting.draw()
    approve("P-3", 7.0)
    going.append("Trial")
    for deed in (splitting.draw, lambda: splitting.read(write(tmp_path / "s", ["P-3"], ["P-1"]))):
        with pytest.raises(StudyError, match="Trial") as raised:
            deed()
        assert raised.value.code == "split-frozen"
    assert splitting.current() == before
    going.clear()
    assert set(splitting.draw().train + splitting.draw().validation) == {"P-1", "P-2", "P-3"}


def test_fets_s_files_are_taken_and_drawn_on_from(splitting, approve, tmp_path, workspace):
    for number in range(5):
        approve(f"P-{number}", 10.0)
    taken = splitting.read(write(tmp_path / "s", ["P-0", "P-1", "elsewhere"], ["P-2"]))
    assert (taken.split.train, taken.split.validation) == (("P-0", "P-1"), ("P-2",))
    assert (taken.given, taken.unknown) == (3, 1)
    after = splitting.draw()
    assert {"P-0", "P-1"} <= set(after.train)
    assert after.validation == ("P-2",), "one of five validates, and one does already"
    files = splitting.write(tmp_path / "out")
    assert [file.name for file in files] == ["train.csv", "val.csv"]
    assert splitting.read(tmp_path / "out").given == 0
    assert [row.action for row in workspace.audit(4)] == ["split read", "split written", "split drawn", "split read"]


def test_names_from_before_the_import_are_known(splitting, approve, tmp_path, workspace):
    (workspace.folder / "pseudonym.key").write_bytes(SALT)
    key = "name brats-gli-00005"
    visit = case_name(SALT, patient_name(SALT, key), key, "001")
    listed = patient_name(SALT, "id 4711")
    approve(visit, 1.0, patient=patient_name(SALT, key))
    approve(f"{listed}-ABC", 1.0, patient=listed)
    taken = splitting.read(write(tmp_path / "s", ["BraTS-GLI-00005-001"], ["4711"]))
    assert (taken.split.train, taken.split.validation) == ((visit,), (f"{listed}-ABC",))


@pytest.mark.parametrize(
    ("train", "validation", "words"),
    [
        (["P-1"], ["P-2"], "2 cases have the other side"),
        (["P-3"], ["P-4"], "cases of one patient on both sides"),
        (["nobody"], ["else"], "None of its 2 names"),
    ],
)
def test_files_that_would_move_or_part_are_refused_and_nothing_changes(
    splitting, approve, tmp_path, train, validation, words
):
    approve("P-1", 1.0)
    approve("P-2", 1.0)
    before = splitting.read(write(tmp_path / "first", ["P-2"], ["P-1"])).split
    approve("P-3", 1.0, patient="Q")
    approve("P-4", 1.0, patient="Q")
    with pytest.raises(StudyError, match=words) as raised:
        splitting.read(write(tmp_path / "second", train, validation))
    assert raised.value.code == "bad-split"
    assert splitting.current() == before


def test_without_a_split_nothing_is_written(splitting, tmp_path):
    with pytest.raises(StudyError) as raised:
        splitting.write(tmp_path)
    assert raised.value.code == "too-few-cases"
