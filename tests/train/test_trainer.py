"""The trainer learns, goes on exactly where it was, and leaves whole files."""

import os
import shutil
import signal
import subprocess
import sys
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
import torch

from fets_desktop.study.errors import Cancelled, StudyError
from fets_desktop.train.cases import CaseShelf, TrainingCase
from fets_desktop.train.checkpoint import read_checkpoint, read_weights, write_checkpoint, write_weights
from fets_desktop.train.learner import Learner, rate
from fets_desktop.train.machine import Fit, fitted, use_bf16
from fets_desktop.train.resunet import ResUNet
from fets_desktop.train.sampler import Sampler
from fets_desktop.train.settings import TrainingSettings
from fets_desktop.train.trainer import Trainer, train
from fets_desktop.train.validate import score_cases, torch_run

MakeCase = Callable[[int], TrainingCase]
CPU = torch.device("cpu")
TINY = TrainingSettings(base=2, patch=32, epochs=4, threads=1, learning_rate=1e-3, checkpoint_s=0)


def same(a: dict[str, torch.Tensor], b: dict[str, torch.Tensor]) -> bool:
    return a.keys() == b.keys() and all(torch.equal(a[name], b[name]) for name in a)


class StopAfter:
    """A progress that cancels at its n-th call."""

    def __init__(self, calls: int) -> None:
        self.left = calls

    def __call__(self, fraction: float, note: str) -> None:
        self.left -= 1
        if self.left == 0:
            raise Cancelled


def test_a_tiny_network_learns_one_case(make_case: MakeCase, tmp_path: Path) -> None:
    settings = replace(
        TINY, base=8,
        patch=48,
        epochs=45, learning_rate=4e-3, schedule="cosine", cross_entropy=1.0, augmentation="none",
        average=0.9, freeze_norm_at=0.6, validate_every=1000, choose="last", checkpoint_s=1000,
    )  # fmt: skip
    case = make_case(1)
    result = train([case], [case], settings, tmp_path)
    # 0.84 where AVX2 is all there is; each processor adds up in its own order, and sums go apart within 45 steps
    assert result.scores["mean"] > 0.7, result.scores
    assert result.steps == 45
    network = ResUNet(8)
    network.load_state_dict(read_weights(result.weights))
    again = score_cases([CaseShelf(tmp_path / "cases").get(case)], torch_run(network, CPU, use_bf16("auto", CPU, 48)))
    assert again == pytest.approx(result.scores)


@pytest.mark.parametrize("freeze", [0.0, 0.5])
def test_going_on_after_a_stop_equals_never_having_stopped_bit_for_bit(
    make_case: MakeCase, tmp_path: Path, freeze: float
) -> None:
    cases = [make_case(1), make_case(2)]
    settings = replace(
        TINY, average=0.9, freeze_norm_at=freeze, augmentation="strong", epochs=3, validate_every=3, schedule="cosine"
    )
    whole = train(cases, cases[:1], settings, tmp_path / "whole")
    with pytest.raises(Cancelled):
        train(cases, cases[:1], settings, tmp_path / "cut", StopAfter(3))
    going_on = train(cases, cases[:1], settings, tmp_path / "cut")
    assert same(read_weights(whole.weights), read_weights(going_on.weights))
    left, right = (read_checkpoint(tmp_path / name / "checkpoint.pt") for name in ("whole", "cut"))
    assert left is not None
    assert right is not None
    assert same(left["network"], right["network"])
    assert [row["loss"] for row in whole.history] == [row["loss"] for row in going_on.history]


def test_the_note_counts_epochs_as_people_do(make_case: MakeCase, tmp_path: Path) -> None:
    notes: list[str] = []
    train([make_case(1)], [], replace(TINY, epochs=2), tmp_path, lambda _done, note: notes.append(note))
    steps = [note for note in notes if note.startswith("Epoch")]
    assert steps[0].startswith("Epoch 1,")
    assert steps[-1].startswith("Epoch 2,")


def test_four_epochs_are_two_and_two_more(make_case: MakeCase, tmp_path: Path) -> None:
    settings = replace(TINY, freeze_norm_at=0.0, choose="last")
    four = train([make_case(1)], [], settings, tmp_path / "four")
    train([make_case(1)], [], replace(settings, epochs=2), tmp_path / "two")
    two_more = train([make_case(1)], [], settings, tmp_path / "two")
    assert two_more.steps == four.steps == 4
    assert same(read_weights(four.weights), read_weights(two_more.weights))


_CHILD = """
import os, signal, sys
from pathlib import Path
from fets_desktop.study.contrast import ALL_CONTRASTS
from fets_desktop.study.labels import BRATS_2021
from fets_desktop.train.cases import TrainingCase
from tests.train.test_trainer import LONG, train
folder, seg = Path(sys.argv[1]), Path(sys.argv[2])
paths = {c: seg.with_name(seg.name.replace("seg", c.brats_name)) for c in ALL_CONTRASTS}

def end(fraction, note):
    if (folder / "checkpoint.pt").exists():
        os.kill(os.getpid(), signal.SIGKILL)

train([TrainingCase("case-1", paths, seg, BRATS_2021)], [], LONG, folder, progress=end)
"""
LONG = replace(TINY, epochs=16, freeze_norm_at=0.0, choose="last")


def test_a_killed_training_goes_on_and_ends_as_if_it_had_not_been_killed(make_case: MakeCase, tmp_path: Path) -> None:
    case, folder = make_case(1), tmp_path / "killed"
    environment = {**os.environ, "PYTHONPATH": str(Path(__file__).parents[2])}
    line = [sys.executable, "-c", _CHILD, str(folder), str(case.labels)]
    ended = subprocess.run(line, env=environment, check=False)
    assert ended.returncode == -signal.SIGKILL, "it was to be killed before its end"
    kept = read_checkpoint(folder / "checkpoint.pt")
    assert kept is not None
    assert 0 < kept["state"]["step"] < LONG.epochs
    going_on, whole = train([case], [], LONG, folder), train([case], [], LONG, tmp_path / "whole")
    assert same(read_weights(going_on.weights), read_weights(whole.weights))


def test_every_epoch_leaves_a_checkpoint_however_seldom_one_is_asked_for(make_case: MakeCase, tmp_path: Path) -> None:
    cases = [make_case(1), make_case(2)]
    kept: list[int] = []

    def look(fraction: float, note: str) -> None:
        checkpoint = read_checkpoint(tmp_path / "checkpoint.pt")
        kept.append(checkpoint["state"]["step"] if checkpoint else 0)

    train(cases, [], replace(TINY, epochs=3, checkpoint_s=1e6), tmp_path, look)
    assert kept == [0, 2, 2, 4, 4, 6]


def test_a_torn_checkpoint_is_noticed(tmp_path: Path) -> None:
    path = write_checkpoint(tmp_path / "checkpoint.pt", {"step": 3, "network": {"a": torch.ones(5)}})
    assert read_checkpoint(path)["step"] == 3  # type: ignore[index]
    content = path.read_bytes()
    path.write_bytes(content[: len(content) // 2])
    assert read_checkpoint(path) is None
    path.write_bytes(content[:-1] + bytes([content[-1] ^ 1]))
    assert read_checkpoint(path) is None


def test_a_checkpoint_of_another_training_is_put_aside_and_not_lost(make_case: MakeCase, tmp_path: Path) -> None:
    train([make_case(1)], [], replace(TINY, epochs=1), tmp_path)
    other = Trainer([make_case(1)], [], replace(TINY, seed=9), tmp_path)
    assert other.steps == 0
    assert read_checkpoint(tmp_path / "checkpoint.other.pt")["state"]["step"] == 1  # type: ignore[index]


def test_a_training_goes_on_where_its_cases_were_copied_elsewhere(make_case: MakeCase, tmp_path: Path) -> None:
    case = make_case(1)
    train([case], [], replace(TINY, epochs=1), tmp_path / "campaign")
    moved = {c: Path(shutil.copyfile(path, tmp_path / f"moved-{c}.nii.gz")) for c, path in case.volumes.items()}
    labels = Path(shutil.copyfile(case.labels, tmp_path / "moved-labels.nii.gz"))
    os.utime(labels, (1, 1))
    again = Trainer([replace(case, volumes=moved, labels=labels)], [], replace(TINY, epochs=1), tmp_path / "campaign")
    assert again.steps == 1


def test_the_same_cases_from_other_weights_are_another_training(make_case: MakeCase, tmp_path: Path) -> None:
    torch.manual_seed(0)
    settings, case = replace(TINY, epochs=1), make_case(1)
    first = read_weights(train([case], [], settings, tmp_path, initial=ResUNet(2).state_dict()).weights)
    again = train([case], [], settings, tmp_path, initial=first)
    assert again.steps == 1
    assert not same(read_weights(again.weights), first)


def test_a_full_disk_leaves_the_old_checkpoint(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = write_checkpoint(tmp_path / "checkpoint.pt", {"step": 1})

    def full(descriptor: int) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(StudyError) as caught:
        write_checkpoint(path, {"step": 2})
    assert caught.value.code == "disk-full"
    assert read_checkpoint(path) == {"step": 1}
    assert [p.name for p in tmp_path.iterdir()] == ["checkpoint.pt"]


def test_one_local_epoch_from_given_weights_is_one_patch_a_case_told_with_its_dice(
    make_case: MakeCase, tmp_path: Path
) -> None:
    initial = ResUNet(2).state_dict()
    told: list[dict[str, Any]] = []
    cases = [make_case(k) for k in (1, 2, 3)]
    result = train(cases, [make_case(4)], replace(TINY, epochs=1), tmp_path, tell=told.append, initial=initial)
    assert result.steps == 3
    assert [row["epoch"] for row in told] == [1]
    assert set(told[0]["dice"]) == {"ET", "TC", "WT", "mean"}
    assert told[0]["loss"] > 0
    weights = read_weights(result.weights)
    assert not torch.equal(weights["enter.weight"], initial["enter.weight"])
    # given weights keep the statistics they were made for
    assert torch.equal(weights["leave.0.norm.running_mean"], initial["leave.0.norm.running_mean"])


def test_the_best_epoch_is_kept_and_a_tired_training_ends(make_case: MakeCase, tmp_path: Path) -> None:
    values = iter([0.2, 0.5, 0.4, 0.3, 0.1])
    result = train(
        [make_case(1)], [], replace(TINY, epochs=9, patience=2), tmp_path, score=lambda network: {"mean": next(values)}
    )
    assert (result.epoch, result.scores, len(result.history)) == (2, {"mean": 0.5}, 4)


def test_a_training_that_nobody_scores_goes_to_its_end_however_little_patience_it_has(
    make_case: MakeCase, tmp_path: Path
) -> None:
    result = train([make_case(1)], [], replace(TINY, epochs=3, patience=1), tmp_path)
    assert len(result.history) == result.epoch == 3
    assert result.weights.is_file()


def test_epochs_that_were_not_scored_do_not_displace_the_best(make_case: MakeCase, tmp_path: Path) -> None:
    values, kept = iter([0.5, 0.4]), []
    settings = replace(TINY, epochs=4, validate_every=2)

    def score(network: ResUNet) -> dict[str, float]:
        kept.append({name: tensor.clone() for name, tensor in network.state_dict().items()})
        return {"mean": next(values)}

    result = train([make_case(1)], [], settings, tmp_path, score=score)
    assert result.epoch == 2
    assert same(read_weights(result.weights), kept[0])


def test_a_time_budget_ends_the_training(make_case: MakeCase, tmp_path: Path) -> None:
    result = train([make_case(1)], [], replace(TINY, epochs=10_000, budget_s=0.5), tmp_path)
    assert 0.5 <= result.seconds < 60, "ten thousand epochs would take far longer"
    assert result.weights.exists()


def test_bf16_is_not_used_where_its_kernel_is_broken() -> None:
    assert not use_bf16("auto", CPU, 32)
    assert not use_bf16("bf16", CPU, 32)
    assert use_bf16("bf16", CPU, 48)
    assert not use_bf16("f32", CPU, 128)


def test_levels_are_computed_twice_before_patches_shrink_to_the_memory_there_is() -> None:
    paper = TrainingSettings(precision="f32")
    assert fitted(paper, CPU, 64 << 30) == Fit(128, False)
    assert fitted(paper, CPU, 14 << 30) == Fit(128, True)
    assert fitted(replace(paper, patch=112), CPU, 14 << 30) == Fit(112, False)
    assert fitted(paper, CPU, 10 << 30) == Fit(112, True)
    assert fitted(replace(paper, precision="bf16"), CPU, 14 << 30) == Fit(128, False)
    assert 32 <= fitted(paper, CPU, 5 << 30).edge < 96
    with pytest.raises(StudyError) as caught:
        fitted(paper, CPU, 1 << 30)
    assert caught.value.code == "out-of-memory"


def test_computing_levels_twice_learns_the_same_bit_for_bit(make_case: MakeCase, tmp_path: Path) -> None:
    settings = replace(TINY, average=0.9)
    patch = Sampler([make_case(1)], CaseShelf(tmp_path), settings, 32).draw(0)
    kept, twice = (Learner(settings, CPU, False, None, recompute) for recompute in (False, True))
    for number in range(3):
        # dropout and running statistics count: frozen in the last step only
        losses = [learner.step(patch, number, 0.0, number == 2) for learner in (kept, twice)]
        assert losses[0] == losses[1]
    assert same(kept.weights(), twice.weights())
    assert same(dict(kept.network.state_dict()), dict(twice.network.state_dict()))


def test_a_step_that_does_not_fit_says_so_and_leaves_the_weights(
    make_case: MakeCase, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    learner = Learner(TINY, CPU, False, None)
    before = {name: tensor.clone() for name, tensor in learner.network.named_parameters()}
    patch = Sampler([make_case(1)], CaseShelf(tmp_path), TINY, 32).draw(0)

    def full(self: torch.Tensor) -> None:
        raise RuntimeError("DefaultCPUAllocator: can't allocate memory: you tried to allocate 4 bytes.")

    monkeypatch.setattr(torch.Tensor, "backward", full)
    with pytest.raises(StudyError) as caught:
        learner.step(patch, 0, 0.0, False)
    assert caught.value.code == "out-of-memory"
    assert all(torch.equal(before[name], tensor) for name, tensor in learner.network.named_parameters())


def test_the_rate_warms_up_falls_and_never_reaches_zero() -> None:
    cosine = replace(TINY, schedule="cosine", learning_rate=1.0)
    assert rate(TINY, 0.5) == TINY.learning_rate
    assert rate(cosine, 0.0) < 0.1
    assert rate(cosine, 0.02) > 0.99
    assert 0.009 < rate(cosine, 1.0) < 0.011


def test_wrong_beginnings_are_refused(make_case: MakeCase, tmp_path: Path) -> None:
    with pytest.raises(StudyError, match="at least one case"):
        train([], [], TINY, tmp_path)
    with pytest.raises(StudyError, match="8 base filters, not 2"):
        train([make_case(1)], [], TINY, tmp_path, initial=ResUNet(8).state_dict())
    with pytest.raises(StudyError, match="another network"):
        train([make_case(1)], [], TINY, tmp_path, initial={"x": torch.ones(1)})
    with pytest.raises(StudyError, match="missing or damaged"):
        read_weights(write_weights(tmp_path / "w.safetensors", {"a": torch.ones(3)}).with_name("absent"))
    with pytest.raises(ValueError, match="multiple of 16 from 32"):
        TrainingSettings(patch=50)
    with pytest.raises(ValueError, match="optimizer is one of"):
        TrainingSettings(optimizer="sgd")
