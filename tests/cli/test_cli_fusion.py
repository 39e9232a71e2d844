"""Several candidates, fused: each is kept beside the fused one, nobody runs twice, and who fails is told."""

import hashlib
from pathlib import Path

import numpy as np
import pytest
from candidate_models import make_candidate
from shell_commands import command, put_model

from fets_desktop.imaging.files import read_label_values, read_volume
from fets_desktop.study.grid import BRATS_GRID
from fets_desktop.study.modelfile import ModelFile, read_model, write_model


@pytest.fixture(scope="module")
def three(board, tmp_path_factory) -> list[str]:
    folder = tmp_path_factory.mktemp("candidates")
    limits = {"low": (1.0, 1.5), "middle": (1.5, 2.0), "high": (2.5, 3.0)}
    return [put_model(board.workspace, make_candidate(folder, name, *pair)) for name, pair in limits.items()]


def names_of(models) -> list[str]:
    return [word for model in models for word in ("--model", model)]


def versions(board) -> list[dict]:
    return board.fets("annotations", board.case).json["versions"]


def test_candidates_are_fused_and_kept_and_not_run_again(board, three):
    before = len(versions(board))
    first = board.fets("segment", board.case, *names_of(three), "--fuse", "majority")
    assert first.status == 0, first.err
    [case] = first.json["cases"]
    assert case["model"].startswith("fused_majority@")
    assert [one["model"] for one in case["candidates"]] == three
    arrays = [read_label_values(Path(one["labels"]))[0] for one in case["candidates"]]
    fused, grid = read_label_values(Path(case["labels"]))
    assert grid.matches(BRATS_GRID)
    assert {2, 4} <= set(np.unique(fused))
    for value in (2, 4):
        assert np.array_equal(fused == value, np.sum([array == value for array in arrays], axis=0) >= 2)
    told = case["fused"]
    assert told["standings"][three[1]]["ET"]["weight"] == pytest.approx(1 / 3)
    entropy = read_volume(Path(told["entropy"]["WT"]))
    votes = np.sum([array > 0 for array in arrays], axis=0)
    assert np.array_equal(entropy.array > 0, (votes > 0) & (votes < 3))
    index, area = told["contested"]["WT"][0]
    assert area == np.count_nonzero(entropy.array[index]) == np.count_nonzero(entropy.array, axis=(1, 2)).max()
    made = versions(board)[before:]
    assert [one["author"] for one in made] == [f"model {name}" for name in (*three, case["model"])]
    # the same again: nobody is run, nothing new is written
    again = board.fets("segment", board.case, *names_of(three), "--fuse", "majority")
    assert (again.status, again.json) == (0, first.json)
    assert board.fets("segment", *names_of(three), "--fuse", "majority").json == first.json
    spoken = command(board.workspace, "segment", *names_of(three), "--fuse", "majority").out
    assert f"WT: most contested slices {index + 1} ({area:.0f} mm2)" in spoken, "as Review numbers them"
    # another fusion of the same takes what is there
    other = board.fets("segment", board.case, *names_of(three), "--fuse", "voting", "--per", "region")
    assert other.json["cases"][0]["fused"]["per"] == "region"
    assert [one["author"] for one in versions(board)[before + 4 :]] == [f"model {other.json['cases'][0]['model']}"]


def test_a_candidate_that_fails_is_told_and_the_others_go_on(board, three, tmp_path):
    good = read_model(make_candidate(tmp_path, "good", 1.2, 1.7))
    weights = bytearray(good.weights)
    weights[:4] = np.float32(np.nan).tobytes()
    broken = write_model(tmp_path / "broken.fetsmodel", ModelFile(good.card, good.xml, bytes(weights)))
    assert board.fets("models", "import", broken, "--trust", hashlib.sha256(broken.read_bytes()).hexdigest()).status
    # so it is not even taken in; one that was damaged since is
    name = put_model(board.workspace, tmp_path / "good.fetsmodel")
    stored = next(
        (board.workspace / "files").rglob(hashlib.sha256((tmp_path / "good.fetsmodel").read_bytes()).hexdigest() + "*")
    )
    stored.chmod(0o600)
    stored.write_bytes(broken.read_bytes())
    try:
        done = board.fets("segment", board.case, *names_of([name, three[0], three[1]]), "--fuse", "simple")
        alone = board.fets("segment", board.case, "--model", three[2], "--fuse", "staple")
    finally:
        stored.unlink()
        stored.write_bytes((tmp_path / "good.fetsmodel").read_bytes())
    assert done.status == 1, done.err
    [error] = done.json["errors"]
    assert (error["name"], error["code"]) == (f"{board.case}, {name}", "damaged-workspace")
    [case] = done.json["cases"]
    assert case["fused"]["members"] == three[:2]
    assert [one["model"] for one in case["fused"]["failed"]] == [name]
    assert read_label_values(Path(case["labels"]))[0].any()
    assert alone.status == 0
    [case] = alone.json["cases"]
    assert "one candidate only" in case["fused"]["remark"]


def test_what_is_not_there_is_refused_before_anything_runs(board, three):
    assert board.fets("segment", board.case, "--model", "nobody", "--fuse", "staple").codes == ["bad-model"]
    assert board.fets("segment", board.case, "--fuse", "stapel").status == 2
    assert board.fets("segment", "P-NONE", "--fuse", "staple").codes == ["unknown-case"]
    lone = board.fets("segment", board.case, "--per", "region")
    assert (lone.status, lone.codes) == (2, ["wrong-usage"])
