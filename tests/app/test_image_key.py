"""The key to encrypted images: kept, lost in every way, told in words, and brought back."""

import shutil
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path

import pytest
from memory_keyring import MemoryKeyring
from refusals import code
from small_case import SHAPE
from turned import stopping_after, turn

from fets_desktop.app.encryption import Encryption, Sealing
from fets_desktop.app.hall import Hall
from fets_desktop.app.keyring_ import Keeping, Secrets
from fets_desktop.imaging.files import read_volume
from fets_desktop.store.workspace import Workspace
from fets_desktop.study.errors import Cancelled, StudyError

WORDS = "correct horse battery"
VARIABLE = "FETS_DESKTOP_PASSPHRASE"


pytestmark = pytest.mark.usefixtures("cheap_passphrases")


def reopened(folder: Path, secrets: Callable[[Workspace], Secrets]) -> str:
    with Workspace.open(folder) as workspace:
        return code(Encryption(workspace, secrets(workspace)).open)


def test_a_missing_another_or_unreachable_key_is_said(folder: Path, ring: MemoryKeyring, add_prepared) -> None:
    with Workspace.open(folder) as workspace:
        add_prepared(workspace)
        turn(Encryption(workspace, Secrets(workspace, ring, {})), True)
        key_hex = workspace.for_workers()["opened images"]["key"]
    assert bytes.fromhex(key_hex) not in b"".join(p.read_bytes() for p in folder.rglob("*") if p.is_file())
    assert reopened(folder, lambda w: Secrets(w, MemoryKeyring(), {})) == "lost-image-key"
    other = MemoryKeyring()
    other.kept = dict.fromkeys(ring.kept, "AAAA")
    assert reopened(folder, lambda w: Secrets(w, other, {})) == "lost-image-key"
    ring.answers = False
    assert reopened(folder, lambda w: Secrets(w, ring, {})) == "lost-image-key"


def test_a_recovery_file_brings_the_key_back_elsewhere(
    folder: Path, ring: MemoryKeyring, add_prepared, tmp_path: Path
) -> None:
    with Workspace.open(folder) as workspace:
        case = add_prepared(workspace)
        encryption = Encryption(workspace, Secrets(workspace, ring, {}))
        turn(encryption, True)
        assert code(encryption.write_recovery, folder / "r.fetskey", WORDS) == "wrong-usage"
        assert code(encryption.write_recovery, tmp_path / "r.fetskey", "short") == "wrong-usage"
        encryption.write_recovery(tmp_path / "r.fetskey", WORDS)
    elsewhere = MemoryKeyring()
    with Workspace.open(folder) as workspace:
        encryption = Encryption(workspace, Secrets(workspace, elsewhere, {}))
        assert code(encryption.open) == "lost-image-key"
        assert code(encryption.recover, tmp_path / "r.fetskey", "another one") == "wrong-passphrase"
        (tmp_path / "torn.fetskey").write_bytes(b"rubbish")
        for wrong in ("torn.fetskey", "nothing.fetskey"):
            assert code(encryption.recover, tmp_path / wrong, WORDS) == "lost-image-key"
        encryption.recover(tmp_path / "r.fetskey", WORDS)
        encryption.open()
        assert read_volume(workspace.products(case)["prepared/T1"].path).array.shape == SHAPE
    with Workspace.open(tmp_path / "other") as workspace:
        foreign = Encryption(workspace, Secrets(workspace, elsewhere, {}))
        foreign.make_key()
        assert code(foreign.recover, tmp_path / "r.fetskey", WORDS) == "lost-image-key"


def test_turned_off_and_its_key_lost_it_is_turned_on_with_another(
    workspace: Workspace, encryption: Encryption, ring: MemoryKeyring, case: str, tmp_path: Path
) -> None:
    turn(encryption, True)
    first = workspace.for_workers()
    turn(encryption, False)
    ring.kept.clear()
    encryption.make_key()
    encryption.write_recovery(tmp_path / "r.fetskey", WORDS)
    turn(encryption, True)
    assert workspace.for_workers() != first
    assert workspace.verify().ok


def test_copies_of_a_workspace_share_a_keyring_and_each_keeps_its_own_key(
    folder: Path, ring: MemoryKeyring, add_prepared, tmp_path: Path
) -> None:
    with Workspace.open(folder) as workspace:
        add_prepared(workspace)
        encryption = Encryption(workspace, Secrets(workspace, ring, {}))
        turn(encryption, True)
        encryption.write_recovery(tmp_path / "r.fetskey", WORDS)
    copy = tmp_path / "copy"
    shutil.copytree(folder, copy)
    # the first one is decrypted, loses its key, and is encrypted with another
    with Workspace.open(folder) as workspace:
        encryption = Encryption(workspace, Secrets(workspace, ring, {}))
        encryption.open()
        turn(encryption, False)
        ring.kept.clear()
        turn(encryption, True)
    # the copy's comes back, and takes nothing from the first
    for place in (copy, folder):
        with Workspace.open(place) as workspace:
            encryption = Encryption(workspace, Secrets(workspace, ring, {}))
            if place == copy:
                assert code(encryption.open) == "lost-image-key"
                encryption.recover(tmp_path / "r.fetskey", WORDS)
            encryption.open()
            assert workspace.verify().ok


def test_a_key_is_found_where_it_was_kept_at_first(folder: Path, ring: MemoryKeyring) -> None:
    with Workspace.open(folder) as workspace:
        encryption = Encryption(workspace, Secrets(workspace, ring, {}))
        turn(encryption, True)
        [((service, name), text)] = ring.kept.items()
        ring.kept = {(service, f"{name.split('/')[0]}/images"): text}
    with Workspace.open(folder) as workspace:
        Encryption(workspace, Secrets(workspace, ring, {})).open()
        assert workspace.images_opened


@pytest.mark.parametrize("wanted", [True, False])
def test_a_key_that_was_lost_amid_the_conversion_is_brought_back_and_it_goes_on(
    folder: Path, ring: MemoryKeyring, add_prepared, tmp_path: Path, wanted: bool
) -> None:
    with Workspace.open(folder) as workspace:
        add_prepared(workspace)
        encryption = Encryption(workspace, Secrets(workspace, ring, {}))
        if not wanted:
            turn(encryption, True)
        encryption.make_key()
        encryption.write_recovery(tmp_path / "r.fetskey", WORDS)
        encryption.begin(wanted)
        with suppress(Cancelled):
            encryption.convert(stopping_after(3))
    ring.kept.clear()
    with Workspace.open(folder) as workspace:
        encryption = Encryption(workspace, Secrets(workspace, ring, {}))
        assert code(encryption.open) == "lost-image-key"
        assert code(encryption.begin, wanted) == "lost-image-key"
        encryption.recover(tmp_path / "r.fetskey", WORDS)
        encryption.open()
        assert turn(encryption, wanted) == []
        assert workspace.verify().ok


def test_a_key_that_was_lost_meanwhile_is_kept_again_or_it_is_not_through(
    workspace: Workspace, encryption: Encryption, ring: MemoryKeyring, case: str
) -> None:
    encryption.begin(True)
    encryption.convert()
    ring.kept.clear()
    ring.answers = False
    assert code(encryption.end) == "lost-image-key"
    assert encryption.state is Sealing.TURNING_ON
    ring.answers = True
    encryption.end()
    assert encryption.state is Sealing.ON
    assert ring.kept


def test_a_hall_opens_with_the_passphrase_and_says_so_without(
    folder: Path, add_prepared, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv(VARIABLE, WORDS)
    with Hall(folder) as hall:
        add_prepared(hall.workspace)
        assert hall.encryption.keeping is Keeping.FILE
        turn(hall.encryption, True)
        assert hall.jobs.scratch("j").is_relative_to(hall.workspace.bench)
    monkeypatch.delenv(VARIABLE)
    assert code(Hall, folder) == "locked-secrets"
    with pytest.raises(StudyError, match="not the passphrase"):
        Hall(folder, passphrase="another one")
    with Hall(folder, passphrase=WORDS) as hall:
        assert hall.workspace.verify().ok


def test_whoever_only_looks_reads_the_images_too(folder: Path, add_prepared, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(VARIABLE, WORDS)
    with Hall(folder) as hall:
        case = add_prepared(hall.workspace)
        turn(hall.encryption, True)
    with Hall(folder, look=True) as hall:
        assert read_volume(hall.workspace.products(case)["prepared/T1"].path).array.shape == SHAPE
        assert code(hall.encryption.begin, False) == "read-only"
