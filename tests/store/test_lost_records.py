"""A workspace that lost its records: told as what it is, not as somebody else's folder, and never begun anew."""

from pathlib import Path

import pytest

from fets_desktop.store.workspace import Workspace
from fets_desktop.study.errors import StudyError


@pytest.mark.parametrize("how", ["gone", "emptied"])
def test_a_workspace_without_its_records_is_damaged_and_not_begun_anew(tmp_path: Path, how: str) -> None:
    with Workspace.open(tmp_path / "W") as workspace:
        (tmp_path / "made.nii.gz").write_bytes(b"voxels")
        stored = workspace.files.publish(tmp_path / "made.nii.gz")
    for file in (tmp_path / "W").glob("facts.db*"):
        file.unlink()
    if how == "emptied":
        (tmp_path / "W" / "facts.db").touch()
    with pytest.raises(StudyError) as raised:
        Workspace.open(tmp_path / "W")
    assert raised.value.code == "damaged-workspace"
    assert "facts.db" in raised.value.detail
    assert stored.path.read_bytes() == b"voxels"


def test_somebody_elses_folder_is_still_somebody_elses(tmp_path: Path) -> None:
    (tmp_path / "W" / "files").mkdir(parents=True)
    (tmp_path / "W" / "files" / "letter.txt").write_text("Dear colleague")
    with pytest.raises(StudyError) as raised:
        Workspace.open(tmp_path / "W")
    assert raised.value.code == "foreign-folder"
