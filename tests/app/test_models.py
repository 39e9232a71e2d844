"""The registry: the starter, models from elsewhere, and the weights from which training goes on."""

import os
import subprocess
import sys
from dataclasses import replace
from pathlib import Path

import pytest
from trusted import taken

from fets_desktop.app.bus import FactsBus
from fets_desktop.app.keyring_ import Secrets
from fets_desktop.app.models import Models
from fets_desktop.app.signing import Signing
from fets_desktop.store.hashing import sha256_of
from fets_desktop.store.sealed import write_under_passphrase
from fets_desktop.store.workspace import Workspace
from fets_desktop.study.errors import StudyError
from fets_desktop.study.facts import Fact, ModelChanged
from fets_desktop.study.modelfile import add_signature, read_model, read_sealed, write_model


@pytest.fixture(scope="session")
def shipped(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Two model files, made in another process: torch has no place beside the hall."""
    folder = tmp_path_factory.mktemp("shipped")
    code = (
        "from pathlib import Path; from tiny_models import make_tiny_model as make; import sys;"
        "make(Path(sys.argv[1]), 'starter', 3); make(Path(sys.argv[1]), 'other', 4)"
    )
    places = os.pathsep.join([str(Path(__file__).parents[1]), str(Path(__file__).parents[2])])
    subprocess.run([sys.executable, "-c", code, str(folder)], check=True, env={**os.environ, "PYTHONPATH": places})
    return folder


@pytest.fixture
def models(workspace: Workspace, bus: FactsBus, shipped: Path, monkeypatch: pytest.MonkeyPatch) -> Models:
    for room in ("models", "shipped"):
        monkeypatch.setattr(f"fets_desktop.app.{room}.resource", lambda *parts: shipped / parts[-1])
    return Models(workspace, bus, Signing(workspace, Secrets(workspace)))


def test_the_starter_is_adopted_once_with_its_weights(models: Models, workspace: Workspace, shipped: Path) -> None:
    models.adopt_starter()
    models.adopt_starter()
    (starter,) = models.all()
    assert starter.current
    assert models.current() == starter
    assert starter.card.name == "starter"
    weights = models.weights(starter)
    assert weights is not None
    assert weights.read_bytes() == (shipped / "starter.safetensors").read_bytes()
    assert workspace.verify().ok
    weights.chmod(0o600)
    weights.write_bytes(b"else")
    assert not workspace.verify().ok, "the weights are verified as every stored file is"


def test_what_ships_beside_the_starter_is_offered_until_it_is_here(
    models: Models, shipped: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    models.adopt_starter()
    assert models.offered() == []
    for file, name in (("starter", "starter"), ("other", "starter-other")):
        (tmp_path / f"{name}.fetsmodel").write_bytes((shipped / f"{file}.fetsmodel").read_bytes())
    (tmp_path / "starter-broken.fetsmodel").write_bytes(b"cut short")
    monkeypatch.setattr("fets_desktop.app.shipped.resource", lambda *parts: tmp_path / parts[-1])
    (offered,) = models.offered()
    assert (offered.name, offered.card.name) == ("starter-other", "other")
    taken_in = models.import_file(offered.file)
    assert (taken_in.origin, taken_in.current) == ("shipped", False), "it ships: nobody is asked to vouch for it"
    models.retire(taken_in.id)
    assert models.offered() == [], "one that was retired is brought back, not taken in again"


def test_a_new_starter_takes_over_only_from_a_starter(
    models: Models, shipped: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    models.adopt_starter()
    content = read_model(shipped / "starter.fetsmodel")
    newer = write_model(tmp_path / "starter.fetsmodel", content.__class__(content.card, content.xml + b"\n", b"w"))
    monkeypatch.setattr("fets_desktop.app.models.resource", lambda *parts: newer)
    models.adopt_starter()
    current = models.current()
    assert current is not None
    assert current.path.read_bytes() == newer.read_bytes()
    assert models.weights(current) is not None, "its card names the same weights, which are here"
    other = taken(models, shipped / "other.fetsmodel")
    models.make_current(other.id)
    newest = write_model(tmp_path / "newest.fetsmodel", content.__class__(content.card, content.xml + b"\n\n", b"w"))
    monkeypatch.setattr("fets_desktop.app.models.resource", lambda *parts: newest)
    models.adopt_starter()
    assert models.current() == models.get(other.id), "a person chose it"
    assert len(models.all()) == 4


def test_without_the_starter_the_program_goes_on(
    workspace: Workspace, bus: FactsBus, monkeypatch: pytest.MonkeyPatch
) -> None:
    def missing(*parts: str) -> Path:
        raise StudyError("missing-resource")

    monkeypatch.setattr("fets_desktop.app.models.resource", missing)
    models = Models(workspace, bus, Signing(workspace, Secrets(workspace)))
    models.adopt_starter()
    assert models.all() == []
    assert models.current() is None


def test_a_starter_that_was_damaged_keeps_nobody_from_their_cases(
    models: Models, shipped: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    content = bytearray((shipped / "starter.fetsmodel").read_bytes())
    content[len(content) // 2] ^= 1
    (tmp_path / "starter.fetsmodel").write_bytes(content)
    monkeypatch.setattr("fets_desktop.app.models.resource", lambda *parts: tmp_path / parts[-1])
    models.adopt_starter()
    assert models.all() == []


def test_one_model_at_a_time_proposes(models: Models, shipped: Path, facts: list[Fact]) -> None:
    models.adopt_starter()
    other = taken(models, shipped / "other.fetsmodel")
    assert not other.current
    models.make_current("other")
    assert [m.current for m in models.all()] == [False, True]
    models.make_current("starter")
    assert [m.current for m in models.all()] == [True, False]
    assert models.get("starter").card.limits == "All.", "the card is as it was"
    assert facts[-1] == ModelChanged(models.get("starter").id)
    with pytest.raises(StudyError) as raised:
        models.make_current("nobody")
    assert raised.value.code == "bad-model"


def test_models_travel_with_their_weights(
    models: Models, shipped: Path, tmp_path: Path, folder: Path, bus: FactsBus
) -> None:
    models.adopt_starter()
    out = models.export_file("starter", tmp_path / "usb" / "our-model.fetsmodel")
    assert out.read_bytes() == (shipped / "starter.fetsmodel").read_bytes()
    assert sorted(p.name for p in out.parent.iterdir()) == ["our-model.fetsmodel", "our-model.safetensors"]
    with Workspace.open(tmp_path / "elsewhere") as elsewhere:
        there = Models(elsewhere, bus, Signing(elsewhere, Secrets(elsewhere)))
        assert there.weights(there.import_file(out)) is not None
    out.with_suffix(".safetensors").write_bytes(b"of another model")
    with Workspace.open(tmp_path / "third") as third:
        there = Models(third, bus, Signing(third, Secrets(third)))
        assert there.weights(there.import_file(out)) is None


def test_a_stored_model_that_was_damaged_is_not_given_to_others(models: Models, shipped: Path, tmp_path: Path) -> None:
    models.adopt_starter()
    stored = models.get("starter").path
    content = bytearray(stored.read_bytes())
    content[-1] ^= 1
    stored.chmod(0o600)
    stored.write_bytes(content)
    with pytest.raises(StudyError) as caught:
        models.export_file("starter", tmp_path / "out.fetsmodel")
    assert caught.value.code == "damaged-workspace"
    assert not (tmp_path / "out.fetsmodel").exists()


@pytest.fixture
def keyed(monkeypatch: pytest.MonkeyPatch) -> None:
    """A place for secrets: the file that a passphrase opens, with a cheap lock."""
    monkeypatch.setenv("FETS_DESKTOP_PASSPHRASE", "four words are better")
    monkeypatch.setattr(write_under_passphrase, "__defaults__", (1 << 4,))


def registry(workspace: Workspace, bus: FactsBus) -> Models:
    return Models(workspace, bus, Signing(workspace, Secrets(workspace)))


@pytest.mark.usefixtures("keyed")
def test_what_is_made_here_is_signed_and_taken_in_where_its_signer_is_known(
    models: Models, shipped: Path, tmp_path: Path, bus: FactsBus
) -> None:
    made = tmp_path / "made.fetsmodel"
    made.write_bytes((shipped / "other.fetsmodel").read_bytes())
    own = models.publish_own(made)
    assert (own.origin, own.signer) == ("made here", models.signing.own_fingerprint())
    locked = Signing(models._workspace, Secrets(models._workspace, environment={}))
    assert locked.own_fingerprint() == own.signer, "to know one's own models one needs no key"
    assert locked.sign_if_possible(shipped / "other.fetsmodel") == "", "to sign one does"
    out = models.export_file(own.id, tmp_path / "usb" / "m.fetsmodel")
    assert models.import_file(out).id == own.id, "one's own signature is known"
    with Workspace.open(tmp_path / "elsewhere") as elsewhere:
        there = registry(elsewhere, bus)
        with pytest.raises(StudyError, match=own.signer) as raised:
            there.import_file(out)
        assert (raised.value.code, raised.value.detail.partition(":")[0]) == ("untrusted-model", "m.fetsmodel")
        for wrong in ("0" * 32, "nonsense"):
            with pytest.raises(StudyError, match="not known"):
                there.import_file(out, wrong)
        assert there.signing.known() == []
        taken_in = there.import_file(out, own.signer.replace("-", " ").upper())
        assert (taken_in.sha256, taken_in.origin, taken_in.signer) == (own.sha256, "imported", own.signer)
        assert there.import_file(out).id == own.id, "known from the first time on"
        there.signing.forget(own.signer)
        assert there.signing.known() == []
        assert elsewhere.verify().ok


@pytest.mark.usefixtures("keyed")
def test_a_signature_over_another_card_does_not_hold(models: Models, shipped: Path, tmp_path: Path) -> None:
    """Signed, then given another card with hashes that fit: whole, but not what was signed."""
    made = tmp_path / "made.fetsmodel"
    made.write_bytes((shipped / "other.fetsmodel").read_bytes())
    models.publish_own(made)
    model, seal = read_sealed(made)
    assert seal.signature is not None
    forged = write_model(tmp_path / "forged.fetsmodel", replace(model, card=replace(model.card, limits="None.")))
    add_signature(forged, seal.signature)
    for trust in ("", models.signing.own_fingerprint(), sha256_of(forged)):
        with pytest.raises(StudyError, match=r"forged\.fetsmodel: Its signature does not hold") as raised:
            models.import_file(forged, trust)
        assert raised.value.code == "bad-model"


def test_an_unsigned_file_is_refused_by_name_unless_a_person_gives_its_hash(models: Models, shipped: Path) -> None:
    file = shipped / "other.fetsmodel"
    with pytest.raises(StudyError, match=sha256_of(file)) as raised:
        models.import_file(file)
    assert raised.value.code == "untrusted-model"
    assert raised.value.detail.startswith("other.fetsmodel: Nobody has signed it.")
    assert models.all() == []
    assert taken(models, file).signer == ""
    assert models.import_file(shipped / "starter.fetsmodel").signer == "", "what ships needs no signature"


def test_without_a_place_for_the_key_models_stay_unsigned_until_there_is_one(
    models: Models, shipped: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    made = tmp_path / "made.fetsmodel"
    made.write_bytes((shipped / "other.fetsmodel").read_bytes())
    own = models.publish_own(made)
    if own.signer:
        pytest.skip("this computer's own keyring took the key")
    models.make_current(own.id)
    with pytest.raises(StudyError) as raised:
        models.sign(own.id)
    assert raised.value.code == "locked-secrets"
    monkeypatch.setenv("FETS_DESKTOP_PASSPHRASE", "four words are better")
    monkeypatch.setattr(write_under_passphrase, "__defaults__", (1 << 4,))
    models.signing = Signing(models._workspace, Secrets(models._workspace))
    signed = models.sign(own.id)
    assert (signed.signer, signed.current, signed.card) == (models.signing.own_fingerprint(), True, own.card)
    assert models.get(own.id).retired
    with pytest.raises(StudyError, match="signed already"):
        models.sign(signed.id)


def test_a_retired_model_is_not_offered_until_it_is_brought_back(models: Models, shipped: Path) -> None:
    models.adopt_starter()
    with pytest.raises(StudyError, match="proposes") as raised:
        models.retire("starter")
    assert raised.value.code == "wrong-usage"
    other = taken(models, shipped / "other.fetsmodel")
    assert models.retire(other.id).retired
    with pytest.raises(StudyError, match="retired"):
        models.make_current(other.id)
    assert not models.restore(other.id).retired
    models.make_current(other.id)
    assert models.retire("starter").retired
    models.adopt_starter()
    assert models.get("starter").retired, "opening the program again does not bring it back"


def test_what_is_no_model_is_refused(models: Models, tmp_path: Path, shipped: Path) -> None:
    rubbish = tmp_path / "rubbish.fetsmodel"
    rubbish.write_bytes(b"PK rubbish")
    for path in (rubbish, tmp_path / "nothing.fetsmodel", tmp_path):
        with pytest.raises(StudyError, match=path.name) as raised:
            models.import_file(path)
        assert raised.value.code == "bad-model"
    with pytest.raises(StudyError, match="another model"):
        models.publish(shipped / "starter.fetsmodel", weights=shipped / "other.safetensors")
    assert models.all() == []
