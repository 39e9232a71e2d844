"""A card that promises another precision than its network has is refused, and says what is wrong."""

from dataclasses import replace
from pathlib import Path

import pytest
from tiny_models import make_tiny_model

from fets_desktop.app.tasks import check_model as task
from fets_desktop.jobs.worker import TaskContext
from fets_desktop.store.hashing import sha256_of
from fets_desktop.study.errors import StudyError
from fets_desktop.study.model import ModelCard
from fets_desktop.study.modelfile import read_model, write_model
from fets_desktop.study.progress import silent
from fets_desktop.train.checkpoint import read_weights
from fets_desktop.train.export import to_file, to_openvino


@pytest.fixture(scope="module")
def small(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return make_tiny_model(tmp_path_factory.mktemp("small"))


@pytest.fixture(scope="module")
def full(small: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    card = replace(read_model(small).card, precision="f32")
    weights = read_weights(small.with_suffix(".safetensors"))
    return to_file(to_openvino(weights), card, tmp_path_factory.mktemp("full") / "full.fetsmodel")


def check(path: Path, tmp_path: Path, **said: str) -> dict:
    model = read_model(path)
    card: ModelCard = replace(model.card, **said)
    written = write_model(tmp_path / "said.fetsmodel", replace(model, card=card))
    arguments = {"path": str(written), "sha256": sha256_of(written), "name": "said", "threads": 1}
    return task.run(TaskContext(arguments, tmp_path, silent, lambda _: None))


def test_what_is_as_the_card_says_passes(small: Path, full: Path, tmp_path: Path) -> None:
    assert check(small, tmp_path)["precision"] == "int8"
    assert check(full, tmp_path)["precision"] == "f32"


@pytest.mark.parametrize(
    ("kind", "said", "words"),
    [
        ("full", "int8", "nothing in its network calculates in 8 bits"),
        ("small", "f32", "says f32, but its network calculates in 8 bits"),
        ("small", "bf16", "says bf16, but its network calculates in 8 bits"),
        ("full", "quick", "does not say in which precision"),
    ],
)
def test_a_card_that_lies_about_the_precision_is_refused(
    small: Path, full: Path, tmp_path: Path, kind: str, said: str, words: str
) -> None:
    with pytest.raises(StudyError, match=words) as raised:
        check({"small": small, "full": full}[kind], tmp_path, precision=said)
    assert raised.value.code == "bad-model"
