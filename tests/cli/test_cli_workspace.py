"""The verb workspace: a case goes its whole way in an encrypted workspace, and nothing of it lies open there."""

from collections.abc import Callable, Iterator
from pathlib import Path
from tempfile import TemporaryDirectory

import numpy as np
import pytest
from lying_open import lies_open
from made_once import brats_case
from shell_commands import Outcome

from fets_desktop.app.encryption import Encryption
from fets_desktop.app.keyring_ import Secrets
from fets_desktop.imaging.files import read_label_values, write_array
from fets_desktop.imaging.opening import plain
from fets_desktop.store.private_place import memory_root
from fets_desktop.store.workspace import Workspace

WORD = "a passphrase of the tests"
NAME = "BraTS-GLI-00003-000"


@pytest.fixture(autouse=True)
def passphrase(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("FETS_DESKTOP_PASSPHRASE", WORD)


@pytest.fixture
def memory(monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """A part of this machine's memory that no other test has."""
    with TemporaryDirectory(dir=memory_root()) as folder:
        for user in ("store.workspace", "app.encryption"):
            monkeypatch.setattr(f"fets_desktop.{user}.memory_root", lambda *_: Path(folder))
        yield Path(folder)


def test_a_case_goes_its_whole_way_and_nothing_lies_open(
    fets: Callable[..., Outcome], tmp_path: Path, memory: Path
) -> None:
    workspace, truth = tmp_path / "workspace", _comes_in(tmp_path / "in")
    refused = fets("workspace", "encrypt")
    assert refused.codes == ["wrong-usage"]
    assert "--recovery" in refused.json["errors"][0]["detail"]
    begun = fets("workspace", "encrypt", "--recovery", tmp_path / "r.fetskey")
    assert (begun.status, begun.json["encryption"]) == (0, "on"), begun.err
    case = fets("import", tmp_path / "in").json["cases"][0]["case"]
    assert lies_open(workspace) == []
    prepared = fets("prepare", case)
    assert prepared.status == 0, prepared.err
    assert lies_open(workspace) == []
    for deed in (("--import", truth, "--scheme", "brats2021"), ("--approve", "--reviewer", "Ada")):
        done = fets("annotations", case, *deed)
        assert done.status == 0, done.err
        assert lies_open(workspace) == []
    exported = fets("export", case, "--to", tmp_path / "out", "--as", "nifti")
    assert exported.status == 0, exported.err
    assert lies_open(workspace) == []
    labels = next(Path(file) for file in exported.json["files"] if file.endswith("_seg.nii.gz"))
    assert np.count_nonzero(read_label_values(labels)[0]) > 0
    told = fets("workspace", "status").json
    assert told["encrypted"] > 10
    assert told["open"] == 0
    assert fets("verify").json["ok"]
    assert fets("phi-scan").json["findings"] == []
    assert [path.name for path in memory.glob("*/*") if path.is_dir()] == [], "opened images are left in memory"


def _comes_in(folder: Path) -> Path:
    """Write a case that stands in atlas space already, so that preparing it takes seconds; return its labels."""
    volumes, labels = brats_case(3)
    for contrast, volume in volumes.items():
        name = f"{NAME}_{contrast.brats_name}.nii.gz"
        write_array(folder / name, volume.array.astype(np.float32), volume.grid)
    return write_array(folder.parent / "truth.nii.gz", labels.array, labels.grid)


def test_decrypted_again_and_without_a_key(
    fets: Callable[..., Outcome], patient: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    fets("import", patient)
    assert lies_open(tmp_path / "workspace")
    assert fets("workspace", "encrypt", "--no-recovery").json["open"] == 0
    assert lies_open(tmp_path / "workspace") == []
    monkeypatch.delenv("FETS_DESKTOP_PASSPHRASE")
    closed = fets("cases", "list")
    assert (closed.status, closed.codes) == (4, ["locked-secrets"])
    monkeypatch.setenv("FETS_DESKTOP_PASSPHRASE", WORD)
    (tmp_path / "workspace" / "secrets.vault").rename(tmp_path / "lost")
    lost = fets("cases", "list")
    assert (lost.status, lost.codes) == (4, ["lost-image-key"])
    assert "Traceback" not in lost.err
    (tmp_path / "lost").rename(tmp_path / "workspace" / "secrets.vault")
    opened = fets("workspace", "decrypt").json
    assert (opened["encryption"], opened["encrypted"]) == ("off", 0)
    assert fets("verify").json["ok"]


def test_a_recovery_file_opens_the_workspace_again(fets: Callable[..., Outcome], patient: Path, tmp_path: Path) -> None:
    fets("import", patient)
    fets("workspace", "encrypt", "--recovery", tmp_path / "r.fetskey")
    (tmp_path / "workspace" / "secrets.vault").unlink()
    assert fets("workspace", "recover").codes == ["wrong-usage"]
    back = fets("workspace", "recover", tmp_path / "r.fetskey")
    assert (back.status, back.json) == (0, {"recovered": True}), back.err
    assert fets("verify").json["ok"]
    with Workspace.open(tmp_path / "workspace") as workspace:
        Encryption(workspace, Secrets(workspace)).open()
        with plain(workspace.files.images()[0]) as opened:
            assert opened.read_bytes().startswith((b"\x1f\x8b", b"\x89PNG"))
