"""The registry: the starter, models from elsewhere, and the weights from which training goes on."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from fets_desktop.app.bus import FactsBus
from fets_desktop.app.models import Models
from fets_desktop.store.workspace import Workspace
from fets_desktop.study.errors import StudyError
from fets_desktop.study.facts import Fact, ModelChanged
from fets_desktop.study.modelfile import read_model, write_model


@pytest.fixture(scope="session")
def shipped(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Two model files, made in another process: torch has no place beside the hall."""
    folder = tmp_path_factory.mktemp("shipped")
    code = (
        "from pathlib import Path; from tiny_models import make_tiny_model as make; import sys;"
        "make(Path(sys.argv[1]), 'starter', 1); make(Path(sys.argv[1]), 'other', 2)"
    )
    places = os.pathsep.join([str(Path(__file__).parents[1]), str(Path(__file__).parents[2])])
    subprocess.run([sys.executable, "-c", code, str(folder)], check=True, env={**os.environ, "PYTHONPATH": places})
    return folder


@pytest.fixture
def models(workspace: Workspace, bus: FactsBus, shipped: Path, monkeypatch: pytest.MonkeyPatch) -> Models:
    monkeypatch.setattr("fets_desktop.app.models.resource", lambda *parts: shipped / parts[-1])
    return Models(workspace, bus)


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
    other = models.import_file(shipped / "other.fetsmodel")
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
    models = Models(workspace, bus)
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
    other = models.import_file(shipped / "other.fetsmodel")
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
        there = Models(elsewhere, bus)
        assert there.weights(there.import_file(out)) is not None
    out.with_suffix(".safetensors").write_bytes(b"of another model")
    with Workspace.open(tmp_path / "third") as third:
        there = Models(third, bus)
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
