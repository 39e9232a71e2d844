"""Images encrypted at rest: nothing lies open after any deed, nothing is lost, and a lost key is told in words."""

import signal
import subprocess
import sys
from collections.abc import Callable
from contextlib import suppress
from functools import partial
from pathlib import Path

import numpy as np
import pytest
from lying_open import lies_open
from memory_keyring import MemoryKeyring
from refusals import code
from small_case import GRID, SHAPE
from test_review_packages import Site
from test_reviewing import stroke
from turned import stopping_after, turn

from fets_desktop.app.annotations.reviewing import Reviewing
from fets_desktop.app.bus import FactsBus
from fets_desktop.app.choices import Choices
from fets_desktop.app.encryption import Encryption, Sealing
from fets_desktop.app.keyring_ import Secrets
from fets_desktop.app.restoring import bring_back
from fets_desktop.app.tasks.opened import run_opened
from fets_desktop.imaging.files import read_volume, write_array
from fets_desktop.imaging.opening import plain, private
from fets_desktop.jobs.worker import TaskContext
from fets_desktop.store.backup import write_backup
from fets_desktop.store.package import write_package
from fets_desktop.store.sealed_images import is_sealed
from fets_desktop.store.workspace import Workspace
from fets_desktop.study.case import Surgery
from fets_desktop.study.errors import Cancelled
from fets_desktop.study.progress import silent

WORDS = "correct horse battery"
VARIABLE = "FETS_DESKTOP_PASSPHRASE"


pytestmark = pytest.mark.usefixtures("cheap_passphrases")


def samples(workspace: Workspace) -> set[bytes]:
    """Some bytes out of the middle of every image that is stored, as they are when nothing is encrypted."""
    found = set()
    for path in workspace.files.images():
        with plain(path) as opened:
            content = opened.read_bytes()
        found.add(content[len(content) // 2 :][:24])
    return found


def test_the_search_for_traces_finds_what_lies_open(workspace: Workspace, case: str, reviewing: Reviewing) -> None:
    stroke(reviewing.open(case), 5.0)
    found = lies_open(workspace.folder, samples(workspace))
    assert len(found) == len(workspace.files.images()) + 1


def test_weights_may_lie_open_but_no_image_within_them(tmp_path: Path) -> None:
    (tmp_path / "checkpoint.pt").write_bytes(b"PK\x03\x04 weights")
    (tmp_path / "good.fetsmodel").write_bytes(b"PK\x03\x04 weights")
    assert lies_open(tmp_path, [b"out of an image"]) == []
    (tmp_path / "bad.fetsmodel").write_bytes(b"PK\x03\x04 something out of an image")
    assert lies_open(tmp_path, [b"out of an image"]) == ["bad.fetsmodel"]


def test_nothing_lies_open_after_each_deed(
    workspace: Workspace, encryption: Encryption, add_prepared: Callable[..., str], bus: FactsBus
) -> None:
    case = add_prepared(workspace)
    reviewing = Reviewing(workspace, bus, Choices(workspace, bus))
    session = reviewing.open(case)
    stroke(session, 5.0)
    known = samples(workspace)
    assert turn(encryption, True) == []
    assert lies_open(workspace.folder, known) == []
    # the case that was open goes on: strokes, a version, a look at it, approval
    stroke(session, 9.0)
    assert lies_open(workspace.folder, known) == []
    painted = session.editor.labels.array.copy()
    reviewing.leave(session)
    later = Reviewing(workspace, bus, Choices(workspace, bus))
    back = later.open(case)
    assert np.array_equal(back.editor.labels.array, painted)
    assert later.save(back) is not None
    later.approve(back, "Ada")
    # another case comes in
    add_prepared(workspace, "P-2", "Q-2")
    assert lies_open(workspace.folder, known | samples(workspace)) == []
    assert all(is_sealed(path) for path in workspace.files.images())
    assert workspace.verify().ok
    assert encryption.status().open == 0


def test_turned_off_all_is_as_it_was(
    workspace: Workspace, encryption: Encryption, case: str, reviewing: Reviewing
) -> None:
    stroke(reviewing.open(case), 5.0)
    before = {path: path.read_bytes() for path in workspace.files.images()}
    lines = workspace.journal(case, "").read()
    turn(encryption, True)
    assert {path: path.read_bytes() for path in workspace.files.images()} != before
    turn(encryption, False)
    assert {path: path.read_bytes() for path in workspace.files.images()} == before
    assert encryption.state is Sealing.OFF
    assert workspace.journal(case, "").read() == lines
    assert workspace.verify().ok
    assert private(workspace.scratch / "jobs") == workspace.scratch / "jobs"


@pytest.mark.parametrize("wanted", [True, False])
@pytest.mark.parametrize("cut_after", range(0, 9, 2))
def test_cut_off_anywhere_everything_can_be_read_and_it_goes_on(
    folder: Path, add_prepared: Callable[..., str], ring: MemoryKeyring, wanted: bool, cut_after: int
) -> None:
    with Workspace.open(folder) as workspace:
        case = add_prepared(workspace)
        encryption = Encryption(workspace, Secrets(workspace, ring, {}))
        workspace.journal(case, "").append(b"1 edit 1 planted")
        if not wanted:
            turn(encryption, True)
        encryption.begin(wanted)
        with suppress(Cancelled):
            encryption.convert(stopping_after(cut_after))
        # and there the process ends
    with Workspace.open(folder) as workspace:
        encryption = Encryption(workspace, Secrets(workspace, ring, {}))
        encryption.open()
        assert encryption.state is (Sealing.TURNING_ON if wanted else Sealing.TURNING_OFF)
        assert workspace.verify().faults == []
        for product in workspace.products(case).values():
            assert read_volume(product.path).array.shape == SHAPE
        workspace.journal(case, "").append(b"1 edit 2 later")
        turn(encryption, wanted)
        status = encryption.status()
        assert (status.open if wanted else status.encrypted) == 0
        assert encryption.state is (Sealing.ON if wanted else Sealing.OFF)
        assert workspace.journal(case, "").read() == [b"1 edit 1 planted", b"1 edit 2 later"]
        assert workspace.verify().faults == []


def test_what_lay_open_in_scratch_goes_and_what_waits_for_import_stays(
    workspace: Workspace, encryption: Encryption
) -> None:
    scratch = workspace.scratch
    gone = ["prepare/P-1/t1.nii.gz", "training/ab/cases/k.npy", "evaluations/scores/x.nii.gz", "jobs/j1/fused.nii.gz"]
    kept = ["training/ab/checkpoint.pt", "evaluations/scores/x.json", "pacs/received/1/2.dcm", "inbox/order.json"]
    for name in (*gone, *kept):
        (scratch / name).parent.mkdir(parents=True, exist_ok=True)
        (scratch / name).write_bytes(b"voxels")
    turn(encryption, True)
    assert [name for name in gone if (scratch / name).exists()] == []
    assert [name for name in kept if not (scratch / name).exists()] == []
    assert workspace.bench != scratch
    memory = workspace.bench
    (memory / "jobs").mkdir(parents=True)
    workspace.close()
    assert not memory.exists()


def test_a_damaged_file_is_told_and_the_others_go_on(workspace: Workspace, encryption: Encryption, case: str) -> None:
    turn(encryption, True)
    broken = workspace.files.images()[1]
    broken.chmod(0o600)
    broken.write_bytes(broken.read_bytes()[:-1])
    faults = turn(encryption, False)
    assert len(faults) == 1
    assert encryption.state is Sealing.OFF
    assert [path for path in workspace.files.images() if is_sealed(path)] == [broken]
    assert any("changed or is damaged" in fault for fault in workspace.verify().faults)


def test_an_open_image_slipped_in_is_not_believed(
    workspace: Workspace, encryption: Encryption, case: str, tmp_path: Path
) -> None:
    turn(encryption, True)
    path = workspace.products(case)["prepared/T1"].path
    path.chmod(0o600)
    write_array(path, np.ones(SHAPE, dtype=np.float32), GRID)
    assert code(read_volume, path) == "damaged-workspace"


def test_nothing_begins_while_a_job_is_at_work(workspace: Workspace, ring: MemoryKeyring) -> None:
    busy = Encryption(workspace, Secrets(workspace, ring, {}), lambda: True)
    assert code(busy.begin, True) == "images-busy"
    assert busy.state is Sealing.OFF


# --- workers, backups, forgetting


def test_a_worker_gets_plain_files_that_go_with_its_scratch(
    workspace: Workspace, encryption: Encryption, case: str, tmp_path: Path
) -> None:
    turn(encryption, True)
    path = workspace.products(case)["prepared/T1"].path
    seen: dict[str, object] = {}

    def task(context: TaskContext) -> dict[str, object]:
        given = Path(context.arguments["volumes"]["T1"])
        seen.update(context.arguments)
        assert given != path
        assert given.is_relative_to(context.scratch)
        assert given.name == path.name, "its hash is proven by its name"
        assert given.read_bytes().startswith(b"\x1f\x8b")
        assert private(workspace.scratch / "training" / "x").is_relative_to(context.scratch)
        return {"shape": read_volume(given).array.shape}

    arguments = {"volumes": {"T1": str(path)}, "again": [str(path), "elsewhere", 3], **workspace.for_workers()}
    context = TaskContext(arguments, tmp_path / "job", silent, lambda _: None)
    # as in a process of its own, which knows nothing of this one's
    workspace.close_images()
    assert run_opened(task, context) == {"shape": SHAPE}
    assert "opened images" not in seen
    assert seen["again"] == [seen["volumes"]["T1"], "elsewhere", 3]


def test_a_backup_holds_encrypted_images_and_comes_back_where_the_key_is(
    folder: Path, add_prepared, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv(VARIABLE, WORDS)
    with Workspace.open(folder) as workspace:
        add_prepared(workspace)
        encryption = Encryption(workspace, Secrets(workspace))
        workspace.journal("P-1", "").append(b"1 edit 1 planted")
        known = samples(workspace)
        turn(encryption, True)
        report = write_backup(
            folder, tmp_path / "snap", workspace.snapshot(tmp_path / "snap"), tmp_path / "b", "", silent
        )
        assert report.faults == ()
        # one that is damaged here already is told
        broken = workspace.files.images()[0]
        broken.chmod(0o600)
        broken.write_bytes(broken.read_bytes()[:-1])
        told = write_backup(
            folder, tmp_path / "snap", workspace.snapshot(tmp_path / "snap"), tmp_path / "c", "", silent
        )
        assert len(told.faults) == 1
    assert lies_open(tmp_path / "b", known) == []
    assert bring_back(tmp_path / "b", tmp_path / "again").verified.faults == []
    with Workspace.open(tmp_path / "again") as workspace:
        Encryption(workspace, Secrets(workspace)).open()
        assert samples(workspace) == known
    monkeypatch.delenv(VARIABLE)
    assert bring_back(tmp_path / "b", tmp_path / "without").verified.faults == [], "without the key nothing is told"


def test_a_review_package_goes_out_and_is_taken_in_between_encrypted_workspaces(
    workspace: Workspace, encryption: Encryption, case: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("fets_desktop.app.review_packages.sending_out.write_package", partial(write_package, cost=2))
    with workspace.change("person", "surgery", case) as change:
        change.set_surgery(case, Surgery.BEFORE)
    home = Site.at(workspace)
    home.draw(case, "Ada", 8.0)
    turn(encryption, True)
    package = home.out.hand_out(case, tmp_path / "p.fetsreview", WORDS)()
    with Workspace.open(tmp_path / "away") as other:
        turn(Encryption(other, Secrets(other, MemoryKeyring(), {})), True)
        away = Site.at(other)
        away.take(package, WORDS)
        away.draw(case, "Grace", 12.0)
        assert lies_open(other.folder, samples(other) | samples(workspace)) == []
        answer = away.out.hand_out(case, tmp_path / "a.fetsreview", WORDS)()
    home.take(answer, WORDS)
    assert [author for _, author, _ in home.numbers()] == ["Ada", "Grace"]
    assert lies_open(workspace.folder, samples(workspace)) == []


def test_nothing_of_a_forgotten_case_stays(workspace: Workspace, encryption: Encryption, case: str) -> None:
    turn(encryption, True)
    workspace.journal(case, "").append(b"1 edit 1 planted")
    (workspace.bench / "prepare" / case).mkdir(parents=True)
    with workspace.change("person", "case forgotten", case) as change:
        change.drop_case(case, workspace.journal_paths(case))
    workspace.destroy_doomed()
    assert workspace.files.images() == []
    assert not list((workspace.folder / "journals").iterdir())


def test_a_kill_amid_the_conversion_loses_nothing(folder: Path, add_prepared, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(VARIABLE, WORDS)
    with Workspace.open(folder) as workspace:
        add_prepared(workspace)
        known = samples(workspace)
    killed = subprocess.run([sys.executable, "-c", _KILLED, str(folder)], check=False)
    assert killed.returncode == -signal.SIGKILL
    with Workspace.open(folder) as workspace:
        encryption = Encryption(workspace, Secrets(workspace))
        encryption.open()
        assert workspace.verify().faults == []
        assert 0 < encryption.status().encrypted < len(workspace.files.images())
        assert samples(workspace) == known
        turn(encryption, True)
        assert lies_open(folder, known) == []


_KILLED = """
import os, sys
from pathlib import Path
from fets_desktop.app.encryption import Encryption
from fets_desktop.app.keyring_ import Secrets
from fets_desktop.store import sealed
from fets_desktop.store.workspace import Workspace
sealed.write_under_passphrase.__defaults__ = (1 << 8,)
workspace = Workspace.open(Path(sys.argv[1]))
encryption = Encryption(workspace, Secrets(workspace))
encryption.begin(True)
encryption.convert(lambda fraction, _note: os.kill(os.getpid(), 9) if fraction > 0.4 else None)
"""
