"""What a power cut left in the store without a record may be of any patient: it goes when somebody is forgotten."""

from pathlib import Path

from fets_desktop.store.workspace import Workspace
from fets_desktop.study.case import Case, Series


def bring_in(workspace: Workspace, tmp_path: Path, name: str) -> Path:
    (tmp_path / name).write_bytes(f"voxels of {name}".encode())
    stored = workspace.files.publish(tmp_path / name)
    with workspace.change("person", "case imported", name) as change:
        change.put_case(Case(name, name, series=(Series("s", name, sha256=stored.sha256),)))
    return stored.path


def test_what_was_published_and_never_recorded_goes_with_the_next_forgotten_case(workspace, tmp_path):
    gone, stays = bring_in(workspace, tmp_path, "P-1"), bring_in(workspace, tmp_path, "P-2")
    (tmp_path / "cut").write_bytes(b"voxels of a step of P-1 that was cut off")
    stray = workspace.files.publish(tmp_path / "cut").path
    with workspace.change("person", "case forgotten", "P-1") as change:
        change.drop_case("P-1")
    assert stray.exists(), "nothing goes before the records are written"
    workspace.destroy_doomed()
    assert not stray.exists()
    assert not gone.exists()
    assert stays.exists()
    assert workspace.verify().ok
