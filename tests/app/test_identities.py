"""Who is behind a pseudonym: kept where a person wants it, told to nobody without the key, lost in clear words."""

from pathlib import Path

import pytest
from keyring.backend import KeyringBackend

from fets_desktop.app.bus import FactsBus
from fets_desktop.app.choices import Choices
from fets_desktop.app.identities import Identities
from fets_desktop.app.keyring_ import Keeping, Secrets
from fets_desktop.store.workspace import Workspace
from fets_desktop.study.errors import StudyError
from fets_desktop.study.identity import SourceIdentity, TrueStudy

WHO = SourceIdentity(
    "88123457", "Zyklowska^Wanda", "19650321", "F", "", {"2.25.1": TrueStudy("1.2.3")}, {"2.25.2": "1.2"}
)
WORDS = "correct horse battery"


pytestmark = pytest.mark.usefixtures("cheap_passphrases")


@pytest.fixture
def choices(workspace: Workspace, bus: FactsBus) -> Choices:
    return Choices(workspace, bus)


def table(workspace: Workspace, choices: Choices, ring: KeyringBackend | None = None, given: str = "") -> Identities:
    environment = {"FETS_DESKTOP_PASSPHRASE": given} if given else {}
    return Identities(workspace, Secrets(workspace, ring, environment), choices)


def code(call, *arguments: object) -> str:
    with pytest.raises(StudyError) as caught:
        call(*arguments)
    assert "Zyklowska" not in str(caught.value)
    assert WORDS not in str(caught.value)
    return caught.value.code


def test_with_a_keyring_the_table_is_kept_without_a_question(workspace, choices, ring, folder: Path) -> None:
    identities = table(workspace, choices, ring)
    assert identities.wanted
    assert not identities.undecided
    assert identities.add("P-1", WHO)
    assert identities.of("P-1") == WHO
    assert identities.of("P-2") is None
    assert table(workspace, choices, ring).of("P-1") == WHO
    assert not any(b"Zyklowska" in file.read_bytes() for file in folder.rglob("*") if file.is_file())
    assert len(ring.kept) == 1


def test_without_a_keyring_a_person_decides_first(workspace, choices, folder: Path) -> None:
    identities = table(workspace, choices)
    assert identities.undecided
    assert not identities.add("P-1", WHO)
    assert not (folder / "identities.vault").exists()
    choices.set("privacy.table", "none")
    assert not identities.undecided
    assert not identities.add("P-1", WHO)
    assert not (folder / "identities.vault").exists()


def test_a_passphrase_keeps_it_and_the_next_start_asks_for_it(workspace, choices) -> None:
    secrets = Secrets(workspace, environment={})
    identities = Identities(workspace, secrets, choices)
    assert code(secrets.unlock, "short") == "wrong-usage"
    secrets.unlock(WORDS)
    choices.set("privacy.table", "keep")
    assert identities.add("P-1", WHO)
    later = Secrets(workspace, environment={})
    assert (later.keeping, later.locked) == (Keeping.FILE, True)
    again = Identities(workspace, later, choices)
    assert again.undecided
    assert code(again.of, "P-1") == "locked-secrets"
    assert code(later.unlock, "battery horse correct") == "wrong-passphrase"
    later.unlock(WORDS)
    assert again.of("P-1") == WHO


def test_a_table_that_is_locked_asks_for_its_passphrase_again(workspace, choices) -> None:
    secrets = Secrets(workspace, environment={})
    identities = Identities(workspace, secrets, choices)
    identities.decide(True, WORDS)
    assert identities.add("P-1", WHO)
    assert identities.count() == 1
    assert secrets.lockable
    identities.lock()
    assert (secrets.locked, secrets.lockable) == (True, False)
    for ask in (identities.all, identities.count):
        assert code(ask) == "locked-secrets"
    assert not identities.add("P-2", WHO), "who comes meanwhile waits"
    identities.unlock(WORDS)
    assert identities.count() == 2
    given = table(workspace, choices, given=WORDS)
    given.lock()
    assert given.count() == 2, "nobody could give it again"


def test_what_waited_for_the_passphrase_is_kept_once_it_is_given(workspace, choices) -> None:
    Secrets(workspace, environment={}).unlock(WORDS)
    secrets = Secrets(workspace, environment={})
    choices.set("privacy.table", "keep")
    identities = Identities(workspace, secrets, choices)
    assert not identities.add("P-1", WHO)
    assert identities.problem is not None
    assert identities.problem.code == "locked-secrets"
    secrets.unlock(WORDS)
    identities.settle()
    assert identities.of("P-1") == WHO
    assert identities.problem is None


def test_a_command_takes_the_passphrase_from_its_surroundings(workspace, choices) -> None:
    assert table(workspace, choices, given=WORDS).add("P-1", WHO)
    assert table(workspace, choices, given=WORDS).of("P-1") == WHO
    assert code(table(workspace, choices, given="another passphrase").of, "P-1") == "wrong-passphrase"


def test_the_passphrase_can_be_changed(workspace, choices) -> None:
    secrets = Secrets(workspace, environment={})
    secrets.unlock(WORDS)
    secrets.put("node", b"password")
    assert code(secrets.change_passphrase, "wrong words here", "new words here") == "wrong-passphrase"
    secrets.change_passphrase(WORDS, "new words here")
    later = Secrets(workspace, environment={})
    assert code(later.unlock, WORDS) == "wrong-passphrase"
    later.unlock("new words here")
    assert later.get("node") == b"password"
    later.delete("node")
    later.delete("node")
    assert later.get("node") is None


def test_a_lost_key_is_told_and_the_import_goes_on(workspace, choices, ring, folder: Path) -> None:
    table(workspace, choices, ring).add("P-1", WHO)
    before = (folder / "identities.vault").read_bytes()
    ring.kept.clear()
    identities = table(workspace, choices, ring)
    assert code(identities.of, "P-1") == "lost-key"
    assert not identities.add("P-2", WHO)
    assert identities.problem is not None
    assert identities.problem.code == "lost-key"
    assert (folder / "identities.vault").read_bytes() == before
    ring.answers = False
    assert code(table(workspace, choices, ring).of, "P-1") == "lost-key"


def test_another_key_and_a_damaged_table_are_told_apart(workspace, choices, ring, folder: Path) -> None:
    table(workspace, choices, ring).add("P-1", WHO)
    vault = folder / "identities.vault"
    whole = vault.read_bytes()
    vault.write_bytes(whole[:-3] + bytes([whole[-3] ^ 1]) + whole[-2:])
    assert code(table(workspace, choices, ring).of, "P-1") == "damaged-vault"
    vault.write_bytes(whole)
    (service,) = ring.kept
    ring.kept[service] = "A" * 43 + "="
    assert code(table(workspace, choices, ring).of, "P-1") == "lost-key"


def test_a_damaged_file_of_secrets_is_told(workspace, choices, folder: Path) -> None:
    (folder / "secrets.vault").write_bytes(b"no such thing")
    assert code(Secrets(workspace, environment={}).unlock, WORDS) == "damaged-vault"


def test_secrets_without_any_place_are_refused_not_dropped(workspace) -> None:
    secrets = Secrets(workspace, environment={})
    assert secrets.keeping is Keeping.NOWHERE
    assert secrets.get("node") is None
    assert code(secrets.put, "node", b"x") == "locked-secrets"


def test_a_keyring_that_forgets_is_noticed(workspace, ring, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(ring, "set_password", lambda *_: None)
    assert code(Secrets(workspace, ring, {}).put, "node", b"x") == "lost-key"


def test_what_is_learnt_of_a_patient_in_several_series_is_joined(workspace, choices, ring) -> None:
    identities = table(workspace, choices, ring)
    identities.add("P-1", WHO)
    identities.add("P-1", SourceIdentity("88123457", "Kowalska^Wanda", studies={"2.25.9": TrueStudy("1.2.9")}))
    joined = identities.of("P-1")
    assert joined is not None
    assert (joined.patient_name, joined.birth_date) == ("Kowalska^Wanda", "19650321")
    assert set(joined.studies) == {"2.25.1", "2.25.9"}
    assert "Zyklowska^Wanda" in joined.others
    assert identities.count() == 1
    identities.add("P-2", SourceIdentity("5"))
    assert identities.count() == identities.count() == 2
