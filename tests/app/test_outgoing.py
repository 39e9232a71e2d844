"""Files on their way into a chosen folder: cases share tables and descriptions, and nobody's file is lost."""

import json
from pathlib import Path

import pytest

from fets_desktop.app.outgoing import joined_facts, joined_tables, put_down
from fets_desktop.study.errors import StudyError


def make(folder: Path, **files: str) -> Path:
    for name, content in files.items():
        path = folder / name.replace("__", "/").replace("_dot_", ".")
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(content)
    return folder


def test_cases_of_one_folder_share_its_description(tmp_path: Path) -> None:
    target, ours = tmp_path / "out", set()
    for number, labels in ((1, {"background": 0, "ncr": 1}), (2, {"background": 0, "ncr": 1, "cavity": 4})):
        told = {"labels": labels, "numTraining": 1, "file_ending": ".nii.gz"}
        made = make(
            tmp_path / f"made{number}",
            D__dataset_dot_json=json.dumps(told),
            D__train_dot_csv=f"data_uid\nP-{number}\n",
            **{f"D__labelsTr__P-{number}_dot_nii_dot_gz": "voxels"},
        )
        written = put_down(made, target, ("D/dataset.json", "D/train.csv"), ours.__contains__, replace=number == 2)
        assert len(written) == 3
    told = json.loads((target / "D" / "dataset.json").read_text())
    assert told["numTraining"] == 2
    assert told["labels"] == {"background": 0, "ncr": 1, "cavity": 4}
    assert (target / "D" / "train.csv").read_text() == "data_uid\nP-1\nP-2\n"


def test_a_stranger_s_description_is_not_added_to(tmp_path: Path) -> None:
    target = make(tmp_path / "out", dataset_dot_json=json.dumps({"name": "mine"}))
    made = make(tmp_path / "made", dataset_dot_json=json.dumps({"name": "FeTS"}), image_dot_txt="x")
    with pytest.raises(StudyError) as raised:
        put_down(made, target, ("dataset.json",), lambda digest: False)
    assert raised.value.code == "file-exists"
    assert json.loads((target / "dataset.json").read_text()) == {"name": "mine"}
    assert not (target / "image.txt").exists()


def test_a_folder_in_the_way_of_a_file_is_told(tmp_path: Path) -> None:
    (tmp_path / "out" / "image.txt").mkdir(parents=True)
    made = make(tmp_path / "made", image_dot_txt="x")
    with pytest.raises(StudyError):
        put_down(made, tmp_path / "out", (), lambda digest: True)


def test_the_same_file_again_is_no_conflict(tmp_path: Path) -> None:
    made = make(tmp_path / "made", image_dot_txt="x")
    target = make(tmp_path / "out", image_dot_txt="x")
    assert put_down(made, target, (), lambda digest: False) == [target / "image.txt"]


def test_tables_and_facts_are_joined() -> None:
    assert joined_tables("", "a\n2\n") == "a\n2\n"
    assert joined_tables("a\n3\n1\n", "a\n2\n1\n") == "a\n1\n2\n3\n"
    assert joined_facts({"a": {"x": 1}, "b": 1}, {"a": {"y": 2}, "b": 2}) == {"a": {"x": 1, "y": 2}, "b": 2}
