"""cases forget: a case imported by the command line is gone, with its voxels and its name."""

from collections.abc import Callable
from pathlib import Path

from shell_commands import Outcome


def test_an_imported_case_is_forgotten(fets: Callable[..., Outcome], patient: Path, tmp_path: Path) -> None:
    case = fets("import", patient).json["cases"][0]["case"]
    files = tmp_path / "workspace" / "files"
    assert list(files.rglob("*.nii.gz"))
    gone = fets("cases", "forget", case)
    assert gone.status == 0, gone.err
    assert gone.json["cases"] == [{"case": case, "forgotten": True}]
    assert gone.json["patient_forgotten"]
    assert not list(files.rglob("*.nii.gz"))
    assert fets("cases", "list").json["cases"] == []
    assert fets("verify").json["ok"]
    again = fets("cases", "forget", case)
    assert again.status == 3
    assert again.json["errors"][0]["code"] == "unknown-case"
    # brought in again, it is a case as any other
    assert fets("import", patient).json["cases"][0]["contrasts"].keys() == {"T1", "T1Gd", "T2", "FLAIR"}
